"""Makes the year files of the working-day calendar from the chinesecalendar package.

A tool for whoever keeps the data, not part of a check: run
`python -m reviewer.checking.make_calendars resources/calendars` when the package knows another
year.  Years that were edited by hand are overwritten.
"""

import importlib
import sys
from datetime import date
from pathlib import Path

_SATURDAY = 5


def write_years(folder: Path) -> tuple[int, ...]:
    """Write a file for each year that chinesecalendar knows into `folder`; return the years."""
    constants = importlib.import_module("chinese_calendar.constants")
    days_off = sorted(day for day in constants.holidays if day.weekday() < _SATURDAY)
    weekends = sorted(day for day in constants.workdays if day.weekday() >= _SATURDAY)
    years = tuple(sorted({day.year for day in days_off}))
    for year in years:
        text = "\n".join(
            [
                f"# {year} 年工作日历，依国务院办公厅关于 {year} 年部分节假日安排的通知。",
                "# days_off：周一至周五中的放假日；working_weekends：上班的周六、周日。",
                *_written("days_off", [day for day in days_off if day.year == year]),
                *_written("working_weekends", [day for day in weekends if day.year == year]),
            ]
        )
        folder.joinpath(f"{year}.yaml").write_text(text + "\n", encoding="utf-8", newline="\n")
    return years


def _written(key: str, days: list[date]) -> list[str]:
    return [f"{key}:" if days else f"{key}: []", *(f"- {day}" for day in days)]


if __name__ == "__main__":
    write_years(Path(sys.argv[1]))
