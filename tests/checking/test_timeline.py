"""The timeline says what the rules found, at the date where it went wrong."""

from datetime import date
from typing import Any

import pytest

from reviewer.checking import run_rules, timeline
from reviewer.model import Calendar, Library, Procedure, Standing, Timeline, TimelineLimit, Verdict
from tests.checking.builders import (
    Papers,
    calendar_,
    day,
    general,
    laws,
    paper,
    rules,
    served,
    summary,
    waiver,
    weak,
)


def made(case: Papers, calendar: Calendar | None = None, *without: str) -> Timeline:
    known = [rule for code, rule in rules().items() if code not in without]
    calendar = calendar or calendar_()
    reading = case.reading()
    run = run_rules(reading, known, calendar, laws(), Library())
    return timeline(reading, known, run.findings, calendar, laws())


def limit(of: Timeline, code: str) -> TimelineLimit:
    return next(one for one in of.limits if one.rule == code)


def served_on(when: str) -> Papers:
    receipt = served("DT35", when)
    return general().setting("DT37:DT35", served=receipt, decision_served_date=day(when))


def test_dates_stand_in_order_of_the_procedure() -> None:
    names = [one.name for one in made(general()).dates]

    assert names == [
        "违法行为", "发现", "现场检查", "受案", "立案", "询问", "调查终结", "违法行为通知",
        "违法行为通知书送达", "决定", "决定书送达", "缴款", "结案",
    ]  # fmt: skip


def test_every_date_has_its_page() -> None:
    case = general()

    pages = {one.name: one.place.page for one in made(case).dates if one.place}

    assert pages["决定"] == case.page("DT35")
    assert pages["立案"] == case.page("DT05")
    assert len(pages) == len(made(case).dates)


@pytest.mark.parametrize(
    ("when", "verdict", "word"),
    [
        # 2024-04-10 and 7 working days, Sunday 04-07 being none of them: 04-19.
        ("04-12", Verdict.OK, "用 2 个工作日"),
        ("04-19", Verdict.OK, "用 7 个工作日"),
        ("04-22", Verdict.PROBLEM, "逾期 1 个工作日"),
        ("04-26", Verdict.PROBLEM, "逾期 5 个工作日"),
        ("04-10", Verdict.OK, "当日"),
    ],
    ids=["in time", "last day", "one day late", "a week late", "same day"],
)
def test_a_limit_says_how_much_was_used(when: str, verdict: Verdict, word: str) -> None:
    found = limit(made(served_on(when)), "T18")

    assert (found.verdict, found.word) == (verdict, word)
    assert found.due == found.due_latest == date(2024, 4, 19)
    assert (found.start, found.actual) == (day("04-10"), day(when))


def test_a_breach_marks_the_date_that_is_late() -> None:
    of = made(served_on("04-26"))
    late = next(one for one in of.dates if one.step == "decision_served")
    decision = next(one for one in of.dates if one.step == "decision")

    assert (late.verdict, late.rule) == (Verdict.PROBLEM, "T18")
    assert late.note.startswith("决定书送达至 04-19，逾期 5 个工作日")
    assert decision.verdict is Verdict.OK


def test_an_early_decision_is_not_within_its_limit() -> None:
    of = made(general().setting("DT35", decision_date=day("03-25")))
    found = limit(of, "T08")
    decision = next(one for one in of.dates if one.step == "decision")

    assert (found.not_before, found.word, found.due) == (True, "期限未满", date(2024, 3, 27))
    assert decision.verdict is Verdict.PROBLEM
    assert "届满，其前即作出" in decision.note


def test_a_date_read_weakly_is_grey_and_its_limit_cannot_be_told() -> None:
    case = served_on("04-26").setting(
        "DT37:DT35", served=weak(served("DT35", "04-26")), decision_served_date=weak(day("04-26"))
    )
    of = made(case)
    found = limit(of, "T18")
    grey = next(one for one in of.dates if one.step == "decision_served")

    assert (found.verdict, found.word, found.actual) == (Verdict.CANNOT_TELL, "无法判断", None)
    assert found.due == date(2024, 4, 19)
    assert (grey.standing, grey.day) == (Standing.WEAK, None)
    assert grey.place is not None


def test_a_date_that_a_limit_needs_is_shown_as_missing() -> None:
    case = general().setting("DT35", decision_date=None)
    missing = next(one for one in made(case).dates if one.step == "decision")

    assert missing.standing is Standing.MISSING
    assert missing.note == "未识别到日期，可手工填写"
    assert missing.key == "decision_date"


def test_what_no_rule_needs_is_not_shown_as_missing() -> None:
    assert "归档" not in [one.name for one in made(general()).dates]


def test_a_rule_that_was_not_run_draws_no_limit() -> None:
    assert "T18" in [one.rule for one in made(general()).limits]
    assert "T18" not in [one.rule for one in made(general(), None, "T18").limits]


def test_a_limit_that_does_not_concern_the_case_is_not_drawn() -> None:
    codes = [one.rule for one in made(summary()).limits]

    assert "T27" in codes
    assert not {"T03", "T08", "T18"} & set(codes)


def test_two_countings_give_two_last_days() -> None:
    found = limit(made(summary()), "T27")

    assert (found.due, found.due_latest) == (date(2024, 4, 15), date(2024, 4, 17))


def test_a_year_without_calendar_leaves_the_last_day_open() -> None:
    known = calendar_()
    short = Calendar(known.holidays, known.workdays, 2004, 2023, "2023")
    found = limit(made(served_on("04-26"), short), "T18")

    assert found.due is not None
    assert found.due_latest is not None
    assert found.due < found.due_latest


def test_several_dates_of_one_step_are_all_shown() -> None:
    of = made(general().setting("DT35", decision_date=[day("04-10"), day("04-11")]))

    assert [one.day for one in of.dates if one.step == "decision"] == [day("04-10"), day("04-11")]


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"recheck_date": day("03-30")}, "复查"),
        ({"hearing_date": day("04-02")}, "听证"),
        ({"waiver_date": waiver("03-21")}, "放弃权利"),
        ({"offence_date": day("03-01")}, "违法行为"),
    ],
)
def test_dates_that_no_rule_calls_a_step_are_shown_too(facts: dict[str, Any], name: str) -> None:
    code = "DT32" if "hearing_date" in facts else "DT60"
    of = made(general().plus(paper(code, **facts)))

    assert name in [one.name for one in of.dates]


def test_a_wrong_order_is_said_at_the_later_date() -> None:
    case = general().plus(paper("DT24", legal_review_date=day("04-20")))
    of = made(case)
    wrong = [one.step for one in of.dates if one.verdict is Verdict.PROBLEM]

    assert "review" in wrong


def test_an_empty_case_has_an_empty_timeline() -> None:
    of = made(Papers((), Procedure.UNKNOWN))

    assert of.dates == ()
    assert of.calendar == "2004–2026"
