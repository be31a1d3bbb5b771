"""K02, K04, K06, V01, V08, T10, T26 and the hints on records, reviews and discussions."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from reviewer.model import (
    LawfulSubject,
    Library,
    Officer,
    Procedure,
    ReviewStaff,
    RosterEntry,
    Verdict,
)
from tests.checking.builders import (
    OFFICERS,
    Papers,
    day,
    general,
    no_penalty,
    paper,
    served,
    summary,
    waiver,
    weak,
)

OK, PROBLEM, UNTOLD = Verdict.OK, Verdict.PROBLEM, Verdict.CANNOT_TELL
NONE, HINT = Verdict.NOT_APPLICABLE, Verdict.HINT
MA, WANG = OFFICERS
EMPTY = Library()


def site(*officers: object, **facts: object) -> Papers:
    """Return the general case with these officers on its inspection record."""
    return general().setting("DT06", officer=list(officers), **facts)


def roster(until: date | None = None, cert: str = WANG.cert) -> Library:
    """Return a library whose roster holds both officers."""
    return Library(
        officers=(RosterEntry(MA.name, MA.cert), RosterEntry(WANG.name, cert, None, until))
    )


CERTS = {
    "both with their numbers": (general(), EMPTY, OK),
    "one without number": (site(MA, Officer("王芳")), EMPTY, PROBLEM),
    "both without number": (site(Officer("马强"), Officer("王芳")), EMPTY, PROBLEM),
    "a third person beside two officers": (site(MA, WANG, Officer("丁一")), EMPTY, OK),
    "name without number read weakly": (site(MA, weak(Officer("王芳"))), EMPTY, UNTOLD),
    "without number on a weak page": (
        site(MA, Officer("王芳")).with_(weak_pages=(2,)),
        EMPTY,
        UNTOLD,
    ),
    "two numbers": (site(MA, Officer("王芳", "640009")), EMPTY, PROBLEM),
    "two numbers of different shape": (site(MA, Officer("王芳", "A-6409")), EMPTY, UNTOLD),
    "a number and a part of it": (site(MA, Officer("王芳", WANG.cert[:-1])), EMPTY, UNTOLD),
    "the number with and without prefix": (site(MA, Officer("王芳", "宁640002")), EMPTY, OK),
    "one number for two": (site(MA, Officer("丁一", MA.cert)), EMPTY, PROBLEM),
    "another number read weakly": (site(MA, weak(Officer("王芳", "640009"))), EMPTY, OK),
    "no officer in the file": (
        general().setting("DT06", officer=None).setting("DT07", officer=None),
        EMPTY,
        UNTOLD,
    ),
    "a receipt names the servers only": (
        general().plus(paper("DT37", served=served("DT19", "03-20"), officer=[Officer("丁一")])),
        EMPTY,
        OK,
    ),
    "in the roster": (general(), roster(), OK),
    "valid to the very day": (general(), roster(day("03-05")), OK),
    "expired the day before": (general(), roster(day("03-04")), PROBLEM),
    "not in the roster": (site(MA, WANG, Officer("丁一", "640077")), roster(), PROBLEM),
    "another number in the roster": (general(), roster(cert="640078"), PROBLEM),
    "no date on the record": (
        general().setting("DT07", session=None).setting("DT06", session=None),
        roster(day("2030-01-01")),
        UNTOLD,
    ),
    "summary": (summary(), EMPTY, OK),
    "summary without number": (
        summary().setting("DT34", officer=[MA, Officer("王芳")]),
        EMPTY,
        PROBLEM,
    ),
    "a record of 2020": (
        site(MA, Officer("王芳"), session=None, document_date=day("2020-03-01")),
        EMPTY,
        UNTOLD,
    ),
}


@pytest.mark.parametrize(("case", "known", "verdict"), CERTS.values(), ids=CERTS)
def test_every_officer_holds_a_certificate(case: Papers, known: Library, verdict: Verdict) -> None:
    assert case.verdict("K02", known) is verdict


def test_what_is_told_of_one_record_is_one_breach() -> None:
    case = site(MA, Officer("丁一", MA.cert), Officer("王芳"))

    finding = case.check("K02")

    assert [one.subject for one in finding.breaches] == ["DT06@案卷.pdf#2"]
    assert "未记录执法人员王芳的执法证号" in finding.message
    assert finding.evidence


def test_the_unit_may_say_what_a_number_looks_like() -> None:
    known = Library(settings={"certificate_format": r"64\d{4}"})
    other = Library(settings={"certificate_format": r"NH\d{8}"})

    assert general().verdict("K02", known) is OK
    assert general().verdict("K02", other) is HINT


SHOWN = {
    "said in every record": (general(), OK),
    "not said in one": (general().setting("DT07", certs_shown=None), HINT),
    "no record": (general().without("DT06", "DT07"), NONE),
    "summary": (summary(), NONE),
}


@pytest.mark.parametrize(("case", "verdict"), SHOWN.values(), ids=SHOWN)
def test_a_record_says_that_certificates_were_shown(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-A2-01") is verdict


KIN = Library(officers=(RosterEntry("马强", "640001", relatives=("马小军",)),))
NEIGHBOUR = Library(officers=(RosterEntry("马强", "640001", address="沙湖市东街1号"),))
RECUSAL = {
    "nobody asked": (general(), EMPTY, NONE),
    "asked and decided": (
        general().plus(paper("DT22", recusal_asked=True, recusal_decided=True)),
        EMPTY,
        OK,
    ),
    "asked, not decided": (general().plus(paper("DT22", recusal_asked=True)), EMPTY, PROBLEM),
    "asked in a record": (general().setting("DT07", recusal_asked=True), EMPTY, PROBLEM),
    "asked, read weakly": (
        general().plus(paper("DT22", recusal_asked=weak(True))),
        EMPTY,
        UNTOLD,
    ),
    "asked, a page not read": (
        general().plus(paper("DT22", recusal_asked=True)).with_(weak_pages=(99,)),
        EMPTY,
        UNTOLD,
    ),
    "registered kin": (general().setting("DT35", party="马小军"), KIN, HINT),
    "same surname and address": (
        general().setting("DT35", party="马军", party_address="沙湖市东街1号"),
        NEIGHBOUR,
        HINT,
    ),
    "same address, another surname": (
        general().setting("DT35", party="丁军", party_address="沙湖市东街1号"),
        NEIGHBOUR,
        NONE,
    ),
}


@pytest.mark.parametrize(("case", "known", "verdict"), RECUSAL.values(), ids=RECUSAL)
def test_a_request_for_recusal_is_decided(case: Papers, known: Library, verdict: Verdict) -> None:
    assert case.verdict("K04", known) is verdict


def reviewed(*names: object) -> Papers:
    """Return the general case with a legal review by these people."""
    return general().plus(paper("DT24", legal_reviewer=list(names), legal_review_date=day("04-08")))


def staff(qualified: bool, since: str | None) -> Library:
    """Return a library with one reviewer."""
    return Library(reviewers=(ReviewStaff("高洁", qualified, day(since) if since else None),))


REVIEWERS = {
    "no review": (general(), EMPTY, NONE),
    "somebody else": (reviewed("高洁"), EMPTY, OK),
    "the handler": (reviewed("王芳"), EMPTY, PROBLEM),
    "the handler among two": (reviewed("高洁", "王芳"), EMPTY, PROBLEM),
    "not read": (general().plus(paper("DT24", cause="超限")), EMPTY, UNTOLD),
    "perhaps the handler": (reviewed(weak("王方")), EMPTY, UNTOLD),
    "somebody else, read weakly": (reviewed(weak("高吉")), EMPTY, OK),
    "qualified": (reviewed("高洁"), staff(True, "2020-01-01"), OK),
    "first reviews in 2018": (reviewed("高洁"), staff(False, "2018-01-01"), PROBLEM),
    "reviewed before 2018": (reviewed("高洁"), staff(False, "2017-12-31"), OK),
    "since when is not known": (reviewed("高洁"), staff(False, None), UNTOLD),
    "not in the list": (reviewed("丁一"), staff(True, None), HINT),
    "served the notice only": (
        reviewed("丁一").plus(
            paper("DT37", served=served("DT19", "03-20"), officer=Officer("丁一"))
        ),
        EMPTY,
        OK,
    ),
}


@pytest.mark.parametrize(("case", "known", "verdict"), REVIEWERS.values(), ids=REVIEWERS)
def test_the_reviewer_is_not_the_handler(case: Papers, known: Library, verdict: Verdict) -> None:
    assert case.verdict("K06", known) is verdict


def heard(*chairs: object) -> Papers:
    """Return a case with a hearing under these chairs."""
    return general().plus(
        paper("DT29", hearing_request_date=day("03-22")),
        paper("DT32", hearing_chair=list(chairs), hearing_date=day("04-05")),
    )


CHAIRS = {
    "no hearing": (general(), NONE),
    "somebody else": (heard("高洁"), OK),
    "an investigator": (heard("马强"), PROBLEM),
    "not read": (heard(), UNTOLD),
    "perhaps an investigator": (heard(weak("马弓")), UNTOLD),
    "decided under the old law": (
        heard("马强").setting("DT35", decision_date=day("2021-07-14")),
        UNTOLD,
    ),
}


@pytest.mark.parametrize(("case", "verdict"), CHAIRS.values(), ids=CHAIRS)
def test_no_investigator_chairs_the_hearing(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T10") is verdict


def test_the_chair_is_shown_wherever_the_file_names_them() -> None:
    case = heard("马强").plus(paper("DT30", hearing_chair="马强"))

    finding = case.check("T10")

    pages = {place.page for place in finding.evidence}
    assert pages == {case.page("DT06"), case.page("DT32"), case.page("DT30")}


def signed(name: object, **facts: object) -> Papers:
    """Return the general case with a decision in the name of `name`."""
    return general().setting("DT35", issuing_body=name, **facts)


def subjects(*entries: LawfulSubject) -> Library:
    """Return a library with lawful subjects."""
    return Library(subjects=entries)


BUREAU = LawfulSubject("沙湖市交通运输局", day("2024-04-10"), day("2024-04-10"))
DETACHMENT = "沙湖市交通运输综合执法支队"
BODIES = {
    "the bureau": (signed("沙湖市交通运输局"), EMPTY, OK),
    "the bureau with its stamp": (signed("沙湖市交通运输局（印章）"), EMPTY, OK),
    "a committee": (signed("沙湖市交通运输委员会"), EMPTY, OK),
    "a brigade": (signed("沙湖市交通运输综合行政执法大队"), EMPTY, PROBLEM),
    "a branch of the bureau": (signed("沙湖市交通运输局东城分局"), EMPTY, PROBLEM),
    "an overload station": (signed("G70沙湖超限检测站"), EMPTY, PROBLEM),
    "a section": (signed("沙湖市交通运输局法规科"), EMPTY, PROBLEM),
    "a detachment": (signed(DETACHMENT), EMPTY, UNTOLD),
    "a supervision bureau": (signed("沙湖市交通运输综合执法监督局"), EMPTY, UNTOLD),
    "a brigade, read weakly": (signed(weak("沙湖市交通运输执法大队")), EMPTY, UNTOLD),
    "nobody": (signed(None), EMPTY, UNTOLD),
    "a brigade under the old law": (
        signed("沙湖市执法大队", decision_date=day("2021-07-14")),
        EMPTY,
        UNTOLD,
    ),
    "listed on that very day": (signed("沙湖市交通运输局"), subjects(BUREAU), OK),
    "listed with its province": (
        signed("沙湖市交通运输局"),
        subjects(LawfulSubject("宁海省沙湖市交通运输局")),
        OK,
    ),
    "listed until the day before": (
        signed("沙湖市交通运输局"),
        subjects(LawfulSubject("沙湖市交通运输局", None, day("2024-04-09"))),
        PROBLEM,
    ),
    "a listed detachment": (signed(DETACHMENT), subjects(LawfulSubject(DETACHMENT)), OK),
    "a listed brigade": (
        signed("沙湖县执法大队"),
        subjects(LawfulSubject("沙湖县执法大队")),
        OK,
    ),
    "not listed": (signed("东湖市交通运输局"), subjects(BUREAU), PROBLEM),
    "no penalty": (no_penalty(), EMPTY, OK),
    "inspection": (general().with_(procedure=Procedure.INSPECTION), EMPTY, NONE),
}


@pytest.mark.parametrize(("case", "known", "verdict"), BODIES.values(), ids=BODIES)
def test_a_lawful_body_decides(case: Papers, known: Library, verdict: Verdict) -> None:
    assert case.verdict("V01", known) is verdict


def test_since_may_2025_ningxia_decides_in_the_name_of_the_department() -> None:
    name = "银川市交通运输综合执法支队"
    before = signed(name, decision_date=day("2025-04-30")).check("V01")
    after = signed(name, decision_date=day("2025-05-01")).check("V01")

    assert (before.verdict, after.verdict) == (UNTOLD, UNTOLD)
    assert "2025-05-01" not in before.message
    assert "2025-05-01 起应以交通运输主管部门的名义" in after.message


ASKED = general().plus(paper("DT29", hearing_request_date=day("03-22")))
HEARINGS = {
    "not asked for": (general(), NONE),
    "asked for and held": (heard("高洁"), OK),
    "asked for, not held": (ASKED, PROBLEM),
    "asked for, only a notice": (ASKED.plus(paper("DT30", cause="超限")), PROBLEM),
    "asked for, the report tells of it": (ASKED.plus(paper("DT33", cause="超限")), UNTOLD),
    "asked for, the decision tells of it": (ASKED.setting("DT35", hearing_told_held=True), UNTOLD),
    "asked for, then given up": (ASKED.plus(paper("DT27", waiver_date=waiver("03-25"))), OK),
    "given up, then asked for": (ASKED.plus(paper("DT27", waiver_date=waiver("03-21"))), PROBLEM),
    "asked for, taken back": (ASKED.plus(paper("DT27", hearing_withdrawn=True)), OK),
    "asked for on the last day": (
        ASKED.setting("DT29", hearing_request_date=day("03-27")),
        PROBLEM,
    ),
    "asked for too late": (ASKED.setting("DT29", hearing_request_date=day("03-28")), UNTOLD),
    "date of the request not read": (ASKED.setting("DT29", hearing_request_date=None), PROBLEM),
    "a page not read": (ASKED.with_(weak_pages=(99,)), UNTOLD),
    "not decided yet": (ASKED.without("DT35"), NONE),
    "under the old law": (ASKED.setting("DT35", decision_date=day("2021-07-14")), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), HEARINGS.values(), ids=HEARINGS)
def test_a_hearing_that_was_asked_for_is_held(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("V08") is verdict


def on_the_spot(fine: object, kind: str | None = "person", **facts: object) -> Papers:
    """Return a summary case with this fine for this kind of party."""
    return summary().setting("DT34", decision_fine=fine, party_kind=kind, **facts)


BUSINESS = "individual_business"
AS_PERSON = Library(settings={"individual_business": "person"})
AS_UNIT = Library(settings={"individual_business": "organisation"})
LIMITS = {
    "person at the limit": (on_the_spot(Decimal(200)), EMPTY, OK),
    "person above": (on_the_spot(Decimal(201)), EMPTY, PROBLEM),
    "unit at the limit": (on_the_spot(Decimal(3000), "organisation"), EMPTY, OK),
    "unit above": (on_the_spot(Decimal(3001), "organisation"), EMPTY, PROBLEM),
    "business below both": (on_the_spot(Decimal(200), BUSINESS), EMPTY, OK),
    "business between": (on_the_spot(Decimal(1000), BUSINESS), EMPTY, UNTOLD),
    "business above both": (on_the_spot(Decimal(3001), BUSINESS), EMPTY, PROBLEM),
    "business as a person": (on_the_spot(Decimal(1000), BUSINESS), AS_PERSON, PROBLEM),
    "business as a unit": (on_the_spot(Decimal(1000), BUSINESS), AS_UNIT, OK),
    "kind unknown, between": (on_the_spot(Decimal(1000), None), EMPTY, UNTOLD),
    "kind unknown, above both": (on_the_spot(Decimal(5000), None), EMPTY, PROBLEM),
    "warning": (on_the_spot(None, warning_only=True), EMPTY, OK),
    "fine read weakly": (on_the_spot(weak(Decimal(500))), EMPTY, UNTOLD),
    "no fine read": (on_the_spot(None), EMPTY, UNTOLD),
    "confiscation": (on_the_spot(Decimal(200), penalty_kind="没收违法所得"), EMPTY, PROBLEM),
    "under the old law": (
        on_the_spot(Decimal(500), decision_date=day("2021-07-14")),
        EMPTY,
        UNTOLD,
    ),
    "general procedure": (general(), EMPTY, NONE),
}


@pytest.mark.parametrize(("case", "known", "verdict"), LIMITS.values(), ids=LIMITS)
def test_fines_on_the_spot_are_limited(case: Papers, known: Library, verdict: Verdict) -> None:
    assert case.verdict("T26", known) is verdict


def opined(*texts: object, **facts: Any) -> Papers:
    """Return the general case with a review for each opinion."""
    return general().plus(*(paper("DT24", review_opinion=text, **facts) for text in texts))


PASSED = {
    "no review": (general(), NONE),
    "agreed": (opined("经审核，同意处罚"), OK),
    "refused": (opined("证据不足，退回承办机构补充调查"), PROBLEM),
    "not agreed": (opined("不同意作出处罚决定"), PROBLEM),
    "refused, then agreed": (opined("不同意", "同意"), UNTOLD),
    "refused, read weakly": (opined(weak("不同意")), UNTOLD),
    "refused, no decision": (opined("不同意").without("DT35"), OK),
}


@pytest.mark.parametrize(("case", "verdict"), PASSED.values(), ids=PASSED)
def test_a_review_that_does_not_pass_ends_the_case(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-D1-01") is verdict
    assert (case.verdict("V09") is PROBLEM) is (verdict is PROBLEM)


SUBSTANCE = {
    "only agreed": (opined("同意。"), HINT),
    "agreed in a phrase": (opined("经审核，同意承办机构处理意见"), HINT),
    "what was looked at": (opined("事实清楚，证据充分，程序合法，同意处罚"), OK),
    "looked at in another section": (opined("同意", review_points=6), OK),
    "not read": (general().plus(paper("DT24", cause="超限")), NONE),
}


@pytest.mark.parametrize(("case", "verdict"), SUBSTANCE.values(), ids=SUBSTANCE)
def test_a_review_says_what_it_looked_at(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-D3-01") is verdict


def discussed(members: list[str], speakers: list[str]) -> Papers:
    """Return the general case with a group discussion."""
    return general().plus(
        paper("DT25", discussion_member=members or None, discussion_speaker=speakers or None)
    )


EACH = {
    "no discussion": (general(), NONE, NONE),
    "everybody spoke": (discussed(["丁一", "高洁"], ["丁一", "高洁"]), OK, OK),
    "nobody's opinion": (discussed(["丁一", "高洁"], []), HINT, OK),
    "one is silent": (discussed(["丁一", "高洁"], ["丁一"]), HINT, OK),
    "members not read": (discussed([], []), NONE, NONE),
    "the handler takes part": (discussed(["丁一", "马强"], ["丁一", "马强"]), OK, HINT),
}


@pytest.mark.parametrize(("case", "each", "handler"), EACH.values(), ids=EACH)
def test_the_minutes_hold_everybodys_opinion(case: Papers, each: Verdict, handler: Verdict) -> None:
    assert (case.verdict("R-D4-01"), case.verdict("R-D4-02")) == (each, handler)
