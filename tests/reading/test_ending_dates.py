"""Days that end a paper in its last line, and titles at the left margin."""

from dataclasses import replace
from datetime import date

import pytest

from reviewer.model import Box, Line, Page, Waiver
from tests.reading.building import docx, drawn, plain, read, types, values

DAY = date(2024, 4, 2)

REVIEWS = (
    "【送审】2024-04-01【意见】主体、事实、程序、依据经审核无异议。【结论】同意。【审核人】王刚（法律职业资格\n"
    "A20143213240118）2024-04-02",
    "意见：主体适格，事实清楚，同意。 王刚（资格证号A20143213240118） 2024年4月2日",
)


@pytest.mark.parametrize("text", REVIEWS)
def test_a_review_ends_with_the_reviewer_and_the_day(text: str) -> None:
    assert values(read(plain(f"法制审核意见书\n{text}")), "legal_review_date") == [DAY]


def test_a_letter_of_a_firm_ends_with_its_name_and_the_day() -> None:
    firm = "清河县大恒运输有限责任公司 周立 2024年4月2日"
    said = "交通运输局：我公司不是故意，当天就清扫了路面，请求少罚。"
    waived = "交通运输局：我公司自愿放弃陈述、申辩的权利，放弃要求听证的权利。"

    statement = read(docx("陈述申辩书", said, firm))
    waiver = read(docx("放弃陈述申辩和听证声明", waived, firm))

    assert values(statement, "statement_date") == [DAY]
    assert values(waiver, "waiver_date") == [Waiver(DAY, True)]


COPIES = (
    "甲市运输中心：车籍地为你市的宁A12345因超限运输被处罚款，特此抄告。 2024年4月2日",
    "甲市运输中心：宁A12345车辆2024年3月1日超限，已处罚，现予抄告。清河县交通运输局 2024年4月2日",
)


@pytest.mark.parametrize("text", COPIES)
def test_a_copy_ends_with_its_day(text: str) -> None:
    page = drawn(f"^抄告单\n{text}", 1)

    assert values(read(page), "copied_date") == [DAY]


def test_a_day_in_the_last_sentence_is_no_signature() -> None:
    page = drawn("^法制审核意见书\n意见：程序合法，检测设备检定证书的有效期为2024年4月2日", 1)

    assert values(read(page), "legal_review_date") == []


def test_the_place_of_a_decision_behind_its_day_is_another_point() -> None:
    reading = read(
        docx(
            "当场行政处罚决定书",
            "当事人：周立，违法事实：2024年4月1日超限运输，决定罚款200元。",
            "清河县交通运输局（印章）",
            "2024年4月2日　作出地点：国道109线1588公里处",
            "执法人员：马超（640001）",
        )
    )

    assert values(reading, "decision_date") == [DAY]


def _indented(*rows: tuple[str, float]) -> Page:
    """Return a page of a title and lines that begin at their own left."""
    page = drawn("^结案报告", 1)
    lines = [
        Line(
            text,
            Box(left, 0.1 + 0.021 * at, min(0.9, left + 0.018 * len(text)), 0.116 + 0.021 * at),
        )
        for at, (text, left) in enumerate(rows)
    ]
    return replace(page, lines=(*page.lines, *lines))


def test_the_last_character_of_a_paragraph_below_its_indent_ends_it() -> None:
    text = "当事人已经改正并且缴清了全部罚款，申请结案。同意结案。王刚 2024年4月2"
    page = _indented((text, 0.14), ("日", 0.1))

    assert values(read(page), "closing_date") == [DAY]


def _at_left(text: str) -> Page:
    page = drawn(text, 1)
    lines = [
        replace(one, box=replace(one.box, x0=0.1, x1=0.1 + one.box.x1 - one.box.x0))
        if one.box
        else one
        for one in page.lines
    ]
    return replace(page, lines=tuple(lines))


PACKED = """
^立案登记表
受案时间：2024年3月1日 当事人：周立 同意立案。王刚 2024年3月2日

^询问笔录
2024年3月4日9时至9时30分，询问人马超，记录人丁一。
问：有无许可？答：没有。周立 2024年3月4日

^责令改正通知书
周立：责令改正，禁止上路。清河县交通运输局 2024年3月4日

^行政处罚决定书
周立：你超限运输，决定罚款2000元。清河县交通运输局 2024年4月2日

^送达回证
文书：行政处罚决定书 签收：周立 2024年4月3日
"""


def test_titles_at_the_left_margin_open_papers() -> None:
    assert types(read(_at_left(PACKED))) == ["DT05", "DT07", "DT19", "DT35", "DT37"]


def test_one_heading_at_the_left_margin_opens_nothing() -> None:
    text = """
^行政处罚决定书
周立：你于2024年3月1日超限运输。证据如下。

^询问笔录
周立承认超限运输，货物是自己装的。决定罚款2000元。
清河县交通运输局 2024年4月2日
"""
    centred = drawn(text, 1)
    lines = list(centred.lines)
    box = lines[2].box
    assert box
    lines[2] = replace(lines[2], box=replace(box, x0=0.1, x1=0.1 + box.x1 - box.x0))

    assert types(read(replace(centred, lines=tuple(lines)))) == ["DT35"]
