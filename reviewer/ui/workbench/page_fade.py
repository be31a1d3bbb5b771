"""The one thing that moves: the frame of a place fades in when the place opens.

Off where the system says that nothing should move (Windows: 显示动画 off).
"""

from PySide6.QtCore import QObject, Qt, QVariantAnimation, Signal
from PySide6.QtWidgets import QApplication

from reviewer.model import Box
from reviewer.ui.workbench.case_index import Spot
from reviewer.ui.workbench.page_marks import PageMark

_MILLISECONDS = 120


class FrameFade(QObject):
    """How far the frame of the place that was opened last has come."""

    changed = Signal()  # paint again

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._index = -1
        self._box: Box | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(_MILLISECONDS)
        self._animation.valueChanged.connect(self.changed)

    def start(self, spot: Spot) -> None:
        """Let the frames at `spot` fade in."""
        self._index, self._box = spot.index, spot.box
        self._animation.stop()
        if spot.box is not None and QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeMenu):
            self._animation.start()

    def opacity(self, mark: PageMark) -> float:
        """Return how opaque a frame is, 0–1."""
        if self._animation.state() is not QVariantAnimation.State.Running:
            return 1.0
        if (mark.index, mark.box) != (self._index, self._box):
            return 1.0
        return float(self._animation.currentValue())
