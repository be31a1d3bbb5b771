"""What documents of nearly every type say beside their own table."""

from datetime import date

import pytest

from reviewer.model import Page, Served
from tests.reading.building import docx, drawn, plain, read, values

BY_THE_HOUR = {
    "责令你（单位）：□立即予以改正；√在2025年2月18日18时前改正或者整改完毕。": 18,
    "限你单位于2025年2月18日下午6时之前改正上述违法行为。": 18,
    "责令你于2025年2月18日17:30前自行卸载超限货物，消除违法状态。": 18,
}


@pytest.mark.parametrize("text", BY_THE_HOUR)
def test_a_correction_may_be_due_by_the_hour(text: str) -> None:
    page = plain(f"责令改正违法行为通知书\n马建国：\n{text}\n沙湖市交通运输局\n2025年2月17日")
    assert values(read(page), "correction_deadline") == [date(2025, 2, BY_THE_HOUR[text])]


DAYS = {
    "责令你单位自收到本通知书之日起15日内改正上述违法行为。": [15],
    "限你于七日内整改完毕，并将整改情况书面报告我局。": [7],
    "责令限期改正，改正期限：10日。": [10],
    "责令你立即改正上述违法行为。": [],
    "责令改正。罚款请自收到本决定书之日起十五日内缴纳。": [],
    "责令改正违法行为。你可在五日内提出陈述申辩，逾期不改正的，依法处理。": [],
}


@pytest.mark.parametrize(("text", "days"), DAYS.items(), ids=list(DAYS))
def test_days_for_the_correction_are_read_from_the_order(text: str, days: list[int]) -> None:
    page = plain(f"责令改正通知书\n沙交改〔2024〕3号\n马建国：\n{text}\n2024年3月1日")

    assert values(read(page), "correction_days") == days


@pytest.mark.parametrize(
    "printed", ["二〇二四年三月二十五日前", "2024-03-25前", "2024年3月25日之前", "2024.3.25以前"]
)
def test_the_day_of_the_deadline_is_read_however_it_is_written(printed: str) -> None:
    page = plain(f"责令改正通知书\n马建国：\n责令你于{printed}改正上述违法行为。\n2024年3月1日")

    assert values(read(page), "correction_deadline") == [date(2024, 3, 25)]


def test_a_deadline_counts_before_whatever_is_to_be_done() -> None:
    text = "责令于2024-03-25前补建安全生产教育和培训档案并如实记录。"
    page = plain(f"责令限期整改指令书\n马建国：\n{text}\n2024年3月1日")
    assert values(read(page), "correction_deadline") == [date(2024, 3, 25)]


def test_the_day_to_appear_is_no_deadline_of_a_correction() -> None:
    text = "责令改正违法行为。责令你于2024年3月25日前到我局接受处理。"
    page = plain(f"责令改正通知书\n马建国：\n{text}\n2024年3月1日")
    assert values(read(page), "correction_deadline") == []


PLEADED = {
    "本人对处罚没有异议，不陈述、不申辩。": [],
    "本人自愿放弃陈述、申辩和听证的权利。": [],
    "陈述申辩内容如下：本人家庭困难，请求从轻处罚。": [True],
    "我公司认为处罚过重，恳请减轻处罚。": [True],
}


@pytest.mark.parametrize(("text", "said"), PLEADED.items(), ids=list(PLEADED))
def test_a_pleading_argues(text: str, said: list[bool]) -> None:
    page = plain(f"陈述申辩书\n沙湖市交通运输局：\n{text}\n马建国\n2024年3月21日")

    assert values(read(page), "pleaded") == said


MONITORED = {
    "案件来源：固定式电子监控设备采集": [True],
    "2024年3月1日，设于国道G109线的不停车称重检测系统记录到该车超限。": [True],
    "2024年3月1日，执法人员在国道G109线检查。": [],
    "案件来源：☑检查发现 □电子监控采集": [],
}


@pytest.mark.parametrize(("text", "said"), MONITORED.items(), ids=list(MONITORED))
def test_evidence_by_monitoring_is_told(text: str, said: list[bool]) -> None:
    assert values(read(plain(f"立案登记表\n案由：超限运输\n{text}")), "monitored") == said


NUMBERS: dict[str, tuple[Page, str, str]] = {
    "number below the title": (
        plain("结案报告\n沙交案〔2024〕14号\n案由：超限运输"),
        "case_no",
        "沙交案〔2024〕14号",
    ),
    "label broken in its cell": (
        docx("结案审批表", [["决定书\n文号", "沙交运罚（2024）第16号"], ["当事人", "马建国"]]),
        "decision_no",
        "沙交运罚〔2024〕16号",
    ),
    "short label": (
        plain("结案报告\n决定书 沙交罚（2024）16号\n当事人 马建国"),
        "decision_no",
        "沙交罚〔2024〕16号",
    ),
    "number in front of the name": (
        plain(
            "行政处罚决定书\n沙交罚〔2024〕3号\n我局将沙交告[2024]第8号《违法行为通知书》送达你。"
        ),
        "notice_no",
        "沙交告〔2024〕8号",
    ),
    "number behind the name": (
        plain("催告书\n沙交催〔2024〕3号\n我局作出行政处罚决定书（沙交罚〔2024〕8号），催告履行。"),
        "decision_no",
        "沙交罚〔2024〕8号",
    ),
}


@pytest.mark.parametrize(("page", "key", "number"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_are_known_by_place_or_by_their_kind(page: Page, key: str, number: str) -> None:
    assert values(read(page), key) == [number]


def test_a_licence_names_the_owner_and_a_copy_says_that_it_was_compared() -> None:
    page = drawn(
        "中华人民共和国机动车行驶证\n号牌号码 宁A12345\n所有人 沙湖鑫达物流有限公司\n"
        "住址 沙湖市朔方路1号\n复印件与原件核对一致 马建国 2024.3.1"
    )

    reading = read(page)

    assert values(reading, "owner") == ["沙湖鑫达物流有限公司"]
    assert values(reading, "checked_with_original") == [True]


@pytest.mark.parametrize(
    ("printed", "value"),
    [("宁A·12345", "宁A12345"), ("宁A1234", "宁A1234"), ("宁A123456（黄色）", "宁A123456")],
)
def test_a_plate_that_cannot_be_is_read_behind_its_label(printed: str, value: str) -> None:
    assert values(read(plain(f"现场笔录\n车牌号：{printed}\n地点：国道")), "plate") == [value]


def test_a_list_of_goods_inside_the_decision_is_seen() -> None:
    inside = docx(
        "行政强制措施决定书",
        "决定扣押下列财物：",
        [["序号", "财物名称", "数量", "备注"], ["1", "重型货车", "1辆", ""]],
    )
    apart = docx("行政强制措施决定书", "决定扣押你的车辆，期限三十日。附：查封（扣押）清单。")

    assert values(read(inside), "goods_listed") == [True]
    assert values(read(apart), "goods_listed") == []


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("扣押清单：宁A12345商务车1辆（黑色，完好）；钥匙1把", True),
        ("查封明细如下：挖掘机一台，存放于城东停车场。", True),
        ("扣押的物品名称及数量：行驶证1本、车钥匙2把。", True),
        ("扣押清单：见附件。", False),
        ("扣押清单：另附。", False),
        ("扣押物品：详见清单，共1份。", False),
        ("被扣押财物的名称、数量、特征详见所附清单。", False),
        ("扣押财物名称、规格、数量见附件《扣押财物清单》。", False),
    ],
)
def test_a_list_of_goods_may_be_one_line_of_the_decision(said: str, listed: bool) -> None:
    page = docx("行政强制措施决定书", "决定对你的车辆予以扣押，期限三十日。", said)

    assert values(read(page), "goods_listed") == ([True] if listed else [])


@pytest.mark.parametrize(
    ("page", "party"),
    [
        (plain("行政处罚事先告知书\n马建国：\n告知内容：\n拟处罚款3000元。"), ["马建国"]),
        (plain("行政处罚事先告知书\n告知内容：\n拟处罚款3000元。"), []),
        (plain("分期缴纳罚款申请书\n沙湖市交通运输局：\n申请分期缴纳。\n2024年3月1日"), []),
    ],
)
def test_a_heading_and_the_authority_are_no_addressed_party(page: Page, party: list[str]) -> None:
    assert values(read(page), "party") == party


def test_the_word_for_the_party_is_no_part_of_its_name() -> None:
    page = plain(
        "立案审批表\n编号：粤海交案〔2024〕136号\n二、案由：堆放物品\n"
        "三、当事人情况：当事人粤海市顺风达运输有限公司，法定代表人谢家荣。"
    )

    assert values(read(page), "party") == ["粤海市顺风达运输有限公司"]


@pytest.mark.parametrize(
    ("plate", "read_as"),
    [("粤CS2485", "粤CS2485"), ("粤AD12345", "粤AD12345"), ("粤C7054挂", "粤C7054挂")],
)
def test_the_quantity_beside_a_plate_is_no_part_of_it(plate: str, read_as: str) -> None:
    rows = [["编号", "名称", "规格型号", "数量", "特征"], ["1", "客车", plate, "1", "完好"]]

    assert values(read(docx("扣押物品清单", rows)), "plate") == [read_as]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (
            "当事人亚历山大·彼得罗维奇·伊万诺夫，男，公民身份号码440499198504162057",
            "亚历山大·彼得罗维奇·伊万诺夫",
        ),
        (
            "当事人粤海市顺风达运输有限公司，统一社会信用代码91440499MA0014452T",
            "粤海市顺风达运输有限公司",
        ),
    ],
)
def test_a_decision_presents_the_party_in_its_first_sentence(printed: str, name: str) -> None:
    page = plain(
        f"粤海市交通运输局\n行政处罚决定书\n粤海交罚〔2023〕145号\n{printed}。\n经查明：当事人超限运输。"
    )

    assert values(read(page), "party") == [name]


CERTIFICATES = (
    "执法人员：鄢向阳，执法证号吉J121848；文敏，执法证号吉J743957",
    "送达人：薛洁、蒋涛，执法证号分别为新J401547、新J921097",
    "检查人员薛洁（执法证件号：新J401547）、蒋涛（新J921097）",
    "检查人员： 邵光耀 粤R005176；傅春梅 粤R009524",
    "执法人员：邵光耀（粤R005176）、傅春梅（粤R009524）",
    "由邵光耀（执法证号\n：粤R005176）、傅春梅（执法证号：粤R009524）承办",
    "以上属实\n邵光耀 粤R005176；傅春梅 粤R009524",
)


@pytest.mark.parametrize("officers", CERTIFICATES)
def test_the_number_of_a_certificate_is_no_plate(officers: str) -> None:
    page = plain(f"现场笔录\n车牌号：吉J85392\n{officers}\n经检查，行驶证号吉J85392与车辆一致。")
    assert values(read(page), "plate") == ["吉J85392"]


def test_words_that_run_into_a_quoted_number_are_none_of_it() -> None:
    reading = read(
        drawn("^ 行政处罚决定书\n> 昌州交罚〔2024〕117号\n当事人：马建国\n决定给予罚款500元。", 1),
        drawn(
            "^ 行政处罚信息公示\n公示网站|信用某省昌州交罚〔2024〕117号\n公示日期|2024年5月6日", 2
        ),
        drawn("^ 送达回证\n送达文书|罚缴处理昌州交罚〔2024〕117号\n送达日期|2024年5月6日", 3),
    )
    assert set(values(reading, "decision_no")) == {"昌州交罚〔2024〕117号"}
    assert {one.number for one in values(reading, "served") if isinstance(one, Served)} <= {
        "昌州交罚〔2024〕117号"
    }
