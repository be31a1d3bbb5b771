"""Numbers of certificates in other brackets than round ones, and with no colon before them."""

import pytest

from reviewer.model import Officer
from reviewer.reading.number_brackets import with_round_brackets
from tests.reading.building import drawn, plain, read, values

HEAD = "现场笔录\n检查时间：2024年3月12日10时20分至11时05分\n"
BOTH = [Officer("周超", "宁C0300118"), Officer("丁一", "宁C0300127")]


@pytest.mark.parametrize(
    "told",
    [
        "执法人员：周超〔宁C0300118〕、丁一〔宁C0300127〕",
        "执法人员：周超【宁C0300118】、丁一【宁C0300127】",
        "执法人员：周超［执法证号 宁C0300118］、丁一［执法证号 宁C0300127］",
        "执法人员：周超{宁C0300118}、丁一{宁C0300127}",
        "执法人员：周超〔证号宁C0300118〕、丁一〔证号宁C0300127〕",
        "执法人员：周超、丁一〔证号宁C0300118、宁C0300127〕",
        "执法人员：周超 执法证号【宁C0300118】\n执法人员：丁一 执法证号【宁C0300127】",
        "执法人员：周超，证号 宁C0300118；丁一，证号 宁C0300127",
        "执法人员：周超证号宁C0300118，丁一证号宁C0300127",
        "执法人员：周超—宁C0300118，丁一—宁C0300127",
        "执法人员：周超〔证件编号宁C0300118〕 丁一〔证件编号宁\nC0300127〕 2024.3.18",
        "执法人员：周超【宁C0300118】、丁一【宁C030\n0127】",
        "我们是中卫市交通运输局执法人员周超【宁C0300118】、丁一【宁C0300127】，现向你出示证件。",
        "执法人员周超，持证号宁C0300118；执法人员丁一，持证号宁C0300127，对该车进行了检查。",
    ],
)
def test_officers_have_their_numbers(told: str) -> None:
    for page in (plain(HEAD + told + "\n当事人：马建国"), drawn("^" + HEAD + told)):
        assert values(read(page), "officer") == BOTH


@pytest.mark.parametrize(
    "told",
    [
        "执法人员：周超〔证件编号宁C0300118〕 丁一〔证件编号宁C\n0300127〕 2024.3.18",
        "执法人员：周超〔证件编号宁C0300118〕 丁一〔证件\n编号宁C0300127〕",
        "执法人员：周超〔证件编号宁C0300118〕 丁一〔证件编号宁C0300127〕 2024.3.18",
    ],
)
def test_a_line_may_end_inside_the_brackets(told: str) -> None:
    assert values(read(drawn("^" + HEAD + told)), "officer") == BOTH


def test_four_digits_behind_a_province_and_a_letter_are_a_number() -> None:
    page = plain(HEAD + "检查人员：殷少华（甘J0736）、朱庆余（甘J0741）\n当事人：马建国")
    assert values(read(page), "officer") == [
        Officer("殷少华", "甘J0736"),
        Officer("朱庆余", "甘J0741"),
    ]


@pytest.mark.parametrize(
    "kept",
    [
        "宁交执罚〔2024〕12号",
        "中交罚【20240012】号",
        "（中）交罚字[2024]第12号",
        "【当事人】马建国",
        "国办发〔2018〕118号",
        "罚款【3000】元",
        "〔2024〕",
        "〔二〕",
        "宁交执罚〔202",
        "4〕12号",
        "中卫市交通运输局〔2024",
    ],
)
def test_other_brackets_stay(kept: str) -> None:
    assert with_round_brackets(kept) == kept


def test_a_trailer_is_no_officer() -> None:
    page = plain(HEAD + "执法人员：周超、丁一\n车辆：甘J0736挂\n当事人：马建国")
    assert values(read(page), "officer") == [Officer("周超"), Officer("丁一")]
