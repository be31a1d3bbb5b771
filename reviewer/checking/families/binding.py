"""The order in which the papers between contents and remarks are bound (排列顺序, H2).

Bureaus bind by several templates, none of which is law.  A file that follows one of them but for
a single paper asks to look at that paper; what follows none is an order that nobody gave us.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry
from reviewer.model import Document, RuleInfo

_FEWEST = 8
"""So few ranked papers at least show which template a file follows."""
_FAR = 3
"""By so many papers an odd one is away from its place; two neighbours may be told either way."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A paper that stands alone away from its place in the template that the file follows."""

    document: Document
    template: str


def odd_paper(inquiry: Inquiry, rule: RuleInfo) -> Odd | None:
    """Return the one paper out of the order of the rule's `orders`; None when there is not one.

    Each order is a list of groups of DT codes; within a group any order will do, and types that
    an order does not name may stand anywhere.
    """
    found: list[Odd] = []
    for name, groups in parameters.table(rule, "orders").items():
        ranks = _ranks(groups)
        ranked = [one for one in inquiry.reading.documents if one.type in ranks]
        numbers = [ranks[one.type] for one in ranked]
        if len(ranked) < _FEWEST or len(set(numbers)) < _FEWEST // 2:
            continue
        away = _out_of(numbers)
        if not away:
            return None
        if len(away) == 1 and _distance(numbers, away[0]) >= _FAR:
            found.append(Odd(ranked[away[0]], str(name)))
    return found[0] if found else None


def _ranks(groups: object) -> Mapping[str, int]:
    return {
        str(code): rank
        for rank, group in enumerate(groups if isinstance(groups, list) else [])
        if isinstance(group, list)
        for code in group
    }


def _out_of(numbers: Sequence[int]) -> list[int]:
    """Return the positions outside one longest run of numbers that never falls."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_right(tails, number)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [at]
    kept = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return [one for one in range(len(numbers)) if one not in kept]


def _distance(numbers: Sequence[int], at: int) -> int:
    """Return by how many papers `at` is away from where its number belongs."""
    others = [*numbers[:at], *numbers[at + 1 :]]
    low = sum(one < numbers[at] for one in others)
    high = sum(one <= numbers[at] for one in others)
    return max(low - at, at - high, 0)
