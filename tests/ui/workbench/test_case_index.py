from dataclasses import replace

from reviewer.model import Box, PageRef, Place
from reviewer.ui.workbench.case_index import CaseIndex, Spot, unresolved
from tests.ui.workbench.builders import FILE, make_case, place


def test_a_page_is_called_by_its_folio() -> None:
    view = make_case(3)
    pages = tuple(replace(p, folio=str(int(p.folio) + 10)) for p in view.pages)
    index = CaseIndex(replace(view, pages=pages))

    assert index.name(0) == "11"
    assert index.typed("第12页") == 1


def test_without_any_folio_pages_are_counted() -> None:
    view = make_case(3)
    index = CaseIndex(replace(view, pages=tuple(replace(p, folio="") for p in view.pages)))

    assert index.name(2) == "3"
    assert index.typed("3") == 2


def test_a_page_without_folio_is_not_mistaken_for_one_with_it() -> None:
    view = make_case(3)
    pages = (*view.pages[:2], replace(view.pages[2], folio=""))
    index = CaseIndex(replace(view, pages=pages))

    assert index.name(2) == "序3"
    assert index.typed("序3") == 2


def test_a_page_that_is_not_there_is_not_found() -> None:
    index = CaseIndex(make_case(3))

    assert index.typed("9") == -1
    assert index.typed("九") == -1


def test_a_document_has_the_range_of_its_pages() -> None:
    index = CaseIndex(make_case(6))
    decision = index.view.reading.documents[1]

    assert index.of_document(decision) == (2, 3, 4)
    assert index.span(index.of_document(decision)) == "3–5"
    assert index.document_at(3) == decision


def test_pages_of_no_document_are_loose() -> None:
    assert CaseIndex(make_case(6)).loose() == (5,)


def test_a_typed_folio_of_a_paper_review_is_its_own_name() -> None:
    index = CaseIndex(make_case(0, (), paper=True))

    assert index.spots(Place("", 0, "", folio="47")) == ()
    assert index.label(Place("", 0, "", folio="47")) == "47"


def test_a_place_in_a_docx_lies_where_its_boxes_are() -> None:
    quoted = Place(FILE, 1, "罚款", block=3, chars=(0, 2))
    box = Box(0.1, 0.2, 0.3, 0.25)
    view = make_case(2)
    sheets = tuple(replace(p, ref=PageRef(FILE, 1)) for p in view.pages)
    index = CaseIndex(replace(view, pages=sheets), {quoted: ((2, box),)})

    assert index.spots(quoted) == (Spot(1, box),)


def test_only_docx_places_must_be_resolved_and_only_once() -> None:
    quoted = Place(FILE, 1, "罚款", block=3, chars=(0, 2))

    assert unresolved([place(1), quoted, quoted], {}) == (quoted,)
    assert unresolved([quoted], {quoted: ()}) == ()


def test_a_page_that_two_documents_share_is_listed_with_both() -> None:
    view = make_case(6)
    first, second, *rest = view.reading.documents
    shared = replace(first, pages=(*first.pages, second.pages[0]))
    reading = replace(view.reading, documents=(shared, second, *rest))
    index = CaseIndex(replace(view, reading=reading))

    assert index.of_document(shared) == (0, 1, 2)
    assert index.of_document(second) == (2, 3, 4)
