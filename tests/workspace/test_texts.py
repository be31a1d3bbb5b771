"""Text recognition: stored page by page, goes on after a kill, never reads twice."""

from pathlib import Path
from uuid import UUID

import pytest

from reviewer.errors import Cancelled
from reviewer.model import PageRef
from reviewer.progress import Silent
from reviewer.workspace import Workspace, texts
from reviewer.workspace.views import CaseState
from tests.workspace.files import make_pdf, make_picture
from tests.workspace.work import Killed, PretendEngine, StopAfter, import_case


@pytest.fixture(autouse=True)
def _pretend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "OcrEngine", PretendEngine)
    monkeypatch.setattr(PretendEngine, "read_pages", [])


def make_case(workspace: Workspace, folder: Path, pictures: int = 4) -> UUID:
    for number in range(pictures):
        make_picture(folder / "案" / f"{number}.png", 100 + number)
    return import_case(workspace, folder / "案")


def read(workspace: Workspace, case_id: UUID, wanted: PageRef | None = None) -> list[PageRef]:
    told: list[PageRef] = []
    workspace.texts.read_case(case_id, lambda: wanted, Silent(), told.append)
    return told


def test_a_scan_waits_until_it_is_read(workspace: Workspace, tmp_path: Path) -> None:
    case_id = make_case(workspace, tmp_path)
    assert workspace.texts.pending() == (case_id,)
    assert workspace.cases.rows()[0].state is CaseState.READING
    told = read(workspace, case_id)

    assert len(told) == 4
    assert workspace.texts.pending() == ()
    assert workspace.cases.rows()[0].state is CaseState.NEW


def test_a_text_file_does_not_wait(workspace: Workspace, tmp_path: Path) -> None:
    case_id = import_case(workspace, make_pdf(tmp_path / "a.pdf"))

    assert workspace.texts.pending() == ()
    assert read(workspace, case_id) == []


def test_the_page_that_is_looked_at_comes_first(workspace: Workspace, tmp_path: Path) -> None:
    case_id = make_case(workspace, tmp_path)
    last = workspace.cases.view(case_id).pages[-1].ref

    assert read(workspace, case_id, last)[0] == last


def test_reading_goes_on_where_it_was_killed(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = make_case(workspace, tmp_path)
    monkeypatch.setattr(PretendEngine, "killed_after", 2)
    with pytest.raises(Killed):
        read(workspace, case_id)
    assert workspace.texts.state(case_id).done == 2
    monkeypatch.setattr(PretendEngine, "killed_after", 1000)

    assert len(read(workspace, case_id)) == 2
    assert len(set(PretendEngine.read_pages)) == len(PretendEngine.read_pages) == 4


def test_a_cancel_keeps_the_pages_read(workspace: Workspace, tmp_path: Path) -> None:
    case_id = make_case(workspace, tmp_path)
    with pytest.raises(Cancelled):
        workspace.texts.read_case(case_id, lambda: None, StopAfter(3), lambda _: None)

    assert workspace.texts.state(case_id).done == 3


def test_a_page_that_cannot_be_read_is_named_and_not_tried_again(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PretendEngine, "failing", frozenset({1}))
    case_id = make_case(workspace, tmp_path, pictures=1)
    read(workspace, case_id)
    state = workspace.texts.state(case_id)
    [page] = workspace.cases.view(case_id).pages

    assert (state.done, state.total) == (1, 1)
    assert [(one.path, one.reason) for one in state.failed] == [("0.png", "图像损坏。")]
    assert workspace.texts.pending() == ()
    assert (page.width, page.height) == (300.0, 400.0)
    assert workspace.cases.view(case_id).reading.unreadable == state.failed


def test_the_case_is_understood_again_after_reading(workspace: Workspace, tmp_path: Path) -> None:
    case_id = make_case(workspace, tmp_path, pictures=1)
    assert workspace.cases.view(case_id).reading.weak
    read(workspace, case_id)
    view = workspace.cases.view(case_id)

    assert view.read.done == 1
    assert view.pages[0].read
    assert view.pages[0].confidence == pytest.approx(0.9)
    assert view.reading.weak == ()


def test_a_file_in_two_cases_is_read_once(workspace: Workspace, tmp_path: Path) -> None:
    first = make_case(workspace, tmp_path, pictures=1)
    second = import_case(workspace, tmp_path / "案")
    read(workspace, first)

    assert workspace.texts.pending() == ()
    assert read(workspace, second) == []


def test_the_documents_of_a_long_scan_are_listed_before_its_pages_are_read(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = make_case(workspace, tmp_path, pictures=12)
    monkeypatch.setattr(PretendEngine, "killed_after", 0)
    with pytest.raises(Killed):
        read(workspace, case_id)
    view = workspace.cases.view(case_id)

    assert {document.type for document in view.reading.documents} == {"DT35"}
    assert not any(page.read for page in view.pages)
    assert len(view.reading.weak) == 12
    assert workspace.texts.pending() == (case_id,)


def test_titles_that_are_known_are_not_read_again(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = make_case(workspace, tmp_path, pictures=12)
    monkeypatch.setattr(PretendEngine, "killed_after", 0)
    with pytest.raises(Killed):
        read(workspace, case_id)
    monkeypatch.setattr(PretendEngine, "killed_after", 1000)

    assert len(read(workspace, case_id)) == 12
    assert workspace.texts.pending() == ()
