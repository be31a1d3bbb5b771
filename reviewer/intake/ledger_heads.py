"""Which row of a sheet is its head, and which column is which field of a ledger.

Names of columns are data (resources/ledger/columns.yaml).  A head may be two or three rows high;
what only resembles a known name is taken, but marked for a person to look at.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any

from rapidfuzz import fuzz, process

from reviewer.intake.ledger_files import Cells, SheetMarks
from reviewer.model.ledger_sheets import HeadMapping
from reviewer.reckoning.textnorm import squeezed
from reviewer.resources import load_yaml, resource

HEAD_ROWS = 25
"""The head stands in one of the first rows."""
_HIGHEST = 3
_LEAST = 3
"""Fields that a row must name to be a head."""
_ALIKE = 86
_LONG = 3
_BRACKETS = re.compile(r"\([^)]*\)|〔[^〕]*〕|\[[^\]]*\]")
_SIGNS = re.compile(r"[*:;,.。、/“”\"'()\-_?]")
_DIGITS = re.compile(r"[0-9]{3}")
_SECOND = {"officer1": "officer2", "officer1_cert": "officer2_cert"}


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a sheet; rows count from 1."""

    first: int
    last: int
    texts: tuple[str, ...]
    """The name of each column, of several rows joined."""
    parts: tuple[tuple[str, ...], ...]
    fields: tuple[str, ...]
    sure: tuple[bool, ...]

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of the names of the columns."""
        names = "\t".join(_plain(text) for text in self.texts)
        return hashlib.sha256(names.encode("utf-8")).hexdigest()

    @property
    def words(self) -> frozenset[str]:
        """Return every word of the head in comparable form."""
        return frozenset(_plain(part) for parts in self.parts for part in parts)

    @property
    def matched(self) -> int:
        """Return how many fields were found."""
        return sum(bool(field) for field in self.fields)


@cache
def synonyms() -> Mapping[str, Any]:
    """Return the words of ledgers as resources/ledger/columns.yaml lists them."""
    found: Mapping[str, Any] = load_yaml(resource("ledger", "columns.yaml"))
    return found


def find_head(rows: Sequence[Cells], marks: SheetMarks, at: int | None = None) -> Head | None:
    """Return the head among the first rows of a sheet, or that in row `at`; None without one."""
    filled = _filled(rows, marks)
    starts = range(len(filled)) if at is None else [at - 1]
    heads = [
        _head(filled, start, height)
        for start in starts
        for height in range(1, _HIGHEST + 1)
        if start + height <= len(filled)
        and not any(_holds_data(row) for row in filled[start + 1 : start + height])
    ]
    if not heads:
        return None
    best = max(heads, key=lambda head: (head.matched, sum(head.sure), -head.last + head.first))
    if at is None and best.matched < _LEAST:
        return None
    return _with_merges(best, filled, marks)


def remembered_fields(head: Head, remembered: Iterable[HeadMapping]) -> tuple[str, ...] | None:
    """Return the fields that were chosen for the same head before."""
    known = head.fingerprint
    return next((one.fields for one in remembered if one.fingerprint == known), None)


def is_head_again(cells: Cells, words: frozenset[str]) -> bool:
    """Return whether a row repeats the head, as on each printed page, or numbers the columns.

    `words` are the `Head.words`.
    """
    numbers = count(1)
    found = 0
    numbered = repeated = True
    for value in cells:
        if value is None or value == "":
            continue
        text = _plain(value)
        numbered = numbered and text == str(next(numbers))
        repeated = repeated and text in words
        if not (numbered or repeated):
            return False  # nearly every row ends here, at its first or second cell
        found += 1
    return found >= _LEAST


def _holds_data(row: Cells) -> bool:
    """Return whether a row has numbers or days: the second row of a head never does."""
    return any(
        value is not None and (not isinstance(value, str) or _DIGITS.search(value)) for value in row
    )


def _head(rows: Sequence[Cells], start: int, height: int) -> Head:
    width = max(len(row) for row in rows[start : start + height])
    parts = tuple(
        tuple(dict.fromkeys(_texts(rows[start : start + height], at))) for at in range(width)
    )
    fields, sure = _assigned(parts)
    texts = tuple("".join(part) for part in parts)
    return Head(start + 1, start + height, texts, parts, fields, sure)


def _with_merges(head: Head, rows: Sequence[Cells], marks: SheetMarks) -> Head:
    """Extend the head over the rows that its merged cells reach into."""
    last = max(
        (
            merge.last_row
            for row in range(head.first, head.last + 1)
            for merge in marks.merges.get(row, ())
        ),
        default=head.last,
    )
    height = min(max(last, head.last), len(rows)) - head.first + 1
    if height <= head.last - head.first + 1 or height > _HIGHEST:
        return head
    return _head(rows, head.first - 1, height)


def _texts(rows: Sequence[Cells], at: int) -> Iterable[str]:
    for row in rows:
        value = row[at] if at < len(row) else None
        if isinstance(value, str) and value.strip():
            yield " ".join(value.split())


def _filled(rows: Sequence[Cells], marks: SheetMarks) -> list[Cells]:
    """Return the first rows with every merged cell carrying the value of its range."""
    width = max((len(row) for row in rows[:HEAD_ROWS]), default=0)
    filled = [[*row, *[None] * (width - len(row))] for row in rows[:HEAD_ROWS]]
    for number in range(1, len(filled) + 1):
        for merge in marks.merges.get(number, ()):
            if merge.column > width:
                continue
            value = filled[number - 1][merge.column - 1]
            for row in filled[number - 1 : merge.last_row]:
                for at in range(merge.column - 1, min(merge.last_column, width)):
                    row[at] = value
    return filled


def _assigned(parts: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """Return the field of each column, every field once; sure matches go first."""
    guesses = [_guess(part) for part in parts]
    taken: dict[str, int] = {}
    for wanted in (True, False):
        for at, (name, sure) in enumerate(guesses):
            if not name or sure is not wanted:
                continue
            free = name if name not in taken else _SECOND.get(name, "")
            if free and free not in taken:
                taken[free] = at
    by_column = {at: name for name, at in taken.items()}
    fields = tuple(by_column.get(at, "") for at in range(len(parts)))
    return fields, tuple(bool(fields[at]) and guesses[at][1] for at in range(len(parts)))


@cache
def _guess(parts: tuple[str, ...]) -> tuple[str, bool]:
    """Return the field that the head of a column names, and whether that is sure."""
    if not parts:
        return "", False
    names = _names()
    forms = ["".join(parts), "".join(reversed(parts)), parts[-1], parts[0]]
    for form in dict.fromkeys(forms):
        # 承办人一（证号） is the name with the number behind it, so brackets go first.
        for text in (_plain(_BRACKETS.sub("", squeezed(form))), _plain(form)):
            if text in names:
                return names[text], True
    text = _plain(_BRACKETS.sub("", squeezed(forms[0])))
    inside = [name for name in names if len(name) >= _LONG and name in text]
    if inside:
        return names[max(inside, key=len)], False
    alike = process.extractOne(text, names.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return (names[alike[0]], False) if alike else ("", False)


@cache
def _names() -> Mapping[str, str]:
    return {_plain(name): field for field, names in synonyms()["heads"].items() for name in names}


def _plain(text: object) -> str:
    return _SIGNS.sub("", squeezed(str(text)))
