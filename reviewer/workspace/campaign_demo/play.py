"""The demonstration of a whole campaign, from the set-up to the next year's.

It goes the way people go, through the same services: an organiser and two review groups, each
with a data folder of its own, who see of each other only packages and papers.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID

from reviewer.model.draws import Duty
from reviewer.progress import Progress, Silent
from reviewer.proof.campaign import CampaignCase, make_campaign_case
from reviewer.workspace.campaign_demo import (
    afterwards,
    beginning,
    correcting,
    counting,
    publishing,
)
from reviewer.workspace.campaign_demo.counting import Count, Counts
from reviewer.workspace.campaign_demo.desks import GroupDone, GroupWork, desk, work_group
from reviewer.workspace.campaign_demo.setting import (
    FULL,
    GROUPS,
    SEED,
    Clock,
    Days,
    Size,
)
from reviewer.workspace.campaigns.package_views import Decision, Standing
from reviewer.workspace.campaigns.papers import FORMS, PaperKind
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled
from reviewer.workspace.demo import clear
from reviewer.workspace.workspace import Workspace

DATA = "资料库-组织单位"
WORK = "过程"
_LEDGERS, _CASES, _PACKAGES, _FORMS = "台账", "案卷", "任务包和成果包", "整改报送"
_WORKERS = 2


@dataclass(frozen=True, slots=True)
class CampaignDemo:
    """What was played."""

    counts: tuple[Count, ...]
    documents: tuple[Path, ...]
    data_folder: Path
    """The organiser's, to be opened in the window."""
    notes: tuple[str, ...]
    """What the roll-over could not take over."""

    @property
    def wrong(self) -> tuple[Count, ...]:
        """Return the figures that are not what they should be; a lost record shows here."""
        return tuple(one for one in self.counts if not one.is_right)


@dataclass(slots=True)
class _Play:
    """The demonstration while it runs."""

    folder: Path
    size: Size
    seed: int
    progress: Progress
    parallel: bool
    clock: Clock = field(default_factory=Clock)
    counts: Counts = field(default_factory=Counts)
    documents: list[Path] = field(default_factory=list)

    @property
    def data(self) -> Path:
        """Return the organiser's data folder."""
        return self.folder / DATA

    def inside(self, name: str) -> Path:
        """Return a folder of what goes to and fro, made when it is missing."""
        path = self.folder / WORK / name
        path.mkdir(parents=True, exist_ok=True)
        return path


def play_campaign(
    folder: Path,
    size: Size = FULL,
    seed: int = SEED,
    progress: Progress | None = None,
    *,
    parallel: bool = True,
) -> CampaignDemo:
    """Play a whole campaign below `folder`; documents stand there under their Chinese names.

    With `parallel`, the case files are made and the two groups review in two processes.

    Raises:
        UserError: `folder` holds something that is not a demonstration, or cannot be written to.
    """
    play = _Play(folder, size, seed, progress or Silent(), parallel)
    mine = [kind.value for kind in PaperKind]
    groups = [f"资料库-{group}" for group in GROUPS]
    clear(
        folder, (DATA, *groups, WORK, *mine, *(f"{name}{form}" for name in mine for form in FORMS))
    )
    play.progress.report(0, 0, "正在建立活动、收台账")
    with desk(play.data, play.clock) as workspace:
        state = _begin(play, workspace)
    works = _hand_out(play, state)
    _review(play, works)
    with desk(play.data, play.clock) as workspace:
        notes = _end(play, workspace, state.campaign.id)
    return CampaignDemo(tuple(play.counts.lines), tuple(play.documents), play.data, notes)


def _begin(play: _Play, workspace: Workspace) -> CampaignState:
    """Go from the set-up to the assignment at the organiser's desk."""
    clock, counts, size = play.clock, play.counts, play.size
    state = beginning.set_up(workspace, size, clock)
    campaign = state.campaign.id
    _write(play, workspace, campaign, (PaperKind.NOTICE,), Days.NOTICE)
    made = beginning.take_ledgers(workspace, state, size, play.seed, play.inside(_LEDGERS), clock)
    counts.add("台账案件", len(made), size.units * size.rows)
    state = beginning.draw(workspace, campaign, size, clock)
    counts.add("抽中案卷", len(sampled(state)), size.cases)
    _verify(play, workspace, campaign)
    state = beginning.replace_one(workspace, state, clock)
    counts.add("调换案卷", len(state.replacements), 1)
    play.progress.report(0, size.cases, "正在制作抽中的虚构案卷")
    cases = [made[state.row(case).key] for case in sampled(state)]
    files = _make(play, cases)
    delivered = beginning.deliver(workspace, state, files, play.progress, clock)
    counts.add("导入案卷", delivered.imported, size.cases)
    counts.add("按文号并入抽中案卷", delivered.joined, size.cases)
    beginning.assign(workspace, state, size, clock)
    _write(play, workspace, campaign, (PaperKind.GROUPS, PaperKind.DRAW), Days.ASSIGNMENT)
    return workspace.campaigns.setup.state(campaign)


def _verify(play: _Play, workspace: Workspace, campaign: UUID) -> None:
    """Let another data folder draw again from the record and the exported ledger."""
    record = play.folder / f"{PaperKind.DRAW}.json"
    ledger = play.inside(_LEDGERS) / "冻结的台账.xlsx"
    workspace.campaigns.draw.write_record(campaign, record)
    workspace.campaigns.ledger.export(campaign, ledger)
    with desk(play.folder / f"资料库-{GROUPS[0]}", play.clock) as other:
        found = beginning.verify(other, record, ledger)
    play.counts.add("另一台电脑核验抽取不一致处", len(found.differences), 0)


def _make(play: _Play, cases: Sequence[CampaignCase]) -> list[Path]:
    folder = play.inside(_CASES)
    arguments = [(folder, play.seed, one.unit, one.number, play.size.only) for one in cases]
    if not play.parallel:
        return [make_campaign_case(*some) for some in arguments]
    with ProcessPoolExecutor(_WORKERS, get_context("spawn")) as pool:
        jobs = [pool.submit(make_campaign_case, *some) for some in arguments]
        found = []
        for at, job in enumerate(jobs):
            play.progress.report(at, len(jobs), "正在制作抽中的虚构案卷")
            found.append(job.result())
        return found


def _hand_out(play: _Play, state: CampaignState) -> list[tuple[GroupWork, GroupWork]]:
    """Write the task package of each group; return its two goes: calibration, then review."""
    packages, campaign = play.inside(_PACKAGES), state.campaign.id
    works = []
    with desk(play.data, play.clock) as workspace:
        for group in GROUPS:
            people = [one.person for one in state.campaign.members if one.group == group]
            task = packages / f"任务包_{group}.zip"
            workspace.campaigns.packages.write_task(campaign, people, task, Silent())
            own = play.folder / f"资料库-{group}"
            first = GroupWork(
                own, task, packages / f"成果包_{group}_校准.zip", campaign, group,
                (Duty.CALIBRATION,), Days.CALIBRATION, play.seed,
            )  # fmt: skip
            second = GroupWork(
                own, None, packages / f"成果包_{group}.zip", campaign, group,
                (Duty.FIRST, Duty.SECOND), Days.REVIEW, play.seed,
            )  # fmt: skip
            works.append((first, second))
    return works


def _review(play: _Play, works: list[tuple[GroupWork, GroupWork]]) -> None:
    """Let both groups calibrate and then review, and take each package in with its preview."""
    for at, label in enumerate(("正在校准评分", "两个评查组正在评查")):
        play.progress.report(at, 2, label)
        done = list(_at_desks(play, [pair[at] for pair in works]))
        play.clock.go_to((Days.CALIBRATION, Days.RETURN)[at], 17)
        with desk(play.data, play.clock) as workspace:
            conflicts = sum(_take_in(workspace, pair[at].result) for pair in works)
        if at:
            play.counts.add("两个评查组签定的评查表", sum(one.reviews for one in done))
            play.counts.add("两台电脑都改动、由人决定的记录", conflicts)


def _at_desks(play: _Play, works: list[GroupWork]) -> Iterator[GroupDone]:
    if not play.parallel:
        yield from map(work_group, works)
        return
    with ProcessPoolExecutor(_WORKERS, get_context("spawn")) as pool:
        yield from pool.map(work_group, works)


def _take_in(workspace: Workspace, path: Path) -> int:
    """Read a result package in; where both desktops changed a record, the one here stays.

    That is how far a case has come, which follows from its reviews again afterwards.
    """
    packages = workspace.campaigns.packages
    preview = packages.preview(path)
    clashing = [row.id for row in preview.rows if row.standing is Standing.CONFLICT]
    packages.merge(path, Silent(), dict.fromkeys(clashing, Decision.MINE))
    return len(clashing)


def _end(play: _Play, workspace: Workspace, campaign: UUID) -> tuple[str, ...]:
    """Go from the returned reviews to next year's campaign."""
    clock, counts, campaigns = play.clock, play.counts, workspace.campaigns
    state = campaigns.reviewing.catch_up(campaign)
    counting.count_reviews(workspace, state, counts)
    counts.add("校准的评查项", len(campaigns.reviewing.calibration(campaign)))
    held = afterwards.adjudicate(workspace, campaign, play.progress, clock)
    counts.add("合议案卷", held)
    counts.add("合议后仍待合议", len(campaigns.adjudicating.queue(campaign)), 0)
    _write(play, workspace, campaign, (PaperKind.MINUTES,), Days.MEETING)
    afterwards.tell(workspace, campaign, clock)
    _write(play, workspace, campaign, (PaperKind.FEEDBACK,), Days.FEEDBACK)
    afterwards.object_and_decide(workspace, campaign, clock)
    state = afterwards.finalise(workspace, campaign, clock)
    counting.count_results(workspace, state, counts)
    publishing.word_bulletin(workspace, campaign, clock)
    _write(play, workspace, campaign, _WITH_BULLETIN, Days.BULLETIN)
    publishing.issue_bulletin(workspace, campaign, clock)
    done = correcting.correct(workspace, campaign, play.inside(_FORMS), play.progress, clock)
    counts.add("报回整改的问题", done.reported)
    counts.add("退回补正的问题", done.sent_back)
    counts.add("回头看通过的问题", done.revisited)
    clock.go_to(Days.YEAR_END)
    counts.add("年度报告素材未填的数字", publishing.fill_annual(workspace, campaign), 0)
    _write(play, workspace, campaign, _AT_THE_END, Days.YEAR_END)
    rolled = afterwards.roll_over(workspace, campaign, clock)
    last, following = (campaigns.setup.state(one) for one in (campaign, rolled.campaign.id))
    counting.count_rectifications(last, following, done.problems, counts)
    counting.count_stages(last, counts)
    return rolled.notes


_WITH_BULLETIN = (
    PaperKind.SHEETS,
    PaperKind.OBJECTIONS,
    PaperKind.OPINIONS,
    PaperKind.PROBLEMS,
    PaperKind.SUMMARY,
    PaperKind.BULLETIN,
)
_AT_THE_END = (PaperKind.NOTICES, PaperKind.LEDGER, PaperKind.CLOSINGS, PaperKind.ANNUAL)


def _write(
    play: _Play, workspace: Workspace, campaign: UUID, kinds: Sequence[PaperKind], day: Days
) -> None:
    """Write documents of some kinds as they would be written on a day, and count them."""
    papers = workspace.campaigns.papers
    offered = {one.kind: one.count for one in papers.offers(campaign)}
    for kind in kinds:
        forms = play.size.forms
        found = papers.write(campaign, {kind}, play.folder, play.progress, forms, day.value)
        # Only the summary is a workbook too.
        each = len(forms) - (kind is not PaperKind.SUMMARY)
        counting.count_papers(kind.value, found, offered[kind] * each, play.counts)
        play.documents += found
