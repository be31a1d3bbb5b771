"""The page of a running import: bar, counts, time left, one row per file, and how to stop.

It is given numbers and rows and says what the user wants; after the end it is the import report.
"""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reviewer.model import ImportResult
from reviewer.ui.importing.run_rows import (
    RunFilter,
    RunRow,
    RunTable,
    filtered,
    finished_rows,
)
from reviewer.ui.importing.run_view import RunView
from reviewer.ui.parts import Line, button, card, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.views import ImportReport


class RunningPage(QWidget):
    """What an import does and what it did."""

    pause_asked = Signal(bool)  # True pauses, False goes on
    cancel_asked = Signal()
    review_asked = Signal()
    report_asked = Signal()
    more_asked = Signal()
    mending_asked = Signal(str, str)  # path of a file that was not read, word of its button

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._rows: tuple[RunRow, ...] = ()
        self._filter = RunFilter.ALL
        self._paused = False
        self._table = RunTable()
        self.view = RunView(tokens, self._table)
        self._source = label("", "caption")
        self._headline = label("", "strong")
        self._left = label("", "second")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._behind = label("", "caption")
        self._counts = label("", "caption_ink")
        self._foot = QWidget()
        self.pause = button("暂停", "normal", self._on_pause, "pause")
        self.cancel = button("取消导入", "normal", self.cancel_asked.emit, "cross")
        self.more = button("再导入…", "normal", self.more_asked.emit, "plus")
        self.review = button("先去评查", "primary", self.review_asked.emit, "chevron-right")
        self.save = button("保存导入报告（Excel）", "normal", self.report_asked.emit, "download")
        self._group = QButtonGroup(self)
        self._filters = {chosen: self._filter_button(chosen) for chosen in RunFilter}
        self._build(tokens)
        self.view.pressed_button.connect(self._on_button)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        words = column(label("导入案卷", "page_title"), self._source, gap=2)
        top = row(words, 1, self.pause, self.cancel, self.more, self.review)
        self._foot.setLayout(row(self._behind, 1, self._counts))
        state = card()
        inside = column(
            row(self._headline, 1, self._left),
            self._bar,
            self._foot,
            gap=tokens.gap,
        )
        inside.setContentsMargins(tokens.inset, tokens.gap, tokens.inset, tokens.gap)
        state.setLayout(inside)
        filters = row(*self._filters.values(), 1, self.save, gap=tokens.unit)
        filters.setContentsMargins(tokens.gap, tokens.unit, tokens.gap, tokens.unit)
        table = card()
        listed = column(filters, Line(), self.view, gap=0)
        listed.setContentsMargins(1, 1, 1, 1)
        table.setLayout(listed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        layout.addWidget(state)
        layout.addWidget(table, 1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.view.set_tokens(tokens)
        dress(self, tokens)
        self._tokens = tokens

    def start(self, source: str) -> None:
        """Show an import that has just begun."""
        self._source.setText(f"来自 {source}" if source else "")
        self.show_behind("")
        self.show_counts("")
        self._set_paused(False)
        self._show_buttons(running=True, reviewable=False)
        self.show_rows(())
        self.show_progress("正在查看文件", 0, 0, "")

    def show_progress(self, headline: str, done: int, total: int, left: str) -> None:
        """Show how far the work has come; a total of 0 means that it is not known yet."""
        self._bar.setMaximum(max(total, 1) if done or total else 1)
        self._bar.setValue(done)
        self._headline.setText(headline)
        self._left.setText("已暂停" if self._paused else left)

    def show_rows(self, rows: tuple[RunRow, ...]) -> None:
        """Show the files."""
        self._rows = rows
        for chosen, chip in self._filters.items():
            chip.setText(f"{chosen.value} {len(filtered(rows, chosen))}")
        self._table.show_rows(filtered(rows, self._filter))

    def show_counts(self, words: str) -> None:
        """Show the counts of results."""
        self._counts.setText(words)
        self._foot.setVisible(bool(words or self._behind.text()))

    def show_behind(self, words: str) -> None:
        """Say how far the text recognition has come."""
        self._behind.setText(words)
        self._foot.setVisible(bool(words or self._counts.text()))

    def show_report(self, report: ImportReport) -> None:
        """Show what became of every file."""
        self._set_paused(False)
        self.show_progress(report.sentence, 1, 1, "")
        self.show_rows(finished_rows(report))
        self.show_counts(counts_text(report))
        self._show_buttons(running=False, reviewable=bool(report.cases))

    def headline(self) -> str:
        """Return the sentence over the bar."""
        return self._headline.text()

    def shown(self) -> tuple[RunRow, ...]:
        """Return the rows that pass the filter."""
        return self._table.rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.cancel.isVisible():
            self.cancel_asked.emit()
        else:
            super().keyPressEvent(event)

    def _show_buttons(self, running: bool, reviewable: bool) -> None:
        self.pause.setVisible(running)
        self.cancel.setVisible(running)
        self.more.setVisible(not running)
        self.review.setVisible(reviewable)
        self.save.setEnabled(not running)

    def _set_paused(self, paused: bool) -> None:
        self._paused = paused
        self.pause.setText("继续" if paused else "暂停")
        self.pause.setProperty("icon_name", "play" if paused else "pause")
        self._left.setText("已暂停" if paused else "")
        if hasattr(self, "_tokens"):
            dress(self, self._tokens)

    def _filter_button(self, chosen: RunFilter) -> QPushButton:
        made = button(chosen.value, "filter", self._on_filter)
        made.setCheckable(True)
        made.setChecked(chosen is RunFilter.ALL)
        made.setObjectName(chosen.value)
        self._group.addButton(made)
        return made

    def _on_filter(self) -> None:
        self._filter = RunFilter(self.sender().objectName())
        self._table.show_rows(filtered(self._rows, self._filter))

    def _on_pause(self) -> None:
        self._set_paused(not self._paused)
        self.pause_asked.emit(self._paused)

    def _on_button(self, index: QModelIndex, word: str) -> None:
        self.mending_asked.emit(self._table.rows[index.row()].path, word)


def counts_text(report: ImportReport) -> str:
    """Return the counts of a report, those that are not zero."""
    parts = (
        ("已存入", report.count(ImportResult.STORED)),
        ("重复", report.count(ImportResult.DUPLICATE)),
        ("只登记或未导入", report.count(ImportResult.LISTED)),
        ("有问题", report.count(ImportResult.FAILED)),
    )
    return "　".join(f"{word} {number}" for word, number in parts if number)
