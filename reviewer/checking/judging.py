"""Putting readings together: every admissible one in breach is a problem, none is ok.

Where the readings of one file disagree, nothing can be told, and the message says where.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.checking.outcomes import conclude
from reviewer.checking.words import joined
from reviewer.model import Finding, Place, RuleInfo, Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """What a rule says of one reading."""

    verdict: Verdict
    message: str


def all_readings(
    rule: RuleInfo, judged: Sequence[Judged], places: Iterable[Place], subject: str = ""
) -> Finding:
    """Return the finding on which all of `judged` agree, else that nothing can be told."""
    verdicts = {one.verdict for one in judged}
    message = joined([one.message for one in judged])
    if len(verdicts) == 1:
        return conclude(rule, verdicts.pop(), message, places, subject=subject)
    return conclude(rule, Verdict.CANNOT_TELL, f"识别到不止一个日期，结论不一：{message}", places)
