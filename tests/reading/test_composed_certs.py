"""Certificate numbers put together of place, trade and letters: 豫交M00887, 皖J交0243."""

import pytest

from reviewer.model import Officer
from tests.reading.building import docx, drawn, plain, read, values

NUMBERS = [
    ("豫交M00887", "豫交M00737"),
    ("皖J交0243", "皖J交0444"),
    ("皖交J0243", "皖交J0444"),
    ("川执00325", "川执00252"),
    ("闽D交执123", "闽D交执124"),
    ("桂交执A-0012", "桂交执A-0013"),
    ("赣J路0243A", "赣J路0244A"),
    ("豫交-M-00887", "豫交-M-00737"),
    ("豫交(执)00887", "豫交(执)00737"),
    ("冀A-交-0012", "冀A-交-0013"),
    ("JT豫00123", "JT豫00124"),
    ("渝交综执0012", "渝交综执0013"),
    ("云A交通0123", "云A交通0124"),
    ("沪JT0123", "沪JT0124"),
]
WAYS = [
    "执法人员：边福来/{0}，汤金贵/{1}",
    "执法人员：边福来（执法证号{0}）、汤金贵（执法证号{1}）",
    "执法人员：边福来、汤金贵（执法证号分别为{0}、{1}）",
    "执法人员：边福来 {0}　汤金贵 {1}",
    "执法人员：边福来〔执法证{0}〕、汤金贵〔执法证{1}〕",
    "执法人员及证号：边福来（{0}）、汤金贵（{1}）",
    "执法人员：边福来、汤金贵\n执法证号：{0}，{1}",
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("numbers", NUMBERS)
def test_each_officer_has_the_whole_number(numbers: tuple[str, str], way: str) -> None:
    told = way.format(*numbers)
    page = plain(f"现场笔录\n时间：2024年8月19日10时05分至11时00分\n{told}\n当事人：马建国")

    found = values(read(page), "officer")

    assert {(one.name, one.cert) for one in found if isinstance(one, Officer)} == {
        ("边福来", numbers[0]),
        ("汤金贵", numbers[1]),
    }


def test_a_cell_of_names_and_numbers_parted_by_slashes() -> None:
    page = docx(
        "询问笔录",
        [
            ["时间", "2024-08-19 10:05至11:00"],
            ["询问人", "周超/浙A执法0123，丁一/浙A执法0456"],
            ["记录人", "丁一"],
        ],
    )

    assert values(read(page), "officer") == [
        Officer("周超", "浙A执法0123"),
        Officer("丁一", "浙A执法0456"),
    ]


@pytest.mark.parametrize(
    "place",
    ["四川省江油市和平镇文化路20号", "吉林省和龙市和平街安宁路3号", "文化路和平里12号"],
)
def test_towns_before_the_officers_are_nobody(place: str) -> None:
    page = plain(
        "询问笔录\n时间：2024年9月6日14时10分至14时55分，被询问人：岳福来，"
        f"住址：{place}，询问人：洪秀兰、欧胜利（执法证号分别为川执00325、川执00252）。"
    )

    assert values(read(page), "officer") == [
        Officer("洪秀兰", "川执00325"),
        Officer("欧胜利", "川执00252"),
    ]


def test_a_plate_beside_an_officer_is_no_number_of_theirs() -> None:
    page = drawn(
        "^现场笔录\n时间：2024年8月19日10时05分至11时00分\n"
        "执法人员：周超、丁一　车牌号：豫M2141挂\n当事人：马建国"
    )

    assert values(read(page), "officer") == [Officer("周超", ""), Officer("丁一", "")]


@pytest.mark.parametrize("number", ["京朝交执0123", "黑龙江交0123"])
def test_the_town_stands_between_place_and_trade(number: str) -> None:
    page = plain(f"现场笔录\n执法人员：周超（{number}）、丁一（{number}7）\n当事人：马建国")

    assert values(read(page), "officer") == [Officer("周超", number), Officer("丁一", f"{number}7")]


def test_the_signature_is_asked_for_before_the_number() -> None:
    page = plain(
        "询问笔录\n询问人（签名）及执法证号：周超 豫交M00887　丁一 豫交M00737\n被询问人：马建国"
    )

    assert values(read(page), "officer") == [
        Officer("周超", "豫交M00887"),
        Officer("丁一", "豫交M00737"),
    ]


def test_a_street_behind_a_name_is_no_number() -> None:
    page = plain("现场笔录\n见证人：周超（青海路123号），执法人员：丁一、马骏\n当事人：马建国")

    assert values(read(page), "officer") == [Officer("丁一", ""), Officer("马骏", "")]
