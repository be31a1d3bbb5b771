"""T21 on words as printed: fifteen working days are not the fifteen days of the law (处罚法 67)."""

import pytest

from reviewer.model import Verdict
from reviewer.pipeline import check
from tests.reading.building import drawn, read


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        ("十五日", Verdict.OK),
        ("15个自然日", Verdict.OK),
        ("15个工作日", Verdict.PROBLEM),
        ("十五个工作日", Verdict.PROBLEM),
        ("10个工作日", Verdict.PROBLEM),
    ],
)
def test_the_unit_counts(days: str, verdict: Verdict) -> None:
    page = drawn(
        "^行政处罚决定书\n中交罚〔2024〕12号\n当事人：马建国\n决定处罚款3000元。\n"
        f"罚款自收到本决定书之日起{days}内缴至农业银行。\n中卫市交通运输局\n2024年4月1日"
    )
    findings = {one.rule: one for one in check(read(page)).findings}

    assert findings["T21"].verdict is verdict
