"""What a person settles of a workbook before it is imported: units, shared fields, columns."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from reviewer.model.campaigns import CampaignUnit, CaseKind
from reviewer.model.ledger_sheets import LEDGER_TITLES, LedgerPreview, UnitMatching
from reviewer.ui.parts import column, label, row
from reviewer.ui.theme import Tokens, look

_SAMPLE = 12
_HEAD_ROWS = 25
"""Rows among which the head may stand."""


class UnitsForm(QWidget):
    """Names of units that the workbook writes otherwise than the campaign."""

    changed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.boxes: dict[str, QComboBox] = {}
        self._grid = _grid(self, tokens)

    def show_found(self, found: LedgerPreview, units: Sequence[CampaignUnit]) -> None:
        """Show each name that is not one of the campaign."""
        names = {unit.id: unit.name for unit in units}
        open_ones = [one for one in found.units if one.how is not UnitMatching.EXACT]
        clear(self._grid)
        self.boxes = {}
        for at, match in enumerate(open_ones):
            order = [*match.suggestions, *(i for i in names if i not in match.suggestions)]
            choices = [(names[one], one) for one in order]
            box = _box(f"“{match.name}”对应的单位", choices, match.unit, "请选定单位")
            box.activated.connect(self.changed)
            said = f"{match.name}　{match.rows} 件"
            self._grid.addWidget(label(said, "body"), at, 0)
            self._grid.addWidget(box, at, 1)
            self._grid.addWidget(label(match.how.value, "caption"), at, 2)
            self.boxes[match.name] = box
        self._grid.setColumnStretch(1, 1)

    def chosen(self) -> dict[str, UUID]:
        """Return the unit of each name that was settled."""
        units = {name: box.currentData() for name, box in self.boxes.items()}
        return {name: one for name, one in units.items() if isinstance(one, UUID)}


class SharedForm(QWidget):
    """Fields for which the sheet has no column and which hold for all its rows."""

    changed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.boxes: dict[str, QComboBox] = {}
        self._grid = _grid(self, tokens)

    def show_found(
        self, found: LedgerPreview, units: Sequence[CampaignUnit], given: Mapping[str, str]
    ) -> None:
        """Show what misses, and what was given for it."""
        asked = {
            "unit": [(unit.name, unit.name) for unit in units],
            "kind": [(kind.value, kind.value) for kind in CaseKind],
        }
        clear(self._grid)
        self.boxes = {}
        for name, choices in asked.items():
            title = LEDGER_TITLES[name]
            if title not in found.missing and name not in given:
                continue
            box = _box(f"整张表的{title}", choices, given.get(name), "请选定")
            box.activated.connect(self.changed)
            at = len(self.boxes)
            self._grid.addWidget(label(title, "body"), at, 0)
            self._grid.addWidget(box, at, 1)
            self.boxes[name] = box
        self._grid.setColumnStretch(1, 1)

    def chosen(self) -> dict[str, str]:
        """Return what was given."""
        texts = {name: str(box.currentData() or "") for name, box in self.boxes.items()}
        return {name: text for name, text in texts.items() if text}


class ColumnsForm(QWidget):
    """The sheet, the row of its heads, and which column is which field."""

    sheet_chosen = Signal(str)
    head_chosen = Signal(int)
    changed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.sheet = QComboBox()
        self.sheet.setAccessibleName("工作表")
        self.sheet.activated.connect(self._on_sheet)
        self.head = QComboBox()
        self.head.setAccessibleName("列标题所在行")
        self.head.activated.connect(self._on_head)
        self.boxes: list[QComboBox] = []
        self._columns = QWidget()
        self._grid = _grid(self._columns, tokens)
        chosen = row(
            label("工作表", "second"), self.sheet, label("列标题在", "second"), self.head, 1
        )
        self.setLayout(column(chosen, self._columns, gap=tokens.gap))

    def show_found(self, found: LedgerPreview) -> None:
        """Show sheet, head and columns."""
        self.sheet.clear()
        self.sheet.addItems(found.sheets)
        self.sheet.setCurrentText(found.sheet)
        self.sheet.setEnabled(len(found.sheets) > 1)
        first, last = found.head_rows
        self.head.clear()
        for at in range(1, _HEAD_ROWS + 1):
            whole = f"第 {first} 至 {last} 行" if last > first else f"第 {at} 行"
            self.head.addItem(whole if at == first else f"第 {at} 行", at)
        if not first:
            self.head.insertItem(0, "请选定行", 0)
        self.head.setCurrentIndex(self.head.findData(first))
        self._show_columns(found)

    def fields(self) -> tuple[str, ...]:
        """Return the field of each column, empty for one that is not read."""
        return tuple(str(box.currentData() or "") for box in self.boxes)

    def _show_columns(self, found: LedgerPreview) -> None:
        clear(self._grid)
        self.boxes = []
        fields = [(title, field) for field, title in LEDGER_TITLES.items()]
        for at, one in enumerate(found.columns):
            box = _box(f"{one.letter} 列 {one.head}", fields, one.field, "不读取")
            box.activated.connect(self.changed)
            samples = (line[at] for line in found.sample if at < len(line) and line[at])
            head = label(f"{one.letter}　{one.head or '（无标题）'}", "body")
            sample = label(next(samples, "")[:_SAMPLE], "caption")
            sure = label("请核对" if one.field and not one.sure else "", "caption")
            look(sure, "caption", tone="amber")
            across, down = 4 * (at % 2), at // 2
            for step, part in enumerate((head, sample, box, sure)):
                self._grid.addWidget(part, down, across + step)
            self.boxes.append(box)
        for across in (2, 6):
            self._grid.setColumnStretch(across, 1)

    def _on_sheet(self) -> None:
        self.sheet_chosen.emit(self.sheet.currentText())

    def _on_head(self) -> None:
        if at := self.head.currentData():
            self.head_chosen.emit(at)


def clear(grid: QGridLayout) -> None:
    """Take all parts out of a grid."""
    while (item := grid.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


def _grid(owner: QWidget, tokens: Tokens) -> QGridLayout:
    made = QGridLayout(owner)
    made.setContentsMargins(0, 0, 0, 0)
    made.setHorizontalSpacing(tokens.inset)
    made.setVerticalSpacing(tokens.unit)
    return made


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
