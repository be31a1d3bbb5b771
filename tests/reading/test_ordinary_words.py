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
