"""Where the pages lie on the canvas: pure geometry in logical pixels.

Pages stand below each other with room at the right for the margin tags; edges lie on whole
device pixels, so that a page drawn at its device size stays sharp.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF

from reviewer.model import Box, FileKind
from reviewer.ui.theme import Tokens
from reviewer.workspace.views import PageView

_PX_PER_PT = 96 / 72
_A4_WIDTH = 595.0  # pt
TAGS = 46
"""Width of the margin for tags, at 字号 12."""
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


class Fit(Enum):
    """How the zoom follows the window."""

    WIDTH = "适合宽度"
    PAGE = "整页"
    FREE = ""


@dataclass(frozen=True, slots=True)
class Zoom:
    """The zoom of the canvas; `factor` counts only when `fit` is FREE."""

    fit: Fit = Fit.WIDTH
    factor: float = 1.0

    @property
    def text(self) -> str:
        """Return the zoom as the page bar shows it."""
        return self.fit.value or f"{round(self.factor * 100)}%"


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The rectangles of all pages and the size of the whole."""

    rects: tuple[QRectF, ...]
    width: float
    height: float

    def at(self, point: QPointF) -> int:
        """Return the position of the page under `point`; -1 between pages."""
        for i, rect in enumerate(self.rects):
            if rect.contains(point):
                return i
        return -1

    def near(self, y: float) -> int:
        """Return the position of the page nearest to a height; -1 without pages."""
        away = (max(rect.top() - y, y - rect.bottom(), 0.0) for rect in self.rects)
        return min(enumerate(away), key=lambda found: found[1], default=(-1, 0.0))[0]

    def visible(self, top: float, bottom: float) -> range:
        """Return the positions of the pages that reach into a stretch."""
        inside = [i for i, r in enumerate(self.rects) if r.bottom() > top and r.top() < bottom]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def standing(self, top: float) -> tuple[int, float]:
        """Return the page at height `top` and how far it reaches above, as a share of its height.

        Without a page there it is -1.
        """
        for i, rect in enumerate(self.rects):
            if rect.bottom() > top:
                return i, max(0.0, (top - rect.top()) / rect.height())
        return -1, 0.0

    def shown(self, index: int, top: float, height: float) -> float:
        """Return how much of a page's height lies in a window."""
        rect = self.rects[index]
        return min(rect.bottom(), top + height) - max(rect.top(), top)


def natural_size(page: PageView, turned: int) -> tuple[float, float]:
    """Return the size of a page at 100 %, in logical pixels.

    Images carry pixels, not points: their short side is taken for that of A4.
    """
    width, height = max(page.width, 1.0), max(page.height, 1.0)
    if page.kind in (FileKind.IMAGE, FileKind.TIFF) or min(width, height) > 2 * _A4_WIDTH:
        shrink = _A4_WIDTH / min(width, height)
        width, height = width * shrink, height * shrink
    if turned % 180:
        width, height = height, width
    return width * _PX_PER_PT, height * _PX_PER_PT


def lay_out(
    sizes: Sequence[tuple[float, float]],
    zoom: Zoom,
    view: tuple[float, float],
    tokens: Tokens,
    ratio: float,
) -> PageLayout:
    """Return where pages of the natural `sizes` lie in a window of size `view`."""
    gap = float(tokens.block)
    tags = TAGS * tokens.scale
    room = max(view[0] - 2 * gap - tags - tokens.unit, 80.0)
    rects: list[QRectF] = []
    y = gap
    widest = 0.0
    for width, height in sizes:
        scale = _scale(zoom, width, height, room, view[1] - 2 * gap)
        w, h = _snap(width * scale, ratio), _snap(height * scale, ratio)
        x = _snap(gap + max(0.0, (room - w) / 2), ratio)
        rects.append(QRectF(x, _snap(y, ratio), w, h))
        widest = max(widest, x + w)
        y += h + gap
    return PageLayout(tuple(rects), widest + gap + tags, y)


def main_page(layout: PageLayout, seen: range, top: float, height: float) -> int:
    """Return the page that fills most of the window: the one being read; -1 without pages."""
    return max(seen, key=lambda i: layout.shown(i, top, height), default=-1)


def read_pages(layout: PageLayout, seen: range, top: float, height: float) -> tuple[int, ...]:
    """Return the pages that are half in view, or fill half of the window."""
    tall = {i: min(layout.rects[i].height(), height) for i in seen}
    return tuple(i for i in seen if layout.shown(i, top, height) >= tall[i] / 2)


def stepped(factor: float, up: bool) -> float:
    """Return the next zoom step above or below `factor`."""
    if up:
        return next((step for step in _STEPS if step > factor + 0.01), _STEPS[-1])
    return next((step for step in reversed(_STEPS) if step < factor - 0.01), _STEPS[0])


def turn_box(box: Box, turned: int) -> Box:
    """Return `box` of the upright page as it lies when the page is turned clockwise."""
    if turned == 90:
        return Box(1 - box.y1, box.x0, 1 - box.y0, box.x1)
    if turned == 180:
        return Box(1 - box.x1, 1 - box.y1, 1 - box.x0, 1 - box.y0)
    if turned == 270:
        return Box(box.y0, 1 - box.x1, box.y1, 1 - box.x0)
    return box


def box_rect(rect: QRectF, box: Box, turned: int = 0) -> QRectF:
    """Return where `box` lies on the canvas when its page fills `rect`."""
    lying = turn_box(box, turned)
    return QRectF(
        rect.left() + lying.x0 * rect.width(),
        rect.top() + lying.y0 * rect.height(),
        (lying.x1 - lying.x0) * rect.width(),
        (lying.y1 - lying.y0) * rect.height(),
    )


def rect_box(rect: QRectF, drawn: QRectF, turned: int = 0) -> Box:
    """Return the box of the upright page for a rectangle drawn on the canvas."""
    inside = drawn.intersected(rect)
    lying = Box(
        (inside.left() - rect.left()) / rect.width(),
        (inside.top() - rect.top()) / rect.height(),
        (inside.right() - rect.left()) / rect.width(),
        (inside.bottom() - rect.top()) / rect.height(),
    )
    return turn_box(lying, (360 - turned) % 360)


def point_fraction(rect: QRectF, point: QPointF, turned: int = 0) -> tuple[float, float]:
    """Return where a point lies on the upright page, in fractions, moved onto the page."""
    x = min(max((point.x() - rect.left()) / rect.width(), 0.0), 1.0)
    y = min(max((point.y() - rect.top()) / rect.height(), 0.0), 1.0)
    spot = turn_box(Box(x, y, x, y), (360 - turned) % 360)
    return spot.x0, spot.y0


def _scale(zoom: Zoom, width: float, height: float, room: float, tall: float) -> float:
    if zoom.fit is Fit.FREE:
        return zoom.factor
    if zoom.fit is Fit.PAGE:
        return min(room / width, max(tall, 80.0) / height)
    return room / width


def _snap(value: float, ratio: float) -> float:
    return round(value * ratio) / ratio
