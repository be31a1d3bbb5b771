"""Thresholds of the house take their days from the unit's own library, terms of law never."""

import pytest

from reviewer.model import Library, Verdict
from tests.checking.builders import day, general, paper, served

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
