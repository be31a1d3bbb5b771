"""What stands behind a row of boxes, and pages that hold nothing but the day of a document."""

from datetime import date

import pytest

from tests.reading.building import docx, drawn, plain, read, values

DECISION = """
^ 交通运输行政处罚决定书
当事人：永昌恒途运输有限公司
决定给予罚款人民币3000元的行政处罚。
永昌县交通运输局
"""


def test_the_day_on_a_page_of_its_own_is_that_of_the_decision() -> None:
    reading = read(drawn(DECISION, 1), drawn("二〇二五年九月五日", 2))
    assert values(reading, "decision_date") == [date(2025, 9, 5)]
    assert [len(one.pages) for one in reading.documents] == [2]


def test_the_number_of_a_page_is_no_day() -> None:
    reading = read(drawn(DECISION, 1), drawn("- 2 -", 2))
    assert [len(one.pages) for one in reading.documents] == [1]


def test_a_box_left_empty_ends_where_the_next_matter_begins() -> None:
    page = plain("""
当场行政处罚决定书
缴纳方式：■当场收缴 □自收到本决定书之日起十五日内到银行缴纳
如不服本决定，应当自收到本决定书之日起六十日内先向栖霞县人民政府申请行政复议；
对复议决定不服的，可以在收到复议决定书之日起十五日内向栖霞县人民法院提起行政诉讼。
""")
    assert values(read(page), "reconsider_first") == [True]


@pytest.mark.parametrize(
    ("boxes", "agrees"),
    [
        ("■同意　□不同意", True),
        ("☑同意 □不同意", True),
        ("□同意　■不同意", False),
        ("□不同意　√同意", True),
    ],
)
def test_of_two_boxes_the_one_that_is_filled_counts(boxes: str, agrees: bool) -> None:
    form = [["受送达人", "永昌恒途运输有限公司"], ["是否同意电子送达", boxes]]
    page = docx("电子送达地址确认书", form, "电子送达地址：手机短信 13991318451")
    assert values(read(page), "electronic_consent") == [agrees]
