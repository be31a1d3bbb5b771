"""Later years of the working-day calendar: Excel and YAML, overlaid on what ships."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from reviewer.checking import load_calendar, overlaid
from reviewer.errors import UserError
from reviewer.intake.calendar_years import read_calendar_years
from reviewer.model import CalendarYear
from reviewer.reckoning.workdays import NoCalendar, add_workdays
from reviewer.reports.calendar_excel import write_calendar_template
from reviewer.resources import resource

HOLIDAY = [date(2027, 10, 1) + timedelta(days=n) for n in range(7)]
SPRING = [date(2027, 2, 5) + timedelta(days=n) for n in range(8)]


def workbook(path: Path, rows: list[list[Any]]) -> Path:
    """Write a workbook of `rows`."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def whole_year(*more: list[Any]) -> list[list[Any]]:
    """Return the rows of a year with two holidays."""
    return [["日期", "类别"], *([day, "放假"] for day in [*SPRING, *HOLIDAY]), *more]


def test_a_year_is_read_from_excel(tmp_path: Path) -> None:
    path = workbook(tmp_path / "2027.xlsx", whole_year(["2027年10月9日", "上班"]))

    (year,) = read_calendar_years(path)

    assert year.year == 2027
    assert year.working_weekends == (date(2027, 10, 9),)
    assert date(2027, 10, 1) in year.days_off
    assert date(2027, 10, 2) not in year.days_off  # a Saturday is off anyway


def test_the_template_is_filled_in_and_read(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    write_calendar_template(2027, path)
    book = load_workbook(path)
    for row, day in enumerate([*SPRING, *HOLIDAY], start=5):
        book.worksheets[0].cell(row, 2, day)
        book.worksheets[0].cell(row, 3, "放假")
    book.save(path)

    (year,) = read_calendar_years(path)

    assert date(2027, 1, 1) not in year.days_off
    assert len(year.days_off) == 11


def test_a_shipped_file_is_read_too() -> None:
    (year,) = read_calendar_years(resource("calendars", "2026.yaml"))

    assert (year.year, date(2026, 2, 17) in year.days_off) == (2026, True)


WRONG = {
    "a weekday is worked": (whole_year(["2027-03-01", "上班"]), "2027-03-01 是周一至周五"),
    "off and worked": (whole_year(["2027-10-02", "上班"]), "既是放假又是上班"),
    "not a whole year": ([["2027-01-01", "放假"]], "只有 1 个工作日放假"),
    "no date": (whole_year(["国庆节", "放假"]), "没有可读的日期"),
    "nothing": ([["日期", "类别"]], "没有日历"),
}


@pytest.mark.parametrize(("rows", "reason"), WRONG.values(), ids=WRONG)
def test_a_wrong_day_is_named(tmp_path: Path, rows: list[list[Any]], reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        read_calendar_years(workbook(tmp_path / "2027.xlsx", rows))


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "2027.xlsx"
    path.write_bytes(b"2027")

    with pytest.raises(UserError, match="不是能读的"):
        read_calendar_years(path)


def test_an_imported_year_is_counted_and_a_gap_is_none() -> None:
    shipped = load_calendar()
    year = CalendarYear(2028, (date(2028, 5, 1),), ())
    calendar = overlaid(shipped, [year])

    assert add_workdays(calendar, date(2028, 4, 28), 1) == date(2028, 5, 2)
    assert calendar.version != shipped.version
    with pytest.raises(NoCalendar):
        add_workdays(calendar, date(2027, 4, 30), 1)
    filled = overlaid(calendar, [CalendarYear(2027, (date(2027, 5, 3),), ())])
    assert add_workdays(filled, date(2027, 4, 30), 1) == date(2027, 5, 4)


def test_an_imported_year_takes_the_place_of_the_shipped_one() -> None:
    shipped = load_calendar()
    calendar = overlaid(shipped, [CalendarYear(2026, (), ())])

    assert add_workdays(shipped, date(2026, 9, 30), 1) == date(2026, 10, 8)
    assert add_workdays(calendar, date(2026, 9, 30), 1) == date(2026, 10, 1)
    assert overlaid(shipped, []) == shipped
