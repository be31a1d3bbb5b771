"""Opening pictures safely: bounded memory, EXIF orientation, frames of a TIFF.

The size is read from the header before any pixel is decoded.  A picture above `PIXELS` is
decoded scaled down where the format can do that (JPEG) and refused with a remedy otherwise.
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps, UnidentifiedImageError

from reviewer.errors import UnreadableFile
from reviewer.intake.geometry import turn_size

Pixels = npt.NDArray[np.uint8]
"""Height × width × 3 bytes in the order blue, green, red."""
PIXELS = 64_000_000
"""Most pixels ever decoded at once: 192 MB as RGB."""
FRAMES = 2_000

# Pillow's own guard warns at 89 million pixels and is global; the limits here are stricter.
Image.MAX_IMAGE_PIXELS = None
logging.getLogger("PIL").setLevel(logging.CRITICAL)

_INCOMPLETE = "图片不完整或已损坏。"
_AGAIN = "请重新拍摄、扫描或重新复制该文件后再导入。"
_SMALLER = "请用看图软件缩小到 8000 像素以内，另存为 JPG 后重新导入。"


@contextmanager
def open_image(path: Path) -> Iterator[Image.Image]:
    """Open a picture without decoding it.

    Raises:
        UnreadableFile: it is damaged, incomplete, or too large to decode.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path) as image:
                yield image
    except UnreadableFile:
        raise
    except UnidentifiedImageError as error:
        raise UnreadableFile(_INCOMPLETE, _AGAIN) from error
    except PermissionError as error:
        raise UnreadableFile("文件无法打开。", "请确认文件还在原处且有读取权限。") from error
    # Pillow's decoders let through whatever broken headers make of their arithmetic.
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError, MemoryError) as error:
        raise UnreadableFile(_INCOMPLETE, _AGAIN) from error


def frame_count(image: Image.Image) -> int:
    """Return the number of frames that are pages: of a TIFF all, of anything else 1.

    Raises:
        UnreadableFile: there are more than `FRAMES`.
    """
    if image.format != "TIFF":
        return 1
    count = int(getattr(image, "n_frames", 1))
    if count > FRAMES:
        raise UnreadableFile(
            f"TIFF 中有 {count} 页，超过 {FRAMES} 页。", "请拆分为几个文件后重新导入。"
        )
    return count


def check_size(image: Image.Image) -> str:
    """Return a Chinese remark when the picture will be read scaled down; empty otherwise.

    Raises:
        UnreadableFile: it is too large and its format cannot be decoded scaled down.
    """
    width, height = image.size
    if width * height <= PIXELS:
        return ""
    # A progressive JPEG keeps the coefficients of the whole picture even when scaled.
    scalable = image.format == "JPEG" and not image.info.get("progressive")
    if scalable and width * height <= PIXELS * 64:
        return f"图片 {width}×{height} 像素，按缩小后的尺寸读取。"
    raise UnreadableFile(f"图片过大（{width}×{height} 像素），未读取。", _SMALLER)


def upright_size(image: Image.Image) -> tuple[float, float]:
    """Return width and height in pixels after the EXIF orientation is applied."""
    width, height = image.size
    return turn_size(width, height, 90 if image.getexif().get(0x0112, 1) in (5, 6, 7, 8) else 0)


def load_frame(path: Path, frame: int, longest: int) -> tuple[Pixels, tuple[float, float]]:
    """Return frame `frame` (from 1), upright, its longer side at most `longest` pixels.

    The array is height × width × 3 bytes in the order blue, green, red; with it comes the full
    upright size in pixels.

    Raises:
        UnreadableFile: the picture is damaged, incomplete or too large.
    """
    with open_image(path) as image:
        if frame > 1:
            image.seek(frame - 1)
        check_size(image)
        size = upright_size(image)
        if image.format == "JPEG":
            _draft(image, longest)
        small = _reduced(image, longest)
        upright = ImageOps.exif_transpose(small)
        return np.ascontiguousarray(np.asarray(on_white(upright))[:, :, ::-1]), size


def check_whole(path: Path) -> None:
    """Decode a picture once, as small as the format allows, to see that it is complete.

    Raises:
        UnreadableFile: it is not.
    """
    load_frame(path, 1, 64)


def _draft(image: Image.Image, longest: int) -> None:
    """Have the JPEG decoder shrink by 2, 4 or 8 while it decodes, as far as that is wanted."""
    width, height = image.size
    factor = 1
    while factor < 8 and (
        max(width, height) // (2 * factor) >= longest or width * height > PIXELS * factor * factor
    ):
        factor *= 2
    # Pillow takes a size, shrinks by what both sides allow, and heeds the first call only.
    image.draft(None, (max(1, width // factor), max(1, height // factor)))


def _reduced(image: Image.Image, longest: int) -> Image.Image:
    exif = image.getexif()
    factor = max(image.size) // max(longest, 1)
    # Palette and 1-bit pictures average badly before they are grey or coloured.
    if image.mode in ("1", "P", "I", "F", "I;16", "CMYK", "YCbCr", "LAB"):
        image = _plain(image)
    small = image.reduce(factor) if factor > 1 else image
    if max(small.size) > longest:
        scale = longest / max(small.size)
        small = small.resize(
            (max(1, round(small.width * scale)), max(1, round(small.height * scale))),
            Image.Resampling.BILINEAR,
        )
    small.getexif().update(dict(exif))
    return small


def _plain(image: Image.Image) -> Image.Image:
    if image.mode == "1":
        return image.convert("L")
    if image.mode in ("I", "F", "I;16"):
        values = np.asarray(image, dtype=np.float32)
        span = float(values.max()) or 1.0
        return Image.fromarray((values * (255 / span)).astype(np.uint8))
    if image.mode == "P" and "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("RGB")


def on_white(image: Image.Image) -> Image.Image:
    """Return the picture as RGB; what is transparent becomes paper."""
    if image.mode in ("RGBA", "LA", "PA"):
        coloured = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(coloured, mask=coloured.getchannel("A"))
        return paper
    return image.convert("RGB")
