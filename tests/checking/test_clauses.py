"""What single clauses ask papers to tell: reviews, rechecks, goods' source, coercive measures."""

from typing import Any

import pytest

from reviewer.model import Procedure, Verdict
from tests.checking.builders import Papers, day, general, no_penalty, paper, summary, weak

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE
MATTERS = ["主体", "事实、证据", "法律适用", "裁量", "程序", "文书", "移送"]


def reviewed(*matters: str, **facts: Any) -> Papers:
    """Return the general case with a legal review of these matters."""
    return general().plus(paper("DT24", stated=list(matters), **facts))


D3 = {
    "all seven": (reviewed(*MATTERS), OK),
    "one left out": (reviewed(*MATTERS[:-1]), OK),
    "two left out": (reviewed(*MATTERS[:-2]), HINT),
    "only an opinion": (reviewed("程序"), OUTSIDE),
    "no review": (general(), OUTSIDE),
    "a weak page": (reviewed(*MATTERS[:3]).with_(weak_pages=(12,)), OUTSIDE),
    "summary": (summary(), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), D3.values(), ids=D3)
def test_a_legal_review_looks_at_seven_matters(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-D3-02") is verdict


def test_the_matters_that_were_left_out_are_named() -> None:
    message = reviewed(*MATTERS[:-2]).check("R-D3-02").message

    assert "文书、移送" in message


def rechecked(title: str = "整改复查记录", **facts: Any) -> Papers:
    """Return the general case with a recheck."""
    return general().plus(paper("DT20", title, **facts))


E2_01 = {
    "dated and signed": (rechecked(recheck_date=day("04-20"), stated="复查人员"), OK),
    "without persons": (rechecked(recheck_date=day("04-20")), HINT),
    "without a day": (rechecked(stated="复查人员"), HINT),
    "a slip of the scale": (rechecked("卸载复检称重单", recheck_date=day("04-20")), OK),
    "a slip without a day": (rechecked("卸载复检称重单"), HINT),
    "no recheck": (general(), OUTSIDE),
    "a weak page": (rechecked().with_(weak_pages=(12,)), OK),
}


@pytest.mark.parametrize(("case", "verdict"), E2_01.values(), ids=E2_01)
def test_a_recheck_names_day_and_persons(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-E2-01") is verdict


def test_a_recheck_of_an_inspection_does_so_too() -> None:
    case = Papers((paper("DT06"), paper("DT20")), Procedure.INSPECTION)

    assert case.verdict("R-I9-01") is HINT
    assert case.verdict("R-E2-01") is OUTSIDE


REFUSED = rechecked(recheck_date=day("04-20"), refused_told=True)
E2_02 = {
    "corrected": (rechecked(recheck_date=day("04-20")), OUTSIDE),
    "nothing follows": (REFUSED, HINT),
    "a second order": (REFUSED.plus(paper("DT19"), paper("DT19")), OK),
    "a reminder": (REFUSED.plus(paper("DT43")), OK),
    "decided after it": (rechecked(recheck_date=day("04-01"), refused_told=True), OK),
    "no day": (rechecked(refused_told=True), OUTSIDE),
    "read weakly": (rechecked(recheck_date=day("04-20"), refused_told=weak(True)), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), E2_02.values(), ids=E2_02)
def test_something_follows_where_nothing_was_put_right(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-E2-02") is verdict


OVERLOAD = general().setting("DT05", cause="违法超限运输")
LOADED = OVERLOAD.setting("DT07", source_named=True)
E4 = {
    "another offence": (general().setting("DT07", source_named=True), OUTSIDE),
    "nobody names a source": (OVERLOAD, OUTSIDE),
    "named and not followed": (LOADED, HINT),
    "named and followed": (LOADED.plus(paper("DT51", source_followed=True)), OK),
    "named weakly": (OVERLOAD.setting("DT07", source_named=weak(True)), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), E4.values(), ids=E4)
def test_the_source_of_an_overload_is_followed(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-E4-01") is verdict


SPOT = ["告知理由、依据", "告知权利和救济途径", "听取陈述和申辩"]


def seized(procedure: Procedure = Procedure.COERCIVE, **facts: Any) -> Papers:
    """Return a file of a coercive measure whose record tells `facts`."""
    return Papers((paper("DT06", **facts), paper("DT15"), paper("DT16")), procedure)


Q4 = {
    "all told": (seized(stated=SPOT), OK),
    "no reasons": (seized(stated=SPOT[1:]), HINT),
    "reasons and basis stand in the decision": (
        seized(stated=SPOT[1:]).setting("DT15", measure_element=["reason", "basis"]),
        OK,
    ),
    "nobody was heard": (seized(stated=SPOT[:2]), HINT),
    "told by the decision": (seized().setting("DT15", stated=SPOT), OK),
    "a weak page": (seized().with_(weak_pages=(1,)), OK),
    "no measure": (Papers((paper("DT06"),), Procedure.COERCIVE), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), Q4.values(), ids=Q4)
def test_the_measure_is_told_on_the_spot(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-Q4-01") is verdict
    assert case.verdict("R-C5-01") is OUTSIDE


def test_the_same_is_asked_in_a_file_of_a_penalty() -> None:
    case = general().plus(paper("DT15"))

    assert case.verdict("R-C5-01") is HINT
    assert case.verdict("R-Q4-01") is OUTSIDE
    assert general().verdict("R-C5-01") is OUTSIDE
    assert no_penalty().verdict("R-C5-01") is OUTSIDE


def test_each_untold_passage_is_one_breach_with_its_clause() -> None:
    subjects = [one.subject.partition("-")[0] for one in seized().check("R-Q4-01").breaches]

    assert subjects == ["理由", "权利", "申辩"]


APPRAISED = seized().plus(paper("DT12"))
Q9 = {
    "no appraisal": (seized(), OUTSIDE),
    "time told": (APPRAISED.setting("DT12", stated="检测鉴定期间"), OK),
    "time not told": (APPRAISED, HINT),
    "the party bears the cost": (APPRAISED.setting("DT12", appraisal_charged=True), PROBLEM),
    "cost read weakly": (
        APPRAISED.setting("DT12", stated="检测鉴定期间", appraisal_charged=weak(True)),
        UNTOLD,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), Q9.values(), ids=Q9)
def test_the_time_of_an_appraisal_is_told_and_costs_the_party_nothing(
    case: Papers, verdict: Verdict
) -> None:
    assert case.verdict("R-Q9-01") is verdict


KEPT = seized().setting("DT16", stated="保管情况")
Q10 = {
    "kept somewhere": (KEPT, OK),
    "nobody tells where": (seized(), HINT),
    "the party pays for it": (KEPT.setting("DT15", storage_charged=True), PROBLEM),
    "by a receipt": (KEPT.plus(paper("DT41", storage_charged=True)), PROBLEM),
    "no measure": (Papers((paper("DT06"),), Procedure.COERCIVE), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), Q10.values(), ids=Q10)
def test_what_was_seized_is_kept_and_costs_the_party_nothing(
    case: Papers, verdict: Verdict
) -> None:
    assert case.verdict("R-Q10-01") is verdict


def test_costs_are_reported_in_a_file_of_a_penalty_too() -> None:
    seized_ = general().plus(paper("DT15"))

    assert seized_.verdict("R-C5-02") is OK
    assert seized_.setting("DT15", storage_charged=True).verdict("R-C5-02") is PROBLEM
    assert general().verdict("R-C5-02") is OUTSIDE


CRIME = seized().plus(paper("DT50", crime_transferred=True, transfer_sent_on=day("04-10")))
HANDED = ["随案移送财物", "告知当事人移送"]
Q12 = {
    "no transfer": (seized(), OUTSIDE),
    "handed over and told": (CRIME.setting("DT50", stated=HANDED), OK),
    "handed over, not told": (CRIME.setting("DT50", stated=HANDED[:1]), HINT),
    "neither": (CRIME, HINT),
    "released before": (CRIME.plus(paper("DT18", seizure_end_date=day("04-08"))), OUTSIDE),
    "released after": (CRIME.plus(paper("DT18", seizure_end_date=day("04-12"))), HINT),
    "to another authority": (seized().plus(paper("DT50")), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), Q12.values(), ids=Q12)
def test_what_was_seized_goes_along_with_the_case(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-Q12-01") is verdict
