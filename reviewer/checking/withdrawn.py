"""A case that was withdrawn (撤销案件) or handed over (移送): no decision or payment follows.

What rests on a notice or a decision does not concern it, unless the file holds a decision, a
notice or a payment, or a receipt proves that one was served.
"""

from collections.abc import Sequence
from dataclasses import replace

from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import not_applicable
from reviewer.checking.words import in_brackets
from reviewer.model import Finding, Place, Procedure, RuleInfo, Served, Verdict

_ENDED_OTHERWISE = ("DT34", "DT35", "DT36", "DT41", "DT42", "DT43", "DT44")
_DECISIONS = frozenset({"DT34", "DT35", "DT36"})
_RESTS_ON = frozenset(
    {
        *("decision_date", "decision_fine", "decision_no", "decision_served_date", "redress"),
        *("notice_date", "notice_fine", "notice_served_date", "pay_days", "penalty_article"),
        *("DT26", "DT34", "DT35"),
    }
)
"""What a rule reads that asks about the notice or the decision."""


def withdrawal(inquiry: Inquiry) -> tuple[Place, ...]:
    """Return where the file tells that the case was withdrawn; empty when it was not."""
    return _told(inquiry, "case_withdrawn")


def transferral(inquiry: Inquiry) -> tuple[Place, ...]:
    """Return where the file tells that the case was handed to another authority, or empty.

    Who receives the case decides; documents.md 3.4 (移送司法) asks for no notice and no payment.
    """
    return _told(inquiry, "case_transferred")


def _told(inquiry: Inquiry, key: str) -> tuple[Place, ...]:
    if inquiry.procedure is not Procedure.GENERAL or inquiry.reading.of_type(*_ENDED_OTHERWISE):
        return ()
    served = (fact.value for fact in inquiry.facts("served"))
    if any(isinstance(one, Served) and one.document in _DECISIONS for one in served):
        return ()
    told = [fact for fact in inquiry.facts(key) if fact.is_read]
    return tuple(dict.fromkeys(fact.place for fact in told))


def said_of(inquiry: Inquiry, places: Sequence[Place]) -> str:
    """Return in words that the case was withdrawn."""
    return f"案件已撤销{in_brackets(inquiry.places_of(places))}，卷内没有处罚决定"


def sent_of(inquiry: Inquiry, places: Sequence[Place]) -> str:
    """Return in words that the case was handed over."""
    return f"案件已移送{in_brackets(inquiry.places_of(places))}，卷内没有处罚决定"


def relieved(inquiry: Inquiry, rule: RuleInfo, finding: Finding) -> Finding:
    """Return that the rule does not concern a withdrawn case, if it only lacked the decision."""
    if finding.verdict is not Verdict.CANNOT_TELL or not _RESTS_ON & set(rule.reads):
        return finding
    if inquiry.reading.of_type("DT26"):
        return finding
    if places := withdrawal(inquiry):
        why = f"{said_of(inquiry, places)}，不适用"
    elif places := transferral(inquiry):
        why = f"{sent_of(inquiry, places)}，不适用"
    else:
        return finding
    return replace(not_applicable(rule, why, places), because=finding.because)
