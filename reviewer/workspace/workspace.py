"""The workspace: one open data folder with a service for each area.

Built once, when the program starts.  Every call may come from a worker thread; what takes long
takes a `Progress`.
"""

from pathlib import Path
from typing import Self

from reviewer.settings import Settings, load_settings, save_settings
from reviewer.store import Store
from reviewer.workspace.campaigns.blind_inputs import SeenInputs
from reviewer.workspace.campaigns.blind_reviews import SeenReviews
from reviewer.workspace.campaigns.blind_sight import (
    Covers,
    SeenCases,
    SeenOriginals,
    SeenPages,
)
from reviewer.workspace.campaigns.blind_signals import SeenSignals
from reviewer.workspace.campaigns.blinding import Blinding
from reviewer.workspace.campaigns.campaigns import Campaigns
from reviewer.workspace.campaigns.meetings import Sight
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.cases import Cases
from reviewer.workspace.copies import Copies
from reviewer.workspace.data import Data
from reviewer.workspace.imports import Imports, drop_unpacked
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.library import UnitLibrary
from reviewer.workspace.people import People
from reviewer.workspace.phrases import Phrases
from reviewer.workspace.readings import Readings
from reviewer.workspace.reports import Reports
from reviewer.workspace.rules import Rules, RuleSwitches
from reviewer.workspace.texts import Texts
from reviewer.workspace.track_record import TrackRecords


class Workspace:
    """Everything a user can ask for."""

    def __init__(self, store: Store, settings: Settings, settings_file: Path | None) -> None:
        self._store = store
        self._settings_file = settings_file
        knowledge = Knowledge()
        self.library = UnitLibrary(store, knowledge)
        switches, records = RuleSwitches(store), TrackRecords(store)
        readings = Readings(store, knowledge, self.library, switches)
        self.rules = Rules(store, knowledge, switches, records, readings)
        copies = Copies(store)
        self.people = People(store)
        known = Cases(store, readings, copies, knowledge)
        self.blind = Blinding(CampaignRecords(store, readings), readings, self.people)
        self.pages = SeenPages(store, copies, known.labels, Covers(store, self.blind))
        self.cases = SeenCases(store, readings, copies, knowledge, self.blind, self.pages)
        self.imports = Imports(store, readings)
        self.texts = Texts(store, readings, settings.ocr_processes)
        self.originals = SeenOriginals(store, self.blind)
        self.signals = SeenSignals(store, readings, known, self.pages, self.blind)
        self.reviews = SeenReviews(store, readings, copies, knowledge, records, self.blind)
        self.phrases = Phrases(knowledge)
        inputs = SeenInputs(store, readings, known, self.pages, self.reviews, knowledge, self.blind)
        self.reports = Reports(inputs, self.people)
        pages = self.pages
        sight = Sight(self.reviews.whole, known.view, pages.boxes_of, pages.image)
        self.campaigns = Campaigns(
            store, readings, knowledge, self.reviews, known.labels, sight, inputs
        )
        self.tasks = self.campaigns.reviewing
        self.reviews.when_signed(self.tasks.follow)
        self.data = Data(store, self._pause, self._remember)

    @classmethod
    def open(cls, folder: Path, settings: Settings, settings_file: Path | None = None) -> Self:
        """Open a data folder, making it when it is missing.

        `settings_file` is where a moved folder is remembered; without it the caller does that.

        Raises:
            StoreError: the folder is in use, not writable, damaged or on a network share.
        """
        store = Store(folder)
        drop_unpacked(folder)
        return cls(store, settings, settings_file)

    def close(self) -> None:
        """Write what waits, end all processes, and let the folder go."""
        self._pause()
        self.pages.close()
        self.originals.drop()
        self._store.close()

    def _pause(self) -> None:
        self.texts.close()
        self.reviews.flush()

    def _remember(self, folder: Path) -> None:
        if self._settings_file is not None:
            kept = load_settings(self._settings_file)
            save_settings(kept.with_(data_folder=str(folder)), self._settings_file)
