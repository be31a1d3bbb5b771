"""The facts panel: the key dates, people, amounts and numbers in order of the procedure.

One row for each field of `fact_fields`, with the value that the most trusted document states, or
empty so that a person can type it.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from reviewer.model import Fact, FactValue, Officer, Place, Reading, Served
from reviewer.workspace import fact_values
from reviewer.workspace.fact_fields import FIELDS, Field
from reviewer.workspace.views import FactRow

_MOST = 4
"""Rows for one field that a case has several of."""


def fact_rows(reading: Reading, label_of: Callable[[Place], str]) -> tuple[FactRow, ...]:
    """Return the rows of the panel; `label_of` names the page of a place."""
    rows: list[FactRow] = []
    for field in FIELDS:
        found = [fact for fact in reading.of_key(field.key) if field.wanted(fact.value)]
        chosen = _distinct(found)[: _MOST if field.several else 1]
        if not chosen:
            rows.append(_row(field, None, label_of))
        rows += [_row(field, fact, label_of) for fact in chosen]
    return tuple(rows)


def _row(field: Field, fact: Fact | None, label_of: Callable[[Place], str]) -> FactRow:
    return FactRow(
        key=field.key,
        label=field.label,
        text="" if fact is None else fact_values.show(fact.value),
        fact=fact,
        typed=fact is not None and fact.corrected,
        confidence=0.0 if fact is None else fact.confidence,
        folio="" if fact is None else label_of(fact.place),
        hint=fact_values.hint_of(field.key),
        core=field.core,
        may_type=fact_values.may_type(field.key),
    )


def _distinct(facts: Sequence[Fact]) -> list[Fact]:
    """Return one fact for each value, the most trusted value first.

    A person's value comes first, then what most documents state, then what was read best.
    """
    by_value: dict[str, list[Fact]] = {}
    for fact in facts:
        by_value.setdefault(_identity(fact.value), []).append(fact)
    groups = sorted(_joined(list(by_value.values())), key=_trust, reverse=True)
    return [_shown(group) for group in groups]


def _joined(groups: Sequence[list[Fact]]) -> list[list[Fact]]:
    """Return the groups with each that says less joined to the most trusted that says more."""
    kept = [list(group) for group in groups]
    for weak in groups:
        fuller = [at for at, group in enumerate(groups) if says_less(weak[0].value, group[0].value)]
        if fuller and not any(fact.corrected for fact in weak):
            kept[max(fuller, key=lambda at: _trust(groups[at]))] += weak
            kept[groups.index(weak)] = []
    return [group for group in kept if group]


def _shown(group: Sequence[Fact]) -> Fact:
    """Return the fact that stands for a group: a person's, else the fullest, read best."""

    def rank(fact: Fact) -> tuple[bool, bool, float]:
        fullest = not any(says_less(fact.value, other.value) for other in group)
        return fact.corrected, fullest, fact.confidence

    return max(group, key=rank)


def says_less(weak: FactValue, full: FactValue) -> bool:
    """Return whether `weak` is a weaker statement of what `full` says.

    An officer without the certificate number, a day without the time, a number partly covered
    by asterisks.
    """
    if isinstance(weak, Officer) and isinstance(full, Officer):
        return weak.name == full.name and not weak.cert and bool(full.cert)
    if isinstance(full, datetime):
        return not isinstance(weak, datetime) and weak == full.date()
    if isinstance(weak, str) and isinstance(full, str) and "*" in weak and "*" not in full:
        pairs = zip(weak, full, strict=False)
        return len(weak) == len(full) and all(a in ("*", b) for a, b in pairs)
    return False


def _trust(group: Sequence[Fact]) -> tuple[bool, bool, int, float]:
    return (
        any(fact.corrected for fact in group),
        any(fact.is_read for fact in group),
        len({fact.document for fact in group}),
        max(fact.confidence for fact in group),
    )


def _identity(value: FactValue) -> str:
    if isinstance(value, Served):
        return value.number or fact_values.show(value)
    return fact_values.show(value)
