"""The unit's library from Excel: what the program writes comes back, every wrong cell is named."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from reviewer.errors import UserError
from reviewer.intake.library import read_library
from reviewer.model import (
    Band,
    Benchmark,
    LawfulSubject,
    Library,
    PartyKind,
    ReviewStaff,
    RosterEntry,
    Threshold,
    ThresholdKind,
)
from reviewer.model.library_sheets import SHEETS, versioned
from reviewer.reports.library_excel import write_library, write_library_template

NAME = st.text("马强王芳丁一高洁甲乙", min_size=1, max_size=4)
WORDS = st.text("沙湖市交通运输局一般初次违法=+-1A", min_size=1, max_size=12)
SPAN = st.one_of(
    st.tuples(st.none(), st.none()),
    st.tuples(st.dates(date(2000, 1, 1), date(2020, 1, 1)), st.none()),
    st.tuples(
        st.dates(date(2000, 1, 1), date(2020, 1, 1)), st.dates(date(2020, 1, 2), date(2040, 1, 1))
    ),
)
AMOUNTS = st.integers(0, 10**7).map(Decimal)
SUBJECTS = st.builds(
    lambda name, span, fields, region: LawfulSubject(name, span[0], span[1], fields, region),
    WORDS,
    SPAN,
    st.lists(NAME, max_size=2).map(tuple),
    st.sampled_from(["", "银川市"]),
)
OFFICERS = st.lists(
    st.builds(
        lambda cert, name, span, kin: RosterEntry(
            name, str(cert), span[0], span[1], kin, "东街1号"
        ),
        st.integers(10**5, 10**11),
        NAME,
        SPAN,
        st.lists(NAME, max_size=2).map(tuple),
    ),
    max_size=4,
    unique_by=lambda one: one.cert,
).map(tuple)
STAFF = st.builds(ReviewStaff, NAME, st.booleans(), st.none() | st.dates(date(2000, 1, 1)))
THRESHOLDS = st.builds(
    lambda kind, party, amount, inclusive, span: Threshold(
        kind, party, amount, "吊销许可证件" if amount is None else "", inclusive, *span
    ),
    st.sampled_from(ThresholdKind),
    st.none() | st.sampled_from(PartyKind),
    st.none() | AMOUNTS,
    st.booleans(),
    SPAN,
)
BENCHMARKS = st.lists(
    st.builds(
        lambda name, offence, bands, span: Benchmark(
            name, offence, "道路运输条例", 63, 1, None, "元", "", tuple(bands), "文", *span
        ),
        NAME,
        WORDS,
        st.lists(
            st.builds(lambda low, more: Band("一般", "初次", low, low + more), AMOUNTS, AMOUNTS),
            min_size=1,
            max_size=3,
        ),
        SPAN,
    ),
    max_size=3,
    unique_by=lambda one: one.id,
).map(tuple)
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "overload_rounding": st.sampled_from(["whole", "up"]),
        "individual_business": st.sampled_from(["person", "organisation"]),
        "plead_days": st.integers(1, 30).map(str),
        "certificate_format": st.just(r"64\d{4}"),
    },
)
LIBRARIES = st.builds(
    Library,
    officers=OFFICERS,
    settings=SETTINGS,
    subjects=st.lists(SUBJECTS, max_size=3).map(tuple),
    reviewers=st.lists(STAFF, max_size=3).map(tuple),
    thresholds=st.lists(THRESHOLDS, max_size=4).map(tuple),
    benchmarks=BENCHMARKS,
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LIBRARIES)
def test_what_is_written_comes_back(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "本单位库.xlsx"

    write_library(library, path)
    found = read_library(path)

    assert found.faults == ()
    assert found.library == versioned(library)


def test_the_template_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"

    write_library_template(path)
    found = read_library(path)

    assert found == type(found)(Library(), (), {})
    assert load_workbook(path).sheetnames == [layout.title for layout in SHEETS]


def test_the_version_is_that_of_the_content() -> None:
    one = versioned(Library(settings={"plead_days": "3", "archive_days": "30"}))
    same = versioned(Library(settings={"archive_days": "30", "plead_days": "3"}, version="x"))

    assert one.version == same.version != ""
    assert versioned(Library()).version == ""


def filled(tmp_path: Path, title: str, rows: list[list[Any]]) -> Path:
    """Return a template with `rows` below the example of a sheet, the mark left empty."""
    path = tmp_path / "本单位库.xlsx"
    write_library_template(path)
    book = load_workbook(path)
    for row in rows:
        book[title].append([None, *row])
    book.save(path)
    return path


READABLE: dict[str, tuple[str, list[Any], Callable[[Library], Any], Any]] = {
    "a date as text": (
        "执法人员",
        ["马强", "640001", "2024.3.1"],
        lambda one: one.officers[0].valid_from,
        date(2024, 3, 1),
    ),
    "a date in Chinese": (
        "执法人员",
        ["马强", "640001", "2024年3月1日"],
        lambda one: one.officers[0].valid_from,
        date(2024, 3, 1),
    ),
    "a date as eight digits": (
        "执法人员",
        ["马强", "640001", 20240301],
        lambda one: one.officers[0].valid_from,
        date(2024, 3, 1),
    ),
    "a date as Excel counts": (
        "执法人员",
        ["马强", "640001", 45352],
        lambda one: one.officers[0].valid_from,
        date(2024, 3, 1),
    ),
    "a date with time": (
        "执法人员",
        ["马强", "640001", datetime.fromisoformat("2024-03-01T08:00")],
        lambda one: one.officers[0].valid_from,
        date(2024, 3, 1),
    ),
    "a certificate that Excel took for a number": (
        "执法人员",
        ["马强", 640001.0],
        lambda one: one.officers[0].cert,
        "640001",
    ),
    "kin parted by commas": (
        "执法人员",
        ["马强", "640001", None, None, None, "马小军，丁一"],
        lambda one: one.officers[0].relatives,
        ("马小军", "丁一"),
    ),
    "an amount as text": (
        "标准和口径",
        ["听证标准", "公民", "5,000"],
        lambda one: one.thresholds[0].amount,
        Decimal(5000),
    ),
    "an amount in ten thousands": (
        "标准和口径",
        ["听证标准", None, "3万元"],
        lambda one: one.thresholds[0].amount,
        Decimal(30000),
    ),
    "a setting": (
        "标准和口径",
        ["个体工商户简易程序档", None, None, None, "公民"],
        lambda one: dict(one.settings),
        {"individual_business": "person"},
    ),
}


@pytest.mark.parametrize(("title", "row", "asked", "value"), READABLE.values(), ids=READABLE)
def test_cells_are_read_as_people_fill_them_in(
    tmp_path: Path, title: str, row: list[Any], asked: Callable[[Library], Any], value: Any
) -> None:
    found = read_library(filled(tmp_path, title, [row]))

    assert found.faults == ()
    assert asked(found.library) == value


WRONG: dict[str, tuple[str, list[list[Any]], str, str]] = {
    "no name": ("执法人员", [[None, "640001"]], "B4", "“姓名”没有填写"),
    "no date": ("执法人员", [["马强", "640001", "去年"]], "D4", "不是日期"),
    "ends before it begins": (
        "执法人员",
        [["马强", "640001", "2024-03-02", "2024-03-01"]],
        "E4",
        "早于起始日期",
    ),
    "a number of two people": (
        "执法人员",
        [["马强", "640001"], ["王芳", "640001"]],
        "C5",
        "与第4行的马强相同",
    ),
    "not in the list": ("法制审核人员", [["高洁", "有"]], "C4", "不在可选的是、否之内"),
    "neither amount nor words": ("标准和口径", [["听证标准"]], "D4", "数额和内容都没有填写"),
    "a setting of other words": (
        "标准和口径",
        [["超限罚款取整", None, None, None, "四舍五入"]],
        "F4",
        "整数倍、零头进一之一",
    ),
    "a setting twice": (
        "标准和口径",
        [["归档天数", None, None, None, "30"], ["归档天数", None, None, None, "60"]],
        "B5",
        "与第4行重复",
    ),
    "upper below lower": (
        "裁量基准",
        [["A", "甲", "公路法", 76, None, None, None, None, "一般", None, 500, 300]],
        "M4",
        "“上限”小于“下限”",
    ),
    "another article under one number": (
        "裁量基准",
        [
            ["A", "甲", "公路法", 76, None, None, None, None, "一般", None, 100, 300],
            ["A", "甲", "公路法", 77, None, None, None, None, "较重", None, 300, 500],
        ],
        "E5",
        "与同一编号的第4行不同",
    ),
}


@pytest.mark.parametrize(("title", "rows", "cell", "reason"), WRONG.values(), ids=WRONG)
def test_every_wrong_cell_is_named(
    tmp_path: Path, title: str, rows: list[list[Any]], cell: str, reason: str
) -> None:
    found = read_library(filled(tmp_path, title, rows))

    assert [(one.sheet, one.cell) for one in found.faults] == [(title, cell)]
    assert reason in found.faults[0].reason


def test_the_right_rows_come_beside_the_wrong_ones(tmp_path: Path) -> None:
    path = filled(
        tmp_path, "执法人员", [["马强", "640001"], [None, "640002"], [], ["王芳", "640003"]]
    )

    found = read_library(path)

    assert [one.name for one in found.library.officers] == ["马强", "王芳"]
    assert len(found.faults) == 1
    assert found.counts == {"执法人员": 2}


def test_columns_may_stand_in_any_order_with_others_between(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = " 执法人员 "
    sheet.append([])
    sheet.append(["执法证号", "部门", "姓名 *"])
    sheet.append([640001, "一大队", "马强"])
    path = tmp_path / "名册.xlsx"
    book.save(path)

    found = read_library(path)

    assert (found.library.officers, found.faults) == ((RosterEntry("马强", "640001"),), ())


def test_a_sheet_without_heads_is_named(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "执法人员"
    book.worksheets[0].append(["马强", "640001"])
    path = tmp_path / "名册.xlsx"
    book.save(path)

    assert [one.reason for one in read_library(path).faults] == [
        "没有找到列标题，应有姓名、执法证号"
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", "姓名,证号".encode()])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "名册.xlsx"
    path.write_bytes(content)

    with pytest.raises(UserError, match="不是能读的"):
        read_library(path)


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "其他.xlsx"
    Workbook().save(path)

    with pytest.raises(UserError, match="没有本单位库的工作表"):
        read_library(path)
