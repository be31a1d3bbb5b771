"""Dates that a program prints at the head or foot of every page."""

import datetime

import pytest

from reviewer.model import Page
from tests.reading.building import docx, drawn, plain, read, values

BODY = (
    "^法制审核意见书\n案由：未取得许可从事经营\n当事人：马建国\n"
    "经审核，事实清楚，证据充分，程序合法，同意处罚建议。\n"
    "审核人意见：审核通过\n签名：曲长河（电子签名） 2025年3月6日"
)
DAY = datetime.date(2025, 3, 6)


def _footed(foot: str, body: str = BODY, page: int = 1) -> Page:
    """Return the page with a line at its very foot."""
    rows = body.split("\n")
    return drawn("\n".join([*rows, *[" "] * (33 - len(rows)), foot]), page)


@pytest.mark.parametrize(
    "foot",
    [
        "打印时间：2025-04-17　　第 9 页",
        "打印日期：2025年4月17日　打印人：张三",
        "本文书由执法系统生成，打印时间：2025-04-17 09:33:21",
        "导出时间:2025.04.17 9:33",
        "打印时间：|2025-04-17|第9页",
        "系统导出于2025-04-17",
    ],
)
def test_the_day_of_printing_is_not_the_papers(foot: str) -> None:
    assert values(read(_footed(foot)), "legal_review_date") == [DAY]


def test_a_request_whose_last_line_is_the_printing() -> None:
    page = plain(
        "听证申请书\n临泽县交通运输局：\n我收到违法行为通知书，现要求举行听证。\n"
        "申请人：章宏伟\n2025年3月10日\n打印时间：2025-04-17　　第 12 页"
    )

    assert values(read(page), "hearing_request_date") == [datetime.date(2025, 3, 10)]


def test_the_second_page_holds_no_other_date() -> None:
    first = _footed("打印时间：2025-04-17　　第 9 页")
    second = _footed("打印时间：2025-04-17　　第 10 页", "（接上页）\n附：证据目录一份。", 2)

    assert values(read(first, second), "legal_review_date") == [DAY]


def test_a_docx_whose_last_paragraph_is_the_printing() -> None:
    page = docx(*BODY.replace("^", "").split("\n"), "打印时间：2025-04-17")

    assert values(read(page), "legal_review_date") == [DAY]


def test_a_receipt_that_only_its_printing_dates() -> None:
    page = _footed(
        "打印日期：2025-04-17",
        "^非税收入一般缴款书（收据）\n缴款人：马建国\n项目：交通运输罚款\n金额：3000.00元",
    )

    assert values(read(page), "paid_date") == [datetime.date(2025, 4, 17)]
