"""Measure the settings of text recognition on small print; no test, a tool.

    python -m tests.intake.measure_recognition 736 960 1280 1600

Prints, for each size of the picture that lines are looked for in, processor seconds and wrong
characters on a page of 9-point print and on a form of narrow cells, both at 200 dpi, askew and
noisy as scans are.
"""

import random
import sys
import time

import click
import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from rapidfuzz.distance import Levenshtein

from reviewer.intake.images import Pixels
from reviewer.intake.page_reading import read_image
from reviewer.intake.recogniser import Recogniser
from tests.intake.builders import font

_PIXELS = 25  # 9 points at 200 dpi
_COMMON = [
    bytes((first, second)).decode("gb2312")
    for first in range(0xB0, 0xD7)
    for second in range(0xA1, 0xFF)
]


def _paper() -> Image.Image:
    return Image.new("L", (1654, 2339), 255)


def _scanned(image: Image.Image) -> Pixels:
    askew = image.rotate(0.6, fillcolor=255, resample=Image.Resampling.BICUBIC)
    grey = np.asarray(askew.filter(ImageFilter.GaussianBlur(0.7))).astype(np.int16)
    noise = np.random.default_rng(1).normal(0, 8, grey.shape).astype(np.int16)
    return np.repeat(np.clip(grey + noise, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)


def _print(chance: random.Random) -> tuple[Pixels, list[str]]:
    image = _paper()
    draw = ImageDraw.Draw(image)
    lines = ["".join(chance.choices(_COMMON, k=50)) for _ in range(24)]
    for row, line in enumerate(lines):
        draw.text((200, 200 + row * 40), line, font=font(_PIXELS), fill=20)
    return _scanned(image), lines


def _form(chance: random.Random) -> tuple[Pixels, list[str]]:
    image = _paper()
    draw = ImageDraw.Draw(image)
    cells = []
    for row in range(30):
        top = 200 + row * 56
        draw.line((150, top, 1500, top), fill=0, width=2)
        for column in range(5):
            left = 150 + column * 270
            text = (
                f"{chance.randrange(1, 99)}"
                if column == 0
                else f"2024年{chance.randrange(1, 13)}月{chance.randrange(1, 29)}日"
                if column == 3
                else "".join(chance.choices(_COMMON, k=chance.randrange(2, 8)))
            )
            draw.line((left, top, left, top + 56), fill=0, width=2)
            draw.text((left + 14, top + 15), text, font=font(_PIXELS), fill=20)
            cells.append(text)
    return _scanned(image), cells


def main(sides: list[int]) -> None:
    """Print one line for each size and page."""
    for side in sides:
        reader = Recogniser(side)
        for name, (image, wanted) in (
            ("print", _print(random.Random(1))),
            ("form", _form(random.Random(2))),
        ):
            started = time.process_time()
            reader.detect(image)
            looked = time.process_time()
            found = [line.text for line in read_image(image, reader).lines]
            read = time.process_time()
            wrong = Levenshtein.distance("".join(wanted), "".join(found))
            click.echo(
                f"{side:5} {name:6} look {looked - started:.2f} s, all {read - looked:.2f} s,"
                f" {wrong} of {len(''.join(wanted))} characters wrong,"
                f" {len(found)} of {len(wanted)} lines"
            )


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [960, 1280])
