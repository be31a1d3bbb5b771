from dataclasses import replace

from reviewer.model import Answer, Breach, Choice, Finding, PageRef, Verdict
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.document_rows import ReadMark, document_rows, evidence_rows, unread
from reviewer.ui.workbench.item_lines import (
    EvidenceLine,
    OccurrenceLine,
    ProposalLine,
    UnsureLine,
    kept_order,
    lines_of,
)
from reviewer.ui.workbench.item_rows import Filter, GroupRow, ItemRow, build_rows, counts
from reviewer.ui.workbench.page_marks import (
    MarkKind,
    fact_marks,
    first_place,
    item_places,
    review_marks,
)
from reviewer.workspace.views import ReviewView
from tests.ui.workbench.builders import FILE, make_case, make_proposal, place
from tests.ui.workbench.fakes import FakeWorkspace

NOBODY = frozenset[str]()


def view_of(workspace: FakeWorkspace) -> ReviewView:
    return workspace.reviews.view(workspace.reviews._now().id)


def row_of(workspace: FakeWorkspace, item: str) -> ItemRow:
    index = CaseIndex(workspace.cases.shown)
    rows = build_rows(view_of(workspace), index, Filter.ALL, NOBODY)
    return next(row for row in rows if isinstance(row, ItemRow) and row.id == item)


def test_an_undecided_item_shows_the_gravest_hint_and_no_points() -> None:
    problem = make_proposal("A7", "A7.4", Verdict.PROBLEM)
    workspace = FakeWorkspace(proposals=(make_proposal(), problem))
    row = row_of(workspace, "A7")

    assert (row.verdict, row.word, row.awarded) == (Verdict.PROBLEM, "", "")
    assert row.pages == ("4",)


def test_a_decided_item_says_what_became_of_the_hint() -> None:
    proposal = make_proposal()
    workspace = FakeWorkspace(proposals=(proposal,))
    review = workspace.reviews._now().id
    workspace.reviews.answer(review, proposal.key, "A7", Answer.ACCEPTED)

    assert row_of(workspace, "A7").word == "已采纳"
    assert row_of(workspace, "A7").lost

    workspace.reviews.answer(review, proposal.key, "A7", Answer.REJECTED)
    assert row_of(workspace, "A7").word == "不采纳"


def test_an_item_that_does_not_apply_has_a_dash_for_points() -> None:
    workspace = FakeWorkspace()
    workspace.reviews.choose(workspace.reviews._now().id, "A8", Choice.ABSENT, "not_taken")

    assert row_of(workspace, "A8").awarded == "—"


UNSURE = Finding("K19", Verdict.CANNOT_TELL, "第 4 页未识别，无法判断。", evidence=(place(4),))


def test_what_a_rule_cannot_tell_stands_in_list_and_item() -> None:
    workspace = FakeWorkspace(replace(make_case(), findings=(UNSURE,)))
    row = row_of(workspace, "A7")
    assert (row.verdict, row.word, row.pages) == (Verdict.CANNOT_TELL, "", ("4",))
    assert row.spoken.endswith("机器无法判断")
    assert row_of(workspace, "A1").verdict is None

    view, index = view_of(workspace), CaseIndex(workspace.cases.shown)
    line = lines_of(view, index, view.standard.item("A7"))[0]
    assert isinstance(line, UnsureLine)
    assert (line.message, line.chips) == (UNSURE.message, (("4 页", place(4)),))

    workspace.reviews.choose(view.review.id, "A7", Choice.CONFORMS)
    assert row_of(workspace, "A7").verdict is None


def test_a_proposal_comes_before_what_cannot_be_told() -> None:
    workspace = FakeWorkspace(replace(make_case(), findings=(UNSURE,)), (make_proposal(),))

    assert row_of(workspace, "A7").verdict is Verdict.HINT


def test_one_occurrence_that_cannot_be_told_is_shown_where_it_belongs() -> None:
    doubt = Breach("fact@决定书", Verdict.CANNOT_TELL, "两处事实的日期未读出。")
    finding = Finding("K-F5", Verdict.PROBLEM, "当事人不一致。", breaches=(doubt,))
    workspace = FakeWorkspace(replace(make_case(), findings=(finding,)))

    assert row_of(workspace, "A4").verdict is Verdict.CANNOT_TELL
    assert row_of(workspace, "A3").verdict is None


def test_a_row_says_its_state_to_screen_readers() -> None:
    workspace = FakeWorkspace()
    review = workspace.reviews._now().id
    workspace.reviews.add_occurrence(review, "A7", "A7.4", 1, "旧条号", (place(4), place(5)))

    assert row_of(workspace, "A7").spoken == (
        "A7 法条引用准确，不符合，得 2 分，满分 4 分，2 条证据"
    )


def test_filters_show_what_they_count() -> None:
    workspace = FakeWorkspace(proposals=(make_proposal(),))
    workspace.reviews.choose(workspace.reviews._now().id, "A1", Choice.CONFORMS)
    view, index = view_of(workspace), CaseIndex(workspace.cases.shown)

    for which, count in counts(view).items():
        rows = build_rows(view, index, which, NOBODY)
        assert sum(isinstance(row, ItemRow) for row in rows) == count


def test_a_folded_group_keeps_its_head() -> None:
    workspace = FakeWorkspace()
    rows = build_rows(
        view_of(workspace), CaseIndex(workspace.cases.shown), Filter.ALL, frozenset("A")
    )

    assert isinstance(rows[0], GroupRow)
    assert rows[0].folded
    assert isinstance(rows[1], GroupRow)


def test_documents_tell_how_much_was_read() -> None:
    workspace = FakeWorkspace(proposals=(make_proposal(),))
    for page in (1, 2, 3):
        workspace.reviews.seen(workspace.reviews._now().id, PageRef(FILE, page), page)
    rows = document_rows(CaseIndex(workspace.cases.shown), view_of(workspace), -1)

    assert [row.mark for row in rows] == [ReadMark.READ, ReadMark.PARTLY, ReadMark.UNREAD]
    assert [row.span for row in rows] == ["1–2", "3–5", "6"]
    assert (rows[1].verdict, rows[1].hints) == (Verdict.HINT, 1)
    assert rows[2].title == "未归入文书的页"


def test_the_current_document_is_followed_by_its_thumbnails() -> None:
    rows = document_rows(CaseIndex(make_case()), None, 3)

    assert [row.thumbnails for row in rows] == [False, False, True, False]
    assert unread(CaseIndex(make_case()), None) == (0, 1, 2, 3, 4, 5)


def test_evidence_is_listed_by_item_with_what_it_costs() -> None:
    workspace = FakeWorkspace()
    review = workspace.reviews._now().id
    workspace.reviews.add_occurrence(review, "A7", "A7.4", 1, "旧条号", (place(4),))
    workspace.reviews.choose(review, "A1", Choice.CONFORMS)
    workspace.reviews.add_evidence(review, "A1", place(1))
    rows = evidence_rows(CaseIndex(workspace.cases.shown), view_of(workspace))

    assert [(row.item, row.page, row.colour) for row in rows] == [
        ("A1", "1", "green"),
        ("A7 −2", "4", "red"),
    ]


def test_an_accepted_proposal_turns_solid_in_its_place() -> None:
    first = make_proposal("A7", "A7.3")
    second = make_proposal("A7", "A7.4")
    workspace = FakeWorkspace(proposals=(first, second))
    index, item = CaseIndex(workspace.cases.shown), view_of(workspace).standard.item("A7")
    before = lines_of(view_of(workspace), index, item)
    workspace.reviews.answer(workspace.reviews._now().id, second.key, "A7", Answer.ACCEPTED)
    after = kept_order(
        lines_of(view_of(workspace), index, item), tuple(line.key for line in before)
    )

    assert [line.key for line in after] == [line.key for line in before]
    assert isinstance(after[0], ProposalLine)
    assert isinstance(after[1], OccurrenceLine)


def test_deductions_are_struck_while_the_verdict_is_another() -> None:
    workspace = FakeWorkspace()
    review = workspace.reviews._now().id
    workspace.reviews.add_occurrence(review, "A7", "A7.4", 1, "旧条号")
    workspace.reviews.choose(review, "A7", Choice.CONFORMS)
    view = view_of(workspace)
    line = lines_of(view, CaseIndex(workspace.cases.shown), view.standard.item("A7"))[0]

    assert isinstance(line, OccurrenceLine)
    assert line.struck


def test_a_paper_review_always_offers_to_type_a_page() -> None:
    workspace = FakeWorkspace(make_case(0, (), paper=True))
    view = view_of(workspace)
    lines = lines_of(view, CaseIndex(workspace.cases.shown), view.standard.item("A7"))

    assert isinstance(lines[-1], EvidenceLine)
    assert lines[-1].paper


def test_solid_marks_are_a_persons_and_outlined_ones_the_machines() -> None:
    proposal = make_proposal("A7", "A7.3", evidence=(place(4),))
    fitting = make_proposal("A1", "", Verdict.OK, evidence=(place(1),))
    workspace = FakeWorkspace(proposals=(proposal, fitting))
    review = workspace.reviews._now().id
    workspace.reviews.add_occurrence(review, "A7", "A7.4", 1, "旧条号", (place(5),))
    index = CaseIndex(workspace.cases.shown)
    marks = review_marks(view_of(workspace), index, "A7")

    assert {(m.kind, m.tag, m.index) for m in marks} == {
        (MarkKind.COUNTED, "A7 −2", 4),
        (MarkKind.PROPOSAL, "A7 ?", 3),
    }
    shown = review_marks(view_of(workspace), index, "A1")
    assert MarkKind.FITTING in {mark.kind for mark in shown}


def test_facts_are_underlined_where_they_stand() -> None:
    index = CaseIndex(make_case())
    marks = fact_marks(index.view.facts, index)

    assert [(m.kind, m.index, m.tip) for m in marks] == [(MarkKind.FACT, 2, "决定日期：2024-04-10")]


def test_evidence_comes_before_what_the_machine_found() -> None:
    workspace = FakeWorkspace(proposals=(make_proposal("A7", "A7.3", evidence=(place(4),)),))
    assert first_place(view_of(workspace), "A7") == place(4)

    workspace.reviews.add_evidence(workspace.reviews._now().id, "A7", place(2))
    assert item_places(view_of(workspace), "A7") == (place(2), place(4))
