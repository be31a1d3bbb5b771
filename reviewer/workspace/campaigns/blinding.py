"""Blind review (盲评) at this desk: from whom a case is hidden, and the pages they lifted.

Hidden is a case from everybody who was given it in a blind campaign, until it was adjudicated or
settled.  Who leads the campaign and reviews nothing sees everything.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from reviewer.campaign import masks
from reviewer.campaign.hidden_names import Name, masked, names_of
from reviewer.errors import Refused
from reviewer.model import PageRef, Place
from reviewer.model.lifts import PageLift
from reviewer.store.records import KeptRun
from reviewer.workspace.campaigns.hiding import is_hidden
from reviewer.workspace.campaigns.records import CampaignRecords, Readings
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.people import People

_LIFTED, _COVERED = "盲评放行", "盲评重新遮盖"


@dataclass(frozen=True, slots=True)
class Blindfold:
    """What hides one case from who sits here."""

    campaign: UUID
    case: UUID
    person: UUID
    names: tuple[Name, ...]
    lifts: tuple[PageLift, ...]
    """Pages that this person lifted."""
    run: KeptRun

    def text(self, said: str) -> str:
        """Return a text without the names."""
        return masked(said, self.names)

    def place(self, place: Place) -> Place:
        """Return a place whose quote tells no name."""
        return replace(place, quote=self.text(place.quote))


class Blinding:
    """Says what is hidden here, and keeps the lifts."""

    def __init__(
        self,
        records: CampaignRecords,
        readings: Readings,
        people: People,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._records, self._readings = records, readings
        self._people, self._now = people, now
        self._names: dict[UUID, tuple[object, tuple[Name, ...]]] = {}

    def of(self, case: UUID) -> Blindfold | None:
        """Return what hides a case from who sits here; None when they see it whole."""
        for state, hidden, person in self._hidden():
            if case in hidden:
                return self._blindfold(state, case, person)
        return None

    def hidden(self) -> dict[UUID, tuple[Name, ...]]:
        """Return the names that the lists hide, by case."""
        return {
            case: names_of(None, state.row(case), state.campaign.units)
            for state, cases, _ in self._hidden()
            for case in cases
        }

    def lift(self, case: UUID, ref: PageRef, reason: str) -> PageLift:
        """Show a page to who sits here, and keep why; one that is lifted already stays so.

        Raises:
            Refused: no reason was given, or the case is not hidden here.
        """
        fold = self._required(case)
        found = next((one for one in fold.lifts if one.ref == ref), None)
        if found is not None:
            return found
        record = masks.lift(case, ref, fold.person, reason, self._now())
        self._records.save(fold.campaign, [record], _LIFTED)
        return record

    def cover(self, case: UUID, ref: PageRef) -> None:
        """Cover a lifted page again; that it was lifted stays in the log.

        Raises:
            Refused: the case is not hidden here.
        """
        fold = self._required(case)
        self._records.remove([one.id for one in fold.lifts if one.ref == ref], _COVERED)

    def _required(self, case: UUID) -> Blindfold:
        found = self.of(case)
        if found is None:
            raise Refused("该案卷没有遮盖。", "盲评已结束，或者活动没有设为盲评。")
        return found

    def _hidden(self) -> Iterator[tuple[CampaignState, frozenset[UUID], UUID]]:
        blind = [one for one in self._records.campaigns() if one.blind and one.closed_at is None]
        person = self._people.current() if blind else None
        if person is None:
            return
        for campaign in blind:
            state = self._records.load(campaign.id)
            own = [one for one in state.assignments if one.person == person.id]
            yield state, frozenset(one.case for one in own if is_hidden(state, one)), person.id

    def _blindfold(self, state: CampaignState, case: UUID, person: UUID) -> Blindfold:
        run = self._readings.of_case(case)
        lifts = tuple(one for one in state.of(PageLift) if (one.case, one.person) == (case, person))
        key = (run.key, state.row(case), state.campaign.units)
        known = self._names.get(case)
        if known is None or known[0] != key:
            names = names_of(run.reading, state.row(case), state.campaign.units)
            # A new mapping: another thread may be reading the old one.
            self._names = {**self._names, case: (key, names)}
            known = (key, names)
        return Blindfold(state.campaign.id, case, person, known[1], lifts, run)
