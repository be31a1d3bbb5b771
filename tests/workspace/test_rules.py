"""Switching rules off: they are not run, nothing is told of them, and who did it is kept."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.errors import UserError
from reviewer.model import CheckRun
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.workspace import Workspace
from reviewer.workspace.rule_views import RuleRow


def opened(folder: Path) -> Workspace:
    workspace = Workspace.open(folder, Settings())
    workspace.people.register("王工", "支队")
    return workspace


def row(workspace: Workspace, code: str = "T18") -> RuleRow:
    return next(one for one in workspace.rules.view().rows if one.rule.code == code)


def run_of(workspace: Workspace) -> tuple[CheckRun, set[str]]:
    case = next(iter(workspace.cases.rows()), None)
    case_id = case.id if case else workspace.cases.new_paper_case("纸卷").id
    run = workspace.cases._readings.of_case(case_id).run
    return run, {finding.rule for finding in run.findings}


def test_every_rule_is_listed_in_chinese(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as workspace:
        view = workspace.rules.view()

    assert len(view.rows) >= 100
    assert not [one.rule.code for one in view.rows if not one.rule.method or not one.rule.title]
    assert [one.rule.code for one in view.rows if re.search(r"[a-z]_[a-z]", one.reads)] == []
    assert (view.off, view.own_rate) == (0, "")


def test_a_rule_that_is_off_is_not_run_and_the_run_says_so(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as workspace:
        before, ran = run_of(workspace)
        workspace.rules.switch("T18", off=True)
        after, still = run_of(workspace)

    assert "T18" in ran
    assert still == ran - {"T18"}
    assert before.versions["rules"] != after.versions["rules"]
    assert after.versions["off"] == "T18"
    assert "off" not in before.versions


def test_on_again_gives_back_the_old_run(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as workspace:
        before, _ = run_of(workspace)
        workspace.rules.switch("T18", off=True)
        run_of(workspace)
        workspace.rules.switch("T18", off=False)
        after, ran = run_of(workspace)

    assert "T18" in ran
    assert after == before


def test_who_switched_it_and_when_survive_a_restart(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as workspace:
        workspace.rules.switch("T18", off=True)
    with closing(Workspace.open(tmp_path, Settings())) as workspace:
        kept = row(workspace)

    assert (kept.off, kept.switched_by) == (True, "王工")
    assert kept.switched_at is not None


def test_an_unknown_rule_is_refused(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as workspace, pytest.raises(UserError, match="没有规则"):
        workspace.rules.switch("T99", off=True)


def test_all_cases_are_checked_again(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as workspace:
        for name in ("甲", "乙"):
            workspace.cases.new_paper_case(name)
        workspace.rules.switch("T18", off=True)

        assert workspace.rules.recheck(Silent()) == 2
