"""Icons: line drawings on a 24 grid, stroke 1.8, round, recoloured per token.

The drawings of resources/icons are black; the colour is put in when they are rendered, and what
was rendered is kept per name, colour, size and device pixel ratio.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reviewer.resources import resource

_DRAWN_IN = b"#000"
# Every scale that Windows offers up to 300 %: QIcon then finds a drawing of exactly the device
# size and never stretches one.
_RATIOS = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: int = 18, ratio: float = 1.0) -> QPixmap:
    """Return the icon `name` in `colour` (`#rrggbb`), `size` logical pixels wide and high.

    Raises:
        FileNotFoundError: there is no such drawing in resources/icons.
    """
    device = max(1, round(size * ratio))
    drawn = QPixmap(device, device)
    drawn.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace(_DRAWN_IN, colour.encode())))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, device, device))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=512)
def icon(name: str, colour: str, size: int = 18, disabled: str = "") -> QIcon:
    """Return the icon as a `QIcon`, sharp at every scale; `disabled` is its colour when off."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, colour, size, ratio))
        if disabled:
            made.addPixmap(pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


@cache
def _drawing(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()
