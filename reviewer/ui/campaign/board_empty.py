"""What the page 活动 says while there is no campaign: the ways to start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.parts import button, card, column, label, picture, row
from reviewer.ui.theme import Tokens

_WIDEST = 720
_WAYS = (
    "填写单位、评查人和各阶段期限，收台账，冻结后由见证人报种子抽取，每一步留有记录。"
    "收到任务包的评查人直接打开评查包。"
)


class BoardEmpty(QWidget):
    """A new campaign, or a package from who organises one."""

    new_asked = Signal()
    package_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.new = button("新建活动…", "primary", self.new_asked.emit)
        opened = button("打开评查包…", "normal", self.package_asked.emit)
        made = card()
        made.setMaximumWidth(round(_WIDEST * tokens.scale))
        inside = QVBoxLayout(made)
        inside.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        inside.setSpacing(tokens.gap)
        inside.addWidget(picture("flag", "blue", "page_title"), 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(label("组织一次年度评查", "title"))
        inside.addWidget(label(_WAYS, "second", wraps=True))
        inside.addSpacing(tokens.inset)
        keys = label("Ctrl+N", "caption"), label("Ctrl+O", "caption")
        inside.addLayout(row(self.new, keys[0], opened, keys[1], 1))
        heading = label("还没有评查活动", "page_title")
        said = label("不组织活动，也可以在“案卷”中逐卷评查。", "second")
        middle = column(column(heading, said, gap=tokens.unit), made, gap=tokens.inset)
        across = row(1, middle, 1)
        across.setStretch(1, 100)
        outer = column(2, across, 3)
        outer.setContentsMargins(tokens.margin * 2, tokens.margin, tokens.margin * 2, tokens.margin)
        self.setLayout(outer)
        middle.setSizeConstraint(middle.SizeConstraint.SetDefaultConstraint)
