"""Misread characters are put right only where nothing else can stand."""

import pytest

from reviewer.reading.misread import mended
from tests.reading.building import read, values
from tests.reading.scanned import scanned


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("六十日内向温州市人民政府申请行政复义,", "六十日内向温州市人民政府申请行政复议,"),
        ("之日起十五目内,持本决定书", "之日起十五日内,持本决定书"),
        ("2024年11月6目", "2024年11月6日"),
        ("二〇二四年十一月十六曰9时", "二〇二四年十一月十六日9时"),
        ("绵阳市建设路39亏", "绵阳市建设路39号"),
        ("行政处罚决走书", "行政处罚决定书"),
        ("罚款玖任元整(8000元)", "罚款玖仟元整(8000元)"),
        ("壹方贰什伍伯元整", "壹万贰仟伍佰元整"),
        ("叁抬元", "叁拾元"),
        ("伍方面", "伍方面"),
        ("任元庆", "任元庆"),
        ("项目三目录", "项目三目录"),
        ("第一目的", "第一目的"),
        ("2023年盈亏", "2023年盈亏"),
        ("恢复义务教育", "恢复义务教育"),
        ("决走私案", "决走私案"),
    ],
)
def test_what_no_document_prints_is_mended(said: str, right: str) -> None:
    assert mended(said) == right


def test_a_misread_unit_leaves_the_time_to_pay() -> None:
    page = scanned(
        """
        0.071 0.36-0.64 行政处罚决定书
        0.399 0.15-0.88 你（单位）应当自收到本决定书之日起十五目内，持本决定书到银行缴纳罚款。
        """
    )
    assert values(read(page), "pay_days") == [15]
