"""The one table of the faults that can be planted, put together from its parts."""

from reviewer.proof.faults import (
    after,
    agreement,
    clauses,
    dates,
    documents,
    law,
    measures,
    money,
    people,
)
from reviewer.proof.faults.base import Fault, Planted, Proof

FAULTS: tuple[Fault, ...] = (
    *documents.FAULTS,
    *dates.FAULTS,
    *measures.FAULTS,
    *after.FAULTS,
    *people.FAULTS,
    *money.FAULTS,
    *law.FAULTS,
    *agreement.FAULTS,
    *clauses.FAULTS,
)
"""Every fault that can be planted; those of one case must concern different rules."""

HINTED: tuple[Fault, ...] = clauses.HINTED
"""Faults of rules that may only ask to look; planted when their rules are asked for."""

_BY_NAME = {one.name: one for one in (*FAULTS, *HINTED)}


def fault(name: str) -> Fault:
    """Return the fault of this name.

    Raises:
        KeyError: there is none.
    """
    return _BY_NAME[name]


__all__ = ["FAULTS", "HINTED", "Fault", "Planted", "Proof", "fault"]
