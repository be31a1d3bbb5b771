"""Page chips in a row, and the field that types 卷内页号: how a card names its places."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from reviewer.model import Place
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.case_index import chip_text
from reviewer.ui.workbench.controls import Chip, label


class ChipRow(QWidget):
    """Page chips; a chip opens its page, Del on it takes the place away."""

    place_wanted = Signal(object)
    place_removed = Signal(object)

    def __init__(self, tokens: Tokens, chips: tuple[tuple[str, Place], ...], most: int = 4) -> None:
        super().__init__()
        self._places = [place for _, place in chips]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.unit)
        self.chips = [Chip(tokens, text) for text, _ in chips[:most]]
        for chip in self.chips:
            chip.clicked.connect(self._on_clicked)
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(self._on_menu)
            row.addWidget(chip)
        if len(chips) > most:
            row.addWidget(label(f"等 {len(chips)} 页", "caption"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_page(self, name: str) -> None:
        """Mark the chip of the page in view."""
        for chip in self.chips:
            chip.set_shown(chip.text() == chip_text(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = next((i for i, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        if event.key() == Qt.Key.Key_Delete and held >= 0:
            self.place_removed.emit(self._places[held])
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self.place_wanted.emit(self._places[self.chips.index(self.sender())])  # type: ignore[arg-type]

    def _on_menu(self, point: QPoint) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = QAction("移去这处证据　Del", menu)
        action.setData(self.chips.index(chip))
        action.triggered.connect(self._on_remove)
        menu.addAction(action)
        menu.popup(chip.mapToGlobal(point))

    def _on_remove(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.place_removed.emit(self._places[action.data()])


class FolioField(QLineEdit):
    """Takes one 卷内页号 after another, in a review without files."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("卷内页号，如 47，Enter 添加")
        self.setAccessibleName("卷内页号")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A plain field would pass Enter on to the tab, where it accepts the proposal.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers():
            super().keyPressEvent(event)
        elif text := self.text().strip():
            self.clear()
            self.typed.emit(text)
