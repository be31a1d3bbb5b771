"""Drawing a sheet of a reading copy as a picture of any size."""

import io
from functools import lru_cache

from PIL import Image, ImageDraw

from reviewer.fonts import FontRole
from reviewer.intake.copy_flow import Picture, Piece, Stretch
from reviewer.intake.copy_fonts import char_width, drawn, load_font
from reviewer.intake.copy_sheets import HEIGHT, LEFT, WIDTH
from reviewer.intake.reading_copy import ReadingCopy
from reviewer.intake.rendering import WIDEST, PageBitmap

HEAD = "阅读版，版式与原件不同"
_GREY = (110, 110, 110)
_INK = (20, 20, 20)
_RULE = (120, 120, 120)


def render_sheet(copy: ReadingCopy, sheet: int, width: int) -> PageBitmap:
    """Return sheet `sheet`, counted from 1, `width` pixels wide."""
    width = max(1, min(width, WIDEST))
    scale = width / WIDTH
    image = Image.new("RGB", (width, round(HEIGHT * scale)), "white")
    draw = ImageDraw.Draw(image)
    page = copy.pages[sheet - 1]
    for picture in page.pictures:
        _picture(image, draw, picture, copy.pictures.get(picture.part, b""), scale)
    for rule in page.rules:
        ends = (rule.x0 * scale, rule.y0 * scale, rule.x1 * scale, rule.y1 * scale)
        draw.line(ends, fill=_RULE, width=max(1, round(scale * 0.6)))
    for stretch in page.stretches:
        for piece in stretch.pieces:
            _text(draw, stretch, piece, scale)
    _head(draw, sheet, copy.sheets, scale)
    return PageBitmap(image.width, image.height, image.tobytes())


def _text(draw: ImageDraw.ImageDraw, stretch: Stretch, piece: Piece, scale: float) -> None:
    pixels = max(1, round(piece.size * scale))
    # The foot of the line box is below the baseline by the descent and half the leading.
    baseline = (stretch.y + stretch.height / 2 + 0.36 * piece.size) * scale
    x = (stretch.x + piece.x) * scale
    stroke = 0.35 * pixels / 12 if piece.bold and piece.role is not FontRole.HEI else 0.0
    for char in piece.text:
        if not char.isspace():
            for glyph, role in drawn(char, piece.role):
                font = load_font(role, pixels)
                draw.text((x, baseline), glyph, _INK, font, anchor="ls", stroke_width=stroke)
        x += char_width(char, piece.role) * piece.size * scale


def _head(draw: ImageDraw.ImageDraw, sheet: int, sheets: int, scale: float) -> None:
    font = load_font(FontRole.HEI, max(1, round(9 * scale)))
    y = 38 * scale
    draw.text((LEFT * scale, y), HEAD, _GREY, font, anchor="ls")
    draw.text(((WIDTH - LEFT) * scale, y), f"{sheet} / {sheets}", _GREY, font, anchor="rs")
    y = 44 * scale
    draw.line((LEFT * scale, y, (WIDTH - LEFT) * scale, y), fill=_RULE, width=1)


def _picture(
    image: Image.Image, draw: ImageDraw.ImageDraw, picture: Picture, content: bytes, scale: float
) -> None:
    left, top = round(picture.x * scale), round(picture.y * scale)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    if content:
        image.paste(_decoded(content).resize(size, Image.Resampling.BILINEAR), (left, top))
        return
    draw.rectangle((left, top, left + size[0], top + size[1]), outline=_RULE)
    font = load_font(FontRole.SONG, max(1, round(9 * scale)))
    middle = (left + size[0] / 2, top + size[1] / 2)
    draw.text(middle, "此处图片请看原件", _GREY, font, anchor="mm")


@lru_cache(maxsize=8)
def _decoded(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as image:
        return image.convert("RGB")
