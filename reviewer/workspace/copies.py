"""Reading copies (阅读版) of DOCX files: unpacked once, drawn on demand.

Made at import; one that is missing is made from the original again.
"""

from collections import OrderedDict
from threading import Lock
from uuid import UUID

from reviewer import intake
from reviewer.model import BlockLayout, CaseFile, FileKind, PageRef
from reviewer.store import Store, cases, texts
from reviewer.workspace.readings import page_numbers
from reviewer.workspace.sources import source_of

_IN_MEMORY = 16


class Copies:
    """Gives the reading copy of a file of a case."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: "OrderedDict[str, intake.ReadingCopy]" = OrderedDict()
        self._lock = Lock()

    def of(self, file: CaseFile) -> "intake.ReadingCopy":
        """Return the reading copy of a DOCX."""
        with self._lock:
            kept = self._kept.get(file.sha256)
            if kept is not None:
                self._kept.move_to_end(file.sha256)
                return kept
        copy = self._load(file)
        with self._lock:
            self._kept[file.sha256] = copy
            while len(self._kept) > _IN_MEMORY:
                self._kept.popitem(last=False)
        return copy

    def on_sheet(self, file: CaseFile, sheet: int) -> tuple[BlockLayout, ...]:
        """Return the stretches of text on one sheet, in reading order."""
        return tuple(stretch for stretch in self.of(file).layout if stretch.sheet == sheet)

    def blocks_on(self, file: CaseFile, sheet: int) -> frozenset[int]:
        """Return the body blocks that stand, wholly or partly, on one sheet."""
        return frozenset(stretch.block for stretch in self.on_sheet(file, sheet))

    def all_sheets(self, case_id: UUID) -> tuple[tuple[PageRef, int], ...]:
        """Return every page of a case, and every sheet of a reading copy, in order."""
        with self._store.snapshot() as session:
            files = cases.case(session, case_id).files
        found: list[tuple[PageRef, int]] = []
        for file in files:
            if file.kind is FileKind.DOCX:
                ref = PageRef(file.sha256, 1)
                found += [(ref, sheet) for sheet in range(1, self.of(file).sheets + 1)]
            else:
                found += [(PageRef(file.sha256, n), n) for n in page_numbers(file)]
        return tuple(found)

    def _load(self, file: CaseFile) -> "intake.ReadingCopy":
        with self._store.snapshot() as session:
            body = texts.reading_copy(session, file.sha256)
            source = source_of(self._store, session, file)
        if body is not None:
            return intake.ReadingCopy.from_bytes(body)
        copy = intake.reading_copy(source)
        with self._store.session() as session:
            texts.put_reading_copy(session, file.sha256, copy.sheets, copy.to_bytes())
        return copy
