"""Values for tests of the store: the smallest that a record needs."""

from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from reviewer.model import (
    Box,
    Choice,
    FileKind,
    Line,
    Mark,
    Occurrence,
    Page,
    PageRef,
    Place,
    Round,
    SourceFile,
    Standard,
    TextSource,
)
from reviewer.store import Author, Store, case_files, cases, desktops, reviews, standards
from reviewer.store.records import CaseNames

SHA = "a" * 64
OTHER_SHA = "b" * 64


def make_store(folder: Path) -> Store:
    """Open a store in which 王工 sits."""
    store = Store(folder)
    with store.session() as session:
        desktops.seat(session, "王工", "固原市综合执法支队")
    return store


def make_file(sha256: str = SHA, path: str = "案卷.pdf", pages: int = 3) -> SourceFile:
    return SourceFile(sha256, path, FileKind.PDF, 1000, pages)


def make_page(sha256: str = SHA, page: int = 1, text: str = "行政处罚决定书") -> Page:
    line = Line(text, Box(0.1, 0.1, 0.5, 0.12), 0.9, bytes([90] * len(text)))
    return Page(PageRef(sha256, page), 595.0, 842.0, (line,), TextSource.OCR, 90, "12")


def make_place(page: int = 1, quote: str = "2024年4月10日") -> Place:
    return Place(SHA, page, quote, Box(0.5, 0.7, 0.7, 0.72), folio="12")


def make_occurrence(points: str = "0.5", clause: str = "A1.1") -> Occurrence:
    return Occurrence(uuid4(), clause, 1, Decimal(points), "名称不规范", (make_place(),))


def make_mark(item: str = "A1", *occurrences: Occurrence) -> Mark:
    return Mark(item, Choice.FAILS, occurrences=occurrences or (make_occurrence(),))


def make_standard(content_hash: str = "c" * 64) -> Standard:
    return Standard(
        id="general",
        version="2026.1",
        name="普通程序",
        subject="case",
        procedures=("general",),
        source="评查标准",
        groups=(),
        items=(),
        vetoes=(),
        bands=(),
        bonuses=(),
        bonus_limit=Decimal(5),
        absence_reasons=(),
        exclusive=(),
        content_hash=content_hash,
    )


def add_case(session: Session, name: str = "案卷一", files: int = 1) -> UUID:
    by = desktops.author(session)
    case_id = cases.add_case(session, name, CaseNames(), by)
    for number in range(files):
        file = make_file(SHA if not number else f"{number:064x}", f"{number}.pdf")
        case_files.add_file(session, file, ".pdf", by)
        case_files.add_case_file(session, case_id, file.sha256, file.path, by)
    return case_id


def add_review(session: Session, round_: Round = Round.FIRST) -> tuple[UUID, Author]:
    """Make a case with a review of it; return the review and who made it."""
    by = desktops.author(session)
    standard = make_standard()
    standards.freeze(session, standard, by)
    case_id = add_case(session)
    return reviews.add_review(session, case_id, standard.content_hash, round_, by), by
