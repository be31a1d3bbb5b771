"""The home tab: the rail and the places beside it, and what they ask of the workspace."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget

from reviewer.model import Case, Person
from reviewer.settings import Settings
from reviewer.ui.home.home_parts import HomeParts
from reviewer.ui.jobs import Jobs
from reviewer.ui.parts import row
from reviewer.ui.services import Services
from reviewer.ui.shell.place_stack import PlaceStack
from reviewer.ui.theme import Tokens
from reviewer.workspace.views import CaseRow, ImportReport

_ENTRIES = {
    "settings": "settings", "signals": "signals",
    "rules": "knowledge", "library": "knowledge", "calendar": "knowledge",
}  # fmt: skip


class HomePage(HomeParts):
    """Cases, import, paper review and settings: where the user is, and how to get elsewhere."""

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        tokens: Tokens,
        row_actions: tuple[QAction, ...] = (),
    ) -> None:
        super().__init__(services, jobs, tokens, row_actions)
        self._stack = PlaceStack(self.places())
        layout = row(self.rail, self._stack, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._connect()
        self._connect_campaign()

    def _connect(self) -> None:
        self.rail.chosen.connect(self._on_rail)
        for page in (self.empty, self.cases):
            page.paper_asked.connect(self.show_paper)
        self.cases.export_asked.connect(self.show_export)
        self.keeping.rows_came.connect(self._on_rows)
        self.keeping.paper_made.connect(self._on_paper_made)
        for asked in (self.removing.restored, self.knowledge.rechecked):
            asked.connect(self.refresh)
        self.importing.shown.connect(self._see)
        self.importing.stored.connect(self._on_stored)
        left = (self.paper.cancelled, self.names.closed, self.importing.left)
        for closed in (*left, self.exporting.page.closed, self.removing.page.closed):
            closed.connect(self.show_cases)

    def _connect_campaign(self) -> None:
        self.campaigns.shown.connect(self._see)
        self.campaigns.changed.connect(self._on_campaign)
        self.campaigns.draw.drawn.connect(self.refresh)
        self.campaigns.files.joined.connect(self.refresh)
        self.campaigns.statistics.cases_wanted.connect(self.show_only)
        self._show_entries()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the focus with the first look; later Qt gives it back to where it was."""
        super().showEvent(event)
        self.campaigns.follow(self.place)
        if self.focusWidget() is None:
            self._focus()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.rail.set_tokens(tokens)
        self._stack.set_tokens(tokens)

    @property
    def rows(self) -> tuple[CaseRow, ...]:
        """All cases, as last asked."""
        return self.keeping.rows

    @property
    def place(self) -> str:
        """Where the user is: a page, or how far an import has come."""
        name = self._stack.name
        if name == "knowledge":
            return self.knowledge.page.part
        if name != "import":
            return name
        if self.importing.page.currentWidget() is self.importing.preview:
            return "preview"
        return "running" if self.importing.busy else "report"

    def refresh(self) -> None:
        """Ask for the cases again; several wishes in a row are one question."""
        self.keeping.refresh()

    def show_cases(self) -> None:
        """Go to the cases, or to the ways to start while there are none."""
        self._see(self.cases if self.rows else self.empty)

    def show_only(self, words: str, cases: Sequence[UUID]) -> None:
        """Go to the cases that a figure counts; `words` say which."""
        self.cases.show_only(words, cases)
        self._see(self.cases)

    def show_paper(self) -> None:
        """Go to the form of a paper review."""
        self._see(self.paper)
        self.paper.start()

    def show_names(self) -> None:
        """Go to the names of the current case."""
        case_id = self.cases.view.current_case()
        case = self.keeping.row_of(case_id) if case_id else None
        if case is not None:
            self._see(self.names)
            self.names.show_case(case)

    def show_settings(self, settings: Settings, person: Person | None) -> None:
        """Go to the settings."""
        self.setting.show(settings, person)
        self._see(self.setting.page)

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
        self.signals.page.show_cases(len(self.rows))
        self._see(self.signals.page)

    def _see(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        entry = self.campaigns.entry_of(self.place) or _ENTRIES.get(self.place, "cases")
        self.rail.show_place(entry)
        self._focus()
        self.changed.emit()

    def _focus(self) -> None:
        """Put the focus where the keys act that the status row shows."""
        # Qt would take it from the case that is being read in another tab.
        if self.isVisible():
            self._stack.begin()

    def _on_campaign(self) -> None:
        self._show_entries()
        self.campaigns.follow(self.place)
        self.changed.emit()

    def _show_entries(self) -> None:
        for entry, exists in self.campaigns.entries().items():
            self.rail.show_entry(entry, exists=exists)

    def _on_rail(self, name: str) -> None:
        if name in self.campaigns.entries():
            self.campaigns.go(name)
            return
        goes = {
            "cases": self.show_cases,
            "knowledge": self.show_knowledge,
            "signals": self.show_signals,
            "settings": self.settings_asked.emit,
        }
        goes[name]()

    def _on_rows(self, rows: tuple[CaseRow, ...]) -> None:
        self.cases.show_rows(rows)
        seen, wanted = self._stack.currentWidget(), self.cases if rows else self.empty
        # The focus goes along only once: the table is also refreshed while somebody types a filter.
        if seen in (self.empty, self.cases) and seen is not wanted:
            self._stack.setCurrentWidget(wanted)
            self._focus()
        self.changed.emit()

    def _on_stored(self, report: ImportReport) -> None:
        self.refresh()
        if report.cases:
            self.cases_stored.emit()

    def _on_paper_made(self, case: Case) -> None:
        self._see(self.cases)
        self.case_opened.emit(case.id)
