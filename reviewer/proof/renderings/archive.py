"""ZIP files with names as Chinese Windows writes them: GBK, without the UTF-8 flag."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

_FIXED = (2024, 1, 1, 0, 0, 0)


def write_zip(members: Sequence[tuple[str, bytes]], path: Path) -> None:
    """Write `members` (name with `/`, content) as a ZIP with GBK names."""
    stream = io.BytesIO()
    names: list[tuple[bytes, bytes]] = []
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for order, (name, content) in enumerate(members):
            wanted = name.encode("gbk")
            stand_in = f"~{order:03}~".encode().ljust(len(wanted), b"~")
            names.append((stand_in, wanted))
            entry = zipfile.ZipInfo(stand_in.decode(), _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    path.write_bytes(_renamed(stream.getvalue(), names))


def _renamed(package: bytes, names: Sequence[tuple[bytes, bytes]]) -> bytes:
    # `zipfile` writes a name that is not ASCII as UTF-8 with the flag set; so ASCII names of the
    # same length are written and replaced in the two headers of each member.
    for stand_in, wanted in names:
        for signature, offset in ((b"PK\x03\x04", 30), (b"PK\x01\x02", 46)):
            at = _header(package, signature, offset, stand_in)
            package = package[:at] + wanted + package[at + len(wanted) :]
    return package


def _header(package: bytes, signature: bytes, offset: int, name: bytes) -> int:
    at = package.find(signature)
    while at >= 0:
        if package[at + offset : at + offset + len(name)] == name:
            return at + offset
        at = package.find(signature, at + 4)
    raise ValueError(name)
