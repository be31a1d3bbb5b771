"""The measure itself on a few text files, and what is printed of it."""

from dataclasses import replace

import pytest
from click.testing import CliRunner

from reviewer.cli import commands
from reviewer.cli.prove_text import CAUTION, figures_text, misses_text
from reviewer.errors import UserError
from reviewer.proof import FAULTS, REPORTING_SEEDS, Form, Proven, Request, draw, prove, sum_up
from reviewer.proof.demo import RECIPES
from reviewer.proof.faults import fault

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

    assert lines[0].startswith(CAUTION)
    assert any(line.startswith("合计") for line in lines)
    assert {"Word 文件夹", "文字 PDF", "ZIP（文字 PDF）"} <= {line.split("  ")[0] for line in lines}


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
