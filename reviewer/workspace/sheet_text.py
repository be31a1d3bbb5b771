"""From the sheets of a reading copy to blocks of the DOCX and back.

A place in a DOCX is a block and a range of its characters, whatever sheet it was drawn on.
"""

from collections.abc import Sequence

from reviewer import intake
from reviewer.model import BlockLayout, Box, PageRef, Place


class SheetText:
    """The text of one reading copy as it lies on its sheets."""

    def __init__(self, copy: "intake.ReadingCopy") -> None:
        self._copy = copy

    def boxes(self, block: int, chars: tuple[int, int] | None) -> tuple[tuple[int, Box], ...]:
        """Return sheet and box of each stretch of a block that `chars` touch; None takes all."""
        found = []
        for stretch in self._copy.layout:
            if stretch.block != block:
                continue
            start, end = chars or (stretch.start, stretch.end)
            start, end = max(start, stretch.start), min(end, stretch.end)
            if start < end:
                found.append((stretch.sheet, part_of(stretch, start, end)))
        return tuple(found)

    def place(self, ref: PageRef, sheet: int, chosen: Sequence[int], folio: str) -> Place:
        """Return the place of the characters `chosen` of a sheet.

        A place lies in one block: of a selection over several it takes those of the first.
        """
        chars = intake.sheet_chars(self._copy, sheet)
        spots = [(chars[at].char, self._spot(sheet, chars, at)) for at in chosen]
        known = [(char, spot) for char, spot in spots if spot is not None]
        if not known:
            return Place(ref.file, ref.page, "".join(char for char, _ in spots), folio=folio)
        block = known[0][1][0]
        inside = [(char, offset) for char, (of, offset) in known if of == block]
        offsets = [offset for _, offset in inside]
        return Place(
            ref.file,
            ref.page,
            "".join(char for char, _ in inside),
            block=block,
            chars=(min(offsets), max(offsets) + 1),
            folio=folio,
        )

    def _spot(
        self, sheet: int, chars: Sequence[intake.CharPlace], at: int
    ) -> tuple[int, int] | None:
        """Return block and offset of a character of a sheet; None for what is not of the body."""
        box = chars[at].box
        x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        for stretch in self._copy.layout:
            if stretch.sheet == sheet and _within(stretch.box, x, y):
                first = at
                while first and _of(stretch, chars[first - 1]):
                    first -= 1
                return stretch.block, min(stretch.start + at - first, stretch.end - 1)
        return None


def part_of(stretch: BlockLayout, start: int, end: int) -> Box:
    """Return the box of the characters [start, end) of a stretch, all taken as equally wide."""
    box = stretch.box
    step = (box.x1 - box.x0) / max(1, stretch.end - stretch.start)
    left = box.x0 + (start - stretch.start) * step
    return Box(left, box.y0, left + (end - start) * step, box.y1)


def _of(stretch: BlockLayout, char: intake.CharPlace) -> bool:
    x, y = (char.box.x0 + char.box.x1) / 2, (char.box.y0 + char.box.y1) / 2
    return _within(stretch.box, x, y)


def _within(box: Box, x: float, y: float) -> bool:
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1
