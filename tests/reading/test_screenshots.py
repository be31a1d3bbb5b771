"""Screenshots of what was looked up are photos; those of what was published are not."""

import pytest

from tests.reading.building import docx, drawn, read, types

_BELOW = "截图时间2024年7月15日9时18分 截图人：蔡雄\n拍摄地点：万安市东岭镇\n"


@pytest.mark.parametrize(
    "title",
    [
        "从业资格查询截图、现场照片",
        "查询截图及照片",
        "道路运输证查询截图",
        "卫星定位轨迹截图",
        "微信支付截图打印件",
        "网约车订单截图",
        "系统查询截屏",
    ],
)
def test_screenshots_of_evidence_are_photos(title: str) -> None:
    assert types(read(drawn(f"^{title}\n{_BELOW}"))) == ["DT60"]
    assert types(read(docx(title, *_BELOW.splitlines()))) == ["DT60"]


@pytest.mark.parametrize("title", ["公示截图", "处罚结果公示查询截图", "信用中国公示截图"])
def test_screenshots_of_publication_are_not(title: str) -> None:
    page = drawn(f"^{title}\n公示平台：信用中国\n公示时间：2024年3月1日\n")
    assert "DT60" not in types(read(page))
