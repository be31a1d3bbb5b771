"""Reading years of the working-day calendar (工作日历) that a bureau imports: Excel or YAML.

An Excel sheet has the columns 日期 and 类别, a day to a row: 放假 or 上班.  A YAML file is one of
those that ship, named after its year.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from reviewer.errors import UserError
from reviewer.intake.library_cells import read_date
from reviewer.model import CalendarYear
from reviewer.resources import load_yaml

_SATURDAY = 5
_FEWEST = 7
"""A year has had at least 20 weekdays off since 2008; fewer than this is not a whole year."""
_OFF = re.compile("放假|休息|休假|节假日|假日|^休$")
_WORKED = re.compile("上班|补班|调休上班|工作|^班$")
_REMEDY = "请改正后重新导入，原有日历没有改动。"


def read_calendar_years(path: Path) -> tuple[CalendarYear, ...]:
    """Return the years that a file holds, sorted.

    Raises:
        UserError: it cannot be read, or a day in it is wrong; the message names the first one.
    """
    if path.suffix.lower() in {".yaml", ".yml"}:
        days = list(_from_yaml(path))
    else:
        days = list(_from_excel(path))
    years = sorted({day.year for day, _ in days})
    if not years:
        raise UserError(f"《{path.name}》里没有日历。", "请填写日期和类别（放假、上班）后再导入。")
    return tuple(_year(path, year, days) for year in years)


def _year(path: Path, year: int, days: list[tuple[date, bool]]) -> CalendarYear:
    off = sorted({day for day, is_off in days if is_off and day.year == year})
    worked = sorted({day for day, is_off in days if not is_off and day.year == year})
    if both := set(off) & set(worked):
        raise _wrong(path, f"{min(both)} 既是放假又是上班")
    if odd := [day for day in worked if day.weekday() < _SATURDAY]:
        raise _wrong(path, f"{odd[0]} 是周一至周五，不必列为上班")
    # A weekend is off anyway; the notices of the State Council list it with the holiday.
    off = [day for day in off if day.weekday() < _SATURDAY]
    if len(off) < _FEWEST:
        raise _wrong(path, f"{year} 年只有 {len(off)} 个工作日放假，不是全年的安排")
    return CalendarYear(year, tuple(off), tuple(worked))


def _from_yaml(path: Path) -> Iterator[tuple[date, bool]]:
    content = load_yaml(path)
    for key, is_off in (("days_off", True), ("working_weekends", False)):
        days = content.get(key, []) if isinstance(content, dict) else None
        if not isinstance(days, list) or not all(type(day) is date for day in days):
            raise _wrong(path, f"“{key}”应为日期列表")
        yield from ((day, is_off) for day in days)


def _from_excel(path: Path) -> Iterator[tuple[date, bool]]:
    try:
        book = load_workbook(path, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, OSError, ValueError) as error:
        raise UserError(
            f"《{path.name}》不是能读的 Excel 工作簿。", "请用模板填写，存为 .xlsx 后再导入。"
        ) from error
    for sheet in book.worksheets:
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield from _day(path, f"{sheet.title}第{number}行", row)


def _day(path: Path, where: str, row: tuple[Any, ...]) -> Iterator[tuple[date, bool]]:
    cells = [value for value in row if value not in (None, "")]
    if not any(isinstance(value, str) and _kind(value) is not None for value in cells):
        return
    told = next(
        kind for value in cells if isinstance(value, str) and (kind := _kind(value)) is not None
    )
    if any(str(value).strip() == "示例" for value in cells):
        return
    for value in cells:
        try:
            yield read_date(value), told
        except ValueError:
            continue
        return
    raise _wrong(path, f"{where}没有可读的日期")


def _kind(text: str) -> bool | None:
    """Return True for a day off, False for a day worked, None for anything else."""
    plain = text.strip()
    if len(plain) > 6:
        return None
    if _WORKED.search(plain):
        return False
    return True if _OFF.search(plain) else None


def _wrong(path: Path, why: str) -> UserError:
    return UserError(f"工作日历《{path.name}》有误：{why}。", _REMEDY)
