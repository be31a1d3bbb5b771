"""跨卷线索 as an Excel workbook: a sheet of what was compared, then one sheet for each rule.

Signals are hints for a person and nothing is deducted by them; every sheet says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from openpyxl import Workbook

from reviewer.model import Place, SignalGroup
from reviewer.reports.excel import Column, Value, fill_sheet, first_sheet

CAUTION = "线索只供核对，不扣分；是否属实由评查人逐卷核对"
_OVERVIEW = (
    Column("规则", 12),
    Column("名称", 22),
    Column("方法", 60),
    Column("线索", 8, "0"),
    Column("比对卷数", 10, "0"),
    Column("未比对卷数", 12, "0"),
    Column("未比对的案卷", 60),
)
_SIGNALS = (
    Column("线索", 8, "0"),
    Column("情况", 60),
    Column("案卷", 28),
    Column("载明", 48),
    Column("文件页", 10),
    Column("原文", 40),
)


def write_signals(
    groups: Sequence[SignalGroup],
    titles: Mapping[UUID, str],
    unread: Sequence[UUID],
    path: Path,
) -> None:
    """Write the signals; `titles` names the cases, `unread` those that were not read to the end."""
    book = Workbook()
    about = [_about(one, titles) for one in groups]
    if unread:
        names = "；".join(titles.get(case, "") for case in unread)
        about.append(("", "尚未识别完", "未识别的页没有比对", None, None, len(unread), names))
    fill_sheet(first_sheet(book, "说明"), f"跨卷线索（{CAUTION}）", _OVERVIEW, about)
    for group in groups:
        heading = f"{group.code} {group.title}（{CAUTION}）"
        rows = list(_rows(group, titles)) or [(None, "未见线索", "", "", "", "")]
        fill_sheet(book.create_sheet(_name(group)), heading, _SIGNALS, rows)
    book.save(path)


def _about(group: SignalGroup, titles: Mapping[UUID, str]) -> tuple[Value, ...]:
    return (
        group.code,
        group.title,
        group.method,
        len(group.signals),
        len(group.compared),
        len(group.not_compared),
        "；".join(titles.get(case, "") for case in group.not_compared),
    )


def _rows(group: SignalGroup, titles: Mapping[UUID, str]) -> Iterator[tuple[Value, ...]]:
    for number, signal in enumerate(group.signals, 1):
        for side in signal.sides:
            quote = side.place.quote if side.place else ""
            title = titles.get(side.case, "")
            yield (number, signal.message, title, side.said, _page(side.place), quote)


def _page(place: Place | None) -> str:
    if place is None:
        return ""
    return place.folio or (str(place.page) if place.block is None else "")


def _name(group: SignalGroup) -> str:
    # Excel takes no more than 31 characters and none of these in the name of a sheet.
    name = "".join("－" if char in "[]:*?/\\" else char for char in f"{group.code} {group.title}")
    return name[:31]
