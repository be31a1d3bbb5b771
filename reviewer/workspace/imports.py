"""Imports: from dropped files to cases.

Files are stored as `storing` says, with all that can be read of them at once; a kill or a cancel
therefore keeps every finished file and nothing of the one in hand.  A case names the files that
are still to come from its first moment, so that one cut short never looks whole.
"""

import logging
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import UUID, uuid4

from reviewer import intake
from reviewer.errors import Cancelled, StoreError, UserError
from reviewer.model import ImportResult, ImportRow
from reviewer.progress import Progress
from reviewer.reports import import_report
from reviewer.store import Store, case_files, desktops, imports
from reviewer.workspace import planning
from reviewer.workspace.mending import Mending
from reviewer.workspace.readings import Readings
from reviewer.workspace.storing import Storing
from reviewer.workspace.views import Grouping, ImportPlan, ImportReport, Mend, PlannedFile

log = logging.getLogger(__name__)


class Imports:
    """Plans imports, runs them, and saves their reports."""

    def __init__(self, store: Store, readings: Readings) -> None:
        self._store = store
        self._readings = readings
        self._mending = Mending(
            store, lambda plan, progress, into: self._run(plan, progress, into=into)
        )

    def plan(self, paths: Sequence[Path], progress: Progress) -> ImportPlan:
        """Look at dropped files and propose cases; nothing is stored yet.

        Raises:
            UserError: a path does not exist.
        """
        folder = self._store.folder / planning.UNPACKED / str(uuid4())
        try:
            delivery = intake.gather(paths, folder, progress)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return planning.make_plan(delivery, folder)

    def regroup(self, plan: ImportPlan, grouping: Grouping) -> ImportPlan:
        """Put all files into cases by `grouping` anew."""
        return planning.regroup(plan, grouping)

    def reassign(self, plan: ImportPlan, file: int, case: int) -> ImportPlan:
        """Put one file into another case, into a new one, or with -1 into none."""
        return planning.reassign(plan, file, case)

    def retitle(self, plan: ImportPlan, index: int, title: str) -> ImportPlan:
        """Name a planned case."""
        return planning.retitle(plan, index, title)

    def mend(self, plan: ImportPlan, mend: Mend, progress: Progress) -> ImportPlan:
        """Put another file, or the opened one, in place of one that cannot be read."""
        return self._mending.in_plan(plan, mend, progress)

    def mend_stored(self, report: ImportReport, mend: Mend, progress: Progress) -> ImportReport:
        """Store another file, or the opened one, in the case of one that could not be read."""
        return self._mending.in_report(report, mend, progress)

    def discard(self, plan: ImportPlan) -> None:
        """Let a plan go that will not be run, with what was unpacked for it."""
        shutil.rmtree(plan.folder, ignore_errors=True)

    def run(
        self,
        plan: ImportPlan,
        progress: Progress,
        on_row: Callable[[ImportRow], object] | None = None,
    ) -> ImportReport:
        """Store the files as planned; a cancel keeps the files that were finished.

        `on_row` hears the result of each planned file as soon as it is settled, in the order of
        the plan and on the thread of the caller.
        """
        return self._run(plan, progress, on_row)

    def _run(
        self,
        plan: ImportPlan,
        progress: Progress,
        on_row: Callable[[ImportRow], object] | None = None,
        into: UUID | None = None,
    ) -> ImportReport:
        with self._store.snapshot() as session:
            run = Storing(self._store, plan, desktops.author(session), on_row, into)
        cancelled = False
        try:
            for done, file in enumerate(plan.files):
                progress.report(done, len(plan.files), f"正在导入 {file.source.path}")
                run.take(file, progress)
            progress.report(len(plan.files), len(plan.files), "正在整理案卷")
        except Cancelled:
            cancelled = True
        run.flush()
        report = self._finish(plan, run, cancelled=cancelled)
        if not cancelled:
            self._understand(report.cases, progress)
        return report

    def save_report(self, report: ImportReport, path: Path) -> Path:
        """Write the report as an Excel workbook.

        Raises:
            UserError: the file cannot be written.
        """
        try:
            import_report.write(report.rows, report.sentence, path)
        except OSError as error:
            raise UserError(
                f"“{path.name}”没有写入。", "请确认该文件未在 WPS 或 Excel 中打开，或另选位置。"
            ) from error
        return path

    def _finish(self, plan: ImportPlan, run: Storing, *, cancelled: bool) -> ImportReport:
        rows = [*run.rows, *plan.rejected, *plan.noted]
        rows += [_not_done(file) for file in plan.files[len(run.rows) :]]
        order = {row.path: at for at, row in enumerate(rows)}
        report = ImportReport(
            tuple(
                sorted(
                    rows, key=lambda row: (row.result is not ImportResult.FAILED, order[row.path])
                )
            ),
            tuple(run.cases.values()),
            cancelled,
            _homes(plan, run, rows),
        )
        try:
            self._keep_report(plan, run, report)
        except StoreError:
            # The report is shown all the same, and tells what the full disk kept out.
            log.warning("the report of an import cannot be kept", exc_info=True)
        shutil.rmtree(plan.folder, ignore_errors=True)
        return report

    def _keep_report(self, plan: ImportPlan, run: Storing, report: ImportReport) -> None:
        with self._store.session() as session:
            by = desktops.author(session)
            for row in run.rows:
                if row.result is ImportResult.FAILED and row.path in run.expected:
                    expected = run.expected[row.path]
                    case_files.settle_file(session, expected, f"{row.message}{row.remedy}")
            for refused in plan.rejected:
                case_id = run.cases.get(planning.folder_of(refused.path, plan))
                if case_id is not None:
                    reason = f"{refused.message}{refused.remedy}"
                    case_files.add_unreadable(session, case_id, refused.path, reason, by)
            imports.put_report(
                session, plan.source, report.rows, report.cases, report.cancelled, by
            )

    def _understand(self, case_ids: Sequence[UUID], progress: Progress) -> None:
        # Opening a case does the same, so a cancel or a full disk loses nothing here.
        with suppress(Cancelled, StoreError):
            for done, case_id in enumerate(case_ids):
                progress.report(done, len(case_ids), "正在识别文书")
                self._readings.refresh(case_id)


def drop_unpacked(folder: Path) -> None:
    """Remove what an interrupted import left unpacked in the data folder."""
    shutil.rmtree(folder / planning.UNPACKED, ignore_errors=True)


def _homes(plan: ImportPlan, run: Storing, rows: Sequence[ImportRow]) -> dict[str, UUID]:
    planned = {file.source.path: file.case for file in plan.files}
    failed = [row.path for row in rows if row.result is ImportResult.FAILED]
    cases = {path: planned.get(path, planning.folder_of(path, plan)) for path in failed}
    return {path: run.cases[case] for path, case in cases.items() if case in run.cases}


def _not_done(file: PlannedFile) -> ImportRow:
    source = file.source
    return ImportRow(
        source.path,
        source.kind,
        file.kind_name,
        ImportResult.LISTED,
        source.pages,
        source.size,
        "导入已取消，该文件没有导入。",
        "需要时请重新导入，已存入的文件不会重复保存。",
        source.sha256,
    )
