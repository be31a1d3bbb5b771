"""Lines that name a paper and go on, though not in words that only that paper has: perhaps it.

送达情况：… or 复查：… with a day may be the paper in words that nobody expected.  Such a line
proves nothing; it only keeps a rule from saying that the paper is not in the file.
"""

from collections.abc import Iterator, Sequence

from reviewer.model import Document, Fact
from reviewer.reading.fragment import rows_of
from reviewer.reading.run_in_papers import name_in
from reviewer.reading.sheet import Sheet
from reviewer.reading.short_papers import TELLING
from reviewer.reading.strips import Strip, joined, place_of
from reviewer.reading.titles import Titles
from reviewer.reckoning.dates import find_dates

KEY = "nearly_told"
_DOUBTED = 0.5
_NO_HOME = -1
_NEEDED = frozenset({"DT20", "DT37", "DT41", "DT52", "DT55"})
_RECEIPT = "DT37"
_SERVED = frozenset({"DT26", "DT34", "DT35", "DT36"})
_LEAST = 12
"""So many characters behind a name are more than a count or a note (附后、2份)."""


def named_papers(
    documents: Sequence[Document], sheets: Sequence[Sheet], loose: Sequence[Sheet], titles: Titles
) -> Iterator[Fact]:
    """Find lines that name a paper that the file does not hold, and go on with a day."""
    held = {document.type for document in documents} - {_RECEIPT}
    homes = [
        (document.id, document.type, sheet)
        for document, sheet in zip(documents, sheets, strict=True)
        if document.type not in TELLING
    ]
    for home, own, sheet in [*homes, *((_NO_HOME, "", sheet) for sheet in loose)]:
        for code, strip in _named(sheet, titles):
            if code != own and code not in held:
                yield Fact(KEY, code, home, place_of(strip, sheet.pages), _DOUBTED)


def _named(sheet: Sheet, titles: Titles) -> Iterator[tuple[str, Strip]]:
    for row in rows_of(sheet.fragments):
        if row[0].cell is not None:
            continue
        strip = joined(one.strip for one in row)
        name = name_in(strip, titles)
        said = strip.text[name.end :] if name else ""
        if name is None or name.code not in _NEEDED or len(said) < _LEAST or not find_dates(said):
            continue
        served = {match.code for _, match in titles.mentioned(said, served=True)} & _SERVED
        if name.code != _RECEIPT or served:
            yield name.code, strip
