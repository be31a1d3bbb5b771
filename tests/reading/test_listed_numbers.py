"""Certificate numbers that a record lists without names, and what keeps silence from counting."""

import pytest

from reviewer.model import Officer
from tests.reading.building import docx, plain, read, values

SHEN, GU = Officer("沈一鸣", "2202011345"), Officer("顾佳", "2202011407")
HEAD = "询问笔录\n询问时间：2024年9月23日14时32分至15时14分\n询问人：沈一鸣　记录人：顾佳\n"
LISTS = {
    "told after the label": "我们是沪滨区交通委员会执法人员，执法证号2202011345、2202011407。",
    "in brackets": "执法人员出示证件（2202011345、2202011407），告知申请回避权。",
    "shown first": "已出示执法证（2202011345、2202011407）并告知权利义务。",
    "shown after": "执法证2202011345、2202011407，请看。你有权申请回避。",
}


@pytest.mark.parametrize("line", LISTS.values(), ids=LISTS)
def test_numbers_listed_without_names_are_the_officers(line: str) -> None:
    assert values(read(plain(HEAD + line)), "officer") == [SHEN, GU]


def test_more_numbers_than_names_prove_no_owner_but_keep_from_saying_that_none_stands() -> None:
    page = plain(HEAD.replace("沈一鸣　记录人：", "") + LISTS["in brackets"])
    found = read(page)
    assert values(found, "officer") == [Officer("顾佳", "")]
    assert {"执法证号", "执法人员"} <= set(values(found, "nearly_told"))


def test_an_id_card_is_no_number_of_an_officer() -> None:
    line = "执法人员查验证件（11010519491231002X、2202011407）。"
    assert values(read(plain(HEAD + line)), "officer") == [Officer("沈一鸣"), Officer("顾佳")]


def test_the_numbers_follow_the_names_before_them_not_the_recorder_above() -> None:
    page = docx(
        "现场检查笔录",
        [
            ["检查时间", "2024年3月12日10时20分至11时05分"],
            ["记录人", "祁晓岚"],
            ["执法人员及证号", "元庆丰、祁晓岚，执法证号分别为JS0909774、JS0906070"],
        ],
        "执法人员签章：元庆丰　祁晓岚",
    )
    assert set(values(read(page), "officer")) == {
        Officer("元庆丰", "JS0909774"),
        Officer("祁晓岚", "JS0906070"),
    }
