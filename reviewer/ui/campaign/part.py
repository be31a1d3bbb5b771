"""What every flow of a campaign offers to the places of the home tab."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.ui.shell.place_stack import HomePlace

Deed = Callable[[], object]


class CampaignPart(QObject):
    """Pages of one step, with what they ask of the workspace."""

    shown = Signal(QWidget)
    said = Signal(str)
    failed = Signal(Exception)

    entry = "campaign"
    """Name of the entry of the rail under which the pages are."""

    def places(self) -> tuple[HomePlace, ...]:
        """Return the pages; the name of a place is its own in the whole home tab."""
        raise NotImplementedError

    def show(self) -> None:
        """Go to the page that the entry of the rail opens."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Follow the state of the campaign; called while one of the pages is seen."""

    def exists(self) -> bool:
        """Return whether the step has come so far that there is something to see."""
        return True

    def actions(self) -> frozenset[str]:
        """Return the ids of the actions that can be done now."""
        return frozenset()

    def deeds(self) -> Mapping[str, Deed]:
        """Return what each action of the part does, by id; the home tab is in front then."""
        return {}
