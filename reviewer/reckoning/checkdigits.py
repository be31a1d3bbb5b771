"""Check digits of ID cards (GB 11643) and of unified social credit codes (GB 32100).

`repair` changes at most one character, only to one that scans confuse with it, and only when
exactly one such change makes the code valid.
"""

import re
from collections.abc import Collection
from datetime import date

from reviewer.reckoning.textnorm import squeezed

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CREDIT_CHARS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ID_SHAPE = re.compile(r"[1-9][0-9]{16}[0-9X]")
_CREDIT_SHAPE = re.compile(rf"[1-9A-HJ-NP-Y][{_CREDIT_CHARS}][0-9]{{6}}[{_CREDIT_CHARS}]{{10}}")
_TWINS = {
    "0": "OQD8",
    "1": "7IL",
    "2": "Z7",
    "3": "8",
    "5": "S6",
    "6": "58G",
    "7": "12",
    "8": "03B6",
    "9": "8",
    "A": "4",
    "B": "8",
    "D": "0",
    "G": "6",
    "I": "1",
    "L": "1",
    "O": "0",
    "Q": "0",
    "S": "5",
    "X": "K",
    "K": "X",
    "Z": "2",
    "U": "V",
    "V": "U",
}


def valid_id_card(text: str) -> bool:
    """Return whether `text` is an 18-digit ID card number (身份证号) with a right check digit."""
    if not _ID_SHAPE.fullmatch(text):
        return False
    try:
        date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(char) * weight for char, weight in zip(text, _ID_WEIGHTS, strict=False))
    return _ID_CHECKS[total % 11] == text[17]


def valid_credit_code(text: str) -> bool:
    """Return whether `text` is a unified social credit code (统一社会信用代码) that adds up."""
    if not _CREDIT_SHAPE.fullmatch(text):
        return False
    total = sum(
        _CREDIT_CHARS.index(char) * weight
        for char, weight in zip(text, _CREDIT_WEIGHTS, strict=False)
    )
    return _CREDIT_CHARS[(31 - total % 31) % 31] == text[17]


def is_valid_code(text: str) -> bool:
    """Return whether `text` is a valid ID card number or credit code."""
    return valid_id_card(text) or valid_credit_code(text)


def repair(text: str, doubtful: Collection[int] | None = None) -> str | None:
    """Return the valid code that `text` is, or is but for one confusable character.

    Only the characters at the `doubtful` places may be changed; None doubts them all.
    """
    code = squeezed(text).upper()
    if is_valid_code(code):
        return code
    mended = {
        candidate
        for at, char in enumerate(code)
        if doubtful is None or at in doubtful
        for twin in _TWINS.get(char, "")
        if is_valid_code(candidate := code[:at] + twin + code[at + 1 :])
    }
    return mended.pop() if len(mended) == 1 else None
