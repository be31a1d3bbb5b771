"""One rule whole: what it rests on, how it works, how it fared, and its switch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reviewer.model.figures import MADE_UP
from reviewer.ui.parts import button, column, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.words import local
from reviewer.ui.workbench.words import cited
from reviewer.workspace.rule_views import RuleRow

_WIDTH = 480
"""px at 字号 12."""
_FIELDS = ("依据", "读取", "方法", "自制案卷", "本机记录", "开关")
_NOTE = (
    "停用后，本程序窗口内不再运行这条规则，它的提示、无法判断和时间线上的期限都不再显示，"
    "文书中也不提及；命令行核查不受影响。已签定的评查不变。"
)


class RuleDetail(QFrame):
    """Shows a rule; says when its switch is turned."""

    switch_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "card")
        self.title = label("", "title", wraps=True)
        self.values: dict[str, QLabel] = {name: label("", "body", wraps=True) for name in _FIELDS}
        self.switch = button("停用这条规则", "normal", self.switch_asked.emit)
        self.switch.setToolTip("空格")
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.inset)
        grid.setVerticalSpacing(tokens.block)
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(_FIELDS):
            grid.addWidget(label(name, "second"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.values[name], at, 1)
        note = label(_NOTE, "caption", wraps=True)
        inside = column(self.title, grid, row(1, self.switch), note, 1, gap=tokens.inset)
        inside.setContentsMargins(tokens.inset, tokens.inset, tokens.inset, tokens.inset)
        layout = column(_scrolled(inside))
        layout.setContentsMargins(1, 1, 1, 1)
        self.setLayout(layout)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take sizes."""
        self.setFixedWidth(round(_WIDTH * min(tokens.scale, 1.2)))

    def show_rule(self, one: RuleRow | None) -> None:
        """Show a rule, or that there is none."""
        self.setEnabled(one is not None)
        self.switch.setVisible(one is not None)
        self.title.setText(f"{one.rule.code}　{one.rule.title}" if one else "")
        texts = _texts(one) if one else ("",) * len(_FIELDS)
        for value, text in zip(self.values.values(), texts, strict=True):
            value.setText(text)
        off = bool(one and one.off)
        look(self.values["开关"], "body", tone="amber" if off else "")
        self.switch.setText("启用这条规则" if off else "停用这条规则")


def _scrolled(inside: QVBoxLayout) -> QScrollArea:
    whole = QWidget()
    look(whole, "clear")
    whole.setLayout(inside)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(whole)
    return scroll


def _texts(one: RuleRow) -> tuple[str, ...]:
    rule = one.rule
    said = (cited(rule.basis), one.reads, rule.method)
    return (*said, made_up_text(one), record_text(one), switch_text(one))


def made_up_text(one: RuleRow) -> str:
    """Return how a rule fared on made-up case files, with what that stands for."""
    return "\n".join((*(line.sentence for line in one.made_up), f"{MADE_UP}。"))


def record_text(one: RuleRow) -> str:
    """Return how a rule fared with the reviewers here, in words."""
    missed = f"漏查 {one.record.missed} 处" if one.record.missed else ""
    said = (one.record.sentence or "还没有回答", missed, one.record.found)
    return "；".join(filter(None, said))


def switch_text(one: RuleRow) -> str:
    """Return whether a rule runs, and who turned its switch last."""
    state = "停用" if one.off else "运行"
    if one.switched_at is None:
        return state
    who = one.switched_by or "未登记的评查人"
    word = "停用" if one.off else "启用"
    return f"{state}（{who} {local(one.switched_at):%Y-%m-%d %H:%M} {word}）"
