"""The strip over the checklist that tells how the vetoes stand (一票否决).

Amber while one awaits a decision, red once one is hit, one grey line when all are excluded.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reviewer.model import Verdict, Veto, VetoChoice, VetoType
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import Elided, FlatButton, Tag, label
from reviewer.ui.workbench.item_rows import open_hints
from reviewer.ui.workbench.paint import colour, draw_icon, draw_octagon, hairline
from reviewer.ui.workbench.words import points_text
from reviewer.workspace.views import ReviewView


class VetoStrip(QWidget):
    """Shows the first veto that awaits a decision, with 排除 and 命中."""

    decided = Signal(str, object)  # veto, VetoChoice
    list_wanted = Signal()
    veto_wanted = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._state = VetoChoice.EXCLUDED
        self._veto = ""
        self._head = label("一票否决", "strong")
        self._title = Elided()
        self._tag = Tag(tokens, Verdict.HINT)
        self._rest = label("", "caption")
        self._exclude, self._hit = QPushButton("排除"), QPushButton("命中")
        for button in (self._exclude, self._hit):
            look(button, "small")
        self._exclude.clicked.connect(self._on_exclude)
        self._hit.clicked.connect(self._on_hit)
        self._more = FlatButton(tokens, "", "chevron-down", "打开全部一票否决项 F7")
        self._more.clicked.connect(self.list_wanted)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self._head)
        self.row.addWidget(self._title, 1)
        self.row.addWidget(self._tag)
        for widget in (self._rest, self._exclude, self._hit, self._more):
            self.row.addWidget(widget)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        self.setFixedHeight(tokens.bar)
        left = tokens.mark + tokens.gap + tokens.icon + tokens.gap
        self.row.setContentsMargins(left, 0, tokens.gap, 0)
        self.row.setSpacing(tokens.gap)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._yield()

    def _yield(self) -> None:
        """Leave out how many others there are where the name of the veto would not fit."""
        shown = [self._head, self._title, self._rest, self._exclude, self._hit, self._more]
        if not self._tag.isHidden():
            shown.append(self._tag)
        needed = sum(widget.sizeHint().width() + self.row.spacing() for widget in shown)
        margins = self.row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self._rest.setVisible(needed <= room and bool(self._rest.text()))

    def show_review(self, view: ReviewView) -> None:
        """Show how the vetoes of a review stand."""
        vetoes = view.standard.vetoes
        self.setVisible(bool(vetoes))
        hit = [v for v in vetoes if view.marks.of_veto(v.id).choice is VetoChoice.HIT]
        waiting = waiting_vetoes(view)
        if hit:
            self._show_hit(view, hit)
        elif waiting:
            self._show_waiting(view, waiting)
        else:
            self._show_quiet(f"{len(vetoes)} 项均已排除")
        locked = view.review.is_signed
        for button in (self._exclude, self._hit):
            button.setVisible(bool(waiting) and not hit and not locked)
        self._yield()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), self._tokens
        name = {VetoChoice.OPEN: "amber", VetoChoice.HIT: "red"}.get(self._state, "")
        painter.fillRect(self.rect(), colour(t, f"{name}_wash" if name else "panel"))
        hairline(painter, self.rect(), colour(t, "line"), Qt.Edge.BottomEdge)
        middle = self.height() / 2
        left = t.mark + t.gap
        if name:
            painter.fillRect(QRectF(0, 0, t.mark, self.height()), colour(t, name))
        if self._state is VetoChoice.HIT:
            size = t.icon
            draw_octagon(painter, QRectF(left, middle - size / 2, size, size), t)
        elif name:
            draw_icon(painter, left, middle, "octagon", colour(t, "red"), t.icon)
        else:
            draw_icon(painter, left, middle, "check", colour(t, "ink2"), t.icon)

    def _show_hit(self, view: ReviewView, hit: list[Veto]) -> None:
        self._state, self._veto = VetoChoice.HIT, hit[0].id
        look(self._head, "strong", tone="red")
        before = points_text(view.score.before_veto)
        names = "、".join(v.id for v in hit)
        binding = any(v.type is VetoType.A for v in hit)
        effect = f"否决前 {before} 分" if binding else "不得评优秀"
        self._title.set_whole(f"{names} {hit[0].short}，{effect}")
        self._tag.hide()
        self._rest.setText("")

    def _show_waiting(self, view: ReviewView, waiting: list[Veto]) -> None:
        first = waiting[0]
        self._state, self._veto = VetoChoice.OPEN, first.id
        look(self._head, "strong", tone="red")
        self._title.set_whole(f"{first.id} {first.short}")
        hints = open_hints(view, first.id)
        self._tag.setVisible(bool(hints))
        if hints:
            self._tag.show_verdict(hints[0].verdict)
        left, excluded = len(waiting) - 1, len(view.standard.vetoes) - len(waiting)
        rest = f"另 {left} 项待定" if left else f"另 {excluded} 项已排除"
        self._rest.setText(rest)

    def _show_quiet(self, text: str) -> None:
        self._state, self._veto = VetoChoice.EXCLUDED, ""
        look(self._head, "second", tone="")
        self._title.set_whole(text)
        self._tag.hide()
        self._rest.setText("")

    def _on_exclude(self) -> None:
        self.decided.emit(self._veto, VetoChoice.EXCLUDED)

    def _on_hit(self) -> None:
        self.decided.emit(self._veto, VetoChoice.HIT)


def waiting_vetoes(view: ReviewView) -> list[Veto]:
    """Return the vetoes that await a decision, those with a machine hint first."""
    found = [v for v in view.standard.vetoes if view.marks.of_veto(v.id).choice is VetoChoice.OPEN]
    return sorted(found, key=lambda veto: not open_hints(view, veto.id))
