"""A document laid out for reading: its fragments, its text, and the values behind labels.

What stands behind a label is what follows it in its line; else what stands right of it, up to the
next label; else what stands below it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewer.model import Page, TextSource
from reviewer.reading.cell_order import labels_first
from reviewer.reading.cells import Cells, is_part_of_date
from reviewer.reading.fragment import Fragment
from reviewer.reading.labels import field_named, is_opinion, label_pattern
from reviewer.reading.laid_pages import LaidPages
from reviewer.reading.names import PERSON, is_person
from reviewer.reading.print_lines import without_print_lines
from reviewer.reading.strips import Spot, Strip, joined, parted, with_blanks
from reviewer.reading.ticks import with_ticks

_LONG_LABEL = 4
_NUMBERING = re.compile(
    r"(?:\(?[一二三四五六七八九十0-9]{1,2}[)、.]|[☑√■□])?(?:\((?:个人|单位|公民|法人[^()]{0,8}|组织)\))?"
)
_PAIRS = {"(": ")", "【": "】", "[": "]", "〖": "〗"}
"""Brackets that forms print around a label instead of a colon behind it."""
_OPENS = "([【〖"
_HEADING_BRACKETS = {"【", "[", "〖"}
_COUNTED = re.compile(r"(?:证号|证件号码?|编号|签名|签字)$")
_COUNTS = frozenset("1234①②③一二三")
_FULL = 0.72
_PEOPLE = {"officers", "recorder", "asked", "reviewer"}
_NAME_BEHIND = re.compile(
    rf"(?P<name>{PERSON})(?P<ends>\(?[0-9]{{5}}|[、,]{PERSON}(?=\(?[0-9]{{5}})|)"
)
"""A line that ends right of this may go on in the next."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A label on the sheet."""

    field: str
    label: str
    at: int
    """Index of its fragment."""
    start: int
    end: int
    """Range in the fragment's text, note and colon included."""
    whole: bool
    """Whether the fragment is nothing but the label."""
    sure: bool
    """Whether a colon, a gap or a cell border ends the label."""
    first: bool
    """Whether nothing but a number such as 二、 stands in front of it."""


class Sheet:
    """One document, laid out.  Made once per document; its parts are computed when asked."""

    def __init__(
        self, pages: LaidPages | Sequence[Page], chosen: Iterable[tuple[int, Sequence[int] | None]]
    ) -> None:
        """Lay out the chosen pages, each with the lines of the document; None: all its lines."""
        laid = pages if isinstance(pages, LaidPages) else LaidPages(pages)
        self.pages = laid.pages
        whole: list[Fragment] = []
        for index, lines in chosen:
            found = laid.fragments(index, lines)
            whole += labels_first(with_ticks(found)) if self.is_scanned(index) else found
        self.fragments = without_print_lines(whole)

    @cached_property
    def flow(self) -> Strip:
        """Return the text with a line break between fragments."""
        return joined((one.strip for one in self.fragments), "\n")

    @cached_property
    def flat(self) -> Strip:
        """Return the text in one line, for sentences that wrap."""
        return self.flow.bare()

    @cached_property
    def text(self) -> str:
        """Return the text in one line."""
        return self.flat.text

    @cached_property
    def spaced(self) -> Strip:
        """Return the text in one line, with a blank between digits that stand apart.

        A page number below, or a sum before, a date would otherwise be taken into it.
        """
        return with_blanks(self.flat)

    @cached_property
    def apart(self) -> Strip:
        """Return the text in one line, with the blanks that part digits of a line (2024.5.30 9)."""
        return parted(self.flat)

    @cached_property
    def hits(self) -> list[Hit]:
        """Return every label, in order."""
        return [hit for at, one in enumerate(self.fragments) for hit in _hits_in(one, at)]

    @cached_property
    def _hits_at(self) -> dict[int, list[Hit]]:
        found: dict[int, list[Hit]] = {}
        for hit in self.hits:
            found.setdefault(hit.at, []).append(hit)
        return found

    @cached_property
    def fragment_of(self) -> dict[Spot, int]:
        """Return the index of the fragment in which each character stands."""
        return {spot: at for at, one in enumerate(self.fragments) for spot in one.strip.spots}

    @cached_property
    def cells(self) -> Cells:
        """Return the cells of the forms on the sheet."""
        heads = frozenset(hit.at for hit in self.hits if hit.first and hit.sure)
        whole = frozenset(hit.at for hit in self.hits if hit.whole)
        return Cells(self.fragments, heads, whole)

    def labels(self, *fields: str) -> list[Hit]:
        """Return the labels of any of `fields`, in order."""
        return [hit for hit in self.hits if hit.field in fields]

    def hits_in(self, at: int) -> list[Hit]:
        """Return the labels in the fragment with this index."""
        return self._hits_at.get(at, [])

    def is_scanned(self, page: int) -> bool:
        """Return whether a page, by its index, was recognised from a picture."""
        return self.pages[page].source in (TextSource.OCR, TextSource.HEAD)

    def on_page(self, page: int) -> list[int]:
        """Return the indices of the fragments of a page."""
        return self.cells.on_page(page)

    def value(self, hit: Hit, wrapped: bool = False) -> Strip:
        """Return what stands behind a label; `wrapped` values may go on over lines."""
        one = self.fragments[hit.at]
        later = [other.start for other in self.hits_in(hit.at) if other.start >= hit.end]
        inline = one.strip.cut(hit.end, min(later, default=None)).trimmed(":;,.、_-|")
        if later:
            # What opens the bracket is the next label: 当事人 某公司（统一社会信用代码…）, [地点].
            return inline.cut(0, len(inline.text.rstrip(_OPENS))).trimmed(":;,.、_-|")
        if not inline.text:
            return self._joined(self.cells.cell_right_of(hit.at) or self.cells.below(hit.at))
        partly = is_part_of_date(inline.text)
        parts = (
            self.cells.rest_of_date(hit.at)
            if partly
            else self.cells.rest_of_time(hit.at, inline.text)
        )
        if wrapped:
            parts = [*parts, *self.cells.wraps(hit.at, parts)]
        return joined([inline, self._joined(parts)])

    def _joined(self, chosen: Iterable[int]) -> Strip:
        return joined(self.fragments[at].strip for at in chosen)


def _hits_in(one: Fragment, at: int) -> list[Hit]:
    text = one.text
    hits: list[Hit] = []
    for match in label_pattern().finditer(text):
        start, end = match.span()
        label, field = match["label"], field_named(match["label"])
        whole = end - start == len(text)
        first = _NUMBERING.fullmatch(text[:start]) is not None
        gap_before = first or not _is_word(text[start - 1]) or _gap(one, start)
        if _is_numbered(one, end):
            end += 1
            whole = end == len(text)
        bracketed = _PAIRS.get(text[start - 1 : start], ".") == text[end : end + 1]
        first = first or (bracketed and text[:start] in _HEADING_BRACKETS)
        end += bracketed
        colon = bool(match["colon"]) or bracketed
        gap_after = end < len(text) and _gap(one, end)
        # A scan runs label and value together: 受案时间2024年3月1日.
        glued = len(label) >= _LONG_LABEL and text[end : end + 1].isdigit()
        ends = end == len(text) and not first and gap_before and _gap(one, start)
        glued = glued or (field in _PEOPLE and gap_before and _name_follows(one, end))
        sure = whole or colon or (gap_before and gap_after) or glued or ends
        whole = whole or (first and end == len(text))
        if not (sure or whole or first) or (not gap_before and not colon and not glued):
            continue
        if is_opinion(field) and (
            text[end : end + 1] in ("书", "表") or not (whole or colon or first)
        ):
            continue  # a title such as 法制审核意见书 opens no section
        sure = sure or whole
        hits.append(Hit(field, label, at, start, end, whole, sure, first))
    return hits


def _is_numbered(one: Fragment, end: int) -> bool:
    """Return whether a number of the label's own stands behind it: 执法证号1, 执法证号2."""
    text = one.text
    if not _COUNTED.search(text[:end]) or text[end : end + 1] not in _COUNTS:
        return False
    return end + 1 == len(text) or (_gap(one, end + 1) and not _gap(one, end))


def _name_follows(one: Fragment, end: int) -> bool:
    """Return whether a whole name stands right behind a label: 检查人员张三(1208…), 记录人李四."""
    match = _NAME_BEHIND.match(one.text, end)
    if match is None or not is_person(match["name"]):
        return False
    after = match.end("name")
    return match["ends"] != "" or after == len(one.text) or _gap(one, after)


def _is_word(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fa5"


def _gap(one: Fragment, at: int) -> bool:
    """Return whether blanks stand in front of the character `at`."""
    before, here = one.strip.spots[at - 1], one.strip.spots[at]
    return (before.line, before.offset + 1) != (here.line, here.offset)
