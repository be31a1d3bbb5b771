"""The ledger workbook: the template imports nothing, an export reads back to the same hash."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from reviewer.campaign.draw_checks import verify
from reviewer.campaign.draw_records import read_record, verify_record, write_record
from reviewer.campaign.draws import draw, replace_case
from reviewer.campaign.ledgers import freeze, ledger_hash
from reviewer.intake.ledger_sheets import preview_ledger, read_exported
from reviewer.model.campaigns import CampaignUnit, CaseKind, Ledger, LedgerRow
from reviewer.model.draws import DrawPlan
from reviewer.model.ledger_sheets import LEDGER_COLUMNS, LedgerChoices
from reviewer.reports.campaign.ledger_excel import write_ledger, write_ledger_template
from tests.campaign.made_ledgers import AT, MEETING, frozen, ledger, made_ledger, row

UNITS = (CampaignUnit(UUID(int=1), "甲队"), CampaignUnit(UUID(int=2), "乙队"))
WORDS = st.text("沙湖某公司=+-1A/无 、，（", max_size=8)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))
FLAGS = st.none() | st.booleans()
AMOUNTS = st.none() | st.integers(0, 10**9).map(lambda n: Decimal(n) / 100)
NAMES = st.text("马甲王乙", min_size=2, max_size=3)
OFFICERS = st.lists(st.tuples(NAMES, st.sampled_from(["", "3001", "宁A-12"])), max_size=3)


def _rows() -> st.SearchStrategy[LedgerRow]:
    return st.builds(
        row,
        st.sampled_from(["甲队", "乙 队", "丙（直属）队"]),
        st.integers(1, 99999).map(str) | st.just("沙交〔2024〕字7-1号"),
        st.sampled_from(list(CaseKind)),
        field=st.sampled_from(["", "公路路政", "其他门类"]),
        year=st.sampled_from([0, 2025]),
        cause=WORDS,
        party=WORDS,
        plate=st.sampled_from(["", "宁A12345", "宁AD12345"]),
        offence_on=DAYS,
        closed_on=DAYS,
        paid_on=DAYS,
        performance=WORDS | st.just("2025-03-01 缴清"),
        fine=AMOUNTS,
        hearing=FLAGS,
        transferred=FLAGS,
        coercion=WORDS,
        officers=OFFICERS.map(tuple),
        pages=st.integers(0, 900),
        note=WORDS,
    )


def test_the_template_imports_no_row(tmp_path: Path) -> None:
    write_ledger_template(tmp_path / "模板.xlsx", [unit.name for unit in UNITS])

    found = preview_ledger(tmp_path / "模板.xlsx", UNITS)

    assert found.rows == ()
    assert found.missing == ()
    assert found.fault_count == 0
    fields = [column.field for column in found.columns]
    assert fields == ["number", *(column.field for column in LEDGER_COLUMNS)]
    assert all(column.sure for column in found.columns)


def test_the_example_of_the_template_is_right_apart_from_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    write_ledger_template(path)
    book = load_workbook(path)
    book["案件目录"]["A2"] = 1
    book.save(path)

    found = preview_ledger(path, UNITS)

    assert found.fault_count == 0
    assert found.rows[0].officers == (("马甲", "3001001"), ("王乙", "3001002"))


def test_the_template_offers_choices_and_units(tmp_path: Path) -> None:
    write_ledger_template(tmp_path / "模板.xlsx", [unit.name for unit in UNITS])

    book = load_workbook(tmp_path / "模板.xlsx")
    formulas = [rule.formula1 for rule in book["案件目录"].data_validations.dataValidation]

    assert '"是,否"' in formulas
    assert "'填写说明'!$D$2:$D$3" in formulas
    assert book["填写说明"]["D3"].value == "乙队"
    assert all(len(formula or "") <= 255 for formula in formulas)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_rows(), min_size=1, max_size=6, unique_by=lambda one: one.key))
def test_an_export_reads_back_to_the_same_hash(tmp_path: Path, rows: list[LedgerRow]) -> None:
    whole = freeze(ledger(*rows), AT)
    write_ledger(whole, tmp_path / "台账.xlsx")

    again = read_exported(tmp_path / "台账.xlsx")

    assert ledger_hash(again.rows) == whole.sha256


def test_a_second_copy_verifies_the_draw_from_two_files(tmp_path: Path) -> None:
    whole = made_ledger(60)
    drawn = draw(whole, DrawPlan(Decimal("0.1")), "618", MEETING)
    swap = replace_case(whole, drawn, [], drawn.cases[0].case, "在法院", AT)
    write_ledger(whole, tmp_path / "台账.xlsx", "2025 年度案卷评查")
    (tmp_path / "抽取记录.json").write_text(write_record(whole, drawn, [swap]), encoding="utf-8")

    there = read_exported(tmp_path / "台账.xlsx")
    record = read_record((tmp_path / "抽取记录.json").read_text(encoding="utf-8"))

    assert verify_record(there, record) == ()
    changed = replace(there, rows=(replace(there.rows[0], note="改"), *there.rows[1:]))
    assert "台账哈希不一致" in verify_record(changed, record)[0]
    assert verify(whole, drawn, [swap]) == ()


def test_the_export_tells_its_hash_or_that_it_may_change(tmp_path: Path) -> None:
    assert frozen(row()).sha256 in _notes(frozen(row()), tmp_path)
    assert any("尚未冻结" in str(text) for text in _notes(ledger(row()), tmp_path))


def _notes(whole: Ledger, folder: Path) -> list[Any]:
    write_ledger(whole, folder / "台账.xlsx")
    sheet = load_workbook(folder / "台账.xlsx")["台账说明"]
    return [cells[1] for cells in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize("name", ["甲队", "乙队"])
def test_units_of_an_export_are_tied_again(tmp_path: Path, name: str) -> None:
    whole = frozen(replace(row(name), case=uuid4()))
    write_ledger(whole, tmp_path / "台账.xlsx")

    assert preview_ledger(tmp_path / "台账.xlsx", UNITS, LedgerChoices()).ready
