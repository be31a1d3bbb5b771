"""After the results: stages and next steps that follow from the records, deadlines in words."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from reviewer.errors import UserError
from reviewer.model.campaigns import Stage, StageState
from reviewer.model.feedback import Evidence
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.board import next_steps, stage_views
from reviewer.workspace.campaigns.terms import read_day, term
from tests.workspace.campaigns.assigned_builders import LEADER, Desktop
from tests.workspace.campaigns.followed_builders import IN_TIME, LATE, UNTIL, told_desk

TODAY = date(2026, 4, 9)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Desktop]:
    folder = tmp_path_factory.mktemp("followed")
    opened = Workspace.open(folder / "data", Settings())
    opened.people.register("周敏", "监督局")
    desk = told_desk(opened, folder)
    opened.close()
    return folder / "data", desk


@pytest.fixture
def desk(template: tuple[Path, Desktop], tmp_path: Path) -> Iterator[Desktop]:
    """Return a campaign whose units received their feedback on 2 April."""
    shutil.copytree(template[0], tmp_path / "data")
    opened = Workspace.open(tmp_path / "data", Settings())
    yield Desktop(opened, template[1].id)
    opened.close()


def _sentences(desk: Desktop, today: date) -> list[str]:
    return [f"{one.word} {one.sentence}" for one in next_steps(desk.state, today)]


def _stage(desk: Desktop, stage: Stage) -> StageState:
    return next(one.state for one in stage_views(desk.state, TODAY) if one.stage is stage)


def _final(desk: Desktop) -> None:
    feedback = desk.workspace.campaigns.feedback
    for one in desk.state.feedback:
        feedback.finalise(desk.id, one.unit, LATE)


def test_a_last_day_is_late_only_after_it() -> None:
    said = [term(UNTIL, day).text for day in (IN_TIME, UNTIL, LATE)]

    assert said == ["04-10", "04-10 今天", "04-10 逾期 3 天"]
    assert term(UNTIL, LATE, ended=True).text == "04-10"
    assert term(None, LATE).text == ""


def test_a_day_that_is_none_is_refused() -> None:
    assert read_day("2026年4月9日") == TODAY
    with pytest.raises(UserError, match="签收日期“四月底”不是日期"):
        read_day("四月底", "签收日期")


def test_the_board_tells_of_objections_and_of_terms_that_are_over(desk: Desktop) -> None:
    view = desk.workspace.campaigns.feedback_looks.view(desk.id, TODAY)
    one = view.units[0].results[0]
    item = one.items[0].id
    desk.workspace.campaigns.objections.add(desk.id, one.case, (item,), "不服", IN_TIME)

    assert "申辩 1 件申辩待复核，最早 04-15 到期" in _sentences(desk, TODAY)
    assert not any("可以终定" in said for said in _sentences(desk, UNTIL))
    assert "反馈 1 个单位申辩期满，可以终定" in _sentences(desk, LATE)
    assert _stage(desk, Stage.FEEDBACK) is StageState.RUNNING


def test_stages_follow_the_records_to_the_bulletin(desk: Desktop) -> None:
    desk.sit(LEADER)
    desk.workspace.campaigns.setup.issue_notice(desk.id)
    _final(desk)

    kept = {one.stage: one.state for one in desk.state.campaign.stages}
    assert {kept[stage] for stage in tuple(Stage)[:7]} == {StageState.DONE}
    assert kept[Stage.BULLETIN] is StageState.RUNNING
    assert any("可以写出评查情况通报" in said for said in _sentences(desk, LATE))


def test_overdue_rectification_stands_first_and_red(desk: Desktop) -> None:
    _final(desk)
    rectifying = desk.workspace.campaigns.rectifying
    found = rectifying.plan(desk.id).rectifications
    assert any(f"{len(found)} 项整改待下达通知" in said for said in _sentences(desk, LATE))
    rectifying.notify(desk.id, [one.id for one in found], date(2026, 4, 21))

    first = next_steps(desk.state, date(2026, 5, 25))[0]

    assert (first.word, first.tone, first.action) == ("逾期", "red", "rectification.late")
    assert first.sentence == f"{len(found)} 项整改逾期未报，最长 4 天"
    assert _stage(desk, Stage.RECTIFICATION) is StageState.RUNNING


def _closed(desk: Desktop, revisit: date | None) -> list[UUID]:
    """Issue everything up to the bulletin and close all problems; return them."""
    desk.sit(LEADER)
    campaigns = desk.workspace.campaigns
    campaigns.setup.issue_notice(desk.id)
    _final(desk)
    found = [one.id for one in campaigns.rectifying.plan(desk.id).rectifications]
    campaigns.bulletins.issue(desk.id, LATE)
    campaigns.rectifying.notify(desk.id, found, date(2026, 4, 21))
    texts = {"measures": "补签", "responsible": "赵某某", "progress": "已完成", "done_on": ""}
    campaigns.rectifying.report(desk.id, found, texts)
    campaigns.rectifying.close(desk.id, found, date(2026, 5, 6), "已现场核实", revisit)
    return found


def test_rectification_ends_with_the_last_look_back(desk: Desktop) -> None:
    found = _closed(desk, date(2026, 8, 31))

    assert _stage(desk, Stage.RECTIFICATION) is StageState.RUNNING
    early, late = date(2026, 8, 1), date(2026, 9, 3)
    assert f"整改 {len(found)} 项已销号，待回头看，最早 08-31" in _sentences(desk, early)
    assert f"逾期 {len(found)} 项回头看逾期，最长 3 天" in _sentences(desk, late)
    assert next_steps(desk.state, late)[0].action == "rectification.revisit"
    shown = {day: stage_views(desk.state, day)[-1] for day in (early, late)}
    assert [(one.day, one.late) for one in shown.values()] == [
        ("回头看 08-31", 0),
        ("回头看 08-31", 3),
    ]

    desk.workspace.campaigns.rectifying.pass_revisit(desk.id, found[:-1])
    assert _stage(desk, Stage.RECTIFICATION) is StageState.RUNNING
    desk.workspace.campaigns.rectifying.pass_revisit(desk.id, found[-1:])
    kept = desk.state.campaign.stage(Stage.RECTIFICATION)
    assert (kept.state, _stage(desk, Stage.RECTIFICATION)) == (StageState.DONE,) * 2


def test_without_a_planned_look_back_closing_ends_rectification(desk: Desktop) -> None:
    _closed(desk, None)

    assert _stage(desk, Stage.RECTIFICATION) is StageState.DONE
    assert _sentences(desk, date(2026, 9, 1)) == []


def test_a_failed_look_back_takes_the_tick_away(desk: Desktop) -> None:
    found = _closed(desk, None)
    rectifying = desk.workspace.campaigns.rectifying

    rectifying.fail_revisit(desk.id, found[:1], "抽查仍有", date(2026, 12, 15))

    assert _stage(desk, Stage.RECTIFICATION) is StageState.RUNNING
    said = "整改 1 项整改由单位办理，最早 12-15 到期"
    assert said in _sentences(desk, date(2026, 9, 1))


def test_what_last_year_left_open_does_not_begin_this_years_rectification(desk: Desktop) -> None:
    found = _closed(desk, None)
    rectifying, begins = desk.workspace.campaigns.rectifying, date(2027, 3, 1)
    rectifying.fail_revisit(desk.id, found[:2], "抽查仍有", date(2026, 12, 15))

    new = desk.workspace.campaigns.rollover.roll_over(desk.id, begins).campaign

    state = desk.workspace.campaigns.setup.state(new.id)
    states = [one.state for one in stage_views(state, begins)]
    assert (states[0], {*states[1:]}) == (StageState.RUNNING, {StageState.WAITING})
    steps = [(one.word, one.sentence) for one in next_steps(state, begins)]
    assert ("逾期", "上年转入的 2 项整改逾期未报，最长 76 天") in steps
    assert _stage(desk, Stage.RECTIFICATION) is StageState.DONE


def test_a_report_on_paper_takes_evidence_and_a_lost_file_is_named(
    desk: Desktop, tmp_path: Path
) -> None:
    _final(desk)
    campaigns = desk.workspace.campaigns
    found = campaigns.rectifying.plan(desk.id).rectifications[0].id
    campaigns.rectifying.notify(desk.id, [found], date(2026, 4, 21))
    texts = {"measures": "补签", "responsible": "赵某某", "progress": "已完成", "done_on": ""}
    campaigns.rectifying.report(desk.id, [found], texts)
    paper = tmp_path / "回证.txt"
    paper.write_text("签收", "utf-8")

    campaigns.rectifying.attach(desk.id, [found], campaigns.files.keep([paper], Silent()))

    view = campaigns.rectification_looks.view(desk.id, TODAY)
    told = next(one for one in view.problems if one.id == found)
    assert [one.name for one in told.record.evidence] == ["回证.txt"]
    assert told.history[0].note == "补充《回证.txt》"
    with pytest.raises(UserError, match="不在本机资料库中"):
        campaigns.files.copy_of(Evidence("0" * 64, "另一份.pdf"))
