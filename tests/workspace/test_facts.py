"""The facts panel: its rows, and values as shown and typed."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from reviewer.errors import UserError
from reviewer.model import (
    FACT_KEYS,
    CitedArticle,
    Fact,
    FactValue,
    Officer,
    Procedure,
    Reading,
    Redress,
    Waiver,
)
from reviewer.workspace import fact_values
from reviewer.workspace.fact_fields import FIELDS, UNLISTED
from reviewer.workspace.facts import fact_rows
from reviewer.workspace.views import FactRow
from tests.workspace.builders import make_place


def make_fact(
    key: str,
    value: FactValue,
    document: int = 0,
    confidence: float = 0.9,
    *,
    corrected: bool = False,
) -> Fact:
    return Fact(key, value, document, make_place(), confidence, corrected=corrected)


def rows_of(*facts: Fact) -> dict[str, list[FactRow]]:
    found: dict[str, list[FactRow]] = {}
    for row in fact_rows(Reading(Procedure.GENERAL, (), (), facts), lambda _: "12"):
        found.setdefault(row.key, []).append(row)
    return found


def test_every_field_is_a_known_fact_and_has_a_row_even_when_nothing_was_found() -> None:
    rows = rows_of()

    assert {field.key for field in FIELDS} <= set(FACT_KEYS)
    assert list(rows) == [field.key for field in FIELDS]
    assert all(row.fact is None and row.text == "" for [row] in rows.values())
    assert rows["decision_date"][0].hint == "2024-04-10"


def test_every_fact_key_has_a_chinese_name_and_a_place() -> None:
    assert set(FACT_KEYS) == {field.key for field in FIELDS} | set(UNLISTED)
    assert len({field.key for field in FIELDS}) == len(FIELDS)
    assert [field.label for field in FIELDS if field.label.isascii()] == []


def test_dates_stand_in_order_of_the_procedure() -> None:
    keys = [field.key for field in FIELDS]
    order = ["found_date", "filing_approved_date", "seizure_at", "investigation_end_date",
             "legal_review_date", "notice_served_date", "hearing_date", "discussion_date",
             "decision_date", "decision_served_date", "paid_date", "closing_date",
             "archived_date"]  # fmt: skip

    assert sorted(order, key=keys.index) == order


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("penalty_article", CitedArticle("公路法", 76, 1, 2), "《公路法》第76条第1款第2项"),
        ("redress", Redress(60, "市政府", 6), "60 日内向市政府申请复议，6 个月内起诉"),
        ("spot_reason", "hard", "事后难以执行"),
        ("monitored", True, "是"),
        ("axles", 6, "6"),
    ],
)
def test_values_of_every_kind_are_shown_in_chinese(key: str, value: FactValue, text: str) -> None:
    assert rows_of(make_fact(key, value))[key][0].text == text


def test_only_what_a_person_can_type_is_offered_for_typing() -> None:
    rows = rows_of()

    assert not rows["redress"][0].may_type
    assert rows["decision_date"][0].may_type
    assert rows["decision_date"][0].core
    assert not rows["axles"][0].core


def test_what_most_documents_state_is_shown() -> None:
    [row] = rows_of(
        make_fact("party", "甲公司", 0),
        make_fact("party", "甲公司", 1),
        make_fact("party", "甲公词", 2, 0.99),
    )["party"]

    assert (row.text, row.folio, row.typed) == ("甲公司", "12", False)


def test_a_typed_value_covers_all_others() -> None:
    [row] = rows_of(
        make_fact("decision_date", date(2024, 4, 1), 0),
        make_fact("decision_date", date(2024, 4, 1), 1),
        make_fact("decision_date", date(2024, 4, 10), 2, 0.5, corrected=True),
    )["decision_date"]

    assert (row.text, row.typed) == ("2024-04-10", True)


def test_an_officer_with_and_without_number_is_one_row() -> None:
    rows = rows_of(
        make_fact("officer", Officer("张三"), 0, 0.99),
        make_fact("officer", Officer("张三"), 1),
        make_fact("officer", Officer("李四", "640002"), 1),
        make_fact("officer", Officer("张三", "640001"), 2, 0.7),
    )["officer"]

    assert sorted(row.text for row in rows) == ["张三 640001", "李四 640002"]


def test_each_officer_has_a_row() -> None:
    rows = rows_of(
        make_fact("officer", Officer("张三", "640001")),
        make_fact("officer", Officer("李四", "640002")),
        make_fact("officer", Officer("张三", "640001"), 1),
    )["officer"]

    assert [row.text for row in rows] == ["张三 640001", "李四 640002"]


def test_only_a_waiver_of_the_hearing_is_one() -> None:
    plead, hearing = Waiver(date(2024, 4, 1), False), Waiver(date(2024, 4, 2), True)

    assert rows_of(make_fact("waiver_date", plead))["waiver_date"][0].fact is None
    assert rows_of(make_fact("waiver_date", hearing))["waiver_date"][0].text.startswith(
        "2024-04-02"
    )


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("decision_date", "2024-04-10", date(2024, 4, 10)),
        ("decision_date", " 2024年4月10日 ", date(2024, 4, 10)),
        ("decision_date", "二〇二四年四月十日", date(2024, 4, 10)),
        ("decision_date", "2024.4.10", date(2024, 4, 10)),
        ("decision_date", "20240410", date(2024, 4, 10)),
        ("decision_fine", "30000", Decimal(30000)),
        ("decision_fine", "30,000.50 元", Decimal("30000.50")),
        ("decision_fine", "叁万元整", Decimal(30000)),
        ("decision_fine", "3万元", Decimal(30000)),
        ("decision_no", "宁交执罚(2024)12号", "宁交执罚〔2024〕12号"),
        ("plate", "宁A·12345", "宁A12345"),
        ("officer", "张三（640001）", Officer("张三", "640001")),
        ("officer", "张三", Officer("张三", "")),
        ("party", "某运输公司", "某运输公司"),
        ("party_kind", "个体工商户", "individual_business"),
        ("waiver_date", "2024-04-02 放弃听证", Waiver(date(2024, 4, 2), hearing=True)),
        ("seizure_at", "2024-04-10 15:20", datetime(2024, 4, 10, 15, 20)),  # noqa: DTZ001
        ("pay_days", "十五", 15),
        ("seizure_urgent", "是", True),
    ],
)
def test_a_typed_value_is_understood(key: str, text: str, value: FactValue) -> None:
    assert fact_values.parse(key, text) == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("decision_date", "昨天"),
        ("decision_date", "2024-02-30"),
        ("decision_fine", "很多"),
        ("plate", "不详"),
        ("party", "  "),
        ("served", "已送达"),
        ("seizure_at", "2024-04-10 25:00"),
    ],
)
def test_what_is_no_value_is_refused_with_an_example(key: str, text: str) -> None:
    with pytest.raises(UserError, match="读不成这一项的值") as caught:
        fact_values.parse(key, text)

    assert caught.value.remedy


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2024, 4, 10), "2024-04-10"),
        (datetime(2024, 4, 10, 9, 5), "2024-04-10 09:05"),  # noqa: DTZ001
        (Decimal("30000"), "30,000.00 元"),
        (True, "是"),
        (15, "15"),
        ("organisation", "单位"),
        (Officer("张三"), "张三"),
    ],
)
def test_a_value_is_shown_as_official_papers_write_it(value: FactValue, text: str) -> None:
    assert fact_values.show(value) == text
