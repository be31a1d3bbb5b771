"""K11 under the rules on online ride-hailing (网约车): item or cause tells which range is meant.

The text of these rules is not among the statute texts: what lies outside a range is only a hint.
"""

from decimal import Decimal

import pytest

from reviewer.model import CitedArticle, Verdict
from tests.checking.builders import Papers, day, general
from tests.checking.test_fines import fined

LAW = "网络预约出租汽车经营服务管理暂行办法"
OK, HINT, UNTOLD = Verdict.OK, Verdict.HINT, Verdict.CANNOT_TELL
PLATFORM, VEHICLE, DRIVER = (CitedArticle(LAW, 34, 1, item) for item in (1, 2, 3))
WHOLE = CitedArticle(LAW, 34)
NO_CARD = "未取得网络预约出租汽车运输证擅自从事网约车经营案"
NO_DRIVER = "未取得《网络预约出租汽车驾驶员证》从事网约车经营活动案"
FORGED = "使用伪造的网络预约出租汽车运输证从事网约车经营案"


def named(fine: int, cause: str, article: CitedArticle = WHOLE) -> Papers:
    """Return a case fined under `article` whose decision names the act."""
    return fined(fine, article).setting("DT35", cause=cause)


SITUATIONS = {
    "vehicle, exactly the least": (fined(3000, VEHICLE), OK),
    "vehicle, one yuan below": (fined(2999, VEHICLE), HINT),
    "vehicle, fined as a driver": (fined(1000, VEHICLE), HINT),
    "vehicle, exactly the most": (fined(10000, CitedArticle(LAW, 34, None, 2)), OK),
    "driver, exactly the most": (fined(2000, DRIVER), OK),
    "driver, one yuan above": (fined(2001, DRIVER), HINT),
    "driver, fined as a vehicle": (fined(5000, DRIVER), HINT),
    "platform": (fined(10000, PLATFORM), OK),
    "platform, below": (fined(9999, PLATFORM), HINT),
    "item left out, the cause tells the vehicle": (named(1000, NO_CARD), HINT),
    "item left out, inside what the cause tells": (named(4000, NO_CARD), OK),
    "item left out, the cause tells the driver": (named(500, NO_DRIVER), OK),
    "item left out, any may be meant": (named(1000, "擅自从事网约车经营案"), OK),
    "item left out, outside all": (named(2500, "擅自从事网约车经营案"), HINT),
    "the item counts more than a loose cause": (
        named(5000, "未取得网络预约出租汽车经营许可证从事网约车经营案", VEHICLE),
        OK,
    ),
    "forged card": (named(500, FORGED, CitedArticle(LAW, 34, 2)), OK),
    "forged card, outside both": (named(2500, FORGED, CitedArticle(LAW, 34, 2)), HINT),
    "reduced": (fined(1000, VEHICLE, reduction_told=True), HINT),
}


@pytest.mark.parametrize(("case", "verdict"), SITUATIONS.values(), ids=SITUATIONS)
def test_the_range_is_that_of_the_item_or_of_the_act(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("K11") is verdict


def test_vehicle_and_driver_together_may_add_up() -> None:
    both = general().setting(
        "DT35",
        decision_fine=Decimal(10500),
        decision_fine_words=Decimal(10500),
        penalty_article=[VEHICLE, DRIVER],
        cause="未取得网络预约出租汽车运输证、驾驶员证从事网约车经营案",
        offence_date=day("03-01"),
    )

    assert both.verdict("K11") is UNTOLD
