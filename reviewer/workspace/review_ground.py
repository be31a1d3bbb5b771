"""The ground that a review is changed on: one transaction, one journal entry, one new view."""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Protocol
from uuid import UUID

from reviewer import scoring
from reviewer.model import PageRef, Review, Standard
from reviewer.store import Author, Session, Store, desktops, journal, reviews
from reviewer.store.records import KeptRun, Values
from reviewer.workspace import review_views
from reviewer.workspace.campaigns.appeal_limits import refuse_locked
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.review_views import Opened
from reviewer.workspace.track_record import TrackRecords
from reviewer.workspace.views import ReviewView

_BATCH = 8
"""Pages seen are written in batches: each write flushes the disk."""


class Runs(Protocol):
    """Where a review finds the check run that it sees."""

    def of_case(self, case_id: UUID) -> KeptRun:
        """Return the run outside any review."""
        ...

    def of_review(self, review: Review) -> KeptRun:
        """Return the run that `review` sees."""
        ...

    def refresh_all(self, case_ids: Iterable[UUID]) -> None:
        """Read and check cases again whose files changed."""
        ...


class Sheets(Protocol):
    """Where a review finds the pages that a person can open."""

    def all_sheets(self, case_id: UUID) -> tuple[tuple[PageRef, int], ...]:
        """Return every page of a case, and every sheet of a reading copy."""
        ...


class ReviewGround:
    """Reads and writes reviews; what is written is the business of those who build on it."""

    def __init__(
        self,
        store: Store,
        runs: Runs,
        sheets: Sheets,
        knowledge: Knowledge,
        records: TrackRecords | None = None,
    ) -> None:
        self._store = store
        self._records = records or TrackRecords(store)
        self._runs = runs
        self._sheets = sheets
        self._knowledge = knowledge
        self._frozen: dict[str, Standard] = {}
        self._seen: dict[UUID, set[tuple[PageRef, int]]] = {}
        self._lock = Lock()

    def view(self, review_id: UUID) -> ReviewView:
        """Return the review as the window shows it."""
        with self._store.snapshot() as session:
            opened = self._load(session, review_id)
        return self._view(opened)

    def seen(self, review_id: UUID, ref: PageRef, sheet: int) -> ReviewView:
        """Note that a page was in view; this cannot be undone and is written in batches."""
        with self._lock:
            waiting = self._seen.setdefault(review_id, set())
            waiting.add((ref, sheet))
            full = len(waiting) >= _BATCH
        if full:
            with self._store.session() as session:
                self._write_seen(session, review_id)
        return self.view(review_id)

    def flush(self) -> None:
        """Write the seen pages that still wait."""
        with self._lock:
            waiting = list(self._seen)
        if waiting:
            with self._store.session() as session:
                for review_id in waiting:
                    self._write_seen(session, review_id)

    def _change(self, review_id: UUID, edit: Callable[[Opened], Values], label: str) -> ReviewView:
        """Apply what `edit` makes of the review, unless the review was signed."""
        with self._store.session() as session:
            reviews.open_row(session, review_id)
            before = self._load(session, review_id)
            journal.apply(session, review_id, edit(before), label, desktops.author(session))
            opened = self._changed(session, review_id)
            refuse_locked(session, opened.state.review, before.marks, opened.marks)
        return self._view(opened)

    def _step(
        self,
        review_id: UUID,
        act: Callable[[Session, UUID, UUID, Author], frozenset[UUID]],
    ) -> ReviewView:
        with self._store.session() as session:
            before = self._load(session, review_id)
            case_id = before.state.review.case
            touched = act(session, case_id, review_id, desktops.author(session))
            opened = self._changed(session, review_id)
            refuse_locked(session, opened.state.review, before.marks, opened.marks)
        self._runs.refresh_all({*touched, case_id})
        return self._view(opened)

    def _changed(self, session: Session, review_id: UUID) -> Opened:
        self._write_seen(session, review_id)
        opened = self._load(session, review_id)
        score = scoring.score(opened.standard, opened.marks)
        reviews.set_result(session, review_id, review_views.shown_total(score), score.grade)
        return opened

    def _load(self, session: Session, review_id: UUID) -> Opened:
        return review_views.load(session, review_id, self._frozen)

    def _view(self, opened: Opened) -> ReviewView:
        # Not inside a transaction: a run that must be made anew is written by itself.
        review = opened.state.review
        with self._lock:
            unsaved = frozenset(self._seen.get(review.id, ()))
        kept = self._runs.of_review(review)
        rules, records = self._knowledge.rules_by_code, self._records.answered()
        made_up = self._knowledge.made_up
        return review_views.view_of(opened, kept, rules, unsaved, records, made_up)

    def _write_seen(self, session: Session, review_id: UUID) -> None:
        with self._lock:
            waiting = self._seen.pop(review_id, set())
        if waiting and not reviews.state(session, review_id).review.is_signed:
            reviews.add_seen(session, review_id, waiting)
