"""Opening the workbook of a ledger row by row, without holding it in memory.

What openpyxl does not tell while it streams (merged cells, hidden rows, formulas that were never
computed) is read from the XML of the sheet in a pass of its own.  Old and foreign formats are
refused with the way out.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from reviewer.errors import UserError

Cells = list[Any]
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_SAVE_AS = "请在 Excel 或 WPS 表格中打开，另存为“Excel 工作簿（.xlsx）”，再导入。"
_LARGEST = 1 << 30
"""Bytes of one sheet unpacked; 50,000 rows of 32 columns take about 90 MB."""
_CHUNK = 1 << 20
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]+[0-9]+:[A-Z]+[0-9]+)\"")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
_HIDDEN = re.compile(rb"\shidden=\"(?:1|true)\"")
_NUMBER = re.compile(rb"\sr=\"([0-9]+)\"")
_UNCOMPUTED = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_PLACE = re.compile(rb"(?:^|\s)r=\"([A-Z]+[0-9]+)\"")


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; rows and columns count from 1, the last ones are part of it."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(slots=True)
class SheetMarks:
    """What stands beside the values of a sheet."""

    merges: dict[int, list[Merge]] = field(default_factory=dict)
    """By their first row."""
    hidden: list[int] = field(default_factory=list)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    """Row and column of formulas without a value."""


class LedgerFile:
    """An open workbook or CSV file; use it with `with`."""

    def __init__(self, path: Path) -> None:
        """Open `path`.

        Raises:
            UserError: it cannot be read or is no .xlsx or .csv.
        """
        self._path = path
        self._table: list[list[str]] | None = None
        self._reader: Any = None
        self._parts: dict[str, str] = {}
        start = _start_of(path)
        if start.startswith(_OLE):
            raise _old_format(path)
        if start.startswith(_ZIP):
            self._open_workbook()
        elif path.suffix.lower() in (".csv", ".txt"):
            self._table = _read_csv(path)
        else:
            raise UserError(f"《{path.name}》不是 Excel 工作簿（.xlsx）。", _SAVE_AS)

    def __enter__(self) -> "LedgerFile":
        return self

    def __exit__(self, *_: object) -> None:
        if self._reader is not None:
            self._reader.wb.close()

    @property
    def sheets(self) -> tuple[str, ...]:
        """Return the names of the sheets that hold cells."""
        return tuple(self._parts) if self._table is None else ("CSV",)

    def rows(self, sheet: str) -> Iterator[Cells]:
        """Yield every row from the first on, blank ones too."""
        if self._table is not None:
            yield from self._table
            return
        found = self._reader.wb[sheet]
        # Some programs write a wrong <dimension>; with it only the first cell would come.
        found.reset_dimensions()
        for row in found.iter_rows(values_only=True):
            yield list(row)

    def marks(self, sheet: str) -> SheetMarks:
        """Return the merged cells, hidden rows and formulas without value of a sheet."""
        found = SheetMarks()
        if self._table is None:
            with self._reader.archive.open(self._parts[sheet]) as stream:
                _scan(stream, found)
        return found

    def _open_workbook(self) -> None:
        try:
            _refuse_foreign(self._path)
            reader = ExcelReader(str(self._path), read_only=True, data_only=True, keep_links=False)
            reader.read()
            names = set(reader.archive.namelist())
            parts = {sheet.name: rel.target for sheet, rel in reader.parser.find_sheets()}
        except (
            InvalidFileException,
            BadZipFile,
            KeyError,
            ValueError,
            OSError,
            TypeError,
        ) as error:
            raise UserError(f"《{self._path.name}》已损坏，不能读取。", _SAVE_AS) from error
        self._reader = reader
        visible = {sheet.title for sheet in reader.wb.worksheets}
        self._parts = {
            name: part for name, part in parts.items() if part in names and name in visible
        }


def _start_of(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            start = stream.read(512)
    except OSError as error:
        raise UserError(
            f"无法打开《{path.name}》。", "请确认文件存在，并在 Excel 或 WPS 中关闭后再导入。"
        ) from error
    if not start:
        raise UserError(f"《{path.name}》是空文件。", "请向报送单位另取文件后导入。")
    return start


def _old_format(path: Path) -> UserError:
    # The names of streams in an OLE file are UTF-16.
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        return UserError(
            f"《{path.name}》设有打开密码，不能读取。",
            "请在 Excel 或 WPS 中取消密码后保存，再导入。",
        )
    return UserError(f"《{path.name}》是旧格式的表格（.xls 或 .et），不能读取。", _SAVE_AS)


def _refuse_foreign(path: Path) -> None:
    with ZipFile(path) as archive:
        names = {member.filename: member.file_size for member in archive.infolist()}
    if "xl/workbook.bin" in names:
        raise UserError(f"《{path.name}》是二进制工作簿（.xlsb），不能读取。", _SAVE_AS)
    if not any(name.startswith("xl/") for name in names):
        raise UserError(f"《{path.name}》不是 Excel 工作簿（.xlsx）。", _SAVE_AS)
    if max(names.values()) > _LARGEST:
        raise UserError(
            f"《{path.name}》太大，不能读取。", "请删去空白的行和列，或者按单位分成几个文件后导入。"
        )


def _read_csv(path: Path) -> list[list[str]]:
    raw = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise UserError(f"《{path.name}》的文字编码无法识别。", _SAVE_AS)
    lines = text.splitlines(keepends=True)
    head = "".join(lines[:5])
    mark = max(",\t;", key=head.count)
    return list(csv.reader(lines, delimiter=mark))


def _scan(stream: IO[bytes], found: SheetMarks) -> None:
    rest = b""
    while chunk := stream.read(_CHUNK):
        text = rest + chunk
        end = text.rfind(b"</c>")
        end = end + len(b"</c>") if end >= 0 else text.rfind(b">") + 1
        _note(text[:end], found)
        rest = text[end:]
    _note(rest, found)


def _note(text: bytes, found: SheetMarks) -> None:
    if b"hidden=" in text:
        found.hidden.extend(_hidden(text))
    if b"<f" in text or b":f" in text:
        found.uncomputed.update(_uncomputed(text))
    if b"mergeCell" in text:
        for match in _MERGE.finditer(text):
            left, top, right, bottom = range_boundaries(match[1].decode())
            merge = Merge(int(top or 1), int(left or 1), int(bottom or 1), int(right or 1))
            found.merges.setdefault(merge.row, []).append(merge)


def _hidden(text: bytes) -> Iterator[int]:
    for match in _ROW.finditer(text):
        number = _NUMBER.search(match[0])
        if number and _HIDDEN.search(match[0]):
            yield int(number[1])


def _uncomputed(text: bytes) -> Iterator[tuple[int, int]]:
    for match in _UNCOMPUTED.finditer(text):
        place = _PLACE.search(match[1])
        # A formula whose value is the empty text was computed.
        if place and b't="str"' not in match[1]:
            column, row = coordinate_from_string(place[1].decode())
            yield row, column_index_from_string(column)
