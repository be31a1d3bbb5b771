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
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reviewer.reports.blocks import (
    Block,
    Gap,
    Imprint,
    Layout,
    PageBreak,
    Pictures,
    RedHead,
    Report,
    Style,
    Text,
)
from reviewer.reports.blocks import Table as TableBlock
from reviewer.reports.word_draft import add_draft_mark
from reviewer.reports.word_official import add_imprint, add_red_head
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
    Style.ATTACHED: _Look(HEI, 12),
}
_RECORD = {
    Style.TITLE: _Look(SONG, 18, bold=True, align=_CENTRE, after=6),
    Style.SUBTITLE: _Look(KAI, 12, align=_CENTRE, after=8),
    Style.HEADING: _Look(HEI, 12, before=10, after=4),
    Style.SUBHEADING: _Look(KAI, 12, before=6, after=3),
    Style.BODY: _Look(FANG, 12, align=_JUSTIFY, indent=2),
    Style.FLUSH: _Look(FANG, 12),
    Style.NOTE: _Look(SONG, 9),
    Style.SIGNATURE: _Look(FANG, 12, align=_RIGHT, right=4),
    Style.ATTACHED: _Look(HEI, 12),
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
    Style.ATTACHED: _Look(HEI, 16),
}
_LOOKS = {Layout.FORM: _FORM, Layout.LETTER: _LETTER, Layout.RECORD: _RECORD}
_CELL_SIZES = {Layout.FORM: 9.0, Layout.LETTER: 12.0, Layout.RECORD: 10.5}
_LETTER_LINE = Pt(28.95)  # 3 号字高的 1.875 倍: 22 lines a page


def write(report: Report, path: Path) -> None:
    """Write `report` to `path` as DOCX, wholly or not at all."""
    document = Document()
    _sheet(document, report.layout)
    looks = _LOOKS[report.layout]
    _base_font(document, looks[Style.BODY])
    for before, block in zip((None, *report.blocks), report.blocks, strict=False):
        if isinstance(before, PageBreak) and not isinstance(block, Text):
            document.add_paragraph().paragraph_format.page_break_before = True
        _add(document, block, report.layout, looks)
        if isinstance(before, PageBreak) and isinstance(block, Text):
            # Not a break of its own: after a full page that would leave an empty one.
            document.paragraphs[-1].paragraph_format.page_break_before = True
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
    if layout is Layout.RECORD:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(25), Mm(22)
        section.left_margin, section.right_margin = Mm(25), Mm(20)
        section.header_distance, section.footer_distance = Mm(12), Mm(12)
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
            _text(document, block, looks[block.style], layout)
        case TableBlock():
            add_table(document, block, block.size or _CELL_SIZES[layout], set_font)
        case Pictures():
            _pictures(document, block)
        case Gap():
            for _ in range(max(1, round(block.lines))):
                paragraph = document.add_paragraph()
                _paragraph(paragraph, "", looks[Style.BODY], layout)
                paragraph.paragraph_format.keep_with_next = block.keep
        case RedHead() | Imprint():
            _official(document, block)
        case PageBreak():
            pass  # the next paragraph begins its page


def _official(document: WordDocument, block: RedHead | Imprint) -> None:
    if isinstance(block, RedHead):
        add_red_head(document, block, set_font)
    else:
        add_imprint(document, block, set_font)


def _text(document: WordDocument, block: Text, look: _Look, layout: Layout) -> None:
    paragraph = document.add_paragraph()
    _paragraph(paragraph, block.text, look, layout)
    if block.keep:
        paragraph.paragraph_format.keep_with_next = True
    if block.inset is not None:
        paragraph.paragraph_format.right_indent = Pt(look.size * block.inset)


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
    """Put the pictures two in a row, or as the block says, each above its caption."""
    table = document.add_table(rows=0, cols=block.columns)
    section = document.sections[0]
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    room = ((section.page_width or 0) - margins) / 36000 / block.columns - 6
    for at in range(0, len(block.pictures), block.columns):
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 — no public way
        cells = row.cells
        for cell, picture in zip(cells, block.pictures[at : at + block.columns], strict=False):
            paragraph = cell.paragraphs[0]
            paragraph.alignment = _CENTRE
            scale = min(room / picture.width, block.highest / picture.height)
            width = Mm(picture.width * scale)
            paragraph.add_run().add_picture(BytesIO(picture.jpeg), width=width)
            caption = cell.add_paragraph()
            caption.alignment = _CENTRE
            set_font(caption.add_run(picture.caption), SONG, 9)


def _frame(document: WordDocument, report: Report) -> None:
    """Put the draft mark at the head and the page number at the foot of every page.

    Letters number their pages on the outer side (GB/T 9704): odd ones right, even ones left.
    """
    section = document.sections[0]
    letter = report.layout is Layout.LETTER
    pairs = [(section.header, section.footer, WD_ALIGN_PARAGRAPH.RIGHT if letter else _CENTRE)]
    if letter:
        document.settings.odd_and_even_pages_header_footer = True
        pairs.append((section.even_page_header, section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT))
    for header, footer, side in pairs:
        if report.draft:
            head = header.paragraphs[0]
            head.alignment = _CENTRE
            run = head.add_run(report.draft_line)
            set_font(run, HEI, 12)
            run.font.color.rgb = RGBColor(0xB0, 0x24, 0x1C)
            add_draft_mark(head)
        foot = footer.paragraphs[0]
        foot.alignment = side
        _number(foot, report)
        if letter and report.footer:
            note = footer.add_paragraph()
            note.alignment = _CENTRE
            set_font(note.add_run(report.footer), SONG, 9)


def _number(foot: Paragraph, report: Report) -> None:
    """Write the number of the page, behind the footer's words on forms and records."""
    if report.layout is Layout.LETTER:
        foot.paragraph_format.left_indent = foot.paragraph_format.right_indent = Pt(14)
        set_font(foot.add_run("— "), SONG, 14)
        _field(foot, "PAGE", 14)
        set_font(foot.add_run(" —"), SONG, 14)
        return
    set_font(foot.add_run(f"{report.footer}　　第 " if report.footer else "第 "), SONG, 9)
    _field(foot, "PAGE", 9)
    set_font(foot.add_run(" 页，共 "), SONG, 9)
    _field(foot, "NUMPAGES", 9)
    set_font(foot.add_run(" 页"), SONG, 9)


def _field(paragraph: Paragraph, name: str, size: float) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")
    set_font(run, SONG, size)
    field.append(run._element)  # noqa: SLF001 — fields have no public way
    paragraph._element.append(field)  # noqa: SLF001
