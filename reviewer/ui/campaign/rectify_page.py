"""整改: the units at the left, at the right their problems and what becomes of each."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QVBoxLayout, QWidget

from reviewer.ui.campaign.filter_row import FilterRow
from reviewer.ui.campaign.follow_bar import LEADERS_ONLY, FollowBar
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.problem_card import ProblemCard
from reviewer.ui.campaign.sections import scrolling
from reviewer.ui.campaign.side_by_side import SideBySide
from reviewer.ui.campaign.steps_line import StepsLine
from reviewer.ui.parts import Line, button, card, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.rectification_views import (
    ProblemView,
    RectificationView,
    Shown,
    UnitRectification,
    counts,
)

_UNITS = (
    Head("被评查单位", 1), Head("销号", right=True), Head("待审", right=True), Head("报告期限"),
    Head("回头看"),
)  # fmt: skip
_PROBLEMS = (Head("案卷"), Head("项"), Head("问题", 3), Head("期限"), Head("状态"))
_OF_ALL = (Head("单位", 2), *_PROBLEMS)
_STEPS = ("下达整改通知", "审核销号", "退回补正", "延长期限", "回头看通过", "回头看未通过", "撤销")
_MAIN = ("下达整改通知", "审核销号", "回头看通过")
_TONES = {
    "待下达": "amber", "已报告": "amber", "已销号": "green", "已回头看": "green",
    "回头看未通过": "red", "已撤销": "ink2", "转入下年": "ink2",
}  # fmt: skip
_LEAST = 5


class RectifyPage(QWidget):
    """The problems of all units."""

    plan_asked = Signal()
    papers_asked = Signal(object)  # UUID of the unit; None: all
    form_chosen = Signal(Path)
    ledger_asked = Signal()
    closings_asked = Signal(object)  # UUIDs
    step_taken = Signal(object, str, str, str, str)  # UUIDs, action, day, other day, note

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._view = RectificationView((), (), 0, may_plan=False)
        self.plan = button("列出整改问题", "normal", self.plan_asked.emit, "list")
        self.ledger = button("导出整改台账…", "normal", self.ledger_asked.emit, "download")
        self.read = button("读回填报表…", "normal", self.ask_form, "inbox")
        self.bar = FollowBar("rectify", self.plan, self.ledger, self.read)
        self.units = Grid(tokens, "各单位整改", _UNITS)
        self.units.selectionModel().currentRowChanged.connect(self._on_unit)
        self.papers = button("写出通知书和填报表…", "normal", self._on_papers, "download")
        self.filters = FilterRow(tokens, [one.value for one in Shown])
        self.filters.chosen.connect(self._on_filter)
        self.problems = Grid(tokens, "整改问题", _OF_ALL)
        self.problems.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.problems.selectionModel().selectionChanged.connect(self._on_problem)
        self.problem = ProblemCard(tokens)
        self._many = label("", "second", wraps=True)
        self.steps = StepsLine(tokens, _STEPS, "审核意见或者理由", "新期限或回头看日")
        self.steps.taken.connect(self._on_step)
        self.closings = button("写出销号单…", "normal", self._on_closings, "download")
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        foot = row(1, self.papers)
        foot.setContentsMargins(tokens.inset, tokens.gap, tokens.inset, tokens.gap)
        units = card()
        held = column(self.units, foot, gap=0)
        held.setContentsMargins(1, 1, 1, 1)
        units.setLayout(held)
        everything = button("全选", "flat", self.problems.selectAll)
        top = row(self.filters, 1, everything)
        top.setContentsMargins(tokens.gap, tokens.unit, tokens.gap, tokens.unit)
        listed = card()
        inside = column(top, Line(), self.problems, gap=0)
        inside.setContentsMargins(1, 1, 1, 1)
        listed.setLayout(inside)
        told = card()
        foot = row(self._many, 1, self.closings)
        below = column(self.steps, self.problem, foot, gap=tokens.gap)
        below.setContentsMargins(tokens.inset, tokens.block, tokens.inset, tokens.block)
        told.setLayout(below)
        right = scrolling(tokens, listed, told, edge=0)
        self._body = SideBySide(tokens, units, right, (4, 7))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addWidget(self.bar)
        layout.addWidget(self._body, 1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        for grid in (self.units, self.problems):
            grid.set_tokens(tokens)
        self.problem.set_tokens(tokens)
        self.steps.set_tokens(tokens)
        self._body.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the problems."""
        self.problems.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_view(self, view: RectificationView) -> None:
        """Show the problems of a campaign."""
        self._view = view
        self.bar.say(_told(view))
        self.plan.setEnabled(view.may_plan)
        self.plan.setToolTip("" if view.may_plan else "反馈意见终定后才能列出")
        self.ledger.setEnabled(bool(view.problems))
        self.read.setEnabled(bool(view.problems))
        self.units.show_rows([_all_row(view), *(_unit_row(one) for one in view.units)])
        self._show_problems()

    def want(self, shown: Shown) -> None:
        """Show only some problems of all units, once they are there."""
        self.filters.want(shown.value)
        self.units.see(None)

    def chosen(self) -> tuple[UUID, ...]:
        """Return the problems that are selected."""
        rows = self.problems.table.rows
        found = sorted({index.row() for index in self.problems.selectedIndexes()})
        return tuple(key for at in found if isinstance(key := rows[at].key, UUID))

    def ask_form(self) -> None:
        """Ask which returned form is read."""
        kinds = "整改台账填报表 (*.xlsx *.docx)"
        dialog = QFileDialog(self, "选单位报送的整改台账填报表", "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_form)
        dialog.open()

    def _own(self) -> tuple[ProblemView, ...]:
        return self._view.of_unit(self.units.current_key())

    def _show_problems(self) -> None:
        own = self._own()
        self.filters.show_counts({one.value: n for one, n in counts(own).items()})
        shown = Shown(self.filters.current)
        everybody = self.units.current_key() is None
        rows = [_problem_row(one, everybody) for one in own if one.is_shown(shown)]
        heads = _OF_ALL if everybody else _PROBLEMS
        if self.problems.table.heads != heads:
            self.problems.show_heads(heads)
        self.problems.show_rows(rows)
        self.problems.fit(_LEAST, 2 * _LEAST)
        self.papers.setEnabled(bool(own))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        some = [one for one in self._view.problems if one.id in chosen]
        self.steps.begin_anew()
        self.problem.show_problem(some[0] if len(some) == 1 else None)
        said = f"已选 {len(some)} 项" if len(some) > 1 else "" if some else _silence(self._view)
        self._many.setText(said)
        taken = {action: sum(action in one.steps for one in some) for action in _STEPS}
        offered = [action for action, number in taken.items() if number]
        looked = any(one.is_shown(Shown.REVISIT) for one in some)
        mains = [one for one in _MAIN if one in offered and (looked or one != "回头看通过")]
        main = next(iter(mains), "")
        self.steps.show_steps(offered, main, taken)
        self.closings.setVisible(any(one.is_shown(Shown.CLOSED) for one in some))

    def _on_unit(self) -> None:
        self._show_problems()

    def _on_filter(self, _name: str) -> None:
        self._show_problems()

    def _on_problem(self) -> None:
        self._show_chosen()

    def _on_papers(self) -> None:
        self.papers_asked.emit(self.units.current_key())

    def _on_form(self, name: str) -> None:
        self.form_chosen.emit(Path(name))

    def _on_closings(self) -> None:
        self.closings_asked.emit(self.chosen())

    def _on_step(self, action: str, day: str, note: str) -> None:
        chosen = self.chosen()
        ids = tuple(one.id for one in self._view.problems
                    if one.id in chosen and action in one.steps)  # fmt: skip
        self.step_taken.emit(ids, action, day, self.steps.second.text(), note)


def _told(view: RectificationView) -> str:
    if not view.problems:
        return "还没有列出整改问题。" if view.may_plan else "反馈意见终定后，在此列出整改问题。"
    late = counts(view.problems)[Shown.LATE]
    looks = sum(one.is_shown(Shown.LATE) and one.is_shown(Shown.REVISIT) for one in view.problems)
    _, closed = _totals(view)
    facts = [f"共 {len(view.problems)} 项", f"已销号 {closed} 项"]
    for word in ("转入下年", "已撤销"):
        if number := sum(one.state == word for one in view.problems):
            facts.append(f"{word} {number} 项")
    facts.append(f"整改期限 {view.days} 天（自然日）")
    for word, number in (("逾期未报", late - looks), ("回头看逾期", looks)):
        if number:
            facts.append(f"{word} {number} 项")
    return "　".join(facts if view.leads else (*facts, LEADERS_ONLY))


def _totals(view: RectificationView) -> tuple[int, int]:
    units = view.units
    return sum(one.problems for one in units), sum(one.closed for one in units)


def _silence(view: RectificationView) -> str:
    if view.problems:
        return "没有符合条件的问题。"
    return "点“列出整改问题”，由终定的评查结果逐项列出。" if view.may_plan else ""


def _all_row(view: RectificationView) -> GridRow:
    total, closed = _totals(view)
    waits = sum(one.waits for one in view.units)
    cells = ("全部单位", f"{closed}/{total}" if total else "—", str(waits or "—"), "", "")
    return GridRow(None, cells, strong=True)


def _unit_row(one: UnitRectification) -> GridRow:
    share = f"{one.closed}/{one.problems}" if one.problems else "—"
    done = bool(one.problems) and one.closed == one.problems
    tones = ("", "green" if done else "", "amber" if one.waits else "", one.report.tone,
             one.revisit.tone)  # fmt: skip
    waits = str(one.waits or "—")
    return GridRow(
        one.unit, (one.name, share, waits, one.report.brief or "—", one.revisit.brief or "—"), tones
    )


def _problem_row(one: ProblemView, everybody: bool) -> GridRow:
    record = one.record
    last = "（上年）" if one.from_last_year else ""
    problem, term = f"{last}{record.problem}", one.term
    cells = (record.case_no, record.item, problem, term.text or "—", one.state)
    tones = ("", "ink2", "", term.tone, _TONES.get(one.state, ""))
    if everybody:
        return GridRow(record.id, (one.unit_name, *cells), ("", *tones))
    return GridRow(record.id, cells, tones)
