"""All current records of one campaign as one value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from reviewer.model.adjudications import Adjudication
from reviewer.model.campaigns import Campaign, Ledger, LedgerRow
from reviewer.model.casework import CaseProgress, GivenRow
from reviewer.model.draws import Assignment, Draw, Replacement
from reviewer.model.feedback import Feedback, Rectification

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CampaignState:
    """The records of one campaign, each kind in the order in which they were made."""

    campaign: Campaign
    records: Mapping[type[Any], tuple[Any, ...]]
    """By class; a class without an entry has no record."""
    numbers: Mapping[UUID, int]
    """Number of the newest revision of each record: a save says what it worked from."""
    _rows: dict[UUID, LedgerRow] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Rows by case, filled at the first question: a ledger may have 50,000."""

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """Return the records of one class."""
        return self.records.get(kind, ())

    def having(self, changed: Iterable[Any]) -> "CampaignState":
        """Return the state with records changed or added."""
        records = dict(self.records)
        kinds: dict[type[Any], dict[UUID, Any]] = {}
        for one in changed:
            kinds.setdefault(type(one), {})[one.id] = one
        for kind, new in kinds.items():
            known = [new.pop(old.id, old) for old in records.get(kind, ())]
            records[kind] = (*known, *new.values())
        return CampaignState(self.campaign, records, self.numbers)

    @property
    def ledger(self) -> Ledger | None:
        """Return the newest ledger; None before one was imported."""
        return self.of(Ledger)[-1] if self.of(Ledger) else None

    @property
    def draws(self) -> tuple[Draw, ...]:
        """Return the draws, oldest first."""
        return self.of(Draw)

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """Return the replacements (调换)."""
        return self.of(Replacement)

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """Return the assignments, withdrawn ones too."""
        return self.of(Assignment)

    @property
    def adjudications(self) -> tuple[Adjudication, ...]:
        """Return the adjudications (合议)."""
        return self.of(Adjudication)

    @property
    def progress(self) -> tuple[CaseProgress, ...]:
        """Return how far the drawn cases have come; one without a record waits."""
        return self.of(CaseProgress)

    @property
    def feedback(self) -> tuple[Feedback, ...]:
        """Return the feedback to each unit."""
        return self.of(Feedback)

    @property
    def rectifications(self) -> tuple[Rectification, ...]:
        """Return the problems to be rectified."""
        return self.of(Rectification)

    @property
    def case_ids(self) -> frozenset[UUID]:
        """Return all cases that were drawn, taken as replacement or assigned."""
        drawn = {one.case for draw in self.draws for one in draw.cases}
        taken = {one.taken for one in self.replacements if one.taken is not None}
        return frozenset(drawn | taken | {one.case for one in self.assignments})

    def row(self, case: UUID) -> LedgerRow:
        """Return the ledger row of a case, as it came with a package where there is no ledger.

        Raises:
            KeyError: there is none.
        """
        if not self._rows:
            found = {given.case: given.row for given in reversed(self.of(GivenRow))}
            # The newest ledger last: a row that was corrected in it counts as it is there.
            for ledger in self.of(Ledger):
                found |= {row.case: row for row in reversed(ledger.rows)}
            # At once: another thread may ask meanwhile.
            self._rows.update(found)
        return self._rows[case]
