"""Two or more documents on one page of a PDF or a scan."""

import pytest

from reviewer.checking import load_calendar, load_laws
from reviewer.checking.inquiry import Inquiry
from reviewer.model import Library, Page, Served
from tests.reading.building import drawn, read, types, values

RECORD = """
^现场笔录
检查时间：2024年3月1日9时10分
检查地点：国道109线1180公里处
当事人：张三
车辆运输货物超限，执法人员马超、丁一当场检查。
"""
TAIL = """
你单位应当自收到本决定书之日起十五日内缴纳罚款。逾期不缴纳的，每日按罚款数额的百分之三加处罚款。
如不服本决定，可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。
> 银川市交通运输局（印章）
> 2024年4月12日
"""
DECISION = """
^行政处罚决定书
> 宁交执罚〔2024〕12号
当事人：张三
经查，你于2024年3月1日擅自超限运输，决定给予罚款人民币叁仟元整（¥3,000.00）的行政处罚。
"""
RECEIPT = """
^送达回证
受送达人：张三
送达文书名称及文号：《行政处罚决定书》（宁交执罚〔2024〕12号）
送达方式：直接送达
受送达人签名：张三  2024年4月15日
送达人：马超、丁一
"""
OTHER_RECEIPT = """
^送达回证
受送达人：张三
送达文书名称及文号：《违法行为通知书》（宁交执告〔2024〕12号）
送达方式：直接送达
受送达人签名：张三  2024年4月2日
送达人：马超、丁一
"""
OCR = 96
"""Certainty of each character of a page that was recognised."""


def pages_of(reading_page_text: str, page: int, certainty: int | None) -> Page:
    """Return a page of a text PDF, or of a scan when `certainty` is given."""
    return drawn(reading_page_text, page, certainty=certainty)


both = pytest.mark.parametrize("certainty", [None, OCR], ids=["text", "scan"])


@both
def test_two_receipts_on_one_page_are_two_documents(certainty: int | None) -> None:
    reading = read(pages_of(OTHER_RECEIPT + "\n\n" + RECEIPT, 1, certainty))

    assert types(reading) == ["DT37", "DT37"]
    assert all([ref.page for ref in one.pages] == [1] for one in reading.documents)
    days = [
        (one.value.document, str(one.value.date))
        for number in (0, 1)
        for one in reading.of_key("served", number)
        if isinstance(one.value, Served)
    ]
    assert days == [("DT26", "2024-04-02"), ("DT35", "2024-04-15")]
    assert reading.unclassified == ()


@both
def test_a_document_may_begin_below_the_end_of_another(certainty: int | None) -> None:
    reading = read(
        pages_of(DECISION, 1, certainty), pages_of(TAIL + "\n" + RECEIPT + "\n", 2, certainty)
    )

    assert types(reading) == ["DT35", "DT37"]
    assert [[ref.page for ref in one.pages] for one in reading.documents] == [[1, 2], [2]]
    assert [str(one) for one in values(reading, "decision_date", 0)] == ["2024-04-12"]
    assert not values(reading, "decision_date", 1)


def test_the_page_behind_goes_on_with_the_last_document() -> None:
    long = "检查情况：" + "车辆装载煤炭，未采取覆盖措施。" * 2
    reading = read(drawn(RECEIPT + "\n" + RECORD, 1), drawn(long + "\n" + long, 2))

    assert types(reading) == ["DT37", "DT06"]
    assert [[ref.page for ref in one.pages] for one in reading.documents] == [[1], [1, 2]]


@both
def test_three_documents_share_a_page(certainty: int | None) -> None:
    reading = read(pages_of(OTHER_RECEIPT + RECORD + RECEIPT, 1, certainty))

    assert types(reading) == ["DT37", "DT06", "DT37"]
    assert values(reading, "served", 1) == []


def test_the_name_of_the_body_above_the_second_title_belongs_to_it() -> None:
    text = RECEIPT + "\n^银川市交通运输局\n" + DECISION.lstrip() + TAIL.lstrip()

    reading = read(drawn(text, 1))

    assert types(reading) == ["DT37", "DT35"]
    assert not values(reading, "issuing_body", 0)


@both
def test_a_title_no_larger_than_text_opens_a_document_below_a_signed_end(
    certainty: int | None,
) -> None:
    page = drawn(
        TAIL + "\n\n\n|送达回证\n" + "\n".join(RECEIPT.strip().splitlines()[1:]),
        2,
        columns=(0.1, 0.464),
        certainty=certainty,
    )

    reading = read(pages_of(DECISION, 1, certainty), page)

    assert types(reading) == ["DT35", "DT37"]


NO_SECOND = {
    "a sentence that wraps": RECORD + "\n本机关已向你送达了\n|送达回证\n和其他有关文书，请你签收。",
    "named in a receipt": """
^送达回证
受送达人：张三
送达文书名称
|行政处罚决定书
|宁交执罚〔2024〕12号
送达方式：直接送达
受送达人签名：张三  2024年4月15日
""",
    "a list of what is attached": RECORD
    + "\n当事人签名：张三 2024年3月1日\n附件：\n|行政处罚决定书\n|送达回证\n|询问笔录\n",
    "attached": RECORD
    + "\n当事人签名：张三 2024年3月1日\n\n|附：送达回证\n送达方式：直接送达\n受送达人：张三",
    "the head of the second page of itself": """
^询问笔录
时间：2024年3月5日9时10分至9时50分
被询问人：张三
问：我们是执法人员。
答：听清楚了。

^询问笔录（续页）
问：你还有什么要补充的吗？
答：没有了。
""",
    "a section of an approval form": """
^行政处罚决定审批表
案由|超限运输
当事人|张三
承办人意见|建议罚款三千元。马超 2024年4月3日
|法制审核意见
审核意见：事实清楚，同意。李红 2024年4月5日
|集体讨论意见
同意处罚。2024年4月6日
负责人意见|同意。王刚 2024年4月8日
""",
    "the foot of the page": RECORD + "\n" * 22 + "|行政处罚决定书\n",
    "the title of a cover": """
^行政处罚案卷

案号：宁交执罚〔2024〕12号
案由：超限运输
当事人：张三

^行政处罚决定书

处理结果：罚款三千元
归档日期：2024年6月1日
保管期限：长期
""",
}


@both
@pytest.mark.parametrize("text", NO_SECOND.values(), ids=NO_SECOND.keys())
def test_a_title_that_is_only_named_opens_no_document(text: str, certainty: int | None) -> None:
    reading = read(drawn(text, 1, columns=(0.1, 0.41), certainty=certainty))

    assert len(reading.documents) == 1


@both
def test_a_list_of_contents_is_not_cut_at_what_it_names(certainty: int | None) -> None:
    rows = "\n".join(
        f"{number}|{title}||2024.4.{number}|{number}"
        for number, title in enumerate(
            ("立案登记表", "现场笔录", "询问笔录", "违法行为通知书", "行政处罚决定书", "送达回证"),
            1,
        )
    )

    reading = read(pages_of("^卷内目录\n序号|题名|文号|日期|页号\n" + rows, 1, certainty))

    assert types(reading) == ["DT02"]


def test_a_tail_that_nothing_before_it_explains_stays_with_what_follows() -> None:
    card = drawn("^居民身份证复印件\n姓名 张三\n公民身份号码 640102198501011234", 1)

    reading = read(card, drawn(TAIL + "\n" + RECEIPT, 2))

    assert types(reading) == ["DT55", "DT37"]
    assert reading.unclassified == ()


def test_the_title_of_an_unknown_document_ends_the_one_above() -> None:
    slip = (
        "^国内特快专递邮件详情单\n邮件号：EMS1000\n妥投：2024年12月5日 签收人：孟文博，已交本人签收"
    )
    reading = read(drawn(DECISION, 1), drawn(TAIL + "\n" + slip, 2), drawn(RECEIPT, 3))

    assert types(reading) == ["DT35", "DT37"]
    assert [str(one) for one in values(reading, "decision_date", 0)] == ["2024-04-12"]
    assert "2024-12-05" not in {str(fact.value) for fact in reading.facts if fact.document == 0}
    assert reading.unclassified == ()


def test_breaches_of_two_receipts_on_one_page_are_told_apart() -> None:
    reading = read(drawn(OTHER_RECEIPT + "\n\n" + RECEIPT, 1))
    inquiry = Inquiry(reading, load_calendar(), load_laws(), Library())

    assert [inquiry.subject(one) for one in reading.documents] == [
        "DT37@case.pdf#1",
        "DT37@case.pdf#1.2",
    ]
