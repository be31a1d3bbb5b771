"""Painting a sketch: PNG for window and PDF, SVG where vectors are wanted.

The only module that draws with matplotlib, which costs half a second: it is loaded when the first
chart is painted.  No pyplot; a PNG changes no global setting, so that any worker may paint it.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from reviewer.fonts import FontRole, find_font
from reviewer.reports.blocks import Picture
from reviewer.reports.charts.layouts import lay_out
from reviewer.reports.charts.shapes import Bar, Dot, Line, Shape, Sketch, Tone, Words
from reviewer.reports.charts.values import Chart

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

_DPI = 100
_PRINT = 3.0
"""Device pixels in a logical one on paper: 760 logical pixels on 150 mm are 390 dpi."""
_POINTS = 72 / _DPI
"""Points in a logical pixel."""
_DROP = 0.36
"""From the middle of digits and Chinese characters down to the base line, in sizes."""
_STRONG = 0.035
"""Width of the outline that makes a text bold, in sizes: 黑体 has one weight only."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a chart as `#rrggbb`, those of the window's tokens or those for paper."""

    ground: str
    """What the chart stands on (panel)."""
    ink: str
    ink2: str
    rule: str
    """Axes and grade lines (line2)."""
    blue: str
    blue_fill: str
    red_fill: str

    @property
    def interval(self) -> str:
        """Return the pale blue of intervals."""
        return blend(self.ground, self.blue, 0.28)

    @property
    def lost(self) -> str:
        """Return the tint of red of lost points; ink reads on it."""
        return blend(self.ground, self.red_fill, 0.53)

    def of(self, tone: Tone, level: float = 0.0) -> str:
        """Return the colour of a tone; for HEAT between ground and lost points."""
        if tone is Tone.HEAT:
            return blend(self.ground, self.lost, level)
        return {
            Tone.INK: self.ink,
            Tone.QUIET: self.ink2,
            Tone.RULE: self.rule,
            Tone.MEAN: self.blue,
            Tone.COUNT: self.blue_fill,
            Tone.INTERVAL: self.interval,
            Tone.LOST: self.lost,
            Tone.FAILING: self.red_fill,
        }[tone]


ON_PAPER = Colours(
    ground="#FFFFFF",
    ink="#1D2228",
    ink2="#545A62",
    rule="#B9B5AB",
    blue="#1F4E79",
    blue_fill="#1F4E79",
    red_fill="#B0241C",
)
"""The light colours on white, for Word, PDF and copies."""


def blend(ground: str, colour: str, share: float) -> str:
    """Return the colour that is `share` of the way from `ground` to `colour`."""
    pairs = zip(_channels(ground), _channels(colour), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def png(
    chart: Chart,
    width: int,
    *,
    scale: float = 2.0,
    colours: Colours = ON_PAPER,
    body: float = 16.0,
    height: float = 0.0,
) -> bytes:
    """Return the chart as PNG, `width` logical pixels wide at `scale` device pixels each.

    Raises:
        UserError: this computer has no Chinese font.
    """
    sketch = lay_out(chart, width, body, height)
    return paint(sketch, colours, scale, "png")


def picture(chart: Chart, width: int = 760, number: str = "") -> Picture:
    """Return the chart for a document, with title and note as its caption; one to a row.

    At the width of an A4 page the text comes out at about 9 pt.
    """
    sketch = lay_out(chart, width)
    image = paint(sketch, ON_PAPER, _PRINT, "png")
    caption = f"{number}　{chart.title}　{chart.note}".lstrip("　")
    return Picture(caption, image, round(width * _PRINT), round(max(sketch.height, 1) * _PRINT))


def svg(chart: Chart, width: int, *, colours: Colours = ON_PAPER, body: float = 16.0) -> bytes:
    """Return the chart as SVG with its letters as outlines, so that it looks alike everywhere."""
    return paint(lay_out(chart, width, body), colours, 1.0, "svg")


def paint(sketch: Sketch, colours: Colours, scale: float, form: Literal["png", "svg"]) -> bytes:
    """Return the sketch as a picture file."""
    figure, axes = _canvas(sketch, colours)
    font = _font()
    for layer, shape in enumerate(sketch.shapes):
        _put(axes, shape, colours, font, layer)
    file = BytesIO()
    # No date and no version inside: the same chart gives the same bytes.
    if form == "png":
        figure.savefig(file, format=form, dpi=_DPI * scale, metadata={"Software": None})
    else:
        _save_svg(figure, file)
    return file.getvalue()


def _save_svg(figure: "Figure", file: BytesIO) -> None:
    from matplotlib import rc_context  # noqa: PLC0415

    with rc_context({"svg.fonttype": "path", "svg.hashsalt": "chart"}):
        figure.savefig(file, format="svg", metadata={"Date": None})


def _canvas(sketch: Sketch, colours: Colours) -> "tuple[Figure, Axes]":
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    size = (sketch.width / _DPI, max(sketch.height, 1) / _DPI)
    figure = Figure(figsize=size, dpi=_DPI, facecolor=colours.ground)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, sketch.width)
    axes.set_ylim(max(sketch.height, 1), 0)
    return figure, axes


def _font() -> "FontProperties":
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    return FontProperties(fname=str(find_font(FontRole.HEI).path))


def _put(axes: "Axes", shape: Shape, colours: Colours, font: "FontProperties", layer: int) -> None:
    """Paint one shape over those before it; matplotlib alone puts every line over every bar."""
    from matplotlib.lines import Line2D  # noqa: PLC0415
    from matplotlib.patches import Circle, Rectangle  # noqa: PLC0415

    match shape:
        case Bar():
            colour = colours.of(shape.tone, shape.level)
            corner = (shape.x, shape.y)
            bar = Rectangle(corner, shape.width, shape.height, color=colour, linewidth=0)
            bar.set_zorder(layer)
            axes.add_patch(bar)
        case Dot():
            colour = colours.of(shape.tone)
            dot = Circle((shape.x, shape.y), shape.radius, color=colour, linewidth=0)
            dot.set_zorder(layer)
            axes.add_patch(dot)
        case Line():
            line = Line2D(
                (shape.x0, shape.x1),
                (shape.y0, shape.y1),
                color=colours.of(shape.tone),
                linewidth=shape.width * _POINTS,
                linestyle=(0, (4, 3)) if shape.dashed else "-",
                solid_capstyle="butt",
                zorder=layer,
            )
            axes.add_line(line)
        case Words():
            _write(axes, shape, colours, font, layer)


def _write(
    axes: "Axes", words: Words, colours: Colours, font: "FontProperties", layer: int
) -> None:
    from matplotlib.patheffects import Normal, Stroke  # noqa: PLC0415

    colour = colours.of(words.tone)
    text = axes.text(
        words.x,
        words.y + _DROP * words.size,
        words.text,
        fontproperties=font,
        fontsize=words.size * _POINTS,
        color=colour,
        ha=words.align.value,
        va="baseline",
        parse_math=False,
        zorder=layer,
    )
    if words.strong:
        outline = Stroke(linewidth=words.size * _STRONG * _POINTS, foreground=colour)
        text.set_path_effects([outline, Normal()])
