"""K11, K20, R-A8-01, R-B3-01: fines against the statute, with limits exactly met."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from reviewer.model import Band, Benchmark, CitedArticle, Library, Procedure, Verdict
from tests.checking.builders import Papers, day, general, no_penalty, paper, summary, weak

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE
ROAD, HIGHWAY, PROTECTION = "道路运输条例", "公路法", "公路安全保护条例"
FREIGHT = CitedArticle(ROAD, 63, None, 1)
PASSENGER = CitedArticle(ROAD, 63, None, 2)
CAUSES = {
    FREIGHT: "未取得道路运输经营许可擅自从事道路普通货物运输经营案",
    PASSENGER: "未取得道路运输经营许可擅自从事道路客运经营案",
    CitedArticle(ROAD, 69, 1): "不按规定维护和检测运输车辆案",
    CitedArticle(ROAD, 69): "擅自改装已取得车辆营运证的车辆案",
}


def fined(fine: int | None, article: CitedArticle, **facts: Any) -> Papers:
    """Return a general case of 2024 fined under `article`, with more facts on the decision."""
    money = None if fine is None else Decimal(fine)
    return general().setting(
        "DT35",
        decision_fine=money,
        decision_fine_words=money,
        penalty_article=article,
        cause=CAUSES.get(article),
        offence_date=day("03-01"),
        **facts,
    )


SITUATIONS = {
    "inside": (fined(5000, FREIGHT), OK),
    "exactly the least": (fined(3000, FREIGHT), OK),
    "exactly the most": (fined(10000, FREIGHT), OK),
    "one yuan below the least": (fined(2999, FREIGHT), PROBLEM),
    "one yuan above the most": (fined(10001, FREIGHT), PROBLEM),
    "serious": (fined(20000, FREIGHT, serious_told=True), OK),
    "above the serious range too": (fined(50001, FREIGHT, serious_told=True), PROBLEM),
    "below the least, reduction told": (fined(2000, FREIGHT, reduction_told=True), HINT),
    "above the most, reduction told": (fined(11000, FREIGHT, reduction_told=True), PROBLEM),
    "times the proceeds": (fined(60000, FREIGHT, illegal_income=Decimal(20000)), OK),
    "six times the proceeds": (fined(120000, FREIGHT, illegal_income=Decimal(20000)), PROBLEM),
    "proceeds exactly at the limit": (fined(10000, FREIGHT, illegal_income=Decimal(10000)), OK),
    "no proceeds, in words": (fined(5000, FREIGHT, illegal_income=Decimal(0)), OK),
    "passengers, ten thousand": (fined(10000, PASSENGER), OK),
    "passengers, below": (fined(9000, PASSENGER), PROBLEM),
    "paragraph left out, the cause tells": (fined(5000, CitedArticle(ROAD, 69)), OK),
    "paragraph left out, outside what the cause tells": (
        fined(1000, CitedArticle(ROAD, 69)),
        PROBLEM,
    ),
    "no lower bound": (fined(1, CitedArticle(HIGHWAY, 76, None, 5)), OK),
    "above an upper bound": (fined(30001, CitedArticle(HIGHWAY, 76, None, 6)), PROBLEM),
    "two provisions of two laws": (
        fined(30000, CitedArticle(HIGHWAY, 76, None, 5)).setting(
            "DT35",
            penalty_article=[CitedArticle(HIGHWAY, 76, None, 5), CitedArticle(PROTECTION, 64)],
        ),
        OK,
    ),
    "above both of two laws": (
        fined(40000, FREIGHT).setting(
            "DT35",
            penalty_article=[CitedArticle(HIGHWAY, 76, None, 5), CitedArticle(PROTECTION, 64)],
        ),
        PROBLEM,
    ),
    "a sum under two articles of one law": (
        fined(8000, FREIGHT).setting(
            "DT35",
            cause=None,
            penalty_article=[CitedArticle(ROAD, 69, 1), CitedArticle(ROAD, 68, 2)],
        ),
        UNTOLD,
    ),
    "a source that was not compared": (
        fined(50000, CitedArticle("巡游出租汽车经营服务管理规定", 45)),
        HINT,
    ),
    "a rule without text, no range quoted": (
        fined(5000, CitedArticle("某市道路运输管理条例", 40)),
        UNTOLD,
    ),
    "a rule without text, inside what is quoted": (
        fined(5000, CitedArticle("某市道路运输管理条例", 40), quoted_range="1000-5000"),
        OK,
    ),
    "a rule without text, outside what is quoted": (
        fined(6000, CitedArticle("某市道路运输管理条例", 40), quoted_range="1000-5000"),
        HINT,
    ),
    "a provision that threatens no fine": (fined(5000, CitedArticle(ROAD, 67)), HINT),
    "only a law of procedure": (fined(5000, CitedArticle("行政处罚法", 57)), UNTOLD),
    "no law read": (general().setting("DT35", penalty_article=None), UNTOLD),
    "law read weakly": (
        general().setting("DT35", penalty_article=weak(FREIGHT)),
        UNTOLD,
    ),
    "fine read weakly": (
        fined(None, FREIGHT).setting("DT35", decision_fine=weak(Decimal(5001))),
        UNTOLD,
    ),
    "applied in the notice only": (
        fined(5000, FREIGHT)
        .setting("DT35", penalty_article=None)
        .setting("DT26", penalty_article=FREIGHT),
        OK,
    ),
    "only cited": (
        fined(5000, FREIGHT).setting("DT35", penalty_article=None, cited_article=FREIGHT),
        OK,
    ),
    "a warning": (fined(None, FREIGHT, warning_only=True), OUTSIDE),
    "a revocation": (fined(None, FREIGHT, other_penalty=True), OUTSIDE),
    "no decision": (general().without("DT35", "DT37:DT35"), UNTOLD),
    "summary": (
        summary().setting("DT34", penalty_article=CitedArticle(HIGHWAY, 77)),
        OK,
    ),
    "no penalty": (no_penalty(), OUTSIDE),
    "inspection": (general().with_(procedure=Procedure.INSPECTION), OUTSIDE),
}


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_fine_against_its_range(name: str) -> None:
    case, expected = SITUATIONS[name]

    assert case.verdict("K11") is expected


def test_the_finding_shows_fine_and_provision() -> None:
    finding = fined(10001, FREIGHT).check("K11")

    assert finding.message.startswith("决定书罚款 10,001 元；道路运输条例第六十三条第（一）项")
    assert len(finding.evidence) == 2
    assert finding.breaches[0].subject == "DT35@案卷.pdf#8"


def test_v06_follows_from_k11() -> None:
    finding = fined(10001, FREIGHT).check("V06")

    assert finding.verdict is PROBLEM
    assert finding.because == ("K11",)


def test_a_decision_after_the_statute_texts_asks_to_compare() -> None:
    case = fined(5000, FREIGHT).setting("DT35", decision_date=day("2025-06-10"))

    assert "法规库截至 2025-04，请核对" in case.check("K11").message
    assert "法规库" not in fined(5000, FREIGHT).check("K11").message


DRIVER = CitedArticle(ROAD, 64)
OPERATOR = CitedArticle(ROAD, 69, 1)


@pytest.mark.parametrize(
    ("article", "cause", "kind", "expected"),
    [
        (DRIVER, "未取得从业资格证驾驶道路运输车辆", "person", OK),
        (DRIVER, "未取得从业资格证驾驶道路运输车辆", "organisation", PROBLEM),
        (DRIVER, "未取得从业资格证驾驶道路运输车辆", "individual_business", OK),
        (OPERATOR, "不按规定维护和检测运输车辆", "organisation", OK),
        (OPERATOR, "不按规定维护和检测运输车辆", "individual_business", OK),
        (OPERATOR, "不按规定维护和检测运输车辆", "person", OK),
        (CitedArticle(ROAD, 70, 2), "货运站允许超载车辆出站", "person", HINT),
        (OPERATOR, "不按规定维护和检测运输车辆", None, UNTOLD),
        (FREIGHT, CAUSES[FREIGHT], "person", OUTSIDE),
    ],
)
def test_whom_a_provision_punishes(
    article: CitedArticle, cause: str, kind: str | None, expected: Verdict
) -> None:
    case = general().setting("DT35", penalty_article=article, cause=cause, party_kind=kind)

    assert case.verdict("K20") is expected


def test_an_owner_beside_a_punished_person_is_pointed_out() -> None:
    case = general().setting(
        "DT35",
        penalty_article=OPERATOR,
        cause="不按规定维护和检测运输车辆",
        party_kind="person",
        party="马建国",
    )

    assert case.setting("DT55", owner="马建国").verdict("K20") is OK
    assert case.setting("DT55", owner="沙湖市金路通货运有限公司").verdict("K20") is HINT


def test_proceeds_that_the_decision_does_not_mention() -> None:
    found = general().setting("DT35", penalty_article=FREIGHT, cause=CAUSES[FREIGHT])
    earned = found.setting("DT23", illegal_income=Decimal(800))

    assert found.verdict("R-A8-01") is OUTSIDE
    assert earned.verdict("R-A8-01") is HINT
    assert earned.setting("DT35", confiscation_told=True).verdict("R-A8-01") is OK


BENCHMARKS = Library(
    benchmarks=(
        Benchmark(
            id="1",
            offence="不按规定维护和检测",
            law=ROAD,
            article=69,
            paragraph=1,
            bands=(
                Band("轻微", "初次", Decimal(1000), Decimal(2000)),
                Band("一般", "二次", Decimal(2000), Decimal(3000)),
            ),
            valid_from=date(2023, 8, 1),
        ),
    )
)


@pytest.mark.parametrize(
    ("fine", "degree", "library", "expected"),
    [
        (2000, "轻微", BENCHMARKS, OK),
        (2001, "轻微", BENCHMARKS, PROBLEM),
        (2000, "一般", BENCHMARKS, OK),
        (1999, "一般", BENCHMARKS, PROBLEM),
        (1999, None, BENCHMARKS, OUTSIDE),
        (1999, "严重", BENCHMARKS, OUTSIDE),
        (1999, "一般", Library(), OUTSIDE),
    ],
)
def test_a_fine_against_the_degree_that_the_decision_names(
    fine: int, degree: str | None, library: Library, expected: Verdict
) -> None:
    case = fined(fine, OPERATOR, discretion_degree=degree)

    assert case.verdict("R-B3-01", library) is expected


def test_a_degree_before_the_benchmark_was_valid_is_not_compared() -> None:
    case = fined(2001, OPERATOR, discretion_degree="轻微")

    earlier = case.setting("DT35", decision_date=day("2023-07-31"))

    assert earlier.verdict("R-B3-01", BENCHMARKS) is OUTSIDE


def test_a_fine_raised_after_pleading() -> None:
    raised = general().setting(
        "DT35", decision_fine=Decimal(5000), decision_fine_words=Decimal(5000)
    )
    pleaded = raised.plus(paper("DT27", statement_date=day("03-22")))

    assert raised.verdict("V15") is OUTSIDE
    assert pleaded.verdict("V15") is PROBLEM
    assert raised.plus(paper("DT32")).verdict("V15") is PROBLEM
    assert general().plus(paper("DT27", statement_date=day("03-22"))).verdict("V15") is OK
    assert pleaded.plus(paper("DT26", notice_fine=Decimal(5000))).verdict("V15") is OK
    assert pleaded.setting("DT26", notice_fine=weak(Decimal(4000))).verdict("V15") is UNTOLD
