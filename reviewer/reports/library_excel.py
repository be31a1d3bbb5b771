"""The unit's library (本单位库) as an Excel workbook: the empty template, and what was entered.

Dates are dates and amounts numbers; text that begins like a formula stays text.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.model import Library
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
    YES,
    CellKind,
    LibrarySheet,
    SheetColumn,
)

Value = str | int | Decimal | date | None
Row = dict[str, Value]

_LAST_ROW = 2000
"""Lists of choices reach this far down."""
_HEAD_ROW = 2
_HEAD = PatternFill("solid", fgColor="FFE9E7E2")
_GREY = Font(color="FF7A7A7A", italic=True)
_WRAP = Alignment(wrap_text=True, vertical="center")
_FORMATS = {
    CellKind.DATE: "yyyy-mm-dd",
    CellKind.AMOUNT: "#,##0.00",
    CellKind.NUMBER: "0",
    CellKind.TEXT: "@",
}


def write_library_template(path: Path) -> None:
    """Write the empty workbook, with one example row in each sheet that is never imported."""
    _write({}, path)


def write_library(library: Library, path: Path) -> None:
    """Write `library` so that reading the workbook gives it back."""
    rows = {
        SUBJECTS.title: list(_subjects(library)),
        OFFICERS.title: list(_officers(library)),
        REVIEWERS.title: list(_reviewers(library)),
        BENCHMARKS.title: list(_benchmarks(library)),
        STANDARDS.title: [*_thresholds(library), *_settings(library)],
    }
    _write(rows, path)


def _write(rows: dict[str, list[Row]], path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for layout in SHEETS:
        _fill(book.create_sheet(layout.title), layout, rows.get(layout.title, []))
    book.save(path)


def _fill(sheet: Worksheet, layout: LibrarySheet, rows: Sequence[Row]) -> None:
    mark = SheetColumn("", EXAMPLE_COLUMN, CellKind.TEXT, width=8, example=EXAMPLE)
    columns = (mark, *layout.columns)
    sheet.append([layout.note])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    sheet["A1"].alignment = _WRAP
    sheet.row_dimensions[1].height = 34
    sheet.append([f"{one.title}*" if one.needed else one.title for one in columns])
    examples: Row = {one.field: one.example or None for one in columns}
    for number, row in enumerate([examples, *rows], start=_HEAD_ROW + 1):
        for at, one in enumerate(columns, start=1):
            is_example = number == _HEAD_ROW + 1
            cell = sheet.cell(number, at)
            _put(cell, row.get(one.field), one.kind)
            if is_example:
                cell.font = _GREY
    for at, one in enumerate(columns, start=1):
        _head(sheet, at, one)
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"


def _head(sheet: Worksheet, at: int, column: SheetColumn) -> None:
    letter = get_column_letter(at)
    head = sheet.cell(_HEAD_ROW, at)
    head.font, head.fill, head.alignment = Font(bold=True), _HEAD, _WRAP
    sheet.column_dimensions[letter].width = column.width
    told = f"{letter}{_HEAD_ROW + 1}:{letter}{_LAST_ROW}"
    if column.choices:
        # Excel takes at most 255 characters of a list.
        rule = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        rule.error, rule.showErrorMessage = "请从列表中选择。", True
    elif column.note:
        rule = DataValidation(allow_blank=True)
    else:
        return
    if column.note:
        rule.promptTitle, rule.prompt, rule.showInputMessage = column.title, column.note, True
    sheet.add_data_validation(rule)
    rule.add(told)


def _put(cell: Cell | MergedCell, value: Value, kind: CellKind) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    if kind in _FORMATS:
        cell.number_format = _FORMATS[kind]


def _subjects(library: Library) -> Iterator[Row]:
    for one in library.subjects:
        yield {
            "name": one.name,
            "valid_from": one.valid_from,
            "valid_to": one.valid_to,
            "fields": "、".join(one.fields),
            "region": one.region,
        }


def _officers(library: Library) -> Iterator[Row]:
    for one in library.officers:
        yield {
            "name": one.name,
            "cert": one.cert,
            "valid_from": one.valid_from,
            "valid_to": one.valid_to,
            "address": one.address,
            "relatives": "、".join(one.relatives),
        }


def _reviewers(library: Library) -> Iterator[Row]:
    for one in library.reviewers:
        yield {"name": one.name, "qualified": YES if one.qualified else NO, "since": one.since}


def _benchmarks(library: Library) -> Iterator[Row]:
    for one in library.benchmarks:
        for band in one.bands:
            yield {
                "id": one.id,
                "offence": one.offence,
                "law": one.law,
                "article": one.article,
                "paragraph": one.paragraph,
                "item": one.item,
                "unit": one.unit,
                "precondition": one.precondition,
                "band": band.name,
                "condition": band.condition,
                "low": band.low,
                "high": band.high,
                "document": one.document,
                "valid_from": one.valid_from,
                "valid_to": one.valid_to,
            }


def _thresholds(library: Library) -> Iterator[Row]:
    kinds = {kind: title for title, kind in THRESHOLDS.items()}
    parties = {party: title for title, party in PARTIES.items()}
    for one in library.thresholds:
        yield {
            "kind": kinds[one.kind],
            "party": parties[one.party],
            "amount": one.amount,
            "inclusive": YES if one.inclusive else NO,
            "words": one.words,
            "valid_from": one.valid_from,
            "valid_to": one.valid_to,
        }


def _settings(library: Library) -> Iterator[Row]:
    titles = {field: title for title, field in SETTINGS.items()}
    for field, value in library.settings.items():
        words = {code: word for word, code in SETTING_VALUES.get(field, {}).items()}
        if field in titles:
            yield {"kind": titles[field], "words": words.get(value, value)}
