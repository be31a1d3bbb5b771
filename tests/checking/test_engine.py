"""Running all rules: one finding each, versions pinned, and no fact odd enough to break one."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.checking import run_rules
from reviewer.errors import BadData
from reviewer.model import (
    FACT_KEYS,
    CheckRun,
    Library,
    Officer,
    Procedure,
    Reading,
    RuleInfo,
    Served,
    Session,
    Verdict,
    Waiver,
)
from tests.checking.builders import (
    Paper,
    Papers,
    Weak,
    calendar_,
    general,
    laws,
    rules,
)
from tests.checking.whole import whole_general, whole_no_penalty, whole_summary


def check(reading: Reading) -> CheckRun:
    """Run all shipped rules."""
    return run_rules(reading, tuple(rules().values()), calendar_(), laws(), Library())


@pytest.mark.parametrize(
    "case", [whole_general(), whole_no_penalty(), whole_summary()], ids=["一", "不予", "简"]
)
def test_a_faultless_case_has_no_finding_but_ok(case: Papers) -> None:
    verdicts = {finding.verdict for finding in check(case.reading()).findings}

    assert verdicts <= {Verdict.OK, Verdict.NOT_APPLICABLE}


def test_every_rule_gives_exactly_one_finding_in_its_order() -> None:
    assert [one.rule for one in check(general().reading()).findings] == list(rules())


def test_the_run_pins_what_it_rests_on() -> None:
    versions = check(general().reading()).versions

    assert set(versions) == {"engine", "rules", "calendar", "law", "library"}
    assert versions["engine"] == "test checking-7"
    assert all(versions[name] for name in ("rules", "calendar", "law"))


def test_a_rule_of_no_family_is_refused() -> None:
    rule = RuleInfo("T99", "无", (), (), "无。", "none", {})

    with pytest.raises(BadData, match="T99"):
        run_rules(general().reading(), [rule], calendar_(), laws(), Library())


@pytest.mark.parametrize("code", sorted(set(rules()) - {"M-DT37"}))
def test_wrong_parameters_are_refused_with_the_rule_named(code: str) -> None:
    wrong = {"procedures": "all", "needed": "all", "records": "all", "need": ["DT05"]}
    rule = replace(rules()[code], parameters=wrong)

    with pytest.raises(BadData, match=code):
        run_rules(general().reading(), [rule], calendar_(), laws(), Library())


DAYS = st.one_of(
    st.dates(), st.dates(date(2021, 6, 1), date(2027, 3, 1)), st.sampled_from([date(2024, 4, 10)])
)
NAMES = st.sampled_from(["", "马强", "王芳", "马 强"])
CODES = [f"DT{number:02d}" for number in range(1, 64)]
VALUES = {
    date: DAYS,
    datetime: st.datetimes(),
    Decimal: st.decimals(-10, 10**9, allow_nan=False, places=2),
    int: st.integers(-5, 10**6),
    bool: st.booleans(),
    str: st.text(max_size=6),
    Officer: st.builds(Officer, NAMES, NAMES),
    Waiver: st.builds(Waiver, DAYS, st.booleans()),
    Served: st.builds(
        Served,
        st.sampled_from(["", "DT26", "DT35", "DT99"]),
        NAMES,
        st.none() | DAYS,
        st.sampled_from(["", "公告送达", "留置送达"]),
    ),
    Session: st.builds(
        Session,
        st.lists(NAMES, max_size=3).map(tuple),
        NAMES,
        st.none() | st.datetimes(),
        st.none() | st.datetimes(),
    ),
}
READ = sorted(
    {key for rule in rules().values() for key in rule.reads if FACT_KEYS.get(key) in VALUES}
)


@st.composite
def facts(draw: st.DrawFn) -> tuple[str, object]:
    key = draw(st.sampled_from(READ))
    kind = draw(st.sampled_from([FACT_KEYS[key]] * 9 + [str, int]))
    value = draw(VALUES[kind])
    return key, Weak(value) if draw(st.integers(0, 4)) == 0 else value  # type: ignore[arg-type]


PAPERS = st.builds(
    Paper,
    st.sampled_from(CODES + ["DT26", "DT35", "DT37", "DT27", "DT57"] * 8),
    st.lists(facts(), max_size=4).map(tuple),
    st.sampled_from(["", "放弃听证声明", "鉴定意见书"]),
)
CASES = st.builds(
    Papers,
    st.lists(PAPERS, max_size=12).map(tuple),
    st.sampled_from(list(Procedure)),
    typed=st.lists(facts(), max_size=2).map(tuple),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CASES)
def test_no_reading_is_odd_enough_to_break_a_rule(case: Papers) -> None:
    findings = check(case.reading()).findings

    assert len(findings) == len(rules())
    for finding in findings:
        assert finding.message.endswith("。")
        subjects = [breach.subject for breach in finding.breaches]
        assert len(subjects) == len(set(subjects))
        if finding.rule.startswith("M-") and finding.verdict is Verdict.PROBLEM:
            assert not finding.evidence
