"""The types of documents (文书类型), as data of resources/document-types.

A type is recognised by its title; phrases only confirm.  `marks` are the one exception: what an
ID card or a receipt of payment prints instead of a title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reviewer.errors import BadData
from reviewer.model import DocumentType
from reviewer.reckoning.textnorm import squeezed
from reviewer.resources import load_yaml, resource

_KEYS = {"code", "name", "volume", "aliases", "titles", "phrases", "marks", "single"}
_CODE = re.compile(r"DT\d\d")


@dataclass(frozen=True, slots=True)
class Kind:
    """A document type with its expressions compiled."""

    type: DocumentType
    titles: tuple[re.Pattern[str], ...]
    phrases: tuple[re.Pattern[str], ...]
    marks: tuple[re.Pattern[str], ...]
    """All of them together decide on a page without a title; empty decides nothing."""
    single: bool
    """Whether a page without a title never continues it."""
    names: tuple[str, ...]
    """Name and aliases, squeezed."""

    @property
    def code(self) -> str:
        """Return the DT code."""
        return self.type.code


def load_types() -> tuple[DocumentType, ...]:
    """Return all document types by code.

    Raises:
        BadData: a shipped file is missing or wrong; the message names the type.
    """
    return tuple(kind.type for kind in load_kinds())


@cache
def load_kinds(folder: Path | None = None) -> tuple[Kind, ...]:
    """Return all document types with their compiled expressions, by code.

    Raises:
        BadData: a file is missing or wrong; the message names the type.
    """
    files = sorted((folder or resource("document-types")).glob("*.yaml"))
    kinds = [_kind(raw, file.name) for file in files for raw in load_yaml(file)]
    codes = [kind.code for kind in kinds]
    if double := {code for code in codes if codes.count(code) > 1}:
        raise _bad("、".join(sorted(double)), "重复列出")
    if not kinds:
        raise _bad("全部", "没有列出")
    return tuple(sorted(kinds, key=lambda kind: kind.code))


def kinds_of(types: Sequence[DocumentType] | None) -> tuple[Kind, ...]:
    """Return the kinds of `types`, or of all that ship; marks are those of the shipped kinds."""
    shipped = load_kinds()
    if types is None:
        return shipped
    known = {kind.code: kind for kind in shipped}
    return tuple(_kind_of(one, known.get(one.code)) for one in types)


def _kind_of(one: DocumentType, shipped: Kind | None) -> Kind:
    if shipped and shipped.type == one:
        return shipped
    return Kind(
        one,
        _compiled(one.code, one.titles),
        _compiled(one.code, one.phrases),
        shipped.marks if shipped else (),
        shipped.single if shipped else False,
        tuple(dict.fromkeys(squeezed(name) for name in (one.name, *one.aliases))),
    )


def _kind(raw: Any, file: str) -> Kind:
    if not isinstance(raw, dict) or not _CODE.fullmatch(str(raw.get("code"))):
        raise _bad(file, "有一条没有文书代码")
    code = raw["code"]
    if unknown := set(raw) - _KEYS:
        raise _bad(code, f"有不认识的字段{'、'.join(sorted(unknown))}")
    if not raw.get("name") or raw.get("volume") not in {"正", "副"}:
        raise _bad(code, "缺少名称，或者正副卷填写有误")
    aliases, titles, phrases = (
        tuple(map(str, raw.get(key, ()))) for key in ("aliases", "titles", "phrases")
    )
    kind = DocumentType(code, str(raw["name"]), aliases, titles, phrases, str(raw["volume"]))
    return Kind(
        kind,
        _compiled(code, titles),
        _compiled(code, phrases),
        _compiled(code, tuple(map(str, raw.get("marks", ())))),
        bool(raw.get("single", False)),
        tuple(dict.fromkeys(squeezed(name) for name in (kind.name, *aliases))),
    )


def _compiled(code: str, expressions: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    try:
        return tuple(re.compile(expression) for expression in expressions)
    except re.error as error:
        raise _bad(code, f"识别式写错（{error}）") from error


def _bad(code: str, what: str) -> BadData:
    return BadData(f"文书类型库中{code}{what}。", "请改正文书类型库，或重新安装程序。")
