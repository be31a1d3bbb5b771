"""The actions of the place 合议, and which of them a meeting allows."""

from reviewer.workspace.campaigns.meeting_views import Meeting

MEETING_ACTIONS = frozenset(
    f"meeting.{name}"
    for name in ("attend", "first", "second", "other", "record", "close", "minutes")
)
"""What is done in the tab of the place, and only while it is seen."""


def possible(meeting: Meeting) -> frozenset[str]:
    """Return what can be done with the case that is on the table."""
    ids = set()
    if meeting.adjudication is not None:
        ids.add("meeting.minutes")
    if meeting.leads and not meeting.is_closed:
        ids |= {"meeting.attend", "meeting.first", "meeting.second", "meeting.other"}
        ids.add("meeting.record")
        if meeting.score is not None:
            ids.add("meeting.close")
    return frozenset(ids)
