"""What the bureau knows beyond the case file: calendar, law, its own library.

These are values and protocols; the workspace fills them from the store, the command line from
files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Protocol

from reviewer.model.fact_values import PartyKind


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working-day calendar (工作日历): statutory holidays and make-up working days."""

    holidays: frozenset[date]
    """Statutory days off that fall on a weekday."""
    workdays: frozenset[date]
    """Saturdays and Sundays that are working days (调休)."""
    first_year: int
    last_year: int
    """Years for which data is complete; outside them working days cannot be told."""
    version: str = ""
    missing_years: frozenset[int] = frozenset()
    """Years between the first and the last whose data nobody imported yet."""

    def covers(self, day: date) -> bool:
        """Return whether the data of the year of `day` is there."""
        inside = self.first_year <= day.year <= self.last_year
        return inside and day.year not in self.missing_years


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """The working-day calendar of one year, as a bureau imports it."""

    year: int
    days_off: tuple[date, ...]
    """Mondays to Fridays that are off, sorted."""
    working_weekends: tuple[date, ...]
    """Saturdays and Sundays that are worked, sorted."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a law in one version."""

    law: str
    """Short name without 中华人民共和国."""
    number: int
    text: str
    effective: date


class LawBook(Protocol):
    """The statute texts that ship with the program."""

    version: str

    def article(self, law: str, number: int, on: date | None = None) -> Article | None:
        """Return the article in force on `on` (the latest when None); None when not included."""
        ...


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One officer in the roster (执法人员名册)."""

    name: str
    cert: str
    valid_from: date | None = None
    valid_to: date | None = None
    relatives: tuple[str, ...] = ()
    """Names of close relatives that the roster registers (回避)."""
    address: str = ""


@dataclass(frozen=True, slots=True)
class LawfulSubject:
    """One body in the list of lawful subjects of enforcement (合法主体名单)."""

    name: str
    valid_from: date | None = None
    valid_to: date | None = None
    fields: tuple[str, ...] = ()
    """Fields of enforcement (执法门类); empty is every field."""
    region: str = ""
    """Area of jurisdiction as names of places begin: 银川市; empty when not given."""


@dataclass(frozen=True, slots=True)
class ReviewStaff:
    """One legal reviewer (法制审核人员)."""

    name: str
    qualified: bool
    """Whether the person passed the legal qualification (法律职业资格)."""
    since: date | None = None
    """Since when the person reviews; before 2018 the qualification was not asked for."""


class ThresholdKind(StrEnum):
    """What a threshold of the unit decides."""

    HEARING = "hearing"  # 听证“较大数额”
    DISCUSSION = "discussion"  # 重大案件，应当集体讨论
    REVIEW = "review"  # 法制审核目录


@dataclass(frozen=True, slots=True)
class Threshold:
    """One line of 听证标准、重大案件标准、法制审核目录."""

    kind: ThresholdKind
    party: PartyKind | None
    """The kind of party it concerns; None is every kind."""
    amount: Decimal | None
    """Yuan; reached from this fine on when `inclusive`, else above it; None when it names words."""
    words: str = ""
    """What the penalty or matter is called where no amount decides: 吊销许可证件."""
    inclusive: bool = True
    valid_from: date | None = None
    valid_to: date | None = None


class Band(NamedTuple):
    """One degree (裁量档次) of a benchmark; in yuan unless the benchmark's unit says times."""

    name: str
    """不予 轻微 较轻 一般 较重 严重."""
    condition: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A discretion benchmark (裁量基准), penalties.md 6.4."""

    id: str
    offence: str
    """违法行为 as the benchmark names it."""
    law: str
    article: int
    paragraph: int | None = None
    item: int | None = None
    unit: str = "元"
    """元, 倍 or 元/吨."""
    precondition: str = ""
    """责令改正 or 拒不改正; empty when none."""
    bands: tuple[Band, ...] = ()
    document: str = ""
    """发布文号."""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """The unit's own library (本单位库).  What is not set is computed under every reading.

    An empty tuple and a missing setting mean “not entered”, never “none”.
    """

    officers: tuple[RosterEntry, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    """`overload_rounding`: whole (满1000千克的整数倍) | up (零头进一);
    `individual_business`: person | organisation (简易程序的档);
    `certificate_format`: regular expression of a certificate number;
    `plead_days`, `filing_hint_days`, `filing_warning_days`, `archive_days`: whole numbers."""
    version: str = ""
    subjects: tuple[LawfulSubject, ...] = ()
    reviewers: tuple[ReviewStaff, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()


class ReadingCache(Protocol):
    """Keeps what OCR read, so that nothing is read twice.

    The key holds engine, models and settings beside the image's SHA-256.
    """

    def get(self, key: str) -> bytes | None:
        """Return what was kept under `key`."""
        ...

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`; writing the same key again is harmless."""
        ...
