"""The page of the working-day calendar: the years that are there, and later ones to import."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from reviewer.model import Calendar, CalendarYear
from reviewer.ui.dialogs import ask_to_save
from reviewer.ui.knowledge.text_rows import TextLine, TextList, headed
from reviewer.ui.parts import button, label, row
from reviewer.ui.theme import Tokens

_FILES = "工作日历 (*.xlsx *.yaml)"


class CalendarPage(QWidget):
    """Shows the years; says which file is to be looked at or imported."""

    preview_asked = Signal(Path)
    import_asked = Signal(Path)
    template_asked = Signal(int, Path)
    drop_asked = Signal(int)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._path: Path | None = None
        self._next = 0
        self._own: frozenset[int] = frozenset()
        self._years: tuple[int, ...] = ()
        self._told = label("", "body", wraps=True)
        self._found = label("", "body", wraps=True)
        self.years = TextList(tokens, "工作日历各年")
        self.years.chosen.connect(self._on_year)
        self.preview = TextList(tokens, "要导入的年份")
        self._drop = button("恢复随附的年份", "normal", self._on_drop)
        self._template = button("写出模板…", "normal", self._on_template, "table")
        choose = button("导入后续年份…", "primary", self._on_choose, "plus")
        head = row(self._told, self._drop, self._template, choose)
        back = button("返回", "normal", self.show_current)
        take = button("导入", "primary", self._on_take)
        self._stack = QStackedWidget()
        self._stack.addWidget(headed(tokens, head, self.years))
        self._stack.addWidget(headed(tokens, row(self._found, back, take), self.preview))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    @property
    def is_preview(self) -> bool:
        """Return whether a file is looked at."""
        return self._stack.currentIndex() == 1

    def set_tokens(self, tokens: Tokens) -> None:
        """Take sizes."""
        self.years.set_tokens(tokens)
        self.preview.set_tokens(tokens)

    def begin(self) -> None:
        """Put the keyboard into the list."""
        shown = self.preview if self.is_preview else self.years
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_calendar(self, calendar: Calendar, own: Sequence[CalendarYear]) -> None:
        """Show the years, the latest first; `own` are those that were imported."""
        self._own = frozenset(one.year for one in own)
        self._years = tuple(range(calendar.last_year, calendar.first_year - 1, -1))
        self._next = calendar.last_year + 1
        self.years.show_rows([_line_of(calendar, year, self._own) for year in self._years])
        if self.years.current_row() is None:
            self.years.set_current(0)
        self._told.setText(
            f"{calendar.first_year}—{calendar.last_year} 年。没有日历的年份，"
            "结论取决于节假日的规则一律为“无法判断”，并写明原因。"
        )
        self._template.setText(f"\u2009写出 {self._next} 年模板…")
        self._on_year(self.years.currentIndex().row())

    def show_current(self) -> None:
        """Go back to the years that are there."""
        self._path = None
        self._stack.setCurrentIndex(0)

    def show_preview(self, path: Path, found: Iterable[CalendarYear]) -> None:
        """Show the years that a file holds."""
        years = tuple(found)
        self._path = path
        self.preview.show_rows(
            [
                TextLine(f"{one.year} 年", _days_text(len(one.days_off), len(one.working_weekends)),
                         "代替已有的年份" if one.year in self._years else "新增")
                for one in years
            ]
        )  # fmt: skip
        self._found.setText(
            f"《{path.name}》：{len(years)} 个年份。导入后，各卷的期限随即重新计算。"
        )
        self._stack.setCurrentIndex(1)
        self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_preview:
            self.show_current()
        else:
            super().keyPressEvent(event)

    def _on_year(self, at: int) -> None:
        own = 0 <= at < len(self._years) and self._years[at] in self._own
        self._drop.setVisible(own)

    def _on_drop(self) -> None:
        at = self.years.currentIndex().row()
        if 0 <= at < len(self._years):
            self.drop_asked.emit(self._years[at])

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, "选工作日历", "", _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.preview_asked.emit(Path(name))

    def _on_take(self) -> None:
        if self._path is not None:
            self.import_asked.emit(self._path)

    def _on_template(self) -> None:
        name = f"{self._next}年工作日历.xlsx"
        ask_to_save(self, "写出日历模板", name, self._on_template_place)

    def _on_template_place(self, name: str) -> None:
        self.template_asked.emit(self._next, Path(name))


def _line_of(calendar: Calendar, year: int, own: frozenset[int]) -> TextLine:
    off = sum(day.year == year for day in calendar.holidays)
    worked = sum(day.year == year for day in calendar.workdays)
    remark = "本机导入" if year in own else "随程序附带"
    return TextLine(f"{year} 年", _days_text(off, worked), remark)


def _days_text(off: int, worked: int) -> str:
    return f"周一至周五放假 {off} 天，周末上班 {worked} 天"
