"""Sentences call a page as the reviewer's sheet does: by 卷内页号 where it has one."""

import pytest

from reviewer.checking.words import all_pages, page_list, place_list
from reviewer.model import PageRef, Place

FILE, OTHER = "a" * 64, "b" * 64
ONE_FILE = {FILE: "案卷.pdf"}
TWO_FILES = {FILE: "正卷.pdf", OTHER: "副卷.pdf"}
FOLIOS = {PageRef(FILE, 9): "7", PageRef(FILE, 10): "8", PageRef(FILE, 12): "10"}


@pytest.mark.parametrize(
    ("paths", "pages", "folios", "words"),
    [
        (ONE_FILE, [9, 10], {}, "第9—10页"),
        (TWO_FILES, [9], {}, "《正卷.pdf》第9页"),
        (ONE_FILE, [9, 10, 12], FOLIOS, "卷内第7—8、10页"),
        (TWO_FILES, [9], FOLIOS, "卷内第7页"),
        (ONE_FILE, [9, 11], FOLIOS, "卷内第7页、第11页"),
        (ONE_FILE, [9], {PageRef(FILE, 9): "副3"}, "卷内第副3页"),
    ],
    ids=[
        "no folio",
        "two files",
        "all stamped",
        "stamped, two files",
        "one not stamped",
        "letters",
    ],
)
def test_pages_are_named(
    paths: dict[str, str], pages: list[int], folios: dict[PageRef, str], words: str
) -> None:
    assert page_list(paths, [PageRef(FILE, page) for page in pages], folios) == words


def test_a_stray_number_in_a_corner_is_no_page_name() -> None:
    place = Place(FILE, 9, "2024年4月10日", folio="3")

    assert place_list(ONE_FILE, [place]) == "第9页"


def test_a_paper_case_is_cited_by_the_typed_page() -> None:
    assert place_list({}, [Place("", 0, "2024-04-10", folio="12")]) == "卷内第12页"


def test_what_was_searched_is_counted_where_pages_are_stamped() -> None:
    refs = [PageRef(FILE, page) for page in range(1, 24)]

    assert all_pages(ONE_FILE, refs, FOLIOS) == "全部 23 页"
