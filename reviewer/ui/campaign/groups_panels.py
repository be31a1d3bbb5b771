"""The right side of the page 分组与回避: terms, proposal, and one form for each list."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from reviewer.model.draws import Duty
from reviewer.ui.campaign.sections import Fields, Refusal
from reviewer.ui.forms import Segments, place_of
from reviewer.ui.parts import button, column, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.groups_form import TermsTexts
from reviewer.workspace.campaigns.groups_view import Candidate, CaseLine

_TERMS = (
    ("share", "双评比例（%）", ""),
    ("most", "每人最多卷数", "不限"),
    ("calibration", "校准案卷（卷）", "不设"),
    ("due", "评查期限", "年-月-日"),
)


class TermsForm(QWidget):
    """分配条件, and the proposal that was made under them."""

    share_typed = Signal(str)
    accepted = Signal()
    rejected = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.fields = Fields(tokens, 2)
        for name, word, hint in _TERMS:
            self.fields.add(name, word, hint)
        self.apart = QCheckBox("双评的两人须来自不同单位")
        self.fields.fields["share"].editingFinished.connect(self._on_share)
        self._share = self._kept = ""
        self.refusal = Refusal()
        self._summary = label("", "body", wraps=True)
        look(self._summary, "body", tone="amber")
        self.take = button("采用", "primary", self.accepted.emit)
        self._drop = button("不采用", "normal", self.rejected.emit)
        self._proposal = QWidget()
        self._proposal.setLayout(column(self._summary, row(1, self._drop, self.take)))
        self._proposal.hide()
        self.setLayout(column(self.fields, self.apart, self.refusal, self._proposal, gap=8))

    def show_share(self, percent: str) -> None:
        """Show which share is reviewed twice."""
        if percent != self._kept:
            self._kept = self._share = percent
            self.fields.set_text("share", percent)

    def texts(self) -> TermsTexts:
        """Return what stands in the fields."""
        most, calibration, due = (self.fields.text(name) for name in ("most", "calibration", "due"))
        return TermsTexts(most, calibration, due, self.apart.isChecked())

    def show_proposal(self, summary: str) -> None:
        """Show what a proposal comes to; nothing when it is empty."""
        self._summary.setText(summary)
        self._proposal.setVisible(bool(summary))

    def _on_share(self) -> None:
        if self.fields.text("share") != self._share:
            self._share = self.fields.text("share")
            self.share_typed.emit(self._share)


class ReassignForm(QWidget):
    """Another reviewer for the current case, or none."""

    changed = Signal(object, object, object, str)  # case, Duty, person, reason
    withdrawn = Signal(object, object, str)  # case, Duty, reason

    def __init__(self, _tokens: Tokens) -> None:
        super().__init__()
        self._line: CaseLine | None = None
        self._named = label("", "strong", wraps=True)
        self.duty = Segments(((Duty.FIRST.name, "初评"), (Duty.SECOND.name, "复评")))
        self.duty.chosen.connect(self.choose_duty)
        self._now = label("", "second", wraps=True)
        self.person = QComboBox()
        self.person.setAccessibleName("改为")
        self.person.setMinimumContentsLength(8)
        self.person.activated.connect(self._on_person)
        self._why = label("", "body", wraps=True)
        look(self._why, "body", tone="amber")
        self.reason = QLineEdit()
        self.reason.setAccessibleName("调整理由")
        self.reason.setPlaceholderText("调整的理由")
        self.refusal = Refusal()
        self.change = button("改派", "normal", self._on_change)
        self.withdraw = button("收回", "normal", self._on_withdraw)
        self._duty = Duty.FIRST
        held = row(self.duty, self._now)
        held.setStretch(1, 1)
        acts = row(self.reason, self.withdraw, self.change)
        acts.setStretch(0, 1)
        self.setLayout(column(self._named, held, self.person, self._why, acts, self.refusal, gap=8))
        self.duty.choose(Duty.FIRST.name)

    def show_case(self, line: CaseLine | None, candidates: Sequence[Candidate]) -> None:
        """Show a case with who could take it."""
        same = line is not None and self._line is not None and line.case == self._line.case
        if not same:
            self.refusal.say("")
            self.reason.clear()
        self._line = line
        self.setEnabled(line is not None)
        self._named.setText(f"{line.unit}　{line.case_no}" if line else "还没有案卷")
        # The list comes anew with every change elsewhere: what was chosen stays.
        before = self.person.currentData() if same else None
        self.person.clear()
        for one in candidates:
            load = f"{one.cases} 卷 {one.pages:,} 页"
            self.person.addItem(f"{one.name}　{'须回避' if one.why else load}", one.person)
            self.person.setItemData(
                self.person.count() - 1, one.why or one.unit, Qt.ItemDataRole.ToolTipRole
            )
        if before is not None:
            self.person.setCurrentIndex(max(0, place_of(self.person, before)))
        self.choose_duty(self._duty.name)

    def choose_duty(self, name: str) -> None:
        """Look at 初评 or 复评 of the case."""
        self._duty = Duty[name]
        line = self._line
        if line is None:
            return
        given = line.first if self._duty is Duty.FIRST else line.second
        why = given.why if given else ""
        twice = "" if line.doubled or self._duty is Duty.FIRST else "，本卷不在双评之列"
        self._now.setText(why or f"{given.name if given else '尚未分配'}{twice}")
        look(self._now, "second", tone="red" if why else "")
        self.withdraw.setEnabled(given is not None)
        self.change.setText("改派" if given else "分配")
        self._on_person()

    def _on_person(self) -> None:
        at = self.person.currentIndex()
        barred = self.person.itemText(at).endswith("须回避")
        why = str(self.person.itemData(at, Qt.ItemDataRole.ToolTipRole)) if barred else ""
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _on_change(self) -> None:
        person = self.person.currentData()
        if self._line is not None and isinstance(person, UUID):
            self.changed.emit(self._line.case, self._duty, person, self.reason.text())

    def _on_withdraw(self) -> None:
        if self._line is not None:
            self.withdrawn.emit(self._line.case, self._duty, self.reason.text())
