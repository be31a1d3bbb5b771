"""How far a drawn case has come in its campaign."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid5

from reviewer.model.campaigns import LedgerRow
from reviewer.model.feedback import Transition


class CaseState(StrEnum):
    """How far one drawn case has come."""

    WAITING = "未开始"
    MISSING = "缺件"
    REVIEWING = "评查中"
    TO_SIGN = "待签"
    DISPUTED = "待合议"
    DECIDED = "已定"
    APPEAL = "申辩复核"
    FINAL = "终定"
    REPLACED = "已调换"
    DROPPED = "不再评查"


@dataclass(frozen=True, slots=True)
class CaseProgress:
    """One drawn case on its way through the campaign."""

    id: UUID
    campaign: UUID
    case: UUID
    state: CaseState = CaseState.WAITING
    history: tuple[Transition, ...] = ()


def progress_of(campaign: UUID, case: UUID) -> CaseProgress:
    """Return the progress that a drawn case starts with.

    Its id follows from campaign and case: two desktops that make it hold one record.
    """
    return CaseProgress(uuid5(campaign, f"progress {case}"), campaign, case)


@dataclass(frozen=True, slots=True)
class GivenRow:
    """The ledger row of a case that goes to a reviewer; the ledger itself stays where it is."""

    id: UUID
    campaign: UUID
    case: UUID
    row: LedgerRow


def given_row(campaign: UUID, row: LedgerRow) -> GivenRow:
    """Return the row of a case as a record; its id follows from campaign and case."""
    return GivenRow(given_id(campaign, row.case), campaign, row.case, row)


def given_id(campaign: UUID, case: UUID) -> UUID:
    """Return the id of the record that holds the ledger row of a case."""
    return uuid5(campaign, f"row {case}")
