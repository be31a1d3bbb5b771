"""Reading the Excel form: every sheet, marks wherever they stand in a row, merged cells.

A cell merged over several rows holds its text for all of them in the columns to fill in: a unit
merges 责任人 when one person answers for several problems.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.errors import UnreadableFile
from reviewer.intake.library_cells import read_date
from reviewer.model.rectification_forms import (
    FILLED,
    FormMark,
    ReadForm,
    ReadRow,
    find_field,
    find_form_mark,
    find_row_mark,
)

_ROWS, _COLUMNS, _HEAD_ROWS = 5_000, 60, 20
_NEEDED = 3
"""Columns that a row must name to be a row of heads."""
_FILLED = frozenset(one.field for one in FILLED)
Grid = list[list[Any]]


@dataclass(frozen=True, slots=True)
class _Sheet:
    title: str
    cells: Grid
    above: Mapping[tuple[int, int], tuple[int, int]]
    """Cell covered by a merge over rows → the cell that holds its value; from 0."""


def read_workbook(path: Path) -> ReadForm:
    """Return the rows of all sheets that carry marks or heads.

    Raises:
        UnreadableFile: it is no workbook that can be opened.
    """
    try:
        book = load_workbook(path, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, OSError, ValueError, TypeError) as error:
        raise UnreadableFile("工作簿已损坏或者格式不符。", "") from error
    mark: FormMark | None = None
    rows: list[ReadRow] = []
    found: set[str] = set()
    for sheet in book.worksheets:
        read = _sheet(sheet)
        mark = mark or _form_mark(read.cells)
        head = _head(read.cells)
        if head is not None:
            rows += _rows(read, *head)
            found |= set(head[1])
    lost = tuple(one.title for one in FILLED if one.field not in found)
    return ReadForm(path, mark, tuple(rows), lost_columns=lost)


def _sheet(sheet: Worksheet) -> _Sheet:
    top = sheet.iter_rows(max_row=min(sheet.max_row, _ROWS), max_col=_COLUMNS, values_only=True)
    above = {}
    for merged in sheet.merged_cells.ranges:
        first = (merged.min_row - 1, merged.min_col - 1)
        for row in range(merged.min_row, min(merged.max_row, _ROWS)):
            above[row, first[1]] = first
    return _Sheet(sheet.title, [list(row) for row in top], above)


def _form_mark(cells: Grid) -> FormMark | None:
    found = (find_form_mark(value) for row in cells for value in row if isinstance(value, str))
    return next((one for one in found if one is not None), None)


def _head(cells: Grid) -> tuple[int, dict[str, int]] | None:
    """Return the last row of heads and the place of each field.

    The hidden marks above the heads come first: heads may have been renamed.
    """
    places: dict[str, int] = {}
    last = -1
    for number, row in enumerate(cells[:_HEAD_ROWS]):
        if any(find_row_mark(value) for value in row if isinstance(value, str)):
            break
        named = {find_field(str(value)): at for at, value in enumerate(row) if value is not None}
        named.pop("", None)
        if len(named) >= _NEEDED:
            places = named | places
            last = number
    return (last, places) if places else None


def _rows(sheet: _Sheet, head: int, places: Mapping[str, int]) -> Iterator[ReadRow]:
    for number, row in enumerate(sheet.cells[head + 1 :], start=head + 1):
        texts = tuple(
            (field, _cell(_value(sheet, number, at, field), field)) for field, at in places.items()
        )
        marks = [find_row_mark(value) for value in row if isinstance(value, str)]
        mark = next((one for one in marks if one is not None), None)
        if mark is None and not any(text for field, text in texts if field != "number"):
            continue
        cells = tuple(
            (field, f"{get_column_letter(at + 1)}{number + 1}") for field, at in places.items()
        )
        place = f"工作表“{sheet.title}”第 {number + 1} 行"
        yield ReadRow(place, mark, texts, cells=cells)


def _value(sheet: _Sheet, row: int, column: int, field: str) -> Any:
    if field in _FILLED and (held := sheet.above.get((row, column))):
        row, column = held
    cells = sheet.cells[row]
    return cells[column] if column < len(cells) else None


def _cell(value: Any, field: str) -> str:
    """Return a cell as text; a day that Excel keeps as a number is a day in date columns."""
    if value is None or value in ERROR_CODES:
        return ""
    if field in ("done_on", "due") and isinstance(value, (date, datetime, int, float)):
        try:
            return read_date(value).isoformat()
        except ValueError:
            return str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
