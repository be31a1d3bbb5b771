"""The parts of the window that the desk fills, as one value."""

from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow, QStackedWidget

from reviewer.ui.jobs import Jobs
from reviewer.ui.shell.commands import Commands
from reviewer.ui.shell.notice import Notice
from reviewer.ui.shell.status_row import StatusRow
from reviewer.ui.shell.top_row import TopRow


@dataclass(frozen=True, slots=True)
class Frame:
    """Made by the window, used by the desk."""

    window: QMainWindow
    top: TopRow
    notice: Notice
    places: QStackedWidget
    status: StatusRow
    commands: Commands
    jobs: Jobs
