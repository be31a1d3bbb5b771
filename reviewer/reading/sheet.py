"""A document laid out for reading: its fragments, its text, and the values behind labels.

What stands behind a label is what follows it in its line; else what stands right of it, up to the
next label; else what stands below it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewer.model import Page
from reviewer.reading.labels import field_of, is_opinion, label_pattern
from reviewer.reading.layout import Fragment, fragments
from reviewer.reading.strips import EMPTY, Strip, joined

_NEAR = 0.012
_WRAPPED_LINES = 4
_FULL = 0.72
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


class Sheet:
    """One document, laid out.  Made once per document; its parts are computed when asked."""

    def __init__(self, pages: Sequence[Page], chosen: Iterable[tuple[int, Sequence[int] | None]]):
        self.pages = pages
        self.fragments: list[Fragment] = []
        self._first: dict[int, int] = {}
        for index, lines in chosen:
            self._first[index] = len(self.fragments)
            self.fragments += fragments(pages[index], index, lines)

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
    def hits(self) -> list[Hit]:
        """Return every label, in order."""
        fields = field_of()
        return [hit for at, one in enumerate(self.fragments) for hit in _hits_in(one, at, fields)]

    @cached_property
    def _hits_at(self) -> dict[int, list[Hit]]:
        found: dict[int, list[Hit]] = {}
        for hit in self.hits:
            found.setdefault(hit.at, []).append(hit)
        return found

    @cached_property
    def _by_page(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for at, one in enumerate(self.fragments):
            found.setdefault(one.page, []).append(at)
        return found

    def labels(self, *fields: str) -> list[Hit]:
        """Return the labels of any of `fields`, in order."""
        return [hit for hit in self.hits if hit.field in fields]

    def hits_in(self, at: int) -> list[Hit]:
        """Return the labels in the fragment with this index."""
        return self._hits_at.get(at, [])

    def begins_with_label(self, at: int) -> bool:
        """Return whether the fragment with this index is or begins with a sure label."""
        return any(hit.start <= 2 and hit.sure for hit in self.hits_in(at))

    def on_page(self, page: int) -> list[int]:
        """Return the indices of the fragments of a page."""
        return self._by_page.get(page, [])

    def value(self, hit: Hit, wrapped: bool = False) -> Strip:
        """Return what stands behind a label; `wrapped` values may go on over lines."""
        one = self.fragments[hit.at]
        later = [other.start for other in self.hits_in(hit.at) if other.start >= hit.end]
        inline = one.strip.cut(hit.end, min(later, default=None)).trimmed(":;,.、_-|")
        if later:
            return inline
        parts = self._right_of(hit.at)
        if not inline.text and not parts:
            return self._below(hit.at)
        value = joined([inline, *(self.fragments[at].strip for at in parts)])
        if not wrapped:
            return value
        return joined([value, *self._wraps(hit.at, parts or [hit.at], bool(inline.text))])

    def _right_of(self, at: int) -> list[int]:
        """Return the fragments right of one, up to the next label, in reading order."""
        one = self.fragments[at]
        if one.cell:
            return self._cells_right_of(at)
        if not one.drawn:
            return []
        margin = 0.2 * (one.box.y1 - one.box.y0)
        low, high = one.box.y0 + margin, one.box.y1 - margin
        beside = [
            other
            for other in self.on_page(one.page)
            if other != at
            and self.fragments[other].box.x0 >= one.box.x1 - _NEAR
            and self.fragments[other].box.y0 < high
            and self.fragments[other].box.y1 > low
        ]
        return self._until_label(beside)

    def _until_label(self, beside: list[int]) -> list[int]:
        stop = min(
            (self.fragments[at].box.x0 for at in beside if self.begins_with_label(at)),
            default=2.0,
        )
        return [at for at in beside if self.fragments[at].box.x0 < stop - _NEAR]

    def _cells_right_of(self, at: int) -> list[int]:
        one = self.fragments[at]
        assert one.cell is not None
        same_cell = [other for other in self._in_row(at) if self.fragments[other].cell == one.cell]
        if same_cell[-1] != at and not self.begins_with_label(same_cell[same_cell.index(at) + 1]):
            return same_cell[same_cell.index(at) + 1 :][:1]
        right = [
            other
            for other in self._in_row(at)
            if (cell := self.fragments[other].cell) and cell[1] > one.cell[1]
        ]
        return self._until_label(right)

    def _in_row(self, at: int) -> list[int]:
        """Return the fragments of one table row of a DOCX, cell by cell."""
        one = self.fragments[at]
        assert one.cell is not None
        row = [
            other
            for other in self.on_page(one.page)
            if self.fragments[other].block == one.block
            and (cell := self.fragments[other].cell)
            and cell[0] == one.cell[0]
        ]
        return sorted(row, key=lambda other: (self.fragments[other].cell, other))

    def _below(self, at: int) -> Strip:
        one = self.fragments[at]
        following = [other for other in self.on_page(one.page) if other > at]
        for other in following[:30]:
            below = self.fragments[other]
            if one.cell and (not below.cell or below.block != one.block):
                break
            if below.row == one.row or not _shares_column(one, below):
                continue
            near = not below.drawn or below.box.y0 - one.box.y1 < 3 * (one.box.y1 - one.box.y0)
            return EMPTY if self.begins_with_label(other) or not near else below.strip
        return EMPTY

    def _wraps(self, label: int, last: list[int], inline: bool) -> list[Strip]:
        """Return the lines in which a value goes on."""
        one = self.fragments[last[-1]]
        if one.cell and not inline:
            return []
        left = self.fragments[label].box.x0 if inline and last == [label] else one.box.x0
        found: list[Strip] = []
        bottom, height = one.box.y1, one.box.y1 - one.box.y0
        full = one.box.x1 > _FULL
        for at in self.on_page(one.page):
            below = self.fragments[at]
            if at <= last[-1] or len(found) >= _WRAPPED_LINES:
                continue
            if below.box.y0 - bottom > 0.9 * height or below.row == one.row or not one.drawn:
                continue
            if self.begins_with_label(at) or self._has_label_left(at, label):
                break
            if (inline and not full) or not left - 0.12 < below.box.x0 < left + 2 * _NEAR:
                continue
            found.append(below.strip)
            bottom, full = below.box.y1, below.box.x1 > _FULL
        return found

    def _has_label_left(self, at: int, but: int) -> bool:
        one = self.fragments[at]
        return any(
            other != but
            and self.fragments[other].box.x1 <= one.box.x0 + _NEAR
            and self.fragments[other].box.y0 < one.middle < self.fragments[other].box.y1
            and self.begins_with_label(other)
            for other in self.on_page(one.page)
        )


def _shares_column(one: Fragment, below: Fragment) -> bool:
    if one.cell and below.cell:
        return one.cell[1] == below.cell[1]
    middle = (one.box.x0 + one.box.x1) / 2
    return below.box.x0 - _NEAR <= middle <= below.box.x1 + _NEAR and one.drawn


def _hits_in(one: Fragment, at: int, fields: dict[str, str]) -> list[Hit]:
    text = one.text
    hits: list[Hit] = []
    for match in label_pattern().finditer(text):
        start, end = match.span()
        label, field = match["label"], fields[match["label"]]
        whole = end - start == len(text)
        gap_before = start == 0 or not _is_word(text[start - 1]) or _gap(one, start)
        bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        end += bracketed
        colon = bool(match["colon"]) or bracketed
        gap_after = end < len(text) and _gap(one, end)
        sure = whole or colon or (gap_before and gap_after)
        if not (sure or start == 0) or (not gap_before and not colon):
            continue
        if is_opinion(field) and not (whole or colon or start == 0):
            continue
        hits.append(Hit(field, label, at, start, end, whole, sure))
    return hits


def _is_word(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fa5"


def _gap(one: Fragment, at: int) -> bool:
    """Return whether blanks stand in front of the character `at`."""
    before, here = one.strip.spots[at - 1], one.strip.spots[at]
    return (before.line, before.offset + 1) != (here.line, here.offset)
