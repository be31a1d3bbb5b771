"""Campaigns with units and reviewers, made up for tests of assignment and double review."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewer.campaign.assignment import Work
from reviewer.model.campaigns import (
    Campaign,
    CampaignUnit,
    CaseKind,
    Conflict,
    LedgerRow,
    LeftUnit,
    Member,
)

TODAY = date(2026, 11, 2)


def make_unit(number: int, parent: int | None = None) -> CampaignUnit:
    above = None if parent is None else UUID(int=parent)
    return CampaignUnit(UUID(int=number), f"第{number}大队", parent=above)


def make_member(
    number: int, unit: int | None = None, left: Sequence[tuple[int, date]] = (), name: str = ""
) -> Member:
    return Member(
        person=UUID(int=100 + number),
        name=name or f"评查{number}",
        unit=None if unit is None else UUID(int=unit),
        left=tuple(LeftUnit(UUID(int=one), day) for one, day in left),
    )


def make_conflict(
    member: Member, *, unit: int | None = None, row: LedgerRow | None = None, party: str = ""
) -> Conflict:
    return Conflict(
        id=UUID(int=7000 + member.person.int),
        person=member.person,
        reason="近亲属在该单位任职",
        declared_on=date(2026, 10, 20),
        unit=None if unit is None else UUID(int=unit),
        row=None if row is None else row.case,
        party=party,
    )


def make_row(number: int, unit: int, pages: int = 60, party: str = "") -> LedgerRow:
    return LedgerRow(
        case=UUID(int=1000 + number),
        unit=UUID(int=unit),
        unit_name=f"第{unit}大队",
        case_no=f"宁交罚〔2026〕{number}号",
        kind=CaseKind.GENERAL,
        pages=pages,
        party=party,
    )


def make_work(row: LedgerRow) -> Work:
    return Work(row, f"{(row.case.int * 7919) % 65536:064x}")


def make_campaign(
    units: Sequence[CampaignUnit],
    members: Sequence[Member],
    conflicts: Sequence[Conflict] = (),
    double_share: str = "0.05",
) -> Campaign:
    return Campaign(
        id=UUID(int=1),
        year=2026,
        name="2026年度案卷评查",
        organiser="固原市交通运输局",
        cases_from=date(2025, 10, 1),
        cases_to=date(2026, 9, 30),
        kinds=(CaseKind.GENERAL,),
        units=tuple(units),
        members=tuple(members),
        conflicts=tuple(conflicts),
        double_share=Decimal(double_share),
    )
