"""The canonical text of a ledger, its hash, freezing, duplicates and differences."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.campaign.ledgers import (
    canonical_text,
    differences,
    freeze,
    is_intact,
    ledger_hash,
    merged,
    plain,
    possible_doubles,
    same_numbers,
)
from reviewer.errors import Refused, UserError
from reviewer.model.campaigns import CaseKind, LedgerRow
from tests.campaign.made_ledgers import AT, frozen, ledger, made_ledger, row

FULL = row(
    "甲队",
    "12",
    field="公路路政",
    year=2025,
    cause="超限运输",
    party="沙湖某公司",
    plate="宁A12345",
    offence_on=date(2025, 3, 1),
    decided_on=date(2025, 3, 20),
    fine=Decimal("2000.00"),
    confiscated=Decimal("0"),
    hearing=False,
    legal_review=True,
    officers=(("马甲", "3001"), ("王,乙", "")),
    pages=36,
)
LINE = (
    "甲队\t交执罚〔2025〕12号\t普通\t公路路政\t2025\t超限运输\t沙湖某公司\t\t宁A12345\t2025-03-01\t\t"
    "2025-03-20\t\t2000\t0\t0\t1\t\t\t\t\t\t\t\t\t\t马甲,3001;王\\,乙,\t36\t\t\t"
)


def test_the_canonical_text_is_fixed_byte_for_byte() -> None:
    text = f"reviewer-ledger 1\n{LINE}\n"

    assert canonical_text([FULL]) == text
    assert ledger_hash([FULL]) == hashlib.sha256(text.encode()).hexdigest()
    assert ledger_hash([FULL]) == (
        "7e3065106a3e4a6f0d508addd73def8b9a8bec4606261436dc732106afa047ee"
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  甲队\t一 中队\n", "甲队 一 中队"),
        ("甲\u3000队", "甲 队"),
        ("甲\u200b队\ufeff", "甲队"),
        ("e\u0301", "\u00e9"),
        ("", ""),
    ],
    ids=["blanks", "wide blank", "unseen", "NFC", "empty"],
)
def test_text_in_canonical_form(written: str, kept: str) -> None:
    assert plain(written) == kept


def test_ids_are_no_part_of_the_hash() -> None:
    again = replace(FULL, case=uuid4(), unit=uuid4())

    assert ledger_hash([again]) == ledger_hash([FULL])


@given(st.permutations(made_ledger(20).rows))
def test_the_order_of_the_rows_does_not_change_the_hash(rows: Sequence[LedgerRow]) -> None:
    assert ledger_hash(rows) == made_ledger(20).sha256


@given(st.text(max_size=20))
def test_canonical_form_is_stable(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_freezing_orders_the_rows_and_keeps_the_hash() -> None:
    found = freeze(ledger(row("乙队", "2"), row(" 甲队 ", "3")), AT)

    assert [one.unit_name for one in found.rows] == ["乙队", "甲队"]
    assert found.frozen_at == AT
    assert is_intact(found)
    assert not is_intact(replace(found, rows=(replace(found.rows[0], note="改"), found.rows[1])))


def test_a_frozen_ledger_stays_as_it_is() -> None:
    found = frozen(row())

    with pytest.raises(Refused):
        freeze(found, AT)
    with pytest.raises(Refused):
        merged(found, [row(number="2")], "再报.xlsx")


def test_an_empty_ledger_is_not_frozen() -> None:
    with pytest.raises(UserError):
        freeze(ledger(), AT)


def test_a_number_twice_in_a_unit_is_refused_by_name() -> None:
    with pytest.raises(
        UserError, match="甲队 交执罚〔2025〕12号、甲队 交执罚〔2025〕012号"
    ) as caught:
        freeze(ledger(row(number="12"), row(number="交执罚〔2025〕012号")), AT)
    assert caught.value.remedy


def test_two_units_may_use_one_number() -> None:
    assert same_numbers([row("甲队", "1"), row("乙队", "1")]) == ()


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (row("乙队", "9", party="张某", offence_on=date(2025, 1, 1), plate="宁A1"), 1),
        (row("乙队", "9", party="张某", offence_on=date(2025, 1, 2), plate="宁A1"), 0),
        (row("乙队", "9", party="张某", offence_on=date(2025, 1, 1), plate="宁A2"), 0),
        (row("乙队", "9", party="", offence_on=date(2025, 1, 1), plate="宁A1"), 0),
    ],
    ids=["same", "other day", "other plate", "no party"],
)
def test_possibly_the_same_case_is_a_hint(other: LedgerRow, expected: int) -> None:
    first = row(party="张某", offence_on=date(2025, 1, 1), plate="宁A1")

    assert len(possible_doubles([first, other])) == expected
    assert frozen(first, other).sha256


def test_a_second_workbook_keeps_the_ids_of_known_cases() -> None:
    start = merged(ledger(), [row(number="1"), row(number="2")], "一.xlsx")
    again = replace(row(number="2", party="李某"), case=uuid4())

    found = merged(start, [again, row(number="3")], "二.xlsx")

    assert [one.case_no[-2] for one in found.rows] == ["1", "2", "3"]
    assert found.rows[1].case == start.rows[1].case
    assert found.rows[1].party == "李某"
    assert found.sources == ("一.xlsx", "二.xlsx")


def test_differences_name_rows_and_fields() -> None:
    before = [row(number="1"), row(number="2", fine=Decimal(500))]
    after = [row(number="2", fine=Decimal(800), kind=CaseKind.SUMMARY), row(number="3")]

    found = differences(before, after)

    assert [one.case_no for one in found.added] == ["交执罚〔2025〕3号"]
    assert [one.case_no for one in found.dropped] == ["交执罚〔2025〕1号"]
    ((key, fields),) = found.changed
    assert key == "甲队|交执罚〔2025〕2号"
    assert [(one.title, one.before, one.after) for one in fields] == [
        ("案件类型", "普通", "简易"),
        ("罚款金额（元）", "500", "800"),
    ]
