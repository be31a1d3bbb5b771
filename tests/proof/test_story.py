"""Stories without a fault are lawful; the dates are counted here by hand, not by the engine."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from reviewer.model import Procedure
from reviewer.proof import TRAPS, CaseStory, draw_plan, make_story
from reviewer.proof.causes import overload_of
from reviewer.proof.identities import credit_code_check, id_card_check
from reviewer.proof.measures import Mark
from reviewer.proof.offences import OFFENCES, offence_of
from reviewer.proof.plan import Plan

SEEDS = range(5)


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
        d.acted,
        d.found,
        d.accepted,
        d.approved,
        d.inquiry,
        d.report,
        d.notice,
        d.notice_served,
    ]
    possible += [d.hearing_asked, d.hearing_notice, d.hearing, d.hearing_report]
    possible += [d.decision, d.decision_served, d.closed, d.archived]
    return [day for day in possible if day is not None]


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_story_without_fault_is_lawful_in_every_term(seed: int, trap: str) -> None:
    story = make_story(draw_plan(seed, trap))
    d = story.dates

    assert steps(story) == sorted(steps(story))
    assert workdays(d.found, d.approved) <= 7
    limit = 120 if d.prolonged else 90
    assert d.decision <= after_calendar_days(d.approved, limit)
    if d.prolonged:
        assert d.prolonged <= after_calendar_days(d.approved, 90)
    assert d.paid <= after_calendar_days(d.decision_served, 15)
    assert workdays(d.decision, d.published) <= 7
    assert workdays(d.closed, d.copied) <= 7
    assert (d.archived - d.closed).days <= 30
    assert d.closed >= max(d.paid, d.recheck, d.published)
    assert d.found <= date(d.acted.year + 2, d.acted.month, min(d.acted.day, 28))
    if story.steps.served is None:
        assert workdays(d.decision, d.decision_served) <= 7


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_party_is_heard_before_the_decision(seed: int, trap: str) -> None:
    story = make_story(draw_plan(seed, trap))
    d = story.dates

    if d.hearing and d.hearing_notice and d.hearing_asked:
        assert workdays(d.notice_served, d.hearing_asked) <= 5
        assert workdays(d.hearing_notice, d.hearing) > 7
        assert d.reviewed is not None
        assert d.hearing <= d.reviewed
    elif d.waived:
        assert d.notice_served <= d.waived <= d.decision
    else:
        told_both = not story.marked(Mark.PLEADING_ONLY)
        assert workdays(d.notice_served, d.decision) > (5 if told_both else story.plan.pleads_days)
    assert d.reviewed is None or d.reviewed < d.decision
    assert d.discussed is None or d.notice_served <= d.discussed <= d.decision
    if d.pleaded and d.pleading_reviewed:
        assert d.notice_served <= d.pleaded <= d.pleading_reviewed < d.decision
        assert d.reviewed is not None
        assert d.pleading_reviewed <= d.reviewed


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_measures_of_a_story_keep_their_terms(seed: int, trap: str) -> None:
    story = make_story(draw_plan(seed, trap))
    held, seized, unpaid = story.steps.hold, story.steps.seizure, story.steps.unpaid

    if held:
        assert workdays(held.held, held.handled) <= 7
    if seized and story.plan.seizure:
        days = (seized.released - seized.start.date()).days
        assert days <= (60 if seized.extended else 30)
        assert seized.extended is None or seized.extended <= seized.until
        late = seized.approved - seized.start
        assert late <= (timedelta(hours=24) if story.plan.seizure.urgent else timedelta())
    if unpaid:
        assert workdays(unpaid.urged, unpaid.applied) > 10
        suit = story.dates.decision_served + timedelta(days=181)
        assert suit <= unpaid.applied <= suit + timedelta(days=88)
    assert story.dates.closed >= max(story.steps.ends())
    moved = story.steps.transfer
    if moved:
        assert workdays(moved.reported, moved.approved.date()) <= 3
        assert (moved.approved.date() - moved.reported).days <= 3
        assert moved.sent - moved.approved <= timedelta(hours=24)


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("procedure", [Procedure.SUMMARY, Procedure.NO_PENALTY, Procedure.COERCIVE])
def test_the_other_procedures_are_lawful_too(seed: int, procedure: Procedure) -> None:
    story = make_story(draw_plan(seed, None, frozenset({procedure})))
    d, filed = story.dates, story.steps.filed

    assert story.plan.procedure is procedure
    assert d.found <= d.decision <= d.decision_served <= d.closed <= d.archived
    if procedure is Procedure.SUMMARY:
        most = 200 if story.party.is_person else 3000
        assert story.fines.decision <= most
        assert workdays(d.decision, filed.filed) <= 5
        assert workdays(d.decision, filed.surrendered) <= 2
        assert workdays(filed.surrendered, filed.banked) <= 2
    if procedure is Procedure.COERCIVE:
        assert story.steps.seizure is not None
        assert (story.steps.seizure.released - d.found).days <= 30


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
        ("road_damage", 0, 5000),
        ("spill", 0, 5000),
        ("overload", 0, 30000),
        ("monitored", 0, 30000),
        ("unfiled", 3000, 10000),
        ("driver", 200, 2000),
    ],
)
def test_fines_lie_in_the_range_of_the_law(key: str, low: int, high: int) -> None:
    offence = offence_of(key)

    assert (offence.least, offence.most) == (low, high)
    assert all(low <= fine <= high for fine in offence.fines)


def test_an_overload_fine_is_the_same_under_every_rounding() -> None:
    for fine in next(o for o in OFFENCES if o.overload).fines:
        gross, over = overload_of(fine)

        assert gross - 49000 == over
        assert over // 1000 * 500 == -(-over // 1000) * 500 == fine


def test_the_same_plan_gives_the_same_story() -> None:
    plan = Plan(7, "spill")

    assert make_story(plan) == make_story(plan)
    assert make_story(plan) != make_story(Plan(8, "spill"))
