"""What only documents of one type say: pages that may be a document whose title is not known.

A bureau may print a title that no list holds, and then the page is taken for a part of the
document before it.  What stands there proves no type; it only keeps a rule from saying that the
document is missing (resources/document-types/labels/strong.yaml).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reviewer.errors import BadData
from reviewer.model import Document, Fact
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip, joined, place_of
from reviewer.resources import load_yaml, resource

KEY = "nearly_told"
_DOUBTED = 0.5
_KEYS = {"code", "all", "unlike"}
_CODE = re.compile(r"DT\d\d")
_NO_HOME = -1
"""Document of a fact that stands on a page that belongs to none."""


@dataclass(frozen=True, slots=True)
class Strong:
    """A type and what stands together on a page of it."""

    code: str
    all: tuple[re.Pattern[str], ...]
    unlike: frozenset[str]
    """Types of documents that say the same by themselves."""


@cache
def load_strong(path: Path | None = None) -> tuple[Strong, ...]:
    """Return the table.

    Raises:
        BadData: the file is missing or wrong; the message names the entry.
    """
    raw = load_yaml(path or resource("document-types", "labels", "strong.yaml"))
    return tuple(_entry(one) for one in raw)


def _entry(raw: Any) -> Strong:
    code = str(raw.get("code", "")) if isinstance(raw, dict) else ""
    phrases = raw.get("all", ()) if code else ()
    if not _CODE.fullmatch(code) or set(raw) - _KEYS or len(phrases) < 2:
        raise _bad(code or "一条", "没有文书代码，或者字句少于两句")
    try:
        compiled = tuple(re.compile(str(one)) for one in phrases)
    except re.error as error:
        raise _bad(code, f"识别式写错（{error}）") from error
    return Strong(code, compiled, frozenset((code, *map(str, raw.get("unlike", ())))))


def _bad(code: str, what: str) -> BadData:
    return BadData(f"文书特有内容表中{code}{what}。", "请改正文书特有内容表，或重新安装程序。")


def speaking_pages(
    documents: Sequence[Document], sheets: Sequence[Sheet], loose: Sequence[Sheet]
) -> Iterator[Fact]:
    """Find the pages that say what only documents of a type say that the file does not hold."""
    held = {document.type for document in documents}
    wanted = [one for one in load_strong() if one.code not in held]
    homes = [
        (document.id, document.type, sheet)
        for document, sheet in zip(documents, sheets, strict=True)
    ]
    for home, code, sheet in [*homes, *((_NO_HOME, "", sheet) for sheet in loose)]:
        for one in wanted:
            if code not in one.unlike and (strip := _spoken(sheet, one)):
                yield Fact(KEY, one.code, home, place_of(strip, sheet.pages), _DOUBTED)


def _spoken(sheet: Sheet, one: Strong) -> Strip | None:
    """Return the first words of a page on which everything stands; None when there is none."""
    for page in dict.fromkeys(fragment.page for fragment in sheet.fragments):
        text = joined(sheet.fragments[at].strip for at in sheet.on_page(page))
        found = [phrase.search(text.text) for phrase in one.all]
        if found[0] and all(found):
            return text.cut(*found[0].span())
    return None
