"""How a page is laid out for reading: cells, labels and the values behind them."""

import pytest

from reviewer.model import Box, Line, Page, PageRef, TextSource
from reviewer.reading.sheet import Sheet
from tests.reading.building import docx, drawn, plain


def sheet_of(page: Page) -> Sheet:
    return Sheet((page,), [(0, None)])


def value(page: Page, field: str) -> str:
    sheet = sheet_of(page)
    return sheet.value(sheet.labels(field)[0], wrapped=True).text


def boxed(*lines: tuple[str, float, float]) -> Page:
    """Return a page of lines given as text, left and top; a line is 0.014 high."""
    return Page(
        PageRef("f", 1),
        595,
        842,
        tuple(
            Line(text, Box(left, top, left + 0.02 * len(text), top + 0.014))
            for text, left, top in lines
        ),
        TextSource.TEXT_LAYER,
    )


TWO_CELLS = boxed(
    ("复查地点", 0.1, 0.22),
    ("沙湖市交通运输综合行政执", 0.2, 0.21),
    ("法支队一大队停车场", 0.2, 0.231),
    ("复查时间", 0.55, 0.22),
    ("2024年12月23日", 0.67, 0.21),
    ("10时20分", 0.67, 0.231),
    ("当事人", 0.1, 0.27),
    ("马建国", 0.2, 0.27),
)


def test_lines_of_one_cell_are_read_together() -> None:
    assert "法支队一大队停车场复查时间2024年12月23日10时20分当事人" in sheet_of(TWO_CELLS).text


def test_a_value_takes_all_lines_of_its_cell_and_no_more() -> None:
    assert value(TWO_CELLS, "place") == "沙湖市交通运输综合行政执法支队一大队停车场"
    assert value(TWO_CELLS, "time") == "2024年12月23日10时20分"
    assert value(TWO_CELLS, "party") == "马建国"


@pytest.mark.parametrize(
    "page",
    [
        plain("受案时间：2024年3月1日"),
        plain("受 案 时 间：2024 年 3 月 1 日"),
        plain("受案时间 2024年3月1日"),
        plain("案由超限运输受案时间2024年3月1日"),
        plain("案号：宁交〔2024〕1号  受案时间：2024年3月1日  案由：超限"),
        drawn("受案时间|2024年3月1日|案由|超限"),
        drawn("受案时间|2024年|3月|1日|案由|超限"),
        drawn("案由|受案时间\n超限|2024年3月1日"),
        docx([["受案时间", "2024年3月1日", "案由", "超限"]]),
        docx([["受案时间\n2024年3月1日", "案由：超限"]]),
        docx([["案由", "受案时间"], ["超限", "2024年3月1日"]]),
    ],
    ids=[
        "colon", "spaced", "blank", "run together", "many in a line", "cells", "split date",
        "below", "word cells", "word inside a cell", "word below",
    ],
)  # fmt: skip
def test_a_value_stands_behind_its_label_in_every_layout(page: Page) -> None:
    assert value(page, "filing_date") == "2024年3月1日"


def test_a_label_broken_over_lines_is_one_label() -> None:
    page = boxed(("负责人", 0.1, 0.2), ("审批意见", 0.09, 0.22), ("同意。", 0.3, 0.21))

    assert [hit.label for hit in sheet_of(page).hits] == ["负责人审批意见"]


def test_a_word_in_a_sentence_is_no_label() -> None:
    assert [hit for hit in sheet_of(plain("经查，该当事人地址不详。")).hits if hit.sure] == []


ROWS = boxed(
    ("车货总质量", 0.155, 0.247),
    ("57000千克", 0.305, 0.247),
    ("限值", 0.185, 0.273),
    ("49000千克", 0.305, 0.273),
)


def test_labels_of_two_rows_are_two_labels_even_where_they_would_spell_one() -> None:
    assert value(ROWS, "gross_weight") == "57000千克"
    assert value(ROWS, "weight_limit") == "49000千克"
