"""年度工作报告素材: figures of this year and the last, and the texts between them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.campaign.sections import scrolling, section
from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.annual_form import (
    ASKED,
    CONDUCT,
    ENFORCEMENT,
    PLANS,
    PROBLEMS,
    TRAINING,
    AnnualView,
    AskedFigure,
    faults,
)

_ABOUT = (
    "三年行动实施方案第 27 项：每年 1 月 15 日前报送本级司法行政部门和上级主管部门，并予以公开。"
)
_SAVE_MS = 600  # after the last key; a field that is left is saved at once
_TITLES = {
    TRAINING: "一、行政执法培训情况",
    CONDUCT: "二、规范行政执法行为情况",
    ENFORCEMENT: "三、开展行政执法情况",
    PROBLEMS: "五、存在的问题",
    PLANS: "六、下一步工作安排",
}
_HINTS = {
    TRAINING: "培训的主要做法，一行一段",
    CONDUCT: "规范执法行为、三项制度落实的主要做法，一行一段",
    ENFORCEMENT: "开展执法工作的主要情况，一行一段",
    PROBLEMS: "不填的，按评查发现的问题类别列出",
    PLANS: "一行一段",
}
_NOW, _BEFORE = 0, 1
_NAMES, _UNITS, _FIELD = 216, 48, 110
"""Widths at 字号 12."""


class AnnualPage(QWidget):
    """The form of the yearly report."""

    changed = Signal(object, object, object)  # figures, figures of the year before, texts
    write_asked = Signal()
    closed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._shown: AnnualView | None = None
        self._fields: dict[tuple[str, int], QLineEdit] = {}
        self._texts: dict[str, QPlainTextEdit] = {}
        self._suggest: dict[str, QPushButton] = {}
        self._said = label("", "caption")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SAVE_MS)
        self._later.timeout.connect(self.save)
        self.write = button("写出素材…", "primary", self._on_write, "download")
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        back = button("返回统计", "normal", self._on_back)
        words = column(
            label("年度工作报告素材", "page_title"), label(_ABOUT, "second", wraps=True), gap=2
        )
        top = row(words, self._said, back, self.write)
        top.setStretch(0, 1)
        top.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, 0)
        cards = [self._part(tokens, key, asked) for key, asked in ASKED.items()]
        told = section(tokens, "四、行政执法案卷评查情况", "由评查结果和整改台账写出，不必填写")
        cards += [section(tokens, _TITLES[key], "", self._text(key)) for key in (PROBLEMS, PLANS)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        cards.insert(len(ASKED), told)
        layout.addWidget(scrolling(tokens, *cards), 1)

    def _part(self, tokens: Tokens, key: str, asked: tuple[AskedFigure, ...]) -> QFrame:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.inset)
        grid.setVerticalSpacing(tokens.unit)
        grid.setColumnStretch(4, 1)
        # The fields of all parts stand under each other.
        grid.setColumnMinimumWidth(0, round(_NAMES * tokens.scale))
        grid.setColumnMinimumWidth(3, round(_UNITS * tokens.scale))
        for at, word in enumerate(("", "今年", "上年", "单位", "")):
            grid.addWidget(label(word, "caption"), 0, at)
        for down, one in enumerate(asked, 1):
            grid.addWidget(label(one.name, "body"), down, 0)
            for year, word in ((_NOW, "今年"), (_BEFORE, "上年")):
                grid.addWidget(self._field(one, year, f"{one.name}，{word}"), down, 1 + year)
            grid.addWidget(label(one.unit, "second"), down, 3)
            take = button("", "link", self._on_take)
            take.setObjectName(one.key)
            take.setAccessibleName(f"填入{one.name}")
            self._suggest[one.key] = take
            note = column(*((label(one.note, "caption", wraps=True),) if one.note else ()), take)
            note.setAlignment(take, Qt.AlignmentFlag.AlignLeft)
            grid.addLayout(note, down, 4)
        return section(tokens, _TITLES[key], "", grid, self._text(key))

    def _field(self, one: AskedFigure, year: int, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(name)
        field.textEdited.connect(self._on_edited)
        field.editingFinished.connect(self.save)
        self._fields[one.key, year] = field
        return field

    def _text(self, key: str) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setPlaceholderText(_HINTS[key])
        made.setAccessibleName(_TITLES[key])
        made.setTabChangesFocus(True)
        made.textChanged.connect(self._on_edited)
        self._texts[key] = made
        return made

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._tokens = tokens
        for field in self._fields.values():
            field.setFixedWidth(round(_FIELD * tokens.scale))
        for made in self._texts.values():
            made.setFixedHeight(3 * tokens.row)
        dress(self, tokens)

    def show_view(self, view: AnnualView) -> None:
        """Show the draft; a field that is being typed into keeps what stands there."""
        fresh = self._shown is None or self._shown.year != view.year
        self._shown = view
        for one in (one for part in view.sections for one in part.figures):
            for year, text in ((_NOW, one.now), (_BEFORE, one.before)):
                field = self._fields[one.asked.key, year]
                if field.text() != text and (fresh or not field.hasFocus()):
                    field.setText(text)
            take = self._suggest[one.asked.key]
            take.setProperty("suggested", one.suggested)
            offers = bool(one.suggested) and one.suggested != one.now
            take.setVisible(offers)
            take.setText(f"填入 {one.suggested}（{one.source}）")
        texts = {part.key: part.text for part in view.sections}
        for key, text in {**texts, PROBLEMS: view.problems, PLANS: view.plans}.items():
            made = self._texts[key]
            if made.toPlainText() != text and (fresh or not made.hasFocus()):
                made.blockSignals(True)
                made.setPlainText(text)
                made.blockSignals(False)
        self._tell(view)

    @property
    def sentence(self) -> str:
        """Return what the page says of what is missing."""
        return self._said.text()

    def figure(self, key: str) -> QLineEdit:
        """Return the field of a figure of this year."""
        return self._fields[key, _NOW]

    def forget(self) -> None:
        """Show nothing: another campaign is seen."""
        self._shown = None

    def begin(self) -> None:
        """Put the keyboard into the first empty figure."""
        empty = (one for one in self._fields.values() if not one.text())
        next(empty, next(iter(self._fields.values()))).setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Say what stands in the form."""
        self._later.stop()
        if self._shown is None:
            return
        found: tuple[dict[str, str], dict[str, str]] = ({}, {})
        for (key, year), field in self._fields.items():
            if text := field.text().strip():
                found[year][key] = text
        texts = {key: made.toPlainText() for key, made in self._texts.items()}
        self.changed.emit(*found, {key: text for key, text in texts.items() if text.strip()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _tell(self, view: AnnualView) -> None:
        wrong = faults((key, field.text()) for (key, _), field in self._fields.items())
        names = {one.key: one.name for asked in ASKED.values() for one in asked}
        if wrong:
            look(self._said, "caption", tone="red")
            self._said.setText(f"“{names[wrong[0]]}”填的不是数字，请填写数字")
            return
        look(self._said, "caption", tone="")
        left = f"还有 {view.missing} 项没有填，写出的为草稿" if view.missing else "各项均已填写"
        self._said.setText(left)

    def _on_edited(self) -> None:
        self._later.start()

    def _on_take(self) -> None:
        made = self.sender()
        self._fields[made.objectName(), _NOW].setText(str(made.property("suggested")))
        self.save()

    def _on_write(self) -> None:
        self.save()
        self.write_asked.emit()

    def _on_back(self) -> None:
        self.save()
        self.closed.emit()
