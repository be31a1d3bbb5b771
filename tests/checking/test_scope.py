"""K05, K07, K08, M-DT25: what the unit's own standards demand, from the file or the library."""

from decimal import Decimal

import pytest

from reviewer.model import (
    Library,
    PartyKind,
    Threshold,
    ThresholdKind,
    UnitStandard,
    Verdict,
)
from tests.checking.builders import Paper, Papers, day, general, no_penalty, paper, summary, weak

OK, PROBLEM, UNTOLD = Verdict.OK, Verdict.PROBLEM, Verdict.CANNOT_TELL
NONE = Verdict.NOT_APPLICABLE


def line(kind: ThresholdKind, amount: int, party: PartyKind | None = None) -> Threshold:
    """Return a line of the library: `amount` yuan or more."""
    return Threshold(kind, party, Decimal(amount))


def library(*lines: Threshold) -> Library:
    """Return a library with thresholds."""
    return Library(thresholds=lines)


def excerpt(kind: str, amount: int, party: str = "", words: str = "") -> Paper:
    """Return an excerpt of the unit's directory that lies in the file."""
    value = None if words else Decimal(amount)
    return paper("DT61", unit_standard=UnitStandard(kind, party, value, True, words))


def fined(amount: int, **facts: object) -> Papers:
    """Return the general case with another fine throughout."""
    fine = Decimal(amount)
    case = general().setting("DT35", decision_fine=fine, decision_fine_words=fine)
    return case.setting("DT26", notice_fine=fine).setting("DT35", **facts)


DISCUSS = library(
    line(ThresholdKind.DISCUSSION, 30000, PartyKind.PERSON),
    line(ThresholdKind.DISCUSSION, 100000, PartyKind.ORGANISATION),
)
DISCUSSED = {
    "no standard": (general(), Library(), NONE),
    "below for an organisation": (fined(99999), DISCUSS, NONE),
    "at the amount": (fined(100000), DISCUSS, PROBLEM),
    "discussed": (fined(100000).plus(paper("DT25", cause="超限")), DISCUSS, OK),
    "a person": (fined(30000, party_kind="person"), DISCUSS, PROBLEM),
    "kind unknown, standards disagree": (fined(50000, party_kind=None), DISCUSS, UNTOLD),
    "kind unknown, all agree": (fined(100000, party_kind=None), DISCUSS, PROBLEM),
    "an individual business between": (
        fined(50000, party_kind="individual_business"),
        DISCUSS,
        UNTOLD,
    ),
    "fine read weakly": (fined(100000, decision_fine=weak(Decimal(1))), DISCUSS, UNTOLD),
    "excerpt in the file": (
        fined(30000).plus(excerpt("discussion", 30000)),
        Library(),
        PROBLEM,
    ),
    "the excerpt counts before the library": (
        fined(100000).plus(excerpt("discussion", 200000)),
        DISCUSS,
        NONE,
    ),
    "excerpt on reviews only": (fined(30000).plus(excerpt("review", 30000)), Library(), NONE),
    "penalty named by the standard": (
        general()
        .setting("DT35", penalty_kind="吊销许可证件")
        .plus(excerpt("discussion", 0, words="吊销许可证件")),
        Library(),
        PROBLEM,
    ),
    "standard that begins later": (
        fined(100000),
        library(
            Threshold(ThresholdKind.DISCUSSION, None, Decimal(1), valid_from=day("2025-01-01"))
        ),
        NONE,
    ),
    "decided under the old law": (
        fined(100000, decision_date=day("2021-07-14")),
        DISCUSS,
        UNTOLD,
    ),
    "a page was not read": (fined(100000).with_(weak_pages=(99,)), DISCUSS, UNTOLD),
    "summary": (summary(), DISCUSS, NONE),
}


@pytest.mark.parametrize(("case", "known", "verdict"), DISCUSSED.values(), ids=DISCUSSED)
def test_a_demanded_discussion_is_in_the_file(
    case: Papers, known: Library, verdict: Verdict
) -> None:
    assert case.verdict("M-DT25", known) is verdict


def test_above_is_not_at() -> None:
    above = library(Threshold(ThresholdKind.DISCUSSION, None, Decimal(3000), inclusive=False))

    assert general().verdict("M-DT25", above) is NONE
    assert fined(3001).verdict("M-DT25", above) is PROBLEM


def test_the_scope_of_the_discussion_follows_from_the_missing_record() -> None:
    finding = fined(100000).check("K07", library=DISCUSS)

    assert (finding.verdict, finding.because) == (PROBLEM, ("M-DT25",))
    assert finding.evidence


REVIEW = library(line(ThresholdKind.REVIEW, 20000))
REVIEWED = {
    "no directory": (general(), Library(), NONE),
    "no directory, but a revocation": (
        general().setting("DT35", penalty_kind="吊销许可证件"),
        Library(),
        UNTOLD,
    ),
    "not in the directory": (general(), REVIEW, OK),
    "in the directory": (fined(20000), REVIEW, PROBLEM),
    "in the directory, a page not read": (fined(20000).with_(weak_pages=(99,)), REVIEW, UNTOLD),
    "reviewed": (fined(20000).plus(paper("DT24", cause="超限")), REVIEW, OK),
    "asked for and not heard": (
        fined(20000).plus(paper("DT29", cause="超限")),
        REVIEW,
        PROBLEM,
    ),
    "heard": (general().plus(paper("DT32", cause="超限")), REVIEW, UNTOLD),
    "no penalty": (no_penalty(), REVIEW, OK),
    "summary": (summary(), REVIEW, NONE),
}


def test_a_missing_review_that_the_directory_demands_is_a_conclusion_too() -> None:
    case = fined(20000).plus(excerpt("review", 20000))

    finding = case.check("V09")

    assert (finding.verdict, finding.because) == (PROBLEM, ("K05",))
    assert {case.page("DT35"), case.page("DT61")} <= {place.page for place in finding.evidence}


@pytest.mark.parametrize(("case", "known", "verdict"), REVIEWED.values(), ids=REVIEWED)
def test_the_scope_of_the_legal_review(case: Papers, known: Library, verdict: Verdict) -> None:
    assert case.verdict("K05", known) is verdict


HEARING = library(line(ThresholdKind.HEARING, 5000))


def untold(amount: int = 3000, **facts: object) -> Papers:
    """Return a case whose notice does not tell the right to a hearing."""
    return fined(amount).setting("DT26", hearing_right_told=None, **facts)


HEARD = {
    "told": (general(), Library(), OK),
    "revocation without telling": (untold(penalty_kind="吊销许可证件"), Library(), PROBLEM),
    "closing the business without telling": (
        untold(penalty_kind="责令停产停业"),
        Library(),
        PROBLEM,
    ),
    "at the standard without telling": (untold(5000), HEARING, PROBLEM),
    "below the standard": (untold(4999), HEARING, OK),
    "no standard, small": (untold(1000), Library(), NONE),
    "no standard, large for an organisation": (untold(20001), Library(), UNTOLD),
    "told, read weakly": (
        untold(5000).setting("DT26", hearing_right_told=weak(True)),
        HEARING,
        UNTOLD,
    ),
    "standard in the file": (untold(5000).plus(excerpt("hearing", 5000)), Library(), PROBLEM),
    "no notice": (general().without("DT26"), HEARING, UNTOLD),
    "no penalty": (no_penalty(), HEARING, NONE),
}


@pytest.mark.parametrize(("case", "known", "verdict"), HEARD.values(), ids=HEARD)
def test_a_heavy_penalty_gives_the_right_to_a_hearing(
    case: Papers, known: Library, verdict: Verdict
) -> None:
    assert case.verdict("K08", known) is verdict


def test_the_evidence_shows_the_fine_and_the_standard() -> None:
    case = untold(5000).plus(excerpt("hearing", 5000))

    finding = case.check("K08")

    pages = {place.page for place in finding.evidence}
    assert {case.page("DT26"), case.page("DT61")} <= pages
    assert finding.breaches[0].subject == f"DT26@案卷.pdf#{case.page('DT26')}"
