"""The day of the act is told of the act: no day of signing, no limit, no day of acceptance."""

from datetime import date

import pytest

from tests.reading.building import docx, plain, read, values

_DECISION = "行政处罚决定书\n锦交罚〔2024〕29号\n当事人：马建国\n{told}\n决定罚款500元。\n{end}\n"
_TOLD = "马建国未取得道路运输经营许可从事经营。"


@pytest.mark.parametrize(
    "end",
    [
        "2024年9月3日\n（川郫县交通运输局 印）",
        "二〇二四年九月三日（川郫县交通运输局印）",
        "签收：马建国 2024.09.03　三台县交通运输局 2024.09.03",
        "2024年9月3日\n河南省交通运输行政执法综合管理信息平台",
    ],
)
def test_the_day_of_signing_is_not_that_of_the_act(end: str) -> None:
    reading = read(plain(_DECISION.format(told=_TOLD, end=end)))
    assert values(reading, "offence_date") == []


def test_a_limit_is_not_the_day_of_the_act() -> None:
    told = "2024年5月6日马建国擅自经营，责令其于2024年5月17日前办理备案，从事经营应当备案。"
    reading = read(plain(_DECISION.format(told=told, end="2024年9月3日")))
    assert values(reading, "offence_date") == [date(2024, 5, 6)]


@pytest.mark.parametrize(
    "told",
    [
        "2024年5月6日，马建国驾驶货车运输砂石，超限运输。",
        "你于2024年5月6日未取得许可从事道路货物运输。",
        "经查，2024年5月6日马建国使用货车运输危险货物。",
        "2024年5月6日9时，锦川县交通运输局执法人员检查时发现马建国擅自经营。",
    ],
)
def test_the_day_of_the_act_is_read(told: str) -> None:
    reading = read(plain(_DECISION.format(told=told, end="2024年9月3日\n锦川县交通运输局")))
    assert values(reading, "offence_date") == [date(2024, 5, 6)]


def test_a_limit_behind_the_inquiry_is_none_either() -> None:
    told = "经查，你单位未备案，经责令于2025年7月31日前改正仍拒不改正。"
    reading = read(plain(_DECISION.format(told=told, end="2025年9月3日")))
    assert values(reading, "offence_date") == []


def test_a_form_prints_the_day_beside_the_place() -> None:
    rows = [["时间", "2024年5月6日14时20分"], ["地点", "瓯溪站西广场"], ["违法事实", _TOLD]]
    page = docx("当场行政处罚决定书", rows, "2024年5月6日14时41分", "瓯溪市交通运输局")
    assert values(read(page), "offence_date") == [date(2024, 5, 6)]
