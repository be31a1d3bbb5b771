"""What stands behind the label of the party and is none: an address, a date, a number."""

import pytest

from tests.reading.building import docx, plain, read, values

NAMES = (
    "马建国",
    "衡江县第83号渡口运输有限公司",
    "中宁县宽口井石油机械二厂",
    "灵渠县崇兴镇顺达货运部",
)
OTHERS = (
    "辰溪县交通运输综合行政执法大队",
    "沙湖市交通运输局",
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


@pytest.mark.parametrize(
    "printed",
    [
        "申请人：沙湖市顺达运输有限公司2024年9月6日",
        "申请人：沙湖市顺达运输有限公司2024.9.6",
        "当事人：沙湖市顺达运输有限公司）",
        "（当事人：沙湖市顺达运输有限公司）",
    ],
)
def test_a_day_or_a_bracket_behind_the_name_is_none_of_it(printed: str) -> None:
    reading = read(plain(f"行政处罚决定书\n{printed}\n决定给予罚款500元的行政处罚。\n"))
    assert set(values(reading, "party")) <= {"沙湖市顺达运输有限公司"}
    assert values(reading, "party") or "申请人" in printed


NESTED = (
    ("当事人", "姓名\t马建国\t性别\t男\n公民身份号码\t640202199001011234", "简要案情", "马建国"),
    ("当事人", "姓名：马建国　性别：男\n住址：沙湖市中山路3号", "案情概要", "马建国"),
    (
        "当事人基本情况",
        "名称\t沙湖运输有限公司\n法定代表人\t马建国",
        "有关情况",
        "沙湖运输有限公司",
    ),
)


@pytest.mark.parametrize(("label", "inner", "after", "name"), NESTED)
def test_the_next_row_is_none_of_a_party_in_a_table_of_its_own(
    label: str, inner: str, after: str, name: str
) -> None:
    rows = [["案件来源", "检查发现"], [label, inner], [after, "该车在路口被查。"]]

    assert values(read(docx("立案审批表", rows)), "party") == [name]


def test_what_opens_the_facts_is_no_addressee() -> None:
    page = plain("违法行为通知书\n个人姓名：卞承业\n性别：男\n现查明：2023年7月5日你驾驶货车……")
    assert values(read(page), "party") in ([], ["卞承业"])
