"""A value goes on under itself, in the lines of its cell, where nothing stands at their left."""

from reviewer.model import Box, Line, Officer, Page, PageRef, TextSource
from tests.reading.building import read, values

_HEIGHT = 0.012
_WIDTH = 0.0185


def page(*lines: tuple[str, float, float]) -> Page:
    """Return a page of lines given as text, left and top."""
    return Page(
        PageRef("case.pdf", 1),
        595,
        842,
        tuple(
            Line(text, Box(left, top, left + _WIDTH * _wide(text), top + _HEIGHT))
            for text, left, top in lines
        ),
        TextSource.TEXT_LAYER,
    )


def _wide(text: str) -> float:
    return sum(0.55 if char.isascii() else 1.0 for char in text)


RECORD = page(
    ("现场笔录", 0.44, 0.08),
    ("检查时间", 0.157, 0.164),
    ("2024年4月7日9时2分至9时18分", 0.301, 0.164),
    ("执法人员及执法证号 金红霞（执法证号：", 0.111, 0.204),
    ("记录人", 0.56, 0.204),
    ("柳明亮", 0.694, 0.204),
    ("15083523500）、柳", 0.301, 0.223),
    ("明亮（执法证号：", 0.301, 0.242),
    ("35026091942）", 0.301, 0.26),
    ("当事人", 0.166, 0.304),
    ("鲁俊峰", 0.301, 0.304),
)


def test_a_number_that_must_not_be_broken_leaves_its_line_short() -> None:
    assert set(map(str, values(read(RECORD), "officer"))) == set(
        map(str, (Officer("金红霞", "15083523500"), Officer("柳明亮", "35026091942")))
    )


def test_the_next_row_of_the_form_is_none_of_the_value() -> None:
    rows = page(
        ("现场笔录", 0.44, 0.08),
        ("检查时间", 0.157, 0.164),
        ("2024年4月7日9时2分至9时18分", 0.301, 0.164),
        ("执法人员及执法证号 金红霞（执法证号：15083523500）、", 0.111, 0.204),
        ("记录", 0.157, 0.223),
        ("柳明亮", 0.301, 0.223),
        ("当事人", 0.166, 0.304),
        ("鲁俊峰", 0.301, 0.304),
    )
    assert Officer("金红霞", "15083523500") in values(read(rows), "officer")
    assert Officer("鲁俊峰", "") not in values(read(rows), "officer")


SIGNED = page(
    ("查封扣押财物清单", 0.4, 0.08),
    ("当事人签名：雍颖", 0.136, 0.319),
    ("执法人员签名：樊俊杰、郝俊杰（执法证号：34247027、", 0.378, 0.319),
    ("34988109）", 0.096, 0.341),
    ("石埠县交通运输局（印章）", 0.66, 0.379),
    ("2024年11月5日", 0.76, 0.403),
)


def test_of_two_signatures_in_a_row_the_second_goes_on_at_the_margin() -> None:
    found = {str(one) for one in values(read(SIGNED), "officer")}
    assert found == {str(Officer("樊俊杰", "34247027")), str(Officer("郝俊杰", "34988109"))}


def test_a_number_cut_from_those_behind_it_is_not_the_last_name_s() -> None:
    cut = page(
        ("查封扣押财物清单", 0.4, 0.08),
        ("执法人员签名：樊俊杰、郝俊杰（执法证号：34247027、", 0.378, 0.319),
        ("石埠县交通运输局（印章）", 0.66, 0.379),
        ("2024年11月5日", 0.76, 0.403),
    )
    assert Officer("郝俊杰", "34247027") not in values(read(cut), "officer")


def test_a_narrow_third_column_breaks_its_label_and_its_value() -> None:
    narrow = page(
        ("检查笔录", 0.45, 0.08),
        ("检查时间", 0.141, 0.125),
        ("2024年8月19", 0.248, 0.125),
        ("检查地点", 0.398, 0.125),
        ("泾源县G291线", 0.505, 0.125),
        ("执法人员及执", 0.638, 0.125),
        ("邹瑞，执法证", 0.762, 0.125),
        ("日9时18分至", 0.248, 0.138),
        ("K207+800处", 0.505, 0.138),
        ("法证号", 0.664, 0.138),
        ("号15-", 0.762, 0.138),
        ("9时45分", 0.248, 0.151),
        ("0076366，任振", 0.762, 0.151),
        ("华，执法证号", 0.762, 0.165),
        ("15-0031148", 0.762, 0.178),
        ("记录人", 0.149, 0.194),
        ("任振华", 0.248, 0.194),
    )
    found = {str(one) for one in values(read(narrow), "officer")}
    assert found == {str(Officer("邹瑞", "15-0076366")), str(Officer("任振华", "15-0031148"))}
