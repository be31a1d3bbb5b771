"""Periods that may not count towards the time for a decision (期间扣除, T05).

Hearing, announcement and appraisal may suspend it, but the provision that says so is not among
the statute texts: one reading deducts them, one does not.  A decision that is late even with
them deducted is late; otherwise the readings differ and nothing can be told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.families.prolonging import granted_days
from reviewer.checking.inquiry import Inquiry, Moment, day_of
from reviewer.checking.outcomes import conclude, not_applicable
from reviewer.checking.periods import end_of
from reviewer.checking.receipts import served_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import joined
from reviewer.model import Document, Finding, Place, Procedure, RuleInfo, Verdict

# 民诉法 95 since 2022: thirty days; before, and in some rules still, sixty.
_ANNOUNCED_DAYS = 60
_HEARING = ("DT29", "DT30", "DT31", "DT32", "DT33")
_APPRAISAL_ORDER, _APPRAISAL = "DT12", "DT13"


@dataclass(frozen=True, slots=True)
class _Span:
    name: str
    days: int | None
    """Number of days, at most; None when the file does not tell."""
    places: tuple[Place, ...]


def suspended(inquiry: Inquiry, rule: RuleInfo, start: Moment, stop: Moment) -> Finding | None:
    """Tell nothing when deducting what may suspend the time brings the decision within it."""
    spans = list(_spans(inquiry, start.days[0].day, stop.days[-1].day))
    if not spans:
        return None
    first, last = start.days[-1].day, stop.days[0].day
    more = granted_days(inquiry, rule, start.days[-1])
    end = end_of(inquiry.calendar, first, parameters.number(rule, "days") + more, working=False)
    over = (last - end.last).days
    lengths = [span.days for span in spans]
    if None not in lengths and sum(days for days in lengths if days is not None) < over:
        return None
    names = "、".join(dict.fromkeys(span.name for span in spans))
    told = joined([f"{span.name}约 {span.days} 日" for span in spans if span.days is not None])
    limit = "延长后的期限" if more else "九十日"
    message = (
        f"{first} 立案，{last} 作出决定，不扣除期间则超过{limit} {over} 日；卷内有{names}期间"
        f"{'（' + told + '）' if told else ''}，如依法扣除则可能未超期，无法判断"
    )
    places = (*start.places, *stop.places, *(place for span in spans for place in span.places))
    return conclude(rule, Verdict.CANNOT_TELL, message, places)


@FAMILIES.add("suspension.deducted")
def deducted(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Show what may be deducted from a time that was otherwise exceeded; a person decides."""
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷不适用办案期限")
    filed, decided = inquiry.moment("filing"), inquiry.moment("decision")
    if not filed.days or not decided.days:
        return not_applicable(rule, "立案、决定日期不全，期间扣除由办案期限规则一并核对")
    first, last = filed.days[-1].day, decided.days[0].day
    if rule.valid_from and last < rule.valid_from:
        return not_applicable(rule, f"{rule.valid_from} 以前作出决定，不核对期间扣除")
    days = parameters.number(rule, "days")
    end = end_of(inquiry.calendar, first, days, working=False)
    spans = list(_spans(inquiry, first, last))
    if last <= end.last or not spans:
        return not_applicable(rule, "未超过九十日，或者卷内没有可以扣除的期间")
    used = (last - first).days
    told = "、".join(
        f"{one.name}{f' {one.days} 日' if one.days is not None else '（天数不明）'}"
        for one in spans
    )
    off = sum(one.days or 0 for one in spans)
    message = (
        f"{first} 立案，{last} 作出决定，共 {used} 日；卷内有{told}期间，"
        f"如依法扣除为 {max(0, used - off)} 日，请核对扣除的依据和文书"
    )
    places = (*filed.places, *decided.places, *(place for one in spans for place in one.places))
    return conclude(rule, Verdict.HINT, message, places, subject=inquiry.subject_of_step(decided))


def _spans(inquiry: Inquiry, filed: date, decided: date) -> Iterator[_Span]:
    if hearing := inquiry.reading.of_type(*_HEARING):
        yield _Span("听证", _hearing_days(inquiry), _shown(inquiry, hearing))
    if appraisal := _appraisals(inquiry, filed, decided):
        yield _Span("检验检测鉴定", _appraisal_days(inquiry, appraisal), _shown(inquiry, appraisal))
    announced = [one for one in inquiry.reading.of_type("DT39") if _concerns(inquiry, one, decided)]
    receipts = [
        fact
        for fact in inquiry.reading.of_key("served")
        if (served := served_of(fact)) is not None
        and "公告" in served.method
        and served.document not in inquiry.decision_codes
    ]
    if announced or receipts:
        places = (*_shown(inquiry, tuple(announced)), *(fact.place for fact in receipts))
        yield _Span("公告", _ANNOUNCED_DAYS, places)


def _concerns(inquiry: Inquiry, document: Document, decided: date) -> bool:
    """Return whether an announcement may lie before the decision and is not the decision's own."""
    reading = inquiry.reading
    codes = {str(fact.value) for fact in reading.of_key("announced_document", document.id)}
    days = [day_of(fact) for fact in reading.of_key("announced_on", document.id)]
    later = any(days) and all(day is None or day >= decided for day in days)
    return not later and not (codes and codes <= set(inquiry.decision_codes))


def _hearing_days(inquiry: Inquiry) -> int | None:
    held = _days(inquiry, "hearing_date")
    asked = _days(inquiry, "hearing_request_date") or _days(inquiry, "hearing_notice_served_date")
    if not held or not asked:
        return None
    return max(0, (max(held) - min(asked)).days)


def _appraisals(inquiry: Inquiry, filed: date, decided: date) -> tuple[Document, ...]:
    """Return what shows an appraisal inside the time; a weighing slip of the day does not."""
    orders = inquiry.reading.of_type(_APPRAISAL_ORDER)
    reports = [
        document
        for document in inquiry.reading.of_type(_APPRAISAL)
        if any(word in document.title for word in ("鉴定", "检验"))
        and any(filed < day <= decided for day in _days(inquiry, "document_date", document.id))
    ]
    return (*orders, *reports)


def _appraisal_days(inquiry: Inquiry, documents: tuple[Document, ...]) -> int | None:
    ordered = [
        day
        for document in documents
        if document.type == _APPRAISAL_ORDER
        for day in _days(inquiry, "document_date", document.id)
    ]
    reported = [
        day
        for document in inquiry.reading.of_type(_APPRAISAL)
        for day in _days(inquiry, "document_date", document.id)
    ]
    if not ordered or not reported:
        return None
    return max(0, (max(reported) - min(ordered)).days)


def _days(inquiry: Inquiry, key: str, document: int | None = None) -> list[date]:
    facts = inquiry.reading.of_key(key, document)
    return [fact.value for fact in facts if fact.is_read and isinstance(fact.value, date)]


def _shown(inquiry: Inquiry, documents: tuple[Document, ...]) -> tuple[Place, ...]:
    return tuple(place for document in documents for place in inquiry.shown_by(document))
