"""Rectification from final results to 销号: notice, form, evidence in the vault."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer.campaign.form_preview import default_choice
from reviewer.errors import Refused
from reviewer.model import Place
from reviewer.model.feedback import RectificationState
from reviewer.model.rectification_forms import COLUMNS
from reviewer.progress import Silent
from reviewer.store import case_files
from reviewer.workspace.campaigns.rectifying import Rectifying
from reviewer.workspace.people import People
from tests.workspace.campaigns.builders import Desk
from tests.workspace.campaigns.results_builders import CAMPAIGN, NOW, UNIT, Served, sent

ID = CAMPAIGN.id
TODAY = date(2026, 3, 30)
COLUMN = {one.field: at for at, one in enumerate(COLUMNS, 1)}


def label(_: object, place: Place) -> str:
    return f"第 {place.page} 页"


def rectifying(made: Served) -> Rectifying:
    people = People(made.desk.store)
    return Rectifying(made.desk.store, made.records, made.results, people, label, lambda: NOW)


def notified(desk: Desk) -> tuple[Served, Rectifying]:
    made = sent(desk)
    made.feedback.finalise(ID, UNIT, date(2026, 3, 16))
    services = rectifying(made)
    found = services.plan(ID).rectifications
    services.notify(ID, [one.id for one in found], date(2026, 3, 17))
    return made, services


def filled(services: Rectifying, folder: Path) -> Path:
    path = folder / "整改台账.xlsx"
    services.write_form(ID, UNIT, path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    texts = {"measures": "补签并培训", "responsible": "赵某某", "progress": "已完成",
             "done_on": "2026-03-20", "evidence_named": "说明.txt"}  # fmt: skip
    for field, text in texts.items():
        sheet.cell(5, COLUMN[field]).value = text
    book.save(path)
    (folder / "说明.txt").write_text("已补签", "utf-8")
    return path


def test_problems_are_listed_only_from_final_feedback(leader: Desk) -> None:
    made = sent(leader)
    with pytest.raises(Refused, match="还没有终定的反馈意见"):
        rectifying(made).plan(ID)

    made.feedback.finalise(ID, UNIT, date(2026, 3, 16))
    found = rectifying(made).plan(ID).rectifications

    assert [one.item for one in found] == ["G1", "G1"]
    assert rectifying(made).plan(ID).rectifications == found


def test_the_term_runs_from_the_notice(leader: Desk) -> None:
    made, services = notified(leader)

    assert {one.due for one in made.records.load(ID).rectifications} == {date(2026, 4, 16)}
    assert {one.days_over for one in services.dues(ID, date(2026, 4, 18))} == {2}


def test_a_form_comes_back_with_its_evidence(leader: Desk, tmp_path: Path) -> None:
    _, services = notified(leader)
    folder = tmp_path / "报送"
    folder.mkdir()
    shown = services.preview(ID, filled(services, folder), TODAY, UNIT)
    chosen = default_choice(shown)
    assert len(chosen) == 1

    state = services.apply(ID, shown, chosen, Silent())

    (told,) = [one for one in state.rectifications if one.id in chosen]
    assert (told.state, told.measures) == (RectificationState.REPORTED, "补签并培训")
    (evidence,) = told.evidence
    assert evidence.name == "说明.txt"
    with leader.store.snapshot() as session:
        stored = case_files.stored_file(session, evidence.sha256)
    assert stored is not None
    assert leader.store.vault.path(evidence.sha256, stored.suffix).read_text("utf-8") == "已补签"

    closed = services.close(ID, chosen, TODAY, revisit=date(2026, 6, 30))
    assert {one.state for one in closed.rectifications} == {
        RectificationState.CLOSED,
        RectificationState.NOTIFIED,
    }


def test_nothing_is_closed_when_one_of_several_may_not_be(leader: Desk, tmp_path: Path) -> None:
    made, services = notified(leader)
    shown = services.preview(ID, filled(services, tmp_path), TODAY, UNIT)
    services.apply(ID, shown, default_choice(shown), Silent())
    before = made.records.load(ID).rectifications

    with pytest.raises(Refused):
        services.close(ID, [one.id for one in before], TODAY)

    assert made.records.load(ID).rectifications == before


def test_a_word_form_is_read_back(leader: Desk, tmp_path: Path) -> None:
    _, services = notified(leader)
    services.write_form(ID, UNIT, tmp_path / "整改台账.docx")

    shown = services.preview(ID, tmp_path / "整改台账.docx", TODAY)

    assert len(shown.rows) == 2
    assert default_choice(shown) == ()
