"""Every change that a reviewer makes to a review; what answers the machine is in its base."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from typing import Any
from uuid import UUID

from reviewer.model import (
    Answer,
    Choice,
    Correction,
    Mark,
    Place,
    ProposalKey,
    Standard,
)
from reviewer.store import history, journal, reviews
from reviewer.store.records import Values
from reviewer.workspace import change_labels, fact_values, marking
from reviewer.workspace.review_answers import ReviewAnswers
from reviewer.workspace.review_views import Opened
from reviewer.workspace.views import ReviewView

TEXTS = frozenset({"merits", "problems", "suggestions", "leader", "second"})
"""Names of the texts that a review carries."""


class ReviewEdits(ReviewAnswers):
    """Changes of a review; each is one transaction and returns the review as it is afterwards.

    All raise `Refused` when the review was signed.
    """

    def choose(
        self, review_id: UUID, item: str, choice: Choice, absence: str = "", note: str = ""
    ) -> ReviewView:
        """Decide about an item.

        Raises:
            Refused: 不涉及 is not allowed here, or the review is signed.
        """

        def edit(standard: Standard, mark: Mark) -> Mark:
            return marking.choose(marking.item_of(standard, item), mark, choice, absence, note)

        return self._mark(review_id, item, edit, change_labels.chosen(item, choice))

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
        """Add a deduction; with `proposal` it also accepts that proposal."""

        def edit(opened: Opened) -> Values:
            mark = marking.add_occurrence(
                marking.item_of(opened.standard, item),
                opened.marks.of(item),
                clause,
                count,
                reason,
                places,
                proposal,
            )
            mark = marking.with_faults(opened.standard, mark)
            values: dict[str, object | None] = {journal.mark_key(item): mark}
            if proposal is not None:
                values[journal.answer_key(item, proposal)] = Answer.ACCEPTED
            return values

        return self._change(review_id, edit, change_labels.added(item, clause))

    def change_occurrence(
        self, review_id: UUID, item: str, occurrence_id: UUID, **changes: Any
    ) -> ReviewView:
        """Change clause, count, reason, places, ratio or fault of a deduction."""

        def edit(standard: Standard, mark: Mark) -> Mark:
            changed = marking.change_occurrence(
                marking.item_of(standard, item), mark, occurrence_id, **changes
            )
            return changed if "fault" in changes else marking.with_faults(standard, changed)

        return self._mark(review_id, item, edit, change_labels.changed(item, changes))

    def remove_occurrence(self, review_id: UUID, item: str, occurrence_id: UUID) -> ReviewView:
        """Remove a deduction; the proposal it came from is open again."""

        def edit(opened: Opened) -> Values:
            mark = opened.marks.of(item)
            key = next((o.proposal for o in mark.occurrences if o.id == occurrence_id), None)
            left = marking.remove_occurrence(mark, occurrence_id)
            values: dict[str, object | None] = {journal.mark_key(item): marking.or_none(left)}
            if key is not None and not any(o.proposal == key for o in left.occurrences):
                values[journal.answer_key(item, key)] = None
            return values

        return self._change(review_id, edit, change_labels.removed(item))

    def add_evidence(self, review_id: UUID, item: str, *places: Place) -> ReviewView:
        """Add places that were looked at to an item, as one change."""

        def edit(_: Standard, mark: Mark) -> Mark:
            return reduce(marking.add_evidence, places, mark)

        return self._mark(review_id, item, edit, f"{item} 加证据")

    def remove_evidence(self, review_id: UUID, item: str, place: Place) -> ReviewView:
        """Take a place away from an item."""
        return self._mark(
            review_id, item, lambda _, mark: marking.remove_evidence(mark, place), f"{item} 去证据"
        )

    def set_bonus(self, review_id: UUID, bonus: str, points: Decimal | None) -> ReviewView:
        """Give points for a bonus, or take them away with None.

        Raises:
            Refused: the standard gives fewer points.
        """

        def edit(opened: Opened) -> Values:
            given = marking.bonus_points(marking.bonus_of(opened.standard, bonus), points)
            return {journal.bonus_key(bonus): given}

        return self._change(review_id, edit, f"{bonus} 加分")

    def correct(self, review_id: UUID, correction: Correction) -> ReviewView:
        """Cover what the machine read; the case is checked again at once.

        A value typed over one that was read stands where that one stood; numbers and plates are
        kept in normal form.
        """
        if isinstance(correction.value, str):
            value = fact_values.normal(correction.key, correction.value)
            correction = replace(correction, value=value)
        if correction.place is None and correction.replaces is not None:
            correction = self._placed(review_id, correction)
        key = journal.correction_key(correction.id)
        return self._change(
            review_id, lambda _: {key: correction}, change_labels.corrected(correction)
        )

    def set_text(self, review_id: UUID, name: str, text: str) -> ReviewView:
        """Set one of the texts `TEXTS`."""
        if name not in TEXTS:
            raise KeyError(name)
        values = {journal.text_key(name): text or None}
        return self._change(review_id, lambda _: values, change_labels.texted(name))

    def undo(self, review_id: UUID) -> ReviewView:
        """Take the last change of review or case back; does nothing when there is none.

        A change of the case itself (files, 卷内页号, names) is taken back after sign-off too,
        unless the signed review rests on it.
        """
        return self._step(review_id, history.undo)

    def redo(self, review_id: UUID) -> ReviewView:
        """Do again what was taken back last; does nothing when there is nothing."""
        return self._step(review_id, history.redo)

    def _mark(
        self, review_id: UUID, item: str, edit: Callable[[Standard, Mark], Mark], label: str
    ) -> ReviewView:
        def change(opened: Opened) -> Values:
            marking.item_of(opened.standard, item)
            mark = edit(opened.standard, opened.marks.of(item))
            return {journal.mark_key(item): marking.or_none(mark)}

        return self._change(review_id, change, label)

    def _placed(self, review_id: UUID, correction: Correction) -> Correction:
        with self._store.snapshot() as session:
            review = reviews.state(session, review_id).review
        for fact in self._runs.of_review(review).reading.of_key(correction.key):
            if fact.value == correction.replaces:
                return replace(correction, place=fact.place)
        return correction
