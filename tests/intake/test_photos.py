"""Photos on a page are found and recognised again beside other captions."""

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw, ImageFilter

from reviewer.intake.photos import find_photos
from tests.intake.builders import font


def photo(seed: int, size: tuple[int, int] = (300, 200)) -> Image.Image:
    """Return a picture of soft shapes, another for every seed."""
    chance = np.random.default_rng(seed)
    rough = chance.integers(0, 180, (6, 8), dtype=np.uint8)
    return Image.fromarray(rough).resize(size, Image.Resampling.BICUBIC)


def page(*photos: tuple[Image.Image, int], caption: str = "现场照片") -> npt.NDArray[np.uint8]:
    image = Image.new("L", (500, 707), 255)
    draw = ImageDraw.Draw(image)
    draw.text((200, 20), caption, font=font(20), fill=0)
    for picture, top in photos:
        image.paste(picture, (100, top))
        draw.text((100, top + picture.height + 8), f"拍摄说明：{caption}", font=font(14), fill=0)
    return np.asarray(image)


def test_two_photos_are_found_from_the_top() -> None:
    found = find_photos(page((photo(1), 80), (photo(2), 380)))

    assert len(found) == 2
    assert [round(one.box.y0, 1) for one in found] == [0.1, 0.5]


def test_text_and_empty_frames_are_no_photos() -> None:
    image = Image.new("L", (500, 707), 255)
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 100, 440, 500), outline=0, width=2)
    for row in range(20):
        draw.text((70, 110 + row * 18), "当事人擅自超限运输，经称重检测", font=font(14), fill=0)

    assert find_photos(np.asarray(image)) == ()


@pytest.mark.parametrize("change", ["caption", "place", "size", "soft", "noise"])
def test_the_same_photo_is_known_again(change: str) -> None:
    picture, top, caption = photo(3), 80, "现场照片"
    other = picture
    if change == "caption":
        caption = "证据照片之二，拍摄人王某"
    elif change == "place":
        top = 300
    elif change == "size":
        other = picture.resize((330, 220))
    elif change == "soft":
        other = picture.filter(ImageFilter.GaussianBlur(1))
    else:
        noise = np.random.default_rng(5).normal(0, 4, (200, 300))
        other = Image.fromarray(np.clip(np.asarray(picture) + noise, 0, 255).astype(np.uint8))
    [first] = find_photos(page((picture, 80)))
    [again] = find_photos(page((other, top), caption=caption))

    assert (first.bits ^ again.bits).bit_count() <= 3


def test_another_photo_is_another() -> None:
    [first] = find_photos(page((photo(3), 80)))
    [other] = find_photos(page((photo(4), 80)))

    assert (first.bits ^ other.bits).bit_count() > 10
