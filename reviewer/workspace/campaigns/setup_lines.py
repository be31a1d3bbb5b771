"""The tables of the set-up page: units and reviewers, line by line.  Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from reviewer.errors import UserError
from reviewer.model import Person
from reviewer.model.campaigns import Campaign, CampaignUnit, Member

MEMBER, GROUP_LEADER, LEADER = "组员", "组长", "活动负责人"
DUTIES = (MEMBER, GROUP_LEADER, LEADER)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A line of the table of units."""

    name: str
    code: str = ""
    parent: str = ""
    """Name of the unit above it."""
    contact: str = ""
    phone: str = ""
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A line of the table of reviewers."""

    name: str
    unit: str = ""
    group: str = ""
    duty: str = MEMBER
    person: UUID | None = None


def unit_lines(campaign: Campaign) -> tuple[UnitLine, ...]:
    """Return the units as lines."""
    names = {unit.id: unit.name for unit in campaign.units}
    return tuple(
        UnitLine(
            one.name,
            one.code,
            names.get(one.parent, "") if one.parent else "",
            one.contact,
            one.phone,
            one.id,
        )
        for one in campaign.units
    )


def member_lines(campaign: Campaign) -> tuple[MemberLine, ...]:
    """Return the reviewers as lines."""
    return tuple(
        MemberLine(one.name, one.unit_name, one.group, duty_of(one), one.person)
        for one in campaign.members
    )


def duty_of(member: Member) -> str:
    """Return what a member is in the campaign, in Chinese."""
    return LEADER if member.leads_campaign else GROUP_LEADER if member.leads_group else MEMBER


def units_of(lines: Iterable[UnitLine]) -> tuple[CampaignUnit, ...]:
    """Return the units; raises UserError when a unit above is not in the table."""
    named = [(line, line.id or uuid4()) for line in lines if line.name.strip()]
    ids = {line.name.strip(): unit_id for line, unit_id in named}
    found = []
    for line, unit_id in named:
        above = line.parent.strip()
        if above and (above not in ids or ids[above] == unit_id):
            raise UserError(
                f"“{line.name.strip()}”的上级单位“{above}”不在表中。",
                "请填写表中已有的单位名称；上级是组织单位的，留空。",
            )
        parent = ids[above] if above else None
        texts = (line.name.strip(), line.code.strip(), parent, line.contact.strip())
        found.append(CampaignUnit(unit_id, *texts, line.phone.strip()))
    return tuple(found)


def members_of(
    lines: Iterable[MemberLine],
    base: Campaign,
    units: Iterable[CampaignUnit],
    people: Iterable[Person],
) -> tuple[Member, ...]:
    """Return the reviewers; raises UserError when a duty is not known."""
    of_unit = {unit.name: unit.id for unit in units}
    known = {(person.name, person.unit): person.id for person in people}
    before = {member.person: member for member in base.members}
    found = []
    for line in lines:
        name, unit, duty = line.name.strip(), line.unit.strip(), line.duty.strip() or MEMBER
        if not name:
            continue
        if duty not in DUTIES:
            raise UserError(
                f"“{name}”的职务“{duty}”不能识别。", f"职务请在{'、'.join(DUTIES)}中选择。"
            )
        person = line.person or known.get((name, unit)) or uuid4()
        member = replace(
            before.get(person, Member(person, name)),
            name=name,
            unit=of_unit.get(unit),
            unit_name=unit,
            group=line.group.strip(),
            leads_group=duty == GROUP_LEADER,
            leads_campaign=duty == LEADER,
        )
        found.append(member)
    return tuple(found)
