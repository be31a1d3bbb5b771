"""Cutting case files into documents."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.model import Page, PageRef, Procedure, TextSource
from tests.reading.building import docx, drawn, plain, read, types

DECISION = """
^行政处罚决定书
> 宁交执罚〔2024〕12号
当事人：张三
经查，你于2024年3月1日擅自超限运输，决定给予罚款人民币叁仟元整（¥3,000.00）的行政处罚。
如不服本决定，可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。
> 银川市交通运输局（印章）
> 2024年4月12日
"""
RECEIPT = """
^送达回证
受送达人：张三
送达文书名称及文号：《行政处罚决定书》（宁交执罚〔2024〕12号）
送达方式：直接送达
受送达人签名：张三  2024年4月15日
送达人：马超、丁一
"""
INQUIRY = """
^询问笔录
时间：2024年3月5日9时10分至9时50分
被询问人：张三
问：我们是银川市交通运输局的执法人员，现依法向你询问，你听清楚了吗？
答：听清楚了。
"""
MORE_TEXT = """
问：你还有什么要补充的吗，请你如实回答我们提出的所有问题？
答：没有了，以上说的都是事实，我愿意承担相应的责任。
以上笔录我看过，和我说的一样。
被询问人签名：张三 2024年3月5日
"""


def test_a_page_without_title_continues_the_document_before_it() -> None:
    reading = read(drawn(INQUIRY, 1), drawn(MORE_TEXT, 2), drawn(DECISION, 3))

    assert types(reading) == ["DT07", "DT35"]
    assert [ref.page for ref in reading.documents[0].pages] == [1, 2]


def test_two_receipts_are_two_documents() -> None:
    assert types(read(drawn(RECEIPT, 1), drawn(RECEIPT, 2))) == ["DT37", "DT37"]


def test_titles_in_a_list_of_contents_do_not_decide() -> None:
    contents = drawn("""
^卷内目录
序号|题名|文号|日期|页号
1|行政处罚决定书|宁交执罚〔2024〕12号|2024.4.12|1-2
2|送达回证||2024.4.15|3
3|违法行为通知书||2024.4.1|4
4|立案登记表||2024.3.2|5
5|询问笔录||2024.3.5|6-7
""")
    second = drawn(
        "6|现场笔录||2024.3.1|8\n7|结案报告||2024.4.28|9\n8|法制审核意见书||2024.4.9|10", 2
    )

    assert types(read(contents, second)) == ["DT02"]


@pytest.mark.parametrize(
    "page",
    [
        plain("", 2),
        plain("12", 2),
        plain("京A\nSHACMAN", 2),
        Page(PageRef("case.pdf", 2), 595, 842, (), TextSource.NONE),
    ],
    ids=["blank", "folio only", "photo", "not read yet"],
)
def test_blank_pages_and_photos_belong_to_no_document(page: Page) -> None:
    reading = read(drawn(INQUIRY, 1), page, drawn(MORE_TEXT, 3))

    assert reading.unclassified == (PageRef("case.pdf", 2),)
    assert [ref.page for ref in reading.documents[0].pages] == [1, 3]


def test_a_page_that_is_not_read_yet_is_weak() -> None:
    page = Page(PageRef("case.pdf", 2), 595, 842, (), TextSource.NONE)

    assert read(drawn(INQUIRY), page).weak == (page.ref,)


def test_a_document_of_unknown_kind_is_not_swallowed() -> None:
    other = drawn(
        "^情况说明\n我单位于本年度对全部车辆开展了维护保养工作，现将有关情况说明如下。", 2
    )

    reading = read(drawn(INQUIRY, 1), other)

    assert reading.unclassified == (PageRef("case.pdf", 2),)


@pytest.mark.parametrize("mark", ["第2页 共2页", "第 2 页（共 2 页）", "第二页，共二页"])
def test_a_page_that_counts_itself_continues(mark: str) -> None:
    receipt = drawn("^询问笔录（续页）\n问：还有吗，请你再仔细想一想？\n答：没有了。\n" + mark, 2)

    assert types(read(drawn(INQUIRY, 1), receipt)) == ["DT07"]


def test_an_id_card_is_known_by_what_it_prints() -> None:
    card = plain(
        "姓名 张三\n性别 男 民族 回\n住址 银川市兴庆区\n公民身份号码 640102198501011234", 2
    )

    assert types(read(drawn(INQUIRY, 1), card)) == ["DT07", "DT55"]


def test_photos_of_one_document_are_one_document() -> None:
    first = drawn(INQUIRY, file="笔录/询问笔录-1.jpg")
    second = drawn(MORE_TEXT, file="笔录/询问笔录-2.jpg")

    assert types(read(first, second)) == ["DT07"]


def test_the_name_of_a_file_helps_when_the_page_has_no_title() -> None:
    page = docx(
        "当事人：张三", "本机关决定给予罚款3000元的行政处罚。", file="05 行政处罚决定书.docx"
    )

    assert types(read(page)) == ["DT35"]


def test_the_title_wins_over_the_name_of_the_file() -> None:
    page = docx("送达回证", "受送达人：张三", file="05 行政处罚决定书.docx")

    assert types(read(page)) == ["DT37"]


def test_documents_inside_one_docx_are_cut_at_their_titles() -> None:
    page = docx(
        "银川市交通运输局",
        "行政处罚决定书",
        "宁交执罚〔2024〕12号",
        "本机关于2024年4月2日送达《违法行为通知书》。决定罚款3000元。",
        "银川市交通运输局",
        "2024年4月12日",
        "送达回证",
        [["受送达人", "张三"], ["送达文书", "行政处罚决定书"], ["送达日期", "2024年4月15日"]],
    )

    reading = read(page)

    assert [(one.type, one.blocks) for one in reading.documents] == [
        ("DT35", (0, 5)),
        ("DT37", (6, 7)),
    ]


def test_titles_listed_one_below_the_other_are_a_list() -> None:
    page = docx("结案报告", "案情已处理完毕。", "附件：", "立案登记表", "询问笔录", "现场笔录")

    assert types(read(page)) == ["DT52"]


@pytest.mark.parametrize(
    ("title", "procedure"),
    [
        ("行政处罚决定书", Procedure.GENERAL),
        ("立案登记表", Procedure.GENERAL),
        ("当场行政处罚决定书", Procedure.SUMMARY),
        ("不予行政处罚决定书", Procedure.NO_PENALTY),
        ("行政强制措施决定书", Procedure.COERCIVE),
        ("现场笔录", Procedure.INSPECTION),
        ("情况说明", Procedure.UNKNOWN),
    ],
)
def test_the_documents_show_the_procedure(title: str, procedure: Procedure) -> None:
    assert read(docx(title, "正文。")).procedure is procedure


PAGES = (DECISION, RECEIPT, INQUIRY, MORE_TEXT, "", "情况说明\n没有别的。", "照片")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PAGES), min_size=1, max_size=9))
def test_every_page_lies_in_one_document_or_in_none(texts: list[str]) -> None:
    pages = [drawn(text, number) for number, text in enumerate(texts, 1)]

    reading = read(*pages)

    held = [ref for document in reading.documents for ref in document.pages]
    assert sorted([*held, *reading.unclassified]) == [page.ref for page in pages]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PAGES), min_size=1, max_size=6))
def test_every_quote_stands_on_its_page(texts: list[str]) -> None:
    pages = {page.ref: page for page in (drawn(t, n) for n, t in enumerate(texts, 1))}

    for fact in read(*pages.values()).facts:
        text = "".join(pages[fact.place.ref].text.split())
        assert "".join(fact.place.quote.split()) in text
        assert fact.place.box is not None


def test_copies_pasted_below_their_title_are_one_document() -> None:
    page = docx(
        "证件复印件（身份证、营业执照）",
        [["居民身份证\n姓名：马建国"]],
        [["中华人民共和国机动车行驶证\n号牌号码：宁A12345"]],
        "经核对，与原件一致。",
    )

    assert types(read(page)) == ["DT55"]


def test_pages_of_which_only_titles_are_known_are_listed_as_documents() -> None:
    def head(text: str, number: int) -> Page:
        return replace(drawn(text, number), source=TextSource.HEAD)

    reading = read(head("^行政处罚决定书", 1), head("", 2), head("^送达回证", 3))

    assert [(one.type, len(one.pages)) for one in reading.documents] == [("DT35", 2), ("DT37", 1)]
    assert [ref.page for ref in reading.weak] == [1, 2, 3]
