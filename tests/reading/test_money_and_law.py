"""What files say of fines, proceeds, weights, scales and circumstances, as bureaus print it."""

from datetime import date
from decimal import Decimal

import pytest

from tests.reading.building import docx, drawn, plain, read, values

SLIP = "超限检测单\n{}\n检测员：张三\n2024年3月1日"
WEIGHED = [
    "车货总质量为55.36吨，六轴，超过限定标准49吨，超限6.36吨。",
    "经称重检测，该车车货总重55360千克，轴数6轴，最大允许总质量49000千克，超限6360千克。",
    "毛重：55.36t 限重：49t 超重：6.36t 轴数：6",
    "六轴汽车列车车货总质量限值为49000kg，实测55360kg，超限6360kg",
    "实载质量 55,360公斤，6轴，标准限值 49,000公斤，超载 6,360 公斤",
    "车货总重55.36吨（限值49吨），超出限值6.36吨，车辆轴数：六轴",
    "该车为6轴，车货总质量55360千克，超过49000千克的限定标准6360千克。",
    "6轴车辆总质量55.36吨，超出49吨限值6.36吨",
    "该车为6轴，车货总质量55360千克，超过49000千克的限定标准\n6360千克。",
    "该车为6轴，车货总质量55360千克，超过49000千克的\n限定标准6360千克。",
]


@pytest.mark.parametrize("text", WEIGHED)
def test_a_weighing_told_in_a_sentence(text: str) -> None:
    reading = read(plain(SLIP.format(text)))

    assert values(reading, "gross_weight_kg") == [55360]
    assert values(reading, "weight_limit_kg") == [49000]
    assert values(reading, "overweight_kg") == [6360]
    assert values(reading, "axles") == [6]


def test_the_next_point_of_a_list_is_no_weight() -> None:
    page = plain("案件调查报告\n4.超限检测单1份，证明超限质量；\n5.2023年11月15日拍摄的照片2张")

    assert values(read(page), "overweight_kg") == []


COLUMNS = drawn("""
^车辆称重检测单
车牌号码|轴数|总质量(kg)|限值(kg)|超限量(kg)
宁A12345|6|55360|49000|6360
检测时间|2024年3月1日|检测站|沙湖超限检测站
""")
CELLS = docx(
    "超限检测单",
    [
        ["车牌号", "宁A12345", "轴数", "6"],
        ["车货总重（吨）", "55.36", "限值（吨）", "49"],
        ["超限重量（吨）", "6.36", "检测日期", "2024.3.1"],
    ],
)


@pytest.mark.parametrize("page", [COLUMNS, CELLS], ids=["columns", "cells"])
def test_a_weighing_in_a_table(page) -> None:  # type: ignore[no-untyped-def]
    reading = read(page)

    assert values(reading, "gross_weight_kg") == [55360]
    assert values(reading, "weight_limit_kg") == [49000]
    assert values(reading, "overweight_kg") == [6360]
    assert values(reading, "axles") == [6]
    assert values(reading, "measured_on") == [date(2024, 3, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("核定载质量30000kg，整备质量15000kg", []),
        ("车货总重超过49吨的属于超限", []),
        ("单轴轴荷10吨，双联轴18吨", []),
    ],
)
def test_what_is_no_gross_weight(text: str, expected: list[int]) -> None:
    assert values(read(plain(SLIP.format(text))), "gross_weight_kg") == expected


@pytest.mark.parametrize(
    "text",
    ["车货总高度4.35米，总宽度3.2米，总长度19.5米", "外廓尺寸（长×宽×高）：19.5×3.2×4.35米"],
)
def test_the_size_of_vehicle_and_load(text: str) -> None:
    reading = read(plain(SLIP.format(text)))

    assert values(reading, "height_mm") == [4350]
    assert values(reading, "width_mm") == [3200]
    assert values(reading, "length_mm") == [19500]


@pytest.mark.parametrize(
    "text",
    [
        "衡器检定有效期至2024年4月30日",
        "设备检定证书编号：X01 检定日期：2023-05-01 有效期：至2024-04-30",
        "检定有效期：2023年5月1日至2024年4月30日",
        "称重设备经检定合格，有效期自2023.5.1至2024.4.30",
    ],
)
def test_until_when_a_scale_is_verified(text: str) -> None:
    reading = read(plain(SLIP.format(text)))

    assert values(reading, "calibration_valid_until") == [date(2024, 4, 30)]


def test_a_licence_says_nothing_of_the_scale() -> None:
    reading = read(plain(SLIP.format("道路运输证有效期至2024年4月30日")))

    assert values(reading, "calibration_valid_until") == []


DECISION = "行政处罚决定书\n沙交罚〔2024〕1号\n马建国：\n{}\n沙湖市交通运输局\n2024年4月1日"


def decided(text: str, key: str) -> list[object]:
    return values(read(plain(DECISION.format(text))), key)


@pytest.mark.parametrize(
    "text",
    [
        "决定给予罚款人民币伍仟元整（¥5000.00）的行政处罚。",
        "决定处人民币5,000.00元（大写：伍仟元整）的罚款。",
        "处以罚款人民币（大写）伍仟元整（小写￥5000.00元）。",
        "决定处罚款5千元。",
        "决定处罚款0.5万元。",
        "处罚内容：罚款（人民币）：伍仟元整（￥：5000.00）",
        "罚款款额为5000元",
        "决定没收违法所得并处罚款5000元。",
        "超过1000千克的，每超1000千克罚款500元，决定罚款5000元。",
        "对你处以行政罚款人民币伍仟圆整",
        "决定没收违法所得300元，并处罚款5000元，罚没款合计5300元。",
    ],
)
def test_a_fine_however_it_is_printed(text: str) -> None:
    assert decided(text, "decision_fine") == [Decimal(5000)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("违法所得300元，予以没收。", [300]),
        ("没收违法所得人民币叁佰元整（¥300.00）。", [300]),
        ("当事人没有违法所得。", [0]),
        ("未取得违法所得，决定罚款5000元。", [0]),
        ("没有违法所得或者违法所得不足1万元的，处3000元以上1万元以下的罚款。", []),
        ("违法所得超过1万元的，没收违法所得。", []),
    ],
)
def test_unlawful_proceeds(text: str, expected: list[int]) -> None:
    assert decided(text, "illegal_income") == expected


@pytest.mark.parametrize(
    ("key", "yes", "no"),
    [
        (
            "serious_told",
            "你的行为情节严重，决定罚款。",
            "情节严重的，处1万元以上5万元以下的罚款。",
        ),
        ("serious_told", "属情节严重。", "不属于情节严重。"),
        ("reduction_told", "依法予以从轻处罚。", "不予从轻处罚。"),
        ("other_penalty", "决定给予吊销道路运输经营许可证的行政处罚。", "决定罚款。"),
        ("benchmark_told", "参照裁量基准一般档。", "决定罚款。"),
        ("benchmark_told", "裁量：属一般违法。", "裁量：—；处理建议：罚款。"),
        ("benchmark_told", "裁量基准：一般。", "裁量基准适用：无；处理建议：罚款。"),
        ("refused_told", "当事人逾期未改正。", "拒不改正的，处罚款。"),
        (
            "electronic_evidence",
            "本记录由设置于G397线的动态称重监控设备自动记录。",
            "经固定站静态称重，执法人员记录。",
        ),
        ("electronic_evidence", "经非现场执法系统检测。", "未使用电子技术监控设备。"),
        ("confiscation_told", "没收违法所得。", "决定罚款。"),
        ("education_told", "已对你进行批评教育。", "决定罚款。"),
        (
            "education_told",
            "本机关决定不予行政处罚，并对你进行教育，责令今后严格遵守法律法规。",
            "你未按要求接受教育。",
        ),
        (
            "minor_told",
            "违法行为情节轻微，已及时改正，没有造成危害后果。",
            "违法行为情节轻微，已及时改正。",
        ),
    ],
)
def test_a_circumstance_counts_where_it_is_stated(key: str, yes: str, no: str) -> None:
    assert decided(yes, key) == [True]
    assert decided(no, key) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("处1000元以上5000元以下的罚款", ["1000-5000"]),
        ("处3000元以上1万元以下罚款", ["3000-10000"]),
        ("可以处三万元以下的罚款", ["-30000"]),
        ("处5000元罚款", []),
    ],
)
def test_a_range_that_is_quoted(text: str, expected: list[str]) -> None:
    assert decided(text, "quoted_range") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("裁量等次：一般", ["一般"]),
        ("违法程度为较重", ["较重"]),
        ("属于“轻微”档次", ["轻微"]),
        ("情节严重的，处5000元罚款", []),
    ],
)
def test_the_degree_that_is_named(text: str, expected: list[str]) -> None:
    assert decided(text, "discretion_degree") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("现场查获伪造的道路运输证一本", ["伪造的道路运输证"]),
        ("事故造成2人死亡", ["造成2人死亡"]),
        ("审核内容：是否涉嫌犯罪", []),
        ("未发现涉嫌犯罪", []),
        ("构成犯罪的，依法追究刑事责任", []),
    ],
)
def test_signs_of_a_crime(text: str, expected: list[str]) -> None:
    assert decided(text, "crime_sign") == expected


@pytest.mark.parametrize("when", ["2024年3月1日", "2024-03-01", "2024.3.1", "二〇二四年三月一日"])
def test_the_day_of_the_act_in_every_style(when: str) -> None:
    assert decided(f"经查，你于{when}超限运输。", "offence_date") == [date(2024, 3, 1)]


@pytest.mark.parametrize("when", ["2024年4月8日", "2024-04-08", "2024.4.8"])
def test_the_last_day_to_correct_in_every_style(when: str) -> None:
    page = docx("责令改正违法行为通知书", f"责令你单位于{when}前改正上述违法行为。", "2024年3月1日")

    assert values(read(page), "correction_deadline") == [date(2024, 4, 8)]


def test_the_thousand_kilograms_of_the_rule_are_no_limit() -> None:
    text = "^询问笔录\n超过限定标准1000千克的，每超1000千克罚款500元，该车限值为49000千克。"

    facts = read(drawn(text, 1)).of_key("weight_limit_kg")

    assert [fact.value for fact in facts] == [49000]
