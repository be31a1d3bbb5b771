"""Boxes that a scan loses or reads as characters, in lists of options and in front of lines."""

import pytest

from reviewer.model import Served
from tests.reading.building import read, values
from tests.reading.scanned import scanned

RECEIPT = """
0.071 0.43-0.57 送达回证
0.139 0.35-0.50 《行政处罚决定书》
0.143 0.51-0.70 (云交罚〔2024〕0341号)
0.283 0.18-0.26 送达方式
0.283 0.34-0.82 {how}
0.342 0.18-0.26 收件日期
0.342 0.34-0.46 2024年3月29日
"""


@pytest.mark.parametrize(
    ("printed", "method"),
    [
        ("直接送达□留置送达□邮寄送达□公告送达□电子送达", "直接送达"),
        ("□直接送达□留置送达□邮寄送达□公告送达√电子送达", "电子送达"),
        ("□直接送达回留置送达□邮寄送达□公告送达□电子送达", "留置送达"),
        ("□直接送达 区留置送达 □邮寄送达 □电子送达", "留置送达"),
        ("V直接送达 □留置送达 □邮寄送达", "直接送达"),
        ("口直接送达□留置送达□邮寄送达", "直接送达"),
        ("□直接送达 留置送达 □邮寄送达", "留置送达"),
        ("□直接送达留置送达□邮寄送达", "留置送达"),
        ("图直接送达口留置送达口邮寄送达", "直接送达"),
        ("直接送达☑留置送达□邮寄送达□", "直接送达"),
        ("直接送达留置送达□邮寄送达□", "直接送达"),
        ("直接送达留置送达□邮寄送达□公告送达电子送达", ""),
        ("直接送达留置送达 邮寄送达□公告送达电子送达", ""),
        ("直接送达留置送达邮寄送达公告送达电子送达", ""),
        ("直接送达", "直接送达"),
    ],
)
def test_the_option_without_an_empty_box_is_the_ticked_one(printed: str, method: str) -> None:
    (served,) = values(read(scanned(RECEIPT.format(how=printed))), "served")
    assert isinstance(served, Served)
    assert served.method == method


NOTICE = """
0.070 0.37-0.62 违法行为通知书
0.112 0.60-0.87 案号：云交告〔2024〕0763号
0.138 0.10-0.18 郝建业：
0.157 0.14-0.89 经调查，本机关认为你于2024年4月15日驾驶宁EK1797货车碰撞公路护栏，拟对
0.225 0.11-0.60 你作出罚款人民币贰仟元整（¥2,000.00)的处罚决定。
0.246 {left}-0.88 {plead}根据《中华人民共和国行政处罚法》第四十四条、第四十五条，你如有异议，可
0.269 0.11-0.81 在收到本通知书之日起三日内向本机关陈述、申辩；逾期未提出的，视为放弃。
0.289 0.14-0.88 {hear}根据《中华人民共和国行政处罚法》第六十三条、第六十四条，你有权要求举行
0.313 0.10-0.75 听证，应当自收到本通知书之日起五日内提出，逾期视为放弃听证权利。
0.335 0.14-0.55 注：序号前打“”的为当事人享有的权利。
0.407 0.63-0.86 云岑市交通运输局(印章)
0.429 0.74-0.87 2024年4月22日
"""


@pytest.mark.parametrize(
    ("plead", "hear", "told"),
    [
        ("", "□", ["pleading_right_told"]),
        ("☑", "□", ["pleading_right_told"]),
        ("V", "□", ["pleading_right_told"]),
        ("回", "□", ["pleading_right_told"]),
        ("□", "", ["hearing_right_told"]),
        ("☑", "☑", ["hearing_right_told", "pleading_right_told"]),
    ],
)
def test_of_two_rights_the_one_without_an_empty_box_is_told(
    plead: str, hear: str, told: list[str]
) -> None:
    page = scanned(NOTICE.format(plead=plead, hear=hear, left="0.14" if plead else "0.15"))
    facts = {fact.key for fact in read(page).facts if fact.is_read}
    assert sorted(facts & {"hearing_right_told", "pleading_right_told"}) == told


def test_where_all_boxes_vanished_no_right_is_surely_told() -> None:
    page = scanned(NOTICE.format(plead="", hear="", left="0.14"))
    facts = [fact for fact in read(page).facts if fact.key.endswith("right_told")]
    assert len(facts) == 2
    assert not any(fact.is_read for fact in facts)


DECISION = """
0.069 0.31-0.68 行政处罚（当场）决定书
0.108 0.61-0.87 古交运当罚（2024）第687号
0.211 0.14-0.85 你驾驶货车向公路路面倾倒建筑垃圾，造成路面污染，决定给予壹佰元罚款。
0.366 0.14-0.84 当场收缴罚款，理由：{reasons}
0.560 0.67-0.88 二〇二四年四月二十八日
"""


@pytest.mark.parametrize(
    ("reasons", "hard"),
    [
        ("罚款数额在一百元以下□不当场收缴事后难以执行。", False),
        ("□罚款数额在一百元以下不当场收缴事后难以执行。", False),
        ("□罚款数额在一百元以下 不当场收缴事后难以执行。", True),
        ("□罚款数额在一百元以下√不当场收缴事后难以执行。", True),
        ("□罚款数额在一百元以下回不当场收缴事后难以执行。", False),
    ],
)
def test_the_reason_for_collecting_on_the_spot_is_the_ticked_one(reasons: str, hard: bool) -> None:
    reading = read(scanned(DECISION.format(reasons=reasons)))
    assert ("hard" in values(reading, "spot_reason")) == hard


OPINION = """
0.069 0.31-0.68 重大行政执法决定法制审核意见书
0.108 0.61-0.87 云交法审〔2024〕12号
0.211 0.10-0.20 法制审核意见
0.211 0.25-0.85 {opinion}
0.260 0.25-0.60 审核人：任可 2024年3月20日
"""


@pytest.mark.parametrize(
    ("printed", "opinion"),
    [("同意□不同意", "同意"), ("□同意不同意", "不同意"), ("□同意√不同意", "不同意")],
)
def test_the_opinion_is_the_one_that_is_ticked(printed: str, opinion: str) -> None:
    (told,) = values(read(scanned(OPINION.format(opinion=printed))), "review_opinion")
    assert str(told).endswith(f"号{opinion}")
