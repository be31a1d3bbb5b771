"""Copying last year's campaign: deadlines, standards, conflicts, open rectifications."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from reviewer.campaign.rollover import Rollover, roll_over
from reviewer.model.campaigns import (
    Campaign,
    CaseKind,
    Conflict,
    Stage,
    StageDates,
    StageState,
    StandardPin,
)
from reviewer.model.feedback import RectificationState
from tests.campaign.campaign_builders import (
    CALENDAR,
    CAMPAIGN,
    LEADER,
    make_actor,
    make_campaign,
    make_rectification,
)

NEW = UUID(int=99)
OLD_PIN = StandardPin(CaseKind.GENERAL, "penalty-general", "2025.1", "a" * 64)
NEW_PIN = StandardPin(CaseKind.SUMMARY, "penalty-general", "2026.1", "b" * 64)
STATES = (
    RectificationState.OPEN,
    RectificationState.NOTIFIED,
    RectificationState.REPORTED,
    RectificationState.RETURNED,
    RectificationState.REOPENED,
    RectificationState.CLOSED,
    RectificationState.REVISITED,
    RectificationState.WITHDRAWN,
)


def last_year(**fields: object) -> Campaign:
    plain = replace(
        make_campaign(),
        year=2025,
        name="2025年度案卷评查",
        cases_from=date(2024, 2, 29),
        cases_to=date(2024, 12, 31),
        standards=(OLD_PIN,),
        stages=(
            StageDates(Stage.NOTICE, date(2025, 4, 7), date(2025, 4, 7), StageState.DONE),
            StageDates(Stage.LEDGER, date(2025, 4, 14)),
            StageDates(Stage.DRAW),
        ),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def rolled(previous: Campaign, begins_on: date = date(2026, 4, 3)) -> Rollover:
    all_states = [make_rectification(n, state=state) for n, state in enumerate(STATES)]
    return roll_over(
        previous,
        all_states,
        {"penalty-general": NEW_PIN},
        begins_on,
        CALENDAR,
        make_actor(),
        lambda: NEW,
    )


def test_deadlines_keep_their_distance_in_working_days() -> None:
    campaign = rolled(last_year()).campaign

    assert [(one.stage, one.due, one.state) for one in campaign.stages] == [
        (Stage.NOTICE, date(2026, 4, 3), StageState.RUNNING),
        (Stage.LEDGER, date(2026, 4, 13), StageState.WAITING),
        (Stage.DRAW, None, StageState.WAITING),
    ]


@pytest.mark.parametrize(
    ("stages", "begins_on", "note"),
    [
        ((StageDates(Stage.LEDGER, date(2025, 4, 14)),), date(2026, 4, 3), "没有登记通知日期"),
        (
            (
                StageDates(Stage.NOTICE, date(2025, 4, 7)),
                StageDates(Stage.LEDGER, date(2025, 4, 1)),
            ),
            date(2026, 4, 3),
            "早于通知日期",
        ),
        (
            (
                StageDates(Stage.NOTICE, date(2025, 4, 7)),
                StageDates(Stage.LEDGER, date(2025, 4, 9)),
            ),
            date(2026, 12, 30),
            "缺少 2027 年的工作日历",
        ),
    ],
    ids=["no notice", "before the notice", "no calendar"],
)
def test_a_deadline_that_cannot_be_reckoned_is_open_with_a_note(
    stages: tuple[StageDates, ...], begins_on: date, note: str
) -> None:
    result = rolled(last_year(stages=stages), begins_on)

    assert result.campaign.stage(Stage.LEDGER).due is None
    assert note in result.notes[0]


def test_year_name_period_and_standards_move_on() -> None:
    campaign = rolled(last_year()).campaign

    assert (campaign.id, campaign.previous, campaign.year) == (NEW, CAMPAIGN, 2026)
    assert campaign.name == "2026年度案卷评查"
    assert (campaign.cases_from, campaign.cases_to) == (date(2025, 2, 28), date(2025, 12, 31))
    assert campaign.standards == (replace(NEW_PIN, kind=CaseKind.GENERAL),)
    assert campaign.units == last_year().units
    assert rolled(last_year(name="二〇二五年度评查")).campaign.name == "二〇二六年度评查"


def test_open_rectifications_roll_forward_and_none_is_lost() -> None:
    result = rolled(last_year())

    assert [one.state for one in result.taken] == list(STATES[:5])
    assert {one.campaign for one in result.taken} == {NEW}
    assert [one.origin for one in result.taken] == [one.id for one in result.left]
    assert {one.state for one in result.left} == {RectificationState.ROLLED}
    assert result.left[0].history[-1].note == "转入2026年度"
    assert result.taken[0].history[0].note == "由2025年度转入"
    assert result.taken[1].due == make_rectification().due


def test_conflicts_about_last_years_cases_stay_there() -> None:
    kept = Conflict(UUID(int=1), LEADER, "亲属任职", date(2025, 4, 1), unit=UUID(int=11))
    gone = Conflict(UUID(int=2), LEADER, "曾任代理人", date(2025, 4, 1), row=UUID(int=7))
    result = rolled(last_year(conflicts=(kept, gone)))

    assert result.campaign.conflicts == (kept,)
    assert result.notes == ("上年针对具体案卷的回避登记 1 条没有带入，请重新申报。",)
