"""Text PDFs of laid-out documents, fonts embedded, the same bytes for the same sheets."""

import math
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reviewer.fonts import FontRole
from reviewer.proof.renderings.lines import font_name, width_of
from reviewer.proof.renderings.pictures import draw_scene
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
    canvas.saveState()
    canvas.setStrokeColorRGB(0.85, 0.1, 0.1)
    canvas.setFillColorRGB(0.85, 0.1, 0.1)
    canvas.setFillAlpha(0.75)
    canvas.setStrokeAlpha(0.75)
    canvas.setLineWidth(2.2)
    x, y = seal.x, HEIGHT - seal.y
    canvas.circle(x, y, seal.radius)
    outline = canvas.beginPath()
    for order, (dx, dy) in enumerate(star(seal.radius * 0.3)):
        (outline.lineTo if order else outline.moveTo)(x + dx, y + dy)
    outline.close()
    canvas.drawPath(outline, stroke=0, fill=1)
    size = seal.radius * 0.24
    for char, angle in arc(seal.text):
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(-angle)
        canvas.setFont(font_name(FontRole.HEI), size)
        canvas.drawString(-width_of(char, FontRole.HEI, size) / 2, seal.radius * 0.69, char)
        canvas.restoreState()
    canvas.restoreState()


def arc(text: str) -> list[tuple[str, float]]:
    """Return the characters of a seal with their angle in degrees, clockwise from the top."""
    step = min(30.0, 250.0 / max(len(text) - 1, 1))
    first = -step * (len(text) - 1) / 2
    return [(char, first + order * step) for order, char in enumerate(text)]


def star(radius: float) -> list[tuple[float, float]]:
    """Return the corners of a five-pointed star around the origin, y upwards."""
    corners = []
    for order in range(10):
        angle = math.radians(90 - 36 * order)
        length = radius if order % 2 == 0 else radius * 0.382
        corners.append((length * math.cos(angle), length * math.sin(angle)))
    return corners
