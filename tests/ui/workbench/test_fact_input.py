from datetime import date, datetime
from decimal import Decimal

import pytest

from reviewer.errors import UserError
from reviewer.model import FactValue, Officer
from reviewer.ui.workbench.fact_input import may_type, parse_fact


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("decision_date", "2024-04-10", date(2024, 4, 10)),
        ("decision_date", "2024年4月10日", date(2024, 4, 10)),
        ("decision_date", "２０２４.４.１０", date(2024, 4, 10)),
        ("decision_date", "20240410", date(2024, 4, 10)),
        ("seizure_at", "2024-04-10 14:30", datetime.fromisoformat("2024-04-10T14:30")),
        ("seizure_at", "2024-04-10", datetime.fromisoformat("2024-04-10T00:00")),
        ("decision_fine", "8,000.00 元", Decimal("8000.00")),
        ("decision_fine", "0.8万元", Decimal("8000.0")),
        ("pay_days", "15 日", 15),
        ("correction_ordered", "是", True),
        ("correction_ordered", "无", False),
        ("officer", "马志强 6401230018", Officer("马志强", "6401230018")),
        ("party", " 宏途物流 ", "宏途物流"),
    ],
)
def test_what_is_typed_is_understood(key: str, text: str, expected: FactValue) -> None:
    assert parse_fact(key, text) == expected


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("decision_date", "2024-02-30"),
        ("decision_date", "四月"),
        ("seizure_at", "14:30"),
        ("decision_fine", "捌仟"),
        ("pay_days", "十五"),
        ("correction_ordered", "也许"),
        ("session", "10:20"),
    ],
)
def test_what_cannot_be_is_refused_with_a_remedy(key: str, text: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_fact(key, text)

    assert caught.value.remedy


def test_records_are_not_typed_as_one_line() -> None:
    assert may_type("decision_date")
    assert not may_type("session")
