"""A case of a blind review in its tab: covers, strip, lifting, the order of work."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from reviewer.campaign.hidden_names import MASK
from reviewer.campaign.volume_numbers import volume_no
from reviewer.model.draws import Duty
from reviewer.settings import Settings
from reviewer.ui.jobs import Jobs
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench import CaseTab
from reviewer.ui.workbench.blind_strip import INCOMPLETE
from reviewer.ui.workbench.item_rows import ItemRow
from reviewer.ui.workbench.page_layout import box_rect
from reviewer.ui.workbench.page_marks import item_places
from reviewer.workspace import Workspace
from tests.workspace.campaigns.assigned_builders import Desktop
from tests.workspace.campaigns.blind_builders import OFFICER, PARTY, UNIT, blind_desk
from tests.workspace.campaigns.meeting_builders import opened


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blind")
    workspace = Workspace.open(folder / "data", Settings())
    workspace.people.register("王工", "支队")
    desk, case = blind_desk(workspace, folder)
    desk.opened(case, Duty.FIRST)
    workspace.close()
    return folder / "data"


@pytest.fixture
def desk(prepared: Path, tmp_path: Path) -> Iterator[Desktop]:
    shutil.copytree(prepared, tmp_path / "data")
    found = opened(tmp_path / "data")
    yield found
    found.workspace.close()


@pytest.fixture
def tab(qtbot: QtBot, desk: Desktop, jobs: Jobs, tokens: Tokens) -> CaseTab:
    made = CaseTab(desk.workspace, jobs, tokens, desk.cases[0])
    qtbot.addWidget(made)
    made.resize(1536, 816)
    said: list[str] = []
    made.status_changed.connect(said.append)
    made.setProperty("said", said)
    made.show()
    qtbot.waitUntil(lambda: made._desk.review is not None, timeout=5000)
    qtbot.waitUntil(lambda: "盲评：开" in said[-1] if said else False)
    return made


def test_the_page_is_covered_and_the_tab_goes_by_its_number(
    qtbot: QtBot, tab: CaseTab, desk: Desktop, tokens: Tokens
) -> None:
    index, canvas = tab._desk.index, tab._bench.page.canvas
    assert index is not None
    shown = [tab._bar._title.accessibleName(), tab._bar._caption.accessibleName()]
    shown += [line.spoken for line in tab._bench.documents.facts.rows.rows]
    assert shown[0] == volume_no(desk.cases[0])
    assert MASK in shown[1]
    assert not [name for name in (PARTY, UNIT, OFFICER) if name in "".join(shown)]
    strip = tab._bench.page.blind
    assert strip.isVisible()
    assert strip.words.accessibleName().startswith(("盲评", "A1"))

    box = index.pages[0].covers[0]
    canvas.go_to(0)
    spot = box_rect(canvas.rect_on_screen(0), box).center().toPoint()
    grabbed = canvas.viewport().grab().toImage()
    ratio = grabbed.devicePixelRatio()
    found = grabbed.pixelColor(round(spot.x() * ratio), round(spot.y() * ratio))
    assert found == QColor(tokens.line2)


def test_a_page_is_lifted_with_a_reason_and_covered_again(qtbot: QtBot, tab: CaseTab) -> None:
    strip = tab._bench.page.blind
    assert tab.perform("page.lift")
    assert strip.reason.isVisible()
    strip.reason.setText("核对收件人")
    strip.reason.returnPressed.emit()

    def lifted() -> list[str]:
        index = tab._desk.index
        return [page.lifted for page in index.pages] if index else []

    qtbot.waitUntil(lambda: "核对收件人" in lifted(), timeout=5000)
    assert strip.words.accessibleName() == "盲评：本页已显示，理由：核对收件人"
    assert "page.lift" not in tab.available_actions()
    assert tab.perform("page.cover")
    qtbot.waitUntil(lambda: not any(lifted()), timeout=5000)
    assert strip.words.accessibleName() == INCOMPLETE


def test_items_with_names_come_last_and_uncover_their_page(
    qtbot: QtBot, tab: CaseTab, desk: Desktop
) -> None:
    checklist = tab._bench.checklist
    ids = [row.id for row in checklist.list.rows.rows if isinstance(row, ItemRow)]
    assert ids[-4:] == ["A1", "A2", "A3", "G2"]
    assert checklist.item == "A4"

    tab._navigator.show_item("A1")
    strip = tab._bench.page.blind
    assert strip.words.accessibleName().startswith("A1 须核对名称，排在最后")
    index, view = tab._desk.index, tab._desk.review
    assert index is not None
    assert view is not None
    assert not any(page.lifted for page in index.pages)

    desk.mark(view.review)
    tab.reload()
    qtbot.waitUntil(lambda: tab._desk.review is not view, timeout=5000)
    proven = next(one for one in sorted(index.view.named) if item_places(view, one))
    tab._places._on_item(proven)

    def lifted() -> list[str]:
        found = tab._desk.index
        return [page.lifted for page in found.pages if page.lifted] if found else []

    qtbot.waitUntil(lambda: lifted() == [f"评查 {proven}，须核对名称"], timeout=5000)
    tab._navigator.show_item("A1")
    assert strip.words.accessibleName().startswith("A1 须核对名称：请转到有关的页")
