"""Rectification: problems of final reviews, terms, verification, closing, 回头看."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from reviewer.campaign import rectification as rect
from reviewer.campaign.dues import Timing
from reviewer.errors import Refused, UserError
from reviewer.model import Choice, Mark, Marks, Occurrence, Place, VetoChoice, VetoMark
from reviewer.model.feedback import Evidence, RectificationState
from reviewer.scoring import score
from tests.campaign.campaign_builders import (
    CAMPAIGN,
    UNIT,
    make_actor,
    make_campaign,
    make_rectification,
)
from tests.scoring.builders import PLACE, clause, item, standard, veto

BY = make_actor()
STANDARD = standard(
    item("A1", clauses=(clause("A1.1", fault="送达"),)),
    item("A2", clauses=(clause("A2.1", fault="送达"),)),
    vetoes=(veto("V07"),),
)
DONE = rect.Report("补签", "赵某某", "已补签", date(2026, 3, 20))
PROOF = Evidence("a" * 64, "照片.jpg")


def occurrence(clause_id: str, reason: str, places: tuple[Place, ...] = (PLACE,)) -> Occurrence:
    return Occurrence(uuid4(), clause_id, 1, Decimal("0.5"), reason, places)


def fails(item_id: str, *reasons: str) -> Mark:
    found = tuple(occurrence(f"{item_id}.1", reason) for reason in reasons)
    return Mark(item_id, Choice.FAILS, occurrences=found)


def make_review(marks: Marks) -> rect.FinalReview:
    return rect.FinalReview(
        UUID(int=500),
        "甲交执罚〔2025〕1号",
        UNIT,
        STANDARD,
        marks,
        score(STANDARD, marks),
        lambda place: f"第 {place.page} 页",
    )


def test_deductions_and_vetoes_become_rectifications() -> None:
    marks = Marks(
        {"A1": fails("A1", "回证无签名"), "A2": Mark("A2", Choice.CONFORMS)},
        {"V07": VetoMark("V07", VetoChoice.HIT, "未告知听证权", (PLACE,))},
    )
    found = rect.problems(CAMPAIGN, make_review(marks))

    assert [(one.item, one.problem, one.pages, one.category) for one in found] == [
        ("V07", "未告知听证权", "第 12 页", ""),
        ("A1", "回证无签名", "第 12 页", "执法依据合法"),
    ]
    assert {one.state for one in found} == {RectificationState.OPEN}


def test_only_deductions_of_items_that_fail_count() -> None:
    marks = Marks({"A1": replace(fails("A1", "回证无签名"), choice=Choice.CONFORMS)})

    assert rect.problems(CAMPAIGN, make_review(marks)) == ()


def test_the_same_problem_twice_is_two_rows_with_lasting_ids() -> None:
    marks = Marks({"A1": fails("A1", "回证无签名", "回证无签名", "回证无日期")})
    again = Marks({"A1": fails("A1", "回证无签名", "回证无签名", "回证无日期")})
    first = rect.problems(CAMPAIGN, make_review(marks))

    assert len({one.id for one in first}) == 3
    assert [one.id for one in rect.problems(CAMPAIGN, make_review(again))] == [
        one.id for one in first
    ]


def test_what_a_later_review_lifts_is_named_and_what_was_reported_stays() -> None:
    before = make_review(Marks({"A1": fails("A1", "回证无签名", "回证无日期")}))
    existing = [
        replace(one, state=RectificationState.NOTIFIED, measures="补签")
        for one in rect.problems(CAMPAIGN, before)
    ]
    after = make_review(Marks({"A1": fails("A1", "回证无日期", "回证无地点")}))
    plan = rect.plan(CAMPAIGN, [after], existing)

    assert [one.problem for one in plan.added] == ["回证无地点"]
    assert [one.problem for one in plan.lifted] == ["回证无签名"]
    assert plan.kept == (existing[1],)


def test_the_term_is_in_calendar_days_and_is_not_moved() -> None:
    blank = make_rectification(state=RectificationState.OPEN, due=None, notified_on=None)
    one = rect.notify(blank, BY, make_campaign(), date(2026, 4, 4))

    assert one.due == date(2026, 5, 4)  # 劳动节
    assert one.state is RectificationState.NOTIFIED


@pytest.mark.parametrize(
    ("today", "timing", "over"),
    [
        (date(2026, 3, 31), Timing.COMING, 0),
        (date(2026, 4, 1), Timing.TODAY, 0),
        (date(2026, 4, 2), Timing.OVERDUE, 1),
    ],
    ids=["in time", "last day", "one day late"],
)
def test_a_report_is_due(today: date, timing: Timing, over: int) -> None:
    (due,) = rect.rectification_dues([make_rectification()], today)

    assert (due.what, due.timing, due.days_over) == ("报送整改报告", timing, over)


def test_reported_ones_are_not_overdue_and_without_term_it_is_said() -> None:
    reported = rect.report(make_rectification(), BY, DONE)
    (due,) = rect.rectification_dues([reported, make_rectification(due=None)], date(2027, 1, 1))

    assert (due.timing, due.note) == (Timing.UNKNOWN, "没有填写整改期限。")


def test_the_whole_way_to_the_second_look() -> None:
    one = rect.report(make_rectification(), BY, DONE)
    one = rect.send_back(one, BY, "佐证不清楚", date(2026, 4, 10))
    one = rect.report(one, BY, replace(DONE, evidence=(PROOF,)))
    one = rect.close(one, BY, date(2026, 4, 12), revisit_due=date(2026, 9, 30))
    assert (one.verified_by, one.closed_on) == ("王某某", date(2026, 4, 12))
    assert rect.rectification_dues([one], date(2026, 10, 1))[0].what == "回头看"

    again = rect.fail_revisit(one, BY, "问题再次发生", date(2026, 11, 1))
    assert (again.state, again.closed_on, again.due) == (
        RectificationState.REOPENED,
        None,
        date(2026, 11, 1),
    )
    assert rect.pass_revisit(one, BY).state is RectificationState.REVISITED
    assert [step.after for step in again.history] == [
        "已报告", "退回补正", "已报告", "已销号", "回头看未通过",
    ]  # fmt: skip


def test_evidence_is_added_once() -> None:
    one = rect.report(make_rectification(), BY, replace(DONE, evidence=(PROOF,)))
    one = rect.report(one, BY, replace(DONE, evidence=(PROOF, Evidence("b" * 64, "说明.pdf"))))

    assert [proof.name for proof in one.evidence] == ["照片.jpg", "说明.pdf"]


def test_closing_needs_progress_and_evidence_or_a_word_how_it_was_verified() -> None:
    one = rect.report(make_rectification(), BY, DONE)
    silent = rect.report(make_rectification(), BY, replace(DONE, progress=""))

    with pytest.raises(Refused, match="没有佐证材料"):
        rect.close(one, BY, date(2026, 4, 12))
    with pytest.raises(Refused, match="没有填写完成情况"):
        rect.close(silent, BY, date(2026, 4, 12), "现场核实")
    assert rect.close(one, BY, date(2026, 4, 12), "现场核实").closed_on == date(2026, 4, 12)


def test_an_empty_report_and_an_earlier_term_are_refused() -> None:
    with pytest.raises(UserError, match="都没有填写"):
        rect.report(make_rectification(), BY, rect.Report(" ", "赵某某", ""))
    with pytest.raises(UserError, match="不晚于原期限 2026-04-01"):
        rect.extend(make_rectification(), BY, date(2026, 4, 1), "单位申请")


def test_a_problem_that_no_longer_holds_is_withdrawn_with_a_reason() -> None:
    with pytest.raises(Refused, match="撤销需要写明理由"):
        rect.withdraw(make_rectification(), BY, "")
    gone = rect.withdraw(make_rectification(), BY, "申辩采纳")
    with pytest.raises(Refused, match="本项整改现为“已撤销”"):
        rect.report(gone, BY, DONE)
