"""Loading standards (评查标准) from their files, and keeping them as text.

A standard is data: the points, the wording and the legal basis belong to the authority that
publishes them and change without a release.  A file that is wrong is refused as a whole, with
the item named; nothing is guessed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from reviewer.errors import BadData, BadStandard
from reviewer.model import Procedure, Standard
from reviewer.resources import load_yaml, resource
from reviewer.scoring import parsing, soundness
from reviewer.scoring.raw import Fields, refuse


def load_standards() -> tuple[Standard, ...]:
    """Return the standards that ship with the program, in the order of their procedures.

    Raises:
        BadStandard: a file is wrong, or two files carry the same id and version.
    """
    paths = sorted(resource("standards").glob("*.yaml"))
    standards = sorted((load_standard(path) for path in paths), key=_place)
    seen: set[tuple[str, str]] = set()
    for standard in standards:
        key = (standard.id, standard.version)
        if key in seen:
            raise refuse(f"《{standard.name}》", f"编号 {key[0]} 版本 {key[1]} 重复")
        seen.add(key)
    return tuple(standards)


def load_standard(path: Path) -> Standard:
    """Return the standard of one file.

    Raises:
        BadStandard: the file is wrong; the message names the item, the remedy says what to do.
    """
    where = f"《{path.name}》"
    return _finish(_read(path, where), where)


def standard_to_text(standard: Standard) -> str:
    """Return the canonical content of `standard`, whole and on its own, for keeping."""
    return json.dumps(parsing.to_raw(standard), ensure_ascii=False, separators=(",", ":"))


def standard_to_yaml(standard: Standard) -> str:
    """Return the content of `standard` as a file that people change and `load_standard` reads."""
    raw = parsing.to_raw(standard)
    return yaml.safe_dump(raw, allow_unicode=True, sort_keys=False, width=120)


def standard_from_text(text: str) -> Standard:
    """Return the standard that `standard_to_text` wrote.

    Raises:
        BadStandard: the text is not that of a standard.
    """
    try:
        raw = json.loads(text)
    except ValueError as error:
        raise BadStandard("保存的评查标准无法读取。", "请从备份恢复资料库。") from error
    return _finish(raw, "（已保存）")


def _place(standard: Standard) -> int:
    procedures = list(Procedure)
    return min((procedures.index(Procedure(one)) for one in standard.procedures), default=99)


def _finish(raw: Any, where: str) -> Standard:
    standard, total = parsing.parse(raw, where)
    soundness.check(standard, total, where)
    digest = hashlib.sha256(standard_to_text(standard).encode()).hexdigest()
    return replace(standard, content_hash=digest)


def _read(path: Path, where: str) -> Any:
    try:
        raw = load_yaml(path)
    except BadData as error:
        raise BadStandard(str(error), error.remedy) from error
    if isinstance(raw, Mapping) and "based_on" in raw:
        return _derive(path, raw, where)
    return raw


def _derive(path: Path, raw: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Return the content of a standard that says only how it differs from another.

    `without_vetoes` leaves vetoes out, `change_items` replaces single values of items; every
    other key replaces that of the base.
    """
    keys = ("based_on", "without_vetoes", "change_items")
    fields = Fields({key: raw.get(key) for key in keys}, where)
    base = _base(path.with_name(fields.text("based_on") + ".yaml"), where)
    base["vetoes"] = _without(base["vetoes"], fields.texts("without_vetoes"), where)
    base["items"] = _changed(base["items"], fields.mapping("change_items"), where)
    return base | {key: value for key, value in raw.items() if key not in keys}


def _base(path: Path, where: str) -> dict[str, Any]:
    if not path.is_file() or "based_on" in (load_yaml(path) or ()):
        raise refuse(where, f"所依据的标准“{path.stem}”不存在，或本身依据另一标准")
    return parsing.to_raw(load_standard(path))


def _without(
    vetoes: list[dict[str, Any]], left_out: tuple[str, ...], where: str
) -> list[dict[str, Any]]:
    unknown = set(left_out).difference(veto["id"] for veto in vetoes)
    if unknown:
        raise refuse(where, f"所依据的标准没有否决项“{min(unknown)}”")
    return [veto for veto in vetoes if veto["id"] not in left_out]


def _changed(
    items: list[dict[str, Any]], changes: dict[str, Any], where: str
) -> list[dict[str, Any]]:
    unknown = set(changes).difference(item["id"] for item in items)
    if unknown:
        raise refuse(where, f"所依据的标准没有评查项“{min(unknown)}”")
    for name, change in changes.items():
        if not isinstance(change, Mapping):
            raise refuse(f"评查项 {name} ", "改动应为“名称: 值”的形式")
    return [{**item, **changes.get(item["id"], {})} for item in items]
