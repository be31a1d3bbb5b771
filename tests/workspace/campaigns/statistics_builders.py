"""A campaign of some units whose cases are reviewed and settled, with varied marks."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from reviewer.model.campaigns import CampaignUnit
from reviewer.model.draws import DrawPlan, Duty
from reviewer.progress import Silent
from reviewer.workspace import Workspace
from tests.campaign.made_ledgers import unit_id
from tests.workspace.campaigns.assigned_builders import (
    LEADER,
    LOCAL,
    MEMBERS,
    TERMS,
    Desktop,
    desk_id,
    fails,
)
from tests.workspace.campaigns.desk_builders import book, case_row, made, taken
from tests.workspace.campaigns.prepared import once

NAMES = ("沙湖支队", "平川支队", "金积支队")
FIELDS = ("公路路政", "道路运政", "水上执法")


@once(desk_id, Desktop)
def settled_desk(
    workspace: Workspace,
    folder: Path,
    names: tuple[str, ...] = NAMES,
    each: int = 3,
    left: int = 1,
    **changes: object,
) -> Desktop:
    """Return a campaign with `each` cases a unit, all signed but the last `left` ones."""
    units = tuple(CampaignUnit(unit_id(name), name) for name in names)
    local = replace(LOCAL, unit=units[0].id, unit_name=units[0].name)
    members = tuple(local if one is LOCAL else one for one in MEMBERS)
    settings = {"units": units, "members": members, "double_share": Decimal(0), **changes}
    state = made(workspace, **settings)
    rows = []
    for number in range(1, len(names) * each + 1):
        row = case_row(number, names[number % len(names)])
        row[2] = FIELDS[number % 4 % len(FIELDS)]
        rows.append(row)
    state = taken(workspace, state, book(folder / "台账.xlsx", rows))
    campaigns = workspace.campaigns
    desk = Desktop(workspace, state.campaign.id)
    desk.sit(LEADER)
    campaigns.ledger.freeze(desk.id)
    plan = DrawPlan(ratio=Decimal(1), unit_minimum=1)
    campaigns.draw.draw(desk.id, plan, "20260302", ("高主持", "甄见证", "鉴督"), Silent())
    assigning = campaigns.assigning
    assigning.accept(desk.id, assigning.propose(desk.id, TERMS, Silent()), TERMS)
    cases = desk.cases[: len(desk.cases) - left] if left else desk.cases
    for number, case in enumerate(cases):
        marks = [fails(desk, at) for at in (0, 3, 5, 9) if (number + at) % (at + 2) == 0]
        hits = ["V07"] if number == len(cases) - 1 else []
        desk.reviewed(case, Duty.FIRST, marks, hits)
    desk.sit(LEADER)
    return desk
