from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.reckoning.dates import find_dates, parse_date
from reviewer.reckoning.times import find_intervals, find_times

THE_DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月12日",
        "2024 年 3 月 12 日",
        "2024年03月12日",
        "２０２４年３月１２日",
        "2O24年3月12日",
        "2024年3月l2日",
        "2024年\n3月12日",
        "2 0 2 4年3月1 2日",
        "2024⽉".replace("⽉", "年3⽉12日"),
        "二〇二四年三月十二日",
        "二○二四年三月十二日",
        "二O二四年三月十二日",
        "二零二四年三月十二日",
        "二0二四年三月十二日",
        "二〇二四年3月12日",
        "二 〇 二 四 年 三 月 十 二 日",
        "2024.3.12",
        "2024.03.12",
        "2024-03-12",
        "2024－03－12",
        "2024/3/12",
        "2024年3月12号",
    ],
)
def test_every_form_of_a_date_is_read(text: str) -> None:
    assert [one.value for one in find_dates(f"于{text}作出")] == [THE_DAY]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("024年3月12日", 0),
        ("O24年03月12日", 0),
        ("224年3月12日", 0),
        ("12024年3月12日", 1),
        ("2024年3月12月", 0),
        ("二四年三月十二月", 0),
    ],
)
def test_a_year_that_a_seal_cut_or_lengthened_is_read(text: str, at: int) -> None:
    (found,) = find_dates(text)
    assert (found.value, found.start) == (THE_DAY, at)


@pytest.mark.parametrize(
    "text",
    [
        "204年3月12日",
        "第024年3月12日",
        "712024年3月12日",
        "2024年2月30日",
        "2024年13月1日",
        "2023-02-29",
        "3024年3月12日",
        "年  月  日",
        "2024年3月",
        "64010220240312001",
        "宁交执罚〔2024〕12号",
        "1.2024.3",
        "三月十二日",
    ],
)
def test_what_is_not_a_date_is_not_read(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二三年十一月二十三日", date(2023, 11, 23)),
        ("二〇二三年十二月廿三日", date(2023, 12, 23)),
        ("二〇二三年元月卅一日", date(2023, 1, 31)),
        ("二〇二四年十月三十日", date(2024, 10, 30)),
        ("二〇一〇年一月十日", date(2010, 1, 10)),
        ("二〇二一年十一月一日", date(2021, 11, 1)),
        ("二四年三月十二日", THE_DAY),
        ("二二四年三月十二日", THE_DAY),
        ("20240312", THE_DAY),
    ],
)
def test_a_whole_text_is_one_date(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize("text", ["2024年3月12日至2024年3月13日", "约2024年3月12日", "", "12"])
def test_a_text_that_is_more_than_a_date_is_not_parsed(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from([
    "{0}年{1}月{2}日", "{0} 年 {1} 月 {2} 日", "{0}-{1:02}-{2:02}", "{0}.{1}.{2}", "{0}/{1}/{2}",
]))  # fmt: skip
def test_a_printed_date_comes_back_with_its_place(day: date, form: str) -> None:
    printed = form.format(day.year, day.month, day.day)
    text = f"日期：{printed}，地点"

    (found,) = find_dates(text)

    assert found.value == day
    assert text[found.start : found.end] == printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10时20分", (10, 20)),
        ("10:20", (10, 20)),
        ("10：20", (10, 20)),
        ("上午10点20分", (10, 20)),
        ("下午3时5分", (15, 5)),
        ("下午三时半", (15, 30)),
        ("中午12时", (12, 0)),
        ("中午1点", (13, 0)),
        ("十时二十分", (10, 20)),
        ("9时整", (9, 0)),
        ("24时", (0, 0)),
    ],
)
def test_times_of_day_are_read(text: str, expected: tuple[int, int]) -> None:
    (found,) = find_times(text)

    assert (found.value.hour, found.value.minute) == expected


@pytest.mark.parametrize("text", ["25时", "10:75", "2小时", "3:1", "比例1:500"])
def test_what_is_not_a_time_is_not_read(text: str) -> None:
    assert find_times(text) == []


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


START = moment("2024-03-12 10:20")


@pytest.mark.parametrize(
    ("text", "finish"),
    [
        ("2024年3月12日10时20分至11时05分", moment("2024-03-12 11:05")),
        ("2024年3月12日10时20分至2024年3月12日11时05分", moment("2024-03-12 11:05")),
        ("2024 年 3 月 12 日 10 时 20 分 至 11 时 05 分", moment("2024-03-12 11:05")),
        ("2024-03-12 10:20-11:05", moment("2024-03-12 11:05")),
        ("2024年3月12日10时20分至2024年3月13日1时05分", moment("2024-03-13 01:05")),
        ("2024年3月12日上午10时20分到11时5分", moment("2024-03-12 11:05")),
        ("2024年3月12日10时20分开始，11时05分结束", moment("2024-03-12 11:05")),
        ("2024年3月12日10时20分至9时50分", moment("2024-03-12 09:50")),
        ("2024年3月12日10时20分", None),
        ("2024年3月12日10时20分至　时　分", None),
    ],
)
def test_a_stretch_of_time_is_read(text: str, finish: datetime | None) -> None:
    (found,) = find_intervals(text)

    assert (found.begin, found.finish) == (START, finish)


def test_the_afternoon_is_carried_over_to_the_end() -> None:
    (found,) = find_intervals("2024年3月12日下午2时10分至3时")

    assert found.finish == moment("2024-03-12 14:10") + timedelta(minutes=50)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-1416:05", date(2024, 5, 14)),
        ("2023.5.910时30分", date(2023, 5, 9)),
        ("2023.5.239时", date(2023, 5, 23)),
        ("2023/5/129:30", date(2023, 5, 12)),
    ],
)
def test_a_time_may_follow_a_date_without_a_blank(text: str, day: date) -> None:
    assert [one.value for one in find_dates(text)] == [day]
