"""Figures onto the clipboard: as a table for documents, as tabbed text for workbooks."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from reviewer.workspace.campaigns.figure_tables import FigureTable


def copy_table(table: FigureTable) -> None:
    """Put a table on the clipboard."""
    data = QMimeData()
    data.setText(table.tab_text)
    data.setHtml(table.html)
    QGuiApplication.clipboard().setMimeData(data)
