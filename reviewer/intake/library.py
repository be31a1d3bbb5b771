"""Reading the unit's library (本单位库) from an Excel workbook.

Every wrong cell is named; the rows that are right come beside, and the caller decides whether to
take them alone.  Columns may stand in any order, blank rows and further columns do no harm, dates
may be text and numbers text.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.exceptions import InvalidFileException

from reviewer.errors import UserError
from reviewer.model import (
    Band,
    Benchmark,
    LawfulSubject,
    Library,
    ReviewStaff,
    RosterEntry,
    Threshold,
)
from reviewer.model.library_sheets import (
    BENCHMARKS,
    EXAMPLE,
    EXAMPLE_COLUMN,
    NO,
    OFFICERS,
    PARTIES,
    REVIEWERS,
    SETTING_VALUES,
    SETTINGS,
    SHEETS,
    STANDARDS,
    SUBJECTS,
    THRESHOLDS,
    WHOLE_NUMBERS,
    YES,
    CellFault,
    CellKind,
    LibraryFile,
    LibrarySheet,
    SheetColumn,
    versioned,
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
class _Row:
    """One row of a sheet, its cells read."""

    number: int
    values: Entry
    letters: Mapping[str, str]
    faults: list[CellFault] = field(default_factory=list)

    def fault(self, sheet: LibrarySheet, name: str, reason: str) -> None:
        """Note that the cell of column `name` is wrong."""
        cell = f"{self.letters.get(name, '')}{self.number}"
        self.faults.append(CellFault(sheet.title, cell, reason))


def read_library(path: Path) -> LibraryFile:
    """Return what the workbook `path` holds, with every wrong cell.

    Raises:
        UserError: it is no Excel workbook, or holds none of the sheets.
    """
    try:
        book = load_workbook(path, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, OSError, ValueError) as error:
        raise UserError(
            f"《{path.name}》不是能读的 Excel 工作簿。", "请用模板填写，存为 .xlsx 后再导入。"
        ) from error
    sheets = {_plain(name): book[name] for name in book.sheetnames}
    if not any(_plain(layout.title) in sheets for layout in SHEETS):
        raise UserError(
            f"《{path.name}》里没有本单位库的工作表。",
            f"请用模板填写，工作表名称为{'、'.join(layout.title for layout in SHEETS)}。",
        )
    faults: list[CellFault] = []
    rows: dict[str, list[_Row]] = {}
    for layout in SHEETS:
        if _plain(layout.title) in sheets:
            cells = [list(row) for row in sheets[_plain(layout.title)].iter_rows(values_only=True)]
            rows[layout.title] = _rows(layout, cells, faults)
    library = _library(rows)
    counts = {title: sum(not row.faults for row in found) for title, found in rows.items() if found}
    faults += [fault for found in rows.values() for row in found for fault in row.faults]
    return LibraryFile(versioned(library), tuple(dict.fromkeys(faults)), counts)


def _plain(text: object) -> str:
    return re.sub(r"[\s*＊（）()“”]", "", str(text or "")).replace("元", "")


def _rows(layout: LibrarySheet, cells: list[list[Any]], faults: list[CellFault]) -> list[_Row]:
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
        row = _Row(offset, {}, letters)
        for column in layout.columns:
            row.values[column.field] = _read(layout, row, column, values.get(column.field))
        found.append(row)
    return found


def _head(layout: LibrarySheet, cells: list[list[Any]]) -> tuple[int, dict[str, int]] | None:
    """Return the row of the heads and the place of each column by its field."""
    titles = {_plain(one.title): one.field for one in layout.columns}
    titles[_plain(EXAMPLE_COLUMN)] = ""
    needed = {one.field for one in layout.columns if one.needed}
    for number, row in enumerate(cells[:_HEAD_ROWS]):
        places = {
            titles[_plain(value)]: at for at, value in enumerate(row) if _plain(value) in titles
        }
        if needed <= set(places):
            return number, places
    return None


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _read(layout: LibrarySheet, row: _Row, column: SheetColumn, value: Any) -> Any:
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


def _library(rows: Mapping[str, list[_Row]]) -> Library:
    for layout in SHEETS:
        for row in rows.get(layout.title, []):
            _check_span(layout, row)
    _check_doubles(rows.get(OFFICERS.title, []))
    standards = rows.get(STANDARDS.title, [])
    settings = dict(_settings(standards))
    thresholds = tuple(_thresholds(standards))
    officers = [_known(row.values, "relatives") for row in _right(rows, OFFICERS)]
    subjects = [_known(row.values, "fields") for row in _right(rows, SUBJECTS)]
    return Library(
        officers=tuple(RosterEntry(**values) for values in officers),
        settings=settings,
        subjects=tuple(LawfulSubject(**values) for values in subjects),
        reviewers=tuple(
            ReviewStaff(row.values["name"], row.values["qualified"] == YES, row.values["since"])
            for row in _right(rows, REVIEWERS)
        ),
        thresholds=thresholds,
        benchmarks=tuple(_benchmarks(rows.get(BENCHMARKS.title, []))),
    )


def _right(rows: Mapping[str, list[_Row]], layout: LibrarySheet) -> list[_Row]:
    return [row for row in rows.get(layout.title, []) if not row.faults]


def _known(values: Entry, several: str) -> Entry:
    """Return the arguments of a record: an empty cell is the default of its field."""
    return {
        name: value if value is not None else () if name == several else ""
        for name, value in values.items()
        if value is not None or name not in ("valid_from", "valid_to")
    }


def _check_span(layout: LibrarySheet, row: _Row) -> None:
    start, end = row.values.get("valid_from"), row.values.get("valid_to")
    if start and end and end < start:
        title = next(one.title for one in layout.columns if one.field == "valid_to")
        row.fault(layout, "valid_to", f"“{title}”早于起始日期")


def _check_doubles(rows: list[_Row]) -> None:
    holders: dict[str, tuple[str, int]] = {}
    for row in rows:
        cert, name = row.values.get("cert"), row.values.get("name")
        if not cert or not name:
            continue
        before = holders.setdefault(cert, (name, row.number))
        if before[0] != name:
            row.fault(OFFICERS, "cert", f"执法证号 {cert} 与第{before[1]}行的{before[0]}相同")


def _thresholds(rows: list[_Row]) -> Iterator[Threshold]:
    for row in rows:
        kind = THRESHOLDS.get(row.values["kind"] or "")
        if kind is None or row.faults:
            continue
        amount, words = row.values["amount"], row.values["words"] or ""
        if amount is None and not words:
            row.fault(STANDARDS, "amount", "数额和内容都没有填写")
            continue
        yield Threshold(
            kind,
            PARTIES[row.values["party"] or "全部"],
            amount,
            words,
            row.values["inclusive"] != NO,
            row.values["valid_from"],
            row.values["valid_to"],
        )


def _settings(rows: list[_Row]) -> Iterator[tuple[str, str]]:
    seen: dict[str, int] = {}
    for row in rows:
        name = SETTINGS.get(row.values["kind"] or "")
        if name is None or row.faults:
            continue
        value = row.values["words"] or ""
        if name in seen:
            row.fault(STANDARDS, "kind", f"与第{seen[name]}行重复")
        elif why := _wrong_setting(name, value):
            row.fault(STANDARDS, "words", why)
        else:
            seen[name] = row.number
            yield name, SETTING_VALUES.get(name, {}).get(value, value)


def _wrong_setting(name: str, value: str) -> str:
    """Return why `value` is none of the setting `name`; empty when it is."""
    choices = SETTING_VALUES.get(name)
    if choices is not None:
        return "" if value in choices else f"“内容”应为{'、'.join(choices)}之一"
    if name in WHOLE_NUMBERS:
        return "" if value.isdecimal() and int(value) > 0 else "“内容”应为正整数"
    try:
        re.compile(value)
    except re.error:
        return "“内容”不是正确的格式表达式"
    return "" if value else "“内容”没有填写"


def _benchmarks(rows: list[_Row]) -> Iterator[Benchmark]:
    by_id: dict[str, list[_Row]] = {}
    for row in rows:
        low, high = row.values["low"], row.values["high"]
        if low is not None and high is not None and high < low:
            row.fault(BENCHMARKS, "high", "“上限”小于“下限”")
        if row.values["id"]:
            by_id.setdefault(row.values["id"], []).append(row)
    for some in by_id.values():
        _check_same(some)
        right = [row for row in some if not row.faults]
        if right:
            yield _benchmark(right)


def _check_same(rows: list[_Row]) -> None:
    first = rows[0]
    for row in rows[1:]:
        for name in ("offence", "law", "article"):
            if row.values[name] != first.values[name]:
                row.fault(BENCHMARKS, name, f"与同一编号的第{first.number}行不同")


def _benchmark(rows: list[_Row]) -> Benchmark:
    one = rows[0].values
    bands = tuple(
        Band(
            row.values["band"],
            row.values["condition"] or "",
            row.values["low"],
            row.values["high"],
        )
        for row in rows
    )
    return Benchmark(
        one["id"],
        one["offence"],
        one["law"],
        one["article"],
        one["paragraph"],
        one["item"],
        one["unit"] or "元",
        one["precondition"] or "",
        bands,
        one["document"] or "",
        one["valid_from"],
        one["valid_to"],
    )
