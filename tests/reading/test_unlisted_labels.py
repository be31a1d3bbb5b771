"""A word with a colon that no form listed ends the value before it."""

import pytest

from reviewer.model import Officer, Session
from tests.reading.building import docx, drawn, plain, read, values

_HEAD = "现场检查笔录\n检查时间：2024年3月12日10时20分至11时05分\n"
_BOTH = {"雷鸣", "党文静"}


def _names(text: str) -> set[str]:
    found = values(read(plain(text)), "officer")
    return {one.name for one in found if isinstance(one, Officer)}


@pytest.mark.parametrize(
    "behind",
    [
        "签发：田养民 2024年3月26日",
        "结论：台账齐全，整改完成。\n项目部：贾晓龙",
        "船方：吴水旺",
        "批准者：赵铁山 2024年3月12日",
        "协助引导：辅助人员 查斌",
        "甲方代表：方铭轩",
    ],
)
def test_who_stands_behind_another_label_is_no_officer(behind: str) -> None:
    assert (
        _names(f"{_HEAD}执法人员：雷鸣（陕A610502031）、党文静（陕A610502046） {behind}\n") == _BOTH
    )


@pytest.mark.parametrize(
    "told",
    [
        "执法人员：主办：雷鸣（证号：610502031） 协办：党文静（证号：610502046）",
        "执法人员：雷鸣，证号：610502031；党文静，证号：610502046",
        "执法人员姓名：雷鸣、党文静 执法证件编号分别为：610502031、610502046",
        "执法人员：雷鸣（执法证号：610502031）、党文静（执法证号：610502046）",
    ],
)
def test_words_for_officers_and_numbers_end_nothing(told: str) -> None:
    assert _names(f"{_HEAD}{told}\n当事人：马建国\n") == _BOTH


@pytest.mark.parametrize(
    "words", ["宣布纪律", "陈述事实", "当场出示", "口头告知", "整改完成", "说明来意"]
)
def test_what_officers_do_is_no_name(words: str) -> None:
    text = f"{_HEAD}执法人员雷鸣（610502031）、党文静（610502046）{words}，当事人在场。\n"
    assert _names(text) == _BOTH


@pytest.mark.parametrize(
    "behind",
    [
        ";执法人员雷鸣(610502031)、党文静(610502046),着制服",
        "，检查人员：雷鸣（610502031）、党文静（610502046）",
        "。执法人员雷鸣（执法证号：610502031）、党文静",
        " 第1次询问",
    ],
)
def test_the_place_ends_where_the_officers_begin(behind: str) -> None:
    (one,) = values(read(plain(f"{_HEAD}检查地点：省道S207平原治超站{behind}\n")), "session")
    assert isinstance(one, Session)
    assert one.place == "省道S207平原治超站"


def test_a_table_of_labels_in_cells_stays_as_it_was() -> None:
    rows = [["执法人员", "雷鸣（610502031）"], ["记录人", "党文静（610502046）"]]
    page = docx("现场检查笔录", [["检查时间", "2024年3月12日10时20分至11时05分"], *rows])
    found = values(read(page), "officer")
    assert {one.name for one in found if isinstance(one, Officer)} == _BOTH
    assert values(read(drawn("^现场检查笔录\n执法人员|雷鸣、党文静")), "officer") == [
        Officer("雷鸣"),
        Officer("党文静"),
    ]
