"""The text of the pages for selecting: the characters that came, and which are selected.

The characters of a page are asked for when they are first needed.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reviewer.model import Box
from reviewer.ui.workbench.text_selection import (
    Selection,
    Spot,
    line_boxes,
    line_of,
    moved,
    nearest,
    text_of,
)
from reviewer.workspace.views import CharBox

Point = tuple[float, float]
"""In fractions of a page."""


class PageText(QObject):
    """Characters and selection of one canvas."""

    chars_wanted = Signal(int)
    changed = Signal()  # what is selected is to be drawn anew

    def __init__(self, count: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._count = count  # how many pages there are
        self._chars: dict[int, tuple[CharBox, ...]] = {}
        self._asked: set[int] = set()
        self.selection: Selection | None = None

    @property
    def known(self) -> frozenset[int]:
        """The pages whose characters came."""
        return frozenset(self._chars)

    def take(self, index: int, chars: tuple[CharBox, ...]) -> None:
        """Take the characters of a page that were asked for."""
        self._chars[index] = chars
        if self.selection is not None and index in self.selection.pages:
            self.changed.emit()

    def forget(self, *, moved: bool) -> None:
        """Ask again for pages that had no characters; for all when the pages `moved`."""
        self._chars = {} if moved else {at: found for at, found in self._chars.items() if found}
        self._asked = set(self._chars)
        if moved:
            self.selection = None

    def ask(self, index: int) -> None:
        """Ask for the characters of a page, once."""
        if 0 <= index < self._count() and index not in self._asked:
            self._asked.add(index)
            self.chars_wanted.emit(index)

    def boxes(self, index: int) -> tuple[Box, ...]:
        """Return the selected boxes of a page."""
        return line_boxes(self._selected(index))

    def text(self) -> str:
        """Return the selected text; empty when nothing is selected."""
        pages = self.selection.pages if self.selection else ()
        return "\n".join(filter(None, (text_of(self._selected(index)) for index in pages)))

    def ranges(self) -> tuple[tuple[int, int, int], ...]:
        """Return page, first and last character of what is selected, a page at a time."""
        pages = self.selection.pages if self.selection else ()
        return tuple((at, own[0], own[-1]) for at in pages if (own := self._range(at)))

    def clear(self) -> None:
        """Select nothing."""
        self._select(None)

    def select_line(self, index: int, point: Point) -> None:
        """Select the line at a point of a page."""
        chars = self._chars.get(index, ())
        at = nearest(chars, *point) if chars else -1
        if at >= 0:
            first, last = line_of(chars, at)
            self._select(Selection(Spot(index, first), Spot(index, last)))

    def select_between(self, start: int, first: Point, end: int, last: Point) -> None:
        """Select from a point of page `start` to a point of page `end`, once both have text."""
        own, there = self._chars.get(start, ()), self._chars.get(end, ())
        for at in range(min(start, end), max(start, end) + 1):
            self.ask(at)
        if own and there:
            anchor, head = Spot(start, nearest(own, *first)), Spot(end, nearest(there, *last))
            self._select(Selection(anchor, head))

    def begin(self, index: int, point: Point) -> None:
        """Select one character of a page, from which the selection is extended."""
        chars = self._chars.get(index, ())
        if not chars:
            self.ask(index)
            return
        spot = Spot(index, nearest(chars, *point))
        self._select(Selection(spot, spot))

    def extend(self, along: int, lines: int) -> None:
        """Move the end of the selection by characters or lines, over page boundaries too."""
        if self.selection is None:
            return
        head = self.selection.head
        chars = self._chars.get(head.index, ())
        if not chars:
            self.ask(head.index)
            return
        new = moved(chars, head.char, along, lines)
        there = Spot(head.index, new)
        if new == head.char:
            there = self._beyond(head.index, along + lines) or head
        self._select(Selection(self.selection.anchor, there))

    def _beyond(self, index: int, by: int) -> Spot | None:
        """Return the first character of the next page, or the last of the one before."""
        beside = index + (1 if by > 0 else -1)
        chars = self._chars.get(beside, ())
        if not chars:
            self.ask(beside)
            return None
        return Spot(beside, 0 if by > 0 else len(chars) - 1)

    def _range(self, index: int) -> range:
        chars = self._chars.get(index, ())
        return self.selection.on(index, len(chars)) if self.selection else range(0)

    def _selected(self, index: int) -> tuple[CharBox, ...]:
        own = self._range(index)
        return self._chars.get(index, ())[own.start : own.stop]

    def _select(self, selection: Selection | None) -> None:
        if selection != self.selection:
            self.selection = selection
            self.changed.emit()
