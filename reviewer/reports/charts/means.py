"""The chart of means: a row for each group, a dot on its interval, a line for each grade."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from reviewer.model.standards import GradeBand
from reviewer.model.statistics import GroupResult
from reviewer.reports.charts.numbers import tenths
from reviewer.reports.charts.shapes import (
    Align,
    Bar,
    Door,
    Dot,
    Line,
    Measure,
    Sketch,
    Tone,
    Words,
    elided,
    text_width,
)
from reviewer.reports.charts.values import MeansChart

_Across = Callable[[Decimal], float]
_PASS = Decimal(60)
_FULL = Decimal(100)


def lay_out_means(chart: MeansChart, width: float, measure: Measure) -> Sketch:
    """Return the chart laid out; the axis begins at 60, or at the ten below the lowest limit."""
    longest = max((text_width(one.name, measure.body) for one in chart.groups), default=0.0)
    names = min(width * 0.4, longest)
    left, right = names + measure.of(48), width - measure.of(64)
    low = _lowest(chart.groups)

    def across(points: Decimal) -> float:
        return left + (right - left) * float((points - low) / (_FULL - low))

    lines = _lines(chart.bands, low)
    top = measure.of(26) * (1 + max(_steps(lines, across, measure), default=-1))
    sketch = Sketch(width, top + measure.row * len(chart.groups) + measure.of(8))
    _grade_lines(sketch, lines, across, measure)
    for at, group in enumerate(chart.groups):
        _row(sketch, group, top + measure.row * at, names, across, measure)
    return sketch


def _lowest(groups: Sequence[GroupResult]) -> Decimal:
    limits = [one.mean.low if one.mean.low is not None else one.mean.value for one in groups]
    least = min((limit for limit in limits if limit is not None), default=_PASS)
    return min(_PASS, least // 10 * 10)


def _lines(bands: Sequence[GradeBand], low: Decimal) -> list[GradeBand]:
    """Return the grades with a line from the left; the axis begins with or without one."""
    found = sorted(
        (band for band in bands if band.from_total >= low), key=lambda band: band.from_total
    )
    if found and found[0].from_total == low and low:
        return found
    return [GradeBand("", low), *(band for band in found if band.from_total > low)]


def _head(band: GradeBand) -> str:
    return f"{band.name} {band.from_total.normalize():f}".strip()


def _steps(lines: Sequence[GradeBand], across: _Across, measure: Measure) -> list[int]:
    """Return for each head the line that it stands on, so that none covers another."""
    ends: list[float] = []
    steps = []
    for band in lines:
        half = text_width(_head(band), measure.caption) / 2
        x = across(band.from_total)
        step = next((n for n, end in enumerate(ends) if end < x - half), len(ends))
        ends[step : step + 1] = [x + half + measure.of(8)]
        steps.append(step)
    return steps


def _grade_lines(
    sketch: Sketch, lines: Sequence[GradeBand], across: _Across, measure: Measure
) -> None:
    steps = _steps(lines, across, measure)
    for band, step in zip(lines, steps, strict=True):
        x, y = across(band.from_total), measure.of(26) * step + measure.of(11)
        sketch.add(
            Words(_head(band), x, y, measure.caption, Align.CENTRE, Tone.QUIET),
            _grade_line(x, y + measure.of(12), sketch.height - 2, is_axis=band is lines[0]),
        )


def _grade_line(x: float, top: float, bottom: float, *, is_axis: bool) -> Line:
    return Line(x, top, x, bottom, Tone.RULE, dashed=not is_axis)


def _row(
    sketch: Sketch,
    group: GroupResult,
    top: float,
    names: float,
    across: _Across,
    measure: Measure,
) -> None:
    mean, y = group.mean, top + measure.row / 2
    count = names + measure.of(32)
    sketch.add(
        Words(elided(group.name, measure.body, names), 0, y, measure.body),
        Words(str(mean.count), count, y, measure.caption, Align.RIGHT, Tone.QUIET),
        Words(tenths(mean.value), sketch.width - 1, y, measure.body, Align.RIGHT, strong=True),
    )
    if mean.low is not None and mean.high is not None:
        start, end, thick = across(mean.low), across(mean.high), measure.of(8)
        sketch.add(Bar(start, y - thick / 2, end - start, thick, Tone.INTERVAL))
    if mean.value is not None:
        sketch.add(Dot(across(mean.value), y, measure.of(5.5), Tone.MEAN))
    hint = f"{group.name}，{mean.count} 卷，平均 {tenths(mean.value)}"
    sketch.doors.append(Door(0, top, sketch.width, measure.row, mean.cases, hint))
