"""What an adjudication (合议) needs before it may go on, in sentences.  Pure."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from reviewer.campaign.ownership import barriers
from reviewer.errors import Refused
from reviewer.model.adjudications import Adjudication, Side
from reviewer.model.campaigns import Member
from reviewer.workspace.campaigns.state import CampaignState

QUORUM = 3
"""Voters at least: with two, a dispute between two reviewers could not be decided by votes."""
_SHOWN = 5


def open_one(state: CampaignState, adjudication: UUID) -> Adjudication:
    """Return an adjudication that is under way; raises Refused when there is none."""
    for one in state.adjudications:
        if one.id == adjudication:
            if one.closed_at is not None:
                raise Refused("合议已经结束，不能再改。", "有异议的，请在申辩复核中处理。")
            return one
    raise Refused("没有这次合议，或它已被移除。", "请从合议列表中选择。")


def next_session(state: CampaignState, held_on: date) -> int:
    """Return which meeting (第 n 次合议) an adjudication on this day belongs to."""
    known = {one.held_on: one.session for one in state.adjudications if one.held_on is not None}
    return known.get(held_on, max(known.values(), default=0) + 1)


def voters(one: Adjudication) -> tuple[UUID, ...]:
    """Return who votes: all present who do not stand back."""
    return tuple(person for person in dict.fromkeys(one.present) if person not in one.recused)


def require_attendance(state: CampaignState, one: Adjudication) -> None:
    """Raise Refused when somebody is no reviewer, or must stand back and does not."""
    members = {member.person: member for member in state.campaign.members}
    if any(person not in members for person in (*one.present, *one.recused)):
        raise Refused("到会人员中有人不是本次活动的评查人。", "请先在活动设置中登记该评查人。")
    for person in voters(one):
        if why := _barrier(state, members[person], one):
            raise Refused(
                f"{members[person].name}应当回避：{why}", "请把其登记为回避，不参加表决。"
            )


def require_quorum(one: Adjudication) -> None:
    """Raise Refused when too few are there to vote."""
    lacking = QUORUM - len(voters(one))
    if lacking > 0:
        raise Refused(
            f"到会不足，不能表决：还差 {lacking} 人。",
            f"请登记到会人员，除回避的以外不少于 {QUORUM} 人。",
        )


def require_votes(
    state: CampaignState,
    one: Adjudication,
    item: str,
    votes: Mapping[UUID, Side | None],
    disputed: Collection[str],
) -> None:
    """Raise Refused when the item is not in dispute, too few are there, or one may not vote."""
    if item not in disputed:
        raise Refused(f"{item} 没有分歧，不需要合议。", "请从有分歧的评查项中选择。")
    require_quorum(one)
    names = {member.person: member.name for member in state.campaign.members}
    for person in votes:
        if person not in voters(one):
            name = names.get(person, "投票人")
            raise Refused(f"{name}没有到会或者已经回避，不能表决。", "请更正到会人员或者表决。")


def require_decided(one: Adjudication, needed: Sequence[str]) -> None:
    """Raise Refused when an item on which the reviews differ has no decision."""
    done = {decision.item for decision in one.decisions}
    if waiting := [item for item in needed if item not in done]:
        rest = f"等 {len(waiting)} 项" if len(waiting) > _SHOWN else ""
        shown = "、".join(waiting[:_SHOWN])
        raise Refused(f"合议还不能结束：{shown}{rest}没有决定。", "请逐项决定后再结束合议。")


def _barrier(state: CampaignState, member: Member, one: Adjudication) -> str:
    if one.held_on is None:
        return ""
    found = barriers(state.campaign, member, state.row(one.case), one.held_on)
    return found[0].reason if found else ""
