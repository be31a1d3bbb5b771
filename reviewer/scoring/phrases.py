"""The phrase bank (短语库): wording for reasons, found by text, code or pinyin initials.

Searching is a pure function of the entries; only the loader reads a file.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from reviewer.errors import BadData
from reviewer.resources import load_yaml, resource
from reviewer.scoring.raw import Fields

TYPES = ("V", "D", "T")
"""V may be a veto, D deduction, T hint."""

_CODE = re.compile(r"P[A-Z]\d{2}")
_NO_MATCH = 99


@dataclass(frozen=True, slots=True)
class PhraseEntry:
    """One phrase."""

    code: str
    """`PY01`: the second letter is the dimension."""
    type: str
    """One of `TYPES`."""
    text: str
    items: tuple[str, ...]
    """Items, vetoes, rules and articles it belongs to."""


def load_phrases() -> tuple[PhraseEntry, ...]:
    """Return the phrases that ship with the program, in the order of the file.

    Raises:
        BadData: the file is wrong; the message names the phrase.
    """
    raw = load_yaml(resource("phrases", "phrases.yaml"))
    if not isinstance(raw, list):
        raise _refuse("", "应为短语的列表", "请重新安装程序，或从备份恢复该文件。")
    entries = tuple(_entry(one) for one in raw)
    for code, times in Counter(entry.code for entry in entries).items():
        if times > 1:
            raise _refuse(f"的 {code} ", f"重复出现 {times} 次", "请为每条短语使用不同的编码。")
    return entries


def search_phrases(
    entries: Iterable[PhraseEntry], query: str, about: Collection[str] = ()
) -> tuple[PhraseEntry, ...]:
    """Return the phrases that fit `query`, the best first.

    Args:
        entries: the phrases to search.
        query: words apart by spaces, all of which must fit: a part of the text, the beginning
            of the code, or pinyin initials (`wgzrgc` finds 未告知…).  Empty fits all.
        about: ids of the open item, its vetoes and rules.  Without a query only phrases about
            these are returned; with one they come first among equals, so that a phrase of a
            neighbouring item is found too.
    """
    words = query.casefold().split()
    ranked = []
    for place, entry in enumerate(entries):
        related = not about or any(code in about for code in entry.items)
        rank = max((_rank(entry, word) for word in words), default=0 if related else _NO_MATCH)
        if rank < _NO_MATCH:
            ranked.append((rank, not related, place, entry))
    return tuple(entry for *_, entry in sorted(ranked, key=lambda one: one[:3]))


def _rank(entry: PhraseEntry, word: str) -> int:
    """Return how well `word` fits, 0 best: code, text, initials; beginnings before the rest."""
    code, text = entry.code.casefold(), entry.text.casefold()
    if code == word:
        return 0
    if code.startswith(word):
        return 1
    if word in text:
        return 2 if text.startswith(word) else 3
    # Only Latin letters can be initials; asking pypinyin for anything else costs its loading.
    if not (word.isascii() and word.isalpha()):
        return _NO_MATCH
    initials = _initials(entry.text)
    if word not in initials:
        return _NO_MATCH
    return 4 if initials.startswith(word) else 5


@cache
def _initials(text: str) -> str:
    """Return the pinyin initials of the Chinese characters, other characters left out."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - 0.4 s (measured)

    letters = lazy_pinyin(text, style=Style.FIRST_LETTER, errors="ignore")
    return "".join(letters).casefold()


def _entry(raw: object) -> PhraseEntry:
    fields = Fields(raw, "的一条短语", _refuse)
    code = fields.text("code")
    fields.named(f"的 {code} ")
    if not _CODE.fullmatch(code):
        raise fields.refuse("编码应为 P、一个字母和两位数字")
    entry = PhraseEntry(code, fields.text("type"), fields.text("text"), fields.texts("items"))
    if entry.type not in TYPES:
        raise fields.refuse(f"类型“{entry.type}”不认识，应为 V、D 或 T")
    if not entry.items:
        raise fields.refuse("没有写明有关的评查项")
    fields.done()
    return entry


def _refuse(where: str, what: str, remedy: str) -> BadData:
    return BadData(f"短语库{where}：{what}。", remedy or "请改正该处后重新载入。")
