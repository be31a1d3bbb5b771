"""What documents say differently (K-F5), and numbers that cannot be (K16)."""

from typing import Any

import pytest

from reviewer.checking.families.likeness import (
    is_near_name,
    is_same_name,
    numbers_differ,
    plain,
)
from reviewer.model import Verdict
from tests.checking.builders import Papers, day, general, pages, paper, served, weak

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
OUTSIDE = Verdict.NOT_APPLICABLE
COMPANY, CARD = "宁夏鑫达物流有限公司", "640102198501011239"
CODE, PLATE, CASE_NO = "91640100MA76X1234N", "宁A12345", "宁交案〔2024〕12号"
DECISION_NO, NOTICE_NO = "宁交执罚〔2024〕12号", "宁交执告〔2024〕12号"
NAMING = ("DT05", "DT06", "DT23", "DT26", "DT35", "DT37:DT26", "DT37:DT35", "DT52")


def agreed(**facts: Any) -> Papers:
    """Return the general case in which all documents that name the party say `facts`."""
    case = general()
    for code in NAMING:
        case = case.setting(code, **facts)
    return case


NAMED = agreed(party=COMPANY, plate=PLATE, case_no=CASE_NO)

SAID = {
    "all the same": (NAMED, OK),
    "another name": (NAMED.setting("DT52", party="宁夏宏远运输有限公司"), PROBLEM),
    "one character": (NAMED.setting("DT52", party="宁夏鑫大物流有限公司"), PROBLEM),
    "a person in place of the company": (NAMED.setting("DT26", party="张三"), PROBLEM),
    "the driver on the record": (NAMED.setting("DT06", party="张三"), OK),
    "the decision is the odd one": (NAMED.setting("DT35", party="宁夏鑫大物流有限公司"), PROBLEM),
    "read weakly": (NAMED.setting("DT52", party=weak("宁夏鑫大物流有限公司")), OK),
    "brackets and blanks": (NAMED.setting("DT52", party="宁夏 鑫达物流有限公司（盖章）"), OK),
    "an abbreviation": (NAMED.setting("DT52", party="鑫达公司"), OK),
    "cut off by its cell": (NAMED.setting("DT52", party="宁夏鑫达物流有限"), OK),
    "a registered change of name": (
        NAMED.setting("DT52", party="宁夏宏远运输有限公司").plus(paper("DT63")),
        OK,
    ),
    "another plate": (NAMED.setting("DT52", plate="宁A12354"), PROBLEM),
    "a plate of another vehicle beside it": (
        NAMED.setting("DT52", plate=[PLATE, "宁A12346"]),
        OK,
    ),
    "the quantity beside it": (NAMED.plus(paper("DT16", plate=f"{PLATE}1")), OK),
    "a trailer": (NAMED.setting("DT06", plate=[PLATE, "宁A123挂"]), OK),
    "case number": (NAMED.setting("DT52", case_no="宁交案〔2024〕21号"), PROBLEM),
    "own number printed as case number": (
        NAMED.setting("DT35", case_no=DECISION_NO),
        OK,
    ),
    "branch of the case number": (NAMED.setting("DT52", case_no="宁交案〔2024〕12号-2"), OK),
    "decision number on the receipt": (
        NAMED.setting("DT37:DT35", served=served("DT35", "04-12", "宁交执罚〔2024〕21号")),
        PROBLEM,
    ),
    "decision number in the closing report": (
        NAMED.setting("DT52", decision_no="宁交执罚〔2023〕12号"),
        PROBLEM,
    ),
    "decision number in other brackets": (
        NAMED.setting("DT52", decision_no="宁交执罚[2024]12号"),
        OK,
    ),
    "notice number in the decision": (
        NAMED.setting("DT35", notice_no="宁交执告〔2024〕21号"),
        PROBLEM,
    ),
    "day of the offence": (
        NAMED.setting("DT35", offence_date=day("03-01")).setting("DT26", offence_date=day("03-02")),
        HINT,
    ),
    "nothing to compare": (Papers((paper("DT55"), paper("DT35", party=COMPANY))), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), SAID.values(), ids=SAID)
def test_documents_that_disagree_are_reported(case: Papers, verdict: Verdict) -> None:
    finding = case.check("K-F5")

    assert finding.verdict is verdict, finding.message


def test_a_breach_shows_the_odd_document_and_a_usual_one() -> None:
    case = NAMED.setting("DT52", party="宁夏鑫大物流有限公司")

    (breach,) = case.check("K-F5").breaches

    assert breach.subject == f"party-DT52@案卷.pdf#{case.page('DT52')}"
    assert pages(breach.evidence) == {case.page("DT52"), case.page("DT35")}


def test_the_party_is_a_person_of_another_name() -> None:
    case = agreed(party="张伟")

    assert case.setting("DT52", party="张玮").verdict("K-F5") is PROBLEM
    assert case.setting("DT52", party="张伟男").verdict("K-F5") is OK


def test_shop_and_keeper_are_one_party() -> None:
    shop = agreed(party="兴庆区顺达汽修厂", party_kind="individual_business")

    assert shop.setting("DT37:DT35", party="张三").verdict("K-F5") is OK


@pytest.mark.parametrize(
    ("name", "usual", "same"),
    [
        ("鑫达物流公司", COMPANY, True),
        ("宁夏鑫达物流公司", COMPANY, False),
        ("宁夏鑫达物流有限公司法定代表人", COMPANY, True),
        ("宁夏鑫达物流有限公司银川分公司", COMPANY, False),
        ("车辆案宁夏鑫达物流有限公司1", COMPANY, True),
        ("张三身份证", "张三", True),
        ("张三丰", "张三", False),
    ],
)
def test_an_abbreviation_is_the_same_name(name: str, usual: str, same: bool) -> None:
    assert is_same_name(plain(name), plain(usual)) is same


def test_names_that_share_half_are_near() -> None:
    assert is_near_name("张伟", "张玮")
    assert not is_near_name("李强", "张玮")


@pytest.mark.parametrize(
    ("number", "usual", "differ"),
    [
        (CASE_NO, CASE_NO, False),
        ("宁交案〔2024〕013号", "宁交案〔2024〕13号", False),
        ("交案〔2024〕21号", CASE_NO, True),
        (NOTICE_NO, DECISION_NO, False),
        ("宁文案〔2024〕12号", CASE_NO, True),
        ("情况说明", CASE_NO, False),
    ],
)
def test_numbers_of_one_series_differ_by_year_and_serial(
    number: str, usual: str, differ: bool
) -> None:
    assert numbers_differ(number, usual) is differ


CHECKED = {
    "valid": (agreed(party_id=CARD), OK),
    "wrong check digit": (agreed(party_id="640102198501011238"), PROBLEM),
    "a ring for a nought": (agreed(party_id="91649900MAW9WOWF4M"), OK),
    "too short": (agreed(party_id="64010219850101123"), PROBLEM),
    "an old number": (agreed(party_id="640102850101123"), OK),
    "one document differs": (agreed(party_id=CARD).setting("DT52", party_id=CARD[:-1] + "8"), OK),
    "a plate": (agreed(plate=PLATE), OK),
    "a plate for electric trucks": (agreed(plate="宁A12345D"), OK),
    "a short plate": (agreed(plate="宁A1234"), PROBLEM),
    "a long plate": (agreed(plate="宁A123456"), PROBLEM),
    "a trailer's plate": (agreed(plate="宁A1234挂"), OK),
    "a permit": (agreed(permit_no="640100001234"), OK),
    "a short permit": (agreed(permit_no="64010000123"), HINT),
    "nothing read": (general(), OUTSIDE),
}


@pytest.mark.parametrize(("case", "verdict"), CHECKED.values(), ids=CHECKED)
def test_numbers_that_cannot_be_are_reported(case: Papers, verdict: Verdict) -> None:
    finding = case.check("K16")

    assert finding.verdict is verdict, finding.message


def test_a_number_that_differs_is_reported_once_by_the_comparison() -> None:
    case = agreed(party_id=CARD).setting("DT52", party_id=CARD[:-1] + "8")

    assert case.verdict("K-F5") is PROBLEM
    assert case.verdict("K16") is OK


def test_a_code_of_a_company_is_checked() -> None:
    assert agreed(party_id=CODE[:-1] + "0").verdict("K16") is PROBLEM


def test_an_id_card_that_adds_up_as_a_credit_code_is_still_wrong() -> None:
    assert agreed(party_id="620921198206080933").verdict("K16") is PROBLEM
