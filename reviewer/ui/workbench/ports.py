"""What the case tab asks of the workspace, as protocols.

The workspace fits them as it is; tests fit them with values in memory.  Only `CaseDesk` and the
page pictures call them, always through a job.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from reviewer.model import (
    Answer,
    Box,
    Case,
    Choice,
    Correction,
    PageRef,
    Place,
    ProposalKey,
    Review,
    Round,
    Standard,
    VetoChoice,
)
from reviewer.progress import Progress
from reviewer.workspace.campaigns.task_offers import TaskOffer
from reviewer.workspace.views import (
    CaseRow,
    CaseView,
    CharBox,
    PageImage,
    Phrase,
    ReviewView,
    SignOff,
)


class CasesPort(Protocol):
    """The cases."""

    def rows(self) -> tuple[CaseRow, ...]: ...
    def view(self, case_id: UUID, review_id: UUID | None = None) -> CaseView: ...
    def move_file(self, case_file_id: UUID, to_case_id: UUID) -> object: ...
    def cut_file(self, case_file_id: UUID, at_page: int, new_title: str) -> Case: ...
    def set_folios(self, case_id: UUID, folios: Mapping[PageRef, str]) -> object: ...
    def undo(self, case_id: UUID) -> object: ...
    def redo(self, case_id: UUID) -> object: ...


class PagesPort(Protocol):
    """Pictures, characters and places of pages."""

    def image(
        self, case_id: UUID, ref: PageRef, sheet: int, width: int, turned: int = 0
    ) -> PageImage: ...
    def chars(self, case_id: UUID, ref: PageRef, sheet: int) -> tuple[CharBox, ...]: ...
    def find(self, case_id: UUID, text: str) -> tuple[Place, ...]: ...
    def place_of(self, case_id: UUID, ref: PageRef, sheet: int, box: Box) -> Place: ...
    def place_of_chars(
        self, case_id: UUID, ref: PageRef, sheet: int, first: int, last: int
    ) -> Place: ...
    def boxes_of(self, case_id: UUID, place: Place) -> tuple[tuple[int, Box], ...]: ...


class OriginalsPort(Protocol):
    """Originals to look at in other programs."""

    def copy_of(self, case_id: UUID, ref: PageRef) -> Path: ...


class ReviewsPort(Protocol):
    """Reviews; every changing call returns the new view."""

    def standards(self) -> tuple[Standard, ...]: ...
    def for_case(self, case_id: UUID) -> tuple[Review, ...]: ...
    def suggested_standard(self, case_id: UUID) -> str: ...
    def open(self, case_id: UUID, standard_id: str, round: Round = Round.FIRST) -> Review: ...  # noqa: A002 — the workspace's own word
    def view(self, review_id: UUID) -> ReviewView: ...
    def choose(
        self, review_id: UUID, item: str, choice: Choice, absence: str = "", note: str = ""
    ) -> ReviewView: ...
    def add_occurrence(
        self,
        review_id: UUID,
        item: str,
        clause: str,
        count: int = 1,
        reason: str = "",
        places: Sequence[Place] = (),
        proposal: ProposalKey | None = None,
    ) -> ReviewView: ...
    def change_occurrence(
        self, review_id: UUID, item: str, occurrence_id: UUID, **changes: Any
    ) -> ReviewView: ...
    def remove_occurrence(self, review_id: UUID, item: str, occurrence_id: UUID) -> ReviewView: ...
    def add_evidence(self, review_id: UUID, item: str, *places: Place) -> ReviewView: ...
    def remove_evidence(self, review_id: UUID, item: str, place: Place) -> ReviewView: ...
    def set_veto(
        self,
        review_id: UUID,
        veto: str,
        choice: VetoChoice,
        reason: str = "",
        places: Sequence[Place] = (),
    ) -> ReviewView: ...
    def exclude_open_vetoes(self, review_id: UUID) -> ReviewView: ...
    def set_bonus(self, review_id: UUID, bonus: str, points: Decimal | None) -> ReviewView: ...
    def answer(
        self, review_id: UUID, key: ProposalKey, item: str, answer: Answer
    ) -> ReviewView: ...
    def correct(self, review_id: UUID, correction: Correction) -> ReviewView: ...
    def set_text(self, review_id: UUID, name: str, text: str) -> ReviewView: ...
    def undo(self, review_id: UUID) -> ReviewView: ...
    def redo(self, review_id: UUID) -> ReviewView: ...
    def seen(self, review_id: UUID, ref: PageRef, sheet: int) -> ReviewView: ...
    def sign_off(self, review_id: UUID) -> SignOff: ...
    def sign(self, review_id: UUID) -> ReviewView: ...


class TasksPort(Protocol):
    """What a campaign gave to who sits here."""

    def offer(self, case: UUID) -> TaskOffer | None: ...
    def begin(self, offer: TaskOffer) -> Review: ...


class BlindPort(Protocol):
    """What a blind review hides, page by page."""

    def lift(self, case: UUID, ref: PageRef, reason: str) -> object: ...
    def cover(self, case: UUID, ref: PageRef) -> object: ...


class PhrasesPort(Protocol):
    """The phrase bank."""

    def search(self, query: str, item: str = "") -> tuple[Phrase, ...]: ...


class ReportsPort(Protocol):
    """The documents that go out."""

    def write(
        self,
        review_ids: Sequence[UUID],
        kinds: AbstractSet[str],
        folder: Path,
        progress: Progress,
    ) -> tuple[Path, ...]: ...


class WorkbenchPort(Protocol):
    """The workspace as far as a case tab needs it; `reports` may be missing."""

    @property
    def cases(self) -> CasesPort: ...
    @property
    def pages(self) -> PagesPort: ...
    @property
    def originals(self) -> OriginalsPort: ...
    @property
    def reviews(self) -> ReviewsPort: ...
    @property
    def phrases(self) -> PhrasesPort: ...
    @property
    def tasks(self) -> TasksPort: ...
    @property
    def blind(self) -> BlindPort: ...
