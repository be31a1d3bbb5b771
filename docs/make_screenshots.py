"""Draw every state of the window outside the case tab, on made-up values, into docs/screenshots.

Run with a screen, or under Xvfb with QT_QPA_PLATFORM=xcb; QT_SCALE_FACTOR=2 draws home and first
start at 200 %.
"""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from threading import Event

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from docs.make_screenshots_workbench import FOLDER, save, wait
from reviewer.checking import load_calendar, load_rules
from reviewer.model import Library, RosterEntry, Threshold, ThresholdKind
from reviewer.model.library_sheets import CellFault, LibraryFile
from reviewer.settings import Settings
from reviewer.ui.desk import Desk
from reviewer.ui.main_window import MainWindow
from reviewer.ui.theme import apply_theme, make_tokens
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.rule_views import TrackRecord, own_rate
from reviewer.workspace.views import CaseRow
from tests.ui.made_up import PERSON, MadeServices, case_id, make_window, twelve_rows

USUAL = (1536, 816)
SMALL = (1366, 720)
_FOLDER = r"D:\案卷评查"
_SETTLE = 250  # ms
Steps = Callable[[MainWindow, Desk], None]


def shoot(
    name: str,
    steps: Steps | None = None,
    rows: tuple[CaseRow, ...] = (),
    size: tuple[int, int] = USUAL,
    theme: str = "light",
    points: int = 12,
) -> None:
    """Open a window, do `steps`, and keep its picture; names on the command line are all."""
    if sys.argv[1:] and name not in sys.argv[1:]:
        return
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, make_tokens(theme, points))
    services = MadeServices(rows, PERSON)
    services.data.folder = Path(_FOLDER)
    settings = Settings("" if name.startswith("first-start") else _FOLDER, theme, points)
    window = make_window(services, settings)
    window.resize(*size)
    window.show()
    window.start()
    wait(_SETTLE)
    while settings.data_folder and not _is_filled(window, rows):
        wait(_SETTLE)
    if steps is not None and window.desk is not None:
        steps(window, window.desk)
    wait(_SETTLE)
    save(window.grab().toImage(), FOLDER / f"{name}.png")
    window.close()
    window.deleteLater()
    wait(50)


def _is_filled(window: MainWindow, rows: tuple[CaseRow, ...]) -> bool:
    desk = window.desk
    return desk is not None and (not rows or desk.home.cases.view.current_case() is not None)


def preview(_window: MainWindow, desk: Desk) -> None:
    """Look at what was dropped."""
    desk.import_files([Path("2025评查")])
    wait(_SETTLE)


def running(window: MainWindow, desk: Desk) -> None:
    """Stop in the middle of an import."""
    go = Event()
    services = desk.services
    assert isinstance(services, MadeServices)
    services.imports.between = lambda done: go.wait(3) if done == 5 else None
    preview(window, desk)
    desk.home.importing.preview.confirmed.emit()
    wait(2 * _SETTLE)
    page = desk.home.importing.running
    page.show_progress("正在读取，已完成 5 个文件，共 8 个", 5, 8, "约剩 40 秒")
    page.show_behind("正在识别 41/90 页，约剩 2 分钟。不用等，可以先评查。")
    wait(60)
    save(window.grab().toImage(), FOLDER / "import-running.png")
    go.set()


def report(window: MainWindow, desk: Desk) -> None:
    """Finish an import."""
    preview(window, desk)
    desk.home.importing.preview.confirmed.emit()
    wait(2 * _SETTLE)


def search(window: MainWindow, _desk: Desk) -> None:
    """Search by pinyin initials."""
    window.activateWindow()
    window.top.search.enter()
    window.top.search.setText("s")


def saved(window: MainWindow, desk: Desk) -> None:
    """Show the table beside an open case, after a change was saved."""
    desk.tabs.add(f"case:{case_id(132)}", "0132号", "file")
    window.top.show_saved(datetime.fromisoformat("2025-04-25T10:42"))


def rules(_window: MainWindow, desk: Desk) -> None:
    """Show all rules, one of them switched off."""
    services = desk.services
    assert isinstance(services, MadeServices)
    answered = {"T18": (12, 3), "T03": (2, 0), "K12": (5, 1), "M-DT26": (9, 4), "V05": (1, 2)}
    services.rules.lines = [
        (one.code, one.title, "、".join(one.basis), one.method, *answered.get(one.code, (0, 0)))
        for one in load_rules()
    ]
    services.rules.off = {"T40"}
    services.rules.figures = Knowledge().made_up
    services.rules.own_rate = own_rate(TrackRecord(29, 10, 3))
    desk.perform("tools.rules")
    wait(_SETTLE)
    desk.home.knowledge.page.rules.choose("T18")


def library(_window: MainWindow, desk: Desk) -> None:
    """Show what the library sets."""
    services = desk.services
    assert isinstance(services, MadeServices)
    officers = tuple(RosterEntry(name, str(640001 + at)) for at, name in enumerate("甲乙丙丁"))
    lines = tuple(Threshold(ThresholdKind.HEARING, None, Decimal(5000)) for _ in range(3))
    services.library.library = Library(
        officers=officers,
        thresholds=lines,
        settings={"individual_business": "person"},
        version="1",
    )
    desk.perform("tools.library")


def library_preview(_window: MainWindow, desk: Desk) -> None:
    """Look at a workbook with wrong cells."""
    faults = (
        CellFault("执法人员", "C5", "“2025-13-01”不是日期"),
        CellFault("裁量基准", "L8", "上限小于下限"),
        CellFault("标准和口径", "第6行", "“听证标准”既没有数额，也没有处罚种类"),
    )
    counts = {"执法人员": 42, "裁量基准": 118, "标准和口径": 7}
    desk.perform("tools.library")
    page = desk.home.knowledge.page.library
    page.show_preview(Path("本单位库2025.xlsx"), LibraryFile(Library(), faults, counts))


def calendar(_window: MainWindow, desk: Desk) -> None:
    """Show the years of the calendar."""
    services = desk.services
    assert isinstance(services, MadeServices)
    services.library.calendar = load_calendar  # type: ignore[method-assign]
    desk.perform("tools.calendar")


def signals(_window: MainWindow, desk: Desk) -> None:
    """Show signals across the cases."""
    wait(_SETTLE)
    desk.perform("tools.signals")
    desk.home.signals.compare()


def comparing(window: MainWindow, desk: Desk) -> None:
    """Stop in the middle of a comparison."""
    go = Event()
    services = desk.services
    assert isinstance(services, MadeServices)
    services.signals.between = lambda: go.wait(3)
    signals(window, desk)
    wait(2 * _SETTLE)
    desk.home.signals.page.show_progress(5, 12, "正在提取案卷要点")
    wait(60)
    save(window.grab().toImage(), FOLDER / "signals-running.png")
    go.set()


def perform(action: str) -> Steps:
    """Return the steps that give one command."""
    return lambda _window, desk: desk.perform(action)


def removed(_window: MainWindow, desk: Desk) -> None:
    """Remove two cases and show the list from which they come back."""
    wait(_SETTLE)
    for number in (132, 45):
        desk.home.cases.view.choose(case_id(number))
        desk.perform("table.remove")
        wait(_SETTLE)
    desk.frame.notice.hide()
    desk.perform("table.removed")


def export(_window: MainWindow, desk: Desk) -> None:
    """Offer the documents of all cases."""
    desk.perform("case.export")
    desk.home.exporting.page.set_folder(r"D:\评查文书")


def refuse(window: MainWindow, _desk: Desk) -> None:
    """Show an error that the user can act on."""
    window.notice.say(
        "资料库所在磁盘只剩 0.4 GB，新的案卷可能存不下。",
        "清理磁盘，或在设置里把资料库换到别的磁盘。",
        act=("打开设置", lambda: None),
    )


def shoot_knowledge(rows: tuple[CaseRow, ...]) -> None:
    """Draw rules, library, calendar and signals."""
    shoot("rules", rules, rows)
    shoot("rules-dark", rules, rows, theme="dark")
    shoot("rules-large-type", rules, rows, SMALL, points=18)
    shoot("library", library, rows)
    shoot("library-dark", library, rows, theme="dark")
    shoot("library-preview", library_preview, rows)
    shoot("library-large-type", library, rows, SMALL, points=18)
    shoot("calendar", calendar, rows)
    shoot("calendar-dark", calendar, rows, theme="dark")
    shoot("signals", comparing, rows)
    shoot("signals-dark", signals, rows, theme="dark")
    shoot("signals-large-type", signals, rows, SMALL, points=18)


def main() -> None:
    """Draw them all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb")
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    rows = twelve_rows()
    if os.environ.get("QT_SCALE_FACTOR"):
        shoot("first-start-200")
        shoot("home-200", saved, rows)
        shoot("rules-200", rules, rows, SMALL)
        shoot("library-200", library, rows, SMALL)
        shoot("library-preview-200", library_preview, rows, SMALL)
        shoot("calendar-200", calendar, rows, SMALL)
        shoot("signals-200", signals, rows, SMALL)
    else:
        shoot_knowledge(rows)
        shoot("first-start")
        shoot("first-start-dark", theme="dark")
        shoot("home-empty")
        shoot("home", saved, rows)
        shoot("home-dark", saved, rows, theme="dark")
        shoot("home-1366x768", saved, rows, SMALL)
        shoot("home-large-type", saved, rows, SMALL, points=18)
        shoot("home-removed", perform("table.remove"), rows)
        shoot("home-removed-list", removed, rows)
        shoot("home-error", refuse, rows)
        shoot("home-export", export, rows)
        shoot("paper-review", perform("file.paper"))
        shoot("import-preview", preview, rows)
        shoot("import-preview-large-type", preview, rows, SMALL, points=18)
        shoot("import-report", running, rows)
        shoot("import-report-dark", report, rows, theme="dark")
        shoot("search", search, rows)
        shoot("settings", perform("tools.settings"), rows)
        shoot("settings-dark", perform("tools.settings"), rows, theme="dark")
        shoot("keys", perform("help.keys"), rows)
        shoot("about", perform("help.about"), rows)
    app.quit()


if __name__ == "__main__":
    main()
