"""What the unit gives beside the case files: its library and later years of the calendar.

Nothing wrong is taken: each wrong cell is told, and the caller ends.
"""

from collections.abc import Iterable
from pathlib import Path

from reviewer.checking import load_calendar, overlaid
from reviewer.cli.streams import tell
from reviewer.errors import UserError
from reviewer.intake.calendar_years import read_calendar_years
from reviewer.intake.library import read_library
from reviewer.model import Calendar, Library


def unit_library(path: Path | None) -> Library:
    """Return the library of the workbook `path`; an empty one without it.

    Raises:
        UserError: it cannot be read, or a cell is wrong; each wrong cell has been told.
    """
    if path is None:
        return Library()
    found = read_library(path)
    for fault in found.faults:
        tell(f"《{fault.sheet}》{fault.cell}：{fault.reason}")
    if found.faults:
        raise UserError(
            f"本单位库《{path.name}》有 {len(found.faults)} 处填写有误，没有使用。",
            "请按所列单元格改正后重试。",
        )
    return found.library


def unit_calendar(paths: Iterable[Path]) -> Calendar:
    """Return the calendar that ships with the years of `paths` on top.

    Raises:
        UserError: a file cannot be read or a day in it is wrong.
    """
    years = [year for path in paths for year in read_calendar_years(path)]
    return overlaid(load_calendar(), years)
