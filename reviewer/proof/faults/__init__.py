"""The one table of the faults that can be planted, put together from its parts."""

from reviewer.proof.faults import (
    after,
    agreement,
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
)
"""Every fault that can be planted; those of one case must concern different rules."""

_BY_NAME = {one.name: one for one in FAULTS}


def fault(name: str) -> Fault:
    """Return the fault of this name.

    Raises:
        KeyError: there is none.
    """
    return _BY_NAME[name]


__all__ = ["FAULTS", "Fault", "Planted", "Proof", "fault"]
