"""Differences between desktops that nobody has to decide about.  Pure."""

from typing import Any

from reviewer.campaign import states
from reviewer.model.casework import CaseProgress
from reviewer.workspace.campaigns.package_views import Decision


def settled(mine: Any, theirs: Any) -> Decision | None:
    """Return which side of a conflict holds without asking; None: a person decides.

    Both reviewers of a case begin it at their own desktops, and the leader's goes on meanwhile:
    that somebody began is no reason to ask.  What came of it the reviews tell.
    """
    if not (isinstance(mine, CaseProgress) and isinstance(theirs, CaseProgress)):
        return None
    if _only_began(theirs, mine):
        return Decision.MINE
    return Decision.THEIRS if _only_began(mine, theirs) else None


def _only_began(one: CaseProgress, other: CaseProgress) -> bool:
    """Return whether `one` has nothing that `other` lacks but that a review was begun."""
    if not one.history or one.history[-1].action != states.START:
        return False
    before = one.history[:-1]
    return other.history[: len(before)] == before and len(other.history) > len(before)
