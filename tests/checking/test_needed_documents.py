"""Documents that only some cases need (documents.md 3.4), and the ones whose lack is a hint."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reviewer.checking import load_calendar, load_laws, run_rules
from reviewer.model import Library, Verdict
from tests.checking.builders import Papers, day, general, paper, rules, summary, waiver, weak
from tests.checking.whole import (
    whole_general,
    whole_no_penalty,
    whole_summary,
    with_hearing,
    with_seizure,
)
from tests.reading.building import plain, read

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE
GENERAL, NO_PENALTY, SUMMARY = whole_general(), whole_no_penalty(), whole_summary()
ORDERED = GENERAL.setting("DT19", correction_deadline=day("04-30"))
PLEADED = GENERAL.plus(paper("DT27", statement_date=day("03-22"), pleaded=True))
OVERLOADED = GENERAL.setting("DT05", cause="违法超限运输")

MISSING = {
    "record on the spot": (GENERAL.without("DT06"), "M-DT06", PROBLEM),
    "record of an inspection of the place instead": (
        GENERAL.without("DT06").plus(paper("DT08")),
        "M-DT06",
        OK,
    ),
    "evidence by monitoring": (GENERAL.without("DT06").plus(paper("DT58")), "M-DT06", OUTSIDE),
    "monitoring told in the decision": (
        GENERAL.without("DT06").setting("DT35", monitored=True),
        "M-DT06",
        OUTSIDE,
    ),
    "evidence that a device recorded by itself": (
        GENERAL.without("DT06").plus(paper("DT13", electronic_evidence=True)),
        "M-DT06",
        OUTSIDE,
    ),
    "record in a case without penalty": (NO_PENALTY.without("DT06"), "M-DT06", PROBLEM),
    "record in a summary case": (SUMMARY, "M-DT06", OUTSIDE),
    "order to correct": (GENERAL.without("DT19"), "M-DT19", PROBLEM),
    "order told in the decision": (
        GENERAL.without("DT19").setting("DT35", correction_ordered=True),
        "M-DT19",
        OK,
    ),
    "order told weakly": (
        GENERAL.without("DT19").setting("DT35", correction_ordered=weak(True)),
        "M-DT19",
        UNTOLD,
    ),
    "recheck of an order with a deadline": (ORDERED, "M-DT20", PROBLEM),
    "recheck of an order with days": (
        GENERAL.setting("DT19", correction_days=7),
        "M-DT20",
        PROBLEM,
    ),
    "recheck of an order without deadline": (GENERAL, "M-DT20", OUTSIDE),
    "deadline read weakly": (
        GENERAL.setting("DT19", correction_deadline=weak(day("04-30"))),
        "M-DT20",
        UNTOLD,
    ),
    "recheck in the file": (ORDERED.plus(paper("DT20")), "M-DT20", OK),
    "recheck as a record on the spot": (
        ORDERED.plus(paper("DT06", recheck_date=day("04-30"))),
        "M-DT20",
        OK,
    ),
    "identity": (GENERAL.without("DT55"), "M-DT55", PROBLEM),
    "identity in a summary case": (SUMMARY.without("DT55"), "M-DT55", PROBLEM),
    "only the officers' certificates": (
        GENERAL.without("DT55").plus(paper("DT55", "执法证复印件")),
        "M-DT55",
        PROBLEM,
    ),
    "receipt of payment": (GENERAL.without("DT41"), "M-DT41", PROBLEM),
    "receipt in a summary case": (SUMMARY.without("DT41"), "M-DT41", PROBLEM),
    "receipt of a warning": (
        GENERAL.without("DT41").setting(
            "DT35", warning_only=True, decision_fine=None, decision_fine_words=None
        ),
        "M-DT41",
        OUTSIDE,
    ),
    "receipt where a permit was withdrawn": (
        GENERAL.without("DT41").setting(
            "DT35", penalty_kind="吊销许可证件", decision_fine=None, decision_fine_words=None
        ),
        "M-DT41",
        OUTSIDE,
    ),
    "receipt of a fine that is urged": (
        GENERAL.without("DT41").plus(paper("DT43")),
        "M-DT41",
        OUTSIDE,
    ),
    "receipt of a fine in instalments": (
        GENERAL.without("DT41").plus(paper("DT40")),
        "M-DT41",
        OUTSIDE,
    ),
    "fine not paid and nothing done": (
        GENERAL.without("DT41").setting("DT52", fine_unpaid=True),
        "M-DT41",
        PROBLEM,
    ),
    "fine not read": (
        GENERAL.without("DT41")
        .setting("DT35", decision_fine=weak(Decimal(3000)), decision_fine_words=None)
        .setting("DT26", notice_fine=None),
        "M-DT41",
        UNTOLD,
    ),
    "receipt in a case without penalty": (NO_PENALTY, "M-DT41", OUTSIDE),
    "reconsideration of a pleading": (PLEADED, "M-DT28", PROBLEM),
    "reconsideration in the file": (PLEADED.plus(paper("DT28")), "M-DT28", OK),
    "nothing pleaded": (GENERAL, "M-DT28", OUTSIDE),
    "rights given up": (
        GENERAL.plus(paper("DT27", waiver_date=waiver("03-22"))),
        "M-DT28",
        OUTSIDE,
    ),
    "summary decision": (SUMMARY.without("DT34"), "M-DT34", PROBLEM),
    "decision": (GENERAL.without("DT35"), "M-DT35", PROBLEM),
    "decision without penalty": (NO_PENALTY.without("DT36"), "M-DT36", PROBLEM),
    "list of information passed on": (OVERLOADED, "M-DT51", HINT),
    "nothing to pass on": (GENERAL, "M-DT51", OUTSIDE),
}


@pytest.mark.parametrize(("case", "code", "verdict"), MISSING.values(), ids=MISSING)
def test_a_document_is_missing_where_the_case_needs_it(
    case: Papers, code: str, verdict: Verdict
) -> None:
    finding = case.check(code)

    assert finding.verdict is verdict, finding.message
    if verdict in (PROBLEM, HINT):
        assert finding.evidence == ()
        assert finding.searched


@pytest.mark.parametrize("code", ["DT24", "DT29", "DT30", "DT32", "DT33"])
def test_a_hearing_needs_all_its_documents(code: str) -> None:
    heard = with_hearing(GENERAL)

    assert heard.verdict(f"M-{code}") is OK
    assert heard.without(code).verdict(f"M-{code}") is PROBLEM
    assert GENERAL.verdict(f"M-{code}") is OUTSIDE
    assert NO_PENALTY.verdict(f"M-{code}") is OUTSIDE


def test_a_request_alone_leaves_open_whether_there_was_a_hearing() -> None:
    requested = GENERAL.plus(paper("DT29"))

    assert [requested.verdict(f"M-DT{n}") for n in (24, 30, 32, 33)] == [UNTOLD] * 4
    assert requested.verdict("M-DT29") is OK


@pytest.mark.parametrize("code", ["DT14", "DT16", "DT18"])
def test_a_seizure_needs_approval_list_and_release(code: str) -> None:
    seized = with_seizure(GENERAL)

    assert seized.verdict(f"M-{code}") is OK
    assert seized.without(code).verdict(f"M-{code}") is PROBLEM
    assert GENERAL.verdict(f"M-{code}") is OUTSIDE


@pytest.mark.parametrize("title", ["行政强制措施延期审批表", "延长扣押审批表", "解除扣押审批表"])
def test_what_prolongs_or_lifts_a_seizure_does_not_approve_taking_it(title: str) -> None:
    seized = with_seizure(GENERAL).without("DT14").plus(paper("DT14", title))

    assert seized.verdict("M-DT14") is PROBLEM


def test_the_list_may_stand_in_the_decision_and_a_disposal_ends_a_seizure() -> None:
    seized = with_seizure(GENERAL)

    assert seized.without("DT16").setting("DT15", goods_listed=True).verdict("M-DT16") is OK
    assert seized.without("DT18").plus(paper("DT49")).verdict("M-DT18") is OK


@pytest.mark.parametrize("code", ["DT01", "DT02", "DT03", "DT53", "DT54"])
def test_what_only_the_archive_asks_for_is_a_hint(code: str) -> None:
    assert GENERAL.verdict(f"M-{code}") is OK
    without = GENERAL.without(code).setting("DT06", recording_told=True)
    assert without.verdict(f"M-{code}") is HINT


def test_a_list_of_recordings_is_not_missed_where_nothing_tells_of_one() -> None:
    assert GENERAL.without("DT54").verdict("M-DT54") is OUTSIDE


def test_what_an_old_case_lacks_is_not_judged_by_the_new_law() -> None:
    old = general().setting("DT35", decision_date=day("2021-07-14"))

    assert old.without("DT06").verdict("M-DT06") is UNTOLD
    assert (
        summary().setting("DT34", decision_date=day("2021-07-14")).without("DT41").verdict("M-DT41")
        is UNTOLD
    )


def test_a_device_that_only_picks_out_vehicles_needs_the_record_on_the_spot() -> None:
    page = plain("超限检测单\n经不停车检测系统预检，引导至检测站称重，车货总质量57000千克。")
    (fact,) = (one for one in read(page).facts if one.key == "electronic_evidence")
    case = GENERAL.without("DT06").plus(paper("DT13", electronic_evidence=True)).reading()
    facts = tuple(
        replace(one, place=replace(one.place, quote=fact.place.quote))
        if one.key == "electronic_evidence"
        else one
        for one in case.facts
    )
    run = run_rules(
        replace(case, facts=facts), (rules()["M-DT06"],), load_calendar(), load_laws(), Library()
    )
    assert run.findings[0].verdict is PROBLEM
