"""What the places of home tell in the notice bar, with the way back where there is one."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reviewer.ui.home.home_page import HomePage
from reviewer.ui.shell.notice import Notice
from reviewer.workspace.views import CaseRow


class Tidings(QObject):
    """Says in the notice bar what was done at home, or why it could not be."""

    def __init__(self, notice: Notice, home: HomePage) -> None:
        super().__init__(home)
        self._notice, self._home = notice, home
        home.failed.connect(notice.show_error)
        home.campaigns.draw.verified.connect(self._on_verified)
        home.campaigns.ledger.dropped.connect(self._on_undoable)
        home.campaigns.groups.undoable.connect(self._on_undoable)

    def tell_removed(self, row: CaseRow) -> None:
        """Say that a case was removed, and offer it back."""
        self._on_undoable(
            f"已移除《{row.title}》，评查记录和原件都还在。",
            lambda: self._home.removing.restore(row.id),
        )

    def _on_verified(self, said: str, tone: str) -> None:
        self._notice.say(said, tone=tone)

    def _on_undoable(self, said: str, back: Callable[[], object]) -> None:
        self._notice.say(said, tone="blue", act=("撤销", back))
