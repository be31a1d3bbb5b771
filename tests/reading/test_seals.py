"""What the words of a document say of its seal."""

import pytest

from tests.reading.building import drawn, read, values

HEAD = "^行政处罚决定书\n中交罚〔2024〕12号\n当事人：马建国\n决定处罚款3000元。\n"


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        ("中卫市交通运输局（印章）\n2024年4月1日", ["印章处"]),
        ("（行政机关盖章）\n2024年4月1日", ["印章处"]),
        ("中卫市交通运输局（未盖章）\n2024年4月1日", ["未盖章"]),
        ("中卫市交通运输局\n2024年4月1日\n（公章：空白）", ["未盖章"]),
        ("中卫市交通运输局\n2024年4月1日\n本决定书未加盖公章的无效。", []),
        ("中卫市交通运输局\n2024年4月1日\n涂改或者未盖公章无效", []),
        ("中卫市交通运输局\n2024年4月1日", []),
    ],
)
def test_a_decision_tells_of_its_seal(ending: str, told: list[str]) -> None:
    assert values(read(drawn(HEAD + ending)), "seal_told") == told
