"""The head figures beside each other: number, word and caption; each opens its cases."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy

from reviewer.ui.parts import Line
from reviewer.ui.theme import Tokens, look
from reviewer.ui.theme.paint import draw_text, focus_ring, make_font, text_width
from reviewer.workspace.campaigns.statistics_view import HeadFigure

_LEAST = 140
FIGURES = 5


class FigureButton(QAbstractButton):
    """One figure."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.figure = HeadFigure("", "", "", ())
        self.setAccessibleName("统计数字")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def show_figure(self, figure: HeadFigure) -> None:
        """Show a figure."""
        self.figure = figure
        self.setAccessibleName(f"{figure.number} {figure.word}")
        self.setAccessibleDescription(figure.caption)
        opens = Qt.CursorShape.PointingHandCursor if figure.cases else Qt.CursorShape.ArrowCursor
        self.setCursor(opens)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of both lines."""
        tokens = self._tokens
        high = self._line(tokens.page_title) + self._line(tokens.caption) + 2 * tokens.gap
        return QSize(round(_LEAST * tokens.scale), high)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the caption in a tip where it is cut."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint number, word and caption."""
        tokens, figure = self._tokens, self.figure
        painter = QPainter(self)
        if self.underMouse() and figure.cases:
            painter.fillRect(self.rect(), QColor(tokens.blue_wash))
        big = make_font(tokens, tokens.page_title, bold=True)
        line = self._line(tokens.page_title)
        top = QRect(tokens.inset, tokens.gap, self.width() - 2 * tokens.inset, line)
        draw_text(painter, top, figure.number, big, tokens.ink)
        past = text_width(big, figure.number) + tokens.gap
        word = top.adjusted(past, tokens.unit, 0, tokens.unit)
        draw_text(painter, word, figure.word, make_font(tokens, tokens.body), tokens.ink2)
        below = QRect(top.left(), top.bottom() + 1, top.width(), self._line(tokens.caption))
        tone: str = getattr(tokens, figure.tone or "ink2")
        draw_text(painter, below, figure.caption, make_font(tokens, tokens.caption), tone)
        if self.hasFocus():
            focus_ring(painter, self.rect(), tokens)
        painter.end()

    def _line(self, size: int) -> int:
        return QFontMetrics(make_font(self._tokens, size)).height()

    def _fit(self) -> None:
        font = make_font(self._tokens, self._tokens.caption)
        cut = text_width(font, self.figure.caption) > self.width() - 2 * self._tokens.inset
        self.setToolTip(self.figure.caption if cut else "")


class HeadStrip(QFrame):
    """The card with the head figures."""

    opened = Signal(str, object)  # words, tuple of UUID

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "card")
        self.buttons = [FigureButton(tokens) for _ in range(FIGURES)]
        inside = QHBoxLayout(self)
        inside.setContentsMargins(1, tokens.unit, 1, tokens.unit)
        inside.setSpacing(0)
        for at, made in enumerate(self.buttons):
            if at:
                inside.addWidget(Line(upright=True))
            inside.addWidget(made, 1)
            made.clicked.connect(self._on_clicked)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        for made in self.buttons:
            made.set_tokens(tokens)

    def show_figures(self, figures: Sequence[HeadFigure]) -> None:
        """Show the figures."""
        for made, figure in zip(self.buttons, figures, strict=True):
            made.show_figure(figure)

    def _on_clicked(self) -> None:
        made = self.sender()
        assert isinstance(made, FigureButton)
        if made.figure.cases:
            self.opened.emit(f"{made.figure.number} {made.figure.word}", made.figure.cases)
