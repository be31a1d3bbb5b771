"""The manual says what the program is: tables, pictures, files, words and the worked example."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from docs.make_rule_list import MANUAL, TABLES, renewed
from reviewer.model import Choice, Mark, Marks, Occurrence, Standard, VetoChoice, VetoMark
from reviewer.scoring import load_standards, score
from reviewer.store import database

TEXT = MANUAL.read_text(encoding="utf-8")

_FORBIDDEN = ("您", "！", "AI", "智能", "系统", "数据", "异常", "抱歉")
_OWN_FILES = (database.DATABASE, database.CACHE, database.VAULT, database.BACKUP)


def test_the_tables_are_those_of_the_program() -> None:
    assert renewed(TEXT) == TEXT, "run docs/make_rule_list.py"


def test_a_manual_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="markers"):
        renewed("没有表")


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_has_rows(name: str) -> None:
    assert len(list(TABLES[name]())) > 5


@pytest.mark.parametrize("name", sorted(set(re.findall(r"screenshots/[\w.-]+", TEXT))))
def test_every_picture_of_the_manual_exists(name: str) -> None:
    assert (MANUAL.parent / name).is_file()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([\w.-]+\.(?:db|bak)|vault)`", TEXT))))
def test_every_file_of_the_manual_is_one_of_the_data_folder(name: str) -> None:
    assert name in _OWN_FILES


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(#([^)]+)\)", TEXT))))
def test_every_entry_of_the_contents_leads_somewhere(target: str) -> None:
    heads = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    assert target in {head.replace(" ", "-") for head in heads}


@pytest.mark.parametrize("word", _FORBIDDEN)
def test_the_manual_keeps_to_the_words_of_the_program(word: str) -> None:
    assert word not in TEXT


def test_the_worked_example_comes_out_as_the_manual_says() -> None:
    standard = _general()
    marks = _example(standard)

    found = score(standard, marks)

    assert (found.applicable, found.awarded) == (Decimal(95), Decimal(85))
    assert (found.total, found.grade) == (Decimal("90.5"), "优秀")
    assert "总分：89.5 ＋ 1 = 90.5，等次优秀" in TEXT


@pytest.mark.parametrize(
    ("veto", "total", "grade"),
    [("V18", Decimal("90.5"), "良好"), ("V09", Decimal(0), "不合格")],
)
def test_a_veto_in_the_worked_example(veto: str, total: Decimal, grade: str) -> None:
    standard = _general()
    marks = _example(standard)
    hit = {**marks.vetoes, veto: VetoMark(veto, VetoChoice.HIT)}

    found = score(standard, replace(marks, vetoes=hit))

    assert (found.total, found.grade, found.before_veto) == (total, grade, Decimal("90.5"))


def test_a_pending_item_in_the_worked_example() -> None:
    standard = _general()
    marks = _example(standard)
    pending = {**marks.items, "B1": Mark("B1")}

    found = score(standard, replace(marks, items=pending))

    assert f"范围 {found.low}～{found.high}" in TEXT


def _general() -> Standard:
    return next(standard for standard in load_standards() if standard.id == "general")


def _example(standard: Standard) -> Marks:
    """Return the marks of the example in section 8."""
    items = {item.id: Mark(item.id, Choice.CONFORMS) for item in standard.items}
    items |= {name: Mark(name, Choice.ABSENT, "not_taken") for name in ("A8", "C4", "C5")}
    deducted: Mapping[str, Mapping[str, int]] = {
        "A2": {"A2.1": 2},
        "A3": {"A3.2": 2},
        "A6": {"A6.1": 5, "A6.4": 1},
        "E2": {"E2.1": 1},
        "F5": {"F5.2": 2},
        "G1": {"G1.1": 1},
    }
    for name, counts in deducted.items():
        found = tuple(_occurrence(standard, name, clause, n) for clause, n in counts.items())
        items[name] = Mark(name, Choice.FAILS, occurrences=found)
    vetoes = {veto.id: VetoMark(veto.id, VetoChoice.EXCLUDED) for veto in standard.vetoes}
    return Marks(items, vetoes, {"JF2": Decimal(1)})


def _occurrence(standard: Standard, item: str, clause_id: str, count: int) -> Occurrence:
    clause = next(one for one in standard.item(item).clauses if one.id == clause_id)
    return Occurrence(uuid4(), clause_id, count, clause.points, "理由", fault=clause.fault)
