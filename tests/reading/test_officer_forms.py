"""Officers as forms of more bureaus print them."""

from datetime import date

from reviewer.model import Officer, Reading
from reviewer.reading.certs import find_certs
from reviewer.reading.strips import strip_of
from tests.reading.building import docx, drawn, read, values


def officers(reading: Reading) -> set[tuple[str, str]]:
    values = (fact.value for fact in reading.of_key("officer"))
    return {(one.name, one.cert) for one in values if isinstance(one, Officer)}


def test_a_label_in_heading_brackets_is_a_label() -> None:
    page = drawn(
        "^调查询问笔录\n【询问时间】自2024年4月9日10时5分起至同日10时51分止\n"
        "【执法人员】牛犇 Y6105021112；宋词 Y6105021117\n【被调查询问人】文天成\n"
        "问：渭北市交通运输局执法人员牛犇、宋词现向你了解有关情况。"
    )

    assert officers(read(page)) == {("牛犇", "Y6105021112"), ("宋词", "Y6105021117")}


def test_a_name_ends_where_the_sentence_goes_on() -> None:
    page = docx("询问笔录", "问：我局执法人员牛犇、宋词现向你了解有关情况，是否听清？")

    assert officers(read(page)) == {("牛犇", ""), ("宋词", "")}


def test_labels_of_officers_and_numbers_that_count() -> None:
    page = drawn(
        "^船舶现场检查笔录\n检查时间|2024年4月16日14时06分至14时35分\n"
        "检查水域|36号码头水域|登船检查人员1|荣誉\n"
        "执法证号1|皖水0615|登船检查人员2|穆青\n执法证号2|皖水0620|被检查人|远航航运有限公司"
    )

    assert officers(read(page)) == {("荣誉", "皖水0615"), ("穆青", "皖水0620")}


def test_four_digits_behind_province_and_trade_are_a_certificate() -> None:
    strip = strip_of(docx("执法证号：皖水0615、苏交执0031").lines[0], 0, 0)

    assert [one.text for one in find_certs(strip)] == ["皖水0615", "苏交执0031"]


def test_the_number_of_the_next_line_is_no_part_of_a_certificate() -> None:
    page = docx(
        "谈话笔录",
        "4．谈话人（姓名、证号）：甘露 证号鄂D03-2209，尤里 证号鄂D03-2214",
        "5．谈话对象：符号",
    )

    assert officers(read(page)) == {("甘露", "鄂D03-2209"), ("尤里", "鄂D03-2214")}


def test_a_leader_approves_by_a_note_and_a_term_ends_with_its_day() -> None:
    filing = drawn(
        "^立案报告表\n当事人：张三\n办案机构意见\n建议立案\n负责人：邢明辉\n2024年4月10日\n"
        "行政机关负责人批示\n同意\n批示人：路远\n2024年4月11日"
    )
    order = drawn(
        "^责令改正违法行为通知书\n张三：\n自收到本通知书之日起至2024年4月16日止改正下列行为：补办手续。",
        page=2,
    )

    reading = read(filing, order)

    assert values(reading, "filing_approved_date") == [date(2024, 4, 11)]
    assert values(reading, "correction_deadline") == [date(2024, 4, 16)]
