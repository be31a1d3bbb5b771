"""What a stretch of pages was recognised as, and what the name of a file hints at."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from reviewer.reading.titles import TitleMatch, Titles
from reviewer.reckoning.textnorm import squeezed


@dataclass(frozen=True, slots=True)
class Segment:
    """A document before its facts are read."""

    code: str
    title: str
    confidence: float
    pages: tuple[int, ...]
    """Indices into the pages of the case file."""
    blocks: tuple[int, int] | None = None
    """DOCX only: first and last body block."""
    corrected: bool = False
    parts: tuple[tuple[int, tuple[int, ...]], ...] = ()
    """Of pages that it shares with other documents: index of the page and its own lines there."""

    def lines_on(self, index: int) -> tuple[int, ...] | None:
        """Return its lines on a page that it shares; None where the whole page is its own."""
        return dict(self.parts).get(index)


def path_hint(path: str, titles: Titles) -> TitleMatch | None:
    """Return the title that the file's name, or else its folder's name, says."""
    if not path:
        return None
    pure = PurePosixPath(path)
    for name in (pure.stem, pure.parent.name):
        core = re.sub(r"^[\d\W_]+|[\d\W_]+$", "", squeezed(name))
        if core and (match := titles.match(core)):
            return match
    return None


def is_series(before: str, now: str) -> bool:
    """Return whether the file `now` follows the file `before` as the next shot of a series."""
    last, this = PurePosixPath(before), PurePosixPath(now)
    if last.parent != this.parent or last.suffix.lower() != this.suffix.lower():
        return False
    if this.suffix.lower() in {".pdf", ".docx", ""}:
        return False
    stems = [re.sub(r"[\d\W_]+$", "", one.stem) for one in (last, this)]
    return stems[0] == stems[1]
