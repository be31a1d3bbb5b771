"""Three cases after their two reviews: one to adjudicate, one only listed, one equal."""

from pathlib import Path

from reviewer.model.draws import Duty
from reviewer.settings import Settings
from reviewer.workspace import Workspace
from tests.workspace.campaigns.assigned_builders import LEADER, Desktop, assigned_desk, fails


def disputed_folder(folder: Path) -> Path:
    """Return a data folder whose leader sits at it; nothing of it is open.

    The first case differs in two items, the second only in the reason, the third not at all.
    """
    workspace = Workspace.open(folder / "data", Settings())
    workspace.people.register("王工", "支队")
    made = assigned_desk(workspace, folder)
    first, second, third = made.cases
    made.reviewed(first, Duty.FIRST)
    made.reviewed(first, Duty.SECOND, [fails(made), fails(made, 1, "0.5")])
    made.reviewed(second, Duty.FIRST, [fails(made, 2, "0.5")])
    made.reviewed(second, Duty.SECOND, [fails(made, 2, "0.5", clause=1)])
    for duty in (Duty.FIRST, Duty.SECOND):
        made.reviewed(third, duty)
    made.sit(LEADER)
    workspace.close()
    return folder / "data"


def opened(folder: Path) -> Desktop:
    """Return a copy of such a folder, opened."""
    workspace = Workspace.open(folder, Settings())
    (campaign,) = workspace.campaigns.setup.all()
    return Desktop(workspace, campaign.id)
