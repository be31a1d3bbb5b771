"""Campaigns as the workspace loads and saves them."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from reviewer.errors import Refused
from reviewer.model.draws import Assignment, Duty
from reviewer.workspace import Workspace
from tests.store.test_campaigns import make_campaign, make_row

CAMPAIGN = make_campaign()


def test_a_campaign_is_loaded_as_it_was_saved(workspace: Workspace) -> None:
    records = workspace.campaigns.records
    given = [Assignment(uuid4(), uuid4(), uuid4(), Duty.FIRST) for _ in range(3)]

    records.save(CAMPAIGN.id, [CAMPAIGN], "新建活动")
    state = records.save(CAMPAIGN.id, given, "分配案卷")

    assert records.campaigns() == (CAMPAIGN,)
    assert state.campaign == CAMPAIGN
    assert list(state.assignments) == given
    assert state.ledger is None


def test_a_save_from_an_older_state_is_refused_whole(workspace: Workspace) -> None:
    records = workspace.campaigns.records
    old = records.save(CAMPAIGN.id, [CAMPAIGN], "新建活动")
    records.save(CAMPAIGN.id, [replace(CAMPAIGN, blind=True)], "设为盲评", old)
    other = Assignment(uuid4(), uuid4(), uuid4(), Duty.FIRST)

    with pytest.raises(Refused, match="刚刚已被改动"):
        records.save(CAMPAIGN.id, [other, CAMPAIGN], "改活动", old)

    assert records.load(CAMPAIGN.id).campaign.blind
    assert records.load(CAMPAIGN.id).assignments == ()


def test_a_removed_record_is_no_longer_loaded(workspace: Workspace) -> None:
    records = workspace.campaigns.records
    given = Assignment(uuid4(), uuid4(), uuid4(), Duty.FIRST)
    records.save(CAMPAIGN.id, [CAMPAIGN, given], "新建活动")

    records.remove([given.id], "撤回分配")

    assert records.load(CAMPAIGN.id).assignments == ()
    assert [one.label for one in records.history(given.id)] == ["新建活动", "撤回分配"]


def test_an_unknown_campaign_is_refused_with_a_sentence(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="没有这个评查活动"):
        workspace.campaigns.records.load(UUID(int=5))


def test_drawn_rows_become_cases_of_the_table(workspace: Workspace) -> None:
    records = workspace.campaigns.records
    records.save(CAMPAIGN.id, [CAMPAIGN], "新建活动")

    records.add_drawn(CAMPAIGN.id, [make_row(1), make_row(2)])

    titles = {row.title for row in workspace.cases.rows()}
    assert titles == {"宁固交罚〔2026〕1号", "宁固交罚〔2026〕2号"}
