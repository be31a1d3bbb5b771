"""Penalties that ask for a refusal to correct first (拒不改正、逾期不改正, K19).

The file must show the order to correct and its service, that the time it gave had passed without
correction, and a decision only after that.  A missing order or a missing recheck that a rule on
missing documents reports is not reported again here.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reviewer.checking import parameters
from reviewer.checking.applied import applied, checked_until, decided_on, told
from reviewer.checking.families.amounts import amount_of
from reviewer.checking.inquiry import Inquiry, day_of
from reviewer.checking.outcomes import conclude, conclude_each, not_applicable
from reviewer.checking.penalties import Penalty
from reviewer.checking.periods import end_of
from reviewer.checking.receipts import served_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Fact, Finding, Place, RuleInfo, Session, Verdict

_ORDER = "DT19"
_RECORDS = ("DT20", "DT06", "DT08", "DT07", "DT13")


@dataclass(frozen=True, slots=True)
class _Deadline:
    """The last days that the order may have given, and where that stands."""

    days: tuple[date, ...]
    places: tuple[Place, ...]


@FAMILIES.add("preconditions.refused")
def refused(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a penalty for refusing to correct before the time to correct had passed in vain."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不适用")
    rows, where = _conditional(inquiry)
    if not rows:
        return not_applicable(rule, "所适用的罚则不以拒不改正为前提")
    says = f"{rows[0].name}以“{_condition(rows[0])}”为前提"
    orders = inquiry.reading.of_type(_ORDER)
    if not orders:
        return _no_order(inquiry, rule, says, where)
    if any(inquiry.is_weak(one) for one in orders) and not _deadline(inquiry).days:
        message = f"{says}；责令改正文书识别不清，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, where)
    breaches = _breaches(inquiry, says, where)
    if breaches:
        return conclude_each(rule, breaches)
    places = (*where, *_deadline(inquiry).places, *_shown(inquiry, orders))
    places += tuple(fact.place for fact in _rechecks(inquiry))
    message = f"{says}；已责令改正，期满复查后作出决定{checked_until(inquiry)}"
    return conclude(rule, Verdict.OK, message, places)


def _conditional(inquiry: Inquiry) -> tuple[list[Penalty], tuple[Place, ...]]:
    """Return the provisions that ask for a refusal, if all that may apply do."""
    laws = [one for one in applied(inquiry) if one.rows]
    rows = [row for one in laws for row in one.rows]
    fine = amount_of(inquiry, "决定书金额", "decision_fine", *inquiry.decision_codes)
    conditional = [row for row in rows if _asks(row, fine.values)]
    places = tuple(one.fact.place for one in laws)
    if not conditional or len(conditional) < len(rows):
        return [], places
    return conditional, places


def _asks(row: Penalty, fines: frozenset[Decimal]) -> bool:
    """Return whether `row` punishes only a refusal, or does for such fines."""
    if row.precondition:
        return True
    free = [one for one in row.fines if not one.precondition]
    bound = [one for one in row.fines if one.precondition]
    return bool(bound and fines) and all(
        not any(one.high is not None and fine <= one.high for one in free) for fine in fines
    )


def _condition(row: Penalty) -> str:
    return row.precondition or next(one.precondition for one in row.fines if one.precondition)


def _no_order(inquiry: Inquiry, rule: RuleInfo, says: str, where: tuple[Place, ...]) -> Finding:
    ordered = [fact for fact in inquiry.facts("correction_ordered") if fact.is_read]
    if not ordered:
        message = f"{says}；卷内未见责令改正（由 M-DT19 核对），无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, where)
    places = (*where, *(fact.place for fact in ordered))
    message = f"{says}；卷内未见作出处罚前的责令改正文书{checked_until(inquiry)}"
    return conclude(rule, Verdict.PROBLEM, message, places, subject=_ORDER)


def _breaches(inquiry: Inquiry, says: str, where: tuple[Place, ...]) -> list[Breach]:
    deadline, decided = _deadline(inquiry), decided_on(inquiry)
    decision = inquiry.moment("decision")
    places = (*where, *deadline.places)
    if not deadline.days:
        message = f"{says}；责令改正的期限未能识别，无法判断"
        return [Breach(_ORDER, Verdict.CANNOT_TELL, message, places)]
    last = "、".join(map(str, deadline.days))
    breaches = []
    early = {decided <= day for day in deadline.days} if decided else {None}
    if early == {True}:
        message = f"{says}；责令改正的期限至 {last}，{decided} 即作出决定，期限未满"
        subject = inquiry.subject_of_step(decision)
        message += checked_until(inquiry)
        breaches.append(Breach(subject, Verdict.PROBLEM, message, (*places, *decision.places)))
    elif early != {False}:
        message = f"{says}；责令改正的期限至 {last}，是否届满后作出决定无法判断"
        breaches.append(Breach(_ORDER, Verdict.CANNOT_TELL, message, (*places, *decision.places)))
    breaches += _recheck_breaches(inquiry, says, places, deadline)
    if not breaches and not _is_served(inquiry):
        orders = inquiry.reading.of_type(_ORDER)
        pages = in_brackets(inquiry.pages_of(*orders))
        message = f"{says}；未见责令改正文书{pages}的送达回证或者签收，请核对"
        breaches.append(
            Breach(inquiry.subject(orders[0]), Verdict.HINT, message, _shown(inquiry, orders))
        )
    return breaches


def _recheck_breaches(
    inquiry: Inquiry, says: str, places: tuple[Place, ...], deadline: _Deadline
) -> list[Breach]:
    rechecks = _rechecks(inquiry)
    shown = (*places, *(fact.place for fact in rechecks))
    days = [day for fact in rechecks if (day := _day(fact))]
    last, latest = max(deadline.days), max(days, default=None)
    if latest is None:
        if _recheck_is_reported(inquiry) or inquiry.reading.of_type("DT20"):
            message = f"{says}；未见期满后的复查日期，是否拒不改正无法判断"
            return [Breach("DT20", Verdict.CANNOT_TELL, message, shown)]
        message = f"{says}；责令改正的期限至 {last}，卷内未见期满未改正的复查证据"
        return [Breach("DT20", Verdict.PROBLEM, message, shown)]
    if latest < min(deadline.days):
        message = f"{says}；责令改正的期限至 {last}，{latest} 复查，期限未满"
        return [Breach("DT20", Verdict.PROBLEM, message, shown)]
    if latest <= last and not told(inquiry, "refused_told"):
        message = f"{says}；责令改正的期限至 {last}，{latest} 复查，请核对是否期满未改正"
        return [Breach("DT20", Verdict.HINT, message, shown)]
    return []


def _recheck_is_reported(inquiry: Inquiry) -> bool:
    """Return whether a missing recheck is reported by M-DT20: an order gives a time."""
    keys = ("correction_deadline", "correction_days")
    return any(fact.is_read for key in keys for fact in inquiry.facts(key))


def _rechecks(inquiry: Inquiry) -> list[Fact]:
    """Return what dates a recheck; else records later than the order that tell of no correction."""
    facts = [fact for fact in inquiry.facts("recheck_date") if fact.is_read]
    if facts:
        return facts
    refusing = {
        fact.document
        for fact in inquiry.reading.of_key("refused_told")
        if fact.is_read and fact.value is True
    }
    return [
        fact
        for code in _RECORDS
        for key in ("session", "document_date")
        for fact in inquiry.facts(key, code)
        if fact.document in refusing and fact.is_read
    ]


def _day(fact: Fact) -> date | None:
    if isinstance(fact.value, Session):
        return fact.value.start.date() if fact.value.start else None
    return day_of(fact)


def _deadline(inquiry: Inquiry) -> _Deadline:
    """Return the last day to correct: as written, else counted from the service of the order."""
    for code in (_ORDER, "DT06", "DT23", "DT35"):
        written = [fact for fact in inquiry.facts("correction_deadline", code) if fact.is_read]
        days = sorted({day for fact in written if (day := day_of(fact))})
        if days:
            return _Deadline(tuple(days), tuple(fact.place for fact in written))
    counts = [fact for fact in inquiry.facts("correction_days", _ORDER) if fact.is_read]
    starts = _served(inquiry) or [
        fact for fact in inquiry.facts("document_date", _ORDER) if fact.is_read
    ]
    found = set()
    for fact in starts:
        start = day_of(fact)
        for count in counts:
            if start and isinstance(count.value, int):
                for working in (False, True):
                    end = end_of(inquiry.calendar, start, count.value, working=working)
                    found |= {end.first, end.last}
    at_once = [fact for fact in inquiry.facts("correct_at_once", _ORDER) if fact.is_read]
    if at_once and not counts:
        # 立即改正 gives no time: it has passed with the day on which the order is served.
        found = {day for fact in starts if (day := day_of(fact))}
    places = (fact.place for fact in (*counts, *at_once, *starts))
    return _Deadline(tuple(sorted(found)), tuple(places))


def _served(inquiry: Inquiry) -> list[Fact]:
    signed = [fact for fact in inquiry.facts("correction_served_date", _ORDER) if fact.is_read]
    proving = [
        fact
        for fact in inquiry.receipts(_ORDER).proving
        if fact.is_read and (served := served_of(fact)) and served.date
    ]
    return proving or signed


def _is_served(inquiry: Inquiry) -> bool:
    receipts = inquiry.receipts(_ORDER)
    return bool(_served(inquiry) or receipts.proving or receipts.unnamed)


def _shown(inquiry: Inquiry, documents: tuple[Document, ...]) -> tuple[Place, ...]:
    return tuple(place for document in documents for place in inquiry.shown_by(document))
