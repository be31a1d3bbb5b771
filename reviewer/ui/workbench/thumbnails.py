"""Drawing thumbnails, and asking for those that are missing.

A delegate may not start work while it paints; what it misses is collected and asked for when
painting is over.
"""

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QPainter

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.page_covers import draw_covers
from reviewer.ui.workbench.page_images import THUMBNAIL, PageImages, Wanted
from reviewer.ui.workbench.page_paint import draw_edge
from reviewer.ui.workbench.paint import colour, draw_text, font, outline

WIDTH = 58
"""Width of a thumbnail at 字号 12."""
TALL = 1.42
"""Height of A4 for a width of 1."""


class Thumbnails(QObject):
    """Thumbnails of one client of the pictures."""

    def __init__(self, images: PageImages, client: str, parent: QObject) -> None:
        super().__init__(parent)
        self.images = images
        self.index: CaseIndex | None = None
        self._client = client
        self._missing: dict[int, None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_painted)

    def draw(
        self,
        painter: QPainter,
        at: int,
        area: QRectF,
        tokens: Tokens,
        *,
        current: bool,
        unread: bool = False,
    ) -> None:
        """Draw the page at a position into `area`, its name below."""
        if self.index is None or not 0 <= at < len(self.index.pages):
            return
        name = QRectF(area.left(), area.bottom() - tokens.head, area.width(), tokens.head)
        room = QRectF(area.topLeft(), QSizeF(area.width(), area.height() - tokens.head))
        wanted = Wanted(at, THUMBNAIL)
        picture = self.images.sharp(wanted)
        paper = QRectF(room)
        if picture is None:
            self._missing[at] = None
            self._timer.start()
            painter.fillRect(paper, colour(tokens, "raised"))
        else:
            size = QSizeF(picture.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            paper = QRectF(0, 0, size.width(), size.height())
            paper.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(paper, picture, QRectF(picture.rect()))
            draw_covers(painter, paper, self.index.pages[at].covers, 0, tokens)
        draw_edge(painter, paper, tokens)
        if current:
            outline(painter, paper.adjusted(-2, -2, 2, 2), colour(tokens, "blue"), 1, width=2)
        ink = colour(tokens, "blue" if current or unread else "ink2")
        bold = current or unread
        text = self.index.name(at)
        align = Qt.AlignmentFlag.AlignCenter
        draw_text(painter, name, text, font(tokens, "caption", bold), ink, align, elide=True)

    def _on_painted(self) -> None:
        self.images.want(self._client, [Wanted(at, THUMBNAIL) for at in self._missing])
        self._missing.clear()


def thumbnail_height(tokens: Tokens) -> int:
    """Return the height of a thumbnail with its name."""
    return round(WIDTH * TALL * tokens.scale) + tokens.head
