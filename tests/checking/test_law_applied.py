"""V05, K19, R-A7-01: the law that applies, and the refusal that some penalties ask for."""

from decimal import Decimal
from typing import Any

import pytest

from reviewer.model import CitedArticle, Verdict
from tests.checking.builders import Papers, day, general, paper, served, weak

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE
ROAD = "道路运输条例"
FREIGHT = "未取得道路运输经营许可擅自从事道路普通货物运输经营"
PASSENGER = "未取得道路运输经营许可擅自从事道路客运经营"
DANGEROUS = "未取得道路运输经营许可擅自从事道路危险货物运输经营"
UPKEEP = "不按规定维护和检测运输车辆"
BEFORE, AFTER = ("2023-07-01", "2023-08-20"), ("2023-08-01", "2023-09-20")
LONG_BEFORE = ("2023-05-01", "2023-07-10")


def applying(cause: str, days: tuple[str, str], *cited: int | None, **facts: Any) -> Papers:
    """Return a case of `cause` done and decided on `days` under an article of 道路运输条例."""
    article = CitedArticle(ROAD, *cited)  # type: ignore[arg-type]
    return (
        general()
        .setting(
            "DT35",
            cause=cause,
            offence_date=day(days[0]),
            decision_date=day(days[1]),
            penalty_article=article,
            cited_article=article,
            decision_fine=None,
            decision_fine_words=None,
            **facts,
        )
        .setting("DT05", found_date=day(days[0]))
    )


EDITIONS = {
    "an item that the article has not": (
        applying("在旅客运输途中擅自变更运输车辆", ("2024-06-19", "2024-06-19"), 69, 1, 2),
        PROBLEM,
    ),
    "the item in which the act stands": (
        applying("在旅客运输途中擅自变更运输车辆", ("2024-06-19", "2024-06-19"), 68, 1, 2),
        OK,
    ),
    "after, new": (applying(UPKEEP, AFTER, 69, 1), OK),
    "after, old": (applying(UPKEEP, AFTER, 70, 1), PROBLEM),
    "on the very day, old": (applying(UPKEEP, ("2023-07-20", "2023-08-20"), 70, 1), PROBLEM),
    "after, no longer punished": (applying("未按规定携带车辆营运证", AFTER, 68), PROBLEM),
    "after, the new item": (applying(FREIGHT, AFTER, 63, None, 1), OK),
    "after, no item": (applying(FREIGHT, AFTER, 63), OK),
    "after, no item, the old year": (
        applying(FREIGHT, AFTER, 63, cited_edition="道路运输条例 2022"),
        PROBLEM,
    ),
    "after, no item, the old range": (
        applying(FREIGHT, AFTER, 63, quoted_range="30000-100000"),
        PROBLEM,
    ),
    "between, same range, old": (applying(UPKEEP, BEFORE, 70, 1), OK),
    "between, same range, new": (applying(UPKEEP, BEFORE, 69, 1), HINT),
    "between, dangerous goods, old": (applying(DANGEROUS, BEFORE, 63), OK),
    "between, dangerous goods, new": (applying(DANGEROUS, BEFORE, 63, None, 3), HINT),
    "between, lighter, new": (applying(FREIGHT, BEFORE, 63, None, 1), OK),
    "between, lighter, old range": (
        applying(FREIGHT, BEFORE, 63, quoted_range="30000-100000"),
        PROBLEM,
    ),
    "between, lighter, a fine of the old law": (
        applying(FREIGHT, BEFORE, 63).setting("DT35", decision_fine=Decimal(30000)),
        PROBLEM,
    ),
    "between, lighter, a fine of the new law": (
        applying(FREIGHT, BEFORE, 63).setting("DT35", decision_fine=Decimal(5000)),
        OK,
    ),
    "between, lighter, a fine of both laws": (
        applying(PASSENGER, BEFORE, 63).setting("DT35", decision_fine=Decimal(50000)),
        UNTOLD,
    ),
    "between, no longer punished": (applying("未按规定携带车辆营运证", BEFORE, 68), PROBLEM),
    "between, repair record, old paragraph": (
        applying("从事机动车维修经营未按规定备案", BEFORE, 65, 3),
        PROBLEM,
    ),
    "between, stops, old article": (
        applying("不按批准的客运站点停靠", BEFORE, 69, None, 1),
        PROBLEM,
    ),
    "between, spilling, old article": (
        applying("没有采取必要措施防止货物脱落、扬撒", BEFORE, 69, None, 5),
        OK,
    ),
    "between, going on over the day": (
        applying(FREIGHT, BEFORE, 63, None, 1).setting("DT35", offence_end_date=day("2023-07-25")),
        UNTOLD,
    ),
    "between, said to go on, found after": (
        applying(UPKEEP, BEFORE, 70, 1, continuing_told=True).setting(
            "DT05", found_date=day("2023-07-25")
        ),
        UNTOLD,
    ),
    "decided before, old": (applying(UPKEEP, LONG_BEFORE, 70, 1), OK),
    "decided before, new": (applying(UPKEEP, LONG_BEFORE, 69, 1), HINT),
    "decided before, done under an edition that is not included": (
        applying(UPKEEP, ("2022-03-01", "2022-06-01"), 69, 1),
        UNTOLD,
    ),
    "same article in both": (
        applying("未取得从业资格证驾驶道路运输车辆", AFTER, 64),
        OK,
    ),
    "an article that is not there": (applying(UPKEEP, AFTER, 99), PROBLEM),
    "read weakly, not there": (
        applying(UPKEEP, AFTER, 69, 1).setting(
            "DT35",
            cited_article=weak(CitedArticle(ROAD, 99)),
        ),
        UNTOLD,
    ),
    "a law without text": (
        general().setting(
            "DT35",
            penalty_article=CitedArticle("某市条例", 400),
            cited_article=CitedArticle("某市条例", 400),
        ),
        OK,
    ),
    "nothing cited": (general(), UNTOLD),
}


@pytest.mark.parametrize("name", EDITIONS)
def test_the_edition_that_applies(name: str) -> None:
    case, expected = EDITIONS[name]

    assert case.verdict("V05") is expected


def test_the_finding_names_what_applies_now() -> None:
    message = applying(UPKEEP, AFTER, 70, 1).check("V05").message

    assert "道路运输条例第七十条第一款，为修改前的条文" in message
    assert "现为道路运输条例第六十九条第一款" in message


def test_the_range_is_left_open_where_the_edition_is_wrong() -> None:
    case = applying(FREIGHT, AFTER, 63, quoted_range="30000-100000")

    assert case.setting("DT35", decision_fine=Decimal(30000)).verdict("K11") is UNTOLD


RECORD = "从事机动车维修经营业务未按规定进行备案"
ORDER = paper(
    "DT19",
    correction_ordered=True,
    correction_deadline=day("03-20"),
    document_date=day("03-05"),
    correction_served_date=day("03-05"),
)
RECHECK = paper("DT20", recheck_date=day("03-21"))


def refusing(*papers: Any, decided: str = "04-10", **facts: Any) -> Papers:
    """Return a case under 65(4), whose fine asks for a refusal to correct."""
    return (
        general()
        .setting(
            "DT35",
            cause=RECORD,
            offence_date=day("03-01"),
            decision_date=day(decided),
            penalty_article=CitedArticle(ROAD, 65, 4),
            cited_article=CitedArticle(ROAD, 65, 4),
            **facts,
        )
        .plus(*papers)
    )


REFUSALS = {
    "ordered, rechecked, then decided": (refusing(ORDER, RECHECK), OK),
    "decided the day after": (refusing(ORDER, RECHECK, decided="03-22"), OK),
    "decided on the last day": (refusing(ORDER, RECHECK, decided="03-20"), PROBLEM),
    "decided before": (refusing(ORDER, RECHECK, decided="03-10"), PROBLEM),
    "rechecked too early": (
        refusing(ORDER, RECHECK.having("recheck_date", day("03-19"))),
        PROBLEM,
    ),
    "rechecked on the last day": (
        refusing(ORDER, RECHECK.having("recheck_date", day("03-20"))),
        HINT,
    ),
    "no recheck, which M-DT20 reports": (refusing(ORDER), UNTOLD),
    "to correct at once, no recheck": (
        refusing(
            paper(
                "DT19",
                correction_ordered=True,
                correct_at_once=True,
                document_date=day("03-05"),
            )
        ),
        PROBLEM,
    ),
    "ordered in the decision only": (refusing(correction_ordered=True), PROBLEM),
    "no order at all, which M-DT19 reports": (refusing(), UNTOLD),
    "not served": (refusing(ORDER.lacking("correction_served_date"), RECHECK), HINT),
    "served by receipt": (
        refusing(
            ORDER.lacking("correction_served_date"),
            RECHECK,
            paper("DT37", served=served("DT19", "03-05")),
        ),
        OK,
    ),
    "days from the service": (
        refusing(ORDER.lacking("correction_deadline").having("correction_days", 15), RECHECK),
        HINT,
    ),
    "days from the service, long over": (
        refusing(ORDER.lacking("correction_deadline").having("correction_days", 5), RECHECK),
        OK,
    ),
    "no time": (
        refusing(
            ORDER.lacking("correction_deadline", "correction_served_date", "document_date"), RECHECK
        ),
        UNTOLD,
    ),
    "a later record that tells of no correction": (
        refusing(
            ORDER.lacking("correction_deadline").having("correction_days", 5),
            paper("DT08", refused_told=True, document_date=day("03-25")),
        ),
        OK,
    ),
    "another provision": (general(), OUTSIDE),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_to_correct(name: str) -> None:
    case, expected = REFUSALS[name]

    assert case.verdict("K19") is expected


def test_v05_follows_from_k19() -> None:
    finding = refusing(ORDER, RECHECK, decided="03-20").check("V05")

    assert finding.verdict is PROBLEM
    assert finding.because == ("K19",)


@pytest.mark.parametrize(
    ("fine", "expected"), [(80000, OUTSIDE), (100000, OUTSIDE), (100001, PROBLEM)]
)
def test_a_higher_fine_of_the_safety_law_asks_for_a_refusal(fine: int, expected: Verdict) -> None:
    case = general().setting(
        "DT35",
        penalty_article=CitedArticle("安全生产法", 97, None, 3),
        decision_fine=Decimal(fine),
        correction_ordered=True,
    )

    assert case.verdict("K19") is expected


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ((69, 1), OK),
        ((69,), HINT),
        ((64,), OK),
        ((63,), HINT),
        ((63, None, 1), OK),
        ((63, None, 9), HINT),
        ((64, 2), HINT),
    ],
)
def test_parts_of_an_article_that_are_left_out(
    cited: tuple[int | None, ...], expected: Verdict
) -> None:
    assert applying("", AFTER, *cited).verdict("R-A7-01") is expected
