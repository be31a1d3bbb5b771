"""Documents, page and checklist side by side, with the widths that the window allows.

Widths that were dragged are kept; where the page would get too narrow the documents fold.
"""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QStackedWidget, QVBoxLayout, QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.checklist_panel import ChecklistPanel
from reviewer.ui.workbench.controls import ground
from reviewer.ui.workbench.documents_panel import DocumentsPanel
from reviewer.ui.workbench.explanation_panel import ExplanationPanel
from reviewer.ui.workbench.page_images import PageImages
from reviewer.ui.workbench.page_panel import PagePanel
from reviewer.ui.workbench.paint import colour
from reviewer.ui.workbench.start_panel import StartPanel

_PAPER, _WORDS = 440, 240
"""px at 字号 12 in a case without files: the facts, and the least for the words beside them."""
_LEAST_PAGE = 440
"""px: below it the documents fold by themselves."""
_WIDTHS = ((2200, 280, 941), (1800, 280, 680), (1450, 252, 600), (0, 242, 536))
"""From which width of the window, at 字号 12: documents and checklist."""


class Bench(QWidget):
    """The three panels."""

    right_moved = Signal(int)  # width of the checklist

    def __init__(self, images: PageImages, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.images = images
        self._chosen: dict[str, float] = {}
        self._hidden: bool | None = None
        self._paper = False
        self.documents = DocumentsPanel(images, tokens)
        self.page = PagePanel(images, tokens)
        self.checklist = ChecklistPanel(tokens)
        self.explanation = ExplanationPanel(tokens)
        self.start = StartPanel(tokens)
        self.waiting = QWidget()
        ground(self.waiting, "panel")
        self.right = QStackedWidget()
        for widget in (self.waiting, self.checklist, self.explanation, self.start):
            self.right.addWidget(widget)
        self._splitter = ThinSplitter(tokens)
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.page)
        self._lent = False
        for widget in (self.documents, self._middle, self.right):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._on_moved)
        self.explanation.closed.connect(self.show_checklist)
        self.start.closed.connect(self.show_checklist)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)

    @property
    def narrow(self) -> bool:
        """Return whether the window is one of the small ones."""
        return self.width() / self._tokens.scale < _WIDTHS[2][0]

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new sizes."""
        self._tokens = tokens
        self.arrange()

    @property
    def is_fresh(self) -> bool:
        """Return whether no review was shown yet."""
        return self.right.currentWidget() in (self.waiting, self.start)

    def show_checklist(self) -> None:
        """Put the checklist at the right, with the keyboard in its list."""
        self.right.setCurrentWidget(self.checklist)
        self.checklist.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_explanation(self) -> None:
        """Explain the score in place of the checklist, or go back."""
        if self.right.currentWidget() is self.explanation:
            self.show_checklist()
        else:
            self.right.setCurrentWidget(self.explanation)
            self.explanation.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_documents(self) -> None:
        """Hide or show the documents."""
        self._hidden = self.documents.isVisible()
        self.arrange()

    def set_paper(self, paper: bool) -> None:
        """Give the facts more room where there is no page to look at."""
        if paper != self._paper:
            self._paper = paper
            self.arrange()

    def lend_page(self) -> PagePanel:
        """Give the page panel away, to another window; the checklist takes its room."""
        self._lent = True
        self._middle.hide()
        self.arrange()
        return self.page

    def take_page_back(self) -> None:
        """Put the page panel into the middle again."""
        layout = self._middle.layout()
        if layout is not None:
            layout.addWidget(self.page)
        self._lent = False
        self._middle.show()
        # Only after the splitter has laid out what is shown again does it take sizes for it.
        QTimer.singleShot(0, self, self.arrange)

    def widths(self) -> dict[str, Any]:
        """Return what was dragged or hidden, as JSON."""
        return {**self._chosen, "hidden": self._hidden}

    def restore_widths(self, widths: dict[str, Any]) -> None:
        """Take what `widths` returned."""
        kept = {name: widths.get(name) for name in ("documents", "right")}
        self._chosen = {n: float(w) for n, w in kept.items() if isinstance(w, (int, float))}
        hidden = widths.get("hidden")
        self._hidden = hidden if isinstance(hidden, bool) else None
        self.arrange()

    def arrange(self) -> None:
        """Give every panel its width."""
        scale, width = self._tokens.scale, self.width()
        _, documents, right = next(row for row in _WIDTHS if width / scale >= row[0])
        documents = _PAPER if self._paper else documents
        documents = round(self._chosen.get("documents", documents) * scale)
        right = round(self._chosen.get("right", right) * scale)
        held = self._paper or self._lent
        folds = not held and width - documents - right < _LEAST_PAGE * scale
        if self._paper:
            # The words in the middle want room too.
            documents = max(min(documents, width - right - round(_WORDS * scale)), right // 2)
        hidden = folds if self._hidden is None else self._hidden
        self.documents.setVisible(not hidden)
        self.page.bar.set_narrow(self.narrow)
        left = 0 if hidden else documents
        if self._lent:
            self._splitter.setSizes([documents, 0, max(width - left - 1, right)])
            self.right_moved.emit(right)
            return
        self._splitter.setSizes([documents, max(width - left - right - 2, 100), right])
        self.right_moved.emit(right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _on_moved(self, _at: int, _handle: int) -> None:
        if self._lent:
            return
        sizes = self._splitter.sizes()
        scale = self._tokens.scale
        if self.documents.isVisible():
            self._chosen["documents"] = sizes[0] / scale
        self._chosen["right"] = sizes[2] / scale
        self.right_moved.emit(sizes[2])


class ThinSplitter(QSplitter):
    """Panels with a line of one pixel between them; Qt widens the grip to five by itself."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.tokens = tokens
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours."""
        self.tokens = tokens
        for at in range(1, self.count()):
            self.handle(at).update()

    def createHandle(self) -> QSplitterHandle:
        return ThinHandle(self)


class ThinHandle(QSplitterHandle):
    """The line."""

    def __init__(self, splitter: ThinSplitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._splitter = splitter

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.contentsRect(), colour(self._splitter.tokens, "line2"))
