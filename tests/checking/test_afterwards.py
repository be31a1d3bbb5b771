"""After the decision: T27, T34, T35, T37–T41, and the signals V14, V16, V17."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from reviewer.model import Verdict
from tests.checking.builders import Papers, Weak, day, general, no_penalty, paper, summary

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE


def at(text: str) -> datetime:
    """Return a moment of 2024."""
    return datetime.fromisoformat(f"2024-{text}")


def filed(when: str) -> Papers:
    """Return a summary case of 10 April (a Wednesday) filed on this day."""
    return summary().setting("DT62", record_filed_date=day(when))


def public(when: str) -> Papers:
    """Return a general case of 10 April made public on this day."""
    return general().plus(paper("DT53", public_date=day(when)))


def copied(when: str) -> Papers:
    """Return a case of overload closed on 25 April and copied on this day."""
    case = general().setting("DT05", cause="违法超限运输")
    return case.plus(paper("DT51", copied_date=day(when)))


def archived(when: str) -> Papers:
    """Return a case closed on 25 April and archived on this day."""
    return general().plus(paper("DT03", archived_date=day(when)))


def transferred(reported: str, approved: str, **facts: Any) -> Papers:
    """Return a case transferred to the police."""
    form = paper(
        "DT50",
        crime_transferred=True,
        transfer_reported_on=day(reported),
        transfer_approved_on=day(approved),
        **facts,
    )
    return general().plus(form)


def handed_over(filed_on: str, handed: str) -> Papers:
    """Return a case whose things went to the police."""
    form = paper("DT50", police_filed_on=day(filed_on), handed_over_on=day(handed))
    return general().plus(form)


def withdrawn(revoked: str, when: str | None) -> Papers:
    """Return a case whose publication was withdrawn."""
    facts: dict[str, Any] = {"public_withdrawn_on": day(when)} if when else {}
    return general().plus(paper("DT53", revoked_on=day(revoked), **facts))


SITUATIONS = {
    "T27 the same day": (filed("04-10"), "T27", OK),
    "T27 fifth day, a Monday by either counting": (filed("04-15"), "T27", OK),
    "T27 late by calendar days alone": (filed("04-17"), "T27", UNTOLD),
    "T27 late by both": (filed("04-18"), "T27", PROBLEM),
    "T27 not filed": (summary().without("DT62"), "T27", HINT),
    "T27 general": (general(), "T27", OUTSIDE),
    "T34 no transfer": (general(), "T34", OUTSIDE),
    "T34 in time": (transferred("04-08", "04-09"), "T34", OK),
    "T34 third day": (transferred("04-08", "04-11"), "T34", OK),
    "T34 late by calendar days alone": (transferred("04-11", "04-16"), "T34", HINT),
    "T34 late by both": (transferred("04-08", "04-16"), "T34", PROBLEM),
    "T34 a day and an hour": (
        transferred(
            "04-08",
            "04-09",
            transfer_approved_at=at("04-09T10:00"),
            transfer_sent_at=at("04-10T11:00"),
        ),
        "T34",
        PROBLEM,
    ),
    "T34 a day": (
        transferred(
            "04-08",
            "04-09",
            transfer_approved_at=at("04-09T10:00"),
            transfer_sent_at=at("04-10T10:00"),
        ),
        "T34",
        OK,
    ),
    "T34 next day, no hour": (
        transferred("04-08", "04-09", transfer_sent_on=day("04-10")),
        "T34",
        UNTOLD,
    ),
    "T34 two days, no hour": (
        transferred("04-08", "04-09", transfer_sent_on=day("04-11")),
        "T34",
        PROBLEM,
    ),
    "T35 no notice of the police": (general(), "T35", OUTSIDE),
    "T35 third day": (handed_over("04-22", "04-25"), "T35", OK),
    "T35 by calendar days alone": (handed_over("04-25", "04-29"), "T35", HINT),
    "T35 late": (handed_over("04-22", "04-28"), "T35", PROBLEM),
    "T37 nothing revoked": (general(), "T37", OUTSIDE),
    "T37 third working day": (withdrawn("08-05", "08-08"), "T37", OK),
    "T37 a day later": (withdrawn("08-05", "08-09"), "T37", PROBLEM),
    "T37 not withdrawn": (withdrawn("08-05", None), "T37", UNTOLD),
    "T38 seventh working day": (public("04-19"), "T38", OK),
    "T38 a day later": (public("04-22"), "T38", PROBLEM),
    "T38 not public": (general(), "T38", OUTSIDE),
    "T38 date not read": (
        general().plus(paper("DT53", public_date=Weak(day("04-22")))),
        "T38",
        UNTOLD,
    ),
    "T38 no penalty": (no_penalty(), "T38", OUTSIDE),
    "T39 no overload": (general(), "T39", OUTSIDE),
    "T39 seventh working day over May": (copied("05-08"), "T39", OK),
    "T39 a day later": (copied("05-09"), "T39", PROBLEM),
    "T39 before closing": (copied("04-24"), "T39", OK),
    "T39 no notice": (general().setting("DT05", cause="违法超限运输"), "T39", UNTOLD),
    "T40 in time": (archived("05-25"), "T40", OK),
    "T40 late": (archived("06-20"), "T40", HINT),
    "T40 not told": (general(), "T40", OUTSIDE),
    "T41 not told": (general(), "T41", OUTSIDE),
    "T41 in the first half of the next year": (
        general().plus(paper("DT03", archive_transferred_on=day("2025-06-30"))),
        "T41",
        OK,
    ),
    "T41 later": (
        general().plus(paper("DT03", archive_transferred_on=day("2025-07-01"))),
        "T41",
        HINT,
    ),
    "V14 one decision": (general(), "V14", OK),
    "V14 two decisions": (
        general().plus(
            paper("DT35", decision_no="宁交执罚〔2024〕13号", decision_fine=Decimal(500))
        ),
        "V14",
        HINT,
    ),
    "V16 receipt of the treasury": (general(), "V16", OK),
    "V16 another receipt": (general().setting("DT41", official_receipt=None), "V16", HINT),
    "V16 paid before the decision": (
        general().setting("DT41", paid_date=day("04-01")),
        "V16",
        HINT,
    ),
    "V17 in order": (general().setting("DT52", narrated_on=day("04-18")), "V17", OK),
    "V17 tells what came later": (
        general().setting("DT52", narrated_on=day("04-26")),
        "V17",
        HINT,
    ),
}


@pytest.mark.parametrize(("case", "rule", "verdict"), SITUATIONS.values(), ids=SITUATIONS)
def test_afterwards(case: Papers, rule: str, verdict: Verdict) -> None:
    assert case.verdict(rule) is verdict
