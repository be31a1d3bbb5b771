"""Receipts that serve several documents, and days that stand in columns of their own."""

from datetime import date

import pytest

from reviewer.model import Page, Served
from tests.reading.building import docx, drawn, plain, read, values

NOTICE, DECISION = "宁交执告〔2024〕12号", "宁交执罚〔2024〕12号"
FIRST, THEN = date(2024, 4, 2), date(2024, 4, 15)
COLUMNS = (0.08, 0.28, 0.56, 0.66, 0.74, 0.82)

SITUATIONS: dict[str, Page] = {
    "columns 年 月 日": docx(
        "送达回证",
        [
            ["送达文书名称", "文号", "年", "月", "日", "收件人签名"],
            ["违法行为通知书", NOTICE, "2024", "4", "2", "马建国"],
            ["行政处罚决定书", DECISION, "2024", "4", "15", "马建国"],
        ],
    ),
    "a head over 年 月 日": docx(
        "送达回证",
        [
            ["送达文书名称", "送达文书文号", "收件日期", "", "", "受送达人签名"],
            ["", "", "年", "月", "日", ""],
            ["违法行为通知书", NOTICE, "2024", "4", "2", "马建国"],
            ["行政处罚决定书", DECISION, "2024", "4", "15", "马建国"],
        ],
    ),
    "drawn columns": drawn(
        f"""
^送达回证
受送达人|马建国
文书名称|文号|收件时间|||签收人
||年|月|日
违法行为通知书|{NOTICE}|2024|4|2|马建国
行政处罚决定书|{DECISION}|2024|4|15|马建国
送达方式|直接送达
""",
        columns=COLUMNS,
    ),
    "drawn pieces with their marks": drawn(
        f"""
^送达回证
受送达人|马建国
送达文书|文号|签收日期|||签收人
违法行为通知书|{NOTICE}|2024年|4月|2日|马建国
行政处罚决定书|{DECISION}|2024年|4月|15日|马建国
送达人|周超、丁一
""",
        columns=COLUMNS,
    ),
    "rows that repeat": docx(
        "送达回证",
        [
            ["送达文书", f"《违法行为通知书》（{NOTICE}）"],
            ["收件人签名及日期", "马建国 2024年4月2日"],
            ["送达文书", f"《行政处罚决定书》（{DECISION}）"],
            ["收件人签名及日期", "马建国 2024年4月15日"],
        ],
    ),
    "lines that repeat": plain(f"""
送达回证
受送达人：马建国
一、送达文书：违法行为通知书（{NOTICE}）
签收人：马建国 签收日期：2024年4月2日
二、送达文书：行政处罚决定书（{DECISION}）
签收人：马建国 签收日期：2024年4月15日
"""),
    "lines without label": plain(f"""
送达回证
1.《违法行为通知书》（{NOTICE}）
马建国 2024年4月2日
2.《行政处罚决定书》（{DECISION}）
马建国 2024年4月15日
"""),
}


@pytest.mark.parametrize("page", SITUATIONS.values(), ids=SITUATIONS)
def test_every_document_of_a_receipt_has_its_own_day(page: Page) -> None:
    served = [one for one in values(read(page), "served") if isinstance(one, Served)]

    assert [(one.document, one.number, one.date) for one in served] == [
        ("DT26", NOTICE, FIRST),
        ("DT35", DECISION, THEN),
    ]


def test_one_day_for_all_stays_that_of_all() -> None:
    page = docx(
        "送达回证",
        [
            [
                "送达文书",
                f"《行政处罚决定书》（{DECISION}）、《责令改正通知书》（宁交责改〔2024〕12号）",
            ],
            ["送达时间", "2024", "年", "4", "月", "15", "日"],
            ["受送达人签名", "马建国"],
        ],
    )

    days = [one.date for one in values(read(page), "served") if isinstance(one, Served)]

    assert days == [THEN, THEN]
