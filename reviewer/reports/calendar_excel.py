"""A year of the working-day calendar (工作日历) as an Excel workbook to fill in and import."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

_HEADS = (("标记", 8), ("日期", 14), ("类别", 10), ("说明", 30))
_NOTE = (
    "按国务院办公厅节假日安排的通知，逐日填写放假的日期和上班的周六、周日；"
    "平常的周六、周日不必填写。"
)
_HEAD = PatternFill("solid", fgColor="FFE9E7E2")


def write_calendar_template(year: int, path: Path) -> None:
    """Write the empty workbook for `year`, with example rows that are never imported."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = f"{year}年工作日历"
    sheet.append([_NOTE])
    sheet.append([title for title, _ in _HEADS])
    sheet.append(["示例", f"{year}-01-01", "放假", "元旦"])
    sheet.append(["示例", f"{year}-02-14", "上班", "春节调休"])
    for at, (_, width) in enumerate(_HEADS, start=1):
        cell = sheet.cell(2, at)
        cell.font, cell.fill = Font(bold=True), _HEAD
        sheet.column_dimensions[get_column_letter(at)].width = width
    rule = DataValidation("list", formula1='"放假,上班"', allow_blank=True)
    sheet.add_data_validation(rule)
    rule.add("C3:C200")
    for row in range(3, 201):
        sheet.cell(row, 2).number_format = "yyyy-mm-dd"
    sheet.freeze_panes = "A3"
    book.save(path)
