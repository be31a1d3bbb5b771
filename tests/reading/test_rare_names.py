"""Officers whose family names are rare, and parties who are no officers."""

import pytest

from reviewer.model import Officer, Page
from tests.reading.building import drawn, plain, read, values

RECORD = """
^现场笔录
2024年11月12日10时35分至10时50分，S205线K91+400右侧，{officers}。
阳天云承认堆放。
"""
SITUATIONS: dict[str, tuple[Page, set[str]]] = {
    "a rare name beside a known one": (
        drawn(RECORD.format(officers="苏发奎（07270031）、羌蓉（07270044）")),
        {"苏发奎", "羌蓉"},
    ),
    "a name that no list has": (
        drawn(RECORD.format(officers="苏发奎（07270031）、缐蓉（07270044）")),
        {"苏发奎", "缐蓉"},
    ),
    "who asks and who records": (
        drawn("""
^询问笔录
2024.06.06 9:00至9:40 嵩县交通运输局 询问人阎耀武（豫03250912） 记录人姬松涛（豫03250927）
被询问人黄占伟
"""),
        {"阎耀武", "姬松涛"},
    ),
    "the party of a recheck is no officer": (
        drawn("""
^整改复查意见书
二〇二四年四月二十三日，执法人员李留柱、凡振东复查，车辆已检测合格。
被复查人：师广富
"""),
        {"李留柱", "凡振东"},
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_all_officers_and_nobody_else(situation: str) -> None:
    page, names = SITUATIONS[situation]
    officers = read(page).of_key("officer")
    assert {getattr(fact.value, "name", "") for fact in officers} == names


@pytest.mark.parametrize("name", ["和庆丰", "和卫", "和志军"])
def test_the_family_name_he_is_no_and(name: str) -> None:
    page = plain(f"行政处罚决定书\n当事人：{name}\n性别：男\n")
    assert values(read(page), "party") == [name]


@pytest.mark.parametrize(
    "names", [("和志军", "白万有"), ("白万有", "和志军"), ("佟和平", "和卫"), ("张永和", "白万有")]
)
def test_names_that_hold_the_character_and_are_counted_up(names: tuple[str, str]) -> None:
    page = plain(
        f"现场笔录\n检查情况：执法人员{'、'.join(names)}（执法证号：JS0908621、JS0908622）到现场检查。"
    )
    found = set(values(read(page), "officer"))
    assert found == {Officer(names[0], "JS0908621"), Officer(names[1], "JS0908622")}


def test_two_names_joined_by_and() -> None:
    page = plain("现场笔录\n执法人员白万有和张永（执法证号：JS0908621、JS0908622）到现场检查。")
    found = set(values(read(page), "officer"))
    assert found == {Officer("白万有", "JS0908621"), Officer("张永", "JS0908622")}


@pytest.mark.parametrize("names", [("白庆军", "么雨春"), ("么雨春", "白庆军"), ("富庆", "么雨")])
def test_the_family_name_me_is_no_what(names: tuple[str, str]) -> None:
    first, second = names
    page = plain(
        f"询问笔录\n询问人：{first}（06210781012） 记录人：{second}（06210781038）\n"
        "被询问人：佟山\n问：你有什么需要补充？怎么装的？ 答：没什么说的，那么多货。\n"
        f"询问人：{first}、{second}\n"
    )
    officers = {getattr(fact.value, "name", "") for fact in read(page).of_key("officer")}
    assert officers == {first, second}
