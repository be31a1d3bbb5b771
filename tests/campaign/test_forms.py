"""The form that a unit fills in without this program, written, treated badly and read back."""

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.campaign.form_preview import apply, default_choice, preview
from reviewer.errors import UserError
from reviewer.intake.rectification_forms import read_form
from reviewer.model.feedback import Rectification, RectificationState
from reviewer.model.rectification_forms import (
    COLUMNS,
    FormPreview,
    PreviewRow,
    RectificationForm,
    RowState,
    cell_tag,
    row_mark,
)
from reviewer.reports.campaign.rectification_form_word import write_word_form
from reviewer.reports.campaign.rectification_forms import write_form
from tests.campaign.campaign_builders import (
    OTHER_UNIT,
    UNIT,
    make_actor,
    make_campaign,
    make_rectification,
)

CAMP = make_campaign()
RECORDS = tuple(make_rectification(n) for n in (1, 2, 3))
TODAY = date(2026, 3, 30)
FIRST = 5
"""Row of the first problem in the workbook."""
COLUMN = {one.field: at for at, one in enumerate(COLUMNS, 1)}
MARK = len(COLUMNS) + 1
FILL = {
    "measures": "补签并培训",
    "responsible": "赵某某",
    "progress": "已完成",
    "done_on": "2026-03-20",
    "evidence_named": "补签照片",
}


def make_form(records: tuple[Rectification, ...] = RECORDS) -> RectificationForm:
    return RectificationForm(CAMP, CAMP.units[0], records)


def excel(folder: Path, change: Callable[[Worksheet], None] = lambda sheet: None) -> Path:
    path = folder / "整改台账填报表.xlsx"
    write_form(make_form(), path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    change(sheet)
    book.save(path)
    return path


def fill(sheet: Worksheet, row: int, **texts: Any) -> None:
    for field, text in (FILL | texts).items():
        sheet.cell(row, COLUMN[field]).value = text


def look(path: Path, records: tuple[Rectification, ...] = RECORDS, **kind: Any) -> FormPreview:
    return preview(read_form(path), CAMP, records, TODAY, **kind)


def states(shown: FormPreview) -> dict[str, RowState]:
    return {f"{one.problem[:5]}{one.place[-4:]}": one.state for one in shown.rows}


def by_record(shown: FormPreview, number: int) -> list[PreviewRow]:
    return [one for one in shown.rows if one.rectification == RECORDS[number - 1].id]


def test_what_the_unit_filled_in_is_previewed_and_imported(tmp_path: Path) -> None:
    shown = look(excel(tmp_path, lambda sheet: fill(sheet, FIRST)))
    (row,) = by_record(shown, 1)

    assert (row.state, row.case_no) == (RowState.READY, "甲交执罚〔2025〕1号")
    assert [(one.title, one.after) for one in row.changes] == [
        ("整改措施", "补签并培训"),
        ("责任人", "赵某某"),
        ("完成情况", "已完成"),
        ("完成日期", "2026-03-20"),
        ("佐证材料名称", "补签照片"),
    ]
    assert [one.state for one in shown.rows[1:]] == [RowState.EMPTY, RowState.EMPTY]
    (after,) = apply(shown, default_choice(shown), RECORDS, make_actor())
    assert after.state is RectificationState.REPORTED
    assert (after.measures, after.done_on) == ("补签并培训", date(2026, 3, 20))
    assert after.history[-1].note == "由整改台账填报表导入"


def test_the_preview_changes_nothing_and_reading_again_finds_no_change(tmp_path: Path) -> None:
    path = excel(tmp_path, lambda sheet: fill(sheet, FIRST))
    shown = look(path)
    after = apply(shown, default_choice(shown), RECORDS, make_actor())

    assert look(path, (*after, *RECORDS[1:])).rows[0].state is RowState.SAME


@pytest.mark.parametrize(
    "written",
    [
        date(2026, 3, 20),
        datetime(2026, 3, 20, 9, tzinfo=UTC).replace(tzinfo=None),
        46101,
        "2026年3月20日",
        "2026.3.20",
        "20260320",
    ],
    ids=["date", "time", "number of days", "Chinese", "dots", "digits"],
)
def test_a_date_is_read_in_every_form(tmp_path: Path, written: Any) -> None:
    shown = look(excel(tmp_path, lambda sheet: fill(sheet, FIRST, done_on=written)))

    assert {one.field: one.after for one in shown.rows[0].changes}["done_on"] == "2026-03-20"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("三月底", "M5 单元格：完成日期“三月底”不是日期，不导入这一栏。"),
        ("2026-03-31", "M5 单元格：完成日期 2026-03-31 在今日之后。"),
    ],
    ids=["no date", "after today"],
)
def test_a_doubtful_date_is_shown(tmp_path: Path, written: str, reason: str) -> None:
    shown = look(excel(tmp_path, lambda sheet: fill(sheet, FIRST, done_on=written)))

    assert shown.rows[0].state is RowState.CHECK
    assert reason in shown.rows[0].reasons


def test_rows_in_another_order_are_known_by_their_marks(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, FIRST, measures="第一项")
        fill(sheet, FIRST + 2, measures="第三项")
        rows = [[cell.value for cell in sheet[FIRST + n]] for n in range(3)]
        for n, values in enumerate(reversed(rows)):
            for at, value in enumerate(values, 1):
                sheet.cell(FIRST + n, at).value = value

    shown = look(excel(tmp_path, change))

    assert by_record(shown, 1)[0].changes[0].after == "第一项"
    assert by_record(shown, 3)[0].changes[0].after == "第三项"
    assert "第 7 行" in by_record(shown, 1)[0].place


def test_a_deleted_row_is_named_and_an_added_one_refused(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.delete_rows(FIRST + 1)
        sheet.cell(FIRST + 2, COLUMN["problem"]).value = "另一个问题"
        sheet.cell(FIRST + 2, COLUMN["measures"]).value = "已改"

    shown = look(excel(tmp_path, change))

    assert by_record(shown, 2)[0].state is RowState.ABSENT
    added = next(one for one in shown.rows if one.rectification is None)
    assert added.state is RowState.REFUSED
    assert added.reasons == ("本行没有标识，可能是填报单位自行增加的行。",)
    assert shown.notes == ("下发时 3 项，表中辨认出 2 项。",)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("补签并培训", [RowState.READY, RowState.REFUSED]),
        ("另一种措施", [RowState.REFUSED, RowState.REFUSED]),
    ],
    ids=["the same", "different"],
)
def test_a_row_twice(tmp_path: Path, second: str, expected: list[RowState]) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, FIRST)
        for at in range(1, MARK + 1):
            sheet.cell(FIRST + 3, at).value = sheet.cell(FIRST, at).value
        fill(sheet, FIRST + 3, measures=second)

    shown = look(excel(tmp_path, change))

    assert [one.state for one in by_record(shown, 1)] == expected


def test_an_empty_copy_does_not_hide_the_filled_row(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        for at in range(1, MARK + 1):
            sheet.cell(FIRST + 3, at).value = sheet.cell(FIRST, at).value
        fill(sheet, FIRST + 3)

    found = by_record(look(excel(tmp_path, change)), 1)

    assert [one.state for one in found] == [RowState.REFUSED, RowState.READY]


def test_a_cell_merged_over_rows_counts_for_all_of_them(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        for n in range(3):
            fill(sheet, FIRST + n, responsible=None)
        sheet.cell(FIRST, COLUMN["responsible"]).value = "赵某某"
        at = COLUMN["responsible"]
        sheet.merge_cells(start_row=FIRST, end_row=FIRST + 2, start_column=at, end_column=at)

    shown = look(excel(tmp_path, change))

    assert [{c.field: c.after for c in one.changes}["responsible"] for one in shown.rows] == [
        "赵某某"
    ] * 3


def test_other_names_of_sheets_and_heads_and_other_columns_do_no_harm(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, FIRST)
        sheet.title = "Sheet1"
        sheet.cell(4, COLUMN["measures"]).value = "怎么改的"
        sheet.insert_cols(1)
        sheet.insert_rows(1)

    shown = look(excel(tmp_path, change))

    assert shown.rows[0].state is RowState.READY
    assert shown.rows[0].place == "工作表“Sheet1”第 6 行"


def test_without_the_mark_a_row_is_found_by_its_text_and_shown(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, FIRST)
        sheet.cell(FIRST, MARK).value = None

    shown = look(excel(tmp_path, change))

    assert shown.rows[0].state is RowState.CHECK
    assert shown.rows[0].reasons[0] == "本行没有标识，按案卷和问题的文字对应，请核对。"


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("problem", "没有问题", "“问题”一栏与下发的内容不同"),
        ("mark", None, "本行标识的校验不符"),
    ],
    ids=["a locked text", "the mark"],
)
def test_what_was_altered_is_shown_and_not_imported_by_itself(
    tmp_path: Path, field: str, text: str | None, reason: str
) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, FIRST)
        if text is None:
            sheet.cell(FIRST, MARK).value = row_mark(RECORDS[0])[:-1] + "x".translate(
                {ord("x"): "0" if row_mark(RECORDS[0])[-1] != "0" else "1"}
            )
        else:
            sheet.cell(FIRST, COLUMN[field]).value = text

    shown = look(excel(tmp_path, change))

    assert shown.rows[0].state is RowState.CHECK
    assert reason in shown.rows[0].reasons[0]
    assert default_choice(shown) == ()


def test_rows_sorted_without_the_hidden_column_are_known_by_their_text(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, FIRST, measures="第一项")
        marks = [sheet.cell(FIRST + n, MARK).value for n in range(3)]
        for n in range(3):
            sheet.cell(FIRST + n, MARK).value = marks[n - 1]

    shown = look(excel(tmp_path, change))
    (row,) = by_record(shown, 1)

    assert row.changes[0].after == "第一项"
    assert row.state is RowState.CHECK
    assert row.reasons[0] == "本行的标识属于另一问题，按案卷和问题的文字对应，请核对。"
    assert {one.state for one in shown.rows[1:]} == {RowState.EMPTY}


Move = tuple[str, int, int]
WHAT = st.sampled_from(("swap", "copy", "delete", "add", "unmark", "swap marks"))
MOVES = st.lists(st.tuples(WHAT, st.integers(0, 5), st.integers(0, 5)), max_size=6)


@given(MOVES)
@settings(max_examples=25, deadline=None)
def test_no_answer_ever_reaches_another_problem(moves: list[Move]) -> None:
    """Whatever is done to whole rows, an answer is imported for its own problem or not at all."""

    def change(sheet: Worksheet) -> None:
        for n in range(3):
            fill(sheet, FIRST + n, measures=f"措施{n + 1}")
        rows = [[cell.value for cell in sheet[FIRST + n]] for n in range(3)]
        for what, one, other in moves:
            rows = mangled(rows, what, one, other)
        sheet.delete_rows(FIRST, 20)
        for n, values in enumerate(rows):
            for at, value in enumerate(values, 1):
                sheet.cell(FIRST + n, at).value = value

    with TemporaryDirectory() as folder:
        shown = look(excel(Path(folder), change))
    chosen = [one.rectification for one in shown.rows if one.may_be_imported]
    records = apply(shown, [one for one in chosen if one], RECORDS, make_actor())

    assert len(chosen) == len(set(chosen))
    assert all(one.measures == f"措施{RECORDS.index(by_id(one.id)) + 1}" for one in records)
    assert {one.rectification for one in shown.rows} >= {one.id for one in RECORDS}


def by_id(key: UUID) -> Rectification:
    return next(one for one in RECORDS if one.id == key)


def mangled(rows: list[list[Any]], what: str, one: int, other: int) -> list[list[Any]]:
    if not rows:
        return rows
    one, other = one % len(rows), other % len(rows)
    rows = [list(row) for row in rows]
    if what == "swap":
        rows[one], rows[other] = rows[other], rows[one]
    elif what == "swap marks":
        rows[one][MARK - 1], rows[other][MARK - 1] = rows[other][MARK - 1], rows[one][MARK - 1]
    elif what == "copy":
        rows.insert(other, list(rows[one]))
    elif what == "delete":
        del rows[one]
    elif what == "unmark":
        rows[one][MARK - 1] = None
    else:
        added: list[Any] = [None] * MARK
        added[COLUMN["measures"] - 1] = "增加的措施"
        rows.insert(one, added)
    return rows


def test_a_closed_problem_takes_no_report(tmp_path: Path) -> None:
    path = excel(tmp_path, lambda sheet: fill(sheet, FIRST))
    closed = replace(RECORDS[0], state=RectificationState.CLOSED)
    shown = look(path, (closed, *RECORDS[1:]))

    assert shown.rows[0].reasons == ("该项整改现为“已销号”，不再接收整改报告。",)
    with pytest.raises(UserError, match="不能导入"):
        apply(shown, [closed.id], (closed,), make_actor())


def test_an_empty_cell_deletes_nothing(tmp_path: Path) -> None:
    path = excel(tmp_path, lambda sheet: fill(sheet, FIRST, responsible=None))
    known = (replace(RECORDS[0], responsible="钱某某"), *RECORDS[1:])
    shown = look(path, known)
    (after,) = apply(shown, default_choice(shown), known, make_actor())

    assert after.responsible == "钱某某"


def test_a_record_that_changed_after_the_preview_is_not_overwritten(tmp_path: Path) -> None:
    shown = look(excel(tmp_path, lambda sheet: fill(sheet, FIRST)))
    changed = replace(RECORDS[0], measures="电话补报")

    with pytest.raises(UserError, match="“整改措施”在预览之后已经改动"):
        apply(shown, default_choice(shown), (changed,), make_actor())


def test_a_form_of_another_campaign_or_unit_is_refused(tmp_path: Path) -> None:
    path = excel(tmp_path)
    other = make_campaign(id=UUID(int=7), name="2027年度评查")

    with pytest.raises(UserError, match="不是“2027年度评查”的整改台账填报表") as refused:
        preview(read_form(path), other, (), TODAY)
    assert refused.value.remedy
    with pytest.raises(UserError, match="是甲县交通运输局的整改台账填报表，不是乙县交通运输局的"):
        look(path, unit=OTHER_UNIT)
    assert look(path, unit=UNIT).unit_name == "甲县交通运输局"


def test_a_form_whose_mark_was_altered_is_refused(tmp_path: Path) -> None:
    path = excel(tmp_path)
    book = load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("ZGB"):
                    cell.value = cell.value.replace("-3-", "-9-")
    book.save(path)

    with pytest.raises(UserError, match="表标识被改动过"):
        look(path)


def test_a_sheet_copied_to_another_workbook_is_known_by_its_rows(tmp_path: Path) -> None:
    path = excel(tmp_path, lambda sheet: fill(sheet, FIRST))
    book = load_workbook(path)
    book.remove(book["标识"])
    book.worksheets[0].cell(3, MARK).value = None
    book.save(path)
    shown = look(path)

    assert shown.rows[0].state is RowState.READY
    assert shown.notes == ("表标识已丢失，按各行的标识辨认。",)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("表.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 100, "是旧格式文件，或者设有打开密码"),
        ("表.xlsx", b"PK\x03\x04broken", "不是 Excel 或者 Word 文件，或者已损坏"),
        ("表.txt", "整改".encode(), "不是 Excel 或者 Word 文件，或者已损坏"),
    ],
    ids=["xls", "broken", "text"],
)
def test_what_is_no_form_gets_a_sentence_and_a_remedy(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(UserError, match=why) as refused:
        read_form(path)
    assert refused.value.remedy


def test_a_workbook_without_marks_is_refused(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("ZG"):
                    cell.value = None

    path = excel(tmp_path, change)
    book = load_workbook(path)
    book.remove(book["标识"])
    book.save(path)

    with pytest.raises(UserError, match="没有整改台账填报表的标识"):
        read_form(path)


def test_evidence_is_found_by_name_beside_the_form(tmp_path: Path) -> None:
    names = "补签照片、情况说明.pdf；会议纪要，《缺的》"
    path = excel(tmp_path, lambda sheet: fill(sheet, FIRST, evidence_named=names))
    (tmp_path / "佐证").mkdir()
    for name in (
        "补签照片1.jpg",
        "补签照片（2）.jpg",
        "佐证/情况说明.PDF",
        "会议纪要.docx",
        "别的.txt",
    ):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "~$整改台账填报表.xlsx").write_bytes(b"x")
    shown = look(path)
    row = shown.rows[0]

    assert [(one.name, [file.name for file in one.files]) for one in row.evidence] == [
        ("补签照片", ["补签照片1.jpg", "补签照片（2）.jpg"]),
        ("情况说明.pdf", ["情况说明.PDF"]),
        ("会议纪要", ["会议纪要.docx"]),
        ("缺的", []),
    ]
    assert row.reasons == ("佐证材料“缺的”没有在同一文件夹中找到。",)
    assert row.state is RowState.READY
    assert [one.name for one in shown.unclaimed] == ["别的.txt"]


def test_a_formula_that_failed_is_no_answer(tmp_path: Path) -> None:
    path = excel(tmp_path, lambda sheet: fill(sheet, FIRST, responsible="#REF!"))

    assert "responsible" not in {one.field for one in look(path).rows[0].changes}


def test_a_form_that_comes_again_with_its_files_is_worth_importing(tmp_path: Path) -> None:
    path = excel(tmp_path, lambda sheet: fill(sheet, FIRST))
    shown = look(path)
    after = apply(shown, default_choice(shown), RECORDS, make_actor())
    (tmp_path / "补签照片.jpg").write_bytes(b"x")

    assert look(path, (*after, *RECORDS[1:])).rows[0].state is RowState.READY


def test_locked_cells_are_locked_and_those_to_fill_in_are_not(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    write_form(make_form(), path)
    book = load_workbook(path)
    sheet = book.worksheets[0]

    assert sheet.protection.sheet
    assert {
        one.field
        for at, one in enumerate(COLUMNS, 1)
        if not sheet.cell(FIRST, at).protection.locked
    } == set(FILL)
    assert sheet.column_dimensions["O"].hidden == (MARK == 15)
    assert book["标识"].sheet_state == "veryHidden"
    assert sheet.row_dimensions[3].hidden


def test_a_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    write_form(make_form((make_rectification(1, problem="=1+1 笔误"),)), path)

    assert load_workbook(path).worksheets[0].cell(FIRST, COLUMN["problem"]).data_type == "s"


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(folder: Path, change: Callable[[Any], None] = lambda body: None) -> Path:
    path = folder / "整改台账填报表.docx"
    write_word_form(make_form(), path)
    document = Document(str(path))
    change(document.element.body)
    document.save(str(path))
    return path


def fill_control(body: Any, number: int, **texts: str) -> None:
    record = RECORDS[number - 1]
    for field, text in (FILL | texts).items():
        tag = cell_tag(record, field)
        for control in body.iter(f"{W}sdt"):
            if control.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == tag:
                next(control.iter(f"{W}t")).text = text


def rows_of(body: Any) -> list[Any]:
    return list(body.iter(f"{W}tr"))


def cells_of(body: Any, row: int) -> list[Any]:
    return list(rows_of(body)[row].iter(f"{W}tc"))


def test_the_word_form_is_read_back(tmp_path: Path) -> None:
    shown = look(word(tmp_path, lambda body: fill_control(body, 2)))
    (row,) = by_record(shown, 2)

    assert row.state is RowState.READY
    assert {one.field: one.after for one in row.changes} == FILL
    assert by_record(shown, 1)[0].state is RowState.EMPTY


def test_tags_are_short_enough_for_word() -> None:
    assert max(len(cell_tag(RECORDS[0], one.field)) for one in COLUMNS) <= 64


def without_controls(body: Any) -> None:
    fill_control(body, 2)
    for control in list(body.iter(f"{W}sdt")):
        (run,) = control.find(f"{W}sdtContent")
        control.getparent().replace(control, run)


def without_hidden_text(body: Any) -> None:
    fill_control(body, 2)
    for vanish in list(body.iter(f"{W}vanish")):
        run = vanish.getparent().getparent()
        run.getparent().remove(run)


def with_rows_moved(body: Any) -> None:
    fill_control(body, 2)
    rows = rows_of(body)
    rows[1].addprevious(rows[3])
    rows[1].addprevious(rows[2])


def typed_beside_the_control(body: Any) -> None:
    fill_control(body, 2, measures="")
    cell = cells_of(body, 2)[7]
    paragraph = etree.SubElement(cell, f"{W}p")
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}t").text = FILL["measures"]


@pytest.mark.parametrize(
    "change",
    [without_controls, without_hidden_text, with_rows_moved, typed_beside_the_control],
    ids=["controls dropped", "hidden text dropped", "rows moved", "typed beside the control"],
)
def test_the_word_form_survives_other_programs(
    tmp_path: Path, change: Callable[[Any], None]
) -> None:
    (row,) = by_record(look(word(tmp_path, change)), 2)

    assert row.state is RowState.READY
    assert {one.field: one.after for one in row.changes} == FILL


def test_cells_of_word_merged_over_rows_count_for_both(tmp_path: Path) -> None:
    def change(body: Any) -> None:
        fill_control(body, 1)
        fill_control(body, 2, responsible="")
        for number, kind in ((1, "restart"), (2, "continue")):
            cell = cells_of(body, number)[8]
            merge = etree.SubElement(cell.find(f"{W}tcPr"), f"{W}vMerge")
            merge.set(f"{W}val", kind)

    (row,) = by_record(look(word(tmp_path, change)), 2)

    assert {one.field: one.after for one in row.changes}["responsible"] == "赵某某"


def test_rows_merged_into_one_are_shown(tmp_path: Path) -> None:
    def change(body: Any) -> None:
        fill_control(body, 1)
        for one, other in zip(cells_of(body, 1), cells_of(body, 2), strict=True):
            for paragraph in other.findall(f"{W}p"):
                one.append(paragraph)
        second = rows_of(body)[2]
        second.getparent().remove(second)

    shown = look(word(tmp_path, change))

    assert {by_record(shown, n)[0].state for n in (1, 2)} == {RowState.CHECK}


def test_deleted_text_of_tracked_changes_does_not_count(tmp_path: Path) -> None:
    def change(body: Any) -> None:
        fill_control(body, 2)
        text = next(t for t in body.iter(f"{W}t") if t.text == FILL["measures"])
        run = text.getparent()
        text.tag = f"{W}delText"
        deleted = etree.Element(f"{W}del")
        run.getparent().replace(run, deleted)
        deleted.append(run)

    (row,) = by_record(look(word(tmp_path, change)), 2)

    assert "measures" not in {one.field for one in row.changes}


def test_a_remark_of_a_return_stands_in_both_forms(tmp_path: Path) -> None:
    from reviewer.campaign import rectification as rect

    told = rect.report(RECORDS[0], make_actor(), rect.Report("补签", "赵某某", "已完成"))
    returned = rect.send_back(told, make_actor(), "照片看不清")
    write_form(make_form((returned,)), tmp_path / "表.xlsx")
    write_word_form(make_form((returned,)), tmp_path / "表.docx")
    shown = [look(tmp_path / name, (returned,)) for name in ("表.xlsx", "表.docx")]

    sheet = load_workbook(tmp_path / "表.xlsx").worksheets[0]
    assert sheet.cell(FIRST, COLUMN["remark"]).value == "照片看不清"
    assert (
        "退回意见：照片看不清"
        in zipfile.ZipFile(tmp_path / "表.docx").read("word/document.xml").decode()
    )
    assert [one.rows[0].state for one in shown] == [RowState.SAME, RowState.SAME]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_forms_saved_by_libreoffice_are_read(tmp_path: Path) -> None:
    for folder in ("in", "out"):
        (tmp_path / folder).mkdir()
    paths = (
        excel(tmp_path / "in", lambda sheet: fill(sheet, FIRST + 1)),
        word(tmp_path / "in", lambda body: fill_control(body, 2)),
    )
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for path in paths:
        command = ["soffice", profile, "--headless", "--convert-to", path.suffix[1:], "--outdir",
                   str(tmp_path / "out"), str(path)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        shown = look(tmp_path / "out" / path.name)
        (row,) = by_record(shown, 2)

        assert {one.field: one.after for one in row.changes} == FILL
        assert row.state is RowState.READY
        assert shown.notes == ()
