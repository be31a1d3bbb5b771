"""Facts survive the way to JSON and back."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from reviewer.model import (
    FACT_KEYS,
    CitedArticle,
    FactValue,
    Officer,
    Redress,
    Served,
    Session,
    Waiver,
    value_from_json,
    value_to_json,
)

EXAMPLES: list[tuple[str, FactValue]] = [
    ("decision_date", date(2024, 4, 10)),
    ("seizure_at", datetime(2024, 4, 10, 15, 20)),  # noqa: DTZ001 — times of law are local
    ("decision_fine", Decimal("8000")),
    ("decision_fine", Decimal("8000.5")),
    ("pay_days", 15),
    ("hearing_right_told", True),
    ("party", "沙湖市宏途物流有限公司"),
    ("officer", Officer("周敏", "NX0102")),
    ("waiver_date", Waiver(date(2024, 4, 2), hearing=True)),
    ("served", Served("DT35", "宁交罚〔2024〕12号", date(2024, 4, 11), "直接送达")),
    ("served", Served("", "", None, "")),
    ("cited_article", CitedArticle("道路运输条例", 69, 2)),
    ("redress", Redress(60, "沙湖市人民政府", 6)),
    ("session", Session(("周敏", "马强"), "G109 K1186", None, datetime(2024, 3, 6, 11, 0))),  # noqa: DTZ001
]


@pytest.mark.parametrize(("key", "value"), EXAMPLES, ids=[key for key, _ in EXAMPLES])
def test_a_value_comes_back_from_json_as_it_was(key: str, value: FactValue) -> None:
    assert value_from_json(key, value_to_json(value)) == value


def test_dates_times_and_amounts_are_printed_as_others_expect() -> None:
    printed = [value_to_json(value) for _, value in EXAMPLES[:4]]

    assert printed == ["2024-04-10", "2024-04-10T15:20", 8000, 8000.5]


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValueError, match="moon_phase"):
        value_from_json("moon_phase", "full")


def test_every_key_of_the_published_output_is_known() -> None:
    published = """case_no decision_no notice_no cause party party_kind party_id plate officer
    found_date offence_date offence_end_date filing_date filing_approved_date
    investigation_end_date notice_date notice_served_date statement_date waiver_date
    hearing_request_date hearing_notice_served_date hearing_date hearing_chair legal_review_date
    legal_reviewer review_opinion discussion_date decision_date decision_served_date served
    prolonged_on pay_days paid_date paid_amount surcharge urge_served_date court_application_date
    closing_date archived_date public_date copied_date record_filed_date evidence_hold_date
    evidence_hold_end_date seizure_at seizure_approved_at seizure_urgent seizure_extended_to
    seizure_end_date notice_fine decision_fine decision_fine_words issuing_body cited_article
    redress session gross_weight_kg axles calibration_valid_until correction_deadline
    recheck_date"""

    assert not set(published.split()) - set(FACT_KEYS)
