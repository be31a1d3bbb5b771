"""The hour of a measure as decisions tell it."""

from datetime import datetime

import pytest

from tests.reading.building import docx, plain, read, values

AT = datetime.fromisoformat("2024-03-01T14:20")
TOLD = {
    "about": "本机关于2024年3月1日14：20许对你的宁A12345车辆予以扣押，期限30日。",
    "about in front": "扣押时间：2024年3月1日约14时20分",
    "a span": "扣押时间：2024年3月1日14时20分许至14时50分许",
    "afternoon": "扣押时间：2024年3月1日下午2点20分左右",
    "dashes": "实施时间：2024-03-01 14:20～14:50",
    "after the hour of the offence": (
        "2024年3月1日（星期五）14时许，执法人员检查发现你无证经营，于14时20分当场扣押宁A12345车辆。"
    ),
}


@pytest.mark.parametrize("told", TOLD.values(), ids=TOLD)
def test_the_hour_of_a_measure(told: str) -> None:
    page = plain(f"扣押决定书\n当事人：马建国\n{told}\n沙湖市交通运输局\n2024年3月1日")
    table = docx("扣押决定书", [["当事人", "马建国"], ["内容", told]], "2024年3月1日")

    assert values(read(page), "seizure_at") == [AT]
    assert values(read(table), "seizure_at") == [AT]
