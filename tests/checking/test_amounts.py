"""K12: one fine, the same in report, notice, decision and receipts."""

from decimal import Decimal

import pytest

from reviewer.checking import words
from reviewer.model import Procedure, Verdict
from tests.checking.builders import Papers, day, general, no_penalty, paper, summary, waiver, weak

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE


def yuan(value: int) -> Decimal:
    return Decimal(value)


def fined(value: int) -> Papers:
    """Return the general case with another fine in the decision, paid in full."""
    case = general().setting("DT35", decision_fine=yuan(value), decision_fine_words=yuan(value))
    return case.setting("DT41", paid_amount=yuan(value))


def paid(*amounts: int) -> Papers:
    """Return the general case with these receipts of payment."""
    receipts = (paper("DT41", paid_amount=yuan(one)) for one in amounts)
    return general().without("DT41").plus(*receipts)


SITUATIONS = {
    "all the same": (general(), OK),
    "summary": (summary(), OK),
    "no penalty": (no_penalty(), OUTSIDE),
    "coercive": (general().with_(procedure=Procedure.COERCIVE), OUTSIDE),
    "warning": (general().setting("DT35", warning_only=True), OUTSIDE),
    "words differ from figures": (
        general().setting("DT35", decision_fine_words=yuan(2000)),
        PROBLEM,
    ),
    "no words": (general().setting("DT35", decision_fine_words=None), OK),
    "words read weakly": (
        general().setting("DT35", decision_fine_words=weak(yuan(2000))),
        UNTOLD,
    ),
    "figures read weakly, words say the same": (
        general().setting("DT35", decision_fine=weak(yuan(3000))),
        OK,
    ),
    "notice read weakly, the same elsewhere": (
        general().setting("DT26", notice_fine=weak(yuan(3000))),
        OK,
    ),
    "notice read weakly, another sum": (
        general().setting("DT26", notice_fine=weak(yuan(8000))),
        UNTOLD,
    ),
    "summary words differ": (summary().setting("DT34", decision_fine_words=yuan(300)), PROBLEM),
    "more than the notice": (fined(5000), PROBLEM),
    "less than the notice": (fined(2000), OK),
    "more after pleading": (fined(5000).plus(paper("DT27", statement_date=day("03-22"))), OK),
    "more after a hearing": (fined(5000).plus(paper("DT32")), OK),
    "more although pleading was given up": (
        fined(5000).plus(paper("DT27", waiver_date=waiver("03-22", hearing=False))),
        PROBLEM,
    ),
    "told anew with the higher fine": (
        fined(5000).plus(paper("DT26", notice_fine=yuan(5000))),
        OK,
    ),
    "no notice": (general().without("DT26"), UNTOLD),
    "notice without amount": (general().setting("DT26", notice_fine=None), UNTOLD),
    "report proposes another fine": (general().setting("DT23", report_fine=yuan(2000)), HINT),
    "no report": (general().without("DT23"), OK),
    "paid too little": (paid(2500), PROBLEM),
    "paid too much": (paid(3500), PROBLEM),
    "paid by instalments": (paid(1000, 2000), OK),
    "paid by equal instalments": (paid(1000, 1000, 1000), OK),
    "one payment shown by two papers": (paid(3000, 3000), OK),
    "paid with a surcharge": (
        paid(3900).plus(paper("DT45", surcharge=yuan(900))),
        OK,
    ),
    "surcharge told apart": (paid(3000).plus(paper("DT41", surcharge=yuan(900))), OK),
    "instalments still running": (paid(1000).plus(paper("DT40")), UNTOLD),
    "not paid, told so": (
        general().without("DT41").setting("DT52", fine_unpaid=True),
        OK,
    ),
    "not paid, urged": (general().without("DT41").plus(paper("DT43")), OK),
    "no receipt": (general().without("DT41"), UNTOLD),
    "receipt read weakly": (general().setting("DT41", paid_amount=weak(yuan(300))), UNTOLD),
    "no decision": (general().without("DT35"), UNTOLD),
    "decision without amount": (general().setting("DT35", decision_fine=None), UNTOLD),
    "decision read weakly": (general().setting("DT35", decision_fine=weak(yuan(1))), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), SITUATIONS.values(), ids=SITUATIONS)
def test_the_fine_is_the_same_everywhere(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("K12") is verdict


def test_a_difference_shows_both_amounts() -> None:
    case = fined(5000)

    finding = case.check("K12")

    assert finding.message == (
        "通知书拟罚 3,000 元，决定书 5,000 元，高于通知书而卷内未见陈述申辩（处罚法第四十五条）。"
    )
    assert {place.page for place in finding.evidence} == {case.page("DT26"), case.page("DT35")}


def test_two_differences_are_two_breaches() -> None:
    case = fined(5000).setting("DT41", paid_amount=yuan(3000))

    assert [one.subject[:4] for one in case.check("K12").breaches] == ["DT26", "DT41"]


TYPED = {
    "notice": (("decision_fine", 5000), ("notice_fine", 3000)),
    "words": (("decision_fine", 3000), ("decision_fine_words", 5000)),
    "receipt": (("decision_fine", 3000), ("paid_amount", 5000)),
}


@pytest.mark.parametrize(
    ("name", "code"), [("notice", "DT26"), ("words", "DT35"), ("receipt", "DT41")]
)
def test_a_typed_amount_stands_for_the_document_that_should_state_it(name: str, code: str) -> None:
    typed = tuple((key, yuan(value)) for key, value in TYPED[name])
    alone, beside = Papers((), Procedure.GENERAL, typed=typed), general().with_(typed=typed)

    for case in (alone, beside):
        found = [one for one in case.check("K12").breaches if one.verdict is PROBLEM]
        assert code in [one.subject.partition("@")[0] for one in found]


@pytest.mark.parametrize(
    ("amount", "printed"), [("8000.00", "8,000 元"), ("8000.50", "8,000.50 元")]
)
def test_amounts_are_written_with_fen_only_where_there_are_any(amount: str, printed: str) -> None:
    assert words.yuan(Decimal(amount)) == printed
