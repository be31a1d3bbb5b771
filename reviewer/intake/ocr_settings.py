"""The settings of text recognition, and the name under which what it read is kept.

Light: the program imports this without the models' libraries.
"""

import importlib.metadata

DETECT_SIDE = 960
"""Longest side, in pixels, of the picture that lines are looked for in, for an A4 page
(docs/decisions/intake-ocr-settings.md)."""
DETECT_MOST = 1600
"""The same for the largest pages: an A3 page has print as small as an A4 page."""

_LAYOUT = 4
"""Raised whenever the same picture would be read into other lines than before."""

ENGINE = (
    f"rapidocr-{importlib.metadata.version('rapidocr')}/PP-OCRv6-small"
    f"/max{DETECT_SIDE}/layout{_LAYOUT}"
)
"""Engine, models and settings: part of every key in the cache."""
