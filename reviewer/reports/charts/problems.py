"""The problems that occur most: a bar for the share of cases, whiskers for its interval."""

from decimal import Decimal

from reviewer.model.statistics import Problem
from reviewer.reports.charts.numbers import percent
from reviewer.reports.charts.shapes import (
    Align,
    Bar,
    Door,
    Line,
    Measure,
    Sketch,
    Tone,
    Words,
    elided,
    text_width,
)
from reviewer.reports.charts.values import ProblemsChart

_LABEL = 0.44
"""Most of the width that id and words take."""


def lay_out_problems(chart: ProblemsChart, width: float, measure: Measure) -> Sketch:
    """Return the chart laid out; the longest whisker fills the room."""
    shown = chart.shown
    ids = max((text_width(one.id, measure.body) for one in shown), default=0.0) + measure.of(10)
    words = max((text_width(one.text, measure.body) for one in shown), default=0.0)
    left = min(width * _LABEL, ids + words) + measure.of(16)
    room = width - measure.of(126) - left
    highest = max((one.share.high for one in shown if one.share.high is not None), default=1)
    sketch = Sketch(width, measure.row * len(shown))
    for at, one in enumerate(shown):
        _row(sketch, one, measure.row * at, (ids, left, room / float(highest or 1)), measure)
    return sketch


def _row(
    sketch: Sketch,
    problem: Problem,
    top: float,
    columns: tuple[float, float, float],
    measure: Measure,
) -> None:
    """Draw one row; `columns` are where words and bar begin, and the length of a share of 1."""
    ids, left, scale = columns
    share, y = problem.share, top + measure.row / 2
    text = elided(problem.text, measure.body, left - measure.of(16) - ids)
    sketch.add(
        Words(problem.id, 0, y, measure.body, tone=Tone.QUIET),
        Words(text, ids, y, measure.body),
        _bar(left, y, share.value, scale, Tone.FAILING if problem.is_veto else Tone.LOST, measure),
        *_whiskers(left, y, (share.low, share.high), scale, measure),
        Words(
            f"{share.count} 卷",
            sketch.width - measure.of(58),
            y,
            measure.body,
            Align.RIGHT,
            strong=True,
        ),
        Words(percent(share.value), sketch.width - 1, y, measure.body, Align.RIGHT, Tone.QUIET),
    )
    part = f"占 {share.of} 卷的 {percent(share.value)}"
    hint = f"{problem.id} {problem.text}，{share.count} 卷，{part}"
    sketch.doors.append(Door(0, top, sketch.width, measure.row, share.cases, hint))


def _bar(
    left: float, y: float, value: Decimal | None, scale: float, tone: Tone, measure: Measure
) -> Bar:
    thick = measure.of(12)
    return Bar(left, y - thick / 2, scale * float(value or 0), thick, tone)


def _whiskers(
    left: float,
    y: float,
    limits: tuple[Decimal | None, Decimal | None],
    scale: float,
    measure: Measure,
) -> list[Line]:
    low, high = limits
    if low is None or high is None:
        return []
    start, end, half = left + scale * float(low), left + scale * float(high), measure.of(5)
    return [
        Line(start, y, end, y, Tone.INK),
        Line(start, y - half, start, y + half, Tone.INK),
        Line(end, y - half, end, y + half, Tone.INK),
    ]
