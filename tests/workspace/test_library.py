"""The unit's library in the workspace: looked at, imported, exported, and checked by."""

from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from reviewer.errors import UserError
from reviewer.model import Band, Benchmark, Library, RosterEntry, Threshold, ThresholdKind
from reviewer.model.library_sheets import versioned
from reviewer.reports.library_excel import write_library, write_library_template
from reviewer.settings import Settings
from reviewer.store import Store, cases, desktops
from reviewer.store.records import CaseNames
from reviewer.workspace import Workspace
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.library import UnitLibrary
from reviewer.workspace.readings import Readings
from reviewer.workspace.rules import RuleSwitches

LIBRARY = versioned(
    Library(
        officers=(RosterEntry("马强", "640001", date(2020, 1, 1)),),
        settings={"individual_business": "person"},
        thresholds=(Threshold(ThresholdKind.HEARING, None, Decimal(5000)),),
        benchmarks=(
            Benchmark(
                "A", "甲", "公路法", 76, bands=(Band("一般", "", Decimal(100), Decimal("200.5")),)
            ),
        ),
    )
)


def workbook(path: Path) -> Path:
    """Write the library as a workbook."""
    write_library(LIBRARY, path)
    return path


def faulty(path: Path) -> Path:
    """Write a workbook with one right officer and one without a number."""
    write_library_template(path)
    book = load_workbook(path)
    book["执法人员"].append([None, "马强", "640001"])
    book["执法人员"].append([None, "王芳", None])
    book.save(path)
    return path


def year_file(path: Path) -> Path:
    """Write a workbook with a year of the calendar."""
    book = Workbook()
    for n in range(14):
        book.worksheets[0].append([date(2027, 10, 1) + timedelta(days=n), "放假"])
    book.save(path)
    return path


def test_what_is_imported_counts_also_after_a_restart(tmp_path: Path) -> None:
    first = Workspace.open(tmp_path / "data", Settings())
    first.people.register("王工", "支队")
    assert (first.library.current(), first.library.imported_from()) == (Library(), ("", None))

    first.library.take(workbook(tmp_path / "本单位库.xlsx"))
    assert first.library.current() == LIBRARY
    first.close()

    second = Workspace.open(tmp_path / "data", Settings())
    assert second.library.current() == LIBRARY
    source, at = second.library.imported_from()
    assert (source, at is not None) == ("本单位库.xlsx", True)
    second.library.clear()
    assert second.library.current() == Library()
    second.close()


def test_nothing_is_imported_until_all_is_right_or_accepted(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = faulty(tmp_path / "名册.xlsx")

    looked_at = workspace.library.preview(path)
    assert [one.cell for one in looked_at.faults] == ["C5"]
    with pytest.raises(UserError, match="1 处填写有误"):
        workspace.library.take(path)
    assert workspace.library.current() == Library()

    workspace.library.take(path, right_rows_only=True)
    assert [one.name for one in workspace.library.current().officers] == ["马强"]


def test_an_export_is_imported_as_the_same_library(workspace: Workspace, tmp_path: Path) -> None:
    workspace.library.take(workbook(tmp_path / "甲.xlsx"))
    workspace.library.export(tmp_path / "乙.xlsx")
    workspace.library.clear()

    workspace.library.take(tmp_path / "乙.xlsx")

    assert workspace.library.current() == LIBRARY


def test_the_templates_are_written(workspace: Workspace, tmp_path: Path) -> None:
    workspace.library.write_template(tmp_path / "模板.xlsx")
    workspace.library.write_calendar_template(2027, tmp_path / "日历.xlsx")

    assert workspace.library.preview(tmp_path / "模板.xlsx").library == Library()
    with pytest.raises(UserError, match="没有日历"):
        workspace.library.preview_years(tmp_path / "日历.xlsx")


def test_a_case_is_checked_anew_by_what_was_imported(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "data")) as store:
        library = UnitLibrary(store, Knowledge())
        readings = Readings(store, Knowledge(), library, RuleSwitches(store))
        with store.session() as session:
            case = cases.add_case(session, "一卷", CaseNames(), desktops.author(session))
        before = readings.of_case(case).run.versions

        library.take(workbook(tmp_path / "本单位库.xlsx"))
        library.take_years(year_file(tmp_path / "2027.xlsx"))
        after = readings.of_case(case).run.versions

        assert before["library"] == ""
        assert after["library"] == LIBRARY.version
        assert after["calendar"] == library.calendar().version != before["calendar"]


def test_years_are_imported_and_let_go(workspace: Workspace, tmp_path: Path) -> None:
    shipped = workspace.library.calendar()

    workspace.library.take_years(year_file(tmp_path / "2027.xlsx"))
    assert workspace.library.calendar().covers(date(2027, 5, 1))
    assert [one.year for one in workspace.library.years()] == [2027]
    workspace.library.take_years(year_file(tmp_path / "2027.xlsx"))

    workspace.library.drop_years([2027])
    assert workspace.library.calendar() == shipped
