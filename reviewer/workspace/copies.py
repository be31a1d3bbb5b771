"""Reading copies (阅读版) of DOCX files: unpacked once, drawn on demand.

Made at import; one that is missing, or of an older form, is made from the original again.
"""

import logging
from collections import OrderedDict
from threading import Lock
from uuid import UUID

from reviewer.intake import ReadingCopy, reading_copy
from reviewer.model import CaseFile, FileKind, PageRef
from reviewer.store import Store, cases, texts
from reviewer.workspace.readings import page_numbers
from reviewer.workspace.sheet_text import SheetText
from reviewer.workspace.sources import source_of

log = logging.getLogger(__name__)

_IN_MEMORY = 16


class Copies:
    """Gives the reading copy of a file of a case."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[str, SheetText] = OrderedDict()
        self._lock = Lock()

    def of(self, file: CaseFile) -> SheetText:
        """Return the reading copy of a DOCX with its text."""
        with self._lock:
            kept = self._kept.get(file.sha256)
            if kept is not None:
                self._kept.move_to_end(file.sha256)
                return kept
        text = SheetText(self._load(file))
        with self._lock:
            self._kept[file.sha256] = text
            while len(self._kept) > _IN_MEMORY:
                self._kept.popitem(last=False)
        return text

    def all_sheets(self, case_id: UUID) -> tuple[tuple[PageRef, int], ...]:
        """Return every page of a case, and every sheet of a reading copy, in order."""
        with self._store.snapshot() as session:
            files = cases.case(session, case_id).files
        found: list[tuple[PageRef, int]] = []
        for file in files:
            if file.kind is FileKind.DOCX:
                ref = PageRef(file.sha256, 1)
                found += [(ref, sheet) for sheet in range(1, self.of(file).copy.sheets + 1)]
            else:
                found += [(PageRef(file.sha256, n), n) for n in page_numbers(file)]
        return tuple(found)

    def _load(self, file: CaseFile) -> ReadingCopy:
        with self._store.snapshot() as session:
            body = texts.reading_copy(session, file.sha256)
        if body is not None:
            try:
                return ReadingCopy.from_bytes(body)
            except ValueError:
                log.info("a reading copy of another version is made again")
        with self._store.snapshot() as session:
            source = source_of(self._store, session, file)
        copy = reading_copy(source)
        with self._store.session() as session:
            texts.put_reading_copy(session, file.sha256, copy.sheets, copy.to_bytes())
        return copy
