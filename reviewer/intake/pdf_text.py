"""The text layers of a PDF, page by page, and what a first look at it tells.

Runs in a reader process (`pdf_reader`), never in the program itself: a hostile or broken file
can keep pdfium busy for ever, make it take a gigabyte, or end the process.
"""

import logging
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from reviewer.errors import UnreadableFile
from reviewer.intake.folio import read_folio
from reviewer.intake.geometry import turn_size
from reviewer.intake.pdf import PDFIUM, open_pdf, pdf_page
from reviewer.intake.quality import is_garbage, is_slight
from reviewer.intake.textlayer import TextLayer
from reviewer.model import Page, PageRef, TextSource

log = logging.getLogger(__name__)

_MOST_OBJECTS = 200
"""A page of more drawn objects is not one picture."""
_REOPENED = 50
"""Pages after which a document is opened anew: pdfium keeps the streams of every page it has seen,
370 MB after the 500 pages of a 387 MB scan (measured)."""
_COVERED = 0.5
"""A picture over this share of the page is the page."""
_LOOKED_AT = 3
"""Pages that are looked at to tell a text PDF from a scan."""


def look_into(path: Path) -> tuple[int, bool]:
    """Return the number of pages, and whether the first ones have text.

    Raises:
        UnreadableFile: it is encrypted, damaged, or cannot be opened.
    """
    with PDFIUM:
        document = open_pdf(path)
        try:
            return len(document), _has_text(document)
        finally:
            document.close()


def save_unlocked(path: Path, password: str, target: Path) -> None:
    """Write a copy of an encrypted PDF that opens without its password.

    Raises:
        LockedFile: it is not the password.
        UnreadableFile: the file is damaged, or cannot be opened.
    """
    with PDFIUM:
        document = open_pdf(path, password=password)
        try:
            document.save(target, flags=pdfium.FPDF_REMOVE_SECURITY)
        finally:
            document.close()


def pdf_pages(path: Path, sha256: str, numbers: range) -> Iterator[Page]:
    """Give the pages of these numbers; a damaged one comes without lines.

    Raises:
        UnreadableFile: the file cannot be opened.
    """
    for at in range(0, len(numbers), _REOPENED):
        yield from _pdf_stretch(path, sha256, numbers[at : at + _REOPENED])


def _pdf_stretch(path: Path, sha256: str, numbers: range) -> Iterator[Page]:
    with PDFIUM:
        document = open_pdf(path)
        try:
            for number in numbers:
                yield _pdf_page(document, PageRef(sha256, number))
        finally:
            document.close()


def _pdf_page(document: pypdfium2.PdfDocument, ref: PageRef) -> Page:
    try:
        with pdf_page(document, ref.page) as page:
            return _with_text(page, ref)
    except (UnreadableFile, pypdfium2.PdfiumError):
        log.warning("page %d of %s cannot be opened", ref.page, ref.file[:12])
        return Page(ref, 0.0, 0.0, (), TextSource.NONE)


def _with_text(page: pypdfium2.PdfPage, ref: PageRef) -> Page:
    width, height = page.get_size()
    layer = TextLayer(page)
    try:
        if not layer.text.strip():
            source = TextSource.TEXT_LAYER if _is_empty(page) else TextSource.NONE
            return Page(ref, width, height, (), source)
        lines, turned = layer.lines()
        text = layer.text
    finally:
        layer.close()
    if is_garbage(text) or (is_slight([line.text for line in lines]) and _is_picture(page)):
        return Page(ref, width, height, (), TextSource.NONE)
    width, height = turn_size(width, height, turned)
    return Page(
        ref, width, height, lines, TextSource.TEXT_LAYER, turned=turned, folio=read_folio(lines)
    )


def _is_empty(page: pypdfium2.PdfPage) -> bool:
    """Return whether nothing is drawn on the page, neither content nor a filled form field."""
    return not pdfium.FPDFPage_CountObjects(page.raw) and not pdfium.FPDFPage_GetAnnotCount(
        page.raw
    )


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    """Return whether pictures cover most of the page."""
    if pdfium.FPDFPage_CountObjects(page.raw) > _MOST_OBJECTS:
        return False
    width, height = page.get_size()
    covered = 0.0
    for picture in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return bool(covered > _COVERED * width * height)


def _has_text(document: pypdfium2.PdfDocument) -> bool:
    for number in range(min(len(document), _LOOKED_AT)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue
        text = page.get_textpage()
        try:
            if pdfium.FPDFText_CountChars(text.raw) > 50:
                return True
        finally:
            text.close()
            page.close()
    return False
