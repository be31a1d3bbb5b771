"""The final result of each drawn case, and the statistics of all."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from reviewer import scoring
from reviewer.campaign.disagreement import Reviewed as Side
from reviewer.campaign.disagreement import dispute
from reviewer.campaign.results import Result
from reviewer.campaign.statistics import statistics
from reviewer.errors import Refused
from reviewer.model import Marks, Review, Round, Score, Standard
from reviewer.model.statistics import Statistics
from reviewer.store import Store, marks, reviews, standards
from reviewer.workspace.campaigns.closed_rounds import final_review, pair_of
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A signed review with what it came to; it never changes."""

    standard: Standard
    marks: Marks
    score: Score


class Results:
    """Finds the review that holds for each case."""

    def __init__(self, store: Store, records: CampaignRecords) -> None:
        self._store, self._records = store, records
        self._known: dict[UUID, Reviewed] = {}

    def final(self, campaign_id: UUID) -> tuple[Result, ...]:
        """Return the last closed review of each case that is reviewed, in the order drawn.

        A case without one is left out; one that is reviewed under two standards stands twice.
        """
        return self.final_of(self._records.load(campaign_id))

    def final_of(self, state: CampaignState) -> tuple[Result, ...]:
        """Return what `final` does, of a campaign that is loaded."""
        chosen = self._chosen(state)
        self._read(chosen)
        return tuple(self._result(state, one) for one in chosen)

    def waiting(self, campaign_id: UUID) -> tuple[UUID, ...]:
        """Return the cases that have no closed review yet."""
        state = self._records.load(campaign_id)
        closed = {one.case for one in self._chosen(state)}
        return tuple(case for case in sampled(state) if case not in closed)

    def statistics(self, campaign_id: UUID) -> Statistics:
        """Return the statistics, compared with last year's campaign where it is kept here."""
        state = self._records.load(campaign_id)
        before = state.campaign.previous
        known = any(one.id == before for one in self._records.campaigns())
        previous = self.final(before) if before is not None and known else ()
        return statistics(self.final_of(state), previous)

    def reviewed(self, review: Review) -> Reviewed:
        """Return a signed review with its standard, marks and score."""
        self._read([review])
        return self._known[review.id]

    def before(self, state: CampaignState, review: Review) -> Reviewed:
        """Return what held for the case before `review`, which stands over it.

        Raises:
            Refused: no earlier round is closed.
        """
        with self._store.snapshot() as session:
            known = reviews.states_of_case(session, review.case)
        same = [one.review for one in known if one.review.content_hash == review.content_hash]
        last = final_review(state, [one for one in same if one.id != review.id])
        if last is None:
            raise Refused("本案卷没有已完成的评查结果。", "请先完成评查和合议。")
        return self.reviewed(last)

    def _chosen(self, state: CampaignState) -> list[Review]:
        with self._store.snapshot() as session:
            known = reviews.states_by_case(session)
        found: list[Review] = []
        for case in sampled(state):
            kind = state.row(case).kind
            own = [one.review for one in known.get(case, ())]
            for name in dict.fromkeys(
                pin.standard for pin in state.campaign.standards if pin.kind is kind
            ):
                under = [one for one in own if one.standard == name]
                last = final_review(state, under)
                if last is not None and not self._is_disputed(state, last, under):
                    found.append(last)
        return found

    def _is_disputed(self, state: CampaignState, last: Review, reviews: Iterable[Review]) -> bool:
        """Return whether a 初评 and its 复评 differ so much that 合议 has to decide."""
        second = pair_of(last, reviews) if last.round is Round.FIRST else None
        if second is None:
            return False
        self._read([last, second])
        standard, terms = self._known[last.id].standard, state.campaign.disagreement
        return dispute(standard, self._side(last), self._side(second), terms).queued

    def _side(self, review: Review) -> Side:
        known = self._known[review.id]
        return Side(review, known.marks, known.score)

    def _read(self, wanted: Iterable[Review]) -> None:
        new = [one for one in wanted if one.id not in self._known]
        if not new:
            return
        frozen: dict[str, Standard] = {}
        with self._store.snapshot() as session:
            for one in new:
                key = one.content_hash
                standard = frozen.setdefault(key, standards.frozen(session, key))
                given = marks.marks_of(session, one.id)
                self._known[one.id] = Reviewed(standard, given, scoring.score(standard, given))

    def _result(self, state: CampaignState, review: Review) -> Result:
        row, reviewed = state.row(review.case), self._known[review.id]
        return Result(
            case=review.case,
            review=review.id,
            unit=row.unit,
            unit_name=state.campaign.unit(row.unit).name,
            field=row.field,
            kind=row.kind,
            standard=reviewed.standard,
            marks=reviewed.marks,
            score=reviewed.score,
            officers=tuple(name for name, _ in row.officers),
        )
