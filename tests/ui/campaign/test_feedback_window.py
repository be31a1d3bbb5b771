"""反馈申辩 in the window: letters, an objection with its file, its review and the decision."""

from pathlib import Path
from uuid import UUID

from pytestqt.qtbot import QtBot

from reviewer.model import Choice
from reviewer.model.feedback import FeedbackState, Objection, ObjectionState
from reviewer.progress import Silent
from reviewer.ui.campaign.feedback_flow import FeedbackFlow
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.state import CampaignState
from tests.ui.campaign.conftest import Opener
from tests.ui.campaign.followed import told_folder, workspace
from tests.workspace.campaigns.followed_builders import LATE, UNTIL

__all__ = ["told_folder", "workspace"]


def _state(workspace: Workspace) -> CampaignState:
    (campaign,) = workspace.campaigns.setup.all()
    return workspace.campaigns.records.load(campaign.id)


def _objections(workspace: Workspace) -> list[Objection]:
    return [one for told in _state(workspace).feedback for one in told.objections]


def _open(open_desk: Opener, qtbot: QtBot) -> tuple[FeedbackFlow, UUID]:
    """Return the flow with its page open, one unit of it seen."""
    desk = open_desk()
    desk.perform("feedback.open")
    flow = desk.home.campaigns.feedback
    page = flow.page
    qtbot.waitUntil(lambda: len(page.units.table.rows) == 2, timeout=5000)
    unit = page.units.table.rows[0].key
    assert isinstance(unit, UUID)
    page.see(unit)
    return flow, unit


def _registered(flow: FeedbackFlow, qtbot: QtBot, *files: Path, day: str = "2026-04-08") -> None:
    flow.page.register.click()
    form = flow.form
    row = form.items.table.rows[0]
    assert row.cells[2].startswith("−")  # what cost points stands first
    form.toggle(str(row.key))
    form.day.setText(day)
    form.text.setPlainText("送达回证已随卷补交")
    form.add_files(files)
    form.take.click()
    qtbot.waitUntil(lambda: bool(flow.page.objections.table.rows), timeout=5000)


def test_an_objection_comes_with_its_file_and_is_decided_item_by_item(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    paper = tmp_path / "申辩书.txt"
    paper.write_text("不服", "utf-8")
    flow, _ = _open(open_desk, qtbot)
    _registered(flow, qtbot, paper)
    card = flow.page.objection
    (one,) = _objections(workspace)
    assert one.in_time
    assert [link.text() for link in card.files.links] == ["申辩书.txt"]
    copy = workspace.campaigns.files.copy_of(one.attachments[0])
    assert copy.read_text("utf-8") == "不服"

    card.steps.buttons["受理"].click()
    qtbot.waitUntil(lambda: card.review.isVisible(), timeout=5000)
    review = _objections(workspace)[0].review
    assert review is not None
    workspace.reviews.choose(review, one.items[0], Choice.CONFORMS)
    workspace.reviews.sign(review)
    flow.refresh()
    qtbot.waitUntil(lambda: card.reason.isVisible(), timeout=5000)
    assert card.items.table.rows[0].cells[3] == "变更"

    card.steps.note.setText("补交材料属实")
    card.steps.buttons["作出复核决定"].click()
    qtbot.waitUntil(lambda: "没有填写复核理由" in card.steps.refused, timeout=5000)
    card.reason.setText("回证上有签收")
    card.reason.textEdited.emit("回证上有签收")
    card.steps.buttons["作出复核决定"].click()
    qtbot.waitUntil(lambda: card.paper.isVisible(), timeout=5000)

    (done,) = _objections(workspace)
    assert (done.state, done.outcome) == (ObjectionState.DECIDED, "采纳")
    assert (done.answers[0].changed, done.answers[0].reason) == (True, "回证上有签收")
    assert flow.page.history.table.rows[0].cells[1] == "高工"


def test_a_late_objection_needs_a_reason_to_be_taken_up(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    flow, _ = _open(open_desk, qtbot)
    _registered(flow, qtbot, day=f"{LATE:%Y-%m-%d}")
    steps = flow.page.objection.steps
    assert flow.page.objections.table.rows[0].cells[2] == "04-13　逾期收到"

    steps.buttons["受理"].click()
    qtbot.waitUntil(lambda: "逾期收到，受理需要写明理由" in steps.refused, timeout=5000)
    assert _objections(workspace)[0].state is ObjectionState.RECEIVED


def test_the_term_skips_holidays_and_the_feedback_becomes_final(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    flow, unit = _open(open_desk, qtbot)
    assert "申辩期限 04-10 逾期" in flow.page._terms.text()

    flow.page.steps.buttons["终定"].click()
    qtbot.waitUntil(lambda: flow.page.units.table.rows[0].cells[1] == "已定", timeout=5000)

    told = next(one for one in _state(workspace).feedback if one.unit == unit)
    assert told.state is FeedbackState.FINAL
    assert told.objection_until == UNTIL


def test_letters_and_lists_are_written_for_all_units(
    open_desk: Opener, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    flow, _ = _open(open_desk, qtbot)
    seen = _state(workspace).campaign.id

    written = flow.write_letters(seen, (), tmp_path / "文书", Silent())

    assert len(written) == 8
    assert {path.suffix for path in written} == {".docx", ".pdf"}
    assert all(path.stat().st_size for path in written)


def test_nothing_is_listed_for_rectification_before_the_feedback_is_final(
    open_desk: Opener, qtbot: QtBot
) -> None:
    desk = open_desk()

    desk.perform("feedback.open")
    desk.home.campaigns.feedback.page.bar.sides.press("rectify")
    page = desk.home.campaigns.rectify.page
    qtbot.waitUntil(lambda: "反馈意见终定后" in page.bar.said, timeout=5000)

    assert not page.plan.isEnabled()
    assert not page.problems.table.rows
