"""Cases that were withdrawn (撤销案件): which papers say so, and which only propose it."""

import pytest

from reviewer.model import Page
from tests.reading.building import docx, drawn, plain, read, types, values

TOLD: dict[str, Page] = {
    "approved on a form": docx(
        "撤销案件审批表",
        [
            ["撤案理由", "违法事实不能成立"],
            ["承办机构", "同意撤案 邢伟 2024年11月14日"],
            ["负责人", "同意撤销案件，告知当事人 安国强 2024年11月15日"],
        ],
    ),
    "approved in one line": drawn(
        "^撤案审批表\n案由：未取得道路运输证\n审批意见：准予撤销立案。王磊 2024年11月15日"
    ),
    "the report says it": drawn(
        "^结案报告\n马建国一案已撤案并告知当事人，无罚款。承办人 马强 2024年11月19日\n同意结案 王磊"
    ),
    "decided": drawn(
        "^撤销立案决定书\n马建国：经查违法事实不能成立，本机关决定对马建国一案撤销立案。\n"
        "沙湖市交通运输局\n2024年11月15日"
    ),
    "listed": drawn(
        "^卷内目录\n序号|题名|日期|页号\n1|立案审批表|2024-11-06|1\n2|撤销案件审批表|2024-11-15|7\n"
        "3|送达回证|2024-11-18|9"
    ),
    "served": drawn(
        "^送达回证\n受送达人|马建国\n送达文书|撤销案件告知书\n送达方式|直接送达\n收件人|马建国"
    ),
    "on the cover": drawn(
        "^行政执法案卷\n案由：未取得道路运输证\n立案：2024年11月6日 撤案：2024年11月15日"
    ),
}


@pytest.mark.parametrize("page", TOLD.values(), ids=TOLD.keys())
def test_a_withdrawal_is_read(page: Page) -> None:
    assert values(read(page), "case_withdrawn") == [True]


@pytest.mark.parametrize(
    "said",
    [
        "建议撤销案件，不予行政处罚。承办人：马强 2024年11月14日",
        "审批意见：不同意撤案，请继续调查。王磊 2024年11月14日",
        "公安机关决定撤销案件后移送我局处理。",
        "当事人申请撤销立案，本局不予采纳。",
        "如事实不能成立，应当撤销案件。",
        "同意结案 王磊 2024年11月19日",
    ],
)
def test_what_is_only_proposed_or_refused_is_no_withdrawal(said: str) -> None:
    for title in ("案件调查报告", "结案报告"):
        assert values(read(drawn(f"^{title}\n当事人：马建国\n{said}")), "case_withdrawn") == []


@pytest.mark.parametrize(
    "title",
    [
        "撤案审批表",
        "撤销立案审批表",
        "撤销案件审批表",
        "案件撤销审批表",
        "撤销案件决定书",
        "终止调查审批表",
        "终止调查决定书",
        "终止案件调查审批表",
        "调查终止报告",
    ],
)
def test_the_papers_of_a_withdrawal_close_the_case(title: str) -> None:
    page = drawn(f"^{title}\n当事人：马建国\n理由：违法事实不能成立\n同意。王磊 2024年11月15日")

    assert types(read(page)) == ["DT52"]


def test_the_party_is_told_by_a_letter_that_closes_nothing() -> None:
    letter = drawn("^撤销案件告知书\n马建国：\n对你立案调查一案，决定撤销案件。\n2024年11月15日")

    assert types(read(letter)) == []


@pytest.mark.parametrize("title", ["撤销案件告知书", "撤案告知书", "终止调查通知书"])
def test_a_letter_of_no_type_tells_that_the_case_ended(title: str) -> None:
    letter = plain(f"{title}\n马建国：\n你涉嫌非法营运一案，经查违法事实不能成立。\n2024年11月15日")

    assert types(read(letter)) == []
    assert values(read(letter), "case_withdrawn") == [True]


@pytest.mark.parametrize("title", ["不予立案告知书", "不予立案审批表", "不予立案决定书"])
def test_a_case_that_was_never_opened_has_no_filing_form(title: str) -> None:
    page = plain(f"{title}\n举报人：李某\n经核查不符合立案条件，不予立案。\n2024年11月15日")

    assert types(read(page)) == []


@pytest.mark.parametrize(
    "title",
    ["案件移送处理结果告知书", "移送案件处理结果反馈表", "公安机关立案通知书", "移送案件接收回执"],
)
def test_an_answer_to_a_transfer_is_a_paper_of_transfer(title: str) -> None:
    page = plain(f"{title}\n马建国一案，现将处理情况告知如下。\n2024年11月15日")

    assert types(read(page)) == ["DT50"]


@pytest.mark.parametrize(
    ("title", "said", "sent"),
    [
        ("涉嫌犯罪案件移送书", "中卫市公安局：马建国涉嫌非法经营罪，现将该案移送你局处理。", True),
        ("结案报告", "处理结果：案件已移送吴忠市交通运输局，予以结案。", True),
        ("结案报告", "当事人已缴纳罚款，案卷已移送档案室。", False),
        ("案件移送审批表", "建议将该案移送中卫市公安局。", False),
        ("移送案件反馈函", "贵支队移送的马建国一案，我局已将案件移送的情况记录在案。", False),
    ],
)
def test_a_case_is_handed_over(title: str, said: str, sent: bool) -> None:
    page = plain(f"{title}\n当事人：马建国\n{said}\n2024年11月15日")

    assert values(read(page), "case_transferred") == ([True] if sent else [])


def test_a_case_that_the_police_sent_here_is_no_transfer_to_them() -> None:
    page = plain(
        "移送案件反馈函\n中卫市公安局：\n你局移送的马建国一案，我局已办结。\n2024年11月15日"
    )

    assert values(read(page), "crime_transferred") == []
