"""Names of delivered files: natural order, safe spelling, and files that belong to no case.

Pure functions on strings; nothing here opens a file.
"""

import os
import re
import unicodedata

_DIGITS = re.compile(r"(\d+)")
_DRIVE = re.compile(r"^[A-Za-z]:")

_LITTER = {
    "thumbs.db": "Windows 缩略图缓存",
    "ehthumbs.db": "Windows 缩略图缓存",
    "desktop.ini": "Windows 文件夹设置",
    ".ds_store": "macOS 文件夹设置",
}


def natural_key(path: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """Return a sort key that puts 2 before 10, folder by folder."""
    return tuple(_natural_part(part) for part in path.split("/"))


def _natural_part(part: str) -> tuple[tuple[int, int, str], ...]:
    pieces = _DIGITS.split(part.casefold())
    # isdecimal is wider than what int() takes as ASCII but never wider than int() itself.
    return tuple(
        (0, int(piece), piece) if piece.isdecimal() else (1, 0, piece) for piece in pieces if piece
    )


def clean_name(name: str) -> str:
    """Return `name` in NFC without surrogates, as lists and reports can show it.

    A name of undecodable bytes comes from a disk written under a Chinese code page.
    """
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        name = _from_bytes(name)
    return unicodedata.normalize("NFC", name)


def _from_bytes(name: str) -> str:
    try:
        raw = os.fsencode(name)
    except UnicodeEncodeError:
        return name.encode("utf-8", "replace").decode("utf-8")
    return raw.decode("gb18030", "replace")


def member_name(name: str, is_utf8: bool) -> str:
    """Return the name of a ZIP member as it was meant.

    `zipfile` decodes a name without the UTF-8 flag as cp437; programs on Chinese Windows write
    cp936 there, a few write UTF-8 and forget the flag.
    """
    if not is_utf8:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            return clean_name(name.replace("\\", "/"))
        name = _decode_member(raw)
    return clean_name(name.replace("\\", "/"))


def _decode_member(raw: bytes) -> str:
    for encoding in ("utf-8", "cp936", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("gb18030", "replace")


def is_unsafe(name: str) -> bool:
    """Return whether the name of an archive member points outside the archive."""
    return (
        name.startswith("/")
        or _DRIVE.match(name) is not None
        or ".." in name.split("/")
        or "\0" in name
    )


def litter(path: str) -> str:
    """Return what a file is that programs leave behind, in Chinese; empty for a real file."""
    parts = path.split("/")
    name = parts[-1]
    if name.startswith("~$"):
        return "Office 打开文档时的临时文件"
    if "__MACOSX" in parts[:-1] or name.startswith("._"):
        return "macOS 附加信息"
    return _LITTER.get(name.casefold(), "")


def suffix_of(path: str) -> str:
    """Return the suffix in lower case with its dot; empty when there is none."""
    name = path.rsplit("/", 1)[-1]
    stem, dot, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""
