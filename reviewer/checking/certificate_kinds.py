"""Certificates of two kinds: that of the ministry (部证) and that of the province (省证).

One person may hold both, and documents may print one or the other.  Two numbers are plainly of two
kinds when words say so, or when all who stand with two numbers stand with the same two patterns of
numbers, one number for each.  The number of one person alone that changed its pattern is none.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from reviewer.checking.inquiry import Inquiry

T = TypeVar("T")
_TWO = 2


def told_kinds(inquiry: Inquiry, plain: Callable[[str], str]) -> dict[str, str]:
    """Return by plain number which kind words say that its certificate is."""
    told = (str(fact.value).split(" ", 1) for fact in inquiry.facts("cert_kind"))
    return {plain(number): kind for kind, number in told}


def shape(cert: str) -> str:
    """Return a number with its digits, letters and other characters made alike."""
    return re.sub(r"[^\W\d_A-Z]", "字", re.sub("[A-Z]", "A", re.sub(r"\d", "9", cert)))


def by_kind(
    numbers: Mapping[str, Sequence[T]], plain: Callable[[T], str], told: Mapping[str, str]
) -> dict[str, list[list[T]]]:
    """Return, by person, their uses parted by kind; `numbers` are the uses of each person."""
    patterns = {name: _patterns(uses, plain) for name, uses in numbers.items()}
    double = [frozenset(one) for one in patterns.values() if len(one) >= _TWO]
    alike = len(double) >= _TWO and len(set(double)) == 1
    whole = all(len(set(values)) == 1 for one in patterns.values() for values in one.values())
    if alike and whole:
        return {
            name: _parted(uses, [shape(plain(use)) for use in uses])
            for name, uses in numbers.items()
        }
    return {
        name: _parted(uses, _kinds([plain(use) for use in uses], told))
        for name, uses in numbers.items()
    }


def _patterns(uses: Sequence[T], plain: Callable[[T], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for use in uses:
        found.setdefault(shape(plain(use)), []).append(plain(use))
    return found


def _kinds(numbers: Sequence[str], told: Mapping[str, str]) -> list[str]:
    """Return the kind of each number, as words tell it of the number or of its pattern."""
    return [_kind(one, numbers, told) for one in numbers]


def _kind(number: str, others: Sequence[str], told: Mapping[str, str]) -> str:
    """Return the kind that is told of a number, or of one that has its pattern."""
    if number in told:
        return told[number]
    same = [told[one] for one in others if one in told and shape(one) == shape(number)]
    if same:
        return same[0]
    # Of two patterns one is told to be of a kind: the other is not.
    return "other" if _is_other(number, others, told) else ""


def _is_other(number: str, others: Sequence[str], told: Mapping[str, str]) -> bool:
    known = [one for one in others if one in told]
    return bool(known) and all(shape(one) != shape(number) for one in known)


def _parted(uses: Sequence[T], keys: Sequence[str]) -> list[list[T]]:
    groups: dict[str, list[T]] = {}
    for use, key in zip(uses, keys, strict=True):
        groups.setdefault(key, []).append(use)
    return list(groups.values())
