"""How much may be imposed on the spot (简易程序额度, 处罚法 51): T26.

Which limit holds for an individual business is the unit's to set; until then both readings are
computed, and where they disagree nothing is told.
"""

from decimal import Decimal

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets, yuan
from reviewer.model import Fact, Finding, PartyKind, Place, RuleInfo, Verdict

_NAMES = {PartyKind.PERSON: "公民", PartyKind.ORGANISATION: "法人或者其他组织"}


@FAMILIES.add("on_the_spot.limit")
def limit(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a fine on the spot above the limit for the party, or another penalty than a fine."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "不是简易程序案卷")
    kinds = [fact for fact in inquiry.facts("penalty_kind", "DT34") if fact.is_read]
    facts = inquiry.facts("decision_fine", "DT34")
    fines = {f.value: f for f in facts if f.is_read and isinstance(f.value, Decimal)}
    if kinds:
        names = "、".join(dict.fromkeys(str(fact.value) for fact in kinds))
        message = (
            f"当场处罚决定给予{names}，简易程序只适用于警告和限额以内的罚款（处罚法第五十一条）"
        )
        return _problem(inquiry, rule, message, [fact.place for fact in kinds])
    if not fines:
        return _without_fine(inquiry, rule, facts)
    answers, told = set(), ""
    highest = max(fines)
    for party in _parties(inquiry):
        allowed = parameters.table(rule, "limits").get(party.value)
        if isinstance(allowed, int):
            answers.add(highest <= allowed)
            told = f"{_NAMES[party]}的限额 {yuan(Decimal(allowed))}"
    kind, places = _kind(inquiry)
    where = [fines[highest].place, *places]
    pages = in_brackets(inquiry.places_of(where))
    if answers == {True}:
        return conclude(rule, Verdict.OK, f"当场罚款 {yuan(highest)}，未超过限额{pages}", where)
    if answers == {False}:
        what = told if kind else "公民和组织的限额"
        message = f"当场罚款 {yuan(highest)}{pages}，超过简易程序对{what}（处罚法第五十一条）"
        return _problem(inquiry, rule, message, where)
    why = "个体工商户适用哪一档未设定" if kind else "当事人类型未识别"
    message = f"当场罚款 {yuan(highest)}{pages}，{why}，按公民超过限额、按组织未超过，无法判断"
    return conclude(rule, Verdict.CANNOT_TELL, message, where)


def _problem(inquiry: Inquiry, rule: RuleInfo, message: str, places: list[Place]) -> Finding:
    days = inquiry.moment("decision").days
    if rule.valid_from and days and days[-1].day < rule.valid_from:
        told = f"{rule.valid_from} 以前的步骤{OLD_LAW}"
        return conclude(rule, Verdict.CANNOT_TELL, told, places)
    subject = inquiry.subject_of(places[0], "DT34")
    return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)


def _without_fine(inquiry: Inquiry, rule: RuleInfo, facts: tuple[Fact, ...]) -> Finding:
    warned = [fact for fact in inquiry.facts("warning_only", "DT34") if fact.is_read]
    if warned and not facts:
        message = "当场给予警告，适用简易程序"
        return conclude(rule, Verdict.OK, message, [fact.place for fact in warned])
    decisions = inquiry.reading.of_type("DT34")
    what = "识别不清" if facts else "未识别到"
    message = f"当场处罚决定书{in_brackets(inquiry.pages_of(*decisions))}的罚款数额{what}，无法判断"
    return conclude(rule, Verdict.CANNOT_TELL, message, [fact.place for fact in facts])


def _kind(inquiry: Inquiry) -> tuple[PartyKind | None, list[Place]]:
    """Return the kind of party, None when the file does not tell or contradicts itself."""
    for codes in (("DT34",), ()):
        facts = [fact for fact in inquiry.facts("party_kind", *codes) if fact.is_read]
        kinds = {str(fact.value) for fact in facts}
        if len(kinds) == 1 and kinds <= set(PartyKind):
            return PartyKind(kinds.pop()), [facts[0].place]
    return None, []


def _parties(inquiry: Inquiry) -> tuple[PartyKind, ...]:
    kind, _ = _kind(inquiry)
    if kind is PartyKind.INDIVIDUAL_BUSINESS:
        chosen = inquiry.library.settings.get("individual_business", "")
        if chosen in _NAMES:
            return (PartyKind(chosen),)
    if kind in _NAMES:
        return (kind,) if kind else ()
    return (PartyKind.PERSON, PartyKind.ORGANISATION)
