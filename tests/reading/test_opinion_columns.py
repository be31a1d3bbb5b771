"""Opinions whose labels stand side by side, each with its signature and date below."""

import datetime

import pytest

from reviewer.model import Page
from tests.reading.building import docx, drawn, read, values

HEAD = "立案审批表\n案由：未取得许可从事经营\n受案时间：2024年4月2日\n当事人：马建国\n"
COLUMNS = (0.1, 0.4, 0.7)


def _three(heads: str, below: str, columns: tuple[float, ...] = COLUMNS) -> Page:
    return drawn(f"^{HEAD}{heads}\n{below}", columns=columns)


@pytest.mark.parametrize(
    "heads",
    [
        "承办人意见|执法机构意见|局负责人意见",
        "承办人意见|承办机构意见|负责人意见",
        "承办人员意见|大队负责人意见|局领导意见",
        "经办人意见|部门负责人意见|县局负责人意见",
        "承办人意见|中队意见|支队长意见",
    ],
)
def test_the_heads_own_date_approves(heads: str) -> None:
    page = _three(
        heads,
        "建议立案|拟同意立案|同意立案\n签名：费秀兰|签名：武晓芸|签名：华雪莲\n"
        "2024年4月2日|2024年4月2日|2024年4月3日\n－3－",
    )

    assert values(read(page), "filing_approved_date") == [datetime.date(2024, 4, 3)]


def test_two_columns() -> None:
    page = _three(
        "承办人意见|局领导审批意见",
        "建议立案调查|同意\n签名：费秀兰|签名：华雪莲\n2024年4月2日|2024年4月5日",
        (0.1, 0.55),
    )

    assert values(read(page), "filing_approved_date") == [datetime.date(2024, 4, 5)]


def test_the_head_stands_in_the_second_row_of_labels() -> None:
    page = _three(
        "承办人意见|承办机构意见",
        "建议立案|拟同意立案\n费秀兰|武晓芸\n2024年4月2日|2024年4月2日\n"
        "法制审核意见|局负责人意见\n同意立案|同意立案\n曲长河|华雪莲\n2024年4月3日|2024年4月4日",
        (0.1, 0.55),
    )

    assert values(read(page), "filing_approved_date") == [datetime.date(2024, 4, 4)]


def test_the_head_has_not_signed() -> None:
    page = _three(
        "承办人意见|执法机构意见|局负责人意见",
        "建议立案|拟同意立案|\n签名：费秀兰|签名：武晓芸|签名：\n"
        "2024年4月2日|2024年4月2日|年  月  日",
    )

    assert values(read(page), "filing_approved_date") == []


def test_cells_of_a_docx() -> None:
    page = docx(
        "立案审批表",
        [["案由", "未取得许可从事经营"], ["受案时间", "2024年4月2日"]],
        [
            ["承办人意见", "执法机构意见", "局负责人意见"],
            [
                "建议立案\n签名：费秀兰\n2024年4月2日",
                "拟同意立案\n签名：武晓芸\n2024年4月2日",
                "同意立案\n签名：华雪莲\n2024年4月3日",
            ],
        ],
    )

    assert values(read(page), "filing_approved_date") == [datetime.date(2024, 4, 3)]


def test_rows_of_opinion_signature_and_date_in_a_docx() -> None:
    page = docx(
        "立案审批表",
        [["案由", "未取得许可从事经营"], ["受案时间", "2024年4月2日"]],
        [
            ["承办人意见", "执法机构意见", "局负责人意见"],
            ["建议立案", "拟同意立案", "同意立案"],
            ["费秀兰", "武晓芸", "华雪莲"],
            ["2024-04-02", "2024-04-02", "2024-04-03"],
        ],
    )

    assert values(read(page), "filing_approved_date") == [datetime.date(2024, 4, 3)]


WORDS = ("建议立案", "拟同意立案", "同意立案")
NAMES = ("费秀兰", "武晓芸", "华雪莲")
DAYS = ("2024年4月2日", "2024年4月2日", "2024年4月3日")
PEOPLE = [
    ("承办人", "承办机构负责人", "单位负责人"),
    ("承办人员", "大队长", "分管局长"),
    ("承办人签字", "科室审核", "领导审批"),
]
TABLE = [["案由", "未取得许可从事经营"], ["受案时间", "2024年4月2日"]]


@pytest.mark.parametrize("people", PEOPLE)
@pytest.mark.parametrize("turned", [False, True])
def test_a_grid_of_opinion_signature_and_date_in_a_docx(
    people: tuple[str, ...], turned: bool
) -> None:
    rows = [["环节", *people], ["意见", *WORDS], ["签名", *NAMES], ["日期", *DAYS]]
    grid = [list(column) for column in zip(*rows, strict=True)] if turned else rows

    found = read(docx("立案审批表", TABLE, grid))

    assert values(found, "filing_approved_date") == [datetime.date(2024, 4, 3)]


@pytest.mark.parametrize("people", PEOPLE)
@pytest.mark.parametrize("turned", [False, True])
def test_a_drawn_grid_of_opinion_signature_and_date(people: tuple[str, ...], turned: bool) -> None:
    rows = [["环节", *people], ["意见", *WORDS], ["签名", *NAMES], ["日期", *DAYS]]
    grid = [list(column) for column in zip(*rows, strict=True)] if turned else rows
    text = "\n".join("|".join(row) for row in grid)

    found = read(drawn(f"^{HEAD}{text}", columns=(0.05, 0.22, 0.45, 0.7)))

    assert values(found, "filing_approved_date") == [datetime.date(2024, 4, 3)]


def test_the_office_agrees_and_the_head_has_not_signed() -> None:
    rows = [
        ["承办人意见", "建议立案", "费秀兰", "2024年4月2日"],
        ["承办机构意见", "同意立案", "武晓芸", "2024年4月2日"],
        ["负责人审批意见", "", "", ""],
    ]

    assert values(read(docx("立案审批表", TABLE, rows)), "filing_approved_date") == []


def test_the_head_closes_the_case_in_a_grid() -> None:
    rows = [
        ["", "承办人", "法制审核", "单位负责人"],
        ["意见", "建议结案", "拟同意结案", "同意结案"],
        ["日期", "2024年6月2日", "2024年6月3日", "2024年6月4日"],
    ]
    found = read(docx("结案报告", [["案由", "未取得许可"], ["当事人", "马建国"]], rows))

    assert values(found, "closing_date") == [datetime.date(2024, 6, 4)]
