"""A workbook before it is imported: what it holds, which cell is wrong, which column is what."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from reviewer.model.campaigns import CampaignUnit, CaseKind
from reviewer.model.ledger_sheets import (
    LEDGER_TITLES,
    LedgerChoices,
    LedgerPreview,
    UnitMatching,
)
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.ledger_page import hint_rows
from reviewer.ui.campaign.sections import scrolling, section
from reviewer.ui.parts import Line, button, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.views import PreviewHints

_SHEETS = 12
_ROWS = 8
_FAULTS = (Head("行"), Head("单元格"), Head("问题", 1))
_HINTS = (Head("核对"), Head("内容", 1))


class PreviewPage(QWidget):
    """What a workbook would give."""

    choices_made = Signal(object)  # LedgerChoices
    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._choices = LedgerChoices()
        self._heading = label("", "page_title")
        self._said = label("", "body", wraps=True)
        self._notices = label("", "second", wraps=True)
        self.list = Grid(tokens, "读取结果", _FAULTS)
        self.sheet = QComboBox()
        self.sheet.setAccessibleName("工作表")
        self.sheet.activated.connect(self._on_sheet)
        self.units: dict[str, QComboBox] = {}
        self.constants: dict[str, QComboBox] = {}
        self.columns: list[QComboBox] = []
        self._unit_grid, self._constant_grid, self._column_grid = (QGridLayout() for _ in range(3))
        self.take = button("确认导入", "primary", self.confirmed.emit)
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        self._found = section(tokens, "读取结果", "", self._said, self._notices, self.list)
        self._settle = section(
            tokens, "核对单位", "名称不一致的，指定对应的被评查单位", self._unit_grid
        )
        self._shared = section(
            tokens, "整张表共用", "表中没有这一列的，在此选定", self._constant_grid
        )
        chosen = row(label("工作表", "second"), self.sheet, 1)
        said = "按列标题认出，认错的在此改正；下次遇到同样的表头自动沿用"
        mapped = section(tokens, "列对应", said, chosen, self._column_grid)
        for grid in (self._unit_grid, self._constant_grid, self._column_grid):
            grid.setHorizontalSpacing(tokens.inset)
            grid.setVerticalSpacing(tokens.unit)
        head = column(self._heading)
        head.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        body = scrolling(tokens, self._found, self._settle, self._shared, mapped)
        back = button("返回", "normal", self.cancelled.emit)
        foot = row(label("确认之前不导入任何一行。", "second"), 1, back, self.take)
        foot.setContentsMargins(tokens.margin, tokens.gap, tokens.margin, tokens.gap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(body, 1)
        layout.addWidget(Line())
        layout.addLayout(foot)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._tokens = tokens
        self.list.set_tokens(tokens)
        self.list.setFixedHeight(tokens.head + _ROWS * tokens.row + 2)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard on what is to be settled, else on the import."""
        open_ones: list[QComboBox] = [
            box for box in (*self.constants.values(), *self.units.values()) if not box.currentData()
        ]
        target: QWidget = next(iter(open_ones), self.take if self.take.isEnabled() else self.list)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self, name: str) -> None:
        """Begin with another workbook."""
        self._choices = LedgerChoices()
        self._heading.setText(f"导入台账《{name}》")

    def show_preview(
        self, found: LedgerPreview, ahead: PreviewHints | None, units: Sequence[CampaignUnit]
    ) -> None:
        """Show what was found; `ahead` is missing while it cannot be imported."""
        self._show_result(found, ahead)
        self._show_sheets(found)
        self._show_units(found, units)
        self._show_constants(found, units)
        self._show_columns(found)
        self.take.setEnabled(ahead is not None)
        dress(self, self._tokens)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _show_result(self, found: LedgerPreview, ahead: PreviewHints | None) -> None:
        self._said.setText(told(found, ahead))
        wrong = bool(found.missing or found.fault_count)
        look(self._said, "body", tone="" if ahead else "red" if wrong else "amber")
        self._notices.setText("".join(found.notices))
        self._notices.setVisible(bool(found.notices))
        self.list.setVisible(bool(found.faults) or ahead is not None)
        if found.faults:
            self.list.show_heads(_FAULTS)
            self.list.show_rows(
                [
                    GridRow(one, (str(one.row), f"{one.column} {one.title}".strip(), one.reason))
                    for one in found.faults
                ]
            )
        elif ahead is not None:
            self.list.show_heads(_HINTS)
            self.list.show_rows(hint_rows(ahead.hints))

    def _show_sheets(self, found: LedgerPreview) -> None:
        self.sheet.clear()
        self.sheet.addItems(found.sheets)
        self.sheet.setCurrentText(found.sheet)
        self.sheet.setEnabled(len(found.sheets) > 1)

    def _show_units(self, found: LedgerPreview, units: Sequence[CampaignUnit]) -> None:
        names = {unit.id: unit.name for unit in units}
        open_ones = [one for one in found.units if one.how is not UnitMatching.EXACT]
        _clear(self._unit_grid)
        self.units = {}
        for at, match in enumerate(open_ones):
            order = [*match.suggestions, *(i for i in names if i not in match.suggestions)]
            choices = [(names[one], one) for one in order]
            box = _box(f"“{match.name}”对应的单位", choices, match.unit, "请选定单位")
            box.activated.connect(self._on_changed)
            said = f"{match.name}　{match.rows} 件"
            self._unit_grid.addWidget(label(said, "body"), at, 0)
            self._unit_grid.addWidget(box, at, 1)
            self._unit_grid.addWidget(label(match.how.value, "caption"), at, 2)
            self.units[match.name] = box
        self._unit_grid.setColumnStretch(1, 1)
        self._settle.setVisible(bool(open_ones))

    def _show_constants(self, found: LedgerPreview, units: Sequence[CampaignUnit]) -> None:
        given = dict(self._choices.constants or {})
        asked = {
            "unit": [(unit.name, unit.name) for unit in units],
            "kind": [(kind.value, kind.value) for kind in CaseKind],
        }
        _clear(self._constant_grid)
        self.constants = {}
        for name, choices in asked.items():
            title = LEDGER_TITLES[name]
            if title not in found.missing and name not in given:
                continue
            box = _box(f"整张表的{title}", choices, given.get(name), "请选定")
            box.activated.connect(self._on_changed)
            at = len(self.constants)
            self._constant_grid.addWidget(label(title, "body"), at, 0)
            self._constant_grid.addWidget(box, at, 1)
            self.constants[name] = box
        self._constant_grid.setColumnStretch(1, 1)
        self._shared.setVisible(bool(self.constants))

    def _show_columns(self, found: LedgerPreview) -> None:
        _clear(self._column_grid)
        self.columns = []
        fields = [(title, field) for field, title in LEDGER_TITLES.items()]
        for at, one in enumerate(found.columns):
            box = _box(f"{one.letter} 列 {one.head}", fields, one.field, "不读取")
            box.activated.connect(self._on_columns)
            samples = (line[at] for line in found.sample if at < len(line) and line[at])
            head = label(f"{one.letter}　{one.head or '（无标题）'}", "body")
            sample = label(next(samples, "")[:_SHEETS], "caption")
            sure = label("请核对" if one.field and not one.sure else "", "caption")
            look(sure, "caption", tone="amber")
            across, down = 4 * (at % 2), at // 2
            for step, part in enumerate((head, sample, box, sure)):
                self._column_grid.addWidget(part, down, across + step)
            self.columns.append(box)
        for across in (2, 6):
            self._column_grid.setColumnStretch(across, 1)

    def _on_sheet(self) -> None:
        self._choices = LedgerChoices(sheet=self.sheet.currentText())
        self.choices_made.emit(self._choices)

    def _on_columns(self) -> None:
        fields = tuple(str(box.currentData() or "") for box in self.columns)
        self._choices = replace(self._choices, fields=fields)
        self._on_changed()

    def _on_changed(self) -> None:
        units = {name: box.currentData() for name, box in self.units.items()}
        constants = {name: str(box.currentData() or "") for name, box in self.constants.items()}
        kept = dict(self._choices.units or {})
        self._choices = replace(
            self._choices,
            units=kept | {name: one for name, one in units.items() if isinstance(one, UUID)},
            constants={name: text for name, text in constants.items() if text},
        )
        self.choices_made.emit(self._choices)


def told(found: LedgerPreview, ahead: PreviewHints | None) -> str:
    """Return what a workbook would give, or what keeps it from being imported."""
    if found.missing:
        return f"没有找到{'、'.join(found.missing)}列，请在下面指定。"
    if found.fault_count:
        more = f"，只列出前 {len(found.faults)} 处" if found.fault_count > len(found.faults) else ""
        return (
            f"{found.faulty_rows} 行共 {found.fault_count} 处不能导入{more}。"
            "请在表格中改正后重新导入；列认错的，可在下面改正。"
        )
    if ahead is None:
        waiting = sum(one.unit is None for one in found.units)
        if waiting:
            return f"共 {len(found.rows):,} 件，{waiting} 个单位名称还没有对应，请在下面选定。"
        return "没有读到案件，请确认选对了工作表。"
    again = f"，其中 {ahead.replaced:,} 件代替原有的同号案件" if ahead.replaced else ""
    return f"共 {len(found.rows):,} 件可以导入{again}。"


def _box(name: str, choices: Sequence[tuple[str, Any]], current: Any, nothing: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.addItem(nothing, None)
    for text, value in choices:
        made.addItem(text, value)
    values = [value for _, value in choices]
    made.setCurrentIndex(values.index(current) + 1 if current in values else 0)
    made.setMinimumContentsLength(8)
    return made


def _clear(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
