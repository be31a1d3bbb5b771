"""The words that documents usually state an element in, as data.

They are used only to doubt that something is missing on a page that was recognised from a picture
(resources/document-types/labels/expected.yaml).
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reviewer.errors import BadData
from reviewer.reckoning.textnorm import squeezed
from reviewer.resources import load_yaml, resource

_KEYS = {"name", "documents", "told", "element", "phrases", "words"}
_CODE = re.compile(r"DT\d\d")
_LEAST_PHRASE, _LEAST_WORD = 6, 3
"""Shorter words come near to too many others."""


@dataclass(frozen=True, slots=True)
class Expected:
    """An element and the words in which documents of some types state it."""

    name: str
    documents: frozenset[str]
    told: frozenset[str]
    """Keys of the facts that show that it was read."""
    values: frozenset[str]
    """What `stated` and `measure_element` facts say of it."""
    phrases: tuple[str, ...]
    words: tuple[str, ...]
    """Labels of forms."""


@cache
def load_expected(path: Path | None = None) -> tuple[Expected, ...]:
    """Return the table.

    Raises:
        BadData: the file is missing or wrong; the message names the entry.
    """
    raw = load_yaml(path or resource("document-types", "labels", "expected.yaml"))
    return tuple(_entry(one) for one in raw)


def _entry(raw: Any) -> Expected:
    name = str(raw.get("name", "")) if isinstance(raw, dict) else ""
    if not name or set(raw) - _KEYS:
        raise _bad(name or "一条", "没有名称，或者有不认识的字段")
    codes = frozenset(map(str, raw.get("documents", ())))
    if not codes or not all(_CODE.fullmatch(code) for code in codes):
        raise _bad(name, "没有列出文书代码")
    phrases, words = (
        tuple(squeezed(str(one)) for one in raw.get(key, ())) for key in ("phrases", "words")
    )
    short = any(len(one) < _LEAST_PHRASE for one in phrases)
    if not (phrases or words) or short or any(len(one) < _LEAST_WORD for one in words):
        raise _bad(name, "没有字句，或者字句过短")
    values = frozenset((name, str(raw.get("element", name))))
    return Expected(name, codes, frozenset(map(str, raw.get("told", ()))), values, phrases, words)


def _bad(name: str, what: str) -> BadData:
    return BadData(f"常见字句表中“{name}”{what}。", "请改正常见字句表，或重新安装程序。")
