"""Which imported case is the file of which drawn one: suggested here, decided by a person.

Pure.
"""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

from reviewer.model import Case
from reviewer.reckoning.docnumbers import find_numbers, normal_number


@dataclass(frozen=True, slots=True)
class JoinSuggestion:
    """An imported case that carries the number of a drawn one."""

    imported: Case
    drawn: Case
    same_unit: bool
    """Whether the unit agrees too; without it, the unit was not read or is named otherwise."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """An imported case with all numbers that may be the one of the ledger.

    A ledger names a case by its 案号 or by the 文号 of its decision.
    """

    case: Case
    numbers: Set[str]


def numbered(case: Case, read: Iterable[str] = ()) -> Numbered:
    """Return a case with its number, those of its name and those that were `read` in it."""
    texts = (case.case_no, *read)
    found = {normal_number(text) for text in texts if text}
    # A name is made of parts; run together, the party's name would become the agency's.
    parts = re.split(r"[\s_＿、，,]+", case.title)
    return Numbered(case, found | {one.value for part in parts for one in find_numbers(part)})


def suggestions(
    imported: Iterable[Numbered], waiting: Iterable[Case]
) -> tuple[JoinSuggestion, ...]:
    """Return which imported cases may be the file of a drawn case that waits for one.

    A number that drawn cases of several units carry is suggested only for that of the own unit,
    and for none when the unit does not tell.
    """
    by_number: dict[str, list[Case]] = {}
    for case in waiting:
        if case.case_no:
            by_number.setdefault(normal_number(case.case_no), []).append(case)
    found = (
        _suggested(one.case, [c for number in one.numbers for c in by_number.get(number, ())])
        for one in imported
    )
    return tuple(one for one in found if one is not None)


def _suggested(case: Case, candidates: list[Case]) -> JoinSuggestion | None:
    same = [one for one in candidates if _same_unit(case.unit, one.unit)]
    if len(same) == 1:
        return JoinSuggestion(case, same[0], same_unit=True)
    if not same and len(candidates) == 1:
        return JoinSuggestion(case, candidates[0], same_unit=False)
    return None


def _same_unit(one: str, other: str) -> bool:
    """Return whether two prints of a unit's name agree: a short name ends its full one."""
    first, second = ("".join(name.split()) for name in (one, other))
    return bool(first and second) and (first.endswith(second) or second.endswith(first))
