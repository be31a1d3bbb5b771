"""The open tabs: which places are open, which one is seen, and how they come back after a restart.

A tab is known by its key: `home`, `keys`, `about` or `case:<uuid>`.  Its page is built when it is
first seen, so that a restart with ten cases open is as quick as one with none.
"""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer.ui.shell.top_row import DocumentTabs

HOME = "home"
_CASE = "case:"


def case_key(case_id: UUID) -> str:
    """Return the key of the tab of a case."""
    return f"{_CASE}{case_id}"


def case_of(key: str) -> UUID | None:
    """Return the case of a tab, or None for another place."""
    return UUID(key.removeprefix(_CASE)) if key.startswith(_CASE) else None


class OpenTabs(QObject):
    """Keeps tab bar and pages in step."""

    current_changed = Signal(str)
    closed = Signal(str)

    def __init__(
        self, bar: DocumentTabs, stack: QStackedWidget, build: Callable[[str], QWidget]
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._stack = stack
        self._build = build
        self._pages: dict[str, QWidget] = {}
        bar.currentChanged.connect(self._on_current)
        bar.close_asked.connect(self.close)

    @property
    def current(self) -> str:
        """The key of the tab that is seen."""
        at = self._bar.currentIndex()
        return self._bar.key(at) if at >= 0 else ""

    def page(self, key: str) -> QWidget | None:
        """Return the page of a tab when it was built already."""
        return self._pages.get(key)

    def pages(self) -> dict[str, QWidget]:
        """Return all pages that were built, by key."""
        return dict(self._pages)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the open tabs, left to right."""
        return self._bar.keys()

    def add(self, key: str, title: str, sign: str) -> None:
        """Add a tab without going there."""
        if self._bar.position(key) < 0:
            self._bar.add(key, title, sign, closable=key != HOME)

    def open(self, key: str, title: str, sign: str) -> None:
        """Go to a tab, adding it when it is not there."""
        self.add(key, title, sign)
        self.go(key)

    def go(self, key: str) -> None:
        """Go to an open tab; do nothing when there is none."""
        at = self._bar.position(key)
        if at >= 0:
            self._bar.setCurrentIndex(at)
            self._see(key)

    def step(self, by: int) -> None:
        """Go to the next or previous tab, around the ends."""
        if self._bar.count():
            self._bar.setCurrentIndex((self._bar.currentIndex() + by) % self._bar.count())

    def rename(self, key: str, title: str) -> None:
        """Change the word on a tab."""
        self._bar.rename(key, title)

    def title(self, key: str) -> str:
        """Return the word on a tab."""
        at = self._bar.position(key)
        return self._bar.tabText(at) if at >= 0 else ""

    def close(self, key: str) -> None:
        """Close a tab; home stays."""
        at = self._bar.position(key)
        if at < 0 or key == HOME:
            return
        self.closed.emit(key)
        self._bar.removeTab(at)
        page = self._pages.pop(key, None)
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

    def _on_current(self, at: int) -> None:
        if at >= 0 and self._bar.tabData(at) is not None:
            self._see(self._bar.key(at))

    def _see(self, key: str) -> None:
        page = self._pages.get(key)
        if page is None:
            self._pages[key] = page = self._build(key)
            self._stack.addWidget(page)
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
        self.current_changed.emit(key)
