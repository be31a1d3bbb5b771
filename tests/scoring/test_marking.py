"""What is still missing before a review may be signed."""

from decimal import Decimal

import pytest

from reviewer.model import (
    Bonus,
    Choice,
    Mark,
    Method,
    ProposalKey,
    VetoChoice,
    VetoMark,
)
from reviewer.scoring import check_mark, check_veto, ready_to_sign
from tests.scoring.builders import (
    PLACE,
    absent,
    clause,
    conforms,
    fails,
    hit,
    item,
    marks,
    occurrence,
    standard,
    veto,
)

TESTED = standard(
    item("A1", may_be_absent=False),
    item("A2"),
    item("B1", "3", (clause("B1.1", Method.RATIO, "3"),)),
    item("B2", "3", (clause("B2.1", Method.AWARD, "1"),)),
    vetoes=[veto("V01")],
    bonuses=[Bonus("JF1", "加分", Decimal(2))],
)


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (conforms("A1"), []),
        (Mark("A1"), []),
        (absent("A2"), []),
        (fails("A2", occurrence("A2.1")), []),
        (fails("B2"), []),
        (fails("B1", occurrence("B1.1", ratio="0.9")), []),
        (absent("A1"), ["A1 不能标不涉及：本项必评。"]),
        (absent("A2", ""), ["A2 标不涉及，须选择理由。"]),
        (absent("A2", "nothing"), ["A2 标不涉及，须选择理由。"]),
        (absent("A2", "other"), ["A2 不涉及的理由为“其他”，须用文字写明。"]),
        (absent("A2", "other", "试点案卷"), []),
        (fails("A2"), ["A2 判为不符合，须至少登记一处扣分情形。"]),
        (fails("A2", occurrence("A2.1", reason=" ")), ["A2.1 须写明扣分理由。"]),
        (fails("A2", occurrence("A2.1", 0)), ["A2.1 的数量应不小于 1。"]),
        (fails("A2", occurrence("A2.9")), ["A2 没有扣分情形 A2.9。"]),
        (fails("B1", occurrence("B1.1")), ["B1.1 须填写 0 至 1 之间的比率。"]),
        (fails("B1", occurrence("B1.1", ratio="1.2")), ["B1.1 须填写 0 至 1 之间的比率。"]),
        (Mark("A2", Choice.CONFORMS, occurrences=(occurrence("A2.9"),)), []),
    ],
)
def test_a_mark_says_what_it_lacks(mark: Mark, expected: list[str]) -> None:
    assert list(check_mark(TESTED, mark)) == expected


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (VetoMark("V01"), []),
        (VetoMark("V01", VetoChoice.EXCLUDED), []),
        (hit("V01"), []),
        (VetoMark("V01", VetoChoice.HIT, "", (PLACE,)), ["V01 判为命中，须写明理由。"]),
        (VetoMark("V01", VetoChoice.HIT, "经查"), ["V01 判为命中，须引用卷内页码。"]),
        (VetoMark("V01", VetoChoice.HIT, "经查", proposal=ProposalKey("M-DT26")), []),
        (VetoMark("V99", VetoChoice.HIT, "经查", (PLACE,)), ["V99 不是本标准的否决项。"]),
    ],
    ids=["open", "excluded", "hit", "no reason", "no place", "absence found", "unknown"],
)
def test_a_hit_carries_a_reason_and_a_place(mark: VetoMark, expected: list[str]) -> None:
    assert list(check_veto(TESTED, mark)) == expected


def test_a_finished_review_may_be_signed() -> None:
    done = marks(*(conforms(one.id) for one in TESTED.items), VetoMark("V01", VetoChoice.EXCLUDED))

    found = ready_to_sign(TESTED, done)

    assert (found.ready, found.why_not) == (True, "")


def test_what_stands_in_the_way_is_counted_and_listed() -> None:
    found = ready_to_sign(TESTED, marks(conforms("A1"), fails("A2"), absent("B1", ""), JF1="3"))

    assert (found.pending, found.open_vetoes) == (("B2",), ("V01",))
    assert [name for name, _ in found.faults] == ["A2", "B1", "JF1"]
    assert found.why_not == "还有 1 项待定，还有 1 个否决项未判定，还有 3 项缺少理由或填写有误。"


def test_an_unknown_bonus_stands_in_the_way() -> None:
    found = ready_to_sign(TESTED, marks(JF7="1"))

    assert ("JF7", "JF7 不是本标准的加分项。") in found.faults


def test_a_review_of_nothing_may_not_be_signed() -> None:
    found = ready_to_sign(standard(item("A1")), marks(absent("A1")))

    assert found.why_not == "全部评查项均为不涉及，没有可以计分的项目。"
