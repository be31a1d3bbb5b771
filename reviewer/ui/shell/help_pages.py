"""The pages of help: every key, made from the table of actions, and what this program is."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer import __version__
from reviewer.ui.actions import ACTIONS, Action, shown_key
from reviewer.ui.parts import card, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.about import law_state

_THREE_COLUMNS = 1180
_WHERE = {
    "table": "首页列表",
    "list": "评查清单",
    "page": "页面",
    "timeline": "时间线",
    "meeting": "合议",
}
_COLUMNS = (("文件", "编辑", "活动", "工具", "帮助"), ("查看",), ("评查",))
_LIBRARIES = (
    ("PySide6-Essentials", "窗口界面（Qt）", "LGPL-3.0"),
    ("SQLAlchemy", "资料库", "MIT"),
    ("alembic", "资料库升级", "MIT"),
    ("pypdfium2", "读 PDF", "Apache-2.0、BSD-3-Clause"),
    ("rapidocr", "识别文字", "Apache-2.0"),
    ("onnxruntime", "识别文字", "MIT"),
    ("opencv-python-headless", "处理图像", "Apache-2.0"),
    ("numpy", "处理图像", "BSD-3-Clause"),
    ("Pillow", "处理图像", "MIT-CMU"),
    ("python-docx", "读写 Word", "MIT"),
    ("lxml", "读写 Word", "BSD-3-Clause"),
    ("openpyxl", "读写 Excel", "MIT"),
    ("reportlab", "生成 PDF", "BSD-3-Clause"),
    ("rapidfuzz", "比对文字", "MIT"),
    ("cn2an", "中文数字", "MIT"),
    ("chinesecalendar", "工作日历", "MIT"),
    ("pypinyin", "拼音首字母", "MIT"),
    ("platformdirs", "各类文件夹的位置", "MIT"),
    ("PyYAML", "标准与规则文件", "MIT"),
    ("click", "命令行", "BSD-3-Clause"),
    ("psutil", "进程优先级", "BSD-3-Clause"),
)


def _scrolled(inside: QWidget) -> QScrollArea:
    look(inside, "clear")
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setWidget(inside)
    return scroll


class KeysPage(QWidget):
    """All keys, by menu."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._grid = QGridLayout()
        self._grid.setSpacing(tokens.block)
        self._columns = [QWidget() for _ in _COLUMNS]
        for place, menus in zip(self._columns, _COLUMNS, strict=True):
            cards = (self._card(menu, tokens) for menu in menus)
            place.setLayout(column(*cards, 1, gap=tokens.block))
        hint = label(
            "单键只在列表和页面上有效，在输入框内打字时不起作用。"
            "按 Ctrl+K 可按名称或拼音首字母找到任一命令。",
            "second",
            wraps=True,
        )
        inside = QWidget()
        body = column(label("按键表", "page_title"), hint, self._grid, 1, gap=tokens.gap)
        body.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        inside.setLayout(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_scrolled(inside))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours."""
        self._tokens = tokens
        dress(self, tokens)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the menus side by side as far as there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= round(_THREE_COLUMNS * self._tokens.scale)
        places = ((0, 0), (0, 1), (0, 2)) if wide else ((0, 0), (0, 1), (1, 1))
        for at, (place, (line, side)) in enumerate(zip(self._columns, places, strict=True)):
            height = 1 if wide or at else 2
            self._grid.addWidget(place, line, side, height, 1)
        for side in range(3):
            self._grid.setColumnStretch(side, 1 if wide or side < 2 else 0)

    @staticmethod
    def _card(menu: str, tokens: Tokens) -> QFrame:
        made = card()
        grid = QGridLayout(made)
        grid.setContentsMargins(tokens.inset, tokens.block, tokens.inset, tokens.block)
        grid.setVerticalSpacing(tokens.unit)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(menu, "title"), 0, 0)
        for at, action in enumerate(keyed_actions(menu), 1):
            grid.addWidget(label(action.name), at, 0)
            grid.addWidget(label(_WHERE.get(action.where, ""), "caption"), at, 1)
            grid.addLayout(row(label(shown_key(action.keys[0]), "key"), 1), at, 2)
        return made


def keyed_actions(menu: str) -> tuple[Action, ...]:
    """Return the actions of a menu that have a key."""
    return tuple(action for action in ACTIONS if action.menu == menu and action.keys)


class AboutPage(QWidget):
    """Name, version, state of the law, libraries with their licences."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        facts = card()
        about = column(
            label("交通运输行政执法案卷评查", "title"),
            label(f"版本 {__version__}"),
            label(f"{law_state()}。此后施行的规定，请以公布文本为准。", wraps=True),
            label("机器只作提示，认定和扣分由评查人作出。全程不联网，原件只读保存。", wraps=True),
            gap=tokens.gap,
        )
        about.setContentsMargins(tokens.inset, tokens.block, tokens.inset, tokens.block)
        facts.setLayout(about)
        inside = QWidget()
        body = column(
            label("关于", "page_title"), facts, self._libraries(tokens), 1, gap=tokens.block
        )
        body.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        inside.setLayout(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_scrolled(inside))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours."""
        dress(self, tokens)

    @staticmethod
    def _libraries(tokens: Tokens) -> QFrame:
        made = card()
        grid = QGridLayout(made)
        grid.setContentsMargins(tokens.inset, tokens.block, tokens.inset, tokens.block)
        grid.setHorizontalSpacing(2 * tokens.inset)
        grid.setVerticalSpacing(tokens.unit)
        grid.setColumnStretch(3, 1)
        grid.addWidget(label("使用的开放源码组件", "title"), 0, 0, 1, 4)
        for at, (name, use, licence) in enumerate(_LIBRARIES, 1):
            for place, text in enumerate((name, _version(name), use, licence)):
                kind = "body" if place == 0 else "second"
                grid.addWidget(label(text, kind), at, place)
        return made


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
