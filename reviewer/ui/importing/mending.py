"""Asking what is to stand for a file that could not be read: another file, or its password."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.ui.importing.asking import Asking
from reviewer.ui.importing.plan_rows import OTHER_FOLDER, PASSWORD
from reviewer.workspace.views import Mend


class MendAsking(QObject):
    """Asks one question at a time."""

    chosen = Signal(object)  # Mend

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._asking = asking
        self._path = ""
        self._sources: tuple[Path, ...] = ()

    def ask(self, path: str, word: str, sources: tuple[Path, ...]) -> None:
        """Ask as the button `word` in the row of `path` says; `sources` is what was dropped."""
        self._path, self._sources = path, sources
        if word == PASSWORD:
            self._asking.ask_password(path.rpartition("/")[2], self._on_password)
        else:
            self._asking.ask_paths(self._on_paths, word == OTHER_FOLDER)

    def _on_password(self, password: str) -> None:
        if password:
            self.chosen.emit(Mend(self._path, self._sources, password))

    def _on_paths(self, paths: Sequence[Path]) -> None:
        self.chosen.emit(Mend(self._path, tuple(paths)))
