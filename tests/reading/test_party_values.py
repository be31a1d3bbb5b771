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
    "代码91640381MA76H3K03F，经营场所衡江县河东街道86号",
    "码91640381MA76H3K03F，住所地衡江县新桥镇",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_the_party(name: str) -> None:
    assert values(read(plain(f"行政处罚决定书\n当事人：{name}\n")), "party") == [name]


@pytest.mark.parametrize("other", OTHERS)
def test_an_address_or_a_number_is_no_party(other: str) -> None:
    assert values(read(plain(f"行政处罚决定书\n当事人：{other}\n")), "party") == []


@pytest.mark.parametrize(
    "printed",
    ["相对人：雷志刚，女，公民身份号码640323198902259705", "相对人姓名：雷志刚\n性别：女"],
)
def test_the_party_may_be_called_the_person_concerned(printed: str) -> None:
    reading = read(plain(f"当场行政处罚决定书\n{printed}\n决定给予罚款500元的行政处罚。\n"))
    assert values(reading, "party") == ["雷志刚"]
    assert values(reading, "party_kind") == ["person"]
