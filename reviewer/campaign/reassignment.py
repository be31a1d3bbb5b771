"""A change of the assignment by hand (人工调整): the hard rules hold here, too."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from reviewer.campaign.assignment import Terms, side_of
from reviewer.campaign.ownership import barriers
from reviewer.errors import Refused
from reviewer.model.campaigns import Campaign, LedgerRow, Member
from reviewer.model.draws import Assignment, Duty


def reassigned(
    campaign: Campaign,
    row: LedgerRow,
    standing: Sequence[Assignment],
    change: Assignment,
    terms: Terms,
) -> tuple[Assignment, ...]:
    """Return the changed and the new assignments after a person set `change` by hand.

    `standing` are the case's assignments.  One with the id of `change` is withdrawn and replaced;
    a `change` that is withdrawn only withdraws.  All returned are `manual`.

    Raises:
        Refused: a hard rule forbids it; the message says which.
    """
    change = replace(change, manual=True)
    if change.withdrawn:
        return (change,)
    old = [one for one in standing if one.id == change.id and not one.withdrawn]
    others = [
        one
        for one in standing
        if one.id != change.id and not one.withdrawn and one.duty is not Duty.CALIBRATION
    ]
    member = campaign.member(change.person)
    _refuse_barriers(campaign, member, row, terms.on)
    if change.duty is not Duty.CALIBRATION:
        _refuse_pair(campaign, member, change, others, terms)
    taken = [replace(one, withdrawn=True, manual=True) for one in old]
    new = replace(change, id=uuid4()) if old else change
    return (*taken, new)


def _refuse_barriers(campaign: Campaign, member: Member, row: LedgerRow, on: date) -> None:
    if found := barriers(campaign, member, row, on):
        raise Refused(
            f"{member.name}不能评查该案卷：{found[0].reason}",
            "请另选评查人；申报有误的先更正申报。",
        )


def _refuse_pair(
    campaign: Campaign,
    member: Member,
    change: Assignment,
    others: Sequence[Assignment],
    terms: Terms,
) -> None:
    for other in others:
        if other.person == member.person:
            raise Refused(
                f"{member.name}已承担该案卷的{other.duty.value}，初评和复评须由不同的人承担。",
                "请另选评查人。",
            )
        if other.duty is change.duty:
            name = campaign.member(other.person).name
            raise Refused(
                f"该案卷的{other.duty.value}已由{name}承担。",
                "请先收回原来的分配，或者改换其评查人。",
            )
        if terms.different_units and side_of(campaign.member(other.person)) == side_of(member):
            raise Refused(
                f"{member.name}与另一名评查人来自同一单位，按设置同一案卷的两名评查人须来自不同单位。",
                "请另选评查人，或者修改活动设置。",
            )
