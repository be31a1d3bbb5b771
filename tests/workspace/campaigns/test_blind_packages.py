"""Packages of a blind review: lifted pages come back, and a preview tells no name."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from reviewer.campaign.volume_numbers import volume_no
from reviewer.model.campaigns import Member
from reviewer.model.draws import Duty
from reviewer.model.lifts import PageLift
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.workspace import Workspace
from tests.workspace.campaigns.assigned_builders import LEADER, Desktop
from tests.workspace.campaigns.blind_builders import OFFICER, PARTY, UNIT, blind_desk
from tests.workspace.campaigns.desk_builders import UNITS

NAMES = (PARTY, OFFICER, UNIT, "交执罚", *(one.name for one in UNITS))


@dataclass
class Both:
    """The leader's desktop, and that of who reviews the case first."""

    leader: Desktop
    reviewer: Desktop
    case: UUID
    task: Path


@pytest.fixture
def both(workspace: Workspace, tmp_path: Path) -> Iterator[Both]:
    with ExitStack() as stack:
        leader, case = blind_desk(workspace, tmp_path / "leader")
        given = leader.given(case, Duty.FIRST)
        member: Member = leader.state.campaign.member(given.person)
        leader.sit(LEADER)
        task = tmp_path / "任务包.zip"
        workspace.campaigns.packages.write_task(leader.id, [given.person], task, Silent())
        other = Workspace.open(tmp_path / "other", Settings())
        stack.callback(other.close)
        other.people.register(member.name, member.unit_name)
        yield Both(leader, Desktop(other, leader.id), case, task)


def test_the_preview_of_a_task_tells_no_more_than_the_screen(both: Both) -> None:
    if both.leader.given(both.case, Duty.FIRST).person == LEADER.person:
        pytest.skip("the leader reviews it")
    preview = both.reviewer.workspace.campaigns.packages.preview(both.task)

    told = repr([(row.sort, row.name, row.mine, row.theirs) for row in preview.rows])
    assert volume_no(both.case) in told
    assert not [name for name in NAMES if name in told]


def test_who_leads_reads_the_names_of_all_cases_but_the_own(both: Both) -> None:
    state = both.leader.state
    own = {one.case for one in state.assignments if one.person == LEADER.person}
    reviewer = both.leader.given(both.case, Duty.FIRST).person
    packed = {one.case for one in state.assignments if one.person == reviewer}

    preview = both.leader.workspace.campaigns.packages.preview(both.task)

    told = repr([row.name for row in preview.rows])
    assert {case for case in packed if state.row(case).case_no in told} == packed - own
    assert {case for case in packed if volume_no(case) in told} == packed & own


def test_lifted_pages_travel_back_with_their_reason(both: Both, tmp_path: Path) -> None:
    desk = both.reviewer.workspace
    desk.campaigns.packages.merge(both.task, Silent())
    ref = desk.cases.view(both.case).pages[1].ref
    record = desk.blind.lift(both.case, ref, "核对收件人")
    result = tmp_path / "成果.zip"
    desk.campaigns.packages.write_result(both.leader.id, result, Silent())

    merged = both.leader.workspace.campaigns.packages.merge(result, Silent())

    (kept,) = both.leader.state.of(PageLift)
    assert kept == record
    assert (kept.reason, kept.case, kept.ref) == ("核对收件人", both.case, ref)
    assert merged.undecided == ()

    desk.blind.cover(both.case, ref)
    desk.campaigns.packages.write_result(both.leader.id, tmp_path / "再交.zip", Silent())
    both.leader.workspace.campaigns.packages.merge(tmp_path / "再交.zip", Silent())
    history = both.leader.workspace.campaigns.records.history(record.id)
    assert both.leader.state.of(PageLift) == ()
    assert [one.label for one in history] == ["盲评放行", "盲评重新遮盖"]
