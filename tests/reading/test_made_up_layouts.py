"""Layouts and wordings that made-up case files showed, as other bureaus print them too."""

from datetime import date, datetime

import pytest

from reviewer.model import Box, Line, Listed, Officer, Page, PageRef, TextSource
from tests.reading.building import plain, read, types, values

_HEADS = ((0.14, "序号"), (0.28, "文号"), (0.49, "文书题名"), (0.71, "日期"), (0.83, "页号"))
_LINE = 0.014


def _page(*lines: tuple[float, float, str], page: int = 1) -> Page:
    """Return a page of lines at (left, top)."""
    made = tuple(
        Line(text, Box(left, top, min(0.97, left + 0.014 * len(text)), top + _LINE))
        for left, top, text in lines
    )
    return Page(PageRef("case.pdf", page), 595, 842, made, TextSource.TEXT_LAYER)


def _row(
    top: float, serial: str, number: tuple[str, str], title: str, pages: str
) -> list[tuple[float, float, str]]:
    """Return a row whose number takes two lines and stands around the others' middle."""
    return [
        (0.15, top + 0.010, serial),
        (0.20, top, number[0]),
        (0.20, top + 0.021, number[1]),
        (0.42, top + 0.010, title),
        (0.66, top, "2024 年 2 月"),
        (0.66, top + 0.021, "19 日"),
        (0.84, top + 0.010, pages),
    ]


def _heads(top: float) -> list[tuple[float, float, str]]:
    return [(left, top, text) for left, text in _HEADS]


def test_a_list_with_cells_of_two_lines_is_read_row_by_row() -> None:
    number = ("沙交罚〔2024〕", "0070号")
    page = _page(
        (0.44, 0.09, "卷内目录"),
        *_heads(0.14),
        *_row(0.17, "1", number, "行政处罚决定书", "1-2"),
        *_row(0.22, "2", number, "送达回证", "3"),
        *_row(0.27, "3", number, "结案报告", "4"),
    )

    day, number_read = date(2024, 2, 19), "沙交罚〔2024〕0070号"
    assert values(read(page), "listed") == [
        Listed("行政处罚决定书", "DT35", number_read, day, 1, 2),
        Listed("送达回证", "DT37", number_read, day, 3, 3),
        Listed("结案报告", "DT52", number_read, day, 4, 4),
    ]


def test_the_next_page_of_the_list_begins_no_document_that_it_lists() -> None:
    number = ("沙交罚〔2024〕", "0070号")
    first = _page(
        (0.44, 0.09, "卷内目录"), *_heads(0.14), *_row(0.17, "1", number, "立案登记表", "1")
    )
    second = _page(*_heads(0.09), *_row(0.12, "2", number, "案件调查报告", "2"), page=2)

    assert types(read(first, second)) == ["DT02"]


OFFICERS = {
    "letters and a hyphen": "执法人员：王海涛（证件号码：SF-27116）；傅俊杰（证件号码：SF-51116）",
    "comma before the label": "执法人员：王海涛，执法证号：SF-27116、傅俊杰，执法证号：SF-51116",
    "only blanks": "执法人员：王海涛 SF-27116　傅俊杰 SF-51116",
}


@pytest.mark.parametrize("text", OFFICERS.values(), ids=OFFICERS)
def test_officers_keep_their_lettered_numbers(text: str) -> None:
    page = plain(f"现场检查笔录\n{text}\n现场情况：检查时发现车辆超限。")

    assert values(read(page), "officer") == [
        Officer("王海涛", "SF-27116"),
        Officer("傅俊杰", "SF-51116"),
    ]


def test_a_name_that_a_narrow_cell_breaks_is_one() -> None:
    page = _page(
        (0.41, 0.13, "调查询问笔录"),
        (0.16, 0.277, "询问地点"),
        (0.28, 0.277, "执法大队询问室"),
        (0.57, 0.277, "询问人"),
        (0.67, 0.256, "于德福"),
        (0.67, 0.277, "（1164610358）、何立"),
        (0.67, 0.298, "新（1164510358）"),
        (0.17, 0.328, "记录人"),
        (0.28, 0.328, "何立新"),
        (0.56, 0.328, "被询问人"),
        (0.67, 0.328, "蒋天佑"),
    )

    assert values(read(page), "officer") == [
        Officer("于德福", "1164610358"),
        Officer("何立新", "1164510358"),
    ]


APPROVED = {
    "in the opinion": "批准时间：2024年1月23日12时55分。",
    "the hour alone": "批准时间：12时55分。",
}


@pytest.mark.parametrize("text", APPROVED.values(), ids=APPROVED)
def test_the_hour_of_an_approval_is_read_beside_its_date(text: str) -> None:
    page = plain(
        "行政强制措施审批表\n当事人：吴金柱\n强制措施种类：扣押\n"
        f"负责人审批意见：同意扣押。{text}\n签名：王明亮 2024年1月23日"
    )

    assert values(read(page), "seizure_approved_at") == [datetime.fromisoformat("2024-01-23T12:55")]


def test_a_prolongation_ends_on_the_later_of_two_days() -> None:
    page = plain(
        "延长扣押期限审批表\n当事人：许宗义\n延长理由：涉案车辆于2024年2月26日被扣押，"
        "期限至2024年3月27日届满。因案情复杂，拟延长扣押期限三十日，至2024年4月26日。\n"
        "负责人审批意见：同意。\n签名：韩宏图 2024年3月22日"
    )

    assert values(read(page), "seizure_extended_to") == [date(2024, 4, 26)]


def test_a_measure_begins_at_the_hour_from_which_its_term_runs() -> None:
    page = plain(
        "车辆暂扣凭证\n当事人：许宗义\n根据《道路运输条例》第六十二条的规定，2024年2月26日11时20分起扣押宁BP3857车辆一台，"
        "期限30日，2024年3月27日到期。\n沙湖市交通运输局\n2024年2月26日"
    )

    assert values(read(page), "seizure_at") == [datetime.fromisoformat("2024-02-26T11:20")]


@pytest.mark.parametrize("title", ["公示信息撤回审批表", "撤回公示情况说明", "撤回公示信息的报告"])
def test_a_decision_changed_on_review_is_dated_before_the_comma(title: str) -> None:
    page = plain(
        f"{title}\n沙交罚〔2025〕118号行政处罚决定已经公开。2025年5月15日，该行政处罚决定经行政复议被变更。"
        "本机关于2025年5月26日撤回行政处罚决定信息并公开说明理由。\n经办人：谢永平　2025年5月26日"
    )

    assert values(read(page), "revoked_on") == [date(2025, 5, 15)]
    assert values(read(page), "public_withdrawn_on") == [date(2025, 5, 26)]


def test_an_old_act_is_found_on_the_day_of_the_inspection_of_papers() -> None:
    page = plain(
        "立案登记表\n案件基本情况：2022年3月26日8时12分许，张三驾驶号牌为宁A12345的重型仓栅式货车为货主有偿运输化肥，"
        "未取得道路运输经营许可，执法人员于2024年6月3日核查货运单据时发现。"
    )

    assert values(read(page), "found_date") == [date(2024, 6, 3)]
    assert values(read(page), "offence_date") == [date(2022, 3, 26)]


def test_a_rule_on_other_than_dangerous_goods_puts_no_life_at_stake() -> None:
    page = plain(
        "案件调查报告\n违法事实：2022年3月26日张三驾驶货车运输化肥。\n"
        "依据：“从事危险货物运输经营以外的货运经营的，向县级交通运输主管部门提出申请”。"
    )

    assert not values(read(page), "life_at_stake")


def test_the_number_of_an_item_before_a_date_is_no_weight() -> None:
    page = plain(
        "行政处罚决定书\n经检测，该车车货总质量为58000千克，超限9000千克。证据：4．检测单1份，证明超限；5．2023年9月1日询问笔录1份。"
    )

    assert values(read(page), "overweight_kg") == [9000]


def test_to_be_dissatisfied_is_not_to_be_told_not_to() -> None:
    page = plain(
        "当场行政处罚决定书\n当事人：董明亮\n如对本决定不服，应先在收到本决定书之日起六十日内向沙湖市人民政府申请行政复议。"
    )

    assert values(read(page), "reconsider_first") == [True]
