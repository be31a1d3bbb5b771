"""A seal that a text layer prints letter by letter says nothing between the lines."""

import math
from dataclasses import replace
from datetime import date

import pytest

from reviewer.model import Box, Line, Page
from reviewer.reading.layout import fragments
from tests.reading.building import drawn, read, types, values

_BODY = """
^行政处罚决定书
>长交罚〔2024〕12号
当事人：田大有，身份证号530102198001011234，住长河县城关镇。
2024年3月1日，你未取得道路运输经营许可从事货运，有现场笔录、询问笔录为证。
依据《中华人民共和国道路运输条例》第六十三条第（一）项，决定罚款5000元。
自收到本决定书之日起十五日内到工商银行缴纳。
如不服，可在六十日内申请复议，或者六个月内起诉。
"""


def _ring(name: str, x: float, y: float, span: float = 270, radius: float = 0.07) -> list[Line]:
    """Return the letters of `name` set clockwise around x, y, each a line of its own."""
    lines: list[Line] = []
    for at, letter in enumerate(name):
        turn = math.radians(90 + span / 2 - span / (len(name) - 1) * at)
        left, top = x + radius * math.cos(turn), y - radius * 0.7 * math.sin(turn)
        lines.append(Line(letter, Box(left, top, left + 0.016, top + 0.012)))
    return lines


def _with(page: Page, lines: list[Line]) -> Page:
    ordered = sorted((*page.lines, *lines), key=lambda one: one.box.y0 if one.box else 0)
    return replace(page, lines=tuple(ordered))


def _decision(seal: str, body: str, drop: float = 0.0, span: float = 270) -> Page:
    page = drawn(f"{_BODY}>{body}\n>2024年4月12日\n")
    box = page.lines[-1].box
    assert box is not None
    return _with(page, _ring(seal, 0.78, box.y0 + drop, span))


@pytest.mark.parametrize("drop", [-0.06, -0.03, -0.01, 0.0, 0.02, 0.04])
@pytest.mark.parametrize("span", [220, 270, 300])
@pytest.mark.parametrize(
    ("seal", "body"),
    [
        ("长河县交通运输局", "长河县交通运输局"),
        ("长河市交通运输综合行政执法支队", "长河市交通运输综合行政执法支队"),
        ("长河县交通运输局行政处罚专用章", "长河县交通运输局"),
        ("长河自治州道路运输事务中心", "长河自治州道路运输事务中心"),
    ],
)
def test_a_decision_is_dated_below_its_body_whatever_seal_lies_over_both(
    seal: str, body: str, drop: float, span: float
) -> None:
    reading = read(_decision(seal, body, drop, span))
    assert types(reading) == ["DT35"]
    assert values(reading, "decision_date") == [date(2024, 4, 12)]
    assert values(reading, "issuing_body") == [body]


def test_a_seal_over_the_last_sentence_does_not_tear_it() -> None:
    reading = read(_decision("长河县交通运输局", "长河县交通运输局", -0.09))
    assert "诉讼" in values(reading, "stated") or values(reading, "redress")
    assert values(reading, "decision_date") == [date(2024, 4, 12)]


def test_a_form_with_short_cells_keeps_them_all() -> None:
    page = drawn(
        "^立案登记表\n案源|检查发现|时间|2024年3月1日\n单位|长河县|交通|运输局\n"
        "性别|男|年龄|四十\n电话|无|职务|局长\n"
    )
    kept = [one.text for one in fragments(page, 0)]
    assert {"长河县", "交通", "运输局", "男", "无", "局长"} <= set(kept)


def test_letters_that_spell_no_body_stay() -> None:
    page = drawn("^现场笔录\n车辆情况：\n", page=1)
    turned = _with(page, _ring("货厢后部自行加装", 0.5, 0.4))
    assert len(fragments(turned, 0)) == 10
