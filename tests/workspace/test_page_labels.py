"""Pages are called by 卷内页号 where that can be believed, else by file and page."""

import pytest

from reviewer.model import Page, PageRef, Place, TextSource
from reviewer.workspace.page_labels import believable, make_labels
from tests.workspace.builders import SHA


def make_pages(*folios: str) -> list[Page]:
    return [
        Page(PageRef(SHA, number), 595.0, 842.0, (), TextSource.OCR, folio=folio)
        for number, folio in enumerate(folios, 1)
    ]


@pytest.mark.parametrize(
    ("read", "believed"),
    [
        (("1", "2", "3"), ["1", "2", "3"]),
        (("", "2", "3", "4"), ["2", "3", "4"]),
        (("1", "2", "1", "2"), []),
        (("1", "9", "3", "4"), ["1", "3", "4"]),
        (("1", "2"), []),
        (("1", "2", "3", "1", "2", "3"), ["1", "2", "3"]),
        (("1", "2", "3", "", "4", "5", "6"), ["1", "2", "3", "4", "5", "6"]),
        (("x", "", "3"), []),
    ],
    ids=["all", "cover", "own numbers", "misread", "too few", "starts anew", "inserted", "noise"],
)
def test_a_stamped_number_is_believed_where_it_runs_on(
    read: tuple[str, ...], believed: list[str]
) -> None:
    assert list(believable(make_pages(*read)).values()) == believed


def test_a_typed_number_holds_over_a_stamped_one() -> None:
    labels = make_labels(make_pages("1", "2", "3"), {(SHA, 2): "8"}, {SHA: "甲/案卷.pdf"})

    assert [labels.page(PageRef(SHA, page)) for page in (1, 2, 3)] == ["1", "8", "3"]


def test_without_a_number_a_page_is_called_by_file_and_page() -> None:
    labels = make_labels(make_pages("", ""), {}, {SHA: "甲/案卷.pdf"})

    assert labels.place(Place(SHA, 2, "")) == "案卷.pdf 第 2 页"


def test_a_place_of_a_paper_file_is_the_typed_number() -> None:
    labels = make_labels((), {}, {})

    assert labels.place(Place("", 0, "", folio="37")) == "37"


def test_a_word_file_is_cited_by_its_name_alone() -> None:
    labels = make_labels([], {}, {"ab": "卷/03 行政处罚决定书.docx"})

    assert labels.page(PageRef("ab", 1)) == "03 行政处罚决定书.docx"
