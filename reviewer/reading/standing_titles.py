"""Titles that stand alone in a line inside a document of another type: perhaps one more document.

Several short papers may share a page, and one whose beginning was not told apart is taken for a
part of the paper above.  Such a line proves nothing; it only keeps a rule from saying that the
document is not in the file.
"""

from collections.abc import Iterator, Sequence

from reviewer.model import Document, Fact
from reviewer.reading.fragment import Fragment, rows_of
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import place_of
from reviewer.reading.titles import BY_WORDS, Titles

KEY = "nearly_told"
_DOUBTED = 0.5
_NO_HOME = -1
_LISTS = frozenset({"DT01", "DT02"})
"""They list the titles of the others."""
_SHORTEST = 4
"""Shorter titles, such as 目录, are words that stand alone in many forms."""
_BELOW = 2
"""A paper has so many lines under its title; the last line of a page opens none."""


def standing_titles(
    documents: Sequence[Document], sheets: Sequence[Sheet], loose: Sequence[Sheet], titles: Titles
) -> Iterator[Fact]:
    """Find lines that are titles of types that the file does not hold."""
    held = {document.type for document in documents}
    homes = [
        (document.id, document.type, sheet)
        for document, sheet in zip(documents, sheets, strict=True)
        if document.type not in _LISTS
    ]
    for home, own, sheet in [*homes, *((_NO_HOME, "", sheet) for sheet in loose)]:
        for one, code in _titled(sheet, titles):
            if code not in held and code != own and code not in _LISTS:
                yield Fact(KEY, code, home, place_of(one.strip, sheet.pages), _DOUBTED)


def _titled(sheet: Sheet, titles: Titles) -> Iterator[tuple[Fragment, str]]:
    """Return the lines that are a title, but for those in a list of titles, with their types."""
    rows = rows_of(sheet.fragments)
    text = "".join(one.text for one in sheet.fragments)
    codes = [_code(row, titles, text) for row in rows]
    for at, (row, code) in enumerate(zip(rows, codes, strict=True)):
        beside = codes[max(0, at - 1) : at] + codes[at + 1 : at + 2]
        if code and not any(beside) and len(rows) - at > _BELOW:
            yield row[0], code


def _code(row: Sequence[Fragment], titles: Titles, text: str) -> str:
    one = row[0]
    if len(row) > 1 or one.cell or len(one.text) < _SHORTEST:
        return ""
    match = titles.match(one.text)
    return titles.settled(match, text) if match and match.quality >= BY_WORDS else ""
