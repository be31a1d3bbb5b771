"""The ledger (台账) as an Excel workbook: the empty template, and a ledger as it stands.

What is written here reads back to the same canonical text, so that a second copy of the program
verifies a draw from the exported ledger.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.model.campaigns import Ledger, LedgerRow
from reviewer.model.ledger_sheets import (
    LEDGER_COLUMNS,
    LEDGER_SHEET,
    NOTES_SHEET,
    NUMBER_TITLE,
)
from reviewer.model.library_sheets import EXAMPLE, NO, YES, CellKind, SheetColumn

Value = str | int | Decimal | date | None

_COLUMNS = (SheetColumn("number", NUMBER_TITLE, CellKind.TEXT, width=7), *LEDGER_COLUMNS)
_LAST_ROW = 5000
"""Lists of choices reach this far down."""
_THIN = Side(style="thin", color="FF9A9A9A")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FILL = PatternFill("solid", fgColor="FFE9E7E2")
_HEAD_FONT = Font(name="黑体", size=11)
_BODY_FONT = Font(name="宋体", size=11)
_GREY = Font(name="宋体", size=11, color="FF7A7A7A", italic=True)
_WRAP = Alignment(vertical="center", wrap_text=True)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_FORMATS = {
    CellKind.DATE: "yyyy-mm-dd",
    CellKind.AMOUNT: "#,##0.##",
    CellKind.NUMBER: "0",
    CellKind.TEXT: "@",
    CellKind.CHOICE: "@",
}
_NOTES = (
    "一案填一行。带 * 的列必须填写；列的次序可以调整，不用的列可以留空。",
    "“序号”列写着“示例”的一行不会导入，可以保留，也可以删去。",
    "请不要合并单元格，不要用公式代替文号、日期和金额。",
    "日期写成 2025-03-01 的样子；金额以元为单位，只填数字。",
    "是、否两可的各列只填“是”或者“否”，不涉及的留空。",
    "承办人写成“姓名（执法证号）”，有几人的用顿号隔开。",
    "同一单位内文号不得重复。办结的案件应当全部列入，不得挑选；编号有缺的，另附说明。",
    "请存为 Excel 工作簿（.xlsx）报送；旧格式（.xls、.et）请先另存为 .xlsx。",
)
_UNITS_COLUMN = "D"


def write_ledger_template(path: Path, units: Sequence[str] = ()) -> None:
    """Write the empty workbook; `units` are the names to choose from in the column 单位."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = LEDGER_SHEET
    for at, column in enumerate(_COLUMNS, 1):
        _head(sheet, at, column)
        example: Value = EXAMPLE if column.field == "number" else _example(column)
        cell = sheet.cell(2, at)
        _put(cell, example, column.kind, _GREY)
        # Cells still to be filled in: text stays text, so that long numbers keep their digits.
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].number_format = _FORMATS[column.kind]
        if rule := _rule(column, len(units)):
            sheet.add_data_validation(rule)
            rule.add(f"{letter}3:{letter}{_LAST_ROW}")
    sheet.row_dimensions[1].height = 34
    sheet.freeze_panes = "E2"
    _landscape(sheet)
    _write_notes(book.create_sheet(NOTES_SHEET), units)
    book.save(path)


def write_ledger(ledger: Ledger, path: Path, title: str = "") -> None:
    """Write all rows of a ledger; for a frozen one with its hash and how to check it."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(LEDGER_SHEET)
    for at, column in enumerate(_COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    sheet.freeze_panes = "E2"
    _landscape(sheet)
    sheet.append([_head_of_export(sheet, one) for one in _COLUMNS])
    for number, row in enumerate(ledger.rows, 1):
        values = {**_values(row), "number": number}
        sheet.append([_bare(sheet, values.get(one.field)) for one in _COLUMNS])
    notes: Any = book.create_sheet("台账说明")
    _one_sheet_wide(notes)
    notes.column_dimensions["A"].width = 24
    notes.column_dimensions["B"].width = 90
    for name, text in _about(ledger, title):
        notes.append([_styled(notes, name, _HEAD_FONT), _styled(notes, text, _BODY_FONT)])
    book.save(path)


def _head(sheet: Worksheet, at: int, column: SheetColumn) -> None:
    cell = sheet.cell(1, at, _title(column))
    cell.font, cell.fill, cell.alignment, cell.border = _HEAD_FONT, _FILL, _CENTRE, _BORDER


def _title(column: SheetColumn) -> str:
    return f"{column.title}*" if column.needed else column.title


def _example(column: SheetColumn) -> Value:
    text = column.example
    if not text:
        return None
    if column.kind is CellKind.DATE:
        return date.fromisoformat(text)
    if column.kind in (CellKind.AMOUNT, CellKind.NUMBER):
        return int(text)
    return text


def _put(cell: Cell | MergedCell, value: Value, kind: CellKind, font: Font) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.number_format = _FORMATS[kind]
    cell.font, cell.border, cell.alignment = font, _BORDER, _WRAP


def _rule(column: SheetColumn, units: int) -> DataValidation | None:
    """Return the choices or the note that a column shows where it is filled in."""
    if column.field == "unit" and units:
        area = f"'{NOTES_SHEET}'!${_UNITS_COLUMN}$2:${_UNITS_COLUMN}${units + 1}"
        rule = DataValidation("list", formula1=area, allow_blank=True)
    elif column.choices:
        # Excel takes at most 255 characters of a list.
        rule = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
    elif column.kind is CellKind.DATE:
        rule = DataValidation(
            "date", operator="between", formula1="29221", formula2="73050", allow_blank=True
        )
        rule.error = "请填日期，如 2025-03-01。"
    elif column.note:
        rule = DataValidation(allow_blank=True)
    else:
        return None
    # Another word is asked about, not forbidden: a unit may name a field that is not listed.
    rule.errorStyle = "warning"
    rule.error = rule.error or "不在列表之内，请核对。"
    rule.showErrorMessage = True
    if column.note:
        rule.promptTitle, rule.prompt, rule.showInputMessage = column.title, column.note, True
    return rule


def _write_notes(sheet: Worksheet, units: Sequence[str]) -> None:
    _one_sheet_wide(sheet)
    sheet.column_dimensions["A"].width = 6
    sheet.column_dimensions["B"].width = 80
    sheet.column_dimensions[_UNITS_COLUMN].width = 34
    sheet["A1"], sheet["A1"].font = "填写说明", Font(name="黑体", size=14)
    for number, note in enumerate(_NOTES, 1):
        sheet.cell(number + 1, 1, number).alignment = _CENTRE
        cell = sheet.cell(number + 1, 2, note)
        cell.font, cell.alignment = _BODY_FONT, _WRAP
    for number, column in enumerate((one for one in LEDGER_COLUMNS if one.note), len(_NOTES) + 1):
        sheet.cell(number + 1, 1, number).alignment = _CENTRE
        cell = sheet.cell(number + 1, 2, f"{column.title}：{column.note}。")
        cell.font, cell.alignment = _BODY_FONT, _WRAP
    if units:
        sheet[f"{_UNITS_COLUMN}1"] = "参加评查的单位"
        sheet[f"{_UNITS_COLUMN}1"].font = _HEAD_FONT
        for number, unit in enumerate(units, 2):
            cell = sheet[f"{_UNITS_COLUMN}{number}"]
            cell.value = unit
            cell.data_type = "s"


def _landscape(sheet: Any) -> None:
    """Print on A3, two sheets wide, head and number repeated: narrower is not legible."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 2, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.print_title_cols = "A:D"


def _one_sheet_wide(sheet: Any) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _bare(sheet: Any, value: Value) -> Any:
    """Return a cell without style: styled cells of 50,000 rows take two minutes (measured)."""
    if isinstance(value, str) and value.startswith(("=", "#")):
        # openpyxl takes a leading “=” for a formula and #N/A for an error.
        cell = WriteOnlyCell(sheet, value)
        cell.data_type = "s"
        return cell
    return value


def _styled(sheet: Any, value: str, font: Font) -> Any:
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    cell.font, cell.alignment = font, _WRAP
    return cell


def _head_of_export(sheet: Any, column: SheetColumn) -> Any:
    cell = _styled(sheet, _title(column), _HEAD_FONT)
    cell.fill, cell.border, cell.alignment = _FILL, _BORDER, _CENTRE
    return cell


def _values(row: LedgerRow) -> Mapping[str, Value]:
    """Return the cells of a row by the fields of the columns."""
    officers = [f"{name}（{cert}）" if cert else name for name, cert in row.officers]
    found: dict[str, Value] = {
        "unit": row.unit_name,
        "officer1": officers[0] if officers else None,
        "officer2": "、".join(officers[1:]) or None,
    }
    for column in LEDGER_COLUMNS:
        if column.field not in found:
            found[column.field] = _value(getattr(row, column.field), column)
    return found


def _value(value: Any, column: SheetColumn) -> Value:
    if isinstance(value, bool):
        return YES if value else NO
    if column.field == "year":
        return int(value)  # 0 says that there is none; an empty cell is taken from the number
    if column.kind is CellKind.CHOICE and value:
        return str(value)
    return value or (value if isinstance(value, Decimal) else None)


def _about(ledger: Ledger, title: str) -> Iterator[tuple[str, str]]:
    yield "活动", title
    yield "案件数", f"{len(ledger.rows)}"
    yield "来源", "、".join(ledger.sources)
    if ledger.frozen_at is None:
        yield "状态", "尚未冻结，内容可能变动，不能用于核验抽取记录。"
        return
    yield "冻结时间", ledger.frozen_at.isoformat(sep=" ", timespec="seconds")
    yield "台账哈希（SHA-256）", ledger.sha256
    yield (
        "核验办法",
        "哈希由全部案件的内容算出，与文件格式、行的次序无关。改动任何一格内容，重新导入后算出的哈希都会不同。"
        "用本程序导入这个文件和抽取记录文件，可重新抽取并逐项核对。",
    )
