"""Pages as the window gets them: upright, of the width asked for, from worker processes."""

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from reviewer.errors import UnreadableFile
from reviewer.intake import PageBitmap, Renderer, read_text, render_page
from reviewer.intake.images import load_frame
from reviewer.model import FileKind
from tests.intake.builders import TEXT, canvas, source, text_pdf


def image(drawn: PageBitmap) -> Image.Image:
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb)


@pytest.mark.parametrize("width", [37, 400, 1000])
def test_a_page_has_the_width_asked_for(tmp_path: Path, width: int) -> None:
    (tmp_path / "x.pdf").write_bytes(text_pdf([[TEXT]]))
    Image.new("RGB", (300, 200), "white").save(tmp_path / "x.png")

    for name, kind in (("x.pdf", FileKind.PDF), ("x.png", FileKind.IMAGE)):
        drawn = render_page(source(tmp_path / name, kind), 1, width)
        assert drawn.width == width
        assert len(drawn.rgb) == drawn.width * drawn.height * 3


def test_a_photo_stands_upright_by_its_orientation_and_by_the_turn_of_reading(
    tmp_path: Path,
) -> None:
    photo = Image.new("RGB", (200, 100), "white")
    photo.paste("red", (0, 0, 50, 100))
    exif = Image.Exif()
    exif[0x0112] = 6  # turned clockwise by a quarter to be upright
    photo.save(tmp_path / "x.png", exif=exif)
    file = source(tmp_path / "x.png", FileKind.IMAGE)

    upright = image(render_page(file, 1, 100))
    turned = image(render_page(file, 1, 200, 90))

    assert upright.size == (100, 200)
    assert upright.getpixel((50, 10)) == (255, 0, 0)
    assert turned.size == (200, 100)
    assert turned.getpixel((190, 50)) == (255, 0, 0)


def test_frames_of_a_tiff_are_pages(tmp_path: Path) -> None:
    frames = [Image.new("1", (40, 20), 1), Image.new("1", (40, 20), 0)]
    frames[0].save(tmp_path / "x.tif", save_all=True, append_images=frames[1:])
    file = source(tmp_path / "x.tif", FileKind.TIFF, 2)

    assert [render_page(file, page, 40).rgb[0] for page in (1, 2)] == [255, 0]


def test_a_filled_form_field_is_drawn_and_its_page_is_not_taken_as_empty(tmp_path: Path) -> None:
    stream = io.BytesIO()
    made = canvas(stream)
    made.acroForm.textfield(value="12345", x=100, y=500, width=200, height=40, borderWidth=0)
    made.showPage()
    made.save()
    (tmp_path / "x.pdf").write_bytes(stream.getvalue())
    file = source(tmp_path / "x.pdf", FileKind.PDF)

    pixels = np.asarray(image(render_page(file, 1, 600)))

    assert (pixels[300:350] < 100).all(axis=2).any()
    assert [page.source.value for page in read_text(file)] == ["none"]


def test_a_large_picture_is_never_decoded_whole(tmp_path: Path) -> None:
    Image.new("L", (30_000, 4_000), 200).save(tmp_path / "x.jpg")

    pixels, size = load_frame(tmp_path / "x.jpg", 1, 3_500)

    assert size == (30_000, 4_000)
    assert pixels.shape[1] <= 3_750


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    made = Renderer(1)
    yield made
    made.close()


def test_a_page_is_drawn_once_in_a_worker_and_then_kept(tmp_path: Path, renderer: Renderer) -> None:
    (tmp_path / "x.pdf").write_bytes(text_pdf([[TEXT]]))
    file = source(tmp_path / "x.pdf", FileKind.PDF)

    first = renderer.render(file, 1, 200)
    Path(file.location).unlink()

    assert renderer.render(file, 1, 200) is first


def test_a_page_that_cannot_be_drawn_says_so_from_the_worker(
    tmp_path: Path, renderer: Renderer
) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4")

    with pytest.raises(UnreadableFile, match="已损坏") as caught:
        renderer.render(source(tmp_path / "x.pdf", FileKind.PDF), 1, 200)

    assert caught.value.remedy
