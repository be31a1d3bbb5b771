"""A picture of evidence shows the place with what is around it."""

from io import BytesIO

import pytest
from PIL import Image

from reviewer.model import Box
from reviewer.reports.pictures import evidence_picture

SIZE = (800, 1130)
WHITE = b"\xff" * (SIZE[0] * SIZE[1] * 3)


@pytest.mark.parametrize(
    "box",
    [Box(0.5, 0.6, 0.7, 0.62), Box(0, 0, 0.1, 0.01), Box(0.4, 0.99, 1, 1), Box(0, 0, 1, 1)],
    ids=["a date", "top corner", "bottom edge", "the whole page"],
)
def test_the_place_is_framed_in_a_strip_as_wide_as_the_page(box: Box) -> None:
    picture = evidence_picture("第 3 页", WHITE, SIZE, box)

    with Image.open(BytesIO(picture.jpeg)) as image:
        reds = image.split()[1].histogram()[:90]
    assert picture.width == SIZE[0]
    assert picture.height >= 0.13 * SIZE[1]
    assert sum(reds) > 20


def test_a_small_place_is_not_lost_on_a_whole_page() -> None:
    picture = evidence_picture("第 3 页", WHITE, SIZE, Box(0.5, 0.6, 0.7, 0.62))

    assert picture.height < 0.2 * SIZE[1]
