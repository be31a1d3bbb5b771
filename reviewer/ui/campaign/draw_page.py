"""The draw: how many of each stratum, the seed once the ledger is frozen, and the result."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.draws import MustDraw
from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import Fields, scrolling, section
from reviewer.ui.dialogs import nearest_folder
from reviewer.ui.forms import Segments
from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.words import local
from reviewer.workspace.campaigns.draw_form import PlanTexts, SampledCase, sampled_cases
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import PlannedDraw, hash_of

_STRATA = (
    Head("单位", 3), Head("执法门类", 2), Head("类型"), Head("总数", right=True),
    Head("应抽", right=True), Head("必抽", right=True), Head("抽取", right=True),
)  # fmt: skip
_CASES = (Head("单位", 3), Head("案号"), Head("类型"), Head("执法门类"), Head("原因", 2))
_JSON = "抽取记录文件 (*.json)"
_PLAN = ("ratio", "quota", "minimum", "amount")
_PEOPLE = (("host", "主持人"), ("witness", "见证人"), ("supervisor", "监督人"))


class DrawPage(QWidget):
    """Plan, people and seed at the left, strata or cases at the right."""

    plan_changed = Signal()
    draw_asked = Signal(str, tuple)  # seed; host, witness, supervisor
    replace_asked = Signal(object, str)  # UUID, reason
    record_asked = Signal(Path)
    verify_asked = Signal(Path)
    ledger_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._said = label("", "second", wraps=True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.plan = Fields(tokens, 2)
        for name, word, text in (
            ("ratio", "抽取比例（%）", "10"), ("quota", "或抽取总数", ""),
            ("minimum", "各单位最少卷数", "2"), ("amount", "大额起点（元）", ""),
        ):  # fmt: skip
            self.plan.add(name, word).setText(text)
        self.musts = {must: QCheckBox(must.value) for must in MustDraw}
        self.meeting = Fields(tokens, 3)
        for name, word in _PEOPLE:
            self.meeting.add(name, word)
        self.seed = QLineEdit()
        self.seed.setAccessibleName("种子")
        self._refused = label("", "body", wraps=True)
        look(self._refused, "body", tone="red")
        self.draw = button("抽取", "primary", self._on_draw, "shuffle")
        self.strata = Grid(tokens, "各层件数", _STRATA)
        self.cases = Grid(tokens, "抽取结果", _CASES)
        self.views = Segments((("strata", "各层件数"), ("cases", "抽取结果")))
        self._total = label("", "second")
        self.reason = QLineEdit()
        self.reason.setAccessibleName("调换理由")
        self.reason.setPlaceholderText("所选案卷不能提供的理由")
        self.swap = button("调换", "normal", self._on_swap)
        self.record = button("导出抽取记录…", "normal", self.ask_record, "download")
        self._lists = QStackedWidget()
        self._build(tokens)
        self._connect()
        self.refuse("")
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        verify = button("核对抽取记录…", "normal", self.ask_verify, "check")
        ledger = button("台账", "normal", self.ledger_asked.emit, "table")
        words = column(label("抽取", "page_title"), self._said, gap=2)
        top = row(words, ledger, verify, self.record)
        top.setStretch(0, 1)
        boxes = list(self.musts.values())
        musts = column(label("必抽", "second"), row(*boxes[:3], 1), row(*boxes[3:], 1))
        planned = section(tokens, "抽取方案", "比例和总数填一项", self.plan, musts)
        seed = column(label("种子，由见证人当场报出", "second"), self.seed)
        held = section(tokens, "现场抽取", "", self.meeting, seed, self._refused, row(1, self.draw))
        left = scrolling(tokens, planned, held, edge=0)
        self._swapping = QWidget()
        self._swapping.setLayout(row(self.reason, self.swap))
        for grid in (self.strata, self.cases):
            self._lists.addWidget(grid)
        listed = row(self.views, 1, self._total)
        right = section(tokens, "结果", "", listed, self._lists, self._swapping)
        body = row(left, right, gap=tokens.block)
        body.setStretch(0, 2)
        body.setStretch(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_list)
        for field in self.plan.fields.values():
            field.editingFinished.connect(self.plan_changed)
        for box in self.musts.values():
            box.toggled.connect(self.plan_changed)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.strata.set_tokens(tokens)
        self.cases.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the plan."""
        self.plan.fields["ratio"].setFocus(Qt.FocusReason.OtherFocusReason)

    def texts(self) -> PlanTexts:
        """Return the plan as it is filled in."""
        musts = tuple(must for must, box in self.musts.items() if box.isChecked())
        ratio, quota, minimum, amount = (self.plan.text(name) for name in _PLAN)
        return PlanTexts(ratio, quota, minimum, amount, musts)

    def show_state(self, state: CampaignState) -> None:
        """Show how far the draw is."""
        ledger = state.ledger
        frozen = ledger is not None and ledger.frozen_at is not None
        self.seed.setEnabled(frozen)
        self.seed.setPlaceholderText("" if frozen else "台账冻结后才能填写")
        self.draw.setEnabled(frozen)
        self.record.setEnabled(bool(state.draws))
        self._said.setText(_told(state))
        self._show_cases(sampled_cases(state))
        self.show_list("cases" if state.draws else "strata")

    def show_plan(self, found: PlannedDraw) -> None:
        """Show how many of each stratum the plan draws."""
        self.refuse("")
        self.strata.show_rows(
            [
                GridRow(
                    one.stratum,
                    (one.stratum.unit, one.stratum.field or "未填", one.stratum.kind.value,
                     *(f"{n:,}" for n in (one.size, one.wanted, one.musts, one.drawn))),
                )
                for one in found.counts
            ]
        )  # fmt: skip
        raised = sum(found.raised.values())
        more = f"，其中 {raised} 卷为补足各单位最少卷数" if raised else ""
        self._total.setText(f"按此方案共抽 {found.total} 卷{more}")

    def refuse(self, sentence: str) -> None:
        """Say why nothing can be drawn."""
        self._refused.setText(sentence)
        self._refused.setVisible(bool(sentence))

    def show_list(self, name: str) -> None:
        """See the strata or the cases."""
        self.views.choose(name)
        self._lists.setCurrentIndex(int(name == "cases"))
        self._swapping.setVisible(name == "cases" and bool(self.cases.table.rows))

    def ask_record(self) -> None:
        """Ask where the record goes."""
        dialog = QFileDialog(self, "导出抽取记录", str(nearest_folder() / "抽取记录.json"), _JSON)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(self._on_record)
        dialog.open()

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

    def _on_draw(self) -> None:
        people = tuple(self.meeting.text(name) for name, _ in _PEOPLE)
        self.draw_asked.emit(self.seed.text(), people)

    def _on_swap(self) -> None:
        key = self.cases.current_key()
        if key is not None:
            self.replace_asked.emit(key, self.reason.text())

    def _on_record(self, name: str) -> None:
        self.record_asked.emit(Path(name))

    def _on_verify(self, name: str) -> None:
        self.verify_asked.emit(Path(name))


def _told(state: CampaignState) -> str:
    ledger = state.ledger
    if ledger is None or not ledger.rows:
        return "还没有台账。先在“台账”中导入并冻结。"
    if ledger.frozen_at is None:
        return f"台账共 {len(ledger.rows):,} 件，尚未冻结；可以先看方案，冻结后才能填写种子。"
    told = f"台账 {len(ledger.rows):,} 件已冻结，哈希 {ledger.sha256}"
    if not state.draws:
        return told
    drawn = state.draws[-1]
    when = f"{local(drawn.drawn_at):%Y-%m-%d %H:%M}"
    return (
        f"第 {len(state.draws)} 次抽取，{when}，种子“{drawn.seed}”，"
        f"抽中 {len(drawn.cases)} 卷，抽取记录哈希 {hash_of(drawn)}"
    )
