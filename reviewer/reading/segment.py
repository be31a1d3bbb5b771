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
