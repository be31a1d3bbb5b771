"""What was typed for the items of a meeting and not recorded yet."""

from reviewer.ui.meeting.decision_row import Draft
from reviewer.workspace.campaigns.meeting_views import MeetingItem


class Drafts:
    """Keeps the draft of each item until it is recorded."""

    def __init__(self) -> None:
        self._drafts: dict[str, Draft] = {}

    def of(self, item: MeetingItem) -> Draft:
        """Return what was typed for an item, else what is recorded."""
        return self._drafts.get(item.id) or recorded(item)

    def keep(self, item: MeetingItem, typed: Draft) -> None:
        """Keep what was typed, if it is not what is recorded."""
        if typed != recorded(item):
            self._drafts[item.id] = typed

    def forget(self, item_id: str) -> None:
        """Drop the draft of an item."""
        self._drafts.pop(item_id, None)

    def clear(self) -> None:
        """Drop all: another case is on the table."""
        self._drafts.clear()


def recorded(item: MeetingItem) -> Draft:
    """Return the decision on an item as its fields show it."""
    decision = item.decision
    if decision is None:
        return Draft()
    mark = decision.mark
    if mark is None:
        number = "" if decision.points is None else f"{decision.points:f}"
        outcome = "points" if decision.points is not None else ""
        return Draft(decision.side, decision.reason, outcome, number)
    if mark.occurrences:
        [first, *_] = mark.occurrences
        number = str(first.count) if first.ratio is None else f"{first.ratio:f}"
        return Draft(decision.side, decision.reason, first.clause, number)
    outcome = f"absent:{mark.absence}" if mark.absence else "conforms"
    return Draft(decision.side, decision.reason, outcome)
