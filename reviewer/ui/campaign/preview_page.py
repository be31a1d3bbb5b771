"""A workbook before it is imported: what it holds, which cell is wrong, which column is what."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from reviewer.model.campaigns import CampaignUnit
from reviewer.model.ledger_sheets import LedgerChoices, LedgerPreview
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.ledger_page import hint_rows
from reviewer.ui.campaign.preview_forms import ColumnsForm, SharedForm, UnitsForm
from reviewer.ui.campaign.sections import scrolling, section
from reviewer.ui.parts import Line, button, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.views import PreviewHints

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
        self.units = UnitsForm(tokens)
        self.shared = SharedForm(tokens)
        self.columns = ColumnsForm(tokens)
        self.units.changed.connect(self._on_changed)
        self.shared.changed.connect(self._on_changed)
        self.columns.changed.connect(self._on_columns)
        self.columns.sheet_chosen.connect(self._on_sheet)
        self.columns.head_chosen.connect(self._on_head)
        self.take = button("确认导入", "primary", self.confirmed.emit)
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        self._found = section(tokens, "读取结果", "", self._said, self._notices, self.list)
        self._settle = section(tokens, "核对单位", "名称不一致的，指定对应的被评查单位", self.units)
        self._given = section(tokens, "整张表共用", "表中没有这一列的，在此选定", self.shared)
        said = "按列标题认出，认错的在此改正；下次遇到同样的表头自动沿用"
        mapped = section(tokens, "列对应", said, self.columns)
        head = column(self._heading)
        head.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        body = scrolling(tokens, self._found, self._settle, self._given, mapped)
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
            box
            for box in (*self.shared.boxes.values(), *self.units.boxes.values())
            if not box.currentData()
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
        self.units.show_found(found, units)
        self._settle.setVisible(bool(self.units.boxes))
        self.shared.show_found(found, units, self._choices.constants or {})
        self._given.setVisible(bool(self.shared.boxes))
        self.columns.show_found(found)
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

    def _on_sheet(self, sheet: str) -> None:
        self._choices = LedgerChoices(sheet=sheet)
        self.choices_made.emit(self._choices)

    def _on_head(self, at: int) -> None:
        # Columns that were settled belong to the other heads.
        self._choices = LedgerChoices(sheet=self.columns.sheet.currentText(), head_row=at)
        self.choices_made.emit(self._choices)

    def _on_columns(self) -> None:
        self._choices = replace(self._choices, fields=self.columns.fields())
        self._on_changed()

    def _on_changed(self) -> None:
        kept = dict(self._choices.units or {})
        self._choices = replace(
            self._choices, units=kept | self.units.chosen(), constants=self.shared.chosen()
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
