"""A document laid out for reading: its fragments, its text, and the values behind labels.

What stands behind a label is what follows it in its line; else what stands right of it, up to the
next label; else what stands below it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewer.model import Page
from reviewer.reading.labels import field_of, is_opinion, label_pattern
from reviewer.reading.layout import Fragment, fragments
from reviewer.reading.strips import EMPTY, Strip, joined

_NEAR = 0.012
_WRAPPED_LINES = 4
_PART_OF_DATE = re.compile(
    r"[0-9〇零一二三四五六七八九十]{1,4}年?(?:[0-9一二三四五六七八九十]{0,3}月?)?"
)
_NUMBERING = re.compile(r"(?:\(?[一二三四五六七八九十0-9]{1,2}[)、.]|[☑√■□])?")
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
    first: bool
    """Whether nothing but a number such as 二、 stands in front of it."""


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
        return any(hit.first and hit.sure for hit in self.hits_in(at))

    def on_page(self, page: int) -> list[int]:
        """Return the indices of the fragments of a page."""
        return self._by_page.get(page, [])

    def on_page_fragments(self, page: int) -> list[Fragment]:
        """Return the fragments of a page."""
        return [self.fragments[at] for at in self.on_page(page)]

    def value(self, hit: Hit, wrapped: bool = False) -> Strip:
        """Return what stands behind a label; `wrapped` values may go on over lines."""
        one = self.fragments[hit.at]
        later = [other.start for other in self.hits_in(hit.at) if other.start >= hit.end]
        inline = one.strip.cut(hit.end, min(later, default=None)).trimmed(":;,.、_-|")
        if later:
            return inline
        if inline.text:
            parts = self._rest_of_date(hit.at) if _is_part_of_date(inline.text) else []
            value = joined([inline, *(self.fragments[at].strip for at in parts)])
            return joined([value, *self._wraps(hit.at, parts)]) if wrapped else value
        parts = self._cell_right_of(hit.at)
        return joined(self.fragments[at].strip for at in parts) if parts else self._below(hit.at)

    def _rest_of_date(self, at: int) -> list[int]:
        """Return the fragments right of one in which its date goes on: 2024年 | 3月 | 12日."""
        one = self.fragments[at]
        beside = [
            other
            for other in self.on_page(one.page)
            if self.fragments[other].row == one.row and self.fragments[other].box.x0 > one.box.x0
        ]
        return self._until_label(sorted(beside, key=lambda other: self.fragments[other].box.x0))

    def _until_label(self, beside: list[int]) -> list[int]:
        for number, at in enumerate(beside):
            if self.begins_with_label(at):
                return beside[:number]
        return beside

    def _cell_right_of(self, at: int) -> list[int]:
        """Return the fragments of the cell right of one; of a date also the cells after it."""
        one = self.fragments[at]
        parts = self._docx_cell(at) if one.cell else self._drawn_cell(at)
        if not parts or self.begins_with_label(parts[0]):
            return []
        if _is_part_of_date("".join(self.fragments[part].text for part in parts)):
            parts = [*parts, *self._rest_of_date(parts[-1])]
        return parts

    def _docx_cell(self, at: int) -> list[int]:
        one = self.fragments[at]
        row = self._in_row(at)
        same = [other for other in row if self.fragments[other].cell == one.cell and other > at]
        if same:
            return self._until_label(same[:1])
        right = [other for other in row if _column(self.fragments[other]) > _column(one)]
        first = min((_column(self.fragments[other]) for other in right), default=-1)
        return [other for other in right if _column(self.fragments[other]) == first]

    def _in_row(self, at: int) -> list[int]:
        """Return the fragments of one table row of a DOCX, cell by cell."""
        one = self.fragments[at]
        row = [
            other
            for other in self.on_page(one.page)
            if self.fragments[other].block == one.block
            and (cell := self.fragments[other].cell)
            and one.cell
            and cell[0] == one.cell[0]
        ]
        return sorted(row, key=lambda other: (self.fragments[other].cell, other))

    def _drawn_cell(self, at: int) -> list[int]:
        """Return the lines of the cell right of a label, as far as they stand close together."""
        one = self.fragments[at]
        if not one.drawn:
            return []
        height = one.height
        right = [
            other
            for other in self.on_page(one.page)
            if other != at and self.fragments[other].box.x0 >= one.box.x1 - _NEAR
        ]
        near = [other for other in right if _gap_between(one, self.fragments[other]) < 0.6 * height]
        level = [other for other in near if _gap_between(one, self.fragments[other]) < 0] or near
        if not level:
            return []
        first = min(level, key=lambda other: self.fragments[other].box.x0)
        if self.begins_with_label(first):
            return []
        return self._column_around(first, at, right)

    def _column_around(self, first: int, label: int, right: list[int]) -> list[int]:
        """Return the lines above and below `first` that belong to its cell."""
        group = [first]
        for way in (1, -1):
            edge = self.fragments[first]
            for other in sorted(right, key=lambda at: way * self.fragments[at].middle):
                one = self.fragments[other]
                if way * (one.middle - edge.middle) <= 0.3 * edge.height:
                    continue
                gap = _gap_between(edge, one)
                if not _in_column(edge, one) or self._beside_other_label(other, label):
                    if gap < 0.6 * edge.height and _in_column(edge, one):
                        break
                    continue
                if gap >= 0.85 * edge.height or self.begins_with_label(other):
                    break
                group.append(other)
                edge = one
        return sorted(group, key=lambda at: self.fragments[at].middle)

    def _beside_other_label(self, at: int, label: int) -> bool:
        """Return whether something else stands in the label's column beside the line."""
        one, own = self.fragments[at], self.fragments[label]
        return any(
            other not in (at, label)
            and self.fragments[other].box.y0 < one.middle < self.fragments[other].box.y1
            and self.fragments[other].box.x0 < own.box.x1
            and own.box.x0 < self.fragments[other].box.x1 <= one.box.x0 + _NEAR
            for other in self.on_page(one.page)
        )

    def _below(self, at: int) -> Strip:
        one = self.fragments[at]
        beside = [
            other
            for other in self.on_page(one.page)
            if self.fragments[other].row == one.row and self.fragments[other].box.x0 > one.box.x0
        ]
        if any(not self.hits_in(other) for other in beside):
            return EMPTY  # a row with values is no head of columns
        following = [other for other in self.on_page(one.page) if other > at]
        for other in following[:30]:
            below = self.fragments[other]
            if one.cell and (not below.cell or below.block != one.block):
                break
            if below.row == one.row or not _shares_column(one, below):
                continue
            near = not below.drawn or below.box.y0 - one.box.y1 < 3 * (one.box.y1 - one.box.y0)
            if self.begins_with_label(other) or not near:
                return EMPTY
            return joined(self.fragments[part].strip for part in self._cell_from(other, at))
        return EMPTY

    def _cell_from(self, first: int, head: int) -> list[int]:
        """Return the lines of the cell below a head that begins with `first`."""
        one = self.fragments[first]
        if one.cell:
            return [at for at in self._in_row(first) if self.fragments[at].cell == one.cell]
        below = [at for at in self.on_page(one.page) if self.fragments[at].box.y0 > one.box.y0]
        return self._column_around(first, head, below) if one.drawn else [first]

    def _wraps(self, label: int, parts: list[int]) -> list[Strip]:
        """Return the lines in which a value that begins behind its label goes on."""
        one = self.fragments[parts[-1] if parts else label]
        left = self.fragments[label].box.x0
        found: list[Strip] = []
        edge = one
        for at in self.on_page(one.page):
            below = self.fragments[at]
            if at <= label or below.row <= edge.row or not one.drawn:
                continue
            close = _gap_between(edge, below) < 0.9 * edge.height
            aligned = left - 0.12 < below.box.x0 < left + 0.3
            if edge.box.x1 < _FULL or not close or not aligned or self.begins_with_label(at):
                break
            found.append(below.strip)
            edge = below
            if len(found) >= _WRAPPED_LINES:
                break
        return found


def _column(one: Fragment) -> int:
    return one.cell[1] if one.cell else -1


def _gap_between(one: Fragment, other: Fragment) -> float:
    """Return the height between two fragments; negative when they stand side by side."""
    return max(one.box.y0, other.box.y0) - min(one.box.y1, other.box.y1)


def _in_column(one: Fragment, other: Fragment) -> bool:
    shared = min(one.box.x1, other.box.x1) - max(one.box.x0, other.box.x0)
    return shared > 0.4 * min(one.box.x1 - one.box.x0, other.box.x1 - other.box.x0)


def _is_part_of_date(text: str) -> bool:
    return bool(_PART_OF_DATE.fullmatch(text))


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
        first = _NUMBERING.fullmatch(text[:start]) is not None
        gap_before = first or not _is_word(text[start - 1]) or _gap(one, start)
        bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        end += bracketed
        colon = bool(match["colon"]) or bracketed
        gap_after = end < len(text) and _gap(one, end)
        sure = whole or colon or (gap_before and gap_after)
        whole = whole or (first and end == len(text))
        if not (sure or whole or first) or (not gap_before and not colon):
            continue
        if is_opinion(field) and not (whole or colon or first):
            continue
        sure = sure or whole
        hits.append(Hit(field, label, at, start, end, whole, sure, first))
    return hits


def _is_word(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fa5"


def _gap(one: Fragment, at: int) -> bool:
    """Return whether blanks stand in front of the character `at`."""
    before, here = one.strip.spots[at - 1], one.strip.spots[at]
    return (before.line, before.offset + 1) != (here.line, here.offset)
