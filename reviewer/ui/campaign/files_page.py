"""The page 调卷: drawn cases with or without their file, and imported cases that may be theirs."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from reviewer.ui.campaign.filter_row import FilterRow
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import section
from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.filing import FileLine, FilesView

_HEADS = (
    Head("抽中案卷"),
    Head("单位", 2),
    Head("页数", right=True),
    Head("电子卷", 3),
)
_ALL, _MISSING, _SUGGESTED = "全部", "未到", "有建议"


class FilesPage(QWidget):
    """The list above, what is done with the current case below."""

    import_asked = Signal()
    all_asked = Signal()
    join_asked = Signal(object, object)  # UUID of the imported case, of the drawn one
    draw_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._view = FilesView((), ())
        self._said = label("", "second", wraps=True)
        self.filters = FilterRow(tokens, (_ALL, _MISSING, _SUGGESTED))
        self.cases = Grid(tokens, "抽中案卷", _HEADS)
        self.loose = QComboBox()
        self.loose.setAccessibleName("并入的已导入案卷")
        self.join = button("并入所选案卷", "normal", self._on_join, "link")
        self.all = button("并入全部建议", "primary", self.all_asked.emit)
        self._about = label("", "second", wraps=True)
        importing = button("导入案卷…", "normal", self.import_asked.emit, "plus")
        replaced = button("不能提供的调换", "normal", self.draw_asked.emit)
        words = column(label("调卷", "page_title"), self._said, gap=2)
        top = row(words, replaced, importing, self.all)
        top.setStretch(0, 1)
        listed = section(tokens, "", "", self.filters, self.cases)
        chosen = row(label("所选案卷的电子卷", "second"), self.loose, self.join)
        chosen.setStretch(1, 1)
        said = "案号和单位都一致的列为建议；并入后可在该卷中撤销"
        joined = section(tokens, "并入", said, chosen, self._about)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        layout.addWidget(listed, 1)
        layout.addWidget(joined)
        self.filters.chosen.connect(self._show_cases)
        self.cases.selectionModel().currentRowChanged.connect(self._show_loose)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.cases.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the list."""
        self.cases.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_files(self, view: FilesView) -> None:
        """Show the drawn cases and their files."""
        self._view = view
        sure = len(view.sure)
        more = f"，{sure} 卷有建议" if sure else ""
        missing = f"{view.missing} 卷还没有电子卷{more}" if view.missing else "电子卷已到齐"
        self._said.setText(f"抽中 {len(view.lines)} 卷，{missing}。")
        self.filters.show_counts(
            {word: len([one for one in view.lines if _fits(one, word)]) for word in _WORDS}
        )
        self.all.setEnabled(bool(sure))
        self._show_cases()

    def _show_cases(self) -> None:
        shown = [one for one in self._view.lines if _fits(one, self.filters.current)]
        self.cases.show_rows([_row(one) for one in shown])
        self._show_loose()

    def _show_loose(self) -> None:
        line = self._current()
        self.loose.clear()
        suggested = line.suggested if line else None
        ordered = sorted(self._view.loose, key=lambda one: one != suggested)
        for one in ordered:
            unit = f"　{one.unit}" if one.unit else ""
            self.loose.addItem(f"{one.title}{unit}　{one.pages} 页", one.case)
        possible = line is not None and not line.pages and bool(ordered)
        self.loose.setEnabled(possible)
        self.join.setEnabled(possible)
        if not self._view.loose:
            self._about.setText("没有待并入的案卷。收到电子卷后导入，再回到这里并入。")
        elif line is not None and line.pages:
            self._about.setText("该卷已有电子卷；补充文件请打开该卷后导入。")
        elif line is not None and suggested is not None and not line.same_unit:
            self._about.setText("案号一致，单位没有识别出来或者名称不同，请核对后并入。")
        else:
            self._about.setText("")

    def _current(self) -> FileLine | None:
        key = self.cases.current_key()
        return next((one for one in self._view.lines if one.case == key), None)

    def _on_join(self) -> None:
        line, imported = self._current(), self.loose.currentData()
        if line is not None and isinstance(imported, UUID):
            self.join_asked.emit(imported, line.case)


_WORDS = (_ALL, _MISSING, _SUGGESTED)


def _fits(one: FileLine, word: str) -> bool:
    if word == _MISSING:
        return not one.pages
    return word == _ALL or one.suggested is not None


def _row(one: FileLine) -> GridRow:
    if one.pages:
        said, tone = "已到", "green"
    elif one.suggested is not None:
        said, tone = f"建议并入：{one.suggested.title}", "amber"
    else:
        said, tone = "未到", "ink2"
    return GridRow(
        one.case, (one.case_no, one.unit, str(one.pages or "—"), said), ("", "", "", tone)
    )
