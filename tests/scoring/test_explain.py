"""The explanation in Chinese, line by line."""

from decimal import Decimal

from reviewer.model import Bonus, Mark, Marks, Method, Standard, VetoMark, VetoType
from reviewer.scoring import explain, score
from tests.scoring.builders import (
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


def texts(tested: Standard, given: Marks) -> list[str]:
    return [line.text for line in explain(tested, given, score(tested, given))]


def of_item(item_clause: Method, points: str, *counts: int, threshold: int = 0) -> list[str]:
    """Return the lines below the group for one item of 3 points with one clause."""
    one = clause("A1.1", item_clause, points, threshold=threshold)
    tested = standard(item("A1", "3", (one,)))
    given = fails("A1", *(occurrence("A1.1", count, points) for count in counts))
    lines = explain(tested, marks(given), score(tested, marks(given)))
    return [line.text for line in lines if line.level >= 2]


def test_a_finished_review_is_explained_from_total_to_deduction() -> None:
    tested = standard(item("A1", "3"), item("A2", "2"), item("B1", "5"))
    given = marks(fails("A1", occurrence("A1.1", 2)), conforms("A2"), absent("B1"))

    assert texts(tested, given) == [
        "总分 80 分，等次：良好",
        "得分率：100 × 4 ÷ 5 = 80（四舍五入，保留一位小数）",
        "不涉及 B1，满分 10 − 5 = 5 分",
        "A A组：得 4 分，适用满分 5 分",
        "A1 项目A1：不符合，3 − 1 = 2 分",
        "A1.1 情形：0.5 分 × 2 处，扣 1 分",
        "A2 项目A2：符合，2 分",
        "B B组：得 0 分，适用满分 0 分",
        "B1 项目B1：不涉及（未采取该措施），5 分不计入满分",
    ]


def test_the_floor_of_an_item_is_said() -> None:
    assert of_item(Method.PER_OCCURRENCE, "0.5", 9) == [
        "A1 项目A1：不符合，扣分合计 4.5，超过满分 3，扣完为止，得 0 分",
        "A1.1 情形：0.5 分 × 9 处，扣 4.5 分",
    ]


def test_a_whole_item_is_deducted_once() -> None:
    assert of_item(Method.WHOLE_ITEM, "3", 1, 1) == [
        "A1 项目A1：不符合，3 − 3 = 0 分",
        "A1.1 情形：扣整项 3 分",
        "A1.1 情形：不扣（本情形只扣一次）",
    ]


def test_a_threshold_that_is_not_reached_is_said() -> None:
    assert of_item(Method.THRESHOLD, "0.5", 1, threshold=2) == [
        "A1 项目A1：不符合，3 − 0 = 3 分",
        "A1.1 情形：不扣（合计 1 处，不足 2 处）",
    ]


def test_examples_are_added_up() -> None:
    assert of_item(Method.AWARD, "1", 4) == [
        "A1 项目A1：不符合，给分 4，最多 3，得 3 分",
        "A1.1 情形：1 分 × 4 例，给 4 分",
    ]


def test_a_ratio_is_multiplied_out() -> None:
    tested = standard(item("A1", "3", (clause("A1.1", Method.RATIO, "3"),)))
    given = marks(fails("A1", occurrence("A1.1", points="3", ratio="0.8")))

    assert texts(tested, given)[-2:] == [
        "A1 项目A1：不符合，3 − 0.6 = 2.4 分",
        "A1.1 情形：给 3 × 0.8 = 2.4 分，扣 0.6 分",
    ]


def test_what_is_pending_is_said_with_the_span() -> None:
    tested = standard(item("A1", "3"), item("A2", "1"), vetoes=[veto("V01")])

    assert texts(tested, marks(conforms("A1")))[:4] == [
        "暂计 100 分，暂定等次：优秀",
        "得分率：100 × 4 ÷ 4 = 100（四舍五入，保留一位小数）",
        "待定 A2，暂按满分计；总分可能在 75 至 100 分之间",
        "一票否决 V01 尚未判定，暂按未命中计",
    ]


def test_a_veto_is_said_with_the_score_before_it() -> None:
    tested = standard(item("A1"), vetoes=[veto("V01")])
    lines = texts(tested, marks(conforms("A1"), hit("V01")))

    assert lines[:2] == [
        "总分 0 分，等次：不合格",
        "命中一票否决 V01，等次为不合格，总分按 0 计",
    ]
    assert "命中一票否决 V01；否决前得分 100 分" in lines


def test_a_deduction_lifted_by_a_veto_says_so() -> None:
    one = clause("A1.1", points="1", veto="V19")
    tested = standard(item("A1", "4", (one,)), vetoes=[veto("V19", VetoType.B)])
    given = marks(fails("A1", occurrence("A1.1", points="1")), hit("V19"))

    lines = texts(tested, given)

    assert lines[-1] == "A1.1 情形：不扣（已按 V19 一票否决，不再扣分）"
    assert (
        "命中一票否决 V19；否决前得分 75 分（按否决不再扣的情形照扣，共得 3 分，100 × 3 ÷ 4 = 75）"
    ) in lines


def test_bonuses_are_added_with_their_limit() -> None:
    tested = standard(item("A1"), bonuses=[Bonus("JF1", "加分", Decimal(2))])
    lines = texts(tested, marks(conforms("A1"), JF1="2"))

    assert lines[2:4] == [
        "加分 JF1 2 分，计 2 分（合计不超过 5 分）",
        "得分率加加分：100 ＋ 2 = 102，超过 100，按 100 分计",
    ]


def test_nothing_left_to_score_is_said() -> None:
    given: list[Mark | VetoMark] = [absent("A1", "other", "试点案卷")]
    lines = texts(standard(item("A1")), marks(*given))

    assert lines[:2] == [
        "总分 0 分，等次：不评定",
        "全部评查项均不涉及，没有可以计分的项目，不评定等次",
    ]
    assert lines[-1] == "A1 项目A1：不涉及（其他，试点案卷），3 分不计入满分"


def test_an_occurrence_of_an_unknown_clause_is_said() -> None:
    given = marks(fails("A1", occurrence("A1.7")))

    assert texts(standard(item("A1")), given)[-1] == "A1.7：不扣（评查标准中没有这一扣分情形）"
