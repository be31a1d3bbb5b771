"""反馈申辩: the units at the left, at the right how far one is and its objections."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from reviewer.ui.campaign.follow_bar import HISTORY, LEADERS_ONLY, FollowBar, history_rows
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.objection_card import ObjectionCard
from reviewer.ui.campaign.sections import scrolling, section
from reviewer.ui.campaign.side_by_side import SideBySide
from reviewer.ui.campaign.steps_line import StepsLine
from reviewer.ui.forms import Segments
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.feedback_views import (
    NOT_DRAFTED,
    FeedbackView,
    ObjectionView,
    UnitFeedback,
)

_UNITS = (Head("被评查单位", 1), Head("反馈"), Head("期限"))
_OBJECTIONS = (
    Head("案卷", 1), Head("评查项"), Head("收到"), Head("复核期限"), Head("状态"), Head("结论"),
)  # fmt: skip
_TONES = {
    NOT_DRAFTED: "ink2", "待送达": "amber", "已申辩": "amber", "复核中": "amber",
    "已复核": "amber", "已定": "green", "已收到": "amber",
}  # fmt: skip
# A unit whose objections are answered still waits to be made final; an objection is done.
_OF_OBJECTION = {**_TONES, "已复核": "green"}
_STEPS = ("送达", "登记签收", "终定", "登记无异议", "填写期限", "收回", "重新复核")
_ROWS = 4


class FeedbackPage(QWidget):
    """The feedback of all units."""

    letters_asked = Signal(object)  # UUIDs of units; empty: all
    step_taken = Signal(object, str, str, str)  # UUIDs of units, action, day, note
    objection_asked = Signal(object)  # UUID of the unit

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._view = FeedbackView((), 0, drafted=True)
        letters = button("写出反馈意见…", "normal", self._on_letters, "download")
        self.bar = FollowBar("feedback", letters)
        self.letters = letters
        self.units = Grid(tokens, "各单位反馈", _UNITS)
        self.units.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.units.selectionModel().selectionChanged.connect(self._on_unit)
        self._name = label("", "title", wraps=True)
        self._facts = label("", "second", wraps=True)
        self._terms = label("", "body", wraps=True)
        self.steps = StepsLine(tokens, _STEPS, "收回、填写期限须写明理由")
        self.steps.taken.connect(self._on_step)
        self.views = Segments((("objections", "申辩"), ("history", "经过")))
        self.views.chosen.connect(self.show_part)
        self.register = button("登记申辩…", "normal", self._on_register, "plus")
        self.objections = Grid(tokens, "申辩", _OBJECTIONS)
        self.objections.selectionModel().currentRowChanged.connect(self._on_objection)
        self._none = label("", "second", wraps=True)
        self.objection = ObjectionCard(tokens)
        self.history = Grid(tokens, "经过", HISTORY)
        self._parts = QStackedWidget()
        self._build(tokens)
        self.show_part("objections")
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        everyone = button("全选", "flat", self.units.selectAll)
        listed = card()
        foot = row(label("按住 Ctrl 可以选多个单位", "caption"), 1, everyone)
        foot.setContentsMargins(tokens.inset, tokens.unit, tokens.gap, tokens.unit)
        held = column(self.units, foot, gap=0)
        held.setContentsMargins(1, 1, 1, 1)
        listed.setLayout(held)
        unit = section(
            tokens, "", "", column(self._name, self._facts, self._terms, gap=2), self.steps
        )
        first = QWidget()
        first.setLayout(column(self._none, self.objections, self.objection, 1, gap=tokens.block))
        for part in (first, self.history):
            self._parts.addWidget(part)
        said = section(tokens, "", "", row(self.views, 1, self.register), self._parts)
        right = scrolling(tokens, unit, said, edge=0)
        self._body = SideBySide(tokens, listed, right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addWidget(self.bar)
        layout.addWidget(self._body, 1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        for grid in (self.units, self.objections, self.history):
            grid.set_tokens(tokens)
        self.history.setMinimumHeight(tokens.head + 2 * _ROWS * tokens.row)
        self.steps.set_tokens(tokens)
        self._body.set_tokens(tokens)
        self.objection.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the units."""
        self.units.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_view(self, view: FeedbackView) -> None:
        """Show how far the feedback of each unit is."""
        self._view = view
        self.bar.say(_told(view))
        self.letters.setEnabled(bool(view.units))
        self.units.show_rows([_unit_row(one) for one in view.units])
        self._show_unit(anew=False)

    def chosen(self) -> tuple[UUID, ...]:
        """Return the units that are selected."""
        rows = self.units.table.rows
        found = sorted({index.row() for index in self.units.selectedIndexes()})
        return tuple(key for at in found if isinstance(key := rows[at].key, UUID))

    def see(self, unit: UUID) -> None:
        """Select one unit."""
        self.units.see(unit)

    def show_part(self, name: str) -> None:
        """See the objections or the history."""
        self.views.choose(name)
        self._parts.setCurrentIndex(int(name == "history"))
        self.register.setVisible(name == "objections" and self._unit() is not None)

    def _unit(self) -> UnitFeedback | None:
        chosen = self.chosen()
        return self._view.unit(chosen[0]) if len(chosen) == 1 else None

    def _show_unit(self, *, anew: bool) -> None:
        if anew:
            self.steps.begin_anew()
        one, many = self._unit(), self.chosen()
        self._parts.setVisible(one is not None)
        if one is None:
            several = [unit for unit in self._view.units if unit.unit in many]
            self._name.setText(f"已选 {len(several)} 个单位" if several else "还没有可以反馈的单位")
            self._facts.setText("、".join(unit.name for unit in several))
            may = all("送达" in unit.steps for unit in several) and bool(several)
            self.steps.show_steps(("送达",) if may else (), "送达")
            self._terms.clear()
            self.register.hide()
            return
        self._name.setText(one.name)
        self._facts.setText(facts_of(one))
        self._terms.setText(terms_of(one, self._view.days))
        look(self._terms, "body", tone=one.term.tone)
        self.steps.show_steps(one.steps, one.main_step)
        self.register.setVisible(self._parts.currentIndex() == 0)
        self.register.setEnabled("登记申辩" in one.steps)
        self._none.setText(_silence(one))
        self._none.setVisible(not one.objections)
        self.objections.setVisible(bool(one.objections))
        self.objections.show_rows([_objection_row(told) for told in one.objections])
        self.objections.fit(1, _ROWS)
        self._show_objection()
        self.history.show_rows(history_rows(one.history))

    def _objection(self) -> ObjectionView | None:
        one, key = self._unit(), self.objections.current_key()
        return next((told for told in one.objections if told.id == key), None) if one else None

    def _show_objection(self) -> None:
        self.objection.show_objection(self._objection())

    def _on_unit(self) -> None:
        self._show_unit(anew=True)

    def _on_objection(self) -> None:
        self._show_objection()

    def _on_letters(self) -> None:
        self.letters_asked.emit(self.chosen() if len(self.chosen()) > 1 else ())

    def _on_register(self) -> None:
        if (one := self._unit()) is not None:
            self.objection_asked.emit(one.unit)

    def _on_step(self, action: str, day: str, note: str) -> None:
        self.step_taken.emit(self.chosen(), action, day, note)


def facts_of(one: UnitFeedback) -> str:
    """Return how far the feedback to a unit is, in one line."""
    waiting = f"，{one.waiting} 卷还没有评查结果" if one.waiting else ""
    facts = [one.state, f"{one.cases} 卷{waiting}"]
    if one.sent_on:
        facts.append(f"{one.sent_on:%m-%d} 送达")
    if one.received_on:
        facts.append(f"{one.received_on:%m-%d} 签收")
    return "　".join(facts)


def terms_of(one: UnitFeedback, days: int) -> str:
    """Return which deadline counts now."""
    if one.open:
        until = one.review.text or "期限不明"
        return f"待复核申辩 {one.open} 件，最早 {until}"
    if one.objection.ended or not one.sent_on:
        return ""
    if one.objection.until:
        return f"申辩期限 {one.objection.text}（签收次日起 {days} 个工作日，节假日不计）"
    return one.objection.note


def _told(view: FeedbackView) -> str:
    if not view.units:
        return "还没有抽取案卷。"
    final = sum(one.state == "已定" for one in view.units)
    open_ones = sum(one.open for one in view.units)
    late = sum(one.term.is_late for one in view.units)
    facts = [f"{len(view.units)} 个单位", f"已定 {final} 个", f"待复核申辩 {open_ones} 件"]
    if late:
        facts.append(f"逾期 {late} 个单位")
    return "　".join(facts if view.leads else (*facts, LEADERS_ONLY))


def _unit_row(one: UnitFeedback) -> GridRow:
    state = f"{one.state} {one.open} 件" if one.open else one.state
    term = one.term
    tones = ("", _TONES.get(one.state, ""), term.tone)
    return GridRow(one.unit, (one.name, state, term.text or "—"), tones)


def _objection_row(one: ObjectionView) -> GridRow:
    named = "、".join(item.id for item in one.items)
    came = f"{one.received_on:%m-%d}" + ("" if one.in_time else f"　{one.timing}")
    tone = _OF_OBJECTION.get(one.state, "")
    tones = ("", "", "" if one.in_time else "amber", one.term.tone, tone)
    cells = (one.case_no, named, came, one.term.text, one.state, one.outcome or "—")
    return GridRow(one.id, cells, tones)


def _silence(one: UnitFeedback) -> str:
    if one.state == NOT_DRAFTED:
        return "还没有拟制反馈意见。点“写出反馈意见”，各单位的反馈意见随即拟制。"
    if one.sent_on is None:
        return "反馈意见送达后，在此登记单位的申辩。"
    if one.state == "已定":
        return "没有收到申辩，评查结果已终定。"
    return "没有收到申辩。期满后终定；单位书面表示无异议的，登记无异议。"
