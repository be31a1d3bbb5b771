"""Storing the files of an import, a few at a time.

A file is copied and read on its own; with those before it, it is then flushed to the disk, put
in its place and recorded in one transaction.  What is told of as stored is on the disk; what is
not is neither in the vault nor in the records.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from time import monotonic
from uuid import UUID

from reviewer import intake
from reviewer.errors import UserError
from reviewer.model import FileKind, ImportResult, ImportRow, Page, SourceFile
from reviewer.progress import Progress
from reviewer.store import Author, Draft, Session, Store, case_files, cases, texts
from reviewer.store.records import CaseNames
from reviewer.workspace.views import ImportPlan, PlannedFile

FILES = 64
"""Files kept together, so that they can be flushed at once and recorded in one transaction."""
SECONDS = 0.5
"""A kill loses no more work than that and the file in hand."""
_INTERRUPTED = "导入在这个文件存入之前中断。请重新导入该文件。"


@dataclass(frozen=True, slots=True)
class _Ready:
    """A file of the plan with all that is to be kept of it."""

    file: PlannedFile
    row: ImportRow
    settled: bool = False
    """There is nothing to keep: it is left out, or could not be read."""
    suffix: str = ""
    drafts: tuple[Draft, ...] = ()
    pages: tuple[Page, ...] = ()
    known: bool = False
    """Its content was delivered before, to this case or another."""
    copy: tuple[int, bytes] | None = None
    """Reading copy of a DOCX: number of sheets, and as it is kept."""


@dataclass(slots=True)
class _Known:
    """What is recorded: cases by their place in the plan, records of files still to come."""

    cases: dict[int, UUID] = field(default_factory=dict)
    expected: dict[str, UUID] = field(default_factory=dict)

    def copy(self) -> "_Known":
        """Return it to be changed by a transaction that may fail."""
        return _Known(dict(self.cases), dict(self.expected))


class Storing:
    """An import under way."""

    def __init__(
        self,
        store: Store,
        plan: ImportPlan,
        by: Author,
        on_row: Callable[[ImportRow], object] | None = None,
        into: UUID | None = None,
    ) -> None:
        """Begin to store `plan`; with `into`, its only case is one that is there already."""
        self.rows: list[ImportRow] = []
        """Results of the first files of the plan: those that are settled."""
        self._store = store
        self._plan = plan
        self._by = by
        self._on_row = on_row
        self._known = _Known({} if into is None else {0: into})
        self._pending: list[_Ready] = []
        self._since = monotonic()
        self._paths: dict[int, list[str]] = {}
        for file in plan.files:
            self._paths.setdefault(file.case, []).append(file.source.path)

    @property
    def cases(self) -> dict[int, UUID]:
        """The cases that have files, by their place in the plan."""
        return self._known.cases

    @property
    def expected(self) -> dict[str, UUID]:
        """By path: the record that a file is still to come."""
        return self._known.expected

    def take(self, file: PlannedFile, progress: Progress) -> None:
        """Copy and read the next file of the plan, and keep it with the others before long.

        Raises:
            Cancelled: the user stopped it; the files before are kept by `flush`.
        """
        if any(one.file.source.sha256 == file.source.sha256 for one in self._pending):
            self.flush()
        if not self._pending:
            self._since = monotonic()
        self._pending.append(self._prepared(file, progress))
        if len(self._pending) >= FILES or monotonic() - self._since >= SECONDS:
            self.flush()

    def flush(self) -> None:
        """Keep the files that were taken, and tell their results."""
        pending, self._pending = self._pending, []
        if not pending:
            return
        try:
            settled = self._kept(pending)
        except UserError as error:
            settled = self._kept_apart(pending, error)
        self.rows += settled
        if self._on_row is not None:
            for row in settled:
                self._on_row(row)

    def _kept_apart(self, pending: Sequence[_Ready], error: UserError) -> list[ImportRow]:
        """Keep each file on its own: one that the disk refuses holds up no other."""
        rows = []
        for one in pending:
            try:
                if len(pending) == 1:
                    raise error
                rows += self._kept([one])
            except UserError as own:
                self._store.vault.drop(one.drafts)
                rows.append(_failed(one.row, own))
        return rows

    def _prepared(self, file: PlannedFile, progress: Progress) -> _Ready:
        row = _row(file)
        if file.case < 0:
            listed = ImportResult.LISTED
            return _Ready(
                file, replace(row, result=listed, message="未归入任何案卷，没有导入。"), True
            )
        if file.source.kind is FileKind.MEDIA:
            return _Ready(
                file, replace(row, result=ImportResult.LISTED), suffix=_suffix(file.source)
            )
        try:
            return self._copied(file, row, progress)
        except UserError as error:
            return _Ready(file, _failed(row, error), True)

    def _copied(self, file: PlannedFile, row: ImportRow, progress: Progress) -> _Ready:
        source, vault = file.source, self._store.vault
        with self._store.snapshot() as session:
            known = case_files.stored_file(session, source.sha256)
        suffix = known.suffix if known else _suffix(source)

        def tell() -> None:
            progress.report(len(self.rows), len(self._plan.files), f"正在存入 {source.path}")

        original = Path(source.original or source.location)
        drafts = [vault.bring(original, source.sha256, suffix, lambda _: tell())]
        try:
            if source.original:
                drafts.append(vault.bring_opened(Path(source.location), source.sha256, suffix))
            if known:
                return _Ready(file, row, suffix=suffix, drafts=tuple(drafts), known=True)
            # What was copied is what the hash names; the delivered file may have changed since.
            kept = replace(source, location=str(drafts[-1].path), original="")
            pages, copy = read_pages(kept, tell)
        except BaseException:
            vault.drop(drafts)
            raise
        return _Ready(file, row, False, suffix, tuple(drafts), pages, copy=copy)

    def _kept(self, pending: Sequence[_Ready]) -> list[ImportRow]:
        """Put files into the vault and the records: all of them, or none.

        Raises:
            UserError: the disk is full, or a file cannot be put into its place.
        """
        vault, known = self._store.vault, self._known.copy()
        drafts = [draft for one in pending if not one.settled for draft in one.drafts]
        with vault.arriving(drafts), self._store.session() as session:
            rows = [
                one.row if one.settled else self._record(session, one, known) for one in pending
            ]
        self._known = known
        return rows

    def _record(self, session: Session, one: _Ready, known: _Known) -> ImportRow:
        source = one.file.source
        holders = case_files.titles_holding(session, source.sha256) if one.known else ()
        case_id = self._open_case(session, one.file, known)
        case_files.add_file(session, source, one.suffix, self._by)
        if one.known and case_files.holds(session, case_id, source.sha256):
            return replace(one.row, result=ImportResult.DUPLICATE)
        case_files.add_case_file(session, case_id, source.sha256, source.path, self._by)
        for page in one.pages:
            texts.put_page(session, page, "")
        if one.copy is not None:
            texts.put_reading_copy(session, source.sha256, *one.copy)
        if holders:
            names = "、".join(f"“{name}”" for name in holders)
            message = f"已放入本卷。与案卷{names}中的文件内容相同，原件只存一份。"
            return replace(one.row, result=ImportResult.DUPLICATE, message=message)
        return one.row

    def _open_case(self, session: Session, file: PlannedFile, known: _Known) -> UUID:
        """Return the case of a file, made when it is the first, and take the file as come."""
        case_id = known.cases.get(file.case)
        if case_id is None:
            title = self._plan.titles[file.case]
            case_id = known.cases[file.case] = cases.add_case(session, title, CaseNames(), self._by)
            paths = self._paths[file.case]
            known.expected |= case_files.expect_files(
                session, case_id, paths, _INTERRUPTED, self._by
            )
        expected = known.expected.pop(file.source.path, None)
        if expected is not None:
            case_files.settle_file(session, expected)
        return case_id


def read_pages(
    file: SourceFile, tell: Callable[[], None]
) -> tuple[tuple[Page, ...], tuple[int, bytes] | None]:
    """Return the pages of a file, and the reading copy of a DOCX."""
    if file.kind is FileKind.DOCX:
        docx = intake.read_docx_apart(file)
        tell()
        return (docx.page,), (docx.sheets, docx.copy)
    pages = []
    for page in intake.read_text(file):
        tell()
        pages.append(page)
    return tuple(pages), None


def _row(file: PlannedFile) -> ImportRow:
    source = file.source
    return ImportRow(
        source.path,
        source.kind,
        file.kind_name,
        ImportResult.STORED,
        source.pages,
        source.size,
        file.message,
        sha256=source.sha256,
    )


def _failed(row: ImportRow, error: UserError) -> ImportRow:
    return replace(row, result=ImportResult.FAILED, message=str(error), remedy=error.remedy)


def _suffix(file: SourceFile) -> str:
    suffix = PurePosixPath(file.path).suffix.lower()
    return suffix if suffix[1:].isascii() and len(suffix) <= 8 else ""
