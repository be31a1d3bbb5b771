"""The page of rules: a list with search at the left, one rule whole at the right, its switch.

It is given a `RulesView` and says which switch is turned; the flow asks the workspace.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from reviewer.ui.knowledge.rule_detail import RuleDetail
from reviewer.ui.knowledge.rule_rows import (
    RuleDelegate,
    RuleFilter,
    RuleList,
    fits,
    shown_rows,
)
from reviewer.ui.parts import Line, button, card, column, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.made_up import told
from reviewer.workspace.rule_views import RuleRow, RulesView


class RulesPage(QWidget):
    """All rules of the program."""

    switched = Signal(str, bool)  # code, off

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._view = RulesView((), "")
        self._filter = RuleFilter.ALL
        self.query = QLineEdit()
        self.query.setPlaceholderText("代码、名称、依据、方法")
        self.query.setAccessibleName("筛选规则")
        self.query.setClearButtonEnabled(True)
        self.query.textChanged.connect(self._refresh)
        self.list = RuleList(tokens, "核查规则")
        self.list.setItemDelegate(RuleDelegate(self.list))
        self.list.chosen.connect(self._show_rule)
        self._nothing = label("没有符合条件的规则。", "second")
        self._made_up = label("", "second", wraps=True)
        self._own = label("", "second", wraps=True)
        self._own.hide()
        self.detail = RuleDetail(tokens)
        self.detail.switch_asked.connect(self._on_switch)
        self._group = QButtonGroup(self)
        self._filters = {chosen: self._filter_button(chosen) for chosen in RuleFilter}
        self._filters[RuleFilter.ALL].setChecked(True)
        self._build(tokens)

    def _build(self, tokens: Tokens) -> None:
        top = row(*self._filters.values(), 1, self.query, gap=tokens.unit)
        # The field takes what room there is before the space between does.
        top.setStretch(len(self._filters) + 1, 100)
        top.setContentsMargins(tokens.gap, tokens.gap - 2, tokens.gap, tokens.gap - 2)
        left = card()
        inside = column(top, Line(), self._nothing, self.list, gap=0)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setStretch(3, 1)
        left.setLayout(inside)
        self._nothing.setContentsMargins(tokens.inset, tokens.inset, tokens.inset, tokens.inset)
        self._nothing.hide()
        body = row(left, self.detail, gap=tokens.block)
        body.setStretch(0, 1)
        rates = column(self._made_up, self._own, gap=2)
        whole = column(rates, body, gap=tokens.gap)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take sizes."""
        self.list.set_tokens(tokens)
        self.detail.set_tokens(tokens)
        self.query.setMaximumWidth(round(240 * tokens.scale))
        self.query.setMinimumWidth(round(90 * tokens.scale))

    def show_view(self, view: RulesView) -> None:
        """Show the rules, the current one as it was."""
        self._view = view
        self._made_up.setText(told(view.made_up))
        self._own.setText(f"{view.own_rate}。")
        self._own.setVisible(bool(view.own_rate))
        for chosen, made in self._filters.items():
            made.setText(f"{chosen.value} {sum(fits(one, chosen) for one in view.rows)}")
        self._refresh()

    def begin(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, code: str) -> None:
        """Make a rule the current one."""
        at = self.list.row_of(lambda line: line.row.rule.code == code)
        if at >= 0:
            self.list.set_current(at, centre=True)
            self._show_rule(at)

    def current(self) -> RuleRow | None:
        """Return the rule that is shown whole."""
        line = self.list.current_row()
        return line.row if line else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the switch with Space; go from the field to the list with ↓."""
        if event.key() == Qt.Key.Key_Space and self.list.hasFocus():
            self._on_switch()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return) and self.query.hasFocus():
            self.begin()
        else:
            super().keyPressEvent(event)

    def _filter_button(self, chosen: RuleFilter) -> QPushButton:
        made = button(chosen.value, "filter", self._on_filter)
        made.setCheckable(True)
        self._group.addButton(made)
        return made

    def _on_filter(self) -> None:
        self._filter = next(one for one, made in self._filters.items() if made.isChecked())
        self._refresh()

    def _refresh(self) -> None:
        before = self.current()
        lines = shown_rows(self._view.rows, self._filter, self.query.text())
        self.list.show_rows(lines)
        self._nothing.setVisible(not lines and bool(self._view.rows))
        code = before.rule.code if before else ""
        at = self.list.row_of(lambda line: line.row.rule.code == code)
        if lines:
            self.list.set_current(max(at, 0))
        self._show_rule(max(at, 0))

    def _show_rule(self, at: int) -> None:
        rows = self.list.rows.rows
        self.detail.show_rule(rows[at].row if 0 <= at < len(rows) else None)

    def _on_switch(self) -> None:
        one = self.current()
        if one is not None:
            self.switched.emit(one.rule.code, not one.off)
