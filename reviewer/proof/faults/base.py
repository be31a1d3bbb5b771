"""What a planted fault is, and the shapes that most of them have.

A fault is a change of the plan of a case.  It says which rule it breaks, what a reviewer would
write about it, where it can be seen, and which other rules follow from it (`also`): these are no
false alarms.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from reviewer.model import Procedure
from reviewer.proof.documents.wording import day, signed_day
from reviewer.proof.plan import Plan
from reviewer.proof.story import CaseStory

GENERAL = frozenset({Procedure.GENERAL})
SUMMARY = frozenset({Procedure.SUMMARY})
NO_PENALTY = frozenset({Procedure.NO_PENALTY})
COERCIVE = frozenset({Procedure.COERCIVE})

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
    procedures: frozenset[Procedure] = GENERAL
    hinted: bool = False
    """Whether the rule may only ask to look (橙): then a hint finds it."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault as it lies in the delivered files."""

    rule: str
    what: str
    pages: tuple[tuple[str, int], ...]
    """File below the path of the case and page in it; empty for a missing document."""
    also: tuple[str, ...] = ()
    fault: str = ""
    hinted: bool = False


def areas(*names: str) -> frozenset[str]:
    """Return the parts of a case that a fault changes."""
    return frozenset(names)


def no_proofs(_: CaseStory) -> tuple[Proof, ...]:
    """Return nothing: what is missing stands on no page."""
    return ()


Words = Callable[[CaseStory], str]


def says(key: str, words: str | Words) -> Callable[[CaseStory], Proof]:
    """Return a proof: what stands in the document `key`."""
    return lambda story: (key, words if isinstance(words, str) else words(story))


def anywhere(key: str) -> Callable[[CaseStory], Proof]:
    """Return a proof of what a document leaves out: every page of it."""
    return says(key, "")


def dated(key: str, when: Callable[[CaseStory], date | None]) -> Callable[[CaseStory], Proof]:
    """Return a proof: a date as running text of the document `key` has it."""
    return says(key, lambda story: day(story.style, known(when(story))))


def signed(key: str, when: Callable[[CaseStory], date | None]) -> Callable[[CaseStory], Proof]:
    """Return a proof: a date as it stands under the name of the authority."""
    return says(key, lambda story: signed_day(story.style, known(when(story))))


def known(value: date | None) -> date:
    """Return a date that the story must have.

    Raises:
        ValueError: the plan of the story gives none.
    """
    if value is None:
        raise ValueError("the plan of this story does not have this step")
    return value


def make_fault(
    name: str,
    change: Change,
    what: str | Words,
    *proofs: Callable[[CaseStory], Proof],
    also: tuple[str, ...] = (),
    touches: tuple[str, ...] = (),
    procedures: frozenset[Procedure] = GENERAL,
    hinted: bool = False,
) -> Fault:
    """Return a fault of the rule before the dot of `name`."""
    return Fault(
        name=name,
        rule=name.partition(".")[0],
        change=change,
        what=what if callable(what) else lambda _: what,
        proofs=lambda story: tuple(one(story) for one in proofs),
        also=also,
        areas=areas(*touches),
        procedures=procedures,
        hinted=hinted,
    )
