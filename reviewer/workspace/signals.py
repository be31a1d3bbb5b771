"""Signals across all cases of the data folder (跨卷线索).

Each case leaves a small digest that is made once for each of its readings; comparing opens no
case.  Signals are hints for a person, never deductions.
"""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from reviewer.checking.across import RULES_ACROSS, Named, look_across, make_digest
from reviewer.errors import UnreadableFile
from reviewer.model import CaseDigest, Document, Page, PageRef, PictureSketch, Place
from reviewer.progress import Progress
from reviewer.reports.signals_excel import write_signals
from reviewer.store import Store, cases, digests
from reviewer.store.records import KeptRun
from reviewer.workspace.cases import Cases
from reviewer.workspace.pages import Pages
from reviewer.workspace.readings import Readings, case_pages
from reviewer.workspace.views import SignalsView

_PHOTO_TYPES = ("DT60",)
_FEW = 200
"""A page of unknown type with fewer characters may hold a photo."""


class Signals:
    """Looks across the cases."""

    def __init__(self, store: Store, readings: Readings, listed: Cases, pages: Pages) -> None:
        self._store = store
        self._readings = readings
        self._listed = listed
        self._pages = pages

    def look(self, progress: Progress) -> SignalsView:
        """Return the signals of all cases, making the digests that are missing.

        Raises:
            Cancelled: the user stopped it; digests made until then stay.
        """
        rows = self._listed.rows()
        made = []
        for done, row in enumerate(rows):
            progress.report(done, len(rows), "正在提取案卷要点")
            made.append(self._digest(Named(row.id, row.title, row.unit)))
        progress.report(len(rows), len(rows), "正在比对")
        found = look_across(made, RULES_ACROSS)
        unread = tuple(row.id for row in rows if row.pages_read < row.pages)
        return SignalsView(found, {row.id: row.title for row in rows}, unread)

    def export(self, view: SignalsView, path: Path) -> None:
        """Write what was found as a workbook, one sheet for each rule."""
        write_signals(view.groups, view.titles, view.unread, path)

    def _digest(self, named: Named) -> CaseDigest:
        run = self._readings.of_case(named.case)
        with self._store.snapshot() as session:
            known = digests.digest_of(session, named.case, run.key)
            if known is not None and (known.label, known.unit) == (named.label, named.unit):
                return known
            pages = case_pages(session, cases.case(session, named.case))
        by_ref = {page.ref: page for page in pages}
        pictures = self._pictures(named.case, run, by_ref)
        made = make_digest(named, run.reading, _texts(by_ref), pictures)
        with self._store.session() as session:
            digests.put_digest(session, run.key, made)
        return made

    def _pictures(
        self, case_id: UUID, run: KeptRun, pages: dict[PageRef, Page]
    ) -> list[PictureSketch]:
        reading = run.reading
        wanted = [ref for one in reading.of_type(*_PHOTO_TYPES) for ref in one.pages]
        wanted += [
            ref for ref in reading.unclassified if ref in pages and len(pages[ref].text) < _FEW
        ]
        found = []
        for ref in dict.fromkeys(wanted):
            try:
                photos = self._pages.photos(case_id, ref)
            except UnreadableFile:
                # Its absence is told elsewhere; here there is nothing to compare.
                continue
            found += [
                PictureSketch(photo.bits, Place(ref.file, ref.page, "", photo.box))
                for photo in photos
            ]
        return found


def _texts(pages: dict[PageRef, Page]) -> Callable[[Document], str]:
    def text_of(document: Document) -> str:
        lines = (line for ref in document.pages if ref in pages for line in pages[ref].lines)
        if document.blocks is None:
            return "\n".join(line.text for line in lines)
        first, last = document.blocks
        return "\n".join(
            line.text for line in lines if line.block is not None and first <= line.block <= last
        )

    return text_of
