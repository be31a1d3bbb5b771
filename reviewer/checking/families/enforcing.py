"""Enforcing a decision: applying to the court, reminders, 代履行, nights and holidays.

行政强制法 35–54.
"""

from calendar import monthrange
from datetime import date, datetime
from itertools import product

from reviewer.checking.families.later_conditions import enforcement_orders, not_urged
from reviewer.checking.families.limits import outside
from reviewer.checking.inquiry import Dated, Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.periods import end_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets, joined
from reviewer.model import Breach, Document, Finding, Place, RuleInfo, Verdict
from reviewer.reckoning.workdays import NoCalendar, is_workday

_SUIT_MONTHS, _COURT_MONTHS = 6, 3
_URGED_BEFORE = 3
_NIGHT_FROM, _NIGHT_TO = 22, 6
_ENFORCED = ("DT45", "DT46", "DT47")


@FAMILIES.add("enforcing.court_in_time")
def court_in_time(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report an application later than three months after the time to sue was over."""
    if other := outside(inquiry, rule):
        return other
    applied = inquiry.moment("court_application")
    if not applied.documents and not applied.days:
        return not_applicable(rule, "卷内没有强制执行申请书")
    served = inquiry.moment("decision_served")
    starts = _instalment_ends(inquiry)
    places = (*served.places, *applied.places, *(one.place for one in starts))
    if unknown := joined([inquiry.why_unknown(one) for one in (served, applied)]):
        return conclude(rule, Verdict.CANNOT_TELL, f"{unknown}，无法判断", places)
    if sought := inquiry.facts("redress_sought"):
        message = "卷内载有复议或者诉讼的结果，申请期限应另行起算，请核对"
        return conclude(
            rule, Verdict.CANNOT_TELL, message, (*places, *(fact.place for fact in sought))
        )
    judged = [
        _court(inquiry, rule, one.day, other.day, starts)
        for one, other in product(served.days, applied.days)
    ]
    verdicts = {verdict for verdict, _ in judged}
    message = joined([message for _, message in judged])
    verdict = verdicts.pop() if len(verdicts) == 1 else Verdict.CANNOT_TELL
    subject = inquiry.subject_of_step(applied)
    return conclude(rule, verdict, message, places, subject=subject)


def _court(
    inquiry: Inquiry, rule: RuleInfo, served: date, applied: date, starts: list[Dated]
) -> tuple[Verdict, str]:
    sue = _months_after(served, _SUIT_MONTHS)
    moved = _moved(inquiry, sue)
    last = _moved(inquiry, _months_after(max([moved, *(one.day for one in starts)]), _COURT_MONTHS))
    told = f"决定书 {served} 送达，起诉期限至 {moved} 届满，{applied} 申请强制执行"
    cite = "（强制法第五十三条）"
    if rule.valid_from and applied < rule.valid_from:
        return Verdict.CANNOT_TELL, f"{told}；{rule.valid_from} 以前的步骤{OLD_LAW}"
    if applied > last:
        return Verdict.PROBLEM, f"{told}，超过期限届满后三个月（至 {last}）{cite}"
    if applied <= sue:
        return Verdict.HINT, f"{told}，起诉期限尚未届满，请核对当事人是否已放弃复议、诉讼{cite}"
    return Verdict.OK, f"{told}，未超过三个月（至 {last}）{cite}"


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _instalment_ends(inquiry: Inquiry) -> list[Dated]:
    return [
        Dated(fact.value, fact.place)
        for fact in inquiry.facts("instalment_until")
        if fact.is_read and isinstance(fact.value, date)
    ]


def _moved(inquiry: Inquiry, day: date) -> date:
    """Return the day to which a period that ends on `day` is moved (民诉法 85)."""
    return end_of(inquiry.calendar, day, 0, working=False).last


@FAMILIES.add("enforcing.after_surcharge")
def after_surcharge(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report enforcement, or an application for it, after a surcharge without a reminder."""
    if other := outside(inquiry, rule):
        return other
    charged = inquiry.facts("surcharge")
    orders = enforcement_orders(inquiry)
    applications = inquiry.reading.of_type("DT44")
    if not charged or not (orders or applications):
        return not_applicable(rule, "没有加处罚款后的强制执行")
    shown = orders or applications
    places = [place for one in shown for place in inquiry.shown_by(one)]
    places += [fact.place for fact in charged]
    reminders = inquiry.reading.of_type("DT43")
    if reminders or inquiry.receipts("DT43").proving:
        places += [place for one in reminders for place in inquiry.shown_by(one)]
        pages = in_brackets(inquiry.pages_of(*reminders))
        message = f"加处罚款后强制执行之前有催告{pages}（强制法第四十六条）"
        return conclude(rule, Verdict.OK, message, places)
    return not_urged(inquiry, rule, shown, places, "强制法第四十六条")


@FAMILIES.add("enforcing.performed")
def performed(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report 代履行 earlier than three working days after the reminder, or without one."""
    if other := outside(inquiry, rule):
        return other
    orders = tuple(one for one in inquiry.reading.of_type("DT46") if "催告" not in one.title)
    if not orders:
        return not_applicable(rule, "没有代履行")
    places = [place for one in orders for place in inquiry.shown_by(one)]
    if _at_once(inquiry, orders):
        return not_applicable(rule, "立即清除遗洒物、障碍物的代履行，不适用催告期限", places)
    reminders, urged = _reminders(inquiry)
    if not reminders and not urged:
        return not_urged(inquiry, rule, orders, places, "强制法第五十一条")
    done = inquiry.moment("performed")
    places = [*(one.place for one in urged), *done.places]
    if not urged or not done.days:
        why = inquiry.why_unknown(done) or "未识别到催告书送达日期"
        return conclude(rule, Verdict.CANNOT_TELL, f"{why}，无法判断", places)
    breaches = [_early(inquiry, rule, urged, done.days, places)]
    records = [one for one in orders if "记录" in one.title or "笔录" in one.title]
    unsigned = records and not inquiry.facts("performance_witnessed")
    if breaches[0].verdict is Verdict.OK and unsigned:
        message = "代履行文书未见当事人或者见证人签名，请核对（强制法第五十一条）"
        breaches.append(Breach(inquiry.subject(orders[0]), Verdict.HINT, message, tuple(places)))
    return conclude_each(rule, breaches)


def _early(
    inquiry: Inquiry,
    rule: RuleInfo,
    urged: list[Dated],
    done: tuple[Dated, ...],
    places: list[Place],
) -> Breach:
    early = [
        one.day < end_of(inquiry.calendar, other.day, _URGED_BEFORE, working=True).first
        for one, other in product(done, urged)
    ]
    told = f"催告书 {urged[-1].day} 送达，{done[0].day} 代履行"
    cite = "（强制法第五十一条）"
    subject = inquiry.subject_of(done[0].place, "DT46")
    if rule.valid_from and done[-1].day < rule.valid_from:
        return Breach(subject, Verdict.CANNOT_TELL, f"{told}；{OLD_LAW}", tuple(places))
    if all(early):
        message = f"{told}，应在代履行三日前催告{cite}"
        return Breach(subject, Verdict.PROBLEM, message, tuple(places))
    if any(early):
        message = f"{told}，识别到不止一个日期，结论不一"
        return Breach(subject, Verdict.CANNOT_TELL, message, tuple(places))
    return Breach(subject, Verdict.OK, f"{told}，已在三日前催告{cite}", tuple(places))


def _at_once(inquiry: Inquiry, orders: tuple[Document, ...]) -> bool:
    told = any(fact.value is True for fact in inquiry.facts("cleared_at_once", "DT46"))
    return told or any("立即" in one.title for one in orders)


def _reminders(inquiry: Inquiry) -> tuple[tuple[Document, ...], list[Dated]]:
    """Return the reminders in the file and the days on which they were served."""
    own = tuple(one for one in inquiry.reading.of_type("DT46") if "催告" in one.title)
    found = (*inquiry.reading.of_type("DT43"), *own)
    days = list(inquiry.moment("urge_served").days)
    if not days:
        days = [
            Dated(fact.value, fact.place)
            for one in own
            for fact in inquiry.reading.of_key("document_date", one.id)
            if fact.is_read and isinstance(fact.value, date)
        ]
    return found, days


@FAMILIES.add("enforcing.by_day")
def by_day(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Give a hint where enforcement was carried out by night or on a day off."""
    if other := outside(inquiry, rule):
        return other
    times = [fact for fact in inquiry.facts("performed_at", *_ENFORCED) if fact.is_read]
    days = [fact for fact in inquiry.facts("performed_on", *_ENFORCED) if fact.is_read]
    if not times and not days:
        return not_applicable(rule, "未见强制执行的实施时间")
    places = [fact.place for fact in (*times, *days)]
    if any(fact.value is True for fact in inquiry.facts("cleared_at_once", *_ENFORCED)):
        return not_applicable(rule, "情况紧急的强制执行，不受夜间、节假日限制", places)
    for fact in times:
        if isinstance(fact.value, datetime) and _is_night(fact.value):
            when = f"{fact.value:%Y-%m-%d %H:%M}"
            message = f"{when} 实施强制执行，是否属于夜间、有无紧急情况请核对（强制法第四十三条）"
            subject = inquiry.subject_of(fact.place, "DT45")
            return conclude(rule, Verdict.HINT, message, places, subject=subject)
    for fact in days:
        if isinstance(fact.value, date) and _is_day_off(inquiry, fact.value):
            message = f"{fact.value} 实施强制执行，当日为休息日，请核对（强制法第四十三条）"
            subject = inquiry.subject_of(fact.place, "DT45")
            return conclude(rule, Verdict.HINT, message, places, subject=subject)
    return conclude(rule, Verdict.OK, "未见在夜间、节假日实施强制执行", places)


def _is_night(when: datetime) -> bool:
    return when.hour >= _NIGHT_FROM or when.hour < _NIGHT_TO


def _is_day_off(inquiry: Inquiry, day: date) -> bool:
    try:
        return not is_workday(inquiry.calendar, day)
    except NoCalendar:
        return False
