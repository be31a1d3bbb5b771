"""What is read from notices and decisions, in the wording of several regions."""

from datetime import date
from decimal import Decimal

import pytest

from reviewer.model import CitedArticle, Redress
from tests.reading.building import docx, drawn, plain, read, values

FORM = drawn("""
^行政处罚决定书
> 案号：宁交执罚〔2024〕12号
当事人|个人|姓名|马建国|身份证件号|640102198501011235
违法事实及证据：2024年3月1日，当事人马建国驾驶宁A·12345货车违法超限运输。
你（单位）的行为违反了《中华人民共和国公路法》第五十条第一款的规定，
依据《中华人民共和国公路法》第七十六条第五项的规定，决定给予
罚款人民币叁仟元整（¥3,000.00）的行政处罚。
罚款应自收到本决定书之日起15日内缴至沙湖银行。逾期不缴纳罚款的，每日按罚款数额的3%加处罚款。
如不服本处罚决定，可以依法在60日内向沙湖市人民政府申请行政复议，
或者在6个月内依法向青禾区人民法院提起行政诉讼。
> 沙湖市交通运输局（印章）
> 2024年4月12日
""")
PROSE = plain("""
沙湖市交通运输局
交通行政处罚决定书
沙交罚字[2024]第12号
被处罚人：马建国
经查，你于二〇二四年三月一日擅自超限运输，以上事实有现场笔录等证据证实。
本机关于2024年4月2日向你送达《违法行为通知书》。
依照《公路法》第七十六条第（五）项，决定对你处以3000元罚款。
你应当自收到本决定书之日起十五日内到指定银行缴纳罚款。
如不服，可在六十日内向沙湖市人民政府申请复议，也可在六个月内向人民法院起诉。
沙湖市交通运输局
二○二四年四月十二日
""")
WORD = docx(
    "行政处罚决定书",
    "文号：沙交执罚（2024）12号",
    [["当事人", "名称", "沙湖市金路通货运有限公司", "统一社会信用代码", "91350100M000100Y43"]],
    "经查明，当事人于2024年3月1日超限运输。",
    "给予当事人警告，并处人民币3,000元罚款。",
    "请于收到本决定书之日起15日内缴纳。",
    "沙湖市交通运输局 2024年4月12日",
)
OLD = drawn("""
^行政处罚决定书
沙交处[2024]12号
当事人|马建国|住址|沙湖市
违法事实|2024年3月1日超限运输
处罚内容|罚款3000元
处罚依据|《中华人民共和国公路法》第七十六条
|2024年4月12日
> （沙湖市交通运输局印章）
当事人签收：马建国  2024年4月15日
""")
ALL = pytest.mark.parametrize(
    "page", [FORM, PROSE, WORD, OLD], ids=["form", "prose", "word", "old"]
)


@ALL
def test_the_decision_is_dated_by_its_signature(page) -> None:  # type: ignore[no-untyped-def]
    assert values(read(page), "decision_date") == [date(2024, 4, 12)]


@ALL
def test_the_fine_is_read(page) -> None:  # type: ignore[no-untyped-def]
    assert values(read(page), "decision_fine") == [Decimal(3000)]


@ALL
def test_the_number_is_read(page) -> None:  # type: ignore[no-untyped-def]
    (number,) = values(read(page), "decision_no")

    assert str(number).endswith("〔2024〕12号")


@ALL
def test_the_party_is_read(page) -> None:  # type: ignore[no-untyped-def]
    assert values(read(page), "party") in (["马建国"], ["沙湖市金路通货运有限公司"])


@pytest.mark.parametrize("page", [FORM, PROSE, WORD], ids=["form", "prose", "word"])
def test_payment_is_due_in_fifteen_days(page) -> None:  # type: ignore[no-untyped-def]
    assert values(read(page), "pay_days") == [15]


@pytest.mark.parametrize("page", [FORM, PROSE, WORD], ids=["form", "prose", "word"])
def test_the_issuing_body_is_read(page) -> None:  # type: ignore[no-untyped-def]
    assert values(read(page), "issuing_body") == ["沙湖市交通运输局"]


@pytest.mark.parametrize("page", [FORM, PROSE], ids=["form", "prose"])
def test_the_remedies_are_read(page) -> None:  # type: ignore[no-untyped-def]
    (redress,) = values(read(page), "redress")

    assert redress == Redress(60, "沙湖市人民政府", 6)


def test_articles_are_read_with_paragraph_and_item() -> None:
    assert values(read(FORM), "cited_article") == [
        CitedArticle("公路法", 50, 1),
        CitedArticle("公路法", 76, None, 5),
    ]


def test_words_and_digits_of_the_fine_are_two_facts() -> None:
    reading = read(FORM)

    assert values(reading, "decision_fine_words") == [Decimal(3000)]
    assert reading.of_key("decision_fine")[0].place.quote == "¥3,000.00"


def test_the_signature_of_receipt_is_the_service() -> None:
    assert values(read(OLD), "decision_served_date") == [date(2024, 4, 15)]


def test_amounts_of_the_statute_are_not_the_fine() -> None:
    page = docx(
        "行政处罚决定书",
        "《公路法》第七十六条规定处3000元以上1万元以下的罚款。",
        "没有违法所得500元。现决定处5000元罚款。每日加处罚款150元。",
    )

    assert values(read(page), "decision_fine") == [Decimal(5000)]


def test_a_warning_alone_is_no_fine() -> None:
    page = docx(
        "行政处罚决定书", "本机关决定给予你警告的行政处罚。", "沙湖市交通运输局", "2024年4月12日"
    )

    assert values(read(page), "warning_only") == [True]


NOTICE = """
^违法行为通知书
> 沙交执告〔2024〕12号
马建国：
经调查，你于2024年3月1日违法超限运输，本机关拟对你作出罚款3,000元的行政处罚。
{rights}
> 沙湖市交通运输局
> 2024年4月1日
"""


@pytest.mark.parametrize(
    ("rights", "pleading", "hearing"),
    [
        ("你可在收到本通知书之日起五日内提出陈述、申辩，也可要求举行听证。", True, True),
        ("你有权在三日内向本机关进行陈述和申辩。", True, False),
        ("☑你有权进行陈述申辩；\n□你有权要求举行听证。", True, False),
        ("你对上述处罚有异议的，有权在5日内申请听证。", False, True),
        ("限你于2024年4月10日前改正。", False, False),
    ],
)
def test_the_rights_that_a_notice_tells(rights: str, pleading: bool, hearing: bool) -> None:
    reading = read(drawn(NOTICE.format(rights=rights)))

    assert bool(values(reading, "pleading_right_told")) is pleading
    assert bool(values(reading, "hearing_right_told")) is hearing


@pytest.mark.parametrize(
    ("rights", "days"),
    [
        ("自收到本通知书之日起五日内提出陈述、申辩", 5),
        ("在收到本告知书后3个工作日内向本机关陈述申辩", 3),
        ("应于收到之日起七日内，向我局提出书面陈述", 7),
        ("你有权进行陈述和申辩。请在收到本告知书之日起五日内向本机关提出", 5),
        ("对上述告知有权陈述、申辩。如有意见，可自收到之日起3日内向我局书面提出", 3),
    ],
)
def test_the_days_that_a_notice_gives(rights: str, days: int) -> None:
    assert values(read(drawn(NOTICE.format(rights=rights + "。"))), "plead_days") == [days]


def test_a_notice_gives_number_date_fine_and_party() -> None:
    reading = read(drawn(NOTICE.format(rights="你有权陈述、申辩。")))

    assert values(reading, "notice_no") == ["沙交执告〔2024〕12号"]
    assert values(reading, "notice_date") == [date(2024, 4, 1)]
    assert values(reading, "notice_fine") == [Decimal(3000)]
    assert values(reading, "party") == ["马建国"]


def test_a_law_that_is_quoted_orders_nothing() -> None:
    text = "《公路法》规定：“由交通主管部门责令停止违法行为，可以处三万元以下的罚款。”"

    assert values(read(drawn(NOTICE.format(rights=text))), "correction_ordered") == []


def test_an_order_to_correct_with_its_last_day() -> None:
    page = docx(
        "责令改正违法行为通知书",
        "马建国：",
        "现责令你于2024年4月20日前改正上述违法行为。",
        "沙湖市交通运输局",
        "2024年4月1日",
    )

    reading = read(page)

    assert values(reading, "correction_ordered") == [True]
    assert values(reading, "correction_deadline") == [date(2024, 4, 20)]
    assert values(reading, "document_date") == [date(2024, 4, 1)]


BASES = {
    "依据《行政处罚法》第五十一条、《道路运输条例》第六十八条第二款，决定罚款2000元。": True,
    "根据《行政处罚法》第二十八条、第三十三条，《公路法》第七十六条，决定罚款2000元。": True,
    "依照行政处罚法第五十一条和道路运输条例第六十三条的规定，决定罚款2000元。": True,
    "依据《中华人民共和国行政处罚法》第五十一条，决定给予罚款2000元。": False,
    "依据《行政复议法》第二十条，可以申请行政复议。": False,
}


@pytest.mark.parametrize(("sentence", "stated"), BASES.items())
def test_the_law_of_the_penalty_may_stand_behind_that_of_the_procedure(
    sentence: str, stated: bool
) -> None:
    reading = read(docx("当场行政处罚决定书", "当事人：马建国", sentence))
    assert ("处罚依据" in values(reading, "stated")) is stated
