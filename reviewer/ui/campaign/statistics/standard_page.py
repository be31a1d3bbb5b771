"""假如 · 换标准: other points, other lines between grades, or another version of a standard."""

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.campaign.statistics.table_part import TablePart
from reviewer.ui.dialogs import nearest_folder
from reviewer.ui.parts import button, card, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.suppositions import Changes, PinnedStandard, Supposed

_HINT = "改一项的分值或者等次的起分，即见各卷、各单位会怎样；什么都不会写入评查结果。"
_FIELD = 64
"""Width of a field for points at 字号 12."""
_FILE = "标准文件 (*.yaml *.yml)"


class StandardPage(QWidget):
    """Choose changes of a standard, see what would be."""

    change_asked = Signal(str, object)  # content hash, Changes
    file_asked = Signal(str, object)  # content hash, Path
    write_asked = Signal(str, object)  # content hash, Path
    opened = Signal(str, object)  # words, tuple of UUID

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._standards: tuple[PinnedStandard, ...] = ()
        self._points: dict[str, Decimal] = {}
        self.standards = _choice("评查标准")
        self.editions = QComboBox()
        self.editions.setAccessibleName("版本")
        self.items = _choice("评查项")
        self.points = QLineEdit()
        self.points.setAccessibleName("假如的分值")
        self.points.setPlaceholderText("分值")
        self.lines: dict[str, QLineEdit] = {}
        self._lines = QHBoxLayout()
        self.add = button("加入", "normal", self._on_add)
        self.restore = button("恢复现行标准", "normal", self.start)
        self._changed = label("", "second", wraps=True)
        self.sentence = label(_HINT, "second", wraps=True)
        self.found = TablePart(tokens)
        self.found.hide()
        self._build(tokens)
        self.standards.activated.connect(self.start)
        self.editions.activated.connect(self._ask)
        self.points.returnPressed.connect(self._on_add)
        self.found.opened.connect(self.opened)

    def _build(self, tokens: Tokens) -> None:
        self._lines.setSpacing(tokens.gap)
        self._widen(tokens)
        opening = button("用文件中的版本…", "normal", self._on_open)
        writing = button("现行标准存为文件…", "normal", self._on_write)
        first = row(label("标准", "second"), self.standards, self.editions, opening, writing)
        second = row(
            self._lines, label("分值", "second"), self.items, self.points, self.add, self.restore
        )
        self._changed.hide()
        asked = card()
        inside = QVBoxLayout(asked)
        inside.setContentsMargins(tokens.inset, tokens.block, tokens.inset, tokens.block)
        inside.setSpacing(tokens.gap)
        inside.addLayout(first)
        inside.addLayout(second)
        inside.addWidget(self._changed)
        inside.addWidget(self.sentence)
        held = row(asked, gap=0)
        held.setContentsMargins(tokens.margin, 0, tokens.margin, 0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(tokens.block)
        body.addLayout(held)
        body.addWidget(self.found, 1)
        body.addStretch(0)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._widen(tokens)
        self.found.set_tokens(tokens)

    def _widen(self, tokens: Tokens) -> None:
        self._narrow = round(_FIELD * tokens.scale)
        for field in (self.points, *self.lines.values()):
            field.setFixedWidth(self._narrow)

    def show_standards(self, standards: Sequence[PinnedStandard]) -> None:
        """Show the standards of the results, the one of most cases first."""
        if tuple(standards) == self._standards:
            return
        self._standards = tuple(standards)
        self.standards.clear()
        for one in standards:
            self.standards.addItem(f"{one.name}　{one.cases} 卷", one.content_hash)
        self.start()

    def start(self) -> None:
        """Begin with the standard as it is."""
        self._points = {}
        pinned = self._pinned()
        self._show_lines(pinned.lines if pinned else ())
        self.items.clear()
        self.editions.clear()
        if pinned is not None:
            self.editions.addItem("现行版本", "")
            for content_hash, version in pinned.others:
                self.editions.addItem(f"版本 {version}", content_hash)
            for item, short, points in pinned.items:
                self.items.addItem(f"{item} {short}（{points} 分）", item)
        self.editions.setVisible(self.editions.count() > 1)
        self._tell_changes()
        self.say(_HINT)

    def say(self, sentence: str, tone: str = "", *, strong: bool = False) -> None:
        """Say what would be, or why it cannot be told; tables of before go."""
        look(self.sentence, "strong" if strong else "second", tone=tone)
        self.sentence.setText(sentence)
        self.found.hide()

    def show_found(self, found: Supposed) -> None:
        """Show what would come of it."""
        self.say(found.sentence, strong=True)
        self.found.show_tables(found.tables)
        self.found.setVisible(any(table.rows for table in found.tables))

    def begin(self) -> None:
        """Put the keyboard on the first field."""
        first = next(iter(self.lines.values()), self.points)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pinned(self) -> PinnedStandard | None:
        key = self.standards.currentData()
        return next((one for one in self._standards if one.content_hash == key), None)

    def _show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.lines = {}
        for name, start in lines:
            field = QLineEdit(start)
            field.setFixedWidth(self._narrow)
            field.setAccessibleName(f"{name}起分")
            field.editingFinished.connect(self._on_line)
            self.lines[name] = field
            self._lines.addWidget(label(f"{name}起分", "second"))
            self._lines.addWidget(field)

    def _on_line(self) -> None:
        if self._changes() != Changes():
            self._ask()

    def _on_add(self) -> None:
        try:
            given = Decimal(self.points.text().strip())
        except InvalidOperation:
            self.say(f"分值“{self.points.text().strip()}”不是数字，请填写数字。", "red")
            return
        self._points[str(self.items.currentData())] = given
        self.points.clear()
        self._tell_changes()
        self._ask()

    def _tell_changes(self) -> None:
        told = "，".join(f"{item} 改为 {points} 分" for item, points in self._points.items())
        self._changed.setText(told)
        self._changed.setVisible(bool(told))

    def _changes(self) -> Changes:
        pinned = self._pinned()
        now = dict(pinned.lines) if pinned else {}
        lines = []
        for name, field in self.lines.items():
            text = field.text().strip()
            if text != now.get(name):
                lines.append((name, Decimal(text)))
        edition = str(self.editions.currentData() or "")
        return Changes(edition, tuple(self._points.items()), tuple(lines))

    def _ask(self) -> None:
        pinned = self._pinned()
        if pinned is None:
            return
        try:
            changes = self._changes()
        except InvalidOperation:
            self.say("等次的起分不是数字，请填写数字。", "red")
            return
        self.change_asked.emit(pinned.content_hash, changes)

    def _on_open(self) -> None:
        dialog = _dialog(self, "选标准文件", self._on_file)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def _on_file(self, name: str) -> None:
        pinned = self._pinned()
        if pinned is not None:
            self.file_asked.emit(pinned.content_hash, Path(name))

    def _on_write(self) -> None:
        dialog = _dialog(self, "现行标准存为文件", self._on_place)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("yaml")
        dialog.selectFile("评查标准.yaml")
        dialog.open()

    def _on_place(self, name: str) -> None:
        pinned = self._pinned()
        if pinned is not None:
            self.write_asked.emit(pinned.content_hash, Path(name))


def _choice(name: str) -> QComboBox:
    """Return a list that takes the room there is."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def _dialog(owner: QWidget, title: str, chosen: Callable[[str], object]) -> QFileDialog:
    made = QFileDialog(owner, title, str(nearest_folder()), _FILE)
    made.fileSelected.connect(chosen)
    return made
