"""From findings to what accepting them would cost."""

from decimal import Decimal

import pytest

from reviewer.model import (
    Breach,
    Choice,
    Finding,
    Mark,
    ProposalKey,
    RuleLink,
    Standard,
    Verdict,
    VetoChoice,
)
from reviewer.scoring import items_of_rule, load_standards, propose, score, with_proposals
from tests.scoring.builders import PLACE, absent, clause, fails, item, marks, occurrence, standard
from tests.scoring.builders import veto as make_veto

GENERAL = load_standards()[0]
SUMMARY = load_standards()[1]


def finding(rule: str, *breaches: tuple[str, Verdict]) -> Finding:
    return Finding(
        rule,
        breaches[0][1] if breaches else Verdict.PROBLEM,
        "疑似问题",
        basis=("行政处罚法第六十一条",),
        evidence=(PLACE,),
        breaches=tuple(Breach(subject, v, f"{subject}有误", (PLACE,)) for subject, v in breaches),
        searched=("已查第 1–9 页",),
    )


def proposed(tested: Standard, *findings: Finding) -> list[tuple[str, str, str]]:
    """Return item, clause and points of every proposal."""
    return [(one.item, one.clause, str(one.points)) for one in propose(tested, findings)]


@pytest.mark.parametrize(
    ("rule", "subject", "expected"),
    [
        ("T18", "DT35@a.pdf#1", [("G1", "G1.1", "1")]),
        ("T03", "", [("C9", "C9.1", "1")]),
        ("T42", "DT05@a.pdf#1", [("C2", "C2.1", "1"), ("V19", "", "0")]),
        ("T42", "DT24@a.pdf#1", [("D1", "D1.2", "3"), ("V09", "", "0"), ("V19", "", "0")]),
        ("T42", "DT25@a.pdf#1", [("C2", "C2.1", "1"), ("V10", "", "0"), ("V19", "", "0")]),
        ("T08", "", [("C7", "", "0"), ("V07", "", "0")]),
        ("K01", "DT06@a.pdf#1", [("A2", "A2.1", "0.5"), ("V02", "", "0")]),
        ("K12", "DT26@a.pdf#1", [("C7", "C7.2", "2")]),
        ("K12", "DT35@a.pdf#1", [("F6", "F6.2", "1")]),
        ("K12", "DT41@a.pdf#1", [("G3", "G3.4", "0.5")]),
        ("M-DT23", "DT23", [("C6", "C6.1", "2"), ("V18", "", "0")]),
        ("M-DT24", "DT24", [("D1", "D1.1", "3"), ("V09", "", "0")]),
        ("M-DT25", "DT25", [("D4", "D4.4", "2"), ("V10", "", "0")]),
        ("M-DT19", "DT19", [("E1", "E1.1", "3")]),
        ("M-DT20", "DT20", [("E2", "E2.1", "3")]),
        ("M-DT41", "DT41", [("G3", "G3.1", "1")]),
        ("M-DT52", "DT52", [("G5", "G5.1", "1")]),
        ("M-DT55", "DT55", [("A3", "A3.1", "1.5"), ("V20", "", "0")]),
        ("M-DT05", "DT05", [("F1", "F1.1", "2"), ("V18", "", "0")]),
        ("M-DT02", "DT02", [("H1", "H1.1", "0.2")]),
        ("M-DT37", "DT35@a.pdf#1", [("G1", "G1.5", "2"), ("V18", "", "0")]),
        ("M-DT37", "DT26@a.pdf#1", [("G1", "G1.6", "1"), ("V18", "", "0")]),
        ("M-DT26", "DT26", [("F1", "F1.1", "2"), ("V07", "", "0"), ("V18", "", "0")]),
        ("T41", "", [("H4", "", "0")]),
        ("T99", "", []),
    ],
)
def test_a_rule_proposes_for_the_clause_it_breaks(
    rule: str, subject: str, expected: list[tuple[str, str, str]]
) -> None:
    assert proposed(GENERAL, finding(rule, (subject, Verdict.PROBLEM))) == expected


def test_a_file_name_does_not_choose_the_clause() -> None:
    found = proposed(GENERAL, finding("T42", ("DT05@DT24.pdf#1", Verdict.PROBLEM)))

    assert found[0] == ("C2", "C2.1", "1")


def test_every_breach_proposes_for_itself() -> None:
    places = ("DT06@a.pdf#1", "DT07@a.pdf#3")

    found = propose(GENERAL, [finding("K02", *((one, Verdict.PROBLEM) for one in places))])

    assert [one.key for one in found if one.item == "A2"] == [
        ProposalKey("K02", one) for one in places
    ]


def test_only_problems_and_hints_propose() -> None:
    verdicts = [(f"DT0{n}@a.pdf#{n}", one) for n, one in enumerate(Verdict)]

    found = [one for one in propose(GENERAL, [finding("T18", *verdicts)]) if one.item == "G1"]

    assert [one.verdict for one in found] == [Verdict.PROBLEM, Verdict.HINT]


def test_a_hint_names_its_clause_but_no_points() -> None:
    (found,) = propose(GENERAL, [finding("T01", ("", Verdict.HINT))])

    assert (found.clause, found.points, found.each) == ("C1.2", Decimal(0), Decimal("0.5"))


def test_a_hint_is_too_little_for_a_veto() -> None:
    assert proposed(GENERAL, finding("T07", ("", Verdict.HINT))) == [("C7", "", "0")]


def test_a_conclusion_may_hint_at_its_veto() -> None:
    (found,) = [one for one in propose(GENERAL, [finding("V15", ("", Verdict.HINT))]) if one.veto]

    assert (found.item, found.verdict) == ("V15", Verdict.HINT)


@pytest.mark.parametrize(
    ("rule", "veto"), [("K18", "V12"), ("K17", "V14"), ("T43", "V17"), ("V16", "V16")]
)
@pytest.mark.parametrize("verdict", [Verdict.PROBLEM, Verdict.HINT])
def test_an_accusing_veto_is_only_hinted_at(rule: str, veto: str, verdict: Verdict) -> None:
    found = [one for one in propose(GENERAL, [finding(rule, ("", verdict))]) if one.veto]

    assert [(one.item, one.verdict) for one in found] == [(veto, Verdict.HINT)]
    assert with_proposals(GENERAL, marks(), found) == marks()


def test_a_number_left_out_is_no_lack_of_qualification() -> None:
    found = finding("K02", ("DT06@a.pdf#1", Verdict.PROBLEM))

    assert proposed(GENERAL, found) == [("A2", "A2.1", "0.5")]


def test_a_finding_without_breaches_speaks_for_the_whole_case() -> None:
    (found,) = propose(GENERAL, [finding("T03")])

    assert (found.subject, found.message, found.evidence) == ("", "疑似问题", (PLACE,))
    assert found.searched == ("已查第 1–9 页",)


@pytest.mark.parametrize("verdict", [Verdict.CANNOT_TELL, Verdict.OK, Verdict.NOT_APPLICABLE])
def test_a_finding_that_is_no_problem_proposes_nothing(verdict: Verdict) -> None:
    assert propose(GENERAL, [Finding("T03", verdict, "说明")]) == ()


def test_a_veto_listens_to_its_conclusion_alone() -> None:
    concluded = Finding("V02", Verdict.OK, "全卷可见两名执法人员")

    found = proposed(GENERAL, finding("K01", ("DT06@a.pdf#1", Verdict.PROBLEM)), concluded)

    assert found == [("A2", "A2.1", "0.5")]


def test_a_conclusion_proposes_its_veto_once() -> None:
    found = propose(
        GENERAL, [finding("T08", ("", Verdict.PROBLEM)), finding("V07", ("", Verdict.PROBLEM))]
    )

    assert [(one.rule, one.item) for one in found if one.veto] == [("V07", "V07")]


def test_another_standard_gives_the_same_rule_another_item() -> None:
    assert proposed(SUMMARY, finding("T26")) == [("J1", "J1.1", "12"), ("JV1", "", "0")]


def test_a_record_of_the_penalty_costs_nothing_in_the_seizure() -> None:
    coercive = next(one for one in load_standards() if one.id == "coercive")

    assert proposed(coercive, finding("K01", ("DT07@a.pdf#1", Verdict.PROBLEM))) == []
    assert proposed(coercive, finding("K01", ("DT15@a.pdf#1", Verdict.PROBLEM))) == [
        ("Q2", "Q2.1", "8")
    ]


def test_the_items_of_a_rule_are_listed_in_order() -> None:
    assert items_of_rule(GENERAL, "T18") == ("G1",)
    assert items_of_rule(GENERAL, "T42") == ("C2", "D1")
    assert items_of_rule(GENERAL, "T99") == ()


def test_accepting_everything_deducts_every_problem() -> None:
    found = propose(
        GENERAL,
        [
            finding("T18", ("DT35@a.pdf#1", Verdict.PROBLEM)),
            finding("K02", ("DT06@a.pdf#1", Verdict.PROBLEM), ("DT07@a.pdf#3", Verdict.PROBLEM)),
            finding("T01", ("", Verdict.HINT)),
            Finding("V02", Verdict.OK, "两名执法人员"),
        ],
    )

    assert score(GENERAL, with_proposals(GENERAL, marks(), found)).total == Decimal("98.0")


def test_accepting_a_veto_marks_it_with_reason_and_place() -> None:
    found = propose(GENERAL, [finding("V07", ("", Verdict.PROBLEM))])

    mark = with_proposals(GENERAL, marks(), found).of_veto("V07")

    assert (mark.choice, mark.reason, mark.places) == (VetoChoice.HIT, "有误", (PLACE,))


def test_accepting_twice_deducts_once() -> None:
    found = propose(GENERAL, [finding("T18", ("DT35@a.pdf#1", Verdict.PROBLEM))])
    once = with_proposals(GENERAL, marks(), found)

    assert with_proposals(GENERAL, once, found) == once


@pytest.mark.parametrize(
    "mark",
    [
        Mark("G1", Choice.CONFORMS, occurrences=(occurrence("G1.1", points="1"),)),
        absent("G1"),
        Mark("G1"),
    ],
    ids=["conforms with a kept deduction", "absent", "undecided"],
)
def test_accepting_turns_the_item_to_fails(mark: Mark) -> None:
    found = propose(GENERAL, [finding("T18", ("DT35@a.pdf#1", Verdict.PROBLEM))])

    accepted = with_proposals(GENERAL, marks(mark), found).of("G1")

    assert accepted.choice is Choice.FAILS
    assert [one.proposal for one in accepted.occurrences] == [ProposalKey("T18", "DT35@a.pdf#1")]


def test_accepting_keeps_what_a_person_deducted() -> None:
    found = propose(GENERAL, [finding("T18", ("DT35@a.pdf#1", Verdict.PROBLEM))])
    own = occurrence("G1.2", points="2")

    accepted = with_proposals(GENERAL, marks(fails("G1", own)), found).of("G1")

    assert accepted.occurrences[0] == own
    assert len(accepted.occurrences) == 2


def test_proposals_of_another_standard_change_nothing() -> None:
    found = propose(GENERAL, [finding("T18", ("DT35@a.pdf#1", Verdict.PROBLEM))])

    assert with_proposals(SUMMARY, marks(), found) == marks()


def test_a_missing_document_names_its_fault() -> None:
    (found,) = propose(GENERAL, [finding("M-DT28", ("DT28", Verdict.PROBLEM))])

    assert (found.clause, found.fault) == ("F1.1", "missing_DT28")


def test_one_breach_counts_once_where_two_links_name_one_clause() -> None:
    links = (RuleLink("K01", "A1.1", "DT06"), RuleLink("K01", "A1.1", "DT"))
    tested = standard(item("A1", clauses=(clause("A1.1"),), links=links))

    assert len(propose(tested, [finding("K01", ("DT06@a.pdf#1", Verdict.PROBLEM))])) == 1


def test_a_veto_of_its_own_number_listens_to_the_rules_it_lists() -> None:
    tested = standard(item("A1"), vetoes=[make_veto("JV1", links=(RuleLink("T26"),))])

    assert proposed(tested, finding("T26")) == [("JV1", "", "0")]
