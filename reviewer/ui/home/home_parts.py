"""The pages and flows of the home tab, and what they say to the window; who is seen is not here."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reviewer.ui.campaign.places import CampaignPlaces
from reviewer.ui.home.case_keeping import CaseKeeping
from reviewer.ui.home.cases_page import CasesPage
from reviewer.ui.home.empty_page import EmptyPage
from reviewer.ui.home.export_flow import ExportFlow
from reviewer.ui.home.names_page import NamesPage
from reviewer.ui.home.paper_page import PaperPage
from reviewer.ui.home.removed_page import RemovedFlow
from reviewer.ui.importing.flow import ImportFlow
from reviewer.ui.jobs import Jobs
from reviewer.ui.knowledge.flow import KnowledgeFlow
from reviewer.ui.services import Services
from reviewer.ui.settings_flow import SettingsFlow
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.shell.rail import Rail
from reviewer.ui.signals.flow import SignalsFlow
from reviewer.ui.theme import Tokens


class HomeParts(QWidget):
    """Makes the parts and passes on what they say; where the user is, is for the page."""

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
        self, services: Services, jobs: Jobs, tokens: Tokens, row_actions: tuple[QAction, ...]
    ) -> None:
        super().__init__()
        self.keeping = CaseKeeping(services, jobs, self)
        self.rail = Rail(tokens)
        self.empty = EmptyPage(tokens)
        self.cases = CasesPage(tokens, row_actions)
        self.paper = PaperPage(tokens)
        self.names = NamesPage(tokens)
        self.setting = SettingsFlow(services, jobs, tokens, self)
        self.importing = ImportFlow(services.imports, jobs, tokens, self)
        self.exporting = ExportFlow(services, jobs, tokens, self)
        self.removing = RemovedFlow(services.cases, jobs, tokens, self)
        self.knowledge = KnowledgeFlow(services, jobs, tokens, self)
        self.signals = SignalsFlow(services, jobs, tokens, self)
        self.campaigns = CampaignPlaces(services.campaigns, jobs, tokens, self)
        self._join()
        self._pass_on()

    def places(self) -> tuple[HomePlace, ...]:
        """Return the places beside the rail, one for each page."""
        removed, known, signals = self.removing.page, self.knowledge.page, self.signals.page
        exporting, importing = self.exporting.page, self.importing
        return (
            HomePlace("empty", self.empty, self.empty.set_tokens),
            HomePlace("cases", self.cases, self.cases.set_tokens, self.cases.view.setFocus),
            HomePlace("paper", self.paper, self.paper.set_tokens),
            HomePlace("names", self.names, self.names.set_tokens),
            HomePlace("settings", self.setting.page, self.setting.page.set_tokens),
            HomePlace("export", exporting, exporting.set_tokens),
            HomePlace("removed", removed, removed.set_tokens, removed.view.setFocus),
            HomePlace("knowledge", known, known.set_tokens, known.begin),
            HomePlace("signals", signals, signals.set_tokens, signals.begin),
            *self.campaigns.places(),
            HomePlace("import", importing.page, importing.set_tokens, importing.focus),
        )

    def _join(self) -> None:
        """Let the pages reach the flows that do what they want."""
        for page in (self.empty, self.cases):
            page.import_asked.connect(self.importing.ask_files)
            page.folder_asked.connect(self.importing.ask_folder)
        self.empty.package_asked.connect(self.campaigns.packages.page.ask_open)
        self.campaigns.files.import_wanted.connect(self.importing.ask_files)
        self.cases.removal_asked.connect(self.keeping.remove)
        self.paper.created.connect(self.keeping.add_paper)
        self.names.changed.connect(self.keeping.rename)

    def _pass_on(self) -> None:
        campaigns = self.campaigns
        opens = (self.cases.opened, self.importing.review_asked, campaigns.feedback.case_wanted)
        for opened in (*opens, campaigns.tasks.case_wanted, campaigns.campaign.board.case_opened):
            opened.connect(self.case_opened)
        self.keeping.removing.connect(self.case_removed)
        self.knowledge.page.part_shown.connect(self.changed)
        self.signals.page.case_wanted.connect(self.place_wanted)
        self.setting.registered.connect(self.person_registered)
        flows = (self.importing, self.knowledge, self.signals, campaigns)
        for said in (self.exporting.said, *(flow.said for flow in flows)):
            said.connect(self.said)
        quiet = (self.keeping.failed, self.removing.failed, self.setting.failed)
        for failed in (*quiet, *(flow.failed for flow in flows)):
            failed.connect(self.failed)
