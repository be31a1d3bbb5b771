"""Remedies, time and way to pay as decisions tell them in words of their own."""

import pytest

from reviewer.model import Redress
from tests.reading.building import docx, plain, read, values

BODY = "沙湖市人民政府"
RIGHT = {
    "half a year": (
        "请自收到本决定书之日起十五日内通过政务App缴纳罚款。如不服，可自送达次日起六十日内向沙湖市人民政府"
        "申请复议，或者半年内向沙湖市人民法院起诉。"
    ),
    "half a month": (
        "罚款应于送达之日起半个月内缴清。对本决定不服的，可在接到本决定之日起60天内向沙湖市人民政府提出"
        "复议申请；也可以在6个月内依法向沙湖市人民法院提起诉讼。"
    ),
    "periods in brackets": (
        "缴款方式：扫描缴款码，时限：收到本决定书之日起15日。救济途径：行政复议（沙湖市人民政府，60日）；"
        "行政诉讼（沙湖市人民法院，6个月）。"
    ),
}
HEAD = "决定给予罚款3000元。"


def _redress(told: str) -> Redress:
    (found,) = values(read(plain(f"行政处罚决定书\n{HEAD}\n{told}")), "redress")
    assert isinstance(found, Redress)
    return found


@pytest.mark.parametrize("told", RIGHT.values(), ids=RIGHT)
def test_free_words_give_the_lawful_periods(told: str) -> None:
    found = _redress(told)

    assert (found.reconsideration_days, found.suit_months) == (60, 6)
    assert values(read(docx("行政处罚决定书", [["决定", HEAD + told]])), "pay_days") == [15]


def test_months_of_reconsideration_are_not_those_of_the_suit() -> None:
    told = "如不服，可自送达次日起两个月内向沙湖市人民政府申请复议，或于九十日内向沙湖市法院起诉。"
    reading = read(plain(f"行政处罚决定书\n{HEAD}\n{told}"))

    assert _redress(told).suit_months is None
    assert values(reading, "reconsideration_months") == [2]
    assert values(reading, "suit_days") == [90]


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("缴款期限：2024年4月30日前，缴款方式：政务App。", []),
        ("罚款缴纳期限：送达后30天。", [30]),
        ("请于收到本决定书之日起一个月内缴纳罚款。", [30]),
        ("罚款请在7个工作日内缴至指定账户。", [7]),
    ],
)
def test_the_time_to_pay_in_free_words(told: str, days: list[int]) -> None:
    assert values(read(plain(f"行政处罚决定书\n{HEAD}\n{told}")), "pay_days") == days


@pytest.mark.parametrize("way", ["政务服务平台", "政务App", "微信小程序", "支付宝"])
def test_a_way_to_pay_names_who_takes_the_money(way: str) -> None:
    reading = read(plain(f"行政处罚决定书\n{HEAD}\n请在十五日内通过{way}缴纳罚款。"))

    assert "代收机构" in values(reading, "stated")
