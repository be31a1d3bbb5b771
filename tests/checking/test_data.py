"""The data of the rules: calendars, statute texts, rules; and what a wrong file is told."""

from datetime import date
from pathlib import Path

import pytest

from reviewer.checking import load_calendar, load_laws, load_rules
from reviewer.checking.engine import rules_version
from reviewer.checking.make_calendars import write_years
from reviewer.checking.registry import FAMILIES, Registry
from reviewer.checking.words import page_list
from reviewer.errors import BadData
from reviewer.model import PageRef
from reviewer.reckoning.numerals import parse_numeral
from reviewer.resources import resource
from tests.checking.builders import laws, rules

FIRST_TWELVE = (
    *("M-DT05", "M-DT07", "M-DT23", "M-DT26", "M-DT37", "M-DT52"),
    *("T03", "T08", "T18", "T42", "K01", "K12"),
)


@pytest.mark.parametrize("code", FIRST_TWELVE)
def test_the_rule_ships(code: str) -> None:
    rule = rules()[code]

    assert rule.title
    assert rule.method.endswith("。")
    assert rule.family in FAMILIES


@pytest.mark.parametrize("code", sorted(rules()))
def test_every_article_that_a_rule_cites_is_in_the_book(code: str) -> None:
    book = load_laws()
    for cited in rules()[code].basis:
        law, _, number = cited.removesuffix("条").partition("第")
        if law in book.laws:
            assert book.article(law, parse_numeral(number) or 0), cited


def test_the_book_gives_an_article_with_its_paragraphs() -> None:
    article = laws().article("行政处罚法", 61)

    assert article
    assert article.text.startswith("行政处罚决定书应当在宣告后当场交付当事人")
    assert article.text.endswith("送达当事人。")
    assert article.effective == date(2021, 7, 15)


@pytest.mark.parametrize("name", ["处罚法", "《行政处罚法》", "中华人民共和国行政处罚法"])
def test_the_book_knows_other_ways_to_name_a_law(name: str) -> None:
    assert laws().article(name, 85)


@pytest.mark.parametrize(
    ("law", "number", "on", "effective"),
    [
        ("道路运输条例", 75, date(2023, 7, 19), date(2022, 5, 1)),
        ("道路运输条例", 75, date(2023, 7, 20), date(2023, 7, 20)),
        ("道路运输条例", 75, None, date(2023, 7, 20)),
        ("道路运输条例", 75, date(2020, 1, 1), None),
        ("行政处罚法", 61, date(2021, 7, 14), None),
        ("行政处罚法", 87, None, None),
        ("超限运输车辆行驶公路管理规定", 43, None, None),
    ],
)
def test_the_edition_in_force_that_day_is_given(
    law: str, number: int, on: date | None, effective: date | None
) -> None:
    article = laws().article(law, number, on)

    assert (article.effective if article else None) == effective


def test_every_article_of_every_law_is_found() -> None:
    last = {"行政处罚法": 86, "行政强制法": 71, "民事诉讼法": 306, "道路运输条例": 82, "公路法": 87}
    for law, number in last.items():
        assert all(laws().article(law, one) for one in range(1, number + 1))
        assert laws().article(law, number + 1) is None


def test_the_calendar_covers_2004_to_2026() -> None:
    calendar = load_calendar()

    assert (calendar.first_year, calendar.last_year) == (2004, 2026)
    assert date(2024, 10, 7) in calendar.holidays
    assert date(2024, 10, 12) in calendar.workdays
    assert not calendar.covers(date(2027, 1, 1))


def test_the_year_files_are_what_their_maker_writes(tmp_path: Path) -> None:
    for year in write_years(tmp_path):
        shipped = resource("calendars", f"{year}.yaml").read_text(encoding="utf-8")
        assert (tmp_path / f"{year}.yaml").read_text(encoding="utf-8") == shipped


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("2025.yaml", "days_off: [2025-01-01]\n", "working_weekends"),
        ("2025.yaml", "days_off: [2024-01-01]\nworking_weekends: []\n", "不在该年内"),
        ("2025.yaml", "days_off: [2025-01-04]\nworking_weekends: []\n", "是周末"),
        ("2025.yaml", "days_off: []\nworking_weekends: [2025-01-06]\n", "不是周末"),
        ("2026.yaml", "days_off: []\nworking_weekends: []\n", "缺少 2025 年"),
    ],
)
def test_a_wrong_calendar_is_refused(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / "2024.yaml").write_text("days_off: []\nworking_weekends: []\n", encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")

    with pytest.raises(BadData, match=told):
        load_calendar(tmp_path)


RULE = """
- code: T18
  title: 决定书送达
  basis: [行政处罚法第六十一条]
  reads: [decision_date]
  method: 一句话。
  family: deadlines.within
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (RULE + RULE, "T18 代码重复"),
        (RULE.replace("T18", "X1"), "X1 代码不合规范"),
        (RULE.replace("  method: 一句话。\n", ""), "缺少“method”"),
        (RULE + "  points: 3\n", "不认识的字段“points”"),
        (RULE.replace("decision_date", "decided"), "不认识的读取内容“decided”"),
        (RULE + "  valid_from: 明年\n", "“明年”不是日期"),
        ("code: T18", "应为规则列表"),
    ],
)
def test_a_wrong_rule_is_refused_by_name(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "rules.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(BadData, match=told):
        load_rules(tmp_path)


def test_rules_come_by_kind_and_code() -> None:
    kinds = "MTKVR"

    assert list(rules()) == sorted(rules(), key=lambda code: (kinds.index(code[0]), code))


def test_the_version_of_rules_follows_their_content(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RULE, encoding="utf-8")
    before = rules_version(load_rules(tmp_path))
    (tmp_path / "a.yaml").write_text(RULE.replace("within", "not_before"), encoding="utf-8")

    assert rules_version(load_rules(tmp_path)) != before


def test_a_family_is_registered_once() -> None:
    registry = Registry()
    registry.add("one")(FAMILIES["order.steps"])

    with pytest.raises(ValueError, match="one"):
        registry.add("one")(FAMILIES["order.steps"])


def test_pages_are_listed_in_runs() -> None:
    refs = [PageRef("a", page) for page in (3, 4, 5, 8)]

    assert page_list({"a": "a.pdf"}, refs) == "第3—5、8页"
    assert page_list({"a": "a.pdf", "b": "b.pdf"}, refs) == "《a.pdf》第3—5、8页"
    assert page_list({"a": "a.docx", "b": "b.pdf"}, [PageRef("a", 1)]) == "《a.docx》"
