"""Which numbers are a 卷内页号."""

import pytest

from reviewer.intake import read_folio
from reviewer.model import Box, Line

CORNERS = {
    "right": (0.93, 0.04),
    "left": (0.06, 0.04),
    "foot right": (0.93, 0.96),
    "foot left": (0.06, 0.96),
    "foot": (0.5, 0.96),
    "middle": (0.5, 0.5),
}


def line(text: str, where: str, confidence: float = 1.0) -> Line:
    x, y = CORNERS[where]
    return Line(text, Box(x - 0.02, y - 0.01, x + 0.02, y + 0.01), confidence)


SITUATIONS = {
    "top right": ([line("12", "right")], "12"),
    "top left, the back of a sheet": ([line("13", "left")], "13"),
    "foot right": ([line("7", "foot right")], "7"),
    "top right before foot right": ([line("7", "foot right"), line("12", "right")], "12"),
    "stamped with noughts": ([line("0012", "right")], "12"),
    "a stamp in the middle of the foot": ([line("012", "foot")], "12"),
    "the page number of a document": ([line("2", "foot")], ""),
    "a document's own numbering": ([line("112", "foot"), line("第2页 共3页", "foot")], ""),
    "with dashes, as documents print it": ([line("- 2 -", "foot right")], ""),
    "a year": ([line("2024", "right")], ""),
    "a date": ([line("2024.3.1", "right")], ""),
    "part of a text": ([line("第12号", "right")], ""),
    "not in a corner": ([line("12", "middle")], ""),
    "two numbers in one corner": ([line("12", "right"), line("13", "right")], ""),
    "badly read": ([line("12", "right", 0.4)], ""),
    "nought": ([line("0", "right")], ""),
    "nothing": ([], ""),
}


@pytest.mark.parametrize(("lines", "folio"), SITUATIONS.values(), ids=SITUATIONS)
def test_a_folio_is_read_where_it_stands_alone(lines: list[Line], folio: str) -> None:
    assert read_folio(lines) == folio
