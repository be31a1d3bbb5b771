"""What the reviews found: 问题清单, 反馈意见函 and 申辩复核决定."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from reviewer.campaign import rectification as steps
from reviewer.campaign.results import Result
from reviewer.model.feedback import Feedback, Objection, Rectification, RectificationState
from reviewer.reports.blocks import Report
from reviewer.reports.campaign.feedback_letter import feedback_letter
from reviewer.reports.campaign.inputs import FeedbackInput, Official, ProblemLine, ProblemsInput
from reviewer.reports.campaign.problem_list import problem_list
from reviewer.workspace.campaigns.papers.ground import Ground
from reviewer.workspace.campaigns.state import CampaignState

_FOUND = "待整改"


def problems_of(
    ground: Ground, state: CampaignState, made_on: date, unit: UUID | None = None
) -> Report:
    """Return the list of problems of one unit, or of all; a draft while results are open."""
    found = ground.final(state, unit)
    waiting = ground.results.waiting(state.campaign.id)
    pending = any(unit is None or state.row(case).unit == unit for case in waiting)
    return problem_list(
        ProblemsInput(
            state.campaign,
            problem_lines(ground, state, found),
            state.campaign.unit(unit).name if unit else "",
            made_on,
            pending or any(not one.score.complete for one in found),
        )
    )


def problem_lines(
    ground: Ground, state: CampaignState, results: Iterable[Result]
) -> tuple[ProblemLine, ...]:
    """Return each veto hit and each counted deduction, with what became of its rectification."""
    known = {one.id: one for one in state.rectifications}
    lines = []
    for one in results:
        stages = _stages(one)
        for found in steps.problems(state.campaign.id, _review(ground, state, one)):
            line = known.get(found.id, found)
            lines.append(_line(line, one.unit_name, stages.get(line.item, "")))
    return tuple(lines)


def feedback_of(ground: Ground, state: CampaignState, told: Feedback, head: Official) -> Report:
    """Return the letter to one unit, with the results as they were before any objection."""
    found = ground.as_told(state, told.unit)
    before = replace(state, records={**state.records, Rectification: ()})
    used = dict.fromkeys(one.standard.content_hash for one in found)
    by_hash = {one.standard.content_hash: one.standard for one in found}
    return feedback_letter(
        FeedbackInput(
            state.campaign,
            head,
            state.campaign.unit(told.unit).name,
            told,
            tuple(ground.case_result(state, one) for one in found),
            problem_lines(ground, before, found),
            tuple(by_hash[one] for one in used),
        )
    )


def objections_of(state: CampaignState) -> tuple[tuple[Feedback, Objection], ...]:
    """Return every objection with the feedback that it answers, in the order of the records."""
    return tuple((told, one) for told in state.feedback for one in told.objections)


def _review(ground: Ground, state: CampaignState, one: Result) -> steps.FinalReview:
    return steps.FinalReview(
        one.case, state.row(one.case).case_no, one.unit, one.standard, one.marks, one.score,
        lambda place: ground.label(one.case, place),
    )  # fmt: skip


def _stages(one: Result) -> dict[str, str]:
    """Return 责任环节 of each item: the part of the standard that it stands in."""
    names = {group.id: group.name for group in one.standard.groups}
    return {item.id: names.get(item.group, "") for item in one.standard.items}


def _line(found: Rectification, unit: str, stage: str) -> ProblemLine:
    planned = found.state is not RectificationState.OPEN
    return ProblemLine(
        case_no=found.case_no,
        category=found.category,
        problem=found.problem,
        basis=found.basis,
        pages=found.pages,
        stage=stage,
        requirement=found.requirement,
        responsible=found.responsible,
        due=found.due,
        state=found.state.value if planned else _FOUND,
        unit=unit,
    )
