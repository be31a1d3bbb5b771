"""Case tabs as the window knows them: what they tell, and what may be asked of them.

The tab itself is made by the workbench; here are only its promises.
"""

from collections.abc import Callable
from typing import Any, Protocol, cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from reviewer.model import Place
from reviewer.ui.theme import Tokens


class CasePage(Protocol):
    """What a case tab promises."""

    saved: SignalInstance  # datetime
    title_changed: SignalInstance  # str
    status_changed: SignalInstance  # str
    wants_page_first: SignalInstance  # PageRef

    def set_tokens(self, tokens: Tokens) -> None: ...
    def perform(self, action_id: str) -> bool: ...
    def available_actions(self) -> frozenset[str]: ...
    def reload(self) -> None: ...
    def show_place(self, place: Place) -> None: ...
    def state(self) -> dict[str, Any]: ...
    def restore(self, state: dict[str, Any]) -> None: ...


class CasePages(QObject):
    """Makes case tabs and passes on what they tell, with the case that tells it."""

    saved = Signal(object)  # datetime
    title_changed = Signal(object, str)  # UUID, title
    status_changed = Signal(object, str)  # UUID, sentence
    wants_page_first = Signal(object, object)  # UUID, PageRef

    def __init__(self, make: Callable[[UUID], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._cases: dict[int, UUID] = {}

    def build(self, case_id: UUID, state: dict[str, Any] | None) -> QWidget:
        """Return a new case tab, as it was left when `state` is known."""
        widget = self._make(case_id)
        page = cast("CasePage", widget)
        self._cases[id(widget)] = case_id
        page.saved.connect(self.saved)
        page.title_changed.connect(self._on_title)
        page.status_changed.connect(self._on_status)
        page.wants_page_first.connect(self._on_wanted)
        if state:
            page.restore(state)
        return widget

    def _sender(self) -> UUID:
        return self._cases[id(self.sender())]

    def _on_title(self, title: str) -> None:
        self.title_changed.emit(self._sender(), title)

    def _on_status(self, sentence: str) -> None:
        self.status_changed.emit(self._sender(), sentence)

    def _on_wanted(self, ref: object) -> None:
        self.wants_page_first.emit(self._sender(), ref)


def as_case_page(widget: QWidget | None) -> CasePage | None:
    """Return a widget as a case page when it is one."""
    return cast("CasePage", widget) if widget is not None and hasattr(widget, "perform") else None
