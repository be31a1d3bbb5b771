"""The page on which a campaign is set up.  It is given a form and gives one back."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from reviewer.model.campaigns import CaseKind, Stage, StandardPin
from reviewer.ui.campaign.sections import Fields, scrolling, section
from reviewer.ui.campaign.typing_table import TypedColumn, TypingTable
from reviewer.ui.parts import Line, button, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.setup_form import DUTIES, MemberLine, SetupForm, UnitLine
from reviewer.workspace.campaigns.views import StandardChoice

Choices = Mapping[CaseKind, Sequence[StandardChoice]]

_HEADS = (
    ("year", "年度", "2026", 1),
    ("name", "活动名称", "", 2),
    ("organiser", "组织单位", "通知落款的单位", 1),
    ("contact", "联系人", "", 1),
    ("phone", "联系电话", "", 1),
    ("cases_from", "案件时间，自", "2025-01-01", 1),
    ("cases_to", "至", "2025-12-31", 1),
)
_NUMBERS = (
    ("double_share", "复评比例（%）"),
    ("objection_days", "申辩期限（工作日）"),
    ("objection_review_days", "申辩复核期限（工作日）"),
    ("rectification_days", "整改期限（日）"),
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


class SetupPage(QWidget):
    """Year, kinds, units, reviewers, deadlines."""

    saved = Signal(object)  # SetupForm
    cancelled = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._choices: Choices = {}
        self.head = Fields(tokens)
        for name, word, hint, span in _HEADS:
            self.head.add(name, word, hint, span)
        self.kinds: dict[CaseKind, tuple[QCheckBox, QComboBox]] = {}
        self._kind_grid = QGridLayout()
        self.units = TypingTable(tokens, "被评查单位", _UNITS)
        self.members = TypingTable(tokens, "评查人", _MEMBERS)
        self.dues = Fields(tokens, 5)
        for stage in Stage:
            self.dues.add(stage.name, stage.value, "不设期限")
        self.numbers = Fields(tokens, 4)
        for name, word in _NUMBERS:
            self.numbers.add(name, word)
        self.blind = QCheckBox("盲评：合议前隐去单位、执法人员和当事人的名称")
        self._heading = label("", "page_title")
        self._said = label("", "body", wraps=True)
        look(self._said, "body", tone="red")
        self.save = button("保存", "primary", self._on_save)
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        self._kind_grid.setHorizontalSpacing(tokens.inset)
        self._kind_grid.setVerticalSpacing(tokens.unit)
        self._kind_grid.setColumnStretch(1, 1)
        self._make_kinds()
        head = column(self._heading, label("设置可随时修改，每次改动都留有记录。", "second"), gap=2)
        head.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, 0)
        body = scrolling(
            tokens,
            section(tokens, "基本情况", "", self.head),
            section(tokens, "案件类型和评查标准", "活动开始后按选定的版本评查", self._kind_grid),
            section(tokens, "被评查单位", _PASTE, self.units),
            section(tokens, "评查人", _PASTE, self.members),
            section(tokens, "各阶段期限", "写成 2026-03-10 的样子", self.dues),
            section(tokens, "评查办法", "", self.numbers, self.blind),
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

    def _make_kinds(self) -> None:
        for at, kind in enumerate(CaseKind):
            box, standards = QCheckBox(kind.value), QComboBox()
            standards.setAccessibleName(f"{kind.value}的评查标准")
            standards.setEnabled(False)
            box.toggled.connect(standards.setEnabled)
            self._kind_grid.addWidget(box, at, 0)
            self._kind_grid.addWidget(standards, at, 1)
            self.kinds[kind] = (box, standards)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.units.set_tokens(tokens)
        self.members.set_tokens(tokens)
        dress(self, tokens)

    def show_form(self, form: SetupForm, choices: Choices, *, new: bool) -> None:
        """Show a set-up with the standards that may be chosen."""
        self._heading.setText("新建活动" if new else "活动设置")
        self.save.setText("新建活动" if new else "保存")
        self.save.setAccessibleName(self.save.text())
        self._choices = choices
        for name, *_ in _HEADS:
            self.head.set_text(name, getattr(form, name))
        for name, _ in _NUMBERS:
            self.numbers.set_text(name, getattr(form, name))
        for stage, text in form.dues:
            self.dues.set_text(stage.name, text)
        self._show_kinds(form.pins)
        self.units.show_lines(
            [(one.id, (one.name, one.code, one.parent, one.contact, one.phone))
             for one in form.units]
        )  # fmt: skip
        self.members.show_lines(
            [(one.person, (one.name, one.unit, one.group, one.duty)) for one in form.members]
        )
        self.blind.setChecked(form.blind)
        self.refuse("")

    def form(self) -> SetupForm:
        """Return what stands on the page."""
        texts = {name: self.head.text(name) for name, *_ in _HEADS}
        texts |= {name: self.numbers.text(name) for name, _ in _NUMBERS}
        return SetupForm(
            **texts,
            pins=tuple(self._pins()),
            units=tuple(_unit(key, *cells) for key, cells in self.units.lines()),
            members=tuple(_member(key, *cells) for key, cells in self.members.lines()),
            dues=tuple((stage, self.dues.text(stage.name)) for stage in Stage),
            blind=self.blind.isChecked(),
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

    def _show_kinds(self, pins: Sequence[StandardPin]) -> None:
        pinned = {pin.kind: pin for pin in pins}
        for kind, (box, standards) in self.kinds.items():
            known = list(self._choices.get(kind, ()))
            standards.clear()
            for one in known:
                standards.addItem(one.text, one.pin(kind))
            pin = pinned.get(kind)
            if pin is not None and all(one.pin(kind) != pin for one in known):
                # A version that this program no longer ships stays what the campaign goes by.
                standards.addItem(f"{pin.standard}（{pin.version}）", pin)
            at = next((i for i in range(standards.count()) if standards.itemData(i) == pin), 0)
            standards.setCurrentIndex(at)
            box.setChecked(pin is not None)

    def _pins(self) -> Sequence[StandardPin]:
        chosen = (standards for box, standards in self.kinds.values() if box.isChecked())
        return [pin for one in chosen if isinstance(pin := one.currentData(), StandardPin)]

    def _on_save(self) -> None:
        self.saved.emit(self.form())


def _unit(
    key: UUID | None, name: str, code: str, parent: str, contact: str, phone: str
) -> UnitLine:
    return UnitLine(name, code, parent, contact, phone, key)


def _member(key: UUID | None, name: str, unit: str, group: str, duty: str) -> MemberLine:
    return MemberLine(name, unit, group, duty, key)
