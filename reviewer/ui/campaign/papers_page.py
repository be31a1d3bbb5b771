"""The documents of a campaign: which ones, in which form, where to, and how far it is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout

from reviewer.ui.parts import button, label, row
from reviewer.ui.theme import Tokens
from reviewer.ui.writing_page import WritingPage
from reviewer.workspace.campaigns.papers import PaperKind, PaperOffer

_FORMS = ((".docx", "Word"), (".pdf", "PDF"))
_WIDEST = 860
_COLUMNS = 2


class PapersPage(WritingPage):
    """What to write of a campaign."""

    wanted = Signal(object, object, Path)  # frozenset of kinds, tuple of endings, folder

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.boxes = {kind: QCheckBox(kind.value) for kind in PaperKind}
        self._counts = {kind: label("", "second") for kind in PaperKind}
        self._possible: frozenset[PaperKind] = frozenset()
        self.forms = {form: QCheckBox(name) for form, name in _FORMS}
        self.forms[".docx"].setChecked(True)
        self._all = button("全选", "link", lambda: self._choose(every=True))
        self._none = button("全不选", "link", lambda: self._choose(every=False))
        forms = row(label("文件格式", "second"), *self.forms.values(), 1, self._all, self._none)
        self._lay_out(tokens, "导出活动文书", _WIDEST, self._make_kinds(tokens), forms)

    def _make_kinds(self, tokens: Tokens) -> QGridLayout:
        kinds = QGridLayout()
        kinds.setVerticalSpacing(tokens.gap)
        kinds.setHorizontalSpacing(tokens.inset)
        half = -(-len(self.boxes) // _COLUMNS)
        for at, (kind, box) in enumerate(self.boxes.items()):
            kinds.addWidget(box, at % half, 2 * (at // half))
            kinds.addWidget(self._counts[kind], at % half, 2 * (at // half) + 1)
        for at in range(_COLUMNS):
            kinds.setColumnStretch(2 * at + 1, 1)
        return kinds

    def begin(self) -> None:
        """Put the keyboard on the first document that can be written."""
        for kind, box in self.boxes.items():
            if kind in self._possible:
                box.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_offers(self, campaign: str, offers: Sequence[PaperOffer]) -> None:
        """Show what can be written; what newly can be is chosen."""
        possible = frozenset(one.kind for one in offers if one.count)
        for one in offers:
            box = self.boxes[one.kind]
            said = f"{one.count} 份" if one.count else one.why_not
            self._counts[one.kind].setText(said)
            box.setAccessibleDescription(said)
            box.setEnabled(bool(one.count))
            if not one.count or one.kind not in self._possible:
                box.setChecked(bool(one.count))
        self._possible = possible
        drafts = "尚有待定事项的文书每页标“草稿”。"
        self._what.setText(
            f"{campaign}　按活动记录写出，一卷、一单位一份的放在同名文件夹中。{drafts}"
        )
        if self.stop.isHidden():
            self._said.setText("")
            self._open.hide()

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Show how far the writing is, with the count."""
        super().show_progress(done, total, f"{what}　{done}/{total}" if total else what)

    def _choose(self, *, every: bool) -> None:
        for kind in self._possible:
            self.boxes[kind].setChecked(every)

    def _on_go(self) -> None:
        kinds = frozenset(kind for kind in self._possible if self.boxes[kind].isChecked())
        forms = tuple(form for form, box in self.forms.items() if box.isChecked())
        if kinds and forms and self.folder:
            self.wanted.emit(kinds, forms, self._start())
            return
        missing = "要导出的文书" if not kinds else "文件格式" if not forms else "存放文件夹"
        self._refuse(f"先选择{missing}。")
