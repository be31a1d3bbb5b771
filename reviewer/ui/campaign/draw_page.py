"""The draw: how many of each stratum, the seed once the ledger is frozen, and the result."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.draws import Draw, DrawPlan, StratumCount
from reviewer.ui.campaign.draw_forms import MeetingForm, PlanForm
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import Digest, scrolling, section
from reviewer.ui.campaign.side_by_side import SideBySide
from reviewer.ui.dialogs import PAPERS, ask_to_write
from reviewer.ui.forms import Segments
from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.ui.words import local
from reviewer.workspace.campaigns.board import NextStep
from reviewer.workspace.campaigns.draw_form import (
    SampledCase,
    sampled_cases,
    standing_draw,
    texts_of,
)
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import PlannedDraw, hash_of, replacements_of, sampled

_STRATA = (
    Head("单位", 3), Head("执法门类", 2), Head("类型"), Head("总数", right=True),
    Head("应抽", right=True), Head("必抽", right=True), Head("抽取", right=True),
)  # fmt: skip
_CASES = (Head("单位", 3), Head("案号"), Head("类型"), Head("执法门类"), Head("原因", 2))
_FOLLOWING = {"campaign.setup": "登记评查人", "groups.open": "分组与回避", "files.open": "调卷"}
"""What leads on from a draw, by the action of the next step."""
_JSON = "抽取记录文件 (*.json)"
_RECORD = ("抽取记录文件，供另一台电脑核对", "json")


class DrawPage(QWidget):
    """Plan, people and seed at the left, strata or cases at the right."""

    plan_changed = Signal()
    draw_asked = Signal(str, tuple)  # seed; host, witness, supervisor
    replace_asked = Signal(object, str)  # UUID, reason
    record_asked = Signal(Path)
    verify_asked = Signal(Path)
    ledger_asked = Signal()
    act_asked = Signal(str)  # id of the action of the next step

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._said = label("", "second", wraps=True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._hash = Digest()
        self.plan = PlanForm(tokens)
        self.plan.changed.connect(self.plan_changed)
        self.meeting = MeetingForm(tokens)
        self.meeting.asked.connect(self.draw_asked)
        self.strata = Grid(tokens, "各层件数", _STRATA)
        self.cases = Grid(tokens, "抽取结果", _CASES)
        self.views = Segments((("strata", "各层件数"), ("cases", "抽取结果")))
        self._total = label("", "second")
        self.reason = QLineEdit()
        self.reason.setAccessibleName("调换理由")
        self.reason.setPlaceholderText("所选案卷不能提供的理由")
        self.swap = button("调换", "normal", self._on_swap)
        self.record = button("导出抽取记录…", "normal", self.ask_record, "download")
        self.following = button("", "primary", self._on_following)
        self.following.hide()
        self._act = ""
        self._lists = QStackedWidget()
        self._build(tokens)
        self.views.chosen.connect(self.show_list)
        self._campaign: UUID | None = None
        self._drawn: Draw | None = None
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        verify = button("核对抽取记录…", "normal", self.ask_verify, "check")
        ledger = button("台账", "normal", self.ledger_asked.emit, "table")
        words = column(label("抽取", "page_title"), self._said, gap=2)
        top = row(words, ledger, verify, self.record, self.following)
        top.setStretch(0, 1)
        planned = section(tokens, "抽取方案", "比例和总数填一项", self.plan)
        held = section(tokens, "现场抽取", "", self.meeting)
        left = scrolling(tokens, planned, held, edge=0)
        self._swapping = QWidget()
        self._swapping.setLayout(row(self.reason, self.swap))
        for grid in (self.strata, self.cases):
            self._lists.addWidget(grid)
        listed = row(self.views, 1, self._total)
        right = section(tokens, "", "", listed, self._lists, self._swapping)
        self._body = SideBySide(tokens, left, right, (1, 2))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(column(top, self._hash, gap=2))
        layout.addWidget(self._body, 1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self._tokens = tokens
        self.strata.set_tokens(tokens)
        self.cases.set_tokens(tokens)
        self._body.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the plan."""
        self.plan.fields.fields["ratio"].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: CampaignState, steps: Sequence[NextStep]) -> None:
        """Show how far the draw is; the first of the next `steps` that follows it leads on."""
        ledger, drawn = state.ledger, standing_draw(state)
        frozen = ledger is not None and ledger.frozen_at is not None
        if (state.campaign.id, drawn) != (self._campaign, self._drawn):
            self._campaign, self._drawn = state.campaign.id, drawn
            self._begin_plan(state.campaign.large_amount)
        self.meeting.show_ready(frozen=frozen)
        self.meeting.show_earlier(earlier_draws(state))
        self.record.setEnabled(bool(state.draws))
        self._said.setText(_told(state))
        self._hash.show_digest(*_digest(state))
        self._show_following(steps)
        self._show_cases(sampled_cases(state))
        self.show_list("strata" if drawn is None else "cases")
        self._body.lead(second=drawn is not None)
        dress(self.meeting, self._tokens)

    def _begin_plan(self, amount: Decimal | None) -> None:
        """Fill in the plan that was drawn by, with what came of it; else the usual one."""
        if self._drawn is None:
            self.plan.begin_with("" if amount is None else f"{amount.normalize():f}")
            return
        self.plan.show_texts(texts_of(self._drawn.plan))
        self.show_drawn()

    def is_drawn_by(self, plan: DrawPlan) -> bool:
        """Return whether the draw that counts was made by this plan."""
        return self._drawn is not None and self._drawn.plan == plan

    def show_drawn(self) -> None:
        """Show how many of each stratum were drawn."""
        drawn = self._drawn
        if drawn is None:
            return
        self.meeting.refusal.say("")
        self._show_strata(drawn.counts)
        number = len(drawn.earlier) + 1
        raised = sum(one.raised for one in drawn.counts)
        self._total.setText(f"第 {number} 次抽取共抽中 {len(drawn.cases)} 卷{_raised(raised)}")

    def show_plan(self, found: PlannedDraw) -> None:
        """Show how many of each stratum the plan draws."""
        self.meeting.refusal.say("")
        self._show_strata(found.counts)
        raised = _raised(sum(found.raised.values()))
        if self._drawn is None:
            self._total.setText(f"按此方案共抽 {found.total} 卷{raised}")
            return
        now = len(self._drawn.cases)
        said = (
            f"改用此方案再次抽取，将抽 {found.total} 卷{raised}；再次抽取前，现有结果 {now} 卷不变"
        )
        self._total.setText(said)

    @property
    def total(self) -> str:
        """Return what is said of all strata together."""
        return self._total.text()

    def _show_strata(self, counts: Sequence[StratumCount]) -> None:
        self.strata.show_rows(
            [
                GridRow(
                    one.stratum,
                    (one.stratum.unit, one.stratum.field or "未填", one.stratum.kind.value,
                     *(f"{n:,}" for n in (one.size, one.wanted, one.musts, one.drawn))),
                )
                for one in counts
            ]
        )  # fmt: skip

    def _show_following(self, steps: Sequence[NextStep]) -> None:
        known = [one.action for one in steps if one.action in _FOLLOWING]
        self._act = known[0] if known and self._drawn is not None else ""
        self.following.setVisible(bool(self._act))
        said = f"下一步：{_FOLLOWING.get(self._act, '')}"
        self.following.setText(said)
        self.following.setAccessibleName(said)

    def show_list(self, name: str) -> None:
        """See the strata or the cases."""
        self.views.choose(name)
        self._lists.setCurrentIndex(int(name == "cases"))
        self._swapping.setVisible(name == "cases" and bool(self.cases.table.rows))

    def ask_record(self) -> None:
        """Ask where the certificate or the record file goes."""
        ask_to_write(self, "导出抽取记录", "抽取记录", (*PAPERS, _RECORD), self._on_record)

    def ask_verify(self) -> None:
        """Ask which record is verified."""
        dialog = QFileDialog(self, "选抽取记录文件", "", _JSON)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_verify)
        dialog.open()

    def _show_cases(self, cases: Sequence[SampledCase]) -> None:
        rows = []
        for one in cases:
            grey = ("ink3",) * 5 if one.gone else ()
            why = f"已调换：{one.gone}" if one.gone else one.why
            cells = (one.row.unit_name, one.row.case_no, one.row.kind.value, one.row.field, why)
            rows.append(GridRow(None if one.gone else one.case, cells, grey))
        self.cases.show_rows(rows)

    def _on_following(self) -> None:
        self.act_asked.emit(self._act)

    def _on_swap(self) -> None:
        key = self.cases.current_key()
        if key is not None:
            self.replace_asked.emit(key, self.reason.text())

    def _on_record(self, name: str) -> None:
        self.record_asked.emit(Path(name))

    def _on_verify(self, name: str) -> None:
        self.verify_asked.emit(Path(name))


def _raised(number: int) -> str:
    return f"，其中 {number} 卷为补足各单位最少卷数" if number else ""


def earlier_draws(state: CampaignState) -> str:
    """Return what a further draw from the same ledger would mean; empty before the first."""
    ledger = state.ledger
    before = [one for one in state.draws if ledger is not None and one.ledger == ledger.id]
    if not before:
        return ""
    when = f"{local(before[-1].drawn_at):%Y-%m-%d %H:%M}"
    told = f"本台账已抽取 {len(before)} 次，最近一次 {when}。再次抽取的，抽取记录列明以前各次"
    chosen = set(sampled(state))
    given = {one.case for one in state.assignments if not one.withdrawn and one.case in chosen}
    more = f"；已分配的 {len(given)} 卷以新的结果为准，须重新分配" if given else ""
    return f"{told}{more}。"


def _told(state: CampaignState) -> str:
    ledger = state.ledger
    if ledger is None or not ledger.rows:
        return "还没有台账。先在“台账”中导入并冻结。"
    if ledger.frozen_at is None:
        return f"台账共 {len(ledger.rows):,} 件，尚未冻结；可以先看方案，冻结后才能填写种子。"
    told = f"台账 {len(ledger.rows):,} 件已冻结，可以填写种子"
    if not state.draws:
        return told
    drawn = state.draws[-1]
    when = f"{local(drawn.drawn_at):%Y-%m-%d %H:%M}"
    return (
        f"第 {len(state.draws)} 次抽取，{when}，种子“{drawn.seed}”，"
        f"抽中 {len(drawn.cases)} 卷{_swapped(state)}"
    )


def _swapped(state: CampaignState) -> str:
    swaps = replacements_of(state, state.draws[-1])
    return f"，已调换 {len(swaps)} 卷" if swaps else ""


def _digest(state: CampaignState) -> tuple[str, str]:
    """Return what is read out: before the draw the ledger's hash, after it that of the record."""
    ledger = state.ledger
    if ledger is not None and ledger.frozen_at is not None and state.draws:
        return "抽取记录哈希（SHA-256）", hash_of(state.draws[-1])
    return "台账哈希（SHA-256）", ledger.sha256 if ledger is not None and ledger.frozen_at else ""
