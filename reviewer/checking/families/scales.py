"""The scale and the monitoring behind a measurement (处罚法 41): verified, reviewed, announced.

K15 asks whether the verification covers the day of measuring; V11 concludes for evidence by
technical monitoring (非现场), which must also have been reviewed by law and by technique.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.applied import first_read, is_overload, told
from reviewer.checking.inquiry import Inquiry, day_of
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.registry import CONCLUSIONS, FAMILIES
from reviewer.checking.unread import may_be_unread
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Fact, Finding, Place, RuleInfo, Verdict

_MEASURING = ("DT13", "DT58", "DT06", "DT60", "DT23", "DT35")
_FOUND = ("DT35", "DT26", "DT23", "DT05", "DT06")
_STATED = ("DT35", "DT26", "DT23", "DT05", "DT04", "DT13", "DT60")
_REVIEW = "DT58"


@FAMILIES.add("scales.verified")
def verified(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a measurement on a day that no verification of the scale covers."""
    concerned = inquiry.procedure in parameters.procedures(rule)
    if not concerned or not (is_overload(inquiry) or is_monitored(inquiry)):
        return not_applicable(rule, "不是以称重、检测设备取证的案件")
    days, (until, since) = _measured(inquiry), _certificates(inquiry)
    if not until and not since:
        return _no_certificate(inquiry, rule)
    places = (*(fact.place for fact in (*days, *until, *since)),)
    if not days:
        message = "检测日期未能识别，无法核对设备检定有效期"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    weak = [fact for fact in (*days, *until) if not fact.is_read]
    if weak:
        pages = in_brackets(inquiry.places_of(fact.place for fact in weak))
        message = f"检测日期或者检定有效期识别不清{pages}，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    return _covered(inquiry, rule, days, until, since)


def _no_certificate(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    if is_monitored(inquiry):
        message = "电子技术监控设备的检定有效期未见载明，由 V11 核对"
        return not_applicable(rule, message)
    slips = inquiry.reading.of_type("DT13")
    places = [place for slip in slips for place in inquiry.shown_by(slip)]
    return conclude(rule, Verdict.HINT, "卷内未见称重设备的检定（校准）证书，请核对", places)


def _covered(
    inquiry: Inquiry, rule: RuleInfo, days: list[Fact], until: list[Fact], since: list[Fact]
) -> Finding:
    ends, starts = _days(until), _days(since)
    measured = _days(days)
    says = f"检测日期 {_list(measured)}"
    says += f"，检定有效期至 {_list(ends)}" if ends else ""
    says += f"，检定日期 {_list(starts)}" if starts else ""
    places = (*(fact.place for fact in (*days, *until, *since)),)
    late = {bool(ends) and day > max(ends) for day in measured}
    early = {bool(starts) and day < min(starts) for day in measured}
    if late == {True} or early == {True}:
        message = f"{says}，检测时检定{'已过有效期' if late == {True} else '尚未进行'}"
        subject = inquiry.subject_of((until or since)[0].place, "DT13")
        return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)
    if True in late | early:
        return conclude(rule, Verdict.CANNOT_TELL, f"{says}，识别到不止一个日期，无法判断", places)
    if not ends:
        return conclude(rule, Verdict.CANNOT_TELL, f"{says}，检定有效期未能识别，无法判断", places)
    return conclude(rule, Verdict.OK, f"{says}，检测日期在有效期内", places)


def _list(days: list[date]) -> str:
    return "、".join(map(str, days))


def _days(facts: list[Fact]) -> list[date]:
    return sorted({day for fact in facts if (day := day_of(fact))})


def _certificates(inquiry: Inquiry) -> tuple[list[Fact], list[Fact]]:
    """Return until when and since when the scale is verified, by all documents."""
    until = inquiry.facts("calibration_valid_until")
    read = [fact for fact in until if fact.is_read]
    since = [fact for fact in inquiry.facts("calibration_from") if fact.is_read]
    return list(read or until), since


def _measured(inquiry: Inquiry) -> list[Fact]:
    """Return when it was measured; where no document says so, when the act was done or found."""
    for key, codes in (("measured_on", _MEASURING), ("offence_date", _FOUND)):
        if facts := first_read(inquiry, key, *codes):
            return list(facts)
    return list(first_read(inquiry, "found_date", *_FOUND)) or list(inquiry.facts("measured_on"))


def is_monitored(inquiry: Inquiry) -> bool:
    """Return whether technical monitoring is what the case rests on (非现场执法)."""
    if inquiry.reading.of_type(_REVIEW):
        return True
    stated = _stated(inquiry)
    return bool(stated) and not inquiry.reading.of_type("DT06", "DT08")


def _stated(inquiry: Inquiry) -> tuple[Place, ...]:
    return told(inquiry, "electronic_evidence", *_STATED)


@CONCLUSIONS.add("scales.monitoring")
def monitoring(inquiry: Inquiry, rule: RuleInfo, findings: Mapping[str, Finding]) -> Finding:
    """Report monitoring that was not reviewed, or whose device was not verified."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不适用")
    stated, reviews = _stated(inquiry), inquiry.reading.of_type(_REVIEW)
    if not stated and not reviews:
        return not_applicable(rule, "不是以电子技术监控取证的案件")
    places = (*stated, *(place for one in reviews for place in inquiry.shown_by(one)))
    found = _days(list(first_read(inquiry, "found_date", "DT05", *_FOUND)))
    if rule.valid_from and found and found[0] < rule.valid_from:
        message = f"{rule.valid_from} 以前的步骤{OLD_LAW}，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    breaches = _breaches(inquiry, findings, places, tuple(reviews) != ())
    if not breaches:
        message = "电子技术监控记录审核表在卷，设备检定有效期未见问题，设置地点已载明公布"
        return conclude(rule, Verdict.OK, message, places)
    finding = conclude_each(rule, breaches)
    premises = [code for code in parameters.texts(rule, "from") if _is_broken(findings, code)]
    return replace(finding, because=tuple(premises))


def _is_broken(findings: Mapping[str, Finding], code: str) -> bool:
    return code in findings and findings[code].verdict is Verdict.PROBLEM


def _breaches(
    inquiry: Inquiry, findings: Mapping[str, Finding], places: tuple[Place, ...], reviewed: bool
) -> list[Breach]:
    breaches = []
    sure = is_monitored(inquiry)
    if not reviewed:
        verdict = Verdict.PROBLEM if sure else Verdict.HINT
        message = "以电子技术监控取证，卷内未见电子技术监控记录审核表（法制和技术审核）"
        breaches.append(Breach(_REVIEW, verdict, message, places))
    failed = told(inquiry, "monitoring_failed", _REVIEW)
    if failed:
        message = "电子技术监控记录审核表载明审核不符合要求，仍作为处罚依据"
        breaches.append(Breach(f"{_REVIEW}结论", Verdict.PROBLEM, message, failed))
    until, since = _certificates(inquiry)
    if _is_broken(findings, "K15"):
        one = findings["K15"]
        breaches.append(Breach("检定", Verdict.PROBLEM, one.message.rstrip("。"), one.evidence))
    elif sure and not until and not since:
        message, verdict = "卷内未见电子技术监控设备的检定（校准）证书", Verdict.PROBLEM
        if doubt := may_be_unread(inquiry, inquiry.reading.of_type(*_MEASURING), "日期"):
            message = f"未识别到电子技术监控设备的检定日期；{doubt}，无法判断"
            verdict = Verdict.CANNOT_TELL
        breaches.append(Breach("检定", verdict, message, places))
    if not told(inquiry, "place_announced", *_STATED, _REVIEW, "DT06") and not breaches:
        message = "卷内未见电子技术监控设备设置地点已向社会公布的记载，请核对"
        breaches.append(Breach("公布", Verdict.HINT, message, places))
    return breaches
