"""The pages of a file with the text that stands in the file itself.

A page without usable text comes with source NONE and goes to text recognition.
"""

from collections.abc import Iterator

from reviewer.intake.apart import read_docx_text, read_picture_apart
from reviewer.intake.pdf_reader import read_pdf
from reviewer.model import FileKind, Page, SourceFile


def read_text(file: SourceFile) -> Iterator[Page]:
    """Give every page of the file in order, with its text layer where that is usable.

    A damaged page of a PDF comes without lines; recognition will list it as a failure.

    Raises:
        UnreadableFile: the file is gone or damaged since it was gathered.
    """
    match file.kind:
        case FileKind.PDF:
            yield from read_pdf(file)
        case FileKind.DOCX:
            yield read_docx_text(file)
        case FileKind.IMAGE | FileKind.TIFF:
            yield from read_picture_apart(file)
        case _:
            return
