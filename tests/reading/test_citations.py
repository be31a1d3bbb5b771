"""Articles of law as bureaus cite them, and whether they were violated or are applied."""

import pytest

from reviewer.model import CitedArticle
from reviewer.reading.citations import citations, cited_as, cited_editions
from reviewer.reading.sheet import Sheet
from tests.reading.building import docx

ROAD, HIGHWAY = "道路运输条例", "公路法"
WAYS: dict[str, tuple[str, list[tuple[str, int, int | None, int | None]]]] = {
    "full name, paragraph and item": (
        "依据《中华人民共和国道路运输条例》第六十三条第一款第（一）项",
        [(ROAD, 63, 1, 1)],
    ),
    "in digits": ("依据《道路运输条例》第63条第1款第1项", [(ROAD, 63, 1, 1)]),
    "year of revision behind the name": (
        "依据《道路运输条例》（2023年修订）第六十九条第二款",
        [(ROAD, 69, 2, None)],
    ),
    "year of revision inside the name": (
        "依据《中华人民共和国道路运输条例（2023修订）》第六十九条",
        [(ROAD, 69, None, None)],
    ),
    "without marks": ("依据中华人民共和国公路法第七十六条第五项", [(HIGHWAY, 76, None, 5)]),
    "taken up again": (
        "违反道路运输条例第二十四条，根据该条例第六十三条第（一）项",
        [(ROAD, 24, None, None), (ROAD, 63, None, 1)],
    ),
    "several articles of one law": (
        "《道路运输条例》第二十七条、第六十三条",
        [(ROAD, 27, None, None), (ROAD, 63, None, None)],
    ),
    "several items of one article": (
        "《公路法》第七十六条第（五）项、第（六）项",
        [(HIGHWAY, 76, None, 5), (HIGHWAY, 76, None, 6)],
    ),
    "paragraphs joined by 和": (
        "《公路法》第五十条第一款和第二款",
        [(HIGHWAY, 50, 1, None), (HIGHWAY, 50, 2, None)],
    ),
    "item without 第": ("《公路法》第七十六条（五）项", [(HIGHWAY, 76, None, 5)]),
    "a short name": ("依据《处罚法》第四十四条", [("行政处罚法", 44, None, None)]),
    "a scan's dash for 一, its 笫 for 第": (
        "《公路法》第五十条笫-款",
        [(HIGHWAY, 50, 1, None)],
    ),
    "angle brackets of a scan": ("<<公路法>>第七十六条", [(HIGHWAY, 76, None, None)]),
    "two laws in one sentence": (
        "依照《公路安全保护条例》第六十四条和《超限运输车辆行驶公路管理规定》第四十三条第一款第（二）项",
        [
            ("公路安全保护条例", 64, None, None),
            ("超限运输车辆行驶公路管理规定", 43, 1, 2),
        ],
    ),
    "what a statute quotes of itself": (
        "《公路法》第七十六条规定：“（一）违反本法第四十四条第一款规定的；”",
        [(HIGHWAY, 76, None, None)],
    ),
    "a document is no law": ("《违法行为通知书》第一条", []),
    "没有条款": ("依据有关法律法规的规定", []),
}


def sheet(text: str) -> Sheet:
    return Sheet([docx(text)], [(0, None)])


@pytest.mark.parametrize("name", WAYS)
def test_articles_are_read_however_they_are_cited(name: str) -> None:
    text, expected = WAYS[name]

    found = [cited for cited, _, _, _ in citations(sheet(text).text)]

    assert found == [CitedArticle(*one) for one in expected]


@pytest.mark.parametrize(
    "text",
    [
        "你违反了《道路运输条例》第二十四条的规定，依据《道路运输条例》第六十三条的规定，决定处罚。",
        "违法条款：《道路运输条例》第二十四条。处罚依据：《道路运输条例》第六十三条。",
        "其行为涉嫌违反道路运输条例第二十四条之规定，根据该条例第六十三条，拟处罚款。",
    ],
)
def test_what_was_violated_is_told_from_what_is_applied(text: str) -> None:
    duty = [found.value for found in cited_as("duty")(sheet(text))]
    penalty = [found.value for found in cited_as("penalty")(sheet(text))]

    assert duty == [CitedArticle(ROAD, 24)]
    assert penalty == [CitedArticle(ROAD, 63)]


def test_the_place_of_a_later_article_is_its_own_words() -> None:
    text = sheet("依据《公路法》第七十六条第（五）项、第（六）项").text

    assert [text[start:end] for _, start, end, _ in citations(text)][1] == "第(六)项"


def test_an_edition_is_named_with_its_year() -> None:
    found = [one.value for one in cited_editions(sheet("《道路运输条例》（2022年修订）第七十条"))]

    assert found == ["道路运输条例 2022"]
