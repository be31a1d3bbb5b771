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
_CAPTION = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class FigureButton(QAbstractButton):
    """One figure."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.figure = HeadFigure("", "", "", ())
        self._lines = 1
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
        self.update()

    @property
    def lines_needed(self) -> int:
        """Return how many lines the caption takes in the width there is."""
        font = make_font(self._tokens, self._tokens.caption)
        room = max(1, self.width() - 2 * self._tokens.inset)
        flags = int(_CAPTION)
        box = QFontMetrics(font).boundingRect(QRect(0, 0, room, 999), flags, self._broken())
        return max(1, round(box.height() / self._line(self._tokens.caption)))

    def _broken(self) -> str:
        """Return the caption, broken after a mark where it is too long for one line."""
        font = make_font(self._tokens, self._tokens.caption)
        room, text = self.width() - 2 * self._tokens.inset, self.figure.caption
        if text_width(font, text) <= room:
            return text
        ends = [at + 1 for at, sign in enumerate(text[:-1]) if sign in "：；，"]
        fitting = [end for end in ends if text_width(font, text[:end]) <= room]
        return f"{text[: fitting[-1]]}\n{text[fitting[-1] :]}" if fitting else text

    def show_lines(self, lines: int) -> None:
        """Keep room for so many lines of caption, as all figures beside do."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of both lines."""
        tokens = self._tokens
        below = self._lines * self._line(tokens.caption)
        high = self._line(tokens.page_title) + below + 2 * tokens.gap
        return QSize(round(_LEAST * tokens.scale), high)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return self.sizeHint()

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
        high = self._lines * self._line(tokens.caption)
        below = QRect(top.left(), top.bottom() + 1, top.width(), high)
        painter.setFont(make_font(tokens, tokens.caption))
        painter.setPen(QColor(getattr(tokens, figure.tone or "ink2")))
        painter.drawText(below, _CAPTION, self._broken())
        if self.hasFocus():
            focus_ring(painter, self.rect(), tokens)
        painter.end()

    def _line(self, size: int) -> int:
        return QFontMetrics(make_font(self._tokens, size)).height()


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
        self._fit()

    def show_figures(self, figures: Sequence[HeadFigure]) -> None:
        """Show the figures."""
        for made, figure in zip(self.buttons, figures, strict=True):
            made.show_figure(figure)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the captions the lines that they take in the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(made.lines_needed for made in self.buttons)
        for made in self.buttons:
            made.show_lines(lines)

    def _on_clicked(self) -> None:
        made = self.sender()
        assert isinstance(made, FigureButton)
        if made.figure.cases:
            self.opened.emit(f"{made.figure.number} {made.figure.word}", made.figure.cases)
