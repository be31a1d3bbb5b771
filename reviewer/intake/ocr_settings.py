"""The settings of text recognition, and the name under which what it read is kept.

Light: the program imports this without the models' libraries.
"""

import importlib.metadata

DETECT_SIDE = 1280
"""Longest side, in pixels, of the image that lines are looked for in
(docs/decisions/intake-ocr-settings.md)."""

_LAYOUT = 1
"""Raised whenever the same picture would be read into other lines than before."""

ENGINE = (
    f"rapidocr-{importlib.metadata.version('rapidocr')}/PP-OCRv6-small"
    f"/max{DETECT_SIDE}/layout{_LAYOUT}"
)
"""Engine, models and settings: part of every key in the cache."""
