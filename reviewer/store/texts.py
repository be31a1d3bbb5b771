"""The text of pages, and the reading copies of DOCX files.

Texts belong to the file, not to a case: a file in two cases is read once.  Functions take a
session and flush, never commit.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from reviewer.model import Box, Line, Page, PageRef, TextSource
from reviewer.store.records import PageHead
from reviewer.store.tables import PageTextRow, ReadingCopyRow
from reviewer.store.tables_base import compact


def put_page(session: Session, page: Page, engine: str, reason: str = "") -> None:
    """Keep the text of a page in place of what was there.

    A page without text and without `reason` still waits for text recognition.
    """
    lines = [_pack_line(line) for line in page.lines]
    content = compact([lines, page.folio, page.turned, page.source.value, reason])
    values = {
        "source": page.source.value,
        "engine": engine,
        "width": page.width,
        "height": page.height,
        "turned": page.turned,
        "folio": page.folio,
        "confidence": page.confidence,
        "done": page.source.is_whole or bool(reason),
        "reason": reason,
        "token": hashlib.sha256(content.encode()).hexdigest()[:16],
        "lines": lines,
    }
    session.merge(PageTextRow(sha256=page.ref.file, page=page.ref.page, **values))
    session.flush()


def page(session: Session, ref: PageRef) -> Page | None:
    """Return the page as it was read; None when it is not known yet."""
    row = session.get(PageTextRow, (ref.file, ref.page))
    return None if row is None else _page(row)


def pages_of(session: Session, sha256: str) -> dict[int, Page]:
    """Return the known pages of a file by number."""
    rows = session.scalars(
        select(PageTextRow).where(PageTextRow.sha256 == sha256).order_by(PageTextRow.page)
    )
    return {row.page: _page(row) for row in rows}


def heads_of(session: Session, hashes: Iterable[str]) -> dict[PageRef, PageHead]:
    """Return what is known of each page of the files, without unpacking any text."""
    rows = session.execute(
        select(
            PageTextRow.sha256,
            PageTextRow.page,
            PageTextRow.width,
            PageTextRow.height,
            PageTextRow.source,
            PageTextRow.folio,
            PageTextRow.confidence,
            PageTextRow.done,
            PageTextRow.reason,
            PageTextRow.token,
        ).where(PageTextRow.sha256.in_(set(hashes)))
    )
    heads = (
        PageHead(PageRef(sha256, page), width, height, TextSource(source), *rest)
        for sha256, page, width, height, source, *rest in rows
    )
    return {head.ref: head for head in heads}


def put_reading_copy(session: Session, sha256: str, sheets: int, body: bytes) -> None:
    """Keep the reading copy of a DOCX."""
    session.merge(ReadingCopyRow(sha256=sha256, sheets=sheets, body=body))
    session.flush()


def reading_copy(session: Session, sha256: str) -> bytes | None:
    """Return the reading copy of a DOCX; None when there is none."""
    return session.scalar(select(ReadingCopyRow.body).where(ReadingCopyRow.sha256 == sha256))


def _page(row: PageTextRow) -> Page:
    return Page(
        ref=PageRef(row.sha256, row.page),
        width=row.width,
        height=row.height,
        lines=tuple(_unpack_line(raw) for raw in row.lines),
        source=TextSource(row.source),
        turned=row.turned,
        folio=row.folio,
    )


def _pack_line(line: Line) -> list[Any]:
    # Certainties are 0–100, so each is one character; a list of numbers took three times that.
    return [
        line.text,
        None if line.box is None else line.box.rounded(),
        round(line.confidence, 4),
        line.certainty.decode("latin-1"),
        line.block,
        line.start,
        line.cell,
        *([True] if line.heading else []),
    ]


def _unpack_line(raw: Sequence[Any]) -> Line:
    text, box, confidence, certainty, block, start, cell, *heading = raw
    return Line(
        text=text,
        box=None if box is None else Box(*box),
        confidence=confidence,
        certainty=certainty.encode("latin-1"),
        block=block,
        start=start,
        cell=None if cell is None else (cell[0], cell[1]),
        heading=bool(heading),
    )
