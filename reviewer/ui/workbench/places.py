"""The places of a case tab, and the ways between them: the panels, 时间线, 签定, 导出.

A link on 签定 leads back to the panels, to the item, veto or page that it names; what was typed
on 签定 is kept when it is left.
"""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer.model import Place, TimelineDate
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.bench import Bench
from reviewer.ui.workbench.commands import ReviewCommands
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.documents_panel import FACTS
from reviewer.ui.workbench.export_page import ExportPage
from reviewer.ui.workbench.fetching import Start
from reviewer.ui.workbench.navigator import Navigator
from reviewer.ui.workbench.sign_off_page import SignOffPage
from reviewer.ui.workbench.timeline.page import TimelinePage
from reviewer.ui.workbench.timeline.rows import row_for
from reviewer.workspace.views import ReviewView, SignOff


class Places(QStackedWidget):
    """Shows one of the places."""

    def __init__(
        self,
        desk: CaseDesk,
        bench: Bench,
        commands: ReviewCommands,
        navigator: Navigator,
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._bench, self._navigator = desk, bench, navigator
        self.sign_off = SignOffPage(tokens)
        self.export = ExportPage(tokens)
        self.timeline = TimelinePage(tokens)
        for widget in (bench, self.sign_off, self.export, self.timeline):
            self.addWidget(widget)
        sign_off = self.sign_off
        pairs: tuple[tuple[Any, Any], ...] = (
            (desk.review_changed, self._on_review),
            (desk.start_wanted, self._on_start),
            (desk.sign_off_ready, self._on_sign_off),
            (sign_off.item_wanted, self._on_item),
            (sign_off.veto_wanted, self._on_veto),
            (sign_off.page_wanted, self._on_page),
            (sign_off.text_changed, commands.set_text),
            (sign_off.bonuses.bonus_changed, commands.set_bonus),
            (sign_off.sign_wanted, commands.sign),
            (sign_off.export_wanted, self.open_export),
            (sign_off.closed, self.show_bench),
            (self.export.closed, self.show_bench),
            (desk.case_changed, self.timeline.show_case),
            (self.timeline.place_wanted, self._on_place),
            (self.timeline.correction_wanted, self._on_correction),
        )
        for signal, slot in pairs:
            signal.connect(slot)

    def is_bench(self) -> bool:
        """Return whether the three panels are shown."""
        return self.currentWidget() is self._bench

    def is_timeline(self) -> bool:
        """Return whether the timeline is shown."""
        return self.currentWidget() is self.timeline

    def show_timeline(self) -> None:
        """Go to the timeline."""
        self._keep_texts()
        self.setCurrentWidget(self.timeline)
        self.timeline.begin()

    def show_bench(self) -> None:
        """Go back to the panels."""
        self._keep_texts()
        self.setCurrentWidget(self._bench)

    def open_export(self) -> None:
        """Go to the export of this review."""
        self._keep_texts()
        self.setCurrentWidget(self.export)

    def toggle_explanation(self) -> None:
        """Explain the score at the right of the panels, or go back to the checklist."""
        if self._desk.review is not None:
            self._bench.toggle_explanation()
            self.show_bench()

    def leave(self) -> bool:
        """Go one step back, as Esc does; returns False when there is nowhere to go."""
        bench = self._bench
        if not self.may_leave():
            return False
        if not self.is_bench():
            self.show_bench()
        elif bench.right.currentWidget() is bench.explanation:
            bench.show_checklist()
        else:
            bench.checklist.toggle_vetoes()
        return True

    def may_leave(self) -> bool:
        """Return whether something stands over the items of the checklist."""
        right = self._bench.right.currentWidget()
        covered = right is self._bench.checklist and self._bench.checklist.shows_vetoes
        return not self.is_bench() or right is self._bench.explanation or covered

    def _keep_texts(self) -> None:
        if self.currentWidget() is self.sign_off:
            self.sign_off.keep_texts()

    def _on_review(self, view: ReviewView) -> None:
        self.export.show_review(view)
        if self.currentWidget() is self.sign_off:
            self._desk.ask_sign_off()

    def _on_start(self, start: Start) -> None:
        self._bench.start.show_start(start, self._desk.review is not None)
        self._bench.right.setCurrentWidget(self._bench.start)
        self.show_bench()

    def _on_sign_off(self, sign_off: SignOff) -> None:
        if self._desk.review is not None and self._desk.index is not None:
            self.sign_off.show_sign_off(sign_off, self._desk.review, self._desk.index)
            self.setCurrentWidget(self.sign_off)

    def _on_item(self, item: str) -> None:
        view = self._desk.review
        if view is not None and any(veto.id == item for veto in view.standard.vetoes):
            self._on_veto(item)
            return
        self.show_bench()
        self._navigator.show_item(item)

    def _on_veto(self, veto: str) -> None:
        self.show_bench()
        self._navigator.show_veto(veto)

    def _on_place(self, place: Place) -> None:
        self.show_bench()
        self._navigator.point_at(place)

    def _on_correction(self, wanted: TimelineDate) -> None:
        """Open the field of a date among the facts, with its page beside it."""
        index = self._desk.index
        if index is None:
            return
        row = row_for(wanted, index.view.facts)
        if row is None:
            self._desk.failed.emit(
                f"“{wanted.name}”的日期不在要素表中，不能在这里更正。",
                "可更正其文书的类型或页码范围。",
            )
            return
        self.show_bench()
        if wanted.place is not None:
            self._navigator.point_at(wanted.place)
        self._bench.documents.show_tab(FACTS)
        self._bench.documents.facts.edit_fact(row, row.text)

    def _on_page(self, at: int) -> None:
        self.show_bench()
        self._navigator.go(at)
