"""What small bureaus print: names written by their sound, addresses without a word, odd rows."""

import pytest

from reviewer.model import Officer
from tests.reading.building import docx, drawn, plain, read, types, values

OFFICERS = {
    "first": "2024年3月1日9时至9时20分，那木拉（05110071）、刘军（05110086）复查：已改正。",
    "second": "2024年3月1日9时至9时20分，刘军（05110086）、那木拉（05110071）复查：已改正。",
    "with a word": "经那刚批准，刘军（证号05110086）、那木拉（证号05110071）到场复查，已改正。",
}


@pytest.mark.parametrize("text", OFFICERS.values(), ids=OFFICERS.keys())
def test_an_officer_with_a_name_written_by_its_sound_stands_beside_another(text: str) -> None:
    found = values(read(plain(f"整改复查记录\n{text}")), "officer")

    assert Officer("那木拉", "05110071") in found
    assert len(found) == 2


def test_long_names_stand_beside_officers() -> None:
    text = "2024年3月1日9时，努尔艾合买提（31070019）、王军（31070026）到场复查，已改正。"

    found = values(read(plain(f"整改复查记录\n{text}")), "officer")

    assert found == [Officer("努尔艾合买提", "31070019"), Officer("王军", "31070026")]


ADDRESSES = (
    "当事人：清河县路通汽车维修有限公司，91371323MA3T9B5G0M，清河县沂水路北首，法定代表人王刚。",
    "周立，131025198607142317，清河县大王庄镇东营村：",
    "周立（131025198607142317，清河县大王庄镇东营村）：",
    "清河县路通物流有限公司（91371323MA3T9B5G0M），清河县经二路6号，法定代表人王刚。",
    "周立：131025198607142317，清河县大王庄镇东营村3组。",
)


@pytest.mark.parametrize("party", ADDRESSES)
def test_an_address_stands_behind_the_number_of_the_party(party: str) -> None:
    told = "查明你于2024年3月1日在国道109线超限运输，决定罚款500元。"

    assert "当事人地址" in values(read(docx("行政处罚决定书", party, told)), "stated")


NO_ADDRESSES = (
    "当事人：清河县路通汽车维修有限公司，91371323MA3T9B5G0M，法定代表人王刚。",
    "周立，131025198607142317：",
)


@pytest.mark.parametrize("party", NO_ADDRESSES)
def test_a_name_of_a_firm_is_no_address(party: str) -> None:
    told = "查明你于2024年3月1日在清河县大王庄镇东营村超限运输，决定罚款500元。"

    assert "当事人地址" not in values(read(docx("行政处罚决定书", party, told)), "stated")


EXCESSES = {
    "车货总重61200kg，超过限值12200kg。": [],
    "车货总重61.2吨，超出规定限值12.2吨。": [],
    "车货总质量90000千克，超过限值41000千克。": [],
    "车货总重61200kg，超过限值49000kg。": [49000],
    "车货总重61200kg，限值49000kg，超过限值12200kg。": [49000],
}


@pytest.mark.parametrize(("text", "limits"), EXCESSES.items())
def test_by_how_much_a_limit_is_exceeded_is_no_limit(text: str, limits: list[int]) -> None:
    page = drawn(f"^现场笔录\n六轴汽车列车运煤，{text}", 1)

    assert values(read(page), "weight_limit_kg") == limits


NOTICES = {
    "不予行政处罚事先告知书": "DT26",
    "拟不予行政处罚告知书": "DT26",
    "不予行政处罚（事先）告知书": "DT26",
    "不予行政处罚陈述申辩告知书": "DT26",
    "不予行政处罚告知书": "DT26",
    "不予行政处罚决定书": "DT36",
}


@pytest.mark.parametrize(("title", "code"), NOTICES.items())
def test_a_notice_that_no_penalty_is_intended_is_a_notice(title: str, code: str) -> None:
    text = f"^{title}\n周立：你违法行为轻微，拟对你不予行政处罚，可在五个工作日内陈述、申辩。"

    assert types(read(drawn(text, 1))) == [code]


def test_the_letter_that_no_penalty_is_given_is_a_decision() -> None:
    text = "^不予行政处罚告知书\n周立：你违法行为轻微并及时改正，本机关决定不予行政处罚。"

    assert types(read(drawn(text, 1))) == ["DT36"]


def test_a_row_that_tabs_part_is_no_title() -> None:
    reading = read(
        docx(
            "现场检查笔录",
            "检查人员：马超（640001）、丁一（640002）",
            "检查项目\t记录",
            "载客\t6人，约定每人60元",
            "当事人：周立 2024年3月1日",
        )
    )

    assert types(reading) == ["DT06"]


def test_a_title_stays_one_beside_a_number_behind_a_tab() -> None:
    reading = read(docx("送达回证\t宁交送〔2024〕8号", "受送达人：周立", "2024年3月1日签收"))

    assert types(reading) == ["DT37"]


FILED = {
    "当场处罚备案登记": "决定书 宁交当罚〔2024〕2号 送交人 马超 备案日期 2024年3月5日",
    "当场处罚备案记录": "报送人：马超 备案时间：2024年3月5日",
    "简易程序处罚决定备案登记簿": "周立 罚款200元 备案于2024年3月5日",
    "当场处罚报备表": "周立 罚款200元 报备日期：2024年3月5日",
}


@pytest.mark.parametrize(("title", "text"), FILED.items())
def test_a_decision_on_the_spot_is_filed(title: str, text: str) -> None:
    reading = read(drawn(f"^{title}\n{text}", 1))

    assert types(reading) == ["DT62"]
    assert [str(one) for one in values(reading, "record_filed_date")] == ["2024-03-05"]


APPROVED = (
    ["负责人决定", "批准移送。王刚（局长） 2024年3月12日10时"],
    ["审批", "同意移送公安机关。王刚 2024年3月12日10时"],
)


@pytest.mark.parametrize("row", APPROVED)
def test_a_transfer_is_approved_behind_the_leaders_word(row: list[str]) -> None:
    table = [["报告时间", "2024年3月10日9时 马超、丁一提交移送报告"], row]
    letter = "公安局：现将周立涉嫌犯罪案移送你局。附案件情况调查报告。"
    reading = read(
        docx("涉嫌犯罪案件移送审批表", table),
        docx("案件移送书", letter, "清河县交通运输局 2024年3月13日", file="b.docx"),
    )

    assert [str(one) for one in values(reading, "transfer_approved_on")] == ["2024-03-12"]
    assert [str(one) for one in values(reading, "transfer_reported_on")] == ["2024-03-10"]


COUNTED = (
    "第一张：周立 罚没收入 2000.00 贰仟元整 2024年4月15日\n"
    "第二张：周立 罚没收入 1000.00 壹仟元整 2024年5月15日",
    "第1期 周立 罚款 2000元 2024年4月15日 宁交罚〔2024〕6号\n"
    "第2期 周立 罚款 1000元 2024年5月15日 宁交罚〔2024〕6号",
)


@pytest.mark.parametrize("text", COUNTED)
def test_slips_of_instalments_are_counted_up(text: str) -> None:
    reading = read(drawn(f"^非税收入票据\n{text}", 1))

    assert [float(str(one)) for one in values(reading, "paid_amount")] == [2000, 1000]
    assert [str(one) for one in values(reading, "paid_date")] == ["2024-04-15", "2024-05-15"]


def test_slips_of_one_sum_are_two_payments() -> None:
    text = "第一期 周立 5000.00 伍仟元整 2024年4月15日\n第二期 周立 5000.00 伍仟元整 2024年5月15日"
    reading = read(drawn(f"^非税收入票据\n{text}", 1))

    assert [float(str(one)) for one in values(reading, "paid_amount")] == [5000, 5000]
