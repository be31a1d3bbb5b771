"""How reports cite."""

import pytest

from reviewer.reports.wording import articles, numeral


@pytest.mark.parametrize(
    ("basis", "cited"),
    [
        (("行政处罚法第六十一条",), "行政处罚法第六十一条"),
        (
            ("行政处罚法第四十二条", "行政处罚法第四十三条", "行政处罚法第五十五条"),
            "行政处罚法第四十二条至第四十三条、第五十五条",
        ),
        (
            ("行政处罚法第八十五条", "民事诉讼法第八十七条", "民事诉讼法第八十八条"),
            "行政处罚法第八十五条；民事诉讼法第八十七条至第八十八条",
        ),
        (("行政处罚法第五十九条第一款第一项", "行政处罚法第六十条"), None),
        (("文书制作规范",), "文书制作规范"),
        (("行政处罚法第六十一条", "行政处罚法第六十一条"), "行政处罚法第六十一条"),
        ((), ""),
    ],
    ids=["one", "a span and another", "two laws", "a paragraph", "no article", "twice", "none"],
)
def test_articles_are_cited_by_law_with_spans(basis: tuple[str, ...], cited: str | None) -> None:
    expected = cited if cited is not None else "行政处罚法第五十九条第一款第一项、第六十条"

    assert articles(basis) == expected


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (48, "四十八")]
)
def test_headings_are_numbered_in_chinese(number: int, words: str) -> None:
    assert numeral(number) == words
