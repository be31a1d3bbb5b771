"""The records that a fact can hold: officers, waivers, receipts, sessions and the like."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class PartyKind(StrEnum):
    """What the party (当事人) is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    INDIVIDUAL_BUSINESS = "individual_business"


@dataclass(frozen=True, slots=True)
class Officer:
    """An enforcement officer (执法人员) as a document names them."""

    name: str
    cert: str = ""
    """Certificate number (执法证号); empty when the document gives none."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A statement that the party gives up a right."""

    date: date
    hearing: bool
    """True when the hearing is given up; False when only statement and defence are."""


@dataclass(frozen=True, slots=True)
class Served:
    """What a receipt of service (送达回证) proves."""

    document: str
    """DT code of what was served; empty when the receipt does not say."""
    number: str
    date: date | None
    method: str
    """Chinese, as printed: 直接送达 留置送达 邮寄送达 电子送达 公告送达; empty when not given."""


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """An article of law that a document cites."""

    law: str
    article: int
    paragraph: int | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Redress:
    """The remedies that a decision names."""

    reconsideration_days: int | None
    reconsideration_body: str
    suit_months: int | None


@dataclass(frozen=True, slots=True)
class Session:
    """A recorded session: who, where, from when to when."""

    officers: tuple[str, ...]
    place: str
    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the table of contents (卷内目录)."""

    title: str
    """题名 as printed, without blanks."""
    document: str
    """DT code of what the title names; empty when the list of types does not know it."""
    number: str
    """文号 in normal form; empty when the row gives none."""
    date: date | None
    first: int | None = None
    """First 页号; None when the row gives none."""
    last: int | None = None


@dataclass(frozen=True, slots=True)
class UnitStandard:
    """One line of a unit's own directory or standard that lies in the file (DT61)."""

    kind: str
    """hearing (听证), discussion (集体讨论) or review (法制审核)."""
    party: str
    """The kind of party it concerns (`PartyKind`); empty is every kind."""
    amount: Decimal | None
    """Yuan of a fine; None when `words` name the penalty."""
    inclusive: bool
    """Whether the amount itself is reached: 以上; False for 超过."""
    words: str = ""
    """The kind of penalty, as `penalty_kind` names it."""


FactValue = (
    str
    | int
    | bool
    | Decimal
    | date
    | datetime
    | Officer
    | Waiver
    | Served
    | CitedArticle
    | Redress
    | Session
    | Listed
    | UnitStandard
)
