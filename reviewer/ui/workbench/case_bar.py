"""The bar over the workbench: which case, under which standard, and the score."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.controls import Elided, FlatButton, ground
from reviewer.ui.workbench.paint import text_width
from reviewer.ui.workbench.score_strip import ScoreStrip
from reviewer.ui.workbench.words import GAP, PROCEDURE_WORDS
from reviewer.workspace.views import ReviewView


class CaseBar(QWidget):
    """案号, party, cause, procedure, pages; the score at the right."""

    explain_wanted = Signal()
    review_wanted = Signal()
    timeline_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self._tokens = tokens
        self._index: CaseIndex | None = None
        self._review: ReviewView | None = None
        self._narrow = False
        self._title = Elided("", "title")
        self._caption = Elided("", "caption")
        self.score = ScoreStrip(tokens)
        self.score.clicked.connect(self.explain_wanted)
        self.score.hide()
        self._review_view = FlatButton(tokens, "评查", "list", "评查 Alt+1")
        self._timeline_view = FlatButton(tokens, "时间线", "clock", "时间线 Alt+2")
        self._views = QHBoxLayout()
        for view, wanted in (
            (self._review_view, self.review_wanted),
            (self._timeline_view, self.timeline_wanted),
        ):
            view.setCheckable(True)
            view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            view.clicked.connect(wanted)
            self._views.addWidget(view)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addStretch(1)
        self._words.addWidget(self._title)
        self._words.addWidget(self._caption)
        self._words.addStretch(1)
        for widget in (self._title, self._caption):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._words, 1)
        row.addLayout(self._views)
        row.addWidget(self.score)
        self.show_view(timeline=False)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new sizes."""
        self._tokens = tokens
        self.setFixedHeight(tokens.case_bar)
        self._words.setContentsMargins(tokens.inset, 0, tokens.gap, 0)
        self._views.setContentsMargins(0, 0, tokens.inset, 0)
        self._views.setSpacing(tokens.unit)

    def show_view(self, *, timeline: bool) -> None:
        """Mark the view that is shown."""
        self._review_view.setChecked(not timeline)
        self._timeline_view.setChecked(timeline)

    def set_narrow(self, narrow: bool) -> None:
        """Shorten party and cause where there is little room."""
        self._narrow = narrow
        self._say()

    def show_case(self, index: CaseIndex) -> None:
        """Show which case it is."""
        self._index = index
        self._say()

    def show_review(self, view: ReviewView) -> None:
        """Show the score."""
        self._review = view
        self.score.setVisible(True)
        self.score.show_review(view)
        self._say()

    def _say(self) -> None:
        if self._index is None:
            return
        case = self._index.view.case
        procedure = PROCEDURE_WORDS[self._index.view.reading.procedure]
        pages = "纸质案卷" if case.paper else f"{len(self._index.pages)} 页"
        self._title.set_whole(case.case_no or case.title)
        party, cause = case.party, case.cause.removeprefix(case.party)
        parts = [_shortened(party), _shortened(cause)] if self._narrow else [party, cause]
        facts = [*parts, procedure, pages]
        if self._review is not None and not self._narrow:
            facts.append(f"{self._review.review.round.value} {self._review.person}")
        self._caption.set_whole(GAP.join(fact for fact in facts if fact))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give up the icons of the views before the case number would be cut."""
        t = self._tokens
        views = (self._review_view, self._timeline_view)
        score = self.score.width() if self.score.isVisibleTo(self) else 0
        words = text_width(t, self._title.accessibleName(), "title", bold=True)
        buttons = sum(text_width(t, view.text()) + t.icon + 4 * t.gap for view in views)
        room = self.width() - score - words - buttons - 3 * t.inset
        for view in views:
            view.show_icon(room > 0)


def _shortened(name: str) -> str:
    for ending in ("股份有限公司", "有限责任公司", "有限公司"):
        name = name.removesuffix(ending)
    return name if len(name) <= 10 else name[:10] + "…"
