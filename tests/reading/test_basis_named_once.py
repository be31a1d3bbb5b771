"""A decision may name its law once, with the article that was broken."""

import pytest

from tests.reading.building import docx, drawn, read, values


@pytest.mark.parametrize(
    "ground",
    [
        "违反《中华人民共和国道路运输条例》第二十四条，依据第六十三条第（一）项，决定罚款5000元。",
        "违反了《中华人民共和国道路运输条例》第二十四条的规定，现根据第六十三条，决定罚款5000元。",
        "违反《公路安全保护条例》第三十三条第一款。依据第六十四条，决定罚款5000元。",
        "违反《道路运输条例》第二十四条，依照同条例第六十三条第一项，决定罚款5000元。",
        "违反《道路运输条例》第二十四条之规定，依据其第六十三条第一项，处罚款5000元。",
    ],
)
def test_the_article_of_the_same_law_is_the_basis(ground: str) -> None:
    assert "处罚依据" in values(read(docx("行政处罚决定书", "当事人：田有。", ground)), "stated")
    page = drawn(f"^行政处罚决定书\n当事人：田有。\n{ground[:38]}\n{ground[38:]}")
    assert "处罚依据" in values(read(page), "stated")


@pytest.mark.parametrize(
    "ground",
    [
        "违反《道路运输条例》第二十四条，决定罚款5000元。",
        "违反《道路运输条例》第二十四条，决定罚款5000元。根据《行政处罚法》第七十二条，每日加处百分之三。",
        "你的行为违法，依据第六十三条，决定罚款5000元。",
    ],
)
def test_no_article_or_that_of_no_law_is_no_basis(ground: str) -> None:
    assert "处罚依据" not in values(
        read(docx("行政处罚决定书", "当事人：田有。", ground)), "stated"
    )
