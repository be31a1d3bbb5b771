"""One of the two reviews: who, the verdict on the item, reasons, pages, and the page itself."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from reviewer.model import Choice, Place
from reviewer.ui.meeting.evidence_page import EvidencePage
from reviewer.ui.parts import column, label, picture, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.case_index import CaseIndex, chip_text
from reviewer.ui.workbench.controls import Chip, ground
from reviewer.ui.workbench.page_marks import MarkKind
from reviewer.ui.workbench.page_panel import AbsenceStrip
from reviewer.ui.workbench.paint import colour, draw_disc, draw_octagon, draw_text, font
from reviewer.ui.workbench.words import cited, full_text, points_text
from reviewer.workspace.campaigns.meeting_views import Judged, MeetingItem
from reviewer.workspace.views import ReviewView

_LINES = 5
"""Lines of reasons before they scroll: the page keeps its place whatever item is open."""
_LEAST, _SHARE = 2, 0.22
"""Lines at least, and the share of the height that they take where it is low."""
_LOW = 260  # px at 字号 12
_MOST = 6
_WASH = {Choice.CONFORMS: "green", Choice.FAILS: "red", Choice.ABSENT: "grey"}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SidePanel(QWidget):
    """Shows one side; `page_wanted` asks for the picture of the chosen place."""

    page_wanted = Signal(int, int)  # position of the page in the case, width in device pixels

    def __init__(self, tokens: Tokens, word: str) -> None:
        super().__init__()
        self._tokens, self._word = tokens, word
        self._places: list[tuple[str, Place]] = []
        self._index: CaseIndex | None = None
        self._judged: Judged | None = None
        self._at = -1
        self._name = label("", "title")
        self._signed = label("", "caption")
        self._total = label("", "page_title")
        self._grade = label("", "strong")
        for one in (self._total, self._grade):
            one.setAlignment(_RIGHT)
        self.strip = VerdictStrip(tokens)
        self._reasons = label("", "body", wraps=True)
        self._basis = label("", "caption", wraps=True)
        self._chips = QHBoxLayout()
        self.page = EvidencePage(tokens)
        self.absence = AbsenceStrip(tokens)
        self._absence_ground = QWidget()
        self._build()
        self.page.picture_wanted.connect(self._on_picture)
        self.set_tokens(tokens)

    def _build(self) -> None:
        t = self._tokens
        ground(self, "panel")
        who = column(self._name, self._signed, gap=0)
        came = column(self._total, self._grade, gap=0)
        head = row(picture("user", "ink2", "icon_large"), who, 1, came, gap=t.block)
        head.setContentsMargins(t.inset, t.gap, t.inset, t.gap)
        inside = QWidget()
        look(inside, "clear")
        said = column(self._reasons, self._basis, 1, gap=t.unit)
        said.setContentsMargins(t.inset, t.gap, t.inset, t.unit)
        inside.setLayout(said)
        self._said = QScrollArea()
        self._said.setWidgetResizable(True)
        self._said.setFrameShape(QScrollArea.Shape.NoFrame)
        self._said.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._said.setWidget(inside)
        self._chips.setSpacing(t.unit)
        chips = row(self._chips, 1)
        chips.setContentsMargins(t.inset, 0, t.inset, t.gap)
        ground(self._absence_ground, "sunken")
        under = column(self.absence, gap=0)
        self._absence_ground.setLayout(under)
        self._chip_row = QWidget()
        self._chip_row.setLayout(chips)
        rows = (head, self.strip, self._said, self._chip_row, self.page, self._absence_ground)
        body = column(*rows, gap=0)
        body.setStretch(4, 1)
        self.setLayout(body)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        self._chip_row.setFixedHeight(tokens.control_small + tokens.gap)
        self._fit()
        for part in (self.strip, self.page, self.absence):
            part.set_tokens(tokens)
        for chip in self._shown_chips():
            chip.set_tokens(tokens)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the reasons fewer lines where the window is low."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = 1.5 * self._tokens.body
        lines = max(_LEAST, min(_LINES, int(self.height() * _SHARE / line)))
        self._said.setFixedHeight(round(lines * line))
        # Large type in a low window: the page needs the room of the second lines.
        low = self.height() < round(_LOW * self._tokens.scale)
        for part in (self._signed, self._grade, self._basis):
            part.setVisible(not low)

    @property
    def at(self) -> int:
        """Return the position of the page that is shown; −1 when none is."""
        return self._at

    def show_review(self, view: ReviewView, index: CaseIndex) -> None:
        """Show whose review it is and what it came to."""
        self._index = index
        signed = view.review.signed_at
        self._name.setText(f"评查人{self._word}　{view.person}")
        when = f"　{signed.astimezone():%m-%d %H:%M} 签定" if signed is not None else ""
        self._signed.setText(f"{view.review.round.value}{when}")
        self._total.setText(points_text(view.score.total))
        self._grade.setText(view.score.grade)

    def show_item(self, item: MeetingItem, judged: Judged) -> None:
        """Show how this side judged an item, with its first place."""
        self._judged = judged
        self.strip.show_verdict(judged, item.full, veto=item.full is None)
        self._reasons.setText("\n".join(judged.reasons) or "未记载理由。")
        self._basis.setText(f"依据：{cited(item.basis)}" if item.basis else "")
        self._fill_chips(judged.places)
        self.absence.show_absence("；".join(judged.absences))
        self._absence_ground.setVisible(bool(judged.absences))
        if self._places:
            self._show_place(0)
        else:
            self._at = -1
            nothing = "没有标出页面证据" if not judged.absences else "卷内未见，没有可以标出的页面"
            self.page.show_nothing(nothing)

    def _fill_chips(self, places: Sequence[Place]) -> None:
        for chip in self._shown_chips():
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        named: dict[str, Place] = {}
        for place in places:
            named.setdefault(self._chip_text(place), place)
        self._places = [(text, place) for text, place in named.items() if text][:_MOST]
        for text, _ in self._places:
            chip = Chip(self._tokens, text)
            chip.clicked.connect(self._on_chip)
            self._chips.addWidget(chip)

    def _shown_chips(self) -> list[Chip]:
        parts = (self._chips.itemAt(at).widget() for at in range(self._chips.count()))
        return [part for part in parts if isinstance(part, Chip)]

    def _chip_text(self, place: Place) -> str:
        if self._index is None or not (name := self._index.label(place)):
            return ""
        spots = self._index.spots(place)
        document = self._index.document_at(spots[0].index) if spots else None
        title = f" {self._index.view.title_of(document)}" if document is not None else ""
        return f"{chip_text(name)}{title}"

    def _show_place(self, at: int) -> None:
        assert self._index is not None
        assert self._judged is not None
        for i, chip in enumerate(self._shown_chips()):
            chip.set_shown(i == at)
        spots = self._index.spots(self._places[at][1])
        if not spots:
            self._at = -1
            self.page.show_nothing("只记了卷内页号，没有电子页面")
            return
        self._at = spots[0].index
        boxes = [
            spot.box
            for place in self._judged.places
            for spot in self._index.spots(place)
            if spot.index == self._at and spot.box is not None
        ]
        fails = self._judged.choice is Choice.FAILS
        self.page.show_page(boxes, MarkKind.COUNTED if fails else MarkKind.CONFORMS)

    def _on_picture(self, width: int) -> None:
        if self._at >= 0:
            self.page_wanted.emit(self._at, width)

    def _on_chip(self) -> None:
        sender = self.sender()
        shown = self._shown_chips()
        if isinstance(sender, Chip) and sender in shown:
            self._show_place(shown.index(sender))


class VerdictStrip(QWidget):
    """The verdict in its colour: disc, word, points of the full ones."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._judged: Judged | None = None
        self._points = ""
        self._veto = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours and sizes."""
        self._tokens = tokens
        self.setFixedHeight(tokens.bar)
        self.update()

    def show_verdict(self, judged: Judged, full: Decimal | None, *, veto: bool) -> None:
        """Show a verdict."""
        self._judged, self._veto = judged, veto
        self._points = "" if full is None else f"{points_text(judged.given)} / {full_text(full)}"
        self.setAccessibleName(f"{judged.word} {self._points}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._judged is None:
            return
        painter, t = QPainter(self), self._tokens
        tone = _WASH.get(self._judged.choice, "grey")
        area = QRectF(self.rect())
        painter.fillRect(area, colour(t, f"{tone}_wash"))
        painter.fillRect(QRectF(0, 0, t.mark, area.height()), colour(t, tone))
        size = float(t.icon_large)
        disc = QRectF(t.inset, area.center().y() - size / 2, size, size)
        if self._veto and self._judged.choice is Choice.FAILS:
            draw_octagon(painter, disc, t)
        else:
            draw_disc(painter, disc, self._judged.choice, t)
        words = area.adjusted(disc.right() + t.gap, 0, -t.inset, 0)
        strong, ink = font(t, "title", True), colour(t, tone)
        draw_text(painter, words, self._judged.word, strong, ink)
        draw_text(painter, words, self._points, strong, ink, _RIGHT)
