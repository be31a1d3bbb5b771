"""What a form ticks: a phrase behind an empty box is not said, and neither is its denial."""

import re
from collections.abc import Iterator

from reviewer.reading.finders import TOLD, Finder, Found
from reviewer.reading.sheet import Sheet

_EMPTY = re.compile(r"[□☐◻〇][^□☐◻☑√■✓☒▣◼。;]{0,40}$")
_BEFORE = 40


def is_unchecked(text: str, at: int) -> bool:
    """Return whether an empty box stands in front of what begins at `at`."""
    return bool(_EMPTY.search(text[max(0, at - _BEFORE) : at]))


def told_unless_unchecked(*patterns: str, unless: str = "(?!)") -> Finder:
    """Find that the text says something that no empty box takes back.

    `unless` is matched at the end of what stands before it in its sentence.
    """
    compiled = [re.compile(pattern) for pattern in patterns]
    excluded = re.compile(unless)

    def find(sheet: Sheet) -> Iterator[Found]:
        text = sheet.text
        for pattern in compiled:
            for match in pattern.finditer(text):
                before = re.split("[。;]", text[max(0, match.start() - _BEFORE) : match.start()])[
                    -1
                ]
                if excluded.search(before) or is_unchecked(text, match.start()):
                    continue
                yield Found(True, sheet.flat.cut(*match.span()), TOLD)
                return

    return find
