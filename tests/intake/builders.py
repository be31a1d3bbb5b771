"""Small files of every kind, made when a test needs them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from docx import Document
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from reviewer.fonts import FontRole, find_font
from reviewer.intake import Delivery, gather
from reviewer.model import FileKind, SourceFile
from reviewer.progress import Silent

TEXT = "当事人于二〇二四年三月一日驾驶重型半挂牵引车经过检测站"


class KeptInMemory(dict[str, bytes]):
    """A reading cache that lives as long as the test."""

    def put(self, key: str, value: bytes) -> None:
        self[key] = value


def deliver(path: Path, workdir: Path) -> Delivery:
    return gather([path], workdir, Silent())


def source(path: Path, kind: FileKind, pages: int = 1) -> SourceFile:
    from reviewer.intake import hash_file

    return SourceFile(
        hash_file(path), path.name, kind, path.stat().st_size, pages, str(path.absolute())
    )


def font(size: int) -> ImageFont.FreeTypeFont:
    found = find_font(FontRole.SONG)
    return ImageFont.truetype(str(found.path), size, index=found.index)


def canvas(target: Path | io.BytesIO) -> Canvas:
    """Return a canvas with the Chinese font `song`."""
    found = find_font(FontRole.SONG)
    pdfmetrics.registerFont(TTFont("song", str(found.path), subfontIndex=found.index))
    return Canvas(target if isinstance(target, io.BytesIO) else str(target), pagesize=A4)


def text_pdf(pages: Sequence[Sequence[str]], **encryption: str) -> bytes:
    """Return a PDF with a text layer, lines from the top, 20 points apart."""
    stream = io.BytesIO()
    made = canvas(stream)
    for lines in pages:
        made.setFont("song", 12)
        for row, line in enumerate(lines):
            made.drawString(72, 760 - 20 * row, line)
        made.showPage()
    if encryption:
        made.setEncrypt(encryption["password"])
    made.save()
    return stream.getvalue()


def scan(lines: Sequence[str], size: int = 36, dpi: int = 150) -> Image.Image:
    """Return a picture of an A4 page with lines of print."""
    image = Image.new("RGB", (round(8.27 * dpi), round(11.69 * dpi)), "white")
    draw = ImageDraw.Draw(image)
    for row, line in enumerate(lines):
        draw.text((120, 150 + row * size * 2), line, font=font(size), fill="black")
    return image


def scan_pdf(images: Sequence[Image.Image], layer: str = "") -> bytes:
    """Return a PDF of pictures, with `layer` written over each of them."""
    stream = io.BytesIO()
    made = canvas(stream)
    for image in images:
        made.drawImage(ImageReader(image), 0, 0, *A4)
        if layer:
            made.setFont("song", 10)
            made.drawString(200, 20, layer)
        made.showPage()
    made.save()
    return stream.getvalue()


def picture(format_: str = "JPEG", size: tuple[int, int] = (300, 200)) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(stream, format_)
    return stream.getvalue()


def docx(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def packed(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def packed_raw(members: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Return a ZIP whose names are the given bytes, without the UTF-8 flag.

    Programs on Chinese Windows write such archives.  `zipfile` cannot: a name of the same length
    is written and then replaced.
    """
    stream = io.BytesIO()
    stand_ins = []
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(members):
            stand_in = f"{number}".rjust(len(name), "x").encode()
            stand_ins.append((stand_in, name))
            archive.writestr(stand_in.decode(), content)
    raw = stream.getvalue()
    for stand_in, name in stand_ins:
        raw = raw.replace(stand_in, name)
    return raw


def write(folder: Path, **files: bytes) -> Path:
    """Write files; a name's `__` stands for the dot before the suffix."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return folder
