"""One problem to be rectified: what the unit reports, its evidence, and what has happened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.campaign.follow_bar import HISTORY, FileLinks, history_rows
from reviewer.ui.campaign.grid import Grid
from reviewer.ui.forms import Segments
from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.rectification_views import ProblemView

REPORT = "登记整改报告"
_PLACES = (
    ("measures", "整改措施", (0, 0, 3)), ("progress", "完成情况", (1, 0, 3)),
    ("responsible", "责任人", (2, 0, 1)), ("done_on", "完成日期", (2, 2, 1)),
)  # fmt: skip
"""Field, its word, row, column and how many columns it covers."""
_FIELDS = tuple(name for name, _, _ in _PLACES)


class ProblemCard(QWidget):
    """What is known of one problem."""

    reported = Signal(object, dict)  # UUID, texts by field
    evidence_asked = Signal(object, list)  # UUID, names of files
    file_opened = Signal(object)  # Evidence

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._one: ProblemView | None = None
        self._title = label("", "strong", wraps=True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = label("", "second", wraps=True)
        self.fields = {name: QLineEdit() for name in _FIELDS}
        self._grid = QGridLayout()
        for name, word, place in _PLACES:
            self.fields[name].setAccessibleName(word)
            self._grid.addWidget(label(word, "second"), *place[:2])
            self._grid.addWidget(self.fields[name], place[0], place[1] + 1, 1, place[2])
        self.files = FileLinks(tokens, "佐证材料")
        self.files.opened.connect(self.file_opened)
        self.add = button("添加佐证材料…", "normal", self.ask_files, "plus")
        self.report = button(REPORT, "normal", self._on_report)
        self.views = Segments((("report", "整改情况"), ("history", "经过")))
        self.views.choose("report")
        self.views.chosen.connect(self.show_part)
        self.history = Grid(tokens, "经过", HISTORY)
        self._parts = QStackedWidget()
        told = QWidget()
        told.setLayout(
            column(self._grid, row(self.files, 1, self.add, self.report), 1, gap=tokens.gap)
        )
        for part in (told, self.history):
            self._parts.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(tokens.gap)
        for part in (self._title, self._facts, self.views, self._parts):
            layout.addWidget(part)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.history.set_tokens(tokens)
        self._grid.setHorizontalSpacing(tokens.gap)
        self._grid.setVerticalSpacing(tokens.unit)
        dress(self, tokens)

    def show_problem(self, one: ProblemView | None) -> None:
        """Show a problem; None while several or none are chosen."""
        self._one = one
        self.setVisible(one is not None)
        if one is None:
            return
        record = one.record
        self._title.setText(record.problem)
        page = f"第 {record.pages} 页" if record.pages.replace("、", "").isdigit() else record.pages
        facts = (one.unit_name, record.case_no, record.category, record.basis, page)
        asked = f"要求：{record.requirement}" if record.requirement else ""
        last = "上年转入" if one.from_last_year else ""
        self._facts.setText("　".join(filter(None, (*facts, last, asked))))
        for name in _FIELDS:
            value = getattr(record, name)
            self.fields[name].setText("" if value is None else str(value))
            self.fields[name].setReadOnly(REPORT not in one.steps)
        self.files.show_files(record.evidence, record.evidence_named)
        for part in (self.add, self.report):
            part.setVisible(REPORT in one.steps)
        self.history.show_rows(history_rows(one.history))

    def show_part(self, name: str) -> None:
        """See what the unit reports, or what has happened."""
        self.views.choose(name)
        self._parts.setCurrentIndex(int(name == "history"))

    def ask_files(self) -> None:
        """Ask which files are evidence."""
        dialog = QFileDialog(self, "选佐证材料")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.add_files)
        dialog.open()

    def add_files(self, names: list[str]) -> None:
        """Add evidence to the problem that is seen."""
        if self._one is not None and names:
            self.evidence_asked.emit(self._one.id, names)

    def _on_report(self) -> None:
        if self._one is not None:
            texts = {name: field.text() for name, field in self.fields.items()}
            self.reported.emit(self._one.id, texts)
