"""The pages of a case file, each laid out once for all who ask.

What cuts the file, what looks for papers that run in, and the document itself ask for the same
lines: laying them out three times was a quarter of the time that reading takes.
"""

from collections.abc import Sequence

from reviewer.model import Page
from reviewer.reading.fragment import Fragment
from reviewer.reading.layout import fragments


class LaidPages:
    """Pages in case order with the fragments of their lines."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self._known: dict[tuple[int, tuple[int, ...]], tuple[Fragment, ...]] = {}

    def fragments(self, index: int, lines: Sequence[int] | None = None) -> list[Fragment]:
        """Return the fragments of the page with this index; only of `lines` when given."""
        page = self.pages[index]
        chosen = tuple(range(len(page.lines)) if lines is None else lines)
        if (index, chosen) not in self._known:
            self._known[index, chosen] = tuple(fragments(page, index, chosen))
        return list(self._known[index, chosen])
