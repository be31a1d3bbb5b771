"""From the sheets of a reading copy to blocks of the DOCX and back.

A place in a DOCX is a block and a range of its characters, whatever sheet it was drawn on.
"""

from collections.abc import Sequence
from functools import cached_property

from reviewer.intake import CharPlace, ReadingCopy, sheet_chars
from reviewer.model import BlockLayout, Box, PageRef, Place


class SheetText:
    """One reading copy and its text as it lies on the sheets."""

    def __init__(self, copy: ReadingCopy) -> None:
        self.copy = copy
        self._chars: dict[int, tuple[CharPlace, ...]] = {}

    def chars(self, sheet: int) -> tuple[CharPlace, ...]:
        """Return the characters of a sheet in reading order."""
        if sheet not in self._chars:
            self._chars[sheet] = sheet_chars(self.copy, sheet)
        return self._chars[sheet]

    def blocks(self, sheet: int) -> frozenset[int]:
        """Return the body blocks that stand, wholly or partly, on a sheet."""
        return frozenset(stretch.block for stretch in self._stretches.get(sheet, ()))

    def boxes(self, block: int, chars: tuple[int, int] | None) -> tuple[tuple[int, Box], ...]:
        """Return sheet and box of each stretch of a block that `chars` touch; None takes all."""
        found = []
        for sheet, stretches in self._stretches.items():
            for line, stretch in enumerate(stretches):
                first, last = chars or (stretch.start, stretch.end)
                if stretch.block == block and first < stretch.end and last > stretch.start:
                    found.append((sheet, self._part(sheet, line, stretch, first, last)))
        return tuple(found)

    def place(self, ref: PageRef, sheet: int, chosen: Sequence[int], folio: str) -> Place:
        """Return the place of the characters `chosen` of a sheet.

        A place lies in one block: of a selection over several it takes those of the first.
        """
        chars, stretches = self.chars(sheet), self._stretches.get(sheet, [])
        first_of = {char.line: at for at, char in reversed(list(enumerate(chars)))}
        found = []
        for at in chosen:
            stretch = stretches[chars[at].line]
            found.append((stretch.block, stretch.start + at - first_of[chars[at].line], at))
        if not found:
            return Place(ref.file, ref.page, "", folio=folio)
        block = found[0][0]
        offsets = [offset for of, offset, _ in found if of == block]
        quote = "".join(chars[at].char for of, _, at in found if of == block)
        return Place(
            ref.file,
            ref.page,
            quote,
            block=block,
            chars=(min(offsets), max(offsets) + 1),
            folio=folio,
        )

    @cached_property
    def _stretches(self) -> dict[int, list[BlockLayout]]:
        """Return the stretches of each sheet; line n of its characters is the n-th of them."""
        found: dict[int, list[BlockLayout]] = {}
        for stretch in self.copy.layout:
            found.setdefault(stretch.sheet, []).append(stretch)
        return found

    def _part(self, sheet: int, line: int, stretch: BlockLayout, first: int, last: int) -> Box:
        own = [char.box for char in self.chars(sheet) if char.line == line]
        inside = own[max(0, first - stretch.start) : last - stretch.start]
        if not inside:
            return stretch.box
        box = inside[0]
        for other in inside[1:]:
            box = box.union(other)
        return box
