"""Stages of the campaign and its drawn cases: what a step needs beyond the table of states."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from reviewer.campaign import states
from reviewer.campaign.dues import Timing, timing
from reviewer.campaign.machines import Actor
from reviewer.errors import Refused
from reviewer.model.campaigns import Campaign, Stage, StageDates, StageState
from reviewer.model.casework import CaseProgress

_BESIDE = MappingProxyType(
    {
        Stage.ADJUDICATION: Stage.REVIEW,
        Stage.FEEDBACK: Stage.ADJUDICATION,
        Stage.RECTIFICATION: Stage.BULLETIN,
    }
)
"""Stages that may begin while the one before still runs.

Disputes come up during the review, a unit gets its feedback as soon as its own cases are decided,
and notices of rectification do not wait for the bulletin.
"""
_ORDER = tuple(Stage)
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is known of a drawn case when a step is taken."""

    reviewers: int = 0
    """Reviewers who have it to score (初评、复评)."""
    finished: int = 0
    """Their reviews in which nothing is 待定."""
    signed: int = 0
    disputed: bool = False
    """Whether the signed reviews differ so much that the case is to be adjudicated."""
    adjudicated: bool = False
    """Whether the adjudication is closed and its review signed."""
    open_objections: int = 0
    """Objections that name the case and are not ended."""
    appeal_signed: bool = False
    """Whether the review of the round 申辩复核 is signed."""


def begin_stage(campaign: Campaign, stage: Stage, by: Actor) -> Campaign:
    """Return the campaign with `stage` running.

    Raises:
        Refused: a stage before it is not done, it runs already, or `by` may not.
    """
    waiting = [one for one in _ORDER[: _ORDER.index(stage)] if not _ready(campaign, stage, one)]
    return _stage(campaign, stage, states.BEGIN, by, blocked=waiting)


def finish_stage(
    campaign: Campaign, stage: Stage, by: Actor, on: date, open_work: Sequence[str] = ()
) -> Campaign:
    """Return the campaign with `stage` done `on` a day; `open_work` says what is still open.

    Raises:
        Refused: work is open, a stage before it is not done, or `by` may not.
    """
    waiting = [
        one
        for one in _ORDER[: _ORDER.index(stage)]
        if campaign.stage(one).state is not StageState.DONE
    ]
    after = _stage(campaign, stage, states.FINISH, by, blocked=waiting, open_work=open_work)
    done = replace(after.stage(stage), done=on)
    return replace(after, stages=_with(after.stages, done))


def reopen_stage(campaign: Campaign, stage: Stage, by: Actor, reason: str) -> Campaign:
    """Return the campaign with a finished `stage` running again.

    Raises:
        Refused: a later stage is finished: that one comes first; no reason; or `by` may not.
    """
    later = [
        one
        for one in _ORDER[_ORDER.index(stage) + 1 :]
        if campaign.stage(one).state is StageState.DONE
    ]
    if later and campaign.stage(stage).state is StageState.DONE:
        raise Refused(
            f"“{later[-1]}”阶段已经完成，不能先重新打开“{stage}”。",
            f"请先重新打开“{later[-1]}”阶段。",
        )
    return _stage(campaign, stage, states.REOPEN, by, note=reason)


def stage_timings(campaign: Campaign, today: date) -> Mapping[Stage, Timing]:
    """Return how the deadline of each stage that is not done stands today, in their order."""
    return {
        one.stage: timing(one.due, today)
        for one in campaign.stages
        if one.state is not StageState.DONE
    }


def _ready(campaign: Campaign, stage: Stage, before: Stage) -> bool:
    state = campaign.stage(before).state
    if _BESIDE.get(stage) is before:
        return state is not StageState.WAITING
    # Beside 合议 the review itself may still run, when the feedback begins for one unit.
    beside = _BESIDE.get(_BESIDE.get(stage, stage))
    return state is StageState.DONE or (beside is before and state is StageState.RUNNING)


def _stage(
    campaign: Campaign,
    stage: Stage,
    action: str,
    by: Actor,
    *,
    note: str = "",
    blocked: Sequence[Stage] = (),
    open_work: Sequence[str] = (),
) -> Campaign:
    now = campaign.stage(stage)
    state, told = states.STAGES.take(now.state, action, by, note)
    if blocked:
        raise Refused(
            f"“{stage}”阶段还不能{action}：{'、'.join(f'“{one}”' for one in blocked)}没有完成。",
            f"请先完成“{blocked[0]}”阶段。",
        )
    if open_work:
        rest = f"等 {len(open_work)} 项" if len(open_work) > _SHOWN else ""
        shown = "；".join(one.rstrip("。") for one in open_work[:_SHOWN])
        raise Refused(f"“{stage}”阶段还不能完成：{shown}{rest}。", "请先办完上述事项。")
    after = replace(now, state=state, done=None, history=(*now.history, told))
    return replace(campaign, stages=_with(campaign.stages, after))


def _with(stages: tuple[StageDates, ...], after: StageDates) -> tuple[StageDates, ...]:
    """Return the stages with one replaced or added, in the order of the campaign."""
    by_stage = {one.stage: one for one in stages} | {after.stage: after}
    return tuple(by_stage[one] for one in _ORDER if one in by_stage)


def move_case(
    progress: CaseProgress, action: str, by: Actor, facts: CaseFacts, note: str = ""
) -> CaseProgress:
    """Return the progress of a case after `action`.

    Raises:
        Refused: the state, the role or the facts of the case do not allow it.
    """
    state, told = states.CASES.take(progress.state, action, by, note)
    why, remedy = _GUARDS.get(action, _free)(facts)
    if why:
        raise Refused(f"本案卷不能{action}：{why}。", remedy)
    return replace(progress, state=state, history=(*progress.history, told))


Guard = Callable[[CaseFacts], tuple[str, str]]


def _free(_facts: CaseFacts) -> tuple[str, str]:
    return "", ""


def _assigned(facts: CaseFacts) -> tuple[str, str]:
    return ("", "") if facts.reviewers else ("还没有分配评查人", "请先在“分组”中分配评查人。")


def _finished(facts: CaseFacts) -> tuple[str, str]:
    if facts.reviewers and facts.finished >= facts.reviewers:
        return "", ""
    return (
        f"应评 {facts.reviewers} 份，评完 {facts.finished} 份",
        "请把待定的评查项和否决项评完。",
    )


def _all_signed(facts: CaseFacts) -> tuple[str, str]:
    if facts.reviewers and facts.signed >= facts.reviewers:
        return "", ""
    return f"应签 {facts.reviewers} 份，已签 {facts.signed} 份", "请评查人先签定各自的评查表。"


def _settled(facts: CaseFacts) -> tuple[str, str]:
    why = _all_signed(facts)
    if not why[0] and facts.disputed and not facts.adjudicated:
        return "两份评查结果差异较大", f"请{states.DISPUTE}。"
    return why


def _none_signed(facts: CaseFacts) -> tuple[str, str]:
    if facts.signed:
        return f"已有 {facts.signed} 份签定", "签定的评查表不再修改；如有争议，请提交合议。"
    return "", ""


def _adjudicated(facts: CaseFacts) -> tuple[str, str]:
    if facts.adjudicated:
        return "", ""
    return "合议还没有结束或者合议评查表没有签定", "请完成合议记录并签定。"


def _objected(facts: CaseFacts) -> tuple[str, str]:
    if facts.open_objections:
        return "", ""
    return "没有针对本案卷的申辩", "请先登记被评查单位的申辩。"


def _appeal_decided(facts: CaseFacts) -> tuple[str, str]:
    if facts.appeal_signed or not facts.open_objections:
        return "", ""
    return "申辩复核的评查表没有签定", "请先签定，或者登记申辩已撤回。"


def _no_objection(facts: CaseFacts) -> tuple[str, str]:
    if facts.open_objections:
        return f"还有 {facts.open_objections} 件申辩没有办结", f"请先{states.APPEAL}。"
    return "", ""


_GUARDS: Mapping[str, Guard] = MappingProxyType(
    {
        states.START: _assigned,
        states.COMPLETE: _finished,
        states.SEND_BACK: _none_signed,
        states.SIGN: _settled,
        states.DISPUTE: _all_signed,
        states.ADJUDICATE: _adjudicated,
        states.APPEAL: _objected,
        states.DECIDE_APPEAL: _appeal_decided,
        states.FINALISE: _no_objection,
    }
)
