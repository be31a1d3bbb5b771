"""What must hold before a deadline is reckoned, and what excuses one that was missed.

A condition ends the rule early with a finding, or lets it go on with None; an excuse is asked
only when every reading is in breach.  Rules name them in `conditions` and `excuses`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from reviewer.checking import parameters
from reviewer.checking.families.later_conditions import LATER_CONDITIONS, announced_in_time
from reviewer.checking.families.prolonging import prolonged
from reviewer.checking.families.suspension import suspended
from reviewer.checking.inquiry import Inquiry, Moment
from reviewer.checking.outcomes import conclude, not_applicable
from reviewer.checking.periods import end_of
from reviewer.checking.words import in_brackets
from reviewer.model import Document, Fact, Finding, Place, RuleInfo, Verdict, Waiver
from reviewer.reckoning.workdays import NoCalendar, count_workdays

Condition = Callable[[Inquiry, RuleInfo], Finding | None]
Excuse = Callable[[Inquiry, RuleInfo, Moment, Moment], Finding | None]

_HEARING_DOCUMENTS = ("DT29", "DT30", "DT32")
_HEARING_DATES = ("hearing_request_date", "hearing_date", "hearing_notice_served_date")


def concerned(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Go on only when the file holds what the rule is about, or a date of its first step."""
    documents = inquiry.reading.of_type(*parameters.texts(rule, "concerns"))
    if documents or inquiry.moment(parameters.text(rule, "from")).places:
        return None
    return not_applicable(rule, parameters.text(rule, "unconcerned"))


def disposed(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Go on only when what was detained was disposed of (公路安全保护条例 72)."""
    moment = inquiry.moment("disposed")
    if moment.places or moment.documents:
        return None
    return not_applicable(rule, "扣留的车辆、工具未见处理记录")


def notice_made_too_late(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Report a hearing notice made so late that no service of it could be in time.

    Only where no receipt tells when it was served.
    """
    if inquiry.moment("hearing_notice_served").days:
        return None
    made = [fact for fact in inquiry.facts("document_date", "DT30") if fact.is_read]
    held = inquiry.moment("hearing")
    days = [fact.value for fact in made if isinstance(fact.value, date)]
    if not days or not held.days or min(days) >= held.days[0].day:
        return None
    try:
        between = count_workdays(inquiry.calendar, min(days), held.days[-1].day)
    except NoCalendar:
        return None
    if between >= parameters.number(rule, "days"):
        return None
    message = (
        f"听证通知书 {min(days)} 制作，{held.days[-1].day} 听证，其间仅 {between} 个工作日，"
        "送达不可能在七个工作日前（处罚法第六十四条）"
    )
    places = (*_places(made), *held.places)
    subject = inquiry.subject_of_step(held)
    return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)


def hearing_told(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Go on only when the notice told the right to a hearing (处罚法 63)."""
    facts = inquiry.facts("hearing_right_told", "DT26")
    read = [fact for fact in facts if fact.is_read]
    if any(fact.value is True for fact in read):
        return None
    if read:
        return not_applicable(rule, "违法行为通知书未告知听证权，不适用听证申请期", _places(read))
    notices = inquiry.reading.of_type("DT26")
    where = in_brackets(inquiry.pages_of(*notices))
    if facts or inquiry.is_weak(*notices):
        message = f"违法行为通知书{where}是否告知听证权识别不清，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, _places(facts))
    if notices:
        return not_applicable(rule, f"违法行为通知书{where}未见告知听证权的内容，不适用听证申请期")
    return conclude(rule, Verdict.CANNOT_TELL, "卷内未见违法行为通知书，是否告知听证权无法判断")


def hearing_not_requested(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Go on only when no hearing was requested; V08 and T09–T11 look after the others."""
    documents = inquiry.reading.of_type(*_HEARING_DOCUMENTS)
    facts = [fact for key in _HEARING_DATES for fact in inquiry.facts(key)]
    if not documents and not facts:
        return None
    places = [place for one in documents for place in inquiry.shown_by(one)]
    return not_applicable(rule, "当事人已申请听证，不适用听证申请期", places or _places(facts))


def hearing_not_waived(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Go on only when the hearing was not given up by the day of the decision."""
    last = max((dated.day for dated in inquiry.moment("decision").days), default=None)
    for fact in _hearing_waivers(inquiry):
        waiver = fact.value
        in_time = last is None or not isinstance(waiver, Waiver) or waiver.date <= last
        if fact.is_read and isinstance(waiver, Waiver) and in_time:
            message = f"当事人 {waiver.date} 声明放弃听证，不受听证申请期限制"
            return conclude(rule, Verdict.OK, message, (fact.place,))
    return None


def notice_not_announced(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Tell nothing of a notice served by announcement, which counts only after its time (R-0f).

    A decision that is too early from the day on the receipt is too early from any later one.
    """
    facts = inquiry.receipts("DT26").proving
    if not facts or not all("公告" in getattr(fact.value, "method", "") for fact in facts):
        return None
    served, decision = inquiry.moment("notice_served"), inquiry.moment("decision")
    if served.days and decision.days:
        days = parameters.number(rule, "days")
        end = end_of(inquiry.calendar, served.days[0].day, days, working=True)
        if end.holds(decision.days[-1].day):
            return None
    message = "违法行为通知书以公告方式送达，公告期满才视为送达，请核对公告日期，听证申请期无法判断"
    places = (*_places(facts), *decision.places)
    return conclude(rule, Verdict.CANNOT_TELL, message, places)


def not_by_announcement(inquiry: Inquiry, rule: RuleInfo) -> Finding | None:
    """Go on unless the decision was served by announcement only.

    The day of the announcement counts; where it is late or not known a person must look.
    """
    facts = inquiry.receipts(*inquiry.decision_codes).proving
    announced = [fact for fact in facts if "公告" in getattr(fact.value, "method", "")]
    if not announced or len(announced) < len(facts):
        return None
    decision = inquiry.moment("decision")
    if issued := announced_in_time(inquiry, decision, parameters.number(rule, "days")):
        message = (
            f"决定书 {decision.days[0].day} 作出，{issued.value} 发出公告送达，未超过七个工作日"
        )
        return conclude(rule, Verdict.OK, message, (*decision.places, issued.place))
    dates = "、".join(str(dated.day) for dated in decision.days)
    made = f"决定书 {dates} 作出，" if dates else ""
    message = f"{made}以公告方式送达，请核对发出公告的日期是否在作出决定后七个工作日内"
    places = (*decision.places, *_places(announced))
    subject = inquiry.subject_of(announced[0].place, "DT37")
    return conclude(rule, Verdict.HINT, message, places, subject=subject)


def mailed(inquiry: Inquiry, rule: RuleInfo, start: Moment, stop: Moment) -> Finding | None:
    """Tell nothing of a decision that was posted in time: the time on the way does not count.

    What counts is the day of receipt on the slip (民事诉讼法第九十一条); a paper that was
    posted before the end of the period is not late (民诉法 85).
    """
    facts = inquiry.receipts(*inquiry.decision_codes).proving
    if not facts or not all("邮" in getattr(fact.value, "method", "") for fact in facts):
        return None
    papers = {fact.document for fact in facts}
    posted = [fact for fact in inquiry.facts("posted_on", "DT37") if fact.document in papers]
    made = start.days[0].day
    end = end_of(inquiry.calendar, made, parameters.number(rule, "days"), working=True)
    dates = [fact.value for fact in posted if isinstance(fact.value, date)]
    if all(fact.is_read for fact in posted) and not any(end.holds(day) for day in dates):
        return None
    told = "、".join(str(day) for day in dates)
    message = (
        f"决定书 {made} 作出，{told} 交邮，{stop.days[0].day} 收件；"
        "期满前交邮的，在途时间不计入期限，请核对交邮凭证"
    )
    places = (*start.places, *_places(posted), *stop.places)
    return conclude(rule, Verdict.CANNOT_TELL, message, places)


def told_after_decision(
    inquiry: Inquiry, rule: RuleInfo, start: Moment, stop: Moment
) -> Finding | None:
    """Leave a notice that was not served before the decision to the rule on its order (T06)."""
    served, decided = start.days[0].day, stop.days[-1].day
    if served < decided or (served == decided and waived(inquiry, decided)):
        return None
    places = (*start.places, *stop.places)
    pages = in_brackets(inquiry.places_of(places))
    message = (
        f"违法行为通知书 {served} 送达，不早于 {decided} 作出的决定{pages}，听证申请期无从起算，"
        "请核对告知与决定的先后"
    )
    return conclude(rule, Verdict.CANNOT_TELL, message, places)


def waiver_unclear(inquiry: Inquiry, rule: RuleInfo, start: Moment, stop: Moment) -> Finding | None:
    """Tell nothing when a statement in the file may give up the hearing but was not read."""
    doubtful = [fact.place for fact in _hearing_waivers(inquiry) if not fact.is_read]
    untold = unread_statements(inquiry)
    if not doubtful and not untold:
        return None
    pages = inquiry.places_of(doubtful) or inquiry.pages_of(*untold)
    message = (
        f"听证申请期未满即作出决定；卷内声明{in_brackets(pages)}是否放弃听证识别不清，无法判断"
    )
    places = (*start.places, *stop.places, *doubtful)
    return conclude(rule, Verdict.CANNOT_TELL, message, places)


def waived(inquiry: Inquiry, until: date | None = None, *, read: bool = True) -> tuple[Fact, ...]:
    """Return the statements that give up any right, made not after `until`.

    With `read` false, those that were read too weakly.
    """
    return tuple(
        fact
        for fact in inquiry.facts("waiver_date")
        if isinstance(fact.value, Waiver)
        and fact.is_read is read
        and (until is None or fact.value.date <= until)
    )


def unread_statements(inquiry: Inquiry) -> tuple[Document, ...]:
    """Return the party's papers of which it was not read whether they give up a right."""
    stated = {fact.document for fact in inquiry.reading.of_key("waiver_date")}
    return tuple(
        document
        for document in inquiry.reading.of_type("DT27")
        if document.id not in stated and ("放弃" in document.title or inquiry.is_weak(document))
    )


def _hearing_waivers(inquiry: Inquiry) -> list[Fact]:
    facts = inquiry.facts("waiver_date")
    return [fact for fact in facts if isinstance(fact.value, Waiver) and fact.value.hearing]


def _places(facts: tuple[Fact, ...] | list[Fact]) -> tuple[Place, ...]:
    return tuple(fact.place for fact in facts)


CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {
        "concerned": concerned,
        "disposed": disposed,
        "notice_made_too_late": notice_made_too_late,
        "hearing_told": hearing_told,
        "hearing_not_requested": hearing_not_requested,
        "hearing_not_waived": hearing_not_waived,
        "notice_not_announced": notice_not_announced,
        "not_by_announcement": not_by_announcement,
        **LATER_CONDITIONS,
    }
)
EXCUSES: Mapping[str, Excuse] = MappingProxyType(
    {
        "mailed": mailed,
        "prolonged": prolonged,
        "suspended": suspended,
        "told_after_decision": told_after_decision,
        "waiver_unclear": waiver_unclear,
    }
)
