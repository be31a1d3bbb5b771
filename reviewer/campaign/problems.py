"""Which problems occur most: clauses that were deducted and vetoes that were hit.

A problem is counted once a case, however often it occurs there; its share is of the cases where
it could have been found: the standard has it and the item is not 不涉及.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from reviewer.campaign.figures import cases_of, share
from reviewer.campaign.results import Result, applicable, faults
from reviewer.model.standards import QUESTION_NAMES, category
from reviewer.model.statistics import CategoryCount, Problem
from reviewer.scoring.numbers import ZERO

NO_CATEGORY = "其他"
_Key = tuple[str, str]
"""Id of the clause and short title of its item: own standards may give an id another meaning."""


def problems(results: Sequence[Result]) -> tuple[Problem, ...]:
    """Return all problems found, vetoes included, those of most cases first."""
    found = (*_clauses(results), *vetoes_hit(results))
    return tuple(sorted(found, key=lambda one: (-one.share.count, not one.is_veto, one.id)))


def vetoes_hit(results: Sequence[Result]) -> tuple[Problem, ...]:
    """Return the vetoes that were hit, those of most cases first."""
    possible: Counter[_Key] = Counter()
    texts: dict[_Key, str] = {}
    hit: defaultdict[_Key, list[Result]] = defaultdict(list)
    for one in results:
        for veto in one.standard.vetoes:
            key = (veto.id, veto.short)
            possible[key] += 1
            texts.setdefault(key, veto.short)
            if veto.id in one.score.vetoes:
                hit[key].append(one)
    found = (
        Problem(key[0], texts[key], share(cases, possible[key]), ZERO, is_veto=True)
        for key, cases in hit.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.share.count, one.id)))


def categories(results: Iterable[Result]) -> tuple[CategoryCount, ...]:
    """Return the problems by category, each deduction and veto once, in its first category."""
    counts: Counter[str] = Counter()
    cases: defaultdict[str, list[Result]] = defaultdict(list)
    for one in results:
        hit = (veto for veto in one.standard.vetoes if veto.id in one.score.vetoes)
        names = [category(fault.item.questions) for fault in faults(one)]
        names += [category(veto.questions) for veto in hit]
        counts.update(names)
        for name in dict.fromkeys(names):
            cases[name].append(one)
    known = [*QUESTION_NAMES.values(), ""]
    return tuple(
        CategoryCount(name or NO_CATEGORY, counts[name], cases_of(cases[name]))
        for name in known
        if counts[name]
    )


def _clauses(results: Iterable[Result]) -> list[Problem]:
    possible: Counter[_Key] = Counter()
    texts: dict[_Key, str] = {}
    lost: defaultdict[_Key, Decimal] = defaultdict(Decimal)
    found: defaultdict[_Key, list[Result]] = defaultdict(list)
    for one in results:
        possible.update(
            (clause.id, item.short) for item, _ in applicable(one) for clause in item.clauses
        )
        here: dict[_Key, Decimal] = {}
        for fault in faults(one):
            key = (fault.clause.id, fault.item.short)
            texts.setdefault(key, fault.clause.text)
            here[key] = here.get(key, ZERO) + fault.deduction.points
        for key, points in here.items():
            found[key].append(one)
            lost[key] += points
    return [
        Problem(key[0], texts[key], share(cases, possible[key]), lost[key])
        for key, cases in found.items()
    ]
