"""Pages: pictures, characters, and places on paper pages and on reading copies."""

from pathlib import Path
from uuid import UUID

import pytest

from reviewer.errors import UnreadableFile
from reviewer.model import Box, Line, Page, PageRef, TextSource
from reviewer.workspace import Workspace, page_find
from reviewer.workspace.views import CharBox
from tests.workspace.builders import SHA
from tests.workspace.files import DECISION, make_docx, make_pdf
from tests.workspace.work import import_case

DAY = "2024年4月10日"


def first_page(workspace: Workspace, case_id: UUID) -> PageRef:
    return workspace.cases.view(case_id).pages[0].ref


def span(chars: tuple[CharBox, ...], text: str) -> tuple[int, int]:
    """Return the first and last character of `text` on a page."""
    at = "".join(char.char for char in chars).index(text)
    return at, at + len(text) - 1


def make_page(*texts: str) -> Page:
    lines = tuple(
        Line(text, Box(0.1, 0.1 * at, 0.1 + 0.02 * len(text), 0.1 * at + 0.02))
        for at, text in enumerate(texts, 1)
    )
    return Page(PageRef(SHA, 1), 595.0, 842.0, lines, TextSource.OCR)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_selected_characters_become_a_place_and_a_box_finds_them_again(
    workspace: Workspace, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"决定书.{kind}"
    case_id = import_case(workspace, make_pdf(path) if kind == "pdf" else make_docx(path))
    ref = first_page(workspace, case_id)
    first, last = span(workspace.pages.chars(case_id, ref, 1), DAY)
    place = workspace.pages.place_of_chars(case_id, ref, 1, first, last)
    [(sheet, box)] = workspace.pages.boxes_of(case_id, place)
    drawn = workspace.pages.place_of(case_id, ref, sheet, box)

    assert (place.quote, drawn.quote) == (DAY, DAY)
    assert (drawn.block, drawn.chars) == (place.block, place.chars)
    assert (place.box is None) == (kind == "docx")


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_what_the_machine_read_can_be_marked(
    workspace: Workspace, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"决定书.{kind}"
    case_id = import_case(workspace, make_pdf(path) if kind == "pdf" else make_docx(path))
    found = [row.fact for row in workspace.cases.view(case_id).facts if row.fact]

    assert found
    for fact in found:
        [(sheet, box)] = workspace.pages.boxes_of(case_id, fact.place)
        assert sheet == 1
        assert 0 <= box.x0 < box.x1 <= 1


def test_a_place_in_a_table_is_a_range_of_the_table(workspace: Workspace, tmp_path: Path) -> None:
    case_id = import_case(workspace, make_docx(tmp_path / "a.docx", "标题", cells=("日期", DAY)))
    [place] = workspace.pages.find(case_id, DAY)

    assert (place.block, place.chars) == (1, (3, 13))
    assert len(workspace.pages.boxes_of(case_id, place)) == 1


def test_text_is_found_whatever_its_blanks_and_widths(workspace: Workspace, tmp_path: Path) -> None:
    case_id = import_case(workspace, make_pdf(tmp_path / "a.pdf", DECISION))

    assert [place.quote for place in workspace.pages.find(case_id, "宁交执罚（2024） 12 号")] == []
    [place] = workspace.pages.find(case_id, " 2024 年 4 月 10 日")
    assert place.quote == DAY
    assert workspace.pages.find(case_id, " ") == ()


def test_text_is_found_over_the_end_of_a_line() -> None:
    [place] = page_find.find([make_page("决定给予罚款人民币叁", "万元整的处罚")], "叁万元")

    assert place.quote == "叁万元"
    assert place.box is not None
    assert (place.box.y0, place.box.y1) == pytest.approx((0.1, 0.22))


def test_the_box_of_a_part_of_a_line_is_in_proportion() -> None:
    line = Line("甲乙ab", Box(0.0, 0.0, 0.6, 0.1))

    box = page_find.part_of(line, 1, 3)

    assert box is not None
    assert box.rounded() == (0.2, 0.0, 0.5, 0.1)


def test_pages_are_drawn_at_any_width(workspace: Workspace, tmp_path: Path) -> None:
    make_pdf(tmp_path / "案" / "1.pdf")
    make_docx(tmp_path / "案" / "2.docx")
    case_id = import_case(workspace, tmp_path / "案")
    sizes = []
    for page in workspace.cases.view(case_id).pages:
        image = workspace.pages.image(case_id, page.ref, page.sheet, 300)
        assert len(image.rgb) == image.width * image.height * 3
        sizes.append((image.width, image.height > image.width))
    turned = workspace.pages.image(case_id, first_page(workspace, case_id), 1, 300, 90)

    assert sizes == [(300, True), (300, True)]
    assert turned.height < turned.width == 300


def test_an_original_that_is_gone_is_a_sentence(workspace: Workspace, tmp_path: Path) -> None:
    case_id = import_case(workspace, make_pdf(tmp_path / "a.pdf"))
    ref = first_page(workspace, case_id)
    for path in (workspace.data.folder / "vault" / ref.file[:2]).iterdir():
        path.chmod(0o600)  # Windows removes no read-only file
        path.unlink()

    with pytest.raises(UnreadableFile, match="原件已不在资料库"):
        workspace.pages.image(case_id, ref, 1, 300)


def test_an_original_is_opened_as_a_copy_that_goes_with_the_program(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = make_pdf(tmp_path / "决定书.pdf", ("行政处罚决定书",))
    case_id = import_case(workspace, file)
    ref = workspace.cases.view(case_id).pages[0].ref
    copy = workspace.originals.copy_of(case_id, ref)

    assert copy.name == "决定书.pdf"
    assert copy.read_bytes() == file.read_bytes()
    assert workspace.originals.copy_of(case_id, ref) == copy
    workspace.originals.drop()
    assert not copy.exists()
