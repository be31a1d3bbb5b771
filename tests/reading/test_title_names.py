"""The names that a line may hold, and those that it cannot."""

import pytest

from reviewer.reading.kinds import load_kinds
from reviewer.reading.title_names import TitleNames

NAMES = TitleNames(load_kinds())


@pytest.mark.parametrize(
    ("text", "missing", "name"),
    [
        ("某市交通运输局行政处罚决定书", 0, "行政处罚决定书"),
        ("行政处罚决走书", 1, "行政处罚决定书"),
        ("行政外罚决走书", 2, "行政处罚决定书"),
    ],
    ids=["stands there", "one misread", "two misread"],
)
def test_a_name_that_may_stand_in_a_line_is_kept(text: str, missing: int, name: str) -> None:
    assert (name, "DT35") in NAMES.nearly_in(text, missing)
    assert not missing or (name, "DT35") not in NAMES.nearly_in(text, missing - 1)


def test_names_come_in_the_order_of_their_types() -> None:
    kept = NAMES.nearly_in("行政处罚决定书", 99)
    assert kept == [(name, kind.code) for kind in load_kinds() for name in kind.names]


def test_a_line_of_other_characters_holds_no_name() -> None:
    assert NAMES.nearly_in("12345", 2) == [
        (name, code) for name, code in NAMES.nearly_in("", 2) if len(set(name)) <= 2
    ]
