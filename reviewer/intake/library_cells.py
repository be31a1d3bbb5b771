"""The sheets of a workbook as rows of read cells, every wrong cell noted.

Columns may stand in any order, blank rows and further columns do no harm, dates may be text and
numbers text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import from_excel

from reviewer.model.library_sheets import (
    EXAMPLE,
    EXAMPLE_COLUMN,
    CellFault,
    CellKind,
    LibrarySheet,
    SheetColumn,
)
from reviewer.reckoning.amounts import parse_amount
from reviewer.reckoning.dates import parse_date
from reviewer.reckoning.numerals import parse_numeral

_HEAD_ROWS = 10
"""The heads of columns stand in one of the first rows."""
_FIRST_SERIAL, _LAST_SERIAL = 20000, 80000
"""Numbers of days that Excel keeps for dates of 1954 to 2119."""
_DAY_NUMBER = re.compile(r"(?:19|20)\d{6}")
Entry = dict[str, Any]


@dataclass(slots=True)
class Row:
    """One row of a sheet, its cells read."""

    number: int
    values: Entry
    letters: Mapping[str, str]
    faults: list[CellFault] = field(default_factory=list)

    def fault(self, sheet: LibrarySheet, name: str, reason: str) -> None:
        """Note that the cell of column `name` is wrong."""
        cell = f"{self.letters.get(name, '')}{self.number}"
        self.faults.append(CellFault(sheet.title, cell, reason))


def plain(text: object) -> str:
    """Return a title of a sheet or column without blanks, stars, brackets and 元."""
    return re.sub(r"[\s*＊（）()“”]", "", str(text or "")).replace("元", "")


def rows_of(layout: LibrarySheet, cells: list[list[Any]], faults: list[CellFault]) -> list[Row]:
    """Return the filled rows of a sheet; what is wrong with its heads goes to `faults`."""
    head = _head(layout, cells)
    if head is None:
        missing = "、".join(one.title for one in layout.columns if one.needed)
        if any(value not in (None, "") for row in cells for value in row):
            reason = f"没有找到列标题，应有{missing}"
            faults.append(CellFault(layout.title, "", reason))
        return []
    number, places = head
    letters = {name: get_column_letter(at + 1) for name, at in places.items()}
    found = []
    for offset, raw in enumerate(cells[number + 1 :], start=number + 2):
        values = {name: raw[at] if at < len(raw) else None for name, at in places.items()}
        mark = str(values.pop("", "") or "").strip()
        if mark.startswith(EXAMPLE) or all(_is_blank(value) for value in values.values()):
            continue
        row = Row(offset, {}, letters)
        for column in layout.columns:
            row.values[column.field] = _read(layout, row, column, values.get(column.field))
        found.append(row)
    return found


def _head(layout: LibrarySheet, cells: list[list[Any]]) -> tuple[int, dict[str, int]] | None:
    """Return the row of the heads and the place of each column by its field."""
    titles = {plain(one.title): one.field for one in layout.columns}
    titles[plain(EXAMPLE_COLUMN)] = ""
    needed = {one.field for one in layout.columns if one.needed}
    for number, row in enumerate(cells[:_HEAD_ROWS]):
        places = {
            titles[plain(value)]: at for at, value in enumerate(row) if plain(value) in titles
        }
        if needed <= set(places):
            return number, places
    return None


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _read(layout: LibrarySheet, row: Row, column: SheetColumn, value: Any) -> Any:
    """Return the value of a cell; a wrong one is noted and None."""
    if _is_blank(value):
        if column.needed:
            row.fault(layout, column.field, f"“{column.title}”没有填写")
        return None
    try:
        if column.kind is CellKind.CHOICE:
            return _choice(value, column)
        return _READERS[column.kind](value)
    except ValueError as error:
        row.fault(layout, column.field, f"“{column.title}”填的“{value}”{error}")
        return None


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a certificate number that Excel took for a number
    if isinstance(value, datetime):
        value = value.date()
    return str(value).strip()


def _names(value: Any) -> tuple[str, ...]:
    parts = re.split(r"[、，,;；\s]+", _text(value))
    return tuple(part for part in parts if part)


def read_date(value: Any) -> date:
    """Return the date that a cell of Excel holds, also as text or as a number.

    Raises:
        ValueError: it holds none; the message says so in Chinese.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and _FIRST_SERIAL <= value <= _LAST_SERIAL:
        found = from_excel(value)
        return found.date() if isinstance(found, datetime) else _refuse_date()
    text = _text(value)
    if _DAY_NUMBER.fullmatch(text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    day = parse_date(text)
    return day if day is not None else _refuse_date()


def _refuse_date() -> date:
    raise ValueError("不是日期，请写成 2024-03-01 的样子")


def _amount(value: Any) -> Decimal:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        amount: Decimal | None = Decimal(str(value))
    else:
        amount = _decimal(str(value))
    if amount is None or amount < 0:
        raise ValueError("不是数额，请写成 30000 的样子")
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount


def _decimal(text: str) -> Decimal | None:
    plain = text.replace(",", "").replace("，", "").strip().removesuffix("元").strip()
    try:
        return Decimal(plain)
    except InvalidOperation:
        return parse_amount(text if "元" in text else f"{text.strip()}元")


def _number(value: Any) -> int:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    found = (
        value
        if isinstance(value, int)
        else parse_numeral(re.sub("[第条款项日天]", "", str(value).strip()))
    )
    if found is None or isinstance(found, bool) or found < 0:
        raise ValueError("不是整数")
    return found


def _choice(value: Any, column: SheetColumn) -> str:
    text = _text(value)
    if text not in column.choices:
        raise ValueError(f"不在可选的{'、'.join(column.choices)}之内")
    return text


_READERS: Mapping[CellKind, Callable[[Any], Any]] = {
    CellKind.TEXT: _text,
    CellKind.NAMES: _names,
    CellKind.DATE: read_date,
    CellKind.AMOUNT: _amount,
    CellKind.NUMBER: _number,
}
