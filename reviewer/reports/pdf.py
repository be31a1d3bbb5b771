"""Writing a report as PDF with embedded TrueType fonts.

Text is escaped before it reaches a `Paragraph`: reportlab reads `<` as markup and raises.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    Image,
    KeepTogether,
    LongTable,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Table as Grid

from reviewer.fonts import FontRole, find_font
from reviewer.reports.blocks import (
    Align,
    Block,
    Cell,
    Gap,
    Imprint,
    Layout,
    PageBreak,
    Pictures,
    RedHead,
    Report,
    Style,
    Table,
    Text,
    Tone,
    stays,
)
from reviewer.reports.pdf_lines import ChineseParagraph
from reviewer.reports.pdf_official import ImprintFlow, RedHeadFlow

_RED = HexColor("#B0241C")
_LINE = HexColor("#6F757D")
_TONES = {Tone.LOST: _RED, Tone.QUIET: HexColor("#5C636C")}
_FILLS = {Tone.HEAD: HexColor("#E9E7E2"), Tone.GROUP: HexColor("#F1F0EC")}
_ALIGN = {Align.LEFT: TA_LEFT, Align.CENTRE: TA_CENTER, Align.RIGHT: TA_RIGHT}
_PADDING = 3.0
_ROOM = 72.0
"""Points that must be free under a heading, so that it never stands alone at the foot."""
_STAND_INS = (("\u2212", "-"), ("～", "~"))
"""Signs that some Chinese fonts lack, and what is printed in their place."""


@dataclass(frozen=True, slots=True)
class _Page:
    size: tuple[float, float]
    top: float
    bottom: float
    left: float
    right: float
    cell: float
    """Type size in tables."""

    @property
    def width(self) -> float:
        return self.size[0] - self.left - self.right


_PAGES = {
    Layout.FORM: _Page(landscape(A4), 16 * mm, 16 * mm, 18 * mm, 14 * mm, 9),
    Layout.LETTER: _Page(A4, 37 * mm, 35 * mm, 28 * mm, 26 * mm, 12),
    Layout.RECORD: _Page(A4, 25 * mm, 22 * mm, 25 * mm, 20 * mm, 10.5),
}


def write(report: Report, path: Path) -> None:
    """Write `report` to `path` as PDF, wholly or not at all.

    Raises:
        UserError: this computer has no Chinese font that can be embedded.
    """
    page = _PAGES[report.layout]
    _register()
    buffer = BytesIO()
    document = BaseDocTemplate(buffer, pagesize=page.size, title=report.title, author="")
    frame = Frame(
        page.left,
        page.bottom,
        page.width,
        page.size[1] - page.top - page.bottom,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    draw = _Furniture(report, page)
    document.addPageTemplates([PageTemplate("page", [frame], onPage=draw.on_page)])
    styles = _styles(report.layout)
    flow = _flow(report.blocks, page, styles)
    document.build(flow, canvasmaker=draw.canvas)
    draft = path.with_name(path.name + ".new")
    draft.write_bytes(buffer.getvalue())
    draft.replace(path)


class _Furniture:
    """What stands on every page: draft mark, footer, page number."""

    def __init__(self, report: Report, page: _Page) -> None:
        self._report = report
        self._page = page

    def canvas(self, *arguments: Any, **options: Any) -> Canvas:
        return _CountingCanvas(self._number, *arguments, **options)

    def on_page(self, canvas: Canvas, _document: object) -> None:
        if not self._report.draft:
            return
        width, height = self._page.size
        canvas.saveState()
        canvas.setFillColor(Color(0.69, 0.14, 0.11, alpha=0.10))
        canvas.setFont("hei", 120)
        canvas.translate(width / 2, height / 2)
        canvas.rotate(30)
        canvas.drawCentredString(0, -40, "草　稿")
        canvas.restoreState()
        canvas.saveState()
        canvas.setFillColor(_RED)
        canvas.setFont("hei", 10.5)
        canvas.drawCentredString(width / 2, height - 10 * mm, self._report.draft_line)
        canvas.restoreState()

    def _number(self, canvas: Canvas, number: int, total: int) -> None:
        width = self._page.size[0]
        if self._report.layout is Layout.LETTER:
            canvas.setFont("song", 14)
            # On the outer side, one character from the edge of the text.
            label, page = f"— {number} —", self._page
            if number % 2:
                canvas.drawRightString(width - page.right - 14, 24 * mm, label)
            else:
                canvas.drawString(page.left + 14, 24 * mm, label)
            canvas.setFont("song", 9)
            canvas.drawCentredString(width / 2, 14 * mm, self._report.footer)
            return
        canvas.setFont("song", 9)
        canvas.drawString(self._page.left, 9 * mm, self._report.footer)
        canvas.drawRightString(width - self._page.right, 9 * mm, f"第 {number} 页，共 {total} 页")


class _CountingCanvas(Canvas):
    """A canvas that numbers its pages at the end, when their total is known."""

    def __init__(
        self, number: Callable[[Canvas, int, int], None], *arguments: Any, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self._draw_number = number
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 — reportlab's name
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        for number, state in enumerate(self._kept, 1):
            self.__dict__.update(state)
            self._draw_number(self, number, len(self._kept))
            super().showPage()
        super().save()


@cache
def _register() -> None:
    for role in FontRole:
        font = find_font(role)
        pdfmetrics.registerFont(TTFont(role.value, font.path, subfontIndex=font.index))


def _style(font: str, size: float, **options: Any) -> ParagraphStyle:
    leading = options.pop("leading", size * 1.45)
    return ParagraphStyle(
        f"{font}{size}{sorted(options)}",
        fontName=font,
        fontSize=size,
        leading=leading,
        wordWrap="CJK",
        **options,
    )


@cache
def _styles(layout: Layout) -> dict[Style, ParagraphStyle]:
    if layout is Layout.FORM:
        return {
            Style.TITLE: _style("hei", 18, alignment=TA_CENTER, spaceAfter=4),
            Style.SUBTITLE: _style("kai", 11, alignment=TA_CENTER, spaceAfter=8),
            Style.HEADING: _style("hei", 12, spaceBefore=10, spaceAfter=5),
            Style.SUBHEADING: _style("kai", 11, spaceBefore=6, spaceAfter=4),
            Style.BODY: _style("song", 10.5, firstLineIndent=21),
            Style.FLUSH: _style("song", 10.5),
            Style.NOTE: _style("song", 10.5),
            Style.SIGNATURE: _style("song", 10.5, alignment=TA_RIGHT, rightIndent=42),
            Style.ATTACHED: _style("hei", 12),
        }
    if layout is Layout.RECORD:
        return {
            Style.TITLE: _style("song", 18, alignment=TA_CENTER, spaceAfter=6),
            Style.SUBTITLE: _style("kai", 12, alignment=TA_CENTER, spaceAfter=8),
            Style.HEADING: _style("hei", 12, spaceBefore=10, spaceAfter=5),
            Style.SUBHEADING: _style("kai", 12, spaceBefore=6, spaceAfter=4),
            Style.BODY: _style("fang", 12, firstLineIndent=24, alignment=TA_JUSTIFY, leading=20),
            Style.FLUSH: _style("fang", 12, leading=20),
            Style.NOTE: _style("song", 9),
            Style.SIGNATURE: _style("fang", 12, alignment=TA_RIGHT, rightIndent=48, leading=20),
            Style.ATTACHED: _style("hei", 12),
        }
    line = 28.95  # 3 号字高的 1.875 倍, GB/T 9704-2012: 22 lines a page
    return {
        Style.TITLE: _style("song", 22, alignment=TA_CENTER, leading=34, spaceAfter=14),
        Style.SUBTITLE: _style("fang", 16, alignment=TA_CENTER, leading=line, spaceAfter=14),
        Style.HEADING: _style("hei", 16, firstLineIndent=32, leading=line),
        Style.SUBHEADING: _style("kai", 16, firstLineIndent=32, leading=line),
        Style.BODY: _style("fang", 16, firstLineIndent=32, leading=line, alignment=TA_JUSTIFY),
        Style.FLUSH: _style("fang", 16, leading=line),
        Style.NOTE: _style("fang", 12, leading=20),
        Style.SIGNATURE: _style("fang", 16, alignment=TA_RIGHT, rightIndent=64, leading=line),
        Style.ATTACHED: _style("hei", 16, leading=line),
    }


def _flow(
    blocks: Sequence[Block], page: _Page, styles: dict[Style, ParagraphStyle]
) -> list[Flowable]:
    """Return all blocks; those that stay with their next one are kept together with it."""
    flow: list[Flowable] = []
    kept: list[Flowable] = []
    for at, block in enumerate(blocks):
        items = _flowables(block, page, styles)
        if stays(block, blocks[at + 1] if at + 1 < len(blocks) else None):
            # Inside a group the break that a heading asks for would always come.
            kept += [one for one in items if not isinstance(one, CondPageBreak)]
        elif kept:
            flow.append(KeepTogether([*kept, *items]))
            kept = []
        else:
            flow += items
    return [*flow, *kept]


def _flowables(block: Block, page: _Page, styles: dict[Style, ParagraphStyle]) -> list[Flowable]:
    match block:
        case Text():
            return _text(block, styles)
        case Table():
            return [_table(block, page), Spacer(1, 4)]
        case Pictures():
            return _pictures(block, page)
        case _:
            return [_mark(block, styles)]


def _mark(
    block: Gap | PageBreak | RedHead | Imprint, styles: dict[Style, ParagraphStyle]
) -> Flowable:
    match block:
        case Gap():
            return Spacer(1, styles[Style.BODY].leading * block.lines)
        case PageBreak():
            return NewPage()
        case RedHead():
            return RedHeadFlow(block)
        case Imprint():
            return ImprintFlow(block)


def _text(block: Text, styles: dict[Style, ParagraphStyle]) -> list[Flowable]:
    style = styles[block.style]
    if block.inset is not None:
        inset = style.fontSize * block.inset
        style = ParagraphStyle(f"{style.name}-{inset}", style, rightIndent=inset)
    *lines, last = block.text.split("\n")
    above = ParagraphStyle(f"{style.name}-above", style, spaceAfter=0)
    texts: list[Flowable] = [
        ChineseParagraph(_markup(line, style.fontName), above) for line in lines
    ]
    texts.append(ChineseParagraph(_markup(last, style.fontName), style))
    # keepWithNext would carry a whole table to the next page; room for its head is enough.
    heading = block.style in {Style.HEADING, Style.SUBHEADING}
    room = max(_ROOM, 3.2 * style.leading) if heading else 0
    return [CondPageBreak(room), *texts] if room else texts


def _table(table: Table, page: _Page) -> Flowable:
    scale = page.width / sum(table.widths)
    widths = [share * scale for share in table.widths]
    rows: list[list[Any]] = []
    commands: list[Any] = [
        ("GRID", (0, 0), (-1, -1), 0.5, _LINE),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    for y, row in enumerate(table.rows):
        line: list[Any] = []
        for cell in row:
            x = len(line)
            line += [_cell(cell, table.size or page.cell), *([""] * (cell.span - 1))]
            if cell.span > 1:
                commands.append(("SPAN", (x, y), (x + cell.span - 1, y)))
            if cell.tone in _FILLS:
                commands.append(("BACKGROUND", (x, y), (x + cell.span - 1, y), _FILLS[cell.tone]))
        rows.append(line)
    grid = LongTable(rows, colWidths=widths, repeatRows=table.head, style=commands)
    _, height = page.size
    if _tallest(grid, page) < height - page.top - page.bottom - _ROOM:
        return grid
    # A row longer than a page goes on on the next; splitInRow also cuts rows that would fit, so
    # it is used for such tables only.
    return LongTable(rows, colWidths=widths, repeatRows=table.head, style=commands, splitInRow=1)


def _tallest(grid: LongTable, page: _Page) -> float:
    grid.wrap(page.width, 1_000_000)
    heights: list[float] = vars(grid)["_rowHeights"]  # reportlab has no public way to them
    return max(heights)


def _cell(cell: Cell, size: float) -> list[ChineseParagraph]:
    title = cell.tone in _FILLS or cell.strong
    style = _style(
        "hei" if title else "song",
        size,
        alignment=_ALIGN[cell.align],
        textColor=_TONES.get(cell.tone, HexColor("#1D2228")),
        leading=size * 1.35,
    )
    # A paragraph a line: with <br/> inside, CJK wrapping lets a long line run over the edge.
    lines = cell.text.split("\n")
    # An empty paragraph has no height; one among several is room to write in.
    blank = "\u3000" if len(lines) > 1 else ""
    return [ChineseParagraph(_markup(line or blank, style.fontName), style) for line in lines]


def _markup(text: str, font: str) -> str:
    """Return `text` as reportlab markup, with signs that the font lacks replaced."""
    face: Any = vars(pdfmetrics.getFont(font))["face"]
    glyphs = face.charToGlyph
    for sign, instead in _STAND_INS:
        if ord(sign) not in glyphs:
            text = text.replace(sign, instead)
    # An ideographic space counts as white space and would collapse.
    return escape(text).replace("\u3000", "&nbsp;&nbsp;")


def _pictures(block: Pictures, page: _Page) -> list[Flowable]:
    """Return the pictures row by row, each above its caption and never apart from it."""
    columns = block.columns
    room = page.width / columns - 6
    caption = _style("song", 9, alignment=TA_CENTER)
    rows: list[Flowable] = []
    for at in range(0, len(block.pictures), columns):
        cells = []
        for picture in block.pictures[at : at + columns]:
            scale = min(room / picture.width, block.highest * mm / picture.height)
            image = Image(BytesIO(picture.jpeg), picture.width * scale, picture.height * scale)
            cells.append(
                [image, Spacer(1, 3), ChineseParagraph(_markup(picture.caption, "song"), caption)]
            )
        cells += [[]] * (columns - len(cells))
        grid = Grid(
            [cells],
            colWidths=[page.width / columns] * columns,
            style=[("ALIGN", (0, 0), (-1, -1), "CENTER")],
        )
        rows.append(KeepTogether([grid]))
    return rows
