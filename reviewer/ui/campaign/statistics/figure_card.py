"""A card with a chart or a table: what it is, how to read it, and 复制."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QVBoxLayout

from reviewer.ui.campaign.statistics.chart_view import ChartView
from reviewer.ui.campaign.statistics.copying import copy_table
from reviewer.ui.campaign.statistics.figure_grid import FigureGrid
from reviewer.ui.parts import button, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import Elided
from reviewer.workspace.campaigns.charting import Chart, table_behind
from reviewer.workspace.campaigns.figure_tables import FigureTable

_NOTHING = FigureTable("", "", (), ())


class FigureCard(QFrame):
    """The frame around a chart or a grid; the table behind it is what is copied."""

    copied = Signal(str)  # title
    export_asked = Signal(object)  # FigureTable

    def __init__(self, tokens: Tokens, inside: ChartView | FigureGrid, *, flush: bool = False):
        super().__init__()
        look(self, "card")
        self.inside = inside
        self.table = _NOTHING
        self._title = label("", "strong")
        self._note = Elided("", "caption")
        self.copy_button = button("复制", "flat", self.copy, "copy")
        self.copy_button.setToolTip("复制为表格，可以粘贴到 WPS 和 Excel")
        top = row(self._title, self._note, self.copy_button)
        top.setStretch(1, 1)
        side = tokens.inset
        top.setContentsMargins(side, 0, side - tokens.gap, 0)
        body = QVBoxLayout(self)
        body.setContentsMargins(1, tokens.gap, 1, 1 if flush else tokens.block)
        body.setSpacing(tokens.unit)
        body.addLayout(top)
        held = row(inside, gap=0)
        if not flush:
            held.setContentsMargins(side, 0, side, 0)
        # What is as high as its rows stands under the head, not in the middle of the card.
        fills = inside.sizePolicy().verticalPolicy() is not QSizePolicy.Policy.Fixed
        body.addLayout(held, 1 if fills else 0)
        if not fills:
            body.addStretch(1)
        inside.copy_asked.connect(self.copy)
        inside.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        inside.customContextMenuRequested.connect(self._on_menu)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.inside.set_tokens(tokens)

    def show_chart(self, chart: Chart) -> None:
        """Show a chart."""
        assert isinstance(self.inside, ChartView)
        self.inside.show_chart(chart)
        self._say(table_behind(chart))

    def show_table(self, table: FigureTable) -> None:
        """Show a table."""
        assert isinstance(self.inside, FigureGrid)
        self.inside.show_table(table)
        self._say(table)

    def copy(self) -> None:
        """Put the figures on the clipboard as a table."""
        copy_table(self.table)
        self.copied.emit(self.table.title)

    def _say(self, table: FigureTable) -> None:
        self.table = table
        self._title.setText(table.title)
        self._note.set_whole(table.note)
        self.copy_button.setAccessibleDescription(f"复制“{table.title}”为表格")

    def _on_menu(self, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("复制到表格").triggered.connect(self.copy)
        menu.addAction("导出这张表…").triggered.connect(self._on_export)
        origin = self.inside.viewport() if isinstance(self.inside, FigureGrid) else self.inside
        menu.popup(origin.mapToGlobal(spot))

    def _on_export(self) -> None:
        self.export_asked.emit(self.table)
