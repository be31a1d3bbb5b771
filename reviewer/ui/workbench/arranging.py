"""Setting right what the machine cut: types and ranges of documents, 卷内页号, files and cases.

The context menus of the documents panel open the form at its foot; what it answers becomes a
correction or a change of the case.
"""

from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reviewer.model import CaseFile
from reviewer.progress import Progress
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.commands import ReviewCommands
from reviewer.ui.workbench.desk import CaseDesk
from reviewer.ui.workbench.documents_panel import (
    DOCUMENTS,
    EVIDENCE,
    FACTS,
    DocumentsPanel,
)
from reviewer.ui.workbench.marking_desk import MarkingDesk
from reviewer.ui.workbench.range_form import RangeAnswer, Wish
from reviewer.workspace.views import CaseRow

_WISHES = {
    "type": Wish.TYPE,
    "folio": Wish.FOLIO,
    "cut": Wish.CUT,
    "move": Wish.MOVE,
}


class Arranging(QObject):
    """Context menus of one documents panel and what comes of them."""

    def __init__(
        self,
        desk: CaseDesk,
        panel: DocumentsPanel,
        commands: ReviewCommands,
        marking: MarkingDesk,
    ) -> None:
        super().__init__(desk)
        self._desk, self._panel = desk, panel
        self._commands, self._marking = commands, marking
        self._positions: tuple[int, ...] = ()
        panel.menu_wanted.connect(self._on_menu)
        panel.form.answered.connect(self._on_answered)

    def _on_menu(self, tab: int, where: QPoint) -> None:
        menu = QMenu(self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if tab == FACTS:
            self._fill_facts(menu)
        elif tab != EVIDENCE:
            self._positions = self._chosen(tab)
            self._fill_pages(menu)
        if menu.actions():
            menu.popup(where)

    def _chosen(self, tab: int) -> tuple[int, ...]:
        if tab == DOCUMENTS:
            row = self._panel.documents.current_row()
            return row.positions if row else ()
        cell = self._panel.grid.current_row()
        return (cell.at,) if cell else ()

    def _fill_facts(self, menu: QMenu) -> None:
        line = self._panel.facts.current_row()
        if line is None or not self._desk.may_change:
            return
        self._entry(menu, "fact.type", "填写　F2")
        self._entry(menu, "fact.draw", "在页面上框选")
        if line.fact.text:
            self._entry(menu, "fact.none", "卷内没有这一项")

    def _fill_pages(self, menu: QMenu) -> None:
        index = self._desk.index
        if index is None or not self._positions:
            return
        if self._desk.may_change:
            self._entry(menu, "type", "指定文书类型…")
            self._entry(menu, "none", "不属于任何文书")
            menu.addSeparator()
        signed = self._desk.is_case_signed
        self._entry(menu, "folio", "设定卷内页号…", enabled=not signed)
        if len(_file_at(index, self._positions[0])) == 1:
            menu.addSeparator()
            self._entry(menu, "cut", "从这一页起分成另一卷…", enabled=not signed)
            self._entry(menu, "move", "把文件移到另一卷…", enabled=not signed)
        if signed:
            self._entry(menu, "", "已有签定的评查，文件和卷内页号不能再改", enabled=False)

    def _entry(self, menu: QMenu, name: str, text: str, *, enabled: bool = True) -> None:
        action = QAction(text, menu)
        action.setEnabled(enabled)
        action.setData(name)
        action.triggered.connect(self._on_entry)
        menu.addAction(action)

    def _on_entry(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        name = action.data()
        if name.startswith("fact."):
            self._on_fact(name)
        elif name == "none":
            self._assign("")
        elif name == "move":
            self._desk.start(self._list_cases).succeeded.connect(self._on_cases)
        else:
            self._open(_WISHES[name])

    def _on_fact(self, name: str) -> None:
        line = self._panel.facts.current_row()
        if line is None:
            return
        if name == "fact.type":
            self._panel.facts.edit_current()
        elif name == "fact.draw":
            self._marking.draw_fact(line.fact)
        else:
            self._commands.correct_fact(line.fact, None)

    def _list_cases(self, _progress: Progress) -> tuple[CaseRow, ...]:
        return self._desk.workspace.cases.rows()

    def _on_cases(self, rows: tuple[CaseRow, ...]) -> None:
        others = tuple((str(r.id), r.title) for r in rows if r.id != self._desk.case_id)
        if others:
            self._open(Wish.MOVE, others)
        else:
            self._desk.failed.emit("没有别的案卷可移。", "先导入或新建另一卷。")

    def _open(self, wish: Wish, choices: tuple[tuple[str, str], ...] = ()) -> None:
        index = self._desk.index
        if index is None or not self._positions:
            return
        chosen = ""
        if wish is Wish.TYPE:
            names = index.view.type_names
            choices = tuple((code, f"{names[code]}　{code}") for code in sorted(names))
            document = index.document_at(self._positions[0])
            chosen = document.type if document else ""
        first, last = index.name(self._positions[0]), index.name(self._positions[-1])
        self._panel.form.open(wish, first, last, choices, chosen)

    def _on_answered(self, answer: RangeAnswer) -> None:
        index = self._desk.index
        if index is None:
            return
        if answer.wish is not Wish.MOVE:
            first, last = index.typed(answer.first), index.typed(answer.last)
            last = first if answer.wish is Wish.CUT else last
            if first < 0 or last < first:
                self._desk.failed.emit("页码范围不对。", "起始页和截止页须是卷内的页，先小后大。")
                return
            self._positions = tuple(range(first, last + 1))
        if answer.wish is Wish.TYPE:
            self._assign(answer.choice)
        elif answer.wish is Wish.FOLIO:
            self._number(index, answer.text)
        else:
            self._rearrange(index, answer)

    def _assign(self, code: str) -> None:
        index = self._desk.index
        if index is not None:
            refs = tuple(dict.fromkeys(index.pages[i].ref for i in self._positions))
            self._commands.assign_type(refs, code)

    def _number(self, index: CaseIndex, text: str) -> None:
        if text and not text.isdigit():
            self._desk.failed.emit("卷内页号须是数字。", "写首页的页号，其余各页依次顺延。")
            return
        refs = dict.fromkeys(index.pages[i].ref for i in self._positions)
        first = int(text) if text else 0
        folios = {ref: str(first + at) if text else "" for at, ref in enumerate(refs)}
        cases, case_id = self._desk.workspace.cases, self._desk.case_id
        self._desk.arrange(lambda: cases.set_folios(case_id, folios), "已设定卷内页号")

    def _rearrange(self, index: CaseIndex, answer: RangeAnswer) -> None:
        files = _file_at(index, self._positions[0])
        if not files:
            return
        file, cases = files[0], self._desk.workspace.cases
        page = index.pages[self._positions[0]].ref.page
        if answer.wish is Wish.MOVE:
            self._desk.arrange(
                lambda: cases.move_file(file.id, UUID(answer.choice)), "文件已移到另一卷"
            )
        elif answer.text:
            self._desk.arrange(
                lambda: cases.cut_file(file.id, page, answer.text), f"已切成另一卷《{answer.text}》"
            )
        else:
            self._desk.failed.emit("没有写新案卷的名称。", "写上案号或名称，再点“确定”。")


def _file_at(index: CaseIndex, at: int) -> list[CaseFile]:
    ref = index.pages[at].ref
    files = index.view.case.files
    return [file for file in files if file.sha256 == ref.file and file.holds(ref.page)]
