"""The desk: what the window does once a data folder is open.

It ties the places together: home and its import, the case tabs, text recognition, the status row
and the actions.  Each place is given values and says what it wants.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.model import Person, Place
from reviewer.settings import Settings
from reviewer.ui.desk_deeds import deeds_of
from reviewer.ui.freshening import Freshening
from reviewer.ui.guide import Guide
from reviewer.ui.home.home_deeds import HomeDeeds
from reviewer.ui.home.home_page import HomePage
from reviewer.ui.meeting.meeting_tab import MEETING, SIGN, MeetingTab
from reviewer.ui.recognition import Recognition
from reviewer.ui.services import Services
from reviewer.ui.shell.case_pages import CasePages, as_case_page
from reviewer.ui.shell.frame import Frame
from reviewer.ui.shell.help_pages import AboutPage, KeysPage
from reviewer.ui.shell.hints import short_title
from reviewer.ui.shell.memory import Memory
from reviewer.ui.shell.open_tabs import HOME, OpenTabs, case_key, case_of
from reviewer.ui.shell.tab_states import TabStates
from reviewer.ui.theme import Tokens
from reviewer.ui.tidings import Tidings
from reviewer.ui.words import local
from reviewer.workspace.views import CaseRow


class Desk(QObject):
    """Home, case tabs and what runs behind them."""

    setting_chosen = Signal(str, object)  # name of the setting, value

    def __init__(
        self,
        frame: Frame,
        services: Services,
        tokens: Tokens,
        settings: Callable[[], Settings],
        make_case_tab: Callable[[UUID], QWidget],
    ) -> None:
        super().__init__(frame.window)
        self.services, self.frame, self.tokens = services, frame, tokens
        self._settings = settings
        self._person: Person | None = None
        self._saved: datetime | None = None
        self._stale = False
        self._states = TabStates()
        in_rows = tuple(
            frame.commands.action(f"table.{name}") for name in ("open", "names", "remove")
        )
        self.home = HomePage(services, frame.jobs, tokens, in_rows)
        # While there is no style sheet; later all its widgets would take the style once more.
        self.home.setParent(frame.places)
        self.case_pages = CasePages(make_case_tab, self)
        self.recognition = Recognition(services.texts, frame.jobs, self)
        self.tabs = OpenTabs(frame.top.tabs, frame.places, self._build)
        self._places = HomeDeeds(self.home, self.tabs)
        queue = self.home.campaigns.adjudication
        self.meeting = MeetingTab(queue.meeting, self.tabs, self._places.at_home(queue.show))
        self.guide = Guide(
            frame, self.home, self.tabs, self.recognition, services.data, self.meeting.actions
        )
        self._freshening = Freshening(self.recognition)
        self._tidings = Tidings(frame.notice, self.home)
        self._deeds = {**deeds_of(self), **self._places.deeds()}
        frame.top.search.show()
        self._connect()

    def _connect(self) -> None:
        home, frame = self.home, self.frame
        home.case_opened.connect(self.open_case)
        home.place_wanted.connect(self.open_case_at)
        home.campaigns.campaign.asked.connect(self.perform)
        home.campaigns.packages.taken.connect(self._on_taken)
        home.case_removed.connect(self._on_removed)
        home.cases_stored.connect(self.recognition.find_work)
        home.settings_asked.connect(self.show_settings)
        home.person_registered.connect(self._on_person)
        home.setting.moving.started.connect(self.recognition.hold)
        home.setting.moving.ended.connect(self.recognition.find_work)
        home.setting.moving.moved.connect(self._on_moved)
        home.setting.chosen.connect(self.setting_chosen)
        self.case_pages.saved.connect(self._on_saved)
        self.case_pages.title_changed.connect(self._on_title)
        self.case_pages.status_changed.connect(self.guide.show_status)
        self.meeting.status_changed.connect(self.guide.show_tab_status)
        home.campaigns.adjudication.meeting.full_screen_asked.connect(
            frame.commands.action("window.full").trigger
        )
        self.case_pages.wants_page_first.connect(self.recognition.want)
        self._freshening.due.connect(self._on_new_text)
        self.recognition.failed.connect(frame.notice.show_error)
        self.tabs.closed.connect(self._on_closed)
        self.tabs.current_changed.connect(self._on_tab)
        frame.top.search.chosen.connect(self._on_found)

    def begin(self, memory: Memory) -> None:
        """Show home and the tabs of last time, and go on with what was left to read."""
        self._states.take(memory)
        self.tabs.open(HOME, "首页", "home")
        for key, title in memory.tabs:
            self.tabs.add(key, title, "file" if case_of(key) else _HELP_SIGNS.get(key, "info"))
        self.tabs.go(memory.current)
        self._person = self.services.people.current()
        self.frame.top.show_person(self._person)
        self.home.show_cases()
        self.home.refresh()
        self.home.campaigns.campaign.reload()
        self.recognition.find_work()

    def memory(self, geometry: str) -> Memory:
        """Return how the window is left."""
        meeting = self.meeting.state()
        others = {} if meeting is None else {MEETING: meeting}
        return self._states.memory(geometry, self.tabs, others)

    def set_tokens(self, tokens: Tokens) -> None:
        """Give every place the new colours and sizes."""
        self.tokens = tokens
        for page in self.tabs.pages().values():
            page.set_tokens(tokens)  # type: ignore[attr-defined]  # every place has it

    def import_files(self, paths: Sequence[Path]) -> None:
        """Look at dropped files."""
        self.go_home()
        self.home.campaigns.packages.offer(paths, self.home.importing.start)

    def open_case(self, case_id: UUID) -> None:
        """Go to the tab of a case."""
        found = self.home.keeping.row_of(case_id)
        self.tabs.open(case_key(case_id), short_title(found.title if found else "案卷"), "file")

    def open_case_at(self, case_id: UUID, place: Place | None) -> None:
        """Go to the tab of a case, and there to a place."""
        self.open_case(case_id)
        page = as_case_page(self.tabs.page(case_key(case_id)))
        if page is not None and place is not None:
            page.show_place(place)

    def show_settings(self) -> None:
        """Go to the settings."""
        self.go_home()
        self.home.show_settings(self._settings(), self._person)

    def perform(self, action_id: str) -> None:
        """Do what an action says, here or in the case tab."""
        deed = self._deeds.get(action_id)
        if self.meeting.perform(action_id):
            return
        if deed is not None:
            deed()
        elif action_id == "case.export" and self.tabs.current == HOME:
            self.home.show_export()
        elif (page := self.guide.case_page()) is not None:
            page.perform(action_id)

    def _build(self, key: str) -> QWidget:
        case_id = case_of(key)
        if case_id is not None:
            return self.case_pages.build(case_id, self._states.of(key))
        if key == HOME:
            return self.home
        if key == MEETING:
            return self.meeting.build(self.tokens, self._states.of(key))
        return KeysPage(self.tokens) if key == "keys" else AboutPage(self.tokens)

    def go_home(self) -> None:
        """Go to the home tab."""
        self.tabs.go(HOME)

    def tell_saved(self) -> None:
        """Say when the last change was saved."""
        at = f" {self._saved:%H:%M}" if self._saved else ""
        self.guide.say(f"已自动保存{at}，每一步改动都随时存下")

    def _on_tab(self, key: str) -> None:
        # What was done in a case tab may have moved its case on in the campaign.
        if key == HOME and self._stale and self.home.campaigns.campaign.state is not None:
            self._stale = False
            self.home.campaigns.campaign.reload()

    def _on_closed(self, key: str) -> None:
        self._states.keep(key, self.tabs.page(key))
        self.home.refresh()

    def _on_found(self, kind: str, name: str) -> None:
        if kind == "case":
            self.open_case(UUID(name))
        else:
            self.frame.commands.action(name).trigger()

    def _on_saved(self, moment: datetime) -> None:
        self._saved = local(moment)
        self._stale = True
        self.frame.top.show_saved(self._saved)
        self.home.refresh()
        self.guide.refresh()

    def _on_title(self, case_id: UUID, title: str) -> None:
        self.tabs.rename(case_key(case_id), short_title(title))
        self.guide.refresh()

    def _on_new_text(self, cases: frozenset[UUID]) -> None:
        self.home.refresh()
        for case_id in cases:
            page = as_case_page(self.tabs.page(case_key(case_id)))
            if page is not None:
                page.reload()

    def _on_removed(self, row: CaseRow) -> None:
        self.recognition.forget(row.id)
        self.tabs.close(case_key(row.id))
        self._tidings.tell_removed(row)

    def _on_person(self, person: Person) -> None:
        self._person = person
        self.frame.top.show_person(person)

    def _on_taken(self) -> None:
        person = self.services.people.current()
        if person is not None:
            self._on_person(person)
        self.home.refresh()
        self.recognition.find_work()

    def _on_moved(self, _folder: Path) -> None:
        self.guide.say("资料库已搬到新位置")


_HELP_SIGNS = {"keys": "keyboard", "about": "info", MEETING: SIGN}
