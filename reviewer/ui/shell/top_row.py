"""The top row: menu bar, document tabs, search box, save state and user in 38 pixels."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QTabBar, QToolButton, QWidget

from reviewer.model import Person
from reviewer.ui.parts import Line, column, dress, label, picture, row
from reviewer.ui.shell.search import Found, SearchBox
from reviewer.ui.theme import Tokens, icon, look

_NARROW = 1450
"""Below this width the user name goes."""
_TIGHT = 1000
"""Below this width the search box keeps only its words."""


class DocumentTabs(QTabBar):
    """Tabs like those of WPS: 首页 first and never closed, then one per case or page."""

    close_asked = Signal(str)  # key of the tab

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "documents")
        self._tokens = tokens
        self._signs: dict[str, str] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("标签")

    def add(self, key: str, title: str, sign: str, closable: bool = True) -> int:
        """Add a tab at the end and return its position."""
        at = self.addTab(title)
        self.setTabData(at, key)
        self._signs[key] = sign
        self.setTabToolTip(at, title)
        if closable:
            self.setTabButton(at, QTabBar.ButtonPosition.RightSide, self._cross(key))
        self._paint_icons()
        return at

    def key(self, at: int) -> str:
        """Return the key of the tab at a position."""
        return str(self.tabData(at))

    def position(self, key: str) -> int:
        """Return the position of a key, or -1."""
        return next((at for at in range(self.count()) if self.key(at) == key), -1)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all tabs in their order."""
        return tuple(self.key(at) for at in range(self.count()))

    def rename(self, key: str, title: str) -> None:
        """Change the word on a tab."""
        at = self.position(key)
        if at >= 0:
            self.setTabText(at, title)
            self.setTabToolTip(at, title)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._tokens = tokens
        self.setIconSize(QSize(tokens.icon_small, tokens.icon_small))
        self._paint_icons()

    def minimumSizeHint(self) -> QSize:
        """Return little: tabs scroll before the search box gives way."""
        return QSize(self._tokens.rail * 2, self._tokens.bar)

    def _paint_icons(self) -> None:
        size = self._tokens.icon_small
        for at in range(self.count()):
            self.setTabIcon(at, icon(self._signs[self.key(at)], self._tokens.ink2, size))
            cross = self.tabButton(at, QTabBar.ButtonPosition.RightSide)
            if isinstance(cross, QToolButton):
                cross.setIcon(icon("cross", self._tokens.ink2, size))

    def _cross(self, key: str) -> QToolButton:
        # With a parent from the start: setTabButton does not keep a widget alive (6.8.3 crashes).
        made = QToolButton(self)
        made.setObjectName(key)
        look(made, "cross")
        made.setAccessibleName("关闭标签")
        made.setToolTip("关闭标签　Ctrl+W")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(self._on_cross)
        return made

    def _on_cross(self) -> None:
        self.close_asked.emit(self.sender().objectName())


class TopRow(QWidget):
    """Menu bar, tabs, search, saved state and user."""

    def __init__(self, tokens: Tokens, everything: Callable[[], Sequence[Found]]) -> None:
        super().__init__()
        look(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.tabs = DocumentTabs(tokens)
        self.search = SearchBox(tokens, everything)
        self._saved_sign = picture("check", "green", "icon_small")
        self._saved = label("", "caption")
        self._user = label("", "caption")
        self._saved_sign.hide()
        self.search.hide()
        self._person = ""
        self._body = QHBoxLayout()
        self._body.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        self._body.addSpacing(tokens.inset)
        self._body.addWidget(Line(upright=True))
        self._body.addSpacing(tokens.gap)
        self._body.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignBottom)
        self._body.addSpacing(tokens.inset)
        self._body.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        self._body.addSpacing(tokens.inset)
        saved = row(self._saved_sign, self._saved, gap=tokens.unit)
        self._body.addLayout(row(saved, self._user, gap=tokens.gap))
        self._body.setSpacing(0)
        self.setLayout(column(self._body, Line(), gap=0))
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._tokens = tokens
        self.setFixedHeight(tokens.bar + 1)
        self._body.setContentsMargins(tokens.unit, 0, tokens.inset - 2, 0)
        self.menus.setFixedHeight(tokens.bar)
        self.tabs.set_tokens(tokens)
        self.search.set_tokens(tokens)
        dress(self, tokens)
        self._fit()

    def show_saved(self, moment: datetime | None) -> None:
        """Say when the last change was saved; nothing while there was none."""
        self._saved_sign.setVisible(moment is not None)
        self._saved.setText(f"已保存 {moment:%H:%M}" if moment else "")

    def show_person(self, person: Person | None) -> None:
        """Say who sits here."""
        self._person = person.name if person else ""
        self._fit()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Drop the user name where there is no room for it."""
        self._fit()

    def _fit(self) -> None:
        room = self.width() >= round(_NARROW * self._tokens.scale)
        self._user.setText(self._person if room else "")
        self._user.setVisible(bool(self._person) and room)
        # With large type on a small screen the search gives way before a case number does.
        tight = self.width() < round(_TIGHT * self._tokens.scale)
        wide = 300 if room else 208 if tight else 236
        self.search.setFixedWidth(round(wide * self._tokens.scale))
