"""Laying a chart out: from values to shapes."""

from reviewer.reports.charts.heat import lay_out_heat
from reviewer.reports.charts.means import lay_out_means
from reviewer.reports.charts.problems import lay_out_problems
from reviewer.reports.charts.shapes import Measure, Sketch
from reviewer.reports.charts.spread import lay_out_spread
from reviewer.reports.charts.values import (
    Chart,
    HeatChart,
    MeansChart,
    ProblemsChart,
    SpreadChart,
)


def lay_out(chart: Chart, width: float, body: float = 16.0, height: float = 0.0) -> Sketch:
    """Return the chart laid out in `width` logical pixels.

    `body` is the size of the text; `height` counts for the distribution only, the others are as
    high as their rows.
    """
    measure = Measure(body)
    match chart:
        case MeansChart():
            return lay_out_means(chart, width, measure)
        case HeatChart():
            return lay_out_heat(chart, width, measure)
        case ProblemsChart():
            return lay_out_problems(chart, width, measure)
        case SpreadChart():
            return lay_out_spread(chart, width, height or measure.of(240), measure)
