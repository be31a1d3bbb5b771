"""What each action of the case tab does: ids on the left, methods on the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from reviewer.model import Choice
from reviewer.ui.workbench.actions import WORKBENCH_ACTIONS
from reviewer.ui.workbench.bench import Bench
from reviewer.ui.workbench.blind_desk import BlindDesk
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.marking_desk import MarkingDesk
from reviewer.ui.workbench.navigator import Navigator
from reviewer.ui.workbench.page_canvas import PageCanvas
from reviewer.ui.workbench.page_layout import Fit, Zoom
from reviewer.ui.workbench.places import Places
from reviewer.ui.workbench.second_screen import SecondScreen

_NEEDS_CHANGE = frozenset(
    {
        "item.conforms",
        "item.fails",
        "item.absent",
        "item.pending",
        "item.accept",
        "item.accept_next",
        "item.reject",
        "item.add",
        "item.reason",
        "evidence.box",
        "evidence.selection",
    }
)
_NEEDS_REVIEW = _NEEDS_CHANGE | {
    "item.next",
    "item.previous",
    "item.next_pending",
    "item.previous_pending",
    "item.why",
    "item.next_evidence",
    "veto.panel",
    "review.explain",
    "review.new",
    "review.sign",
    "case.export",
}
_VERDICTS = ("item.conforms", "item.fails", "item.absent", "item.pending")
_ON_BENCH = ("item.", "evidence.", "veto.", "page.", "edit.find", "edit.copy", "view.")
"""What acts on the three panels, so not while 签定 or 导出 covers them."""
_NEEDS_PAGES = ("page.", "edit.find", "edit.copy", "evidence.")

Deed = Callable[[], object]


class TabActions(QObject):
    """Performs actions by their id."""

    def __init__(
        self,
        desk: CaseDesk,
        bench: Bench,
        navigator: Navigator,
        marking: MarkingDesk,
        own: dict[str, Deed],
        places: Places,
        second: SecondScreen,
        blind: BlindDesk,
    ) -> None:
        """Take the parts; `own` holds the actions that only the tab itself can do."""
        super().__init__(desk)
        self._places, self._second, self._blind = places, second, blind
        self._desk, self._bench = desk, bench
        self._do = {**own, **self._deeds(navigator, marking)}
        self._keys = {
            QKeySequence(key).toString(): action.id
            for action in WORKBENCH_ACTIONS
            if action.where != "timeline"
            for key in action.keys
        }

    def _deeds(self, navigator: Navigator, marking: MarkingDesk) -> dict[str, Deed]:
        desk, bench, finding = self._desk, self._bench, navigator.finding
        return {
            **_choices(marking),
            **_on_panels(bench),
            **_on_pages(bench.page.canvas, navigator),
            **_through_items(navigator),
            "edit.undo": desk.step_back,
            "edit.redo": desk.step_again,
            "edit.copy": self._copy,
            "edit.find": finding.open,
            "edit.find_next": partial(finding.step, 1),
            "edit.find_previous": partial(finding.step, -1),
            "view.second_screen": self._second.toggle,
            "view.next_area": partial(self._next_area, 1),
            "view.previous_area": partial(self._next_area, -1),
            "page.go": self._type_page,
            "item.reason": self._edit,
            "item.next_evidence": navigator.next_evidence,
            "page.cover": self._blind.cover,
        }

    def perform(self, action_id: str) -> bool:
        """Do an action; returns False when it cannot be done now."""
        if action_id not in self.available():
            return False
        if self._is_covered(action_id):
            what = "否决项" if self._bench.checklist.shows_vetoes else "得分说明"
            self._desk.failed.emit(
                f"当前显示的是{what}，评查项没有改动。", "按 Esc 返回评查项后再操作。"
            )
            return False
        self._desk.acted.emit()
        self._do[action_id]()
        return True

    def available(self) -> frozenset[str]:
        """Return the ids of the actions that can be done now."""
        known = set(self._do)
        view = self._desk.review
        if view is None:
            known -= _NEEDS_REVIEW
        if not self._desk.may_change:
            known -= {*_NEEDS_CHANGE, *(name + "_anywhere" for name in _NEEDS_CHANGE)}
        if not self._desk.undo_label:
            known.discard("edit.undo")
        if not self._desk.redo_label:
            known.discard("edit.redo")
        known = {name for name in known if not name.startswith(self._missing())}
        known -= {"page.lift", "page.cover"} - self._blind.actions
        if getattr(self._desk.workspace, "reports", None) is None:
            known.discard("case.export")
        return frozenset(known)

    def _missing(self) -> tuple[str, ...]:
        """Return what actions begin with that have nothing to act on here."""
        found: tuple[str, ...] = ()
        if self._desk.index is None or not self._desk.index.pages:
            found += _NEEDS_PAGES
        if not self._places.is_bench():
            found += _ON_BENCH
        if not self._places.may_leave():
            found += ("case.back",)
        if not self._places.is_timeline():
            found += ("timeline.",)
        if not self._second.may_move:
            found += ("view.second_screen",)
        if not self._bench.page.canvas.may_turn:
            found += ("page.rotate",)
        return found

    def key(self, event: QKeyEvent) -> bool:
        """Do the action of a key that no field took; returns whether there is one."""
        kept = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Question:
            kept &= ~Qt.KeyboardModifier.ShiftModifier
        sequence = QKeySequence(int(kept.value) | int(event.key()))
        found = self._keys.get(sequence.toString(), "")
        inside = self._bench.documents.isAncestorOf(_focused())
        if inside and found in ("item.accept", "item.reject"):
            return False
        if found in _VERDICTS and self._in_facts():
            # Who types a date over a fact must not decide about the item by it.
            return False
        return bool(found) and self.perform(found)

    def _is_covered(self, action_id: str) -> bool:
        """Return whether an action would change an item that vetoes or explanation hide."""
        name = action_id.removesuffix("_anywhere")
        if name not in _NEEDS_CHANGE or not name.startswith("item."):
            return False
        checklist = self._bench.checklist
        hidden = checklist.shows_vetoes or self._bench.right.currentWidget() is not checklist
        return hidden and not (name == "item.reason" and self._in_facts())

    def _in_facts(self) -> bool:
        facts, held = self._bench.documents.facts, _focused()
        return held is facts or facts.isAncestorOf(held)

    def _edit(self) -> None:
        if self._in_facts():
            self._bench.documents.facts.edit_current()
        else:
            self._bench.checklist.pane.cards.edit_reason()

    def _copy(self) -> None:
        text = self._bench.page.canvas.mouse.text.text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def _type_page(self) -> None:
        field = self._bench.page.bar.page
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _next_area(self, by: int) -> None:
        documents, checklist = self._bench.documents, self._bench.checklist
        areas: list[QWidget] = [
            documents.lists[documents.tab],
            self._bench.page.canvas,
            checklist.vetoes.list if checklist.shows_vetoes else checklist.list,
            checklist.pane.add_line,
        ]
        areas = [area for area in areas if area.isVisible()]
        if not areas:
            return
        held = _focused()
        here = next((i for i, a in enumerate(areas) if a is held or a.isAncestorOf(held)), -1)
        area = areas[(here + by) % len(areas)]
        area.window().activateWindow()
        area.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _choices(marking: MarkingDesk) -> dict[str, Deed]:
    found: dict[str, Deed] = {
        "item.accept": marking.accept,
        "item.accept_next": marking.accept_next,
        "item.reject": marking.reject,
        "evidence.box": marking.draw,
        "evidence.selection": marking.take_selection,
    }
    for name, choice in (
        ("item.conforms", Choice.CONFORMS),
        ("item.fails", Choice.FAILS),
        ("item.absent", Choice.ABSENT),
        ("item.pending", Choice.PENDING),
    ):
        found[name] = found[f"{name}_anywhere"] = partial(marking.choose, choice)
    return found


def _on_panels(bench: Bench) -> dict[str, Deed]:
    pane = bench.checklist.pane
    return {
        "view.documents": bench.toggle_documents,
        "item.why": pane.cards.explain_first,
        "item.add": pane.add_line.open_adding,
        "page.lift": bench.page.blind.ask,
        "veto.panel": bench.checklist.toggle_vetoes,
    }


def _focused() -> QWidget:
    held = QGuiApplication.focusObject()
    return held if isinstance(held, QWidget) else QWidget()


def _on_pages(canvas: PageCanvas, navigator: Navigator) -> dict[str, Deed]:
    return {
        "page.next": partial(navigator.go_by, 1),
        "page.previous": partial(navigator.go_by, -1),
        "page.zoom_in": partial(canvas.zoom_step, True),
        "page.zoom_out": partial(canvas.zoom_step, False),
        "page.fit_width": partial(canvas.set_zoom, Zoom(Fit.WIDTH)),
        "page.fit_page": partial(canvas.set_zoom, Zoom(Fit.PAGE)),
        "page.rotate": partial(canvas.rotate, 90),
        "page.rotate_back": partial(canvas.rotate, -90),
        "page.facts": navigator.toggle_facts,
        "page.original": navigator.originals.open,
        "page.next_unread": partial(navigator.go_unread, 1),
        "page.previous_unread": partial(navigator.go_unread, -1),
    }


def _through_items(navigator: Navigator) -> dict[str, Deed]:
    return {
        "item.next": partial(navigator.step_item, 1),
        "item.previous": partial(navigator.step_item, -1),
        "item.next_pending": partial(navigator.step_item, 1, pending=True),
        "item.previous_pending": partial(navigator.step_item, -1, pending=True),
    }
