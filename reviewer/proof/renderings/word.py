"""DOCX files of made-up documents, as a clerk makes them in Word or WPS.

East Asian fonts are set on every run: without `w:eastAsia` Word falls back to a Japanese face.
Times inside the package are fixed, so that the same document gives the same bytes.
"""

import io
import struct
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from reviewer.proof.documents.parts import (
    HAND_OFF,
    HAND_ON,
    Block,
    Card,
    Cell,
    Look,
    MadeDocument,
    Paragraph,
    Picture,
    Signature,
    Table,
)
from reviewer.proof.renderings.pdf import SUBJECT
from reviewer.proof.renderings.pictures import draw_scene

_FIXED = datetime(2024, 1, 1)  # noqa: DTZ001 - a time inside the package, of no zone
_FIXED_ZIP = (0, (2024 - 1980) << 9 | 1 << 5 | 1)
"""Midnight and 2024-01-01 as ZIP writes them."""
_LOCAL_TIME = 10
_SYSTEM, _TIME, _LENGTHS, _HEAD = 5, 12, 28, 46
"""Offsets in the head of an entry (APPNOTE 4.3.7), and in that of the directory (4.3.12)."""
_LOOKS = {
    Look.UNIT: ("宋体", 18.0, "centre"),
    Look.TITLE: ("黑体", 20.0, "centre"),
    Look.NUMBER: ("宋体", 11.5, "right"),
    Look.LARGE: ("宋体", 26.0, "centre"),
    Look.HEAD: ("黑体", 14.0, "left"),
    Look.BODY: ("仿宋", 14.0, "left"),
    Look.PLAIN: ("仿宋", 14.0, "left"),
    Look.RIGHT: ("仿宋", 14.0, "right"),
    Look.NOTE: ("宋体", 10.5, "left"),
}
_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_MEASURE_MM = 158.0


def write_word(made: MadeDocument, path: Path) -> None:
    """Write one document as a DOCX file."""
    word = _blank(made.title)
    for block in made.blocks:
        _add(word, block)
    if made.foot:
        foot = word.sections[0].footer.paragraphs[0]
        _fill(foot, made.foot, "宋体", 10.5)
    stream = io.BytesIO()
    word.save(stream)
    path.write_bytes(_timeless(stream.getvalue()))


def _blank(title: str) -> Any:
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(28), Mm(25)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    normal.paragraph_format.space_after = Pt(0)
    core = word.core_properties
    core.title, core.author, core.comments = title, "", SUBJECT
    core.created = core.modified = _FIXED
    core.last_modified_by = ""
    return word


def _add(word: Any, block: Block) -> None:
    if isinstance(block, Paragraph):
        _paragraph(word, block)
    elif isinstance(block, Table):
        _table(word, block)
    elif isinstance(block, Signature):
        _signature(word, block)
    elif isinstance(block, Card):
        _card(word, block)
    else:
        _picture(word, block)


def _paragraph(word: Any, block: Paragraph) -> None:
    font, size, align = _LOOKS[block.look]
    paragraph = word.add_paragraph()
    paragraph.alignment = _ALIGN[align]
    if block.look in (Look.BODY, Look.HEAD):
        paragraph.paragraph_format.first_line_indent = Pt(2 * size)
    paragraph.paragraph_format.line_spacing = Pt(size * 1.75)
    if block.look is Look.LARGE:
        paragraph.paragraph_format.space_before = Pt(90)
    if block.look in (Look.TITLE, Look.NOTE):
        paragraph.paragraph_format.space_after = Pt(6)
    _fill(paragraph, block.text, font, size)


def _table(word: Any, block: Table) -> None:
    table = word.add_table(rows=0, cols=len(block.widths))
    table.style = "Table Grid"
    table.autofit = False
    for column, share in zip(table.columns, block.widths, strict=True):
        column.width = Mm(_MEASURE_MM * share)
    for order, row in enumerate(block.rows):
        cells = table.add_row().cells
        column = 0
        for cell in row:
            target = cells[column]
            if cell.columns > 1:
                target = target.merge(cells[column + cell.columns - 1])
            target.width = Mm(_MEASURE_MM * sum(block.widths[column : column + cell.columns]))
            # Lists have more columns than forms and are set smaller.
            _cell(target, cell, 10.5 if len(block.widths) > 4 else 12)
            column += cell.columns
        if order < block.heads:
            repeat = OxmlElement("w:tblHeader")
            table.rows[order]._tr.get_or_add_trPr().append(repeat)  # noqa: SLF001 - no public way
    word.add_paragraph().paragraph_format.line_spacing = Pt(8)


def _cell(target: Any, cell: Cell, size: float) -> None:
    target.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    hand = False
    for order, line in enumerate(cell.text.split("\n")):
        paragraph = target.paragraphs[0] if order == 0 else target.add_paragraph()
        paragraph.paragraph_format.line_spacing = Pt(19)
        if cell.label:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        hand = _fill(paragraph, line, "宋体", size, hand)


def _signature(word: Any, block: Signature) -> None:
    word.add_paragraph()
    for text in (f"{block.body}（印章）", block.day):
        paragraph = word.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Pt(28)
        _fill(paragraph, text, "仿宋", 14)


def _card(word: Any, block: Card) -> None:
    table = word.add_table(rows=1, cols=1)
    table.style = "Table Grid"
    cell = table.rows[0].cells[0]
    first = cell.paragraphs[0]
    first.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _fill(first, block.heading, "黑体", 14)
    for text in block.lines:
        line = cell.add_paragraph()
        line.paragraph_format.line_spacing = Pt(22)
        _fill(line, text, "宋体", 12)
    if block.portrait:
        _inline(cell.add_paragraph(), "portrait", "", 0, 22)
    word.add_paragraph().paragraph_format.line_spacing = Pt(10)


def _picture(word: Any, block: Picture) -> None:
    paragraph = word.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _inline(paragraph, block.scene, block.stamp, block.seed, 130)


def _inline(paragraph: Any, scene: str, stamp: str, seed: int, width_mm: int) -> None:
    stream = io.BytesIO()
    draw_scene(scene, stamp, seed).save(stream, "JPEG", quality=82)
    stream.seek(0)
    paragraph.add_run().add_picture(stream, width=Mm(width_mm))


def _fill(paragraph: Any, text: str, font: str, size: float, hand: bool = False) -> bool:
    """Add `text` to `paragraph`; return whether handwriting goes on after it."""
    piece = ""
    for char in (*text, ""):
        if char and char not in (HAND_ON, HAND_OFF):
            piece += char
            continue
        if piece:
            run = paragraph.add_run(piece)
            _font(run, "楷体" if hand else font, size)
            if hand:
                run.font.color.rgb = RGBColor(0x1A, 0x20, 0x60)
            piece = ""
        if char:
            hand = char == HAND_ON
    return hand


def _font(run: Any, font: str, size: float) -> None:
    run.font.name, run.font.size = "Times New Roman", Pt(size)
    run.element.rPr.rFonts.set(qn("w:eastAsia"), font)


def _timeless(package: bytes) -> bytes:
    """Return `package` with a fixed time, and no system, in the heads of its entries.

    In place, because to write the entries anew would compress all of them a second time.
    """
    made = bytearray(package)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        at, entries = archive.start_dir, archive.infolist()
    for entry in entries:
        struct.pack_into("<HH", made, entry.header_offset + _LOCAL_TIME, *_FIXED_ZIP)
        made[at + _SYSTEM] = 0
        struct.pack_into("<HH", made, at + _TIME, *_FIXED_ZIP)
        at += _HEAD + sum(struct.unpack_from("<HHH", made, at + _LENGTHS))
    return bytes(made)
