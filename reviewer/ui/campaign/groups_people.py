"""Forms of the page 分组与回避 about people: group and former units, and conflicts."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QStackedWidget, QWidget

from reviewer.model.campaigns import Campaign, Member
from reviewer.ui.campaign.sections import Refusal
from reviewer.ui.campaign.typed_lines import TypedColumn
from reviewer.ui.campaign.typing_table import TypingTable
from reviewer.ui.forms import Segments, place_of
from reviewer.ui.parts import button, column, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.groups_form import MemberChange, former_units
from reviewer.workspace.campaigns.groups_view import CaseLine, ConflictLine, ReviewerLine
from reviewer.workspace.campaigns.setup_lines import DUTIES

_LEFT = (TypedColumn("曾任职的被评查单位", 3), TypedColumn("离开日期", 2))
_ABOUT = (("unit", "单位"), ("row", "案卷"), ("party", "当事人"))


class MemberForm(QWidget):
    """Group, duty and former units of the current reviewer."""

    saved = Signal(object)  # MemberChange

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._person: UUID | None = None
        self._member: Member | None = None
        self._named = label("", "strong", wraps=True)
        self.group = QComboBox()
        self.group.setEditable(True)
        if (line := self.group.lineEdit()) is not None:
            line.setAccessibleName("评查组")
        self.group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.group.setAccessibleName("评查组")
        self.duty = QComboBox()
        self.duty.addItems(DUTIES)
        self.duty.setAccessibleName("职务")
        self.left = TypingTable(tokens, "曾任职单位", _LEFT)
        self.refusal = Refusal()
        self.save = button("保存", "normal", self._on_save)
        grouped = column(label("评查组", "second"), self.group)
        held = column(label("职务", "second"), self.duty)
        both = row(grouped, held, gap=tokens.inset)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        said = "离开未满两年的单位按本单位回避；所在单位在活动设置中填写。"
        self.setLayout(
            column(
                self._named,
                both,
                label(said, "caption", wraps=True),
                self.left,
                self.refusal,
                row(1, self.save),
                gap=8,
            )
        )

    def set_tokens(self, tokens: Tokens) -> None:
        """Take sizes."""
        self.left.set_tokens(tokens)

    def show_member(self, campaign: Campaign, line: ReviewerLine | None) -> None:
        """Show a reviewer."""
        self.setEnabled(line is not None)
        if line is None:
            self._person = self._member = None
            self._named.setText("还没有登记评查人，请在“活动设置”中登记")
            self.left.show_lines([])
            return
        member = line.member
        if member == self._member:
            # Something else changed; what is being typed stays.
            return
        self.refusal.say("")
        self._member, self._person = member, member.person
        self._named.setText(f"{member.name}　{member.unit_name or '组织单位'}")
        self.group.clear()
        self.group.addItems(sorted({one.group for one in campaign.members if one.group}))
        self.group.setCurrentText(member.group)
        self.duty.setCurrentText(line.duty)
        self.left.show_lines([(None, cells) for cells in former_units(campaign, member.left)])

    def _on_save(self) -> None:
        if self._person is not None:
            left = tuple((cells[0], cells[1]) for _, cells in self.left.lines())
            change = MemberChange(
                self._person, self.group.currentText(), self.duty.currentText(), left
            )
            self.saved.emit(change)


class ConflictForm(QWidget):
    """A conflict to be declared, and one to be taken back."""

    declared = Signal(object, str, object, str)  # person, what it is about, which, reason
    taken_back = Signal(object, str)  # UUID of the conflict, reason

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._conflict: UUID | None = None
        self.person = _choice("申报回避的评查人")
        self.about = Segments(_ABOUT)
        self.unit = _choice("回避的单位")
        self.case = _choice("回避的案卷")
        self.party = QLineEdit()
        self.party.setAccessibleName("回避的当事人")
        self.party.setPlaceholderText("当事人的姓名或者名称")
        self._which = QStackedWidget()
        for part in (self.unit, self.case, self.party):
            self._which.addWidget(part)
        self.about.chosen.connect(self.choose_about)
        self.reason = QLineEdit()
        self.reason.setAccessibleName("回避事由")
        self.reason.setPlaceholderText("事由，例如近亲属在该单位任职")
        self.refusal = Refusal()
        self.declare = button("登记回避", "normal", self._on_declare)
        self._current = label("", "second", wraps=True)
        self.why = QLineEdit()
        self.why.setAccessibleName("撤回理由")
        self.why.setPlaceholderText("撤回所选登记的理由")
        self.take_back = button("撤回", "normal", self._on_take_back)
        first = row(self.person, self.about)
        first.setStretch(0, 1)
        acts = row(self.reason, self.declare)
        acts.setStretch(0, 1)
        back = row(self.why, self.take_back)
        back.setStretch(0, 1)
        parts = (first, self._which, acts, self.refusal)
        self.setLayout(column(*parts, self._current, back, gap=tokens.gap))
        self.choose_about("unit")
        self.show_conflict(None)

    def show_choices(self, campaign: Campaign, cases: Sequence[CaseLine]) -> None:
        """Offer reviewers, units and drawn cases; what was chosen stays."""
        _fill(self.person, ((one.name, one.person) for one in campaign.members))
        _fill(self.unit, ((one.name, one.id) for one in campaign.units))
        _fill(self.case, ((f"{one.unit}　{one.case_no}", one.case) for one in cases))

    def choose_about(self, name: str) -> None:
        """Say whether it is about a unit, a case or a party."""
        self.about.choose(name)
        self._about = name
        self._which.setCurrentIndex([one for one, _ in _ABOUT].index(name))

    def show_conflict(self, line: ConflictLine | None) -> None:
        """Show which declaration can be taken back."""
        stands = line is not None and not line.gone
        self._conflict = line.id if line and stands else None
        self._current.setText(f"所选登记：{line.name}　{line.about}" if line and stands else "")
        for part in (self._current, self.why, self.take_back):
            part.setVisible(stands)

    def clear(self) -> None:
        """Empty what was typed, once it is kept."""
        for field in (self.reason, self.party, self.why):
            field.clear()
        self.refusal.say("")

    def _on_declare(self) -> None:
        which: object = {
            "unit": _chosen(self.unit), "row": _chosen(self.case), "party": self.party.text()
        }[self._about]  # fmt: skip
        self.declared.emit(_chosen(self.person), self._about, which, self.reason.text())

    def _on_take_back(self) -> None:
        if self._conflict is not None:
            self.taken_back.emit(self._conflict, self.why.text())


def _choice(name: str) -> QComboBox:
    """Return a list to choose from, in which a part of the name can be typed."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.setMinimumContentsLength(8)
    if (found := made.completer()) is not None:
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    if (line := made.lineEdit()) is not None:
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
    return made


def _fill(box: QComboBox, choices: Iterable[tuple[str, Any]]) -> None:
    before = _chosen(box)
    box.clear()
    for text, value in choices:
        box.addItem(text, value)
    box.setCurrentIndex(place_of(box, before) if before is not None else -1)


def _chosen(box: QComboBox) -> object:
    """Return the value of the text that stands in the box; None when it is none of the list."""
    at = box.findText(box.currentText())
    return box.itemData(at) if at >= 0 else None
