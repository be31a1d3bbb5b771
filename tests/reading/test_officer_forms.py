"""Officers as forms of more bureaus print them."""

from reviewer.model import Officer, Reading
from reviewer.reading.certs import find_certs
from reviewer.reading.strips import strip_of
from tests.reading.building import docx, drawn, read


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
