"""The home tab: the rail and the places beside it, and what they ask of the workspace."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer.model import Case, Person
from reviewer.settings import Settings
from reviewer.ui.campaign.draw_flow import DrawFlow
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.ledger_flow import LedgerFlow
from reviewer.ui.home.cases_page import CasesPage
from reviewer.ui.home.empty_page import EmptyPage
from reviewer.ui.home.export_flow import ExportFlow
from reviewer.ui.home.names_page import NamesPage
from reviewer.ui.home.paper_page import PaperCase, PaperPage
from reviewer.ui.home.removed_page import RemovedFlow
from reviewer.ui.importing.flow import ImportFlow
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.knowledge.flow import KnowledgeFlow
from reviewer.ui.moving import FolderMove
from reviewer.ui.parts import row
from reviewer.ui.services import Services
from reviewer.ui.settings_page import SettingsPage
from reviewer.ui.shell.rail import Rail
from reviewer.ui.signals.flow import SignalsFlow
from reviewer.ui.theme import Tokens
from reviewer.workspace.views import CaseRow, CaseState, ImportReport

_PLACES = (
    "empty", "cases", "paper", "names", "settings", "export", "removed", "knowledge", "signals",
    "board", "setup", "ledger", "ledger_preview", "draw", "",
)  # fmt: skip
_ENTRIES = {
    "settings": "settings", "signals": "signals", "board": "campaign", "setup": "campaign",
    "ledger": "draw", "ledger_preview": "draw", "draw": "draw",
    "rules": "knowledge", "library": "knowledge", "calendar": "knowledge",
}  # fmt: skip


class HomePage(QWidget):
    """Cases, import, paper review and settings."""

    case_opened = Signal(object)  # UUID
    place_wanted = Signal(object, object)  # UUID, Place or None
    case_removed = Signal(object)  # CaseRow
    cases_stored = Signal()
    settings_asked = Signal()
    person_registered = Signal(object)  # Person
    changed = Signal()  # another place, or other rows: keys and sentences follow
    failed = Signal(Exception)
    said = Signal(str)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        tokens: Tokens,
        row_actions: tuple[QAction, ...] = (),
    ) -> None:
        super().__init__()
        self._services = services
        self._jobs = jobs
        self._rows: tuple[CaseRow, ...] = ()
        self._asked_rows = False
        self.rail = Rail(tokens)
        self.rail.show_entry("draw", exists=False)
        self.empty = EmptyPage(tokens)
        self.cases = CasesPage(tokens, row_actions)
        self.paper = PaperPage(tokens)
        self.names = NamesPage(tokens)
        self.settings = SettingsPage(tokens)
        self.moving = FolderMove(services.data, jobs, self.settings)
        self.importing = ImportFlow(services.imports, jobs, tokens, self)
        self.exporting = ExportFlow(services, jobs, tokens, self)
        self.removing = RemovedFlow(services.cases, jobs, tokens, self)
        self.knowledge = KnowledgeFlow(services, jobs, tokens, self)
        self.signals = SignalsFlow(services, jobs, tokens, self)
        self.campaign = CampaignFlow(services.campaigns, jobs, tokens, self)
        self.ledger = LedgerFlow(services.campaigns, jobs, tokens, self.campaign)
        self.draw = DrawFlow(services.campaigns, jobs, tokens, self.campaign)
        self._stack = QStackedWidget()
        self._pages: tuple[QWidget, ...] = (
            self.empty,
            self.cases, self.paper, self.names, self.settings, self.exporting.page,
            self.removing.page, self.knowledge.page, self.signals.page, self.campaign.board,
            self.campaign.setup, self.ledger.page, self.ledger.preview, self.draw.page,
            self.importing.page,
        )  # fmt: skip
        for page in self._pages:
            self._stack.addWidget(page)
        layout = row(self.rail, self._stack, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._connect()
        self._connect_campaign()

    def _connect(self) -> None:
        self.rail.chosen.connect(self._on_rail)
        for page in (self.empty, self.cases):
            page.import_asked.connect(self.importing.ask_files)
            page.folder_asked.connect(self.importing.ask_folder)
            page.paper_asked.connect(self.show_paper)
        self.cases.export_asked.connect(self.show_export)
        self.cases.opened.connect(self.case_opened)
        self.cases.removal_asked.connect(self._on_removal)
        self.paper.created.connect(self._on_paper)
        self.paper.cancelled.connect(self.show_cases)
        self.names.changed.connect(self._on_names)
        self.names.closed.connect(self.show_cases)
        self.exporting.page.closed.connect(self.show_cases)
        self.exporting.said.connect(self.said)
        self.removing.page.closed.connect(self.show_cases)
        self.removing.restored.connect(self.refresh)
        self.removing.failed.connect(self.failed)
        self.knowledge.page.part_shown.connect(self.changed)
        self.knowledge.said.connect(self.said)
        self.knowledge.failed.connect(self.failed)
        self.knowledge.rechecked.connect(self.refresh)
        self.signals.said.connect(self.said)
        self.signals.failed.connect(self.failed)
        self.signals.page.case_wanted.connect(self.place_wanted)
        self.importing.shown.connect(self._see)
        self.importing.left.connect(self.show_cases)
        self.importing.stored.connect(self._on_stored)
        self.importing.review_asked.connect(self.case_opened)
        self.importing.failed.connect(self.failed)
        self.importing.said.connect(self.said)
        self.settings.person_changed.connect(self._on_person)

    def _connect_campaign(self) -> None:
        for flow in (self.campaign, self.ledger, self.draw):
            flow.shown.connect(self._see)
            flow.said.connect(self.said)
            flow.failed.connect(self.failed)
        self.campaign.changed.connect(self._on_campaign)
        self.draw.drawn.connect(self.refresh)
        self.draw.page.ledger_asked.connect(self.ledger.show)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the focus with the first look; later Qt gives it back to where it was."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self._focus()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.rail.set_tokens(tokens)
        self.empty.set_tokens(tokens)
        self.cases.set_tokens(tokens)
        self.paper.set_tokens(tokens)
        self.names.set_tokens(tokens)
        self.settings.set_tokens(tokens)
        self.importing.set_tokens(tokens)
        self.exporting.page.set_tokens(tokens)
        self.removing.page.set_tokens(tokens)
        self.knowledge.page.set_tokens(tokens)
        self.signals.page.set_tokens(tokens)
        self.campaign.set_tokens(tokens)
        self.ledger.set_tokens(tokens)
        self.draw.page.set_tokens(tokens)

    @property
    def rows(self) -> tuple[CaseRow, ...]:
        """All cases, as last asked."""
        return self._rows

    @property
    def place(self) -> str:
        """Where the user is: a page, or how far an import has come."""
        name = _PLACES[self._stack.currentIndex()]
        if name == "knowledge":
            return self.knowledge.page.part
        if name:
            return name
        if self.importing.page.currentWidget() is self.importing.preview:
            return "preview"
        return "running" if self.importing.busy else "report"

    def refresh(self) -> None:
        """Ask for the cases again; several wishes in a row are one question."""
        if self._asked_rows:
            return
        self._asked_rows = True
        job = self._jobs.start(lambda _progress: self._services.cases.rows())
        job.succeeded.connect(self._on_rows)
        job.failed.connect(self.failed)
        job.finished.connect(self._on_asked)

    def show_cases(self) -> None:
        """Go to the cases, or to the ways to start while there are none."""
        self._see(self.cases if self._rows else self.empty)

    def show_paper(self) -> None:
        """Go to the form of a paper review."""
        self._see(self.paper)
        self.paper.start()

    def show_names(self) -> None:
        """Go to the names of the current case."""
        case_id = self.cases.view.current_case()
        case = self.row_of(case_id) if case_id else None
        if case is not None:
            self._see(self.names)
            self.names.show_case(case)

    def show_settings(self, settings: Settings, person: Person | None) -> None:
        """Go to the settings."""
        self.settings.show_settings(settings)
        self.settings.show_person(person)
        self.moving.show_folder()
        self._see(self.settings)

    def show_export(self) -> None:
        """Go to the export of the cases that the table shows."""
        self.exporting.show_rows(self.cases.shown_rows())
        self._see(self.exporting.page)

    def show_removed(self) -> None:
        """Go to the removed cases."""
        self.removing.refresh()
        self._see(self.removing.page)

    def show_knowledge(self, part: str = "") -> None:
        """Go to the rules, the library or the calendar."""
        self.knowledge.show(part)
        self._see(self.knowledge.page)

    def show_signals(self) -> None:
        """Go to the signals across cases."""
        self.signals.page.show_cases(len(self._rows))
        self._see(self.signals.page)

    def row_of(self, case_id: UUID) -> CaseRow | None:
        """Return the row of a case."""
        return next((row for row in self._rows if row.id == case_id), None)

    def counts(self) -> str:
        """Return how many cases are in which state, in words."""
        parts = [
            f"{state.value} {number}"
            for state in reversed(CaseState)
            if (number := sum(case.state is state for case in self._rows))
        ]
        return f"{len(self._rows)} 卷：{'，'.join(parts)}" if parts else ""

    def _see(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.rail.show_place(_ENTRIES.get(self.place, "cases"))
        self._focus()
        self.changed.emit()

    def _focus(self) -> None:
        """Put the focus where the keys act that the status row shows."""
        if not self.isVisible():
            # Qt would take it from the case that is being read in another tab.
            return
        begins: dict[QWidget, Callable[[], object]] = {
            self.cases: self.cases.view.setFocus,
            self.removing.page: self.removing.page.view.setFocus,
            self.knowledge.page: self.knowledge.page.begin,
            self.signals.page: self.signals.page.begin,
            self.campaign.board: self.campaign.board.begin,
            self.ledger.page: self.ledger.page.begin,
            self.draw.page: self.draw.page.begin,
            self.importing.page: self.importing.focus,
        }
        begin = begins.get(self._stack.currentWidget())
        if begin is not None:
            begin()

    def show_draw(self) -> None:
        """Go to the draw, or to the ledger while there is nothing to draw from."""
        state = self.campaign.state
        frozen = state is not None and state.ledger is not None and state.ledger.frozen_at
        (self.draw if frozen else self.ledger).show()

    def _on_campaign(self) -> None:
        self.rail.show_entry("draw", exists=self.campaign.state is not None)
        if self._stack.currentWidget() is self.ledger.page:
            self.ledger.refresh()
        self.changed.emit()

    def _on_rail(self, name: str) -> None:
        goes = {
            "campaign": self.campaign.show_board,
            "draw": self.show_draw,
            "cases": self.show_cases,
            "knowledge": self.show_knowledge,
            "signals": self.show_signals,
            "settings": self.settings_asked.emit,
        }
        goes[name]()

    def _on_rows(self, rows: tuple[CaseRow, ...]) -> None:
        self._rows = rows
        self.cases.show_rows(rows)
        seen, wanted = self._stack.currentWidget(), self.cases if rows else self.empty
        # The focus goes along only once: the table is also refreshed while somebody types a filter.
        if seen in (self.empty, self.cases) and seen is not wanted:
            self._stack.setCurrentWidget(wanted)
            self._focus()
        self.changed.emit()

    def _on_asked(self) -> None:
        self._asked_rows = False

    def _on_removal(self, case_id: UUID) -> None:
        chosen = self.row_of(case_id)
        if chosen is None:
            return
        job = self._jobs.start(lambda _: self._services.cases.remove(case_id), Lane.WRITE)
        job.failed.connect(self.failed)
        job.succeeded.connect(self.refresh)
        self.case_removed.emit(chosen)

    def _on_stored(self, report: ImportReport) -> None:
        self.refresh()
        if report.cases:
            self.cases_stored.emit()

    def _on_names(self, case_id: UUID, names: dict[str, str]) -> None:
        job = self._jobs.start(lambda _: self._services.cases.rename(case_id, **names), Lane.WRITE)
        job.succeeded.connect(self.refresh)
        job.failed.connect(self.failed)

    def _on_paper(self, typed: PaperCase) -> None:
        job = self._jobs.start(
            lambda _: self._services.cases.new_paper_case(
                typed.title, typed.case_no, typed.unit, typed.party, typed.cause
            ),
            Lane.WRITE,
        )
        job.succeeded.connect(self._on_paper_made)
        job.failed.connect(self.failed)

    def _on_paper_made(self, case: Case) -> None:
        self.refresh()
        self._see(self.cases)
        self.case_opened.emit(case.id)

    def _on_person(self, name: str, unit: str) -> None:
        job = self._jobs.start(lambda _: self._services.people.register(name, unit), Lane.WRITE)
        job.succeeded.connect(self.person_registered)
        job.failed.connect(self.failed)
