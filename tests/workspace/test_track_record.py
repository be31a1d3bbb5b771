"""What people made of the rules: answers counted once, missed faults, and the words for it."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from reviewer.model import (
    Answer,
    Choice,
    Finding,
    Mark,
    Marks,
    Occurrence,
    Round,
    RuleLink,
    Verdict,
    VetoChoice,
    VetoMark,
)
from reviewer.store import cases, desktops
from reviewer.workspace.rule_views import TrackRecord, own_rate, share_text, total
from reviewer.workspace.track_record import TrackRecords, missed_rules
from tests.workspace.builders import (
    LATE,
    LAW,
    LOOK,
    Bench,
    bench,
    make_place,
    make_standard,
    new_id,
)


def answered(of: Bench) -> dict[str, tuple[int, int]]:
    found = TrackRecords(of.store).answered()
    return {rule: (one.accepted, one.rejected) for rule, one in found.items()}


def open_as(of: Bench, name: str) -> UUID:
    with of.store.session() as session:
        desktops.seat(session, name, "支队")
    return of.open()


def test_answers_are_counted_by_rule(tmp_path: Path) -> None:
    with bench(tmp_path) as of:
        review = of.open()
        of.reviews.answer(review, LATE, "G1", Answer.ACCEPTED)
        of.reviews.answer(review, LOOK, "G2", Answer.REJECTED)

        assert answered(of) == {"T18": (1, 0), "T20": (0, 1)}


def test_an_answer_that_is_taken_back_does_not_count(tmp_path: Path) -> None:
    with bench(tmp_path) as of:
        review = of.open()
        of.reviews.answer(review, LATE, "G1", Answer.REJECTED)
        of.reviews.undo(review)

        assert answered(of) == {}


def test_two_people_are_two_answers(tmp_path: Path) -> None:
    with bench(tmp_path) as of:
        of.reviews.answer(of.open(), LATE, "G1", Answer.ACCEPTED)
        of.reviews.answer(open_as(of, "李工"), LATE, "G1", Answer.REJECTED)

        assert answered(of) == {"T18": (1, 1)}


def test_one_proposal_at_two_items_counts_once_and_accepted_wins(tmp_path: Path) -> None:
    with bench(tmp_path) as of:
        review = of.open()
        of.reviews.answer(review, LAW, "V05", Answer.ACCEPTED)
        of.reviews.answer(review, LATE, "G1", Answer.REJECTED)

        assert answered(of) == {"V05": (1, 0), "T18": (0, 1)}


def test_a_removed_case_does_not_count(tmp_path: Path) -> None:
    with bench(tmp_path) as of:
        of.reviews.answer(of.open(), LATE, "G1", Answer.ACCEPTED)
        with of.store.session() as session:
            row = cases.live_row(session, of.case_id)
            row.removed_at = desktops.now()

        assert answered(of) == {}


def sign_with_late(of: Bench, round_: Round) -> None:
    """Sign a review in which a person alone found the late service."""
    review = of.reviews.open(of.case_id, "small", round_).id
    for item in ("A1", "G2"):
        of.reviews.choose(review, item, Choice.CONFORMS)
    if round_ is Round.FIRST:
        of.reviews.choose(review, "G1", Choice.FAILS)
        of.reviews.add_occurrence(review, "G1", "G1.1", 1, "逾期送达", (make_place(),))
    of.reviews.set_veto(review, "V05", VetoChoice.EXCLUDED)
    of.reviews.sign(review)


def test_a_missed_fault_counts_once_for_each_person_and_case(tmp_path: Path) -> None:
    with bench(tmp_path) as of:
        of.runs.findings = (Finding("T18", Verdict.OK, ""),)
        records = TrackRecords(of.store)
        before = records.all()
        sign_with_late(of, Round.FIRST)
        first = records.all()
        sign_with_late(of, Round.FINAL)

        assert before == {}
        assert first == records.all() == {"T18": TrackRecord(missed=1)}


def test_a_proposal_shows_how_its_rule_fared(tmp_path: Path) -> None:
    with bench(tmp_path) as of:
        review = of.open()
        before = of.reviews.view(review)
        after = of.reviews.answer(review, LATE, "G1", Answer.ACCEPTED)

        assert {one.record for one in before.proposals} == {""}
        told = {one.key: one.record for one in after.proposals}
        assert told[LATE] == "采纳 1、不采纳 0（100 %，95 % 区间 21–100 %）"
        assert told[LAW] == ""


def test_the_words_are_those_of_a_record() -> None:
    assert TrackRecord(12, 3).sentence == "采纳 12、不采纳 3（80 %，95 % 区间 55–93 %）"
    assert TrackRecord().sentence == ""
    assert share_text(0, 20) == "0 %，95 % 区间 0–16 %"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (TrackRecord(20, 9, 5), ""),
        (TrackRecord(0, 30), "本机评查人回答 30 次：提示采纳率 0 %，95 % 区间 0–11 %"),
        (
            TrackRecord(27, 3, 3),
            "本机评查人回答 30 次：提示采纳率 90 %，95 % 区间 74–97 %；"
            "查出率 90 %，95 % 区间 74–97 %",
        ),
    ],
    ids=["too few", "none accepted", "with missed faults"],
)
def test_a_rate_over_all_rules_wants_thirty_answers(record: TrackRecord, words: str) -> None:
    assert own_rate(record) == words


def test_records_add_up() -> None:
    assert total([TrackRecord(1, 2, 3), TrackRecord(4, 5, 6)]) == TrackRecord(5, 7, 9)


def marked(clause: str, *, by_machine: bool = False) -> Marks:
    item = make_standard().item("G1")
    points = next(one.points for one in item.clauses if one.id == clause)
    one = Occurrence(new_id(), clause, 1, points, "", (), LATE if by_machine else None)
    return Marks({"G1": Mark("G1", Choice.FAILS, occurrences=(one,))})


@pytest.mark.parametrize(
    ("marks", "verdict", "missed"),
    [
        (marked("G1.1"), Verdict.OK, {"T18"}),
        (marked("G1.1", by_machine=True), Verdict.OK, set()),
        (marked("G1.1"), Verdict.CANNOT_TELL, set()),
        (marked("G1.1"), Verdict.PROBLEM, set()),
        (marked("G1.2"), Verdict.OK, {"T18"}),
        (Marks({"G1": Mark("G1", Choice.FAILS)}), Verdict.OK, {"T18"}),
        (Marks({"G1": Mark("G1", Choice.CONFORMS)}), Verdict.OK, set()),
        (Marks(), Verdict.OK, set()),
    ],
    ids=[
        "missed",
        "accepted",
        "could not tell",
        "was seen",
        "the only rule",
        "without a clause",
        "conforms",
        "nothing marked",
    ],
)
def test_a_fault_without_proposal_where_the_rule_said_ok_is_missed(
    marks: Marks, verdict: Verdict, missed: set[str]
) -> None:
    assert missed_rules(make_standard(), marks, {"T18": verdict}) == missed


def test_where_several_rules_serve_an_item_only_that_of_the_clause_missed_it() -> None:
    standard = make_standard()
    item = standard.item("G1")
    both = replace(item, links=(RuleLink("T18", "G1.1"), RuleLink("T19", "")))
    standard = replace(
        standard, items=tuple(both if one.id == "G1" else one for one in standard.items)
    )
    verdicts = {"T18": Verdict.OK, "T19": Verdict.OK}

    assert missed_rules(standard, marked("G1.1"), verdicts) == {"T18"}
    assert missed_rules(standard, marked("G1.2"), verdicts) == frozenset()


def test_a_veto_that_a_person_hit_alone_was_missed() -> None:
    marks = Marks(vetoes={"V05": VetoMark("V05", VetoChoice.HIT, "失效")})

    assert missed_rules(make_standard(), marks, {"V05": Verdict.OK}) == {"V05"}
