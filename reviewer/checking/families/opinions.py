"""What a review or a discussion says (审核意见、讨论记录): that it passed, that it is not empty."""

import re

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.records import people
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Fact, Finding, RuleInfo, Verdict
from reviewer.reckoning.textnorm import squeezed

_SHORT = re.compile(
    r"(?:经?(?:审核|审查|研究|核审)[,:;]?)?(?:无(?:不同)?(?:异议|意见)[,;]?)?(?:拟|原则)?"
    r"同意(?:[^,;。]{0,16})?(?:[,;](?:请|报|可以?)[^,;。]{0,12})?[。.]?"
)
_TWO = 2


@FAMILIES.add("opinions.passed")
def passed(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a decision made although the last legal review did not let the case pass."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不核对法制审核结论")
    opinions = inquiry.facts("review_opinion", "DT24")
    if not opinions:
        return not_applicable(rule, "卷内没有识别到法制审核意见")
    refused = re.compile(parameters.text(rule, "refused"))
    against = [fact for fact in opinions if refused.search(squeezed(str(fact.value)))]
    decision = inquiry.moment("decision")
    if not against or not inquiry.reading.of_type(*inquiry.decision_codes):
        message = "法制审核意见中未见不同意、退回的结论"
        return conclude(rule, Verdict.OK, message, [fact.place for fact in opinions])
    places = (*(fact.place for fact in against), *decision.places)
    where = in_brackets(inquiry.places_of(places))
    if rule.valid_from and decision.days and decision.days[-1].day < rule.valid_from:
        return conclude(rule, Verdict.CANNOT_TELL, f"{rule.valid_from} 以前的步骤{OLD_LAW}", places)
    if len(against) < len(opinions) or not all(fact.is_read for fact in against):
        why = "另有审核意见" if len(against) < len(opinions) else "审核意见识别不清"
        message = f"法制审核有不同意或者退回的意见{where}，{why}，审核是否通过无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    message = f"法制审核意见为“{_cited(against[0])}”，未见通过即作出决定{where}（处罚法第五十八条）"
    subject = inquiry.subject_of(against[0].place, "DT24")
    return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)


@FAMILIES.add("opinions.substance")
def substance(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Point to a legal review that only agrees and names nothing that it looked at."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不核对法制审核意见")
    reviews = inquiry.reading.of_type("DT24")
    if not reviews:
        return not_applicable(rule, "卷内没有法制审核意见书")
    breaches, read = [], []
    for document in reviews:
        facts = inquiry.reading.of_key("review_opinion", document.id)
        points = inquiry.reading.of_key("review_points", document.id)
        read += [*facts, *points]
        if not facts or any(_count(fact) >= _TWO for fact in points):
            continue
        if all(_SHORT.fullmatch(squeezed(str(fact.value))) for fact in facts):
            where = in_brackets(inquiry.pages_of(document))
            message = f"法制审核意见{where}为“{_cited(facts[0])}”，未见审核内容，请核对"
            places = tuple(fact.place for fact in facts)
            breaches.append(Breach(inquiry.subject(document), Verdict.HINT, message, places))
    if breaches:
        return conclude_each(rule, breaches)
    if not read:
        return not_applicable(rule, "法制审核意见书未识别到审核意见，不作核对")
    return conclude(rule, Verdict.OK, "法制审核意见载明了审核内容", [fact.place for fact in read])


@FAMILIES.add("opinions.matters")
def matters(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Point to a legal review that leaves out so many of the matters that it should look at.

    Parameters: `matters` are their names, `missing` how many may not be left out.
    """
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不核对法制审核意见")
    names = parameters.texts(rule, "matters")
    breaches, told = [], []
    for document in inquiry.reading.of_type("DT24"):
        facts = inquiry.reading.of_key("stated", document.id)
        left = [name for name in names if name not in {str(fact.value) for fact in facts}]
        if len(facts) < _TWO or inquiry.is_weak(document):
            continue  # only an opinion, which another rule looks at
        told += [fact.place for fact in facts]
        if len(left) >= parameters.number(rule, "missing"):
            where = in_brackets(inquiry.pages_of(document))
            message = f"法制审核意见{where}未见对{'、'.join(left)}的审核，请核对"
            places = tuple(fact.place for fact in facts)
            breaches.append(Breach(inquiry.subject(document), Verdict.HINT, message, places))
    if breaches:
        return conclude_each(rule, breaches)
    if not told:
        return not_applicable(rule, "没有写明审核内容的法制审核意见书可以核对")
    return conclude(rule, Verdict.OK, "法制审核意见载明了应当审核的内容", told)


@FAMILIES.add("opinions.of_each")
def of_each(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Point to minutes of a discussion in which not everybody's own opinion stands."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不核对集体讨论记录")
    minutes = inquiry.reading.of_type("DT25")
    if not minutes:
        return not_applicable(rule, "卷内没有集体讨论记录")
    members = people(inquiry, "discussion_member", "DT25")
    speakers = people(inquiry, "discussion_speaker", "DT25")
    spoke = {one.name for one in speakers}
    silent = list({one.name: one for one in members if one.name not in spoke}.values())
    if len(members) < _TWO and not speakers:
        return not_applicable(rule, "集体讨论记录未识别到参加人，不作核对")
    if not silent:
        places = [one.place for one in speakers]
        return conclude(rule, Verdict.OK, "集体讨论记录载明了各参加人的意见", places)
    names = "、".join(one.name for one in silent)
    where = in_brackets(inquiry.pages_of(*minutes))
    message = f"集体讨论记录{where}未见{names}的个人意见，请核对"
    subject = inquiry.subject(minutes[0])
    places = [one.place for one in silent]
    return conclude(rule, Verdict.HINT, message, places, subject=subject)


def _count(fact: Fact) -> int:
    return fact.value if isinstance(fact.value, int) else 0


def _cited(fact: Fact) -> str:
    text = str(fact.value)
    return text if len(text) <= 40 else f"{text[:38]}……"
