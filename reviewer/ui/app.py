"""Starting the window: settings, look, wiring, and the last net under errors.

`Settings`, workspace and window are built once here and passed on; nothing looks them up.
"""

import logging
import shutil
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.logs import start_logging
from reviewer.paths import default_data_folder, log_folder, settings_file
from reviewer.settings import Settings, load_settings, save_settings
from reviewer.ui.garbage import Collector
from reviewer.ui.jobs import Jobs
from reviewer.ui.main_window import MainWindow, Wiring
from reviewer.ui.shell.hints import PROGRAM
from reviewer.ui.theme import Tokens, apply_theme, follow_system, icon, make_tokens

if TYPE_CHECKING:
    from reviewer.ui.services import Services
    from reviewer.ui.workbench.ports import WorkbenchPort

log = logging.getLogger(__name__)


def main(folder: Path | None = None) -> int:
    """Show the window and return when it is closed.

    With `folder` it works on that data folder, such as a demonstration, and keeps its settings
    there; those of the user stay as they are.
    """
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    _log()
    app = QApplication(sys.argv[:1])
    speak_chinese(app)
    app.setApplicationDisplayName("")
    app.setApplicationName(PROGRAM)
    path = settings_file() if folder is None else folder / "settings.json"
    settings = load_settings(path)
    if folder is not None:
        settings = settings.with_(data_folder=str(folder))
    tokens = make_tokens(follow_system(settings.theme), settings.font_size)
    apply_theme(app, tokens)
    app.setWindowIcon(icon("app", tokens.ink, 64))
    window = MainWindow(settings, wire(path))
    # So that Qt takes the window down in order, not the garbage collector in any.
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    catch_bugs(window)
    window.show()
    window.start()
    collector = Collector(app)
    status = app.exec()
    collector.stop()
    return status


def speak_chinese(app: QApplication) -> None:
    """Put Qt's own words, such as those of the menu of a text field, into Chinese."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    words = QTranslator(app)
    if words.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)


def _log() -> None:
    try:
        start_logging(log_folder())
    except OSError:
        # A reviewer whose profile cannot be written to can still work.
        logging.basicConfig(level=logging.WARNING)


def wire(path: Path) -> Wiring:
    """Return what the window needs from outside; `path` is the settings file."""

    def keep(settings: Settings) -> None:
        save_settings(settings, path)

    def open_workspace(folder: Path) -> "Services":
        # Here and not above: the window is there before what the workspace stands on is loaded.
        # With it the pages, so that the window does not wait for them later.
        import reviewer.ui.desk  # noqa: PLC0415
        import reviewer.ui.workbench  # noqa: F401, PLC0415
        from reviewer.workspace import Workspace  # noqa: PLC0415 - 1.5 s of the start (measured)

        workspace = Workspace.open(folder, load_settings(path), path)
        workspace.pages.warm_up()
        return workspace

    return Wiring(keep, open_workspace, make_case_tab, free_space, default_data_folder())


def make_case_tab(services: "Services", jobs: Jobs, tokens: Tokens, case_id: UUID) -> QWidget:
    """Return the tab of a case."""
    from reviewer.ui.workbench import CaseTab  # noqa: PLC0415 - loaded with the workspace

    return CaseTab(cast("WorkbenchPort", services), jobs, tokens, case_id)


def free_space(folder: Path) -> int | None:
    """Return the free bytes where `folder` is or would be; None when nothing is there."""
    for there in (folder, *folder.parents):
        if there.is_dir():
            try:
                return shutil.disk_usage(there).free
            except OSError:
                return None
    return None


def catch_bugs(window: MainWindow) -> None:
    """Log every error that reaches Qt's loop, and show it once."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("unexpected", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            window.show_error(error)

    sys.excepthook = show
