"""The page 评查包: task packages to reviewers, results back, and packages read in."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from reviewer.ui.campaign.grid import Grid, GridRow, Head
from reviewer.ui.campaign.sections import section
from reviewer.ui.dialogs import ask_folder, nearest_folder
from reviewer.ui.parts import button, column, dress, label, row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.handing import HandingView, Recipient

_KINDS = "评查包 (*.zip)"
_HEADS = (
    Head("评查人", 1),
    Head("单位", 2),
    Head("组", 1),
    Head("分到案卷", right=True),
    Head("缺电子卷", right=True),
    Head("说明", 1),
)


class PackagePage(QWidget):
    """What goes out from this desktop, and what comes in."""

    tasks_asked = Signal(tuple, Path)  # UUIDs of reviewers, folder
    result_asked = Signal(Path)
    open_asked = Signal(Path)
    groups_asked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._recipients: tuple[Recipient, ...] = ()
        self._name = ""
        self._said = label("", "second", wraps=True)
        self._about = label("", "body", wraps=True)
        self._result_said = label("", "body", wraps=True)
        self.people = Grid(tokens, "评查人", _HEADS)
        self.one = button("写出所选人的任务包…", "normal", self._ask_one)
        self.all = button("写出全部任务包…", "primary", self.ask_tasks)
        self.groups = button("分组与回避", "normal", self.groups_asked.emit)
        self.result = button("写出成果包…", "normal", self.ask_result)
        self.open = button("打开评查包…", "normal", self.ask_open, "folder-open")
        self._build(tokens)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens) -> None:
        words = column(label("评查包", "page_title"), self._said, gap=2)
        top = row(words, self.open)
        top.setStretch(0, 1)
        foot = row(self._about, self.groups, self.one, self.all)
        foot.setStretch(0, 1)
        said = "每人一个文件，含分到的案卷原件和已识别的文字，不含他人的评查结果"
        tasks = section(tokens, "任务包：发给评查人", said, self.people, foot)
        back = row(self._result_said, self.result)
        back.setStretch(0, 1)
        said = "评查人评完后写出，交回组织单位的计算机打开"
        results = section(tokens, "成果包：交回组织单位", said, back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        layout.setSpacing(tokens.block)
        layout.addLayout(top)
        layout.addWidget(tasks, 1)
        layout.addWidget(results)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.people.set_tokens(tokens)
        dress(self, tokens)

    def begin(self) -> None:
        """Put the keyboard into the list of reviewers, or on opening while there is none."""
        target = self.people if self._recipients else self.open
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_handing(self, name: str, view: HandingView) -> None:
        """Show who could be given a package and what could be handed back."""
        self._name, self._recipients = name, view.recipients
        self._said.setText(f"{name}。任务包、成果包用 U 盘传递，打开时先看内容，再决定是否读入。")
        self.people.show_rows([_row(one) for one in view.recipients])
        some = self._with_cases()
        lacking = sum(one.without_file for one in view.recipients)
        if not some:
            self._about.setText("还没有给评查人分配案卷。")
        elif lacking:
            self._about.setText(f"有 {lacking} 卷次还没有电子卷，任务包中只有案卷信息。")
        else:
            self._about.setText(f"{len(some)} 人共 {sum(one.cases for one in some)} 卷次。")
        self.groups.setVisible(not some)
        self.one.setEnabled(bool(some))
        self.all.setEnabled(bool(some))
        self._show_result(view)

    def _show_result(self, view: HandingView) -> None:
        found = bool(view.reviews or view.records)
        self.result.setEnabled(found)
        if found:
            parts = [f"{view.reviews} 份评查"] if view.reviews else []
            parts += [f"{view.records} 条活动记录"] if view.records else []
            self._result_said.setText(f"本机有 {'、'.join(parts)}可以写出。")
        else:
            self._result_said.setText("本机还没有这个活动的评查，评查后再写出成果包。")

    def ask_tasks(self) -> None:
        """Ask for the folder of the packages of everybody who has cases."""
        self._ask_folder(tuple(one.person for one in self._with_cases()))

    def ask_result(self) -> None:
        """Ask where the result package goes."""
        start = str(nearest_folder() / f"成果包_{self._name}.zip")
        dialog = QFileDialog(self, "写出成果包", start, _KINDS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(self._on_result)
        dialog.open()

    def ask_open(self) -> None:
        """Ask which package is opened."""
        dialog = QFileDialog(self, "打开评查包", str(nearest_folder()), _KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_open)
        dialog.open()

    def _ask_one(self) -> None:
        key = self.people.current_key()
        if isinstance(key, UUID):
            self._ask_folder((key,))

    def _ask_folder(self, people: tuple[UUID, ...]) -> None:
        def chosen(name: str) -> None:
            self.tasks_asked.emit(people, Path(name))

        ask: Callable[[str], object] = chosen
        ask_folder(self, "任务包存放文件夹", ask)

    def _with_cases(self) -> tuple[Recipient, ...]:
        return tuple(one for one in self._recipients if one.cases)

    def _on_result(self, name: str) -> None:
        self.result_asked.emit(Path(name))

    def _on_open(self, name: str) -> None:
        self.open_asked.emit(Path(name))


def _row(one: Recipient) -> GridRow:
    lacking = str(one.without_file) if one.without_file else "—"
    said = "在本机评查" if one.sits_here else ""
    cells = (one.name, one.unit, one.group, str(one.cases or "—"), lacking, said)
    tone = "amber" if one.without_file else ""
    return GridRow(one.person, cells, ("", "", "", "", tone, "ink2"))
