"""Text PDFs of laid-out documents, fonts embedded, the same bytes for the same sheets."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reviewer.fonts import FontRole
from reviewer.proof.renderings.lines import font_name
from reviewer.proof.renderings.pictures import draw_scene
from reviewer.proof.renderings.raster import seal_image
from reviewer.proof.renderings.sheets import (
    HEIGHT,
    WIDTH,
    Image,
    Item,
    LaidDocument,
    Rule,
    Seal,
    Text,
)

SUBJECT = "本文件为程序自制的虚构案卷，人名、单位和号码均为虚构。"


def write_pdf(documents: Sequence[LaidDocument], path: Path, title: str) -> None:
    """Write the pages of `documents` as one PDF with a text layer."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setTitle(title)
    canvas.setSubject(SUBJECT)
    for laid in documents:
        for order, sheet in enumerate(laid.sheets):
            for item in sheet.items:
                _draw(canvas, item)
            if laid.first_folio:
                canvas.setFont(font_name(FontRole.SONG), 11)
                canvas.setFillGray(0)
                canvas.drawRightString(WIDTH - 40, HEIGHT - 40, str(laid.first_folio + order))
            canvas.showPage()
    canvas.save()


def _draw(canvas: Canvas, item: Item) -> None:
    if isinstance(item, Text):
        canvas.setFont(font_name(item.role), item.size)
        if item.hand:
            canvas.setFillColorRGB(0.08, 0.1, 0.4)
        else:
            canvas.setFillGray(0)
        canvas.drawString(item.x, HEIGHT - item.y, item.text)
    elif isinstance(item, Rule):
        canvas.setStrokeGray(0)
        canvas.setLineWidth(item.width)
        canvas.line(item.x0, HEIGHT - item.y0, item.x1, HEIGHT - item.y1)
    elif isinstance(item, Image):
        picture = ImageReader(draw_scene(item.scene, item.stamp, item.seed))
        canvas.drawImage(picture, item.x, HEIGHT - item.y - item.height, item.width, item.height)
    else:
        _draw_seal(canvas, item)


def _draw_seal(canvas: Canvas, seal: Seal) -> None:
    # A picture, as in the PDFs of seal programs: its characters are not in the text layer.
    side = seal.radius * 2.2
    picture = ImageReader(seal_image(seal, 3, round(seal.y)))
    x, y = seal.x - side / 2, HEIGHT - seal.y - side / 2
    canvas.drawImage(picture, x, y, side, side, mask="auto")
