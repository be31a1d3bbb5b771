"""Small parts that every page is put together from: labels, buttons, lines, key caps.

An icon on a button or label is named by a property, and `dress` puts it in the colours of the
tokens, so that a change of theme is one walk over the page.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.theme import Tokens, icon, look, pixmap
from reviewer.ui.theme.paint import fill_line


def label(text: str = "", kind: str = "body", wraps: bool = False) -> QLabel:
    """Return a label that looks like `kind`; plain text, so that names never become markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    look(made, kind)
    return made


def picture(name: str, tone: str = "blue", size: str = "icon_large") -> QLabel:
    """Return a label that shows an icon once it is dressed; `size` names a token."""
    made = QLabel()
    made.setProperty("icon_name", name)
    made.setProperty("icon_tone", tone)
    made.setProperty("icon_size", size)
    return made


def button(
    text: str, kind: str = "normal", clicked: Callable[[], object] | None = None, sign: str = ""
) -> QPushButton:
    """Return a button that looks like `kind`, with the icon `sign` before its word."""
    # Qt leaves almost nothing between icon and word.
    made = QPushButton(f"\u2009{text}" if sign else text)
    made.setAccessibleName(text.rstrip("…"))
    look(made, kind)
    if sign:
        made.setProperty("icon_name", sign)
        made.setProperty("icon_tone", "on_fill" if kind == "primary" else "ink")
        made.setProperty("icon_size", "icon_small")
    # The ring would otherwise stay on whatever was clicked last.
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if clicked is not None:
        made.clicked.connect(clicked)
    return made


def dress(root: QWidget, tokens: Tokens) -> None:
    """Draw all named icons below `root` in the colours and sizes of `tokens`."""
    child: QWidget
    for child in root.findChildren(QWidget):
        name: object = child.property("icon_name")
        if name:
            _dress_one(child, str(name), tokens)
        elif isinstance(child, Line):
            child.set_tokens(tokens)


def _dress_one(child: QWidget, name: str, tokens: Tokens) -> None:
    colour: str = getattr(tokens, str(child.property("icon_tone")))
    size: int = getattr(tokens, str(child.property("icon_size")))
    if isinstance(child, QAbstractButton):
        child.setIcon(icon(name, colour, size, tokens.ink3))
        child.setIconSize(QSize(size, size))
    elif isinstance(child, QLabel):
        child.setPixmap(pixmap(name, colour, size, child.devicePixelRatioF()))


class Line(QWidget):
    """A hairline between two things, one device pixel thick or a little more."""

    def __init__(self, upright: bool = False) -> None:
        super().__init__()
        self._upright = upright
        self._colour = ""
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colour of lines."""
        self._colour = tokens.line
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the line in whole device pixels."""
        if self._colour:
            painter = QPainter(self)
            fill_line(painter, QRectF(self.rect()), self._colour)
            painter.end()


def row(*things: QWidget | QLayout | int, gap: int = 8) -> QHBoxLayout:
    """Return things side by side; a number is a stretch of that weight."""
    layout = QHBoxLayout()
    return _fill(layout, things, gap)


def column(*things: QWidget | QLayout | int, gap: int = 4) -> QVBoxLayout:
    """Return things above each other; a number is a stretch of that weight."""
    layout = QVBoxLayout()
    return _fill(layout, things, gap)


_Layout = TypeVar("_Layout", bound=QBoxLayout)


def _fill(layout: _Layout, things: tuple[QWidget | QLayout | int, ...], gap: int) -> _Layout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for thing in things:
        if isinstance(thing, int):
            layout.addStretch(thing)
        elif isinstance(thing, QWidget):
            layout.addWidget(thing)
        else:
            layout.addLayout(thing)
    return layout


def card(kind: str = "card") -> QFrame:
    """Return an empty card."""
    made = QFrame()
    look(made, kind)
    return made
