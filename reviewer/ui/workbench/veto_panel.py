"""All vetoes with their state, hint and page, and the chosen one with reason and evidence."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reviewer.model import Place, Verdict, Veto, VetoChoice
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.controls import Elided, FlatButton, Rule, ground, label
from reviewer.ui.workbench.item_lines import chips
from reviewer.ui.workbench.item_rows import open_hints, proposals_of, unsure_about
from reviewer.ui.workbench.lists import PlainList, RowDelegate
from reviewer.ui.workbench.page_chips import ChipRow, FolioField
from reviewer.ui.workbench.paint import (
    colour,
    draw_icon,
    draw_octagon,
    draw_tag,
    draw_text,
    font,
    hairline,
    tag_width,
)
from reviewer.ui.workbench.words import GAP, VETO_WORDS, cited
from reviewer.workspace.views import ReviewView

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class VetoRow:
    """One veto."""

    id: str
    title: str
    choice: VetoChoice
    verdict: Verdict | None
    page: str

    @property
    def spoken(self) -> str:
        """Return the row for screen readers."""
        return f"{self.id} {self.title}，{VETO_WORDS[self.choice]}"

    @property
    def tip(self) -> str:
        """Return the tooltip."""
        return self.title


class VetoPanel(QWidget):
    """The vetoes in place of the items, until closed."""

    closed = Signal()
    veto_wanted = Signal(str)
    decided = Signal(str, object, str)  # veto, VetoChoice, reason
    exclude_wanted = Signal()  # of all that are open without a hint
    place_wanted = Signal(object)
    place_removed = Signal(str, object)  # veto, Place
    folio_typed = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self._tokens = tokens
        self._view: ReviewView | None = None
        self._index: CaseIndex | None = None
        self._veto: Veto | None = None
        self._chips = ChipRow(tokens, ())
        self.list: PlainList[VetoRow] = PlainList(tokens, "一票否决项")
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.chosen.connect(self._on_chosen)
        self._rest = QPushButton("其余均排除")
        self._rest.setToolTip("把机器没有提出疑似、还待定的各项一次排除")
        look(self._rest, "small")
        self._rest.clicked.connect(self.exclude_wanted)
        back = FlatButton(tokens, "返回评查项", "chevron-left", "返回评查项 F7")
        back.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(tokens.gap, tokens.unit, tokens.inset, tokens.unit)
        head.addWidget(back)
        head.addStretch(1)
        head.addWidget(self._rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(Rule(tokens))
        column.addWidget(self._make_form(tokens))

    @property
    def veto(self) -> str:
        """Return the id of the chosen veto; empty before one was chosen."""
        return self._veto.id if self._veto else ""

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours."""
        self._tokens = tokens

    def show_review(self, view: ReviewView, index: CaseIndex) -> None:
        """Show the vetoes of a review."""
        self._view, self._index = view, index
        rows = []
        for veto in view.standard.vetoes:
            mark = view.marks.of_veto(veto.id)
            hints = open_hints(view, veto.id)
            places = mark.places or tuple(p for hint in hints for p in hint.evidence)
            page = next(iter(index.labels(places)), "")
            verdict = None
            if mark.choice is VetoChoice.OPEN and hints:
                verdict = hints[0].verdict
            elif mark.choice is VetoChoice.OPEN and unsure_about(index, veto):
                verdict = Verdict.CANNOT_TELL
            rows.append(VetoRow(veto.id, veto.short, mark.choice, verdict, page))
        self.list.show_rows(rows)
        self._rest.setVisible(bool(self._plain()) and not view.review.is_signed)
        if self._veto is None and rows:
            self.show_veto(rows[0].id)
        elif self._veto is not None:
            self.show_veto(self._veto.id)

    def show_veto(self, veto_id: str) -> None:
        """Show one veto."""
        view = self._view
        veto = next((v for v in view.standard.vetoes if v.id == veto_id), None) if view else None
        if view is None or veto is None or self._index is None:
            return
        fresh = self._veto is None or self._veto.id != veto_id
        self._veto = veto
        self.list.set_current(self.list.row_of(lambda row: row.id == veto_id))
        mark = view.marks.of_veto(veto_id)
        self._title.set_whole(f"{veto.id}　{veto.short}　{VETO_WORDS[mark.choice]}")
        self._text.setText(veto.text)
        self._basis.set_whole(f"{veto.type.value} 型{GAP}依据 " + cited(veto.basis))
        hints = [p.message for p in proposals_of(view, veto_id) if p.message]
        hints += [f"无法判断：{one.message}" for one in unsure_about(self._index, veto)]
        self._hint.setText("\n".join(hints) or "机器未发现问题，仍须人工评查")
        if fresh or not self._reason.hasFocus():
            self._reason.setText(mark.reason)
        self._show_chips(mark.places)
        locked, paper = view.review.is_signed, self._index.view.case.paper
        for widget in (self._hit, self._exclude, self._reason):
            widget.setEnabled(not locked)
        self._folio.setVisible(paper and not locked)
        self._how.setVisible(not paper and not locked)

    def ask(self, veto_id: str, *, page: bool) -> None:
        """Put the cursor where a hit still lacks something: its page, else its reason."""
        self.show_veto(veto_id)
        typed = page and not self._folio.isHidden()
        (self._folio if typed else self._reason).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_form(self, tokens: Tokens) -> QWidget:
        form = QWidget()
        ground(form, "raised")
        self._title = Elided("", "title")
        self._text, self._hint = label(""), label("", "caption")
        self._basis = Elided("", "caption")
        self._text.setWordWrap(True)
        self._hint.setWordWrap(True)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText("命中须写明理由，并附证据所在页；排除可不写")
        self._reason.setAccessibleName("理由")
        self._reason.editingFinished.connect(self._on_reason)
        self._exclude, self._hit = QPushButton("排除"), QPushButton("命中")
        look(self._hit, "danger")
        self._exclude.clicked.connect(self._on_exclude)
        self._hit.clicked.connect(self._on_hit)
        column = QVBoxLayout(form)
        column.setContentsMargins(tokens.inset, tokens.gap, tokens.inset, tokens.gap)
        column.setSpacing(tokens.gap)
        for widget in (self._title, self._text, self._basis, self._hint):
            column.addWidget(widget)
        self._chip_line = QHBoxLayout()
        self._chip_line.addWidget(label("证据", "caption"))
        self._chip_line.addWidget(self._chips)
        self._how = label("在页面上拖框 B，或选中文字后按 E", "caption")
        self._folio = FolioField()
        self._folio.typed.connect(self.folio_typed)
        self._chip_line.addWidget(self._how)
        self._chip_line.addWidget(self._folio, 4)
        self._chip_line.addStretch(1)
        column.addLayout(self._chip_line)
        foot = QHBoxLayout()
        foot.addWidget(self._reason, 1)
        foot.addWidget(self._exclude)
        foot.addWidget(self._hit)
        column.addLayout(foot)
        return form

    def _show_chips(self, places: tuple[Place, ...]) -> None:
        if self._index is None:
            return
        old, self._chips = self._chips, ChipRow(self._tokens, chips(self._index, places))
        self._chips.place_wanted.connect(self.place_wanted)
        self._chips.place_removed.connect(self._on_place_removed)
        self._chip_line.replaceWidget(old, self._chips)
        old.deleteLater()

    def _plain(self) -> tuple[Veto, ...]:
        view = self._view
        if view is None:
            return ()
        return tuple(
            v
            for v in view.standard.vetoes
            if view.marks.of_veto(v.id).choice is VetoChoice.OPEN and not open_hints(view, v.id)
        )

    def _on_chosen(self, at: int) -> None:
        self.show_veto(self.list.rows.rows[at].id)
        self.veto_wanted.emit(self.veto)

    def _on_exclude(self) -> None:
        self.decided.emit(self.veto, VetoChoice.EXCLUDED, self._reason.text().strip())

    def _on_hit(self) -> None:
        self.decided.emit(self.veto, VetoChoice.HIT, self._reason.text().strip())

    def _on_place_removed(self, place: Place) -> None:
        self.place_removed.emit(self.veto, place)

    def _on_reason(self) -> None:
        view = self._view
        if view is None or self._veto is None:
            return
        mark = view.marks.of_veto(self.veto)
        said = self._reason.text().strip()
        if said != mark.reason:
            self.decided.emit(self.veto, mark.choice, said)


class _Delegate(RowDelegate):
    """Paints one veto."""

    def paint_row(self, painter: QPainter, area: QRect, row: VetoRow, *, current: bool) -> None:
        t = self.view.tokens
        hairline(painter, area, colour(t, "line"), Qt.Edge.BottomEdge)
        middle = area.center().y() + 0.5
        left, size = area.left() + t.block, t.icon
        if row.choice is VetoChoice.HIT:
            draw_octagon(painter, QRectF(left, middle - size / 2, size, size), t)
        else:
            name = "check" if row.choice is VetoChoice.EXCLUDED else "octagon"
            draw_icon(painter, left, middle, name, colour(t, "ink2"), size)
        words = QRectF(area).adjusted(t.block + size + t.gap, 0, -t.inset, 0)
        draw_text(painter, words, row.id, font(t, "body", current), colour(t, "ink2"))
        hit = row.choice is VetoChoice.HIT
        state = colour(t, "red" if hit else "ink2")
        draw_text(painter, words, VETO_WORDS[row.choice], font(t, "caption", hit), state, _RIGHT)
        page = words.adjusted(0, 0, -round(48 * t.scale), 0)
        draw_text(painter, page, row.page, font(t, "caption"), colour(t, "blue"), _RIGHT)
        right = page.right() - round(40 * t.scale)
        if row.verdict is not None:
            width, tall = tag_width(t, row.verdict), t.control_small - 2
            tag = QRectF(right - width, middle - tall / 2, width, tall)
            draw_tag(painter, tag, row.verdict, t)
            right -= width + t.gap
        start = words.left() + round(40 * t.scale)
        title = QRectF(start, area.top(), right - start, area.height())
        draw_text(painter, title, row.title, font(t, "body", current), colour(t, "ink"), elide=True)
