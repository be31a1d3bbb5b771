"""Giving the characters of long lines one size before they are recognised.

Recognition takes time in proportion to the width of the picture, and a picture is scaled to a
fixed height.  What detection cuts out holds its characters tightly on pages of print and loosely
in the cells of forms, so that print comes to the model half as large again as it need be.  Nothing
is made smaller than the characters of cells are anyway: where equal digits follow each other, as
in 100000, narrower ones run together (docs/decisions/intake-ocr-settings.md).
"""

import cv2
import numpy as np

from reviewer.intake.images import Pixels

HEIGHT = 48
"""Pixels of the height of a line as the model gets it."""
CHARACTER = 33
"""Height of a character in that picture from which on it is made smaller, to this."""
_LONG = 12
"""Widths of a line in heights from which on it is looked at: cells hold lines of their form too."""
_EDGE, _INKED = 0.02, 0.88
"""Share of the ink left out above and below, and the share of a character that the rest takes."""
_LEAST = 0.72
_WORTH = 0.97


def evened(crop: Pixels) -> Pixels:
    """Return the picture of a line; one of large characters smaller, on paper of the height."""
    height, width = crop.shape[:2]
    if width <= _LONG * height:
        return crop
    found = _character(crop)
    share = max(_LEAST, CHARACTER / found) if found else 1.0
    if share > _WORTH:
        return crop
    inner = round(HEIGHT * share)
    size = (int(np.ceil(inner * width / height)), inner)
    smaller = inner < height
    small = cv2.resize(crop, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR)
    paper = np.median(np.concatenate([small[0], small[-1]]), axis=0)
    picture = np.empty((HEIGHT, size[0], 3), dtype=np.uint8)
    picture[:] = paper.astype(np.uint8)
    above = (HEIGHT - inner) // 2
    picture[above : above + inner] = small
    return picture


def _character(crop: Pixels) -> float:
    """Return the height of the characters, in pixels of the picture scaled to `HEIGHT`.

    A line that is ruled below counts its rule, so too much rather than too little; digits alone
    count too little, and stay as they are.
    """
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY)
    _, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    mass = np.cumsum(np.asarray(ink).sum(axis=1, dtype=np.int64))
    if not mass[-1]:
        return 0.0
    first, last = np.searchsorted(mass, [_EDGE * mass[-1], (1 - _EDGE) * mass[-1]])
    return float(last - first + 1) / _INKED * HEIGHT / crop.shape[0]
