"""A review or a discussion in an approval form: whole it stands for its paper, else it is open."""

import pytest

from reviewer.model import Verdict
from tests.checking.builders import Papers, general, paper, weak
from tests.checking.test_scope import DISCUSS, REVIEW, fined

FORM = "行政处罚审批表"
WHOLE = "意见、签名、日期"


def approved(case: Papers, **sections: object) -> Papers:
    """Return the case with an approval form."""
    return case.plus(paper("DT59", FORM, **sections))


def heard() -> Papers:
    """Return a case that was heard and bears no review."""
    return general().plus(paper("DT32", cause="超限"))


def test_a_review_that_is_signed_and_dated_in_the_approval_form_is_there() -> None:
    case = approved(heard(), review_in_form=WHOLE)

    finding = case.check("M-DT24")

    assert heard().verdict("M-DT24") is Verdict.PROBLEM
    assert finding.verdict is Verdict.OK
    assert f"《{FORM}》（第{case.page('DT59')}页）有法制审核一栏" in finding.message
    assert [place.page for place in finding.evidence] == [case.page("DT59")]


def test_a_review_that_was_read_weakly_stays_open() -> None:
    case = approved(heard(), review_in_form=weak(WHOLE))

    assert case.verdict("M-DT24") is Verdict.CANNOT_TELL
    assert case.verdict("V09") is Verdict.CANNOT_TELL


def test_what_the_section_lacks_is_named() -> None:
    finding = approved(heard(), review_in_form="意见、日期").check("M-DT24")

    assert finding.verdict is Verdict.CANNOT_TELL
    assert "该栏未见签名" in finding.message


def test_a_review_that_the_directory_demands_may_stand_in_the_form() -> None:
    case = approved(fined(20000), review_in_form=WHOLE)

    assert case.check("K05", library=REVIEW).verdict is Verdict.OK
    assert f"《{FORM}》" in case.check("K05", library=REVIEW).message


@pytest.mark.parametrize("rule", ["M-DT25", "K07", "V10"])
def test_a_discussion_without_signature_leaves_the_missing_record_open(rule: str) -> None:
    case = approved(fined(100000), discussion_in_form="意见、日期")

    assert case.check(rule, library=DISCUSS).verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize("rule", ["M-DT25", "K07"])
def test_a_discussion_that_is_signed_and_dated_in_the_form_is_there(rule: str) -> None:
    case = approved(fined(100000), discussion_in_form=WHOLE)

    assert case.check(rule, library=DISCUSS).verdict is Verdict.OK


@pytest.mark.parametrize("held", ["简略意见、签名、日期", "未通过的意见、签名、日期"])
def test_an_opinion_that_reviews_nothing_or_was_refused_stays_open(held: str) -> None:
    heard_finding = approved(heard(), review_in_form=held).check("M-DT24")
    demanded = approved(fined(20000), review_in_form=held).check("K05", library=REVIEW)

    for finding in (heard_finding, demanded):
        assert finding.verdict is Verdict.CANNOT_TELL
        assert held in finding.message
        assert "能否代替单独的文书请核对" in finding.message
