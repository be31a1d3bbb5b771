"""A standard that is wrong is refused with the entry named."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewer.errors import BadStandard
from reviewer.scoring import load_standard, standard_from_text, standard_to_text
from reviewer.scoring.soundness import is_rule_code
from tests.scoring.builders import raw_clause, raw_item, raw_standard, raw_veto

A1, A2 = raw_item("A1", 3), raw_item("A2", 2)


def write(folder: Path, raw: Any, name: str = "small") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def refusal(folder: Path, raw: Any) -> str:
    with pytest.raises(BadStandard) as caught:
        load_standard(write(folder, raw))
    assert caught.value.remedy
    return str(caught.value)


def items(*given: dict[str, Any]) -> dict[str, Any]:
    return raw_standard(items=list(given))


def with_clause(**changes: Any) -> dict[str, Any]:
    """Return a standard whose A2 has one clause with `changes`."""
    return items(A1, raw_item("A2", 2, clauses=[raw_clause("A2.1", **changes)]))


def test_a_sound_file_is_loaded(tmp_path: Path) -> None:
    found = load_standard(write(tmp_path, raw_standard()))

    assert [(item.id, str(item.points)) for item in found.items] == [("A1", "3"), ("A2", "2")]
    assert found.items[0].rules == ("T18",)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (items(A1, raw_item("A2", 2, colour="red")), ["A2", "不认识的名称“colour”"]),
        (with_clause(colour="red"), ["A2.1", "不认识的名称“colour”"]),
        (raw_standard(colour="red"), ["small.yaml", "colour"]),
        (items(A1, raw_item("A2", 2.125)), ["A2", "小数超过两位"]),
        (with_clause(points=0.125), ["A2.1", "小数超过两位"]),
        (with_clause(points=-1), ["A2.1", "应为正数"]),
        (with_clause(points=0), ["A2.1", "应为正数"]),
        (with_clause(points="很多"), ["A2.1", "应为正数"]),
        (with_clause(points=True), ["A2.1", "应为正数"]),
        (with_clause(points=float("nan")), ["A2.1", "应为正数"]),
        (with_clause(points=3), ["A2.1", "超过本项满分 2 分"]),
        (with_clause(method="whole_item", points=1), ["A2.1", "应等于本项满分 2 分"]),
        (with_clause(method="ratio", points=1), ["A2.1", "应等于本项满分 2 分"]),
        (with_clause(method="by_feeling"), ["A2.1", "by_feeling"]),
        (with_clause(method="threshold"), ["A2.1", "threshold"]),
        (with_clause(threshold=2), ["A2.1", "threshold"]),
        (with_clause(threshold=-2), ["A2.1", "非负整数"]),
        (with_clause(veto="V77"), ["A2", "A2.1", "否决项“V77”不存在"]),
        (with_clause(fault="nothing"), ["A2", "A2.1", "互斥组“nothing”"]),
        (items(A1, raw_item("A2", 2, clauses=[raw_clause("A1.7")])), ["A2", "A1.7"]),
        (items(A1, raw_item("A2", 2, clauses=[])), ["A2", "没有扣分情形"]),
        (items(A1, A1), ["A1", "重复出现 2 次"]),
        (
            items(A1, raw_item("A2", 2, clauses=[raw_clause("A2.1"), raw_clause("A2.1")])),
            ["A2.1", "重复出现"],
        ),
        (items(A1, raw_item("A2", 3)), ["分组 A", "合计 6 分", "满分 5 分"]),
        (raw_standard(groups=[{"id": "A", "name": "甲", "points": 4}]), ["分组 A", "合计 5 分"]),
        (raw_standard(total=6), ["合计 5 分", "总分 6"]),
        (items(A1, raw_item("A2", 2, group="Z")), ["A2", "分组“Z”不存在"]),
        (
            items(A1, raw_item("A2", 2, short="一二三四五六七八九十一二三")),
            ["A2", "超过 12 个字"],
        ),
        (items(A1, raw_item("A2", 2, questions=["weather"])), ["A2", "weather"]),
        (items(A1, raw_item("A2", 2, questions=[])), ["A2", "questions"]),
        (items(A1, raw_item("A2", 2, precheck="maybe")), ["A2", "maybe"]),
        (items(A1, raw_item("A2", 2, rules={"T45": None})), ["A2", "T45"]),
        (items(A1, raw_item("A2", 2, rules={"T18": "A1.1"})), ["A2", "T18", "A1.1"]),
        (items(A1, raw_item("A2", 2, rules={"T18": 7})), ["A2", "T18"]),
        (items(A1, raw_item("A2", 2, rules={"R-Z9-01": None})), ["A2", "R-Z9-01"]),
        (items(A1, raw_item("A2", 2, rules=["T18"])), ["A2", "rules"]),
        (items(A1, raw_item("A2", 2, basis="处罚法")), ["A2", "basis"]),
        (items(A1, raw_item("A2", 2, text=" ")), ["A2", "text"]),
        (items(A1, raw_item("A2", 2, text=5)), ["A2", "text"]),
        (items(A1, raw_item("A2", 2, may_be_absent="yes")), ["A2", "may_be_absent"]),
        (items(A1, {"id": "A2"}), ["A2", "缺少"]),
        (raw_standard(items=[A1, "A2"]), ["评查项", "名称: 值"]),
        (raw_standard(items="A1"), ["items", "列表"]),
        (raw_standard(items=[]), ["没有评查项"]),
        (raw_standard(absence_reasons=[]), ["A1", "不涉及的理由"]),
        (raw_standard(vetoes=[raw_veto("V01"), raw_veto("V01")]), ["V01", "重复"]),
        (raw_standard(vetoes=[raw_veto("A1")]), ["A1", "重复"]),
        (raw_standard(vetoes=[raw_veto("V01", type="C")]), ["V01", "C"]),
        (raw_standard(vetoes=[raw_veto("V01", rules={"X1": None})]), ["V01", "X1"]),
        (raw_standard(vetoes=[raw_veto("V01", rules={"T18": "A1.1"})]), ["V01", "扣分情形"]),
        (raw_standard(vetoes=[raw_veto("V01", short="一二三四五六七八九十一二三")]), ["V01"]),
        (raw_standard(bands=[]), ["没有等次"]),
        (
            raw_standard(bands=[{"name": "差", "from": 0}, {"name": "好", "from": 60}]),
            ["等次 好", "由高到低"],
        ),
        (raw_standard(bands=[{"name": "好", "from": 60, "failing": True}]), ["好", "应为 0"]),
        (raw_standard(bands=[{"name": "好", "from": 0}]), ["A 型", "failing"]),
        (
            raw_standard(
                vetoes=[raw_veto("V01", type="B")],
                bands=[{"name": "优秀", "from": 0, "excellent": True}],
            ),
            ["B 型", "优秀"],
        ),
        (
            raw_standard(exclusive=[{"fault": "f", "name": "同一", "items": ["A1"]}]),
            ["互斥组 f", "两个"],
        ),
        (
            raw_standard(exclusive=[{"fault": "f", "name": "同一", "items": ["A1", "Z1"]}]),
            ["互斥组 f", "Z1"],
        ),
        (raw_standard(subject="车辆"), ["subject", "车辆"]),
        (raw_standard(procedures=["fast"]), ["fast"]),
        (["A1"], ["small.yaml", "名称: 值"]),
    ],
)
def test_a_wrong_standard_is_refused_with_the_entry_named(
    tmp_path: Path, raw: Any, expected: list[str]
) -> None:
    message = refusal(tmp_path, raw)

    assert [part for part in expected if part not in message] == []
    assert message.endswith("。")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadStandard, match=r"none\.yaml"):
        load_standard(tmp_path / "none.yaml")


def test_a_file_that_is_no_yaml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("id: [", encoding="utf-8")

    with pytest.raises(BadStandard, match=r"broken\.yaml"):
        load_standard(path)


def test_kept_text_gives_the_same_standard(tmp_path: Path) -> None:
    found = load_standard(write(tmp_path, raw_standard()))

    assert standard_from_text(standard_to_text(found)) == found


def test_text_that_is_no_standard_is_refused() -> None:
    with pytest.raises(BadStandard, match="无法读取"):
        standard_from_text("{")


def test_the_hash_covers_the_content_and_not_its_writing(tmp_path: Path) -> None:
    first = load_standard(write(tmp_path, raw_standard()))
    same = raw_standard(items=[raw_item("A1", 3.0), raw_item("A2", "2.00")])
    turned = dict(reversed(list(same.items())))
    other = raw_standard(items=[raw_item("A1", 3, text="另一内容"), A2])

    assert load_standard(write(tmp_path, turned)).content_hash == first.content_hash
    assert load_standard(write(tmp_path, other)).content_hash != first.content_hash


def derived(**changes: Any) -> dict[str, Any]:
    return {"based_on": "small", "id": "other", "version": "1", "name": "另一标准"} | changes


def test_a_standard_may_say_only_how_it_differs(tmp_path: Path) -> None:
    write(tmp_path, raw_standard())
    path = write(
        tmp_path,
        derived(
            without_vetoes=["V01"],
            change_items={"A2": {"may_be_absent": False, "absent_note": "必评。"}},
        ),
        "other",
    )

    found = load_standard(path)

    assert (found.id, found.vetoes) == ("other", ())
    assert [item.may_be_absent for item in found.items] == [True, False]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (derived(based_on="nothing"), "nothing"),
        (derived(based_on="other"), "other"),
        (derived(without_vetoes=["V77"]), "V77"),
        (derived(change_items={"Z1": {}}), "Z1"),
        (derived(change_items={"A1": 3}), "A1"),
        (derived(change_items={"A1": {"points": 1}}), "合计 3 分"),
        (derived(change_items={"A1": {"colour": "red"}}), "colour"),
    ],
)
def test_a_wrong_difference_is_refused(tmp_path: Path, raw: Any, expected: str) -> None:
    write(tmp_path, raw_standard())
    path = write(tmp_path, deepcopy(raw), "other")

    with pytest.raises(BadStandard, match=expected):
        load_standard(path)


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("T01", True),
        ("T44", True),
        ("T45", False),
        ("T00", False),
        ("K20", True),
        ("K21", False),
        ("V20", True),
        ("M-DT63", True),
        ("M-DT64", False),
        ("K-F4", True),
        ("K-F6", False),
        ("R-C3-02", True),
        ("R-C3", False),
        ("t18", False),
    ],
)
def test_rule_codes_follow_their_numbering(code: str, known: bool) -> None:
    assert is_rule_code(code) is known
