"""The parts of an official document in Word that only GB/T 9704-2012 asks for: red head, 版记.

小标宋 is rarely installed; 宋体 in bold stands in for it, as in the title.
"""

from collections.abc import Callable
from math import ceil
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor, Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from reviewer.reports.blocks import Imprint, RedHead, text_width

Fonter = Callable[..., None]
_RED = RGBColor(0xFF, 0x00, 0x00)
_LINE = Pt(28.95)
TEXT_WIDTH = 442.0
"""Width of the text in points: 156 mm."""
LARGEST, SMALLEST = 46.0, 22.0
"""Type sizes of the red head in points."""


def head_size(issuer: str) -> float:
    """Return the type size at which the red head fits on one line, if any readable one does."""
    return max(SMALLEST, min(LARGEST, TEXT_WIDTH * 0.98 / max(1.0, text_width(issuer))))


def add_red_head(document: WordDocument, block: RedHead, set_font: Fonter) -> None:
    """Append issuer, number and red line; the title follows two lines below."""
    issuer = document.add_paragraph()
    issuer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    issuer.paragraph_format.space_before = Mm(35)
    issuer.paragraph_format.space_after = Pt(0)
    run = issuer.add_run(block.issuer)
    set_font(run, "宋体", head_size(block.issuer), bold=True)
    run.font.color.rgb = _RED
    _line(document, "", set_font)
    _line(document, "", set_font)
    _red_line(_line(document, block.number, set_font))
    _line(document, "", set_font)
    _line(document, "", set_font)


def _line(document: WordDocument, text: str, set_font: Fonter) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    style = paragraph.paragraph_format
    style.space_before = style.space_after = Pt(0)
    style.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.line_spacing = _LINE
    set_font(paragraph.add_run(text), "仿宋", 16)
    return paragraph


def _red_line(paragraph: Paragraph) -> None:
    """Draw the line 4 mm below the number, as wide as the text."""
    bottom = '<w:bottom w:val="single" w:sz="18" w:space="8" w:color="FF0000"/>'
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{bottom}</w:pBdr>")
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 — borders have no public way
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


_WIDTHS = (5400, 3440)
"""Twips of the two columns of 版记; together the width of the text."""
_ROW = 480
"""Twips of one line of 版记: the table has a known height and can stand at the foot."""
_FOOT = 14854
"""Twips from the top of the sheet to the foot of the text (262 mm)."""


def add_imprint(document: WordDocument, block: Imprint, set_font: Fonter) -> None:
    """Append 版记 at the foot of the page: thick lines around it, a thin one inside.

    LibreOffice leaves a table as wide as the text where it is, below the last line.
    """
    lines = [("抄送：" + block.copies.rstrip("。") + "。", "")] if block.copies else []
    lines.append((block.issuer, f"{block.issued}印发"))
    # 29.5 characters of 4 号 on the first line, 26.5 on those that hang under the first body.
    heights = [1 + max(0, ceil((text_width(text) - 29) / 26)) for text, _ in lines]
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Twips(width)
    properties = table._tbl.tblPr  # noqa: SLF001 — places of tables have no public way
    # The schema wants it before all else.
    properties.insert(0, parse_xml(_place(_FOOT - _ROW * sum(heights))))
    for number, pair in enumerate(lines):
        row = _row(pair, heights[number], first=number == 0, last=number == len(lines) - 1)
        table._tbl.append(row)  # noqa: SLF001
        for at, cell in enumerate(row.findall(qn("w:tc"))):
            _fill(_Cell(cell, table).paragraphs[0], pair[at], set_font, right=at == 1)
    # A table that stands free needs a paragraph to hang on.
    anchor = document.add_paragraph().paragraph_format
    anchor.space_after, anchor.line_spacing = Pt(0), Pt(1)


def _place(top: int) -> str:
    return (
        f'<w:tblpPr {nsdecls("w")} w:leftFromText="0" w:rightFromText="0" '
        f'w:vertAnchor="page" w:horzAnchor="margin" w:tblpX="0" w:tblpY="{top}"/>'
    )


def _fill(paragraph: Paragraph, text: str, set_font: Fonter, *, right: bool) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.LEFT
    style = paragraph.paragraph_format
    style.space_before = style.space_after = Pt(0)
    style.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.line_spacing = Twips(_ROW)
    # One character free on both sides.  Copies that need a second line go on under the first body.
    hang = 56 if text.startswith("抄送") else 14
    style.right_indent = Pt(14)
    style.left_indent = Pt(0 if right else hang)
    style.first_line_indent = Pt(0 if right else 14 - hang)
    set_font(paragraph.add_run(text), "仿宋", 14)


def _row(pair: tuple[str, str], lines: int, *, first: bool, last: bool) -> Any:
    """Return one row; thick lines are 0.35 mm (8/8 pt), the thin one 0.25 mm (6/8 pt)."""
    top = f'<w:top w:val="single" w:sz="{8 if first else 6}" w:color="000000"/>'
    bottom = f'<w:bottom w:val="single" w:sz="{8 if last else 6}" w:color="000000"/>'
    margins = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
    cells = ""
    parts = [(sum(_WIDTHS), 2)] if not pair[1] else [(width, 1) for width in _WIDTHS]
    for width, span in parts:
        spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        cells += (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}'
            f"<w:tcBorders>{top}{bottom}</w:tcBorders>{margins}</w:tcPr><w:p/></w:tc>"
        )
    height = f'<w:trHeight w:val="{_ROW * lines}" w:hRule="exact"/>'
    return parse_xml(
        f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>",
    )
