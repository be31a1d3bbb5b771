"""R-H2-01: a file that follows one order of binding but for a single paper."""

import pytest

from reviewer.model import Verdict
from tests.checking.builders import Papers, paper

OK, HINT = Verdict.OK, Verdict.HINT
BY_TIME = "05 06 07 55 23 24 26 27 37 35 37 41 52"
DECISION_FIRST = "35 37 26 27 05 06 07 55 41 52 23 24 25"
APPROVALS_FIRST = "35 59 23 25 04 05 06 55 07 26 37 41 52"
TWO_VOLUMES = "05 35 26 37 06 07 55 04 23 24 52"


def bound(codes: str) -> Papers:
    """Return a file of these papers between cover, contents and remarks."""
    middle = tuple(paper(f"DT{code}") for code in codes.split())
    return Papers((paper("DT01"), paper("DT02"), *middle, paper("DT03")))


ORDERS = {
    "by time": (BY_TIME, OK),
    "the decision first": (DECISION_FIRST, OK),
    "decision and approvals first": (APPROVALS_FIRST, OK),
    "two volumes": (TWO_VOLUMES, OK),
    "the filing form at the end": ("06 07 55 23 24 26 27 37 35 37 41 52 05", HINT),
    "the inspection before the filing": ("06 13 05 07 55 23 24 26 27 37 35 37 41 52", OK),
    "the closing report in the middle": ("05 06 07 52 55 23 24 26 27 37 35 37 41", HINT),
    "two neighbours": ("05 06 07 55 24 23 26 27 37 35 37 41 52", OK),
    "an order that nobody gave": ("52 41 07 26 35 05 23 06 55 24 37", OK),
    "few papers": ("05 07 35 06 52", OK),
    "a receipt anywhere": ("37 05 06 07 55 23 37 24 26 27 35 41 52 37", OK),
}


@pytest.mark.parametrize(("codes", "verdict"), ORDERS.values(), ids=ORDERS)
def test_the_order_of_binding(codes: str, verdict: Verdict) -> None:
    assert bound(codes).verdict("R-H2-01") is verdict


def test_the_odd_paper_is_named_with_the_order() -> None:
    finding = bound("06 07 55 23 24 26 27 37 35 37 41 52 05").check("R-H2-01")

    assert [one.subject for one in finding.breaches] == ["DT05@案卷.pdf#15"]
    assert "按办案先后排列" in finding.message
