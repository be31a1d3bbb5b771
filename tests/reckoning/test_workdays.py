"""The table of situations: Spring Festival, National Day with 调休, last day, year border."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import Calendar
from reviewer.reckoning.workdays import (
    NoCalendar,
    add_days,
    add_workdays,
    count_workdays,
    is_workday,
)

# 国办发 2023 and 2024, the stretches that the table needs.
HOLIDAYS = (
    *(date(2024, 2, day) for day in (12, 13, 14, 15, 16)),
    *(date(2024, 10, day) for day in (1, 2, 3, 4, 7)),
    date(2024, 1, 1),
    date(2025, 1, 1),
)
MADE_UP = (date(2024, 2, 4), date(2024, 2, 18), date(2024, 9, 29), date(2024, 10, 12))
CALENDAR = Calendar(frozenset(HOLIDAYS), frozenset(MADE_UP), 2024, 2025, "test")


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        (date(2024, 4, 10), 7, date(2024, 4, 19)),
        (date(2024, 4, 12), 1, date(2024, 4, 15)),
        (date(2024, 2, 8), 5, date(2024, 2, 21)),
        (date(2024, 2, 3), 1, date(2024, 2, 4)),
        (date(2024, 9, 28), 2, date(2024, 9, 30)),
        (date(2024, 9, 30), 5, date(2024, 10, 12)),
        (date(2024, 12, 31), 1, date(2025, 1, 2)),
    ],
    ids=["plain", "over a weekend", "Spring Festival", "make-up Sunday", "before National Day",
         "National Day with a make-up Saturday", "year border"],
)  # fmt: skip
def test_the_nth_working_day(start: date, n: int, end: date) -> None:
    assert add_workdays(CALENDAR, start, n) == end


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        (date(2024, 4, 10), 15, date(2024, 4, 25)),
        (date(2024, 4, 12), 15, date(2024, 4, 28)),
        (date(2024, 9, 20), 15, date(2024, 10, 8)),
        (date(2024, 1, 30), 12, date(2024, 2, 17)),
        (date(2024, 10, 3), 90, date(2025, 1, 2)),
    ],
    ids=["ends on a Thursday", "Saturday moves to a make-up Sunday", "moves over National Day",
         "ends in the Spring Festival", "ends on New Year's Day"],
)  # fmt: skip
def test_calendar_days_move_off_days_off(start: date, n: int, end: date) -> None:
    april = Calendar(CALENDAR.holidays, CALENDAR.workdays | {date(2024, 4, 28)}, 2024, 2025)
    spring = date(2024, 2, 17)
    calendar = Calendar(april.holidays, april.workdays | {spring}, 2024, 2025)

    assert add_days(calendar, start, n) == end


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        (date(2024, 4, 10), date(2024, 4, 10), 0),
        (date(2024, 4, 10), date(2024, 4, 9), 0),
        (date(2024, 4, 10), date(2024, 4, 19), 7),
        (date(2024, 9, 30), date(2024, 10, 12), 5),
    ],
)
def test_working_days_between(a: date, b: date, days: int) -> None:
    assert count_workdays(CALENDAR, a, b) == days


def test_a_year_without_data_is_named() -> None:
    with pytest.raises(NoCalendar) as caught:
        add_workdays(CALENDAR, date(2025, 12, 30), 5)

    assert caught.value.year == 2026


def test_years_that_the_answer_does_not_depend_on_need_no_data() -> None:
    assert add_days(CALENDAR, date(2023, 12, 31), 90) == date(2024, 4, 1)


@given(st.dates(date(2024, 1, 1), date(2025, 6, 30)), st.integers(1, 30))
def test_counting_undoes_adding(day: date, n: int) -> None:
    end = add_workdays(CALENDAR, day, n)

    assert is_workday(CALENDAR, end)
    assert count_workdays(CALENDAR, day, end) == n
