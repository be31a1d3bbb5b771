"""The heat map: score rates of groups × dimensions, the deeper the red the more was lost."""

from decimal import Decimal

from reviewer.model.standards import QUESTION_NAMES
from reviewer.model.statistics import QUESTION_HEADS, Rate
from reviewer.reports.charts.numbers import NONE, percent, whole_percent
from reviewer.reports.charts.shapes import (
    Align,
    Bar,
    Door,
    Measure,
    Sketch,
    Tone,
    Words,
    elided,
    text_width,
)
from reviewer.reports.charts.values import HeatChart

_LIGHTEST, _DEEPEST = Decimal("0.95"), Decimal("0.55")
"""Rates at which a cell has the faintest and the deepest red."""
_FAINTEST = 0.06
"""So that the cell of a full rate is seen as one, too."""


def lay_out_heat(chart: HeatChart, width: float, measure: Measure) -> Sketch:
    """Return the heat map laid out."""
    rows = chart.heat.rows
    longest = max((text_width(name, measure.body) for name, _ in rows), default=0.0)
    names = min(width * 0.4, longest)
    left, top = names + measure.of(12), measure.of(28)
    cell = (width - left) / max(1, len(chart.heat.columns))
    sketch = Sketch(width, top + measure.row * len(rows))
    for at, question in enumerate(chart.heat.columns):
        x = left + cell * (at + 0.5)
        head = QUESTION_HEADS[question]
        sketch.add(Words(head, x, measure.of(13), measure.caption, Align.CENTRE, Tone.QUIET))
    for down, (name, rates) in enumerate(rows):
        y = top + measure.row * down
        middle = y + measure.row / 2
        sketch.add(Words(elided(name, measure.body, names), 0, middle, measure.body))
        for at, (question, rate) in enumerate(zip(chart.heat.columns, rates, strict=True)):
            x = left + cell * at
            _cell(sketch, chart, rate, (x, y, cell), measure)
            hint = f"{name}，{QUESTION_NAMES[question]}，得分率 {percent(rate.value)}"
            sketch.doors.append(Door(x, y, cell, measure.row, rate.cases, hint))
    return sketch


def depth(value: Decimal) -> float:
    """Return how deep the red of a rate is, up to 1."""
    share = (_LIGHTEST - value) / (_LIGHTEST - _DEEPEST)
    return max(_FAINTEST, float(min(Decimal(1), share)))


def _cell(
    sketch: Sketch,
    chart: HeatChart,
    rate: Rate,
    at: tuple[float, float, float],
    measure: Measure,
) -> None:
    x, y, width = at
    middle = (x + width / 2, y + measure.row / 2)
    if rate.value is None:
        sketch.add(Words(NONE, *middle, measure.body, Align.CENTRE, Tone.QUIET))
        return
    gap = measure.of(1.5)
    sketch.add(
        Bar(x + gap, y + gap, width - 2 * gap, measure.row - 2 * gap, Tone.HEAT, depth(rate.value)),
        Words(
            whole_percent(rate.value),
            *middle,
            measure.body,
            Align.CENTRE,
            strong=rate.value < chart.bold_below,
        ),
    )
