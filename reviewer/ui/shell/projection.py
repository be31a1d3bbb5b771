"""The size of type in the meeting mode, where a wall is read from afar."""

from PySide6.QtCore import QSize

_PROJECTED = ((20, 1900, 1050), (18, 1660, 930), (16, 1500, 840), (14, 0, 0))
"""字号 of the meeting mode, each with the least screen in logical px."""


def projected_size(usual: int, screen: QSize) -> int:
    """Return the greatest 字号 that fits on a screen; never less than the `usual` one."""
    fitting = next(
        size
        for size, wide, tall in _PROJECTED
        if screen.width() >= wide and screen.height() >= tall
    )
    return max(usual, fitting)
