"""Collecting reference cycles on the GUI thread only.

Python runs its cycle collector in whichever thread happens to allocate.  Where that is a worker,
a cycle that holds widgets is taken apart there, and Qt crashes the process (seen: a segmentation
fault while SQLAlchemy compiled a query).  So collection by itself is off while the window is
open, and a timer does it here; the thresholds are Python's own.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class Collector(QObject):
    """Owns the collection of cycles from when it is made until `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_due)
        self._timer.start(_EVERY_MS)

    def stop(self) -> None:
        """Give collection back to Python; for the end of the program."""
        self._timer.stop()
        gc.enable()


def collect_due() -> None:
    """Collect the oldest generation that is due; costs nothing when none is."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
