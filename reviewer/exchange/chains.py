"""Which of two copies of a record is the later one, told from what each has seen.  Pure.

Clocks of desktops differ, so no time is ever compared: a copy is later when it has seen all that
the other has and something more.
"""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How a record of a package stands to the one that is here."""

    NEW = "新增"
    UPDATED = "更新"
    SAME = "相同"
    OLDER = "本机已更新"
    CONFLICT = "冲突"


@dataclass(frozen=True, slots=True)
class Chain:
    """The revisions of one record, as one desktop knows them."""

    head: str
    """Hash of the newest revision."""
    known: frozenset[str]
    """Hashes of all revisions."""
    content: str
    """Hash of what the newest revision says."""


@dataclass(frozen=True, slots=True)
class Journal:
    """The changes of one review, as one desktop knows them."""

    changes: frozenset[str]
    signed: bool


def compare_chains(mine: Chain | None, theirs: Chain) -> Standing:
    """Return how the record of a package stands to mine.

    Two revisions that say the same were made independently and are no conflict.
    """
    if mine is None:
        return Standing.NEW
    if mine.head == theirs.head:
        return Standing.SAME
    if mine.head in theirs.known:
        return Standing.UPDATED
    if theirs.head in mine.known:
        return Standing.OLDER
    return Standing.SAME if mine.content == theirs.content else Standing.CONFLICT


def compare_journals(mine: Journal | None, theirs: Journal) -> Standing:
    """Return how the review of a package stands to mine.

    Where one side signed what the other went on with, a person decides: a signed review is never
    opened again by a package.
    """
    if mine is None:
        return Standing.NEW
    if mine.changes == theirs.changes:
        if mine.signed == theirs.signed:
            return Standing.SAME
        return Standing.UPDATED if theirs.signed else Standing.OLDER
    if mine.changes < theirs.changes:
        reopened = mine.signed and not theirs.signed
        return Standing.CONFLICT if reopened else Standing.UPDATED
    if theirs.changes < mine.changes:
        reopened = theirs.signed and not mine.signed
        return Standing.CONFLICT if reopened else Standing.OLDER
    return Standing.CONFLICT
