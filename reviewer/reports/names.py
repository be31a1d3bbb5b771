"""File names of reports: from the case number, safe on Windows."""

import re
from collections.abc import Container
from pathlib import Path

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = {"CON", "PRN", "AUX", "NUL"} | {f"{n}{i}" for n in ("COM", "LPT") for i in range(1, 10)}
_LONGEST = 100


def safe_name(text: str) -> str:
    """Return `text` as a file name that Windows takes: no forbidden sign, no reserved word."""
    name = _FORBIDDEN.sub("_", text).strip(" .")[:_LONGEST].rstrip(" .")
    if not name or name.split(".")[0].upper() in _RESERVED:
        name = f"_{name}"
    return name


def free_path(folder: Path, kind: str, title: str, suffix: str, taken: Container[str]) -> Path:
    """Return a path such as `案卷评查表_宁交罚〔2024〕12号.docx` whose name is not in `taken`."""
    stem = safe_name(f"{kind}_{title}" if title else kind)
    name, number = f"{stem}{suffix}", 2
    while name in taken:
        name, number = f"{stem}（{number}）{suffix}", number + 1
    return folder / name
