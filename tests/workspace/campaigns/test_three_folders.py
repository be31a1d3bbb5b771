"""A campaign played through three data folders: what comes back is one campaign again."""

import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reviewer.model.campaigns import Member
from reviewer.model.draws import Assignment, Duty
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.store import desktops
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.package_views import Merged, Standing
from reviewer.workspace.campaigns.review_book import progress
from tests.workspace.campaigns.assigned_builders import LEADER, MEMBERS, Desktop
from tests.workspace.campaigns.walk_board import to_the_end
from tests.workspace.campaigns.walk_checks import Watch, agree
from tests.workspace.campaigns.walk_steps import Walk, small_desk


@dataclass
class Folders:
    """The leader's data folder and those of two reviewers each; packages go by stick."""

    folder: Path
    stack: ExitStack
    leader: Walk
    desks: dict[str, Walk] = field(default_factory=dict)
    sticks: list[Path] = field(default_factory=list)

    def at(self, member: Member) -> Walk:
        """Return the desk of a reviewer, opened with the task package of that reviewer."""
        if member.name in self.desks:
            return self.desks[member.name]
        workspace = Workspace.open(self.folder / member.name, Settings())
        self.stack.callback(workspace.close)
        workspace.people.register(member.name, member.unit_name)
        walk = Walk(Desktop(workspace, self.leader.id), self.leader.today)
        self.desks[member.name] = walk
        self.task(member)
        return walk

    def task(self, member: Member) -> Merged:
        path = self.folder / f"任务包{len(self.sticks)}_{member.name}.zip"
        packages = self.leader.desk.workspace.campaigns.packages
        packages.write_task(self.leader.id, [member.person], path, Silent())
        self.sticks.append(path)
        return self.desks[member.name].desk.workspace.campaigns.packages.merge(path, Silent())

    def result(self, member: Member) -> Path:
        path = self.folder / f"成果包{len(self.sticks)}_{member.name}.zip"
        packages = self.at(member).desk.workspace.campaigns.packages
        packages.write_result(self.leader.id, path, Silent())
        self.sticks.append(path)
        return path

    def read(self, path: Path) -> Merged:
        return self.leader.desk.workspace.campaigns.packages.merge(path, Silent())

    def own(self, member: Member) -> list[Assignment]:
        return [one for one in self.leader.given() if one.person == member.person]

    def review(self, one: Assignment, fault: int) -> None:
        """Review and sign at the reviewer's own desk."""
        member = next(each for each in MEMBERS if each.person == one.person)
        walk = self.at(member)
        campaigns = walk.desk.workspace.campaigns
        review = campaigns.reviewing.open(walk.id, one.id)
        if not review.is_signed:
            walk.desk.mark(review)
            walk.edit(review, fault)
            campaigns.reviewing.sign(walk.id, review.id)


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Folders]:
    with ExitStack() as stack:
        workspace = Workspace.open(tmp_path / "leader", Settings())
        stack.callback(workspace.close)
        workspace.people.register("王工", "支队")
        leader = Walk(small_desk(workspace, tmp_path / "files", 2))
        stack.enter_context(desktops.telling(leader.now))
        yield Folders(tmp_path, stack, leader)


def test_two_reviewers_of_one_case_bring_back_no_conflict(folders: Folders) -> None:
    second = next(one for one in folders.leader.given() if one.duty is Duty.SECOND)
    both = [one for one in folders.leader.given() if one.case == second.case]
    for one in both:
        folders.review(one, 0)

    for one in both:
        merged = folders.read(folders.result(_member(one)))
        assert merged.counts[Standing.CONFLICT] == 0
        assert merged.undecided == ()

    assert progress(folders.leader.state, second.case).state.value == "已定"
    agree(folders.leader.desk, folders.leader.state)


def _member(one: Assignment) -> Member:
    return next(each for each in MEMBERS if each.person == one.person)


@pytest.mark.parametrize("seed", range(2))
def test_packages_in_any_order_come_to_one_campaign(folders: Folders, seed: int) -> None:
    chance = random.Random(seed)
    people = [one for one in MEMBERS if one != LEADER and folders.own(one)]
    waiting = {one.id: one for one in folders.leader.given() if one.person != LEADER.person}
    results: list[Path] = []
    while waiting:
        step = chance.choice(("review", "review", "result", "read", "task"))
        member = chance.choice(people)
        if step == "review":
            one = waiting.pop(chance.choice(sorted(waiting, key=str)))
            folders.review(one, chance.randrange(4))
        elif step == "task" and member.name in folders.desks:
            assert folders.task(member).undecided == ()
        elif step == "result" and _has_reviewed(folders, member):
            results.append(folders.result(member))
        elif step == "read" and results:
            assert folders.read(chance.choice(results)).undecided == ()
            agree(folders.leader.desk, folders.leader.state)
    results += [folders.result(one) for one in people]
    chance.shuffle(results)
    for path in results:
        assert folders.read(path).undecided == ()
        agree(folders.leader.desk, folders.leader.state)

    to_the_end(folders.leader, Watch())


def _has_reviewed(folders: Folders, member: Member) -> bool:
    desk = folders.desks.get(member.name)
    if desk is None:
        return False
    return bool(desk.desk.workspace.campaigns.handing.view(desk.id).reviews)
