"""Papers of coercive measures and evidence holds as several bureaus print them."""

from datetime import date, datetime

import pytest

from reviewer.model import Page
from tests.reading.building import docx, drawn, plain, read, types, values

DECISIONS: dict[str, Page] = {
    "a letter with a term": drawn("""
^行政强制措施决定书
> 宁交强措〔2024〕12号
马建国：
    2024年3月12日9时40分，你驾驶宁A12345货车在G70被查，涉嫌未取得经营许可。
依据《中华人民共和国道路运输条例》第六十二条，本机关决定自2024年3月12日15时20分起
至2024年4月11日对宁A12345车辆予以扣押。
如不服，可在六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼。
> 某某市交通运输局（印章）
> 2024年3月12日
"""),
    "dotted dates and a clock": docx(
        "扣押决定书",
        "马建国，身份证号：640102198001010013",
        "因你涉嫌未取得经营许可，根据《道路运输条例》第六十二条，"
        "现于2024.3.12 15:20将宁A12345车辆扣押，扣押期限为三十日，截止2024.4.11。",
        "如不服，可在六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼。",
        "某某市交通运输局",
        "2024.3.12",
    ),
    "a form with a labelled time": drawn("""
^道路运输行政强制措施凭证
当事人|马建国
案由|未取得道路运输经营许可
实施时间|2024年3月12日下午3点20分
依据|《道路运输条例》第六十二条
暂扣期限|三十日
物品名称、数量|宁A12345货车一辆
救济途径|六十日内申请行政复议，六个月内提起行政诉讼
> 某某市交通运输局
> 2024年3月12日
"""),
    "Chinese numerals": plain("""
行政强制措施决定书
马建国：
你涉嫌未取得经营许可，依据《道路运输条例》第六十二条，本机关决定自二〇二四年三月十二日15时20分起扣押宁A12345车辆，期限三十日。
如不服，可在六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼。
某某市交通运输局
二〇二四年三月十二日
"""),
}


@pytest.mark.parametrize("page", DECISIONS.values(), ids=DECISIONS)
def test_a_measure_is_taken_at_the_time_of_its_term_not_of_the_offence(page: Page) -> None:
    reading = read(page)

    assert types(reading) == ["DT15"]
    assert values(reading, "seizure_at") == [datetime.fromisoformat("2024-03-12T15:20")]


@pytest.mark.parametrize("page", DECISIONS.values(), ids=DECISIONS)
def test_a_whole_decision_states_all_elements(page: Page) -> None:
    assert {*values(read(page), "measure_element")} >= {
        *("party", "reason", "basis", "term", "items", "redress", "body", "date")
    }


def test_a_decision_without_term_and_redress_does_not_state_them() -> None:
    page = docx(
        "行政强制措施决定书",
        "马建国：",
        "你涉嫌未取得经营许可，依据《道路运输条例》第六十二条，本机关决定扣押宁A12345车辆。",
        "某某市交通运输局",
        "2024年3月12日",
    )

    assert not {"term", "redress"} & {*values(read(page), "measure_element")}


APPROVALS: dict[str, Page] = {
    "time in words": drawn("""
^行政强制措施审批表
当事人|马建国
承办人意见|拟扣押，请批准。马强 2024年3月12日14时30分
负责人审批意见|同意。王芳 2024年3月12日14时50分
"""),
    "clock": docx(
        "查封（扣押）审批表",
        [
            ["当事人", "马建国"],
            ["承办人意见", "拟扣押。马强 2024-03-12 14:30"],
            ["领导审批意见", "同意\n王芳 2024-03-12 14:50"],
        ],
    ),
    "clock without a colon": drawn("""
^行政强制措施审批表
当事人|马建国
经办机构负责人意见|拟同意。马强 2024年3月12日 1430
负责人审批意见|同意。王芳 2024年3月12日 1450
"""),
}


@pytest.mark.parametrize("page", APPROVALS.values(), ids=APPROVALS)
def test_the_leader_approves_a_measure(page: Page) -> None:
    reading = read(page)

    assert values(reading, "seizure_approved_at") == [datetime.fromisoformat("2024-03-12T14:50")]
    assert values(reading, "seizure_urgent") == []


@pytest.mark.parametrize(
    ("said", "urgent"),
    [
        ("☑情况紧急，当场实施后补办批准手续 □一般", [True]),
        ("□情况紧急，当场实施 ☑事前批准", [False]),
        ("□情况紧急当场实施 √事前报批", [False]),
        ("因情况紧急，执法人员当场扣押", [True]),
        ("不属于情况紧急", []),
    ],
)
def test_urgency_is_what_is_ticked(said: str, urgent: list[bool]) -> None:
    page = drawn(f"""
^行政强制措施审批表
当事人|马建国
实施情形|{said}
负责人审批意见|同意。王芳 2024年3月12日14时50分
""")

    assert values(read(page), "seizure_urgent") == urgent


PROLONGED = {
    "a form": drawn("""
^行政强制措施延期审批表
当事人|马建国
延期理由|案情复杂，申请延长三十日。
负责人审批意见|同意延长三十日。王芳 2024年4月8日
"""),
    "another name": drawn("""
^延长扣押期限审批表
当事人|马建国
延长理由|案情复杂，拟延长扣押期限至2024年5月11日。
负责人审批意见|同意。王芳 2024年4月8日
"""),
}


@pytest.mark.parametrize("page", PROLONGED.values(), ids=PROLONGED)
def test_prolonging_is_no_approval_of_taking(page: Page) -> None:
    reading = read(page)

    assert types(reading) == ["DT14"]
    assert values(reading, "seizure_prolonged_on") == [date(2024, 4, 8)]
    assert values(reading, "seizure_approved_at") == []
    assert values(reading, "prolonging_measure") == [True]


def test_a_notice_of_prolonging_tells_its_end() -> None:
    page = drawn("""
^延长行政强制措施期限通知书
马建国：
    因案情复杂，经批准，决定将扣押期限延长三十日，自2024年4月12日至2024年5月11日。
> 某某市交通运输局
> 2024年4月9日
""")

    reading = read(page)
    assert values(reading, "seizure_extended_to") == [date(2024, 5, 11)]
    assert values(reading, "seizure_prolonged_on") == [date(2024, 4, 9)]


LIFTED = {
    "letter": drawn("""
^解除行政强制措施决定书
马建国：
    本机关于2024年3月12日对你的车辆采取扣押措施，现决定解除扣押，退还车辆。
> 某某市交通运输局
> 2024年4月9日
上述车辆已领回，领取人：马建国 2024年4月11日
"""),
    "told in the text": docx(
        "解除扣押决定书",
        "马建国：",
        "我局2024年3月12日扣押你的车辆，现决定自2024年4月9日起予以解除扣押。",
        "某某市交通运输局",
        "2024年4月9日",
        "领取人（签名）：马建国  领取日期：2024年4月11日",
    ),
}


@pytest.mark.parametrize("page", LIFTED.values(), ids=LIFTED)
def test_lifting_and_giving_back_have_their_days(page: Page) -> None:
    reading = read(page)

    assert values(reading, "seizure_end_date") == [date(2024, 4, 9)]
    assert values(reading, "seizure_returned_date") == [date(2024, 4, 11)]


HOLDS = {
    "labelled": drawn("""
^证据登记保存清单
当事人|马建国
保存时间|2024年4月2日
保存地点|停车场
序号|名称|数量
1|货车|1辆
> 某某市交通运输局
> 2024年4月2日
"""),
    "a term in the text": drawn("""
^证据先行登记保存通知书
马建国：
    2024年4月1日查获你涉嫌违法，现对下列证据先行登记保存，期限自2024年4月2日起七日。
> 某某市交通运输局
> 2024年4月2日
"""),
    "signed only": docx(
        "先行登记保存证据通知书",
        "马建国：因你2024年4月1日涉嫌违法，决定对有关证据先行登记保存，请于七日内接受处理。",
        "某某市交通运输局",
        "二〇二四年四月二日",
    ),
}


@pytest.mark.parametrize("page", HOLDS.values(), ids=HOLDS)
def test_evidence_is_held_from_its_own_day(page: Page) -> None:
    assert values(read(page), "evidence_hold_date") == [date(2024, 4, 2)]


def test_the_decision_about_held_evidence_is_dated_by_its_signature() -> None:
    page = drawn("""
^证据登记保存处理决定书
马建国：
    本机关于2024年4月2日对你的货车先行登记保存，现决定予以返还。
> 某某市交通运输局
> 2024年4月10日
""")

    assert values(read(page), "evidence_hold_end_date") == [date(2024, 4, 10)]


def test_a_form_that_was_not_filled_in_gives_no_date() -> None:
    page = drawn("""
^证据登记保存处理决定书
马建国：
    本机关于   年  月  日对你的货车先行登记保存，现决定予以返还。
> 某某市交通运输局
> 年    月    日
""")

    assert values(read(page), "evidence_hold_end_date") == []


@pytest.mark.parametrize(
    ("said", "absent", "witnessed"),
    [
        ("当事人未到场，邀请某某村村民委员会张三到场见证。", True, True),
        ("经电话通知，当事人拒不到场。", True, False),
        ("当事人到场，听取了其陈述。", False, False),
        ("当事人不到场的，应当邀请见证人。", False, False),
        ("☑当事人到场 □当事人不到场", False, False),
    ],
)
def test_who_was_there_is_read(said: str, absent: bool, witnessed: bool) -> None:
    reading = read(
        docx("现场笔录", "检查时间：2024年3月12日15时10分至16时", said, "检查人：马强、王芳")
    )

    assert bool(values(reading, "party_absent")) is absent
    assert bool(values(reading, "witness")) is witnessed


def test_an_announcement_to_the_owner_of_a_detained_vehicle_has_its_day() -> None:
    page = drawn("""
^扣留车辆接受处理公告
马建国：
    你的车辆被依法扣留，逾期未接受处理，请自公告发布之日起三个月内到本机关接受处理。
> 某某市交通运输局
> 2024年2月20日
""")

    reading = read(page)
    assert types(reading) == ["DT39"]
    assert values(reading, "seizure_announced_date") == [date(2024, 2, 20)]


def test_a_witness_is_named_in_a_remark() -> None:
    page = docx(
        "送达回证",
        [
            ["送达文书", "《行政处罚决定书》"],
            ["送达方式", "□直接送达 ■留置送达"],
            ["备注", "受送达人拒绝签收，将文书留置其住所，见证人：刘在民（东环社区居委会委员）。"],
        ],
    )

    assert values(read(page), "witness") == ["刘在民"]
