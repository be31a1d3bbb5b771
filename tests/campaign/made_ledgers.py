"""Ledgers for tests: rows by a line, and a ledger of any size that is always the same."""

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from reviewer.campaign.draws import DrawMeeting
from reviewer.campaign.ledgers import freeze
from reviewer.model.campaigns import CaseKind, Ledger, LedgerRow

CAMPAIGN = UUID(int=1)
AT = datetime.fromisoformat("2025-09-01T09:30:00")
MEETING = DrawMeeting("高主持", "甄见证", "鉴督", datetime.fromisoformat("2025-09-01T10:00:00"))
_KINDS = (CaseKind.GENERAL, CaseKind.GENERAL, CaseKind.SUMMARY, CaseKind.COERCIVE)
_FIELDS = ("公路路政", "道路运政")


def unit_id(name: str) -> UUID:
    """Return the id of a unit by its name."""
    return uuid5(NAMESPACE_OID, name)


def row(
    unit: str = "甲队", number: str = "1", kind: CaseKind = CaseKind.GENERAL, **fields: Any
) -> LedgerRow:
    """Return a row; a bare number becomes 交执罚〔2025〕number号."""
    case_no = f"交执罚〔2025〕{number}号" if number.isdecimal() else number
    case = uuid5(NAMESPACE_OID, f"{unit}|{case_no}")
    return LedgerRow(case, unit_id(unit), unit, case_no, kind, **fields)


def ledger(*rows: LedgerRow) -> Ledger:
    """Return a ledger that is not frozen."""
    return Ledger(UUID(int=2), CAMPAIGN, rows)


def frozen(*rows: LedgerRow) -> Ledger:
    """Return a frozen ledger."""
    return freeze(ledger(*rows), AT)


@cache
def made_ledger(count: int) -> Ledger:
    """Return a frozen ledger of `count` rows in six units, the same on every computer."""
    return frozen(*(_made(number) for number in range(1, count + 1)))


def _made(number: int) -> LedgerRow:
    return row(
        f"第{'一二三四五六'[number * number % 6]}大队",
        str(number),
        _KINDS[number % 4],
        field=_FIELDS[number % 3 % 2],
        year=2025,
        party=f"当事人{number}",
        decided_on=date(2025, 1 + number % 8, 1 + number % 28),
        fine=Decimal(100 * (number % 50)),
        hearing=number % 37 == 0,
    )
