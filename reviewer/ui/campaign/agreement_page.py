"""一致性与校准, for the leader: agreement per item, severity per reviewer, calibration."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.forms import Segments
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.agreement_view import (
    SOURCES,
    AgreementView,
    CalibrationFile,
    CalibrationLine,
    ItemLine,
    ReviewerLine,
    StandardLines,
)

_VIEWS = (("items", "评查项"), ("people", "评查人"), ("calibration", "校准"))
_ITEMS = (
    Head("编号"), Head("评查项", 2), Head("共评", right=True), Head("一致率", right=True),
    Head("κ（95% 区间）", right=True), Head("AC1（95% 区间）", right=True), Head("说明", 3),
)  # fmt: skip
_PEOPLE = (
    Head("评查人"), Head("共评", right=True), Head("宽严（95% 区间）", right=True), Head("判断"),
    Head("变化（95% 区间）", right=True), Head("说明", 2),
)  # fmt: skip
_FILES = (
    Head("校准"), Head("案号"), Head("被评查单位", 2), Head("已签", right=True), Head("总分"),
)  # fmt: skip
_LINES = (
    Head("编号"), Head("评查项", 2), Head("一致率", right=True),
    Head("AC1（95% 区间）", right=True), Head("最大差", right=True), Head("读法"),
)  # fmt: skip
_READINGS = (
    Head("案号"), Head("评查人"), Head("结论"), Head("扣分", right=True), Head("情形和理由", 3),
)  # fmt: skip


class AgreementPage(QWidget):
    """Three views on how far the reviewers agree."""

    files_chosen = Signal(object)  # tuple[UUID, …]
    closed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._found = AgreementView((), (), (), (), 0)
        self._chosen: tuple[UUID, ...] = ()
        self._said = label("", "second", wraps=True)
        self.views = Segments(_VIEWS)
        self.standards = QComboBox()
        self.standards.setAccessibleName("评查标准")
        self._totals = label("", "body", wraps=True)
        self._sources = label("", "caption", wraps=True)
        self.items = Grid(tokens, "各评查项的一致性", _ITEMS)
        self.people = Grid(tokens, "评查人的宽严", _PEOPLE)
        self.files = _Files(tokens, "校准案卷", _FILES)
        self.lines = Grid(tokens, "校准中读法不同的评查项", _LINES)
        self.readings = Grid(tokens, "各人的读法", _READINGS)
        self.send = button("发给全部评查人", "primary", self._on_send)
        self._refused = label("", "body", wraps=True)
        self._stack = QStackedWidget()
        self._build(tokens)
        self._connect()
        self.set_tokens(tokens)
        self.show_view("items")

    def _build(self, tokens: Tokens) -> None:
        back = button("合议列表", "normal", self.closed.emit, "list")
        words = column(label("一致性与校准", "page_title"), self._said, gap=2)
        top = row(words, back)
        top.setStretch(0, 1)
        look(self._refused, "body", tone="red")
        for grid in (self.items, self.people):
            self._stack.addWidget(_listed(grid))
        hint = label("空格选定或取消，全部评查人先评这 2 至 3 卷", "caption", wraps=True)
        left = column(_listed(self.files), hint, self._refused, row(self.send, 1), gap=tokens.gap)
        self._unread = label(
            "校准案卷签定后，各项的读法列在这里，读法不同的在前", "second", wraps=True
        )
        self._unread.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._read = QWidget()
        self._read.setLayout(column(_listed(self.lines), _listed(self.readings), gap=tokens.gap))
        right = column(self._unread, self._read)
        both = row(left, right, gap=tokens.block)
        both.setStretch(0, 2)
        both.setStretch(1, 3)
        calibration = QWidget()
        calibration.setLayout(both)
        self._stack.addWidget(calibration)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        layout.addLayout(row(self.views, self.standards, 1, gap=tokens.inset))
        layout.addWidget(self._totals)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._sources)

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.standards.activated.connect(self._on_standard)
        self.files.opened.connect(self._on_file)
        self.lines.selectionModel().currentRowChanged.connect(self._on_line)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        for grid in (self.items, self.people, self.files, self.lines, self.readings):
            grid.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the list that is seen."""
        at = self._stack.currentIndex()
        (self.items, self.people, self.files)[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_agreement(self, found: AgreementView) -> None:
        """Show the figures."""
        self._found = found
        self._chosen = tuple(one.case for one in found.files if one.chosen)
        told = f"两人独立评查并签定的 {found.double} 卷。仅负责人可见，不进入任何导出文书。"
        self._said.setText(told)
        self.standards.clear()
        self.standards.addItems([one.name for one in found.standards])
        self.people.show_rows([_person_row(one) for one in found.reviewers])
        self._show_files()
        self.lines.show_rows([_line_row(one) for one in found.calibration])
        self._read.setVisible(bool(found.calibration))
        self._unread.setVisible(not found.calibration)
        self._show_readings(0)
        self._on_standard(0)
        self.refuse("")
        self.show_view(self._view)

    def show_view(self, name: str) -> None:
        """See items, people or calibration."""
        self._view = name
        self.views.choose(name)
        names = [one for one, _ in _VIEWS]
        self._stack.setCurrentIndex(names.index(name))
        self.standards.setVisible(name == "items" and self.standards.count() > 1)
        self._totals.setVisible(name == "items")
        wanted = {"items": ("一致率", "κ", "AC1", "ICC"), "people": ("宽严", "变化")}
        words = wanted.get(name, ("一致率", "AC1"))
        self._sources.setText("\n".join(f"{w}：{said}" for w, said in SOURCES if w in words))

    def refuse(self, sentence: str) -> None:
        """Say why the files were not chosen."""
        self._refused.setText(sentence)
        self._refused.setVisible(bool(sentence))

    def _standard(self) -> StandardLines | None:
        at = max(0, self.standards.currentIndex())
        return self._found.standards[at] if at < len(self._found.standards) else None

    def _on_standard(self, _at: int) -> None:
        one = self._standard()
        self.items.show_rows([_item_row(line) for line in one.items] if one else [])
        if one is None:
            self._totals.setText("还没有两份都签定的案卷，签定后即有一致性。")
            return
        parts = [f"{word} {figure}{f'，{why}' if why else ''}" for word, figure, why in one.totals]
        self._totals.setText("　".join(parts))

    def _show_files(self) -> None:
        self.files.show_rows(
            [_file_row(one, chosen=one.case in self._chosen) for one in self._found.files]
        )
        before = {one.case for one in self._found.files if one.chosen}
        self.send.setEnabled(set(self._chosen) != before)

    def _show_readings(self, at: int) -> None:
        lines: Sequence[CalibrationLine] = self._found.calibration
        rows = lines[at].readings if 0 <= at < len(lines) else ()
        self.readings.show_rows(
            [
                GridRow(i, (one.case_no, one.name, one.verdict, one.deducted, one.reasons))
                for i, one in enumerate(rows)
            ]
        )

    def _on_line(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_readings(current.row())

    def _on_file(self) -> None:
        case = self.files.current_key()
        if not isinstance(case, UUID):
            return
        kept = tuple(one for one in self._chosen if one != case)
        self._chosen = kept if case in self._chosen else (*kept, case)
        self._show_files()

    def _on_send(self) -> None:
        self.files_chosen.emit(self._chosen)


class _Files(Grid):
    """The drawn cases: Space chooses, as Enter does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space; a table would only select its row, which is selected."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _listed(grid: Grid) -> QWidget:
    made = card()
    inside = column(grid)
    inside.setContentsMargins(1, 1, 1, 1)
    made.setLayout(inside)
    return made


def _item_row(one: ItemLine) -> GridRow:
    cells = (one.id, one.short, str(one.cases), one.percent, one.kappa, one.ac1, one.why)
    return GridRow(one.id, cells, ("", "", "", "", "", "", "ink2"), strong=one.low)


def _person_row(one: ReviewerLine) -> GridRow:
    cells = (one.name, str(one.cases), one.severity, one.reading, one.drift, one.why)
    tone = "amber" if one.reading in ("偏严", "偏宽") else "ink2"
    return GridRow(one.person, cells, ("", "", "", tone, "", "ink2"))


def _file_row(one: CalibrationFile, *, chosen: bool) -> GridRow:
    signed = f"{one.signed} / {one.given}" if one.given else "—"
    cells = ("选定" if chosen else "", one.case_no, one.unit, signed, one.totals or "—")
    return GridRow(one.case, cells, ("blue", "", "ink2", "", "ink2"), strong=chosen)


def _line_row(one: CalibrationLine) -> GridRow:
    cells = (
        one.id, one.short, one.percent, one.ac1, one.spread, "不同" if one.differs else "相同",
    )  # fmt: skip
    tones = ("", "", "", "", "", "" if one.differs else "ink2")
    return GridRow(one.id, cells, tones, strong=one.differs)
