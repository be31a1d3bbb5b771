"""What a made-up case shall be like: the choices from which its story follows.

A fault is a changed plan, so that everything that follows from it (later dates, sums, lists of
evidence) stays consistent in the whole case file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from reviewer.model import PartyKind, Procedure
from reviewer.proof.measures import Filed, Hold, Mark, Seizure, ServiceWay, Transfer, Unpaid


class Layout(StrEnum):
    """How the forms of a unit look and speak."""

    FORM = "form"  # 部颁式样: ruled tables
    PROSE = "prose"  # labelled paragraphs
    OLD = "old"  # forms of the 2008 system with their old titles
    LIST = "list"  # one ruled row a value
    LOOSE = "loose"  # several labelled values in one line, without rules


class DateStyle(StrEnum):
    """How a unit writes dates."""

    PLAIN = "plain"  # 2024年4月9日
    PADDED = "padded"  # 2024年04月09日
    CHINESE = "chinese"  # 二〇二四年四月九日 in signatures, 2024.4.9 in tables
    SPACED = "spaced"  # 2024 年 4 月 9 日, as filled into a form
    DOTTED = "dotted"  # 2024.04.09 in tables


class Numbering(StrEnum):
    """How a unit writes the numbers of its documents."""

    PLAIN = "plain"  # 沙交执罚〔2024〕12号
    WORD = "word"  # 沙交执罚字〔2024〕第12号
    PADDED = "padded"  # 沙交执罚〔2024〕0012号


@dataclass(frozen=True, slots=True)
class Style:
    """Habits of writing of one unit."""

    layout: Layout = Layout.FORM
    dates: DateStyle = DateStyle.PLAIN
    brackets: str = "〔〕"
    wording: int = 0
    """Which of several equal wordings; with 0 it is the first everywhere."""
    numbering: Numbering = Numbering.PLAIN
    bureau: int = 0
    """Which of the invented authorities."""


def _empty() -> MappingProxyType[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Plan:
    """The choices for one case; waits are working days from the step before."""

    seed: int
    offence: str = "refit"
    party: PartyKind | None = None
    """None takes the first kind that the offence allows."""
    start: date = date(2024, 3, 12)
    """The day of the inspection."""
    style: Style = field(default_factory=Style)
    accept_wait: int = 0
    approve_wait: int = 1
    inquiry_wait: int = 1
    report_wait: int = 3
    notice_wait: int = 2
    notice_served_wait: int = 0
    decision_wait: int = 7
    """After service of the notice (after the hearing report, when there was a hearing)."""
    decision_case_day: int | None = None
    """The decision falls on the last day of so many calendar days after the filing."""
    served_wait: int = 1
    pay_wait: int = 3
    pay_on_last_day: bool = False
    closing_wait: int = 2
    archive_wait: int = 8
    pleads_days: int = 5
    waiver: bool = False
    """The party gives up statement, defence and hearing on the day the notice is served."""
    hearing: bool = False
    prolonged: bool = False
    review: bool = True
    """Legal review (法制审核); a hearing always has one."""
    discussion: bool = False
    review_after_decision: int = 0
    """Working days by which the review is later than the decision; 0 keeps it before."""
    discussion_after_decision: int = 0
    report_after_notice: int = 0
    lone_officer: frozenset[str] = frozenset()
    """Codes of the documents in which only one officer took part."""
    omitted: frozenset[str] = frozenset()
    """Keys of documents that are not in the file (`DT37.notice` is one receipt)."""
    fines: Mapping[str, int] = field(default_factory=_empty)
    """Added yuan where a document departs from the fine: report, notice, decision, words, bill."""
    procedure: Procedure = Procedure.GENERAL
    publish_wait: int = 5
    withdraw_wait: int = 2
    perform_wait: int = 4
    """Between the reminder and the performance by another (代履行)."""
    copy_wait: int = 3
    hearing_lead: int = 9
    """Between the notice of the hearing and the hearing."""
    filing_after_report: int = 0
    correction_days: int | None = None
    """Calendar days that the order to correct gives; None takes those of the offence."""
    fine: int | None = None
    """Yuan; None takes one of those of the offence."""
    age: int | None = None
    """Years of a party that is a person."""
    past_days: int = 0
    """How long before the inspection the act was; of a case with LONG_AGO."""
    announced_days: int = 60
    service: ServiceWay = ServiceWay.DIRECT
    hold: Hold | None = None
    seizure: Seizure | None = None
    unpaid: Unpaid | None = None
    filed: Filed = field(default_factory=Filed)
    transfer: Transfer = field(default_factory=Transfer)
    marks: frozenset[Mark] = frozenset()
    told: Mapping[str, str] = field(default_factory=_empty)
    """Words that a document has instead of the right ones; empty leaves the passage out."""
    altered: frozenset[str] = frozenset()
    """What a document copies wrongly: `DT23.party`, `DT24.number`, `DT52.plate`."""

    def with_(self, **changes: Any) -> "Plan":
        """Return a copy with `changes`."""
        return replace(self, **changes)

    def without(self, *keys: str) -> "Plan":
        """Return a copy of which these documents are not in the file."""
        return replace(self, omitted=self.omitted | set(keys))

    def marked(self, *marks: Mark) -> "Plan":
        """Return a copy in which these are so too."""
        return replace(self, marks=self.marks | set(marks))

    def telling(self, **words: str) -> "Plan":
        """Return a copy in which documents have these words."""
        return replace(self, told=MappingProxyType({**self.told, **words}))
