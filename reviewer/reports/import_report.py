"""The report of an import as an Excel workbook: every delivered file with its result.

Names of files are text, whatever they begin with, so that none becomes a formula.
"""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.model import ImportResult, ImportRow

_COLUMNS = (
    ("序号", 6),
    ("文件", 46),
    ("类型", 14),
    ("结果", 10),
    ("页数", 8),
    ("大小（字节）", 14),
    ("说明", 46),
    ("处理办法", 46),
    ("SHA-256", 68),
)
_RESULTS = {
    ImportResult.STORED: "已存入",
    ImportResult.DUPLICATE: "内容重复",
    ImportResult.LISTED: "仅登记",
    ImportResult.FAILED: "未能读取",
}
_THIN = Side(style="thin", color="FF9A9A9A")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="FFE9E7E2")
_FIRST = 3


def write(rows: Sequence[ImportRow], sentence: str, path: Path) -> None:
    """Write the report of one import; `sentence` sums it up."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "导入报告"
    _write_head(sheet, sentence)
    for at, row in enumerate(rows):
        for column, value in enumerate((at + 1, *_values(row)), 1):
            _write_cell(sheet, _FIRST + at, column, value)
    sheet.freeze_panes = f"A{_FIRST}"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(_COLUMNS))}{_FIRST - 1 + len(rows)}"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    book.save(path)


def _values(row: ImportRow) -> tuple[str | int, ...]:
    return (
        row.path,
        row.kind_name,
        _RESULTS[row.result],
        row.pages,
        row.size,
        row.message,
        row.remedy,
        row.sha256,
    )


def _write_head(sheet: Worksheet, sentence: str) -> None:
    sheet["A1"] = f"导入报告　{sentence}"
    sheet["A1"].font = Font(name="黑体", size=14)
    for column, (title, width) in enumerate(_COLUMNS, 1):
        cell = sheet.cell(2, column, title)
        cell.font = Font(name="黑体", size=11)
        cell.fill = _HEAD
        cell.border = _BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center")
        sheet.column_dimensions[get_column_letter(column)].width = width


def _write_cell(sheet: Worksheet, row: int, column: int, value: str | int) -> None:
    cell = sheet.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    else:
        cell.number_format = "#,##0"
    cell.font = Font(name="宋体", size=11)
    cell.border = _BORDER
    cell.alignment = Alignment(vertical="center", wrap_text=True)
