"""From the set-up to the assignment: what the organiser does before anybody reviews."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from reviewer.campaign.assignment import Proposal, Terms
from reviewer.errors import Refused, UserError
from reviewer.model.campaigns import Campaign, CaseKind, Stage, StageDates, StageState
from reviewer.model.draws import DrawPlan, MustDraw
from reviewer.model.ledger_sheets import LedgerChoices
from reviewer.progress import Progress, Silent
from reviewer.proof.campaign import CampaignCase, cases_of, fill_ledger
from reviewer.workspace.campaign_demo.setting import (
    HOST,
    LEADER,
    NAME,
    ORGANISER,
    SUPERVISOR,
    WITNESS,
    WITNESS_SEED,
    Clock,
    Days,
    Size,
    members_of,
    units_of,
)
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import Verified, sampled
from reviewer.workspace.views import Grouping
from reviewer.workspace.workspace import Workspace

KINDS = (CaseKind.GENERAL, CaseKind.SUMMARY, CaseKind.COERCIVE, CaseKind.NO_PENALTY)
_MUSTS = (MustDraw.HEARING, MustDraw.NO_PENALTY, MustDraw.TRANSFER)
_DUES = {
    Stage.NOTICE: Days.NOTICE,
    Stage.LEDGER: Days.LEDGERS,
    Stage.DRAW: Days.DRAW,
    Stage.GROUPS: Days.ASSIGNMENT,
    Stage.REVIEW: Days.RETURN,
    Stage.ADJUDICATION: Days.MEETING,
    Stage.FEEDBACK: Days.FINAL,
    Stage.BULLETIN: Days.BULLETIN,
    Stage.RECTIFICATION: Days.CLOSING,
}


def set_up(workspace: Workspace, size: Size, clock: Clock) -> CampaignState:
    """Set the campaign up and register that its notice was issued."""
    today = clock.go_to(Days.SET_UP)
    leader = workspace.people.register(LEADER, ORGANISER)
    blank = workspace.campaigns.setup.blank(today)
    units = units_of(size)
    campaign = replace(
        blank,
        name=NAME,
        organiser=ORGANISER,
        kinds=KINDS,
        units=units,
        members=members_of(size, units, leader),
        standards=tuple(pin for pin in blank.standards if pin.kind in KINDS),
        stages=tuple(_stage(blank, stage, day) for stage, day in _DUES.items()),
        double_share=Decimal(size.doubled),
        contact="法制监督处 卢笙",
        phone="0990-3316000",
    )
    state = workspace.campaigns.setup.create(campaign)
    clock.go_to(Days.NOTICE)
    return workspace.campaigns.setup.issue_notice(state.campaign.id)


def _stage(blank: Campaign, stage: Stage, day: Days) -> StageDates:
    running = StageState.RUNNING if stage is Stage.NOTICE else StageState.WAITING
    return replace(blank.stage(stage), due=day.value, state=running)


def take_ledgers(
    workspace: Workspace, state: CampaignState, size: Size, seed: int, folder: Path, clock: Clock
) -> Mapping[str, CampaignCase]:
    """Write the template, let each unit fill it in, import all; return the cases by their key."""
    clock.go_to(Days.LEDGERS)
    ledger, campaign = workspace.campaigns.ledger, state.campaign.id
    template = folder / "台账模板.xlsx"
    ledger.write_template(campaign, template)
    made: dict[str, CampaignCase] = {}
    for number, unit in enumerate(state.campaign.units):
        path = folder / f"案件目录（台账）_{unit.name}.xlsx"
        cases = cases_of(seed, number, size.rows, size.only)
        fill_ledger(template, path, cases)
        preview = ledger.preview(campaign, path, LedgerChoices(), Silent())
        if preview.faults:
            raise Refused(f"《{path.name}》：{preview.faults[0]}", "请改正演示的台账。")
        state = ledger.confirm(campaign, preview)
        assert state.ledger is not None
        for row, one in zip(state.ledger.rows[-len(cases) :], cases, strict=True):
            made[row.key] = one
    ledger.freeze(campaign)
    return made


def draw(workspace: Workspace, campaign: UUID, size: Size, clock: Clock) -> CampaignState:
    """Draw with the number that the witness gives."""
    clock.go_to(Days.DRAW)
    plan = _plan(workspace, campaign, size)
    people = (HOST, WITNESS, SUPERVISOR)
    return workspace.campaigns.draw.draw(campaign, plan, WITNESS_SEED, people, Silent())


def _plan(workspace: Workspace, campaign: UUID, size: Size) -> DrawPlan:
    """Return the first plan that draws so many cases: must-draws and minimum count toward them."""
    share = DrawPlan(unit_minimum=2)
    plans = [
        *(
            replace(share, ratio=Decimal(ratio), musts=_MUSTS[:count])
            for count in range(len(_MUSTS), 0, -1)
            for ratio in ("0.10", "0.08", "0.12")
        ),
        *(
            replace(share, ratio=None, quota=quota, musts=_MUSTS[:count])
            for count in (len(_MUSTS), 1, 0)
            for quota in range(size.cases, 0, -1)
        ),
    ]
    fitting = (one for one in plans if _total(workspace, campaign, one) == size.cases)
    return next(fitting, plans[-size.cases])


def _total(workspace: Workspace, campaign: UUID, plan: DrawPlan) -> int:
    """Return how many cases a plan draws; 0 when the must-draws are more than its quota."""
    try:
        counts = workspace.campaigns.draw.planned(campaign, plan).counts
    except UserError:
        return 0
    return sum(one.drawn for one in counts)


def verify(workspace: Workspace, record: Path, ledger: Path) -> Verified:
    """Draw again from the record in another data folder."""
    return workspace.campaigns.draw.verify(record, ledger, Silent())


def replace_one(workspace: Workspace, state: CampaignState, clock: Clock) -> CampaignState:
    """Replace a drawn case that cannot be delivered, the first one that has a successor."""
    clock.go_to(Days.REPLACEMENT)
    draw_service, campaign = workspace.campaigns.draw, state.campaign.id
    for case in sampled(state):
        if draw_service.successor(campaign, case) is not None:
            why = "案卷已调往复议机关，评查期间不能提供（附情况说明）"
            return draw_service.replace(campaign, case, why)
    return state


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of the import of the case files."""

    imported: int
    joined: int
    """By number and unit, as the program suggested."""


def deliver(
    workspace: Workspace,
    state: CampaignState,
    files: Sequence[Path],
    progress: Progress,
    clock: Clock,
) -> Delivered:
    """Import the case files and join each one to the drawn case that it is."""
    clock.go_to(Days.DELIVERY)
    for at, path in enumerate(files):
        progress.report(at, len(files), "正在导入抽中的案卷")
        plan = workspace.imports.plan([path], Silent())
        plan = workspace.imports.regroup(plan, Grouping.ONE_CASE)
        for case in workspace.imports.run(plan, Silent()).cases:
            workspace.texts.read_case(case, lambda: None, Silent(), lambda _page: None)
    suggested = workspace.campaigns.records.join_suggestions(state.campaign.id)
    for one in suggested:
        workspace.campaigns.records.join(one.imported.id, one.drawn.id)
    return Delivered(len(files), len(suggested))


def assign(workspace: Workspace, state: CampaignState, size: Size, clock: Clock) -> Proposal:
    """Assign the cases, after one reviewer declared a conflict of interest."""
    today = clock.go_to(Days.ASSIGNMENT)
    campaign = state.campaign
    reviewers = tuple(one.person for one in campaign.members if one.group)
    chosen = sampled(state)
    usual = [case for case in chosen if state.row(case).kind is CaseKind.GENERAL] or chosen
    terms = Terms(
        today,
        reviewers,
        tuple(usual[: size.calibrated]),
        due=Days.RETURN.value,
        seconds=2.0,
    )
    assigning = workspace.campaigns.assigning
    proposal = assigning.propose(campaign.id, terms, Silent())
    assigning.accept(campaign.id, proposal, terms)
    return proposal
