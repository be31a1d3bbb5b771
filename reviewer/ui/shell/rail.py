"""The rail of the home tab: an icon over a word for each place that exists."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from reviewer.ui.parts import Line, dress, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.theme.paint import draw_icon, draw_text, focus_ring, make_font

_ABOVE = (
    "campaign", "cases", "draw", "adjudication", "rectification", "statistics", "signals",
    "knowledge",
)  # fmt: skip
_ENTRY_HEIGHT = 0.87  # of the width of the rail


class RailEntry(QAbstractButton):
    """One entry: checked means you are there."""

    def __init__(self, name: str, sign: str, word: str, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(word)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._sign = sign
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint with `tokens` from now on."""
        self._tokens = tokens
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of every entry."""
        return QSize(self._tokens.rail, round(self._tokens.rail * _ENTRY_HEIGHT))

    def fit(self, height: int) -> None:
        """Be as high as usual, or lower where all entries would not stand under each other."""
        self.setFixedHeight(min(self.sizeHint().height(), height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, mark, icon and word."""
        tokens = self._tokens
        here = self.isChecked()
        painter = QPainter(self)
        if here or self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens.blue_wash if here else tokens.grey_wash))
        if here:
            painter.fillRect(QRect(0, 0, tokens.mark, self.height()), QColor(tokens.blue))
        colour = tokens.blue if here else tokens.ink
        size = tokens.icon_large
        top = (self.height() - size - round(tokens.caption * 1.5) - tokens.unit) // 2
        draw_icon(
            painter, self._sign, colour if here else tokens.ink2, (self.width() - size) / 2,
            top + size / 2, size,
        )  # fmt: skip
        words = QRect(0, top + size + tokens.unit, self.width(), round(tokens.caption * 1.5))
        font = make_font(tokens, tokens.caption, bold=here)
        draw_text(painter, words, self.text(), font, colour, Qt.AlignmentFlag.AlignHCenter)
        if self.hasFocus():
            focus_ring(painter, self.rect(), tokens)
        painter.end()


class Rail(QWidget):
    """The entries above each other, the settings at the foot."""

    chosen = Signal(str)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._entries = {
            "campaign": RailEntry("campaign", "flag", "活动", tokens),
            "draw": RailEntry("draw", "shuffle", "抽取", tokens),
            "adjudication": RailEntry("adjudication", "scales", "合议", tokens),
            "rectification": RailEntry("rectification", "pencil", "整改", tokens),
            "statistics": RailEntry("statistics", "chart", "统计", tokens),
            "cases": RailEntry("cases", "folder", "案卷", tokens),
            "signals": RailEntry("signals", "eye", "线索", tokens),
            "knowledge": RailEntry("knowledge", "book", "资料", tokens),
            "settings": RailEntry("settings", "gear", "设置", tokens),
        }
        self._stack = QVBoxLayout()
        self._stack.setContentsMargins(0, tokens.gap, 0, tokens.gap)
        self._stack.setSpacing(0)
        for name in _ABOVE:
            self._stack.addWidget(self._entries[name])
        for name in ("adjudication", "rectification", "statistics"):
            self.show_entry(name, exists=False)
        self._stack.addStretch(1)
        self._stack.addWidget(self._entries["settings"])
        self.setLayout(row(self._stack, Line(upright=True), gap=0))
        for entry in self._entries.values():
            entry.clicked.connect(self._on_clicked)
        dress(self, tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint with `tokens` from now on."""
        for entry in self._entries.values():
            entry.set_tokens(tokens)
        self._fit()
        dress(self, tokens)

    def show_entry(self, name: str, *, exists: bool) -> None:
        """Let an entry be there, or not, as its step exists."""
        self._entries[name].setVisible(exists)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let all entries stand under each other."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [one for one in self._entries.values() if not one.isHidden()]
        margins = self._stack.contentsMargins()
        room = self.height() - margins.top() - margins.bottom()
        for entry in shown:
            entry.fit(max(1, room // len(shown)))

    def show_place(self, name: str) -> None:
        """Mark the entry where the user is."""
        self._entries[name].setChecked(True)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().objectName())
