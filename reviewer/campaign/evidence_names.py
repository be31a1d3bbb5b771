"""Names that a unit gives as evidence (佐证材料名称), matched with the files of a folder.

Names are compared with names of files only and never used as paths.
"""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from reviewer.model.rectification_forms import NamedEvidence, plain


def named_evidence(text: str, files: Sequence[Path]) -> tuple[NamedEvidence, ...]:
    """Return each name of `text`, parted by 、 or the like, with the files that bear it."""
    return tuple(NamedEvidence(one, _bearing(one, files)) for one in _names(text))


def _names(text: str) -> tuple[str, ...]:
    parts = (one.strip(" 《》“”\"'　") for one in re.split(r"[、，,;；\n]+", text))
    return tuple(dict.fromkeys(one for one in parts if one))


def _bearing(name: str, files: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files of that name: with its suffix, else without, else numbered.

    照片 is borne by 照片.jpg, else by 照片1.jpg and 照片2.jpg.
    """
    wanted = _folded(name)
    exact = tuple(one for one in files if _folded(one.name) == wanted)
    if exact:
        return exact
    same = tuple(one for one in files if _folded(one.stem) == wanted)
    if same:
        return same
    numbered = re.compile(re.escape(wanted) + r"[-_(（]?[0-9]{1,3}[)）]?")
    return tuple(one for one in files if numbered.fullmatch(_folded(one.stem)))


def _folded(text: str) -> str:
    return plain(unicodedata.normalize("NFKC", text)).casefold()
