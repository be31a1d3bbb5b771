"""Gaps in the running numbers, and rows that do not belong to the campaign."""

from datetime import date
from uuid import UUID

import pytest

from reviewer.campaign.ledger_hints import number_gaps, outside, shortened, without_rows
from reviewer.model.campaigns import Campaign, CaseKind, LedgerRow
from tests.campaign.made_ledgers import row


def _rows(unit: str, *numbers: str) -> list[LedgerRow]:
    return [row(unit, number) for number in numbers]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (_rows("甲队", "1", "2", "3"), []),
        (_rows("甲队", "1", "4", "6"), [((2, 3), (5, 5))]),
        (_rows("甲队", "1", "2", "交执强〔2025〕9号"), [()]),
        (_rows("甲队", "1", "3") + _rows("乙队", "2", "4"), []),
        (_rows("甲队", "1", "3") + _rows("乙队", "1", "2"), [((2, 2),)]),
        (_rows("甲队", "案2025-7", "收文12"), []),
        (_rows("甲队", "交罚〔2025〕2025001号", "交罚〔2025〕2025003号"), [((2, 2),)]),
        (_rows("甲队", "交罚〔2025〕20250301001号", "交罚〔2025〕20250401001号"), []),
        (_rows("甲队", "交罚〔2024〕1号", "交罚〔2025〕1号"), []),
    ],
    ids=[
        "complete",
        "two gaps",
        "a series that begins late",
        "units share a series",
        "units have their own series",
        "no running numbers",
        "year in front",
        "dates as numbers",
        "two years",
    ],
)
def test_missing_numbers(
    rows: list[LedgerRow], expected: list[tuple[tuple[int, int], ...]]
) -> None:
    assert [gap.missing for gap in number_gaps(rows)] == expected


def test_a_gap_is_told_as_ranges() -> None:
    (gap,) = number_gaps(_rows("甲队", "1", "3", "9"))

    assert str(gap) == "甲队“交执罚〔2025〕”列有 3 件，缺 6 个编号：2、4—8 号，请核对是否漏报。"


def test_long_lists_are_shortened() -> None:
    text = shortened([(number, number) for number in range(1, 60, 2)])

    assert text.endswith("23 号等，其余 18 个略")


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (row(decided_on=date(2025, 6, 30)), 0),
        (row(decided_on=date(2025, 7, 1)), 1),
        (row(decided_on=date(2024, 12, 30), closed_on=date(2025, 1, 5)), 0),
        (row(), 0),
        (row(kind=CaseKind.LICENCE), 1),
    ],
    ids=["last day", "a day late", "closed inside", "no day", "another kind"],
)
def test_rows_outside_the_campaign(one: LedgerRow, expected: int) -> None:
    campaign = Campaign(
        UUID(int=1),
        2025,
        "评查",
        "沙湖市交通运输局",
        date(2025, 1, 1),
        date(2025, 6, 30),
        (CaseKind.GENERAL,),
        (),
    )

    assert len(outside([one], campaign)) == expected


def test_units_without_a_row_are_named() -> None:
    assert without_rows(["甲队", "乙队"], [row("甲队")]) == ("乙队",)
