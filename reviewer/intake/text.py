"""The pages of a file with the text that stands in the file itself.

A page without usable text comes with source NONE and goes to text recognition.
"""

import logging
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from reviewer.errors import UnreadableFile
from reviewer.intake.docx_page import read_docx
from reviewer.intake.folio import read_folio
from reviewer.intake.geometry import turn_size
from reviewer.intake.images import open_image, upright_size
from reviewer.intake.pdf import PDFIUM, open_pdf, pdf_page
from reviewer.intake.quality import is_garbage, is_slight
from reviewer.intake.textlayer import TextLayer
from reviewer.model import FileKind, Page, PageRef, SourceFile, TextSource

log = logging.getLogger(__name__)

_MOST_OBJECTS = 200
"""A page of more drawn objects is not one picture."""
_REOPENED = 50
"""Pages after which a document is opened anew: pdfium keeps the streams of every page it has seen,
370 MB after the 500 pages of a 387 MB scan (measured)."""
_COVERED = 0.5
"""A picture over this share of the page is the page."""


def read_text(file: SourceFile) -> Iterator[Page]:
    """Give every page of the file in order, with its text layer where that is usable.

    A damaged page of a PDF comes without lines; recognition will list it as a failure.

    Raises:
        UnreadableFile: the file is gone or damaged since it was gathered.
    """
    path = Path(file.location)
    match file.kind:
        case FileKind.PDF:
            yield from _pdf_pages(path, file)
        case FileKind.DOCX:
            yield read_docx(path, file.sha256)
        case FileKind.IMAGE | FileKind.TIFF:
            yield from _image_pages(path, file)
        case _:
            return


def _pdf_pages(path: Path, file: SourceFile) -> Iterator[Page]:
    for first in range(1, file.pages + 1, _REOPENED):
        yield from _pdf_stretch(path, file, range(first, min(first + _REOPENED, file.pages + 1)))


def _pdf_stretch(path: Path, file: SourceFile, numbers: range) -> Iterator[Page]:
    # The lock is given back between pages: the window may want pdfium meanwhile.
    with PDFIUM:
        document = open_pdf(path)
    try:
        for number in numbers:
            with PDFIUM:
                page = _pdf_page(document, PageRef(file.sha256, number))
            yield page
    finally:
        with PDFIUM:
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


def _image_pages(path: Path, file: SourceFile) -> Iterator[Page]:
    with open_image(path) as image:
        for number in range(1, file.pages + 1):
            if number > 1:
                image.seek(number - 1)
            width, height = upright_size(image)
            ref = PageRef(file.sha256, number)
            yield Page(ref, width, height, (), TextSource.NONE)
