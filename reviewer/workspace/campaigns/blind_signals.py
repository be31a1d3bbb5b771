"""Signals across cases where a blind review (盲评) hides some: those cases take no part here."""

from dataclasses import replace

from reviewer.campaign.volume_numbers import volume_no
from reviewer.progress import Progress
from reviewer.store import Store
from reviewer.workspace.campaigns.blinding import Blinding
from reviewer.workspace.cases import Cases
from reviewer.workspace.pages import Pages
from reviewer.workspace.readings import Readings
from reviewer.workspace.signals import Signals
from reviewer.workspace.views import SignalsView


class SeenSignals(Signals):
    """Signals that tell nothing of a hidden case: what cases share are names."""

    def __init__(
        self,
        store: Store,
        readings: Readings,
        listed: Cases,
        pages: Pages,
        blinding: Blinding,
    ) -> None:
        super().__init__(store, readings, listed, pages)
        self._blinding = blinding

    def look(self, progress: Progress) -> SignalsView:
        """Return the signals of all cases but the hidden ones.

        Raises:
            Cancelled: the user stopped it.
        """
        view, hidden = super().look(progress), self._blinding.hidden()
        groups = tuple(
            replace(
                group,
                signals=tuple(
                    one
                    for one in group.signals
                    if not any(side.case in hidden for side in one.sides)
                ),
            )
            for group in view.groups
        )
        titles = {
            case: volume_no(case) if case in hidden else title
            for case, title in view.titles.items()
        }
        return replace(view, groups=groups, titles=titles)
