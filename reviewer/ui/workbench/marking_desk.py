"""Deciding: verdicts, proposals, deductions, evidence, vetoes, facts.

Ties what the panels say to the commands, with the item or veto that is open.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from reviewer.errors import UserError
from reviewer.model import Answer, Box, Choice, Place, ProposalState, VetoChoice
from reviewer.progress import Progress
from reviewer.ui.workbench.bench import Bench
from reviewer.ui.workbench.commands import (
    MakePlace,
    ReviewCommands,
    box_place,
    chars_place,
    folio_place,
    veto_answer,
)
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.documents_panel import FACTS
from reviewer.ui.workbench.item_rows import open_hints
from reviewer.ui.workbench.navigator import Navigator
from reviewer.workspace import fact_values
from reviewer.workspace.views import FactRow, Phrase, Proposal


class MarkingDesk(QObject):
    """What the reviewer decides in one tab."""

    def __init__(
        self, desk: CaseDesk, bench: Bench, commands: ReviewCommands, navigator: Navigator
    ) -> None:
        super().__init__(desk)
        self._desk, self._bench = desk, bench
        self._commands, self._navigator = commands, navigator
        self._pane = bench.checklist.pane
        self._mouse = bench.page.canvas.mouse
        self._fact: FactRow | None = None
        self._fact_places: dict[str, MakePlace] = {}
        self._wire()

    def choose(self, choice: Choice) -> None:
        """Decide about the current item."""
        view, item_id = self._desk.review, self._pane.item
        if view is None or not item_id:
            return
        item = view.standard.item(item_id)
        if choice is not Choice.ABSENT:
            self._commands.choose(item_id, choice)
            bare = not view.marks.of(item_id).occurrences and self._pane.cards.first_open() is None
            if choice is Choice.FAILS and bare:
                self._pane.add_line.open_adding()
        elif not item.may_be_absent:
            self._desk.failed.emit(f"{item_id} 不能标不涉及。", item.absent_note)
        elif view.standard.absence_reasons:
            self._pane.add_line.open_absence()
        else:
            self._commands.choose(item_id, choice)

    def accept(self) -> bool:
        """Accept the first open proposal of the current item."""
        card = self._pane.cards.first_open()
        if card is not None:
            card.accept()
        return card is not None

    def accept_next(self) -> None:
        """Accept, then go to the next item."""
        self.accept()
        self._navigator.step_item(1)

    def reject(self) -> None:
        """Reject the first open proposal, or remove the chosen deduction."""
        card = self._pane.cards.first_open()
        if card is not None:
            card.reject()
        elif self._pane.cards.held is not None:
            self._commands.remove_occurrence(self._pane.item, self._pane.cards.held)

    def draw(self) -> None:
        """Start or stop drawing boxes as evidence."""
        self._fact = None
        self._mouse.set_drawing(not self._mouse.drawing)

    def draw_fact(self, row: FactRow) -> None:
        """Let a box be drawn over the value of a fact."""
        self._fact = row
        self._mouse.set_drawing(True)
        self._desk.told.emit(f"在页面上拖框，圈出“{row.label}”，Esc 停止")

    def take_selection(self) -> None:
        """Make the selected text evidence of the current item."""
        ranges, index = self._mouse.text.ranges(), self._desk.index
        if not ranges or index is None:
            self._desk.failed.emit("没有选中文字。", "在页面上拖选文字，或按 B 拖框。")
            return
        case_id, pages = self._desk.case_id, index.pages
        # What goes over a page boundary is one place for each page: places never span two.
        self._add(*(chars_place(case_id, pages[at], first, last) for at, first, last in ranges))
        self._mouse.text.clear()

    def decide_veto(self, veto: str, choice: VetoChoice, reason: str = "") -> None:
        """Decide about a veto; a hit without reason or place asks for it first."""
        view = self._desk.review
        if view is None:
            return
        hints = [h for h in open_hints(view, veto) if h.state is ProposalState.OPEN]
        if choice is VetoChoice.HIT:
            if hints and not reason:
                self._commands.answer(hints[0], Answer.ACCEPTED)
                return
            mark = veto_answer(view, veto, choice, reason)
            if not mark.reason or not mark.places:
                self._bench.checklist.open_veto(veto)
                self._bench.checklist.vetoes.ask(veto, page=bool(mark.reason))
                missing = "理由" if not mark.reason else "证据所在页"
                index = self._desk.index
                paper = index is not None and index.view.case.paper
                where = "填写卷内页号" if paper else "在页面上拖框 B"
                if mark.reason:
                    self._commands.set_veto(veto, choice, reason)
                self._desk.failed.emit(f"{veto} 命中须有{missing}。", f"写明理由，并{where}。")
                return
        self._commands.set_veto(veto, choice, reason)

    def _wire(self) -> None:
        pane, checklist = self._pane, self._bench.checklist
        facts = self._bench.documents.facts
        pairs: tuple[tuple[Any, Callable[..., None]], ...] = (
            (pane.choice_wanted, self.choose),
            (pane.cards.answered, self._on_answered),
            (pane.cards.place_removed, self._on_place_removed),
            (pane.cards.occurrence_changed, self._on_occurrence_changed),
            (pane.cards.occurrence_removed, self._on_occurrence_removed),
            (pane.cards.folio_typed, self._on_folio),
            (pane.add_line.search_wanted, self._on_search),
            (pane.add_line.occurrence_wanted, self._on_occurrence),
            (pane.add_line.absence_wanted, self._on_absence),
            (pane.add_line.left, self._bench.show_checklist),
            (checklist.strip.decided, self.decide_veto),
            (checklist.vetoes.decided, self.decide_veto),
            (checklist.vetoes.exclude_wanted, self._commands.exclude_vetoes),
            (checklist.vetoes.place_removed, self._commands.remove_veto_place),
            (checklist.vetoes.folio_typed, self._on_folio),
            (self._mouse.box_drawn, self._on_box),
            (self._mouse.drawing_changed, self._bench.page.bar.show_drawing),
            (facts.fact_typed, self._on_fact_typed),
        )
        for signal, slot in pairs:
            signal.connect(slot)

    def _add(self, *makes: MakePlace) -> None:
        target = self._bench.checklist.target
        held = None if self._bench.checklist.shows_vetoes else self._pane.cards.held
        if self._desk.review is None:
            self._desk.failed.emit("还没有开始评查。", "先在右边选定评查标准。")
        elif target:
            self._commands.add_places(target, held, makes)

    def _on_answered(self, proposal: Proposal, answer: Answer) -> None:
        self._commands.answer(proposal, answer)
        self._bench.checklist.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_place_removed(self, occurrence: UUID | None, place: Place) -> None:
        self._commands.remove_place(self._pane.item, occurrence, place)

    def _on_occurrence_changed(self, occurrence: UUID, changes: dict[str, Any]) -> None:
        self._commands.change_occurrence(self._pane.item, occurrence, changes)

    def _on_occurrence_removed(self, occurrence: UUID) -> None:
        self._commands.remove_occurrence(self._pane.item, occurrence)

    def _on_folio(self, folio: str) -> None:
        self._add(folio_place(folio))

    def _on_occurrence(self, clause: str, reason: str) -> None:
        self._commands.add_occurrence(self._pane.item, clause, reason)

    def _on_absence(self, code: str, note: str) -> None:
        self._commands.choose(self._pane.item, Choice.ABSENT, code, note)

    def _on_search(self, query: str, item: str) -> None:
        phrases = self._desk.workspace.phrases

        def work(_progress: Progress) -> tuple[str, tuple[Phrase, ...]]:
            return query, phrases.search(query, item)

        self._desk.start(work, quiet=True).succeeded.connect(self._on_phrases)

    def _on_phrases(self, found: tuple[str, tuple[Phrase, ...]]) -> None:
        self._pane.add_line.show_phrases(*found)

    def _on_box(self, at: int, box: Box) -> None:
        if self._desk.index is None:
            return
        make = box_place(self._desk.case_id, self._desk.index.pages[at], box)
        if self._fact is None:
            self._add(make)
            return
        row, self._fact = self._fact, None
        self._mouse.set_drawing(False)
        self._fact_places[row.key] = make
        pages = self._desk.workspace.pages

        def work(_progress: Progress) -> tuple[FactRow, str]:
            return row, make(pages).quote.replace("\n", "")

        self._desk.start(work).succeeded.connect(self._on_fact_drawn)

    def _on_fact_drawn(self, found: tuple[FactRow, str]) -> None:
        row, quote = found
        self._bench.documents.show_tab(FACTS)
        self._bench.documents.facts.edit_fact(row, quote)

    def _on_fact_typed(self, row: FactRow, text: str) -> None:
        try:
            value = fact_values.parse(row.key, text)
        except UserError as error:
            self._desk.failed.emit(str(error), error.remedy)
            return
        make = self._fact_places.pop(row.key, None)
        if make is None:
            self._commands.correct_fact(row, value)
        else:
            self._commands.correct_fact_at(row, value, make)
