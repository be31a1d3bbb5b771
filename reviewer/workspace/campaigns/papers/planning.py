"""Which documents a campaign can give now, and what writes each of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from uuid import UUID

from reviewer.model.feedback import ObjectionState
from reviewer.model.year_end import SelfCheck
from reviewer.reports.blocks import Report
from reviewer.reports.campaign.inputs import Official
from reviewer.workspace.campaigns.papers import (
    corrections,
    findings,
    judgements,
    meetings,
    openings,
    outcomes,
    sheets,
    year_end,
)
from reviewer.workspace.campaigns.papers.ground import EVERYBODY, Ground, official
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.report_inputs import ReportInputs


class PaperKind(StrEnum):
    """The documents of a campaign, in the order in which they are filed."""

    NOTICE = "评查通知"
    GROUPS = "评查组名单"
    DRAW = "抽取记录"
    SHEETS = "评查表"
    MINUTES = "合议记录"
    FEEDBACK = "反馈意见"
    OBJECTIONS = "申辩复核决定"
    OPINIONS = "案卷评查意见书"
    PROBLEMS = "问题清单"
    SUMMARY = "评查结果汇总表"
    BULLETIN = "评查情况通报"
    NOTICES = "整改通知书"
    LEDGER = "整改台账"
    CLOSINGS = "销号单"
    ANNUAL = "年度报告素材"
    SELF_CHECK = "三项制度自查评估报告"


_NOTHING = {
    PaperKind.GROUPS: "还没有填写评查人",
    PaperKind.DRAW: "还没有抽取",
    PaperKind.SHEETS: "还没有签定的评查表",
    PaperKind.MINUTES: "没有合议",
    PaperKind.FEEDBACK: "还没有拟制反馈意见",
    PaperKind.OBJECTIONS: "没有申辩",
    PaperKind.NOTICES: "还没有列出整改问题",
    PaperKind.LEDGER: "还没有列出整改问题",
    PaperKind.CLOSINGS: "还没有销号的问题",
    PaperKind.SELF_CHECK: "还没有填写三项制度自查",
}
_NO_RESULT = "还没有评查结果"


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """A document that can be written, or why not."""

    kind: PaperKind
    count: int
    """How many there are; 0 when there is nothing to write."""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document that is to be written."""

    kind: PaperKind
    title: str
    """What tells it from others of its kind: unit or case number; empty: of the whole campaign."""
    build: Callable[[], Report]


@dataclass(frozen=True, slots=True)
class Planner:
    """Lists the documents of one campaign."""

    ground: Ground
    inputs: ReportInputs
    state: CampaignState
    on: date
    """The day that the documents carry, unless their record has one."""

    def offers(self) -> tuple[PaperOffer, ...]:
        """Return every kind with how many documents there are of it."""
        counts = [(kind, sum(1 for _ in self.papers(kind))) for kind in PaperKind]
        return tuple(
            PaperOffer(kind, count, "" if count else _NOTHING.get(kind, _NO_RESULT))
            for kind, count in counts
        )

    def papers(self, kind: PaperKind) -> Iterator[Paper]:
        """Yield the documents of one kind; nothing is built yet."""
        return (Paper(kind, title, build) for title, build in _LISTS[kind](self))

    def head(self, unit: UUID | None = None, on: date | None = None) -> Official:
        """Return head and foot of a document to one unit, or to all, of `on` or the usual day."""
        campaign = self.state.campaign
        to = EVERYBODY if unit is None else campaign.unit(unit).name
        return official(campaign, on or self.on, to)

    @property
    def units(self) -> tuple[tuple[UUID, str], ...]:
        """Return the units that have a result, in the order of the set-up."""
        reviewed = {one.unit for one in self.ground.final(self.state)}
        return tuple((u.id, u.name) for u in self.state.campaign.units if u.id in reviewed)


Listed = Iterator[tuple[str, Callable[[], Report]]]


def _notice(by: Planner) -> Listed:
    yield "", lambda: openings.notice_of(by.ground, by.state, by.head())


def _groups(by: Planner) -> Listed:
    if by.state.campaign.members:
        yield "", lambda: openings.groups_of(by.state, by.on)


def _draw(by: Planner) -> Listed:
    if by.state.draws:
        yield "", lambda: openings.draw_of(by.state)


def _sheets(by: Planner) -> Listed:
    for review, title in sheets.signed_reviews(by.ground, by.state):
        yield title, partial(sheets.sheet_of, by.inputs, review)


def _minutes(by: Planner) -> Listed:
    for held in by.state.adjudications:
        title = by.state.row(held.case).case_no
        yield title, partial(meetings.minutes_of, by.ground, by.state, held)


def _feedback(by: Planner) -> Listed:
    for told in by.state.feedback:
        head, title = by.head(told.unit, told.sent_on), by.state.campaign.unit(told.unit).name
        yield title, partial(findings.feedback_of, by.ground, by.state, told, head)


def _objections(by: Planner) -> Listed:
    for told in by.state.feedback:
        for one in told.objections:
            if one.state is ObjectionState.WITHDRAWN:
                continue
            head, title = by.head(told.unit, one.decided_on), by.state.row(one.case).case_no
            yield title, partial(judgements.decision_of, by.ground, by.state, one.id, head)


def _opinions(by: Planner) -> Listed:
    for unit, name in by.units:
        yield name, partial(sheets.opinion_of, by.ground, by.inputs, by.state, unit, by.on)


def _problems(by: Planner) -> Listed:
    units = by.units
    if units:
        yield "", lambda: findings.problems_of(by.ground, by.state, by.on)
    for unit, name in units:
        yield name, partial(findings.problems_of, by.ground, by.state, by.on, unit)


def _summary(by: Planner) -> Listed:
    if by.units:
        yield "", lambda: outcomes.summary_report(by.ground, by.state, by.on)


def _bulletin(by: Planner) -> Listed:
    if by.units:
        yield "", lambda: outcomes.bulletin_report(by.ground, by.state, by.on)


def _notices(by: Planner) -> Listed:
    found = {one.unit for one in corrections.of_unit(by.state, None) if one.origin is None}
    for one in by.state.campaign.units:
        if one.id in found:
            head = by.head(one.id)
            yield one.name, partial(corrections.notice_of_unit, by.state, one.id, head)


def _ledger(by: Planner) -> Listed:
    if by.state.rectifications:
        yield "", lambda: corrections.ledger_of(by.state, by.on)


def _closings(by: Planner) -> Listed:
    for one in by.state.campaign.units:
        if closed := corrections.closed_of(by.state, one.id):
            yield one.name, partial(corrections.closings_of, by.state, closed)


def _self_check(by: Planner) -> Listed:
    if by.state.of(SelfCheck):
        yield "", lambda: year_end.check_report(by.ground, by.state, by.head())


def _annual(by: Planner) -> Listed:
    if by.units:
        # Reports go upwards: to whom is filled in by hand.
        head = official(by.state.campaign, by.on, "")
        yield "", lambda: outcomes.annual_of(by.ground, by.state, head)


_LISTS: Mapping[PaperKind, Callable[[Planner], Listed]] = MappingProxyType(
    {
        PaperKind.NOTICE: _notice,
        PaperKind.GROUPS: _groups,
        PaperKind.DRAW: _draw,
        PaperKind.SHEETS: _sheets,
        PaperKind.MINUTES: _minutes,
        PaperKind.FEEDBACK: _feedback,
        PaperKind.OBJECTIONS: _objections,
        PaperKind.OPINIONS: _opinions,
        PaperKind.PROBLEMS: _problems,
        PaperKind.SUMMARY: _summary,
        PaperKind.BULLETIN: _bulletin,
        PaperKind.NOTICES: _notices,
        PaperKind.LEDGER: _ledger,
        PaperKind.CLOSINGS: _closings,
        PaperKind.ANNUAL: _annual,
        PaperKind.SELF_CHECK: _self_check,
    }
)
