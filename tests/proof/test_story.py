"""Stories without a fault are lawful; the dates are counted here by hand, not by the engine."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from reviewer.proof import TRAPS, CaseStory, draw_plan, make_story
from reviewer.proof.causes import OFFENCES, overload_of
from reviewer.proof.identities import credit_code_check, id_card_check
from reviewer.proof.plan import Plan

SEEDS = range(10)


def workdays(start: date, end: date) -> int:
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(chinese_calendar.is_workday(day) for day in days)


def after_calendar_days(start: date, count: int) -> date:
    day = start + timedelta(days=count)
    while chinese_calendar.is_holiday(day):
        day += timedelta(days=1)
    return day


def steps(story: CaseStory) -> list[date]:
    d = story.dates
    possible: list[date | None] = [
        d.found,
        d.accepted,
        d.approved,
        d.inquiry,
        d.report,
        d.notice,
        d.notice_served,
    ]
    possible += [d.hearing_asked, d.hearing_notice, d.hearing, d.hearing_report]
    possible += [d.decision, d.decision_served, d.paid, d.closed, d.archived]
    return [day for day in possible if day is not None]


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_story_without_fault_is_lawful_in_every_term(seed: int, trap: str) -> None:
    story = make_story(draw_plan(seed, trap))
    d = story.dates

    assert steps(story) == sorted(steps(story))
    assert all(chinese_calendar.is_workday(day) for day in steps(story))
    assert workdays(d.found, d.approved) <= 7
    limit = 120 if d.prolonged else 90
    assert d.decision <= after_calendar_days(d.approved, limit)
    if d.prolonged:
        assert d.prolonged <= after_calendar_days(d.approved, 90)
    assert workdays(d.decision, d.decision_served) <= 7
    assert d.paid <= after_calendar_days(d.decision_served, 15)
    assert workdays(d.decision, d.published) <= 7
    assert workdays(d.closed, d.copied) <= 7
    assert (d.archived - d.closed).days <= 30
    assert d.closed >= max(d.paid, d.recheck, d.published)


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_party_is_heard_before_the_decision(seed: int, trap: str) -> None:
    d = make_story(draw_plan(seed, trap)).dates

    if d.hearing and d.hearing_notice and d.hearing_asked:
        assert workdays(d.notice_served, d.hearing_asked) <= 5
        assert workdays(d.hearing_notice, d.hearing) > 7
        assert d.reviewed is not None
        assert d.hearing <= d.reviewed
    elif d.waived:
        assert d.notice_served <= d.waived < d.decision
    else:
        assert workdays(d.notice_served, d.decision) > 5
    assert d.reviewed is None or d.reviewed < d.decision
    assert d.discussed is None or d.notice_served <= d.discussed <= d.decision


@pytest.mark.parametrize("seed", SEEDS)
def test_people_and_numbers_of_a_story_are_right(seed: int) -> None:
    story = make_story(draw_plan(seed, "none"))
    number, id_no = story.party.number, story.driver.id_no

    assert id_card_check(id_no[:17]) == id_no[17]
    check = id_card_check if story.party.is_person else credit_code_check
    assert check(number[:17]) == number[17]
    assert len({*story.officers, story.chair, story.reviewer}) == 4
    assert len({o.cert for o in (*story.officers, story.chair, story.reviewer)}) == 4
    assert story.party.kind in story.offence.parties


def test_check_digits_are_those_of_the_standards() -> None:
    # The worked examples of GB 11643 and GB 32100.
    assert id_card_check("11010519491231002") == "X"
    assert credit_code_check("91350100M000100Y4") == "3"


@pytest.mark.parametrize(
    ("key", "low", "high"),
    [
        ("refit", 5000, 20000),
        ("unlicensed", 3000, 10000),
        ("maintenance", 1000, 5000),
        ("road_damage", 1, 5000),
        ("spill", 1, 5000),
        ("overload", 1, 30000),
    ],
)
def test_fines_lie_in_the_range_of_the_law_even_when_raised(key: str, low: int, high: int) -> None:
    offence = next(o for o in OFFENCES if o.key == key)

    assert all(low <= fine and fine + 1000 <= high for fine in offence.fines)


def test_an_overload_fine_is_the_same_under_every_rounding() -> None:
    for fine in next(o for o in OFFENCES if o.overload).fines:
        gross, over = overload_of(fine)

        assert gross - 49000 == over
        assert over // 1000 * 500 == -(-over // 1000) * 500 == fine


def test_the_same_plan_gives_the_same_story() -> None:
    plan = Plan(7, "spill")

    assert make_story(plan) == make_story(plan)
    assert make_story(plan) != make_story(Plan(8, "spill"))
