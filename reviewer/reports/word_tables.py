"""Tables of a report in Word.

Rows are built cell by cell in document order: python-docx's `table.cell()` looks up the whole grid
on every call and is quadratic in the number of cells.
"""

from collections.abc import Callable
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt, RGBColor
from docx.table import _Cell
from docx.text.run import Run

from reviewer.reports.blocks import Align, Cell, Table, Tone

_ALIGN = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_FILL = {Tone.HEAD: "E9E7E2", Tone.GROUP: "F1F0EC"}
_COLOUR = {Tone.LOST: RGBColor(0xB0, 0x24, 0x1C), Tone.QUIET: RGBColor(0x5C, 0x63, 0x6C)}
_TITLES = {Tone.HEAD, Tone.GROUP}

Fonter = Callable[..., None]


def add_table(document: WordDocument, table: Table, size: float, set_font: Fonter) -> None:
    """Append `table`, as wide as the text, its head repeated on every page."""
    scale = _text_width(document) / sum(table.widths)
    widths = [Emu(int(share * scale)) for share in table.widths]
    word = document.add_table(rows=0, cols=len(widths))
    word.style = "Table Grid"
    word.alignment = WD_TABLE_ALIGNMENT.CENTER
    word.autofit = False
    for column, each in zip(word.columns, widths, strict=True):
        column.width = each
    for number, row in enumerate(table.rows):
        element = _row(row, widths)
        word._tbl.append(element)  # noqa: SLF001 — see the module's docstring
        _mark_row(element, head=number < table.head)
        for cell, source in zip(element.findall(qn("w:tc")), row, strict=True):
            _fill(_Cell(cell, word), source, size, set_font)
        if number + 1 < len(table.rows) and (table.keep or number <= table.head):
            _keep_with_next(element)
    spacer = document.add_paragraph()
    spacer.paragraph_format.space_after = Pt(0)
    spacer.paragraph_format.line_spacing = Pt(4)


def _text_width(document: WordDocument) -> int:
    section = document.sections[0]
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    return (section.page_width or 0) - margins


def _row(row: tuple[Cell, ...], widths: list[Emu]) -> Any:
    cells, at = [], 0
    for cell in row:
        width = sum(widths[at : at + cell.span])
        at += cell.span
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        shade = _FILL.get(cell.tone)
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
        size = f'<w:tcW w:w="{width // 635}" w:type="dxa"/>'
        cells.append(f"<w:tc><w:tcPr>{size}{span}{fill}</w:tcPr><w:p/></w:tc>")
    return parse_xml(f"<w:tr {nsdecls('w')}>{''.join(cells)}</w:tr>")


def _mark_row(row: Any, *, head: bool) -> None:
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def _keep_with_next(row: Any) -> None:
    """Keep a row on the page of the next: no head stands alone at the foot of a page."""
    for paragraph in row.iter(qn("w:p")):
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def _fill(cell: _Cell, source: Cell, size: float, set_font: Fonter) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for number, line in enumerate(source.text.split("\n")):
        paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
        paragraph.alignment = _ALIGN[source.align]
        paragraph.paragraph_format.space_after = Pt(1.5)
        paragraph.paragraph_format.space_before = Pt(1.5)
        run: Run = paragraph.add_run(line)
        title = source.tone in _TITLES
        set_font(run, "黑体" if title else "宋体", size, bold=source.strong)
        if source.tone in _COLOUR:
            run.font.color.rgb = _COLOUR[source.tone]
