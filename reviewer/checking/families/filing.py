"""Filing (立案): T02, that a leader approved it with a date.

An inspection and evidence taken on the spot may come before the filing; what is investigated
after the form was filled in should wait for the approval (程序规定 63).
"""

from collections.abc import Iterator
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.inquiry import Dated, Inquiry, day_of
from reviewer.checking.outcomes import OLD_LAW, conclude, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.unread import may_be_unread
from reviewer.checking.words import in_brackets
from reviewer.model import Fact, Finding, Procedure, RuleInfo, Session, Verdict

_FORM = "DT05"


@FAMILIES.add("filing.approved")
def approved(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a filing form whose approval bears no date; hint at an approval given late."""
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷不要求立案")
    forms = inquiry.reading.of_type(_FORM)
    facts = inquiry.facts("filing_approved_date", _FORM)
    if not forms and not facts:
        return conclude(rule, Verdict.CANNOT_TELL, "卷内未见立案登记表，立案批准无法核对")
    read = [fact for fact in facts if fact.is_read and day_of(fact)]
    if read:
        return _in_time(inquiry, rule, read)
    where = in_brackets(inquiry.pages_of(*forms))
    if facts or inquiry.is_weak(*forms):
        places = [fact.place for fact in facts]
        message = f"立案登记表{where}负责人批准的日期识别不清，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    return _undated(inquiry, rule, where)


def _undated(inquiry: Inquiry, rule: RuleInfo, where: str) -> Finding:
    forms = inquiry.reading.of_type(_FORM)
    undated = [fact for fact in inquiry.facts("filing_undated", _FORM) if fact.is_read]
    filed = [day for form in forms for day in _form_days(inquiry, form.id)]
    if rule.valid_from and filed and max(filed) < rule.valid_from:
        message = f"立案登记表{where}未识别到批准日期；{rule.valid_from} 以前的步骤{OLD_LAW}"
        return conclude(rule, Verdict.CANNOT_TELL, message)
    if not undated:
        message = f"立案登记表{where}未识别到负责人审批栏，是否经批准无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message)
    if doubt := may_be_unread(inquiry, forms, "日期"):
        message = f"立案登记表{where}未识别到批准日期；{doubt}，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message)
    message = f"立案登记表{where}负责人审批栏未见批准日期（处罚法第五十四条，程序规定第六十三条）"
    places = [fact.place for fact in undated]
    return conclude(rule, Verdict.PROBLEM, message, places, subject=inquiry.subject(forms[0]))


def _form_days(inquiry: Inquiry, form: int) -> Iterator[date]:
    for key in ("document_date", "filing_date"):
        for fact in inquiry.reading.of_key(key, form):
            if day := day_of(fact):
                yield day


def _in_time(inquiry: Inquiry, rule: RuleInfo, read: list[Fact]) -> Finding:
    first = min(read, key=lambda fact: str(day_of(fact)))
    day = day_of(first)
    assert day is not None
    places = [fact.place for fact in read]
    if rule.valid_from and day < rule.valid_from:
        message = f"{day} 批准立案；{rule.valid_from} 以前的步骤{OLD_LAW}"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    early = next(_investigated_before(inquiry, day), None)
    if early:
        message = f"{day} 批准立案，此前 {early.day} 已开展立案后的调查，请核对是否先立案后调查"
        subject = inquiry.subject_of(first.place, _FORM)
        return conclude(rule, Verdict.HINT, message, (*places, early.place), subject=subject)
    return conclude(rule, Verdict.OK, f"立案经负责人 {day} 批准（程序规定第六十三条）", places)


def _investigated_before(inquiry: Inquiry, approved_on: date) -> Iterator[Dated]:
    """Return interviews and appraisals between the filing form and its approval.

    What was done on the day the offence was found, or before the form was filled in, was taken
    on the spot and may come first.
    """
    forms = inquiry.reading.of_type(_FORM)
    begun = [day for form in forms for day in _form_days(inquiry, form.id)]
    found = [day for fact in inquiry.facts("found_date", _FORM, "DT06") if (day := day_of(fact))]
    if not begun:
        return
    since = max(min(begun), *found) if found else min(begun)
    for document in inquiry.reading.of_type(*_AFTER_FILING):
        for fact in inquiry.reading.of_key("session", document.id):
            start = fact.value.start if isinstance(fact.value, Session) else None
            if start and fact.is_read and since < start.date() < approved_on:
                yield Dated(start.date(), fact.place)


_AFTER_FILING = ("DT07",)
