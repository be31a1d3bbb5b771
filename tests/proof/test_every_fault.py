"""Every rule that the proof plants faults of finds one of them.

Word folders only: they are the fastest to write and read; the other forms differ in the pages.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reviewer import pipeline
from reviewer.checking import load_calendar, load_laws, load_rules
from reviewer.intake import gather
from reviewer.model import Calendar, LawBook, RuleInfo, Verdict
from reviewer.progress import Silent
from reviewer.proof import FAULTS, Fault, Form, Plan, draw_plan, make_case

_SEED = 24000
_MOST = 5


def _groups() -> Iterator[tuple[Plan, list[Fault]]]:
    """Return a fault of every rule, several in one case where they may stand side by side."""
    left = list({one.rule: one for one in reversed(FAULTS)}.values())
    while left:
        first = left.pop(0)
        plan = draw_plan(_SEED + len(left), "none", first.procedures)
        group = [first]
        for other in tuple(left):
            if len(group) < _MOST and _fits(other, group, plan):
                group.append(other)
                left.remove(other)
        yield plan, group


def _fits(other: Fault, group: Sequence[Fault], plan: Plan) -> bool:
    if plan.procedure not in other.procedures:
        return False
    return not any(one.rule == other.rule or one.areas & other.areas for one in group)


GROUPS = tuple(_groups())
Known = tuple[LawBook, Calendar, tuple[RuleInfo, ...]]


@pytest.fixture(scope="module")
def known() -> Known:
    return load_laws(), load_calendar(), load_rules()


def test_the_cases_hold_a_fault_of_every_rule() -> None:
    rules = [one.rule for _, group in GROUPS for one in group]

    assert sorted(rules) == sorted({one.rule for one in FAULTS})


@pytest.mark.parametrize(
    ("plan", "group"), GROUPS, ids=["+".join(one.name for one in group) for _, group in GROUPS]
)
def test_a_fault_of_each_rule_is_found(
    plan: Plan, group: list[Fault], known: Known, tmp_path: Path
) -> None:
    made = make_case(tmp_path, "案卷", plan, Form.WORD, group)
    delivery = gather([made.path], tmp_path / "读取", Silent())
    read = pipeline.read(delivery.files)
    reading = pipeline.understand(read.pages, {one.sha256: one.path for one in delivery.files})
    run = pipeline.check(reading, None, *known)

    told = {one.rule: one for one in run.findings}
    assert {
        one.name: told[one.rule].message
        for one in group
        if told[one.rule].verdict is not Verdict.PROBLEM
    } == {}
