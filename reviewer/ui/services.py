"""What the window asks of the workspace, as protocols, without the case tab's own part.

The workspace fits them as it is; tests fit them with values in memory.
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Protocol
from uuid import UUID

from reviewer.model import Case, ImportRow, PageRef, Person, Review
from reviewer.progress import Progress
from reviewer.workspace.mending import Mend
from reviewer.workspace.views import (
    CaseRow,
    Grouping,
    ImportPlan,
    ImportReport,
    ReadState,
    RemovedCase,
)


class People(Protocol):
    """Who sits here."""

    def current(self) -> Person | None: ...
    def register(self, name: str, unit: str) -> Person: ...


class Cases(Protocol):
    """The cases of the data folder."""

    def rows(self) -> tuple[CaseRow, ...]: ...
    def new_paper_case(
        self, title: str, case_no: str = "", unit: str = "", party: str = "", cause: str = ""
    ) -> Case: ...
    def rename(self, case_id: UUID, **fields: str) -> Case: ...
    def remove(self, case_id: UUID) -> object: ...
    def restore(self, case_id: UUID) -> object: ...
    def removed(self) -> tuple[RemovedCase, ...]: ...


class Imports(Protocol):
    """From dropped files to cases."""

    def plan(self, paths: Sequence[Path], progress: Progress) -> ImportPlan: ...
    def regroup(self, plan: ImportPlan, grouping: Grouping) -> ImportPlan: ...
    def reassign(self, plan: ImportPlan, file: int, case: int) -> ImportPlan: ...
    def retitle(self, plan: ImportPlan, index: int, title: str) -> ImportPlan: ...
    def mend(self, plan: ImportPlan, mend: Mend, progress: Progress) -> ImportPlan: ...
    def mend_stored(self, report: ImportReport, mend: Mend, progress: Progress) -> ImportReport: ...
    def discard(self, plan: ImportPlan) -> object: ...
    def run(
        self,
        plan: ImportPlan,
        progress: Progress,
        on_row: Callable[[ImportRow], object] | None = None,
    ) -> ImportReport: ...
    def save_report(self, report: ImportReport, path: Path) -> object: ...


class Texts(Protocol):
    """Text recognition."""

    def pending(self) -> tuple[UUID, ...]: ...
    def read_case(
        self,
        case_id: UUID,
        first: Callable[[], PageRef | None],
        progress: Progress,
        on_page: Callable[[PageRef], None],
    ) -> object: ...
    def state(self, case_id: UUID) -> ReadState: ...


class Reviews(Protocol):
    """The reviews, as far as the table exports them."""

    def for_case(self, case_id: UUID) -> tuple[Review, ...]: ...


class Reports(Protocol):
    """The documents that go out."""

    def write(
        self,
        review_ids: Sequence[UUID],
        kinds: AbstractSet[str],
        folder: Path,
        progress: Progress,
    ) -> tuple[Path, ...]: ...


class Data(Protocol):
    """The data folder."""

    @property
    def folder(self) -> Path: ...
    def free_space(self, path: Path) -> int: ...
    def move(self, to: Path, progress: Progress) -> object: ...


class Services(Protocol):
    """The workspace as far as the window outside the case tab needs it."""

    @property
    def people(self) -> People: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def imports(self) -> Imports: ...
    @property
    def texts(self) -> Texts: ...
    @property
    def reviews(self) -> Reviews: ...
    @property
    def reports(self) -> Reports: ...
    @property
    def data(self) -> Data: ...
    def close(self) -> None: ...
