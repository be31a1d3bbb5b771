"""K13, K14, K15, V11: overloaded vehicles, the scale and the monitoring behind them."""

from decimal import Decimal
from typing import Any

import pytest

from reviewer.model import CitedArticle, Library, Verdict
from tests.checking.builders import Paper, Papers, day, general, no_penalty, paper

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE
CAUSE = "违法超限运输案"


def overloaded(fine: int | None, gross: int | None = 55000, **facts: Any) -> Papers:
    """Return a case about a vehicle of six axles, weighed and fined."""
    money = None if fine is None else Decimal(fine)
    facts = {"axles": 6, "weight_limit_kg": 49000, "gross_weight_kg": gross} | facts
    return general().setting(
        "DT35",
        cause=CAUSE,
        decision_fine=money,
        decision_fine_words=money,
        offence_date=day("03-01"),
        penalty_article=CitedArticle("公路安全保护条例", 64),
        **facts,
    )


TWICE = overloaded(4500, 55000, overweight_kg=9000).setting("DT26", gross_weight_kg=55000)
FINES = {
    "whole tonnes": (overloaded(3000), OK),
    "one step too much": (overloaded(3500), PROBLEM),
    "one step too little": (overloaded(2500), PROBLEM),
    "begun tonne, counted": (overloaded(3500, 55360), UNTOLD),
    "begun tonne, not counted": (overloaded(3000, 55360), UNTOLD),
    "begun tonne, neither": (overloaded(4000, 55360), PROBLEM),
    "exactly 1,000 kg, a warning": (overloaded(None, 50000, warning_only=True), OK),
    "exactly 1,000 kg, fined": (overloaded(500, 50000), PROBLEM),
    "1,001 kg, a warning": (overloaded(None, 50001, warning_only=True), PROBLEM),
    "capped": (overloaded(30000, 149000), OK),
    "above the cap": (overloaded(50000, 149000), PROBLEM),
    "no limit, by the axles": (overloaded(3000, weight_limit_kg=None), UNTOLD),
    "no limit, axles allow one": (
        overloaded(500, 44000, weight_limit_kg=None, axles=5),
        PROBLEM,
    ),
    "five axles, one tonne and a half": (
        overloaded(500, 44500, weight_limit_kg=None, axles=5),
        UNTOLD,
    ),
    "only the excess is told": (
        overloaded(3000, None, weight_limit_kg=None, axles=None, overweight_kg=6000),
        OK,
    ),
    "the excess is less than computed": (overloaded(2500, 55000, overweight_kg=5000), UNTOLD),
    "the excess is more than two papers compute": (TWICE, PROBLEM),
    "the excess is more than one paper computes": (
        overloaded(4500, 55000, overweight_kg=9000),
        UNTOLD,
    ),
    "nothing weighed": (overloaded(3000, None, weight_limit_kg=None, axles=None), UNTOLD),
    "too wide only": (
        overloaded(200, None, weight_limit_kg=None, axles=None, width_mm=2900),
        OK,
    ),
    "too wide only, too much": (
        overloaded(201, None, weight_limit_kg=None, axles=None, width_mm=2900),
        PROBLEM,
    ),
    "too high, second step": (
        overloaded(1000, None, weight_limit_kg=None, axles=None, height_mm=4400),
        OK,
    ),
    "too long, third step, too little": (
        overloaded(900, None, weight_limit_kg=None, axles=None, length_mm=28001),
        PROBLEM,
    ),
    "weight and size together": (overloaded(3500, height_mm=4300), OK),
    "weight and size, only weight counted": (overloaded(3000, height_mm=4300), PROBLEM),
    "reduced with a reason": (overloaded(2000, reduction_told=True), HINT),
    "weight in the slip only": (
        overloaded(3000, None).plus(paper("DT13", gross_weight_kg=55000)),
        OK,
    ),
    "no fine read": (overloaded(None), UNTOLD),
    "another cause": (general(), OUTSIDE),
    "not punished": (no_penalty(), OUTSIDE),
}


@pytest.mark.parametrize("name", FINES)
def test_the_fine_for_overload(name: str) -> None:
    case, expected = FINES[name]

    assert case.verdict("K13") is expected


@pytest.mark.parametrize(
    ("rounding", "fine", "expected"),
    [("whole", 3000, OK), ("whole", 3500, PROBLEM), ("up", 3500, OK), ("up", 3000, PROBLEM)],
)
def test_the_library_settles_begun_tonnes(rounding: str, fine: int, expected: Verdict) -> None:
    library = Library(settings={"overload_rounding": rounding})

    assert overloaded(fine, 55360).verdict("K13", library) is expected


def test_both_readings_are_told() -> None:
    message = overloaded(3500, 55360).check("K13").message

    assert "满1000千克计为 3,000 元" in message
    assert "零头进一计为 3,500 元" in message


def test_k11_only_speaks_outside_the_statute() -> None:
    assert overloaded(3500).verdict("K11") is OK
    assert overloaded(30001, 149000).verdict("K11") is PROBLEM


LIMITS = {
    "six axles": (overloaded(3000), OK),
    "six axles, single drive axle told": (
        overloaded(3000, weight_limit_kg=46000, train_type="汽车列车单轴驱动"),
        OK,
    ),
    "six axles, single drive axle not told": (overloaded(3000, weight_limit_kg=46000), HINT),
    "seven axles": (overloaded(3000, axles=7), OK),
    "a limit of no vehicle": (overloaded(3000, weight_limit_kg=50000), PROBLEM),
    "the limit of five axles": (overloaded(3000, weight_limit_kg=43000), PROBLEM),
    "three axles, either type": (overloaded(3000, axles=3, weight_limit_kg=27000), OK),
    "three axles, a lorry": (
        overloaded(3000, axles=3, weight_limit_kg=27000, train_type="货车"),
        PROBLEM,
    ),
    "three axles, lorry and train both told": (
        overloaded(3000, axles=3, weight_limit_kg=27000, train_type=["货车", "汽车列车"]),
        OK,
    ),
    "four axles, a train": (
        overloaded(3000, axles=4, weight_limit_kg=36000, train_type="汽车列车"),
        OK,
    ),
    "four axles, a train with a lorry's limit": (
        overloaded(3000, axles=4, weight_limit_kg=31000, train_type="汽车列车"),
        PROBLEM,
    ),
    "two axles": (overloaded(3000, axles=2, weight_limit_kg=18000), OK),
    "no axles": (overloaded(3000, axles=None), UNTOLD),
    "no limit": (overloaded(3000, weight_limit_kg=None), OUTSIDE),
    "another cause": (general(), OUTSIDE),
}


@pytest.mark.parametrize("name", LIMITS)
def test_the_limit_for_so_many_axles(name: str) -> None:
    case, expected = LIMITS[name]

    assert case.verdict("K14") is expected


def measured(until: str | None, on: str | None = "03-01", since: str | None = None) -> Papers:
    """Return an overload case with a slip and a certificate."""
    facts = {
        "measured_on": day(on) if on else None,
        "calibration_valid_until": day(until) if until else None,
        "calibration_from": day(since) if since else None,
    }
    given = tuple((key, value) for key, value in facts.items() if value)
    return overloaded(3000).plus(Paper("DT13", given))


SCALES = {
    "covered": (measured("12-31"), OK),
    "last day": (measured("03-01"), OK),
    "one day late": (measured("02-29"), PROBLEM),
    "verified later": (measured("12-31", since="03-02"), PROBLEM),
    "verified that day": (measured("12-31", since="03-01"), OK),
    "no day of measuring, day of the act": (measured("02-29", on=None), PROBLEM),
    "a later certificate as well": (
        measured("02-29").plus(paper("DT13", calibration_valid_until=day("12-31"))),
        OK,
    ),
    "no certificate": (measured(None), HINT),
    "another cause": (general(), OUTSIDE),
}


@pytest.mark.parametrize("name", SCALES)
def test_the_scale_on_the_day_of_measuring(name: str) -> None:
    case, expected = SCALES[name]

    assert case.verdict("K15") is expected


def monitored(**facts: Any) -> Papers:
    """Return a case that rests on technical monitoring: no record on the spot."""
    return measured("12-31").without("DT06").setting("DT35", electronic_evidence=True, **facts)


REVIEW = paper("DT58", "电子技术监控记录审核表", place_announced=True)
MONITORED = {
    "reviewed, verified, announced": (monitored().plus(REVIEW), OK),
    "not reviewed": (monitored(), PROBLEM),
    "review failed": (
        monitored().plus(paper("DT58", place_announced=True, monitoring_failed=True)),
        PROBLEM,
    ),
    "not announced": (monitored().plus(paper("DT58")), HINT),
    "verification expired": (
        monitored().setting("DT13", calibration_valid_until=day("02-01")).plus(REVIEW),
        PROBLEM,
    ),
    "no certificate": (
        monitored().setting("DT13", calibration_valid_until=None).plus(REVIEW),
        PROBLEM,
    ),
    "words of monitoring beside a record on the spot": (
        monitored().plus(paper("DT06")),
        HINT,
    ),
    "before the law": (
        monitored().setting("DT05", found_date=day("2021-07-01")).plus(REVIEW),
        UNTOLD,
    ),
    "no monitoring": (measured("12-31"), OUTSIDE),
}


@pytest.mark.parametrize("name", MONITORED)
def test_evidence_by_monitoring(name: str) -> None:
    case, expected = MONITORED[name]

    assert case.verdict("V11") is expected


def test_an_expired_verification_is_the_cause_of_v11() -> None:
    case = monitored().setting("DT13", calibration_valid_until=day("02-01")).plus(REVIEW)

    assert case.check("V11").because == ("K15",)
    assert monitored().check("V11").because == ()


UNTITLED = overloaded(3500, overweight_kg=6000).setting("DT35", cause=None)


@pytest.mark.parametrize(
    ("cited", "verdict"),
    [
        (CitedArticle("超限运输车辆行驶公路管理规定", 43, 1, 2), PROBLEM),
        (CitedArticle("超限运输车辆行驶公路管理规定", 43), PROBLEM),
        (CitedArticle("公路法", 76), OUTSIDE),
    ],
)
def test_without_a_cause_the_rule_and_the_excess_tell_the_trade(
    cited: CitedArticle, verdict: Verdict
) -> None:
    without = UNTITLED.setting("DT35", cited_article=cited, penalty_article=cited)
    assert without.setting("DT26", cause=None).verdict("K13") is verdict
