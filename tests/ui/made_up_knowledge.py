"""Made-up rules, library and signals for the window, in memory."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from reviewer.model import (
    Calendar,
    CalendarYear,
    Library,
    Place,
    RosterEntry,
    RuleInfo,
    SignalGroup,
    SignalSide,
)
from reviewer.model import Signal as ArmedSignal
from reviewer.model.library_sheets import LibraryFile
from reviewer.progress import Progress
from reviewer.workspace.made_up import MadeUpFigures
from reviewer.workspace.rule_views import RuleRow, RulesView, TrackRecord
from reviewer.workspace.views import CaseRow, SignalsView


class MadeRules:
    """Three rules, one of them answered, with switches in memory."""

    def __init__(self) -> None:
        self.off: set[str] = set()
        self.rechecks = 0
        self.own_rate = ""
        self.figures = MadeUpFigures()
        self.lines: Sequence[tuple[str, str, str, str, int, int]] = _RULES

    def view(self) -> RulesView:
        rows = tuple(self._row(*line) for line in self.lines)
        return RulesView(rows, self.own_rate, self.figures.of_all())

    def switch(self, code: str, *, off: bool) -> None:
        self.off = self.off | {code} if off else self.off - {code}

    def recheck(self, progress: Progress) -> int:
        progress.report(0, 12, "正在重新核查")
        self.rechecks += 1
        return 12

    def _row(self, code: str, title: str, basis: str, method: str, took: int, not_: int) -> RuleRow:
        rule = RuleInfo(code, title, (basis,), (), method, "", {})
        off = code in self.off
        at = datetime.fromisoformat("2025-04-25T10:42") if off else None
        record = TrackRecord(took, not_)
        by, made_up = "周敏" if off else "", self.figures.of_rule(code)
        return RuleRow(rule, "决定日期、送达回证", record, off, by, at, made_up)


_RULES = (
    ("M-DT26", "违法行为通知书", "行政处罚法第四十四条", "卷内应有违法行为通知书。", 0, 0),
    ("T08", "听证申请期", "行政处罚法第六十四条", "告知送达后五个工作日届满前不应作出决定。", 4, 1),
    ("T18", "决定书送达", "行政处罚法第六十一条", "决定书应在作出后七个工作日内送达。", 12, 3),
)


class MadeLibrary:
    """A library in memory; what is imported is `given`."""

    def __init__(self) -> None:
        self.given = LibraryFile(Library(), (), {"执法人员": 2})
        self.library = Library()
        self.written: list[Path] = []
        self.own: tuple[CalendarYear, ...] = ()

    def current(self) -> Library:
        return self.library

    def imported_from(self) -> tuple[str, datetime | None]:
        known = self.library.version
        at = datetime.fromisoformat("2025-04-20T09:30")
        return ("本单位库.xlsx", at) if known else ("", None)

    def preview(self, path: Path) -> LibraryFile:
        return self.given

    def take(self, path: Path, *, right_rows_only: bool = False) -> LibraryFile:
        self.library = Library(officers=(RosterEntry("马强", "640001"),), version="1")
        return self.given

    def clear(self) -> None:
        self.library = Library()

    def write_template(self, path: Path) -> None:
        self.written.append(path)

    def export(self, path: Path) -> None:
        self.written.append(path)

    def calendar(self) -> Calendar:
        last = 2027 if self.own else 2026
        return Calendar(frozenset({date(2026, 10, 1)}), frozenset(), 2024, last, "made")

    def years(self) -> tuple[CalendarYear, ...]:
        return self.own

    def preview_years(self, path: Path) -> tuple[CalendarYear, ...]:
        return (CalendarYear(2027, (date(2027, 1, 1),), ()),)

    def take_years(self, path: Path) -> None:
        self.own = self.preview_years(path)

    def drop_years(self, given: Iterable[int]) -> None:
        self.own = ()

    def write_calendar_template(self, year: int, path: Path) -> None:
        self.written.append(path)


class MadeSignals:
    """One rule with a signal over two cases, one without any."""

    def __init__(self, rows: Callable[[], tuple[CaseRow, ...]]) -> None:
        self._rows = rows
        self.between: Callable[[], object] = lambda: None
        self.exported: list[Path] = []

    def look(self, progress: Progress) -> SignalsView:
        rows = self._rows()
        progress.report(0, len(rows), "正在提取案卷要点")
        self.between()
        progress.report(1, len(rows), "正在提取案卷要点")
        ids = tuple(row.id for row in rows)
        place = Place("a" * 64, 7, "2024年3月6日10时20分", folio="7")
        sides = tuple(
            SignalSide(row.id, f"马强，2024-03-06 {when}，{where}", place)
            for row, when, where in zip(
                rows, ("10:20—10:55", "10:30—11:10"), ("G109线K1186", "沙湖客运站"), strict=False
            )
        )
        clash = ArmedSignal(
            "T43", "执法人员时段冲突", "马强在两份笔录中的起止时间相交，地点不同。", sides
        )
        return SignalsView(
            (
                SignalGroup("T43", "执法人员时段冲突",
                            "同一执法人员在两份笔录中的起止时间相交而地点不同的，列为线索。",
                            (clash,), ids[:-3], ids[-3:]),
                SignalGroup("R-A6-91", "照片重复使用",
                            "两卷以上的照片相同或者几乎相同的，列为线索。", (), ids, ()),
            ),
            {row.id: row.title for row in rows},
            ids[2:3],
        )  # fmt: skip

    def export(self, view: SignalsView, path: Path) -> None:
        self.exported.append(path)
