"""Paying: T21 time to pay, T22 surcharge, T23 instalments, T24 and T25 collection on the spot."""

from decimal import Decimal
from typing import Any

import pytest

from reviewer.model import Verdict
from tests.checking.builders import Papers, Weak, day, general, no_penalty, paper, summary

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE

T21 = {
    "fifteen days": (general(), OK),
    "ten days": (general().setting("DT35", pay_days=10), PROBLEM),
    "thirty days": (general().setting("DT35", pay_days=30), PROBLEM),
    "weakly read": (general().setting("DT35", pay_days=Weak(10)), UNTOLD),
    "two readings": (general().setting("DT35", pay_days=[15, 10]), UNTOLD),
    "not told, told by another rule": (general().setting("DT35", pay_days=None), OUTSIDE),
    "a warning": (general().setting("DT35", pay_days=None, warning_only=True), OUTSIDE),
    "collected on the spot": (summary().setting("DT34", collected_on_spot=True), OUTSIDE),
    "no decision": (general().without("DT35"), UNTOLD),
    "no penalty": (no_penalty(), OUTSIDE),
    "before the law": (
        general().setting("DT35", pay_days=10, decision_date=day("2021-07-01")),
        UNTOLD,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), T21.values(), ids=T21)
def test_time_to_pay(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T21") is verdict


def paid(when: str, surcharge: int | None) -> Papers:
    """Return a case served on 12 April (last day to pay 27 April) and paid so."""
    more = {} if surcharge is None else {"surcharge": Decimal(surcharge)}
    return general().setting("DT41", paid_date=day(when), **more)


T22 = {
    "in time": (general(), OUTSIDE),
    "last day, a make-up Saturday apart": (paid("04-28", None), OUTSIDE),
    "ten days late, three per cent a day": (paid("05-07", 900), OK),
    "counted from the moved last day": (paid("05-08", 900), OK),
    "ten days late, less": (paid("05-07", 300), HINT),
    "ten days late, none": (paid("05-07", None), HINT),
    "more than the formula, less than the fine": (paid("05-07", 2000), HINT),
    "as much as the fine on the thirty-fourth day": (paid("06-01", 3000), OK),
    "more than the fine": (paid("06-10", 3060), PROBLEM),
    "weakly read": (paid("05-07", None).setting("DT41", surcharge=Weak(Decimal(900))), UNTOLD),
    "named above the fine by the reminder": (
        general().without("DT41").plus(paper("DT43", surcharge=Decimal(4000))),
        PROBLEM,
    ),
    "named at the fine by the reminder": (
        general().without("DT41").plus(paper("DT43", surcharge=Decimal(3000))),
        OK,
    ),
    "in the time that was granted": (
        paid("06-20", None).plus(paper("DT40", instalment_until=day("06-30"))),
        OUTSIDE,
    ),
}


def stayed(case: Papers, begun: str | None, ended: str | None) -> Papers:
    """Return `case` with a reminder that tells of a reconsideration between these days."""
    days = {"redress_from": begun, "redress_until": ended}
    facts: dict[str, Any] = {key: day(when) for key, when in days.items() if when}
    return case.plus(paper("DT43", **facts, redress_sought=True))


# Served on 12 April, last day 27 April, or 28 April moved off a make-up Saturday.
T22_STAYED = {
    "deducted": (stayed(paid("06-06", 900), "05-02", "06-01"), OK),
    "deducted, the first day counted too": (stayed(paid("06-06", 810), "05-02", "06-01"), OK),
    "not deducted": (stayed(paid("05-27", 2700), "05-02", "05-22"), HINT),
    "all of it within": (stayed(paid("05-20", None), "04-20", "05-20"), OUTSIDE),
    "over before it was late": (stayed(paid("05-07", 900), "04-15", "04-25"), OK),
    "begun after the payment": (stayed(paid("05-07", 900), "05-20", "06-20"), OK),
    "its end is not told": (stayed(paid("05-27", 900), "05-02", None), UNTOLD),
    "told without a date": (stayed(paid("05-27", 900), None, None), UNTOLD),
    "dates read weakly": (
        stayed(paid("05-27", 900), None, None).setting("DT43", redress_from=Weak(day("05-02"))),
        UNTOLD,
    ),
    "more than the fine all the same": (stayed(paid("06-10", 3060), "05-02", "06-01"), PROBLEM),
    "paid in time": (stayed(paid("04-20", None), "04-18", "06-01"), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), T22_STAYED.values(), ids=T22_STAYED)
def test_no_surcharge_runs_during_a_reconsideration_or_suit(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T22") is verdict


@pytest.mark.parametrize(("case", "verdict"), T22.values(), ids=T22)
def test_surcharge(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T22") is verdict


GRANT, ASK = "分期缴纳罚款通知书", "分期缴纳罚款申请书"
PARTS = (
    general()
    .without("DT41")
    .plus(
        paper("DT41", paid_amount=Decimal(1000), paid_date=day("04-20")),
        paper("DT41", paid_amount=Decimal(2000), paid_date=day("05-20")),
    )
)
T23 = {
    "paid at once": (general(), OUTSIDE),
    "asked and granted": (general().plus(paper("DT40", GRANT), paper("DT40", ASK)), OK),
    "granted unasked": (general().plus(paper("DT40", GRANT)), PROBLEM),
    "granted, telling of a request": (
        general().plus(paper("DT40", GRANT, instalment_asked=True)),
        HINT,
    ),
    "asked, paid in time": (general().plus(paper("DT40", ASK)), OUTSIDE),
    "asked, paid late": (paid("05-20", None).plus(paper("DT40", ASK)), PROBLEM),
    "paid in parts, late": (PARTS, PROBLEM),
    "one form for both": (general().plus(paper("DT40", "分期缴纳罚款审批表")), OK),
}


@pytest.mark.parametrize(("case", "verdict"), T23.values(), ids=T23)
def test_instalments(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T23") is verdict


def on_the_spot(
    fine: int, *reasons: str, asked: bool = False, base: Papers | None = None
) -> Papers:
    """Return a case in which the fine was collected on the spot."""
    case, code = (base, "DT35") if base else (summary(), "DT34")
    facts = {"spot_collection_asked": True} if asked else {}
    return case.setting(
        code,
        decision_fine=Decimal(fine),
        collected_on_spot=True,
        spot_reason=list(reasons),
        **facts,
    )


T24 = {
    "paid to the bank": (summary(), OUTSIDE),
    "a hundred yuan": (on_the_spot(100), OK),
    "more, without a reason": (on_the_spot(101), PROBLEM),
    "more, hard to enforce later": (on_the_spot(200, "hard"), OK),
    "remote, the party asked": (on_the_spot(200, "remote", asked=True), OK),
    "remote, nobody asked": (on_the_spot(200, "remote"), HINT),
    "general, hard to enforce later": (on_the_spot(200, "hard", base=general()), PROBLEM),
    "general, remote, asked": (on_the_spot(200, "remote", asked=True, base=general()), OK),
}


@pytest.mark.parametrize(("case", "verdict"), T24.values(), ids=T24)
def test_collected_on_the_spot(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T24") is verdict


def handed(collected: str, surrendered: str | None, banked: str | None) -> Papers:
    """Return a case whose fine was collected, handed over and banked on these days."""
    days = {"collected_on": collected, "surrendered_on": surrendered, "banked_on": banked}
    facts: dict[str, Any] = {key: day(when) for key, when in days.items() if when}
    return on_the_spot(100).plus(paper("DT42", **facts))


T25 = {
    "paid to the bank": (summary(), OUTSIDE),
    "in time": (handed("04-10", "04-12", "04-16"), OK),
    "over a weekend": (handed("04-11", "04-15", "04-17"), OK),
    "handed over late": (handed("04-10", "04-15", "04-16"), PROBLEM),
    "banked late": (handed("04-10", "04-12", "04-17"), PROBLEM),
    "bank slip only, within both": (handed("04-10", None, "04-16"), OK),
    "bank slip only, later than both": (handed("04-10", None, "04-17"), PROBLEM),
    "over a holiday": (handed("04-30", "05-07", "05-09"), OK),
    "no slip": (on_the_spot(100), UNTOLD),
    "no date": (on_the_spot(100).plus(paper("DT42")), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), T25.values(), ids=T25)
def test_handed_over(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T25") is verdict
