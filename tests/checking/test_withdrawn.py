"""What a case that was withdrawn (撤销案件) need not hold, and when it must all the same."""

import pytest

from reviewer.model import Served, Verdict
from tests.checking.builders import day, general, paper, weak

OUTSIDE = Verdict.NOT_APPLICABLE
WITHDRAWN = (
    general()
    .without("DT26")
    .without("DT35")
    .without("DT37")
    .without("DT41")
    .without("DT19")
    .plus(paper("DT52", "撤销案件审批表", case_withdrawn=True))
)


@pytest.mark.parametrize(
    "rule",
    ["M-DT19", "M-DT26", "M-DT35", "M-DT37", "M-DT41", "M-DT53", "T06", "T08", "T18", "T36", "V07"],
)
def test_a_withdrawn_case_needs_no_notice_and_no_decision(rule: str) -> None:
    assert WITHDRAWN.verdict(rule) is OUTSIDE


def test_what_does_not_lead_to_a_decision_is_needed_all_the_same() -> None:
    assert WITHDRAWN.without("DT23").verdict("M-DT23") is Verdict.PROBLEM
    assert WITHDRAWN.without("DT07").verdict("M-DT07") is Verdict.PROBLEM


def test_a_decision_a_payment_or_its_receipt_shows_that_the_case_went_on() -> None:
    paid = WITHDRAWN.plus(paper("DT41", paid_date=day("04-20")))
    served = WITHDRAWN.plus(
        paper("DT37", served=Served("DT35", "沙交罚〔2024〕12号", day("04-12"), "直接送达"))
    )

    assert paid.verdict("M-DT35") is Verdict.PROBLEM
    assert served.verdict("M-DT35") is Verdict.PROBLEM


def test_a_withdrawal_that_was_read_weakly_leaves_nothing_out() -> None:
    unread = WITHDRAWN.setting("DT52", case_withdrawn=weak(True))

    assert unread.verdict("M-DT35") is Verdict.PROBLEM


HANDED_OVER = WITHDRAWN.without("DT52").plus(
    paper("DT50", "涉嫌犯罪案件移送书", case_transferred=True), paper("DT52", "结案报告")
)


@pytest.mark.parametrize("rule", ["M-DT26", "M-DT35", "M-DT41", "T06", "T08", "T18", "T36", "V07"])
def test_who_receives_a_case_decides_it(rule: str) -> None:
    assert HANDED_OVER.verdict(rule) is OUTSIDE


def test_a_case_handed_over_needs_its_investigation_and_an_order_to_correct() -> None:
    assert HANDED_OVER.without("DT23").verdict("M-DT23") is Verdict.PROBLEM
    assert HANDED_OVER.verdict("M-DT19") is Verdict.PROBLEM


def test_a_payment_shows_that_only_part_of_it_was_handed_over() -> None:
    paid = HANDED_OVER.plus(paper("DT41", paid_date=day("04-20")))

    assert paid.verdict("M-DT35") is Verdict.PROBLEM
