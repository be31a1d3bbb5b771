"""The form of one requirement: verdict, what is wanting, reason, what shows it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reviewer.model import Choice
from reviewer.ui.forms import Segments
from reviewer.ui.parts import button, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.self_check_form import AskedClause, Reply, Requirement

CHOICES = (
    (Choice.CONFORMS.value, "符合"),
    (Choice.FAILS.value, "不符合"),
    (Choice.ABSENT.value, "不涉及"),
    (Choice.PENDING.value, "待定"),
)
_MOST = 99


class RequirementForm(QFrame):
    """One set of fields for whichever requirement is current."""

    replied = Signal(str, object)  # item, Reply

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "form")
        self._tokens = tokens
        self._shown: Requirement | None = None
        self._choice = Choice.PENDING
        self._title = label("", "title")
        self._points = label("", "title")
        self._text = label("", "body", wraps=True)
        self._basis = label("", "caption", wraps=True)
        self.choice = Segments(CHOICES)
        self.clauses: dict[str, QCheckBox | QSpinBox | QLineEdit] = {}
        self._grid = QGridLayout()
        self._wanting = QWidget()
        self.reason = self._line("理由")
        self.proof = self._line("佐证")
        self.absence = QComboBox()
        self.absence.setAccessibleName("不涉及的理由")
        self.take = button("", "link", self._on_take)
        self.take.setAccessibleName("填入比率")
        self._faults = label("", "body", wraps=True)
        look(self._faults, "body", tone="red")
        self._build(tokens)
        self.choice.chosen.connect(self._on_choice)
        self.absence.activated.connect(self._say)

    def _line(self, word: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(word)
        made.editingFinished.connect(self._say)
        return made

    def _build(self, tokens: Tokens) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.inset)
        self._grid.setVerticalSpacing(tokens.unit)
        self._grid.setColumnStretch(0, 1)
        self._wanting.setLayout(self._grid)
        self._reason_word = label("理由", "second")
        self._absence_word = label("不涉及的理由", "second")
        body = QVBoxLayout(self)
        body.setContentsMargins(tokens.inset, tokens.block, tokens.inset, tokens.inset)
        body.setSpacing(tokens.gap)
        body.addLayout(row(self._title, 1, self._points))
        body.addWidget(self._text)
        body.addWidget(self._basis)
        body.addSpacing(tokens.unit)
        body.addWidget(self.choice)
        body.addWidget(self._wanting)
        body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._absence_word)
        body.addWidget(self.absence)
        body.addWidget(self._reason_word)
        body.addWidget(self.reason)
        body.addWidget(label("佐证", "second"))
        body.addWidget(self.proof)
        body.addWidget(self._faults)
        body.addStretch(1)

    def show_absences(self, absences: tuple[tuple[str, str], ...]) -> None:
        """Offer the reasons for 不涉及."""
        if self.absence.count() == len(absences) + 1:
            return
        self.absence.clear()
        self.absence.addItem("请选择", "")
        for code, text in absences:
            self.absence.addItem(text, code)

    def show_requirement(self, one: Requirement) -> None:
        """Show a requirement with its reply; what is being typed into keeps its text."""
        other = self._shown is None or self._shown.id != one.id
        self._shown = one
        reply = one.reply
        self._title.setText(f"{one.group}　{one.id} {one.short}")
        self._points.setText(f"{one.full} 分")
        self._text.setText(one.text)
        self._basis.setText(f"依据：{one.basis}　材料：{one.materials}")
        self.proof.setPlaceholderText(one.materials)
        self.choice.allow(Choice.ABSENT.value, allowed=one.may_be_absent, why_not=one.absent_note)
        self.choice.choose(reply.choice.value)
        if other:
            self._offer(one.clauses)
        self._fill(one)
        for field, text in ((self.reason, reply.reason), (self.proof, reply.proof)):
            if other or not field.hasFocus():
                field.setText(text)
        self.absence.setCurrentIndex(max(0, self.absence.findData(reply.absence)))
        self._faults.setText("".join(one.faults))
        self._show_parts(one)

    @property
    def faults(self) -> str:
        """Return what is missing in the reply, or why it was not taken."""
        return self._faults.text()

    def refuse(self, sentence: str) -> None:
        """Say why a reply was not taken."""
        self._faults.setText(sentence)
        self._faults.show()

    def choose(self, choice: Choice) -> None:
        """Press a verdict."""
        self.choice.press(choice.value)

    def reply(self) -> Reply:
        """Return what stands in the form."""
        counts, percent = {}, ""
        for key, field in self.clauses.items():
            if isinstance(field, QLineEdit):
                percent = field.text()
            elif isinstance(field, QSpinBox):
                counts[key] = field.value()
            else:
                counts[key] = int(field.isChecked())
        return Reply(
            self._choice,
            {key: count for key, count in counts.items() if count},
            percent,
            self.reason.text(),
            str(self.absence.currentData() or ""),
            self.proof.text(),
        )

    def _show_parts(self, one: Requirement) -> None:
        self._choice = one.reply.choice
        fails, absent = one.reply.choice is Choice.FAILS, one.reply.choice is Choice.ABSENT
        self._wanting.setVisible(fails)
        offers = any(clause.is_ratio for clause in one.clauses) and bool(one.suggested)
        self.take.setVisible(offers and not absent)
        self.take.setText(f"{one.source}，按 {one.suggested}% 填入")
        for part in (self._absence_word, self.absence):
            part.setVisible(absent)
        self._faults.setVisible(bool(one.faults))

    def _offer(self, clauses: tuple[AskedClause, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.clauses = {}
        for at, one in enumerate(clauses):
            field = self._field(one)
            self.clauses[one.id] = field
            self._grid.addWidget(label(one.text, "body", wraps=True), at, 0)
            self._grid.addWidget(label(one.cost, "caption"), at, 1)
            self._grid.addWidget(field, at, 2)

    def _field(self, one: AskedClause) -> QCheckBox | QSpinBox | QLineEdit:
        if one.is_ratio:
            rate = QLineEdit()
            rate.setPlaceholderText("％")
            rate.setFixedWidth(round(80 * self._tokens.scale))
            rate.setAccessibleName(f"{one.text}，百分数")
            rate.editingFinished.connect(self._say)
            return rate
        if one.is_counted:
            count = QSpinBox()
            count.setRange(0, _MOST)
            count.setAccessibleName(f"{one.text}，数量")
            count.valueChanged.connect(self._say)
            return count
        box = QCheckBox("有此情形")
        box.setAccessibleName(one.text)
        box.clicked.connect(self._say)
        return box

    def _fill(self, one: Requirement) -> None:
        for key, field in self.clauses.items():
            field.blockSignals(True)
            if isinstance(field, QLineEdit):
                if not field.hasFocus():
                    field.setText(one.reply.percent)
            elif isinstance(field, QSpinBox):
                field.setValue(one.reply.counts.get(key, 0))
            else:
                field.setChecked(bool(one.reply.counts.get(key)))
            field.blockSignals(False)

    def _on_choice(self, name: str) -> None:
        self._choice = Choice(name)
        self._say()

    def _on_take(self) -> None:
        one = self._shown
        rate = next((f for f in self.clauses.values() if isinstance(f, QLineEdit)), None)
        if one is not None and rate is not None:
            rate.setText(one.suggested)
            self._choice = Choice.FAILS
            self._say()

    def _say(self) -> None:
        if self._shown is not None:
            self.replied.emit(self._shown.id, self.reply())
