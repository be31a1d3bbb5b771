"""Wordings and layouts of other regions' forms, each of which once gave a wrong value."""

from datetime import date
from decimal import Decimal

import pytest

from reviewer.model import Box, Page, Waiver
from tests.reading.building import docx, drawn, plain, read, types, values

FINES: dict[str, tuple[str, int]] = {
    "an earlier penalty": (
        "当事人2021年5月6日曾因同类行为被邻县处以罚款2000元。\n我局决定：\n1．责令改正；\n2．罚款￥8000元（大写：捌仟元整）。",
        8000,
    ),
    "a band of discretion": (
        "参照裁量基准较轻一档（处1000元罚款），我单位作出如下处罚：罚款伍仟元整（￥5000）。",
        5000,
    ),
    "one sentence": ("现决定给予罚款人民币3000元的行政处罚。", 3000),
}


@pytest.mark.parametrize(("text", "fine"), FINES.values(), ids=FINES)
def test_the_fine_is_the_one_decided(text: str, fine: int) -> None:
    reading = read(
        plain(f"行政处罚决定书\n沙交罚〔2024〕3号\n{text}\n沙湖市交通运输局\n2024年4月1日")
    )

    assert values(reading, "decision_fine") == [Decimal(fine)]


NOTICE = """
行政处罚事先告知书
沙交告〔2024〕3号
马建国：
我局拟对你处以罚款3000元。你可于五日内要求听证，逾期视为放弃陈述、申辩和听证的权利。
沙湖市交通运输局
2024年3月20日
"""


def test_rights_may_be_given_up_on_the_notice_itself() -> None:
    page = plain(
        NOTICE + "当事人意见：无异议，自愿放弃陈述、申辩和听证的权利。\n签名：马建国 2024.3.21"
    )

    assert values(read(page), "waiver_date") == [Waiver(date(2024, 3, 21), hearing=True)]


def test_rights_that_lapse_are_not_given_up() -> None:
    assert values(read(plain(NOTICE)), "waiver_date") == []
    signed = plain(NOTICE + "当事人签收：马建国 2024年3月20日")
    assert values(read(signed), "waiver_date") == []


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2024-03-05 16:05", date(2024, 3, 5)),
        ("2024.3.5 9时30分", date(2024, 3, 5)),
        ("2024/3/15 08:20", date(2024, 3, 15)),
    ],
)
def test_a_filing_has_a_day_and_a_time(printed: str, day: date) -> None:
    page = docx("立案登记表", [["案由", "超限运输", "受案时间", printed], ["当事人", "马建国"]])

    assert values(read(page), "filing_date") == [day]


def test_a_party_is_named_beside_a_cell_of_several_rows() -> None:
    page = drawn("""
^立案登记表
案由|违法超限运输
||姓名|马建国
|个人|住址|沙湖市朔方路1号
当事人|||
|单位|名称|/
受案时间|2024年3月1日
""")

    assert values(read(page), "party") == ["马建国"]


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ("编号：沙交罚[2024]33号", "沙交罚〔2024〕33号"),
        (">沙交罚2024-33", "沙交罚2024-33"),
        ("案|号：|沙交案〔2024〕33号", "沙交案〔2024〕33号"),
    ],
)
def test_a_filing_bears_the_number_of_the_case(row: str, number: str) -> None:
    page = drawn(
        f"^立案审批表\n{row}\n案由|违法超限运输\n受案时间|2024年3月1日",
        columns=(0.1, 0.17, 0.4),
    )

    assert values(read(page), "case_no") == [number]


def test_a_copy_behind_the_table_of_contents_is_no_row_of_it() -> None:
    contents = drawn("^卷内目录\n序号|题名|页号\n1|立案登记表|3\n2|现场笔录|4")
    copy = drawn("中华人民共和国居民身份证\n姓名 马建国\n公民身份号码 640101198001011234", page=2)

    assert types(read(contents, copy)) == ["DT02", "DT55"]


def test_a_header_on_every_page_is_no_title() -> None:
    texts = [
        "^立案登记表\n案由|超限",
        "中华人民共和国居民身份证\n姓名 马建国",
        "^现场笔录\n地点|国道",
    ]
    pages = [drawn(text, page=number) for number, text in enumerate([*texts, texts[0]], 1)]

    reading = read(*(_headed(page, "沙湖市交通运输局行政处罚案卷") for page in pages))

    assert types(reading) == ["DT05", "DT55", "DT06", "DT05"]


def _headed(page: Page, text: str) -> Page:
    header = drawn(text).lines[0]
    box = Box(0.1, 0.02, 0.4, 0.034)
    lines = (type(header)(text, box), *page.lines)
    return Page(page.ref, page.width, page.height, lines, page.source)


def test_a_table_of_bands_belongs_to_no_document() -> None:
    report = drawn("^结案报告\n案由|超限运输\n负责人意见|同意结案。王芳 2024年5月10日")
    bands = drawn(
        "^交通运输行政处罚裁量基准（节选）\n违法行为|处罚幅度\n超限运输|处500元以上", page=2
    )

    reading = read(report, bands)

    assert types(reading) == ["DT52"]
    assert [ref.page for ref in reading.unclassified] == [2]


AGENCY = "沙湖市交通运输局"


def test_the_name_below_the_date_signs_the_document_above() -> None:
    reading = read(
        docx(
            "违法行为通知书",
            "马建国：",
            "2024年3月1日",
            AGENCY,
            AGENCY,
            "送达回证",
            "受送达人：马建国",
        )
    )

    assert [document.blocks for document in reading.documents] == [(0, 3), (4, 6)]


def test_titles_keep_the_brackets_that_are_printed() -> None:
    (document,) = read(plain("现场检查（勘验）笔录\n检查时间：2024年3月1日")).documents

    assert document.title == "现场检查（勘验）笔录"


def test_a_printed_code_is_not_mended() -> None:
    """91640100MA76X0000B breaks the check digit; a twin of one character would mend it."""
    printed, mendable = "91640425MA7D6R3B9K", "91640425MA7D6R3B9X"
    reading = read(
        plain(f"立案登记表\n当事人：沙湖市鑫盛建材有限公司\n统一社会信用代码：{printed}")
    )

    (fact,) = reading.of_key("party_id")

    assert fact.value == printed
    assert fact.value != mendable


def test_a_closing_report_that_quotes_a_number_is_not_what_was_served() -> None:
    number = "沙交罚〔2024〕3号"
    decision = docx("行政处罚决定书", number, "决定罚款3000元。", file="1.docx")
    receipt = docx("送达回证", f"送达文书文号：{number}", "签收日期：2024年4月15日", file="2.docx")
    closing = docx("结案报告", f"决定书文号：{number}", "同意结案。2024年5月1日", file="3.docx")

    (served,) = values(read(decision, receipt, closing), "served")

    assert getattr(served, "document", "") == "DT35"


def test_the_box_of_a_value_is_its_share_of_the_line() -> None:
    reading = read(drawn("^立案登记表\n受案时间：2024年3月1日"))
    (fact,) = reading.of_key("filing_date")
    box = fact.place.box

    assert box is not None
    # 受案时间： takes ten of the line's twenty-two half widths.
    assert box.x0 == pytest.approx(0.1 + 14 * 0.018 * 10 / 22, abs=0.001)
