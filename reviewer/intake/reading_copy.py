"""The reading copy (阅读版) of a DOCX: laid out by us once at import, drawn at any size.

Sheets are A4 and each says that it is not the layout of the original.  Boxes are fractions of the
sheet; a stretch of a block and the line of characters drawn for it are the same.
"""

import base64
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer.fonts import FontRole
from reviewer.intake.copy_flow import Layouter, Picture, Piece, Rule, Stretch
from reviewer.intake.copy_fonts import char_width
from reviewer.intake.copy_pictures import Pictures
from reviewer.intake.copy_sheets import HEIGHT, ROOM, WIDTH, Paginator, Sheet
from reviewer.intake.docx_body import read_package
from reviewer.intake.docx_package import DocxPackage
from reviewer.intake.docx_styles import ParagraphLook, RunLook
from reviewer.intake.docx_tree import Body, Paragraph, Run
from reviewer.intake.rendering import CharPlace
from reviewer.model import BlockLayout, Box, SourceFile

_FORMAT = 1
_NO_BLOCK = -1
_NOTE = RunLook(size=9.0, font="楷体")


@dataclass(frozen=True, slots=True)
class ReadingCopy:
    """A laid-out DOCX."""

    pages: tuple[Sheet, ...]
    pictures: dict[str, bytes]
    """Encoded pictures by the name that `Picture.part` uses; empty when one cannot be shown."""

    @property
    def sheets(self) -> int:
        """Return the number of sheets."""
        return len(self.pages)

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of a sheet in points."""
        return WIDTH, HEIGHT

    @property
    def layout(self) -> tuple[BlockLayout, ...]:
        """Return where every stretch of every block was drawn, sheet by sheet."""
        return tuple(
            BlockLayout(one.block, one.start, one.end, number, _box(one))
            for number, sheet in enumerate(self.pages, 1)
            for one in sheet.stretches
            if one.block != _NO_BLOCK
        )

    def to_bytes(self) -> bytes:
        """Return the bytes that `from_bytes` understands."""
        value = {
            "format": _FORMAT,
            "pages": [_sheet_to_json(sheet) for sheet in self.pages],
            "pictures": {
                name: base64.b64encode(content).decode("ascii")
                for name, content in self.pictures.items()
            },
        }
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return zlib.compress(text.encode("utf-8"), 6)

    @classmethod
    def from_bytes(cls, content: bytes) -> "ReadingCopy":
        """Return the copy that was encoded.

        Raises:
            ValueError: the bytes are not a reading copy of this version; make it again.
        """
        try:
            value = json.loads(zlib.decompress(content))
        except zlib.error as error:
            raise ValueError("not a reading copy") from error
        if value.get("format") != _FORMAT:
            raise ValueError("a reading copy of another version")
        return cls(
            tuple(_sheet_from_json(one) for one in value["pages"]),
            {name: base64.b64decode(text) for name, text in value["pictures"].items()},
        )


def reading_copy(file: SourceFile) -> ReadingCopy:
    """Lay out a DOCX.

    Raises:
        UnreadableFile: it is damaged.
        UserError: this computer has no Chinese font.
    """
    with DocxPackage(Path(file.location)) as package:
        return laid_out(package, read_package(package))


def laid_out(package: DocxPackage, body: Body) -> ReadingCopy:
    """Lay out the content of an opened DOCX.

    Raises:
        UserError: this computer has no Chinese font.
    """
    pictures = Pictures(package)
    layouter = Layouter(pictures.size)
    paginator = Paginator()
    for text in body.headers:
        paginator.set(layouter.block(_note(f"页眉：{text}"), _NO_BLOCK, 0, ROOM))
    for index, block in enumerate(body.blocks):
        if isinstance(block, Paragraph) and block.look.page_break:
            paginator.new_sheet()
        paginator.set(layouter.block(block, index, 0, ROOM))
    for label, texts in (("页脚", body.footers), ("注释", body.notes)):
        for text in texts:
            paginator.set(layouter.block(_note(f"{label}：{text}"), _NO_BLOCK, 0, ROOM))
    return ReadingCopy(tuple(paginator.sheets), pictures.encoded)


def sheet_chars(copy: ReadingCopy, sheet: int) -> tuple[CharPlace, ...]:
    """Return the characters on a sheet.

    `line` counts the stretches of this sheet in the order of `ReadingCopy.layout`, so that the
    n-th character of line i is character `start + n` of the block of that stretch.
    """
    stretches = [one for one in copy.pages[sheet - 1].stretches if one.block != _NO_BLOCK]
    return tuple(
        CharPlace(char, box, line)
        for line, stretch in enumerate(stretches)
        for char, box in _chars(stretch)
    )


def _chars(stretch: Stretch) -> Iterator[tuple[str, Box]]:
    y0, y1 = stretch.y / HEIGHT, (stretch.y + stretch.height) / HEIGHT
    for piece in stretch.pieces:
        x = stretch.x + piece.x
        for char in piece.text:
            width = char_width(char, piece.role) * piece.size
            yield char, Box(x / WIDTH, y0, (x + width) / WIDTH, y1)
            x += width


def _box(one: Stretch) -> Box:
    return Box(
        one.x / WIDTH,
        one.y / HEIGHT,
        (one.x + one.width) / WIDTH,
        (one.y + one.height) / HEIGHT,
    )


def _note(text: str) -> Paragraph:
    return Paragraph((Run(text, _NOTE),), ParagraphLook(after=3.0))


def _sheet_to_json(sheet: Sheet) -> list[object]:
    return [
        [
            [*_rounded(one.x, one.y, one.width, one.height), one.block, one.start, one.end]
            + [
                [*_rounded(piece.x, piece.size), piece.role.value, int(piece.bold), piece.text]
                for piece in one.pieces
            ]
            for one in sheet.stretches
        ],
        [_rounded(rule.x0, rule.y0, rule.x1, rule.y1) for rule in sheet.rules],
        [[*_rounded(one.x, one.y, one.width, one.height), one.part] for one in sheet.pictures],
    ]


def _sheet_from_json(value: list[list[list[Any]]]) -> Sheet:
    stretches, rules, pictures = value
    return Sheet(
        [_stretch(*one) for one in stretches],
        [Rule(*one) for one in rules],
        [Picture(*one) for one in pictures],
    )


def _stretch(
    x: float, y: float, width: float, height: float, block: int, start: int, end: int, *pieces: Any
) -> Stretch:
    found = tuple(_piece(*piece) for piece in pieces)
    return Stretch(x, y, width, height, block, start, end, found)


def _piece(x: float, size: float, role: str, bold: int, text: str) -> Piece:
    return Piece(x, size, FontRole(role), bool(bold), text)


def _rounded(*values: float) -> list[float]:
    return [round(value, 2) for value in values]
