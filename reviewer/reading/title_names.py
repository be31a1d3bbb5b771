"""The standard names of all types, ready to be compared with many lines of text.

Nearly every line of a case file is asked whether it is a title, and nearly none is.  Which
characters a line holds rules out almost all names at once.
"""

from collections.abc import Sequence

from reviewer.reading.kinds import Kind


class TitleNames:
    """The names of a set of types, each with its code, in the order of the types."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self._bits: dict[str, int] = {}
        self._names = [
            (self._marks(name), name, kind.code) for kind in kinds for name in kind.names
        ]

    def nearly_in(self, text: str, missing: int) -> list[tuple[str, str]]:
        """Return name and code of those of whose different characters `text` lacks few enough.

        At most `missing` are lacking.  Each of them is at least one misread character, so no
        name that is left out stands in `text` with `missing` characters misread or fewer.
        """
        held = 0
        for char in text:
            held |= self._bits.get(char, 0)
        lacking = ~held
        return [
            (name, code)
            for marks, name, code in self._names
            if (marks & lacking).bit_count() <= missing
        ]

    def _marks(self, name: str) -> int:
        marks = 0
        for char in name:
            marks |= self._bits.setdefault(char, 1 << len(self._bits))
        return marks
