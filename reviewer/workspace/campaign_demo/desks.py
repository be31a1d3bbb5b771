"""The three data folders of the demonstration, and the work of a review group at its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from reviewer.model.campaigns import Member
from reviewer.model.draws import Duty
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.store import desktops
from reviewer.workspace.campaign_demo.judging import decide
from reviewer.workspace.campaign_demo.setting import Clock, Days
from reviewer.workspace.workspace import Workspace


@contextmanager
def desk(folder: Path, clock: Clock) -> Iterator[Workspace]:
    """Open a data folder whose records carry the times of `clock`; close it whatever happens."""
    with desktops.telling(clock):
        workspace = Workspace.open(folder, Settings(data_folder=str(folder)))
        try:
            yield workspace
        finally:
            workspace.close()


def sit(workspace: Workspace, member: Member) -> None:
    """Let a reviewer sit down at this desktop."""
    workspace.people.register(member.name, member.unit_name)


@dataclass(frozen=True, slots=True)
class GroupWork:
    """What a group does at its desktop in one go; plain values, for a process of its own."""

    folder: Path
    """Its data folder."""
    task: Path | None
    """The package to be read in first."""
    result: Path
    """Where its own goes."""
    campaign: UUID
    group: str
    duties: tuple[Duty, ...]
    day: Days
    seed: int


@dataclass(frozen=True, slots=True)
class GroupDone:
    """What a group did."""

    group: str
    reviews: int
    """Signed in this go."""
    received: int
    """Records that came with the task package."""


def work_group(work: GroupWork) -> GroupDone:
    """Read the task package in, review as each member in turn, write the result package."""
    clock = Clock()
    clock.go_to(work.day)
    with desk(work.folder, clock) as workspace:
        received = 0
        if work.task is not None:
            received = len(workspace.campaigns.packages.merge(work.task, Silent()).rows)
        reviews = sum(
            _review_as(workspace, work, member)
            for member in workspace.campaigns.setup.state(work.campaign).campaign.members
            if member.group == work.group
        )
        workspace.campaigns.packages.write_result(work.campaign, work.result, Silent())
    return GroupDone(work.group, reviews, received)


def _review_as(workspace: Workspace, work: GroupWork, member: Member) -> int:
    """Review and sign what a member was given; return how many reviews that were."""
    sit(workspace, member)
    reviewing, done = workspace.campaigns.reviewing, 0
    for task in reviewing.tasks(work.campaign):
        if task.assignment.duty not in work.duties:
            continue
        review = reviewing.open(work.campaign, task.assignment.id)
        decide(workspace, review.id, review.case, member.name, work.seed)
        reviewing.sign(work.campaign, review.id)
        done += 1
    return done
