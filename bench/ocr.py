"""Recognising scans: our engine beside RapidOCR with its defaults and Tesseract.

Twenty pages of statute text and forms, 9 to 16 points, some under a seal, as noisy 200-dpi
pictures.  Ours draws, hashes and recognises them in its processes on all cores; the peers are
given the pictures.  Prints pages a minute, the ratio, wrong characters in a hundred, and how many
pages lying on their side or head were turned upright.
"""

import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rapidocr
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rapidfuzz.distance import Levenshtein
from rapidocr.utils.output import RapidOCROutput

from reviewer.fonts import FontRole, find_font
from reviewer.intake import OcrEngine, gather
from reviewer.model import TextSource
from reviewer.progress import Silent
from reviewer.reckoning.textnorm import squeezed
from reviewer.resources import resource

POINTS = (9.0, 10.5, 12.0, 14.0, 16.0)
WIDTH, HEIGHT, DPI = 1654, 2339, 200
EDGE = 170
TURNS = (90, 180, 270)


@dataclass(frozen=True, slots=True)
class Made:
    """A page and what stands on it."""

    picture: Path
    text: str


def statute() -> str:
    """Return running legal text."""
    path = next(resource("laws").glob("行政处罚法*.md"))
    return "".join(
        char for char in path.read_text(encoding="utf-8") if "\u4e00" <= char <= "\u9fa5"
    )


def prose(source: str, points: float) -> tuple[Image.Image, str]:
    """Return a page of lines."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(image)
    pixels = round(points * DPI / 72)
    face = _face(pixels)
    length, step = (WIDTH - 2 * EDGE) // pixels, round(1.7 * pixels)
    rows = range(EDGE, HEIGHT - EDGE, step)
    lines = [source[n * length : (n + 1) * length] for n in range(len(rows))]
    for top, line in zip(rows, lines, strict=True):
        draw.text((EDGE, top), line, font=face, fill=(20, 20, 20))
    return image, "".join(lines)


def form(source: str, points: float) -> tuple[Image.Image, str]:
    """Return a page of cells between lines."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(image)
    pixels = round(points * DPI / 72)
    face = _face(pixels)
    height, width = round(2.4 * pixels), (WIDTH - 2 * EDGE) // 4
    fitting = width // pixels - 1
    texts: list[str] = []
    for row, top in enumerate(range(EDGE, HEIGHT - EDGE - height, height)):
        for column in range(4):
            left, at = EDGE + column * width, (row * 4 + column) * fitting
            draw.rectangle((left, top, left + width, top + height), outline=(30, 30, 30), width=2)
            text = source[at : at + fitting]
            draw.text((left + pixels // 2, top + 0.7 * pixels), text, font=face, fill=(20, 20, 20))
            texts.append(text)
    return image, "".join(texts)


def aged(image: Image.Image, seal: bool, chance: random.Random) -> Image.Image:
    """Return the page as a scanner gives it."""
    if seal:
        draw = ImageDraw.Draw(image)
        x, y = chance.randint(900, 1200), chance.randint(1500, 1900)
        draw.ellipse((x - 160, y - 160, x + 160, y + 160), outline=(210, 40, 50), width=9)
    askew = image.rotate(
        chance.uniform(-0.5, 0.5), fillcolor="white", resample=Image.Resampling.BICUBIC
    )
    soft = np.asarray(askew.filter(ImageFilter.GaussianBlur(0.6))).astype(np.int16)
    noise = np.random.default_rng(chance.randrange(999)).normal(0, 6, soft.shape[:2])
    return Image.fromarray(np.clip(soft + noise[:, :, None], 0, 255).astype(np.uint8))


def make_pages(folder: Path) -> list[Made]:
    """Write the pages as JPEG files."""
    chance, source = random.Random(7), statute()
    made = []
    for number in range(20):
        points = POINTS[number % len(POINTS)]
        draw = prose if number < 10 else form
        image, text = draw(source[chance.randrange(4000) :], points)
        path = folder / f"{number:02}.jpg"
        aged(image, number % 3 == 0, chance).save(path, quality=80, dpi=(DPI, DPI))
        made.append(Made(path, text))
    return made


def ours(pages: Sequence[Made], work: Path) -> tuple[float, list[str]]:
    """Return seconds and texts of our engine; its models are loaded before the clock starts."""
    files = gather([page.picture for page in pages], work, Silent()).files
    with OcrEngine() as engine:
        # The pages are not kept, so the two that warm the processes up are read again.
        list(engine.read([(file, 1) for file in files[:2]], Silent()))
        start = time.perf_counter()
        read = {page.ref.file: page for page in engine.read([(f, 1) for f in files], Silent())}
        seconds = time.perf_counter() - start
    return seconds, ["".join(line.text for line in read[file.sha256].lines) for file in files]


def defaults(pages: Sequence[Made], _work: Path) -> tuple[float, list[str]]:
    """Return seconds and texts of RapidOCR as it comes."""
    engine = rapidocr.RapidOCR(params={"Global.log_level": "critical"})
    engine(str(pages[0].picture))
    start = time.perf_counter()
    found = [engine(str(page.picture)) for page in pages]
    return time.perf_counter() - start, [
        "".join(one.txts or ()) if isinstance(one, RapidOCROutput) else "" for one in found
    ]


def tesseract(pages: Sequence[Made], _work: Path) -> tuple[float, list[str]]:
    """Return seconds and texts of Tesseract with its Chinese model."""
    start = time.perf_counter()
    texts = []
    for page in pages:
        command = ["tesseract", str(page.picture), "-", "-l", "chi_sim"]
        texts.append(subprocess.run(command, capture_output=True, check=True).stdout.decode())
    return time.perf_counter() - start, texts


def wrong(pages: Sequence[Made], texts: Sequence[str]) -> float:
    """Return wrong characters in a hundred."""
    errors = sum(
        Levenshtein.distance(page.text, squeezed(text))
        for page, text in zip(pages, texts, strict=True)
    )
    return 100 * errors / sum(len(page.text) for page in pages)


def turned_right(pages: Sequence[Made], folder: Path, work: Path) -> tuple[int, int]:
    """Return how many of the pages that lie on their side or head are set upright."""
    folder.mkdir()
    for page in pages:
        for turn in TURNS:
            lying = Image.open(page.picture).rotate(turn, expand=True)
            lying.save(folder / f"{page.picture.stem}-{turn}.jpg", quality=80, dpi=(DPI, DPI))
    files = gather([folder], work, Silent()).files
    with OcrEngine() as engine:
        read = list(engine.read([(file, 1) for file in files], Silent()))
    names = {file.sha256: file.path for file in files}
    right = sum(
        page.source is TextSource.OCR and f"-{page.turned}.jpg" in names[page.ref.file]
        for page in read
    )
    return right, len(files)


def main() -> None:
    """Print one line for each reader and one for the turned pages."""
    readers: dict[str, Callable[[Sequence[Made], Path], tuple[float, list[str]]]] = {
        "RapidOCR defaults": defaults,
        "ours": ours,
    }
    if shutil.which("tesseract"):
        readers["Tesseract chi_sim"] = tesseract
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = make_pages(folder)
        characters = sum(len(page.text) for page in pages)
        peer = 0.0
        for reader, read in readers.items():
            seconds, texts = read(pages, folder / "work")
            peer = peer or seconds
            print(
                f"ocr: {len(pages)} pages, {characters} characters, {reader}"
                f" {60 * len(pages) / seconds:.1f} pages a minute, {peer / seconds:.2f} times the"
                f" defaults, {wrong(pages, texts):.2f} of 100 characters wrong"
            )
        right, lying = turned_right(pages[4:16:6], folder / "lying", folder / "work2")
        print(f"ocr: {right} of {lying} pages lying on their side or head set upright")


def _face(pixels: int) -> ImageFont.FreeTypeFont:
    font = find_font(FontRole.SONG)
    return ImageFont.truetype(font.path, pixels, index=font.index)


if __name__ == "__main__":
    main()
