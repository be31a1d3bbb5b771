"""Long lines of large characters are made smaller, and nothing else is."""

import numpy as np
import pytest

from reviewer.intake.images import Pixels
from reviewer.intake.line_size import CHARACTER, HEIGHT, evened

PAPER = 230


def _line(height: int, width: int, top: int, bottom: int) -> Pixels:
    """Return a picture with strokes from row `top` to row `bottom`."""
    picture = np.full((height, width, 3), PAPER, dtype=np.uint8)
    picture[top:bottom, ::3] = 30
    return picture


def _inked(picture: Pixels) -> int:
    rows = np.flatnonzero((picture[:, :, 0] < PAPER - 20).any(axis=1))
    return int(rows[-1] - rows[0] + 1)


@pytest.mark.parametrize("height", [48, 30, 80], ids=["as it is", "small print", "large print"])
def test_a_long_line_that_is_filled_by_its_characters_is_made_smaller(height: int) -> None:
    line = _line(height, 20 * height, height // 12, height - height // 12)

    picture = evened(line)

    assert picture.shape[0] == HEIGHT
    assert 0.7 * 20 * HEIGHT < picture.shape[1] < 0.9 * 20 * HEIGHT
    assert abs(_inked(picture) - 0.9 * CHARACTER) < 5


@pytest.mark.parametrize(
    "line",
    [
        _line(48, 960, 14, 36),
        _line(48, 300, 2, 46),
        np.full((48, 960, 3), PAPER, dtype=np.uint8),
    ],
    ids=["small characters", "the cell of a form", "nothing stands there"],
)
def test_other_lines_stay_as_they_are(line: Pixels) -> None:
    assert evened(line) is line


def test_what_is_added_is_paper() -> None:
    picture = evened(_line(48, 960, 4, 44))

    assert (picture[0] == PAPER).all()
    assert (picture[-1] == PAPER).all()
