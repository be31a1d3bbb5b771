"""Service: T19 announcements, T20 electronic service, R-G2-01 what a receipt tells."""

import pytest

from reviewer.model import Verdict
from tests.checking.builders import Papers, day, general, paper, served

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE


def announced(issued: str | None, until: str | None, days: int | None = None) -> Papers:
    """Return a case whose decision was announced, and taken for served on `until`."""
    case = general().without("DT37:DT35")
    facts = {
        "announced_on": day(issued) if issued else None,
        "announced_days": days,
        "announced_document": "DT35",
        "announcement_explained": True,
    }
    notice = paper("DT39", "公告", **{key: one for key, one in facts.items() if one is not None})
    receipt = paper("DT37", served=served("DT35", until, method="公告送达"))
    return case.plus(notice, receipt)


T19 = {
    "nothing announced": (general(), OUTSIDE),
    "twenty days": (announced("04-11", "05-01"), PROBLEM),
    "twenty-nine days": (announced("04-11", "05-10"), PROBLEM),
    "thirty days, an older rule may want sixty": (announced("04-11", "05-11"), UNTOLD),
    "fifty-nine days": (announced("04-11", "06-09"), UNTOLD),
    "sixty days": (announced("04-11", "06-10"), OK),
    "fifteen days printed": (announced("04-11", None, 15), PROBLEM),
    "thirty days printed": (announced("04-11", None, 30).without("DT52"), UNTOLD),
    "sixty days printed": (announced("04-11", None, 60).without("DT52"), OK),
    "sixty printed, ten waited": (announced("04-11", "04-21", 60), PROBLEM),
    "of 2021, thirty days": (announced("2021-09-01", "2021-10-08"), PROBLEM),
    "of 2021, sixty days": (announced("2021-09-01", "2021-11-01"), OK),
    "before the law": (announced("2021-06-01", "2021-06-10"), UNTOLD),
    "case closed after nine days": (
        announced("04-16", None).without("DT37:DT35"),
        PROBLEM,
    ),
    "announced by the receipt alone": (announced("04-11", "05-11").without("DT39"), UNTOLD),
    "no reason recorded": (
        announced("04-11", "06-10").setting("DT39", announcement_explained=None),
        PROBLEM,
    ),
    "no date at all": (announced(None, None), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), T19.values(), ids=T19)
def test_announcement(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T19") is verdict


def by_mail() -> Papers:
    """Return a case whose decision was served electronically."""
    receipt = paper("DT37", served=served("DT35", "04-12", method="电子送达"))
    return general().without("DT37:DT35").plus(receipt)


T20 = {
    "served by hand": (general(), OUTSIDE),
    "no consent": (by_mail(), PROBLEM),
    "consent": (by_mail().plus(paper("DT38", electronic_consent=True)), OK),
    "refusal": (by_mail().plus(paper("DT38", electronic_consent=False)), PROBLEM),
    "a form that does not say": (by_mail().plus(paper("DT38")), UNTOLD),
    "a weak page may be the consent": (by_mail().with_(unclassified=1, weak_pages=(12,)), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), T20.values(), ids=T20)
def test_electronic_service(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T20") is verdict


def receipt(stated: list[str], blank: list[str]) -> Papers:
    """Return a case with one receipt of the decision that states and leaves empty these."""
    one = paper("DT37", served=served("DT35", "04-12"), stated=stated, left_blank=blank)
    return general().without("DT37").plus(one)


ALL = ["文书名称", "文号", "送达时间", "送达地点", "签收人", "送达人"]
FILLED = {
    "everything": (receipt(ALL, []), OK),
    "place left empty": (receipt([one for one in ALL if one != "送达地点"], ["送达地点"]), HINT),
    "signature not seen": (receipt([one for one in ALL if one != "签收人"], ["签收人"]), HINT),
    "form without a place": (receipt([one for one in ALL if one != "送达地点"], []), HINT),
    "form without a number": (receipt([one for one in ALL if one != "文号"], []), OK),
    "nothing was read of it": (receipt([], []), OK),
    "no receipt": (general().without("DT37"), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), FILLED.values(), ids=FILLED)
def test_receipt_filled_in(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-G2-01") is verdict


def test_each_empty_place_is_a_breach_of_its_own() -> None:
    finding = receipt(["送达时间", "签收人", "送达人"], ["送达地点", "文号", "文书名称"]).check(
        "R-G2-01"
    )

    assert len(finding.breaches) == 3
    assert all(one.subject.startswith("DT37") for one in finding.breaches)


@pytest.mark.parametrize(
    ("issued", "verdict"), [("04-11", OK), ("04-19", OK), ("04-22", HINT), (None, HINT)]
)
def test_an_announced_decision_counts_from_its_announcement(
    issued: str | None, verdict: Verdict
) -> None:
    assert announced(issued, "06-10").verdict("T18") is verdict
