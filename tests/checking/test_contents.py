"""Contents: T36 remedies, K-F4 what a decision states, R-C7-01 what a notice states."""

import pytest

from reviewer.model import Redress, Verdict
from tests.checking.builders import Papers, day, elements, general, no_penalty, summary

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE
TOWN, BUREAU = "沙湖市人民政府", "沙北省交通运输厅"


def telling(days: int | None, body: str, months: int | None, **facts: object) -> Papers:
    """Return a general case whose decision names these remedies."""
    return general().setting("DT35", redress=Redress(days, body, months), **facts)


def on_the_spot(**facts: object) -> Papers:
    """Return a summary case with `facts` on its decision."""
    return summary().setting("DT34", **facts)


T36 = {
    "sixty days, six months": (general(), OK),
    "thirty days": (telling(30, TOWN, 6), PROBLEM),
    "three months to sue": (telling(60, TOWN, 3), PROBLEM),
    "fifteen days to sue": (telling(60, TOWN, None, suit_days=15), PROBLEM),
    "two months for reconsideration": (
        telling(None, TOWN, 6, reconsideration_months=2),
        PROBLEM,
    ),
    "a period left out is told by another rule": (telling(60, TOWN, None), OK),
    "the department above": (telling(60, BUREAU, 6), PROBLEM),
    "the department above beside the government": (telling(60, f"{TOWN}或者{BUREAU}", 6), PROBLEM),
    "the department above, of 2023": (
        telling(60, BUREAU, 6, decision_date=day("2023-12-29")),
        OK,
    ),
    "a body of the ministry": (telling(60, "交通运输部", 6, issuing_body="长江航务管理局"), OK),
    "date not read, department above": (telling(60, BUREAU, 6, decision_date=None), UNTOLD),
    "nothing told": (general().setting("DT35", redress=None), UNTOLD),
    "on the spot, reconsideration first": (summary(), OK),
    "on the spot, not told first": (on_the_spot(reconsider_first=None), PROBLEM),
    "on the spot, suing at once": (on_the_spot(direct_suit=True), PROBLEM),
    "on the spot of 2023": (
        on_the_spot(reconsider_first=None, direct_suit=True, decision_date=day("2023-12-29")),
        OK,
    ),
    "no penalty, thirty days": (
        no_penalty().setting("DT36", redress=Redress(30, TOWN, 6)),
        PROBLEM,
    ),
    "before the law": (telling(30, TOWN, 6, decision_date=day("2021-07-01")), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), T36.values(), ids=T36)
def test_remedies(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("T36") is verdict


def lacking(*names: str) -> Papers:
    """Return a general case whose decision does not state `names`."""
    stated = [one for one in elements("K-F4", "DT35") if one not in names]
    return general().setting("DT35", stated=stated)


KF4 = {
    "everything": (general(), OK),
    "no address": (lacking("当事人地址"), PROBLEM),
    "no evidence": (lacking("证据"), PROBLEM),
    "no time to pay, but days were read": (lacking("履行期限"), OK),
    "no bank": (lacking("代收机构", "履行方式"), PROBLEM),
    "no surcharge": (lacking("加处罚款提示"), PROBLEM),
    "much at once is a page that was not read": (
        lacking("证据", "当事人地址", "处罚依据", "代收机构", "加处罚款提示"),
        UNTOLD,
    ),
    "weak page": (lacking("证据").with_(weak_pages=(8,)), UNTOLD),
    "a warning needs no bank": (
        lacking("代收机构", "履行方式", "加处罚款提示").setting(
            "DT35", warning_only=True, decision_fine=None
        ),
        OK,
    ),
    "another penalty needs no bank": (
        lacking("代收机构", "履行方式", "加处罚款提示").setting("DT35", decision_fine=None),
        OK,
    ),
    "on the spot": (summary(), OK),
    "no penalty": (no_penalty(), OK),
    "no decision": (general().without("DT35"), UNTOLD),
    "before the law": (lacking("证据").setting("DT35", decision_date=day("2021-07-01")), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), KF4.values(), ids=KF4)
def test_what_a_decision_states(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("K-F4") is verdict


def test_bank_and_surcharge_are_told_apart_by_their_subjects() -> None:
    finding = lacking("代收机构", "履行方式", "加处罚款提示").check("K-F4")

    subjects = [one.subject.partition("@")[0] for one in finding.breaches]
    assert subjects == ["DT35代收机构", "DT35加处罚款提示"]


NOTICE = {
    "everything": (general(), OK),
    "no reasons": (
        general().setting("DT26", stated=["违法事实", "处罚依据", "陈述、申辩权利"]),
        HINT,
    ),
    "no right to plead": (
        general().setting("DT26", stated=["违法事实", "处罚理由", "处罚依据"]),
        HINT,
    ),
    "rights read elsewhere": (
        general().setting(
            "DT26", stated=["违法事实", "处罚理由", "处罚依据"], pleading_right_told=True
        ),
        OK,
    ),
    "no notice": (general().without("DT26"), UNTOLD),
    "no penalty": (no_penalty(), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), NOTICE.values(), ids=NOTICE)
def test_what_a_notice_states(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("R-C7-01") is verdict
