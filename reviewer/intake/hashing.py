"""Reading a file once: hash, size, first and last bytes.

The content is streamed; nothing larger than one chunk and the kept ends is ever held.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reviewer.intake.kinds import HEAD

CHUNK = 1 << 20
TAIL = 1 << 16


@dataclass(frozen=True, slots=True)
class Digest:
    """What one pass over a file tells."""

    sha256: str
    size: int
    head: bytes
    """The first `HEAD` bytes."""
    tail: bytes
    """The last `TAIL` bytes; half-written files show there."""


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file in lower-case hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digest_stream(
    stream: BinaryIO,
    sink: Callable[[bytes], object] | None = None,
    watch: Callable[[int], None] | None = None,
    first: bytes = b"",
) -> Digest:
    """Read `stream` to its end and return its digest.

    `first` was read from the stream before.  Every chunk goes to `sink`; `watch` is told the
    bytes read so far and may raise to stop.
    """
    sha = hashlib.sha256()
    head, tail, size = b"", b"", 0
    chunk = first or stream.read(CHUNK)
    while chunk:
        sha.update(chunk)
        size += len(chunk)
        if len(head) < HEAD:
            head = (head + chunk)[:HEAD]
        tail = (tail + chunk)[-TAIL:] if len(chunk) < TAIL else chunk[-TAIL:]
        if sink is not None:
            sink(chunk)
        if watch is not None:
            watch(size)
        chunk = stream.read(CHUNK)
    return Digest(sha.hexdigest(), size, head, tail)
