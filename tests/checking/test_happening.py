"""When and where the act was, compared across documents (K-F5): only contradiction is shown."""

from datetime import datetime
from typing import Any

import pytest

from reviewer.model import Verdict
from tests.checking.builders import Papers, general, pages, weak

OK, HINT = Verdict.OK, Verdict.HINT
PLACE, TIME = "G109 K1180+300", datetime.fromisoformat("2024-03-01T10:05")


def telling(key: str, value: Any) -> Papers:
    """Return the general case whose filing form, report, notice and decision tell `value`."""
    case = general()
    for code in ("DT05", "DT23", "DT26", "DT35"):
        case = case.setting(code, **{key: value})
    return case


AT, AROUND = telling("offence_place", PLACE), telling("offence_at", TIME)
PLACES = {
    "all the same": (AT, OK),
    "another road": (AT.setting("DT26", offence_place="G307 K1180+300"), HINT),
    "another post": (AT.setting("DT26", offence_place="G109 K1108+300"), HINT),
    "other metres": (AT.setting("DT23", offence_place="G109 K1180+800"), HINT),
    "only the road": (AT.setting("DT26", offence_place="G109"), OK),
    "only the post": (AT.setting("DT26", offence_place="K1180"), OK),
    "a second place on the way": (AT.setting("DT26", offence_place=["S203", PLACE]), OK),
    "none": (AT.setting("DT26", offence_place=None), OK),
    "read weakly": (AT.setting("DT26", offence_place=weak("G307 K1180+300")), OK),
    "the decision is the odd one": (AT.setting("DT35", offence_place="G307"), HINT),
}
TIMES = {
    "all the same": (AROUND, OK),
    "six hours later": (
        AROUND.setting("DT35", offence_at=datetime.fromisoformat("2024-03-01T16:05")),
        HINT,
    ),
    "half an hour later": (
        AROUND.setting("DT26", offence_at=datetime.fromisoformat("2024-03-01T10:35")),
        HINT,
    ),
    "when it was weighed": (
        AROUND.setting("DT26", offence_at=datetime.fromisoformat("2024-03-01T10:34")),
        OK,
    ),
    "of several one agrees": (
        AROUND.setting("DT23", offence_at=[datetime.fromisoformat("2024-03-01T15:00"), TIME]),
        OK,
    ),
    "another day is another comparison": (
        AROUND.setting("DT26", offence_at=datetime.fromisoformat("2024-03-02T16:05")),
        OK,
    ),
    "read weakly": (
        AROUND.setting("DT26", offence_at=weak(datetime.fromisoformat("2024-03-01T16:05"))),
        OK,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), PLACES.values(), ids=PLACES)
def test_places_that_contradict_are_shown(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("K-F5") is verdict


@pytest.mark.parametrize(("case", "verdict"), TIMES.values(), ids=TIMES)
def test_times_that_contradict_are_shown(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("K-F5") is verdict


def test_the_odd_document_is_shown_beside_a_usual_one() -> None:
    case = AT.setting("DT35", offence_place="G307 K1180+300")

    finding = case.check("K-F5")

    assert "违法行为地点不一致" in finding.message
    assert set(pages(finding.evidence)) == {case.page("DT35"), case.page("DT26")}
    assert finding.breaches[0].subject.startswith("offence_place-DT35")
