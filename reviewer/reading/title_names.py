"""The standard names of all types, ready to be compared with many lines of text.

Nearly every line of a case file is asked whether it is a title, and nearly none is.  Which
characters a line holds rules out almost all names at once.
"""

from collections.abc import Sequence
from functools import cache

from reviewer.reading.kinds import Kind, load_kinds

_ENOUGH = 0x80
"""The bit of a name's byte that is set when the line holds enough of its characters."""


class TitleNames:
    """The names of a set of types, each with its code, in the order of the types.

    Each name has a byte in one long number; to add the numbers of a line's characters counts, for
    all names at once, how many different characters of the name the line holds.
    """

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self._names = [(name, kind.code) for kind in kinds for name in kind.names]
        self._holding: dict[str, int] = {}
        self._ones = int.from_bytes(bytes([1]) * len(self._names), "little")
        self._wanted = 0
        for at, (name, _) in enumerate(self._names):
            for char in set(name):
                self._holding[char] = self._holding.get(char, 0) + (1 << 8 * at)
            self._wanted += (_ENOUGH - len(set(name))) << 8 * at

    def nearly_in(self, text: str, missing: int) -> list[tuple[str, str]]:
        """Return name and code of those of whose different characters `text` lacks few enough.

        At most `missing`, a single digit, are lacking.  Each of them is at least one misread
        character, so no name that is left out stands in `text` with `missing` characters misread
        or fewer.
        """
        held = self._wanted + missing * self._ones
        for char in set(text):
            held += self._holding.get(char, 0)
        enough = (held & (_ENOUGH * self._ones)).to_bytes(len(self._names), "little")
        found: list[tuple[str, str]] = []
        at = enough.find(_ENOUGH)
        while at >= 0:
            found.append(self._names[at])
            at = enough.find(_ENOUGH, at + 1)
        return found


def names_of(kinds: Sequence[Kind]) -> TitleNames:
    """Return the names of `kinds`; those of the shipped kinds are prepared once."""
    return _shipped() if kinds is load_kinds() else TitleNames(kinds)


@cache
def _shipped() -> TitleNames:
    return TitleNames(load_kinds())
