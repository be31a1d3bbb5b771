"""Ledgers as twenty bureaus would write them: heads, cells, merged cells, bad files."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from reviewer.errors import UserError
from reviewer.intake.ledger_sheets import (
    confirmed,
    preview_ledger,
    read_exported,
)
from reviewer.model.campaigns import CampaignUnit, CaseKind
from reviewer.model.ledger_sheets import LedgerChoices, LedgerPreview, UnitMatching

UNITS = (
    CampaignUnit(UUID(int=11), "沙湖市交通运输综合执法支队", "SH01"),
    CampaignUnit(UUID(int=12), "沙湖市交通运输综合执法支队一大队"),
    CampaignUnit(UUID(int=13), "沙湖市交通运输综合执法支队二大队"),
)
UNIT = UNITS[0].name
HEAD = ["序号", "单位", "案号", "程序类型", "决定日期", "罚款金额（元）"]
ROW = [1, UNIT, "沙交罚〔2025〕1号", "一般程序", date(2025, 3, 1), 500]


def _book(path: Path, rows: Sequence[Sequence[Any]], *merges: str) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for merge in merges:
        sheet.merge_cells(merge)
    book.save(path)
    return path


def _preview(
    path: Path, *rows: Sequence[Any], choices: LedgerChoices | None = None
) -> LedgerPreview:
    return preview_ledger(_book(path / "台账.xlsx", rows), UNITS, choices)


def test_a_plain_ledger_is_read(tmp_path: Path) -> None:
    found = _preview(tmp_path, HEAD, ROW)

    assert found.ready
    (row,) = confirmed(found, UNITS)
    assert (row.unit, row.unit_name, row.case_no) == (UNITS[0].id, UNIT, "沙交罚〔2025〕1号")
    assert (row.kind, row.decided_on, row.fine) == (
        CaseKind.GENERAL,
        date(2025, 3, 1),
        Decimal(500),
    )
    assert row.year == 2025
    assert found.sample[0][2] == "沙交罚〔2025〕1号"


@pytest.mark.parametrize(
    "above",
    [
        [],
        [["沙湖市交通运输局行政执法案件目录"]],
        [["案件台账"], ["填报单位：沙湖市交通运输局", None, None, "2025年9月1日"], []],
    ],
    ids=["head first", "title", "title and unit"],
)
def test_the_head_need_not_come_first(tmp_path: Path, above: list[list[Any]]) -> None:
    found = _preview(tmp_path, *above, HEAD, ROW)

    assert len(found.rows) == 1
    assert found.head_rows == (len(above) + 1, len(above) + 1)


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (
            ["办案机构", "行政处罚决定书文号", "案件类别", "被处罚人", "处罚时间", "罚没金额"],
            ["unit", "decision_no", "kind", "party", "decided_on", "fine"],
        ),
        (
            ["执法主体*", "立案号", "适用程序", "当事人(脱敏)", "结案 时间", "承办人一（证号）"],
            ["unit", "case_no", "kind", "party", "closed_on", "officer1"],
        ),
        (
            ["单位", "文 号", "类型", "执法人员", "执法人员", "案卷页数（页）"],
            ["unit", "case_no", "kind", "officer1", "officer2", "pages"],
        ),
    ],
)
def test_heads_of_other_bureaus(tmp_path: Path, head: list[str], fields: list[str]) -> None:
    row = [UNIT, "沙交罚〔2025〕1号", "普通", "张某", "2025.3.1", "5"]

    found = _preview(tmp_path, head, row)

    assert [column.field for column in found.columns] == fields


def test_a_head_of_two_rows_with_merged_cells(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["单位", "文号", "程序", "承办人一", None, "日期", None],
        [None, None, None, "姓名", "证号", "立案", "决定"],
        [1, 2, 3, 4, 5, 6, 7],
        [UNIT, "沙交罚〔2025〕1号", "简易", "马甲", 3001, "2025年3月1日", "20250302"],
    ]
    path = _book(tmp_path / "台账.xlsx", rows, "A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1")

    found = preview_ledger(path, UNITS)

    (row,) = confirmed(found, UNITS)
    assert row.officers == (("马甲", "3001"),)
    assert (row.filed_on, row.decided_on) == (date(2025, 3, 1), date(2025, 3, 2))
    assert found.head_rows == (1, 2)


def test_the_first_case_is_never_taken_for_a_second_row_of_the_head(tmp_path: Path) -> None:
    found = _preview(tmp_path, [*HEAD[:5], "处理意见"], [*ROW[:5], "罚款"], [*ROW[:5], "罚款"])

    assert found.head_rows == (1, 1)
    assert len(found.rows) == 2


def test_merged_units_and_merged_cases(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [*HEAD, "承办人"],
        [1, UNIT, "沙交罚〔2025〕1号", "普通", "2025-3-1", 500, "马甲（3001）"],
        [None, None, None, None, None, None, "王乙（3002）"],
        [2, None, "沙交罚〔2025〕2号", "普通", "2025/3/2", "1,000.00", "马甲 3001"],
    ]
    merges = [f"{letter}2:{letter}3" for letter in "ACDEF"]
    path = _book(tmp_path / "台账.xlsx", rows, "B2:B4", *merges)

    first, second = confirmed(preview_ledger(path, UNITS), UNITS)

    assert first.officers == (("马甲", "3001"), ("王乙", "3002"))
    assert (second.unit_name, second.fine) == (UNIT, Decimal(1000))
    assert second.officers == (("马甲", "3001"),)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (datetime.fromisoformat("2025-03-01T10:20:00"), date(2025, 3, 1)),
        ("2025-03-01", date(2025, 3, 1)),
        ("2025.3.1", date(2025, 3, 1)),
        ("2025/3/1", date(2025, 3, 1)),
        ("2025年3月1日", date(2025, 3, 1)),
        ("二〇二五年三月一日", date(2025, 3, 1)),
        ("20250301", date(2025, 3, 1)),
        (20250301, date(2025, 3, 1)),
        (45717, date(2025, 3, 1)),
        ("2025年3月1日 10时20分许", date(2025, 3, 1)),
        ("2025-03-01 10:20", date(2025, 3, 1)),
        ("/", None),
        ("—", None),
        (None, None),
    ],
)
def test_days_in_all_styles(tmp_path: Path, written: Any, expected: date | None) -> None:
    found = _preview(tmp_path, HEAD, [*ROW[:4], written, 500])

    assert [row.decided_on for row in found.rows] == [expected]


@pytest.mark.parametrize(
    ("at", "written", "told"),
    [
        (
            4,
            "2025.13.1",
            "第 2 行 E 列（决定日期）：“2025.13.1”不是日期，请写成",
        ),
        (4, "2025年3月1日至3月5日", "第 2 行 E 列（决定日期）：“2025年3月1日至3月5日”"),
        (4, "1025-03-01", "第 2 行 E 列（决定日期）："),
        (5, "五百左右", "第 2 行 F 列（罚款金额（元））：“五百左右”不是数额"),
        (5, -1, "第 2 行 F 列"),
        (3, "其他", "第 2 行 D 列（案件类型）：“其他”请填普通、简易"),
        (2, None, "第 2 行 C 列（案号或决定书文号）：没有填写"),
        (1, "", "第 2 行 B 列（单位）：没有填写"),
        (5, "#REF!", "第 2 行 F 列（罚款金额（元））：公式的结果是 #REF!"),
        (5, "=A2*2", "第 2 行 F 列（罚款金额（元））：是没有计算结果的公式"),
        (2, "=B2", "第 2 行 C 列（案号或决定书文号）：是没有计算结果的公式"),
    ],
)
def test_a_wrong_cell_is_named(tmp_path: Path, at: int, written: Any, told: str) -> None:
    found = _preview(
        tmp_path, HEAD, [*ROW[:at], written, *ROW[at + 1 :]], [*ROW[:2], "2号", *ROW[3:]]
    )

    assert str(found.faults[0]).startswith(told)
    assert len(found.rows) == 1
    with pytest.raises(UserError, match="第 2 行"):
        confirmed(found, UNITS)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (500, Decimal(500)),
        ("500元", Decimal(500)),
        ("3万元", Decimal(30000)),
        ("￥1,000.50", Decimal("1000.50")),
        ("伍佰元整", Decimal(500)),
        (0.1 + 0.2, Decimal("0.30")),
        ("无", None),
        (0, Decimal(0)),
    ],
)
def test_amounts(tmp_path: Path, written: Any, expected: Decimal | None) -> None:
    assert [row.fine for row in _preview(tmp_path, HEAD, [*ROW[:5], written]).rows] == [expected]


def test_amounts_under_a_head_of_ten_thousand(tmp_path: Path) -> None:
    head = [*HEAD[:5], "罚款金额（万元）"]

    assert _preview(tmp_path, head, [*ROW[:5], 0.35]).rows[0].fine == Decimal(3500)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("一般", CaseKind.GENERAL),
        ("行政处罚（简易程序）", CaseKind.SUMMARY),
        ("普通程序（不予处罚）", CaseKind.NO_PENALTY),
        ("查封扣押强制措施", CaseKind.COERCIVE),
        ("行政检查", CaseKind.INSPECTION),
    ],
)
def test_kinds_as_units_write_them(tmp_path: Path, written: str, expected: CaseKind) -> None:
    found = _preview(tmp_path, HEAD, [*ROW[:3], written, *ROW[4:]])

    assert [row.kind for row in found.rows] == [expected]


@pytest.mark.parametrize(
    ("written", "expected"),
    [("是", True), ("√", True), ("有", True), (True, True), (1, True), ("否", False), ("无", False),
     ("未听证", False), ("×", False), ("/", None), (None, None)],
)  # fmt: skip
def test_yes_and_no(tmp_path: Path, written: Any, expected: bool | None) -> None:
    found = _preview(tmp_path, [*HEAD, "是否听证"], [*ROW, written])

    assert [row.hearing for row in found.rows] == [expected]


@pytest.mark.parametrize(
    "written",
    [
        "沙交罚[2025]第1号",
        "沙交罚（2025）1号",
        "沙交罚 〔2025〕 1 号",
        "案号：沙交罚【2025】1号",
        "沙交罚〔2025〕1",
    ],
)
def test_one_number_in_many_prints(tmp_path: Path, written: str) -> None:
    found = _preview(tmp_path, HEAD, [*ROW[:2], written, *ROW[3:]])

    assert found.rows[0].case_no == "沙交罚〔2025〕1号"


def test_the_number_of_the_decision_goes_before_that_of_the_case(tmp_path: Path) -> None:
    head = ["单位", "案号", "决定书文号", "程序"]
    found = _preview(
        tmp_path, head, [UNIT, "立1", "罚〔2025〕1号", "普通"], [UNIT, "立2", "/", "不予处罚"]
    )

    assert [row.case_no for row in found.rows] == ["罚〔2025〕1号", "立2"]


def test_a_certificate_that_lost_its_digits_is_named(tmp_path: Path) -> None:
    found = _preview(tmp_path, [*HEAD, "承办人", "执法证号"], [*ROW, "马甲", 6.40102199001011e17])

    assert "末几位已丢失" in found.faults[0].reason


def test_examples_feet_heads_and_blank_rows_are_left_out(tmp_path: Path) -> None:
    found = _preview(
        tmp_path,
        HEAD,
        ["示例", "某单位", "某罚〔2025〕1号", "普通", None, None],
        ROW,
        [],
        HEAD,
        [2, UNIT, "沙交罚〔2025〕2号", "普通", None, None],
        ["合计", None, None, None, None, 500],
        ["填表人：高", None, None, None, None, None],
    )

    assert found.ready
    assert len(found.rows) == 2
    assert sum("没有读取" in one for one in found.notices) == 3


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    book = Workbook()
    for row in (HEAD, ROW):
        book.worksheets[0].append(row)
    book.worksheets[0].row_dimensions[2].hidden = True
    book.save(tmp_path / "台账.xlsx")

    found = preview_ledger(tmp_path / "台账.xlsx", UNITS)

    assert len(found.rows) == 1
    assert any("1 行在表格中被隐藏" in one for one in found.notices)


def test_the_sheet_that_is_a_ledger_is_found(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["说明", "请按要求填写"])
    for name in ("一月", "二月"):
        for row in (HEAD, ROW):
            book.create_sheet(name).append(row) if row is HEAD else book[name].append(row)
    book.save(tmp_path / "台账.xlsx")

    found = preview_ledger(tmp_path / "台账.xlsx", UNITS)
    other = preview_ledger(tmp_path / "台账.xlsx", UNITS, LedgerChoices(sheet="二月"))

    assert (found.sheet, other.sheet) == ("一月", "二月")
    assert any("二月" in one for one in found.notices)


def test_a_workbook_without_a_ledger_names_its_sheets(tmp_path: Path) -> None:
    path = _book(tmp_path / "通讯录.xlsx", [["姓名", "电话"], ["高", "1"]])

    with pytest.raises(UserError, match="Sheet") as caught:
        preview_ledger(path, UNITS)
    assert "工作表" in caught.value.remedy
    with pytest.raises(UserError, match="没有名为“三月”"):
        preview_ledger(path, UNITS, LedgerChoices(sheet="三月"))


def test_a_missing_column_is_asked_for_and_may_be_given_for_all(tmp_path: Path) -> None:
    head, row = ["案号", "罚款金额", "决定日期"], ["沙交罚〔2025〕1号", 500, "2025-3-1"]

    found = _preview(tmp_path, head, row)
    assert found.missing == ("单位", "案件类型")
    assert found.rows == ()
    assert found.sample
    with pytest.raises(UserError, match="没有找到单位、案件类型列"):
        confirmed(found, UNITS)

    given = LedgerChoices(constants={"unit": UNIT, "kind": "简易"})
    (one,) = confirmed(_preview(tmp_path, head, row, choices=given), UNITS)
    assert (one.unit_name, one.kind) == (UNIT, CaseKind.SUMMARY)


def test_a_mapping_is_remembered_by_its_head(tmp_path: Path) -> None:
    head = ["甲列", "乙列", "丙列"]
    row = [UNIT, "沙交罚〔2025〕1号", "普通"]
    chosen = LedgerChoices(head_row=1, fields=("unit", "case_no", "kind"))

    first = _preview(tmp_path, head, row, choices=chosen)
    again = preview_ledger(
        tmp_path / "台账.xlsx", UNITS, LedgerChoices(head_row=1), [first.mapping]
    )

    assert first.ready
    assert again.ready
    assert again.mapping == first.mapping
    with pytest.raises(UserError, match="对应了两列"):
        _preview(tmp_path, head, row, choices=LedgerChoices("", 1, ("unit", "unit", "kind")))


@pytest.mark.parametrize(
    ("written", "how"),
    [
        (UNIT, UnitMatching.EXACT),
        ("沙湖市交通运输 综合执法支队", UnitMatching.EXACT),
        ("沙湖市交通运输综合执法支队（一大队）", UnitMatching.NORMALISED),
        ("sh01", UnitMatching.NORMALISED),
        ("沙湖市交通执法支队二大队", UnitMatching.UNKNOWN),
        ("平原县水务局", UnitMatching.UNKNOWN),
    ],
)
def test_units_are_tied_never_silently(tmp_path: Path, written: str, how: UnitMatching) -> None:
    found = _preview(tmp_path, HEAD, [1, written, *ROW[2:]])

    assert [match.how for match in found.units] == [how]
    assert found.ready is (how is not UnitMatching.UNKNOWN)


def test_a_similar_unit_is_suggested_and_taken_only_when_chosen(tmp_path: Path) -> None:
    name = "沙湖市交通执法支队二大队"
    found = _preview(tmp_path, HEAD, [1, name, *ROW[2:]])

    assert UNITS[2].id in found.units[0].suggestions
    with pytest.raises(UserError, match=name):
        confirmed(found, UNITS)
    chosen = LedgerChoices(units={name: UNITS[2].id})
    (row,) = confirmed(_preview(tmp_path, HEAD, [1, name, *ROW[2:]], choices=chosen), UNITS)
    assert (row.unit, row.unit_name) == (UNITS[2].id, UNITS[2].name)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("台账.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧格式"),
        ("台账.et", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧格式"),
        (
            "台账.xlsx",
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600,
            "打开密码",
        ),
        ("台账.xls", b"<html><table><tr><td>1", "不是 Excel 工作簿"),
        ("台账.xlsx", b"", "空文件"),
        ("台账.xlsx", b"PK\x03\x04broken", "损坏"),
        ("台账.docx", b"%PDF-1.7", "不是 Excel 工作簿"),
    ],
)
def test_other_files_get_a_sentence_and_a_remedy(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(UserError, match=words) as caught:
        preview_ledger(tmp_path / name, UNITS)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("member", "words"), [("word/document.xml", "不是"), ("xl/workbook.bin", "xlsb")]
)
def test_other_packages_are_refused(tmp_path: Path, member: str, words: str) -> None:
    with ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr(member, "x")

    with pytest.raises(UserError, match=words):
        preview_ledger(tmp_path / "a.xlsx", UNITS)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="无法打开"):
        preview_ledger(tmp_path / "没有.xlsx", UNITS)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_csv_file_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "台账.csv"
    path.write_text(
        f'单位,案号,程序,罚款金额\n{UNIT},沙交罚〔2025〕1号,普通,"1,000"\n', encoding=encoding
    )

    assert preview_ledger(path, UNITS).rows[0].fine == Decimal(1000)
    assert read_exported(path).rows[0].unit_name == UNIT
