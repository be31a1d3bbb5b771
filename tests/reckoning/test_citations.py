"""Articles and chapters as a sentence cites them."""

from reviewer.reckoning.citations import articles


def test_consecutive_articles_of_a_law_are_a_span() -> None:
    told = ["处罚法第五十五条第二款", "处罚法第四十二条", "处罚法第四十三条"]

    assert articles(told) == "处罚法第五十五条第二款、第四十二条至第四十三条"


def test_chapters_of_a_law_are_named_once() -> None:
    assert articles(["程序规定第三章", "程序规定第五章"]) == "程序规定第三章、第五章"
    assert articles(["程序规定第三章", "程序规定第四章"]) == "程序规定第三章至第四章"
    assert (
        articles(["程序规定第三章第十条", "文书制作规范"]) == "程序规定第三章第十条；文书制作规范"
    )
