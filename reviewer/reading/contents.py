"""The file's own table of contents (卷内目录), row by row: 题名, 文号, 日期, 页号."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from reviewer.model import Listed
from reviewer.reading.contents_rows import Row, table_rows
from reviewer.reading.contents_told import told_rows
from reviewer.reading.finders import LABELLED, Found
from reviewer.reading.fragment import Fragment, rows_of
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip, joined
from reviewer.reading.titles import Titles
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.docnumbers import find_numbers

_COLUMN = re.compile(r"序号|顺序号|文号|题名|(?:文书|文件|材料)名称|责任者|日期|页[号次码]|备注")
_COLUMNS = 4
_SEVERAL = 2
_TITLE = re.compile(r"[\u4e00-\u9fa5]{2}")
_COPIES = re.compile(r"[(]?(?:共)?[0-9一二三四五六七八九十两]{1,2}份[)]?$")


def lists_documents(found: Sequence[Fragment]) -> bool:
    """Return whether a page begins with the heads of the columns of a table of contents."""
    first = "".join(one.text for row in rows_of(found)[:1] for one in row)
    return len(set(_COLUMN.findall(first))) >= _COLUMNS


def contents(titles: Titles) -> "_Contents":
    """Return the finder of the rows; needs the titles to know documents by name."""
    return _Contents(titles)


class _Contents:
    """Finds `listed` facts."""

    def __init__(self, titles: Titles) -> None:
        self._titles = titles

    def __call__(self, sheet: Sheet) -> Iterator[Found]:
        for row in told_rows(sheet, self._titles) or table_rows(sheet, self._is_title):
            yield from self._listed(row)

    def _listed(self, row: Row) -> Iterator[Found]:
        title, number, day = _parts(joined(row.strips))
        if not _TITLE.search(title.text):
            return
        for code in self._codes(title.text, row):
            value = Listed(title.text, code, number, day, row.first, row.last)
            yield Found(value, title, LABELLED)

    def _is_title(self, strips: Sequence[Strip]) -> bool:
        title, _, _ = _parts(joined(strips))
        return self._titles.match(title.text) is not None

    def _codes(self, title: str, row: Row) -> list[str]:
        """Return the types that a title names: one, several (通知书及送达回证), or none known."""
        bare = _COPIES.sub("", title)
        named = [match.code for _, match in self._titles.mentioned(bare) if len(match.title) > 3]
        for text in (bare, *(word.text for word in row.strips)):
            if len(set(named)) < _SEVERAL and (match := self._titles.match(text)):
                return [match.code]
        return list(dict.fromkeys(named)) or [""]


def _parts(strip: Strip) -> tuple[Strip, str, date | None]:
    """Return the title, the number and the date of a row; what is not printed is empty."""
    numbers, dates = find_numbers(strip.text), find_dates(strip.text)
    spans = [(one.start, one.end) for one in numbers] + [(one.start, one.end) for one in dates]
    number = numbers[0].value if numbers else ""
    return _without(strip, spans), number, dates[0].value if dates else None


def _without(strip: Strip, spans: list[tuple[int, int]]) -> Strip:
    """Return the strip without what stands in `spans`."""
    kept = [at for at in range(len(strip)) if not any(start <= at < end for start, end in spans)]
    text = "".join(strip.text[at] for at in kept)
    return Strip(text, tuple(strip.spots[at] for at in kept)).trimmed("《》、.,-0123456789 ")
