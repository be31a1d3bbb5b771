"""The annual campaign (年度案卷评查活动): its set-up, its people and its ledger.

A campaign is a set of records; everything else about it (draw, assignment, adjudication,
feedback, rectification) refers to its rows and people by UUID.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from reviewer.model.feedback import Transition


class CaseKind(StrEnum):
    """The kind of a case file (案件类型) as ledgers name it."""

    GENERAL = "普通"
    SUMMARY = "简易"
    COERCIVE = "强制"
    INSPECTION = "检查"
    NO_PENALTY = "不予处罚"
    LICENCE = "许可"
    TRANSFER = "移送"


class Stage(StrEnum):
    """The nine stages of a campaign, in their order."""

    NOTICE = "通知"
    LEDGER = "台账"
    DRAW = "抽取"
    GROUPS = "分组"
    REVIEW = "评查"
    ADJUDICATION = "合议"
    FEEDBACK = "反馈申辩"
    BULLETIN = "通报"
    RECTIFICATION = "整改"


class StageState(StrEnum):
    """How far a stage has come."""

    WAITING = "未开始"
    RUNNING = "进行中"
    DONE = "已完成"


@dataclass(frozen=True, slots=True)
class CampaignUnit:
    """A unit (被评查单位) that takes part."""

    id: UUID
    name: str
    code: str = ""
    parent: UUID | None = None
    """The unit above it among those known here; None directly below the bureau."""
    contact: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class LeftUnit:
    """A unit that a reviewer worked at and left: it counts as own for two years."""

    unit: UUID
    left_on: date


@dataclass(frozen=True, slots=True)
class Member:
    """A reviewer (评查人) of the campaign."""

    person: UUID
    name: str
    unit: UUID | None = None
    """The reviewer's own unit; None for staff of the bureau itself and outside experts."""
    unit_name: str = ""
    left: tuple[LeftUnit, ...] = ()
    group: str = ""
    """Name of the review group (评查组)."""
    leads_group: bool = False
    leads_campaign: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """A declared conflict of interest (回避): this person does not review that."""

    id: UUID
    person: UUID
    reason: str
    declared_on: date
    unit: UUID | None = None
    row: UUID | None = None
    """The ledger row (case) it is about; with neither unit nor row, `party` tells."""
    party: str = ""


@dataclass(frozen=True, slots=True)
class StandardPin:
    """The version of a standard that a kind of case is reviewed under."""

    kind: CaseKind
    standard: str
    version: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class StageDates:
    """When a stage is to be finished and when it was."""

    stage: Stage
    due: date | None = None
    done: date | None = None
    state: StageState = StageState.WAITING
    history: tuple[Transition, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """When two independent reviews of a case differ so much that it is adjudicated."""

    score_gap: Decimal = Decimal(5)
    """Points; a larger difference of the totals (standards.md 1.4)."""
    item_share: Decimal = Decimal("0.5")
    """Share of an item's points; a difference of the deductions from there on."""
    on_veto: bool = True
    on_grade: bool = True


@dataclass(frozen=True, slots=True)
class Campaign:
    """The set-up of a campaign."""

    id: UUID
    year: int
    name: str
    organiser: str
    """The bureau that runs it, as letters are signed."""
    cases_from: date
    cases_to: date
    """Period of the cases (by the day they were closed or decided, as the notice says)."""
    kinds: tuple[CaseKind, ...]
    units: tuple[CampaignUnit, ...]
    members: tuple[Member, ...] = ()
    standards: tuple[StandardPin, ...] = ()
    stages: tuple[StageDates, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    double_share: Decimal = Decimal("0.05")
    """Share of the drawn cases that two reviewers score independently; 1 for all."""
    disagreement: Disagreement = Disagreement()
    objection_days: int = 5
    """Working days for an objection after the opinion was received."""
    objection_review_days: int = 5
    """Working days for the review of an objection."""
    rectification_days: int = 30
    """Calendar days for rectification, from the notice on."""
    large_amount: Decimal | None = None
    """Fine in yuan from which a case must be drawn; None: not asked."""
    blind: bool = False
    contact: str = ""
    phone: str = ""
    previous: UUID | None = None
    """Last year's campaign that this one was copied from."""
    closed_at: datetime | None = None

    def stage(self, stage: Stage) -> StageDates:
        """Return how far the stage has come; one that has no entry waits."""
        return next((one for one in self.stages if one.stage is stage), StageDates(stage))

    def unit(self, unit_id: UUID) -> CampaignUnit:
        """Return the unit; raises KeyError when it does not take part."""
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        raise KeyError(unit_id)

    def member(self, person: UUID) -> Member:
        """Return the reviewer; raises KeyError when there is none."""
        for member in self.members:
            if member.person == person:
                return member
        raise KeyError(person)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One case of the ledger (案件目录，台账); fields as campaign.md 4.2 lists them."""

    case: UUID
    """The case's id for life, given with the row."""
    unit: UUID
    unit_name: str
    case_no: str
    """案号 or 决定书文号, normalised."""
    kind: CaseKind
    field: str = ""
    """执法门类."""
    year: int = 0
    cause: str = ""
    party: str = ""
    party_kind: str = ""
    plate: str = ""
    offence_on: date | None = None
    filed_on: date | None = None
    decided_on: date | None = None
    penalty_kinds: str = ""
    fine: Decimal | None = None
    confiscated: Decimal | None = None
    hearing: bool | None = None
    legal_review: bool | None = None
    discussion: bool | None = None
    coercion: str = ""
    """强制措施及期限 as written."""
    ordered_correction: bool | None = None
    rechecked: bool | None = None
    transferred: bool | None = None
    remedy: str = ""
    """复议、诉讼及结果 as written."""
    paid_on: date | None = None
    performance: str = ""
    closed_on: date | None = None
    officers: tuple[tuple[str, str], ...] = ()
    """Name and certificate number of each officer in charge."""
    pages: int = 0
    volumes: int = 0
    electronic: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        """Return what names the row in a draw, the same on every computer: unit and number."""
        return f"{self.unit_name}|{self.case_no}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of a campaign; once frozen its rows and hash never change."""

    id: UUID
    campaign: UUID
    rows: tuple[LedgerRow, ...]
    frozen_at: datetime | None = None
    sha256: str = ""
    """Of the canonical text of all rows (campaign/ledgers.py); empty before freezing."""
    sources: tuple[str, ...] = ()
    """Names of the imported workbooks."""
