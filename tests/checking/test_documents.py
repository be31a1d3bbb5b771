"""Missing documents: what the matrix of documents.md 3.4 requires, and what only hides one."""

import pytest

from reviewer.model import Procedure, Unreadable, Verdict
from tests.checking.builders import Papers, day, general, no_penalty, paper, served, summary, weak

OK, PROBLEM = Verdict.OK, Verdict.PROBLEM
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE
REQUIRED = ("DT05", "DT07", "DT23", "DT26", "DT52")
UNREADABLE = Unreadable("旧.doc", "旧版 Word 文件，请另存为 .docx 后重新导入。")


@pytest.mark.parametrize("code", REQUIRED)
def test_a_document_in_the_file_is_found_and_shown(code: str) -> None:
    finding = general().check(f"M-{code}")

    assert finding.verdict is OK
    assert [place.page for place in finding.evidence] == [general().page(code)]


@pytest.mark.parametrize("code", REQUIRED)
def test_a_missing_document_is_a_problem_without_evidence(code: str) -> None:
    finding = general().without(code).check(f"M-{code}")

    assert finding.verdict is PROBLEM
    assert finding.evidence == ()
    assert "第1—10页" in finding.message
    assert finding.searched[0] == "已查第1—10页"


def test_the_message_says_what_came_nearest() -> None:
    case = general().without("DT23")

    assert f"最接近的是《结案报告》（第{case.page('DT52')}页）" in case.check("M-DT23").message


@pytest.mark.parametrize(
    ("case", "verdict"),
    [
        (general().with_(unclassified=3), PROBLEM),
        (general().with_(unclassified=1, weak_pages=(11,)), UNTOLD),
        (general().with_(weak_pages=(3,)), PROBLEM),
        (general().with_(unreadable=(UNREADABLE,)), UNTOLD),
    ],
    ids=[
        "pages of no document do not matter",
        "weak page",
        "weak page whose title was read",
        "unreadable file",
    ],
)
def test_what_may_hide_a_document_leaves_it_untold(case: Papers, verdict: Verdict) -> None:
    assert case.without("DT05").verdict("M-DT05") is verdict


def test_what_may_hide_a_document_is_named() -> None:
    case = (
        general().without("DT05").with_(unreadable=(UNREADABLE,), unclassified=1, weak_pages=(11,))
    )

    message = case.check("M-DT05").message

    assert "《旧.doc》未能读取" in message
    assert "第11页识别不清" in message


MATRIX = [
    # procedure        05       07       23       26       37       52
    ("general", "P P P P P P"),
    ("no_penalty", "P P P - P P"),
    ("summary", "- - - - - P"),
    ("coercive", "- - - - - -"),
    ("inspection", "- - - - - -"),
    ("unknown", "? ? ? ? ? ?"),
]


@pytest.mark.parametrize(("procedure", "row"), MATRIX, ids=[name for name, _ in MATRIX])
def test_the_matrix_says_what_a_procedure_requires(procedure: str, row: str) -> None:
    verdicts = {"P": PROBLEM, "-": OUTSIDE, "?": UNTOLD}
    decision = {"general": "DT35", "no_penalty": "DT36"}.get(procedure)
    papers = (paper("DT55"), *((paper(decision),) if decision else ()))
    case = Papers(papers, Procedure(procedure))

    codes = ("M-DT05", "M-DT07", "M-DT23", "M-DT26", "M-DT37", "M-DT52")
    assert [case.verdict(code) for code in codes] == [verdicts[sign] for sign in row.split()]


OLD = general().setting("DT35", decision_date=day("2021-07-14"))


@pytest.mark.parametrize("code", ["DT05", "DT07", "DT23", "DT26", "DT37:DT35", "DT52"])
def test_what_a_case_of_the_old_law_lacks_is_not_judged_by_the_new(code: str) -> None:
    rule = f"M-{code[:4]}"

    assert OLD.verdict(rule) is OK
    assert OLD.without(code).verdict(rule) is UNTOLD
    assert "适用2017年处罚法，未收录" in OLD.without(code).check(rule).message
    assert (
        OLD.setting("DT35", decision_date=day("2021-07-15")).without(code).verdict(rule) is PROBLEM
    )


def test_without_pages_nothing_is_missing() -> None:
    assert Papers(()).verdict("M-DT05") is UNTOLD


RECEIPTS = {
    "both in the file": (general(), OK),
    "of the decision missing": (general().without("DT37:DT35"), PROBLEM),
    "of the notice missing": (general().without("DT37:DT26"), PROBLEM),
    "of another document instead": (
        general().setting("DT37:DT26", served=served("DT19", "03-20"), notice_served_date=None),
        PROBLEM,
    ),
    "told by number alone": (
        general().setting("DT37:DT35", served=served("", "04-12", "宁交执罚〔2024〕12号")),
        OK,
    ),
    "with another number": (
        general().setting("DT37:DT35", served=served("DT35", "04-12", "宁交执罚〔2024〕99号")),
        UNTOLD,
    ),
    "with the number broken over lines": (
        general().setting("DT37:DT35", served=served("DT35", "04-12", "罚〔2024〕12号")),
        OK,
    ),
    "told by the end of its number": (
        general().setting("DT37:DT35", served=served("", "04-12", "执罚〔2024〕12号")),
        OK,
    ),
    "told by a serial that others share": (
        general().setting(
            "DT37:DT35", served=served("", "04-12", "〔2024〕12号"), decision_served_date=None
        ),
        UNTOLD,
    ),
    "of another number and no name": (
        general().setting(
            "DT37:DT35",
            served=served("", "04-12", "宁交改正〔2024〕8号"),
            decision_served_date=None,
        ),
        PROBLEM,
    ),
    "number read weakly": (
        general().setting(
            "DT37:DT35", served=weak(served("DT35", "04-12", "宁交执罚〔2024〕99号"))
        ),
        OK,
    ),
    "without name and number": (
        general().setting("DT37:DT35", served=served("", "04-12"), decision_served_date=None),
        UNTOLD,
    ),
    "not read at all": (
        general().setting("DT37:DT35", served=None, decision_served_date=None),
        UNTOLD,
    ),
    "decision missing with its receipt": (general().without("DT35", "DT37:DT35"), UNTOLD),
    "notice missing with its receipt": (general().without("DT26", "DT37:DT26"), UNTOLD),
    "weak page": (
        general().without("DT37:DT35").with_(unclassified=1, weak_pages=(11,)),
        UNTOLD,
    ),
    "announced": (general().without("DT37:DT35").plus(paper("DT39")), UNTOLD),
    "no penalty": (no_penalty(), OK),
    "no penalty, notice without receipt": (no_penalty().plus(paper("DT26")), OK),
    "summary": (summary(), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), RECEIPTS.values(), ids=RECEIPTS)
def test_each_service_has_a_receipt_that_names_the_document(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("M-DT37") is verdict


def test_decision_and_notice_without_receipt_are_two_breaches() -> None:
    case = general().without("DT37")

    finding = case.check("M-DT37")

    assert [breach.subject for breach in finding.breaches] == [
        f"DT35@案卷.pdf#{case.page('DT35')}",
        f"DT26@案卷.pdf#{case.page('DT26')}",
    ]
    assert finding.evidence == ()


def test_receipts_in_the_file_are_the_evidence() -> None:
    places = general().check("M-DT37").evidence

    assert {place.page for place in places} == {7, 9}
