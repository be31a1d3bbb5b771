"""What a planted fault is, and the shapes that most of them have.

A fault is a change of the plan of a case.  It says which rule it breaks, what a reviewer would
write about it, where it can be seen, and which other rules follow from it (`also`): these are no
false alarms.
"""

from collections.abc import Callable
from dataclasses import dataclass

from reviewer.model import Procedure
from reviewer.proof.plan import Plan
from reviewer.proof.story import CaseStory

Proof = tuple[str, str]
"""Key of a document and the words in it that prove the fault."""
Change = Callable[[Plan], Plan]
Proofs = Callable[[CaseStory], tuple[Proof, ...]]


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to break one rule."""

    name: str
    """Unique: the rule, with a suffix when it can be broken in several ways."""
    rule: str
    change: Change
    what: Callable[[CaseStory], str]
    """One Chinese sentence."""
    proofs: Proofs
    """Empty for a missing document: nothing shows it."""
    also: tuple[str, ...] = ()
    areas: frozenset[str] = frozenset()
    """What of the case it changes; the faults of one case share none of these."""
    procedures: frozenset[Procedure] = frozenset({Procedure.GENERAL})


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault as it lies in the delivered files."""

    rule: str
    what: str
    pages: tuple[tuple[str, int], ...]
    """File below the path of the case and page in it; empty for a missing document."""
    also: tuple[str, ...] = ()
    fault: str = ""


def areas(*names: str) -> frozenset[str]:
    """Return the parts of a case that a fault changes."""
    return frozenset(names)


def no_proofs(_: CaseStory) -> tuple[Proof, ...]:
    """Return nothing: what is missing stands on no page."""
    return ()
