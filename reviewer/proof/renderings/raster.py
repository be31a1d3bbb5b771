"""Drawing laid-out pages as images: print, pen, seal and the stamped 卷内页号.

A handwritten run is set in 楷体 with unsteady height and place, in the blue-black of a pen.
"""

import math
from functools import lru_cache
from random import Random

import numpy
from PIL import Image as Pil
from PIL import ImageChops, ImageDraw, ImageFilter, ImageFont

from reviewer.fonts import FontRole, find_font
from reviewer.proof.renderings.pictures import draw_scene
from reviewer.proof.renderings.sheets import HEIGHT, WIDTH, Image, Rule, Seal, Sheet, Text

_INK, _PEN, _STAMP_BLUE, _SEAL_RED = (26, 26, 28), (26, 32, 96), (40, 66, 150), (206, 40, 44)


def draw_sheet(sheet: Sheet, dpi: int, folio: int = 0, seed: int = 0) -> Pil.Image:
    """Return the page as a clean image in colour; `folio` 0 leaves the corner empty."""
    scale = dpi / 72
    rng = Random(seed)
    image = Pil.new("RGB", (round(WIDTH * scale), round(HEIGHT * scale)), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    for item in sheet.items:
        if isinstance(item, Text):
            _text(draw, item, scale, rng)
        elif isinstance(item, Rule):
            points = tuple(v * scale for v in (item.x0, item.y0, item.x1, item.y1))
            draw.line(points, fill=_INK, width=max(1, round(item.width * scale * 1.2)))
        elif isinstance(item, Image):
            size = (round(item.width * scale), round(item.height * scale))
            picture = draw_scene(item.scene, item.stamp, item.seed).resize(size)
            image.paste(picture, (round(item.x * scale), round(item.y * scale)))
    for item in sheet.items:
        if isinstance(item, Seal):
            _seal(image, item, scale, rng)
    if folio:
        _stamp(image, folio, scale, rng)
    return image


def _text(draw: ImageDraw.ImageDraw, item: Text, scale: float, rng: Random) -> None:
    x, y = item.x * scale, item.y * scale
    if not item.hand:
        face = _face(item.role, round(item.size * scale))
        draw.text((x, y), item.text, font=face, fill=_INK, anchor="ls")
        return
    for char in item.text:
        size = round(item.size * scale * rng.uniform(1.02, 1.12))
        face = _face(FontRole.KAI, size)
        at = (x + rng.uniform(-1, 1), y + rng.uniform(-1.5, 2.5))
        draw.text(at, char, font=face, fill=_PEN, anchor="ls")
        x += _face(FontRole.KAI, round(item.size * scale)).getlength(char)


def seal_mask(seal: Seal, scale: float, rng: Random) -> Pil.Image:
    """Return how much ink the seal leaves where: a square grey image around its centre."""
    radius = seal.radius * scale
    side = round(radius * 2.2)
    layer = Pil.new("L", (side, side), 0)
    draw = ImageDraw.Draw(layer)
    middle = side / 2
    box = (middle - radius, middle - radius, middle + radius, middle + radius)
    draw.ellipse(box, outline=255, width=round(2.6 * scale))
    draw.polygon([(middle + dx, middle - dy) for dx, dy in _star(radius * 0.3)], fill=255)
    face = _face(FontRole.SONG, round(radius * 0.24))
    at = (middle, middle - radius * 0.69)
    for char, angle in _arc(seal.text):
        glyph = Pil.new("L", (side, side), 0)
        ImageDraw.Draw(glyph).text(at, char, font=face, fill=255, anchor="ms", stroke_width=1)
        layer = ImageChops.lighter(layer, glyph.rotate(-angle))
    layer = layer.rotate(rng.uniform(-9, 9)).filter(ImageFilter.GaussianBlur(0.7))
    # Pillow's own noise cannot be seeded.
    grain = numpy.random.default_rng(rng.randrange(2**32)).random((side, side))
    worn = Pil.fromarray(numpy.where(grain > 0.2, 210, 120).astype(numpy.uint8))
    return ImageChops.multiply(layer, worn)


def seal_image(seal: Seal, scale: float, seed: int) -> Pil.Image:
    """Return the seal in red on a transparent ground, as electronic documents carry it."""
    mask = seal_mask(seal, scale, Random(seed))
    image = Pil.new("RGBA", mask.size, (*_SEAL_RED, 0))
    image.putalpha(mask)
    return image


def _seal(image: Pil.Image, seal: Seal, scale: float, rng: Random) -> None:
    mask = seal_mask(seal, scale, rng)
    side = mask.width
    at = (round(seal.x * scale - side / 2), round(seal.y * scale - side / 2))
    # Ink darkens what is under it, it does not cover it.
    under = image.crop((*at, at[0] + side, at[1] + side))
    inked = ImageChops.multiply(under, Pil.new("RGB", (side, side), _SEAL_RED))
    image.paste(Pil.composite(inked, under, mask), at)


def _arc(text: str) -> list[tuple[str, float]]:
    """Return the characters of a seal with their angle in degrees, clockwise from the top."""
    step = min(30.0, 250.0 / max(len(text) - 1, 1))
    first = -step * (len(text) - 1) / 2
    return [(char, first + order * step) for order, char in enumerate(text)]


def _star(radius: float) -> list[tuple[float, float]]:
    """Return the corners of a five-pointed star around the origin, y upwards."""
    corners = []
    for order in range(10):
        angle = math.radians(90 - 36 * order)
        length = radius if order % 2 == 0 else radius * 0.382
        corners.append((length * math.cos(angle), length * math.sin(angle)))
    return corners


def _stamp(image: Pil.Image, folio: int, scale: float, rng: Random) -> None:
    face = _face(FontRole.HEI, round(15 * scale))
    x = (WIDTH - 46 + rng.uniform(-5, 5)) * scale
    y = (40 + rng.uniform(-4, 4)) * scale
    ImageDraw.Draw(image).text((x, y), str(folio), font=face, fill=_STAMP_BLUE, anchor="ms")


@lru_cache(maxsize=128)
def _face(role: FontRole, size: int) -> ImageFont.FreeTypeFont:
    font = find_font(role)
    return ImageFont.truetype(str(font.path), size, index=font.index)
