"""The page on which a campaign is set up.  It is given a form and gives one back."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.model.campaigns import Stage
from reviewer.ui.campaign.sections import Fields, scrolling, section
from reviewer.ui.campaign.setup_kinds import Choices, KindsForm
from reviewer.ui.campaign.setup_method import MethodForm
from reviewer.ui.campaign.typed_lines import TypedColumn
from reviewer.ui.campaign.typing_table import TypingTable
from reviewer.ui.parts import Line, button, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.setup_form import SetupForm
from reviewer.workspace.campaigns.setup_lines import DUTIES, MemberLine, UnitLine

_HEADS = (
    ("year", "年度", "2026", 1),
    ("name", "活动名称", "", 2),
    ("organiser", "组织单位", "通知落款的单位", 1),
    ("contact", "联系人", "", 1),
    ("phone", "联系电话", "", 1),
    ("cases_from", "案件时间，自", "2025-01-01", 1),
    ("cases_to", "至", "2025-12-31", 1),
)
_UNITS = (
    TypedColumn("单位名称", 8),
    TypedColumn("代码", 3),
    TypedColumn("上级单位", 6),
    TypedColumn("联系人", 3),
    TypedColumn("联系电话", 4),
)
_MEMBERS = (
    TypedColumn("姓名", 4),
    TypedColumn("所在单位", 8),
    TypedColumn("组别", 4),
    TypedColumn("职务", 4, DUTIES),
)
_PASTE = "可从 Excel 复制后按 Ctrl+V 粘贴；Del 移出所选行。"
_AWAY = f"{_PASTE}回避和曾任职单位在“分组与回避”中登记。"


class SetupPage(QWidget):
    """Year, kinds, units, reviewers, deadlines."""

    saved = Signal(object)  # SetupForm
    cancelled = Signal()
    copy_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.head = Fields(tokens)
        for name, word, hint, span in _HEADS:
            self.head.add(name, word, hint, span)
        self.kinds = KindsForm(tokens)
        self.units = TypingTable(tokens, "被评查单位", _UNITS)
        self.members = TypingTable(tokens, "评查人", _MEMBERS)
        self.dues = Fields(tokens, 5)
        for stage in Stage:
            self.dues.add(stage.name, stage.value, "不设期限")
        self.method = MethodForm(tokens)
        self._heading = label("", "page_title")
        self._said = label("", "body", wraps=True)
        look(self._said, "body", tone="red")
        self.copy = button("由上年复制…", "normal", self.copy_asked.emit, "copy")
        self.save = button("保存", "primary", self._on_save)
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        said = label("设置可随时修改，每次改动都留有记录。", "second")
        head = row(column(self._heading, said, gap=2), self.copy)
        head.setStretch(0, 1)
        head.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, 0)
        self._body = body = scrolling(
            tokens,
            section(tokens, "基本情况", "", self.head),
            section(tokens, "案件类型和评查标准", "活动开始后按选定的版本评查", self.kinds),
            section(tokens, "被评查单位", _PASTE, self.units),
            section(tokens, "评查人", _AWAY, self.members),
            section(tokens, "各阶段期限", "写成 2026-03-10 的样子", self.dues),
            section(tokens, "评查办法", "", self.method),
        )
        back = button("返回", "normal", self.cancelled.emit)
        foot = row(self._said, back, self.save)
        foot.setStretch(0, 1)
        foot.setContentsMargins(tokens.margin, tokens.gap, tokens.margin, tokens.gap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(tokens.block)
        layout.addWidget(body, 1)
        layout.addWidget(Line())
        layout.addLayout(foot)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.units.set_tokens(tokens)
        self.members.set_tokens(tokens)
        dress(self, tokens)

    def show_form(
        self, form: SetupForm, choices: Choices, *, new: bool, copies: bool = False
    ) -> None:
        """Show a set-up with the standards that may be chosen.

        `copies` says whether there is a campaign that it could be copied from.
        """
        self._heading.setText("新建活动" if new else "活动设置")
        self.copy.setVisible(new and copies)
        self.save.setText("新建活动" if new else "保存")
        self.save.setAccessibleName(self.save.text())
        for name, *_ in _HEADS:
            self.head.set_text(name, getattr(form, name))
        for stage, text in form.dues:
            self.dues.set_text(stage.name, text)
        self.kinds.show_pins(form.kinds, form.pins, choices)
        self.units.show_lines(
            [(one.id, (one.name, one.code, one.parent, one.contact, one.phone))
             for one in form.units]
        )  # fmt: skip
        self.members.show_lines(
            [(one.person, (one.name, one.unit, one.group, one.duty)) for one in form.members]
        )
        self.method.show_texts(form.method)
        self._body.verticalScrollBar().setValue(0)
        self.refuse("")

    def form(self) -> SetupForm:
        """Return what stands on the page."""
        texts = {name: self.head.text(name) for name, *_ in _HEADS}
        return SetupForm(
            **texts,
            kinds=self.kinds.chosen(),
            pins=self.kinds.pins(),
            units=tuple(_unit(key, *cells) for key, cells in self.units.lines()),
            members=tuple(_member(key, *cells) for key, cells in self.members.lines()),
            dues=tuple((stage, self.dues.text(stage.name)) for stage in Stage),
            method=self.method.texts(),
        )

    def refuse(self, sentence: str) -> None:
        """Say what is missing; nothing when it is empty."""
        self._said.setText(sentence)

    def begin(self) -> None:
        """Put the cursor into the first field that is empty."""
        fields = self.head.fields.values()
        empty = (field for field in fields if not field.text())
        next(empty, self.head.fields["name"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_save(self) -> None:
        self.saved.emit(self.form())


def _unit(
    key: UUID | None, name: str, code: str, parent: str, contact: str, phone: str
) -> UnitLine:
    return UnitLine(name, code, parent, contact, phone, key)


def _member(key: UUID | None, name: str, unit: str, group: str, duty: str) -> MemberLine:
    return MemberLine(name, unit, group, duty, key)
