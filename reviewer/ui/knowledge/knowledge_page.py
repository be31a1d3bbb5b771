"""The place 资料: a head, the choice between its parts, and the part that is seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.ui.forms import Segments
from reviewer.ui.knowledge.calendar_page import CalendarPage
from reviewer.ui.knowledge.library_page import LibraryPage
from reviewer.ui.knowledge.rules_page import RulesPage
from reviewer.ui.parts import column, dress, label, row
from reviewer.ui.theme import Tokens

RULES, LIBRARY, CALENDAR = "rules", "library", "calendar"
_PARTS = ((RULES, "规则"), (LIBRARY, "本单位库"), (CALENDAR, "日历"))

_ABOUT = {
    RULES: "规则只作提示，认定和扣分由评查人作出。不需要的规则可以停用。",
    LIBRARY: "本单位的名册、标准和裁量基准，供规则比对；只保存在本机。",
    CALENDAR: "工作日期限按国务院办公厅的节假日安排计算；后续年份公布后可以导入。",
}


class KnowledgePage(QWidget):
    """Rules, library, calendar."""

    part_shown = Signal(str)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.rules = RulesPage(tokens)
        self.library = LibraryPage(tokens)
        self.calendar = CalendarPage(tokens)
        self._parts: dict[str, QWidget] = {
            RULES: self.rules, LIBRARY: self.library, CALENDAR: self.calendar,
        }  # fmt: skip
        self._choice = Segments(_PARTS)
        self._choice.chosen.connect(self.show_part)
        self._said = label("", "second", wraps=True)
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        words = column(label("资料", "page_title"), self._said, gap=2)
        head = row(words, self._choice)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.set_tokens(tokens)

    @property
    def part(self) -> str:
        """Return the part that is seen."""
        seen = self._stack.currentWidget()
        return next(name for name, page in self._parts.items() if page is seen)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.rules.set_tokens(tokens)
        self.library.set_tokens(tokens)
        self.calendar.set_tokens(tokens)
        dress(self, tokens)

    def say(self, sentence: str) -> None:
        """Say something under the head."""
        self._said.setText(sentence)

    def show_part(self, name: str) -> None:
        """See one of the parts."""
        self._choice.choose(name)
        self.say(_ABOUT[name])
        self._stack.setCurrentWidget(self._parts[name])
        self.part_shown.emit(name)

    def begin(self) -> None:
        """Put the keyboard into the part that is seen."""
        seen = self._stack.currentWidget()
        if isinstance(seen, RulesPage | LibraryPage | CalendarPage):
            seen.begin()
