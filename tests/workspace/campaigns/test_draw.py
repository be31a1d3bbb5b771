"""The draw from the frozen ledger to the record that a second desktop verifies."""

from pathlib import Path

import pytest

from reviewer.errors import Refused, UserError
from reviewer.model.draws import DrawPlan
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled
from tests.workspace.campaigns.desk_builders import with_ledger

PEOPLE = ("高主持", "甄见证", "鉴督")


def _frozen(workspace: Workspace, folder: Path) -> CampaignState:
    return workspace.campaigns.ledger.freeze(with_ledger(workspace, folder).campaign.id)


def _drawn(workspace: Workspace, folder: Path, seed: str = "20260302") -> CampaignState:
    state = _frozen(workspace, folder)
    return workspace.campaigns.draw.draw(state.campaign.id, DrawPlan(), seed, PEOPLE, Silent())


def test_counts_are_known_before_the_seed(workspace: Workspace, tmp_path: Path) -> None:
    state = with_ledger(workspace, tmp_path)

    found = workspace.campaigns.draw.planned(state.campaign.id, DrawPlan())

    assert found.total == 4
    assert [count.size for count in found.counts] == [15, 15]


def test_nothing_is_drawn_before_the_ledger_is_frozen(workspace: Workspace, tmp_path: Path) -> None:
    state = with_ledger(workspace, tmp_path)

    with pytest.raises(UserError, match="冻结"):
        workspace.campaigns.draw.draw(state.campaign.id, DrawPlan(), "1", PEOPLE, Silent())

    assert workspace.campaigns.records.load(state.campaign.id).draws == ()
    assert workspace.cases.rows() == ()


def test_drawn_cases_stand_in_the_table(workspace: Workspace, tmp_path: Path) -> None:
    state = _drawn(workspace, tmp_path)

    assert {row.id for row in workspace.cases.rows()} == set(sampled(state))
    assert len(sampled(state)) == 4


def test_a_repeated_draw_names_the_earlier_one(workspace: Workspace, tmp_path: Path) -> None:
    state = _drawn(workspace, tmp_path)
    again = workspace.campaigns.draw.draw(
        state.campaign.id, DrawPlan(), "另一个种子", PEOPLE, Silent()
    )

    assert again.draws[-1].earlier == (state.draws[0].id,)


def test_a_missing_case_gives_way_to_the_next(workspace: Workspace, tmp_path: Path) -> None:
    state = _drawn(workspace, tmp_path)
    draw = workspace.campaigns.draw
    missing = sampled(state)[0]
    successor = draw.successor(state.campaign.id, missing)
    assert successor is not None

    after = draw.replace(state.campaign.id, missing, "卷宗被法院调走")

    assert missing not in sampled(after)
    assert successor.case in sampled(after)
    assert successor.case in {row.id for row in workspace.cases.rows()}


def test_a_replacement_needs_a_reason(workspace: Workspace, tmp_path: Path) -> None:
    state = _drawn(workspace, tmp_path)

    with pytest.raises(UserError, match="没有填写调换的理由"):
        workspace.campaigns.draw.replace(state.campaign.id, sampled(state)[0], " ")


def test_a_second_desktop_verifies_the_record(workspace: Workspace, tmp_path: Path) -> None:
    state = _drawn(workspace, tmp_path)
    draw = workspace.campaigns.draw
    draw.replace(state.campaign.id, sampled(state)[0], "卷宗被法院调走")
    draw.write_record(state.campaign.id, tmp_path / "抽取记录.json")
    workspace.campaigns.ledger.export(state.campaign.id, tmp_path / "台账.xlsx")
    other = Workspace.open(tmp_path / "other", Settings())

    found = other.campaigns.draw.verify(
        tmp_path / "抽取记录.json", tmp_path / "台账.xlsx", Silent()
    )
    with pytest.raises(Refused, match="没有抽取时的台账"):
        other.campaigns.draw.verify(tmp_path / "抽取记录.json", None, Silent())
    other.close()

    assert found.differences == ()
    assert found.draw.seed == "20260302"
    assert found.campaign_name == state.campaign.name


def test_this_desktop_verifies_with_its_own_ledger(workspace: Workspace, tmp_path: Path) -> None:
    state = _drawn(workspace, tmp_path)
    draw = workspace.campaigns.draw
    path = tmp_path / "抽取记录.json"
    draw.write_record(state.campaign.id, path)

    assert draw.verify(path, None, Silent()).differences == ()
    path.write_text(path.read_text("utf-8").replace("20260302", "20260303"), "utf-8")
    with pytest.raises(UserError, match="被改动过"):
        draw.verify(path, None, Silent())


def test_a_file_that_is_no_record_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "图.json"
    path.write_bytes(b"\xff\xfe\x00\x01")

    with pytest.raises(UserError, match=r"《图.json》读不出内容"):
        workspace.campaigns.draw.verify(path, None, Silent())
