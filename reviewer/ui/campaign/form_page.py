"""A returned 整改台账填报表 before it is imported: what each row would change, and why not."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.model.rectification_forms import FormPreview, PreviewRow, RowState
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import section
from reviewer.ui.parts import Line, button, card, column, dress, label, row
from reviewer.ui.theme import Tokens, look

_ROWS = (
    Head("选"), Head("位置"), Head("案卷"), Head("问题", 2), Head("结果"), Head("说明", 3),
)  # fmt: skip
_CHANGES = (Head("栏目"), Head("单元格"), Head("原有", 1), Head("填报", 1))
_TONES = {
    RowState.READY: "green", RowState.CHECK: "amber", RowState.REFUSED: "red",
    RowState.ABSENT: "amber", RowState.EMPTY: "ink2", RowState.SAME: "ink2",
}  # fmt: skip
_LINES = 6


class FormPage(QWidget):
    """The rows of one form, each to be taken or left."""

    confirmed = Signal(object, object)  # FormPreview, UUIDs
    cancelled = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._shown: FormPreview | None = None
        self._chosen: tuple[UUID, ...] = ()
        self._heading = label("", "page_title")
        self._said = label("", "second", wraps=True)
        self.rows = Grid(tokens, "填报表各行", _ROWS)
        self.rows.clicked.connect(self._on_clicked)
        self.rows.opened.connect(self._on_clicked)
        self.rows.selectionModel().currentRowChanged.connect(self._on_row)
        self._about = label("", "body", wraps=True)
        self.changes = Grid(tokens, "这一行的改动", _CHANGES)
        self.refused = label("", "body", wraps=True)
        look(self.refused, "body", tone="red")
        self.take = button("导入", "primary", self._on_take)
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        head = column(self._heading, self._said, gap=2)
        listed = card()
        held = column(self.rows)
        held.setContentsMargins(1, 1, 1, 1)
        listed.setLayout(held)
        told = section(tokens, "所选一行", "", self._about, self.changes)
        back = button("返回", "normal", self.cancelled.emit)
        hint = label("点一行或者按空格选定、取消。导入之前不改动任何记录。", "second")
        foot = row(hint, self.refused, 1, back, self.take)
        foot.setContentsMargins(tokens.margin, tokens.gap, tokens.margin, tokens.gap)
        body = column(head, listed, told, gap=tokens.block)
        body.setStretch(1, 1)
        body.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(Line())
        layout.addLayout(foot)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        for grid in (self.rows, self.changes):
            grid.set_tokens(tokens)
        self.changes.fit(2, _LINES)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the rows."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, shown: FormPreview) -> None:
        """Show what a form would change; rows without a doubt are chosen."""
        self._shown = shown
        self._chosen = tuple(one.rectification for one in shown.rows
                             if one.state is RowState.READY and one.rectification)  # fmt: skip
        self._heading.setText(f"读回《{shown.path.name}》")
        unclaimed = "、".join(path.name for path in shown.unclaimed[:3])
        more = f"同一文件夹中没有列为佐证材料的文件：{unclaimed}。" if unclaimed else ""
        self._said.setText(f"填报单位：{shown.unit_name}。{''.join(shown.notes)}{more}")
        self.refuse("")
        self._show_rows()

    def toggle(self, rectification: UUID) -> None:
        """Take a row, or leave it."""
        kept = tuple(one for one in self._chosen if one != rectification)
        self._chosen = kept if rectification in self._chosen else (*kept, rectification)
        self._show_rows()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was imported."""
        self.refused.setText(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a row with the space bar, go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Space and self.rows.hasFocus():
            self._on_clicked(self.rows.currentIndex())
        else:
            super().keyPressEvent(event)

    def _show_rows(self) -> None:
        every = self._shown.rows if self._shown else ()
        self.rows.show_rows([self._grid_row(at, one) for at, one in enumerate(every)])
        self.take.setText(f"导入 {len(self._chosen)} 项")
        self.take.setEnabled(bool(self._chosen))

    def _grid_row(self, at: int, one: PreviewRow) -> GridRow:
        chosen = one.rectification in self._chosen
        mark = "✓" if chosen else "" if one.may_be_imported else "—"
        said = "".join(one.reasons) or "、".join(change.title for change in one.changes)
        cells = (mark, one.place or "—", one.case_no, one.problem, one.state.value, said)
        tones = ("blue" if chosen else "ink2", "ink2", "", "", _TONES[one.state], "")
        return GridRow(at, cells, tones)

    def _row(self) -> PreviewRow | None:
        at = self.rows.current_key()
        every = self._shown.rows if self._shown else ()
        return every[at] if isinstance(at, int) and at < len(every) else None

    def _on_row(self) -> None:
        one = self._row()
        if one is None:
            return
        found = [path.name for named in one.evidence for path in named.files]
        files = f"佐证材料：{'、'.join(found)}。" if found else ""
        self._about.setText(f"{one.problem}　{''.join(one.reasons)}{files}")
        self.changes.show_rows(
            [
                GridRow(c.field, (c.title, c.cell or "—", c.before or "—", c.after))
                for c in one.changes
            ]
        )
        self.changes.fit(2, _LINES)

    def _on_clicked(self, index: QModelIndex) -> None:
        every = self._shown.rows if self._shown else ()
        if not index.isValid() or index.row() >= len(every):
            return
        one = every[index.row()]
        if one.may_be_imported and one.rectification is not None:
            self.toggle(one.rectification)

    def _on_take(self) -> None:
        if self._shown is not None:
            self.confirmed.emit(self._shown, self._chosen)
