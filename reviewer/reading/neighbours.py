"""The fragments of a document beside each other: what stands where, and what begins a label."""

from collections.abc import Sequence

from reviewer.reading.fragment import Fragment

NEAR = 0.012
"""Share of a page's width by which edges that print in line may differ."""


class Neighbours:
    """The fragments of a document by page; they are named by their indices."""

    def __init__(
        self, fragments: Sequence[Fragment], heads: frozenset[int], whole: frozenset[int]
    ) -> None:
        """Take the fragments, which of them begin with a label, and which are nothing else."""
        self.fragments = fragments
        self._heads = heads
        self._whole = whole
        self._by_page: dict[int, list[int]] = {}
        for at, one in enumerate(fragments):
            self._by_page.setdefault(one.page, []).append(at)

    def on_page(self, page: int) -> list[int]:
        """Return the fragments of a page."""
        return self._by_page.get(page, [])

    def is_label(self, at: int) -> bool:
        """Return whether a fragment begins with a label."""
        return at in self._heads

    def is_only_label(self, at: int) -> bool:
        """Return whether a fragment is a label and nothing else."""
        return at in self._whole

    def right_in_row(self, at: int) -> list[int]:
        """Return the fragments further right in the row of one, left to right."""
        one = self.fragments[at]
        beside = [
            other
            for other in self.on_page(one.page)
            if self.fragments[other].row == one.row and self.fragments[other].box.x0 > one.box.x0
        ]
        return sorted(beside, key=lambda other: self.fragments[other].box.x0)

    def until_label(self, beside: list[int]) -> list[int]:
        """Return the fragments in front of the first that begins with a label."""
        for number, at in enumerate(beside):
            if self.is_label(at):
                return beside[:number]
        return beside


def gap_between(one: Fragment, other: Fragment) -> float:
    """Return the height between two fragments; negative when they stand side by side."""
    return max(one.box.y0, other.box.y0) - min(one.box.y1, other.box.y1)
