"""The rectification of each unit as the page 整改 shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from reviewer.campaign import states
from reviewer.campaign.machines import LEADERS, Role, roles_of
from reviewer.campaign.rectification import UNFINISHED, WITH_UNIT
from reviewer.model.feedback import FeedbackState, Rectification, RectificationState
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.terms import HistoryLine, Term, history_line, term
from reviewer.workspace.people import People

_R = RectificationState
_CLOSED = frozenset({_R.CLOSED, _R.REVISITED})


class Shown(StrEnum):
    """Which problems the list shows."""

    ALL = "全部"
    OPEN = "待下达"
    WITH_UNIT = "整改中"
    REPORTED = "待审核"
    LATE = "逾期"
    REVISIT = "待回头看"
    CLOSED = "已销号"
    LAST_YEAR = "上年转入"


@dataclass(frozen=True, slots=True)
class ProblemView:
    """One problem."""

    record: Rectification
    unit_name: str
    term: Term
    """Until when the unit has to report, or 回头看 is planned."""
    steps: tuple[str, ...]
    """Actions that are possible now for who sits here."""
    history: tuple[HistoryLine, ...]

    @property
    def id(self) -> UUID:
        """Return the id of the record."""
        return self.record.id

    @property
    def state(self) -> str:
        """Return the state as lists show it."""
        return self.record.state.value

    @property
    def from_last_year(self) -> bool:
        """Return whether it was left open last year."""
        return self.record.origin is not None

    def is_shown(self, shown: Shown) -> bool:
        """Return whether a filter lets it through."""
        state = self.record.state
        return {
            Shown.ALL: True,
            Shown.OPEN: state is _R.OPEN,
            Shown.WITH_UNIT: state in WITH_UNIT,
            Shown.REPORTED: state is _R.REPORTED,
            Shown.LATE: self.term.is_late,
            Shown.REVISIT: state is _R.CLOSED and self.record.revisit_due is not None,
            Shown.CLOSED: state in _CLOSED,
            Shown.LAST_YEAR: self.from_last_year,
        }[shown]


@dataclass(frozen=True, slots=True)
class UnitRectification:
    """The problems of one unit."""

    unit: UUID
    name: str
    is_final: bool
    """Whether its feedback is final, so that its problems may be listed."""
    problems: int
    """Without those that were withdrawn or rolled forward."""
    closed: int
    waits: int
    """Reports that wait for verification."""
    report: Term
    """The earliest last day of a report."""
    revisit: Term
    """The earliest 回头看."""


@dataclass(frozen=True, slots=True)
class RectificationView:
    """The problems of all units."""

    units: tuple[UnitRectification, ...]
    problems: tuple[ProblemView, ...]
    days: int
    """Calendar days of the term."""
    may_plan: bool
    """Whether some feedback is final."""
    leads: bool = True
    """Whether who sits here leads a group or the campaign."""

    def of_unit(self, unit: object) -> tuple[ProblemView, ...]:
        """Return the problems of a unit; None: of all."""
        return tuple(one for one in self.problems if unit in (None, one.record.unit))


class RectificationLooks:
    """Makes the values of the page."""

    def __init__(self, records: CampaignRecords, people: People) -> None:
        self._records, self._people = records, people

    def view(self, campaign_id: UUID, today: date) -> RectificationView:
        """Return the problems of a campaign, units in the order of set-up."""
        state = self._records.load(campaign_id)
        person = self._people.current()
        roles = roles_of(state.campaign, person.id) if person else frozenset[Role]()
        names = {unit.id: unit.name for unit in state.campaign.units}
        problems = [_problem(one, names, today, roles) for one in state.rectifications]
        order = {unit: at for at, unit in enumerate(names)}
        problems.sort(key=lambda one: (order.get(one.record.unit, len(order)), one.record.case_no))
        final = {one.unit for one in state.feedback if one.state is FeedbackState.FINAL}
        by_unit: dict[UUID, list[ProblemView]] = {unit: [] for unit in names}
        for one in problems:
            by_unit.setdefault(one.record.unit, []).append(one)
        units = tuple(
            _unit(unit, names.get(unit, ""), own, unit in final, today)
            for unit, own in by_unit.items()
            if own or unit in final
        )
        days = state.campaign.rectification_days
        return RectificationView(units, tuple(problems), days, bool(final), bool(roles & LEADERS))


def counts(problems: Iterable[ProblemView]) -> Mapping[Shown, int]:
    """Return how many problems each filter lets through."""
    found = dict.fromkeys(Shown, 0)
    for one in problems:
        for shown in Shown:
            found[shown] += one.is_shown(shown)
    return found


def _problem(
    one: Rectification, names: Mapping[UUID, str], today: date, roles: frozenset[Role]
) -> ProblemView:
    revisit = one.state is _R.CLOSED
    until = one.revisit_due if revisit else one.due
    ended = not revisit and one.state not in WITH_UNIT
    allowed = states.RECTIFICATION.allowed(one.state, roles)
    actions = tuple(dict.fromkeys(step.action for step in allowed if step.action != states.ROLL))
    lines = tuple(reversed([history_line(step) for step in one.history]))
    shown = term(until, today, ended=ended)
    return ProblemView(one, names.get(one.unit, ""), shown, actions, lines)


def _unit(
    unit: UUID, name: str, problems: list[ProblemView], is_final: bool, today: date
) -> UnitRectification:
    records = [one.record for one in problems]
    counted = [one for one in records if one.state not in (_R.WITHDRAWN, _R.ROLLED)]
    due = [one.due for one in records if one.state in WITH_UNIT and one.due is not None]
    visits = [one.revisit_due for one in records if one.state is _R.CLOSED and one.revisit_due]
    left = any(one.state in UNFINISHED for one in records)
    return UnitRectification(
        unit, name, is_final, len(counted), sum(one.state in _CLOSED for one in counted),
        sum(one.state is _R.REPORTED for one in records),
        term(min(due, default=None), today, ended=not left),
        term(min(visits, default=None), today),
    )  # fmt: skip
