"""Places on roads in the ways of many bureaus, and what contradicts what."""

import pytest

from reviewer.reckoning.roads import FoundRoad, find_roads

SAME = [
    "沙湖市青禾区境内G109线K1180+300处",
    "国道109线1180公里300米处",
    "109国道K1180+300M",
    "国道G109线 K1180+300 米（上行）",
    "G109 线Ｋ1180＋300处",
    "行驶至G1O9线K118O+3OO处",
]
WRITTEN = {
    "a road alone": ("在S203线超限检测站", ["S203"]),
    "a post alone": ("位于K12+5处", ["K12+005"]),
    "a kilometre": ("X311县道K45处", ["X311 K45"]),
    "two posts": ("G307线K12+300至K12+800段", ["G307 K12+300", "K12+800"]),
    "two roads": ("从S302线驶入G109线K1100+20", ["S302", "G109 K1100+020"]),
    "no road": ("沙湖市青禾区滨湖北街88号", []),
    "a plate": ("驾驶宁G10912号牌货车", []),
    "a distance driven": ("行驶约20公里后被查获", []),
    "a certificate": ("证号：SF-21116，准驾车型C1", []),
}


@pytest.mark.parametrize("text", SAME)
def test_one_place_in_many_ways(text: str) -> None:
    assert [one.value for one in find_roads(text)] == ["G109 K1180+300"]


@pytest.mark.parametrize(("text", "values"), WRITTEN.values(), ids=WRITTEN)
def test_what_is_told_of_a_place(text: str, values: list[str]) -> None:
    assert [one.value for one in find_roads(text)] == values


PAIRS = {
    "another road": ("G109线K12+300", "S203线K12+300", True),
    "another kilometre": ("G109线K12+300", "G109线K21+300", True),
    "other metres": ("G109线K12+300", "G109线K12+800", True),
    "without metres": ("G109线K12+300", "G109线K12", False),
    "without post": ("G109线K12+300", "G109线", False),
    "without road": ("G109线K12+300", "K12+300", False),
    "nothing in common": ("G109线", "K12+300", False),
}


@pytest.mark.parametrize(("one", "other", "contradicts"), PAIRS.values(), ids=PAIRS)
def test_less_detail_is_no_contradiction(one: str, other: str, contradicts: bool) -> None:
    first, second = _only(one), _only(other)

    assert first.contradicts(second) is contradicts
    assert second.contradicts(first) is contradicts


def _only(text: str) -> FoundRoad:
    [found] = find_roads(text)
    return found
