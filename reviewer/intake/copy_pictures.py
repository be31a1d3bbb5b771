"""The pictures of a DOCX as its reading copy keeps them.

They are kept small; what cannot be shown, such as a drawing in WMF, is kept empty.
"""

import io
import warnings

from PIL import Image

from reviewer.errors import UnreadableFile
from reviewer.intake.docx_package import DocxPackage
from reviewer.intake.images import PIXELS, on_white

_WIDEST = 1400
_LIMIT = 60_000_000
"""Bytes of one picture part."""


class Pictures:
    """Encodes pictures as they are asked for, each once."""

    def __init__(self, package: DocxPackage) -> None:
        self._package = package
        self._sizes: dict[str, tuple[float, float]] = {}
        self.encoded: dict[str, bytes] = {}
        """JPEG by part name; empty for what cannot be shown, such as drawings in WMF."""

    def size(self, part: str) -> tuple[float, float]:
        """Return width and height in points at 96 dots per inch, and keep the picture."""
        self.keep(part)
        return self._sizes[part]

    def keep(self, part: str) -> None:
        """Encode a picture unless that was done."""
        if part in self.encoded:
            return
        self.encoded[part] = b""
        self._sizes[part] = (180.0, 40.0)
        try:
            content = self._package.read(part, _LIMIT)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with Image.open(io.BytesIO(content)) as image:
                    self._encode(part, image)
        # Pillow's decoders let through whatever broken headers make of their arithmetic.
        except (UnreadableFile, OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError):
            return

    def _encode(self, part: str, image: Image.Image) -> None:
        if image.format in ("WMF", "EMF") or image.width * image.height > PIXELS:
            return
        size = (image.width * 0.75, image.height * 0.75)
        if image.format == "JPEG":
            image.draft(None, (_WIDEST, _WIDEST))
        image.thumbnail((_WIDEST, _WIDEST * 2))
        stream = io.BytesIO()
        on_white(image).save(stream, "JPEG", quality=82)
        self.encoded[part] = stream.getvalue()
        self._sizes[part] = size
