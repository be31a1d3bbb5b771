"""The unit's library (本单位库) and its years of the working-day calendar.

A workbook is looked at first and imported then; what was imported counts from the next time that
a case is asked for, because its version goes into every check.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from threading import Lock

from reviewer.checking import overlaid
from reviewer.errors import UserError
from reviewer.intake.calendar_years import read_calendar_years
from reviewer.intake.library import read_library
from reviewer.model import Calendar, CalendarYear, Library
from reviewer.model.library_sheets import LibraryFile
from reviewer.reports.calendar_excel import write_calendar_template
from reviewer.reports.library_excel import write_library, write_library_template
from reviewer.store import Store, desktops, libraries
from reviewer.store.libraries import KeptLibrary
from reviewer.workspace.knowledge import Knowledge


class UnitLibrary:
    """What the unit entered beside the case files."""

    def __init__(self, store: Store, knowledge: Knowledge) -> None:
        self._store = store
        self._knowledge = knowledge
        self._lock = Lock()
        self._kept: KeptLibrary | None = None
        self._calendar: Calendar | None = None

    def current(self) -> Library:
        """Return the library that counts now; an empty one when nothing was imported."""
        return self._known().library

    def imported_from(self) -> tuple[str, datetime | None]:
        """Return the name of the workbook and when it was imported; "" and None when none was."""
        kept = self._known()
        return kept.source, kept.at

    def preview(self, path: Path) -> LibraryFile:
        """Return what the workbook `path` holds and every wrong cell; nothing is imported.

        Raises:
            UserError: it is no workbook, or holds none of the sheets.
        """
        return read_library(path)

    def take(self, path: Path, *, right_rows_only: bool = False) -> LibraryFile:
        """Import the workbook `path` in place of what counted before.

        With `right_rows_only` the person accepts that wrong rows are left out.

        Raises:
            UserError: it cannot be read, or a cell is wrong and that was not accepted.
        """
        found = read_library(path)
        if found.faults and not right_rows_only:
            raise UserError(
                f"《{path.name}》有 {len(found.faults)} 处填写有误，没有导入。",
                "请按所列单元格改正后重新导入，或者选择只导入正确的行。",
            )
        self._put(found.library, path.name)
        return found

    def clear(self) -> None:
        """Let no library count any more; earlier ones stay in the records."""
        self._put(Library(), "")

    def write_template(self, path: Path) -> None:
        """Write the empty workbook."""
        write_library_template(path)

    def export(self, path: Path) -> None:
        """Write what counts now, so that importing the workbook gives it back."""
        write_library(self.current(), path)

    def calendar(self) -> Calendar:
        """Return the shipped calendar with the imported years on top."""
        with self._lock:
            if self._calendar is None:
                with self._store.snapshot() as session:
                    given = libraries.years(session)
                self._calendar = overlaid(self._knowledge.calendar, given)
            return self._calendar

    def years(self) -> tuple[CalendarYear, ...]:
        """Return the imported years, sorted."""
        with self._store.snapshot() as session:
            return libraries.years(session)

    def preview_years(self, path: Path) -> tuple[CalendarYear, ...]:
        """Return the years that an Excel or YAML file holds; nothing is imported.

        Raises:
            UserError: it cannot be read or a day in it is wrong.
        """
        return read_calendar_years(path)

    def take_years(self, path: Path) -> tuple[CalendarYear, ...]:
        """Import the years of a file over what ships and over what was imported of them.

        Raises:
            UserError: it cannot be read or a day in it is wrong.
        """
        given = read_calendar_years(path)
        with self._store.session() as session:
            libraries.put_years(session, given, desktops.author(session))
        self._forget()
        return given

    def drop_years(self, given: Iterable[int]) -> None:
        """Let what ships count again for the years `given`."""
        with self._store.session() as session:
            for year in given:
                libraries.drop_year(session, year)
        self._forget()

    def write_calendar_template(self, year: int, path: Path) -> None:
        """Write the empty workbook of a year."""
        write_calendar_template(year, path)

    def _known(self) -> KeptLibrary:
        with self._lock:
            if self._kept is None:
                with self._store.snapshot() as session:
                    self._kept = libraries.current(session)
            return self._kept

    def _put(self, library: Library, source: str) -> None:
        with self._store.session() as session:
            libraries.put(session, library, source, desktops.author(session))
        self._forget()

    def _forget(self) -> None:
        with self._lock:
            self._kept = self._calendar = None
