"""After the hearing (听证): T11, the legal review comes after what was heard (处罚法 58, 65).

A missing opinion is told by its own rule (M-DT24).
"""

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry, Moment
from reviewer.checking.judging import Judged
from reviewer.checking.outcomes import OLD_LAW, conclude, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import joined
from reviewer.model import Finding, Procedure, RuleInfo, Verdict

_RECORD, _REVIEW = "DT32", "DT24"


@FAMILIES.add("hearing.reviewed_after")
def reviewed_after(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a hearing after which no legal review was made."""
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷不核对听证")
    if not inquiry.reading.of_type(_RECORD) and not inquiry.facts("hearing_date", _RECORD):
        return not_applicable(rule, "卷内没有听证笔录，不核对听证后的审核")
    if not inquiry.reading.of_type(_REVIEW) and not inquiry.facts("legal_review_date"):
        message = "卷内有听证笔录而未见法制审核意见书，听证后是否审核无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, inquiry.moment("hearing").places)
    hearing, review = inquiry.moment("hearing"), inquiry.moment("review")
    places = (*hearing.places, *review.places)
    if unknown := joined([inquiry.why_unknown(one) for one in (hearing, review)]):
        return conclude(rule, Verdict.CANNOT_TELL, f"{unknown}，无法判断", places)
    judged = _judge(rule, hearing, review)
    subject = inquiry.subject_of_step(review)
    return conclude(rule, judged.verdict, judged.message, places, subject=subject)


def _judge(rule: RuleInfo, hearing: Moment, review: Moment) -> Judged:
    last = review.days[-1].day
    told = f"{hearing.days[-1].day} 听证，{last} 法制审核"
    if rule.valid_from and hearing.days[-1].day < rule.valid_from:
        return Judged(Verdict.CANNOT_TELL, f"{told}；{rule.valid_from} 以前的步骤{OLD_LAW}")
    if last >= hearing.days[-1].day:
        return Judged(Verdict.OK, f"{told}，听证后经法制审核")
    if last >= hearing.days[0].day:
        message = f"{told}；识别到不止一个听证日期，结论不一，无法判断"
        return Judged(Verdict.CANNOT_TELL, message)
    message = f"{told}，审核早于听证，听证后未再审核（处罚法第五十八条、第六十五条）"
    return Judged(Verdict.PROBLEM, message)
