"""What is quoted of a page stands on it as printed, and is short enough to be read."""

from reviewer.model import Page
from reviewer.reading.strips import joined, place_of, strip_of
from tests.reading.building import drawn, read, values

CELL = drawn("""
救济途径|你单位可以自收到本决定书之日起六个月内依法向
期限
|某某县人民法院提起行政诉讼
""")


def quote(page: Page, *lines: int) -> str:
    strips = [strip_of(page.lines[at], 0, at) for at in lines]
    return place_of(joined(strips), (page,)).quote


def test_a_sentence_torn_by_the_next_cell_is_quoted_as_far_as_it_stands_together() -> None:
    assert quote(CELL, 1, 2, 3) == "你单位可以自收到本决定书之日起六个月内依法向"


def test_the_box_is_the_one_of_the_quote() -> None:
    strips = [strip_of(CELL.lines[at], 0, at) for at in (1, 2, 3)]
    assert place_of(joined(strips), (CELL,)).box == CELL.lines[1].box


def test_a_short_value_keeps_its_pieces() -> None:
    page = drawn("2024年|其他|3月|备注|5日")
    assert quote(page, 0, 2, 4) == "2024年3月5日"


def test_of_a_long_sentence_its_end_is_quoted() -> None:
    page = drawn("""
某某市交通运输局行政执法案卷
责令改正违法行为通知书
某交责改〔2024〕17号
某某市顺达运输有限公司：
经查，你单位于2024年3月5日9:30在国道104线某某路口附近
使用某A12345号重型半挂牵引车装运砂石，未采取必要措施防止货物脱落
""")
    told = quote(page, 0, 1, 2, 3, 4, 5)
    assert told.startswith("经查，你单位")
    assert told.endswith("未采取必要措施防止货物脱落")
    assert len(told) <= 80


def test_a_time_of_day_ends_no_clause() -> None:
    head = "某某市人民政府授权的某某市交通运输综合行政执法支队执法人员依法对途经该处的车辆进行检查"
    page = drawn(
        head + "，于9:30查获你驾驶的车辆未取得道路运输证从事道路货物运输经营活动一案现已调查终结"
    )
    assert quote(page, 0).startswith("于9:30查获")


def test_the_act_is_told_without_the_head_of_its_document() -> None:
    reading = read(
        drawn("""
某某市交通运输综合行政执法支队行政执法案卷
^ 责令改正违法行为通知书
> 某交责改〔2024〕17号
某某市顺达运输有限公司：
经查，你单位于2024年3月5日在国道104线使用半挂牵引车装运砂石未采取必要措施防止货物
脱落，违反了《道路货物运输及站场管理规定》第二十七条的规定。
""")
    )
    (told,) = values(reading, "act_told")
    assert str(told).startswith("经查,你单位于2024年3月5日")
