"""Sign-off (签定): what is still open, each a link; the closing texts; the button.

The confirmation is a line in its place, naming the case: signing cannot be undone.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.bonus_form import BonusForm
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.controls import ground, label
from reviewer.ui.workbench.words import points_text
from reviewer.workspace.views import ReviewView, SignOff

_MOST = 60
_JOINER = "\u2060"
_TEXTS = (("merits", "优点"), ("problems", "主要问题"), ("suggestions", "建议"))
_NAMES = (("second", "第二评查人"), ("leader", "组长"))


class SignOffPage(QWidget):
    """Shows what stands in the way of signing, and signs."""

    item_wanted = Signal(str)
    veto_wanted = Signal(str)
    page_wanted = Signal(int)
    text_changed = Signal(str, str)
    sign_wanted = Signal()
    export_wanted = Signal()
    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "ground")
        self._tokens = tokens
        self._name = ""
        self._title = label("", "page_title")
        self._sum = label("", "second")
        self.bonuses = BonusForm(tokens)
        self._sections = {name: _link_label() for name in _SECTIONS}
        for links in self._sections.values():
            links.linkActivated.connect(self._on_link)
        self._fields: dict[str, QPlainTextEdit | QLineEdit] = {}
        body = QWidget()
        ground(body, "ground")
        columns = QHBoxLayout(body)
        columns.setContentsMargins(tokens.margin, tokens.margin, tokens.margin, tokens.margin)
        columns.setSpacing(tokens.margin)
        left = QVBoxLayout()
        left.setSpacing(tokens.margin)
        left.addWidget(self._make_open())
        left.addWidget(self.bonuses)
        left.addStretch(1)
        columns.addLayout(left, 1)
        columns.addWidget(self._make_texts(), 1, Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(self._make_foot())

    def show_sign_off(self, sign_off: SignOff, view: ReviewView, index: CaseIndex) -> None:
        """Show how far the review is."""
        case = index.view.case
        self._name = case.case_no or case.title
        self._title.setText(f"签定　{self._name}")
        word = "总分" if view.score.complete else "暂计"
        standard = f"{view.standard.name} {view.standard.version}"
        self._sum.setText(f"{word} {points_text(view.score.total)}　{view.score.grade}　{standard}")
        short = {item.id: item.short for item in view.standard.items}
        short |= {veto.id: veto.short for veto in view.standard.vetoes}
        titles = {p.item: f"{p.item} {p.title}" for p in sign_off.open_proposals}
        self._say("pending", _links("item", ((i, f"{i} {short[i]}") for i in sign_off.pending)))
        self._say("vetoes", _links("veto", ((v, f"{v} {short[v]}") for v in sign_off.open_vetoes)))
        self._say("proposals", _links("item", titles.items()))
        unseen = sorted(i for ref, sheet in sign_off.unseen if (i := index.find(ref, sheet)) >= 0)
        runs = [(str(run[0]), _pages(index, run)) for run in _runs(unseen, index)]
        self._say("unseen", _links("page", runs))
        reasons = ((i, f"{i} {short.get(i, '')}") for i in sign_off.missing_reasons)
        self._say("reasons", _links("item", reasons))
        signed = view.review.is_signed
        self._sign.setEnabled(sign_off.may_sign and not signed)
        why = "本次评查已签定，改动须另开一轮评查。" if signed else sign_off.why_not
        self._why.setText(why or "各项均已评定，可以签定。")
        self._ask(False)
        self._show_texts(view, signed)
        self.bonuses.show_review(view)

    def _make_open(self) -> QWidget:
        card = QFrame()
        look(card, "card")
        grid = QGridLayout(card)
        inset = self._tokens.inset
        grid.setContentsMargins(inset, inset, inset, inset)
        grid.setVerticalSpacing(self._tokens.block)
        grid.setHorizontalSpacing(inset)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._title, 0, 0, 1, 2)
        grid.addWidget(self._sum, 1, 0, 1, 2)
        for row, (name, head) in enumerate(_SECTIONS.items(), 2):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label(head, "second"), row, 0, top)
            grid.addWidget(self._sections[name], row, 1)
        return card

    def _make_texts(self) -> QWidget:
        card = QFrame()
        look(card, "card")
        column = QVBoxLayout(card)
        inset = self._tokens.inset
        column.setContentsMargins(inset, inset, inset, inset)
        column.setSpacing(self._tokens.unit)
        for name, head in _TEXTS:
            field = QPlainTextEdit()
            field.setTabChangesFocus(True)
            field.setFixedHeight(4 * self._tokens.row)
            field.setPlaceholderText(_HINTS[name])
            self._add_field(column, name, head, field)
        for name, head in _NAMES:
            self._add_field(column, name, head, QLineEdit())
        return card

    def _add_field(
        self, column: QVBoxLayout, name: str, head: str, field: QPlainTextEdit | QLineEdit
    ) -> None:
        field.setAccessibleName(head)
        field.setProperty("text", name)
        column.addWidget(label(head, "strong"))
        column.addWidget(field)
        column.addSpacing(self._tokens.gap)
        self._fields[name] = field

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        ground(foot, "panel")
        self._why = label("")
        self._why.setWordWrap(True)
        self._sign, self._sure = QPushButton("签定"), QPushButton("签定")
        self._export, self._back = QPushButton("导出文书…"), QPushButton("返回评查")
        look(self._sign, "primary")
        look(self._sure, "danger")
        self._no = QPushButton("返回")
        self._sign.clicked.connect(self._on_sign)
        self._sure.clicked.connect(self._on_sure)
        self._no.clicked.connect(self._on_no)
        self._back.clicked.connect(self._on_back)
        self._export.clicked.connect(self._on_export)
        row = QHBoxLayout(foot)
        t = self._tokens
        row.setContentsMargins(t.margin, t.gap, t.margin, t.gap)
        row.setSpacing(t.gap)
        row.addWidget(self._why, 1)
        for button in (self._sure, self._no, self._sign, self._export, self._back):
            row.addWidget(button)
        return foot

    def keep_texts(self) -> None:
        """Say what was written, before the page is left."""
        for name, field in self._fields.items():
            said = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
            self.text_changed.emit(name, said.strip())

    def _show_texts(self, view: ReviewView, signed: bool) -> None:
        for name, field in self._fields.items():
            said = view.texts.get(name, "")
            if isinstance(field, QPlainTextEdit):
                if not field.hasFocus() and field.toPlainText() != said:
                    field.setPlainText(said)
            elif not field.hasFocus():
                field.setText(said)
            field.setEnabled(not signed)

    def _say(self, name: str, links: str) -> None:
        self._sections[name].setText(links or "无")

    def _ask(self, asking: bool) -> None:
        for button in (self._sure, self._no):
            button.setVisible(asking)
        for button in (self._sign, self._export, self._back):
            button.setVisible(not asking)
        if asking:
            self._why.setText(f"签定后 {self._name} 不能再改，改动须经复评。")

    def _on_link(self, target: str) -> None:
        kind, _, value = target.partition(":")
        if kind == "page":
            self.page_wanted.emit(int(value))
        elif kind == "veto":
            self.veto_wanted.emit(value)
        else:
            self.item_wanted.emit(value)

    def _on_sign(self) -> None:
        self.keep_texts()
        self._ask(True)
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sure(self) -> None:
        self.sign_wanted.emit()

    def _on_no(self) -> None:
        self._ask(False)
        self._why.setText("各项均已评定，可以签定。")

    def _on_back(self) -> None:
        self.keep_texts()
        self.closed.emit()

    def _on_export(self) -> None:
        self.keep_texts()
        self.export_wanted.emit()


def _link_label() -> QLabel:
    links = label("")
    links.setWordWrap(True)
    links.setTextFormat(Qt.TextFormat.RichText)
    links.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse
        | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    return links


def _links(kind: str, entries: Iterable[tuple[str, str]]) -> str:
    """Return links as rich text, which wraps by itself."""
    found = list(entries)
    # Word joiners keep a link on one line; only the space between two links may break.
    parts = []
    for value, text in found[:_MOST]:
        whole = _JOINER.join(text).replace(" ", "&nbsp;")
        parts.append(f'<a href="{kind}:{value}" style="text-decoration: none">{whole}</a>')
    if len(found) > _MOST:
        parts.append(f"等&nbsp;{len(found)}&nbsp;处")
    return "&nbsp;&nbsp;&nbsp; ".join(parts)


def _pages(index: CaseIndex, run: list[int]) -> str:
    """Return what the link to a stretch of pages says."""
    span = index.span(run)
    return f"{span}（无卷内页号）" if index.is_counted(run[0]) else f"{span} 页"


def _runs(positions: list[int], index: CaseIndex) -> list[list[int]]:
    """Return positions as stretches that follow each other, all with 卷内页号 or all without."""
    found: list[list[int]] = []
    for at in positions:
        last = found[-1][-1] if found else -2
        if at == last + 1 and index.is_counted(at) == index.is_counted(last):
            found[-1].append(at)
        else:
            found.append([at])
    return found


_SECTIONS = {
    "pending": "待定的评查项",
    "vetoes": "待定的一票否决项",
    "proposals": "未处理的机器提示",
    "unseen": "未阅的页",
    "reasons": "缺理由",
}
_HINTS = {
    "merits": "本卷做得好的地方，写入评查意见书",
    "problems": "留空时由各扣分项的理由汇总",
    "suggestions": "请被评查单位怎样改",
}
