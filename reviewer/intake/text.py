"""The pages of a file with the text that stands in the file itself.

A page without usable text comes with source NONE and goes to text recognition.
"""

from collections.abc import Iterator
from pathlib import Path

from reviewer.intake.docx_page import read_docx
from reviewer.intake.images import open_image, upright_size
from reviewer.intake.pdf_reader import read_pdf
from reviewer.model import FileKind, Page, PageRef, SourceFile, TextSource


def read_text(file: SourceFile) -> Iterator[Page]:
    """Give every page of the file in order, with its text layer where that is usable.

    A damaged page of a PDF comes without lines; recognition will list it as a failure.

    Raises:
        UnreadableFile: the file is gone or damaged since it was gathered.
    """
    path = Path(file.location)
    match file.kind:
        case FileKind.PDF:
            yield from read_pdf(file)
        case FileKind.DOCX:
            yield read_docx(path, file.sha256)
        case FileKind.IMAGE | FileKind.TIFF:
            yield from _image_pages(path, file)
        case _:
            return


def _image_pages(path: Path, file: SourceFile) -> Iterator[Page]:
    with open_image(path) as image:
        for number in range(1, file.pages + 1):
            if number > 1:
                image.seek(number - 1)
            width, height = upright_size(image)
            ref = PageRef(file.sha256, number)
            yield Page(ref, width, height, (), TextSource.NONE)
