"""The row of an item that a rule could not judge: 无法判断, why, and the pages it looked at.

It asks for nothing: there is nothing to accept, only a reason to look oneself.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.model import Verdict
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.controls import Tag, label
from reviewer.ui.workbench.item_lines import UnsureLine
from reviewer.ui.workbench.page_chips import ChipRow
from reviewer.ui.workbench.paint import colour, outline


class UnsureCard(QWidget):
    """What the machine cannot tell about an item."""

    place_wanted = Signal(object)

    def __init__(self, tokens: Tokens, line: UnsureLine) -> None:
        super().__init__()
        self.line = line
        self._tokens = tokens
        self.chip_row = ChipRow(tokens, line.chips)
        self.chip_row.place_wanted.connect(self.place_wanted)
        message = label(line.message, "caption")
        message.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.block, tokens.unit + 1, tokens.block, tokens.unit + 1)
        row.setSpacing(tokens.gap)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Tag(tokens, Verdict.CANNOT_TELL), 0, top)
        row.addWidget(message, 1)
        row.addWidget(self.chip_row, 0, top)
        self.setAccessibleName(f"无法判断，{line.message}")
        self.setToolTip(f"核查规则 {line.rule}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), self._tokens
        area = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        outline(painter, area, colour(t, "edge"), t.radius, dashed=True)
