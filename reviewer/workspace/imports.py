"""Imports: from dropped files to cases.

Each file is stored in a transaction of its own, with all that can be read of it at once; a kill
or a cancel therefore keeps every finished file and nothing of the one in hand.  A case names the
files that are still to come from its first moment, so that one cut short never looks whole.
"""

import logging
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from uuid import UUID, uuid4

from reviewer import intake
from reviewer.errors import Cancelled, StoreError, UserError
from reviewer.model import FileKind, ImportResult, ImportRow, Page, SourceFile
from reviewer.progress import Progress
from reviewer.reports import import_report
from reviewer.store import Author, Session, Store, case_files, cases, desktops, imports, texts
from reviewer.store.records import CaseNames
from reviewer.workspace import planning
from reviewer.workspace.readings import Readings
from reviewer.workspace.views import Grouping, ImportPlan, ImportReport, PlannedFile

log = logging.getLogger(__name__)

_UNPACKED = "unpacked"
_INTERRUPTED = "导入在这个文件存入之前中断。请重新导入该文件。"


@dataclass(frozen=True, slots=True)
class _Content:
    """What was read of a file before it is stored."""

    pages: tuple[Page, ...] = ()
    copy: intake.ReadingCopy | None = None


@dataclass(slots=True)
class _Run:
    """An import under way."""

    plan: ImportPlan
    by: Author
    cases: dict[int, UUID] = field(default_factory=dict)
    _paths: dict[int, list[str]] = field(default_factory=dict)
    expected: dict[str, UUID] = field(default_factory=dict)
    """By path: the record that a file is still to come."""
    rows: list[ImportRow] = field(default_factory=list)

    def paths_of(self, case: int) -> list[str]:
        """Return the files that will make up a case."""
        if not self._paths:
            for file in self.plan.files:
                self._paths.setdefault(file.case, []).append(file.source.path)
        return self._paths[case]

    def keep(self, case: int, opened: "_Opened", path: str) -> None:
        """Take over what a transaction did for a file, now that it is kept."""
        self.cases[case] = opened.id
        self.expected |= opened.expected
        self.expected.pop(path, None)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A case inside a transaction."""

    id: UUID
    expected: dict[str, UUID]
    """When it was made by this transaction: its files, as `_Run.expected`."""


class Imports:
    """Plans imports, runs them, and saves their reports."""

    def __init__(self, store: Store, readings: Readings) -> None:
        self._store = store
        self._readings = readings

    def plan(self, paths: Sequence[Path], progress: Progress) -> ImportPlan:
        """Look at dropped files and propose cases; nothing is stored yet.

        Raises:
            UserError: a path does not exist.
        """
        folder = self._store.folder / _UNPACKED / str(uuid4())
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
        with self._store.snapshot() as session:
            run = _Run(plan, desktops.author(session))
        cancelled = False
        try:
            for done, file in enumerate(plan.files):
                progress.report(done, len(plan.files), f"正在导入 {file.source.path}")
                row = self._take(run, file, progress)
                run.rows.append(row)
                if on_row is not None:
                    on_row(row)
            progress.report(len(plan.files), len(plan.files), "正在整理案卷")
        except Cancelled:
            cancelled = True
        report = self._finish(run, cancelled=cancelled)
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

    def _take(self, run: _Run, file: PlannedFile, progress: Progress) -> ImportRow:
        source = file.source
        row = ImportRow(
            source.path,
            source.kind,
            file.kind_name,
            ImportResult.STORED,
            source.pages,
            source.size,
            file.message,
            sha256=source.sha256,
        )
        if file.case < 0:
            return replace(row, result=ImportResult.LISTED, message="未归入任何案卷，没有导入。")
        try:
            if source.kind is FileKind.MEDIA:
                self._list(run, file)
                return replace(row, result=ImportResult.LISTED)
            return self._store_file(run, file, row, progress)
        except UserError as error:
            return replace(row, result=ImportResult.FAILED, message=str(error), remedy=error.remedy)

    def _list(self, run: _Run, file: PlannedFile) -> None:
        with self._store.session() as session:
            opened = self._open_case(session, run, file)
            case_files.add_file(session, file.source, _suffix(file.source), run.by)
            case_files.add_case_file(
                session, opened.id, file.source.sha256, file.source.path, run.by
            )
        run.keep(file.case, opened, file.source.path)

    def _store_file(
        self, run: _Run, file: PlannedFile, row: ImportRow, progress: Progress
    ) -> ImportRow:
        source = file.source
        with self._store.snapshot() as session:
            known = case_files.stored_file(session, source.sha256)
            holders = case_files.titles_holding(session, source.sha256)
        suffix = known.suffix if known else _suffix(source)

        def tell() -> None:
            progress.report(len(run.rows), len(run.plan.files), f"正在存入 {source.path}")

        location = self._store.vault.put(
            Path(source.location), source.sha256, suffix, lambda _: tell()
        )
        kept = replace(source, location=str(location))
        content = _Content() if known else _read(kept, tell)
        with self._store.session() as session:
            opened = self._open_case(session, run, file)
            twice = case_files.holds(session, opened.id, source.sha256)
            if not twice:
                case_files.add_file(session, kept, suffix, run.by)
                case_files.add_case_file(session, opened.id, source.sha256, source.path, run.by)
                _put_content(session, source.sha256, content)
        run.keep(file.case, opened, source.path)
        if twice:
            return replace(row, result=ImportResult.DUPLICATE)
        if holders:
            names = "、".join(f"“{name}”" for name in holders)
            message = f"已放入本卷。与案卷{names}中的文件内容相同，原件只存一份。"
            return replace(row, result=ImportResult.DUPLICATE, message=message)
        return row

    def _open_case(self, session: Session, run: _Run, file: PlannedFile) -> _Opened:
        """Return the case of a file, made when it is the first, and take the file as come."""
        known = run.cases.get(file.case)
        if known is not None:
            opened = _Opened(known, {})
        else:
            title = run.plan.titles[file.case]
            case_id = cases.add_case(session, title, CaseNames(), run.by)
            paths = run.paths_of(file.case)
            opened = _Opened(
                case_id, case_files.expect_files(session, case_id, paths, _INTERRUPTED, run.by)
            )
        path = file.source.path
        expected = opened.expected.get(path) or run.expected.get(path)
        if expected is not None:
            case_files.settle_file(session, expected)
        return opened

    def _finish(self, run: _Run, *, cancelled: bool) -> ImportReport:
        plan = run.plan
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
        )
        try:
            self._keep_report(run, report)
        except StoreError:
            # The report is shown all the same, and tells what the full disk kept out.
            log.warning("the report of an import cannot be kept", exc_info=True)
        shutil.rmtree(plan.folder, ignore_errors=True)
        return report

    def _keep_report(self, run: _Run, report: ImportReport) -> None:
        plan = run.plan
        with self._store.session() as session:
            for row in run.rows:
                if row.result is ImportResult.FAILED and row.path in run.expected:
                    expected = run.expected[row.path]
                    case_files.settle_file(session, expected, f"{row.message}{row.remedy}")
            for refused in plan.rejected:
                case_id = run.cases.get(planning.folder_of(refused.path, plan))
                if case_id is not None:
                    reason = f"{refused.message}{refused.remedy}"
                    case_files.add_unreadable(session, case_id, refused.path, reason, run.by)
            imports.put_report(
                session, plan.source, report.rows, report.cases, report.cancelled, run.by
            )

    def _understand(self, case_ids: Sequence[UUID], progress: Progress) -> None:
        # Opening a case does the same, so a cancel or a full disk loses nothing here.
        with suppress(Cancelled, StoreError):
            for done, case_id in enumerate(case_ids):
                progress.report(done, len(case_ids), "正在识别文书")
                self._readings.refresh(case_id)


def drop_unpacked(folder: Path) -> None:
    """Remove what an interrupted import left unpacked in the data folder."""
    shutil.rmtree(folder / _UNPACKED, ignore_errors=True)


def _put_content(session: Session, sha256: str, content: _Content) -> None:
    for page in content.pages:
        texts.put_page(session, page, "")
    if content.copy is not None:
        texts.put_reading_copy(session, sha256, content.copy.sheets, content.copy.to_bytes())


def _read(file: SourceFile, tell: Callable[[], None]) -> _Content:
    pages = []
    for page in intake.read_text(file):
        tell()
        pages.append(page)
    copy = intake.reading_copy(file) if file.kind is FileKind.DOCX else None
    return _Content(tuple(pages), copy)


def _suffix(file: SourceFile) -> str:
    suffix = PurePosixPath(file.path).suffix.lower()
    return suffix if suffix[1:].isascii() and len(suffix) <= 8 else ""


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
