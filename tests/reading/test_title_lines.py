"""How a title stands: each style of a title line begins a document, other lines begin none."""

import pytest

from reviewer.model import Line, Page, PageRef, TextSource
from tests.reading.building import docx, drawn, read, types

FORM = "案由|货运经营者未采取措施\n当事人|张三\n时间|2024年3月26日"


@pytest.mark.parametrize(
    "head",
    [
        "^立案登记审批表",
        "^立 案 登 记 审 批 表",
        "^临浦县交通运输局\n^立案登记审批表",
        "^立案登记审批表（存根）",
        "^立案登记审批表（第二联）",
        "^水路运输行政处罚\n^立案登记审批表",
        "^立案登记审批表\n>临交立〔2024〕12号",
        "^立案登记审批表|||临交立〔2024〕12号",
        "^立案登记审批表 临交立〔2024〕12号",
    ],
)
def test_a_title_line_begins_a_document(head: str) -> None:
    pages = [drawn(f"^现场笔录\n{FORM}"), drawn(f"{head}\n{FORM}", page=2)]

    assert types(read(*pages)) == ["DT06", "DT05"]


@pytest.mark.parametrize(
    "line",
    [
        "以上询问笔录由当事人核对",
        "附：立案登记审批表一份",
        "证据：现场照片、船舶现场检查笔录",
        "你单位于3月26日收到拟处罚告知书",
    ],
)
def test_a_sentence_begins_no_document(line: str) -> None:
    assert types(read(docx("检查笔录", "案由：超限", line, "当事人：张三"))) == ["DT06"]


def headed(*rows: str) -> Page:
    """Return a DOCX in which rows that begin with ^ are centred."""
    lines = tuple(
        Line(row.lstrip("^"), None, block=at, heading=row.startswith("^"))
        for at, row in enumerate(rows)
    )
    return Page(PageRef("case.docx", 1), 595, 842, lines, TextSource.DOCX)


BEFORE = ("^现场笔录", "时间：2024年3月26日", "地点：检查站", "^送达回证", "受送达人：张三")


def test_a_centred_unknown_title_ends_the_document_before_it() -> None:
    page = headed(*BEFORE, "^货物装载情况说明", "装载水泥二十吨。", "说明人：李四")

    reading = read(page)

    assert types(reading) == ["DT06", "DT37"]
    assert reading.documents[1].blocks == (3, 4)


def test_where_titles_are_centred_a_line_that_is_not_begins_nothing() -> None:
    page = headed(*BEFORE, "案件谈话笔录", "文号：临交告〔2024〕3号")

    assert types(read(page)) == ["DT06", "DT37"]


def test_a_title_above_a_title_is_part_of_it() -> None:
    page = headed(*BEFORE, "^行政执法法律文书", "^询问笔录", "问：姓名？", "答：李四。")

    assert types(read(page)) == ["DT06", "DT37", "DT07"]


def test_an_unknown_title_that_may_be_what_is_missed_is_told() -> None:
    title = "^某某某某某某某某某某某某某立案情况表"
    page = drawn(f"{title}\n{FORM}", page=2)

    reading = read(drawn(f"^现场笔录\n{FORM}"), page)

    assert types(reading) == ["DT06"]
    told = [(fact.value, fact.place.page) for fact in reading.of_key("nearly_told")]
    assert ("DT05", 2) in told


def test_an_unknown_title_of_something_else_tells_nothing() -> None:
    page = drawn(f"^货物装载情况说明\n{FORM}", page=2)

    reading = read(drawn(f"^现场笔录\n{FORM}"), page)

    assert reading.of_key("nearly_told") == ()


def test_a_line_before_a_title_is_no_part_of_it() -> None:
    page = headed("^现场照片", "拍摄人  明朗", "居民身份证复印件", "姓名：董事明", "性别：男")

    assert types(read(page)) == ["DT60", "DT55"]
