"""Starting a review without files: what the cover of the paper case file says.

Only the name of the case is needed; everything else can be filled in later.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.forms import Form
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import Tokens

_WIDEST = 720


@dataclass(frozen=True, slots=True)
class PaperCase:
    """What was typed for a case without files."""

    title: str
    case_no: str
    unit: str
    party: str
    cause: str


class PaperPage(QWidget):
    """The form for a new paper case."""

    created = Signal(object)  # PaperCase
    cancelled = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.form = Form(tokens)
        number = self.form.add_text(
            "case_no", "案号", placeholder="宁交罚〔2024〕0132号", hint="年份用六角括号。"
        )
        title = self.form.add_text("title", "案卷名称", hint="不填时用案号。")
        self.form.add_text("unit", "办案单位")
        self.form.add_text("party", "当事人")
        self.form.add_text("cause", "案由")
        self._create = button("新建", "primary", self._on_create)
        back = button("返回", "normal", self.cancelled.emit)
        for field in (number, title):
            field.textChanged.connect(self._on_changed)
        made = card("form")
        inside = QVBoxLayout(made)
        inside.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        inside.setSpacing(tokens.inset)
        inside.addWidget(self.form)
        inside.addLayout(row(1, back, self._create))
        made.setMaximumWidth(round(_WIDEST * tokens.scale))
        words = label("不导入文件，照同一套标准打分；页码按卷内页号填写。", "second")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(column(label("新建纸质评查", "page_title"), words, gap=2))
        layout.addWidget(made)
        layout.addStretch(1)
        self._on_changed()
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours."""
        dress(self, tokens)

    def start(self) -> None:
        """Empty the form and put the cursor into it."""
        self.form.clear()
        self.form.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Create on Enter, go back on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_create()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        named = bool(self.form.text("title") or self.form.text("case_no"))
        self._create.setEnabled(named)
        self._create.setToolTip("" if named else "先填案号或案卷名称")

    def _on_create(self) -> None:
        number = self.form.text("case_no")
        title = self.form.text("title") or number
        if title:
            texts = (self.form.text(name) for name in ("unit", "party", "cause"))
            self.created.emit(PaperCase(title, number, *texts))
