"""The parts of an official document in PDF that only GB/T 9704-2012 asks for: red head, 版记."""

from reportlab.lib.colors import HexColor, black
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from reviewer.reports.blocks import Imprint, RedHead

_RED = HexColor("#FF0000")
_LARGEST, _SMALLEST = 46.0, 22.0
_LINE = 28.95
_THICK, _THIN = 0.35 * mm, 0.25 * mm
_SIZE = 14
"""4 号, the type size of 版记."""


class RedHeadFlow(Flowable):
    """Issuer 35 mm below the top of the text, number two lines below, red line under it."""

    def __init__(self, block: RedHead) -> None:
        super().__init__()
        self._block = block
        self._room = 0.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width, and the two lines that stand free above the title."""
        self._room = width
        return width, 35 * mm + self._size() + 3 * _LINE + 4 * mm + 2 * _LINE

    def draw(self) -> None:
        """Draw it from the top of its room downwards."""
        canvas, width, size = self.canv, self._room, self._size()
        at = self.wrap(width, 0)[1] - 35 * mm - size
        canvas.saveState()
        canvas.setFillColor(_RED)
        canvas.setStrokeColor(_RED)
        canvas.setLineWidth(size / 40)
        text = canvas.beginText()
        text.setFont("song", size)
        # Filled and stroked: no bold face of the font is at hand.
        text.setTextRenderMode(2)
        issuer = self._block.issuer
        text.setTextOrigin((width - stringWidth(issuer, "song", size)) / 2, at + size * 0.15)
        text.textOut(issuer)
        canvas.drawText(text)
        at -= 3 * _LINE
        canvas.setLineWidth(2.25)
        canvas.line(0, at - 4 * mm + 6, width, at - 4 * mm + 6)
        canvas.restoreState()
        canvas.setFont("fang", 16)
        canvas.drawCentredString(width / 2, at + 9, self._block.number)

    def _size(self) -> float:
        room = self._room * 0.98 or 1.0
        wide = stringWidth(self._block.issuer, "song", 1.0) or 1.0
        return max(_SMALLEST, min(_LARGEST, room / wide))


class ImprintFlow(Flowable):
    """版记: takes the rest of the page and stands at its foot."""

    def __init__(self, block: Imprint) -> None:
        super().__init__()
        self._block = block
        self._room = 0.0
        self._copies: list[str] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take all that is left of the page, if the lines find room there."""
        self._room = width
        self._copies = _lines(self._block.copies, width) if self._block.copies else []
        needed = (len(self._copies) + 1) * 24.0 + 8
        return width, max(needed, height - 0.5)

    def draw(self) -> None:
        """Draw it upwards from the foot of its room."""
        canvas, width = self.canv, self._room
        canvas.saveState()
        canvas.setStrokeColor(black)
        canvas.setLineWidth(_THICK)
        canvas.line(0, 0, width, 0)
        canvas.setFont("fang", _SIZE)
        canvas.drawString(_SIZE, 7, self._block.issuer)
        canvas.drawRightString(width - _SIZE, 7, f"{self._block.issued}印发")
        at = 24.0
        if self._copies:
            canvas.setLineWidth(_THIN)
            canvas.line(0, at, width, at)
        for number, line in enumerate(reversed(self._copies), 1):
            indent = _SIZE if number == len(self._copies) else 4 * _SIZE
            canvas.drawString(indent, at + 7, line)
            at += 24
        canvas.setLineWidth(_THICK)
        canvas.line(0, at, width, at)
        canvas.restoreState()


def _lines(copies: str, width: float) -> list[str]:
    """Return 抄送 cut into lines; all but the first begin under the first body."""
    lines: list[str] = []
    line = "抄送："
    for sign in copies.rstrip("。") + "。":
        indent = 4 * _SIZE if lines else _SIZE
        if (
            sign not in "，。、"
            and stringWidth(line + sign, "fang", _SIZE) > width - indent - _SIZE
        ):
            lines.append(line)
            line = ""
        line += sign
    return [*lines, line]
