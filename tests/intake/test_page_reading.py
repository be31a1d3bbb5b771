"""Reading real pictures of pages with the real models, in this process."""

import socket
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw

from reviewer.intake.images import Pixels
from reviewer.intake.page_reading import read_head, read_image
from reviewer.intake.recogniser import Recogniser
from tests.intake.builders import font, scan

LINES = ["行政处罚决定书", "罚款人民币贰仟元", "二〇二四年四月十日"]


@pytest.fixture(scope="session")
def reader() -> Iterator[Recogniser]:
    """Load the models on a computer that reaches no network."""

    def refuse(*_: object) -> None:
        raise AssertionError("recognition must not open a connection")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        yield Recogniser()


def pixels(image: Image.Image) -> Pixels:
    return np.ascontiguousarray(np.asarray(image)[:, :, ::-1])


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_is_turned_upright_and_read(reader: Recogniser, turn: int) -> None:
    image = scan(LINES, dpi=110).rotate(turn, expand=True)

    reading = read_image(pixels(image), reader)

    assert [line.text for line in reading.lines] == LINES
    assert reading.turned == turn
    for line in reading.lines:
        assert len(line.certainty) == len(line.text)
        assert line.box is not None
        assert line.box.x0 < 0.2 < line.box.x1
        assert line.box.y1 < 0.5


def test_characters_in_a_column_are_read_as_a_word(reader: Recogniser) -> None:
    image = scan(LINES[:1], dpi=110)
    draw = ImageDraw.Draw(image)
    for row, char in enumerate("违法事实"):
        draw.text((200, 500 + 40 * row), char, font=font(36), fill="black")

    assert "违法事实" in [line.text for line in read_image(pixels(image), reader).lines]


def test_a_date_under_a_red_seal_and_a_red_head_are_read(reader: Recogniser) -> None:
    image = scan(LINES, dpi=110)
    draw = ImageDraw.Draw(image)
    draw.text((120, 50), "某市交通运输局", font=font(50), fill=(255, 0, 0))
    seal = Image.new("RGB", image.size, "white")
    stamp = ImageDraw.Draw(seal)
    stamp.ellipse((180, 230, 380, 430), outline=(225, 40, 40), width=10)
    stamp.polygon([(280, 270), (330, 370), (220, 300), (340, 300), (230, 370)], fill=(225, 40, 40))

    found = read_image(pixels(ImageChops.multiply(image, seal)), reader)

    assert {"某市交通运输局", *LINES} <= {line.text for line in found.lines}


def test_an_empty_page_has_no_lines(reader: Recogniser) -> None:
    assert read_image(pixels(Image.new("RGB", (400, 500), "white")), reader).lines == ()


def titled() -> Image.Image:
    """Return a page with a title in the middle and text below and beside it."""
    image = Image.new("RGB", (910, 1287), "white")
    draw = ImageDraw.Draw(image)
    draw.text((455, 120), "行政处罚决定书", font=font(40), fill="black", anchor="mm")
    for row in range(8):
        draw.text((80, 200 + 40 * row), "当事人擅自超限运输，" * 2, font=font(22), fill="black")
    return image


def test_of_a_head_only_the_title_is_read(reader: Recogniser) -> None:
    [line] = read_head(pixels(titled()), reader).lines

    assert line.text == "行政处罚决定书"
    assert line.box is not None
    assert 0.07 < line.box.y0 < line.box.y1 < 0.12


@pytest.mark.parametrize("turn", [90, 270])
def test_the_head_of_a_page_that_lies_on_its_side_is_left_for_later(
    reader: Recogniser, turn: int
) -> None:
    assert read_head(pixels(titled().rotate(turn, expand=True)), reader).lines == ()
