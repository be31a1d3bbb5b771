"""Every change is kept, can be taken back, survives a restart, and ends at sign-off."""

import tempfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from reviewer.errors import Refused
from reviewer.model import (
    Answer,
    Choice,
    Correction,
    CorrectionKind,
    Mark,
    ProposalKey,
    Round,
    VetoChoice,
    VetoMark,
)
from reviewer.store import Author, Store, corrections, journal, marks, reviews
from reviewer.store.records import Values
from tests.store.builders import add_review, make_mark, make_occurrence, make_place, make_store

KEY = ProposalKey("T18", "DT37@案卷.pdf#15")


class Work:
    """A store with one review, and short names for what the tests do to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = make_store(folder)
        with self.store.session() as session:
            self.review, self.by = add_review(session)

    def do(self, values: Values, label: str = "改") -> bool:
        with self.store.session() as session:
            return journal.apply(session, self.review, values, label, self.by)

    def undo(self) -> bool:
        return self._go(journal.undo)

    def redo(self) -> bool:
        return self._go(journal.redo)

    def restart(self) -> None:
        self.store.close()
        self.store = Store(self.folder)

    def state(self) -> tuple[object, ...]:
        with self.store.snapshot() as session:
            case_id = reviews.state(session, self.review).review.case
            return (
                marks.marks_of(session, self.review),
                marks.texts_of(session, self.review),
                frozenset(corrections.answers_of(session, self.review)),
                corrections.corrections_of(session, case_id, None),
            )

    def labels(self) -> tuple[str, str]:
        with self.store.snapshot() as session:
            standing = journal.standing(session, self.review)
        back, again = standing.undo, standing.redo
        return (back.label if back else "", again.label if again else "")

    def _go(self, act: Callable[[Session, UUID, Author], bool]) -> bool:
        with self.store.session() as session:
            return act(session, self.review, self.by)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    made = Work(tmp_path)
    yield made
    made.store.close()


def make_correction(number: int = 0) -> Correction:
    return Correction(
        UUID(int=number), CorrectionKind.FACT, key="decision_fine", value=Decimal("3000.5")
    )


def correcting(number: int = 0) -> dict[str, object | None]:
    correction = make_correction(number)
    return {journal.correction_key(correction.id): correction}


def accepting() -> dict[str, object | None]:
    """Accept a proposal: the answer and the mark change in one step."""
    return {
        journal.answer_key("G1", KEY): Answer.ACCEPTED,
        journal.mark_key("G1"): make_mark("G1", make_occurrence()),
    }


def test_what_was_applied_is_what_is_read(work: Work) -> None:
    mark = make_mark("A1", make_occurrence("0.5"), make_occurrence("1.25", "A1.2"))
    veto = VetoMark("V05", VetoChoice.HIT, "条款失效", (make_place(),), KEY)
    work.do({journal.mark_key("A1"): mark, journal.veto_key("V05"): veto})
    work.do({journal.bonus_key("JF1"): Decimal("1.5"), journal.text_key("merits"): "卷面整洁"})
    with work.store.snapshot() as session:
        found = marks.marks_of(session, work.review)
        texts = marks.texts_of(session, work.review)

    assert found.items == {"A1": mark}
    assert found.vetoes == {"V05": veto}
    assert found.bonuses == {"JF1": Decimal("1.5")}
    assert texts == {"merits": "卷面整洁"}


def test_a_step_of_several_records_is_taken_back_whole(work: Work) -> None:
    before = work.state()
    work.do(accepting(), "采纳 T18")
    after = work.state()

    assert work.undo()
    assert work.state() == before
    assert work.redo()
    assert work.state() == after


def test_undo_and_redo_survive_a_restart(work: Work) -> None:
    start = work.state()
    work.do(accepting(), "采纳 T18")
    work.do(correcting(), "更正罚款金额")
    end = work.state()
    work.restart()
    assert work.labels() == ("更正罚款金额", "")
    work.undo()
    work.restart()
    assert work.labels() == ("采纳 T18", "更正罚款金额")
    work.undo()
    assert work.state() == start
    work.restart()
    work.redo()
    work.redo()

    assert work.state() == end
    assert work.labels() == ("更正罚款金额", "")


def test_a_new_change_ends_what_could_be_redone(work: Work) -> None:
    work.do(accepting())
    work.undo()
    work.do({journal.text_key("merits"): "好"}, "写优点")

    assert not work.redo()
    assert work.labels() == ("写优点", "")


def test_a_change_that_changes_nothing_is_no_step(work: Work) -> None:
    work.do({journal.mark_key("A1"): Mark("A1", Choice.CONFORMS)}, "A1 符合")

    assert not work.do({journal.mark_key("A1"): Mark("A1", Choice.CONFORMS)}, "A1 符合")
    assert work.undo()
    assert not work.undo()


def test_the_journal_keeps_who_changed_what_and_what_took_it_back(work: Work) -> None:
    work.do({journal.text_key("merits"): "好"}, "写优点")
    work.undo()
    with work.store.snapshot() as session:
        first, second = journal.changes_of(session, work.review)

    assert (first.what, first.old, first.new) == ("text:merits", None, '"好"')
    assert (second.old, second.new, second.undoes) == ('"好"', None, first.id)
    assert (first.who, first.on) == (work.by.person, work.by.desktop)
    assert second.label == "撤销：写优点"


def test_a_signed_review_refuses_every_change(work: Work) -> None:
    work.do(accepting())
    with work.store.session() as session:
        reviews.sign(session, work.review, None)
    with pytest.raises(Refused, match="评查已签定，不能再改"):
        work.do(accepting())
    with pytest.raises(Refused, match="评查已签定，不能再改"):
        work.undo()
    with pytest.raises(Refused, match="评查已签定，不能再改"):
        work.redo()


def test_points_finer_than_a_hundredth_are_refused(work: Work) -> None:
    with pytest.raises(Exception, match=r"0\.005"):
        work.do({journal.bonus_key("JF1"): Decimal("0.005")})


def test_changing_one_occurrence_leaves_the_record_of_another(work: Work) -> None:
    first, second = make_occurrence(), make_occurrence("1.0")
    work.do({journal.mark_key("A1"): make_mark("A1", first, second)})
    work.do({journal.mark_key("A1"): make_mark("A1", first, make_occurrence("2.0"))})
    with work.store.snapshot() as session:
        found = marks.mark_of(session, work.review, "A1")

    assert found is not None
    assert found.occurrences[0] == first
    assert len(found.occurrences) == 2


@pytest.mark.parametrize(
    ("round_", "sees"),
    [(Round.FIRST, False), (Round.SECOND, False), (Round.JOINT, True), (Round.FINAL, True)],
)
def test_an_independent_review_sees_no_other_corrections(round_: Round, sees: bool) -> None:
    assert corrections.sees_all(round_) is sees


ITEMS = st.sampled_from(["A1", "A2"])
MARKS = st.builds(
    Mark,
    item=ITEMS,
    choice=st.sampled_from(Choice),
    note=st.sampled_from(["", "已核实"]),
    occurrences=st.lists(st.builds(make_occurrence), max_size=2).map(tuple),
)
CHANGES = st.one_of(
    MARKS.map(lambda mark: {journal.mark_key(mark.item): mark}),
    ITEMS.map(lambda item: {journal.mark_key(item): None}),
    st.sampled_from(["好", "", None]).map(lambda text: {journal.text_key("merits"): text}),
    st.sampled_from([*Answer, None]).map(lambda a: {journal.answer_key("G1", KEY): a}),
    st.decimals(0, 5, places=2).map(lambda points: {journal.bonus_key("JF1"): points}),
    st.sampled_from(VetoChoice).map(lambda c: {journal.veto_key("V05"): VetoMark("V05", c)}),
    st.integers(0, 2).map(correcting),
)
ACTIONS = st.lists(st.one_of(CHANGES, st.sampled_from(["undo", "redo", "restart"])), max_size=12)


@settings(max_examples=15, deadline=None)
@given(actions=ACTIONS)
def test_undoing_everything_is_the_start_and_redoing_everything_the_end(
    actions: list[dict[str, object | None] | str],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Work(Path(folder))
        start = work.state()
        for action in actions:
            if isinstance(action, str):
                getattr(work, action)()
            else:
                work.do(action)
        end = work.state()
        steps = 0
        while work.undo():
            steps += 1
        assert work.state() == start
        for _ in range(steps):
            work.redo()
        assert work.state() == end
        work.store.close()


def test_ids_are_made_where_the_record_is_made(work: Work) -> None:
    wanted = uuid4()
    correction = Correction(wanted, CorrectionKind.PROCEDURE, text="general")
    work.do({journal.correction_key(wanted): correction})
    with work.store.snapshot() as session:
        assert corrections.correction_of(session, wanted) == correction
