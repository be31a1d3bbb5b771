"""The standards that ship: whole, adding up, and with the attributions of the trade."""

import re
from decimal import Decimal

import pytest

from reviewer.model import Question, Standard, VetoType
from reviewer.resources import load_yaml, resource
from reviewer.scoring import load_standards, standard_from_text, standard_to_text

SHIPPED = load_standards()
BY_ID = {one.id: one for one in SHIPPED}
GENERAL = BY_ID["general"]

GENERAL_POINTS = {
    "A": [3, 3, 3, 4, 4, 4, 4, 1],
    "B": [3, 3, 2, 2],
    "C": [2, 2, 3, 2, 2, 2, 2, 2, 1],
    "D": [3, 2, 2, 2, 1],
    "E": [3, 3, 2, 2, 2],
    "F": [4, 1, 3, 3, 2, 1],
    "G": [2, 1, 1, 1, 1],
    "H": [1, 1, 1, 1],
}
NEVER_ABSENT = {
    *(f"A{number}" for number in range(1, 8)),
    *("B1", "C1", "C2", "C3", "C6", "C7", "C9", "E1", "F1", "F3", "F4", "G1", "G2", "H1"),
}
each = pytest.mark.parametrize("standard", SHIPPED, ids=[one.id for one in SHIPPED])


def test_six_standards_ship_in_the_order_of_the_procedures() -> None:
    assert [(one.id, len(one.items), len(one.vetoes)) for one in SHIPPED] == [
        ("general", 46, 20),
        ("summary", 13, 7),
        ("no_penalty", 46, 17),
        ("coercive", 12, 6),
        ("inspection", 11, 4),
        ("three_systems", 25, 0),
    ]


@each
def test_a_shipped_standard_adds_up_to_a_hundred(standard: Standard) -> None:
    assert standard.total == Decimal(100)
    assert sum(group.points for group in standard.groups) == Decimal(100)


@each
def test_a_shipped_standard_survives_being_kept_as_text(standard: Standard) -> None:
    assert standard_from_text(standard_to_text(standard)) == standard


@each
def test_clause_ids_occur_once(standard: Standard) -> None:
    ids = [clause.id for item in standard.items for clause in item.clauses]

    assert len(ids) == len(set(ids))


@each
def test_absence_is_explained_wherever_it_is_asked(standard: Standard) -> None:
    assert [item.id for item in standard.items if not item.absent_note.endswith("。")] == []


@each
def test_the_basis_names_articles_in_full(standard: Standard) -> None:
    entries = [b for item in standard.items for b in item.basis]
    entries += [b for veto in standard.vetoes for b in veto.basis]

    assert [b for b in entries if re.search(r"\d+(\(|、)|处罚法\d|强制法\d", b)] == []


@each
def test_the_bands_are_those_of_the_trade(standard: Standard) -> None:
    assert [(band.name, int(band.from_total)) for band in standard.bands] == [
        ("优秀", 90),
        ("良好", 80),
        ("合格", 60),
        ("不合格", 0),
    ]


def test_the_general_standard_has_its_points() -> None:
    found = {
        group.id: [int(i.points) for i in GENERAL.items if i.group == group.id]
        for group in GENERAL.groups
    }

    assert found == GENERAL_POINTS
    assert [i.id for i in GENERAL.items] == [
        f"{group}{number}"
        for group, points in GENERAL_POINTS.items()
        for number in range(1, len(points) + 1)
    ]


@pytest.mark.parametrize("standard_id", ["general", "no_penalty"])
def test_some_items_always_apply(standard_id: str) -> None:
    fixed = {item.id for item in BY_ID[standard_id].items if not item.may_be_absent}

    assert (
        fixed
        == {
            "general": NEVER_ABSENT,
            "no_penalty": NEVER_ABSENT - {"C7"} | {"E3"},
        }[standard_id]
    )


def test_a_file_without_penalty_may_leave_out_what_only_a_penalty_needs() -> None:
    found = BY_ID["no_penalty"]

    assert all(found.item(name).may_be_absent for name in ("C7", "C8", "G3", "G4"))
    assert {"V06", "V07", "V08"}.isdisjoint(veto.id for veto in found.vetoes)


@pytest.mark.parametrize(
    ("standard_id", "b_vetoes"),
    [
        ("general", ["V18", "V19", "V20"]),
        ("summary", []),
        ("coercive", []),
        ("inspection", ["IV2", "IV3", "IV4"]),
    ],
)
def test_vetoes_have_their_type(standard_id: str, b_vetoes: list[str]) -> None:
    vetoes = BY_ID[standard_id].vetoes

    assert [veto.id for veto in vetoes if veto.type is VetoType.B] == b_vetoes


def test_the_machine_only_hints_where_it_would_accuse() -> None:
    found = {veto.id for one in SHIPPED for veto in one.vetoes if veto.hint_only}

    assert found == {"V03", "V04", "V12", "V14", "V16", "V17", "JV6", "JV7"}


@pytest.mark.parametrize("question", Question)
def test_every_question_is_answered_by_items(question: Question) -> None:
    assert [item.id for item in GENERAL.items if question in item.questions]


@pytest.mark.parametrize(
    ("rule", "item_id"),
    [
        ("M-DT23", "C6"),
        ("M-DT24", "D1"),
        ("M-DT25", "D4"),
        ("M-DT19", "E1"),
        ("M-DT20", "E2"),
        ("M-DT41", "G3"),
        ("M-DT52", "G5"),
        ("M-DT55", "A3"),
        ("M-DT37", "G1"),
        ("M-DT01", "H1"),
        ("M-DT02", "H1"),
        ("M-DT03", "H1"),
        *((f"M-DT{n:02}", "F1") for n in (5, 6, 7, 14, 16, 18, 26, 28, 29, 30, 32, 33)),
    ],
)
def test_a_missing_document_belongs_to_one_item(rule: str, item_id: str) -> None:
    assert [item.id for item in GENERAL.items if rule in item.rules] == [item_id]


@pytest.mark.parametrize(
    ("fault", "items"),
    [
        ("missing_DT23", ("C6", "F1")),
        ("missing_DT24", ("D1", "F1")),
        ("missing_DT25", ("D4", "F1")),
        ("missing_DT19", ("E1", "F1")),
        ("missing_DT20", ("E2", "F1")),
        ("missing_DT41", ("G3", "F1")),
        ("missing_DT52", ("G5", "F1")),
        ("missing_DT55", ("A3", "F1")),
        ("missing_DT37", ("G1", "F1")),
        ("missing_DT01_03", ("H1", "F1")),
        ("mismatch_party", ("A3", "F5")),
        ("mismatch_facts", ("A4", "F5")),
        ("mismatch_words", ("F6", "F5")),
        ("mismatch_receipt", ("G3", "F5")),
        ("mismatch_notice", ("C7", "F5")),
        ("mismatch_sum", ("B3", "F5")),
    ],
)
def test_a_fault_is_attributed_to_one_item(fault: str, items: tuple[str, ...]) -> None:
    (group,) = [one for one in GENERAL.exclusive if one.fault == fault]

    assert group.items == items
    assert any(c.fault == fault for c in GENERAL.item(items[0]).clauses)


def test_a_rule_never_proposes_two_clauses_of_an_item_for_one_subject() -> None:
    for standard in SHIPPED:
        for item in standard.items:
            keys = [(link.rule, link.subject) for link in item.links]
            assert len(keys) == len(set(keys)), item.id


def test_every_shipped_rule_proposes_somewhere() -> None:
    listed = {rule for one in SHIPPED for item in one.items for rule in item.rules}
    listed |= {rule for one in SHIPPED for veto in one.vetoes for rule in veto.rules}
    shipped = {
        entry["code"]
        for path in resource("rules").glob("*.yaml")
        for entry in load_yaml(path)
        if "code" in entry
    }

    assert shipped - listed == set()
