"""A campaign of three cases, played from the draw to the first closed rectification."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from openpyxl import load_workbook

from reviewer.campaign.form_preview import default_choice
from reviewer.model import Choice, Mark
from reviewer.model.adjudications import ItemDecision, Side
from reviewer.model.draws import Duty
from reviewer.model.rectification_forms import COLUMNS
from reviewer.model.reviews import Round
from reviewer.model.year_end import AnnualDraft, SelfCheck, annual_id
from reviewer.progress import Silent
from reviewer.store import desktops, journal
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.annual_form import ASKED
from reviewer.workspace.campaigns.self_check_form import Reply
from tests.workspace.campaigns.assigned_builders import (
    LEADER,
    ON,
    QIAN,
    SUN,
    Desktop,
    assigned_desk,
    desk_id,
    fails,
)
from tests.workspace.campaigns.prepared import once

SENT, NOTIFIED, TODAY = date(2026, 4, 1), date(2026, 4, 20), date(2026, 5, 30)
PRESENT = (LEADER.person, QIAN.person, SUN.person)
_COLUMN = {one.field: at for at, one in enumerate(COLUMNS, 1)}


@once(desk_id, Desktop)
def played_desk(workspace: Workspace, folder: Path) -> Desktop:
    """Return the campaign; its first case was adjudicated and objected to with success."""
    desk = assigned_desk(workspace, folder)
    first, others = desk.cases[0], desk.cases[1:]
    desk.reviewed(first, Duty.FIRST)
    desk.reviewed(first, Duty.SECOND, [fails(desk), fails(desk, 1, "0.5")])
    for case in others:
        for duty in (Duty.FIRST, Duty.SECOND):
            desk.reviewed(case, duty, [fails(desk, 2, "0.5")])
    desk.sit(LEADER)
    _adjudicate(desk, first)
    _tell(desk)
    _object(desk, first)
    for told in desk.state.feedback:
        workspace.campaigns.feedback.finalise(desk.id, told.unit, TODAY)
    _rectify(desk, folder)
    _end_the_year(desk)
    return desk


def _end_the_year(desk: Desktop) -> None:
    """Fill in every figure of the yearly report and reply to every requirement."""
    year_end = desk.workspace.campaigns.year_end
    figures = {one.key: "12" for asked in ASKED.values() for one in asked}
    year_end.fill_annual(desk.id, AnnualDraft(annual_id(desk.id), desk.id, figures))
    year_end.reply(desk.id, "Z1", Reply(Choice.CONFORMS))
    (kept,) = desk.state.of(SelfCheck)
    marks = tuple(Mark(f"Z{n}", Choice.CONFORMS) for n in range(1, 26))
    desk.workspace.campaigns.records.save(desk.id, [replace(kept, marks=marks)], "自查")


def _adjudicate(desk: Desktop, case: UUID) -> None:
    service = desk.workspace.campaigns.adjudicating
    one = service.begin(desk.id, case, ON)
    service.attend(desk.id, one.id, PRESENT)
    for item in service.to_decide(desk.id, case):
        votes = dict.fromkeys(PRESENT, Side.SECOND)
        service.vote(desk.id, one.id, item, dict(votes))
        service.decide(desk.id, one.id, ItemDecision(item, Side.SECOND, "证据充分"))
    service.close(desk.id, one.id)


def _tell(desk: Desktop) -> None:
    service = desk.workspace.campaigns.feedback
    units = [told.unit for told in service.draft(desk.id).feedback]
    service.send(desk.id, units, SENT)
    for unit in units:
        service.receive(desk.id, unit, SENT)


def _object(desk: Desktop, case: UUID) -> None:
    """Object to the second item of a case; its deduction is taken back."""
    item = desk.workspace.reviews.pinned(desk.state.campaign.standards[0].content_hash).items[1]
    service = desk.workspace.campaigns.objections
    state = service.add(desk.id, case, [item.id], "材料在卷内第 12 页", SENT)
    (objection,) = [one for told in state.feedback for one in told.objections]
    service.take_up(desk.id, objection.id)
    review = next(one for one in desk.workspace.reviews.for_case(case) if one.round is Round.APPEAL)
    store = desk.workspace.reviews._store
    with store.session() as session:
        values = {journal.mark_key(item.id): Mark(item.id, Choice.CONFORMS)}
        journal.apply(session, review.id, values, "复核", desktops.author(session))
    desk.workspace.reviews.sign(review.id)
    service.decide(desk.id, objection.id, "采纳", "经核对材料在卷", SENT, {item.id: "材料在卷"})


def _rectify(desk: Desktop, folder: Path) -> None:
    service = desk.workspace.campaigns.rectifying
    found = service.plan(desk.id).rectifications
    service.notify(desk.id, [one.id for one in found], NOTIFIED)
    unit = found[0].unit
    path = folder / "报送" / "整改台账填报表.xlsx"
    path.parent.mkdir()
    service.write_form(desk.id, unit, path)
    _fill(path)
    shown = service.preview(desk.id, path, TODAY, unit)
    chosen = default_choice(shown)
    service.apply(desk.id, shown, chosen, Silent())
    service.close(desk.id, chosen, TODAY, "经核对，已补正", date(2026, 9, 30))


def _fill(path: Path) -> None:
    book = load_workbook(path)
    texts = {"measures": "补签并培训", "responsible": "赵某某", "progress": "已完成",
             "done_on": "2026-05-20", "evidence_named": "说明.txt"}  # fmt: skip
    for field, text in texts.items():
        book.worksheets[0].cell(5, _COLUMN[field]).value = text
    book.save(path)
    (path.parent / "说明.txt").write_text("已补签", "utf-8")
