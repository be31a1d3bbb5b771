"""Every change that a reviewer makes to a case itself: names, files, 卷内页号, removal, undo."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from reviewer.model import Case, PageRef
from reviewer.store import (
    Author,
    Session,
    Store,
    case_files,
    case_journal,
    case_records,
    cases,
    desktops,
    history,
)
from reviewer.store.records import CaseNames, CaseSummary
from reviewer.workspace.readings import Readings
from reviewer.workspace.views import RemovedCase


class CaseEdits:
    """Changes of cases; each is one transaction and one step in the journal of the case."""

    def __init__(self, store: Store, readings: Readings) -> None:
        self._store = store
        self._readings = readings

    def rename(self, case_id: UUID, **fields: str) -> Case:
        """Set `title`, `case_no`, `unit`, `party` or `cause`; empty shows the machine's again."""
        title = fields.pop("title", None)
        with self._store.session() as session:
            cases.live_row(session, case_id)
            values = case_records.name_values(session, case_id, fields, title)
            case_journal.apply(session, values, "改案卷信息", desktops.author(session))
        return self._read_anew(case_id)

    def move_file(self, case_file_id: UUID, to_case_id: UUID) -> None:
        """Move a file to the end of another case.

        Raises:
            Refused: a review of one of the cases is signed.
        """
        with self._store.session() as session:
            old = cases.case(session, case_files.case_of_file(session, case_file_id))
            new = cases.case(session, to_case_id)
            values = case_records.moving_values(session, case_file_id, to_case_id)
            label = f"{_file_name(old, case_file_id)} 移到《{new.title}》"
            case_journal.apply(session, values, label, desktops.author(session))
        self._read_again(old.id, to_case_id)

    def cut_file(self, case_file_id: UUID, at_page: int, new_title: str) -> Case:
        """Make a new case of the pages of a file from `at_page` on.

        Raises:
            Refused: nothing would be left on one side, or a review of the case is signed.
        """
        with self._store.session() as session:
            by = desktops.author(session)
            old = cases.case(session, case_files.case_of_file(session, case_file_id))
            title = new_title.strip() or f"{old.title}（切分）"
            new = cases.add_case(session, title, CaseNames(), by, removed=True)
            values = case_records.cutting_values(session, case_file_id, at_page, new)
            label = f"{_file_name(old, case_file_id)} 第 {at_page} 页起切为《{title}》"
            case_journal.apply(session, values, label, by)
        self._read_again(old.id, new)
        with self._store.snapshot() as session:
            return cases.case(session, new)

    def set_folios(self, case_id: UUID, folios: Mapping[PageRef, str]) -> None:
        """Type the 卷内页号 of pages; an empty one lets the machine's show again.

        Raises:
            Refused: a review of the case is signed; what it cites would change.
        """
        by_file: dict[str, dict[int, str]] = {}
        for ref, folio in folios.items():
            by_file.setdefault(ref.file, {})[ref.page] = folio
        with self._store.session() as session:
            values: dict[tuple[UUID, str], Any] = {}
            for sha256, pages in by_file.items():
                values |= case_records.folio_values(session, case_id, sha256, pages)
            case_journal.apply(session, values, "设定卷内页号", desktops.author(session))

    def remove(self, case_id: UUID) -> None:
        """Take a case out of the table; `restore` brings it back."""
        with self._store.session() as session:
            cases.live_row(session, case_id)
            values = case_records.removal_values(case_id, removed=True)
            case_journal.apply(session, values, "移除案卷", desktops.author(session))

    def restore(self, case_id: UUID) -> None:
        """Bring a removed case back."""
        with self._store.session() as session:
            values = case_records.removal_values(case_id, removed=False)
            case_journal.apply(session, values, "恢复案卷", desktops.author(session))

    def removed(self) -> tuple[RemovedCase, ...]:
        """Return the removed cases, the one removed last first."""
        with self._store.snapshot() as session:
            return tuple(_removed(summary, at) for summary, at in cases.removed(session))

    def undo(self, case_id: UUID) -> None:
        """Take the last change of the case back; does nothing when there is none.

        Raises:
            Refused: a signed review, or a later change of another case, stands in the way.
        """
        self._step(case_id, history.undo)

    def redo(self, case_id: UUID) -> None:
        """Do again what was taken back last; does nothing when there is nothing.

        Raises:
            Refused: a signed review, or a later change of another case, stands in the way.
        """
        self._step(case_id, history.redo)

    def _step(
        self, case_id: UUID, act: Callable[[Session, UUID, None, Author], frozenset[UUID]]
    ) -> None:
        with self._store.session() as session:
            touched = act(session, case_id, None, desktops.author(session))
        self._readings.refresh_all(touched)

    def _read_anew(self, case_id: UUID) -> Case:
        with self._store.snapshot() as session:
            return cases.case(session, case_id)

    def _read_again(self, *case_ids: UUID) -> None:
        """Understand cases whose pages changed, so that lists show their names and hints."""
        self._readings.refresh_all(case_ids)


def _file_name(case: Case, case_file_id: UUID) -> str:
    return next(file.path.rpartition("/")[2] for file in case.files if file.id == case_file_id)


def _removed(summary: CaseSummary, at: datetime) -> RemovedCase:
    case = summary.case
    return RemovedCase(case.id, case.title, case.unit, case.party, summary.pages, at)
