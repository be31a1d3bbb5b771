"""What a line and a page say about how surely they were read."""

from reviewer.model import Box, Line, Page, PageRef, TextSource


def test_a_part_of_a_line_is_as_certain_as_its_weakest_character() -> None:
    line = Line("2024年", Box(0, 0, 1, 1), 0.9, certainty=bytes([99, 98, 60, 97, 99]))

    assert line.weakest(0, 2) == 0.98
    assert line.weakest() == 0.6


def test_a_line_without_certainties_is_as_certain_as_a_whole() -> None:
    assert Line("案由", None, 0.7).weakest(1) == 0.7


def test_long_lines_weigh_more_in_the_confidence_of_a_page() -> None:
    lines = (Line("一" * 9, None, 1.0), Line("二", None, 0.5))
    page = Page(PageRef("ab", 1), 595, 842, lines, TextSource.OCR)

    assert page.confidence == 0.95


def test_a_page_without_lines_is_not_weak() -> None:
    assert Page(PageRef("ab", 1), 595, 842, (), TextSource.TEXT_LAYER).confidence == 1.0
