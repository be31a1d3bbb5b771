"""Lines that detection overlooked are looked for where ink is left."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from reviewer.intake.images import Pixels
from reviewer.intake.ink import Ink, part_ink
from reviewer.intake.missed_lines import Quad, missed_lines
from tests.intake.builders import font, scan

DATE = (1100, 1800)
"""Where a page at 200 dots per inch has its date."""


def page(date: str = "2023年11月6日", paper: str = "white") -> Image.Image:
    image = Image.new("RGB", (1654, 2339), paper)
    draw = ImageDraw.Draw(image)
    draw.text((200, 300), "本决定书自送达之日起生效。", font=font(36), fill="black")
    draw.text(DATE, date, font=font(32), fill="black")
    return image


def quad(left: float, top: float, right: float, bottom: float) -> Quad:
    corners = [[left, top], [right, top], [right, bottom], [left, bottom]]
    return np.array(corners, dtype=np.float32)


SENTENCE = quad(190, 295, 680, 350)


class Detector:
    """Finds one line in whatever it is shown, and remembers what that was."""

    def __init__(self, *found: Quad) -> None:
        self.found = list(found)
        self.shown: list[tuple[int, int]] = []

    def __call__(self, image: Pixels) -> list[Quad]:
        self.shown.append((image.shape[1], image.shape[0]))
        return self.found


def ink_of(image: Image.Image) -> Ink:
    return part_ink(np.ascontiguousarray(np.asarray(image)[:, :, ::-1]))


def test_a_line_that_was_overlooked_is_found_where_it_stands() -> None:
    detector = Detector(quad(60, 60, 260, 100))
    (found,) = missed_lines(ink_of(page()), [SENTENCE], detector)

    left, top = found.min(axis=0)
    assert DATE[0] - 60 < left < DATE[0] + 60
    assert DATE[1] - 60 < top < DATE[1] + 60
    assert all(width < 600 and height < 300 for width, height in detector.shown)


def test_a_page_whose_lines_were_all_seen_costs_no_second_look() -> None:
    detector = Detector(SENTENCE)
    seen = [SENTENCE, quad(1090, 1790, 1400, 1850)]

    assert missed_lines(ink_of(page()), seen, detector) == []
    assert detector.shown == []


def test_rules_of_forms_and_red_seals_are_no_lines() -> None:
    image = page(date="")
    draw = ImageDraw.Draw(image)
    for at in range(5):
        draw.line((150, 600 + 80 * at, 1500, 605 + 80 * at), fill="black", width=3)
    draw.line((150, 600, 150, 920), fill="black", width=3)
    draw.ellipse((900, 1600, 1250, 1950), outline=(215, 30, 30), width=9)
    detector = Detector(SENTENCE)

    assert missed_lines(ink_of(image), [SENTENCE], detector) == []
    assert detector.shown == []


def test_a_line_that_is_found_again_counts_once() -> None:
    detector = Detector(quad(60, 60, 260, 100), quad(62, 58, 255, 101))

    assert len(missed_lines(ink_of(page()), [SENTENCE], detector)) == 1


@pytest.mark.parametrize("paper", ["#303030", "#707070"])
def test_photos_are_left_alone(paper: str) -> None:
    detector = Detector(SENTENCE)

    assert missed_lines(ink_of(page(paper=paper)), [], detector) == []
    assert detector.shown == []


def test_a_page_full_of_ink_that_no_line_covers_is_a_picture() -> None:
    detector = Detector(SENTENCE)

    assert missed_lines(ink_of(scan(["案卷材料"] * 12, dpi=110)), [], detector) == []
    assert detector.shown == []
