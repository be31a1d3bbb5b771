"""How far each drawn case, unit and reviewer is: the lower half of the page 活动.  Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from reviewer import scoring
from reviewer.campaign.disagreement import Reviewed
from reviewer.campaign.machines import LEADERS, roles_of
from reviewer.campaign.results import Result
from reviewer.model.campaigns import Stage
from reviewer.model.casework import CaseState, progress_of
from reviewer.model.draws import Assignment, Duty
from reviewer.workspace.campaigns.review_book import ReviewBook, standing
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled

_OPEN = frozenset({CaseState.WAITING, CaseState.MISSING, CaseState.REVIEWING, CaseState.TO_SIGN})
"""States in which the term of the review still runs."""
_HIDDEN = "（盲评隐藏）"
_SETTLED = frozenset({CaseState.DECIDED, CaseState.APPEAL, CaseState.FINAL})


class BoardFilter(StrEnum):
    """The filters above the cases."""

    ALL = "全部"
    MINE = "我的"
    LATE = "逾期"
    DISPUTED = "待合议"
    SETTLED = "已定"


@dataclass(frozen=True, slots=True)
class BoardCase:
    """A drawn case."""

    case: UUID
    case_no: str
    unit: str
    kind: str
    cause: str
    reviewers: tuple[str, ...]
    """初评 first."""
    marked: int
    """Items that are decided: of the own review, else of the one that is least far."""
    items: int
    state: CaseState
    score: str
    """Of the result, or of the two reviews beside each other; empty before that."""
    due: date | None
    late: int
    """Days past the term of a review that is not signed."""
    mine: bool

    @property
    def settled(self) -> bool:
        """Return whether there is a result."""
        return self.state in _SETTLED

    def passes(self, chosen: BoardFilter) -> bool:
        """Return whether it belongs to a filter."""
        fits = {
            BoardFilter.ALL: True,
            BoardFilter.MINE: self.mine,
            BoardFilter.LATE: self.late > 0,
            BoardFilter.DISPUTED: self.state is CaseState.DISPUTED,
            BoardFilter.SETTLED: self.settled,
        }
        return fits[chosen]


@dataclass(frozen=True, slots=True)
class Bar:
    """How many of some cases are done."""

    name: str
    done: int
    whole: int
    late: int
    """Cases past their term."""
    said: str
    """At the right of the count: the average, or how many are late."""
    cases: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class CasesView:
    """Cases, units and reviewers as they stand."""

    cases: tuple[BoardCase, ...]
    units: tuple[Bar, ...]
    """Settled of drawn, with the average of the settled."""
    reviewers: tuple[Bar, ...]
    """Signed of assigned, calibration not counted."""

    @property
    def late_sentence(self) -> str:
        """Return what is said of reviews past their term; empty without one."""
        late = [one for one in self.cases if one.late]
        if not late:
            return ""
        first = max(late, key=lambda one: one.late)
        more = f"等 {len(late)} 卷" if len(late) > 1 else ""
        return f"{first.case_no}{more}没有评完签定，已逾期 {first.late} 天"

    def of(self, chosen: BoardFilter) -> tuple[BoardCase, ...]:
        """Return the cases of a filter."""
        return tuple(one for one in self.cases if one.passes(chosen))


def board_case_ids(state: CampaignState) -> tuple[UUID, ...]:
    """Return the cases of the board: the sample, or what was assigned where the draw is not."""
    given = dict.fromkeys(one.case for one in state.assignments if not one.withdrawn)
    return sampled(state) or tuple(given)


def cases_view(
    book: ReviewBook, results: Iterable[Result], person: UUID | None, today: date
) -> CasesView:
    """Return how the cases stand for who sits here.

    Who leads no group sees scores of others only after the case is settled: the second review is
    independent.
    """
    state = book.state
    leads = person is not None and bool(roles_of(state.campaign, person) & LEADERS)
    looking = _Looking(book, {one.case: one for one in results}, person, leads, today)
    lines = tuple(looking.line(case) for case in board_case_ids(state))
    by_term = sorted(lines, key=lambda one: (one.due is None or one.settled, one.due or today))
    units = () if looking.blind else looking.units(lines)
    return CasesView(tuple(by_term), units, looking.reviewers(lines))


@dataclass(frozen=True, slots=True)
class _Looking:
    book: ReviewBook
    results: Mapping[UUID, Result]
    person: UUID | None
    leads: bool
    today: date

    @property
    def blind(self) -> bool:
        """Return whether units are hidden from who sits here until a case is settled."""
        return self.book.state.campaign.blind and not self.leads

    def line(self, case: UUID) -> BoardCase:
        state = self.book.state
        row, now = state.row(case), self._state(case)
        given = [one for one in standing(state, case) if one.duty is not Duty.CALIBRATION]
        given.sort(key=lambda one: one.duty is not Duty.FIRST)
        mine = any(one.person == self.person for one in standing(state, case))
        due = self._due(given) if now in _OPEN else None
        late = (self.today - due).days if due is not None else 0
        names = tuple(state.campaign.member(one.person).name for one in given)
        marked, items = self._marked(given)
        unit = _HIDDEN if self.blind and now not in _SETTLED else row.unit_name
        return BoardCase(
            case, row.case_no, unit, row.kind.value, row.cause, names, marked, items,
            now, self._score(case, given), due, max(0, late), mine,
        )  # fmt: skip

    def units(self, lines: Sequence[BoardCase]) -> tuple[Bar, ...]:
        by_unit: dict[UUID, list[BoardCase]] = defaultdict(list)
        for one in lines:
            by_unit[self.book.state.row(one.case).unit].append(one)
        known = [unit for unit in self.book.state.campaign.units if unit.id in by_unit]
        return tuple(self._unit(unit.name, by_unit[unit.id]) for unit in known)

    def reviewers(self, lines: Sequence[BoardCase]) -> tuple[Bar, ...]:
        late = {one.case for one in lines if one.late}
        given: dict[UUID, list[Assignment]] = defaultdict(list)
        for line in lines:
            for one in standing(self.book.state, line.case):
                if one.duty is not Duty.CALIBRATION:
                    given[one.person].append(one)
        found = []
        for member in self.book.state.campaign.members:
            own = given[member.person]
            open_ones = [one for one in own if not self._signed(one)]
            behind = sum(one.case in late for one in open_ones)
            said = f"逾期 {behind}" if behind else ""
            cases = tuple(one.case for one in own)
            done = len(own) - len(open_ones)
            found.append(Bar(member.name, done, len(own), behind, said, cases))
        return tuple(one for one in found if one.whole)

    def _unit(self, name: str, lines: Sequence[BoardCase]) -> Bar:
        settled = [one for one in lines if one.settled]
        late = sum(one.late > 0 for one in lines)
        scores = [
            found.score.total
            for one in settled
            if (found := self.results.get(one.case)) is not None and found.is_scored
        ]
        mean = f"{sum(scores, Decimal()) / len(scores):.1f}" if scores else ""
        said = f"逾期 {late}" if late else mean
        return Bar(name, len(settled), len(lines), late, said, tuple(one.case for one in lines))

    def _state(self, case: UUID) -> CaseState:
        state = self.book.state
        found = (one for one in state.progress if one.case == case)
        return next(found, progress_of(state.campaign.id, case)).state

    def _due(self, given: Sequence[Assignment]) -> date | None:
        days = [one.due for one in given if one.due is not None and not self._signed(one)]
        return min(days) if days else self.book.state.campaign.stage(Stage.REVIEW).due

    def _signed(self, one: Assignment) -> bool:
        found = self.book.of(one)
        return found is not None and found.review.is_signed

    def _marked(self, given: Sequence[Assignment]) -> tuple[int, int]:
        own = [one for one in given if one.person == self.person]
        counted = [self._count(one) for one in own or given]
        marked = min((done for done, _ in counted), default=0)
        return marked, max((items for _, items in counted), default=0)

    def _count(self, one: Assignment) -> tuple[int, int]:
        found = self.book.of(one)
        if found is None:
            return 0, 0
        standard = self.book.standard(found.review)
        open_ones = scoring.ready_to_sign(standard, found.marks).pending
        return len(standard.items) - len(open_ones), len(standard.items)

    def _score(self, case: UUID, given: Sequence[Assignment]) -> str:
        if (found := self.results.get(case)) is not None:
            return f"{found.score.total}" if found.is_scored else ""
        signed = [one for one in map(self.book.of, given) if _is_shown(one, self)]
        return "｜".join(f"{one.score.total}" for one in signed if one is not None)

    def sees(self, one: Reviewed) -> bool:
        """Return whether who sits here may see a review of a case that is not settled."""
        return self.leads or one.review.person == self.person


def _is_shown(one: Reviewed | None, looking: _Looking) -> bool:
    return one is not None and one.review.is_signed and looking.sees(one)
