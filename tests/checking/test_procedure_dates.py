"""T01, T02, T04–T07, T09, T11, T33 with V13, T44: the dates of the procedure."""

from decimal import Decimal

import pytest

from reviewer.model import Calendar, Verdict
from tests.checking.builders import (
    Papers,
    calendar_,
    day,
    general,
    no_penalty,
    paper,
    served,
    session,
    summary,
    waiver,
    weak,
)

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE


def found_and_filed(found: str, filed: str) -> Papers:
    """Return a case found and approved on these days."""
    return general().setting("DT05", found_date=day(found), filing_approved_date=day(filed))


T01 = {
    "on the seventh working day": (found_and_filed("03-01", "03-12"), OK),
    "on the eighth": (found_and_filed("03-01", "03-13"), HINT),
    "over a holiday": (found_and_filed("04-29", "05-11"), OK),
    "found by an inspection that the form does not tell": (
        found_and_filed("03-01", "03-13").setting("DT05", found_date=None),
        HINT,
    ),
    "filed before it was found": (found_and_filed("03-06", "03-04"), OUTSIDE),
    "under the old law": (found_and_filed("2021-06-01", "2021-07-01"), UNTOLD),
    "summary": (summary(), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), T01.values(), ids=T01)
def test_a_late_filing_is_only_a_hint(case: Papers, verdict: Verdict) -> None:
    assert case.setting("DT06", found_date=day("03-01")).verdict("T01") is verdict


UNDATED = general().setting("DT05", filing_approved_date=None, filing_undated=True)
T02 = {
    "approved": (general(), OK),
    "no date in the leader's section": (UNDATED, PROBLEM),
    "no leader's section was seen": (
        general().setting("DT05", filing_approved_date=None),
        UNTOLD,
    ),
    "weak date": (general().setting("DT05", filing_approved_date=weak(day("03-04"))), UNTOLD),
    "weak page": (UNDATED.with_(weak_pages=(1,)), UNTOLD),
    "no form": (general().without("DT05"), UNTOLD),
    "questioned on the day it was found": (
        general().setting("DT07", session=session("03-01T10:00", "03-01T11:00")),
        OK,
    ),
    "questioned between form and approval": (
        general().setting("DT07", session=session("03-02T10:00", "03-02T11:00")),
        HINT,
    ),
    "under the old law": (
        general().setting("DT05", filing_approved_date=day("2021-07-01")),
        UNTOLD,
    ),
    "summary": (summary(), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), T02.values(), ids=T02)
def test_the_filing_is_approved_with_a_date(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T02") is verdict


def prolonged(approved: str, days: int | None = None) -> Papers:
    """Return a case filed on 03-04 whose time was prolonged."""
    return general().plus(paper("DT57", prolonged_on=day(approved), prolonged_days=days or 30))


T04 = {
    "not prolonged": (general(), OUTSIDE),
    "in time": (prolonged("05-20"), OK),
    "on the last day, a Sunday moved to Monday": (prolonged("06-03"), OK),
    "a day later": (prolonged("06-04"), HINT),
    "by more days than known": (prolonged("05-20", 60), HINT),
    "no filing": (prolonged("05-20").without("DT05"), UNTOLD),
    "weak": (general().plus(paper("DT57", prolonged_on=weak(day("05-20")))), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), T04.values(), ids=T04)
def test_a_prolongation_is_approved_in_time(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T04") is verdict


def test_periods_to_deduct_are_listed_for_a_person() -> None:
    late = general().setting("DT35", decision_date=day("06-20"))
    heard = late.plus(
        paper("DT29", hearing_request_date=day("03-25")), paper("DT32", hearing_date=day("04-20"))
    )

    assert general().verdict("T05") is OUTSIDE
    assert late.verdict("T05") is OUTSIDE
    finding = heard.check("T05")
    assert finding.verdict is HINT
    assert "听证 26 日" in finding.message


def told(when: str, decided: str) -> Papers:
    """Return a case in which the notice was served and the decision made on these days."""
    case = general().setting("DT37:DT26", served=served("DT26", when), notice_served_date=day(when))
    return case.setting("DT35", decision_date=day(decided))


T06 = {
    "before": (told("03-20", "03-21"), OK),
    "after the decision": (told("04-11", "04-10"), PROBLEM),
    "the same day": (told("04-10", "04-10"), PROBLEM),
    "the same day, given up": (
        told("04-10", "04-10").plus(paper("DT27", waiver_date=waiver("04-10", hearing=False))),
        OK,
    ),
    "the same day, given up later": (
        told("04-10", "04-10").plus(paper("DT27", waiver_date=waiver("04-12"))),
        PROBLEM,
    ),
    "the same day, a statement that was not read": (
        told("04-10", "04-10").plus(paper("DT27", title="放弃陈述申辩声明")),
        UNTOLD,
    ),
    "no receipt": (told("04-11", "04-10").without("DT37:DT26"), UNTOLD),
    "weak receipt": (
        told("04-11", "04-10").setting(
            "DT37:DT26", served=None, notice_served_date=weak(day("04-11"))
        ),
        UNTOLD,
    ),
    "by announcement, within its time": (
        told("03-20", "04-10").setting(
            "DT37:DT26", served=served("DT26", "03-20", method="公告送达")
        ),
        UNTOLD,
    ),
    "under the old law": (told("2021-06-11", "2021-06-10"), UNTOLD),
    "no penalty": (no_penalty(), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), T06.values(), ids=T06)
def test_the_notice_comes_before_the_decision(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T06") is verdict


def test_a_notice_after_the_decision_is_told_with_both_places_and_concludes_v07() -> None:
    case = told("04-11", "04-10")

    assert {place.page for place in case.check("T06").evidence} == {7, 8}
    assert case.check("V07").because == ("T06",)


def pleading(when: str, decided: str, days: int | None = 3) -> Papers:
    """Return a case whose notice told only the right to plead, within `days`."""
    return told(when, decided).setting(
        "DT26", hearing_right_told=None, pleading_right_told=True, plead_days=days
    )


T07 = {
    "after the days": (pleading("03-20", "03-26"), OK),
    "on the third working day": (pleading("03-20", "03-25"), PROBLEM),
    "over a weekend and a holiday": (pleading("04-03", "04-09"), PROBLEM),
    "given up": (
        pleading("03-20", "03-21").plus(paper("DT27", waiver_date=waiver("03-20", hearing=False))),
        OK,
    ),
    "no days in the notice": (pleading("03-20", "03-26", None), HINT),
    "days read weakly": (
        pleading("03-20", "03-26").setting("DT26", plead_days=weak(3)),
        UNTOLD,
    ),
    "hearing told": (told("03-20", "03-21"), OUTSIDE),
    "no right told": (
        told("03-20", "03-21").setting("DT26", hearing_right_told=None),
        OUTSIDE,
    ),
    "the same day is the other rule's": (pleading("03-20", "03-20"), UNTOLD),
    "fifteen days, over by either count": (pleading("03-20", "04-15", 15), OK),
    "fifteen days, over only by calendar days": (pleading("03-20", "04-08", 15), UNTOLD),
    "no notice": (told("03-20", "03-21").without("DT26"), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), T07.values(), ids=T07)
def test_the_party_has_the_days_of_the_notice_to_plead(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T07") is verdict


def heard(told_on: str | None, held: str | None, review: str | None = None) -> Papers:
    """Return a case with a hearing, its notice, and a legal review."""
    notice = paper("DT30", document_date=day(told_on or "03-25"))
    case = general().plus(notice, paper("DT32", hearing_date=day(held) if held else None))
    if not held:
        case = case.setting("DT32", hearing_date=None)
    if told_on:
        receipt = paper("DT37", served=served("DT30", told_on))
        case = case.plus(receipt.having("hearing_notice_served_date", day(told_on)))
    return case.plus(paper("DT24", legal_review_date=day(review))) if review else case


T09 = {
    "no hearing": (general(), OUTSIDE),
    "eight working days": (heard("03-25", "04-07"), OK),
    "seven": (heard("03-25", "04-03"), HINT),
    "six": (heard("03-25", "04-02"), PROBLEM),
    "over 清明": (heard("04-01", "04-11"), HINT),
    "not held, planned too early": (
        heard("03-25", None).setting("DT30", hearing_planned_date=day("04-02")),
        PROBLEM,
    ),
    "no receipt": (heard(None, "04-12"), UNTOLD),
    "no receipt, but the notice itself is too late": (heard(None, "04-02"), PROBLEM),
    "under the old law": (heard("2021-06-01", "2021-06-03"), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), T09.values(), ids=T09)
def test_the_hearing_is_told_seven_working_days_before(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T09") is verdict


def test_a_hearing_in_a_year_without_calendar_is_told_by_bounds() -> None:
    calendar = Calendar(calendar_().holidays, calendar_().workdays, 2004, 2023, "")

    assert heard("03-25", "03-29").check("T09", calendar).verdict is PROBLEM
    assert heard("03-25", "04-07").check("T09", calendar).verdict is UNTOLD


T11 = {
    "no hearing": (general(), OUTSIDE),
    "reviewed after": (heard("03-20", "04-02", "04-03"), OK),
    "reviewed on the day": (heard("03-20", "04-02", "04-02"), OK),
    "reviewed before": (heard("03-20", "04-02", "04-01"), PROBLEM),
    "reviewed before and after": (
        heard("03-20", "04-02", "03-01").plus(paper("DT24", legal_review_date=day("04-05"))),
        OK,
    ),
    "no review, told as missing": (heard("03-20", "04-02"), UNTOLD),
    "review without date": (heard("03-20", "04-02").plus(paper("DT24")), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), T11.values(), ids=T11)
def test_the_review_comes_after_the_hearing(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T11") is verdict


def offended(ended: str, found: str) -> Papers:
    """Return a case whose offence ended and was found on these days."""
    case = general().setting("DT35", offence_date=day(ended), decision_fine=Decimal(3000))
    return case.setting("DT05", found_date=day(found))


OLD = offended("2021-02-28", "03-01")
T33 = {
    "at once": (general(), OK),
    "on the last day": (offended("2022-03-01", "2024-03-01"), OK),
    "a day later": (offended("2022-02-28", "2024-03-01"), PROBLEM),
    "from the end of a continuing offence": (
        OLD.setting("DT35", offence_end_date=day("2023-01-01")),
        OK,
    ),
    "continuing, end not told": (OLD.setting("DT35", offence_continued=True), UNTOLD),
    "perhaps five years": (OLD.setting("DT35", life_at_stake=True), UNTOLD),
    "more than five years": (
        offended("2018-01-01", "03-01").setting("DT35", life_at_stake=True),
        PROBLEM,
    ),
    "papers differ": (OLD.setting("DT26", offence_date=day("03-01")), UNTOLD),
    "most papers agree on the later day": (
        OLD.setting("DT26", offence_date=day("03-01")).setting("DT23", offence_date=day("03-01")),
        OK,
    ),
    "no day told": (general().setting("DT35", offence_date=None), UNTOLD),
    "no penalty": (no_penalty(), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), T33.values(), ids=T33)
def test_an_old_offence_is_told(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T33") is verdict
    assert case.verdict("V13") is verdict


TIMED = {
    "both records": (general(), OK),
    "no times": (general().setting("DT06", session=None, untimed=True), PROBLEM),
    "not recognised": (general().setting("DT06", session=None), UNTOLD),
    "before the law in force": (
        general()
        .setting("DT35", decision_date=day("2021-07-14"))
        .setting("DT05", filing_approved_date=day("2021-06-01"), filing_date=day("2021-06-01"))
        .setting("DT06", session=None, untimed=True),
        UNTOLD,
    ),
    "no records": (general().without("DT06").without("DT07"), OUTSIDE),
    "another procedure": (summary(), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), TIMED.values(), ids=TIMED)
def test_a_record_tells_from_when_to_when(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-C3-01") is verdict


T44 = {
    "plausible": (general(), OK),
    "no records": (summary(), OUTSIDE),
    "ends before it begins": (
        general().setting("DT07", session=session("03-05T10:00", "03-05T09:00")),
        HINT,
    ),
    "four minutes": (
        general().setting("DT07", session=session("03-05T10:00", "03-05T10:04")),
        HINT,
    ),
    "five minutes": (
        general().setting("DT07", session=session("03-05T10:00", "03-05T10:05")),
        OK,
    ),
    "past midnight": (
        general().setting("DT07", session=session("03-05T23:30", "03-06T00:30")),
        HINT,
    ),
    "a short inspection": (
        general().setting("DT06", session=session("03-01T09:00", "03-01T09:03")),
        OK,
    ),
    "two interviews at once by one officer": (
        general().plus(
            paper("DT07", session=session("03-05T10:30", "03-05T11:30", ("马强", "李四")))
        ),
        HINT,
    ),
    "two interviews one after the other": (
        general().plus(paper("DT07", session=session("03-05T11:00", "03-05T11:30"))),
        OK,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), T44.values(), ids=T44)
def test_records_that_cannot_be_right_are_hints(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T44") is verdict
