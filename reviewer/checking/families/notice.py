"""The notice before the decision (告知): that it came first, and left time to plead.

T06 (处罚法 44, 62): served after the decision, or on its day while nobody gave anything up.
T07 (处罚法 45): where only the right to plead was told, the days that the notice itself gives.
"""

from datetime import date, timedelta
from itertools import product

from reviewer.checking import parameters
from reviewer.checking.families.conditions import unread_statements, waived
from reviewer.checking.inquiry import Inquiry, Moment
from reviewer.checking.judging import Judged, all_readings
from reviewer.checking.outcomes import OLD_LAW, conclude, not_applicable
from reviewer.checking.periods import end_of
from reviewer.checking.receipts import served_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets, joined
from reviewer.model import Fact, Finding, Place, Procedure, RuleInfo, Verdict

_ANNOUNCED_DAYS = 60
"""民诉法 95 says thirty days since 2022; before, and in some rules still, sixty."""
_WORKING_DAYS = 7
"""处罚法 85: two, three, five and seven days are working days; of more it says nothing."""


@FAMILIES.add("notice.before_decision")
def before_decision(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a decision made before the notice was served, or on that day without a waiver."""
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷不要求事先告知")
    served, decision = inquiry.moment("notice_served"), inquiry.moment("decision")
    places = (*served.places, *decision.places)
    if unknown := joined([inquiry.why_unknown(one) for one in (served, decision)]):
        return conclude(rule, Verdict.CANNOT_TELL, f"{unknown}，无法判断", places)
    judged = [
        _order(inquiry, rule, one.day, other.day)
        for one, other in product(served.days, decision.days)
    ]
    last = decision.days[-1].day
    given_up = [fact.place for fact in waived(inquiry, last) if served.days[-1].day == last]
    return all_readings(rule, judged, (*places, *given_up), inquiry.subject_of_step(decision))


def _order(inquiry: Inquiry, rule: RuleInfo, served: date, decided: date) -> Judged:
    dates, cite = f"违法行为通知书 {served} 送达，{decided} 作出决定", "（处罚法第四十四条）"
    if rule.valid_from and decided < rule.valid_from:
        return Judged(Verdict.CANNOT_TELL, f"{dates}；{rule.valid_from} 以前的步骤{OLD_LAW}")
    if served > decided:
        return Judged(Verdict.PROBLEM, f"{dates}，告知晚于决定{cite}")
    if served == decided:
        return _same_day(inquiry, dates, decided, cite)
    if _announced(inquiry) and decided <= served + timedelta(days=_ANNOUNCED_DAYS):
        why = "通知书以公告方式送达，公告期满才视为送达，请核对公告日期，无法判断"
        return Judged(Verdict.CANNOT_TELL, f"{dates}；{why}")
    return Judged(Verdict.OK, f"{dates}，告知在决定之前{cite}")


def _same_day(inquiry: Inquiry, dates: str, decided: date, cite: str) -> Judged:
    if waived(inquiry, decided):
        return Judged(Verdict.OK, f"{dates}，当事人已声明放弃权利{cite}")
    if waived(inquiry, read=False) or unread_statements(inquiry):
        return Judged(Verdict.CANNOT_TELL, f"{dates}；卷内声明是否放弃权利识别不清，无法判断")
    return Judged(Verdict.PROBLEM, f"{dates}，同日告知并决定，卷内未见当事人放弃权利的声明{cite}")


def _announced(inquiry: Inquiry) -> bool:
    facts = [served_of(fact) for fact in inquiry.receipts("DT26").proving]
    return bool(facts) and all(one is not None and "公告" in one.method for one in facts)


@FAMILIES.add("notice.time_to_plead")
def time_to_plead(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a decision made within the days that the notice gives for statement and defence."""
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷不要求事先告知")
    if other := _not_only_pleading(inquiry, rule):
        return other
    served, decision = inquiry.moment("notice_served"), inquiry.moment("decision")
    places = (*served.places, *decision.places)
    if unknown := joined([inquiry.why_unknown(one) for one in (served, decision)]):
        return conclude(rule, Verdict.CANNOT_TELL, f"{unknown}，无法判断", places)
    if given_up := waived(inquiry, decision.days[-1].day):
        message = "当事人已声明放弃陈述申辩，不受陈述申辩期限制"
        return conclude(rule, Verdict.OK, message, (*places, *_places(given_up)))
    if served.days[0].day >= decision.days[-1].day:
        message = (
            f"违法行为通知书 {served.days[0].day} 送达，不早于 {decision.days[-1].day} 作出的决定，"
            "陈述申辩期无从起算，请核对告知与决定的先后"
        )
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    return _within_days(inquiry, rule, served, decision)


def _not_only_pleading(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Return why the rule does not concern the notice; None when it told only pleading."""
    notices = inquiry.reading.of_type("DT26")
    if not notices:
        return conclude(rule, Verdict.CANNOT_TELL, "卷内未见违法行为通知书，陈述申辩期无法判断")
    where = in_brackets(inquiry.pages_of(*notices))
    hearing = inquiry.facts("hearing_right_told", "DT26")
    if any(fact.value is True and fact.is_read for fact in hearing):
        return not_applicable(rule, f"违法行为通知书{where}告知了听证权，由听证申请期规则核对")
    pleading = inquiry.facts("pleading_right_told", "DT26")
    told = [fact for fact in pleading if fact.value is True and fact.is_read]
    unclear = [fact for fact in (*hearing, *pleading) if not fact.is_read]
    if (unclear and not told) or (inquiry.is_weak(*notices) and not told):
        message = f"违法行为通知书{where}告知的权利识别不清，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, _places(unclear))
    if not told:
        return not_applicable(rule, f"违法行为通知书{where}未识别到陈述申辩权的告知")
    return None


def _within_days(inquiry: Inquiry, rule: RuleInfo, served: Moment, decision: Moment) -> Finding:
    facts = inquiry.facts("plead_days", "DT26")
    read = [fact for fact in facts if fact.is_read and isinstance(fact.value, int)]
    places = (*served.places, *decision.places, *_places(facts))
    subject = inquiry.subject_of_step(decision)
    if facts and not read:
        message = "违法行为通知书写明的陈述申辩期限识别不清，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    if not read and "plead_days" in rule.parameters:
        return _by_own_days(inquiry, rule, served, decision)
    if not read:
        notices = inquiry.reading.of_type("DT26")
        where = in_brackets(inquiry.pages_of(*notices))
        message = (
            f"违法行为通知书{where}未写明陈述申辩的期限，{served.days[0].day} 送达，"
            f"{decision.days[-1].day} 作出决定，请核对是否给予合理期限"
        )
        return conclude(rule, Verdict.HINT, message, places, subject=inquiry.subject(notices[0]))
    judged = [
        _pleaded_in_time(inquiry, rule, one.day, other.day, fact)
        for one, other, fact in product(served.days, decision.days, read)
    ]
    finding = all_readings(rule, judged, places, subject)
    doubtful = waived(inquiry, read=False) or unread_statements(inquiry)
    if finding.verdict is Verdict.PROBLEM and doubtful:
        message = f"{finding.message.rstrip('。')}；卷内声明是否放弃陈述申辩识别不清，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    return finding


def _by_own_days(inquiry: Inquiry, rule: RuleInfo, served: Moment, decision: Moment) -> Finding:
    """Judge a notice that gives no days by those of the unit: a habit, so never a problem."""
    days = parameters.number(rule, "plead_days")
    first, decided = served.days[-1].day, decision.days[0].day
    notices = inquiry.reading.of_type("DT26")
    where = in_brackets(inquiry.pages_of(*notices))
    told = (
        f"违法行为通知书{where}未写明陈述申辩的期限，{first} 送达，{decided} 作出决定，"
        f"本单位设定的陈述申辩天数为 {days} 日"
    )
    places = (*served.places, *decision.places)
    end = end_of(inquiry.calendar, first, days, working=True)
    if end.holds(decided) is False:
        return conclude(rule, Verdict.OK, f"{told}，已满", places)
    message = f"{told}，请核对是否给予合理期限"
    return conclude(rule, Verdict.HINT, message, places, subject=inquiry.subject(notices[0]))


def _pleaded_in_time(
    inquiry: Inquiry, rule: RuleInfo, served: date, decided: date, fact: Fact
) -> Judged:
    days = fact.value if isinstance(fact.value, int) else 0
    dates = f"违法行为通知书 {served} 送达，写明 {days} 日内陈述申辩，{decided} 作出决定"
    if rule.valid_from and decided < rule.valid_from:
        return Judged(Verdict.CANNOT_TELL, f"{dates}；{rule.valid_from} 以前的步骤{OLD_LAW}")
    end = end_of(inquiry.calendar, served, days, working=True)
    early = end.holds(decided)
    if early and days > _WORKING_DAYS:
        early = end_of(inquiry.calendar, served, days, working=False).holds(decided) or None
    if early is None:
        why = "工作日与自然日两种算法或者日历不同，无法判断"
        return Judged(Verdict.CANNOT_TELL, f"{dates}；{why}")
    if not early:
        return Judged(Verdict.OK, f"{dates}，陈述申辩期已满（处罚法第四十五条）")
    due = f"，陈述申辩期至 {end.first} 届满" if not end.missing_year else ""
    return Judged(
        Verdict.PROBLEM, f"{dates}{due}，期限未满且卷内未见放弃的声明（处罚法第四十五条）"
    )


def _places(facts: tuple[Fact, ...] | list[Fact]) -> tuple[Place, ...]:
    return tuple(fact.place for fact in facts)
