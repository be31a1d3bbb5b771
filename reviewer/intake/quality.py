"""Whether a text layer says what the page shows.

Scanners and converters leave layers in the wrong encoding, of private glyphs, or of nothing but
a watermark over the picture of the page.  The judgement is by statistics on the whole page, so
one odd character never costs a page its text.
"""

import re
from collections.abc import Sequence

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_BROKEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\uffff\ue000-\uf8ff\u0530-\u1fff\ua000-\ud7ff]"
)
_LATIN_LETTERS = re.compile(r"[\u00a1-\u024f]")
_SPACE = re.compile(r"\s+")
_ORDINARY = re.compile(r"[A-Za-z0-9\s.,;:()/\-]")

# The 3,755 characters of GB 2312 level 1 cover about 99 % of running official text; UTF-8 read
# as GBK, or a permuted font table, hits them by chance only (18–50 %, tried on statute texts).
_COMMON = frozenset(
    bytes((first, second)).decode("gb2312")
    for first in range(0xB0, 0xD8)
    for second in range(0xA1, 0xFF)
    if not (first == 0xD7 and second > 0xF9)
)
_LEAST_COMMON = 0.7
_MOST_BROKEN = 0.1
_MOST_LATIN = 0.3
_SAMPLE = 300
"""Characters looked at, spread over the page: a larger sample decides no better."""
_ENOUGH = 100
"""Characters from which a layer over a full-page picture is taken as its text."""


def is_garbage(text: str) -> bool:
    """Return whether the text of a page cannot be what the page shows."""
    sample = text[:: max(1, len(text) // _SAMPLE)]
    common = sum(map(_COMMON.__contains__, sample))
    # Ordinary Chinese needs no closer look; nearly every page leaves here.
    if common > 0.6 * len(sample):
        return False
    dense = _SPACE.sub("", sample)
    if not dense:
        return False
    if len(_BROKEN.findall(dense)) > _MOST_BROKEN * len(dense):
        return True
    if len(_LATIN_LETTERS.findall(dense)) > _MOST_LATIN * len(dense):
        return True
    han = _HAN.findall(dense)
    if len(han) >= 8:
        return common < _LEAST_COMMON * len(han)
    return len(dense) >= 40 and len(_ORDINARY.findall(dense)) < 0.6 * len(dense)


def is_slight(lines: Sequence[str]) -> bool:
    """Return whether the layer is so short, repeats counted once, that it may be a watermark."""
    different = set(lines)
    if sum(map(len, different)) >= 3 * _ENOUGH:
        return False
    return sum(len(_SPACE.sub("", line)) for line in different) < _ENOUGH
