"""The list of what is in a package, and who made it for whom."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from reviewer.errors import BadPackage

FORMAT = 1
"""Raised when an older program would misread a package."""
NAME = "manifest.json"
ORIGINALS = "originals"
"""Folder of the originals, each named by its SHA-256."""
_MARK = "case-file-review-package"
_ENTRY = re.compile(
    r"(?:people|standards|files)\.json"
    r"|(?:records|cases|reviews|texts)/[0-9a-f][0-9a-f-]{0,63}\.json"
    r"|(?:originals|opened)/[0-9a-f]{64}"
)
_HASH = re.compile(r"[0-9a-f]{64}")

AGAIN = "请与制作方联系，重新导出并拷贝这个评查包。"


class PackageKind(StrEnum):
    """What a package is for."""

    TASK = "任务包"
    RESULT = "成果包"


@dataclass(frozen=True, slots=True)
class Named:
    """A person, desktop or campaign with its name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a package."""

    name: str
    sha256: str
    size: int
    """Bytes, unpacked."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package is, and what is in it."""

    id: UUID
    kind: PackageKind
    campaign: Named
    person: Named
    """Who made it."""
    desktop: Named
    """Where it was made."""
    made_at: datetime
    recipients: tuple[Named, ...] = ()
    """The reviewers it is for; none for a result package."""
    program: str = ""
    """Version of the program that made it."""
    entries: tuple[Entry, ...] = ()


def to_json(manifest: Manifest) -> dict[str, Any]:
    """Return a manifest as JSON data."""
    return {
        "mark": _MARK,
        "format": FORMAT,
        "id": str(manifest.id),
        "kind": manifest.kind.name,
        "campaign": _named_json(manifest.campaign),
        "person": _named_json(manifest.person),
        "desktop": _named_json(manifest.desktop),
        "made_at": manifest.made_at.isoformat(),
        "recipients": [_named_json(one) for one in manifest.recipients],
        "program": manifest.program,
        "entries": [[one.name, one.sha256, one.size] for one in manifest.entries],
    }


def from_json(raw: Any) -> Manifest:
    """Return the manifest that `to_json` made `raw` from.

    Raises:
        BadPackage: it is none, or of a later version.
    """
    if not isinstance(raw, dict) or raw.get("mark") != _MARK:
        raise BadPackage("这不是本程序导出的评查包。", "请选择任务包或成果包文件。")
    if not isinstance(raw.get("format"), int) or raw["format"] > FORMAT:
        raise BadPackage(
            "这个评查包由更新版本的程序导出，当前版本读不了。", "请安装新版本程序后再读入。"
        )
    try:
        return _manifest(raw)
    except (KeyError, TypeError, ValueError) as error:
        raise BadPackage("评查包的清单不完整或已损坏，没有读入。", AGAIN) from error


def _manifest(raw: Mapping[str, Any]) -> Manifest:
    entries = tuple(_entry(*one) for one in raw["entries"])
    if len({entry.name for entry in entries}) != len(entries):
        raise ValueError(NAME)
    return Manifest(
        id=UUID(raw["id"]),
        kind=PackageKind[raw["kind"]],
        campaign=_named(raw["campaign"]),
        person=_named(raw["person"]),
        desktop=_named(raw["desktop"]),
        made_at=datetime.fromisoformat(raw["made_at"]),
        recipients=tuple(_named(one) for one in raw["recipients"]),
        program=str(raw["program"]),
        entries=entries,
    )


def _entry(name: str, sha256: str, size: int) -> Entry:
    # Only names of our own making: none can point out of the package.
    if not _ENTRY.fullmatch(name) or not _HASH.fullmatch(sha256) or int(size) < 0:
        raise ValueError(name)
    folder, _, rest = name.partition("/")
    if folder == ORIGINALS and rest != sha256:
        raise ValueError(name)
    return Entry(name, sha256, int(size))


def _named(raw: Mapping[str, Any]) -> Named:
    return Named(UUID(raw["id"]), str(raw["name"]))


def _named_json(value: Named) -> dict[str, str]:
    return {"id": str(value.id), "name": value.name}
