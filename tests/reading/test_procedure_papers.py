"""Dates of filing, notice and hearing that rules on the procedure need."""

from datetime import date

import pytest

from reviewer.model import Page
from tests.reading.building import docx, drawn, read, values

RIGHTS = {
    "short": ("你有陈述申辩权，收到后三日内提出。", True, False, 3),
    "both, short": (
        "你有陈述申辩权，收到后三日内提出。另有听证权，要听证的收到后五日内申请。",
        True,
        True,
        3,
    ),
    "separate words": (
        "你单位依法享有陈述权、申辩权，应自收到本通知书之日起三日内行使。",
        True,
        False,
        3,
    ),
    "letter": (
        "你对上述认定享有陈述和申辩的权利，请于收到本通知书之日起三日内以书面或口头方式提出。",
        True,
        False,
        3,
    ),
    "days first": ("可在五日内向本机关提出陈述申辩；可以要求听证。", True, True, 5),
    "denied": ("本案不享有听证权。你可以在三日内进行陈述和申辩。", True, False, 3),
}


@pytest.mark.parametrize(("text", "plead", "hearing", "days"), RIGHTS.values(), ids=RIGHTS)
def test_rights_and_their_days_are_read(text: str, plead: bool, hearing: bool, days: int) -> None:
    reading = read(
        docx(
            "行政处罚告知书",
            "马建国：",
            f"拟对你罚款500元。{text}",
            "某某市交通运输局",
            "2024年3月20日",
        )
    )

    assert bool(values(reading, "pleading_right_told")) is plead
    assert bool(values(reading, "hearing_right_told")) is hearing
    assert values(reading, "plead_days") == [days]


UNAPPROVED: dict[str, Page] = {
    "blank form": drawn("""
^立案登记表
案由|马建国涉嫌违法超限运输
受案时间|2024年3月1日
经办机构负责人意见|建议立案。李军 2024年3月2日
负责人审批意见|同意立案。王芳    年  月  日
"""),
    "blank letter": drawn("""
^立案报告表
案由：马建国涉嫌违法超限运输
受案时间：2024年3月1日
中队意见：建议立案 李军 2024年3月2日
局领导意见：
"""),
    "blank cell": docx(
        "立案审批表",
        [
            ["案由", "马建国涉嫌违法超限运输", "受案时间", "2024年3月1日"],
            ["承办机构意见", "建议立案。\n李军\n2024年3月2日"],
            ["负责人审批意见", ""],
        ],
    ),
}


@pytest.mark.parametrize("page", UNAPPROVED.values(), ids=UNAPPROVED)
def test_an_approval_without_date_is_seen(page: Page) -> None:
    reading = read(page)

    assert values(reading, "filing_undated") == [True]
    assert values(reading, "filing_approved_date") == []


def test_an_approval_with_its_date_is_not_undated() -> None:
    page = drawn("""
^立案登记表
案由|马建国涉嫌违法超限运输
受案时间|2024年3月1日
经办机构负责人意见|建议立案。李军 2024年3月2日
负责人审批意见|同意立案。王芳 2024年3月4日
""")

    assert values(read(page), "filing_undated") == []


def test_a_hearing_notice_tells_the_planned_day_and_its_own() -> None:
    page = drawn("""
^听证通知书
马建国：
    应你的申请，本机关定于2024年5月10日9时在二楼会议室公开举行听证会。
> 某某市交通运输局
> 2024年4月25日
""")

    reading = read(page)
    assert values(reading, "hearing_planned_date") == [date(2024, 5, 10)]
    assert values(reading, "document_date") == [date(2024, 4, 25)]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2024-03-299时30分", date(2024, 3, 29)),
        ("2024-05-309时30分", date(2024, 5, 30)),
        ("2024.5.109:50", date(2024, 5, 10)),
        ("2024.5.310:20", date(2024, 5, 3)),
    ],
)
def test_a_time_joined_to_its_date_is_not_lost(printed: str, day: date) -> None:
    page = docx(
        "听证笔录",
        f"听证时间：{printed}至10时40分",
        "调查人员陈述：2024-03-04 10:20检查发现该车超限。",
    )

    assert values(read(page), "hearing_date") == [day]


@pytest.mark.parametrize(
    "text",
    [
        "经查，2023年6月6日10时20分在G327线检查，马建国于2021年3月5日驾驶货车倾倒垃圾。",
        "2023.6.6巡查发现，当事人于2021.3.5擅自占用公路堆放物料。",
        "马建国于二〇二一年三月五日从事道路运输经营，未取得许可。",
    ],
)
def test_the_offence_is_dated_by_what_the_party_did(text: str) -> None:
    page = docx(
        "行政处罚决定书", "马建国：", text, "决定罚款1000元。", "某某市交通运输局", "2023年6月25日"
    )

    assert values(read(page), "offence_date") == [date(2021, 3, 5)]
