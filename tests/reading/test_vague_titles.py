"""Papers whose title names no document: what they say tells whose they are."""

import pytest

from reviewer.model import Waiver
from tests.reading.building import docx, drawn, read, types, values

RECEIPT = (
    "^送达回证\n受送达人|马建国\n送达文书|行政处罚告知书\n送达方式|直接送达\n"
    "收件人|马建国 2025年3月20日\n"
)
GIVES_UP = (
    "声明书",
    "本人马建国已于2025年3月20日收到《行政处罚告知书》，自愿放弃陈述、申辩的权利，自愿放弃要求听证的权利。",
    "声明人：马建国　2025年3月20日",
)
PROMISES = (
    "承诺书",
    "我已知晓告知内容，不再进行陈述、申辩，也不要求听证，请尽快处理。",
    "承诺人：马建国　2025年3月20日",
)
EXPLAINS = (
    "当事人情况说明",
    "本公司收到告知书，现决定放弃上述陈述申辩和听证权利。",
    "马建国　2025年3月20日",
)
FILING = (
    "立案审批表",
    [["案由", "未取得道路运输证"], ["审批意见", "同意立案。王磊 2025年3月12日"]],
)


@pytest.mark.parametrize("paper", [GIVES_UP, PROMISES, EXPLAINS])
def test_a_paper_that_gives_up_rights_is_the_party_s_statement(paper: tuple[str, ...]) -> None:
    word = read(
        docx("送达回证", [["受送达人", "马建国"], ["送达方式", "直接送达"]], *paper, *FILING)
    )
    page = read(drawn("^" + "\n".join(paper)))

    assert types(word) == ["DT37", "DT27", "DT05"]
    assert types(page) == ["DT27"]
    for reading in (word, page):
        assert [
            one.hearing for one in values(reading, "waiver_date") if isinstance(one, Waiver)
        ] == [True]


def test_it_is_one_below_another_paper_on_the_same_page() -> None:
    shared = read(drawn(RECEIPT + "\n^" + "\n".join(GIVES_UP)))

    assert types(shared) == ["DT37", "DT27"]


@pytest.mark.parametrize(
    "paper",
    [
        ("承诺书", "我承诺今后依法经营，按时年审车辆。", "承诺人：马建国　2025年3月20日"),
        ("声明书", "本人声明所提供的证件均真实有效。", "声明人：马建国　2025年3月20日"),
        ("情况说明", "逾期不提出的，视为放弃陈述、申辩。", "马建国　2025年3月20日"),
    ],
)
def test_a_paper_that_speaks_of_something_else_is_none(paper: tuple[str, ...]) -> None:
    assert "DT27" not in types(read(docx("送达回证", "受送达人：马建国", *paper, *FILING)))
    assert "DT27" not in types(read(drawn("^" + "\n".join(paper))))


@pytest.mark.parametrize(
    ("title", "said", "code"),
    [
        ("申请书", "因资金紧张，申请将罚款40000元分两期缴纳，请予批准。", "DT40"),
        ("分期缴纳罚款申请", "因流动资金紧张，申请分两期缴纳。", "DT40"),
        ("关于延期缴纳罚款的申请", "车辆停运，请求延期三个月交清。", "DT40"),
        ("申请书", "我公司认为罚款过重，申请举行听证。", "DT29"),
    ],
)
def test_an_application_is_known_by_what_it_asks(title: str, said: str, code: str) -> None:
    signed = "马建国　2025年7月7日"

    assert types(read(drawn(f"^{title}\n{said}\n{signed}"))) == [code]
    assert types(read(docx("送达回证", "受送达人：马建国", title, said, signed, *FILING))) == [
        "DT37",
        code,
        "DT05",
    ]
