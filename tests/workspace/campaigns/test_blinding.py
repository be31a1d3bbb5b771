"""Blind review at a desk: who sees what, lifting, and the names that come back with the result."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from reviewer.campaign.hidden_names import MASK
from reviewer.campaign.volume_numbers import volume_no
from reviewer.errors import Refused
from reviewer.model.draws import Duty
from reviewer.model.lifts import PageLift
from reviewer.model.places import Box
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.blind_inputs import covered
from reviewer.workspace.views import CaseView, PageImage, SignalsView
from tests.workspace.campaigns.assigned_builders import Desktop
from tests.workspace.campaigns.blind_builders import OFFICER, PARTY, UNIT, blind_desk, sit_first
from tests.workspace.campaigns.meeting_builders import opened

NAMES = (PARTY, UNIT, OFFICER, "91640100MA0000000X", "交执罚〔2025〕1号")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blind")
    workspace = Workspace.open(folder / "data", Settings())
    workspace.people.register("王工", "支队")
    blind_desk(workspace, folder)
    workspace.close()
    return folder / "data"


@pytest.fixture
def desk(prepared: Path, tmp_path: Path) -> Iterator[Desktop]:
    shutil.copytree(prepared, tmp_path / "data")
    found = opened(tmp_path / "data")
    yield found
    found.workspace.close()


@pytest.fixture
def case(desk: Desktop) -> UUID:
    return desk.cases[0]


def sit_outside(desk: Desktop, case: UUID) -> None:
    """Let somebody sit here who does not review the case."""
    given = {one.person for one in desk.state.assignments if one.case == case}
    desk.sit(next(one for one in desk.state.campaign.members if one.person not in given))


def seen_signals(view: SignalsView) -> str:
    """Return all that the window can show of signals."""
    return repr(view.titles) + repr([group.signals for group in view.groups])


def seen(view: CaseView) -> str:
    """Return all that a window can show of a case: subjects only tell findings apart."""
    return re.sub(r"subject='[^']*'", "", repr(view))


def test_who_reviews_a_case_sees_no_name_in_it(desk: Desktop, case: UUID) -> None:
    view = desk.workspace.cases.view(case)
    row = next(one for one in desk.workspace.cases.rows() if one.id == case)

    assert not [name for name in NAMES if name in seen(view)]
    assert (view.case.title, view.case.unit, view.blind) == (volume_no(case), MASK, True)
    assert (row.title, row.unit, row.party) == (volume_no(case), MASK, MASK)
    assert all(page.covers for page in view.pages)
    assert "负责人" in repr(desk.workspace.pages.find(case, "负责人审批意见"))


def test_covered_text_is_neither_found_nor_selected(desk: Desktop, case: UUID) -> None:
    pages, view = desk.workspace.pages, desk.workspace.cases.view(case)

    assert [pages.find(case, name) for name in (PARTY, "恒通", OFFICER)] == [(), (), ()]
    for page in view.pages:
        text = "".join(one.char for one in pages.chars(case, page.ref, page.sheet))
        assert not [name for name in NAMES if name in text]
        assert "行政处罚决定书" in text or "立案登记表" in text
    with pytest.raises(Refused, match="盲评"):
        desk.workspace.originals.copy_of(case, view.pages[0].ref)


def test_a_lifted_page_is_shown_with_its_reason_and_can_be_covered_again(
    desk: Desktop, case: UUID
) -> None:
    workspace = desk.workspace
    ref = workspace.cases.view(case).pages[1].ref
    with pytest.raises(Refused, match="理由"):
        workspace.blind.lift(case, ref, " ")

    record = workspace.blind.lift(case, ref, "核对收件人")
    first, second = workspace.cases.view(case).pages
    assert (second.covers, second.lifted) == ((), "核对收件人")
    assert first.covers
    assert {one.ref for one in workspace.pages.find(case, PARTY)} == {ref}

    workspace.blind.cover(case, ref)
    assert workspace.cases.view(case).pages[1].covers
    person = desk.given(case, Duty.FIRST).person
    (kept,) = desk.workspace.campaigns.records.journal(desk.id, [PageLift])[:1]
    assert (record.person, record.reason) == (person, "核对收件人")
    assert kept.label == "盲评放行"
    found = workspace.campaigns.records.history(record.id)
    assert [one.label for one in found] == ["盲评放行", "盲评重新遮盖"]


def test_a_lift_is_of_one_person(desk: Desktop, case: UUID) -> None:
    ref = desk.workspace.cases.view(case).pages[1].ref
    desk.workspace.blind.lift(case, ref, "核对收件人")
    desk.sit(desk.state.campaign.member(desk.given(case, Duty.SECOND).person))

    assert desk.workspace.cases.view(case).pages[1].covers


def test_who_was_not_given_the_case_sees_everything(desk: Desktop, case: UUID) -> None:
    sit_outside(desk, case)

    view = desk.workspace.cases.view(case)
    assert PARTY in seen(view)
    assert not view.blind
    assert desk.workspace.pages.find(case, PARTY)


def test_the_names_come_back_when_the_case_is_settled(desk: Desktop, case: UUID) -> None:
    for duty in (Duty.FIRST, Duty.SECOND):
        assert desk.workspace.cases.view(case).blind
        desk.reviewed(case, duty)
    sit_first(desk, case)

    assert not desk.workspace.cases.view(case).blind


def test_without_blind_mode_nothing_is_hidden(desk: Desktop, case: UUID) -> None:
    state = desk.state
    records = desk.workspace.campaigns.records
    records.save(desk.id, [replace(state.campaign, blind=False)], "不再盲评", state)

    assert not desk.workspace.cases.view(case).blind
    assert PARTY in seen(desk.workspace.cases.view(case))


def test_reasons_of_a_machine_keep_their_names_in_the_record(desk: Desktop, case: UUID) -> None:
    reviews = desk.workspace.reviews
    review = desk.opened(case, Duty.FIRST)
    item = reviews.view(review.id).standard.items[5]
    reviews.add_occurrence(review.id, item.id, item.clauses[0].id, 1, f"{PARTY}的名称写错")
    shown = reviews.view(review.id).marks.of(item.id).occurrences[0]
    assert shown.reason == f"{MASK}的名称写错"

    reviews.change_occurrence(review.id, item.id, shown.id, count=2, reason=shown.reason)
    sit_outside(desk, case)
    kept = reviews.view(review.id).marks.of(item.id).occurrences[0]
    assert (kept.count, kept.reason) == (2, f"{PARTY}的名称写错")


def test_the_papers_of_a_hidden_review_tell_no_name(
    desk: Desktop, case: UUID, tmp_path: Path
) -> None:
    workspace = desk.workspace
    review = desk.opened(case, Duty.FIRST)
    view = workspace.cases.view(case)
    item = workspace.reviews.view(review.id).standard.items[5]
    party = next(one.place for one in view.reading.facts if one.key == "party")
    workspace.reviews.add_occurrence(
        review.id, item.id, item.clauses[0].id, 1, f"{PARTY}的名称写错", [party]
    )
    kinds = {"sheet_docx", "opinion_docx", "summary_xlsx", "problems_xlsx"}

    written = workspace.reports.write([review.id], kinds, tmp_path / "文书", Silent())

    for path in written:
        assert not [name for name in NAMES if name in path.name + _text_of(path)]
    assert any(volume_no(case) in _text_of(path) for path in written)

    sit_outside(desk, case)
    (whole,) = workspace.reports.write([review.id], {"sheet_docx"}, tmp_path / "全", Silent())
    assert f"{PARTY}的名称写错" in _text_of(whole)


def test_the_pictures_of_a_hidden_review_are_covered() -> None:
    white = PageImage(4, 2, bytes([255]) * 24)

    painted = covered(white, [Box(0.5, 0, 1, 0.5)])

    assert painted.rgb[:6] == bytes([255]) * 6
    assert 255 not in painted.rgb[6:12]
    assert painted.rgb[12:] == bytes([255]) * 12


def test_what_is_not_seen_cannot_be_renamed(desk: Desktop, case: UUID) -> None:
    with pytest.raises(Refused, match="盲评期间"):
        desk.workspace.cases.rename(case, unit=MASK)


def test_signals_across_cases_tell_nothing_of_a_hidden_one(desk: Desktop, case: UUID) -> None:
    view = desk.workspace.signals.look(Silent())

    assert view.titles[case] == volume_no(case)
    assert not [name for name in NAMES if name in seen_signals(view)]


def test_the_tasks_name_a_case_by_its_number(desk: Desktop, case: UUID) -> None:
    tasks = desk.workspace.campaigns.reviewing.tasks(desk.id)
    row = next(one.row for one in tasks if one.row.case == case)

    assert (row.case_no, row.unit_name, row.party) == (volume_no(case), MASK, MASK)


def _text_of(path: Path) -> str:
    """Return the words of a Word file or workbook, joined as they stand."""
    with zipfile.ZipFile(path) as package:
        parts = [package.read(one).decode() for one in package.namelist() if one.endswith(".xml")]
    return re.sub(r"<[^>]*>", "", "".join(parts))
