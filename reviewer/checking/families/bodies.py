"""In whose name a decision is made (实施主体, 处罚法 17—20): V01.

Without the unit's list of lawful subjects only inner and branch bodies are told; whether a
detachment or supervision bureau may act in its own name depends on authorisation, and in Ningxia
on the day (2025-05-01).
"""

import re
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.families.jurisdiction import beyond_field, beyond_region
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Finding, LawfulSubject, Place, RuleInfo, Verdict
from reviewer.reckoning.textnorm import squeezed

_STAMP = re.compile(r"[(（][^()（）]{0,6}[)）]$")
_PREFIX = re.compile(r"(?:[\u4e00-\u9fa5]{2,8}?(?:省|自治区|市|自治州|地区|盟|县|区|旗))*")


@FAMILIES.add("bodies.lawful")
def lawful(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a decision made in the name of a body that may not make it."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷没有对外作出的处罚决定")
    decisions = inquiry.reading.of_type(*parameters.texts(rule, "decisions"))
    if not decisions:
        return not_applicable(rule, "卷内没有对外作出的决定书")
    judged = [_judged(inquiry, rule, one) for one in decisions]
    if any(one.verdict is not Verdict.OK for one in judged):
        return conclude_each(rule, [one for one in judged if one.verdict is not Verdict.OK])
    places = [place for one in judged for place in one.evidence]
    return conclude(rule, Verdict.OK, judged[0].message, places)


def _judged(inquiry: Inquiry, rule: RuleInfo, document: Document) -> Breach:
    subject = inquiry.subject(document)
    facts = inquiry.reading.of_key("issuing_body", document.id)
    what = f"《{document.title}》{in_brackets(inquiry.pages_of(document))}"
    if not facts:
        message = f"{what}未识别到落款机关，实施主体无法判断"
        return Breach(subject, Verdict.CANNOT_TELL, message, inquiry.shown_by(document))
    fact = facts[0]
    places: tuple[Place, ...] = (fact.place,)
    name = _STAMP.sub("", squeezed(str(fact.value)))
    listed = _by_list(inquiry, name)
    verdict, why = listed or _by_name(inquiry, rule, name)
    if listed and verdict is Verdict.OK:
        subjects = _held(inquiry, name)
        beyond = beyond_field(inquiry, rule, document, subjects)
        beyond = beyond or beyond_region(inquiry, subjects)
        if beyond:
            verdict, why, places = beyond.verdict, beyond.said, (*places, *beyond.places)
    if verdict is Verdict.PROBLEM and not fact.is_read:
        verdict, why = Verdict.CANNOT_TELL, "落款机关识别不清，无法判断"
    days = inquiry.moment("decision").days
    if verdict is Verdict.PROBLEM and days and _is_before(rule, days[-1].day):
        verdict, why = Verdict.CANNOT_TELL, f"{rule.valid_from} 以前的步骤{OLD_LAW}"
    return Breach(subject, verdict, f"{what}落款为{name}，{why}", places)


def _is_before(rule: RuleInfo, day: date) -> bool:
    return rule.valid_from is not None and day < rule.valid_from


def _by_list(inquiry: Inquiry, name: str) -> tuple[Verdict, str] | None:
    """Return what the unit's list of lawful subjects says; None when none was entered."""
    subjects = inquiry.library.subjects
    if not subjects:
        return None
    same = [one for one in subjects if _is_same(name, squeezed(one.name))]
    if not same:
        return Verdict.PROBLEM, "不在本单位录入的合法主体名单内（处罚法第十七条）"
    days = inquiry.moment("decision").days
    if not days and any(one.valid_from or one.valid_to for one in same):
        return Verdict.CANNOT_TELL, "决定日期未识别，当日是否为合法主体无法判断"
    held = {any(_covers(one, dated.day) for one in same) for dated in days}
    if held == {True, False}:
        return Verdict.CANNOT_TELL, "识别到不止一个决定日期，当日是否为合法主体无法判断"
    if False not in held:
        return Verdict.OK, "在本单位录入的合法主体名单内"
    spans = "、".join(f"{one.valid_from or '不限'} 至 {one.valid_to or '不限'}" for one in same)
    told = f"名单登记的有效期为 {spans}，决定日 {days[-1].day} 不在其内（处罚法第十七条）"
    return Verdict.PROBLEM, told


def _held(inquiry: Inquiry, name: str) -> list[LawfulSubject]:
    """Return the entries of the list that are of this name and hold on the day of the decision."""
    same = [one for one in inquiry.library.subjects if _is_same(name, squeezed(one.name))]
    days = inquiry.moment("decision").days
    return [one for one in same if not days or all(_covers(one, dated.day) for dated in days)]


def _by_name(inquiry: Inquiry, rule: RuleInfo, name: str) -> tuple[Verdict, str]:
    if re.search(parameters.text(rule, "inner"), name):
        return Verdict.PROBLEM, "属内设或者派出机构，不能以自己的名义作出决定（处罚法第十七条）"
    if re.search(parameters.text(rule, "lawful"), name):
        return Verdict.OK, "为交通运输主管部门"
    days = inquiry.moment("decision").days
    local = parameters.table(rule, "local")
    for place, since in local.items():
        there = re.search(place, name) is not None
        if there and days and isinstance(since, date) and days[-1].day >= since:
            told = f"{since} 起应以交通运输主管部门的名义作出决定，是否另有授权请核对，无法判断"
            return Verdict.CANNOT_TELL, told
    return Verdict.CANNOT_TELL, "是否依法取得授权或者受委托，未录入本单位合法主体名单，无法判断"


def _is_same(name: str, listed: str) -> bool:
    """Return whether two names are one, one of them perhaps without its province or city."""
    longer, shorter = sorted((name, listed), key=len, reverse=True)
    if not shorter or not longer.endswith(shorter):
        return False
    return _PREFIX.fullmatch(longer[: len(longer) - len(shorter)]) is not None


def _covers(subject: LawfulSubject, day: date) -> bool:
    return (subject.valid_from is None or subject.valid_from <= day) and (
        subject.valid_to is None or day <= subject.valid_to
    )
