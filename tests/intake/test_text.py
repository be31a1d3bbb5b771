"""Which text layers are believed, and where their lines stand."""

import io
from itertools import pairwise
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from reviewer.intake import page_chars, read_text, render_page
from reviewer.model import FileKind, Line, Page, TextSource
from tests.intake.builders import TEXT, canvas, picture, scan, scan_pdf, source, text_pdf


def pages(tmp_path: Path, content: bytes, count: int = 1) -> list[Page]:
    (tmp_path / "x.pdf").write_bytes(content)
    return list(read_text(source(tmp_path / "x.pdf", FileKind.PDF, count)))


def test_lines_come_in_order_with_boxes_of_the_page(tmp_path: Path) -> None:
    [page] = pages(tmp_path, text_pdf([["行政处罚决定书", TEXT]]))

    assert [line.text for line in page.lines] == ["行政处罚决定书", TEXT]
    assert page.source is TextSource.TEXT_LAYER
    box = page.lines[0].box
    assert box is not None
    assert box.x0 == pytest.approx(72 / 595.3, abs=0.01)
    assert box.y0 < 1 - 760 / 841.9 < box.y1


def test_a_wide_gap_parts_the_cells_of_a_row(tmp_path: Path) -> None:
    stream = io.BytesIO()
    made = canvas(stream)
    made.setFont("song", 12)
    for x, text in ((72, "姓名"), (150, "李四"), (300, "住 址"), (420, "某市某区")):
        made.drawString(x, 700, text)
    made.save()

    [page] = pages(tmp_path, stream.getvalue())

    assert [line.text for line in page.lines] == ["姓名", "李四", "住 址", "某市某区"]


def test_lines_drawn_from_the_foot_are_put_in_reading_order(tmp_path: Path) -> None:
    stream = io.BytesIO()
    made = canvas(stream)
    made.setFont("song", 12)
    for y, text in ((100, "第三行文字"), (400, "第二行文字"), (700, "第一行文字")):
        made.drawString(72, y, text)
    made.save()

    [page] = pages(tmp_path, stream.getvalue())

    assert [line.text for line in page.lines] == ["第一行文字", "第二行文字", "第三行文字"]


def rotated(content: bytes, degrees: int) -> bytes:
    stream = io.BytesIO()
    with pypdfium2.PdfDocument(content) as document:
        page = document[0]
        page.set_rotation(degrees)
        page.close()
        document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_rotated_page_stands_upright_and_boxes_lie_on_its_ink(
    tmp_path: Path, rotation: int
) -> None:
    stream = io.BytesIO()
    made = canvas(stream)
    made.setPageSize((400, 600))
    made.setFont("song", 20)
    made.drawString(60, 540, "行政处罚决定书")
    made.setCropBox((20, 30, 380, 590))
    made.save()

    [page] = pages(tmp_path, rotated(stream.getvalue(), rotation))

    assert page.turned == -rotation % 360
    assert (page.width, page.height) == (360, 560)
    drawn = render_page(source(tmp_path / "x.pdf", FileKind.PDF), 1, 360, page.turned)
    ink = np.frombuffer(drawn.rgb, np.uint8).reshape(drawn.height, drawn.width, 3).min(axis=2) < 128
    rows, columns = np.nonzero(ink)
    box = page.lines[0].box
    assert box is not None
    assert box.x0 * 360 - 2 <= columns.min() <= columns.max() <= box.x1 * 360 + 2
    assert box.y0 * 560 - 2 <= rows.min() <= rows.max() <= box.y1 * 560 + 2


def test_text_written_across_a_page_turns_the_page(tmp_path: Path) -> None:
    stream = io.BytesIO()
    made = canvas(stream)
    made.setFont("song", 14)
    made.rotate(90)
    for row in range(4):
        made.drawString(100, -100 - 30 * row, f"{row}{TEXT}")
    made.save()

    [page] = pages(tmp_path, stream.getvalue())

    assert page.turned == 90
    assert page.width > page.height
    assert [line.text[0] for line in page.lines] == ["0", "1", "2", "3"]
    assert all(
        line.box and line.box.x1 - line.box.x0 > line.box.y1 - line.box.y0 for line in page.lines
    )


GARBAGE = {
    "utf-8 read as gbk": "褰撲簨浜轰簬浜屻€囦簩鍥涘勾涓夋湀涓€鏃ラ┚椹堕噸鍨嬪崐鎸傜壍寮曡溅",
    "gbk read as latin": "µ±ÊÂÈËÓÚ¶þËÄÄêÈýÔÂÒ»ÈÕ¼ÝÊ»ÖØÐÍ°ë¹ÒÇ£Òý³µ",
    "private glyphs": "\ue001\ue002\ue003\ue004\ue005\ue006当事人\ue007\ue008\ue009",
    "replacements": "当\ufffd\ufffd\ufffd于\ufffd\ufffd年三月\ufffd\ufffd",
    "shifted letters": "#$%&'()*+,-!\"#$%&'()*+<=>?@[]^_`{|}~#$%&'*+<=>",
}


@pytest.mark.parametrize("text", GARBAGE.values(), ids=GARBAGE)
def test_a_layer_of_garbage_is_told(text: str) -> None:
    from reviewer.intake.quality import is_garbage

    assert is_garbage(text)


SENSE = {
    "official text": "当事人于二〇二四年三月一日驾驶重型半挂牵引车经过检测站，涉嫌超限运输。",
    "rare names": "当事人：喆翀、韡昕、淼焱，住址：某市某区某某街道，经营范围为道路货物运输。",
    "numbers": "2024-03-01 12:30:45 49,850.00 91330200MA2ABCDE0A 0574-12345678",
    "latin with accents": "Curriculum: José, François, naïve text of a receipt in plain words.",
    "one odd glyph": "当事人于二〇二四年三月一日\ue001驾驶重型半挂牵引车经过检测站",
    "nothing": "",
}


@pytest.mark.parametrize("text", SENSE.values(), ids=SENSE)
def test_a_layer_that_makes_sense_is_believed(text: str) -> None:
    from reviewer.intake.quality import is_garbage

    assert not is_garbage(text)


def test_a_scan_without_or_with_a_watermark_layer_waits_for_recognition(tmp_path: Path) -> None:
    image = scan(["文书"])

    [bare] = pages(tmp_path, scan_pdf([image]))
    [marked] = pages(tmp_path, scan_pdf([image], layer="仅供内部使用 扫描件"))

    assert (bare.source, bare.lines) == (TextSource.NONE, ())
    assert (marked.source, marked.lines) == (TextSource.NONE, ())


def test_a_scan_with_its_full_text_layer_is_believed(tmp_path: Path) -> None:
    stream = io.BytesIO()
    made = canvas(stream)
    made.drawInlineImage(Image.new("RGB", (60, 80), "white"), 0, 0, 595, 842)
    made.setFont("song", 10)
    for row in range(8):
        made.drawString(60, 700 - 20 * row, f"第{row}行{TEXT}")
    made.save()

    [page] = pages(tmp_path, stream.getvalue())

    assert page.source is TextSource.TEXT_LAYER
    assert len(page.lines) == 8


def test_an_empty_page_is_read_and_has_no_lines(tmp_path: Path) -> None:
    first, second = pages(tmp_path, text_pdf([[TEXT], []]), 2)

    assert first.lines
    assert (second.source, second.lines) == (TextSource.TEXT_LAYER, ())


def test_pictures_wait_for_recognition_with_their_upright_size(tmp_path: Path) -> None:
    image = Image.new("RGB", (300, 200), "white")
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "x.jpg", exif=exif)
    frames = [Image.new("L", (100, 50)), Image.new("L", (60, 80))]
    frames[0].save(tmp_path / "x.tif", save_all=True, append_images=frames[1:])

    [photo] = read_text(source(tmp_path / "x.jpg", FileKind.IMAGE))
    fax = list(read_text(source(tmp_path / "x.tif", FileKind.TIFF, 2)))

    assert (photo.source, photo.width, photo.height) == (TextSource.NONE, 200, 300)
    assert [(page.ref.page, page.width, page.height) for page in fax] == [(1, 100, 50), (2, 60, 80)]


def test_media_have_no_pages(tmp_path: Path) -> None:
    (tmp_path / "x.mp4").write_bytes(picture())

    assert list(read_text(source(tmp_path / "x.mp4", FileKind.MEDIA, 0))) == []


def test_characters_of_a_layer_follow_its_lines(tmp_path: Path) -> None:
    [page] = pages(tmp_path, text_pdf([["决定书 第12号", TEXT]]))

    chars = page_chars(source(tmp_path / "x.pdf", FileKind.PDF), 1, page.turned, page.lines)

    for index, line in enumerate(page.lines):
        here = [char for char in chars if char.line == index]
        assert "".join(char.char for char in here) == line.text
        assert all(a.box.x0 <= b.box.x0 for a, b in pairwise(here))


def test_characters_of_a_recognised_line_are_spread_by_their_widths(tmp_path: Path) -> None:
    from reviewer.model import Box

    (tmp_path / "x.jpg").write_bytes(picture())
    lines = [Line("罚12", Box(0.0, 0.1, 0.4, 0.2), 0.9, b"abc")]

    chars = page_chars(source(tmp_path / "x.jpg", FileKind.IMAGE), 1, 0, lines)

    assert [(one.char, round(one.box.x0, 3), round(one.box.x1, 3)) for one in chars] == [
        ("罚", 0.0, 0.2),
        ("1", 0.2, 0.3),
        ("2", 0.3, 0.4),
    ]
