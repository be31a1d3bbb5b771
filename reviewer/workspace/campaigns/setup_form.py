"""The set-up of a campaign as texts, as a person types or pastes it.  Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from uuid import UUID, uuid4

from reviewer.errors import UserError
from reviewer.model import Person
from reviewer.model.campaigns import (
    Campaign,
    CampaignUnit,
    CaseKind,
    Member,
    Stage,
    StageDates,
    StandardPin,
)
from reviewer.reckoning.dates import parse_date

MEMBER, GROUP_LEADER, LEADER = "组员", "组长", "活动负责人"
DUTIES = (MEMBER, GROUP_LEADER, LEADER)
_HUNDRED = Decimal(100)


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


@dataclass(frozen=True, slots=True)
class SetupForm:
    """Everything of the set-up page."""

    year: str
    name: str
    organiser: str
    cases_from: str
    cases_to: str
    contact: str
    phone: str
    pins: tuple[StandardPin, ...]
    """One for each chosen kind."""
    units: tuple[UnitLine, ...]
    members: tuple[MemberLine, ...]
    dues: tuple[tuple[Stage, str], ...]
    double_share: str
    """In percent."""
    objection_days: str
    objection_review_days: str
    rectification_days: str
    blind: bool


def form_of(campaign: Campaign) -> SetupForm:
    """Return a campaign as texts."""
    names = {unit.id: unit.name for unit in campaign.units}
    return SetupForm(
        year=str(campaign.year),
        name=campaign.name,
        organiser=campaign.organiser,
        cases_from=campaign.cases_from.isoformat(),
        cases_to=campaign.cases_to.isoformat(),
        contact=campaign.contact,
        phone=campaign.phone,
        pins=campaign.standards,
        units=tuple(
            UnitLine(
                one.name,
                one.code,
                names.get(one.parent, "") if one.parent else "",
                one.contact,
                one.phone,
                one.id,
            )
            for one in campaign.units
        ),
        members=tuple(
            MemberLine(one.name, one.unit_name, one.group, _duty(one), one.person)
            for one in campaign.members
        ),
        dues=tuple((stage, _shown(campaign.stage(stage).due)) for stage in Stage),
        double_share=f"{(campaign.double_share * _HUNDRED).normalize():f}",
        objection_days=str(campaign.objection_days),
        objection_review_days=str(campaign.objection_review_days),
        rectification_days=str(campaign.rectification_days),
        blind=campaign.blind,
    )


def campaign_of(form: SetupForm, base: Campaign, people: Iterable[Person]) -> Campaign:
    """Return `base` as the texts say; `people` are those known here.

    Raises:
        UserError: a date or a number cannot be read, or a unit above is not in the table.
    """
    units = _units(form.units)
    kinds = tuple(kind for kind in CaseKind if any(pin.kind is kind for pin in form.pins))
    share = _number(form.double_share, "复评比例")
    return replace(
        base,
        year=_whole(form.year, "年度"),
        name=form.name.strip(),
        organiser=form.organiser.strip(),
        cases_from=_needed(form.cases_from, "案件时间范围的起日"),
        cases_to=_needed(form.cases_to, "案件时间范围的止日"),
        contact=form.contact.strip(),
        phone=form.phone.strip(),
        kinds=kinds,
        standards=form.pins,
        units=units,
        members=_members(form.members, base, units, people),
        stages=tuple(_stage(base, stage, text) for stage, text in form.dues),
        double_share=share / _HUNDRED,
        objection_days=_whole(form.objection_days, "申辩期限"),
        objection_review_days=_whole(form.objection_review_days, "申辩复核期限"),
        rectification_days=_whole(form.rectification_days, "整改期限"),
        blind=form.blind,
    )


def _units(lines: Iterable[UnitLine]) -> tuple[CampaignUnit, ...]:
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


def _members(
    lines: Iterable[MemberLine],
    base: Campaign,
    units: Iterable[CampaignUnit],
    people: Iterable[Person],
) -> tuple[Member, ...]:
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


def _stage(base: Campaign, stage: Stage, text: str) -> StageDates:
    return replace(base.stage(stage), due=_date(text, f"“{stage}”的期限"))


def _duty(member: Member) -> str:
    return LEADER if member.leads_campaign else GROUP_LEADER if member.leads_group else MEMBER


def _shown(day: date | None) -> str:
    return day.isoformat() if day else ""


def _needed(text: str, what: str) -> date:
    day = _date(text, what)
    if day is None:
        raise UserError(f"没有填写{what}。", "日期写成 2025-01-01 的样子。")
    return day


def _date(text: str, what: str) -> date | None:
    if not text.strip():
        return None
    day = parse_date(text.strip())
    if day is None:
        raise UserError(f"{what}“{text.strip()}”不是日期。", "日期写成 2025-01-01 的样子。")
    return day


def _whole(text: str, what: str) -> int:
    number = _number(text, what)
    if number != int(number):
        raise UserError(f"{what}“{text.strip()}”不是整数。", "请填写整数。")
    return int(number)


def _number(text: str, what: str) -> Decimal:
    try:
        number = Decimal(text.strip().rstrip("%％"))
    except InvalidOperation as error:
        raise UserError(f"{what}“{text.strip()}”不是数字。", "请填写数字。") from error
    if not number.is_finite():
        raise UserError(f"{what}“{text.strip()}”不是数字。", "请填写数字。")
    return number
