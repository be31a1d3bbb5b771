"""Payments that one receipt lists row by row are read one by one."""

from datetime import date
from decimal import Decimal

import pytest

from tests.reading.building import docx, drawn, read, values

_ROWS = [
    ["一", "冀360118", "2024年12月30日", "毕长田", "1500.00"],
    ["二", "冀360119", "2025年1月23日", "毕长田", "1500.00"],
    ["三", "冀360120", "2025年2月26日", "毕长田", "1500.00"],
]
_DAYS = [date(2024, 12, 30), date(2025, 1, 23), date(2025, 2, 26)]
_HEADS = [
    ["期次", "票据号码", "缴款日期", "缴款人", "金额"],
    ["序号", "票号", "日期", "交款人", "缴款金额"],
    ["期数", "凭证号", "缴纳时间", "缴款人", "金额（元）"],
]


@pytest.mark.parametrize("total", ["合计：4500.00元（肆仟伍佰元整）", "", "合计 ¥4,500.00"])
@pytest.mark.parametrize("head", _HEADS)
def test_the_sum_and_the_days_of_all_rows_are_read(head: list[str], total: str) -> None:
    rows = "\n".join("|".join(row) for row in [head, *_ROWS])
    page = drawn(f"^罚没票据（电子）\n{rows}\n{total}", columns=(0.1, 0.2, 0.38, 0.58, 0.74))
    table = docx("罚没票据（三张）", [head, *_ROWS], total)
    for one in (page, table):
        reading = read(one)
        assert values(reading, "paid_amount") == [Decimal(1500)] * 3
        assert values(reading, "paid_date") == _DAYS


def test_items_of_one_payment_are_not_instalments() -> None:
    page = drawn(
        "^罚没票据\n开票日期：2024年12月30日\n项目|数量|标准|金额\n罚款|1|3000.00|3000.00\n"
        "加处罚款|1|600.00|600.00\n合计：3600.00元"
    )
    assert values(read(page), "paid_date") == [date(2024, 12, 30)]


def test_different_sums_are_added_up_too() -> None:
    rows = [["第1期", "2024.12.30", "2,000.00"], ["第2期", "2025.1.23", "1,000.00"]]
    page = docx("缴款凭证", [["期次", "缴款日期", "金额"], *rows])
    assert values(read(page), "paid_amount") == [Decimal(2000), Decimal(1000)]
