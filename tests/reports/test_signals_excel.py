"""跨卷线索 as a workbook."""

from pathlib import Path
from uuid import UUID

from openpyxl import load_workbook

from reviewer.model import Place, Signal, SignalGroup, SignalSide
from reviewer.reports.signals_excel import write_signals

A, B, C = (UUID(int=number) for number in (1, 2, 3))
TITLES = {A: "甲卷", B: "乙卷", C: "丙卷"}


def group(code: str = "T43", *signals: Signal) -> SignalGroup:
    return SignalGroup(code, "执法人员时段冲突", "起止时间相交的列为线索。", signals, (A, B), (C,))


def test_every_rule_has_a_sheet_that_says_that_nothing_is_deducted(tmp_path: Path) -> None:
    place = Place("f" * 64, 7, "10时20分", folio="12")
    signal = Signal(
        "T43", "时段冲突", "起止时间相交", (SignalSide(A, "甲处", place), SignalSide(B, "乙处"))
    )
    path = tmp_path / "线索.xlsx"
    write_signals((group("T43", signal), group("R-C3-91")), TITLES, (C,), path)
    book = load_workbook(path)

    assert book.sheetnames == ["说明", "T43 执法人员时段冲突", "R-C3-91 执法人员时段冲突"]
    assert all("不扣分" in str(sheet["A1"].value) for sheet in book)
    rows = list(book["T43 执法人员时段冲突"].iter_rows(min_row=3, max_row=4, values_only=True))
    assert rows[0] == (1, "起止时间相交", "甲卷", "甲处", "12", "10时20分")
    assert rows[1][2:4] == ("乙卷", "乙处")
    assert book["R-C3-91 执法人员时段冲突"]["B3"].value == "未见线索"


def test_what_was_not_compared_is_named(tmp_path: Path) -> None:
    path = tmp_path / "线索.xlsx"
    write_signals((group(),), TITLES, (C,), path)
    sheet = load_workbook(path)["说明"]
    rows = list(sheet.iter_rows(min_row=3, max_row=4, values_only=True))

    assert rows[0][3:] == (0, 2, 1, "丙卷")
    assert rows[1][1:3] == ("尚未识别完", "未识别的页没有比对")
