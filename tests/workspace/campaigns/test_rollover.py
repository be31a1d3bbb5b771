"""Last year's campaign copied as a new one, with what is not rectified yet."""

from dataclasses import replace
from datetime import date

import pytest

from reviewer.errors import Refused
from reviewer.model.feedback import Rectification, RectificationState
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.board import next_steps
from tests.campaign.campaign_builders import make_rectification
from tests.workspace.campaigns.desk_builders import made

BEGINS = date(2027, 3, 1)


def _open_problem(workspace: Workspace) -> Rectification:
    state = made(workspace)
    unit = state.campaign.units[0].id
    one = make_rectification(
        campaign=state.campaign.id, unit=unit, state=RectificationState.NOTIFIED
    )
    workspace.campaigns.records.save(state.campaign.id, [one], "列出整改问题", state)
    return one


def test_open_problems_go_on_in_next_years_campaign(workspace: Workspace) -> None:
    one = _open_problem(workspace)

    new = workspace.campaigns.rollover.roll_over(one.campaign, BEGINS).campaign

    records = workspace.campaigns.records
    (here,) = records.load(new.id).rectifications
    (there,) = records.load(one.campaign).rectifications
    assert (here.origin, here.state) == (one.id, RectificationState.NOTIFIED)
    assert there.state is RectificationState.ROLLED
    assert new.previous == one.campaign
    assert new.units == records.load(one.campaign).campaign.units


def test_what_last_year_left_open_is_next_before_any_draw(workspace: Workspace) -> None:
    one = _open_problem(workspace)
    new = workspace.campaigns.rollover.roll_over(one.campaign, BEGINS).campaign
    state = workspace.campaigns.records.load(new.id)

    steps = next_steps(state, date(2030, 1, 1))

    assert "rectification.late" in [step.action for step in steps]
    assert not {"feedback.open", "bulletin.open"} & {step.action for step in steps}


def test_a_campaign_rolls_over_once(workspace: Workspace) -> None:
    one = _open_problem(workspace)
    workspace.campaigns.rollover.roll_over(one.campaign, BEGINS)

    with pytest.raises(Refused, match="已由本活动转出"):
        workspace.campaigns.rollover.roll_over(one.campaign, BEGINS)

    assert len(workspace.campaigns.setup.all()) == 2


def test_nothing_is_kept_when_a_record_cannot_be(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = _open_problem(workspace)
    records = workspace.campaigns.records
    stale = records.load(one.campaign)
    reported = replace(one, state=RectificationState.REPORTED)
    records.save(one.campaign, [reported], "登记整改报告")
    monkeypatch.setattr(
        records, "load", lambda campaign: stale if campaign == one.campaign else None
    )

    with pytest.raises(Refused):
        workspace.campaigns.rollover.roll_over(one.campaign, BEGINS)

    assert len(workspace.campaigns.setup.all()) == 1
