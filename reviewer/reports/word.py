"""Writing a report as a Word file that Word and WPS show alike.

python-docx's stock template names MS Mincho and sets no East-Asian fonts; every style here names
its font in all four places (`w:ascii`, `w:hAnsi`, `w:eastAsia`, `w:cs`).
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reviewer.reports.blocks import Block, Gap, Layout, PageBreak, Pictures, Report, Style, Text
from reviewer.reports.blocks import Table as TableBlock
from reviewer.reports.word_draft import add_draft_mark
from reviewer.reports.word_tables import add_table

SONG, HEI, KAI, FANG = "宋体", "黑体", "楷体", "仿宋"


@dataclass(frozen=True, slots=True)
class _Look:
    font: str
    size: float
    bold: bool = False
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
    indent: int = 0
    """First-line indent in characters."""
    before: float = 0
    after: float = 0
    right: int = 0
    """Right indent in characters."""


_CENTRE, _RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
_JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY
_FORM = {
    Style.TITLE: _Look(HEI, 18, align=_CENTRE, after=4),
    Style.SUBTITLE: _Look(KAI, 11, align=_CENTRE, after=6),
    Style.HEADING: _Look(HEI, 12, before=10, after=4),
    Style.SUBHEADING: _Look(KAI, 11, before=6, after=3),
    Style.BODY: _Look(SONG, 10.5, indent=2),
    Style.FLUSH: _Look(SONG, 10.5),
    Style.NOTE: _Look(SONG, 10.5),
    Style.SIGNATURE: _Look(SONG, 10.5, align=_RIGHT, right=4),
}
# GB/T 9704-2012: title 2 号小标宋, body 3 号仿宋.  小标宋 is rarely installed: 宋体 bold instead.
_LETTER = {
    Style.TITLE: _Look(SONG, 22, bold=True, align=_CENTRE, after=14),
    Style.SUBTITLE: _Look(FANG, 16, align=_CENTRE, after=14),
    Style.HEADING: _Look(HEI, 16, indent=2),
    Style.SUBHEADING: _Look(KAI, 16, indent=2),
    Style.BODY: _Look(FANG, 16, align=_JUSTIFY, indent=2),
    Style.FLUSH: _Look(FANG, 16),
    Style.NOTE: _Look(FANG, 12),
    Style.SIGNATURE: _Look(FANG, 16, align=_RIGHT, right=4),
}
_LETTER_LINE = Pt(28.95)  # 3 号字高的 1.875 倍: 22 lines a page


def write(report: Report, path: Path) -> None:
    """Write `report` to `path` as DOCX, wholly or not at all."""
    document = Document()
    _sheet(document, report.layout)
    looks = _LETTER if report.layout is Layout.LETTER else _FORM
    _base_font(document, looks[Style.BODY])
    for block in report.blocks:
        _add(document, block, report.layout, looks)
    _frame(document, report)
    document.core_properties.title = report.title
    document.core_properties.author = ""
    draft = path.with_name(path.name + ".new")
    document.save(str(draft))
    draft.replace(path)


def set_font(run: Run, font: str, size: float, *, bold: bool = False) -> None:
    """Give `run` a font in all scripts."""
    run.font.size = Pt(size)
    run.font.bold = bold
    run.font.name = font
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 — no public way
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), font)


def _sheet(document: WordDocument, layout: Layout) -> None:
    section = document.sections[0]
    if layout is Layout.LETTER:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        section.footer_distance = Mm(25)
        return
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(16), Mm(16)
    section.left_margin, section.right_margin = Mm(18), Mm(14)
    section.header_distance, section.footer_distance = Mm(8), Mm(8)


def _base_font(document: WordDocument, look: _Look) -> None:
    for style in document.styles:
        if style.type is None or not hasattr(style, "font"):
            continue
        style.font.name = look.font
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), look.font)
    document.styles["Normal"].font.size = Pt(look.size)


def _add(document: WordDocument, block: Block, layout: Layout, looks: dict[Style, _Look]) -> None:
    match block:
        case Text():
            _paragraph(document.add_paragraph(), block.text, looks[block.style], layout)
        case TableBlock():
            size = 12 if layout is Layout.LETTER else 9
            add_table(document, block, size, set_font)
        case Pictures():
            _pictures(document, block)
        case Gap():
            for _ in range(max(1, round(block.lines))):
                _paragraph(document.add_paragraph(), "", looks[Style.BODY], layout)
        case PageBreak():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _paragraph(paragraph: Paragraph, text: str, look: _Look, layout: Layout) -> None:
    style = paragraph.paragraph_format
    style.alignment = look.align
    style.space_before, style.space_after = Pt(look.before), Pt(look.after)
    style.first_line_indent = Pt(look.size * look.indent) if look.indent else None
    style.right_indent = Pt(look.size * look.right) if look.right else None
    style.keep_with_next = look.font in {HEI, KAI}
    if layout is Layout.LETTER:
        style.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        style.line_spacing = _LETTER_LINE
    else:
        style.line_spacing = 1.15
    set_font(paragraph.add_run(text), look.font, look.size, bold=look.bold)


def _pictures(document: WordDocument, block: Pictures) -> None:
    """Put the pictures two in a row, each above its caption."""
    table = document.add_table(rows=0, cols=2)
    for at in range(0, len(block.pictures), 2):
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 — no public way
        cells = row.cells
        for cell, picture in zip(cells, block.pictures[at : at + 2], strict=False):
            paragraph = cell.paragraphs[0]
            paragraph.alignment = _CENTRE
            scale = min(118 / picture.width, 80 / picture.height)
            width = Mm(picture.width * scale)
            paragraph.add_run().add_picture(BytesIO(picture.jpeg), width=width)
            caption = cell.add_paragraph()
            caption.alignment = _CENTRE
            set_font(caption.add_run(picture.caption), SONG, 9)


def _frame(document: WordDocument, report: Report) -> None:
    """Put the draft mark at the head and the page number at the foot of every page."""
    section = document.sections[0]
    if report.draft:
        head = section.header.paragraphs[0]
        head.alignment = _CENTRE
        run = head.add_run("草　稿（尚有待定项，不作为评查结果）")
        set_font(run, HEI, 12)
        run.font.color.rgb = RGBColor(0xB0, 0x24, 0x1C)
        add_draft_mark(head)
    foot = section.footer.paragraphs[0]
    foot.alignment = _CENTRE
    lead = f"{report.footer}　　第 " if report.layout is Layout.FORM else "— "
    tail = " 页" if report.layout is Layout.FORM else " —"
    set_font(foot.add_run(lead), SONG, 9 if report.layout is Layout.FORM else 14)
    _field(foot, "PAGE", report.layout)
    if report.layout is Layout.FORM:
        set_font(foot.add_run(" 页，共 "), SONG, 9)
        _field(foot, "NUMPAGES", report.layout)
    set_font(foot.add_run(tail), SONG, 9 if report.layout is Layout.FORM else 14)
    if report.layout is Layout.LETTER and report.footer:
        note = section.footer.add_paragraph()
        note.alignment = _CENTRE
        set_font(note.add_run(report.footer), SONG, 9)


def _field(paragraph: Paragraph, name: str, layout: Layout) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")
    set_font(run, SONG, 9 if layout is Layout.FORM else 14)
    field.append(run._element)  # noqa: SLF001 — fields have no public way
    paragraph._element.append(field)  # noqa: SLF001
