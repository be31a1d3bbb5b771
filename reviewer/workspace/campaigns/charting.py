"""Charts for the window: the same drawing as in the documents, with the doors in it.

Painting takes some tenths of a second: never on the window's thread.
"""

from dataclasses import dataclass

from reviewer.reports.charts import Chart, Colours, Door, lay_out, table_of
from reviewer.reports.charts.paint import paint
from reviewer.reports.charts.shapes import Tone
from reviewer.workspace.campaigns.figure_tables import FigureHead, FigureTable, row_of

__all__ = ["Chart", "Colours", "Door", "Drawn", "Tone", "Wish", "draw", "height_of", "table_behind"]


@dataclass(frozen=True, slots=True)
class Wish:
    """How a chart is wanted: logical pixels, and device pixels in one of them."""

    chart: Chart
    width: int
    height: int
    body: int
    ratio: float
    colours: Colours


@dataclass(frozen=True, slots=True)
class Drawn:
    """A painted chart."""

    wish: Wish
    png: bytes
    width: float
    height: float
    doors: tuple[Door, ...]
    """What opens the cases it counts, in logical pixels."""


def draw(wish: Wish) -> Drawn:
    """Return the chart painted.

    Raises:
        UserError: this computer has no Chinese font.
    """
    sketch = lay_out(wish.chart, wish.width, wish.body, wish.height)
    image = paint(sketch, wish.colours, wish.ratio, "png")
    return Drawn(wish, image, sketch.width, max(sketch.height, 1), tuple(sketch.doors))


def height_of(chart: Chart, width: int, body: int) -> float:
    """Return how high the chart is in `width`, without painting it."""
    return lay_out(chart, width, body).height


def table_behind(chart: Chart) -> FigureTable:
    """Return the figures of a chart, with all that the picture leaves out."""
    table = table_of(chart)
    heads = tuple(FigureHead(text) for text in table.head)
    rows = tuple(row_of(row[0], *row) for row in table.rows)
    return FigureTable(table.title, table.note, heads, rows)
