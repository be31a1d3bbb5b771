"""Values of campaigns that the window shows, and what follows from the records.  Pure."""

from dataclasses import dataclass
from uuid import UUID

from reviewer.campaign.draw_records import certificate_hash
from reviewer.campaign.draws import PlannedDraw, sample
from reviewer.campaign.ledger_hints import NumberGap, OutsideCampaign
from reviewer.campaign.ledgers import Doubles
from reviewer.errors import Refused
from reviewer.model.campaigns import CaseKind, Ledger, StandardPin
from reviewer.model.casework import CaseState
from reviewer.model.draws import Draw, Replacement
from reviewer.model.feedback import FeedbackState
from reviewer.workspace.campaigns.state import CampaignState

__all__ = [
    "LedgerHints",
    "PlannedDraw",
    "PreviewHints",
    "StandardChoice",
    "Verified",
    "hash_of",
    "newest",
    "replacements_of",
    "sampled",
    "settled_cases",
    "told_units",
    "with_draw",
]


@dataclass(frozen=True, slots=True)
class StandardChoice:
    """A version of a standard that a kind of case may be reviewed under."""

    standard: str
    version: str
    name: str
    content_hash: str
    is_own: bool = True
    """Whether it is meant for the kind of case that it is offered for."""

    @property
    def text(self) -> str:
        """Return name and version as lists show them."""
        return f"{self.name}（{self.version}）"

    def pin(self, kind: CaseKind) -> StandardPin:
        """Return the choice for one kind of case."""
        return StandardPin(kind, self.standard, self.version, self.content_hash)


@dataclass(frozen=True, slots=True)
class LedgerHints:
    """What to look at before the ledger is frozen; only `same` keeps it from being frozen."""

    same: tuple[Doubles, ...]
    possible: tuple[Doubles, ...]
    gaps: tuple[NumberGap, ...]
    outside: tuple[OutsideCampaign, ...]
    rows: tuple[tuple[UUID, int], ...]
    """Number of rows of every unit of the campaign, 0 for one that has sent nothing."""


@dataclass(frozen=True, slots=True)
class PreviewHints:
    """What a workbook would change, beside its own faults."""

    new: int
    replaced: int
    """Rows that take the place of earlier ones of the same unit and number."""
    hints: LedgerHints
    """Of the ledger as it would be."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of verifying a draw record."""

    campaign_name: str
    draw: Draw
    sha256: str
    """Of the draw, to be compared with the printed certificate."""
    ledger_source: str
    """Where the ledger came from, in words."""
    differences: tuple[str, ...]
    """Sentences; none when the draw holds."""


def newest(state: CampaignState) -> tuple[Draw, Ledger]:
    """Return the newest draw, the one that counts, and its ledger.

    Raises:
        Refused: nothing was drawn yet.
    """
    if not state.draws:
        raise Refused("还没有抽取。", "请先冻结台账，填写种子后抽取。")
    drawn = state.draws[-1]
    return drawn, next(one for one in state.of(Ledger) if one.id == drawn.ledger)


def sampled(state: CampaignState) -> tuple[UUID, ...]:
    """Return the cases to be reviewed: those of the newest draw after all replacements.

    What was taken out of the review (移出评查) stays drawn, and is reviewed no more.
    """
    if not state.draws:
        return ()
    out = {one.case for one in state.progress if one.state is CaseState.DROPPED}
    return tuple(case for case in sample(state.draws[-1], state.replacements) if case not in out)


def told_units(state: CampaignState) -> frozenset[UUID]:
    """Return the units that were told their results: these rest on who reviewed what."""
    return frozenset(one.unit for one in state.feedback if one.state is not FeedbackState.DRAFT)


def settled_cases(state: CampaignState) -> frozenset[UUID]:
    """Return the cases whose reviewers stay as they are: adjudicated, or their unit was told."""
    told = told_units(state)
    joint = {one.case for one in state.adjudications if one.closed_at is not None}
    return frozenset(
        case for case in sampled(state) if case in joint or state.row(case).unit in told
    )


def hash_of(drawn: Draw) -> str:
    """Return the hash that the certificate prints."""
    return certificate_hash(drawn)


def with_draw(state: CampaignState, drawn: Draw) -> CampaignState:
    """Return the state with one more draw."""
    records = {**state.records, Draw: (*state.draws, drawn)}
    return CampaignState(state.campaign, records, state.numbers)


def replacements_of(state: CampaignState, drawn: Draw) -> tuple[Replacement, ...]:
    """Return the replacements of one draw, in the order in which they were made."""
    return tuple(one for one in state.replacements if one.draw == drawn.id)
