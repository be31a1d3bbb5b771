"""The places of the home tab, of which one is seen."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer.ui.theme import Tokens


class HomePlace(NamedTuple):
    """A page, and what it takes to go there."""

    name: str
    page: QWidget
    dress: Callable[[Tokens], object]
    """Takes colours and sizes."""
    begin: Callable[[], object] | None = None
    """Puts the focus where the keys act that the status row shows."""


class PlaceStack(QStackedWidget):
    """Shows one of the places."""

    def __init__(self, places: Sequence[HomePlace]) -> None:
        super().__init__()
        self._places = tuple(places)
        for place in self._places:
            self.addWidget(place.page)

    @property
    def name(self) -> str:
        """Return the name of the place that is seen."""
        return self._places[self.currentIndex()].name

    def begin(self) -> None:
        """Focus the place that is seen."""
        begin = self._places[self.currentIndex()].begin
        if begin is not None:
            begin()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        for place in self._places:
            place.dress(tokens)
