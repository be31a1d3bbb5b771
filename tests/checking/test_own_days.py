"""Thresholds of the house take their days from the unit's own library, terms of law never."""

import pytest

from reviewer.model import Library, Verdict
from tests.checking.builders import day, general, paper, served, waiver

ARCHIVED = general().plus(paper("DT03", archived_date=day("2024-06-20")))


@pytest.mark.parametrize(
    ("days", "expected"),
    [("90", Verdict.OK), ("5", Verdict.HINT), ("", Verdict.HINT)],
    ids=["more days", "fewer days", "not set"],
)
def test_archiving_follows_the_units_own_days(days: str, expected: Verdict) -> None:
    settings = {"archive_days": days} if days else {}

    assert ARCHIVED.verdict("T40", Library(settings=settings)) is expected


def test_a_term_of_law_takes_no_days_of_the_unit() -> None:
    late = general().without("DT37:DT35").plus(paper("DT37", served=served("DT35", "2024-08-20")))
    settings = {"archive_days": "900", "filing_hint_days": "900"}

    assert late.verdict("T18", Library(settings=settings)) is Verdict.PROBLEM


UNTIMED = (
    general()
    .without("DT37:DT26")
    .plus(paper("DT37", served=served("DT26", "03-20"), notice_served_date=day("03-20")))
    .setting("DT26", hearing_right_told=None, pleading_right_told=True)
)


@pytest.mark.parametrize(
    ("decided", "days", "expected"),
    [
        ("03-26", "3", Verdict.OK),
        ("03-25", "3", Verdict.HINT),
        ("03-26", "5", Verdict.HINT),
        ("04-30", "", Verdict.HINT),
    ],
    ids=["after the days", "on the last day", "more days", "not set"],
)
def test_a_notice_without_days_is_weighed_by_those_of_the_unit(
    decided: str, days: str, expected: Verdict
) -> None:
    settings = {"plead_days": days} if days else {}
    case = UNTIMED.setting("DT35", decision_date=day(decided))

    assert case.verdict("T07", Library(settings=settings)) is expected


def test_the_days_of_the_notice_come_before_those_of_the_unit() -> None:
    case = UNTIMED.setting("DT26", plead_days=3).setting("DT35", decision_date=day("03-26"))

    assert case.verdict("T07", Library(settings={"plead_days": "10"})) is Verdict.OK


def test_a_party_that_gave_up_pleading_has_no_days() -> None:
    given_up = paper("DT27", waiver_date=waiver("03-20", hearing=False))
    case = UNTIMED.plus(given_up).setting("DT35", decision_date=day("03-21"))

    assert case.verdict("T07", Library(settings={"plead_days": "10"})) is Verdict.OK


@pytest.mark.parametrize(
    ("filed", "settings", "verdict", "said"),
    [
        ("03-13", {}, Verdict.HINT, "提示天数"),
        ("03-18", {}, Verdict.HINT, "警告天数 15 日"),
        ("03-18", {"filing_warning_days": "20"}, Verdict.HINT, "提示天数"),
        ("03-22", {"filing_warning_days": "20"}, Verdict.HINT, "警告天数 20 日"),
        ("03-18", {"filing_hint_days": "20"}, Verdict.OK, ""),
    ],
    ids=["hint", "warning", "own warning not reached", "own warning", "own hint not reached"],
)
def test_a_filing_is_late_by_two_thresholds(
    filed: str, settings: dict[str, str], verdict: Verdict, said: str
) -> None:
    case = general().setting("DT05", found_date=day("03-01"), filing_approved_date=day(filed))

    finding = case.check("T01", library=Library(settings=settings))

    assert finding.verdict is verdict
    assert said in finding.message
