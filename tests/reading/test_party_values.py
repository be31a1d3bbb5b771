"""What stands behind the label of the party and is none: an address, a date, a number."""

import pytest

from tests.reading.building import plain, read, values

NAMES = (
    "马建国",
    "衡江县第83号渡口运输有限公司",
    "中宁县宽口井石油机械二厂",
    "灵渠县崇兴镇顺达货运部",
)
OTHERS = (
    "山东省莱河市向阳街道83号",
    "黔杉县兴仁镇摆泥村三组",
    "2024年3月12日",
    "91640381MA76H3K03F",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_the_party(name: str) -> None:
    assert values(read(plain(f"行政处罚决定书\n当事人：{name}\n")), "party") == [name]


@pytest.mark.parametrize("other", OTHERS)
def test_an_address_or_a_number_is_no_party(other: str) -> None:
    assert values(read(plain(f"行政处罚决定书\n当事人：{other}\n")), "party") == []
