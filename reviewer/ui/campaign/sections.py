"""Parts of the pages of a campaign: cards with a heading, a page that scrolls, fields in a grid."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.parts import card, column, label, row
from reviewer.ui.theme import Tokens, look


def section(tokens: Tokens, heading: str, said: str, *parts: QWidget | QLayout) -> QFrame:
    """Return a card with a heading, a sentence beside it, and parts under each other.

    Without heading and sentence the parts begin at its edge.
    """
    made = card()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(tokens.inset, tokens.block, tokens.inset, tokens.inset)
    inside.setSpacing(tokens.gap)
    if heading or said:
        top = row(label(heading, "title"), label(said, "caption", wraps=True))
        top.setStretch(1, 1)
        inside.addLayout(top)
    for part in parts:
        if isinstance(part, QWidget):
            inside.addWidget(part)
        else:
            inside.addLayout(part)
    return made


def scrolling(tokens: Tokens, *parts: QWidget | QLayout, edge: int | None = None) -> QScrollArea:
    """Return blocks under each other that scroll together, `edge` from the sides."""
    side = tokens.margin if edge is None else edge
    inside = QWidget()
    look(inside, "clear")
    body = column(*parts, 1, gap=tokens.block)
    body.setContentsMargins(side, 0, side, side and tokens.block)
    inside.setLayout(body)
    return scrolled(inside)


def scrolled(inside: QWidget) -> QScrollArea:
    """Return a part that scrolls where there is not its least height."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll


def filling(tokens: Tokens, *parts: QWidget | QLayout, edge: int | None = None) -> QScrollArea:
    """Return blocks under each other that fill the page, and scroll where it is too low."""
    scroll = scrolling(tokens, *parts, edge=edge)
    body = scroll.widget().layout()
    assert body is not None
    body.takeAt(body.count() - 1)
    return scroll


class Squeezable(QWidget):
    """Holds a part that a scroll area may make as low as the part can be.

    Qt's scroll area would give a part with wrapped labels its preferred height at least.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        inside.setParent(self)
        look(self, "clear")

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the part."""
        return self._inside.minimumSizeHint()

    def sizeHint(self) -> QSize:
        """Return the size that the part likes."""
        return self._inside.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the part all the room."""
        super().resizeEvent(event)
        self._inside.setGeometry(self.rect())


class Digest(QLabel):
    """A hash on a line of its own, to be read and copied; no room without one."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        look(self, "caption")
        self.hide()

    def show_digest(self, name: str, digest: str) -> None:
        """Show a hash under its name."""
        self.setText(f"{name} {digest}")
        self.setVisible(bool(digest))


class Refusal(QWidget):
    """A sentence in red under what it is about; no room without one."""

    def __init__(self) -> None:
        super().__init__()
        self._text = label("", "body", wraps=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        look(self._text, "body", tone="red")
        self.setLayout(column(self._text))
        self.say("")

    @property
    def sentence(self) -> str:
        """Return what stands there."""
        return self._text.text()

    def say(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        self._text.setText(sentence)
        self.setVisible(bool(sentence))


class Fields(QWidget):
    """Named lines of text beside each other in a grid, each under its word."""

    def __init__(self, tokens: Tokens, columns: int = 3) -> None:
        super().__init__()
        self._columns = columns
        self._at = 0
        self.fields: dict[str, QLineEdit] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.inset)
        self._grid.setVerticalSpacing(tokens.gap)
        for at in range(columns):
            self._grid.setColumnStretch(at, 1)

    def add(self, name: str, word: str, hint: str = "", span: int = 1) -> QLineEdit:
        """Add a line of text, `span` columns wide."""
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(word)
        self.fields[name] = field
        named = label(word, "second")
        named.setBuddy(field)
        self.put(column(named, field), span)
        return field

    def put(self, part: QLayout, span: int = 1) -> None:
        """Add any part."""
        if self._at % self._columns + span > self._columns:
            self._at += self._columns - self._at % self._columns
        at = self._at
        self._grid.addLayout(part, at // self._columns, at % self._columns, 1, span)
        self._at += span

    def text(self, name: str) -> str:
        """Return what stands in a field."""
        return self.fields[name].text().strip()

    def set_text(self, name: str, text: str) -> None:
        """Put a text into a field."""
        self.fields[name].setText(text)
