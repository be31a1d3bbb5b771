"""How rules look to the window: rows, switches, and how they fared (本机记录).

Values only, so that the window can be there before the store is loaded.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reviewer.model import RuleInfo
from reviewer.reckoning.rates import wilson
from reviewer.workspace.made_up import MadeUpLine

ENOUGH = 30
"""From this many answers on a rate over all rules is told."""


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """What people made of the proposals of one rule, or of all."""

    accepted: int = 0
    rejected: int = 0
    missed: int = 0
    """Faults that a person marked where the rule had found 符合, in signed reviews."""

    @property
    def answers(self) -> int:
        """Return the number of answers."""
        return self.accepted + self.rejected

    def __add__(self, other: "TrackRecord") -> "TrackRecord":
        """Return both together."""
        return TrackRecord(
            self.accepted + other.accepted,
            self.rejected + other.rejected,
            self.missed + other.missed,
        )

    @property
    def sentence(self) -> str:
        """Return 采纳 12、不采纳 3（80 %，95 % 区间 55–93 %）; empty without an answer."""
        if not self.answers:
            return ""
        share = share_text(self.accepted, self.answers)
        return f"采纳 {self.accepted}、不采纳 {self.rejected}（{share}）"

    @property
    def found(self) -> str:
        """Return 查出率 90 %，95 % 区间 74–97 %: what was found of what people hold for a fault.

        Empty below `ENOUGH` answers.
        """
        marked = self.accepted + self.missed
        enough = self.answers >= ENOUGH and marked
        return f"查出率 {share_text(self.accepted, marked)}" if enough else ""


def share_text(successes: int, trials: int) -> str:
    """Return a share with its interval: 80 %，95 % 区间 55–93 %."""
    low, high = wilson(successes, trials)
    return (
        f"{successes / trials:.0%}，95 % 区间 {low:.0%}–{high:.0%}".replace("%–", "–")
        .replace("%", " %")
        .replace("  %", " %")
    )


def own_rate(record: TrackRecord) -> str:
    """Return the rates of all rules from the reviewers' own answers; empty below `ENOUGH`."""
    if record.answers < ENOUGH:
        return ""
    precise = f"提示采纳率 {share_text(record.accepted, record.answers)}"
    rates = "；".join(filter(None, (precise, record.found)))
    return f"本机评查人回答 {record.answers} 次：{rates}"


def total(records: Iterable[TrackRecord]) -> TrackRecord:
    """Return the records together."""
    return sum(records, TrackRecord())


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule as the page of rules shows it."""

    rule: RuleInfo
    reads: str
    """What it reads, in Chinese."""
    record: TrackRecord
    off: bool
    switched_by: str = ""
    """Who turned the switch last; empty when nobody did."""
    switched_at: datetime | None = None
    made_up: tuple[MadeUpLine, ...] = ()
    """How it fared on made-up case files: text files, then scans."""


@dataclass(frozen=True, slots=True)
class RulesView:
    """All rules with what people made of them."""

    rows: tuple[RuleRow, ...]
    own_rate: str
    """The rate from the reviewers' own answers; empty while there are too few."""
    made_up: tuple[MadeUpLine, ...] = ()
    """The rates of all rules on made-up case files: text files, then scans."""

    @property
    def off(self) -> int:
        """Return how many are switched off."""
        return sum(row.off for row in self.rows)
