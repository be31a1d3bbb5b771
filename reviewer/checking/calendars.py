"""The working-day calendar (工作日历) that ships: one YAML file a year, which a bureau may add to.

The files are the only source at run time; `make_calendars` wrote the first of them.
"""

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from reviewer.errors import BadData
from reviewer.model import Calendar, CalendarYear
from reviewer.resources import load_yaml, resource

_SATURDAY = 5


def load_calendar(folder: Path | None = None) -> Calendar:
    """Return the calendar of the year files in `folder`; of the shipped ones without it.

    Raises:
        BadData: a file is wrong, or a year between the first and the last is missing.
    """
    folder = folder or resource("calendars")
    paths = sorted(folder.glob("[12][0-9][0-9][0-9].yaml"))
    if not paths:
        raise BadData("缺少工作日历。", "请重新安装程序，或从备份恢复工作日历文件。")
    years = [int(path.stem) for path in paths]
    if missing := set(range(years[0], years[-1])) - set(years):
        raise BadData(
            f"工作日历缺少 {min(missing)} 年。", f"请补上《{min(missing)}.yaml》，或重新安装程序。"
        )
    holidays: set[date] = set()
    workdays: set[date] = set()
    digest = hashlib.sha256()
    for path in paths:
        content = load_yaml(path)
        holidays |= _days(content, "days_off", path)
        workdays |= _days(content, "working_weekends", path)
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    version = f"{years[0]}–{years[-1]} {digest.hexdigest()[:8]}"
    return Calendar(frozenset(holidays), frozenset(workdays), years[0], years[-1], version)


def overlaid(calendar: Calendar, years: Iterable[CalendarYear]) -> Calendar:
    """Return `calendar` with the data of `years` in place of its own, or added to it.

    A year between that nobody imported stays without data.
    """
    by_year = {one.year: one for one in years}
    if not by_year:
        return calendar
    covered = set(range(calendar.first_year, calendar.last_year + 1)) - calendar.missing_years
    covered |= set(by_year)
    first, last = min(covered), max(covered)
    holidays = {day for day in calendar.holidays if day.year not in by_year}
    workdays = {day for day in calendar.workdays if day.year not in by_year}
    digest = hashlib.sha256()
    for year in sorted(by_year):
        one = by_year[year]
        holidays |= set(one.days_off)
        workdays |= set(one.working_weekends)
        digest.update(repr(one).encode())
    return Calendar(
        frozenset(holidays),
        frozenset(workdays),
        first,
        last,
        f"{calendar.version}+{digest.hexdigest()[:8]}",
        frozenset(set(range(first, last + 1)) - covered),
    )


def _days(content: Any, key: str, path: Path) -> set[date]:
    days = content.get(key) if isinstance(content, dict) else None
    if not isinstance(days, list) or not all(type(day) is date for day in days):
        raise _refuse(path, f"“{key}”应为日期列表")
    if odd := [day for day in days if str(day.year) != path.stem]:
        raise _refuse(path, f"{odd[0]} 不在该年内")
    weekend = key == "working_weekends"
    if odd := [day for day in days if (day.weekday() >= _SATURDAY) is not weekend]:
        raise _refuse(path, f"{odd[0]} {'不是周末' if weekend else '是周末，不必列出'}")
    return set(days)


def _refuse(path: Path, why: str) -> BadData:
    return BadData(f"工作日历《{path.name}》有误：{why}。", "请改正该文件，或重新安装程序。")
