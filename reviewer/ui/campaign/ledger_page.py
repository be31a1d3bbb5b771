"""The ledger as it stands: who has sent how much, and what to look at before it is frozen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import Digest
from reviewer.ui.dialogs import ask_to_save
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.ui.words import local
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import LedgerHints

_UNITS = (Head("被评查单位", 1), Head("案件", right=True), Head("报送"))
_HINTS = (Head("核对"), Head("内容", 1))
_MOST = 300
_BOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".csv")


class LedgerPage(QWidget):
    """The collected ledger."""

    import_asked = Signal(Path)
    template_asked = Signal(Path)
    export_asked = Signal(Path)
    drop_asked = Signal(object)  # UUID of a unit
    anew_asked = Signal()
    freeze_asked = Signal()
    drop_refused = Signal(str)  # why a dropped workbook is not taken

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._frozen = False
        self._said = label("", "second", wraps=True)
        self._hash = Digest()
        self.units = Grid(tokens, "各单位报送情况", _UNITS)
        self.hints = Grid(tokens, "需要核对的内容", _HINTS)
        self.units.removal_asked.connect(self._on_removal)
        self.template = button("写出模板…", "normal", self.ask_template, "table")
        self.export = button("导出台账…", "normal", self.ask_export, "download")
        self.anew = button("另建台账", "normal", self.anew_asked.emit)
        self.freeze = button("冻结台账", "normal", self.freeze_asked.emit, "lock")
        self.take = button("导入台账…", "primary", self.ask_import, "plus")
        self._whole = label("", "second", wraps=True)
        self.hints.selectionModel().currentRowChanged.connect(self._on_hint)
        words = column(label("台账", "page_title"), self._said, gap=2)
        top = row(words, self.template, self.export, self.anew, self.freeze, self.take)
        top.setStretch(0, 1)
        checked = column(self._held(self.hints), self._whole, gap=tokens.gap)
        checked.setStretch(0, 1)
        body = row(self._held(self.units), checked, gap=tokens.block)
        body.setStretch(0, 2)
        body.setStretch(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(column(top, self._hash, gap=2))
        layout.addLayout(body, 1)
        self.set_tokens(tokens)

    @staticmethod
    def _held(grid: Grid) -> QWidget:
        made = card()
        inside = column(grid)
        inside.setContentsMargins(1, 1, 1, 1)
        made.setLayout(inside)
        return made

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.units.set_tokens(tokens)
        self.hints.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the units."""
        self.units.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_ledger(self, state: CampaignState, hints: LedgerHints) -> None:
        """Show what was collected."""
        ledger = state.ledger
        self._frozen = frozen = ledger is not None and ledger.frozen_at is not None
        total = len(ledger.rows) if ledger else 0
        self._said.setText(_told(state, total))
        self._hash.show_digest("台账哈希（SHA-256）", ledger.sha256 if ledger and frozen else "")
        self.take.setVisible(not frozen)
        self.anew.setVisible(frozen)
        self.freeze.setVisible(not frozen)
        self.freeze.setEnabled(total > 0 and not hints.same)
        self.freeze.setToolTip("文号重复的，改正后才能冻结" if hints.same else "")
        self.export.setEnabled(total > 0)
        names = {unit.id: unit.name for unit in state.campaign.units}
        self.units.show_rows(
            [
                GridRow(
                    unit,
                    (names[unit], f"{count:,}" if count else "—", "已报送" if count else "未报送"),
                    ("", "", "" if count else "amber"),
                )
                for unit, count in hints.rows
            ]
        )
        self.hints.show_rows(hint_rows(hints))

    def ask_template(self) -> None:
        """Ask where the empty workbook goes."""
        ask_to_save(self, "写出台账模板", "案件目录（台账）模板.xlsx", self._on_template)

    def ask_export(self) -> None:
        """Ask where the ledger goes."""
        ask_to_save(self, "导出台账", "台账.xlsx", self._on_export)

    def ask_import(self) -> None:
        """Ask which workbook is looked at."""
        dialog = QFileDialog(
            self, "选单位报送的台账", "", "Excel 工作簿 (*.xlsx *.xlsm *.csv *.xls *.et)"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_import)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take workbooks; all else goes to the window, which imports cases."""
        if _workbooks(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the workbook that was dropped."""
        books = _workbooks(event.mimeData())
        if not books:
            event.ignore()
            return
        event.acceptProposedAction()
        if self._frozen:
            self.drop_refused.emit("台账已冻结，没有导入。确需改动的，先点“另建台账”")
        elif len(books) > 1:
            self.drop_refused.emit("一次导入一个工作簿，核对后再拖入下一个")
        else:
            self.import_asked.emit(books[0])

    def _on_template(self, name: str) -> None:
        self.template_asked.emit(Path(name))

    def _on_export(self, name: str) -> None:
        self.export_asked.emit(Path(name))

    def _on_import(self, name: str) -> None:
        self.import_asked.emit(Path(name))

    def _on_hint(self, index: QModelIndex) -> None:
        rows = self.hints.table.rows
        # A sentence about a dozen units does not fit into its row.
        self._whole.setText(rows[index.row()].cells[1] if 0 <= index.row() < len(rows) else "")

    def _on_removal(self, _index: QModelIndex) -> None:
        self.drop_asked.emit(self.units.current_key())


def _workbooks(data: QMimeData) -> list[Path]:
    """Return what was dropped when all of it are workbooks."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    fits = bool(paths) and all(path.suffix.lower() in _BOOKS for path in paths)
    return paths if fits else []


def hint_rows(hints: LedgerHints) -> Sequence[GridRow]:
    """Return the hints as rows, what keeps the ledger from being frozen first."""
    found: list[GridRow] = []
    some: tuple[tuple[str, Sequence[object], str], ...] = (
        ("文号重复", hints.same, "red"),
        ("疑似同案", hints.possible, "amber"),
        ("编号有缺", hints.gaps, "amber"),
        ("范围之外", hints.outside, "amber"),
    )
    for word, sentences, tone in some:
        found += [GridRow(None, (word, str(one)), (tone,)) for one in sentences[:_MOST]]
        if len(sentences) > _MOST:
            rest = f"另有 {len(sentences) - _MOST} 处，请导出台账后核对。"
            found.append(GridRow(None, (word, rest), (tone,)))
    return found or [GridRow(None, ("", "未见重复、缺号和范围之外的案件"), ("", "ink2"))]


def _told(state: CampaignState, total: int) -> str:
    ledger = state.ledger
    if ledger is None or not total:
        return (
            "还没有台账。写出模板随通知下发，收到后逐个导入或者拖到本页；列的次序和名称可以不同。"
        )
    if ledger.frozen_at is not None:
        when = f"{local(ledger.frozen_at):%Y-%m-%d %H:%M}"
        return f"共 {total:,} 件，{when} 冻结，不再改动。"
    return f"共 {total:,} 件，来自{'、'.join(f'《{one}》' for one in ledger.sources[-3:])}" + (
        f"等 {len(ledger.sources)} 个文件。" if len(ledger.sources) > 3 else "。"
    )
