"""Conclusions follow from other rules' findings and are never alone."""

import pytest

from reviewer.checking import run_rules
from reviewer.model import Library, Verdict
from tests.checking.builders import Papers, calendar_, day, general, laws, paper, rules

LATE_REVIEW = general().plus(paper("DT24", legal_review_date=day("2024-12-30")))
LATE_TALK = general().plus(paper("DT25", discussion_date=day("2024-12-30")))


@pytest.mark.parametrize(
    ("case", "code", "because"),
    [
        (general().without("DT05"), "V18", ("M-DT05",)),
        (general().without("DT26"), "V07", ("M-DT26",)),
        (LATE_REVIEW, "V09", ("T42",)),
        (LATE_REVIEW, "V19", ("T42",)),
        (LATE_TALK, "V10", ("T42",)),
    ],
    ids=["no filing form", "no notice", "late review", "late review inverts", "late discussion"],
)
def test_a_conclusion_names_what_it_follows_from(
    case: Papers, code: str, because: tuple[str, ...]
) -> None:
    finding = case.check(code)

    assert finding.verdict is Verdict.PROBLEM
    assert set(because) <= set(finding.because)


@pytest.mark.parametrize(("case", "code"), [(LATE_REVIEW, "V10"), (LATE_TALK, "V09")])
def test_a_late_review_says_nothing_of_the_discussion_and_the_other_way_round(
    case: Papers, code: str
) -> None:
    assert case.verdict(code) is not Verdict.PROBLEM


def test_the_evidence_is_that_of_the_premises() -> None:
    premise, conclusion = LATE_REVIEW.check("T42"), LATE_REVIEW.check("V09")

    assert set(conclusion.evidence) <= set(premise.evidence)
    assert conclusion.evidence


def test_no_conclusion_stands_alone() -> None:
    found = run_rules(
        LATE_REVIEW.reading(), tuple(rules().values()), calendar_(), laws(), Library()
    ).findings
    by_code = {one.rule: one for one in found}

    for one in found:
        if one.because and one.verdict is Verdict.PROBLEM:
            assert any(by_code[code].verdict is Verdict.PROBLEM for code in one.because)
