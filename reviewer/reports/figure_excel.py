"""One table of the place 统计 as an Excel workbook; figures are numbers there."""

import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook

from reviewer.reports.excel import Column, Value, fill_sheet, first_sheet

_WIDEST = 60
"""Characters of a column."""
_WIDE = 0x2E80
"""From here on a sign is as wide as two digits."""
_NOTHING = ("", "—")
_FIGURE = re.compile(r"[+-]?\d+(\.\d+)?(%?)")


def write_texts(title: str, note: str, texts: Sequence[Sequence[str]], path: Path) -> None:
    """Write heads and rows; the note stands beside the title."""
    columns = []
    values = []
    for head, *cells in zip(*texts, strict=True):
        widest = max(map(_width, (head, *cells)))
        columns.append(Column(head, min(_WIDEST, widest + 2), _format(cells)))
        values.append([value_of(cell) if columns[-1].number else cell for cell in cells])
    book = Workbook()
    told = f"{title}（{note}）" if note else title
    fill_sheet(first_sheet(book, "统计"), told, columns, list(zip(*values, strict=True)))
    book.save(path)


def value_of(text: str) -> Value:
    """Return a figure as a number, a share as a part of 1, a dash as nothing."""
    plain = _plain(text)
    if plain in _NOTHING:
        return None
    return Decimal(plain[:-1]) / 100 if plain.endswith("%") else Decimal(plain)


def _format(cells: Sequence[str]) -> str:
    """Return the number format of a column of figures; empty for one of texts."""
    found = [plain for cell in cells if (plain := _plain(cell)) not in _NOTHING]
    matches = [_FIGURE.fullmatch(plain) for plain in found]
    if not found or any(match is None for match in matches):
        return ""
    shares = {match[2] for match in matches if match}
    if len(shares) > 1:
        return ""
    decimals = max(len(match[1] or ".") - 1 for match in matches if match)
    return ("0." + "0" * decimals if decimals else "0") + shares.pop()


def _plain(text: str) -> str:
    return text.strip().replace(",", "").replace("−", "-")


def _width(text: str) -> int:
    return sum(2 if ord(sign) >= _WIDE else 1 for sign in text)
