"""Small real files: PDFs with a text layer, and pictures that need recognition."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from reviewer.fonts import FontRole, find_font

_FONT = "test-song"

DECISION = (
    "行政处罚决定书",
    "宁交执罚〔2024〕12号",
    "当事人：宁夏恒通运输有限公司",
    "统一社会信用代码：91640100MA0000000X",
    "你单位于2024年3月1日在银川市某路段实施了超限运输行为。",
    "依据《公路安全保护条例》第六十四条的规定，决定给予罚款人民币叁万元整（¥30000.00）的行政处罚。",
    "银川市交通运输综合执法支队",
    "2024年4月10日",
)
FILING = (
    "立案登记表",
    "案号：宁交执立〔2024〕12号",
    "案由：超限运输",
    "当事人：宁夏恒通运输有限公司",
    "经办机构意见：建议立案调查。",
    "负责人审批意见：同意立案。 2024年3月2日",
)


def make_pdf(path: Path, *pages: Sequence[str]) -> Path:
    """Write a PDF with a text layer, one page for each list of lines."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        font = find_font(FontRole.SONG)
        pdfmetrics.registerFont(TTFont(_FONT, str(font.path), subfontIndex=font.index))
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for lines in pages or (DECISION,):
        canvas.setFont(_FONT, 14)
        for at, line in enumerate(lines):
            canvas.drawString(72, 760 - 24 * at, line)
        canvas.showPage()
    canvas.save()
    return path


def make_docx(path: Path, *paragraphs: str, cells: Sequence[str] = ()) -> Path:
    """Write a DOCX of paragraphs, then a table of one row."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    for text in paragraphs or DECISION:
        document.add_paragraph(text)
    if cells:
        row = document.add_table(1, len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def make_picture(path: Path, shade: int = 200) -> Path:
    """Write a picture without any text; another shade is another content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (300, 400), (shade, shade, shade)).save(path)
    return path


def make_zip(path: Path, **members: Path) -> Path:
    """Pack files under other names; `__` in a name stands for a folder."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, member in members.items():
            archive.write(member, name.replace("__", "/") + member.suffix)
    return path
