"""How each tab was left: while it is closed, and over a restart."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from reviewer.ui.shell.case_pages import as_case_page
from reviewer.ui.shell.memory import Memory
from reviewer.ui.shell.open_tabs import HOME, OpenTabs, case_of


class TabStates:
    """Remembers the state of tabs by their key."""

    def __init__(self) -> None:
        self._states: Mapping[str, Any] = {}

    def take(self, memory: Memory) -> None:
        """Take what was remembered of the last run."""
        self._states = memory.states

    def of(self, key: str) -> Any:
        """Return how a tab was left; None when nothing is known."""
        return self._states.get(key)

    def keep(self, key: str, page: QWidget | None) -> None:
        """Remember how the tab of a case is left."""
        self._states = {**self._states, **_state_of(key, page)}

    def memory(self, geometry: str, tabs: OpenTabs, others: Mapping[str, Any]) -> Memory:
        """Return how the window is left; `others` are the states of tabs that are no cases."""
        known: dict[str, Any] = {**self._states}
        for key, page in tabs.pages().items():
            known |= _state_of(key, page)
        known |= others
        keys = tabs.keys()
        states = {key: state for key, state in known.items() if key in keys}
        named = tuple((key, tabs.title(key)) for key in keys if key != HOME)
        return Memory(geometry, named, tabs.current, states)


def _state_of(key: str, page: QWidget | None) -> dict[str, Any]:
    case_page = as_case_page(page) if case_of(key) else None
    return {key: case_page.state()} if case_page is not None else {}
