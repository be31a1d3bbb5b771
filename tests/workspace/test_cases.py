"""Cases: the table, files moved and cut, 卷内页号, and cases without any file."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from reviewer.errors import Refused, UserError
from reviewer.model import Choice, Correction, CorrectionKind, PageRef, Place, VetoChoice
from reviewer.workspace import Workspace
from reviewer.workspace.views import CaseState, FactRow
from tests.workspace.files import DECISION, FILING, make_docx, make_pdf
from tests.workspace.work import import_case


def make_case(workspace: Workspace, folder: Path) -> UUID:
    """Import a PDF of three pages and a DOCX as one case."""
    make_pdf(folder / "案" / "1.pdf", DECISION, FILING, ("备考表",))
    make_docx(folder / "案" / "2.docx", *FILING)
    return import_case(workspace, folder / "案")


def fact(workspace: Workspace, case_id: UUID, key: str, review: UUID | None = None) -> FactRow:
    return next(row for row in workspace.cases.view(case_id, review).facts if row.key == key)


def sign(workspace: Workspace, case_id: UUID) -> None:
    """Open a review, decide everything and sign it."""
    review = workspace.reviews.open(case_id, "general").id
    view = workspace.reviews.view(review)
    for item in view.standard.items:
        workspace.reviews.choose(review, item.id, Choice.CONFORMS)
    for veto in view.standard.vetoes:
        workspace.reviews.set_veto(review, veto.id, VetoChoice.EXCLUDED)
    workspace.reviews.sign(review)


def test_a_case_shows_pages_sheets_and_documents(workspace: Workspace, tmp_path: Path) -> None:
    view = workspace.cases.view(make_case(workspace, tmp_path))

    assert [page.label for page in view.pages] == [
        "1.pdf 第 1 页", "1.pdf 第 2 页", "1.pdf 第 3 页", "2.docx 阅读版",
    ]  # fmt: skip
    assert [page.source_name for page in view.pages[::3]] == ["文字版 PDF", "Word 阅读版"]
    titles = [view.title_of(document) for document in view.reading.documents]
    assert "行政处罚决定书" in titles[0]
    assert view.pages[0].document == 0


def test_the_state_of_a_case_follows_its_review(workspace: Workspace, tmp_path: Path) -> None:
    case_id = make_case(workspace, tmp_path)
    states = [workspace.cases.rows()[0].state]
    workspace.reviews.open(case_id, "general")
    states.append(workspace.cases.rows()[0].state)
    sign(workspace, case_id)
    [row] = workspace.cases.rows()

    assert [*states, row.state] == [CaseState.NEW, CaseState.IN_REVIEW, CaseState.SIGNED]
    assert (row.total, row.grade) == ("100.0", "优秀")


def test_a_typed_fact_covers_the_machines_and_checks_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    case_id = make_case(workspace, tmp_path)
    review = workspace.reviews.open(case_id, "general").id
    old = fact(workspace, case_id, "decision_date").fact
    assert old is not None
    place = Place(old.place.file, 1, "2024年4月12日", old.place.box)
    correction = Correction(
        uuid4(),
        CorrectionKind.FACT,
        key="decision_date",
        value=date(2024, 4, 12),
        replaces=old.value,
        place=place,
    )
    view = workspace.reviews.correct(review, correction)
    typed = fact(workspace, case_id, "decision_date", review)
    assert (typed.text, typed.typed, view.undo) == ("2024-04-12", True, "填写决定日期")

    workspace.reviews.undo(review)
    assert fact(workspace, case_id, "decision_date", review).text == "2024-04-10"


def test_a_paper_case_is_reviewed_with_typed_facts_and_folios(workspace: Workspace) -> None:
    case = workspace.cases.new_paper_case("", "宁交执罚〔2024〕9号", "支队", "李某", "超限")
    review = workspace.reviews.open(case.id, workspace.reviews.suggested_standard(case.id)).id
    place = Place("", 0, "", folio="37")
    fine = Correction(
        uuid4(), CorrectionKind.FACT, key="decision_fine", value=Decimal(3000), place=place
    )
    workspace.reviews.correct(review, fine)
    view = workspace.reviews.add_occurrence(review, "A1", "A1.1", 1, "名称不规范", [place])
    row = fact(workspace, case.id, "decision_fine", review)

    assert (case.title, case.paper) == ("宁交执罚〔2024〕9号", True)
    assert (row.text, row.folio, row.typed) == ("3,000.00 元", "37", True)
    assert view.marks.of("A1").occurrences[0].places == (place,)
    assert workspace.cases.labels(case.id).place(place) == "37"
    assert workspace.pages.boxes_of(case.id, place) == ()
    assert workspace.reviews.sign_off(review).unseen == ()


def test_what_was_typed_for_a_paper_case_is_a_fact_of_it(workspace: Workspace) -> None:
    case = workspace.cases.new_paper_case("", "宁交执罚〔2024〕9号", "支队", "李某", "超限")
    review = workspace.reviews.open(case.id, "general").id
    rows = [fact(workspace, case.id, key, review) for key in ("case_no", "party", "cause")]
    assert [(row.text, row.typed) for row in rows] == [
        ("宁交执罚〔2024〕9号", True), ("李某", True), ("超限", True),
    ]  # fmt: skip

    other = Correction(
        uuid4(), CorrectionKind.FACT, key="case_no", value="宁交执罚〔2024〕10号",
        replaces="宁交执罚〔2024〕9号",
    )  # fmt: skip
    workspace.reviews.correct(review, other)
    assert fact(workspace, case.id, "case_no", review).text == "宁交执罚〔2024〕10号"
    workspace.reviews.undo(review)
    assert fact(workspace, case.id, "case_no", review).text == "宁交执罚〔2024〕9号"
    workspace.cases.rename(case.id, case_no="宁交执罚〔2024〕11号")
    assert fact(workspace, case.id, "case_no", review).text == "宁交执罚〔2024〕11号"


def test_home_counts_the_pages_that_the_case_shows(workspace: Workspace, tmp_path: Path) -> None:
    make_docx(tmp_path / "案" / "1.docx", *(f"第{number}段" for number in range(200)))
    make_pdf(tmp_path / "案" / "2.pdf", DECISION)
    case_id = import_case(workspace, tmp_path / "案")
    [row] = workspace.cases.rows()
    view = workspace.cases.view(case_id)

    assert len(view.pages) > 2
    assert row.pages == row.pages_read == len(view.pages) == view.case.page_count
    assert (view.read.done, view.read.total) == (row.pages, row.pages)


def test_a_paper_case_needs_a_name(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="还没有填写案卷名称或案号"):
        workspace.cases.new_paper_case(" ")


def test_typed_folios_are_what_pages_are_called(workspace: Workspace, tmp_path: Path) -> None:
    case_id = make_case(workspace, tmp_path)
    sha256 = workspace.cases.view(case_id).pages[0].ref.file
    second, third = PageRef(sha256, 2), PageRef(sha256, 3)
    workspace.cases.set_folios(case_id, {second: "45", third: "46"})
    view = workspace.cases.view(case_id)
    assert [page.folio for page in view.pages] == ["", "45", "46", ""]
    assert workspace.cases.labels(case_id).page(PageRef(sha256, 2)) == "45"

    workspace.cases.set_folios(case_id, {second: "", third: ""})
    assert not any(page.folio for page in workspace.cases.view(case_id).pages)


def test_a_file_moves_to_another_case_and_both_are_read_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = make_case(workspace, tmp_path)
    second = import_case(workspace, make_pdf(tmp_path / "c.pdf", ("送达回证",)))
    moved = workspace.cases.view(first).case.files[0]
    workspace.cases.move_file(moved.id, second)

    assert [page.label for page in workspace.cases.view(first).pages] == ["2.docx 阅读版"]
    assert len(workspace.cases.view(second).pages) == 4
    assert fact(workspace, first, "decision_date").fact is None
    assert fact(workspace, second, "decision_date").text == "2024-04-10"


def test_a_file_is_cut_into_two_cases(workspace: Workspace, tmp_path: Path) -> None:
    first = make_case(workspace, tmp_path)
    file = workspace.cases.view(first).case.files[0]
    new = workspace.cases.cut_file(file.id, 2, "后一卷")

    # The table knows what the new case says before anybody opened it.
    causes = {row.id: row.cause for row in workspace.cases.rows()}
    assert causes[new.id] == "超限运输"
    assert [p.ref.page for p in workspace.cases.view(first).pages if p.ref.file == file.sha256] == [
        1
    ]
    assert [page.ref.page for page in workspace.cases.view(new.id).pages] == [2, 3]
    assert fact(workspace, first, "decision_date").text == "2024-04-10"
    assert fact(workspace, new.id, "decision_date").fact is None
    assert fact(workspace, new.id, "cause").text == "超限运输"


def test_files_of_a_signed_case_stay(workspace: Workspace, tmp_path: Path) -> None:
    case_id = make_case(workspace, tmp_path)
    file = workspace.cases.view(case_id).case.files[0]
    sign(workspace, case_id)

    with pytest.raises(Refused, match="已有签定的评查"):
        workspace.cases.cut_file(file.id, 2, "后一卷")


def test_a_removed_case_can_be_restored(workspace: Workspace, tmp_path: Path) -> None:
    case_id = make_case(workspace, tmp_path)
    workspace.cases.remove(case_id)
    assert workspace.cases.rows() == ()
    with pytest.raises(Refused, match="已移除"):
        workspace.cases.view(case_id)
    workspace.cases.restore(case_id)

    assert [row.id for row in workspace.cases.rows()] == [case_id]


def test_people_are_registered_once(workspace: Workspace) -> None:
    first = workspace.people.current()
    workspace.people.register("李工", "支队")
    assert workspace.people.register(" 王工 ", "支队") == first

    assert [person.name for person in workspace.people.all()] == ["李工", "王工"]
    with pytest.raises(UserError, match="还没有填写姓名"):
        workspace.people.register(" ", "支队")


def test_phrases_are_found_by_text_and_by_item(workspace: Workspace) -> None:
    assert workspace.phrases.search("送达")
    assert all("A3" in phrase.items for phrase in workspace.phrases.search("", "A3"))
    assert workspace.phrases.search("无此短语的内容") == ()
