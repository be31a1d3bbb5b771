"""PDF files that stop or end what reads them: the program goes on and says so."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reviewer.intake import pdf_reader, read_text, reader
from reviewer.model import FileKind, ImportResult, TextSource
from tests.intake.builders import deliver, source

LEVELS = 10
"""Forms that each draw the next ten times: ten levels are 10,000,000,000 forms."""


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "SECONDS", 1.5)  # that a process starts does not count


def pdf(*pages: bytes, box: bytes = b"[0 0 595 842]") -> bytes:
    """Return a PDF of pages with these contents; `/X Do` is a page that never ends."""
    first = 5
    form = first + 2 * len(pages)
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Font<</F1 3 0 R>>/XObject<</X %d 0 R>>>>" % form,
    ]
    for n, content in enumerate(pages):
        place = b"/MediaBox[0 0 595 842]/CropBox%s/Contents %d 0 R" % (box, first + 2 * n + 1)
        objects += [
            b"<</Type/Page/Parent 2 0 R/Resources 4 0 R%s>>" % place,
            stream(b"", content),
        ]
    for level in range(LEVELS):
        inner = b"/Resources<</XObject<</X %d 0 R>>>>" % (form + level + 1)
        objects.append(stream(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + inner, b"/X Do " * 10))
    objects.append(stream(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"0 0 m 9 9 l S"))
    return assembled(objects)


def stream(entries: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def assembled(objects: Sequence[bytes]) -> bytes:
    made, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return made + head + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(made)


TEXT = b"BT /F1 12 Tf 72 700 Td (Decision on an administrative penalty, page text) Tj ET"
ENDLESS = b"/X Do"


def test_a_file_that_never_ends_is_a_row_and_the_rest_is_read(tmp_path: Path) -> None:
    case = tmp_path / "卷"
    case.mkdir()
    (case / "1.pdf").write_bytes(pdf(ENDLESS))
    (case / "2.pdf").write_bytes(pdf(TEXT))

    delivery = deliver(case, tmp_path / "work")

    assert [row.result for row in delivery.rows] == [ImportResult.FAILED, ImportResult.STORED]
    assert delivery.rows[0].message == "读取这个 PDF 时中断或用时过长，未读取。"
    assert delivery.rows[0].remedy


def test_a_page_that_never_ends_is_left_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(TEXT, TEXT, ENDLESS, TEXT))

    pages = list(read_text(source(tmp_path / "a.pdf", FileKind.PDF, 4)))

    text, none = TextSource.TEXT_LAYER, TextSource.NONE
    assert [(page.ref.page, page.source) for page in pages] == [
        (1, text),
        (2, text),
        (3, none),
        (4, text),
    ]


def test_a_file_of_endless_pages_is_given_up_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_reader, "_LOST", 1)
    (tmp_path / "a.pdf").write_bytes(pdf(*[ENDLESS] * 9))

    pages = list(read_text(source(tmp_path / "a.pdf", FileKind.PDF, 9)))

    assert [page.source for page in pages] == [TextSource.NONE] * 9


def test_a_page_without_area_has_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(TEXT, box=b"[9000 9000 9100 9100]"))

    [page] = read_text(source(tmp_path / "a.pdf", FileKind.PDF))

    assert (page.source, page.lines) == (TextSource.NONE, ())


def test_a_long_file_is_read_by_two_processes_and_comes_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_reader, "_PARTED", 4)
    (tmp_path / "a.pdf").write_bytes(pdf(TEXT, TEXT, TEXT, ENDLESS, TEXT))

    pages = list(read_text(source(tmp_path / "a.pdf", FileKind.PDF, 5)))

    assert [page.ref.page for page in pages] == [1, 2, 3, 4, 5]
    assert [bool(page.lines) for page in pages] == [True, True, True, False, True]


def test_a_long_file_that_is_left_early_is_not_read_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_reader, "_PARTED", 4)
    (tmp_path / "a.pdf").write_bytes(pdf(TEXT, TEXT, *[ENDLESS] * 3))
    reading = read_text(source(tmp_path / "a.pdf", FileKind.PDF, 5))

    first = next(reading)
    reading.close()  # type: ignore[attr-defined]  # read_text is a generator

    assert first.ref.page == 1
