"""Letting lists and open tabs follow the text recognition, without repainting at every page."""

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.ui.recognition import Recognition

_EVERY_MS = 2000  # pages come one a second


class Freshening(QObject):
    """Collects which cases got new text and tells it at most every two seconds."""

    due = Signal(object)  # frozenset of UUID

    def __init__(self, recognition: Recognition) -> None:
        super().__init__(recognition)
        self._cases: set[UUID] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._tell)
        recognition.page_read.connect(self._on_page)
        recognition.case_read.connect(self._on_case)

    def _on_page(self, case_id: UUID, _ref: object) -> None:
        self._cases.add(case_id)
        if not self._timer.isActive():
            self._timer.start()

    def _on_case(self, case_id: UUID) -> None:
        self._cases.add(case_id)
        self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        cases, self._cases = frozenset(self._cases), set()
        if cases:
            self.due.emit(cases)
