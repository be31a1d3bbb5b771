"""Campaigns as the workspace loads and saves them."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from reviewer.errors import Refused
from reviewer.model import Case
from reviewer.model.draws import Assignment, Duty
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.joining import numbered, suggestions
from tests.store.test_campaigns import make_campaign, make_row
from tests.workspace.files import DECISION, make_pdf
from tests.workspace.work import import_case

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


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        ("宁固交罚〔2026〕1号", "原州区大队", True),
        ("宁固交罚[2026]第1号", "固原市综合执法支队原州区大队", True),
        ("宁固交罚〔2026〕1号", "", False),
        ("宁固交罚〔2026〕2号", "", None),
        ("宁固交罚〔2026〕2号", "三营中队", True),
        ("宁固交罚〔2026〕9号", "原州区大队", None),
        ("", "原州区大队", None),
    ],
    ids=[
        "unit and number",
        "both printed otherwise",
        "number alone",
        "number of two units",
        "number of two units, unit told",
        "other number",
        "no number",
    ],
)
def test_an_imported_case_is_suggested_for_the_drawn_one(
    number: str, unit: str, expected: bool | None
) -> None:
    waiting = [
        Case(UUID(int=1), "一", "宁固交罚〔2026〕1号", "原州区大队"),
        Case(UUID(int=2), "二", "宁固交罚〔2026〕2号", "原州区大队"),
        Case(UUID(int=3), "三", "宁固交罚〔2026〕2号", "三营中队"),
    ]

    found = suggestions([numbered(Case(UUID(int=9), "导入", number, unit))], waiting)

    assert [one.same_unit for one in found] == ([] if expected is None else [expected])


def test_a_suggested_case_is_joined_and_suggested_no_more(
    workspace: Workspace, tmp_path: Path
) -> None:
    records = workspace.campaigns.records
    row = replace(make_row(1), case_no="宁交执罚〔2024〕12号")
    given = Assignment(uuid4(), row.case, uuid4(), Duty.FIRST)
    records.save(CAMPAIGN.id, [CAMPAIGN, given], "新建活动")
    records.add_drawn(CAMPAIGN.id, [row])
    imported = import_case(workspace, make_pdf(tmp_path / "决定书.pdf", DECISION))

    [found] = records.join_suggestions(CAMPAIGN.id)
    case = records.join(found.imported.id, found.drawn.id)

    assert (found.imported.id, found.same_unit) == (imported, False)
    assert [file.path for file in case.files] == ["决定书.pdf"]
    assert records.join_suggestions(CAMPAIGN.id) == ()


def test_a_number_in_the_name_of_the_folder_counts_too() -> None:
    waiting = [Case(UUID(int=1), "一", "宁固交罚〔2026〕1号", "原州区大队")]
    imported = Case(UUID(int=9), "3 张某案 宁固交罚[2026]1号")

    [found] = suggestions([numbered(imported)], waiting)

    assert found.drawn.id == UUID(int=1)
