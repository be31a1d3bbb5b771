"""The page in a window of its own on another screen (页面移到第二屏), and back.

The keys of the tab work there too.  The page comes back when its window is closed or the screen
goes; while another tab is in front the window is hidden with its own.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.workbench.bench import Bench


def other_screen(widget: QWidget) -> QScreen | None:
    """Return a screen that `widget` is not on; None when there is one only."""
    here = widget.window().screen()
    return next((screen for screen in QGuiApplication.screens() if screen is not here), None)


class PageWindow(QWidget):
    """Holds the page panel."""

    closed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self._owner = owner
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # The keys with Ctrl belong to actions of the main window, which hold in this one too.
        self.addActions(owner.window().actions())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in the tab."""
        self._owner.keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the page back first."""
        self.closed.emit()
        super().closeEvent(event)


class SecondScreen(QObject):
    """Moves the page of one tab there and back."""

    moved = Signal(bool)  # whether the page is away

    def __init__(self, owner: QWidget, bench: Bench) -> None:
        super().__init__(owner)
        self._owner, self._bench = owner, bench
        self._window: PageWindow | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)

    @property
    def may_move(self) -> bool:
        """Return whether the page can go to another screen, or come back from there."""
        return self._window is not None or other_screen(self._owner) is not None

    def toggle(self) -> None:
        """Move the page to the other screen, or back."""
        if self._window is not None:
            self._window.close()
            return
        screen = other_screen(self._owner)
        if screen is None:
            return
        window = PageWindow(self._owner)
        window.closed.connect(self._on_closed)
        window.setWindowTitle(self._owner.window().windowTitle())
        window.setGeometry(screen.availableGeometry())
        layout = window.layout()
        if layout is not None:
            layout.addWidget(self._bench.lend_page())
        self._window = window
        window.showMaximized()
        self.moved.emit(True)

    def follow(self, shown: bool) -> None:
        """Show or hide the window with its tab."""
        if self._window is not None:
            self._window.setVisible(shown)

    def _on_closed(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            self._bench.take_page_back()
            window.deleteLater()
            self.moved.emit(False)

    def _on_screen_removed(self, _screen: QScreen) -> None:
        if self._window is not None and len(QGuiApplication.screens()) < 2:
            self._window.close()
