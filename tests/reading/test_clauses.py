"""Passages that single clauses of the standards ask for, in the words of several bureaus."""

import pytest

from tests.reading.building import docx, drawn, read, values

SEIZED = """
^ 行政强制措施决定书
> 沙交强〔2024〕12号
当事人：张三　　身份证号：640102198501011239
因你涉嫌未取得道路运输经营许可从事运输，根据《中华人民共和国道路运输条例》第六十二条的规定，
自2024年3月1日10时起扣押车辆，期限三十日。
{told}
> 沙湖市交通运输局
> 2024年3月1日
"""
SPOT = ["告知理由、依据", "告知权利和救济途径", "听取陈述和申辩"]
TOLD = {
    "one sentence": (
        "已当场告知当事人采取强制措施的理由、依据以及享有的权利和救济途径，并听取了陈述和申辩。",
        SPOT,
    ),
    "passive": (
        "扣押的原因和依据已当场告知，你有权进行陈述和申辩，可以申请行政复议。当事人表示无异议。",
        SPOT,
    ),
    "rights only": ("如不服本决定，可以在六十日内申请行政复议，六个月内提起行政诉讼。", SPOT[1:2]),
    "boxes": ("□已当场告知当事人理由、依据　☑当事人放弃陈述申辩", SPOT[2:]),
}


@pytest.mark.parametrize(("told", "expected"), TOLD.values(), ids=TOLD)
def test_what_was_told_on_the_spot(told: str, expected: list[str]) -> None:
    stated = values(read(drawn(SEIZED.format(told=told))), "stated")

    assert [one for one in SPOT if one in stated] == expected


CHARGED = {
    "the party bears it": ("扣押期间的车辆保管费由你单位承担。", True),
    "at its own cost": ("车辆存放于指定停车场，保管费自理。", True),
    "asked for": ("领取车辆时请到停车场缴纳保管费。", True),
    "the authority bears it": ("因扣押发生的保管费用由行政机关承担。", False),
    "none": ("扣押期间不收取保管费。", False),
    "fetched too late": ("逾期不领取的，由此产生的保管费由你自行承担。", False),
}


@pytest.mark.parametrize(("told", "charged"), CHARGED.values(), ids=CHARGED)
def test_who_pays_for_the_storage(told: str, charged: bool) -> None:
    reading = read(drawn(SEIZED.format(told=told)))

    assert values(reading, "storage_charged") == ([True] if charged else [])


ORDERED = """
^ 委托鉴定书
沙湖市车辆检测中心：
因办案需要，委托你单位对扣押车辆进行鉴定。{told}
> 沙湖市交通运输局
> 2024年3月2日
"""
APPRAISED = {
    "the party bears it": ("鉴定费用由当事人承担。", True, False),
    "the authority bears it": ("鉴定期间为2024年3月2日至3月12日，费用由我局承担。", False, True),
    "not told": ("请于十日内出具鉴定意见。", False, False),
}


@pytest.mark.parametrize(("told", "charged", "timed"), APPRAISED.values(), ids=APPRAISED)
def test_time_and_cost_of_an_appraisal(told: str, charged: bool, timed: bool) -> None:
    reading = read(drawn(ORDERED.format(told=told)))

    assert values(reading, "appraisal_charged") == ([True] if charged else [])
    assert ("检测鉴定期间" in values(reading, "stated")) is timed


def test_the_matters_of_a_review() -> None:
    reading = read(
        docx(
            "重大执法决定法制审核意见书",
            [
                [
                    "审核内容",
                    "执法主体适格；事实清楚，证据充分；适用法律正确；裁量适当；程序合法。",
                ],
                ["审核意见", "同意。审核人：李四　2024年3月18日"],
            ],
        )
    )

    assert values(reading, "stated") == ["主体", "事实、证据", "法律适用", "裁量", "程序"]


RECHECKED = {
    "labelled": "复查人员：马强、王芳",
    "signed": "执法人员（签名）：马强",
    "told": "我大队执法人员马强、王芳于2024年3月20日对整改情况进行复查。",
}


@pytest.mark.parametrize("told", RECHECKED.values(), ids=RECHECKED)
def test_who_made_a_recheck(told: str) -> None:
    reading = read(drawn(f"^ 整改复查记录\n复查时间：2024年3月20日\n已整改到位。\n{told}"))

    assert values(reading, "stated") == ["复查人员"]


def test_officers_without_names_made_none() -> None:
    told = "执法人员出示执法证件后进行复查，已改正。"

    reading = read(drawn(f"^ 整改复查记录\n复查时间：2024年3月20日\n{told}"))

    assert values(reading, "stated") == []


INTERVIEW = """
^ 询问笔录
询问时间：2024年3月1日10时0分至10时40分
问：车上的货物是从哪里装的？
答：{told}
"""
LOADED = {
    "a mine": ("在红石沟煤矿装的煤，拉到沙湖电厂。", True),
    "a quarry": ("从沙湖市宏远砂石料场装货后出发的。", True),
    "a unit": ("装载单位是沙湖市宏远建材有限公司。", True),
    "nothing": ("不清楚，老板让我拉的。", False),
}


@pytest.mark.parametrize(("told", "named"), LOADED.values(), ids=LOADED)
def test_who_loaded_the_goods(told: str, named: bool) -> None:
    reading = read(drawn(INTERVIEW.format(told=told)))

    assert values(reading, "source_named") == ([True] if named else [])


FOLLOWED = {
    "handed on": "对货物装载单位涉嫌放行超限车辆的线索，已移送沙湖市工业和信息化局。",
    "told": "已将有关情况抄告货运源头单位所在地主管部门。",
    "traced": "已倒查货源，装载企业另案处理。",
}


@pytest.mark.parametrize("told", FOLLOWED.values(), ids=FOLLOWED)
def test_what_became_of_who_loaded_them(told: str) -> None:
    reading = read(drawn(f"^ 结案报告\n处理结果：罚款已缴纳。{told}\n> 2024年4月25日"))

    assert values(reading, "source_followed") == [True]


def test_nothing_became_of_them() -> None:
    reading = read(drawn("^ 结案报告\n处理结果：罚款已缴纳，未发现货源单位线索需要移送。"))

    assert values(reading, "source_followed") == []
