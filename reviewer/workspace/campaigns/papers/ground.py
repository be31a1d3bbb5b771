"""What all documents of a campaign are collected from, and the words that they share."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol
from uuid import UUID

from reviewer.campaign.results import Result
from reviewer.model import Place, Standard
from reviewer.model.campaigns import Campaign
from reviewer.model.draws import Duty
from reviewer.model.feedback import Feedback
from reviewer.reports.campaign.inputs import CaseResult, Official
from reviewer.store import Store, cases, standards
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.results import Results
from reviewer.workspace.campaigns.review_book import ReviewBook, read_book
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled

PageLabel = Callable[[UUID, Place], str]
"""Gives 卷内页号 of a place in a case, else file name and page."""
EVERYBODY = "各被评查单位"


class Shipped(Protocol):
    """The standards that ship with the program."""

    @property
    def standards(self) -> tuple[Standard, ...]:
        """Return them."""
        ...


@dataclass(frozen=True, slots=True)
class Ground:
    """Where documents find what they tell."""

    store: Store
    records: CampaignRecords
    results: Results
    knowledge: Shipped
    label: PageLabel

    def book(self, state: CampaignState, chosen: Iterable[UUID] | None = None) -> ReviewBook:
        """Return the reviews of some cases, of all drawn ones without `chosen`."""
        return read_book(self.store, state, sampled(state) if chosen is None else chosen)

    def final(self, state: CampaignState, unit: UUID | None = None) -> tuple[Result, ...]:
        """Return the results that hold, of one unit or of all."""
        found = self.results.final_of(state)
        return tuple(one for one in found if unit is None or one.unit == unit)

    def as_told(self, state: CampaignState, unit: UUID) -> tuple[Result, ...]:
        """Return the results of a unit as they were before any objection.

        The letter of feedback tells these, also when it is printed once more later on.
        """
        before = {key: found for key, found in state.records.items() if key is not Feedback}
        return self.final(replace(state, records=before), unit)

    def pinned(self, campaign: Campaign) -> tuple[Standard, ...]:
        """Return the editions that a campaign pins, each once, in the order of its kinds."""
        hashes = dict.fromkeys(pin.content_hash for pin in campaign.standards)
        shipped = {one.content_hash: one for one in self.knowledge.standards}
        with self.store.snapshot() as session:
            found = [standards.known(session, one) or shipped.get(one) for one in hashes]
        return tuple(one for one in found if one is not None)

    def cause(self, state: CampaignState, case: UUID) -> str:
        """Return the cause of a case, as the ledger has it, else as it was imported."""
        told = state.row(case).cause
        if told:
            return told
        with self.store.snapshot() as session:
            return cases.case(session, case).cause

    def case_result(self, state: CampaignState, one: Result) -> CaseResult:
        """Return a result as letters and lists print it."""
        vetoes = {veto.id: veto.text for veto in one.standard.vetoes}
        return CaseResult(
            case_no=state.row(one.case).case_no,
            unit=one.unit_name,
            cause=self.cause(state, one.case),
            total=one.score.total,
            grade=one.score.grade,
            kind=one.kind,
            field=one.field,
            vetoes=tuple(vetoes[veto] for veto in one.score.vetoes if veto in vetoes),
            complete=one.score.complete,
        )


def official(campaign: Campaign, written_on: date, to: str = EVERYBODY) -> Official:
    """Return head and foot of a document of the organiser; the number is filled in by hand."""
    return Official(campaign.organiser, written_on, to)


def names_of(campaign: Campaign) -> dict[UUID, str]:
    """Return the names of all reviewers."""
    return {one.person: one.name for one in campaign.members}


def doubled(state: CampaignState) -> frozenset[UUID]:
    """Return the drawn cases that were given to a second reviewer."""
    chosen = set(sampled(state))
    given = (one for one in state.assignments if one.duty is Duty.SECOND and not one.withdrawn)
    return frozenset(one.case for one in given if one.case in chosen)


def reviewers(state: CampaignState) -> frozenset[UUID]:
    """Return who was given a case to review."""
    given = (one for one in state.assignments if not one.withdrawn)
    return frozenset(one.person for one in given if one.duty is not Duty.CALIBRATION)
