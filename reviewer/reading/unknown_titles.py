"""Titles that tell no type for certain: what may be the document that a rule misses.

A line that stands as a title, ends as one and holds a word of a type's titles may be a document of
that type.  It proves nothing; it keeps a rule from saying that the document is not in the file.
"""

from collections.abc import Iterator, Sequence

from reviewer.model import Document, Fact
from reviewer.reading.fragment import Fragment, text_height
from reviewer.reading.grammar import perhaps_told
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import place_of
from reviewer.reading.titles import Titles, is_unknown_title, title_core

KEY = "nearly_told"
_DOUBTED = 0.5
_NO_HOME = -1
_TOP = 0.25
"""Share of the page, from the top, in which a title stands."""
_TALL, _CENTRED = 1.15, 0.16
_HOLD_NAMES = frozenset({"DT01", "DT02", "DT03", "DT37", "DT55", "DT60", "DT61"})
"""They name other documents, or paste what bears a title of its own."""


def unknown_titles(
    documents: Sequence[Document], sheets: Sequence[Sheet], loose: Sequence[Sheet], titles: Titles
) -> Iterator[Fact]:
    """Find titles of no known type that may be of one that the file does not hold."""
    held = {document.type for document in documents}
    homes = [
        (document.id, sheet, 1)
        for document, sheet in zip(documents, sheets, strict=True)
        if document.type not in _HOLD_NAMES
    ]
    for home, sheet, skip in [*homes, *((_NO_HOME, sheet, 0) for sheet in loose)]:
        for one in _standing_as_titles(sheet, skip):
            core = title_core(one.text)
            if core is None or titles.match(one.text) or not is_unknown_title(one.text):
                continue
            for code in perhaps_told(core):
                if code not in held:
                    yield Fact(KEY, code, home, place_of(one.strip, sheet.pages), _DOUBTED)


def _standing_as_titles(sheet: Sheet, skip: int) -> Iterator[Fragment]:
    """Return the lines that stand as titles, but for the first `skip` pages of a drawn document."""
    pages = list(dict.fromkeys(one.page for one in sheet.fragments))
    for page in pages:
        found = [sheet.fragments[at] for at in sheet.on_page(page)]
        if not found or not found[0].drawn:
            yield from (one for one in found if one.heading or one is found[0])
        elif page in pages[skip:]:
            height = text_height(found)
            yield from (one for one in found if _is_drawn_title(one, height))


def _is_drawn_title(one: Fragment, height: float) -> bool:
    centred = abs(one.box.x0 + one.box.x1 - 1) < _CENTRED and one.box.x0 > _TOP / 2
    return one.box.y1 < _TOP and (centred or one.height > _TALL * height)
