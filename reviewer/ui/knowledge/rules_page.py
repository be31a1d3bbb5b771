"""The page of rules: a list with search at the left, one rule whole at the right, its switch.

It is given a `RulesView` and says which switch is turned; the flow asks the workspace.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from reviewer.ui.knowledge.rule_rows import (
    RuleDelegate,
    RuleFilter,
    RuleLine,
    RuleList,
    fits,
    shown_rows,
)
from reviewer.ui.parts import Line, button, card, column, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.words import local
from reviewer.ui.workbench.words import cited
from reviewer.workspace.rule_views import RuleRow, RulesView

_DETAIL = 480
"""px at 字号 12 for one rule whole."""
_FIELDS = ("依据", "读取", "方法", "本机记录", "开关")


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
        self._own = label("", "second", wraps=True)
        self._own.hide()
        self._title = label("", "title", wraps=True)
        self._values: dict[str, QLabel] = {name: label("", "body", wraps=True) for name in _FIELDS}
        self.switch = button("停用这条规则", "normal", self._on_switch)
        self._group = QButtonGroup(self)
        self._filters = {chosen: self._filter_button(chosen) for chosen in RuleFilter}
        self._filters[RuleFilter.ALL].setChecked(True)
        self._detail = self._make_detail(tokens)
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
        body = row(left, self._detail, gap=tokens.block)
        body.setStretch(0, 1)
        whole = column(self._own, body, gap=tokens.gap)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.set_tokens(tokens)

    def _make_detail(self, tokens: Tokens) -> QWidget:
        made = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.inset)
        grid.setVerticalSpacing(tokens.block)
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(_FIELDS):
            grid.addWidget(label(name, "second"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._values[name], at, 1)
        note = label(
            "停用后，本程序窗口内不再运行这条规则，它的提示、无法判断和时间线上的期限都不再显示，"
            "文书中也不提及；命令行核查不受影响。已签定的评查不变。",
            "caption",
            wraps=True,
        )
        inside = column(self._title, grid, row(1, self.switch), note, 1, gap=tokens.inset)
        inside.setContentsMargins(tokens.inset, tokens.inset, tokens.inset, tokens.inset)
        whole = QWidget()
        look(whole, "clear")
        whole.setLayout(inside)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(whole)
        frame = column(scroll)
        frame.setContentsMargins(1, 1, 1, 1)
        made.setLayout(frame)
        return made

    def set_tokens(self, tokens: Tokens) -> None:
        """Take sizes."""
        self.list.set_tokens(tokens)
        self._detail.setFixedWidth(round(_DETAIL * min(tokens.scale, 1.2)))
        self.query.setMaximumWidth(round(240 * tokens.scale))
        self.query.setMinimumWidth(round(90 * tokens.scale))

    def show_view(self, view: RulesView) -> None:
        """Show the rules, the current one as it was."""
        self._view = view
        self._own.setText(view.own_rate)
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
        shown = 0 <= at < len(rows)
        self._detail.setEnabled(shown)
        line: RuleLine | None = rows[at] if shown else None
        self.switch.setVisible(shown)
        if line is None:
            self._title.setText("")
            for value in self._values.values():
                value.setText("")
            return
        one = line.row
        self._title.setText(f"{one.rule.code}　{one.rule.title}")
        texts = (
            cited(one.rule.basis),
            one.reads,
            one.rule.method,
            record_text(one),
            switch_text(one),
        )
        for value, text in zip(self._values.values(), texts, strict=True):
            value.setText(text)
        look(self._values["开关"], "body", tone="amber" if one.off else "")
        self.switch.setText("启用这条规则" if one.off else "停用这条规则")
        self.switch.setToolTip("空格")

    def _on_switch(self) -> None:
        one = self.current()
        if one is not None:
            self.switched.emit(one.rule.code, not one.off)


def record_text(one: RuleRow) -> str:
    """Return how a rule fared, in words."""
    said = one.record.sentence or "还没有回答"
    return f"{said}；漏查 {one.record.missed} 处" if one.record.missed else said


def switch_text(one: RuleRow) -> str:
    """Return whether a rule runs, and who turned its switch last."""
    state = "停用" if one.off else "运行"
    if one.switched_at is None:
        return state
    who = one.switched_by or "未登记的评查人"
    word = "停用" if one.off else "启用"
    return f"{state}（{who} {local(one.switched_at):%Y-%m-%d %H:%M} {word}）"
