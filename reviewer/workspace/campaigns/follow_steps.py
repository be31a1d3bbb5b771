"""How far 评查, 合议, 反馈申辩, 通报 and 整改 are by the records, and what is next.  Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from reviewer.campaign import feedback as steps
from reviewer.campaign.rectification import UNFINISHED, WITH_UNIT
from reviewer.model.campaigns import Stage, StageState
from reviewer.model.casework import CaseState
from reviewer.model.feedback import Feedback, FeedbackState, Rectification, RectificationState
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled

FOLLOWING = tuple(Stage)[tuple(Stage).index(Stage.REVIEW) :]
_DECIDED = frozenset({CaseState.DECIDED, CaseState.APPEAL, CaseState.FINAL})
_REVIEWED = _DECIDED | {CaseState.DISPUTED, CaseState.REPLACED, CaseState.DROPPED}
_SETTLED = _REVIEWED - {CaseState.DISPUTED}
_R = RectificationState
_NOT_COUNTED = frozenset({_R.WITHDRAWN, _R.ROLLED})
Sentence = tuple[Stage, str, str, str, str]
"""Stage, two characters, sentence, what the link says, id of the action."""


def has_results(state: CampaignState) -> bool:
    """Return whether there is something to tell units of, or left open from last year."""
    return has_decided(state) or bool(state.rectifications)


def has_decided(state: CampaignState) -> bool:
    """Return whether a case of this campaign has its result."""
    return bool(state.feedback) or any(one.state in _DECIDED for one in state.progress)


def stage_state(state: CampaignState, stage: Stage) -> StageState:
    """Return how far 评查 or a stage after it is, as the records show; 通报 is as it is kept.

    Where nothing was drawn, as at a reviewer's desk, so are all.  What was kept as done and is
    open again by the records, such as by a failed 回头看, runs again.
    """
    kept = state.campaign.stage(stage).state
    if stage is Stage.BULLETIN or not state.draws:
        return kept
    begun, done = _SIGNS[stage](state)
    return StageState.DONE if done else StageState.RUNNING if begun else kept


def is_final(state: CampaignState) -> bool:
    """Return whether the feedback of every unit of which cases were drawn is final."""
    units = {state.row(case).unit for case in sampled(state)}
    final = {one.unit for one in state.feedback if one.state is FeedbackState.FINAL}
    return bool(units) and units <= final


def stage_due(state: CampaignState, stage: Stage) -> date | None:
    """Return the last day of a stage; of 整改 that of the first 回头看 once only these are left."""
    if stage is Stage.RECTIFICATION and not any(one.state in UNFINISHED for one in _counted(state)):
        looks = planned_looks(state)
        if looks:
            return min(looks)
    return state.campaign.stage(stage).due


def planned_looks(state: CampaignState) -> list[date]:
    """Return the days of the 回头看 that are planned and not held."""
    return [
        one.revisit_due
        for one in state.rectifications
        if one.state is _R.CLOSED and one.revisit_due is not None
    ]


def _states(state: CampaignState) -> list[CaseState]:
    known = {one.case: one.state for one in state.progress}
    return [known.get(case, CaseState.WAITING) for case in sampled(state)]


def _review(state: CampaignState) -> tuple[bool, bool]:
    found = _states(state)
    begun = any(one is not CaseState.WAITING for one in found)
    return begun, begun and all(one in _REVIEWED for one in found)


def _adjudication(state: CampaignState) -> tuple[bool, bool]:
    found = _states(state)
    begun = bool(state.adjudications) or CaseState.DISPUTED in found
    return begun, bool(found) and all(one in _SETTLED for one in found)


def _feedback(state: CampaignState) -> tuple[bool, bool]:
    begun = any(one.state is not FeedbackState.DRAFT for one in state.feedback)
    return begun, begun and is_final(state)


def _counted(state: CampaignState) -> list[Rectification]:
    return [one for one in state.rectifications if one.state not in _NOT_COUNTED]


def _rectification(state: CampaignState) -> tuple[bool, bool]:
    """Return the signs; what last year left open begins nothing: its notice went out then."""
    counted, final = _counted(state), is_final(state)
    listed = final and not _unlisted(state)
    begun = any(one.state is not _R.OPEN for one in counted if one.origin is None or final)
    begun = begun or (listed and not counted)
    left = any(one.state in UNFINISHED for one in counted) or bool(planned_looks(state))
    return begun, begun and not left and listed


def _unlisted(state: CampaignState) -> int:
    """Return how many units have their result, but their problems were not listed since."""
    return sum(one.state is FeedbackState.FINAL and not one.listed for one in state.feedback)


_SIGNS: Mapping[Stage, Callable[[CampaignState], tuple[bool, bool]]] = MappingProxyType(
    {
        Stage.REVIEW: _review,
        Stage.ADJUDICATION: _adjudication,
        Stage.FEEDBACK: _feedback,
        Stage.RECTIFICATION: _rectification,
    }
)
"""Whether a stage has begun and whether it is over."""


def next_sentences(state: CampaignState, today: date) -> Iterator[Sentence]:
    """Yield what is next of 反馈申辩, 通报 and 整改."""
    if has_decided(state):
        yield from _next_feedback(state, today)
        yield from _next_bulletin(state)
    yield from next_rectification(state, today)


def _next_feedback(state: CampaignState, today: date) -> Iterator[Sentence]:
    stage, act, word = Stage.FEEDBACK, "feedback.open", "反馈"
    drawn = {state.row(case).unit for case in sampled(state)}
    sent = {one.unit for one in state.feedback if one.state is not FeedbackState.DRAFT}
    if waiting := len(drawn - sent):
        yield stage, word, f"{waiting} 个单位的反馈意见待送达", "送达", act
    unsigned = [one for one in state.feedback
                if one.state is FeedbackState.SENT and one.received_on is None
                and one.objection_until is None]  # fmt: skip
    if unsigned:
        yield stage, word, f"{len(unsigned)} 个单位的反馈意见待登记签收", "登记", act
    open_ones = [told for one in state.feedback for told in steps.open_objections(one)]
    if open_ones:
        due = min((one.decide_until for one in state.feedback if one.decide_until), default=None)
        said = f"{len(open_ones)} 件申辩待复核" + (f"，最早 {due:%m-%d} 到期" if due else "")
        yield stage, "申辩", said, "复核", act
    ready = [one for one in state.feedback if _may_end(one, today)]
    if ready:
        yield stage, word, f"{len(ready)} 个单位申辩期满，可以终定", "终定", act


def _may_end(one: Feedback, today: date) -> bool:
    """Return whether nothing keeps the feedback from being final.

    Objections may come, and be answered, before anybody kept the day of receipt.
    """
    if one.state in (FeedbackState.DRAFT, FeedbackState.FINAL) or steps.open_objections(one):
        return False
    until = one.objection_until
    return one.state is not FeedbackState.SENT if until is None else today > until


def _next_bulletin(state: CampaignState) -> Iterator[Sentence]:
    done = state.campaign.stage(Stage.BULLETIN).state is StageState.DONE
    if is_final(state) and not done:
        said = "各单位反馈意见已终定，可以写出评查情况通报"
        yield Stage.BULLETIN, "通报", said, "写出", "bulletin.open"


def next_rectification(state: CampaignState, today: date) -> Iterator[Sentence]:
    """Yield what is next of 整改; what last year left open comes before any draw."""
    stage, act, word = Stage.RECTIFICATION, "rectification.open", "整改"
    if number := _unlisted(state):
        yield stage, word, f"{number} 个单位的结果已定，可以列出整改问题", "列出", act
    told = state.rectifications
    if number := sum(one.state is _R.OPEN for one in told):
        yield stage, word, f"{number} 项整改待下达通知", "下达", act
    yield from _with_units(told, today)
    if number := sum(one.state is _R.REPORTED for one in told):
        yield stage, word, f"{number} 项整改报告待审核", "审核", act
    yield from _looks(state, today)


def _with_units(told: Sequence[Rectification], today: date) -> Iterator[Sentence]:
    """Yield what units have to report: this year's and what last year left open apart."""
    stage = Stage.RECTIFICATION
    for rolled, before in ((False, ""), (True, "上年转入的 ")):
        due = [one.due for one in told if one.state in WITH_UNIT
               and one.due is not None and (one.origin is not None) is rolled]  # fmt: skip
        late = [day for day in due if day < today]
        if late:
            said = f"{before}{len(late)} 项整改逾期未报，最长 {(today - min(late)).days} 天"
            yield stage, "逾期", said, "查看", "rectification.late"
        if number := len(due) - len(late):
            first = min(day for day in due if day >= today)
            said = f"{before}{number} 项整改由单位办理，最早 {first:%m-%d} 到期"
            yield stage, "整改", said, "查看", "rectification.open"


def _looks(state: CampaignState, today: date) -> Iterator[Sentence]:
    stage, act = Stage.RECTIFICATION, "rectification.revisit"
    looks = planned_looks(state)
    late = [day for day in looks if day < today]
    if late:
        said = f"{len(late)} 项回头看逾期，最长 {(today - min(late)).days} 天"
        yield stage, "逾期", said, "办理", act
    if number := looks.count(today):
        yield stage, "整改", f"{number} 项今天回头看", "办理", act
    if later := [day for day in looks if day > today]:
        said = f"{len(later)} 项已销号，待回头看，最早 {min(later):%m-%d}"
        yield stage, "整改", said, "查看", act
