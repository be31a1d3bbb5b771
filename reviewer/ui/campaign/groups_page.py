"""The page 分组与回避: cases with reviewers, reviewers with their load, conflicts, journal."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from reviewer.model.campaigns import Campaign
from reviewer.ui.campaign import groups_rows as rows
from reviewer.ui.campaign.grid import Grid
from reviewer.ui.campaign.groups_panels import ReassignForm, TermsForm
from reviewer.ui.campaign.groups_people import ConflictForm, MemberForm
from reviewer.ui.campaign.sections import scrolling, section
from reviewer.ui.campaign.side_by_side import SideBySide
from reviewer.ui.dialogs import PAPERS, ask_to_write
from reviewer.ui.forms import Segments, place_of
from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.groups_form import percent
from reviewer.workspace.campaigns.groups_view import Candidate, GroupsView, told

_VIEWS = (("cases", "案卷"), ("people", "评查人"), ("conflicts", "回避"), ("log", "记录"))
_LIST_ROWS = 7
"""Heights of a row that the lists keep above the forms in a narrow window."""
_NAMES = tuple(name for name, _ in _VIEWS)


class GroupsPage(QWidget):
    """Lists at the left, what can be done with the current row at the right."""

    propose_asked = Signal()
    case_wanted = Signal(object)  # UUID: who could take it?
    export_asked = Signal(Path)
    setup_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._view = GroupsView((), (), (), ())
        self._campaign: Campaign | None = None
        self._proposed: frozenset[UUID] = frozenset()
        self._said = label("", "second", wraps=True)
        self.views = Segments(_VIEWS)
        self.filter = QComboBox()
        self.filter.setAccessibleName("筛选案卷")
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.cases = Grid(tokens, "案卷与评查人", rows.CASES)
        self.people = Grid(tokens, "评查人", rows.PEOPLE)
        self.conflicts = Grid(tokens, "回避登记", rows.CONFLICTS)
        self.log = Grid(tokens, "变动记录", rows.LOG)
        self.terms = TermsForm(tokens)
        self.reassign = ReassignForm(tokens)
        self.member = MemberForm(tokens)
        self.conflict = ConflictForm(tokens)
        self.propose = button("自动分配", "primary", self.propose_asked.emit, "shuffle")
        self.export = button("导出名单与回避登记…", "normal", self.ask_export, "download")
        self._build(tokens)
        self._connect()
        self.show_list("cases")
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        setup = button("活动设置…", "normal", self.setup_asked.emit)
        words = column(label("分组与回避", "page_title"), self._said, gap=2)
        top = row(words, setup, self.export, self.propose)
        top.setStretch(0, 1)
        self._lists = QStackedWidget()
        for grid in (self.cases, self.people, self.conflicts, self.log):
            self._lists.addWidget(grid)
        left = section(tokens, "", "", row(self.views, 1, self.filter), self._lists)
        share = "双评哪些案卷由抽取种子确定，不由人挑选"
        self._panels = {
            "terms": section(tokens, "分配条件", share, self.terms),
            "cases": section(tokens, "人工调整", "须回避的不能改派", self.reassign),
            "people": section(tokens, "评查人", "", self.member),
            "conflicts": section(tokens, "回避登记", "登记和撤回都留有记录", self.conflict),
        }
        right = scrolling(tokens, *self._panels.values(), edge=0)
        self._body = SideBySide(tokens, left, right, (5, 3), _LIST_ROWS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        layout.addWidget(self._body, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_list)
        self.filter.activated.connect(self._show_cases)
        self.cases.selectionModel().currentRowChanged.connect(self._on_case)
        self.people.selectionModel().currentRowChanged.connect(self._on_person)
        self.people.opened.connect(self._on_person_opened)
        self.conflicts.selectionModel().currentRowChanged.connect(self._on_conflict)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        for grid in (self.cases, self.people, self.conflicts, self.log):
            grid.set_tokens(tokens)
        self._body.set_tokens(tokens)
        self.member.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the list that is seen."""
        self._lists.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self, name: str) -> None:
        """See cases, reviewers, conflicts or the journal."""
        self.views.choose(name)
        self._lists.setCurrentIndex(_NAMES.index(name))
        self.filter.setVisible(name == "cases")
        self._show_panels()

    def show_groups(
        self, campaign: Campaign, view: GroupsView, proposed: frozenset[UUID] = frozenset()
    ) -> None:
        """Show how it stands, or how it would stand with what is proposed."""
        first = self._campaign is None or self._campaign.id != campaign.id
        self._campaign, self._view, self._proposed = campaign, view, proposed
        self._said.setText(told(view))
        self.terms.show_share(percent(campaign.double_share))
        self._show_filters()
        self._show_cases()
        self.people.show_rows([rows.person_row(one) for one in view.reviewers])
        self.conflicts.show_rows([rows.conflict_row(one) for one in view.conflicts])
        self.log.show_rows([rows.log_row(one) for one in view.log])
        self.conflict.show_choices(campaign, view.cases)
        self._on_person()
        self._on_conflict()
        self._show_panels()
        ready = bool(view.cases and view.reviewers)
        wanted = bool(view.missing or view.barred)
        self.propose.setEnabled(ready and wanted and not proposed)
        self.export.setEnabled(bool(view.reviewers))
        if first:
            self.show_list("cases" if view.cases else "people")

    def show_working(self, *, working: bool) -> None:
        """Let the button stop what it has begun."""
        text = "取消计算" if working else "自动分配"
        self.propose.setText(f"\u2009{text}")
        self.propose.setAccessibleName(text)

    def show_candidates(self, case: UUID, candidates: Sequence[Candidate]) -> None:
        """Show who could take the current case."""
        line = next((one for one in self._view.cases if one.case == case), None)
        if self.cases.current_key() == case and not self._proposed:
            self.reassign.show_case(line, candidates)

    def ask_export(self) -> None:
        """Ask where the paper goes."""
        ask_to_write(
            self, "导出评查组名单与回避登记", "评查组名单与回避登记", PAPERS, self._on_export
        )

    def _show_panels(self) -> None:
        name = _NAMES[self._lists.currentIndex()]
        shown = {name} if name != "cases" else {"terms"} if self._proposed else {"terms", "cases"}
        for key, part in self._panels.items():
            part.setVisible(key in shown)

    def _show_filters(self) -> None:
        before = self.filter.currentData()
        self.filter.clear()
        for text, value in rows.filters(self._view):
            self.filter.addItem(text, value)
        self._choose_filter(before)

    def _choose_filter(self, wanted: object) -> None:
        self.filter.setCurrentIndex(max(0, place_of(self.filter, wanted)))

    def _show_cases(self) -> None:
        kept = rows.narrowed(self._view.cases, self.filter.currentData())
        self.cases.show_rows([rows.case_row(one, self._proposed) for one in kept])
        self._on_case()

    def _on_case(self) -> None:
        case = self.cases.current_key()
        if isinstance(case, UUID) and not self._proposed:
            self.case_wanted.emit(case)
        else:
            self.reassign.show_case(None, ())

    def _on_person(self) -> None:
        person = self.people.current_key()
        if self._campaign is not None:
            found = (one for one in self._view.reviewers if one.member.person == person)
            self.member.show_member(self._campaign, next(found, None))

    def _on_person_opened(self, _index: QModelIndex) -> None:
        self._choose_filter(self.people.current_key())
        self._show_cases()
        self.show_list("cases")

    def _on_conflict(self) -> None:
        key = self.conflicts.current_key()
        found = (one for one in self._view.conflicts if one.id == key)
        self.conflict.show_conflict(next(found, None))

    def _on_export(self, name: str) -> None:
        self.export_asked.emit(Path(name))
