"""The day on which more time was approved is not the day to which it was given."""

from datetime import date

import pytest

from tests.reading.building import docx, drawn, plain, read, values

_SEIZED = [
    "同意延长三十日，至2024年10月5日。富国强 2024年9月4日",
    "同意延长扣押期限30日，自2024年9月6日起至2024年10月5日止。 樊一鸣 2024年9月4日",
    "同意延长至2024年10月5日 审批人：樊一鸣 2024年9月4日",
    "经研究，同意延长期限三十日（2024年9月6日至2024年10月5日）。樊一鸣 2024年9月4日",
    "批准延期30日，延长后期限截止2024年10月5日。樊一鸣 2024.9.4",
    "准予延长，期限2024年9月6日-2024年10月5日。富国强2024年9月4日",
]


@pytest.mark.parametrize("label", ["意见", "审批意见", "负责人意见", "批示"])
@pytest.mark.parametrize("said", _SEIZED)
def test_a_seizure_is_prolonged_on_the_day_of_the_signature(said: str, label: str) -> None:
    form = drawn(
        "^延长行政强制措施期限审批表\n当事人|佟山，扣押车辆辽A57R19\n"
        f"理由|案件尚在告知期内，扣押期限将于2024年9月5日届满\n{label}|{said}"
    )
    table = docx(
        "延长行政强制措施期限审批表",
        [["当事人", "佟山"], ["理由", "扣押期限将于2024年9月5日届满"], [label, said]],
    )
    for page in (form, table):
        assert values(read(page), "seizure_prolonged_on") == [date(2024, 9, 4)]
        assert values(read(page), "seizure_extended_to") == [date(2024, 10, 5)]


@pytest.mark.parametrize("label", ["意见", "领导意见", "审批"])
def test_the_time_for_a_decision_is_prolonged_on_the_day_of_the_signature(label: str) -> None:
    page = drawn(
        "^办案期限延长审批表\n当事人|佟山\n立案日期|2024年3月5日\n"
        "理由|需委托鉴定，办案期限将于2024年6月3日届满\n"
        f"{label}|同意延长三十日，至2024年7月3日。富国强 2024年5月30日"
    )
    assert values(read(page), "prolonged_on") == [date(2024, 5, 30)]


def test_an_approval_in_one_sentence_keeps_its_day() -> None:
    page = plain("延长扣押期限审批表\n同意延长三十日。富国强 2024年9月4日")
    assert values(read(page), "seizure_prolonged_on") == [date(2024, 9, 4)]
