"""整改台账填报表 as a Word file: one table, a content control in every cell to fill in.

A control carries the mark of its row and its column as tag; hidden text beside the running number
carries the mark again, for programs that drop controls.
"""

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from reviewer.model.feedback import Rectification
from reviewer.model.rectification_forms import (
    COLUMNS,
    PLACEHOLDER,
    FormColumn,
    RectificationForm,
    cell_tag,
    row_mark,
    shown,
)

_LEFT_OUT = frozenset({"category", "remark"})
"""Two columns fewer than in Excel, for the width of the page; the remark joins the requirement."""
_COLUMNS = tuple(one for one in COLUMNS if one.field not in _LEFT_OUT)
_WIDTHS = {one.field: one.width for one in _COLUMNS} | {"due": 15, "done_on": 15, "pages": 11}
"""Dates stay on one line."""
_PAGE, _MARGIN = (297, 210), 12
_SIZE = 17
"""Half points: 8.5 pt."""
NOTE = (
    "填写说明：请在“（请填写）”处填写，其他各栏不修改；请勿删除行、拆分或者合并单元格。"
    "佐证材料与本表放在同一文件夹，“佐证材料名称”填写文件名。"
)


def write_word_form(form: RectificationForm, path: Path) -> None:
    """Write the form of one unit; what it reported before stands in the cells to fill in."""
    document = Document()
    _page(document)
    _line(document, form.title, "黑体", 32, centre=True)
    _line(document, f"填报单位：{form.unit.name}", "宋体", 21)
    _line(document, NOTE, "宋体", 18)
    _table(document, form)
    _append(document.add_paragraph(), _run(form.mark, hidden=True))
    document.core_properties.title = form.title
    document.core_properties.author = ""
    document.save(str(path))


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_PAGE[0]), Mm(_PAGE[1])
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(15)


def _line(document: WordDocument, text: str, font: str, size: int, *, centre: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _append(paragraph, _run(text, font=font, size=size))


def _append(paragraph: Paragraph, run: str) -> None:
    element = parse_xml(run.replace("<w:r>", f"<w:r {nsdecls('w')}>", 1))
    paragraph._p.append(element)  # noqa: SLF001 — runs are built as XML


def _table(document: WordDocument, form: RectificationForm) -> None:
    table = document.add_table(rows=0, cols=len(_COLUMNS))
    table.style = "Table Grid"
    table.autofit = False
    scale = (_PAGE[0] - 2 * _MARGIN) * 56.7 / sum(_WIDTHS.values())
    twips = [int(scale * _WIDTHS[one.field]) for one in _COLUMNS]
    for column, width in zip(table.columns, twips, strict=True):
        column.width = width * 635
    rows = [_head(twips)]
    for number, one in enumerate(form.rectifications, 1):
        rows.append(_row(number, one, twips))
    for row in rows:
        table._tbl.append(row)  # noqa: SLF001 — rows are built as XML


def _head(twips: list[int]) -> Any:
    cells = [
        _cell(width, f"<w:p>{_centred()}{_run(one.title, font='黑体')}</w:p>", "E9E7E2")
        for one, width in zip(_COLUMNS, twips, strict=True)
    ]
    repeated = "<w:trPr><w:tblHeader/></w:trPr>"
    return parse_xml(f"<w:tr {nsdecls('w')}>{repeated}{''.join(cells)}</w:tr>")


def _row(number: int, one: Rectification, twips: list[int]) -> Any:
    cells = [
        _fill_in(width, one, column)
        if column.filled
        else _cell(width, _content(number, one, column))
        for column, width in zip(_COLUMNS, twips, strict=True)
    ]
    return parse_xml(f"<w:tr {nsdecls('w')}>{''.join(cells)}</w:tr>")


def _content(number: int, one: Rectification, column: FormColumn) -> str:
    if column.field == "number":
        mark = _run(row_mark(one), hidden=True)
        return f"<w:p>{_centred()}{_run(str(number))}{mark}</w:p>"
    lines = [shown(one, column.field)]
    if column.field == "requirement" and (remark := shown(one, "remark")):
        lines.append(f"退回意见：{remark}")
    return "".join(f"<w:p>{_run(line)}</w:p>" for line in lines)


def _fill_in(width: int, one: Rectification, column: FormColumn) -> str:
    """Return a cell with a control that cannot be deleted; an empty one says what to do.

    A rich-text control inside the paragraph: the text of any other (plain text, around the
    paragraph, around the cell) LibreOffice 7.4 writes four times over when it saves (measured).
    """
    value = getattr(one, column.field)
    text = value.isoformat() if column.field == "done_on" and value else str(value or "")
    tag, title = quoteattr(cell_tag(one, column.field)), quoteattr(column.title)
    empty = "" if text else "<w:showingPlcHdr/>"
    control = (
        f"<w:sdt><w:sdtPr><w:alias w:val={title}/><w:tag w:val={tag}/>"
        f'<w:lock w:val="sdtLocked"/>{empty}</w:sdtPr>'
        f"<w:sdtContent>{_run(text or PLACEHOLDER, grey=not text)}</w:sdtContent></w:sdt>"
    )
    return _cell(width, f"<w:p>{control}</w:p>", "FFFDF2")


def _cell(width: int, content: str, fill: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    close = '<w:tcMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tcMar>'
    middle = '<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{size}{shade}{close}{middle}</w:tcPr>{content}</w:tc>"


def _centred() -> str:
    return '<w:pPr><w:jc w:val="center"/></w:pPr>'


def _run(
    text: str, *, font: str = "宋体", size: int = _SIZE, grey: bool = False, hidden: bool = False
) -> str:
    """Return a run as XML; `size` in half points."""
    fonts = " ".join(f'w:{where}="{font}"' for where in ("ascii", "hAnsi", "eastAsia", "cs"))
    vanish = "<w:vanish/>" if hidden else ""
    colour = '<w:color w:val="8A8A8A"/>' if grey else ""
    looks = f'<w:rFonts {fonts}/>{vanish}{colour}<w:sz w:val="{size}"/>'
    pieces = '</w:t><w:br/><w:t xml:space="preserve">'.join(map(escape, text.split("\n")))
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{pieces}</w:t></w:r>'
