"""Approvals, signatures, names and slips as bureaus print them that have no section for each."""

from datetime import date
from decimal import Decimal

import pytest

from reviewer.model import Officer, Served
from reviewer.reading.names import is_person, name_words
from reviewer.reading.strips import Spot, Strip
from tests.reading.building import docx, drawn, read, types, values

FILED = {
    "row of a form": ("审批|准予立案调查 柳长青 2024年3月6日",),
    "handler named in between": ("领导签批|同意立案，由孙一鸣、周立承办。签名：柳长青 2024.3.6",),
    "title of office": ("批示|同意受理。 局长 柳长青 2024-03-06",),
    "agreed alone": ("负责同志|同意 柳长青 二〇二四年三月六日",),
}


@pytest.mark.parametrize("rows", FILED.values(), ids=FILED.keys())
def test_filing_is_approved_in_words(rows: tuple[str, ...]) -> None:
    page = drawn(
        "^立案审批表\n受案时间|2024年3月5日\n当事人|赵四\n意见|建议立案 韩梅 2024年3月5日\n"
        + "\n".join(rows)
    )
    assert values(read(page), "filing_approved_date") == [date(2024, 3, 6)]


def test_proposal_is_no_approval() -> None:
    page = drawn(
        "^立案审批表\n受案时间|2024年3月5日\n当事人|赵四\n科室|拟同意立案 韩梅 2024年3月5日\n"
        "审批|同意立案 柳长青"
    )
    assert values(read(page), "filing_approved_date") == []


def test_date_of_an_office_is_not_that_of_the_leader() -> None:
    page = drawn(
        "^立案审批表\n受案时间|2024年3月5日\n当事人|赵四\n"
        "科室|同意立案 韩梅 2024年3月5日\n审批|同意立案 柳长青"
    )
    assert values(read(page), "filing_approved_date") == []


def test_closing_is_approved_in_words() -> None:
    page = drawn(
        "^结案报告\n当事人赵四罚款500元已于2024年5月8日缴清，建议结案。\n"
        "孙一鸣 周立 2024年5月9日\n批准结案：柳长青 2024年5月13日"
    )
    assert values(read(page), "closing_date") == [date(2024, 5, 13)]


def test_review_is_signed_at_the_end() -> None:
    page = drawn(
        "^法制审核意见书\n赵四案主体、事实、证据、依据、程序、裁量均无异议，不涉嫌犯罪。"
        "康明山 2024年4月2日"
    )
    reading = read(page)
    assert values(reading, "legal_review_date") == [date(2024, 4, 2)]
    assert values(reading, "legal_reviewer") == ["康明山"]


def test_prolonging_is_approved_in_words() -> None:
    page = drawn(
        "^延长办案期限审批表\n申请|延长三十日 孙一鸣 2024年5月30日\n"
        "负责人|同意延长三十日 柳长青 2024年5月31日"
    )
    assert values(read(page), "prolonged_on") == [date(2024, 5, 31)]


def test_electronic_seal_signs() -> None:
    page = drawn(
        "^行政处罚决定书\n某交罚〔2024〕7号\n当事人：赵四\n违反《公路安全保护条例》第三十三条，决定罚款500元。\n"
        ">某县交通运输局（电子印章）2024年6月18日"
    )
    reading = read(page)
    assert values(reading, "decision_date") == [date(2024, 6, 18)]
    assert values(reading, "issuing_body") == ["某县交通运输局"]


@pytest.mark.parametrize("name", ["张和平", "苏和", "王永和", "操龙海", "綦洪涛", "端木青"])
def test_rare_names_are_names(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize("text", ["请回避", "列席", "双方", "属实"])
def test_words_are_no_names(text: str) -> None:
    assert not is_person(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张三和李四", ["张三", "李四"]),
        ("高云飞、苏和", ["高云飞", "苏和"]),
        ("张和平和王永和", ["张和平", "王永和"]),
        ("孟和李四", ["孟和", "李四"]),
    ],
)
def test_and_in_names(text: str, names: list[str]) -> None:
    strip = Strip(text, tuple(Spot(0, 0, at) for at in range(len(text))))
    assert [one.text for one in name_words(strip)] == names


def test_officers_behind_labels_without_colons() -> None:
    page = docx(
        "询问笔录",
        "2024年3月22日9时20分至10时　某县交通运输局　询问人操龙海 12080043006　"
        "记录人程旺 12080043019　被询问人方林（某公司法定代表人）",
        "出示证件，告知权利义务。",
    )
    found = values(read(page), "officer")
    assert found == [Officer("操龙海", "12080043006"), Officer("程旺", "12080043019")]


def test_numbers_shown_are_dealt_out_although_the_line_wraps() -> None:
    page = drawn(
        "^询问笔录\n询问时间：2024年3月8日13时30分至14时20分  地点：执法站\n"
        "被询问人：孔令根  询问人：丁长林  记录人：薛文斌\n"
        "执法人员表明身份并出示执法证（10120032007、10120032021），告知权利义务，被询问人不申\n"
        "请回避。\n签名：丁长林 薛文斌"
    )
    found = values(read(page), "officer")
    assert found == [Officer("丁长林", "10120032007"), Officer("薛文斌", "10120032021")]


def test_method_of_service_outweighs_a_note() -> None:
    page = docx(
        "送达回证",
        "文书：行政处罚决定书 某交罚〔2024〕18号　受送达人：某公司　方式：公告送达　"
        "公告日期：2024年4月19日　视为送达日期：2024年6月18日　备注：直接送达、邮寄被退回",
    )
    (found,) = values(read(page), "served")
    assert isinstance(found, Served)
    assert found.method == "公告送达"


def test_slips_of_instalments_add_up() -> None:
    page = drawn(
        "^非税收入缴款书\n缴款人|官文彬|日期|2024年12月3日\n金额|2,000元|票号|350407601\n"
        "缴款人|官文彬|日期|2025年1月2日\n金额|3,000元|票号|350407602"
    )
    reading = read(page)
    assert values(reading, "paid_amount") == [Decimal(2000), Decimal(3000)]
    assert values(reading, "paid_date") == [date(2024, 12, 3), date(2025, 1, 2)]


def test_surcharge_in_a_note_is_not_the_fine() -> None:
    page = drawn(
        "^非税收入票据\n缴款人 官文彬 罚款3000元（叁仟元整） 2025年4月17日\n"
        "备注：加处罚款4500元另开票"
    )
    assert values(read(page), "paid_amount") == [Decimal(3000)]


def test_filing_on_the_record_is_behind_its_label() -> None:
    page = drawn(
        "^当场行政处罚备案表\n决定书编号|某交简罚〔2024〕28号\n决定日期|2024年12月10日\n"
        "报备案日期|2024年12月23日\n备案部门签收|综合科 章琳 2024年12月23日"
    )
    assert values(read(page), "record_filed_date") == [date(2024, 12, 23)]


def test_counted_list_of_a_docx_opens_nothing() -> None:
    page = docx(
        "卷内目录",
        "1.立案登记表",
        "2.行政处罚决定书",
        "3.送达回证（决定书）",
        "4.公示",
        "行政处罚决定书",
        "某交罚〔2024〕7号",
        "当事人：赵四",
    )
    assert types(read(page)) == ["DT02", "DT35"]


def test_value_beside_a_label_is_no_title() -> None:
    page = docx(
        "立案登记表",
        [["受案", "受案时间　2025年9月9日\n案件来源　检查发现"], ["当事人", "刁振江"]],
    )
    assert types(read(page)) == ["DT05"]


def test_deemed_day_behind_its_label_is_not_that_of_the_announcement() -> None:
    page = docx(
        "送达回证",
        "文书：行政处罚决定书　方式：公告送达　"
        "公告日期：2024年4月19日　视为送达日期：2024年6月18日",
    )
    (found,) = values(read(page), "served")
    assert isinstance(found, Served)
    assert found.date == date(2024, 6, 18)


def test_day_of_the_act_behind_a_name_ends_no_inquiry() -> None:
    page = drawn(
        "^案件调查报告\n证据齐全。赵立新2024年3月19日使用甲B8P053无证从事道路货物运输，建议罚款3000元。\n"
        "承办：李建疆、付新民 2024年3月25日  审批：同意 冶军 2024年3月26日"
    )
    assert values(read(page), "investigation_end_date") == [date(2024, 3, 25)]
