"""One fault is deducted once, wherever it was recorded."""

from decimal import Decimal

import pytest

from reviewer.model import Mark, Method, Standard
from reviewer.scoring import likely_fault, load_standards, score
from tests.scoring.builders import clause, conforms, fails, item, marks, occurrence, standard

REPORT = "missing_DT23"


def two_items() -> Standard:
    return standard(
        item("C6", "2", (clause("C6.1", Method.WHOLE_ITEM, "2", fault=REPORT),)),
        item("F1", "4", (clause("F1.1", Method.PER_DOCUMENT, "2"),)),
        exclusive={REPORT: ("C6", "F1")},
    )


def test_the_same_fault_is_deducted_in_the_item_it_is_attributed_to() -> None:
    given = marks(
        fails("F1", occurrence("F1.1", points="2", fault=REPORT)),
        fails("C6", occurrence("C6.1", points="2")),
    )

    report, documents = score(two_items(), given).items

    assert (report.awarded, documents.awarded) == (Decimal(0), Decimal(4))
    assert documents.deductions[0].note == "同一事实已在 C6 扣分"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Mark("C6"), "2"),
        (conforms("C6"), "2"),
        (fails("C6", occurrence("C6.1", points="2")), "4"),
    ],
    ids=["undecided", "conforms", "fails"],
)
def test_a_fault_recorded_in_one_item_only_is_deducted_there(other: Mark, expected: str) -> None:
    given = marks(other, fails("F1", occurrence("F1.1", points="2", fault=REPORT)))

    assert score(two_items(), given).items[1].awarded == Decimal(expected)


def test_different_faults_are_deducted_side_by_side() -> None:
    given = marks(
        fails("F1", occurrence("F1.1", points="2")),
        fails("C6", occurrence("C6.1", points="2")),
    )

    assert score(two_items(), given).awarded == Decimal(2)


def test_a_fault_counts_where_it_costs_more() -> None:
    tested = standard(
        item("A3", "3", (clause("A3.1", fault="party"),)),
        item("F5", "2", (clause("F5.1", fault="party"),)),
        exclusive={"party": ("A3", "F5")},
    )

    found = score(
        tested, marks(fails("A3", occurrence("A3.1")), fails("F5", occurrence("F5.1", 3)))
    )

    assert [one.awarded for one in found.items] == [Decimal(3), Decimal("0.5")]


def test_a_fault_costs_nothing_in_an_item_that_has_nothing_left() -> None:
    tested = standard(
        item("A3", "3", (clause("A3.1", fault="party"),)),
        item("F5", "2", (clause("F5.1", fault="party"), clause("F5.2", points="2"))),
        exclusive={"party": ("F5", "A3")},
    )
    given = marks(
        fails("A3", occurrence("A3.1")),
        fails("F5", occurrence("F5.1", 4), occurrence("F5.2", points="2")),
    )

    assert score(tested, given).awarded == Decimal("2.5")


@pytest.mark.parametrize(
    ("item_id", "clause_id", "reason", "expected"),
    [
        ("C6", "C6.1", "卷内没有", "missing_DT23"),
        ("F1", "F1.1", "缺案件调查报告", "missing_DT23"),
        ("F1", "F1.1", "缺法制审核意见书", "missing_DT24"),
        ("F1", "F1.1", "缺立案登记表", ""),
        ("F5", "F5.1", "事实表述前后不一", "mismatch_facts"),
        ("F5", "F5.2", "名称不一致", "mismatch_party"),
        ("A3", "A3.3", "当事人为个体工商户未写字号", ""),
        ("H4", "H4.1", "缺案件调查报告", ""),
    ],
    ids=[
        "the clause tells",
        "the words tell",
        "another document",
        "a document of no group",
        "facts in F5",
        "the clause before the words",
        "an item with its own clause for it",
        "an item outside the group",
    ],
)
def test_the_fault_is_told_by_clause_or_words(
    item_id: str, clause_id: str, reason: str, expected: str
) -> None:
    assert likely_fault(load_standards()[0], item_id, clause_id, reason) == expected


def test_many_faults_recorded_twice_are_each_deducted_once() -> None:
    names = [f"B{number}" for number in range(1, 15)]
    owners = [item(name, "2", (clause(f"{name}.1", fault=name),)) for name in names]
    tested = standard(*owners, item("F1", "40"), exclusive={name: (name, "F1") for name in names})
    doubles = fails("F1", *(occurrence("F1.1", fault=name) for name in names))

    found = score(tested, marks(*(fails(n, occurrence(f"{n}.1")) for n in names), doubles))

    assert found.applicable - found.awarded == len(names) * Decimal("0.5")


def test_an_example_that_earns_points_is_never_taken_for_a_fault() -> None:
    tested = standard(
        item("C6", "2", (clause("C6.1", Method.WHOLE_ITEM, "2", fault=REPORT),)),
        item("F1", "4", (clause("F1.1", Method.AWARD, "1"),)),
        exclusive={REPORT: ("C6", "F1")},
    )
    given = marks(
        fails("C6", occurrence("C6.1", points="2")),
        fails("F1", occurrence("F1.1", points="1", fault=REPORT)),
    )

    assert [one.awarded for one in score(tested, given).items] == [Decimal(0), Decimal(1)]
