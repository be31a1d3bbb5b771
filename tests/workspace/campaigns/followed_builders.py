"""A campaign whose three cases are reviewed: what 反馈申辩 and 整改 begin from."""

from datetime import date
from pathlib import Path

from reviewer.model.draws import Duty
from reviewer.workspace import Workspace
from tests.workspace.campaigns.assigned_builders import (
    LEADER,
    Desktop,
    assigned_desk,
    desk_id,
    fails,
)
from tests.workspace.campaigns.prepared import once

SENT, RECEIVED, UNTIL = date(2026, 4, 1), date(2026, 4, 2), date(2026, 4, 10)
"""Received on a Thursday; Monday the 6th is the holiday of Qingming, so five days end on Friday."""
IN_TIME, LATE = date(2026, 4, 8), date(2026, 4, 13)


@once(desk_id, Desktop)
def reviewed_desk(workspace: Workspace, folder: Path) -> Desktop:
    """Return a campaign whose cases have their results; the leader sits here."""
    desk = assigned_desk(workspace, folder)
    for case in desk.cases:
        for duty in (Duty.FIRST, Duty.SECOND):
            desk.reviewed(case, duty, [fails(desk, 0, "0.5"), fails(desk, 3, "0.5")])
    desk.sit(LEADER)
    return desk


@once(desk_id, Desktop)
def told_desk(workspace: Workspace, folder: Path) -> Desktop:
    """Return that campaign with the feedback sent and received by all units."""
    desk = reviewed_desk(workspace, folder)
    feedback = workspace.campaigns.feedback
    units = [one.unit for one in feedback.draft(desk.id).feedback]
    feedback.send(desk.id, units, SENT)
    for unit in units:
        feedback.receive(desk.id, unit, RECEIVED)
    return desk
