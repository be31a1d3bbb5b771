"""What keeps an assignment or a conflict from being kept, in sentences.  Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from reviewer.campaign.assignment import Moved, Proposal, Terms
from reviewer.campaign.ownership import barriers
from reviewer.errors import Refused, UserError
from reviewer.model.campaigns import Conflict
from reviewer.model.draws import Assignment, Duty
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled, settled_cases

_SHOWN = 5
_AGAIN = "请重新提出分配方案。"


def all_standing(state: CampaignState) -> list[Assignment]:
    """Return the assignments of drawn cases that stand."""
    chosen = set(sampled(state))
    return [one for one in state.assignments if not one.withdrawn and one.case in chosen]


def keeping(state: CampaignState, terms: Terms, moved: Iterable[Moved]) -> Terms:
    """Return the terms with what stands already and is not moved."""
    gone = {one.assignment.id for one in moved}
    kept = tuple(one for one in all_standing(state) if one.id not in gone)
    return replace(terms, kept=kept, settled=settled_cases(state))


def moved_line(state: CampaignState, moved: Sequence[Moved]) -> str:
    """Return who is taken off which cases, without a stop; empty without any."""
    if not moved:
        return ""
    shown = [
        f"{state.row(one.assignment.case).case_no}（{one.reason.rstrip('。')}）"
        for one in moved[:_SHOWN]
    ]
    rest = f"等 {len(moved)} 项" if len(moved) > _SHOWN else ""
    return f"因须回避改派：{'；'.join(shown)}{rest}"


def with_assignments(state: CampaignState, records: Iterable[object]) -> CampaignState:
    """Return the state with these assignments kept; other records among them are left out."""
    given = {one.id: one for one in records if isinstance(one, Assignment)}
    known = [given.pop(one.id, one) for one in state.assignments]
    kept = {**state.records, Assignment: (*known, *given.values())}
    return CampaignState(state.campaign, kept, state.numbers)


def require_current(state: CampaignState, proposal: Proposal, on: date) -> None:
    """Refuse a proposal that the campaign has moved away from."""
    given = proposal.assignments
    if not proposal.changes:
        raise Refused("分配方案中没有新的分配。", "案卷均已分配，需要改动的请人工调整。")
    chosen, members = set(sampled(state)), {one.person: one for one in state.campaign.members}
    standing, moved = all_standing(state), {one.assignment.id for one in proposal.moved}
    barred = {one.id for one, _ in barred_of(state, on)}
    if not moved <= barred:
        raise Refused("提出分配方案以后，分配或者回避有变动。", _AGAIN)
    taken = _places(one for one in standing if one.id not in moved)
    for one in given:
        if one.case not in chosen or one.person not in members:
            raise Refused("提出分配方案以后，案卷或者评查人有变动。", _AGAIN)
        if _places([one]) & taken:
            raise Refused(f"{state.row(one.case).case_no} 已另行分配。", _AGAIN)
        if why := barriers(state.campaign, members[one.person], state.row(one.case), on):
            raise Refused(f"分配方案已不能采用：{why[0].reason}", _AGAIN)


def _places(given: Iterable[Assignment]) -> set[tuple[object, ...]]:
    """Return what each assignment fills: a duty of a case, and who is on the case."""
    found: set[tuple[object, ...]] = set()
    for one in given:
        if one.duty is Duty.CALIBRATION:
            found.add((one.case, one.person, one.duty))
        else:
            found |= {(one.case, one.duty), (one.case, one.person)}
    return found


def barred_of(state: CampaignState, on: date) -> tuple[tuple[Assignment, str], ...]:
    """Return the assignments that stand against a hard rule on the day `on`, with the reason.

    Those of cases whose unit was told the results are left: these are answered by objections.
    """
    members = {one.person: one for one in state.campaign.members}
    settled = settled_cases(state)
    found = []
    for one in all_standing(state):
        if one.case in settled or one.person not in members:
            continue
        if why := barriers(state.campaign, members[one.person], state.row(one.case), on):
            found.append((one, why[0].reason))
    return tuple(found)


def refuse_told_cases(state: CampaignState, changed: Iterable[Assignment]) -> None:
    """Raise Refused when a changed assignment is one of a case with a result that was told."""
    settled = settled_cases(state)
    for one in changed:
        if one.case in settled and one.duty is not Duty.CALIBRATION:
            raise Refused(
                f"{state.row(one.case).case_no} 已经合议或者反馈意见已经送达，不能改动评查人。",
                "有异议的在申辩复核中处理。",
            )


def require_conflict(state: CampaignState, conflict: Conflict) -> None:
    """Raise UserError when a declaration is not complete."""
    if not conflict.reason.strip():
        raise UserError("没有填写回避的事由。", "请写明与案件或者单位的关系。")
    if conflict.unit is None and conflict.row is None and not conflict.party.strip():
        raise UserError("没有选定回避的对象。", "请选定单位、案卷，或者填写当事人。")
    if all(one.person != conflict.person for one in state.campaign.members):
        raise UserError("申报人不是本次活动的评查人。", "请先在活动设置中登记该评查人。")
