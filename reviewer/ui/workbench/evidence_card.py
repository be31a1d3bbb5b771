"""The row of the evidence of an item itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.model import Place
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.controls import label
from reviewer.ui.workbench.item_lines import EvidenceLine
from reviewer.ui.workbench.page_chips import ChipRow, FolioField


class EvidenceCard(QWidget):
    """The evidence of the item itself; in a paper review pages are typed here."""

    place_wanted = Signal(object)
    place_removed = Signal(object, object)  # None, Place
    folio_typed = Signal(str)

    def __init__(self, tokens: Tokens, line: EvidenceLine, locked: bool) -> None:
        super().__init__()
        self.line = line
        self.chip_row = ChipRow(tokens, line.chips, 8)
        self.chip_row.place_wanted.connect(self.place_wanted)
        self.chip_row.place_removed.connect(self._on_removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.block, tokens.unit, tokens.block, tokens.unit)
        row.setSpacing(tokens.gap)
        row.addWidget(label("证据", "caption"))
        row.addWidget(self.chip_row)
        if line.paper and not locked:
            field = FolioField()
            field.typed.connect(self.folio_typed)
            row.addWidget(field, 1)
        else:
            row.addStretch(1)

    def _on_removed(self, place: Place) -> None:
        self.place_removed.emit(None, place)
