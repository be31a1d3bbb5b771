"""A fine above what the notice told, after the party pleaded or was heard (处罚法 45(2), V15).

Where the party did not plead, K12 reports the difference; being told anew with the higher fine
ends the matter.
"""

from reviewer.checking import parameters
from reviewer.checking.families.amounts import amount_of, pleaded
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Finding, Place, RuleInfo, Verdict

_PLEADINGS = ("DT27", "DT28", "DT32", "DT29")


@FAMILIES.add("raised.after_pleading")
def after_pleading(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a decision above every notice of a party that pleaded."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不适用")
    if not pleaded(inquiry):
        return not_applicable(rule, "卷内未见陈述申辩或者听证")
    decision = amount_of(inquiry, "决定书金额", "decision_fine", *inquiry.decision_codes)
    notice = amount_of(inquiry, "通知书金额", "notice_fine", "DT26")
    places = (*notice.places, *decision.places, *_pleadings(inquiry))
    if not decision.values or not notice.values:
        unclear = notice if not notice.values else decision
        pages = in_brackets(inquiry.places_of(fact.place for fact in unclear.weak))
        message = f"{unclear.name}未能识别{pages}，无法与陈述申辩前告知的金额核对"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    says = f"通知书拟罚 {notice.said}，当事人已陈述申辩，决定书罚款 {decision.said}"
    if min(decision.values) > max(notice.values):
        message = f"{says}，高于告知的金额，卷内未见以新的事实重新告知（处罚法第四十五条）"
        subject = inquiry.subject_of(decision.places[0], inquiry.decision_codes[0])
        return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)
    if max(decision.values) > max(notice.values):
        message = f"{says}，识别到不止一个金额，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    return conclude(rule, Verdict.OK, f"{says}，未高于告知的金额", places)


def _pleadings(inquiry: Inquiry) -> tuple[Place, ...]:
    papers = inquiry.reading.of_type(*_PLEADINGS)
    return tuple(place for paper in papers for place in inquiry.shown_by(paper))
