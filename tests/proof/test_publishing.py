"""Which runs may become the figures that ship, and how two runs come into one file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reviewer.errors import UserError
from reviewer.model.figures import Measured
from reviewer.proof import REPORTING_SEEDS, Form, Request, merged, refuse_figures
from tests.checking.test_figures import SCAN, WORD

REPORTING = Request(cases=60, seed=REPORTING_SEEDS[0])
TRIED = replace(SCAN, reporting=False)


def refusal(
    request: Request, before: Sequence[Measured] = (), *, any_seeds: bool = False, folder: str = "."
) -> str:
    try:
        refuse_figures(request, before, Path(folder) / "figures.json", any_seeds=any_seeds)
    except UserError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("request_", "before", "why"),
    [
        (REPORTING, (), ""),
        (REPORTING, (SCAN,), ""),
        (REPORTING, (replace(WORD, reporting=False),), ""),
        (Request(cases=60, seed=60_000), (), "写规则用的种子"),
        (Request(cases=60, seed=REPORTING_SEEDS[-1] - 9), (), "写规则用的种子"),
        (REPORTING, (TRIED,), "scan 的结果由写规则用的种子测得"),
        (replace(REPORTING, rules=frozenset({"T18"})), (), "部分规则"),
    ],
    ids=[
        "reporting seeds",
        "beside figures of such seeds",
        "in place of what was tried",
        "writing seeds",
        "beyond the last seed",
        "beside what was tried",
        "some rules only",
    ],
)
def test_only_whole_runs_on_reporting_seeds_are_published(
    request_: Request, before: Sequence[Measured], why: str
) -> None:
    told = refusal(request_, before)

    assert why in told
    assert bool(told) is bool(why)


def test_other_seeds_are_taken_when_asked_for() -> None:
    assert not refusal(Request(cases=6, seed=60_000), (SCAN,), any_seeds=True)
    assert not refusal(REPORTING, (TRIED,), any_seeds=True)
    assert refusal(replace(REPORTING, rules=frozenset({"T18"})), any_seeds=True)


def test_a_missing_folder_is_told_before_anything_is_measured() -> None:
    assert "找不到文件夹" in refusal(REPORTING, folder="/none/of/these")


def test_a_later_run_replaces_its_forms_and_leaves_the_others() -> None:
    newer = replace(WORD, on=date(2025, 5, 6))

    assert merged((), (SCAN,)) == (SCAN,)
    assert merged((SCAN,), (WORD,)) == (WORD, SCAN)
    assert merged((WORD, SCAN), (newer,)) == (newer, SCAN)
    assert merged((replace(WORD, form="fax"),), (SCAN,)) == (SCAN,)
    assert [Form(one.form) for one in merged((WORD,), (SCAN,))] == [Form.WORD, Form.SCAN]
