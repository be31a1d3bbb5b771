"""Who signed and when, numbers, orders and certificates in words and places of their own."""

import pytest

from tests.reading.building import drawn, read, values

REPORT = """
^案件调查报告
当事人：某某公司 案由：未如实记录培训情况
调查经过：2024-09-09检查，2024-09-10立案，2024-09-24询问。
建议：罚款15000元。 林志远 苏雅婷 2024-09-25 处室：同意 郑国平 2024-09-26
"""
CLOSINGS = {
    "an opinion beside": "^结案呈批表\n执行\n2024-10-17缴款15,000元\n"
    "承办\n林志远 苏雅婷 2024-10-20\n"
    "批示\n同意结案 黄海明 2024-10-21",
    "in a sentence": "^结案报告\n某某公司一案，罚款100,000元，2024年4月28日缴清；整改完成。"
    "承办 雷鸣 党文静 2024年10月20日；科室\n田养民 2024年10月20日；批准结案 王国强 2024年10月21日",
    "the leaders": "^结案报告\n罚款500元已于2024年9月20日缴清，建议结案。"
    "林志远、苏雅婷 2024年10月20日\n"
    "局领导：同意结案。黄海明 2024年10月21日\n第 15 页",
}


@pytest.mark.parametrize("text", CLOSINGS.values(), ids=CLOSINGS.keys())
def test_the_day_on_which_the_leader_closed_the_case_is_read_from_the_line(text: str) -> None:
    assert [str(day) for day in values(read(drawn(text)), "closing_date")] == ["2024-10-21"]


def test_the_day_of_the_report_is_that_of_those_who_wrote_it() -> None:
    reading = read(drawn(REPORT))

    assert [str(day) for day in values(reading, "investigation_end_date")] == ["2024-09-25"]


def test_a_number_before_the_year_is_no_part_of_the_date() -> None:
    text = "^法制审核意见书\n审核意见：事实清楚。\n"
    text += "审核人：王小莉 法律职业资格证书号 A2010610403 2024年4月9日"

    assert [str(day) for day in values(read(drawn(text)), "legal_review_date")] == ["2024-04-09"]


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        ("苏泰交罚〔2024〕TX0015号", "苏泰交罚〔2024〕TX0015号"),
        ("第22202400187号", "22202400187号"),
    ],
)
def test_numbers_with_letters_and_numbers_in_one_row(number: str, wanted: str) -> None:
    text = f"^行政处罚决定书\n{number}\n当事人：张三\n决定给予罚款人民币叁仟元整的行政处罚。"

    assert values(read(drawn(text)), "decision_no") == [wanted]


def test_the_day_of_filing_is_not_the_day_of_the_offence() -> None:
    text = """
^行政处罚决定书
当事人：张三
本机关于2024年4月11日对当事人涉嫌未取得经营许可擅自从事经营活动立案调查。现查明：张三喊客揽客，载2名乘客。
决定给予罚款人民币叁仟元整的行政处罚。
"""
    assert values(read(drawn(text)), "offence_date") == []


def test_an_order_to_act_at_once_sets_its_time() -> None:
    text = "^责令改正通知书\n某某公司：责令立即按批准的客运站点停靠。\n> 2024年1月23日"

    assert values(read(drawn(text)), "correct_at_once") == [True]


@pytest.mark.parametrize(
    "words", ["执法人员持证亮明身份，告知在场人权利。", "被询问人：已看证件，不申请回避。"]
)
def test_certificates_may_be_shown_in_other_words(words: str) -> None:
    assert values(read(drawn(f"^现场笔录\n{words}")), "certs_shown") == [True]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("检查全程使用执法记录仪录像。", [True]),
        ("现场拍照取证。", []),
        ("因条件限制，未录像。", []),
    ],
)
def test_recordings_that_are_told_of(words: str, told: list[bool]) -> None:
    assert values(read(drawn(f"^现场笔录\n{words}")), "recording_told") == told


def test_the_kind_of_a_certificate_is_read_from_the_words_before_it() -> None:
    text = "^现场笔录\n执法人员：周超 部证号：32072210049 省证号：苏J-21049"

    assert values(read(drawn(text)), "cert_kind") == ["部证 32072210049", "省证 苏J-21049"]
