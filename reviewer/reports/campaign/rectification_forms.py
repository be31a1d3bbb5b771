"""整改台账填报表 as an Excel workbook that a unit fills in with Excel or WPS.

The rows carry hidden marks (`model.rectification_forms`); what must not change is locked, without
a password: the lock guards against slips, the marks and the comparison at reading find the rest.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.model.feedback import Rectification
from reviewer.model.rectification_forms import (
    COLUMNS,
    FILLED,
    FORM_TITLE,
    FormColumn,
    RectificationForm,
    field_mark,
    row_mark,
    shown,
)
from reviewer.reports.excel import first_sheet

_MARK_COLUMN = len(COLUMNS) + 1
_TITLE_ROW, _NOTE_ROW, _FIELD_ROW, _HEAD_ROW = 1, 2, 3, 4
_THIN = Side(style="thin", color="FF9A9A9A")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="FFE9E7E2")
_OPEN = PatternFill("solid", fgColor="FFFFFDF2")
_WRAP = Alignment(wrap_text=True, vertical="center")
_CENTRE = Alignment(wrap_text=True, vertical="center", horizontal="center")
_LINE = 15
NOTE = (
    "填写说明：只填写浅黄色各栏，其他各栏不能修改；可以调整行的顺序，请勿删除行或者在行内合并单元格。"
    "佐证材料与本表放在同一文件夹，“佐证材料名称”填写文件名。"
)


def write_form(form: RectificationForm, path: Path) -> None:
    """Write the form of one unit; what it reported before stands in the cells to fill in."""
    book = Workbook()
    sheet = first_sheet(book, FORM_TITLE)
    _front(sheet, form)
    for number, one in enumerate(form.rectifications, 1):
        _row(sheet, _HEAD_ROW + number, number, one)
    last = _HEAD_ROW + len(form.rectifications)
    _prompts(sheet, last)
    _lock(sheet)
    _print_setup(sheet, last)
    _hidden_sheet(book, form)
    book.save(path)


def _front(sheet: Worksheet, form: RectificationForm) -> None:
    for row, text in ((_TITLE_ROW, form.title), (_NOTE_ROW, f"填报单位：{form.unit.name}\n{NOTE}")):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(COLUMNS))
        _text(sheet.cell(row, 1), text)
    sheet.cell(_TITLE_ROW, 1).font = Font(name="黑体", size=16)
    sheet.cell(_TITLE_ROW, 1).alignment = _CENTRE
    sheet.cell(_NOTE_ROW, 1).alignment = _WRAP
    sheet.row_dimensions[_TITLE_ROW].height = 32
    sheet.row_dimensions[_NOTE_ROW].height = 48
    sheet.row_dimensions[_FIELD_ROW].hidden = True
    for at, column in enumerate(COLUMNS, 1):
        _text(sheet.cell(_FIELD_ROW, at), field_mark(column.field))
        head = sheet.cell(_HEAD_ROW, at)
        _text(head, column.title)
        head.font, head.fill = Font(name="黑体", size=11), _HEAD
        head.border, head.alignment = _BORDER, _CENTRE
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    _text(sheet.cell(_FIELD_ROW, _MARK_COLUMN), form.mark)
    _text(sheet.cell(_HEAD_ROW, _MARK_COLUMN), "标识（请勿改动）")
    sheet.column_dimensions[get_column_letter(_MARK_COLUMN)].hidden = True


def _row(sheet: Worksheet, row: int, number: int, one: Rectification) -> None:
    for at, column in enumerate(COLUMNS, 1):
        cell = sheet.cell(row, at)
        _value(cell, column, number, one)
        cell.font, cell.border = Font(name="宋体", size=10), _BORDER
        cell.alignment = _CENTRE if column.width <= 12 else _WRAP
        if column.filled:
            cell.fill, cell.protection = _OPEN, Protection(locked=False)
    _text(sheet.cell(row, _MARK_COLUMN), row_mark(one))
    lines = max(_lines(str(sheet.cell(row, at).value or ""), c) for at, c in enumerate(COLUMNS, 1))
    sheet.row_dimensions[row].height = max(30, _LINE * lines + 6)


def _value(cell: Cell | MergedCell, column: FormColumn, number: int, one: Rectification) -> None:
    if column.field == "number":
        cell.value = number
    elif column.field in ("due", "done_on"):
        day: date | None = getattr(one, column.field)
        cell.value, cell.number_format = day, "yyyy-mm-dd"
    else:
        text = getattr(one, column.field) if column.filled else shown(one, column.field)
        _text(cell, text)


def _text(cell: Cell | MergedCell, text: str) -> None:
    """Put a text into a cell; one that begins like a formula stays text."""
    cell.value = text or None
    if text:
        cell.data_type = "s"
    cell.number_format = "@"


def _lines(text: str, column: FormColumn) -> int:
    """Return how many lines a text takes; Excel fits rows only when somebody edits them."""
    per_line = max(1, int(column.width / 2) - 1)
    return sum(-(-len(part) // per_line) or 1 for part in text.split("\n"))


def _prompts(sheet: Worksheet, last: int) -> None:
    for at, column in enumerate(COLUMNS, 1):
        if column.note:
            rule = DataValidation(allow_blank=True)
            rule.promptTitle, rule.prompt, rule.showInputMessage = column.title, column.note, True
            sheet.add_data_validation(rule)
            letter = get_column_letter(at)
            rule.add(f"{letter}{_HEAD_ROW + 1}:{letter}{max(last, _HEAD_ROW + 1)}")


def _lock(sheet: Worksheet) -> None:
    sheet.protection.sheet = True
    # Rows may be made higher and columns wider: long measures have to be read.
    sheet.protection.formatRows = False
    sheet.protection.formatColumns = False
    sheet.protection.autoFilter = False


def _print_setup(sheet: Worksheet, last: int) -> None:
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    sheet.print_area = f"A1:{get_column_letter(len(COLUMNS))}{max(last, _HEAD_ROW)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(left=0.3, right=0.3, top=0.5, bottom=0.5)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.oddFooter:
        sheet.oddFooter.center.text = "第 &P 页，共 &N 页"


def _hidden_sheet(book: Workbook, form: RectificationForm) -> None:
    """Add the marks once more: a form whose column was deleted can still be named."""
    sheet = book.create_sheet("标识")
    rows: Sequence[tuple[str, str]] = (
        ("表标识", form.mark),
        ("评查活动", form.campaign.name),
        ("填报单位", form.unit.name),
        ("填写栏", "、".join(one.title for one in FILLED)),
    )
    for number, pair in enumerate(rows, 1):
        for at, text in enumerate(pair, 1):
            _text(sheet.cell(number, at), text)
    sheet.sheet_state = "veryHidden"
