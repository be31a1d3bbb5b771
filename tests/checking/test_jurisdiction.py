"""V01 with field and region of the unit's list of lawful subjects."""

from datetime import datetime

import pytest

from reviewer.model import CitedArticle, LawfulSubject, Library, Session, Verdict
from tests.checking.builders import Papers, general, weak

OK, PROBLEM, UNTOLD = Verdict.OK, Verdict.PROBLEM, Verdict.CANNOT_TELL
ROAD, HIGHWAY = CitedArticle("道路运输条例", 69), CitedArticle("公路安全保护条例", 64)
SAFETY = CitedArticle("安全生产法", 101)
BUREAU = "沙湖市交通运输局"


def listed(*fields: str, region: str = "") -> Library:
    """Return a library whose only lawful subject has these fields and this region."""
    return Library(subjects=(LawfulSubject(BUREAU, None, None, fields, region),))


def signed(**facts: object) -> Papers:
    """Return the general case with a decision in the name of the bureau."""
    return general().setting("DT35", issuing_body=BUREAU, **facts)


def under(law: CitedArticle, place: str = "") -> Papers:
    """Return a case decided under `law` on what a record of `place` shows."""
    case = signed(penalty_article=law)
    if place:
        start = datetime.fromisoformat("2024-03-01T09:00")
        case = case.setting("DT06", session=Session((), place, start, None))
    return case


FIELDS = {
    "in the field": (under(ROAD), listed("道路运政"), OK),
    "one of several fields": (under(HIGHWAY), listed("道路运政", "公路路政"), OK),
    "the field in other words": (under(HIGHWAY), listed("路政治超"), OK),
    "outside the field": (under(HIGHWAY), listed("道路运政"), PROBLEM),
    "every field": (under(HIGHWAY), listed(), OK),
    "a law of every field": (under(SAFETY), listed("道路运政"), UNTOLD),
    "no law read": (signed(), listed("道路运政"), UNTOLD),
    "law read weakly": (
        signed(penalty_article=weak(HIGHWAY)),
        listed("道路运政"),
        UNTOLD,
    ),
    "a field nobody knows": (under(ROAD), listed("综合"), UNTOLD),
    "in the region": (under(ROAD, "沙湖市青禾区G109线"), listed(region="沙湖市"), OK),
    "another city": (under(ROAD, "望川市河西街道"), listed(region="沙湖市"), Verdict.HINT),
    "another county": (under(ROAD, "云岭县石桥镇"), listed(region="沙湖县"), Verdict.HINT),
    "a county of some city": (under(ROAD, "青禾县G109线"), listed(region="沙湖市"), OK),
    "a road only": (under(ROAD, "G109线K1180+300"), listed(region="沙湖市"), OK),
    "a service area": (under(ROAD, "G109线服务区"), listed(region="青禾区"), OK),
    "no place": (signed(penalty_article=ROAD), listed(region="沙湖市"), OK),
    "one of two regions": (under(ROAD, "望川市"), listed(region="沙湖市、望川市"), OK),
}


@pytest.mark.parametrize(("case", "known", "verdict"), FIELDS.values(), ids=FIELDS)
def test_a_body_decides_in_its_field_and_region(
    case: Papers, known: Library, verdict: Verdict
) -> None:
    assert case.verdict("V01", known) is verdict
