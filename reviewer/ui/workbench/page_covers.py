"""Drawing the covers of a blind review (盲评) over a page or a thumbnail.

They are opaque and painted together with the picture, so that nothing is seen before them.
"""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from reviewer.model import Box
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.page_layout import box_rect
from reviewer.ui.workbench.paint import colour


def draw_covers(
    painter: QPainter, rect: QRectF, boxes: Iterable[Box], turned: int, tokens: Tokens
) -> None:
    """Lay the covers over the page that fills `rect`."""
    fill = colour(tokens, "line2")
    for box in boxes:
        painter.fillRect(box_rect(rect, box, turned).intersected(rect), fill)
