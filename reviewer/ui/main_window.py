"""The window: one row with menus, tabs and search, the place itself, and the status row.

It opens the data folder, gives the places what they need, and passes on what is wanted; what a
place does is the place's own business.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from reviewer.errors import UserError
from reviewer.settings import Settings
from reviewer.ui.dialogs import ask_folder
from reviewer.ui.first_start import Beginning, FirstStartPage
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.parts import column
from reviewer.ui.shell.commands import Commands
from reviewer.ui.shell.frame import Frame
from reviewer.ui.shell.hints import PROGRAM
from reviewer.ui.shell.memory import read_memory, write_memory
from reviewer.ui.shell.notice import Notice
from reviewer.ui.shell.projection import projected_size
from reviewer.ui.shell.search import Found
from reviewer.ui.shell.status_row import StatusRow
from reviewer.ui.shell.top_row import TopRow
from reviewer.ui.shell.waiting_page import WaitingPage
from reviewer.ui.theme import Tokens, apply_theme, follow_system, make_tokens, undressed

if TYPE_CHECKING:
    from reviewer.ui.desk import Desk
    from reviewer.ui.services import Services

LEAST_SIZE = QSize(1366, 720)
_USUAL_SIZE = QSize(1536, 816)
_BEFORE_DESK = frozenset({"file.quit", "window.full"})


@dataclass(frozen=True, slots=True)
class Wiring:
    """What the window is given from outside, so that a test can give something else."""

    keep: Callable[[Settings], object]
    """Writes the settings."""
    open_workspace: "Callable[[Path], Services]"
    make_case_tab: "Callable[[Services, Jobs, Tokens, UUID], QWidget]"
    free_space: Callable[[Path], int | None]
    default_folder: Path


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, settings: Settings, wiring: Wiring) -> None:
        super().__init__()
        self.settings = settings
        self.wiring = wiring
        self.jobs = Jobs(self)
        self.tokens = make_tokens(follow_system(settings.theme), settings.font_size)
        self.desk: Desk | None = None  # the modules of its pages load with the workspace
        self._beginning: Beginning | None = None
        self._projected = False
        self.commands = Commands(self)
        self.top = TopRow(self.tokens, self._findable)
        self.commands.fill(self.top.menus)
        self.notice = Notice(self.tokens)
        self.places = QStackedWidget()
        self.status = StatusRow(self.tokens)
        self.waiting = WaitingPage(self.tokens)
        self.first: FirstStartPage | None = None
        self.places.addWidget(self.waiting)
        self._build()
        self.commands.chosen.connect(self._on_command)
        self.waiting.retry_asked.connect(self.start)
        self.waiting.other_asked.connect(self._on_other_folder)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def _build(self) -> None:
        inside = QWidget()
        body = column(self.top, self.places, self.notice, self.status, gap=0)
        body.setStretch(1, 1)
        inside.setLayout(body)
        self.setCentralWidget(inside)
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(LEAST_SIZE)
        self.resize(_USUAL_SIZE)
        self.setAcceptDrops(True)
        self.commands.enable(_BEFORE_DESK)
        if geometry := read_memory(self.settings.panels).geometry:
            self.restoreGeometry(QByteArray.fromHex(geometry.encode()))

    def start(self) -> None:
        """Open the data folder, or ask who sits here when there is none yet."""
        if self.settings.data_folder:
            self._open(Path(self.settings.data_folder))
        else:
            self._show_first_start(self.wiring.default_folder)

    def change_settings(self, settings: Settings) -> None:
        """Keep new settings and show what they change."""
        old, self.settings = self.settings, settings
        try:
            self.wiring.keep(settings)
        except OSError as error:
            self.notice.say("设置没有存下来。", f"检查个人配置文件夹是否可写（{error.strerror}）。")
        if (settings.theme, settings.font_size) != (old.theme, old.font_size):
            self.apply_look()

    def apply_look(self) -> None:
        """Give the whole window the look of the settings."""
        theme, size = follow_system(self.settings.theme), self.settings.font_size
        if self._projected:
            size = projected_size(size, self.screen().size())
        self.tokens = tokens = make_tokens(theme, size)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, tokens)
        for part in (self.top, self.notice, self.status, self.waiting):
            part.set_tokens(tokens)
        for later in (self.first, self.desk):
            if later is not None:
                later.set_tokens(tokens)

    def show_error(self, error: Exception) -> None:
        """Show an error at the foot of the place."""
        self.notice.show_error(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window was left, stop all work and close the data folder."""
        if self.desk is not None:
            geometry = bytes(self.saveGeometry().toHex().data()).decode()
            panels = write_memory(self.desk.memory(geometry))
            self.change_settings(self.settings.with_(panels=panels))
        # Work behind may need seconds to stop; nobody has to watch that.
        self.hide()
        self.jobs.shut_down()
        if self.desk is not None:
            self.desk.services.close()
            self.desk = None
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files wherever they are dropped."""
        if self.desk is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.desk.guide.say("松开鼠标即导入")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stop offering to import."""
        super().dragLeaveEvent(event)
        if self.desk is not None:
            self.desk.guide.say("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if self.desk is not None and names:
            event.acceptProposedAction()
            self.desk.guide.say("")
            self.desk.import_files([Path(name) for name in names])

    def _open(self, folder: Path) -> None:
        self.waiting.show_waiting()
        self.status.show_behind("")
        self.places.setCurrentWidget(self.waiting)
        job = self.jobs.start(lambda _: self.wiring.open_workspace(folder), Lane.WRITE)
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_not_opened)

    def _on_opened(self, services: "Services") -> None:
        if self._beginning is not None:
            services.people.register(self._beginning.name, self._beginning.unit)
            folder = str(self._beginning.folder)
            self.change_settings(self.settings.with_(data_folder=folder))
            self._beginning = None
        frame = Frame(
            self, self.top, self.notice, self.places, self.status, self.commands, self.jobs
        )
        from reviewer.ui.desk import Desk  # noqa: PLC0415 - loads what the workspace has loaded

        def make_tab(case_id: UUID) -> QWidget:
            return self.wiring.make_case_tab(services, self.jobs, self.tokens, case_id)

        with undressed():
            self.desk = Desk(frame, services, self.tokens, lambda: self.settings, make_tab)
        self.desk.setting_chosen.connect(self._on_setting)
        self.desk.begin(read_memory(self.settings.panels))

    def _on_not_opened(self, error: Exception) -> None:
        if self._beginning is not None and self.first is not None:
            self._beginning = None
            self.places.setCurrentWidget(self.first)
            remedy = UserError("这个位置不能用。", "换一个本机的文件夹，或查看日志。")
            self.first.refuse(error if isinstance(error, UserError) else remedy)
        else:
            self.waiting.show_failure(error)

    def _show_first_start(self, folder: Path) -> None:
        if self.first is None:
            self.first = FirstStartPage(self.tokens, folder, self.wiring.free_space)
            self.first.finished.connect(self._on_first_start)
            self.places.addWidget(self.first)
        self.places.setCurrentWidget(self.first)
        self.first.form.begin()
        self.status.show_behind("")

    def _on_first_start(self, beginning: Beginning) -> None:
        self._beginning = beginning
        self._open(beginning.folder)

    def _on_other_folder(self) -> None:
        ask_folder(self, "选资料库所在的文件夹", self._on_folder, self.settings.data_folder)

    def _on_folder(self, name: str) -> None:
        self.change_settings(self.settings.with_(data_folder=name))
        self.start()

    def _on_setting(self, name: str, value: object) -> None:
        self.change_settings(self.settings.with_(**{name: value}))

    def _on_scheme(self, _scheme: Qt.ColorScheme) -> None:
        if self.settings.theme == "system":
            self.apply_look()

    def _on_command(self, action_id: str) -> None:
        if action_id == "file.quit":
            self.close()
        elif action_id == "window.full":
            self._toggle_full()
        elif self.desk is not None:
            self.desk.perform(action_id)

    def _toggle_full(self) -> None:
        """Fill the screen, with the place 合议 in front as a meeting reads it from afar."""
        full = not self.isFullScreen()
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        meeting = self.desk.meeting if self.desk is not None else None
        projected = full and meeting is not None and meeting.is_seen
        if projected != self._projected:
            self._projected = projected
            self.top.setVisible(not projected)
            if meeting is not None:
                meeting.show_projected(projected)
            self.apply_look()

    def _findable(self) -> tuple[Found, ...]:
        return self.desk.guide.findable() if self.desk is not None else ()
