"""T42: the order of the steps, every reversed pair once, and what belongs to other rules."""

import pytest

from reviewer.model import Procedure, Verdict
from tests.checking.builders import (
    Papers,
    day,
    general,
    no_penalty,
    paper,
    served,
    summary,
    weak,
)

OK, PROBLEM = Verdict.OK, Verdict.PROBLEM
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE


def review(when: str) -> Papers:
    """Return the general case with a legal review of this day."""
    return general().plus(paper("DT24", legal_review_date=day(when)))


SITUATIONS = {
    "heard before the decision": (general().plus(paper("DT32", hearing_date=day("04-05"))), OK),
    "heard after the decision": (general().plus(paper("DT32", hearing_date=day("04-15"))), PROBLEM),
    "held and decided about the day before": (
        general().plus(
            paper("DT10", evidence_hold_date=day("03-02")),
            paper("DT11", evidence_hold_end_date=day("03-01")),
        ),
        PROBLEM,
    ),
    "two measures, each lifted later": (
        general().plus(
            paper("DT15", document_date=day("03-01")),
            paper("DT18", seizure_end_date=day("03-03")),
            paper("DT15", document_date=day("03-05")),
            paper("DT18", seizure_end_date=day("03-08")),
        ),
        OK,
    ),
    "in order": (general(), OK),
    "no penalty in order": (no_penalty(), OK),
    "summary in order": (summary(), OK),
    "coercive": (general().with_(procedure=Procedure.COERCIVE), OUTSIDE),
    "received after the filing": (general().setting("DT05", filing_date=day("03-06")), PROBLEM),
    "received on the day of filing": (general().setting("DT05", filing_date=day("03-04")), OK),
    "found after the filing": (general().setting("DT05", found_date=day("03-06")), PROBLEM),
    "found again later": (
        general().setting("DT05", found_date=[day("03-01"), day("03-06")]),
        OK,
    ),
    "inspected and questioned before the filing": (
        general().setting("DT06", document_date=day("02-20")),
        OK,
    ),
    "filed after the investigation ended": (
        general().setting("DT23", investigation_end_date=day("03-03")),
        PROBLEM,
    ),
    "investigation ended after the notice": (
        general().setting("DT23", investigation_end_date=day("03-22")),
        PROBLEM,
    ),
    "investigation ended after the decision": (
        general().setting("DT23", investigation_end_date=day("04-11")),
        PROBLEM,
    ),
    "report dated on the day of the notice": (
        general().setting("DT23", investigation_end_date=day("03-20")),
        OK,
    ),
    "review before the decision": (review("04-08"), OK),
    "review on the day of the decision": (review("04-10"), OK),
    "review after the decision": (review("04-11"), PROBLEM),
    "review without a date": (general().plus(paper("DT24")), UNTOLD),
    "review date read weakly": (
        general().plus(paper("DT24", legal_review_date=weak(day("04-11")))),
        UNTOLD,
    ),
    "discussion after the decision": (
        general().plus(paper("DT25", discussion_date=day("04-15"))),
        PROBLEM,
    ),
    "notice after the decision belongs to T06": (
        general()
        .setting("DT26", notice_date=day("04-11"))
        .setting("DT37:DT26", served=served("DT26", "04-11"), notice_served_date=day("04-11")),
        OK,
    ),
    "review before the hearing belongs to T11": (
        review("04-02").plus(paper("DT32", hearing_date=day("04-05"))),
        OK,
    ),
    "receipt of the decision before the decision": (
        general().setting(
            "DT37:DT35", served=served("DT35", "04-09"), decision_served_date=day("04-09")
        ),
        PROBLEM,
    ),
    "receipt of the notice before the notice": (
        general().setting(
            "DT37:DT26", served=served("DT26", "03-19"), notice_served_date=day("03-19")
        ),
        PROBLEM,
    ),
    "receipt of an order to correct before the order": (
        general().plus(
            paper("DT19", document_date=day("03-06")),
            paper("DT37", served=served("DT19", "03-05")),
        ),
        PROBLEM,
    ),
    "date of service without a record": (
        general().setting("DT37:DT35", served=None, decision_served_date=day("04-09")),
        PROBLEM,
    ),
    "closed before the service": (general().setting("DT52", closing_date=day("04-11")), PROBLEM),
    "archived before it was closed": (
        general().plus(paper("DT03", archived_date=day("04-24"))),
        PROBLEM,
    ),
    "archived later": (general().plus(paper("DT03", archived_date=day("05-24"))), OK),
    "no filing form": (general().without("DT05"), UNTOLD),
    "no closing report": (general().without("DT52"), UNTOLD),
    "decision without date": (general().setting("DT35", decision_date=None), UNTOLD),
    "two dates of the report, one after the notice": (
        general().setting("DT23", investigation_end_date=[day("03-18"), day("03-22")]),
        UNTOLD,
    ),
    "a case of 2020": (
        Papers(
            (
                paper("DT05", filing_approved_date=day("2020-03-04")),
                paper("DT23", investigation_end_date=day("2020-03-02")),
                paper("DT26", notice_date=day("2020-03-10")),
                paper("DT35", decision_date=day("2020-04-10")),
                paper("DT37", served=served("DT35", "2020-04-09")),
                paper("DT52", closing_date=day("2020-05-10")),
            )
        ),
        UNTOLD,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), SITUATIONS.values(), ids=SITUATIONS)
def test_each_step_comes_after_the_one_before(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T42") is verdict


def test_a_reversed_pair_shows_both_places_and_names_the_document() -> None:
    case = review("04-12")

    finding = case.check("T42")

    (breach,) = finding.breaches
    assert breach.subject == f"DT24@案卷.pdf#{case.page('DT24')}"
    assert {place.page for place in breach.evidence} == {case.page("DT24"), case.page("DT35")}
    assert breach.message == (
        "法制审核 2024-04-12 晚于决定 2024-04-10（第8、12页），先后颠倒（处罚法第五十八条）。"
    )


def test_every_reversed_pair_is_a_breach_of_its_own() -> None:
    case = review("04-12").setting("DT52", closing_date=day("04-11"))

    subjects = {breach.subject.partition("@")[0] for breach in case.check("T42").breaches}

    assert subjects == {"DT24", "DT52"}


def test_one_wrong_date_is_told_once() -> None:
    case = general().setting("DT05", filing_approved_date=day("04-30"), filing_date=None)

    assert len(case.check("T42").breaches) == 1


def test_a_late_report_is_told_although_the_notice_is_late_too() -> None:
    case = (
        general()
        .setting("DT26", notice_date=day("04-15"))
        .setting("DT37:DT26", served=served("DT26", "04-15"), notice_served_date=day("04-15"))
        .setting("DT23", investigation_end_date=day("04-12"))
    )

    assert [one.subject[:4] for one in case.check("T42").breaches] == ["DT23"]


def test_each_review_is_compared_by_itself() -> None:
    case = review("04-08").plus(paper("DT24", legal_review_date=day("04-12")))

    (breach,) = case.check("T42").breaches

    assert breach.subject == "DT24@案卷.pdf#13"


def test_order_in_time_shows_every_step() -> None:
    assert {place.page for place in general().check("T42").evidence} == {1, 5, 6, 8, 9, 11}


def test_older_steps_are_told_once() -> None:
    case = SITUATIONS["a case of 2020"][0]

    told = [one for one in case.check("T42").breaches if "适用2017年处罚法，未收录" in one.message]

    assert len(told) == 1
