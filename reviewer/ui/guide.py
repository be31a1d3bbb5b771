"""The guide: keeps actions, status row and title in step with where the user is.

It looks at the places and draws what `shell.hints` makes of the situation; it changes no place.
"""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from reviewer.ui.home.home_page import HomePage
from reviewer.ui.recognition import Recognition
from reviewer.ui.services import Data
from reviewer.ui.shell import hints
from reviewer.ui.shell.case_pages import CasePage, as_case_page
from reviewer.ui.shell.frame import Frame
from reviewer.ui.shell.open_tabs import HOME, OpenTabs, case_key, case_of
from reviewer.ui.shell.search import Found


class Guide(QObject):
    """Says where the user is, what can be done here, and what goes on behind."""

    def __init__(
        self,
        frame: Frame,
        home: HomePage,
        tabs: OpenTabs,
        recognition: Recognition,
        data: Data,
        of_meeting: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        super().__init__(tabs)
        self._frame = frame
        self._home = home
        self._tabs = tabs
        self._recognition = recognition
        self._data = data
        self._of_meeting = of_meeting
        self._said = ""
        self._statuses: dict[str, str] = {}
        home.changed.connect(self.refresh)
        home.said.connect(self.say)
        recognition.changed.connect(self.refresh)
        tabs.current_changed.connect(self._on_tab)

    def say(self, sentence: str) -> None:
        """Say something once in the status row."""
        self._said = sentence
        self.refresh()

    def show_status(self, case_id: UUID, sentence: str) -> None:
        """Show what a case tab says about itself while it is seen."""
        self.show_tab_status(case_key(case_id), sentence)

    def show_tab_status(self, key: str, sentence: str) -> None:
        """Show what a tab says about itself while it is seen."""
        self._statuses[key] = sentence
        self.refresh()

    def case_page(self) -> CasePage | None:
        """Return the case tab that is seen."""
        key = self._tabs.current
        return as_case_page(self._tabs.page(key)) if case_of(key) else None

    def findable(self) -> tuple[Found, ...]:
        """Return what Ctrl+K can find now."""
        return hints.findable(self._home.rows, hints.available(self._situation()))

    def refresh(self) -> None:
        """Bring everything in step."""
        now = self._situation()
        self._frame.commands.enable(hints.available(now))
        status = self._frame.status
        status.show_keys(hints.keys_here(now))
        status.show_behind(hints.behind(now))
        status.show_mode(hints.mode(now))
        self._frame.window.setWindowTitle(hints.window_title(now))
        reading = f"{now.reading}。不用等，可以先评查。" if now.reading else ""
        self._home.importing.running.show_behind(reading)

    def _situation(self) -> hints.Situation:
        key = self._tabs.current
        case_id = case_of(key)
        page = self.case_page()
        row = self._home.keeping.row_of(case_id) if case_id else None
        return hints.Situation(
            place="case" if case_id else self._home.place if key == HOME else key,
            title=row.title if row else "" if key == HOME else self._tabs.title(key),
            reading=self._recognition.sentence(),
            pausable=self._recognition.running,
            paused=self._recognition.paused,
            said=self._said,
            counts=self._home.keeping.counts(),
            folder=str(self._data.folder),
            case_status=self._statuses.get(key, ""),
            campaign_actions=self._home.campaigns.actions() | self._of_meeting(),
            case_actions=page.available_actions() if page else frozenset(),
        )

    def _on_tab(self, _key: str) -> None:
        self._said = ""
        self.refresh()
