"""Who reviews which drawn case (分组评查): the proposal, and its proof when there is none.

Hard: nobody reviews an own unit or against a declared conflict, the second reviewer is another
person, and where set one of another unit.  Which cases are reviewed twice follows from the draw's
seed, so nobody picks them.
"""

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import fmean
from uuid import UUID, uuid4

from reviewer.campaign.assignment_words import proposal_line, shortage_line
from reviewer.campaign.balancing import Alive, Balance, balance
from reviewer.campaign.matching import Shortage, Want, matched, shortages
from reviewer.campaign.ownership import barriers
from reviewer.campaign.spreading import Problem
from reviewer.errors import UserError
from reviewer.model.campaigns import Campaign, LedgerRow, Member
from reviewer.model.draws import Assignment, Draw, Duty

DOUBLE = "reviewer-double 1"
"""Name and version of the order in which cases are reviewed twice."""


@dataclass(frozen=True, slots=True)
class Work:
    """A drawn case that wants reviewers."""

    row: LedgerRow
    digest: str
    """Orders the cases: lower-case hexadecimal."""
    pages: int = 0
    """Pages of the delivered file; 0: as the ledger says."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the proposal keeps to beside the hard rules."""

    on: date
    """The day of the assignment, from which the two years count back."""
    reviewers: tuple[UUID, ...] = ()
    """Members who take part; empty for all."""
    calibration: tuple[UUID, ...] = ()
    """Cases that all reviewers score first."""
    different_units: bool = False
    """Whether two reviewers of one case come from different units."""
    most_cases: int | None = None
    """Cases that one reviewer takes at most, calibration files not counted."""
    due: date | None = None
    kept: tuple[Assignment, ...] = ()
    """Assignments that stand; only what is missing beside them is proposed."""
    settled: frozenset[UUID] = frozenset()
    """Cases that want nobody more: their result rests no more on who reviews them."""
    seconds: float = 20.0
    """For the proof of each aim (pages, cases); what was found stays when it runs out."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one reviewer gets, with what they had."""

    person: UUID
    name: str
    pages: int
    cases: int
    units: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A reviewer who does not score a calibration file, and why."""

    case: UUID
    person: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """An assignment that stands and goes to somebody else, and why."""

    assignment: Assignment
    reason: str
    """A Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The new assignments and what is proved of them."""

    assignments: tuple[Assignment, ...]
    loads: tuple[Load, ...]
    doubled: tuple[UUID, ...]
    """Cases that are reviewed twice."""
    left_out: tuple[LeftOut, ...]
    pages_bound: int
    """No assignment has fewer pages for whoever has the most."""
    cases_bound: int
    """None with these pages has fewer cases for whoever has the most."""
    summary: str
    """Chinese: sizes, and what is proved."""
    moved: tuple[Moved, ...] = ()
    """Assignments of those who must keep away now; nothing else that stands is moved."""

    @property
    def changes(self) -> tuple[Assignment, ...]:
        """Return what is to be kept: moved ones as withdrawn, then the new ones."""
        gone = (replace(one.assignment, withdrawn=True) for one in self.moved)
        return (*gone, *self.assignments)

    @property
    def proved(self) -> bool:
        """Return whether no assignment has a smaller largest load in pages."""
        return max((load.pages for load in self.loads), default=0) <= self.pages_bound


class NotAssignable(UserError):
    """There are too few reviewers for some cases; `shortages` prove it."""

    def __init__(self, message: str, remedy: str, found: tuple[Shortage, ...]) -> None:
        super().__init__(message, remedy)
        self.shortages = found


def works_of(drawn: Draw, rows: Iterable[LedgerRow]) -> tuple[Work, ...]:
    """Return the cases to review with the digest that orders them.

    The digest is the SHA-256 of the UTF-8 text `reviewer-double 1|seed|ledger hash|row key`: as
    fixed as the draw, and independent of the order in which the draw took the cases.
    """
    return tuple(
        Work(row, _sha256(f"{DOUBLE}|{drawn.seed}|{drawn.ledger_sha256}|{row.key}")) for row in rows
    )


def doubled_cases(
    campaign: Campaign, works: Sequence[Work], last: Sequence[UUID]
) -> tuple[UUID, ...]:
    """Return the cases that are reviewed twice: the first by digest, rounded up to the share.

    Those in `last` (calibration files, which everybody has seen) come after all others.
    """
    count = math.ceil(campaign.double_share * len(works))
    order = sorted(works, key=lambda work: (work.row.case in last, work.digest))
    return tuple(work.row.case for work in order[:count])


def propose(
    campaign: Campaign, works: Sequence[Work], terms: Terms, alive: Alive = lambda: None
) -> Proposal:
    """Return who reviews what, as evenly as can be shown.

    `alive` is called many times a second; what it raises ends the search.

    Raises:
        NotAssignable: no assignment keeps the hard rules; the message proves it.
        UserError: there are no reviewers.
    """
    return _Plan(campaign, works, terms, alive).propose()


class _Plan:
    """One proposal in the making: everything in an order that digests and ids fix."""

    def __init__(
        self, campaign: Campaign, works: Sequence[Work], terms: Terms, alive: Alive
    ) -> None:
        self._campaign, self._terms, self._alive = campaign, terms, alive
        chosen = set(terms.reviewers) or {one.person for one in campaign.members}
        members = {one.person: one for one in campaign.members if one.person in chosen}
        if not members:
            raise UserError("没有评查人，不能分配。", "请先在活动设置中登记评查人。")
        self._members = tuple(members[one] for one in sorted(members, key=str))
        self._works = tuple(sorted(works, key=lambda work: (work.digest, work.row.key)))
        self._pages = _pages(self._works)
        self._doubled = doubled_cases(campaign, self._works, terms.calibration)
        self._kept: Mapping[UUID, tuple[Assignment, ...]] = {
            work.row.case: tuple(
                one
                for one in terms.kept
                if one.case == work.row.case
                and not one.withdrawn
                and one.duty is not Duty.CALIBRATION
            )
            for work in self._works
        }

    def propose(self) -> Proposal:
        wants = tuple(want for work in self._works if (want := self._want(work)).needed > 0)
        room = {one.person: self._room(one.person) for one in self._members}
        most = self._terms.most_cases or len(self._works)
        sides = self._sides()
        if found := shortages(wants, room, most, sides):
            self._refuse(found)
        start = matched(wants, room, sides)
        result = self._balanced(wants, room, start)
        people = {
            want.case: tuple(self._members[one].person for one in chosen)
            for want, chosen in zip(wants, result.chosen, strict=True)
        }
        assignments = self._assignments(people)
        calibration, left_out = self._calibration()
        loads = self._loads(assignments)
        return Proposal(
            assignments=(*calibration, *assignments),
            loads=loads,
            doubled=self._doubled,
            left_out=left_out,
            pages_bound=result.pages_bound,
            cases_bound=result.cases_bound,
            summary=proposal_line(
                len(self._works),
                len(self._doubled),
                [(load.pages, load.cases) for load in loads],
                result,
                unknown_pages=sum(not _known(work) for work in self._works),
            ),
        )

    def _want(self, work: Work) -> Want:
        kept = self._kept[work.row.case]
        needed = (2 if work.row.case in self._doubled else 1) - len(kept)
        if work.row.case in self._terms.settled:
            needed = 0
        taken = {one.person for one in kept}
        sides = {side_of(one) for one in self._campaign.members if one.person in taken}
        people = tuple(
            one.person
            for one in self._members
            if one.person not in taken
            and not (self._terms.different_units and side_of(one) in sides)
            and not barriers(self._campaign, one, work.row, self._terms.on)
        )
        return Want(work.row.case, needed, people)

    def _room(self, person: UUID) -> int:
        most = self._terms.most_cases
        return len(self._works) if most is None else max(0, most - self._had(person)[1])

    def _had(self, person: UUID) -> tuple[int, int]:
        """Return pages and cases that the reviewer has already."""
        cases = [one.case for kept in self._kept.values() for one in kept if one.person == person]
        return sum(self._pages[case] for case in cases), len(cases)

    def _sides(self) -> dict[UUID, str] | None:
        if not self._terms.different_units:
            return None
        return {one.person: side_of(one) for one in self._members}

    def _refuse(self, found: tuple[Shortage, ...]) -> None:
        cases = {work.row.case: work.row for work in self._works}
        names = {one.person: one.name for one in self._members}
        message, remedy = shortage_line(
            found,
            cases,
            names,
            self._terms.most_cases,
            different_units=self._terms.different_units,
        )
        raise NotAssignable(message, remedy, found)

    def _balanced(
        self, wants: Sequence[Want], room: Mapping[UUID, int], start: Sequence[Sequence[UUID]]
    ) -> Balance:
        rows = {work.row.case: work.row for work in self._works}
        number = {one.person: index for index, one in enumerate(self._members)}
        units = {unit: index for index, unit in enumerate(sorted({r.unit for r in rows.values()}))}
        had = [self._had(one.person) for one in self._members]
        names = sorted({side_of(one) for one in self._members})
        problem = Problem(
            pages=tuple(self._pages[want.case] for want in wants),
            need=tuple(want.needed for want in wants),
            able=tuple(tuple(number[one] for one in want.people) for want in wants),
            units=tuple(units[rows[want.case].unit] for want in wants),
            room=tuple(room[one.person] for one in self._members),
            base_pages=tuple(pages for pages, _ in had),
            base_cases=tuple(cases for _, cases in had),
            sides=tuple(names.index(side_of(one)) for one in self._members)
            if self._terms.different_units
            else (),
        )
        begin = [[number[one] for one in people] for people in start]
        return balance(problem, begin, self._terms.seconds, self._alive)

    def _assignments(self, people: Mapping[UUID, Sequence[UUID]]) -> tuple[Assignment, ...]:
        found = []
        for work in self._works:
            case = work.row.case
            duties = [one.duty for one in self._kept[case]]
            free = [one for one in (Duty.FIRST, Duty.SECOND) if one not in duties]
            # Which of two is the first is the digest's choice, too.
            order = sorted(people.get(case, ()), key=lambda one: _sha256(f"{work.digest}|{one}"))
            for person, duty in zip(order, free, strict=False):
                found.append(Assignment(uuid4(), case, person, duty, self._terms.due))
        return tuple(found)

    def _calibration(self) -> tuple[tuple[Assignment, ...], tuple[LeftOut, ...]]:
        given, left_out = [], []
        had = {(one.case, one.person) for one in self._terms.kept if _calibrates(one)}
        for work in self._works:
            case = work.row.case
            if case not in self._terms.calibration:
                continue
            for one in self._members:
                if found := barriers(self._campaign, one, work.row, self._terms.on):
                    left_out.append(LeftOut(case, one.person, found[0].reason))
                elif (case, one.person) not in had:
                    given.append(
                        Assignment(uuid4(), case, one.person, Duty.CALIBRATION, self._terms.due)
                    )
        return tuple(given), tuple(left_out)

    def _loads(self, assignments: Sequence[Assignment]) -> tuple[Load, ...]:
        kept = [one for some in self._kept.values() for one in some]
        rows = {work.row.case: work.row for work in self._works}
        found = []
        for member in self._members:
            cases = [one.case for one in (*kept, *assignments) if one.person == member.person]
            units = {rows[case].unit for case in cases}
            pages = sum(self._pages[case] for case in cases)
            found.append(Load(member.person, member.name, pages, len(cases), len(units)))
        return tuple(found)


def _calibrates(assignment: Assignment) -> bool:
    return assignment.duty is Duty.CALIBRATION and not assignment.withdrawn


def _known(work: Work) -> int:
    return work.pages or work.row.pages


def _pages(works: Sequence[Work]) -> dict[UUID, int]:
    """Return the pages of each case; one of unknown size counts as the mean of the others."""
    known = [pages for work in works if (pages := _known(work)) > 0]
    usual = max(1, round(fmean(known))) if known else 1
    return {work.row.case: max(0, _known(work)) or usual for work in works}


def side_of(member: Member) -> str:
    """Return what tells a reviewer's unit; who has none stands alone."""
    return str(member.unit or member.unit_name or member.person)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
