"""T12–T17, K03, R-Q6-01: evidence held, and coercive measures."""

from datetime import datetime
from typing import Any

import pytest

from reviewer.model import Procedure, Redress, Verdict
from tests.checking.builders import Papers, day, general, paper, served, summary, weak

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE


def held(on: str, *ended: str) -> Papers:
    """Return a case in which evidence was held on a day and decided about on others."""
    case = general().plus(paper("DT10", evidence_hold_date=day(on)))
    return case.plus(*(paper("DT11", evidence_hold_end_date=day(one)) for one in ended))


T12 = {
    "nothing held": (general(), OUTSIDE),
    "on the seventh working day": (held("04-02", "04-12"), OK),
    "on the eighth": (held("04-02", "04-15"), PROBLEM),
    "no decision": (held("05-02"), PROBLEM),
    "no decision, page unread": (held("05-02").with_(unclassified=1, weak_pages=(13,)), UNTOLD),
    "no decision, but a seizure in time": (
        held("04-02").plus(paper("DT15", document_date=day("04-03"))),
        UNTOLD,
    ),
    "decision without date": (held("03-04").plus(paper("DT11")), UNTOLD),
    "the form of approval is no hold": (
        general().plus(paper("DT10", "证据登记保存审批表", evidence_hold_date=day("03-01"))),
        OUTSIDE,
    ),
    "notice and list of one hold": (
        held("04-02", "04-12").plus(paper("DT10", evidence_hold_date=day("04-02"))),
        OK,
    ),
    "two holds, one late": (
        held("04-02", "04-12").plus(
            paper("DT10", evidence_hold_date=day("05-06")),
            paper("DT11", evidence_hold_end_date=day("05-30")),
        ),
        PROBLEM,
    ),
    "hold read weakly": (
        general().plus(paper("DT10", evidence_hold_date=weak(day("03-01")))),
        UNTOLD,
    ),
    "under the old law": (held("2021-06-01", "2021-07-01"), UNTOLD),
}


def at(text: str) -> datetime:
    """Return a moment of 2024."""
    return datetime.fromisoformat(f"2024-{text}")


def seized(taken: str, approved: str | None, **more: Any) -> Papers:
    """Return a case in which a vehicle was seized and the seizure approved at these moments."""
    case = general().plus(paper("DT15", seizure_at=at(taken), **more))
    form = paper("DT14", seizure_approved_at=at(approved)) if approved else paper("DT14")
    return case.plus(form, paper("DT18", seizure_end_date=day("03-20")))


URGENT: dict[str, Any] = {"seizure_urgent": True}
T13 = {
    "no measure": (general(), OUTSIDE),
    "approved before": (seized("03-01T10:30", "03-01T10:00"), OK),
    "approved at the same minute": (seized("03-01T10:30", "03-01T10:30"), OK),
    "approved after": (seized("03-01T10:30", "03-01T10:31"), PROBLEM),
    "same day, times not told": (seized("03-01T00:00", "03-01T00:00"), UNTOLD),
    "same day, one time told": (seized("03-01T10:30", "03-01T00:00"), UNTOLD),
    "a day before, times not told": (seized("03-02T00:00", "03-01T00:00"), OK),
    "approved a day later": (seized("03-01T00:00", "03-02T00:00"), PROBLEM),
    "urgent, within a day": (seized("03-01T10:30", "03-02T10:30", **URGENT), OK),
    "urgent, a minute more": (seized("03-01T10:30", "03-02T10:31", **URGENT), PROBLEM),
    "urgent, next day without times": (seized("03-01T00:00", "03-02T00:00", **URGENT), UNTOLD),
    "urgent, two days later": (seized("03-01T00:00", "03-03T00:00", **URGENT), PROBLEM),
    "urgency read weakly": (
        seized("03-01T10:30", "03-03T10:31", seizure_urgent=weak(True)),
        UNTOLD,
    ),
    "approval without date": (seized("03-01T10:30", None), UNTOLD),
    "no form": (seized("03-01T10:30", "03-01T11:30").without("DT14"), UNTOLD),
    "two measures, each approved": (
        seized("03-01T10:30", "03-01T10:00").plus(
            paper("DT15", seizure_at=at("03-05T10:00")),
            paper("DT14", seizure_approved_at=at("03-05T09:00")),
        ),
        OK,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), T12.values(), ids=T12)
def test_held_evidence_is_decided_about_in_time(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T12") is verdict


@pytest.mark.parametrize(("case", "verdict"), T13.values(), ids=T13)
def test_a_measure_is_approved_before_it_is_taken(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T13") is verdict


def test_an_urgent_measure_approved_late_has_a_subject_of_its_own() -> None:
    (breach,) = seized("03-01T10:30", "03-03T10:31", **URGENT).check("T13").breaches

    assert breach.subject.startswith("紧急")


def lifted(taken: str, on: str) -> Papers:
    """Return a case in which a vehicle was seized and given back on these days."""
    case = seized(f"{taken}T10:00", f"{taken}T09:00")
    return case.setting("DT18", seizure_end_date=day(on))


def prolonged(taken: str, approved: str, on: str, until: str | None = None) -> Papers:
    """Return a seizure that was prolonged."""
    notice = paper("DT17", seizure_prolonged_on=day(approved))
    if until:
        notice = notice.having("seizure_extended_to", day(until))
    return lifted(taken, on).plus(notice)


T14 = {
    "no measure": (general(), OUTSIDE),
    "on the thirtieth day": (lifted("03-06", "04-05"), OK),
    "thirtieth day a day off, lifted on the next working day": (lifted("03-07", "04-07"), UNTOLD),
    "a day after that": (lifted("03-07", "04-08"), PROBLEM),
    "thirtieth day a working day, a day late": (lifted("03-10", "04-10"), PROBLEM),
    "an appraisal that may explain it": (
        lifted("03-10", "04-15").plus(
            paper("DT12", document_date=day("03-11")), paper("DT13", document_date=day("03-25"))
        ),
        UNTOLD,
    ),
    "an appraisal too short": (
        lifted("03-10", "04-15").plus(
            paper("DT12", document_date=day("03-11")), paper("DT13", document_date=day("03-12"))
        ),
        PROBLEM,
    ),
    "a weighing slip": (
        lifted("03-10", "04-15").plus(paper("DT13", "称重检测单", document_date=day("03-10"))),
        PROBLEM,
    ),
    "prolonged in time": (prolonged("03-11", "04-10", "05-10"), OK),
    "prolonged on the day it ended": (prolonged("03-11", "04-10", "05-09"), OK),
    "prolonged a day late": (prolonged("03-11", "04-11", "05-09"), PROBLEM),
    "prolonged, over sixty days": (prolonged("03-11", "04-10", "05-13"), PROBLEM),
    "prolonged by less": (prolonged("03-11", "04-10", "05-06", "04-24"), PROBLEM),
    "prolonged, approval not dated": (
        lifted("03-11", "05-09").plus(paper("DT17")),
        UNTOLD,
    ),
    "not lifted": (lifted("03-11", "04-09").without("DT18"), UNTOLD),
    "under the old law": (lifted("03-11", "2021-07-01"), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), T14.values(), ids=T14)
def test_a_measure_ends_in_its_term(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T14") is verdict


def test_prolonging_is_told_in_writing() -> None:
    form = paper("DT14", "延长行政强制措施期限审批表", seizure_prolonged_on=day("04-01"))
    case = lifted("03-11", "05-09").plus(form)

    assert lifted("03-11", "04-09").verdict("T15") is OUTSIDE
    assert case.verdict("T15") is PROBLEM
    assert case.plus(paper("DT17", document_date=day("04-01"))).verdict("T15") is OK


COERCIVE = Papers((paper("DT15", seizure_at=at("03-01T10:00")), paper("DT14")), Procedure.COERCIVE)
T16 = {
    "no measure": (summary(), OUTSIDE),
    "lifted": (lifted("03-11", "04-09"), OK),
    "given back the next day": (
        lifted("03-11", "04-09").setting("DT18", seizure_returned_date=day("04-10")),
        OK,
    ),
    "given back two days later": (
        lifted("03-11", "04-09").setting("DT18", seizure_returned_date=day("04-11")),
        HINT,
    ),
    "never lifted, told as a missing document": (
        lifted("03-11", "04-09").without("DT18"),
        UNTOLD,
    ),
    "never lifted, in a file of the measure alone": (COERCIVE, PROBLEM),
    "never lifted, but disposed of": (COERCIVE.plus(paper("DT49")), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), T16.values(), ids=T16)
def test_a_measure_is_lifted(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T16") is verdict


def announced(on: str, disposed: str) -> Papers:
    """Return a detained vehicle announced and disposed of on these days."""
    return general().plus(
        paper("DT39", seizure_announced_date=day(on)),
        paper("DT49", seizure_disposed_date=day(disposed)),
    )


T17 = {
    "nothing announced": (general().plus(paper("DT49")), OUTSIDE),
    "not disposed of": (
        general().plus(paper("DT39", seizure_announced_date=day("03-01"))),
        OUTSIDE,
    ),
    "three months later": (announced("03-01", "06-01"), OK),
    "a day less": (announced("03-01", "05-31"), PROBLEM),
    "from the end of a month": (announced("2023-11-30", "2024-02-29"), OK),
    "day not read": (
        announced("03-01", "05-31").setting("DT49", seizure_disposed_date=weak(day("05-31"))),
        UNTOLD,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), T17.values(), ids=T17)
def test_a_detained_vehicle_waits_three_months(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T17") is verdict


ABSENT = seized("03-01T10:30", "03-01T10:00", party_absent=True)
LEFT = general().setting("DT37:DT35", served=served("DT35", "04-12", method="留置送达"))
K03 = {
    "nobody absent": (seized("03-01T10:30", "03-01T10:00"), OUTSIDE),
    "absent, a witness": (ABSENT.setting("DT15", witness="张三"), OK),
    "absent, the record names the witness": (ABSENT.setting("DT06", witness="张三"), OK),
    "absent, no witness": (ABSENT, PROBLEM),
    "absent on a page read weakly": (ABSENT.with_(weak_pages=(12,)), UNTOLD),
    "absent without a measure": (general().setting("DT06", party_absent=True), OUTSIDE),
    "left behind, a witness": (LEFT.setting("DT37:DT35", witness="张三"), OK),
    "left behind, on video": (LEFT.setting("DT37:DT35", service_recorded=True), OK),
    "left behind, the list of videos tells": (LEFT.plus(paper("DT54", service_recorded=True)), OK),
    "left behind, nothing": (LEFT, PROBLEM),
}


@pytest.mark.parametrize(("case", "verdict"), K03.values(), ids=K03)
def test_somebody_witnesses(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("K03") is verdict


ALL = ["party", "reason", "basis", "term", "items", "redress", "body", "date"]


def stating(*elements: str) -> Papers:
    """Return a case whose decision on the measure states these elements."""
    return seized("03-01T10:30", "03-01T10:00", measure_element=list(elements))


ELEMENTS = {
    "no measure": (general(), OUTSIDE),
    "all": (stating(*ALL), OK),
    "no term": (stating(*(one for one in ALL if one != "term")), PROBLEM),
    "things in a list of their own": (
        stating(*(one for one in ALL if one != "items")).plus(paper("DT16")),
        OK,
    ),
    "nothing read": (stating(), UNTOLD),
    "thirty days of reconsideration": (
        stating(*ALL).setting("DT15", redress=Redress(30, "县政府", 6)),
        PROBLEM,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), ELEMENTS.values(), ids=ELEMENTS)
def test_the_decision_states_what_the_law_asks(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-Q6-01") is verdict


def test_each_missing_element_is_an_occurrence() -> None:
    breaches = stating("party", "body", "date", "items").check("R-Q6-01").breaches

    assert [one.subject.partition("DT15")[0] for one in breaches] == [
        "理由",
        "依据",
        "期限",
        "复议、诉讼的途径和期限",
    ]
