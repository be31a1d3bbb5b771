"""Charts: values → a sketch in logical pixels → the same picture in window, Word and PDF.

`values` says what is shown, `lay_out` where it stands and which cases it opens, `png` and `svg`
paint it, `table_of` gives its figures as a table.
"""

from reviewer.reports.charts.heat import depth
from reviewer.reports.charts.layouts import lay_out
from reviewer.reports.charts.paint import ON_PAPER, Colours, picture, png, svg
from reviewer.reports.charts.shapes import Door, Sketch
from reviewer.reports.charts.tables import ChartTable, rank, table_of
from reviewer.reports.charts.values import (
    Chart,
    HeatChart,
    MeansChart,
    ProblemsChart,
    SpreadChart,
)

__all__ = [
    "ON_PAPER",
    "Chart",
    "ChartTable",
    "Colours",
    "Door",
    "HeatChart",
    "MeansChart",
    "ProblemsChart",
    "Sketch",
    "SpreadChart",
    "depth",
    "lay_out",
    "picture",
    "png",
    "rank",
    "svg",
    "table_of",
]
