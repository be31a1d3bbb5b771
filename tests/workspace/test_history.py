"""Undo and redo go through the changes of a review and of its case, by time, over a restart."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from reviewer.errors import Refused
from reviewer.model import Choice, PageRef, VetoChoice
from reviewer.settings import Settings
from reviewer.workspace import Workspace
from tests.workspace.files import DECISION, FILING, make_docx, make_pdf
from tests.workspace.work import import_case


class Desk:
    """A workspace with a case of a three-page PDF and a DOCX, and another of one page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.open()
        self.workspace.people.register("王工", "支队")
        make_pdf(folder / "案" / "1.pdf", DECISION, FILING, ("备考表",))
        make_docx(folder / "案" / "2.docx", *FILING)
        self.case = import_case(self.workspace, folder / "案")
        self.other = import_case(self.workspace, make_pdf(folder / "c.pdf", ("送达回证",)))
        self.workspace.cases.rename(self.other, title="二号卷")

    def open(self) -> None:
        self.workspace = Workspace.open(self.folder / "data", Settings())

    def restart(self) -> None:
        self.workspace.close()
        self.open()

    @property
    def file(self) -> UUID:
        return self.workspace.cases.view(self.case).case.files[0].id

    def pages(self, case_id: UUID) -> list[str]:
        return [page.label for page in self.workspace.cases.view(case_id).pages]

    def looks(self) -> list[object]:
        """Return everything that a change of a case may touch, of all cases."""
        found: list[object] = []
        for row in sorted(self.workspace.cases.rows(), key=lambda row: row.id):
            view = self.workspace.cases.view(row.id)
            case = view.case
            found += [case.title, case.case_no, case.unit, case.party, case.cause, case.files]
            found += [(page.label, page.folio) for page in view.pages]
        return found

    def move(self) -> None:
        self.workspace.cases.move_file(self.file, self.other)

    def cut(self) -> None:
        self.workspace.cases.cut_file(self.file, 2, "后一卷")

    def number(self) -> None:
        pages = self.workspace.cases.view(self.case).pages
        self.workspace.cases.set_folios(
            self.case, {page.ref: str(at) for at, page in enumerate(pages, start=11)}
        )

    def number_and_cut(self) -> None:
        self.number()
        self.cut()

    def rename(self) -> None:
        self.workspace.cases.rename(self.case, title="李某超限案", unit="某支队", case_no="9号")

    def undo(self, case_id: UUID | None = None) -> None:
        self.workspace.cases.undo(case_id or self.case)

    def redo(self, case_id: UUID | None = None) -> None:
        self.workspace.cases.redo(case_id or self.case)

    def sign(self, case_id: UUID) -> UUID:
        reviews = self.workspace.reviews
        review = reviews.open(case_id, "general").id
        view = reviews.view(review)
        for item in view.standard.items:
            reviews.choose(review, item.id, Choice.CONFORMS)
        for veto in view.standard.vetoes:
            reviews.set_veto(review, veto.id, VetoChoice.EXCLUDED)
        reviews.sign(review)
        return review


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.workspace.close()


CHANGES: dict[str, tuple[Callable[[Desk], None], str]] = {
    "a file moved": (Desk.move, "1.pdf 移到《二号卷》"),
    "a file cut": (Desk.cut, "1.pdf 第 2 页起切为《后一卷》"),
    "pages numbered": (Desk.number, "设定卷内页号"),
    "a numbered file cut": (Desk.number_and_cut, "1.pdf 第 2 页起切为《后一卷》"),
    "names typed": (Desk.rename, "改案卷信息"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_a_case_is_taken_back_and_done_again_after_a_restart(
    desk: Desk, name: str
) -> None:
    change, label = CHANGES[name]
    if name == "a numbered file cut":
        desk.number()
    before = desk.looks()
    change(desk)
    after = desk.looks()
    assert before != after
    assert desk.workspace.cases.view(desk.case).undo == label

    desk.restart()
    desk.undo()
    assert desk.looks() == before
    assert desk.workspace.cases.view(desk.case).redo == label

    desk.restart()
    desk.redo()
    assert desk.looks() == after


def test_review_and_case_are_taken_back_by_time(desk: Desk) -> None:
    reviews = desk.workspace.reviews
    review = reviews.open(desk.case, "general").id
    reviews.choose(review, "A1", Choice.CONFORMS)
    desk.number()
    reviews.choose(review, "A2", Choice.CONFORMS)

    labels = []
    while label := reviews.view(review).undo:
        labels.append(label)
        reviews.undo(review)
    assert labels == ["A2 符合", "设定卷内页号", "A1 符合"]
    assert not any(page.folio for page in desk.workspace.cases.view(desk.case).pages)

    labels = []
    while label := reviews.view(review).redo:
        labels.append(label)
        reviews.redo(review)
    assert labels == ["A1 符合", "设定卷内页号", "A2 符合"]
    assert desk.workspace.cases.view(desk.case).pages[0].folio == "11"


def test_a_new_change_of_the_case_ends_what_could_be_redone(desk: Desk) -> None:
    reviews = desk.workspace.reviews
    review = reviews.open(desk.case, "general").id
    reviews.choose(review, "A1", Choice.CONFORMS)
    reviews.undo(review)
    desk.number()

    assert reviews.view(review).redo == ""
    assert reviews.view(review).undo == "设定卷内页号"


def test_what_one_review_took_back_of_the_case_is_gone_for_the_other(desk: Desk) -> None:
    workspace = desk.workspace
    first = workspace.reviews.open(desk.case, "general").id
    desk.number()
    workspace.reviews.choose(first, "A1", Choice.CONFORMS)
    workspace.people.register("李工", "支队")
    second = workspace.reviews.open(desk.case, "general").id
    workspace.reviews.undo(second)

    assert workspace.reviews.view(first).undo == "A1 符合"
    workspace.reviews.undo(first)
    assert workspace.reviews.view(first).undo == ""


def test_a_move_is_taken_back_from_either_case(desk: Desk) -> None:
    before = desk.looks()
    desk.move()
    assert desk.workspace.cases.view(desk.other).undo == "1.pdf 移到《二号卷》"
    desk.undo(desk.other)

    assert desk.looks() == before


def test_a_move_stays_when_the_other_case_was_changed_since(desk: Desk) -> None:
    desk.move()
    desk.workspace.cases.rename(desk.other, title="另一卷")

    with pytest.raises(Refused, match="《另一卷》此后又有改动") as caught:
        desk.undo()
    assert caught.value.remedy == "请先在该案卷中撤销后来的改动。"
    desk.undo(desk.other)
    desk.undo()
    assert desk.pages(desk.case)[0] == "1.pdf 第 1 页"


def test_a_move_stays_while_the_other_case_is_removed(desk: Desk) -> None:
    desk.move()
    desk.workspace.cases.remove(desk.other)

    with pytest.raises(Refused, match="《二号卷》已移除"):
        desk.undo()
    desk.workspace.cases.restore(desk.other)
    desk.undo()
    assert len(desk.pages(desk.other)) == 1


def test_what_a_signed_review_rests_on_is_not_taken_back(desk: Desk) -> None:
    desk.move()
    review = desk.sign(desk.other)

    for act in (desk.undo, lambda: desk.workspace.reviews.undo(review)):
        with pytest.raises(Refused, match="《二号卷》已有签定的评查"):
            act()
    assert len(desk.pages(desk.other)) == 4


def test_names_are_taken_back_after_sign_off(desk: Desk) -> None:
    desk.rename()
    review = desk.sign(desk.case)
    assert desk.workspace.reviews.view(review).undo == "改案卷信息"
    desk.workspace.reviews.undo(review)

    assert desk.workspace.cases.view(desk.case).case.title != "李某超限案"


def test_page_numbers_of_a_signed_case_stay(desk: Desk) -> None:
    desk.sign(desk.case)

    with pytest.raises(Refused, match="文件和卷内页号不能再改"):
        desk.number()


def test_a_cut_is_not_taken_back_from_the_case_that_it_made(desk: Desk) -> None:
    new = desk.workspace.cases.cut_file(desk.file, 2, "后一卷")

    assert desk.workspace.cases.view(new.id).undo == ""


def test_the_review_of_a_case_that_a_cut_made_comes_back_with_it(desk: Desk) -> None:
    workspace = desk.workspace
    new = workspace.cases.cut_file(desk.file, 2, "后一卷")
    review = workspace.reviews.open(new.id, "general").id
    workspace.reviews.choose(review, "A1", Choice.CONFORMS)
    desk.undo()
    assert [row.id for row in workspace.cases.removed()] == []
    desk.redo()

    assert workspace.reviews.view(review).marks.of("A1").choice is Choice.CONFORMS
    assert [page.ref.page for page in workspace.cases.view(new.id).pages] == [2, 3]


def test_removed_cases_are_listed_and_come_back(desk: Desk) -> None:
    desk.rename()
    desk.workspace.cases.remove(desk.case)
    desk.restart()
    [removed] = desk.workspace.cases.removed()
    assert (removed.id, removed.title, removed.pages) == (desk.case, "李某超限案", 4)

    desk.workspace.cases.restore(desk.case)
    view = desk.workspace.cases.view(desk.case)
    assert (view.undo, view.redo) == ("改案卷信息", "")
    assert desk.workspace.cases.removed() == ()


def test_moving_a_file_to_where_it_is_changes_nothing(desk: Desk) -> None:
    desk.workspace.cases.move_file(desk.file, desk.case)

    assert desk.workspace.cases.view(desk.case).undo == ""


def test_folios_of_one_page_file_are_kept_by_page(desk: Desk) -> None:
    ref = desk.workspace.cases.view(desk.case).pages[1].ref
    desk.workspace.cases.set_folios(desk.case, {ref: "45"})
    desk.workspace.cases.set_folios(desk.case, {PageRef(ref.file, 3): "46"})
    desk.undo()

    folios = [page.folio for page in desk.workspace.cases.view(desk.case).pages]
    assert folios == ["", "45", "", ""]
