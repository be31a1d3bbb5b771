"""The distribution of totals: a bar for each band, a line where last year's would end."""

from reviewer.model.statistics import ScoreBand
from reviewer.reports.charts.shapes import Align, Bar, Door, Line, Measure, Sketch, Tone, Words
from reviewer.reports.charts.values import SpreadChart


def lay_out_spread(chart: SpreadChart, width: float, height: float, measure: Measure) -> Sketch:
    """Return the chart laid out in the given height."""
    sketch = Sketch(width, height)
    base = height - measure.of(28)
    room = base - measure.of(28)
    highest = max((max(one.count, _last(one)) for one in chart.bands), default=0.0) or 1.0
    column = width / max(1, len(chart.bands))
    for at, one in enumerate(chart.bands):
        _column(sketch, one, (column * at, column), (base, room / highest), measure)
    sketch.add(Line(0, base, width, base, Tone.RULE))
    return sketch


def _last(band: ScoreBand) -> float:
    return float(band.expected or 0)


def _column(
    sketch: Sketch,
    band: ScoreBand,
    place: tuple[float, float],
    scale: tuple[float, float],
    measure: Measure,
) -> None:
    """Draw one band; `place` is left and width, `scale` the base and the height of one case."""
    left, width = place
    base, case = scale
    middle, gap = left + width / 2, width * 0.1
    high, last = case * band.count, case * _last(band)
    tone = Tone.FAILING if band.failing else Tone.COUNT
    sketch.add(Bar(left + gap, base - high, width - 2 * gap, high, tone))
    if band.expected:
        y = base - last
        sketch.add(Line(left + gap / 4, y, left + width - gap / 4, y, Tone.INK, 2))
    over = base - _clear_of_line(high, last, measure) - measure.of(12)
    sketch.add(
        Words(str(band.count), middle, over, measure.caption, Align.CENTRE, strong=True),
        Words(band.mark, middle, base + measure.of(15), measure.caption, Align.CENTRE, Tone.QUIET),
    )
    hint = f"{band.label}，{band.count} 卷"
    if band.last_year is not None:
        hint += f"，上年 {band.last_year} 卷"
    sketch.doors.append(Door(left, 0, width, sketch.height, band.cases, hint))


def _clear_of_line(high: float, last: float, measure: Measure) -> float:
    """Return the height over which the number stands: over the bar, unless the line runs there."""
    return last if high <= last < high + measure.of(24) else high
