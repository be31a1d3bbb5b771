"""Reading the unit's library (本单位库) from an Excel workbook.

Every wrong cell is named; the rows that are right come beside, and the caller decides whether to
take them alone.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from reviewer.errors import UserError
from reviewer.intake.library_cells import Entry, Row, plain, rows_of
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
    LibraryFile,
    LibrarySheet,
    versioned,
)


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
    sheets = {plain(name): book[name] for name in book.sheetnames}
    if not any(plain(layout.title) in sheets for layout in SHEETS):
        raise UserError(
            f"《{path.name}》里没有本单位库的工作表。",
            f"请用模板填写，工作表名称为{'、'.join(layout.title for layout in SHEETS)}。",
        )
    faults: list[CellFault] = []
    rows: dict[str, list[Row]] = {}
    for layout in SHEETS:
        if plain(layout.title) in sheets:
            cells = [list(row) for row in sheets[plain(layout.title)].iter_rows(values_only=True)]
            rows[layout.title] = rows_of(layout, cells, faults)
    library = _library(rows)
    counts = {title: sum(not row.faults for row in found) for title, found in rows.items() if found}
    faults += [fault for found in rows.values() for row in found for fault in row.faults]
    return LibraryFile(versioned(library), tuple(dict.fromkeys(faults)), counts)


def _library(rows: Mapping[str, list[Row]]) -> Library:
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


def _right(rows: Mapping[str, list[Row]], layout: LibrarySheet) -> list[Row]:
    return [row for row in rows.get(layout.title, []) if not row.faults]


def _known(values: Entry, several: str) -> Entry:
    """Return the arguments of a record: an empty cell is the default of its field."""
    return {
        name: value if value is not None else () if name == several else ""
        for name, value in values.items()
        if value is not None or name not in ("valid_from", "valid_to")
    }


def _check_span(layout: LibrarySheet, row: Row) -> None:
    start, end = row.values.get("valid_from"), row.values.get("valid_to")
    if start and end and end < start:
        title = next(one.title for one in layout.columns if one.field == "valid_to")
        row.fault(layout, "valid_to", f"“{title}”早于起始日期")


def _check_doubles(rows: list[Row]) -> None:
    holders: dict[str, tuple[str, int]] = {}
    for row in rows:
        cert, name = row.values.get("cert"), row.values.get("name")
        if not cert or not name:
            continue
        before = holders.setdefault(cert, (name, row.number))
        if before[0] != name:
            row.fault(OFFICERS, "cert", f"执法证号 {cert} 与第{before[1]}行的{before[0]}相同")


def _thresholds(rows: list[Row]) -> Iterator[Threshold]:
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


def _settings(rows: list[Row]) -> Iterator[tuple[str, str]]:
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


def _benchmarks(rows: list[Row]) -> Iterator[Benchmark]:
    by_id: dict[str, list[Row]] = {}
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


def _check_same(rows: list[Row]) -> None:
    first = rows[0]
    for row in rows[1:]:
        for name in ("offence", "law", "article"):
            if row.values[name] != first.values[name]:
                row.fault(BENCHMARKS, name, f"与同一编号的第{first.number}行不同")


def _benchmark(rows: list[Row]) -> Benchmark:
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
