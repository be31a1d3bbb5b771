"""Where a campaign stands and what comes next: the values of the page 活动.  Pure.

Only steps that this program can take are named.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.model.campaigns import Stage, StageState
from reviewer.model.casework import GivenRow
from reviewer.workspace.campaigns.follow_steps import (
    FOLLOWING,
    has_decided,
    next_rectification,
    next_sentences,
    stage_due,
    stage_state,
)
from reviewer.workspace.campaigns.groups_view import barred_cases, lacking
from reviewer.workspace.campaigns.review_steps import Sentence, review_sentences
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import newest, sampled

_SOON = 3
"""Days before a deadline from which it is told."""


@dataclass(frozen=True, slots=True)
class StageView:
    """One of the nine stages."""

    number: int
    stage: Stage
    state: StageState
    day: str
    """Such as 03-28 or 04-30 止; empty without a deadline."""
    late: int = 0
    """Days past the deadline."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something to be done next, with the action that does it."""

    word: str
    """Two characters before the sentence."""
    sentence: str
    act: str
    """What the link says."""
    action: str
    """Id of the action."""
    tone: str = ""
    """`red` when late."""


@dataclass(frozen=True, slots=True)
class UnitView:
    """What has come of a unit so far."""

    name: str
    rows: int
    """In the ledger."""
    drawn: int
    members: int
    """Reviewers who come from it."""


def unit_views(state: CampaignState) -> tuple[UnitView, ...]:
    """Return the units in the order of the set-up."""
    rows = state.ledger.rows if state.ledger else ()
    counts = Counter(row.unit for row in rows)
    chosen = set(sampled(state))
    drawn_rows = newest(state)[1].rows if state.draws else ()
    drawn = Counter(row.unit for row in drawn_rows if row.case in chosen)
    people = Counter(member.unit for member in state.campaign.members)
    return tuple(
        UnitView(unit.name, counts[unit.id], drawn[unit.id], people[unit.id])
        for unit in state.campaign.units
    )


def stage_views(state: CampaignState, today: date) -> tuple[StageView, ...]:
    """Return the nine stages as they stand."""
    return tuple(_view(state, number, stage, today) for number, stage in enumerate(Stage, 1))


def next_steps(state: CampaignState, today: date) -> tuple[NextStep, ...]:
    """Return what is to be done next, late ones first."""
    steps = [_dated(one, stage, state, today) for stage, one in _steps(state, today)]
    return tuple(sorted(steps, key=lambda one: one.tone != "red"))


def _view(state: CampaignState, number: int, stage: Stage, today: date) -> StageView:
    kept = state.campaign.stage(stage)
    now = _state(state, stage)
    if now is StageState.DONE:
        return StageView(number, stage, now, f"{kept.done:%m-%d}" if kept.done else "")
    due = stage_due(state, stage)
    if due is None:
        return StageView(number, stage, now, "")
    late = max(0, (today - due).days)
    said = f"{due:%m-%d} 止" if due == kept.due else f"回头看 {due:%m-%d}"
    return StageView(number, stage, now, said, late)


def _state(state: CampaignState, stage: Stage) -> StageState:
    """Return the state as kept; 台账, 抽取 and 分组 also run or end by what was done in them."""
    kept = state.campaign.stage(stage).state
    if stage in FOLLOWING:
        return stage_state(state, stage)
    if kept is StageState.DONE:
        return kept
    ledger = state.ledger
    if stage is Stage.LEDGER and ledger is not None:
        return StageState.RUNNING if ledger.frozen_at is None else StageState.DONE
    if stage is Stage.DRAW and ledger is not None and ledger.frozen_at is not None:
        drawn = any(one.ledger == ledger.id for one in state.draws)
        return StageState.DONE if drawn else StageState.RUNNING
    if stage is Stage.GROUPS and state.draws:
        return StageState.RUNNING if lacking(state) else StageState.DONE
    return kept


def _steps(state: CampaignState, today: date) -> Iterator[tuple[Stage, NextStep]]:
    if state.ledger is None and state.of(GivenRow):
        # A reviewer's desktop: what the organiser does is done elsewhere.
        yield from (_named(one) for one in review_sentences(state))
        return
    if state.campaign.stage(Stage.NOTICE).state is not StageState.DONE:
        said = "通知印发后在此登记，台账报送随即开始"
        yield Stage.NOTICE, NextStep("通知", said, "登记印发", "campaign.notice")
    if (first := _before_draw(state)) is not None:
        yield first
        yield from map(_named, next_rectification(state, today))
        return
    yield from _group_steps(state, today)
    if not has_decided(state):
        said = f"已抽 {len(sampled(state))} 卷，调卷后导入电子卷；不能提供的可以调换"
        yield Stage.DRAW, NextStep("抽取", said, "调卷", "files.open")
    yield from map(_named, (*review_sentences(state), *next_sentences(state, today)))


def _before_draw(state: CampaignState) -> tuple[Stage, NextStep] | None:
    """Return what the draw of the newest ledger still waits for; None when it is drawn."""
    campaign, ledger = state.campaign, state.ledger
    if ledger is None or not ledger.rows:
        said = f"{len(campaign.units)} 个单位尚未报送台账，可先写出模板随通知下发"
        return Stage.LEDGER, NextStep("台账", said, "收台账", "ledger.open")
    if ledger.frozen_at is None:
        sent = {row.unit for row in ledger.rows}
        waiting = [unit.name for unit in campaign.units if unit.id not in sent]
        if waiting:
            more = f"等 {len(waiting)} 个单位" if len(waiting) > 1 else ""
            said = f"{waiting[0]}{more}尚未报送台账"
        else:
            said = f"{len(sent)} 个单位的台账已收齐，核对后冻结"
        return Stage.LEDGER, NextStep("台账", said, "收台账" if waiting else "核对", "ledger.open")
    if not any(one.ledger == ledger.id for one in state.draws):
        said = f"台账已冻结，共 {len(ledger.rows):,} 件，可以抽取"
        return Stage.DRAW, NextStep("抽取", said, "抽取", "draw.open")
    return None


def _named(one: Sentence) -> tuple[Stage, NextStep]:
    stage, word, said, act, action = one
    return stage, NextStep(word, said, act, action, "red" if word == "逾期" else "")


def _group_steps(state: CampaignState, today: date) -> Iterator[tuple[Stage, NextStep]]:
    if not state.campaign.members:
        said = "还没有登记评查人，登记后分组"
        yield Stage.GROUPS, NextStep("分组", said, "登记", "campaign.setup")
        return
    if open_ones := lacking(state):
        begun = any(not one.withdrawn for one in state.assignments)
        said = (
            f"还有 {open_ones} 卷没有分配完评查人"
            if begun
            else f"抽中的 {open_ones} 卷尚未分配评查人"
        )
        yield Stage.GROUPS, NextStep("分组", said, "分配", "groups.open")
    if barred := barred_cases(state, today):
        said = f"{barred} 卷的评查人须回避，请改派"
        yield Stage.GROUPS, NextStep("回避", said, "改派", "groups.open", "amber")


def _dated(step: NextStep, stage: Stage, state: CampaignState, today: date) -> NextStep:
    due = stage_due(state, stage)
    if due is None or step.tone or _state(state, stage) is StageState.DONE:
        return step
    left = (due - today).days
    if left < 0:
        said = f"{step.sentence}；{stage}阶段已逾期 {-left} 天"
        return NextStep("逾期", said, step.act, step.action, "red")
    if left <= _SOON:
        when = "今天到期" if not left else f"还有 {left} 天"
        said = f"{step.sentence}，{when}"
        return NextStep(step.word, said, step.act, step.action, "amber" if not left else "")
    return step
