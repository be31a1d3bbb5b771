"""Ordinary words of other bureaus for what rules read: working days, evidence, going online."""

import pytest

from tests.reading.building import docx, drawn, read, types, values

DECISION = (
    "行政处罚决定书\n中交罚〔2024〕12号\n当事人：马建国\n违法事实及证据：2024年3月1日，你在G109线"
    "从事货运。{proved}\n罚款自收到本决定书之日起{days}内缴至农业银行。\n2024年4月1日"
)


@pytest.mark.parametrize(
    ("days", "quote"),
    [("15日", "15日"), ("十五个工作日", "十五个工作日"), ("15 个工作日", "15 个工作日")],
)
def test_the_time_to_pay_keeps_its_unit(days: str, quote: str) -> None:
    page = drawn("^" + DECISION.format(days=days, proved="有询问笔录为证。"))
    facts = [fact for fact in read(page).facts if fact.key == "pay_days"]

    assert [fact.value for fact in facts] == [15]
    assert facts[0].place.quote == quote


@pytest.mark.parametrize(
    ("proved", "told"),
    [
        ("", False),
        ("你未提出陈述意见。", False),
        ("上述事实有执法记录仪视频、货物运单为据。", True),
        ("当事人的陈述、通行轨迹可证。", True),
        ("以上事实，有询问笔录等证据。", True),
    ],
)
def test_a_heading_alone_names_no_evidence(proved: str, told: bool) -> None:
    page = drawn("^" + DECISION.format(days="15日", proved=proved))

    assert ("证据" in values(read(page), "stated")) is told


def test_the_number_of_a_decision_inside_a_document_is_no_title() -> None:
    page = docx(
        "信用中国公开情况记录",
        "处罚决定书：中交罚〔2024〕12号",
        "上网时间：2024年4月25日",
        "公开网站：信用中国",
    )
    reading = read(page)

    assert types(reading) == ["DT53"]
    assert [str(day) for day in values(reading, "public_date")] == ["2024-04-25"]


@pytest.mark.parametrize(
    "said",
    [
        "我局于2024年5月6日接到你局《立案决定书》，现于2024年5月8日将涉案物品和有关材料移交你局。",
        "收到贵局立案决定书日期：2024年5月6日\n移交人：周超\n接收人：王刚\n移交日期：2024年5月8日",
        "2024年5月6日收到你局立案通知书，现将运单1份移交你局。\n鹤山市交通运输局\n2024年5月8日",
    ],
)
def test_what_was_seized_is_handed_over(said: str) -> None:
    reading = read(drawn(f"^涉案物品移交清单\n鹤山市公安局：\n{said}"))

    assert types(reading) == ["DT50"]
    assert [str(day) for day in values(reading, "police_filed_on")] == ["2024-05-06"]
    assert [str(day) for day in values(reading, "handed_over_on")] == ["2024-05-08"]
