"""What home says before there is a case: the ways to start, and where to drop files."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.ui.parts import button, card, column, dress, label, picture, row
from reviewer.ui.theme import Tokens

_WIDEST = 1180


class DropArea(QWidget):
    """A dashed field that says where files may go; dropping works in the whole window."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        sign = picture("inbox", "blue", "page_title")
        words = label("把案卷文件夹、ZIP、PDF、Word 或照片拖到窗口任意位置，直接开始", "title")
        more = label("扫描件自动识别文字；原件只读保存，不会改动。全程不联网。", "second")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        layout.setSpacing(tokens.gap)
        for part in (sign, words, more):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint with `tokens` from now on."""
        self._tokens = tokens
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel with its dashed edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._tokens.line2), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(self._tokens.panel))
        radius = self._tokens.card_radius
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


class EmptyPage(QWidget):
    """The first thing a new user sees."""

    import_asked = Signal()
    folder_asked = Signal()
    paper_asked = Signal()
    package_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        heading = label("还没有案卷，从下面任选一项开始", "page_title")
        second = label("第一次使用，可先导入一卷扫描件试评，原件不会改动。", "second")
        ways = QGridLayout()
        ways.setSpacing(tokens.inset)
        for at, way in enumerate(self._ways(tokens)):
            ways.addWidget(way, 0, at)
            ways.setColumnStretch(at, 1)
        self._drop = DropArea(tokens)
        inside = QWidget()
        inside.setMaximumWidth(round(_WIDEST * tokens.scale))
        words = column(heading, second, gap=tokens.unit)
        inside.setLayout(column(words, ways, self._drop, gap=tokens.inset))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(tokens.margin * 2, tokens.margin, tokens.margin * 2, tokens.margin)
        outer.addStretch(2)
        middle = row(1, inside, 1)
        middle.setStretch(1, 100)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours."""
        self._drop.set_tokens(tokens)
        dress(self, tokens)

    def _ways(self, tokens: Tokens) -> tuple[QFrame, ...]:
        return self._import_way(tokens), self._paper_way(tokens), self._package_way(tokens)

    def _import_way(self, tokens: Tokens) -> QFrame:
        choices = row(
            button("导入案卷…", "primary", self.import_asked.emit),
            label("Ctrl+I", "caption"),
            button("导入文件夹…", "normal", self.folder_asked.emit),
            1,
        )
        words = "选一个文件夹、压缩包或若干文件，读取后直接进入评查。"
        return self._way(tokens, "folder", "评查一卷案卷", words, choices)

    def _paper_way(self, tokens: Tokens) -> QFrame:
        choices = row(button("新建纸质评查…", "normal", self.paper_asked.emit), 1)
        words = "手边只有纸质案卷时，不导入文件，照同一套标准打分；页码填卷内页号。"
        return self._way(tokens, "pencil", "新建纸质评查", words, choices)

    def _package_way(self, tokens: Tokens) -> QFrame:
        choices = row(
            button("打开评查包…", "normal", self.package_asked.emit),
            label("Ctrl+O", "caption"),
            1,
        )
        words = "收到组织单位用 U 盘发来的任务包时，打开后即有分到的案卷。"
        return self._way(tokens, "inbox", "参加年度评查", words, choices)

    @staticmethod
    def _way(tokens: Tokens, sign: str, heading: str, words: str, foot: QHBoxLayout) -> QFrame:
        made = card()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        layout.setSpacing(tokens.gap)
        layout.addWidget(picture(sign, "blue", "page_title"), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(tokens.unit)
        layout.addWidget(label(heading, "title"))
        layout.addWidget(label(words, "second", wraps=True))
        layout.addStretch(1)
        layout.addSpacing(tokens.gap)
        layout.addLayout(foot)
        return made
