"""Intake: files → pages.

Finds the delivered files, reads their text layers, recognises the text of scans, and draws pages
for the window.  Import from this package, not from its modules.
"""

from reviewer.intake.apart import read_docx_apart
from reviewer.intake.copy_drawing import render_sheet
from reviewer.intake.folio import read_folio
from reviewer.intake.gather import Delivery, gather
from reviewer.intake.hashing import hash_file
from reviewer.intake.intaking import Key
from reviewer.intake.names import natural_key
from reviewer.intake.ocr import OcrEngine
from reviewer.intake.photos import Photo
from reviewer.intake.reading_copy import ReadingCopy, reading_copy, sheet_chars
from reviewer.intake.renderer import Renderer
from reviewer.intake.rendering import CharPlace, PageBitmap, page_chars, render_page
from reviewer.intake.text import read_text

__all__ = [
    "CharPlace",
    "Delivery",
    "Key",
    "OcrEngine",
    "PageBitmap",
    "Photo",
    "ReadingCopy",
    "Renderer",
    "gather",
    "hash_file",
    "natural_key",
    "page_chars",
    "read_docx_apart",
    "read_folio",
    "read_text",
    "reading_copy",
    "render_page",
    "render_sheet",
    "sheet_chars",
]
