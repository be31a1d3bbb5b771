"""Word files and pictures, read apart from the program as PDF files are.

Their parsers are sturdy, and their files come from strangers all the same: what stops or ends one
of them is a row of the import report.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewer.errors import UnreadableFile
from reviewer.intake.docx_body import read_package
from reviewer.intake.docx_package import DocxPackage
from reviewer.intake.docx_page import page_of, read_docx
from reviewer.intake.images import open_image, upright_size
from reviewer.intake.probing import DAMAGED_OTHER
from reviewer.intake.reader import READERS, Lost, Order
from reviewer.intake.reading_copy import laid_out
from reviewer.model import Page, PageRef, SourceFile, TextSource

_PATIENCE = 4.0
"""A Word file is read and laid out in one go: the longest that is read took 20 s (measured)."""


@dataclass(frozen=True, slots=True)
class ReadDocx:
    """A Word file: its text, and its reading copy as it is kept."""

    page: Page
    sheets: int
    copy: bytes


@dataclass(frozen=True, slots=True)
class _Size:
    """Width and height of one page of a picture in pixels."""

    page: int
    width: float
    height: float


def read_docx_text(file: SourceFile) -> Page:
    """Return the text of a DOCX.

    Raises:
        UnreadableFile: it is damaged, or reading it does not come to an end.
    """
    [page] = _answers(Order(_docx_text, (file.location, file.sha256), _PATIENCE))
    assert isinstance(page, Page)
    return page


def read_docx_apart(file: SourceFile) -> ReadDocx:
    """Return text and reading copy of a DOCX.

    Raises:
        UnreadableFile: it is damaged, or reading it does not come to an end.
        UserError: this computer has no Chinese font.
    """
    [read] = _answers(Order(_docx, (file.location, file.sha256), _PATIENCE))
    assert isinstance(read, ReadDocx)
    return read


def read_picture_apart(file: SourceFile) -> Iterator[Page]:
    """Give the pages of a picture, which wait for text recognition.

    Raises:
        UnreadableFile: it is damaged, or reading it does not come to an end.
    """
    for size in _answers(Order(_sizes, (file.location, file.pages))):
        assert isinstance(size, _Size)
        yield Page(PageRef(file.sha256, size.page), size.width, size.height, (), TextSource.NONE)


def _answers(order: Order) -> Iterator[object]:
    try:
        yield from READERS.answers(order)
    except Lost as error:
        raise UnreadableFile("读取这个文件时中断或用时过长，未读取。", DAMAGED_OTHER) from error


def _docx_text(path: str, sha256: str) -> Iterator[Page]:
    yield read_docx(Path(path), sha256)


def _docx(path: str, sha256: str) -> Iterator[ReadDocx]:
    with DocxPackage(Path(path)) as package:
        body = read_package(package)
        copy = laid_out(package, body)
    yield ReadDocx(page_of(body, sha256), copy.sheets, copy.to_bytes())


def _sizes(path: str, pages: int) -> Iterator[_Size]:
    with open_image(Path(path)) as image:
        for number in range(1, pages + 1):
            if number > 1:
                image.seek(number - 1)
            yield _Size(number, *upright_size(image))
