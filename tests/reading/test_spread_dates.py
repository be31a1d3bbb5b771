"""Dates whose pieces stand in cells of their own, on paper that was scanned askew."""

from datetime import date

import pytest

from reviewer.model import Box, Line, Page, PageRef, TextSource
from tests.reading.building import drawn, read, values

_PIECES = (("2024", 0.64), ("年", 0.70), ("10", 0.74), ("月", 0.77), ("17", 0.81), ("日", 0.85))


def _approval(lean: float, certainty: int = 98) -> Page:
    """Return a filing form whose right side stands `lean` of the page lower than its left."""
    head = drawn(
        "^立案登记表\n案由|未取得许可从事货运\n受案时间|2024年10月16日", certainty=certainty
    )
    left = (
        ("负责人审批", 0.11, 0.60),
        ("意见", 0.11, 0.619),
        ("准予立案。签名：巴特尔", 0.23, 0.608),
    )
    pieces = tuple((text, x, 0.608) for text, x in _PIECES)
    lines = [
        Line(
            text,
            Box(x, y + lean * x, x + 0.012 * len(text), y + lean * x + 0.016),
            0.98,
            bytes([certainty] * len(text)),
        )
        for text, x, y in (*left, *pieces)
    ]
    return Page(PageRef("case.pdf", 1), 595, 842, (*head.lines, *lines), TextSource.OCR)


@pytest.mark.parametrize("lean", [-0.02, -0.008, 0.0, 0.004, 0.008, 0.012, 0.02])
def test_the_pieces_of_an_approval_date_are_one_date_however_askew(lean: float) -> None:
    assert values(read(_approval(lean)), "filing_approved_date") == [date(2024, 10, 17)]


def test_numbers_without_the_words_of_a_date_stay_apart() -> None:
    page = drawn("^立案登记表\n案由|未取得许可从事货运\n称重|2024|10|17")
    assert date(2024, 10, 17) not in values(read(page), "filing_approved_date")
