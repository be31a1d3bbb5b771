"""The strip over a blind review's page: that masking is not complete, and lifting one page.

The reason is asked in the strip itself; what was lifted is said with it, and can be covered again.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import Elided, FlatButton
from reviewer.workspace.views import PageView

INCOMPLETE = "盲评：遮盖不保证完整，见到未遮盖的名称，请不要据以判断案卷来源"
_TOLD = (
    "遮盖的是读出的单位、执法人员、当事人名称和文书的抬头、落款。"
    "手写内容、照片和未识别的页没有遮盖。"
)
_UNREAD = "盲评：本页文字尚未识别，没有遮盖"


class BlindStrip(QFrame):
    """One line over the page."""

    lift_wanted = Signal(str)  # reason
    cover_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "notice", tone="blue")
        self._page: PageView | None = None
        self._note = ""
        self.words = Elided("", "caption")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("写明显示本页的理由，记入日志　Enter")
        self.reason.setAccessibleName("显示本页的理由")
        self.reason.returnPressed.connect(self._on_given)
        self.show_page_button = FlatButton(tokens, "本页显示…", "eye", "显示本页被遮盖的内容")
        self.give = FlatButton(tokens, "显示", "", "按所写理由显示本页")
        self.cancel = FlatButton(tokens, "取消", "", "不显示 Esc")
        self.again = FlatButton(tokens, "重新遮盖", "", "重新遮盖本页，显示的记录保留")
        self.show_page_button.clicked.connect(self.ask)
        self.give.clicked.connect(self._on_given)
        self.cancel.clicked.connect(self._on_cancelled)
        self.again.clicked.connect(self.cover_wanted)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.reason, 1)
        for button in (self.give, self.cancel, self.show_page_button, self.again):
            self._row.addWidget(button)
        self.set_tokens(tokens)
        self.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new sizes."""
        self._row.setContentsMargins(tokens.block, 0, tokens.gap, 0)
        self._row.setSpacing(tokens.gap)
        self.setFixedHeight(tokens.bar)

    @property
    def may_lift(self) -> bool:
        """Return whether the page in view is covered."""
        return self._page is not None and bool(self._page.covers) and not self._page.lifted

    @property
    def may_cover(self) -> bool:
        """Return whether the page in view was lifted."""
        return self._page is not None and bool(self._page.lifted)

    def show_page(self, page: PageView | None) -> None:
        """Describe the page in view; None: nothing is hidden, the strip goes."""
        other = page is None or self._page is None or page.ref != self._page.ref
        self._page = page
        self.setVisible(page is not None)
        # What is being typed stays while results slip into the lists.
        asking = self.reason.isVisibleTo(self) and self.may_lift and not other
        if page is not None and not asking:
            self._arrange(asking=False)

    def show_note(self, note: str) -> None:
        """Say what the current item needs; empty: nothing."""
        self._note = note
        self._say()

    def ask(self) -> None:
        """Ask for the reason."""
        if self.may_lift:
            self._arrange(asking=True)
            self.reason.clear()
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.reason.isVisible():
            self._on_cancelled()
        else:
            super().keyPressEvent(event)

    def _arrange(self, *, asking: bool) -> None:
        self._say()
        self.words.setVisible(not asking)
        for part in (self.reason, self.give, self.cancel):
            part.setVisible(asking)
        self.show_page_button.setVisible(self.may_lift and not asking)
        self.again.setVisible(self.may_cover)

    def _say(self) -> None:
        page = self._page
        if page is None:
            return
        said = INCOMPLETE if page.read else _UNREAD
        if page.lifted:
            said = f"盲评：本页已显示，理由：{page.lifted}"
        self.words.set_whole(self._note or said)
        self.words.setToolTip(f"{self.words.accessibleName()}\n{_TOLD}")

    def _on_given(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.lift_wanted.emit(reason)
        else:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancelled(self) -> None:
        self._arrange(asking=False)
