"""The set-up of a campaign as texts, as a person types or pastes it.  Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from reviewer.model import Person
from reviewer.model.campaigns import (
    Campaign,
    CaseKind,
    Disagreement,
    Stage,
    StageDates,
    StandardPin,
)
from reviewer.workspace.campaigns.setup_lines import (
    MemberLine,
    UnitLine,
    member_lines,
    members_of,
    unit_lines,
    units_of,
)
from reviewer.workspace.campaigns.typed_texts import day_of, needed_day, number_of, whole_of

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class MethodTexts:
    """How the campaign reviews: 评查办法 and 合议条件."""

    double_share: str
    """In percent."""
    large_amount: str
    """Empty: large fines are not drawn for their amount."""
    objection_days: str
    objection_review_days: str
    rectification_days: str
    score_gap: str
    item_share: str
    """In percent."""
    on_veto: bool
    on_grade: bool
    blind: bool


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
    kinds: tuple[CaseKind, ...]
    pins: tuple[StandardPin, ...]
    """One for each chosen kind for which a standard was chosen."""
    units: tuple[UnitLine, ...]
    members: tuple[MemberLine, ...]
    dues: tuple[tuple[Stage, str], ...]
    method: MethodTexts


def form_of(campaign: Campaign) -> SetupForm:
    """Return a campaign as texts."""
    return SetupForm(
        year=str(campaign.year),
        name=campaign.name,
        organiser=campaign.organiser,
        cases_from=campaign.cases_from.isoformat(),
        cases_to=campaign.cases_to.isoformat(),
        contact=campaign.contact,
        phone=campaign.phone,
        kinds=campaign.kinds,
        pins=campaign.standards,
        units=unit_lines(campaign),
        members=member_lines(campaign),
        dues=tuple((stage, _shown(campaign.stage(stage).due)) for stage in Stage),
        method=_method_of(campaign),
    )


def campaign_of(form: SetupForm, base: Campaign, people: Iterable[Person]) -> Campaign:
    """Return `base` as the texts say; `people` are those known here.

    Raises:
        UserError: a date or a number cannot be read, or a unit above is not in the table.
    """
    units = units_of(form.units)
    campaign = replace(
        base,
        year=whole_of(form.year, "年度"),
        name=form.name.strip(),
        organiser=form.organiser.strip(),
        cases_from=needed_day(form.cases_from, "案件时间范围的起日"),
        cases_to=needed_day(form.cases_to, "案件时间范围的止日"),
        contact=form.contact.strip(),
        phone=form.phone.strip(),
        kinds=form.kinds,
        standards=form.pins,
        units=units,
        members=members_of(form.members, base, units, people),
        stages=tuple(_stage(base, stage, text) for stage, text in form.dues),
    )
    return _with_method(campaign, form.method)


def _method_of(campaign: Campaign) -> MethodTexts:
    rule, amount = campaign.disagreement, campaign.large_amount
    return MethodTexts(
        double_share=_plain(campaign.double_share * _HUNDRED),
        large_amount="" if amount is None else _plain(amount),
        objection_days=str(campaign.objection_days),
        objection_review_days=str(campaign.objection_review_days),
        rectification_days=str(campaign.rectification_days),
        score_gap=_plain(rule.score_gap),
        item_share=_plain(rule.item_share * _HUNDRED),
        on_veto=rule.on_veto,
        on_grade=rule.on_grade,
        blind=campaign.blind,
    )


def _with_method(campaign: Campaign, texts: MethodTexts) -> Campaign:
    amount = texts.large_amount.strip()
    return replace(
        campaign,
        double_share=number_of(texts.double_share, "双评比例") / _HUNDRED,
        large_amount=number_of(amount, "大额起点") if amount else None,
        objection_days=whole_of(texts.objection_days, "申辩期限"),
        objection_review_days=whole_of(texts.objection_review_days, "申辩复核期限"),
        rectification_days=whole_of(texts.rectification_days, "整改期限"),
        disagreement=Disagreement(
            number_of(texts.score_gap, "总分相差"),
            number_of(texts.item_share, "单项扣分相差") / _HUNDRED,
            texts.on_veto,
            texts.on_grade,
        ),
        blind=texts.blind,
    )


def _stage(base: Campaign, stage: Stage, text: str) -> StageDates:
    return replace(base.stage(stage), due=day_of(text, f"“{stage}”的期限"))


def _shown(day: date | None) -> str:
    return day.isoformat() if day else ""


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
