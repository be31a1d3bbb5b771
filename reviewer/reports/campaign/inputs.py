"""What the documents of a campaign are made from: plain values that the services collect.

Nothing here is computed; a figure that is not known is None or empty and stands as a blank to be
filled in by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from reviewer.model import Standard
from reviewer.model.adjudications import Adjudication, Difference
from reviewer.model.campaigns import Campaign, CaseKind, LedgerRow
from reviewer.model.draws import Draw, DrawPlan, Replacement
from reviewer.model.feedback import Feedback, Objection
from reviewer.reports.blocks import Picture


@dataclass(frozen=True, slots=True)
class Official:
    """Head and foot of an official document (GB/T 9704-2012)."""

    body: str
    """署名: the bureau as it signs."""
    written_on: date
    to: str = ""
    """主送, without the colon; empty for a blank."""
    issuer: str = ""
    """发文机关标志; empty: the body with 文件."""
    number: str = ""
    """发文字号; empty for a blank with the year."""
    copies: str = ""
    """抄送, separated as they shall be printed."""
    printed_by: str = ""
    """印发机关; empty: the body."""
    printed_on: date | None = None
    """印发日期; None: the date of the document."""


@dataclass(frozen=True, slots=True)
class NoticeInput:
    """评查通知."""

    campaign: Campaign
    official: Official
    standards: tuple[Standard, ...] = ()
    """Those that the campaign pins, in the order of its kinds."""
    plan: DrawPlan | None = None
    purposes: tuple[str, ...] = ()
    """Sentences on the aim; empty: the general one."""
    requirements: tuple[str, ...] = ()
    """Sentences beyond the general ones."""
    pending: bool = False
    """Whether the set-up still lacks something, so that the notice is a draft."""


@dataclass(frozen=True, slots=True)
class DrawInput:
    """抽取记录: one draw with all that belongs to it."""

    campaign: Campaign
    draw: Draw
    certificate_sha256: str
    rows: Mapping[UUID, LedgerRow]
    """Rows of the ledger by case; those drawn and replaced are enough."""
    ledger_rows: int
    frozen_at: datetime | None = None
    sources: tuple[str, ...] = ()
    earlier: tuple[Draw, ...] = ()
    """Earlier draws of the campaign, oldest first."""
    replacements: tuple[Replacement, ...] = ()


@dataclass(frozen=True, slots=True)
class AssignedCase:
    """A case with its reviewers, as 案卷分配表 lists it."""

    unit: str
    case_no: str
    kind: str
    pages: int
    """0 when it is not known."""
    first: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class GroupsInput:
    """评查组名单, 回避登记, 保密承诺书 and 培训签到表."""

    campaign: Campaign
    rows: Mapping[UUID, LedgerRow] = field(default_factory=dict)
    """Rows that declared conflicts name."""
    made_on: date | None = None
    pledge_until: str = ""
    """Until when the pledge binds; empty: also after the campaign."""
    assigned: tuple[AssignedCase, ...] = ()
    """Cases in the order of the paper; empty: nothing is assigned yet."""


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """How one of two reviewers judged one item."""

    given: Decimal
    """Points given; for a veto 1 when hit, else 0."""
    reason: str
    pages: str
    """卷内页号, as written."""


@dataclass(frozen=True, slots=True)
class DisputeInput:
    """One disputed item with both views."""

    item: str
    """Id of the item or veto, as the decision names it."""
    text: str
    full: Decimal | None
    """Points of the item; None for a veto."""
    difference: Difference
    first: DisputeSide
    second: DisputeSide
    decided: Decimal | None = None
    """Points that the third review gives; for a veto 1 or 0; None while open."""


@dataclass(frozen=True, slots=True)
class ReviewTotal:
    """Total and grade of one review."""

    label: str
    """Who: a name, or 评查人甲 in blind mode."""
    total: Decimal
    grade: str
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class MinutesInput:
    """合议记录 of one case."""

    campaign: Campaign
    adjudication: Adjudication
    case_no: str
    unit: str
    cause: str
    first: ReviewTotal
    second: ReviewTotal
    gap: Decimal
    grounds: tuple[Difference, ...]
    disputes: tuple[DisputeInput, ...]
    names: Mapping[UUID, str]
    """Names of all that were present or recused."""
    result: ReviewTotal | None = None
    host: str = ""
    recorder: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class CaseResult:
    """The final result of one case."""

    case_no: str
    unit: str
    cause: str
    total: Decimal
    grade: str
    kind: CaseKind | None = None
    field: str = ""
    vetoes: tuple[str, ...] = ()
    """Short texts of the vetoes that were hit."""
    complete: bool = True
    """Whether nothing is 待定."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One problem of 问题清单."""

    case_no: str
    category: str
    problem: str
    basis: str = ""
    pages: str = ""
    stage: str = ""
    """责任环节."""
    requirement: str = ""
    responsible: str = ""
    due: date | None = None
    state: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class FeedbackInput:
    """反馈意见函 to one unit."""

    campaign: Campaign
    official: Official
    unit: str
    feedback: Feedback
    cases: tuple[CaseResult, ...]
    problems: tuple[ProblemLine, ...]
    standards: tuple[Standard, ...] = ()


@dataclass(frozen=True, slots=True)
class ProblemsInput:
    """问题清单 of a campaign, or of one unit of it."""

    campaign: Campaign
    problems: tuple[ProblemLine, ...]
    unit: str = ""
    """Empty: of all units."""
    made_on: date | None = None
    pending: bool = False


@dataclass(frozen=True, slots=True)
class ObjectionItem:
    """One item of an objection and what became of it."""

    name: str
    argued: str
    before: Decimal
    after: Decimal
    reason: str
    pages: str = ""
    is_veto: bool = False
    """Whether `before` and `after` are 1 for a hit and 0 for none."""


@dataclass(frozen=True, slots=True)
class ObjectionInput:
    """申辩复核决定."""

    campaign: Campaign
    official: Official
    unit: str
    case_no: str
    cause: str
    objection: Objection
    items: tuple[ObjectionItem, ...]
    before: ReviewTotal
    after: ReviewTotal | None = None
    """None while the review is not signed: the document is a draft."""


@dataclass(frozen=True, slots=True)
class ResultLine:
    """Results of one unit, field, brigade or officer."""

    name: str
    cases: int
    mean: Decimal | None
    """None without a case."""
    grades: tuple[int, ...]
    """Cases of each grade, in the order of the grades' names."""
    vetoed: int
    top: tuple[str, ...] = ()
    """Items that cost most points, at most five."""
    rank: str = ""
    """`1`, or `2—4` where ranks cannot be told apart; empty: not ranked."""
    spared: int = 0
    """Of the vetoed cases those that do not fail: a veto of type B only forbids 优秀."""


@dataclass(frozen=True, slots=True)
class ResultTable:
    """Results along one dimension."""

    dimension: str
    """单位, 执法门类, 办案大队 or 承办人."""
    lines: tuple[ResultLine, ...]
    note: str = ""
    """Sentence on the ranks, or on why there are none."""


@dataclass(frozen=True, slots=True)
class SummaryInput:
    """评查结果汇总表."""

    campaign: Campaign
    grades: tuple[str, ...]
    """Names of the grades, best first."""
    tables: tuple[ResultTable, ...]
    overall: ResultLine
    made_on: date
    pending: int = 0
    """Cases whose result is still open."""


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """Problems of one category."""

    name: str
    problems: int
    cases: int
    """Cases with at least one of them."""
    examples: tuple[str, ...] = ()
    """As the bulletin tells them; case numbers in them are the caller's matter."""


@dataclass(frozen=True, slots=True)
class BulletinFigures:
    """Figures of a campaign that the bulletin and the annual report tell."""

    ledger_rows: int
    drawn: int
    must_drawn: int = 0
    self_reviewed: int | None = None
    reviewers: int = 0
    double_reviewed: int = 0
    adjudicated: int = 0
    objections: int = 0
    accepted: int = 0
    """Objections 采纳 in whole or part."""


@dataclass(frozen=True, slots=True)
class LastYear:
    """Last year's figures for comparison."""

    year: int
    cases: int
    mean: Decimal
    standard_same: bool
    """Whether both years were reviewed under the same standard versions."""


@dataclass(frozen=True, slots=True)
class BulletinInput:
    """评查情况通报."""

    official: Official
    summary: SummaryInput
    figures: BulletinFigures
    categories: tuple[CategoryLine, ...]
    practices: tuple[str, ...] = ()
    """What people wrote under 主要做法和亮点; nothing is made up."""
    requirements: tuple[str, ...] = ()
    excellent: tuple[CaseResult, ...] = ()
    problems: tuple[ProblemLine, ...] = ()
    charts: tuple[Picture, ...] = ()
    last_year: LastYear | None = None
    rectify_by: date | None = None
