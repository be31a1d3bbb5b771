"""Which cases need a hearing, a group discussion, a legal review (处罚法 57(2), 58, 63).

A demanded review that is missing is the scope's own finding; a missing discussion is that of its
M-DT rule, from which the scope's finding follows.
"""

from dataclasses import replace

from reviewer.checking import parameters
from reviewer.checking.families.documents import PROCEDURE_NAMES, may_be_hidden
from reviewer.checking.in_forms import section_of
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.scope import Penalty, Scope, penalty_of, scope_of
from reviewer.checking.unread import may_be_unread
from reviewer.checking.words import all_pages, in_brackets
from reviewer.model import (
    Document,
    Finding,
    PartyKind,
    Place,
    Procedure,
    RuleInfo,
    ThresholdKind,
    Verdict,
)
from reviewer.reckoning.penalties import SEVERE

_HEARINGS = ("DT29", "DT30", "DT32", "DT33")
_HELD = ("DT30", "DT32", "DT33")
_DECIDED = ("DT34", "DT35")


@FAMILIES.add("scope.needed")
def needed(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Tell whether the case falls under the unit's standard and has the document for it."""
    if settled := _other(inquiry, rule) or _there(inquiry, rule):
        return settled
    code, name = parameters.text(rule, "need"), parameters.text(rule, "name")
    penalty, scope = _judged(inquiry, rule)
    heard = inquiry.reading.of_type(*_HEARINGS)
    # Asked for and not held, a hearing settles nothing; the unit's standard does.
    settled_by = heard if scope.reached is not True else inquiry.reading.of_type(*_HELD)
    if settled_by and parameters.text(rule, "hearing", "no") == "yes":
        message = f"本案经过听证，卷内未见{name}，由 M-{code} 判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, _shown(inquiry, heard))
    if not scope.known:
        return _unset(rule, penalty, scope, name)
    if scope.reached is False:
        return conclude(rule, Verdict.OK, f"未达到{scope.why}，不要求{name}", scope.places)
    if not scope.reached:
        message = f"{_doubt(penalty, scope)}，是否应有{name}无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, scope.places)
    found = _lacking(inquiry, rule, scope, scope.places)
    reporter = parameters.text(rule, "follows", "")
    # The missing record itself is another rule's; this one follows from it.
    return replace(found, because=(reporter,)) if reporter else found


def _lacking(inquiry: Inquiry, rule: RuleInfo, scope: Scope, places: tuple[Place, ...]) -> Finding:
    """Report that the document which the standard demands is not in the file."""
    code, name = parameters.text(rule, "need"), parameters.text(rule, "name")
    searched = searched_pages(inquiry)
    if section := section_of(inquiry, code):
        if section.whole:
            message = f"达到{scope.why}，无单独的{name}，{section.why}"
            return conclude(rule, Verdict.OK, message, section.places)
        message = f"达到{scope.why}，未见{name}；{section.why}"
        return conclude(rule, Verdict.CANNOT_TELL, message, section.places, searched)
    if doubt := _old(inquiry, rule) or may_be_hidden(inquiry, code):
        return conclude(rule, Verdict.CANNOT_TELL, f"未见{name}；{doubt}", places, searched)
    message = f"达到{scope.why}，案卷未见{name}；{'；'.join(searched)}"
    return conclude(rule, Verdict.PROBLEM, message, places, searched, code)


def _there(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Return that the file holds the document; None when it does not."""
    found = inquiry.reading.of_type(parameters.text(rule, "need"))
    if not found:
        return None
    message = f"卷内有{parameters.text(rule, 'name')}{in_brackets(inquiry.pages_of(*found))}"
    return conclude(rule, Verdict.OK, message, _shown(inquiry, found))


def _unset(rule: RuleInfo, penalty: Penalty, scope: Scope, name: str) -> Finding:
    """Tell what is known without a standard: a revocation and the like may be grave anywhere."""
    severe = sorted(penalty.kinds & set(SEVERE))
    if severe:
        message = f"拟给予或者给予{'、'.join(severe)}，{scope.why}，是否应有{name}无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, penalty.places)
    return not_applicable(rule, f"{scope.why}，案卷未见其他应有{name}的情形")


@FAMILIES.add("scope.missing")
def missing(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a document that the unit's standard demands and the file does not hold."""
    if settled := _other(inquiry, rule) or _there(inquiry, rule):
        return settled
    name = parameters.text(rule, "name")
    penalty, scope = _judged(inquiry, rule)
    if not scope.known or scope.reached is False:
        why = f"{'未达到' if scope.known else ''}{scope.why}"
        return not_applicable(rule, f"{why}，不要求{name}", scope.places if scope.known else ())
    if not scope.reached:
        message = f"{_doubt(penalty, scope)}，是否应有{name}无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, (), searched_pages(inquiry))
    # An absence has no place in the file.
    return _lacking(inquiry, rule, scope, ())


@FAMILIES.add("scope.hearing")
def hearing(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a notice that proposes a heavy penalty without telling the right to a hearing."""
    if settled := _other(inquiry, rule) or _told_right(inquiry, rule):
        return settled
    penalty = penalty_of(inquiry, "notice_fine", "DT26")
    scope = scope_of(inquiry, ThresholdKind.HEARING, penalty)
    severe = sorted(penalty.kinds & set(SEVERE))
    if severe or scope.reached:
        what = f"拟给予{'、'.join(severe)}" if severe else f"拟罚款达到{scope.why}"
        return _untold(inquiry, rule, what, penalty, scope)
    if scope.reached is False:
        message = f"拟罚款未达到{scope.why}，可以不告知听证权"
        return conclude(rule, Verdict.OK, message, scope.places)
    if not scope.known and _is_small(inquiry, rule, penalty):
        message = f"{scope.why}，拟罚款数额不高，未见应当告知听证权的其他情形"
        return not_applicable(rule, message, penalty.places)
    message = f"{_doubt(penalty, scope)}，违法行为通知书未见告知听证权，是否应当告知无法判断"
    return conclude(rule, Verdict.CANNOT_TELL, message, scope.places or penalty.places)


def _told_right(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Return that the notice tells the right, or that there is none; else None."""
    if not inquiry.reading.of_type("DT26"):
        message = "卷内未见违法行为通知书，是否告知听证权无从核对"
        return conclude(rule, Verdict.CANNOT_TELL, message)
    facts = inquiry.facts("hearing_right_told", "DT26")
    places = [fact.place for fact in facts if fact.is_read and fact.value is True]
    if not places:
        return None
    message = f"违法行为通知书已告知听证权{in_brackets(inquiry.places_of(places))}"
    return conclude(rule, Verdict.OK, message, places)


def searched_pages(inquiry: Inquiry) -> tuple[str, ...]:
    """Return what was searched for a missing document."""
    reading = inquiry.reading
    if not reading.pages:
        return ()
    return (f"已查{all_pages(reading.paths, reading.pages, dict(reading.folios))}",)


def _judged(inquiry: Inquiry, rule: RuleInfo) -> tuple[Penalty, Scope]:
    penalty = penalty_of(inquiry, "decision_fine", *_DECIDED)
    if not (penalty.fines or penalty.kinds or penalty.unread):
        penalty = penalty_of(inquiry, "notice_fine", "DT26")
    kind = ThresholdKind(parameters.text(rule, "standard"))
    return penalty, scope_of(inquiry, kind, penalty)


def _untold(inquiry: Inquiry, rule: RuleInfo, what: str, penalty: Penalty, scope: Scope) -> Finding:
    told = inquiry.facts("hearing_right_told", "DT26")
    notices = inquiry.reading.of_type("DT26")
    where = in_brackets(inquiry.pages_of(*notices))
    places = dict.fromkeys((*penalty.places, *scope.places, *_shown(inquiry, notices)))
    if told or inquiry.is_weak(*notices):
        message = f"{what}，违法行为通知书{where}是否告知听证权识别不清，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    if old := _old(inquiry, rule):
        return conclude(rule, Verdict.CANNOT_TELL, old, places)
    if doubt := may_be_unread(inquiry, notices, "听证权利"):
        message = f"{what}，违法行为通知书{where}未识别到告知听证权；{doubt}，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    message = f"{what}，违法行为通知书{where}未见告知听证权（处罚法第六十三条）"
    subject = inquiry.subject(notices[0])
    return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)


def _is_small(inquiry: Inquiry, rule: RuleInfo, penalty: Penalty) -> bool:
    """Return whether no standard that is known calls the fine large."""
    if penalty.unread or penalty.kinds:
        return False
    kinds = {fact.value for fact in inquiry.facts("party_kind") if fact.is_read}
    party = PartyKind.ORGANISATION if kinds == {PartyKind.ORGANISATION} else PartyKind.PERSON
    limit = parameters.table(rule, "small").get(party.value, 0)
    return all(isinstance(limit, int) and fine <= limit for fine in penalty.fines)


def _doubt(penalty: Penalty, scope: Scope) -> str:
    if not scope.known:
        return scope.why
    if penalty.unread or not penalty.fines:
        return f"未读清罚款数额，是否达到{scope.why}不明"
    return f"当事人类型不同结论不一，是否达到{scope.why}不明"


def _other(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    procedures = parameters.procedures(rule)
    if inquiry.procedure in procedures:
        return None
    if inquiry.procedure is Procedure.UNKNOWN:
        message = f"未能判定案卷的程序类型，{rule.title}无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message)
    return not_applicable(rule, f"{PROCEDURE_NAMES[inquiry.procedure]}案卷不适用{rule.title}")


def _old(inquiry: Inquiry, rule: RuleInfo) -> str:
    """Return in words that the case was decided before the law that the rule rests on."""
    days = inquiry.moment("decision").days or inquiry.moment("notice").days
    if rule.valid_from is None or not days or days[-1].day >= rule.valid_from:
        return ""
    return f"{rule.valid_from} 以前的步骤{OLD_LAW}，无法判断"


def _shown(inquiry: Inquiry, documents: tuple[Document, ...]) -> tuple[Place, ...]:
    return tuple(place for document in documents for place in inquiry.shown_by(document))
