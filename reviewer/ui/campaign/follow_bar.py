"""The head that the pages of the place 整改 share: title, its three sides, and buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reviewer.model.feedback import Evidence
from reviewer.ui.campaign.grid import GridRow, Head
from reviewer.ui.forms import Segments
from reviewer.ui.parts import button, column, label, row
from reviewer.ui.theme import Tokens
from reviewer.ui.words import local
from reviewer.workspace.campaigns.terms import HistoryLine

SIDES = (("feedback", "反馈申辩"), ("bulletin", "通报"), ("rectify", "整改"))
LEADERS_ONLY = "送达、复核、终定和整改审核由组长或者负责人办理"
HISTORY = (Head("时间"), Head("办理人"), Head("事项"), Head("状态"), Head("说明", 1))


class FollowBar(QWidget):
    """Where one is among the sides, and what can be done with all units."""

    side_chosen = Signal(str)

    def __init__(self, side: str, *buttons: QPushButton) -> None:
        super().__init__()
        title = dict(SIDES)[side]
        self._side = side
        self._said = label("", "second", wraps=True)
        self.sides = Segments(SIDES)
        self.sides.choose(side)
        self.sides.chosen.connect(self._on_side)
        top = row(label(title, "page_title"), 1, self.sides, *buttons)
        self.setLayout(column(top, self._said, gap=2))

    def say(self, sentence: str) -> None:
        """Say how things stand with all units."""
        self._said.setText(sentence)

    @property
    def said(self) -> str:
        """Return what is said."""
        return self._said.text()

    def _on_side(self, name: str) -> None:
        self.sides.choose(self._side)
        if name != self._side:
            self.side_chosen.emit(name)


def history_rows(lines: tuple[HistoryLine, ...]) -> list[GridRow]:
    """Return who did what and when, the newest first."""
    return [
        GridRow(
            at, (f"{local(one.at):%m-%d %H:%M}", one.who, one.what, one.change, one.note),
            ("ink2", "", "", "ink2", "ink2"),
        )
        for at, one in enumerate(lines)
    ]  # fmt: skip


class FileLinks(QWidget):
    """The files that belong to a record, each a link that opens a copy."""

    opened = Signal(object)  # Evidence

    def __init__(self, tokens: Tokens, word: str) -> None:
        super().__init__()
        self._word = label(word, "second")
        self._none = label("未附", "second")
        self._line = row(self._word, self._none, gap=tokens.gap)
        self._line.addStretch(1)
        self.links: list[QPushButton] = []
        self._files: tuple[Evidence, ...] = ()
        self.setLayout(self._line)

    def show_files(self, files: tuple[Evidence, ...], named: str = "") -> None:
        """Show the files; `named` are those that the unit names and did not send."""
        if files == self._files and self.links:
            return
        for old in self.links:
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._files = files
        self.links = [button(one.name, "link", self._on_link) for one in files]
        for at, made in enumerate(self.links):
            made.setObjectName(str(at))
            self._line.insertWidget(1 + at, made)
        self._none.setText(f"列明 {named}，未附文件" if named else "未附")
        self._none.setVisible(not files)

    def _on_link(self) -> None:
        self.opened.emit(self._files[int(self.sender().objectName())])
