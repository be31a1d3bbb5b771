"""The nine stages beside each other: done, running, waiting, each with its day."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.model.campaigns import StageState
from reviewer.ui.theme import Tokens
from reviewer.ui.theme.paint import draw_icon, draw_text, fill_line, make_font
from reviewer.workspace.campaigns.board import StageView

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class StagesRow(QWidget):
    """Paints the stages; says them to screen readers as one sentence."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._views: tuple[StageView, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint with `tokens` from now on."""
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def show_stages(self, views: tuple[StageView, ...]) -> None:
        """Show the stages."""
        self._views = views
        self.setAccessibleName("活动阶段")
        self.setAccessibleDescription("；".join(_spoken(view) for view in views))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of disc, name and day."""
        tokens = self._tokens
        return QSize(600, tokens.icon_large + round(1.5 * (tokens.body + tokens.caption)) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, the discs and their words."""
        if not self._views:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / len(self._views)
        size = self._tokens.icon_large
        for at, view in enumerate(self._views):
            middle = (at + 0.5) * wide
            if at:
                self._paint_line(painter, view, middle - wide + size / 2 + 4, middle - size / 2 - 4)
            self._paint_disc(painter, view, middle)
            self._paint_words(painter, view, QRect(round(at * wide), 0, round(wide), 0))
        painter.end()

    def _paint_line(self, painter: QPainter, view: StageView, left: float, right: float) -> None:
        tokens = self._tokens
        reached = view.state is not StageState.WAITING
        middle = tokens.icon_large / 2
        ink = tokens.blue if reached else tokens.line2
        fill_line(painter, QRectF(left, middle - 1, right - left, 2), ink)

    def _paint_disc(self, painter: QPainter, view: StageView, middle: float) -> None:
        tokens, size = self._tokens, self._tokens.icon_large
        done = view.state is StageState.DONE
        running = view.state is StageState.RUNNING
        ink = tokens.red if view.late else tokens.blue if done or running else tokens.edge
        painter.setPen(QPen(QColor(tokens.blue_fill if done else ink), 1.8))
        painter.setBrush(QColor(tokens.blue_fill if done else tokens.panel))
        painter.drawEllipse(QPointF(middle, size / 2), size / 2 - 1, size / 2 - 1)
        if done:
            small = tokens.icon_small
            draw_icon(painter, "check", tokens.on_fill, middle - small / 2, size / 2, small)
            return
        font = make_font(tokens, tokens.caption, bold=running)
        spot = QRect(round(middle - size), 0, 2 * size, size)
        text = tokens.ink2 if not running and not view.late else ink
        draw_text(painter, spot, str(view.number), font, text, _CENTRE)

    def _paint_words(self, painter: QPainter, view: StageView, spot: QRect) -> None:
        tokens = self._tokens
        top = tokens.icon_large + 4
        high = round(1.5 * tokens.body)
        running = view.state is StageState.RUNNING
        ink = tokens.ink2 if view.state is StageState.WAITING else tokens.ink
        name = QRect(spot.left(), top, spot.width(), high)
        draw_text(
            painter, name, view.stage.value, make_font(tokens, tokens.body, running), ink, _CENTRE
        )
        day = QRect(spot.left(), top + high, spot.width(), round(1.5 * tokens.caption))
        said, tone = view.day, tokens.ink2
        if view.late:
            said, tone = f"逾期 {view.late} 天", tokens.red
        font = make_font(tokens, tokens.caption, bool(view.late))
        draw_text(painter, day, said, font, tone, _CENTRE)


def _spoken(view: StageView) -> str:
    late = f"逾期 {view.late} 天" if view.late else ""
    return "，".join(filter(None, (view.stage.value, view.state.value, view.day, late)))
