"""The measure itself on a few text files, and what is printed of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewer.checking import load_figures
from reviewer.cli import commands
from reviewer.cli.prove_text import figures_text, misses_text
from reviewer.errors import UserError
from reviewer.model.figures import MADE_UP
from reviewer.proof import (
    FAULTS,
    REPORTING_SEEDS,
    Form,
    Proven,
    Request,
    draw,
    measured,
    prove,
    sum_up,
)
from reviewer.proof.demo import RECIPES
from reviewer.proof.faults import fault
from reviewer.store import DATABASE

TEXT = (Form.WORD, Form.TEXT_PDF, Form.ARCHIVE)


@pytest.fixture(scope="module")
def proven() -> tuple[Proven, ...]:
    return tuple(prove(Request(cases=9, seed=300, forms=TEXT)))


def test_lawful_files_raise_no_alarm_of_the_rules_of_the_demo(
    proven: tuple[Proven, ...],
) -> None:
    rules = {fault(name).rule for one in RECIPES for name in one.faults}
    alarms = [one for case in proven if case.clean for one in case.comparison.false_alarms]

    assert not [f"{one.rule} {one.message}" for one in alarms if one.rule in rules]
    assert sum(case.clean for case in proven) == 3


def test_most_planted_faults_are_found_on_pages_that_prove_them(
    proven: tuple[Proven, ...],
) -> None:
    figures = sum_up(proven)
    everything = figures.forms[-1]

    assert everything.cases == 9
    assert everything.recall is not None
    assert everything.recall >= 0.9
    assert everything.page_rate is not None
    assert everything.page_rate >= 0.9


def test_the_figures_say_where_they_come_from(proven: tuple[Proven, ...]) -> None:
    lines = list(figures_text(sum_up(proven), Request(cases=9, seed=300)))

    assert lines[0].startswith(MADE_UP)
    assert any(line.startswith("合计") for line in lines)
    assert {"Word 文件夹", "文字 PDF", "ZIP（文字 PDF）"} <= {line.split("  ")[0] for line in lines}


def test_the_rate_of_the_own_answers_stands_beside_the_figures(
    proven: tuple[Proven, ...],
) -> None:
    request, own = Request(cases=9, seed=300), "本机评查人回答 30 次：提示采纳率 90 %"

    assert list(figures_text(sum_up(proven), request, own))[1] == f"{own}。"
    assert list(figures_text(sum_up(proven), request))[1] == ""


def test_each_form_is_measured_for_itself(proven: tuple[Proven, ...]) -> None:
    forms = measured(proven, Request(cases=9, seed=300), date(2025, 4, 25))
    figures = sum_up(proven)

    assert [one.form for one in forms] == ["word", "text_pdf", "archive"]
    assert sum(one.cases for one in forms) == 9
    assert {(one.seeds, one.reporting, one.scanned) for one in forms} == {
        ((300, 308), False, False)
    }
    planted = sum(score.planted for one in forms for score in one.rules)
    assert planted == figures.forms[-1].planted
    assert all(one.engine == proven[0].versions["engine"] for one in forms)


def test_a_missed_fault_is_listed_with_what_its_rule_said(proven: tuple[Proven, ...]) -> None:
    case = next(one for one in proven if one.comparison.found)
    found = case.comparison.found
    missed = replace(case, comparison=replace(case.comparison, found=(), missed=found))

    assert any(
        line.startswith(f"漏查 {found[0].rule} {found[0].fault}") for line in misses_text(missed)
    )


def test_the_same_request_draws_the_same_cases_and_goes_round_the_faults() -> None:
    request = Request(cases=3 * len(FAULTS) // 2 + 3, seed=0)
    drawn = tuple(draw(request))

    assert drawn == tuple(draw(request))
    assert {one.faults[0].name for one in drawn if one.faults} == {one.name for one in FAULTS}
    assert all(
        not one.areas & other.areas
        for case in drawn
        for at, one in enumerate(case.faults)
        for other in case.faults[:at]
    )


def test_only_the_wanted_rules_are_planted() -> None:
    drawn = draw(Request(cases=12, seed=0, rules=frozenset({"T18", "K12"})))

    assert {planted.rule for one in drawn for planted in one.faults} == {"T18", "K12"}


def test_reporting_seeds_are_refused_here() -> None:
    with pytest.raises(UserError):
        tuple(draw(Request(cases=1, seed=REPORTING_SEEDS[0])))
    with pytest.raises(UserError):
        tuple(draw(Request(cases=1, seed=-1)))


def test_an_unknown_form_is_refused_before_anything_is_made() -> None:
    result = CliRunner().invoke(commands, ["prove", "--forms", "fax"])

    assert result.exit_code == 2
    assert "fax" in result.output


def prove_one(folder: Path, *more: str) -> Result:
    asked = ("--cases", "1", "--seed", "300", "--forms", "word", "--data", str(folder))
    return CliRunner().invoke(commands, ["prove", *asked, *more], standalone_mode=False)


def test_the_figures_of_a_run_are_written_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    refused = prove_one(tmp_path, "--figures", str(path))
    assert isinstance(refused.exception, UserError)
    assert not path.exists()

    result = prove_one(tmp_path, "--figures", str(path), "--any-seeds")
    assert result.exception is None
    (one,) = load_figures(path)
    assert (one.form, one.cases, one.reporting, one.seeds) == ("word", 1, False, (300, 300))


def test_own_answers_that_cannot_be_read_do_not_cost_the_figures(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_text("no database", encoding="utf-8")
    result = prove_one(tmp_path)

    assert result.exception is None
    assert "本机评查人的回答未能读取" in result.output
    assert MADE_UP in result.output
