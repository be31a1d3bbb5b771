"""K09, K10, K18, V12, R-B1-01, R-E1-01: what bears on the penalty."""

import pytest

from reviewer.model import Verdict
from tests.checking.builders import Papers, day, general, no_penalty, paper, summary

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE


def born(when: str) -> str:
    """Return a valid ID card number of somebody born on that day (20060301)."""
    body = f"640102{when}123"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(char) * weight for char, weight in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


def aged(when: str, **facts: object) -> Papers:
    """Return a case of 1 March 2024 against a person born on that day."""
    own = {"party_kind": "person", "party_id": born(when), "offence_date": day("03-01")}
    return general().setting("DT35", **(own | facts))


AGES = {
    "adult": (aged("19900101"), OK),
    "eighteen the day before": (aged("20060228"), OK),
    "eighteenth birthday, still seventeen": (aged("20060301"), PROBLEM),
    "seventeen": (aged("20060501"), PROBLEM),
    "seventeen, mitigated": (aged("20060501", reduction_told=True), OK),
    "fourteenth birthday, still thirteen": (aged("20100301", reduction_told=True), PROBLEM),
    "fourteen, mitigated": (aged("20100228", reduction_told=True), OK),
    "an organisation": (aged("20100301", party_kind="organisation"), OUTSIDE),
    "a wrong check digit": (
        aged("20100301").setting("DT35", party_id="640102201003011239"),
        OUTSIDE,
    ),
    "no ID card": (general().setting("DT35", party_kind="person"), OUTSIDE),
    "not punished": (no_penalty(), OUTSIDE),
}


@pytest.mark.parametrize("name", AGES)
def test_a_minor_is_punished_less_a_child_not_at_all(name: str) -> None:
    case, expected = AGES[name]

    assert case.verdict("K10") is expected


def spared(**facts: object) -> Papers:
    return no_penalty().setting("DT36", **facts)


SPARED = {
    "ground and education": (spared(no_penalty_ground="轻微", education_told=True), OK),
    "educated in a talk of its own": (
        spared(no_penalty_ground="初次").plus(paper("DT21", "教育约谈记录")),
        OK,
    ),
    "educated in the interview": (
        spared(no_penalty_ground="轻微").setting("DT07", education_told=True),
        OK,
    ),
    "no education": (spared(no_penalty_ground="轻微"), PROBLEM),
    "no ground": (spared(education_told=True), HINT),
    "a child": (spared(no_penalty_ground="未满14周岁"), OUTSIDE),
    "nothing proved": (spared(no_penalty_ground="事实不成立"), OUTSIDE),
    "decision read weakly": (
        spared(no_penalty_ground="轻微").with_(weak_pages=(no_penalty().page("DT36"),)),
        UNTOLD,
    ),
    "punished although minor": (general().setting("DT35", minor_told=True), HINT),
    "punished": (general(), OUTSIDE),
    "summary": (summary(), OUTSIDE),
}


@pytest.mark.parametrize("name", SPARED)
def test_a_decision_not_to_punish(name: str) -> None:
    case, expected = SPARED[name]

    assert case.verdict("K09") is expected


def test_signs_of_a_crime_are_only_pointed_out() -> None:
    case = general().setting("DT06", crime_sign="伪造的道路运输证")

    assert general().verdict("K18") is OUTSIDE
    assert case.verdict("K18") is HINT
    assert case.verdict("V12") is HINT
    assert case.check("V12").because == ("K18",)
    assert case.plus(paper("DT50")).verdict("K18") is OK
    assert case.plus(paper("DT50")).verdict("V12") is OUTSIDE
    assert "伪造" in case.check("K18").message


def test_a_file_without_a_word_of_discretion() -> None:
    assert general().verdict("R-B1-01") is HINT
    assert general().setting("DT23", benchmark_told=True).verdict("R-B1-01") is OK
    assert general().setting("DT35", warning_only=True).verdict("R-B1-01") is OUTSIDE
    assert general().setting("DT35", cause="违法超限运输").verdict("R-B1-01") is OUTSIDE


def test_an_order_to_correct_without_a_time() -> None:
    order = paper("DT19", correction_ordered=True)

    assert general().verdict("R-E1-01") is OUTSIDE
    assert general().plus(order).verdict("R-E1-01") is HINT
    assert general().plus(order.having("correction_days", 5)).verdict("R-E1-01") is OK
    assert general().plus(order.having("correct_at_once", True)).verdict("R-E1-01") is OK
