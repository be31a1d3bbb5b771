"""Amounts of money in yuan: `¥30,000.00`, `3万元`, `叁万元整`, `人民币三千五百元`.

A number counts as money only with a currency sign before it or 元 after it.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from reviewer.reckoning.numerals import DIGIT_CHARS, UNIT_CHARS, parse_numeral
from reviewer.reckoning.textnorm import halfwidth


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount and where it stands; `words` when it is written in Chinese numerals (大写)."""

    value: Decimal
    start: int
    end: int
    words: bool


_NUMBER = r"(?P<n>[0-9]{1,3}(?:,\s?[0-9]{3})+(?:\.\s?[0-9]{1,2})?|[0-9]+(?:\.{1,2}[0-9]{1,2})?)"
"""A scan may read the point twice: 200..00."""
_SIGN = r"(?:人民币|RMB)?\s*[¥Y]\s*|人民币\s*|RMB\s*"
_DIGITS = re.compile(
    rf"(?<![0-9.,])(?P<sign>{_SIGN})?{_NUMBER}\s*(?P<scale>[亿万千百仟佰])?\s*(?P<yuan>[元圆园])?"
    r"(?:整|正)?"
)
_HAN = f"[{DIGIT_CHARS}{UNIT_CHARS}]"
_WORDS = re.compile(
    rf"(?:人民币)?\s*(?P<n>{_HAN}(?:\s?{_HAN})*)\s*[元圆园]"
    rf"(?:\s*(?P<jiao>[{DIGIT_CHARS}])\s*角)?(?:\s*零?(?P<fen>[{DIGIT_CHARS}])\s*分)?(?:\s*[整正])?"
)
_SCALES = {"亿": 10**8, "万": 10**4, "千": 1000, "仟": 1000, "百": 100, "佰": 100}


def find_amounts(text: str) -> list[FoundAmount]:
    """Return every amount of `text` in order."""
    folded = halfwidth(text)
    found = [*_in_digits(folded), *_in_words(folded)]
    return sorted(found, key=lambda one: one.start)


def parse_amount(text: str) -> Decimal | None:
    """Return the one amount of a cell whose label says that it is money; 元 may be missing."""
    if found := find_amounts(text):
        return found[0].value
    bare = re.fullmatch(_NUMBER, halfwidth(text).strip())
    return _decimal(bare["n"]) if bare else None


def _in_digits(folded: str) -> list[FoundAmount]:
    found = []
    for match in _DIGITS.finditer(folded):
        if not match["yuan"] and not _signed(match):
            continue
        value = _decimal(match["n"]) * _SCALES.get(match["scale"] or "", 1)
        found.append(FoundAmount(value, match.start(), _trimmed(folded, match), words=False))
    return found


def _signed(match: re.Match[str]) -> bool:
    # A bare Y is what scans make of ¥; it counts only when written as money: Y3,000.00.
    sign = (match["sign"] or "").strip()
    return bool(sign) and (not sign.endswith("Y") or "." in match["n"] or "," in match["n"])


def _trimmed(folded: str, match: re.Match[str]) -> int:
    end = match.end()
    while folded[end - 1].isspace():
        end -= 1
    return end


def _in_words(folded: str) -> list[FoundAmount]:
    found = []
    for match in _WORDS.finditer(folded):
        whole = parse_numeral(match["n"])
        if whole is None:
            continue
        value = Decimal(whole) + _part(match["jiao"], 10) + _part(match["fen"], 100)
        found.append(FoundAmount(value, match.start(), _trimmed(folded, match), words=True))
    return found


def _part(digit: str | None, parts: int) -> Decimal:
    return Decimal(parse_numeral(digit) or 0) / parts if digit else Decimal(0)


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", "").replace(" ", "").replace("..", "."))
