"""The 卷号 that a case goes by in a blind review: the same on every desktop, telling nothing."""

from hashlib import sha256
from uuid import UUID

_DIGITS = 6


def volume_no(case: UUID) -> str:
    """Return the 卷号 of a case, such as 卷 482913.

    Made of the UUID alone, so that a desktop without ledger and draw gives the same.
    """
    number = int.from_bytes(sha256(case.bytes).digest()[:8]) % 10**_DIGITS
    return f"卷 {number:0{_DIGITS}d}"
