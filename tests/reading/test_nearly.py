"""What comes near to expected words on a scan, and what does not."""

import pytest

from reviewer.model import Page
from reviewer.reading.expected import load_expected
from tests.reading.building import drawn, read, values

DECISION = """
^行政处罚决定书
当事人：宁夏鑫源物流有限公司
请自收到本决定书之日起十五日内到中国银行缴纳罚款。
{}
如不服本决定，可在六十日内向沙湖市人民政府申请行政复议，或者六个月内
向沙湖市人民法院提起行政诉讼。
沙湖市交通运输局
2024年4月10日
"""


def decision(line: str, certainty: int | None = 95) -> Page:
    """Return a decision with one more line."""
    return drawn(DECISION.format(line), certainty=certainty)


@pytest.mark.parametrize(
    "line",
    ["到期不缴的，每日按罚教额的百分乏三如处罚款", "每曰按罚款数额的百分三加外罚款。"],
)
def test_a_misread_sentence_comes_near(line: str) -> None:
    assert "加处罚款提示" in values(read(decision(line)), "nearly_told")


@pytest.mark.parametrize("line", ["", "并责令改正违法行为，处罚款的数额为三千元。"])
def test_other_sentences_do_not(line: str) -> None:
    assert "加处罚款提示" not in values(read(decision(line)), "nearly_told")


def test_a_sentence_that_was_read_is_not_nearly_told() -> None:
    reading = read(decision("每日按罚款数额的百分之三加处罚款。"))

    assert "加处罚款提示" not in values(reading, "nearly_told")


def test_a_page_with_its_own_text_says_what_it_says() -> None:
    reading = read(decision("每日按罚教额的百分乏三如处罚款", certainty=None))

    assert values(reading, "nearly_told") == []


def test_a_broken_date_is_told() -> None:
    page = drawn("^结案报告\n结案日期|2024年7月2S日\n当事人|马建国", certainty=95)

    assert "日期" in values(read(page), "nearly_told")


def test_part_of_the_name_of_a_known_officer_is_told() -> None:
    pages = [
        drawn("^现场笔录\n执法人员|周占山（640001）、苏小刚（640002）", certainty=95),
        drawn("^询问笔录\n询问人|周占山（640001）、7小刚", page=2, certainty=95),
        drawn("^询问笔录\n询问人|周占山（640001）", page=3, certainty=95),
    ]

    facts = read(*pages).of_key("nearly_told")

    assert [fact.place.page for fact in facts if fact.value == "执法人员"] == [2]


def test_a_title_that_was_misread_on_a_later_page_is_told() -> None:
    pages = [
        drawn("^询问笔录\n询问人|周占山\n问：你的姓名？\n答：马建国。", certainty=95),
        drawn("^案仵调查报吿\n案由|超限运输\n经调查，当事人超限运输。", page=2, certainty=95),
    ]

    reading = read(*pages)

    assert "DT23" in values(reading, "nearly_told")


def test_the_table_loads() -> None:
    assert {one.name for one in load_expected()} >= {"加处罚款提示", "见证人", "听证权利"}
