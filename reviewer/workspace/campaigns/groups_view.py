"""Who reviews what, as the page 分组与回避 shows it.  Pure."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from reviewer.campaign.assignment import Work, doubled_cases, works_of
from reviewer.campaign.ownership import barriers
from reviewer.model.campaigns import Campaign, Conflict, LedgerRow, Member
from reviewer.model.draws import Assignment, Duty
from reviewer.workspace.campaigns.setup_lines import duty_of
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import newest, sampled, settled_cases


@dataclass(frozen=True, slots=True)
class Given:
    """A reviewer of a case."""

    assignment: UUID
    person: UUID
    name: str
    why: str = ""
    """The hard rule that forbids it now; empty: none does."""
    manual: bool = False


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A drawn case with its reviewers."""

    case: UUID
    case_no: str
    unit: str
    kind: str
    pages: int
    """0 when neither the file nor the ledger tells."""
    doubled: bool
    """Whether two people review it independently."""
    calibrates: bool
    first: Given | None = None
    second: Given | None = None

    @property
    def missing(self) -> tuple[Duty, ...]:
        """Return the duties that nobody has."""
        lacks = ((Duty.FIRST, not self.first), (Duty.SECOND, self.doubled and not self.second))
        return tuple(duty for duty, open_ in lacks if open_)

    @property
    def barred(self) -> str:
        """Return why a reviewer of it must be changed; empty when nothing speaks against them."""
        return next((one.why for one in (self.first, self.second) if one and one.why), "")


@dataclass(frozen=True, slots=True)
class ReviewerLine:
    """A reviewer with what they have to do, calibration files not counted."""

    member: Member
    duty: str
    """组长 or 活动负责人; 组员 else."""
    cases: int
    pages: int
    units: int
    """From how many units the cases come."""
    kept_away: int
    """Drawn cases that they must not review."""


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A declared conflict of interest, taken back ones too."""

    id: UUID
    name: str
    about: str
    reason: str
    declared_on: date
    kept_by: str
    kept_at: datetime | None
    gone: str = ""
    """Why it was taken back; empty while it stands."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """Something that was changed about groups and assignments."""

    at: datetime
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class GroupsView:
    """Everything of the page."""

    cases: tuple[CaseLine, ...]
    reviewers: tuple[ReviewerLine, ...]
    conflicts: tuple[ConflictLine, ...]
    log: tuple[LogLine, ...]

    @property
    def missing(self) -> int:
        """Return how many cases lack a reviewer."""
        return sum(bool(one.missing) for one in self.cases)

    @property
    def barred(self) -> int:
        """Return how many cases have a reviewer whom a hard rule forbids."""
        return sum(bool(one.barred) for one in self.cases)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could take a case, or why not."""

    person: UUID
    name: str
    unit: str
    cases: int
    pages: int
    why: str = ""


def works(state: CampaignState, pages: Mapping[UUID, int] | None = None) -> tuple[Work, ...]:
    """Return the cases to be reviewed; `pages` are those of the delivered files."""
    if not state.draws:
        return ()
    drawn, ledger = newest(state)
    chosen = sampled(state)
    wanted = set(chosen)
    rows = {row.case: row for row in ledger.rows if row.case in wanted}
    known = pages or {}
    found = works_of(drawn, (rows[case] for case in chosen))
    return tuple(Work(one.row, one.digest, known.get(one.row.case, 0)) for one in found)


def case_lines(
    campaign: Campaign,
    given: Iterable[Assignment],
    some: Sequence[Work],
    on: date,
    settled: Container[UUID] = (),
) -> tuple[CaseLine, ...]:
    """Return the cases by unit and number, each with who reviews it.

    Those that are `settled` want nobody more, and nobody is changed.
    """
    members = {one.person: one for one in campaign.members}
    by_case: dict[UUID, list[Assignment]] = defaultdict(list)
    for one in given:
        by_case[one.case].append(one)
    calibrating = [case for case, own in by_case.items() if _duty(own, Duty.CALIBRATION)]
    doubled = set(doubled_cases(campaign, some, calibrating))
    lines = []
    for work in some:
        row, own = work.row, by_case[work.row.case]
        second = _duty(own, Duty.SECOND)
        closed = row.case in settled
        lines.append(
            CaseLine(
                row.case,
                row.case_no,
                row.unit_name,
                row.kind.value,
                work.pages or row.pages,
                (row.case in doubled and not closed) or second is not None,
                row.case in calibrating,
                _given(campaign, members, _duty(own, Duty.FIRST), row, None if closed else on),
                _given(campaign, members, second, row, None if closed else on),
            )
        )
    order = {unit.name: at for at, unit in enumerate(campaign.units)}
    lines.sort(key=lambda one: (order.get(one.unit, len(order)), len(one.case_no), one.case_no))
    return tuple(lines)


def reviewer_lines(
    campaign: Campaign, given: Iterable[Assignment], some: Sequence[Work], on: date
) -> tuple[ReviewerLine, ...]:
    """Return the reviewers group by group, its leader first."""
    rows = {work.row.case: work for work in some}
    own: dict[UUID, list[Work]] = defaultdict(list)
    for one in given:
        if one.duty is not Duty.CALIBRATION and one.case in rows:
            own[one.person].append(rows[one.case])
    groups = list(dict.fromkeys(member.group for member in campaign.members))
    members = sorted(
        campaign.members, key=lambda one: (groups.index(one.group), not one.leads_group)
    )
    return tuple(
        ReviewerLine(
            member,
            duty_of(member),
            len(own[member.person]),
            sum(work.pages or work.row.pages for work in own[member.person]),
            len({work.row.unit for work in own[member.person]}),
            sum(bool(barriers(campaign, member, work.row, on)) for work in some),
        )
        for member in members
    )


def candidates(
    campaign: Campaign, view: GroupsView, row: LedgerRow, on: date
) -> tuple[Candidate, ...]:
    """Return who could take a case: those who may first, by load."""
    found = []
    for line in view.reviewers:
        why = barriers(campaign, line.member, row, on)
        found.append(
            Candidate(
                line.member.person,
                line.member.name,
                line.member.unit_name,
                line.cases,
                line.pages,
                why[0].reason if why else "",
            )
        )
    return tuple(sorted(found, key=lambda one: (bool(one.why), one.pages, one.cases)))


def is_complete(state: CampaignState, on: date) -> bool:
    """Return whether every case to be reviewed has its reviewers and no hard rule is broken."""
    lines = _lines(state, on)
    return bool(lines) and not any(one.missing or one.barred for one in lines)


def lacking(state: CampaignState) -> int:
    """Return how many cases to be reviewed lack a reviewer."""
    duties: dict[UUID, set[Duty]] = defaultdict(set)
    for one in state.assignments:
        if not one.withdrawn:
            duties[one.case].add(one.duty)
    some = works(state)
    calibrating = [case for case, own in duties.items() if Duty.CALIBRATION in own]
    doubled = set(doubled_cases(state.campaign, some, calibrating)) - settled_cases(state)
    return sum(
        Duty.FIRST not in duties[case] or (case in doubled and Duty.SECOND not in duties[case])
        for case in (work.row.case for work in some)
    )


def barred_cases(state: CampaignState, on: date) -> int:
    """Return how many cases have a reviewer whom a hard rule forbids on the day `on`."""
    return sum(bool(one.barred) for one in _lines(state, on))


def _lines(state: CampaignState, on: date) -> tuple[CaseLine, ...]:
    given = [one for one in state.assignments if not one.withdrawn]
    return case_lines(state.campaign, given, works(state), on, settled_cases(state))


def about(campaign: Campaign, rows: Mapping[UUID, LedgerRow], one: Conflict) -> str:
    """Return what a conflict is about, in Chinese."""
    if one.row is not None:
        row = rows.get(one.row)
        return f"案卷：{row.unit_name} {row.case_no}" if row else "案卷（台账中未见）"
    if one.unit is not None:
        names = {unit.id: unit.name for unit in campaign.units}
        return f"单位：{names.get(one.unit, '（不在被评查单位中）')}"
    return f"当事人：{one.party}"


def told(view: GroupsView) -> str:
    """Return in one line how far the assignment is."""
    if not view.cases:
        return "还没有抽取案卷。抽取以后在此分配；评查人和回避可以先登记。"
    pages = [one.pages for one in view.reviewers if one.cases]
    if not pages:
        return f"共 {len(view.cases)} 卷，尚未分配。"
    doubled = sum(one.doubled for one in view.cases)
    counts = Counter(bool(one.missing) for one in view.cases)
    rest = f"，还有 {counts[True]} 卷没有分配完" if counts[True] else ""
    low, high = min(pages), max(pages)
    span = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return (
        f"共 {len(view.cases)} 卷，其中双评 {doubled} 卷，由 {len(pages)} 名评查人承担，"
        f"每人 {span} 页{rest}。"
    )


def _duty(given: Sequence[Assignment], duty: Duty) -> Assignment | None:
    return next((one for one in given if one.duty is duty), None)


def _given(
    campaign: Campaign,
    members: Mapping[UUID, Member],
    one: Assignment | None,
    row: LedgerRow,
    on: date | None,
) -> Given | None:
    """Return a reviewer as the page shows them; without a day nothing bars them any more."""
    if one is None:
        return None
    member = members.get(one.person)
    if member is None:
        return Given(one.id, one.person, "（不在评查人中）", "该评查人已不在活动中。", one.manual)
    why = barriers(campaign, member, row, on) if on is not None else ()
    return Given(one.id, one.person, member.name, why[0].reason if why else "", one.manual)
