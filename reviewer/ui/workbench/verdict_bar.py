"""The verdict of an item as one segmented control: 符合 不符合 不涉及 待定, keys 1 to 4."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from reviewer.model import Choice
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.paint import (
    CHOICE_COLOURS,
    colour,
    draw_disc,
    draw_text,
    focus_ring,
    font,
    outline,
    text_width,
)
from reviewer.ui.workbench.words import CHOICE_WORDS

_KEYS = {Choice.CONFORMS: "1", Choice.FAILS: "2", Choice.ABSENT: "3", Choice.PENDING: "4"}


class VerdictBar(QWidget):
    """Four segments in one frame."""

    wanted = Signal(object)  # Choice

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._segments = {choice: Segment(tokens, choice) for choice in _KEYS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for segment in self._segments.values():
            segment.clicked.connect(self._on_clicked)
            row.addWidget(segment)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        self.setFixedHeight(tokens.segment)

    def show_choice(self, choice: Choice, absent: bool, why_not: str) -> None:
        """Show the verdict; `absent` says whether 不涉及 is allowed, `why_not` why it is not."""
        for own, segment in self._segments.items():
            segment.setChecked(own is choice)
        away = self._segments[Choice.ABSENT]
        away.setEnabled(absent)
        away.setToolTip("" if absent else why_not)
        away.setAccessibleDescription("" if absent else why_not)
        self.update()

    def set_locked(self, locked: bool) -> None:
        """Take no more clicks, but stay as readable as before."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, locked)
        policy = Qt.FocusPolicy.NoFocus if locked else Qt.FocusPolicy.StrongFocus
        for segment in self._segments.values():
            segment.setFocusPolicy(policy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t = self._tokens
        edge, fill = colour(t, "edge"), colour(t, "raised")
        outline(painter, QRectF(self.rect()), edge, t.radius, fill=fill)

    def _on_clicked(self) -> None:
        segment = self.sender()
        if isinstance(segment, Segment):
            self.wanted.emit(segment.choice)


class Segment(QAbstractButton):
    """One verdict."""

    def __init__(self, tokens: Tokens, choice: Choice) -> None:
        super().__init__()
        self.choice = choice
        self._tokens = tokens
        self._hover = False
        self.setCheckable(True)
        self.setAccessibleName(CHOICE_WORDS[choice])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours."""
        self._tokens = tokens
        self.update()

    def nextCheckState(self) -> None:
        """Leave the state alone: the review says what is chosen."""

    def sizeHint(self) -> QSize:
        return QSize(self._tokens.control * 3, self._tokens.segment)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, area = self._tokens, QRectF(self.rect())
        shade = CHOICE_COLOURS.get(self.choice, "ink")
        if self.isChecked():
            wash = colour(t, f"{shade}_wash") if shade != "ink" else colour(t, "ground")
            outline(painter, area, colour(t, shade), t.radius, fill=wash, width=1.5)
        elif self._hover and self.isEnabled():
            painter.fillRect(area.adjusted(1, 1, -1, -1), colour(t, "grey_wash"))
        if self.choice is not Choice.CONFORMS and not self.isChecked():
            painter.fillRect(QRectF(0, t.unit, 1, self.height() - 2 * t.unit), colour(t, "line2"))
        self._paint_words(painter, shade)
        if self.hasFocus():
            focus_ring(painter, self.rect(), t)

    def _paint_words(self, painter: QPainter, shade: str) -> None:
        t, bold = self._tokens, self.isChecked()
        word, key = CHOICE_WORDS[self.choice], _KEYS[self.choice]
        words = text_width(t, word, "body", bold)
        whole = t.icon + t.gap + words + t.gap + text_width(t, key, "caption")
        left = max(float(t.unit), (self.width() - whole) / 2)
        size = t.icon - 1
        middle = self.height() / 2
        if not self.isEnabled():
            painter.setOpacity(0.45)
        draw_disc(painter, QRectF(left, middle - size / 2, size, size), self.choice, t)
        painter.setOpacity(1.0)
        name = "ink3" if not self.isEnabled() else shade if bold else "ink"
        rest = QRect(round(left + t.icon + t.gap), 0, self.width(), self.height())
        draw_text(painter, rest, word, font(t, "body", bold), colour(t, name))
        rest.translate(words + t.gap, 0)
        quiet = "ink3" if not self.isEnabled() else shade if bold else "ink2"
        draw_text(painter, rest, key, font(t, "caption"), colour(t, quiet))
