"""When and where the act was, in notices and decisions of several bureaus."""

from datetime import datetime

import pytest

from tests.reading.building import docx, drawn, read, values

NOTICE = """
^ 违法行为通知书
> 沙交执告〔2024〕12号
顺达运输有限公司：
{told}
上述行为违反了《中华人民共和国道路运输条例》第三十条的规定，拟给予罚款3000元的行政处罚。
你有权在五日内进行陈述和申辩，要求举行听证。
> 沙湖市交通运输局
> 2024年3月20日
"""
TOLD = {
    "text": (
        "2024年3月1日10时5分许，你单位司机驾驶重型货车行驶至沙湖市G109线K1180+300处，擅自超限运输。"
    ),
    "dotted": (
        "经查，2024.3.1 10:05你单位的车辆在国道109线1180公里300米处从事超限运输，于2024.3.8立案。"
    ),
    "numerals": (
        "二〇二四年三月一日上午十时五分，当事人在109国道K1180+300M处未经许可从事运输，被查获。"
    ),
}


@pytest.mark.parametrize("told", TOLD.values(), ids=TOLD)
def test_moment_and_place_are_read(told: str) -> None:
    reading = read(drawn(NOTICE.format(told=told)))

    assert values(reading, "offence_at") == [datetime.fromisoformat("2024-03-01T10:05")]
    assert values(reading, "offence_place") == ["G109 K1180+300"]


def test_times_of_other_days_are_not_of_the_act() -> None:
    told = "2024年3月1日，你单位在S203线从事超限运输，2024年3月5日14时10分接受询问。"

    reading = read(drawn(NOTICE.format(told=told)))

    assert values(reading, "offence_at") == []
    assert values(reading, "offence_place") == ["S203"]


def test_a_form_tells_them_in_cells() -> None:
    reading = read(
        docx(
            "立案登记表",
            [
                ["案由", "超限运输", "受案时间", "2024年3月4日"],
                [
                    "案件基本情况",
                    "2024年3月1日10时5分，当事人驾驶货车在G109线K1180+300米处超限运输，被检查。",
                ],
            ],
        )
    )

    assert values(reading, "offence_at") == [datetime.fromisoformat("2024-03-01T10:05")]
    assert values(reading, "offence_place") == ["G109 K1180+300"]
