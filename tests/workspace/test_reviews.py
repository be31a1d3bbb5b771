"""What a reviewer can do to a review, and what stands in the way of signing it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from reviewer.errors import Refused
from reviewer.model import (
    Answer,
    Choice,
    Correction,
    CorrectionKind,
    PageRef,
    ProposalKey,
    ProposalState,
    Round,
    VetoChoice,
)
from reviewer.store import corrections, journal, reviews
from reviewer.workspace.reviews import Reviews
from reviewer.workspace.views import ReviewView
from tests.workspace.builders import LATE, LAW, LOOK, SHA, Bench, bench, make_place, new_id

STEPS: dict[str, Callable[[Reviews, UUID], ReviewView]] = {
    "choose": lambda r, i: r.choose(i, "A1", Choice.CONFORMS),
    "deduct": lambda r, i: r.add_occurrence(i, "A1", "A1.1", 2, "两处", (make_place(),)),
    "evidence": lambda r, i: r.add_evidence(i, "G2", make_place(3)),
    "veto": lambda r, i: r.set_veto(i, "V05", VetoChoice.HIT, "失效", (make_place(),)),
    "bonus": lambda r, i: r.set_bonus(i, "JF1", Decimal("1.5")),
    "accept": lambda r, i: r.answer(i, LATE, "G1", Answer.ACCEPTED),
    "reject": lambda r, i: r.answer(i, LATE, "G1", Answer.REJECTED),
    "accept veto": lambda r, i: r.answer(i, LAW, "V05", Answer.ACCEPTED),
    "text": lambda r, i: r.set_text(i, "merits", "卷面整洁"),
    "correct": lambda r, i: r.correct(
        i, Correction(UUID(int=1), CorrectionKind.PROCEDURE, text="general")
    ),
}


def finish(desk: Bench, review: UUID) -> None:
    """Decide everything so that the review may be signed."""
    for item in ("A1", "G1", "G2"):
        desk.reviews.choose(review, item, Choice.CONFORMS)
    desk.reviews.set_veto(review, "V05", VetoChoice.EXCLUDED)


def state_of(view: ReviewView, key: ProposalKey) -> ProposalState:
    return next(proposal.state for proposal in view.proposals if proposal.key == key)


def test_opening_twice_gives_the_same_review(desk: Bench) -> None:
    first = desk.reviews.open(desk.case_id, "small")

    assert desk.reviews.open(desk.case_id, "small") == first
    assert desk.reviews.for_case(desk.case_id) == (first,)
    assert (first.version, first.content_hash) == ("1", "c" * 64)


def test_the_standard_of_the_procedure_is_suggested(desk: Bench) -> None:
    assert desk.reviews.suggested_standard(desk.case_id) == "small"


def test_a_review_without_a_person_is_refused(tmp_path: Path) -> None:
    with bench(tmp_path) as desk:
        with desk.store.session() as session:
            session.connection().exec_driver_sql("UPDATE desktops SET person_id = NULL")
        with pytest.raises(Refused, match="还没有登记评查人"):
            desk.open()


def test_accepting_turns_the_proposal_into_a_deduction(desk: Bench) -> None:
    view = desk.reviews.answer(desk.open(), LATE, "G1", Answer.ACCEPTED)
    mark = view.marks.of("G1")

    assert mark.choice is Choice.FAILS
    [occurrence] = mark.occurrences
    assert (occurrence.clause, occurrence.points) == ("G1.1", Decimal("1.5"))
    assert occurrence.reason == "逾期送达"
    assert len(occurrence.places) == 2
    assert occurrence.proposal == LATE
    assert state_of(view, LATE) is ProposalState.ACCEPTED


def test_accepting_twice_deducts_once(desk: Bench) -> None:
    review = desk.open()
    desk.reviews.answer(review, LATE, "G1", Answer.ACCEPTED)
    view = desk.reviews.answer(review, LATE, "G1", Answer.ACCEPTED)

    assert len(view.marks.of("G1").occurrences) == 1


def test_rejecting_leaves_the_score_alone_and_is_kept(desk: Bench) -> None:
    review = desk.open()
    before = desk.reviews.view(review)
    view = desk.reviews.answer(review, LATE, "G1", Answer.REJECTED)

    assert view.score == before.score
    assert view.marks == before.marks
    assert state_of(desk.reviews.view(review), LATE) is ProposalState.REJECTED


def test_rejecting_what_was_accepted_takes_the_deduction_away(desk: Bench) -> None:
    review = desk.open()
    desk.reviews.answer(review, LATE, "G1", Answer.ACCEPTED)
    view = desk.reviews.answer(review, LATE, "G1", Answer.REJECTED)

    assert view.marks.of("G1").occurrences == ()
    assert view.marks.of("G1").choice is Choice.PENDING


def test_accepting_a_veto_hits_it_with_reason_and_place(desk: Bench) -> None:
    view = desk.reviews.answer(desk.open(), LAW, "V05", Answer.ACCEPTED)
    mark = view.marks.of_veto("V05")

    assert (mark.choice, mark.reason) == (VetoChoice.HIT, "引用条款疑似失效")
    assert mark.places == (make_place(12),)
    assert view.score.total == 0


def test_accepting_a_look_adds_its_place_and_decides_nothing(desk: Bench) -> None:
    view = desk.reviews.answer(desk.open(), LOOK, "G2", Answer.ACCEPTED)

    assert view.marks.of("G2").choice is Choice.PENDING
    assert view.marks.of("G2").evidence == (make_place(20),)


@pytest.mark.parametrize(
    ("choice", "state"),
    [
        (VetoChoice.HIT, ProposalState.ACCEPTED),
        (VetoChoice.EXCLUDED, ProposalState.REJECTED),
        (VetoChoice.OPEN, ProposalState.OPEN),
    ],
)
def test_deciding_about_a_veto_answers_its_proposals(
    desk: Bench, choice: VetoChoice, state: ProposalState
) -> None:
    review = desk.open()
    desk.reviews.answer(review, LAW, "V05", Answer.REJECTED)

    assert state_of(desk.reviews.set_veto(review, "V05", choice, "理由"), LAW) is state


def test_the_other_vetoes_are_excluded_in_one_step(desk: Bench) -> None:
    review = desk.open()
    untouched = desk.reviews.exclude_open_vetoes(review)
    assert untouched.marks.of_veto("V05").choice is VetoChoice.OPEN  # its proposal waits

    rejected = desk.reviews.answer(review, LAW, "V05", Answer.REJECTED)
    view = desk.reviews.exclude_open_vetoes(review)
    assert view.marks.of_veto("V05").choice is VetoChoice.EXCLUDED
    assert desk.reviews.undo(review).marks == rejected.marks


def test_a_proposal_that_is_gone_cannot_be_answered(desk: Bench) -> None:
    with pytest.raises(Refused, match="重新核查后已不存在"):
        desk.reviews.answer(desk.open(), ProposalKey("T99"), "G1", Answer.ACCEPTED)


def test_what_all_open_proposals_would_cost_is_shown(desk: Bench) -> None:
    review = desk.open()
    desk.reviews.answer(review, LAW, "V05", Answer.REJECTED)

    assert desk.reviews.view(review).if_all_accepted == "98.5"
    view = desk.reviews.answer(review, LATE, "G1", Answer.REJECTED)
    assert view.if_all_accepted == "100.0"


def test_a_proposal_shows_how_its_rule_works(desk: Bench) -> None:
    proposal = next(p for p in desk.reviews.view(desk.open()).proposals if p.key == LATE)

    assert (proposal.title, proposal.method) == ("决定书送达期限", "比对两个日期。")
    assert proposal.basis == ("行政处罚法第六十一条",)
    assert proposal.points == "−1.5"


def test_a_deduction_makes_the_item_fail_and_its_removal_leaves_it_open(desk: Bench) -> None:
    review = desk.open()
    view = desk.reviews.add_occurrence(review, "A1", "A1.1", 2, "两处不规范")
    [occurrence] = view.marks.of("A1").occurrences
    assert view.marks.of("A1").choice is Choice.FAILS
    assert view.score.items[0].deducted == Decimal(3)

    view = desk.reviews.remove_occurrence(review, "A1", occurrence.id)
    assert view.marks.of("A1").choice is Choice.PENDING


def test_removing_an_accepted_deduction_opens_the_proposal_again(desk: Bench) -> None:
    review = desk.open()
    view = desk.reviews.answer(review, LATE, "G1", Answer.ACCEPTED)
    [occurrence] = view.marks.of("G1").occurrences

    view = desk.reviews.remove_occurrence(review, "G1", occurrence.id)
    assert state_of(view, LATE) is ProposalState.OPEN


def test_deductions_are_kept_but_not_counted_while_the_item_conforms(desk: Bench) -> None:
    review = desk.open()
    desk.reviews.add_occurrence(review, "A1", "A1.1", 1, "一处")
    view = desk.reviews.choose(review, "A1", Choice.CONFORMS)
    assert len(view.marks.of("A1").occurrences) == 1
    assert view.score.items[0].deducted == 0

    view = desk.reviews.choose(review, "A1", Choice.FAILS)
    assert view.score.items[0].deducted == Decimal("1.5")


def test_a_deduction_can_be_changed(desk: Bench) -> None:
    review = desk.open()
    view = desk.reviews.add_occurrence(review, "A1", "A1.1", 1, "一处")
    old = view.marks.of("A1").occurrences[0]
    view = desk.reviews.change_occurrence(
        review, "A1", old.id, clause="A1.2", count=3, places=[make_place()]
    )
    new = view.marks.of("A1").occurrences[0]

    assert (new.id, new.clause, new.points, new.count) == (old.id, "A1.2", Decimal(40), 3)
    assert new.places == (make_place(),)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda r, i: r.choose(i, "A1", Choice.ABSENT, "N1"), "A1 不能标不涉及：本项为必评项。"),
        (lambda r, i: r.choose(i, "X9", Choice.CONFORMS), "没有评查项 X9"),
        (lambda r, i: r.add_occurrence(i, "A1", "A1.9"), "A1 没有扣分情形 A1.9"),
        (lambda r, i: r.add_occurrence(i, "A1", "A1.1", 0), "处数应不小于 1"),
        (lambda r, i: r.set_veto(i, "V99", VetoChoice.HIT), "没有否决项 V99"),
        (lambda r, i: r.set_bonus(i, "JF1", Decimal(3)), "JF1 加分应在 0 至 2 分之间"),
        (lambda r, i: r.set_bonus(i, "JF9", Decimal(1)), "没有加分项 JF9"),
    ],
    ids=["absent", "item", "clause", "count", "veto", "too much bonus", "bonus"],
)
def test_what_the_standard_forbids_is_refused(
    desk: Bench, act: Callable[[Reviews, UUID], object], message: str
) -> None:
    review = desk.open()
    with pytest.raises(Refused, match=message):
        act(desk.reviews, review)

    assert desk.reviews.view(review).undo == ""


@pytest.mark.parametrize("name", STEPS)
def test_every_change_can_be_taken_back_and_done_again_after_a_restart(
    tmp_path: Path, name: str
) -> None:
    with bench(tmp_path) as desk:
        review = desk.open()
        start = desk.reviews.view(review)
        end = STEPS[name](desk.reviews, review)
        assert end.undo
    with bench(tmp_path) as desk:
        back = desk.reviews.undo(review)
        assert (back.marks, back.texts, back.proposals) == (
            start.marks, start.texts, start.proposals,
        )  # fmt: skip
        assert back.redo == end.undo
    with bench(tmp_path) as desk:
        again = desk.reviews.redo(review)
        assert (again.marks, again.texts, again.proposals) == (
            end.marks, end.texts, end.proposals,
        )  # fmt: skip


def test_undo_without_a_change_does_nothing(desk: Bench) -> None:
    review = desk.open()

    assert desk.reviews.undo(review).marks == desk.reviews.view(review).marks
    assert desk.reviews.redo(review).redo == ""


def test_a_change_is_saved_at_once_and_says_when(desk: Bench) -> None:
    review = desk.open()
    assert desk.reviews.view(review).saved_at is None

    assert desk.reviews.choose(review, "A1", Choice.CONFORMS).saved_at is not None


def test_seen_pages_are_kept_over_a_restart(tmp_path: Path) -> None:
    with bench(tmp_path) as desk:
        review = desk.open()
        view = desk.reviews.seen(review, PageRef(SHA, 1), 1)
        assert (PageRef(SHA, 1), 1) in view.seen
        desk.reviews.flush()
    with bench(tmp_path) as desk:
        assert desk.reviews.view(review).seen == {(PageRef(SHA, 1), 1)}


def test_seen_pages_are_no_change_to_undo(desk: Bench) -> None:
    review = desk.open()
    for page in range(1, 20):
        desk.reviews.seen(review, PageRef(SHA, page), page)

    assert desk.reviews.view(review).undo == ""
    assert len(desk.reviews.view(review).seen) == 19


def test_sign_off_names_everything_that_is_missing(desk: Bench) -> None:
    review = desk.open()
    desk.reviews.choose(review, "A1", Choice.FAILS)
    desk.reviews.choose(review, "G2", Choice.ABSENT, "N9")
    desk.reviews.seen(review, PageRef(SHA, 1), 1)
    stand = desk.reviews.sign_off(review)

    assert stand.pending == ("G1",)
    assert stand.open_vetoes == ("V05",)
    assert stand.missing_reasons == ("A1", "G2")
    assert stand.unseen == ((PageRef(SHA, 2), 2),)
    assert {proposal.key for proposal in stand.open_proposals} == {LATE, LAW}
    assert not stand.may_sign
    with pytest.raises(Refused, match="还不能签定：还有 1 项待定"):
        desk.reviews.sign(review)


def test_a_signed_review_cannot_be_changed(desk: Bench) -> None:
    review = desk.open()
    finish(desk, review)
    signed = desk.reviews.sign(review)
    assert signed.review.is_signed
    assert (signed.undo, signed.redo) == ("", "")
    for step in STEPS.values():
        with pytest.raises(Refused, match="评查已签定"):
            step(desk.reviews, review)
    with pytest.raises(Refused, match="评查已签定"):
        desk.reviews.undo(review)

    assert desk.reviews.sign_off(review).why_not == "本次评查已签定。"


def test_a_signed_review_keeps_the_findings_it_was_signed_with(desk: Bench) -> None:
    review = desk.open()
    finish(desk, review)
    signed = desk.reviews.sign(review)
    with desk.store.snapshot() as session:
        changes = journal.changes_of(session, review)

    assert desk.reviews.view(review).proposals == signed.proposals
    assert len({change.label for change in changes}) == 4


def test_a_deciding_round_starts_from_the_signed_marks(desk: Bench) -> None:
    review = desk.open()
    finish(desk, review)
    desk.reviews.add_occurrence(review, "A1", "A1.1", 1, "一处")
    signed = desk.reviews.sign(review)
    again = desk.reviews.view(desk.reviews.open(desk.case_id, "small", Round.FINAL).id)

    assert again.score.total == signed.score.total
    [new], [old] = again.marks.of("A1").occurrences, signed.marks.of("A1").occurrences
    assert new.id != old.id
    assert new.reason == old.reason


def test_an_independent_round_starts_empty(desk: Bench) -> None:
    review = desk.open()
    finish(desk, review)
    desk.reviews.sign(review)
    second = desk.reviews.view(desk.reviews.open(desk.case_id, "small", Round.SECOND).id)

    assert second.marks.items == {}


def test_a_correction_belongs_to_the_case(desk: Bench) -> None:
    review = desk.open()
    correction = Correction(new_id(), CorrectionKind.NO_FACT, key="plate")
    view = desk.reviews.correct(review, correction)
    with desk.store.snapshot() as session:
        kept = corrections.corrections_of(session, desk.case_id, None)

    assert kept == (correction,)
    assert view.undo == "清除车牌"


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("plate", "宁A·12345", "宁A12345"),
        ("decision_no", "宁交执罚(2024)12号", "宁交执罚〔2024〕12号"),
        ("party", " 某公司 ", "某公司"),
        ("plate", "无号牌", "无号牌"),
    ],
)
def test_typed_numbers_and_plates_are_kept_in_normal_form(
    desk: Bench, key: str, typed: str, kept: str
) -> None:
    correction = Correction(new_id(), CorrectionKind.FACT, key=key, value=typed)
    desk.reviews.correct(desk.open(), correction)
    with desk.store.snapshot() as session:
        [found] = corrections.corrections_of(session, desk.case_id, None)

    assert found.value == kept


def test_lists_show_the_span_until_all_is_decided(desk: Bench) -> None:
    review = desk.open()
    totals = []
    for decide in (lambda d, r: d.reviews.choose(r, "A1", Choice.CONFORMS), finish):
        decide(desk, review)
        with desk.store.snapshot() as session:
            state = reviews.state(session, review)
        totals.append((state.total, state.grade))

    assert totals[0][0] == "40.0–100.0"
    assert totals[1] == ("100.0", "优秀")
