"""What the demonstration counted, and what it should have come to."""

from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from reviewer.model import Round
from reviewer.model.campaigns import Stage, StageState
from reviewer.model.draws import Assignment, Duty
from reviewer.model.feedback import FeedbackState, RectificationState
from reviewer.workspace.campaign_demo.setting import Days
from reviewer.workspace.campaigns.board import next_steps
from reviewer.workspace.campaigns.review_book import ROUNDS
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of the summary."""

    name: str
    found: int
    wanted: int | None = None
    """None: nothing to compare it with."""

    @property
    def is_right(self) -> bool:
        """Return whether it is what it should be."""
        return self.wanted is None or self.found == self.wanted


@dataclass(slots=True)
class Counts:
    """All figures in the order in which they came up."""

    lines: list[Count] = field(default_factory=list)

    def add(self, name: str, found: int, wanted: int | None = None) -> None:
        """Keep a figure."""
        self.lines.append(Count(name, found, wanted))

    @property
    def wrong(self) -> tuple[Count, ...]:
        """Return the figures that are not what they should be."""
        return tuple(one for one in self.lines if not one.is_right)


def count_reviews(workspace: Workspace, state: CampaignState, counts: Counts) -> None:
    """Compare the signed reviews at the organiser's with what was assigned, duty by duty."""
    given = [one for one in state.assignments if not one.withdrawn]
    for duty in Duty:
        wanted = [one for one in given if one.duty is duty]
        counts.add(
            f"已签定的{duty.value}", sum(_is_done(workspace, one) for one in wanted), len(wanted)
        )


def _is_done(workspace: Workspace, one: Assignment) -> bool:
    return any(
        review.is_signed and (review.person, review.round) == (one.person, ROUNDS[one.duty])
        for review in workspace.reviews.for_case(one.case)
    )


def count_results(workspace: Workspace, state: CampaignState, counts: Counts) -> None:
    """Count results, meetings and feedback as they stand at the end."""
    campaign, cases = state.campaign.id, len(set(_drawn(state)))
    results = workspace.campaigns.results
    counts.add("有最终结果的案卷", len({one.case for one in results.final(campaign)}), cases)
    joint = [one for one in state.adjudications if one.closed_at is not None]
    third = sum(_has(workspace, one.case, Round.JOINT) for one in joint)
    counts.add("合议后的第三份评查表", third, len(state.adjudications))
    final = [one for one in state.feedback if one.state is FeedbackState.FINAL]
    counts.add("终定的反馈意见", len(final), len(state.campaign.units))
    objections = [one for told in state.feedback for one in told.objections]
    counts.add("已答复的申辩", sum(bool(one.decided_on) for one in objections), len(objections))


def _drawn(state: CampaignState) -> tuple[UUID, ...]:
    gone = {one.missing for one in state.replacements}
    taken = [one.taken for one in state.replacements if one.taken is not None]
    return (*(one.case for one in state.draws[-1].cases if one.case not in gone), *taken)


def _has(workspace: Workspace, case: UUID, round_: Round) -> bool:
    return any(one.round is round_ and one.is_signed for one in workspace.reviews.for_case(case))


def count_rectifications(
    last: CampaignState, following: CampaignState, found: int, counts: Counts
) -> None:
    """Follow every problem to where it ended: closed, looked at again, or in next year's list."""
    done = {RectificationState.CLOSED, RectificationState.REVISITED}
    closed = sum(one.state in done for one in last.rectifications)
    rolled = [one for one in last.rectifications if one.state is RectificationState.ROLLED]
    taken = {one.origin for one in following.rectifications}
    counts.add("已销号的问题", closed)
    counts.add("转入下年的问题", len(taken & {one.id for one in rolled}), len(rolled))
    counts.add("整改问题", closed + len(rolled), found)


def count_stages(state: CampaignState, counts: Counts) -> None:
    """Count the stages of the played campaign that are kept as done, and steps still to be done."""
    done = sum(one.state is StageState.DONE for one in state.campaign.stages)
    counts.add("已完成的阶段", done, len(Stage))
    counts.add("活动结束后还要办理的事项", len(next_steps(state, Days.NEXT_YEAR.value)), 0)


def count_papers(name: str, paths: tuple[Path, ...], wanted: int, counts: Counts) -> None:
    """Count the documents of one kind that are there and not empty."""
    there = sum(path.exists() and path.stat().st_size > 0 for path in paths)
    counts.add(f"《{name}》文件", there, wanted)
