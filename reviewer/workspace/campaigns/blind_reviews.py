"""Reviews as who sits here sees them: without names where a blind review (盲评) hides the case.

What the window hands back was shown without names; here it gets them again, so that the record
keeps what was said and the names come back with the adjudication.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from reviewer.campaign.hidden_names import MASK
from reviewer.model import Place, ProposalKey, VetoChoice
from reviewer.store import Store
from reviewer.workspace.campaigns.blind_views import hidden_review
from reviewer.workspace.campaigns.blinding import Blindfold, Blinding
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.review_ground import Runs, Sheets
from reviewer.workspace.review_views import Opened
from reviewer.workspace.reviews import Reviews
from reviewer.workspace.track_record import TrackRecords
from reviewer.workspace.views import ReviewView


class SeenReviews(Reviews):
    """The reviews of the data folder, as they are seen here."""

    def __init__(
        self,
        store: Store,
        runs: Runs,
        sheets: Sheets,
        knowledge: Knowledge,
        records: TrackRecords,
        blinding: Blinding,
    ) -> None:
        super().__init__(store, runs, sheets, knowledge, records)
        self._blinding = blinding

    def add_occurrence(
        self,
        review_id: UUID,
        item: str,
        clause: str,
        count: int = 1,
        reason: str = "",
        places: Sequence[Place] = (),
        proposal: ProposalKey | None = None,
    ) -> ReviewView:
        """Add a deduction."""
        said = self._said(review_id, item)
        return super().add_occurrence(
            review_id, item, clause, count, said.text(reason), said.places(places), proposal
        )

    def change_occurrence(
        self, review_id: UUID, item: str, occurrence_id: UUID, **changes: Any
    ) -> ReviewView:
        """Change a deduction."""
        said = self._said(review_id, item)
        if "reason" in changes:
            changes["reason"] = said.text(changes["reason"])
        if "places" in changes:
            changes["places"] = said.places(changes["places"])
        return super().change_occurrence(review_id, item, occurrence_id, **changes)

    def add_evidence(self, review_id: UUID, item: str, *places: Place) -> ReviewView:
        """Add places that were looked at."""
        return super().add_evidence(review_id, item, *self._said(review_id, item).places(places))

    def remove_evidence(self, review_id: UUID, item: str, place: Place) -> ReviewView:
        """Take a place away."""
        (known,) = self._said(review_id, item).places((place,))
        return super().remove_evidence(review_id, item, known)

    def set_veto(
        self,
        review_id: UUID,
        veto: str,
        choice: VetoChoice,
        reason: str = "",
        places: Sequence[Place] = (),
    ) -> ReviewView:
        """Decide about a veto."""
        said = self._said(review_id, veto)
        return super().set_veto(review_id, veto, choice, said.text(reason), said.places(places))

    def set_text(self, review_id: UUID, name: str, text: str) -> ReviewView:
        """Keep one of the closing texts."""
        with self._store.snapshot() as session:
            opened = self._load(session, review_id)
        fold = self._blinding.of(opened.state.review.case) if MASK in text else None
        known = _Said(fold, (opened.texts.get(name, ""),), ())
        return super().set_text(review_id, name, known.text(text))

    def whole(self, review_id: UUID) -> ReviewView:
        """Return a review with its names, for the 合议: there the covers are off."""
        with self._store.snapshot() as session:
            opened = self._load(session, review_id)
        return super()._view(opened)

    def _view(self, opened: Opened) -> ReviewView:
        view = super()._view(opened)
        fold = self._blinding.of(opened.state.review.case)
        return view if fold is None else hidden_review(view, fold)

    def _said(self, review_id: UUID, item: str) -> "_Said":
        with self._store.snapshot() as session:
            opened = self._load(session, review_id)
        fold = self._blinding.of(opened.state.review.case)
        if fold is None:
            return _Said(None, (), ())
        mark, veto = opened.marks.of(item), opened.marks.of_veto(item)
        proposed = self._proposals(review_id, item)
        texts = [one.message for one in proposed] + [one.reason for one in mark.occurrences]
        places = [place for one in mark.occurrences for place in one.places]
        places += [*mark.evidence, *veto.places, *(p for one in proposed for p in one.evidence)]
        return _Said(fold, (*texts, veto.reason), places)


class _Said:
    """What of an item is known with its names."""

    def __init__(
        self, fold: Blindfold | None, texts: Iterable[str], places: Iterable[Place]
    ) -> None:
        self._texts = {} if fold is None else {fold.text(one): one for one in texts}
        self._places = {} if fold is None else {_spot(one): one for one in places}

    def text(self, shown: str) -> str:
        return self._texts.get(shown, shown)

    def places(self, shown: Sequence[Place]) -> tuple[Place, ...]:
        return tuple(self._places.get(_spot(one), one) for one in shown)


def _spot(place: Place) -> Place:
    return replace(place, quote="")
