"""Receipts of service, one document each, as forms, tables and sentences."""

from datetime import date

import pytest

from reviewer.model import Page, Served
from tests.reading.building import docx, drawn, plain, read, values

DAY = date(2024, 4, 15)
NUMBER = "宁交执罚〔2024〕12号"
SERVED = Served("DT35", NUMBER, DAY, "直接送达")

SITUATIONS: dict[str, Page] = {
    "lines": drawn("""
^送达回证
案号：宁交执案〔2024〕12号
受送达人：马建国
送达文书名称及文号：《行政处罚决定书》（宁交执罚〔2024〕12号）
送达方式：直接送达
受送达人签名：马建国   2024年4月15日
送达人：周超、丁一
"""),
    "table of labels": drawn("""
^送达回证
受送达人|马建国
送达文书名称|行政处罚决定书
文号|宁交执罚〔2024〕12号
送达方式|直接送达
送达地点|执法大队
收件人签名|马建国
送达日期|2024年4月15日
"""),
    "table of columns": drawn(
        """
^送达回证
受送达人|马建国
送达文书名称、文号|收件人签名|送达地点|送达日期|送达方式
行政处罚决定书|马建国|执法大队|2024年4月15日|直接送达
宁交执罚〔2024〕12号
备注|无
""",
        columns=(0.08, 0.4, 0.52, 0.64, 0.84),
    ),
    "word table": docx(
        "送达回证",
        [
            ["受送达人", "马建国"],
            ["送达文书名称及文号", "《行政处罚决定书》\n宁交执罚〔2024〕12号"],
            ["送达方式", "☑直接送达 □留置送达 □邮寄送达"],
            ["受送达人签名或盖章", "马建国\n2024年4月15日"],
            ["送达人", "周超 丁一"],
        ],
    ),
    "word columns": docx(
        "送达回证",
        [
            ["送达文书名称、文号", "收件人签名", "送达日期", "送达方式"],
            ["行政处罚决定书 宁交执罚〔2024〕12号", "马建国", "2024年4月15日", "直接送达"],
        ],
    ),
    "handwritten over split cells": drawn("""
^送达回证
受送达人|马建国
送达文书|行政处罚决定书（宁交执罚〔2024〕12号）
送达方式|直接送达
签收日期|2024年|4月|15日
"""),
    "wrapped cells": drawn(
        """
^送达回证
受送达人：马建国
序号|送达文书名称|文号|收件人|收到时间
1|行政处罚决定|宁交执罚〔2024〕|马建国|2024年4
|书|12号||月15日
送达方式：直接送达
""",
        columns=(0.08, 0.16, 0.34, 0.62, 0.76),
    ),
    "boxes before their words": drawn("""
^送达回证
送达文书及文号|宁交执罚〔2024〕第12号《行政处罚决定书》1份
送达方式|■直接送达 □留置送达 □邮寄送达 □公告送达
受送达人签收|签名：马建国 2024年4月15日
送达人|周超、丁一
"""),
    "boxes behind their words": docx(
        "送达回证",
        [
            ["送达文书及文号", "行政处罚决定书（宁交执罚〔2024〕12号）"],
            ["送达方式", "留置送达□ 直接送达√ 邮寄送达□ 公告送达□"],
            ["受送达人签收", "马建国 2024年4月15日"],
        ],
    ),
    "columns with the officers beside": docx(
        "送达回证",
        [
            ["送达文书名称、文号", "送达人签名", "收件日期", "送达方式"],
            ["行政处罚决定书", "周超、丁一", "2024年4月15日", "直接送达"],
            ["宁交执罚〔2024〕12号", "", "", ""],
        ],
    ),
    "sentence": plain("""
送达回执
今收到沙湖市交通运输局直接送达的《行政处罚决定书》（宁交执罚〔2024〕12号）一份。
签收人：马建国
二〇二四年四月十五日
"""),
}


@pytest.mark.parametrize("page", SITUATIONS.values(), ids=SITUATIONS.keys())
def test_a_receipt_tells_what_when_and_how(page: Page) -> None:
    reading = read(page)

    assert values(reading, "served") == [SERVED]
    assert values(reading, "decision_served_date") == [DAY]


def test_a_receipt_with_two_documents_has_two_days() -> None:
    page = docx(
        "送达回证",
        [
            ["送达文书名称、文号", "收件人签名", "送达日期", "送达方式"],
            ["违法行为通知书 宁交执告〔2024〕12号", "马建国", "2024年4月2日", "直接送达"],
            ["行政处罚决定书 宁交执罚〔2024〕12号", "马建国", "2024年4月15日", "留置送达"],
        ],
    )

    reading = read(page)

    assert values(reading, "notice_served_date") == [date(2024, 4, 2)]
    assert values(reading, "decision_served_date") == [DAY]
    assert [one.method for one in values(reading, "served")] == ["直接送达", "留置送达"]  # type: ignore[attr-defined]


def test_a_number_names_the_document_when_the_receipt_does_not() -> None:
    decision = docx("行政处罚决定书", NUMBER, "决定罚款3000元。", file="1.docx")
    receipt = docx("送达回证", f"送达文书文号：{NUMBER}", "签收日期：2024年4月15日", file="2.docx")

    (served,) = values(read(decision, receipt), "served")

    assert served == Served("DT35", NUMBER, DAY, "")


def test_a_receipt_without_a_day_says_so() -> None:
    page = docx("送达回证", "送达文书：行政处罚决定书", "签收日期：    年   月   日")

    (served,) = values(read(page), "served")

    assert served == Served("DT35", "", None, "")


def test_who_delivers_is_an_officer() -> None:
    officers = values(read(SITUATIONS["lines"]), "officer")

    assert [one.name for one in officers] == ["周超", "丁一"]  # type: ignore[attr-defined]


POSTED: dict[str, tuple[Page, date | None]] = {
    "a label": (
        drawn("""
^送达回证
受送达人|马建国
送达文书名称|行政处罚决定书
送达方式|邮寄送达
交邮日期|2024年4月12日
收件日期|2024年4月15日
"""),
        date(2024, 4, 12),
    ),
    "a sentence in the remarks": (
        drawn("""
^送达回证
受送达人：马建国
送达文书名称及文号：《行政处罚决定书》（宁交执罚〔2024〕12号）
送达方式：邮寄送达
收件日期：2024年4月15日
备注：2024年4月12日通过邮政特快专递寄出，单号1234567890123
"""),
        date(2024, 4, 12),
    ),
    "only the day of receipt": (
        drawn("""
^送达回证
受送达人：马建国
送达文书名称：行政处罚决定书
送达方式：邮寄送达
收件日期：2024年4月15日
备注：以邮件回执注明的收件日期为送达日期
"""),
        None,
    ),
    "served by mail on a day": (
        drawn("""
^送达回证
受送达人：马建国
送达文书名称：行政处罚决定书
2024年4月15日邮寄送达，本人签收
"""),
        None,
    ),
}


@pytest.mark.parametrize("situation", POSTED)
def test_the_day_of_posting_is_told_from_that_of_receipt(situation: str) -> None:
    page, expected = POSTED[situation]
    assert values(read(page), "posted_on") == ([] if expected is None else [expected])
