"""Standards (评查标准): what is reviewed, for how many points, and what is deducted for what.

A standard is data with a version, frozen at first use; item and clause ids keep their meaning
across versions.  Points are exact (`Decimal`, at most two places).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType


class Method(StrEnum):
    """How a clause turns an occurrence into points."""

    PER_OCCURRENCE = "per_occurrence"  # 每处: points × count
    PER_DOCUMENT = "per_document"  # 每份: points × count
    PER_PERSON = "per_person"  # 每人: points × count
    WHOLE_ITEM = "whole_item"  # 整项: all points of the item
    ONCE = "once"  # a fixed deduction, once however often marked
    THRESHOLD = "threshold"  # a fixed deduction when count ≥ threshold
    RATIO = "ratio"  # the item gets full points × ratio
    AWARD = "award"  # 每例: the item gets points × count, at most its full points


class Question(StrEnum):
    """What the bureau asks of a case file; a report answers the first five one by one."""

    BASIS = "basis"  # 执法依据合法
    DISCRETION = "discretion"  # 裁量基准适用
    DOCUMENTS = "documents"  # 文书材料齐全
    LEGAL_REVIEW = "legal_review"  # 法制审核
    NO_FINE_FOR_MANAGEMENT = "no_fine_for_management"  # 防止以罚代管
    PROCEDURE = "procedure"  # 程序时限
    SERVICE = "service"  # 送达执行
    ARCHIVE = "archive"  # 归档


QUESTION_NAMES: Mapping[Question, str] = MappingProxyType(
    {
        Question.BASIS: "执法依据合法",
        Question.DISCRETION: "裁量基准适用",
        Question.DOCUMENTS: "文书材料齐全",
        Question.LEGAL_REVIEW: "法制审核",
        Question.NO_FINE_FOR_MANAGEMENT: "防止以罚代管",
        Question.PROCEDURE: "程序时限",
        Question.SERVICE: "送达执行",
        Question.ARCHIVE: "归档",
    }
)
BUREAU_QUESTIONS = tuple(QUESTION_NAMES)[:5]
"""The dimensions (五维度) that a report answers one by one."""


def category(questions: tuple[Question, ...]) -> str:
    """Return 问题类别: the first of the bureau's questions that is touched, else another one."""
    first = next(
        (q for q in BUREAU_QUESTIONS if q in questions), questions[0] if questions else None
    )
    return QUESTION_NAMES[first] if first else ""


class Precheck(StrEnum):
    """How far the machine can judge an item."""

    FULL = "full"  # ●
    PARTIAL = "partial"  # ◐
    NONE = "none"  # ○


class VetoType(StrEnum):
    """What a veto (一票否决) does."""

    A = "A"  # 不合格, total 0, the score before the veto is kept
    B = "B"  # not 优秀


@dataclass(frozen=True, slots=True)
class RuleLink:
    """Says that the breaches of one rule propose for an item or a veto."""

    rule: str
    clause: str = ""
    """Clause that accepting deducts by; empty when a person must choose, and for vetoes."""
    subject: str = ""
    """Only breaches whose subject has this text before its @ (`DT24`); empty for the others."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One deduction clause (扣分情形) of an item."""

    id: str
    """`A2.1`: item id, dot, number; never reused for another meaning."""
    text: str
    method: Method
    points: Decimal
    """Per count, or fixed; for WHOLE_ITEM the item's points; for RATIO the item's points."""
    threshold: int = 0
    veto: str = ""
    """⊕: not deducted when this veto is hit (the score before the veto still deducts it)."""
    fault: str = ""
    """The fault this clause punishes, as named by the exclusive groups; empty for none."""


@dataclass(frozen=True, slots=True)
class Item:
    """One review item (评查项)."""

    id: str
    group: str
    short: str
    """At most 12 characters, for lists."""
    text: str
    points: Decimal
    clauses: tuple[Clause, ...]
    basis: tuple[str, ...]
    materials: tuple[str, ...]
    precheck: Precheck
    precheck_note: str
    rules: tuple[str, ...]
    """Codes of the rules that propose for this item."""
    questions: tuple[Question, ...]
    may_be_absent: bool
    """Whether 不涉及 is allowed."""
    absent_note: str = ""
    """Why 不涉及 is not allowed, or when it is."""
    links: tuple[RuleLink, ...] = ()
    """Which clause each of `rules` proposes."""


@dataclass(frozen=True, slots=True)
class Veto:
    """One veto item (一票否决项)."""

    id: str
    short: str
    text: str
    type: VetoType
    basis: tuple[str, ...]
    materials: tuple[str, ...]
    precheck: Precheck
    precheck_note: str
    rules: tuple[str, ...]
    """Codes of the rules that propose a hit."""
    questions: tuple[Question, ...] = ()
    links: tuple[RuleLink, ...] = ()
    """The same rules with the subjects they are limited to."""
    hint_only: bool = False
    """Whether the machine may only ask a person to look, whatever a rule concludes."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of items."""

    id: str
    name: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class GradeBand:
    """A grade (等次) and the rounded total from which it is given."""

    name: str
    from_total: Decimal
    excellent: bool = False
    """True for grades that a B veto forbids."""
    failing: bool = False
    """True for the grade that an A veto gives."""


@dataclass(frozen=True, slots=True)
class Bonus:
    """A bonus (加分项)."""

    id: str
    text: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class AbsenceReason:
    """A reason code for 不涉及."""

    code: str
    text: str
    needs_note: bool = False


@dataclass(frozen=True, slots=True)
class ExclusiveGroup:
    """A fault that is deducted once, although several items could deduct it."""

    fault: str
    name: str
    items: tuple[str, ...]
    """Item ids, the one that the standard attributes the fault to first."""
    words: tuple[str, ...] = ()
    """Words of a typed reason that tell this fault."""


@dataclass(frozen=True, slots=True)
class Standard:
    """A review standard with its version."""

    id: str
    version: str
    name: str
    subject: str
    """`case` or `unit`."""
    procedures: tuple[str, ...]
    """Values of `Procedure` that it is meant for; `coercive` also for files with 强制措施."""
    source: str
    """Where it comes from, for the foot of reports."""
    groups: tuple[Group, ...]
    items: tuple[Item, ...]
    vetoes: tuple[Veto, ...]
    bands: tuple[GradeBand, ...]
    """Highest first."""
    bonuses: tuple[Bonus, ...]
    bonus_limit: Decimal
    absence_reasons: tuple[AbsenceReason, ...]
    exclusive: tuple[ExclusiveGroup, ...]
    content_hash: str
    """SHA-256 of the canonical content."""

    @property
    def total(self) -> Decimal:
        """Return the points of all items together."""
        return sum((item.points for item in self.items), Decimal(0))

    def item(self, item_id: str) -> Item:
        """Return the item; raises KeyError when there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)
