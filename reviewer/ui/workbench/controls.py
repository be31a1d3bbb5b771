"""Small widgets that the panels of the workbench share.

Each takes its colours from the tokens and takes new ones with `set_tokens`; `spread_tokens` hands
them to everything below a widget.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QSizePolicy, QWidget

from reviewer.model import Verdict
from reviewer.ui.theme import Tokens, icon, look
from reviewer.ui.workbench.paint import (
    SIGNS,
    colour,
    draw_icon,
    draw_tag,
    draw_text,
    focus_ring,
    font,
    outline,
    tag_width,
    text_width,
)


@runtime_checkable
class Themed(Protocol):
    """A widget that is drawn from tokens."""

    def set_tokens(self, tokens: Tokens) -> None: ...


def spread_tokens(root: QWidget, tokens: Tokens) -> None:
    """Give new tokens to every themed widget below `root`."""
    child: QWidget
    for child in QObject.findChildren(root, QWidget):
        if isinstance(child, Themed):
            child.set_tokens(tokens)


def ground(widget: QWidget, kind: str) -> None:
    """Let the style sheet paint the ground of `widget`."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
    look(widget, kind)


def label(text: str = "", kind: str = "", tone: str = "") -> QLabel:
    """Return a label of a kind that the style sheet knows."""
    made = QLabel(text)
    if kind or tone:
        look(made, kind, **({"tone": tone} if tone else {}))
    return made


class FlatButton(QPushButton):
    """A flat button with an icon from the tokens; blue while it is on."""

    def __init__(self, tokens: Tokens, text: str = "", icon_name: str = "", tip: str = "") -> None:
        super().__init__(text)
        self._tokens = tokens
        self._icon = icon_name
        self._plain = False
        look(self, "flat")
        self.setToolTip(tip)
        self.setAccessibleName(text or tip)
        self.toggled.connect(self._dress)
        self._dress()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours."""
        self._tokens = tokens
        self._dress()

    def show_icon(self, shown: bool) -> None:
        """Show the icon, or the word alone where there is little room."""
        if shown is self._plain:
            self._plain = not shown
            self.setIcon(QIcon())
            self._dress()

    def _dress(self) -> None:
        if self._icon and not self._plain:
            t = self._tokens
            ink = t.blue if self.isChecked() else t.ink
            self.setIcon(icon(self._icon, ink, t.icon, t.ink3))
            self.setIconSize(QSize(t.icon, t.icon))
        if not self.text():
            self.setFixedWidth(self._tokens.control)


class Chip(QAbstractButton):
    """A page chip: opens the page; solid while its place is the one shown."""

    def __init__(self, tokens: Tokens, text: str, *, shown: bool = False) -> None:
        super().__init__()
        self._tokens = tokens
        self._shown = shown
        self._hover = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours."""
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def set_shown(self, shown: bool) -> None:
        """Say whether its place is on screen as the chosen one."""
        self._shown = shown
        self.update()

    def sizeHint(self) -> QSize:
        width = text_width(self._tokens, self.text(), "caption", True) + 2 * self._tokens.gap
        return QSize(width, self._tokens.control_small - 2)

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
        tokens = self._tokens
        fill = colour(tokens, "blue_fill" if self._shown else "blue_wash")
        ink = colour(tokens, "on_fill" if self._shown else "blue")
        edge = colour(tokens, "blue") if self._hover else fill
        outline(painter, QRectF(self.rect()), edge, tokens.radius, fill=fill)
        align = Qt.AlignmentFlag.AlignCenter
        draw_text(painter, self.rect(), self.text(), font(tokens, "caption"), ink, align)
        if self.hasFocus():
            focus_ring(painter, self.rect(), tokens)


class Option(QAbstractButton):
    """A choice: a ring among several of which one holds, or a box by itself."""

    def __init__(self, tokens: Tokens, text: str, more: str = "", *, single: bool = False) -> None:
        super().__init__()
        self._tokens = tokens
        self._more = more
        self._single = single
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setAccessibleDescription(more)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours."""
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        t = self._tokens
        words = max(text_width(t, self.text()), text_width(t, self._more, "caption"))
        tall = t.row + (t.head - t.unit if self._more else 0)
        return QSize(words + t.icon + 3 * t.gap, tall)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), self._tokens
        size = float(t.icon)
        box = QRectF(t.unit, (t.row - size) / 2, size, size)
        on = self.isChecked()
        edge = colour(t, "blue_fill" if on else "edge")
        fill = edge if on and not self._single else colour(t, "raised")
        radius = size / 2 if self._single else t.radius
        outline(painter, box, edge, radius, fill=fill, width=1.5)
        if on and self._single:
            inner = box.adjusted(size / 4, size / 4, -size / 4, -size / 4)
            outline(painter, inner, edge, size / 4, fill=edge)
        elif on:
            ink = colour(t, "on_fill")
            draw_icon(painter, box.left() + 1, box.center().y(), "check", ink, t.icon - 2)
        left = box.right() + t.gap
        words = QRectF(left, 0, self.width() - left, t.row)
        draw_text(painter, words, self.text(), font(t), colour(t, "ink"))
        if self._more:
            below = QRectF(left, t.row - t.unit, self.width() - left, t.head - t.unit)
            draw_text(painter, below, self._more, font(t, "caption"), colour(t, "ink2"))
        if self.hasFocus():
            focus_ring(painter, self.rect(), t)


class Tag(QWidget):
    """The outlined tag of a machine verdict."""

    def __init__(self, tokens: Tokens, verdict: Verdict) -> None:
        super().__init__()
        self._tokens = tokens
        self._verdict = verdict
        self.setAccessibleName(SIGNS[verdict].word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours."""
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def show_verdict(self, verdict: Verdict) -> None:
        """Show another verdict."""
        self._verdict = verdict
        self.setAccessibleName(SIGNS[verdict].word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tag_width(self._tokens, self._verdict), self._tokens.control_small - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_tag(painter, QRectF(self.rect()), self._verdict, self._tokens)


class Rule(QWidget):
    """A line of one logical pixel between panels."""

    def __init__(self, tokens: Tokens, *, upright: bool = False) -> None:
        super().__init__()
        self._tokens = tokens
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours."""
        self._tokens = tokens
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour(self._tokens, "line2"))


class Elided(QLabel):
    """One line of text that elides at the right, with the whole in the tooltip."""

    def __init__(self, text: str = "", kind: str = "") -> None:
        super().__init__()
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if kind:
            look(self, kind)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show `text`."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        fitting = self.fontMetrics().elidedText(self._whole, mode, max(self.width(), 1))
        if fitting != self.text():
            self.setText(fitting)
        self.setToolTip(self._whole if fitting != self._whole else "")
