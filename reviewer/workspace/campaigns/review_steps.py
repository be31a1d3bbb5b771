"""What is to be done next in the review and the 合议, as the board names it.  Pure."""

from collections.abc import Iterator

from reviewer.model.campaigns import Stage
from reviewer.model.casework import CaseState
from reviewer.model.draws import Duty
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled

Sentence = tuple[Stage, str, str, str, str]
"""Stage, word, sentence, act and action."""
_OPEN = (CaseState.WAITING, CaseState.REVIEWING, CaseState.TO_SIGN)


def review_sentences(state: CampaignState) -> Iterator[Sentence]:
    """Yield the steps of cases that are given out: 评查, then 合议."""
    chosen = set(sampled(state)) or {one.case for one in state.assignments}
    given = {
        one.case
        for one in state.assignments
        if not one.withdrawn and one.case in chosen and one.duty is not Duty.CALIBRATION
    }
    if not given:
        return
    received = not state.draws
    states = {one.case: one.state for one in state.progress}
    waiting = sum(states.get(case, CaseState.WAITING) in _OPEN for case in given)
    if waiting:
        said = f"分配的 {len(given)} 卷还有 {waiting} 卷没有评完签定"
        yield Stage.REVIEW, "评查", said, "评查任务", "tasks.open"
    elif received:
        said = f"分配的 {len(given)} 卷已评完签定，写出成果包交回组织单位"
        yield Stage.REVIEW, "评查", said, "写出", "package.list"
    if missing := sum(states.get(case) is CaseState.MISSING for case in chosen):
        said = f"{missing} 卷登记缺件，补到后继续评查，不能提供的可以调换"
        yield Stage.REVIEW, "缺件", said, "调卷", "files.open"
    disputed = sum(states.get(case) is CaseState.DISPUTED for case in given)
    if disputed:
        said = f"{disputed} 卷两份评查差异较大，待合议"
        yield Stage.ADJUDICATION, "合议", said, "排合议", "adjudication.open"
