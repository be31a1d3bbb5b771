"""What the colours of the bars mean."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.paint import colour, draw_text, font, outline, text_width

_ENTRIES = (
    ("blue_fill", "已用"),
    ("line2", "未用"),
    ("red_fill", "超期"),
    ("amber_fill", "需核实"),
    ("grey", "无法判断"),
)
_SWATCH = 18


class Legend(QWidget):
    """A swatch and a word for each colour; the unknown is an outline."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("图例：" + "、".join(word for _, word in _ENTRIES))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        t = self._tokens
        words = sum(text_width(t, word, "caption") for _, word in _ENTRIES)
        each = round(_SWATCH * t.scale) + t.unit + t.inset
        return QSize(words + each * len(_ENTRIES), t.head)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), self._tokens
        x, middle = 0.0, self.height() / 2
        wide, tall = round(_SWATCH * t.scale), round(9 * t.scale)
        for name, word in _ENTRIES:
            swatch = QRectF(x, middle - tall / 2, wide, tall)
            if name == "grey":
                outline(painter, swatch, colour(t, name), 0, dashed=True)
            else:
                painter.fillRect(swatch, colour(t, name))
            x += wide + t.unit
            room = text_width(t, word, "caption")
            words = QRectF(x, 0, room + 2, self.height())
            draw_text(painter, words, word, font(t, "caption"), colour(t, "ink2"))
            x += room + t.inset
