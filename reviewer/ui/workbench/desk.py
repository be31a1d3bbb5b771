"""The one place of the case tab that talks to the workspace, always through a job.

Changes are queued in the writing lane in the order in which they were asked for; each brings
home the new review, and the case too when a correction changed it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.errors import UserError
from reviewer.model import Round
from reviewer.progress import Progress
from reviewer.ui.jobs import Job, Jobs, Lane
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.fetching import Boxes, Fetched, Fetching
from reviewer.ui.workbench.ports import ReviewsPort, WorkbenchPort
from reviewer.workspace.campaigns.task_offers import TaskOffer
from reviewer.workspace.views import ReviewView, SignOff


class CaseDesk(QObject):
    """Holds the case and the review that the tab shows."""

    case_changed = Signal(object)  # CaseIndex
    review_changed = Signal(object)  # ReviewView
    start_wanted = Signal(object)  # Start: no review is open, or another round is wanted
    sign_off_ready = Signal(object)  # SignOff
    saved = Signal(object)  # datetime
    acted = Signal()  # the reviewer does something new: what was said before is over
    told = Signal(str)  # for the status row
    failed = Signal(str, str)  # what happened, what to do

    def __init__(
        self, workspace: WorkbenchPort, jobs: Jobs, case_id: UUID, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.case_id = case_id
        self.index: CaseIndex | None = None
        self.review: ReviewView | None = None
        self._jobs = jobs
        self._fetching = Fetching(workspace, case_id)
        self._boxes: Boxes = {}
        self.is_case_signed = False
        """Whether any review of the case was signed, so that its files stay where they are."""

    @property
    def is_shown(self) -> bool:
        """Return whether the tab is on screen; nothing is fetched for one that is not."""
        tab = self.parent()
        return not isinstance(tab, QWidget) or tab.isVisible()

    @property
    def may_change(self) -> bool:
        """Return whether a review is open and not signed."""
        return self.review is not None and not self.review.review.is_signed

    def load(self) -> None:
        """Read case and review, at first or again after something changed outside."""
        self._run(self._fetching.load, Lane.READ)

    def reload(self) -> None:
        """Read again, after the changes that are on their way, so that none is undone on screen."""
        self._run(self._fetching.load, Lane.WRITE)

    def prepare_start(self) -> None:
        """Ask for the standards, to open another round."""
        self._run(self._fetching.start, Lane.READ)

    def open_review(self, standard_id: str, round_: Round) -> None:
        """Open a review under a standard."""

        def work(_progress: Progress) -> Fetched:
            self.workspace.reviews.open(self.case_id, standard_id, round_)
            return self._fetching.load(_progress)

        self._run(work, Lane.WRITE)

    def begin_task(self, offer: TaskOffer) -> None:
        """Open the review that a campaign asks for, under its pinned standard."""

        def work(progress: Progress) -> Fetched:
            self.workspace.tasks.begin(offer)
            return self._fetching.load(progress)

        self._run(work, Lane.WRITE)

    def change(
        self,
        work: Callable[[ReviewsPort, UUID], ReviewView],
        *,
        recheck: bool = False,
        by_hand: bool = True,
        said: str = "",
    ) -> bool:
        """Change the review; returns False when there is none that may be changed.

        With `recheck` the case is read again too, because a correction re-cuts and re-checks.
        Not `by_hand` is what the window notes by itself.
        """
        if by_hand:
            self.acted.emit()
        if self.review is None or not self.may_change:
            self.failed.emit(*self._why_not())
            return False
        review_id = self.review.review.id
        known = dict(self._boxes)

        def apply(_progress: Progress) -> Fetched:
            view = work(self.workspace.reviews, review_id)
            case = self.workspace.cases.view(self.case_id, review_id) if recheck else None
            return replace(self._fetching.fetched(case, view, known), changed=True, said=said)

        self._run(apply, Lane.WRITE)
        return True

    def arrange(self, work: Callable[[], object], said: str) -> None:
        """Change the case itself (files, page numbers), read it again, and say `said`."""
        self.acted.emit()

        def apply(progress: Progress) -> Fetched:
            work()
            return replace(self._fetching.load(progress), said=said)

        self._run(apply, Lane.WRITE)

    def step_back(self) -> None:
        """Take back the last change of the review or of the case."""
        cases, said = self.workspace.cases, f"已撤销：{self.undo_label}"
        self._step(lambda: cases.undo(self.case_id), lambda r, rid: r.undo(rid), said)

    def step_again(self) -> None:
        """Do again what was taken back last."""
        cases, said = self.workspace.cases, f"已重做：{self.redo_label}"
        self._step(lambda: cases.redo(self.case_id), lambda r, rid: r.redo(rid), said)

    def _step(
        self,
        of_case: Callable[[], object],
        of_review: Callable[[ReviewsPort, UUID], ReviewView],
        said: str,
    ) -> None:
        # Without a review, or after sign-off, only what belongs to the case can be taken back.
        if self.may_change:
            self.change(of_review, recheck=True, said=said)
        else:
            self.arrange(of_case, said)

    @property
    def undo_label(self) -> str:
        """Return what `step_back` would take back; empty when nothing."""
        shown = self.review or (self.index.view if self.index else None)
        return shown.undo if shown else ""

    @property
    def redo_label(self) -> str:
        """Return what `step_again` would do; empty when nothing."""
        shown = self.review or (self.index.view if self.index else None)
        return shown.redo if shown else ""

    def ask_sign_off(self) -> None:
        """Ask what stands in the way of signing; `sign_off_ready` answers."""
        if self.review is None:
            self.failed.emit(*self._why_not())
            return
        review_id = self.review.review.id

        def ask(_progress: Progress) -> SignOff:
            return self.workspace.reviews.sign_off(review_id)

        job = self.start(ask, Lane.WRITE)
        job.succeeded.connect(self.sign_off_ready)

    def start(
        self, work: Callable[[Progress], object], lane: Lane = Lane.READ, *, quiet: bool = False
    ) -> Job:
        """Start a job; unless `quiet`, its failure is told like every other."""
        job = self._jobs.start(work, lane)
        if not quiet:
            job.failed.connect(self._on_failed)
        return job

    def _run(self, work: Callable[[Progress], Fetched], lane: Lane) -> None:
        self.start(work, lane).succeeded.connect(self._on_home)

    def _on_home(self, home: Fetched) -> None:
        self._boxes.update(home.boxes)
        self.is_case_signed = self.is_case_signed or home.signed
        if home.case is not None:
            self.index = CaseIndex(home.case, self._boxes)
            self.case_changed.emit(self.index)
        if home.review is not None:
            old, self.review = self.review, home.review
            self.is_case_signed = self.is_case_signed or home.review.review.is_signed
            self.review_changed.emit(home.review)
            at = home.review.saved_at
            # A review that is opened was saved long ago; only what is saved now is news.
            if home.changed and at is not None and (old is None or at != old.saved_at):
                self.saved.emit(at)
        if home.said:
            self.told.emit(home.said)
            self.saved.emit(datetime.now(UTC))
        if home.start is not None:
            self.start_wanted.emit(home.start)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.failed.emit(str(error), error.remedy)
        else:
            self.failed.emit("这一步没有完成。", "可重试一次；仍不成，请把日志交给技术人员。")

    def _why_not(self) -> tuple[str, str]:
        if self.review is None:
            return "还没有开始评查。", "先在右边选定评查标准。"
        return "本次评查已签定，不能再改。", "改动须另开一轮评查。"
