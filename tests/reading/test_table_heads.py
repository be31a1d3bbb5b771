"""The head of a table is no statement of what stands below it."""

from tests.reading.building import docx, drawn, read, values

END = "\n如不服本决定，可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。\n> 2024年4月12日"


def test_a_row_of_heads_states_no_fact() -> None:
    table = drawn("^行政处罚决定书\n当事人：张三\n序号|违法事实|证据材料|处罚依据\n1" + END)

    assert "违法事实" not in values(read(table), "stated")


def test_what_stands_in_its_column_is_the_fact() -> None:
    page = docx(
        "行政处罚决定书",
        "当事人：张三",
        [
            ["序号", "违法事实", "证据材料"],
            ["1", "2024年3月1日，张三驾驶货车超限运输可解体物品", "现场笔录"],
        ],
    )

    assert "违法事实" in values(read(page), "stated")


def test_a_heading_over_its_text_is_no_head_of_a_table() -> None:
    page = drawn("^行政处罚决定书\n当事人：张三\n一、违法事实\n货车超限运输可解体物品。" + END)

    assert "违法事实" in values(read(page), "stated")
