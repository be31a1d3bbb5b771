"""Registers of service: one page, a section for each document that was served."""

from datetime import date

import pytest

from reviewer.model import Page, Served
from tests.reading.building import docx, drawn, plain, read, types, values

NOTICE, DECISION = "沙交罚告〔2024〕31号", "沙交罚〔2024〕31号"
FIRST, THEN = date(2024, 4, 2), date(2024, 4, 15)


def _table(name: str, number: str, day: str) -> list[list[str]]:
    return [
        ["文书名称", name, "文号", number],
        ["被送达人", "马建国", "送达方法", "直接送达"],
        ["送达地点", "本机关办案窗口", "", ""],
        ["送达时间", day, "签收人", "马建国"],
        ["送达人", "周超 丁一", "备注", ""],
    ]


SITUATIONS: dict[str, Page] = {
    "numbered, notes left blank": plain(f"""
法律文书送达登记表
沙交案〔2024〕第31号
一、行政处罚事先告知书
所送文书：行政处罚事先告知书
文书编号：{NOTICE}
受送达人：马建国
收到日期：2024年4月2日
收件人签名：马建国
送达人员：周超 120301；丁一 120302
备 注：
二、交通运输行政处罚决定书
所送文书：交通运输行政处罚决定书
文书编号：{DECISION}
受送达人：马建国
收到日期：2024年4月15日
收件人签名：马建国
送达人员：周超 120301；丁一 120302
备 注：
"""),
    "headings alone name it": drawn(f"""
^送达登记表
1、违法行为通知书
文号：{NOTICE}
签收人：马建国
签收日期：2024年4月2日
备注：无
2、行政处罚决定书
文号：{DECISION}
签收人：马建国
签收日期：2024年4月15日
备注：
"""),
    "the label begins the next one": drawn(f"""
^送达回证
所送文书|违法行为通知书
文号|{NOTICE}
收件人|马建国
收到时间|2024年4月2日
备注
所送文书|行政处罚决定书
文号|{DECISION}
收件人|马建国
收到时间|2024年4月15日
备注
"""),
    "tables below headings": docx(
        "执法文书送达登记表",
        "沙交案〔2024〕31号",
        "一、行政处罚意见告知书",
        _table("行政处罚意见告知书", NOTICE, "2024年4月2日"),
        "二、行政处罚决定书",
        _table("行政处罚决定书", DECISION, "2024年4月15日"),
    ),
    "tables below plain names": docx(
        "文书送达登记簿",
        "行政处罚事先告知书",
        _table("行政处罚事先告知书", NOTICE, "2024.4.2"),
        "行政处罚决定书",
        _table("行政处罚决定书", DECISION, "2024.4.15"),
    ),
    "rows of one table": docx(
        "送达回证",
        [
            ["（一）送达文书", "行政处罚告知书"],
            ["文书编号", NOTICE],
            ["收件人", "马建国"],
            ["收件日期", "2024-04-02"],
            ["（二）送达文书", "行政处罚决定书"],
            ["文书编号", DECISION],
            ["收件人", "马建国"],
            ["收件日期", "2024-04-15"],
        ],
    ),
}


def _served(page: Page) -> list[Served]:
    return [one for one in values(read(page), "served") if isinstance(one, Served)]


@pytest.mark.parametrize("page", SITUATIONS.values(), ids=SITUATIONS)
def test_each_section_is_a_receipt_of_its_own(page: Page) -> None:
    reading = read(page)

    assert types(reading) == ["DT37"]
    assert [(one.document, one.number, one.date) for one in _served(page)] == [
        ("DT26", NOTICE, FIRST),
        ("DT35", DECISION, THEN),
    ]
    assert values(reading, "decision_served_date") == [THEN]


def test_a_section_that_bears_no_day_does_not_borrow_that_of_another() -> None:
    served = _served(
        plain(f"""
送达登记表
一、所送文书：违法行为通知书
文书编号：{NOTICE}
收到日期：2024年4月2日
收件人签名：马建国
二、所送文书：行政处罚决定书
文书编号：{DECISION}
收到日期：
收件人签名：
""")
    )

    assert [(one.document, one.date) for one in served] == [("DT26", FIRST), ("DT35", None)]


def test_names_above_one_signature_share_its_day() -> None:
    served = _served(
        plain(f"""
送达回证
送达文书：行政处罚决定书（{DECISION}）
送达文书：责令改正违法行为通知书（沙交责改〔2024〕31号）
受送达人：马建国
签收日期：2024年4月15日
""")
    )

    assert [(one.document, one.date) for one in served] == [("DT35", THEN), ("DT19", THEN)]


def test_each_section_has_its_own_method() -> None:
    served = _served(
        plain(f"""
文书送达登记表
一、违法行为通知书
文书编号：{NOTICE}
送达方式：直接送达
收到日期：2024年4月2日
二、行政处罚决定书
文书编号：{DECISION}
送达方式：留置送达
收到日期：2024年4月15日
""")
    )

    assert [one.method for one in served] == ["直接送达", "留置送达"]


def test_a_decision_behind_the_receipt_keeps_its_own_document() -> None:
    """All documents of this file bear numbers; the decision is none of the register's sections."""
    page = docx(
        "15、送达回证",
        [["送达文书", "违法行为通知书"], ["收件人", "马建国"], ["收件日期", "2024年4月2日"]],
        "16、行政处罚决定书",
        DECISION,
        "当事人：马建国。本机关于2024年4月2日送达违法行为通知书，决定罚款三千元。",
        "如不服本决定，可以在六十日内申请行政复议。",
    )

    assert types(read(page)) == ["DT37", "DT35"]
