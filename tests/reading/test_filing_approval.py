"""Whose date approves the filing: the leader's, never that of an office before an empty section."""

from datetime import date

import pytest

from tests.reading.building import docx, plain, read, values

HEAD = "立案审批表\n案由：未取得道路运输经营许可从事客运\n受案时间：2024年3月1日\n当事人：马建国\n"
EMPTY = {
    "lines": "承办机构意见：同意，报请审批。\n签章：汤春梅　2024年3月4日\n"
    "负责人审批意见：\n签章：　　　　年　　月　　日\n",
    "one line each": "办案机构意见：同意立案。汤春梅 2024年3月4日\n机关负责人意见：　　　签名：\n",
    "a department's leader": "承办部门负责人意见：同意立案\n签名：汤春梅 2024年3月4日\n"
    "行政机关负责人审批意见：\n年　月　日\n",
}
SIGNED = (
    "承办机构意见：同意，报请审批。\n签章：汤春梅　2024年3月4日\n"
    "负责人审批意见：同意立案。\n签章：安国庆　2024年3月5日\n"
)


@pytest.mark.parametrize("printed", EMPTY.values(), ids=EMPTY.keys())
def test_the_office_does_not_approve_for_the_leader(printed: str) -> None:
    assert values(read(plain(HEAD + printed)), "filing_approved_date") == []


def test_the_leader_approves() -> None:
    assert values(read(plain(HEAD + SIGNED)), "filing_approved_date") == [date(2024, 3, 5)]


def test_cells_of_a_table() -> None:
    rows = [
        ["当事人", "马建国"],
        ["承办机构意见", "同意立案，请领导审批。\n汤春梅 2024年3月4日"],
        ["负责人审批意见", "签名：\n年 月 日"],
    ]
    assert values(read(docx("立案登记表", rows)), "filing_approved_date") == []
