"""Enforcement: T28 reminders, T29 the court, T30 after a surcharge, T31 代履行, T32 nights."""

from datetime import datetime
from decimal import Decimal

import pytest

from reviewer.model import Verdict
from tests.checking.builders import Paper, Papers, day, general, paper, served

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE
UNPAID = general().without("DT41", "DT52")


def urged(served_on: str) -> tuple[Paper, Paper]:
    """Return a reminder and the receipt of its service."""
    return (
        paper("DT43", "催告书"),
        paper("DT37", served=served("DT43", served_on), urge_served_date=day(served_on)),
    )


def applied(when: str) -> Paper:
    """Return an application to the court of this day."""
    return paper("DT44", "强制执行申请书", court_application_date=day(when))


T28 = {
    "no enforcement": (general(), OUTSIDE),
    "after ten working days": (UNPAID.plus(*urged("11-01"), applied("11-18")), OK),
    "on the tenth working day": (UNPAID.plus(*urged("11-01"), applied("11-15")), PROBLEM),
    "ten days over a holiday": (UNPAID.plus(*urged("09-25"), applied("10-15")), OK),
    "the last of them": (UNPAID.plus(*urged("09-25"), applied("10-14")), PROBLEM),
    "no reminder": (UNPAID.plus(applied("11-18")), PROBLEM),
    "no reminder, but a page that was not read": (
        UNPAID.plus(applied("11-18")).with_(unclassified=1, weak_pages=(11,)),
        UNTOLD,
    ),
    "reminder without receipt": (UNPAID.plus(paper("DT43"), applied("11-18")), UNTOLD),
    "own order after a reminder": (UNPAID.plus(paper("DT43"), paper("DT45")), OK),
    "own order, none": (UNPAID.plus(paper("DT45", "行政强制执行决定书")), PROBLEM),
    "own order that tells of one": (UNPAID.plus(paper("DT45", urged_told=True)), HINT),
    "an order of surcharge needs none": (UNPAID.plus(paper("DT45", "加处罚款决定书")), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), T28.values(), ids=T28)
def test_reminder(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T28") is verdict


T29 = {
    "no application": (general(), OUTSIDE),
    "within three months": (UNPAID.plus(applied("11-18")), OK),
    "last day, moved off a Sunday": (UNPAID.plus(applied("2025-01-13")), OK),
    "a day later": (UNPAID.plus(applied("2025-01-14")), PROBLEM),
    "before the time to sue was over": (UNPAID.plus(applied("08-18")), HINT),
    "from the end of the instalments": (
        UNPAID.plus(paper("DT40", instalment_until=day("12-31")), applied("2025-03-20")),
        OK,
    ),
    "reconsidered": (
        UNPAID.plus(applied("2025-06-01"), paper("DT43", redress_sought=True)),
        UNTOLD,
    ),
    "no receipt of the decision": (UNPAID.without("DT37:DT35").plus(applied("11-18")), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), T29.values(), ids=T29)
def test_court_in_time(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T29") is verdict


def charged(*papers: Paper) -> Papers:
    """Return a case with a surcharge in its application and `papers`."""
    application = paper("DT44", court_application_date=day("11-18"), surcharge=Decimal(3000))
    return UNPAID.plus(application, *papers)


T30 = {
    "no surcharge": (UNPAID.plus(applied("11-18")), OUTSIDE),
    "no enforcement": (UNPAID.plus(paper("DT43", surcharge=Decimal(900))), OUTSIDE),
    "no reminder": (charged(), PROBLEM),
    "reminder": (charged(*urged("11-01")), OK),
}


@pytest.mark.parametrize(("case", "verdict"), T30.values(), ids=T30)
def test_after_a_surcharge(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T30") is verdict


def performed(when: str, *papers: Paper, **facts: object) -> Papers:
    """Return a case with 代履行 on this day."""
    order = paper(
        "DT46", "代履行决定书", performed_on=day(when), performance_witnessed=True, **facts
    )
    return UNPAID.plus(order, *papers)


T31 = {
    "none": (general(), OUTSIDE),
    "three working days before": (performed("05-28", *urged("05-23")), OK),
    "a day fewer": (performed("05-27", *urged("05-23")), PROBLEM),
    "Saturday between": (performed("05-25", *urged("05-23")), PROBLEM),
    "no reminder": (performed("05-28"), PROBLEM),
    "cleared at once": (performed("05-28", cleared_at_once=True), OUTSIDE),
    "no witness": (
        performed("05-28", *urged("05-23"), paper("DT46", "代履行记录")).setting(
            "DT46", performance_witnessed=None
        ),
        HINT,
    ),
    "an order signs no witness": (
        performed("05-28", *urged("05-23")).setting("DT46", performance_witnessed=None),
        OK,
    ),
    "day not told": (
        performed("05-28", *urged("05-23")).setting("DT46", performed_on=None),
        UNTOLD,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), T31.values(), ids=T31)
def test_performance(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T31") is verdict


def carried_out(when: str) -> Papers:
    """Return a case with enforcement at this moment."""
    at = datetime.fromisoformat(f"2024-{when}")
    return UNPAID.plus(paper("DT45", performed_at=at, performed_on=at.date()))


T32 = {
    "none": (general(), OUTSIDE),
    "by day": (carried_out("06-12T09:30"), OK),
    "at 22:30": (carried_out("06-12T22:30"), HINT),
    "at 05:59": (carried_out("06-12T05:59"), HINT),
    "at 06:00": (carried_out("06-12T06:00"), OK),
    "on a holiday": (carried_out("06-10T09:30"), HINT),
}


@pytest.mark.parametrize(("case", "verdict"), T32.values(), ids=T32)
def test_by_day(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T32") is verdict
