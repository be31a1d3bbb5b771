"""Deadlines: T03 ninety days, T08 the hearing period, T18 seven working days."""

import pytest

from reviewer.model import Calendar, Procedure, Verdict
from tests.checking.builders import (
    Papers,
    Weak,
    calendar_,
    day,
    general,
    no_penalty,
    paper,
    served,
    summary,
    waiver,
    weak,
)

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE


def filed_and_decided(filed: str, decided: str) -> Papers:
    """Return a case filed and decided on these days."""
    case = general().setting("DT05", filing_approved_date=day(filed))
    return case.setting("DT35", decision_date=day(decided))


def decided_and_served(decided: str, *received: str) -> Papers:
    """Return a case decided and served on these days, one receipt each."""
    case = general().without("DT37:DT35").setting("DT35", decision_date=day(decided))
    receipts = (
        paper("DT37", served=served("DT35", one), decision_served_date=day(one)) for one in received
    )
    return case.plus(*receipts)


def told_and_decided(told: str, decided: str) -> Papers:
    """Return a case in which the notice was served and the decision made on these days."""
    case = general().setting("DT37:DT26", served=served("DT26", told), notice_served_date=day(told))
    return case.setting("DT35", decision_date=day(decided))


LATE = filed_and_decided("01-02", "04-20")
T03 = {
    "in time": (general(), OK),
    "ninetieth day": (filed_and_decided("03-04", "06-02"), OK),
    "ninetieth day is a Sunday, decided on Monday": (filed_and_decided("03-04", "06-03"), OK),
    "a day later": (filed_and_decided("03-04", "06-04"), PROBLEM),
    "ninetieth day in a holiday, decided right after": (filed_and_decided("07-04", "10-08"), OK),
    "a day after that": (filed_and_decided("07-04", "10-09"), PROBLEM),
    "ninetieth day is a make-up Saturday": (filed_and_decided("02-11", "05-11"), OK),
    "the day after that": (filed_and_decided("02-11", "05-13"), PROBLEM),
    "no approval date, form date counts": (
        LATE.setting("DT05", filing_approved_date=None, document_date=day("03-04")),
        OK,
    ),
    "neither, day of receipt counts": (
        LATE.setting("DT05", filing_approved_date=None, filing_date=day("01-02")),
        PROBLEM,
    ),
    "weak approval date": (LATE.setting("DT05", filing_approved_date=weak(day("01-02"))), UNTOLD),
    "weak decision date": (LATE.setting("DT35", decision_date=weak(day("04-20"))), UNTOLD),
    "no filing form": (LATE.without("DT05"), UNTOLD),
    "no decision": (LATE.without("DT35"), UNTOLD),
    "decision without date": (LATE.setting("DT35", decision_date=None), UNTOLD),
    "two dates, both late": (
        LATE.setting("DT35", decision_date=[day("04-20"), day("04-21")]),
        PROBLEM,
    ),
    "two dates, one in time": (
        LATE.setting("DT35", decision_date=[day("03-20"), day("04-20")]),
        UNTOLD,
    ),
    "prolonged in time": (LATE.plus(paper("DT57", prolonged_on=day("03-25"))), OK),
    "prolonged on the last day": (LATE.plus(paper("DT57", prolonged_on=day("04-01"))), OK),
    "prolonged too late": (LATE.plus(paper("DT57", prolonged_on=day("04-10"))), PROBLEM),
    "prolonged by fewer days than used": (
        LATE.plus(paper("DT57", prolonged_on=day("03-25"), prolonged_days=10)),
        PROBLEM,
    ),
    "longer than a prolongation allows": (
        filed_and_decided("01-02", "06-20").plus(paper("DT57", prolonged_on=day("03-25"))),
        PROBLEM,
    ),
    "within a prolongation longer than the known provision allows": (
        filed_and_decided("01-02", "05-20").plus(
            paper("DT57", prolonged_on=day("03-25"), prolonged_days=60)
        ),
        UNTOLD,
    ),
    "beyond even such a prolongation": (
        filed_and_decided("01-02", "06-20").plus(
            paper("DT57", prolonged_on=day("03-25"), prolonged_days=60)
        ),
        PROBLEM,
    ),
    "prolonged, and a hearing that explains the rest": (
        filed_and_decided("01-02", "05-15").plus(
            paper("DT57", prolonged_on=day("03-25")),
            paper("DT29", hearing_request_date=day("02-20")),
            paper("DT32", hearing_date=day("03-10")),
        ),
        UNTOLD,
    ),
    "prolonged, and a hearing too short for the rest": (
        filed_and_decided("01-02", "05-30").plus(
            paper("DT57", prolonged_on=day("03-25")),
            paper("DT29", hearing_request_date=day("02-20")),
            paper("DT32", hearing_date=day("03-10")),
        ),
        PROBLEM,
    ),
    "prolonged, date not read": (LATE.plus(paper("DT57")), UNTOLD),
    "hearing long enough to explain it": (
        LATE.plus(
            paper("DT29", hearing_request_date=day("02-20")),
            paper("DT32", hearing_date=day("03-20")),
        ),
        UNTOLD,
    ),
    "hearing too short to explain it": (
        LATE.plus(
            paper("DT29", hearing_request_date=day("02-20")),
            paper("DT32", hearing_date=day("03-01")),
        ),
        PROBLEM,
    ),
    "hearing of unknown length": (LATE.plus(paper("DT32")), UNTOLD),
    "appraisal": (
        LATE.plus(
            paper("DT12", document_date=day("01-10")), paper("DT13", document_date=day("02-20"))
        ),
        UNTOLD,
    ),
    "weighing slip is no appraisal": (
        LATE.plus(paper("DT13", title="称重检测单", document_date=day("01-01"))),
        PROBLEM,
    ),
    "announcement": (LATE.plus(paper("DT39")), UNTOLD),
    "announcement of the notice": (
        LATE.plus(paper("DT39", announced_document="DT26", announced_on=day("02-20"))),
        UNTOLD,
    ),
    "announcement of the decision": (
        LATE.plus(paper("DT39", announced_document="DT35", announced_on=day("06-28"))),
        PROBLEM,
    ),
    "announcement after the decision": (
        LATE.plus(paper("DT39", announced_on=day("06-28"))),
        PROBLEM,
    ),
    "late beyond any announcement": (
        filed_and_decided("01-02", "09-20").plus(paper("DT39")),
        PROBLEM,
    ),
    "under the old law": (filed_and_decided("2020-01-02", "2020-09-01"), UNTOLD),
    "filed under the old law, in time": (filed_and_decided("2021-07-01", "2021-09-01"), OK),
    "filed under the old law, late": (filed_and_decided("2021-07-01", "2021-11-01"), UNTOLD),
    "no penalty, late": (no_penalty().setting("DT36", decision_date=day("06-20")), PROBLEM),
    "summary": (summary(), OUTSIDE),
    "typed by a person": (
        general().with_(
            typed=(("filing_approved_date", day("01-02")), ("decision_date", day("04-20")))
        ),
        PROBLEM,
    ),
    "typed without any file": (
        Papers((), typed=(("filing_approved_date", day("03-04")), ("decision_date", day("04-20")))),
        OK,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), T03.values(), ids=T03)
def test_the_decision_comes_within_ninety_days_of_filing(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T03") is verdict


def test_a_late_decision_is_told_with_the_last_day_and_both_places() -> None:
    finding = LATE.check("T03")

    assert finding.message == (
        "2024-01-02 立案，2024-04-20 作出决定，最迟应于 2024-04-01 作出决定，"
        "超过九十日期限 19 日（处罚法第六十条）。"
    )
    assert {place.page for place in finding.evidence} == {LATE.page("DT05"), LATE.page("DT35")}


T08 = {
    "after the period": (told_and_decided("03-20", "03-28"), OK),
    "on the fifth working day": (told_and_decided("03-20", "03-27"), PROBLEM),
    "two days later": (told_and_decided("03-20", "03-22"), PROBLEM),
    "the same day, which is the notice's own rule": (told_and_decided("03-20", "03-20"), UNTOLD),
    "the same day, only pleading given up": (
        told_and_decided("03-20", "03-20").plus(
            paper("DT27", waiver_date=waiver("03-20", hearing=False))
        ),
        PROBLEM,
    ),
    "over 清明 and a make-up Sunday, fifth day": (told_and_decided("04-02", "04-10"), PROBLEM),
    "over 清明 and a make-up Sunday, after it": (told_and_decided("04-02", "04-11"), OK),
    "hearing right not told": (
        told_and_decided("03-20", "03-22").setting("DT26", hearing_right_told=False),
        OUTSIDE,
    ),
    "hearing right not found in the notice": (
        told_and_decided("03-20", "03-22").setting("DT26", hearing_right_told=None),
        OUTSIDE,
    ),
    "hearing right not found on a weak page": (
        told_and_decided("03-20", "03-22")
        .setting("DT26", hearing_right_told=None)
        .with_(weak_pages=(6,)),
        UNTOLD,
    ),
    "hearing right read weakly": (
        told_and_decided("03-20", "03-22").setting("DT26", hearing_right_told=weak(True)),
        UNTOLD,
    ),
    "no notice": (told_and_decided("03-20", "03-22").without("DT26"), UNTOLD),
    "no receipt": (told_and_decided("03-20", "03-22").without("DT37:DT26"), UNTOLD),
    "receipt without date": (
        told_and_decided("03-20", "03-22").setting(
            "DT37:DT26", served=served("DT26", None), notice_served_date=None
        ),
        UNTOLD,
    ),
    "receipt date read weakly": (
        told_and_decided("03-20", "03-22").setting(
            "DT37:DT26", served=None, notice_served_date=weak(day("03-20"))
        ),
        UNTOLD,
    ),
    "hearing given up": (
        told_and_decided("03-20", "03-22").plus(paper("DT27", waiver_date=waiver("03-21"))),
        OK,
    ),
    "only pleading given up": (
        told_and_decided("03-20", "03-22").plus(
            paper("DT27", waiver_date=waiver("03-21", hearing=False))
        ),
        PROBLEM,
    ),
    "given up after the decision": (
        told_and_decided("03-20", "03-22").plus(paper("DT27", waiver_date=waiver("03-25"))),
        PROBLEM,
    ),
    "waiver read weakly": (
        told_and_decided("03-20", "03-22").plus(paper("DT27", waiver_date=weak(waiver("03-21")))),
        UNTOLD,
    ),
    "a waiver that could not be read": (
        told_and_decided("03-20", "03-22").plus(paper("DT27", title="放弃听证声明书")),
        UNTOLD,
    ),
    "told by announcement, decided in its time": (
        told_and_decided("03-20", "04-10").setting(
            "DT37:DT26", served=served("DT26", "03-20", method="公告送达")
        ),
        UNTOLD,
    ),
    "told by announcement, too early from any day": (
        told_and_decided("03-20", "03-22").setting(
            "DT37:DT26", served=served("DT26", "03-20", method="公告送达")
        ),
        PROBLEM,
    ),
    "hearing requested": (
        told_and_decided("03-20", "03-22").plus(paper("DT29", hearing_request_date=day("03-21"))),
        OUTSIDE,
    ),
    "hearing held": (told_and_decided("03-20", "03-22").plus(paper("DT32")), OUTSIDE),
    "told after the decision": (told_and_decided("03-25", "03-22"), UNTOLD),
    "two receipts, one too early": (
        told_and_decided("03-20", "03-28").setting(
            "DT37:DT26", notice_served_date=[day("03-20"), day("03-26")]
        ),
        UNTOLD,
    ),
    "under the old law": (told_and_decided("2021-07-01", "2021-07-05"), UNTOLD),
    "no penalty": (no_penalty(), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), T08.values(), ids=T08)
def test_no_decision_before_the_hearing_period_is_over(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T08") is verdict


T18 = {
    "at once": (decided_and_served("04-10", "04-10"), OK),
    "on the seventh working day": (decided_and_served("04-10", "04-19"), OK),
    "on the eighth": (decided_and_served("04-10", "04-22"), PROBLEM),
    "over Labour Day, seventh day": (decided_and_served("04-28", "05-10"), OK),
    "over Labour Day, make-up Saturday is the eighth": (
        decided_and_served("04-28", "05-11"),
        PROBLEM,
    ),
    "no date of decision": (
        decided_and_served("04-10", "04-22").setting("DT35", decision_date=None),
        UNTOLD,
    ),
    "no receipt": (decided_and_served("04-10"), UNTOLD),
    "two receipts, both late": (decided_and_served("04-10", "04-22", "04-23"), PROBLEM),
    "two receipts, one late": (decided_and_served("04-10", "04-12", "04-23"), UNTOLD),
    "receipt read weakly": (
        decided_and_served("04-10", "04-22").setting(
            "DT37:DT35",
            served=Weak(served("DT35", "04-22")),
            decision_served_date=weak(day("04-22")),
        ),
        UNTOLD,
    ),
    "the receipt goes before a signature on the decision": (
        decided_and_served("04-10", "04-12").setting("DT35", decision_served_date=day("04-26")),
        OK,
    ),
    "only a signature on the decision": (
        decided_and_served("04-10").setting("DT35", decision_served_date=day("04-26")),
        PROBLEM,
    ),
    "receipt only as a record": (
        decided_and_served("04-10", "04-22").setting("DT37:DT35", decision_served_date=None),
        PROBLEM,
    ),
    "by announcement": (
        decided_and_served("04-10", "06-22").setting(
            "DT37:DT35", served=served("DT35", "06-22", method="公告送达")
        ),
        HINT,
    ),
    "by mail, received late": (
        decided_and_served("04-10", "04-22").setting(
            "DT37:DT35", served=served("DT35", "04-22", method="邮寄送达")
        ),
        PROBLEM,
    ),
    "by mail, posted in time and received late": (
        decided_and_served("04-10", "04-22").setting(
            "DT37:DT35",
            served=served("DT35", "04-22", method="邮寄送达"),
            posted_on=day("04-18"),
        ),
        UNTOLD,
    ),
    "by mail, posted on the last day and received late": (
        decided_and_served("04-10", "04-25").setting(
            "DT37:DT35",
            served=served("DT35", "04-25", method="邮寄送达"),
            posted_on=day("04-19"),
        ),
        UNTOLD,
    ),
    "by mail, posted late": (
        decided_and_served("04-10", "04-25").setting(
            "DT37:DT35",
            served=served("DT35", "04-25", method="邮寄送达"),
            posted_on=day("04-22"),
        ),
        PROBLEM,
    ),
    "by mail, posted on a day that is weakly read": (
        decided_and_served("04-10", "04-25").setting(
            "DT37:DT35",
            served=served("DT35", "04-25", method="邮寄送达"),
            posted_on=weak(day("04-22")),
        ),
        UNTOLD,
    ),
    "by mail, received in time": (
        decided_and_served("04-10", "04-19").setting(
            "DT37:DT35", served=served("DT35", "04-19", method="邮寄送达")
        ),
        OK,
    ),
    "left behind late": (
        decided_and_served("04-10", "04-22").setting(
            "DT37:DT35", served=served("DT35", "04-22", method="留置送达")
        ),
        PROBLEM,
    ),
    "under the old law": (decided_and_served("2021-06-01", "2021-07-14"), UNTOLD),
    "decided under the old law": (decided_and_served("2021-07-01", "2021-07-20"), UNTOLD),
    "no penalty, late": (no_penalty().setting("DT36", decision_date=day("03-10")), PROBLEM),
    "summary": (summary(), OUTSIDE),
    "no decision yet": (general().without("DT35", "DT37:DT35", "DT41", "DT52"), UNTOLD),
    "unknown procedure": (
        decided_and_served("04-10", "04-22").with_(procedure=Procedure.UNKNOWN),
        PROBLEM,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), T18.values(), ids=T18)
def test_the_decision_is_served_within_seven_working_days(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T18") is verdict


def test_late_service_is_told_with_the_last_day_and_both_places() -> None:
    case = decided_and_served("04-10", "04-26")

    finding = case.check("T18")

    assert finding.message == (
        "决定书 2024-04-10 作出，2024-04-26 送达，最迟应于 2024-04-19 送达，"
        "逾期 5 个工作日（处罚法第六十一条）。"
    )
    assert {place.page for place in finding.evidence} == {case.page("DT35"), len(case.papers)}
    assert finding.basis == ("行政处罚法第六十一条", "行政处罚法第八十五条")


def test_what_a_person_decides_about_is_a_breach_of_the_document_that_came_late() -> None:
    case = decided_and_served("04-10", "04-26")

    assert [one.subject for one in case.check("T18").breaches] == ["DT37@案卷.pdf#11"]
    assert [one.subject for one in LATE.check("T03").breaches] == ["DT35@案卷.pdf#8"]
    assert general().check("T18").breaches == ()


def test_service_in_time_shows_both_places_too() -> None:
    assert {place.page for place in general().check("T18").evidence} == {8, 9}


def test_a_weak_date_is_named_with_its_page() -> None:
    case = decided_and_served("04-10", "04-22").setting("DT35", decision_date=weak(day("04-10")))

    assert case.check("T18").message == "决定日期识别不清（第8页），无法判断。"


NO_2025 = Calendar(calendar_().holidays, calendar_().workdays, 2004, 2024, "until 2024")
CALENDAR = {
    "in time whatever 2025 brings": (decided_and_served("12-30", "2025-01-06"), OK),
    "depends on 2025": (decided_and_served("12-30", "2025-01-10"), UNTOLD),
    "late whatever 2025 brings": (decided_and_served("12-30", "2025-03-30"), PROBLEM),
    "period ends in 2024": (decided_and_served("12-02", "2025-01-10"), PROBLEM),
}


@pytest.mark.parametrize(("case", "verdict"), CALENDAR.values(), ids=CALENDAR)
def test_a_missing_calendar_year_matters_only_when_the_answer_depends_on_it(
    case: Papers, verdict: Verdict
) -> None:
    assert case.check("T18", NO_2025).verdict is verdict


NINETY = {
    "in time whatever 2025 brings": (filed_and_decided("11-01", "2025-01-30"), OK),
    "depends on 2025": (filed_and_decided("11-01", "2025-02-05"), UNTOLD),
    "late whatever 2025 brings": (filed_and_decided("11-01", "2025-02-20"), PROBLEM),
}


@pytest.mark.parametrize(("case", "verdict"), NINETY.values(), ids=NINETY)
def test_a_missing_year_matters_for_calendar_days_only_at_the_end(
    case: Papers, verdict: Verdict
) -> None:
    assert case.check("T03", NO_2025).verdict is verdict


def test_the_missing_year_is_named() -> None:
    message = decided_and_served("12-30", "2025-01-10").check("T18", NO_2025).message

    assert "缺少 2025 年工作日历" in message


def test_years_without_data_are_reckoned_by_bounds() -> None:
    assert decided_and_served("2027-04-10", "2027-04-12").verdict("T18") is OK
    assert decided_and_served("2027-04-10", "2027-04-20").verdict("T18") is UNTOLD
