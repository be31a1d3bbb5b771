"""Photos of roads, lorries and scales, drawn by hand of the program, and the head of a portrait.

They stand for evidence photos; nothing can be recognised in them but the stamp of the camera.
"""

from functools import lru_cache
from random import Random

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from reviewer.fonts import FontRole, find_font

Colour = tuple[int, int, int]
_SIZE = (960, 540)


@lru_cache(maxsize=16)
def draw_scene(scene: str, stamp: str, seed: int) -> Image.Image:
    """Return the picture of `scene`; the same arguments give the same picture."""
    if scene == "portrait":
        return _portrait()
    rng = Random(seed)
    image = _landscape(rng)
    draw = ImageDraw.Draw(image)
    if scene in ("truck", "scale"):
        _lorry(draw, rng, scale=scene == "scale")
    elif scene == "road":
        _heap(draw, rng)
    elif scene == "patch":
        _patch(draw, rng)
    else:
        _tape(draw, rng)
    image = _grained(image.filter(ImageFilter.GaussianBlur(0.8)), seed)
    font = find_font(FontRole.HEI)
    face = ImageFont.truetype(str(font.path), 26, index=font.index)
    ImageDraw.Draw(image).text((610, 494), stamp, font=face, fill=(255, 196, 40))
    return image


def _landscape(rng: Random) -> Image.Image:
    image = Image.new("RGB", _SIZE)
    draw = ImageDraw.Draw(image)
    width, height = _SIZE
    horizon = rng.randint(190, 230)
    for y in range(horizon):
        shade = y / horizon
        draw.line((0, y, width, y), fill=_mix((132, 168, 206), (214, 224, 232), shade))
    for y in range(horizon, height):
        shade = (y - horizon) / (height - horizon)
        draw.line((0, y, width, y), fill=_mix((142, 138, 108), (110, 102, 78), shade))
    draw.polygon(
        [(330, horizon), (560, horizon), (1180, height), (-160, height)], fill=(92, 93, 96)
    )
    for step in range(5):
        y = horizon + 14 + step * step * 15
        draw.polygon(
            [
                (444, y),
                (450, y),
                (454 + step * 6, y + 10 + step * 9),
                (440 - step, y + 10 + step * 9),
            ],
            fill=(222, 222, 214),
        )
    for _ in range(9):
        x, size = rng.randint(0, width), rng.randint(16, 44)
        if not 300 < x < 600:
            draw.ellipse((x, horizon - size, x + size * 1.4, horizon + 6), fill=(74, 96, 66))
    return image


def _lorry(draw: ImageDraw.ImageDraw, rng: Random, scale: bool) -> None:
    paint = rng.choice([(168, 42, 38), (40, 74, 138), (196, 148, 44), (58, 112, 92)])
    dark: Colour = (36, 36, 40)
    draw.polygon([(150, 210), (640, 176), (640, 400), (150, 396)], fill=_mix(paint, dark, 0.25))
    for x in range(180, 640, 46):
        draw.line((x, 208, x, 396), fill=_mix(paint, dark, 0.5), width=4)
    draw.polygon([(640, 214), (800, 232), (812, 410), (640, 412)], fill=paint)
    draw.polygon([(690, 246), (788, 254), (794, 318), (690, 314)], fill=(150, 176, 190))
    for x in (200, 270, 520, 590, 730):
        draw.ellipse((x, 372, x + 66, 446), fill=dark)
        draw.ellipse((x + 20, 394, x + 46, 424), fill=(150, 150, 150))
    draw.rectangle((700, 372, 776, 392), fill=(220, 184, 40))
    if scale:
        draw.polygon([(80, 448), (880, 448), (920, 486), (40, 486)], fill=(120, 122, 126))
        draw.rectangle((40, 120, 62, 470), fill=(200, 200, 196))


def _heap(draw: ImageDraw.ImageDraw, rng: Random) -> None:
    for _ in range(260):
        x = rng.gauss(520, 110)
        y = 430 - rng.random() * max(0.0, 130 - abs(x - 520) * 0.8)
        tone = rng.randint(-18, 18)
        draw.ellipse((x, y, x + 26, y + 14), fill=(176 + tone, 158 + tone, 118 + tone))
    for x in (300, 330, 352):
        draw.rounded_rectangle((x, 380, x + 60, 412), 10, fill=(188, 188, 182))


def _tape(draw: ImageDraw.ImageDraw, rng: Random) -> None:
    draw.polygon([(120, 250), (830, 226), (840, 470), (110, 470)], fill=(142, 104, 70))
    for y in range(262, 470, 38):
        draw.line((120, y, 836, y - 10), fill=(104, 74, 48), width=5)
    x = rng.randint(420, 520)
    draw.polygon([(x, 214), (x + 20, 214), (x + 24, 478), (x - 2, 478)], fill=(236, 202, 60))
    for y in range(224, 474, 12):
        draw.line((x, y, x + (18 if (y - 224) % 60 == 0 else 9), y), fill=(30, 30, 30), width=2)


def _patch(draw: ImageDraw.ImageDraw, rng: Random) -> None:
    for _ in range(320):
        x, y = rng.gauss(500, 120), rng.gauss(390, 34)
        tone = rng.randint(-14, 14)
        draw.ellipse((x, y, x + 44, y + 12), fill=(150 + tone, 146 + tone, 136 + tone))
    draw.line((250, 446, 800, 424), fill=(236, 202, 60), width=12)
    for x in range(256, 800, 14):
        draw.line(
            (x, 441 - (x - 250) * 0.04, x, 450 - (x - 250) * 0.04), fill=(30, 30, 30), width=2
        )


def _portrait() -> Image.Image:
    image = Image.new("RGB", (222, 264), (214, 220, 228))
    draw = ImageDraw.Draw(image)
    draw.ellipse((66, 44, 156, 156), fill=(150, 150, 152))
    draw.pieslice((22, 160, 200, 380), 180, 360, fill=(120, 122, 128))
    return image.filter(ImageFilter.GaussianBlur(1.2))


def _grained(image: Image.Image, seed: int) -> Image.Image:
    noise = numpy.random.default_rng(seed).normal(0, 7, (_SIZE[1], _SIZE[0], 1))
    pixels = numpy.clip(numpy.asarray(image, dtype=numpy.float32) + noise, 0, 255)
    return Image.fromarray(pixels.astype(numpy.uint8))


def _mix(a: Colour, b: Colour, share: float) -> Colour:
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue
