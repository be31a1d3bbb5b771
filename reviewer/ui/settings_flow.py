"""The settings page with what it asks of the workspace: who sits here, and the data folder."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.model import Person
from reviewer.settings import Settings
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.moving import FolderMove
from reviewer.ui.services import Services
from reviewer.ui.settings_page import SettingsPage
from reviewer.ui.theme import Tokens


class SettingsFlow(QObject):
    """Gives the settings page its values and does what it wants."""

    registered = Signal(object)  # Person
    failed = Signal(Exception)
    chosen = Signal(str, object)  # name of the setting, value

    def __init__(self, services: Services, jobs: Jobs, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._people, self._jobs = services.people, jobs
        self.page = SettingsPage(tokens)
        self.moving = FolderMove(services.data, jobs, self.page)
        self.page.person_changed.connect(self._on_person)
        self.page.font_size_chosen.connect(self._on_font_size)
        self.page.theme_chosen.connect(self._on_theme)
        self.moving.moved.connect(self._on_folder)

    def show(self, settings: Settings, person: Person | None) -> None:
        """Show what is set now."""
        self.page.show_settings(settings)
        self.page.show_person(person)
        self.moving.show_folder()

    def _on_font_size(self, size: int) -> None:
        self.chosen.emit("font_size", size)

    def _on_theme(self, theme: str) -> None:
        self.chosen.emit("theme", theme)

    def _on_folder(self, folder: Path) -> None:
        self.chosen.emit("data_folder", str(folder))

    def _on_person(self, name: str, unit: str) -> None:
        job = self._jobs.start(lambda _: self._people.register(name, unit), Lane.WRITE)
        job.succeeded.connect(self.registered)
        job.failed.connect(self.failed)
