"""One `QAction` for every entry of the table, in its menu and with its key.

The window enables what can be done now and is told by `chosen` what the user wants; nothing else
makes a menu or binds a key.
"""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from reviewer.ui.actions import ACTIONS, MENUS, Action

_HIDDEN = ("view.second_screen",)
"""Not only greyed where there is nothing to do: most desks have one screen."""


class Commands(QObject):
    """The actions of the window as Qt knows them."""

    chosen = Signal(str)  # id of the action

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._made: dict[str, QAction] = {}
        for action in ACTIONS:
            self._made[action.id] = made = self._make(action, window)
            if action.is_bound:
                window.addAction(made)

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu; a group of ids is set apart by a line."""
        for title in MENUS:
            entries = [action for action in ACTIONS if action.menu == title]
            if not entries:
                continue
            menu = bar.addMenu(title)
            group = entries[0].id.partition(".")[0]
            for action in entries:
                if action.id.partition(".")[0] != group:
                    group = action.id.partition(".")[0]
                    menu.addSeparator()
                menu.addAction(self._made[action.id])

    def enable(self, ids: AbstractSet[str]) -> None:
        """Let exactly the actions `ids` be chosen."""
        for action_id, made in self._made.items():
            made.setEnabled(action_id in ids)
            if action_id in _HIDDEN:
                made.setVisible(action_id in ids)

    def enabled(self) -> frozenset[str]:
        """Return the ids that can be chosen now."""
        return frozenset(name for name, made in self._made.items() if made.isEnabled())

    def action(self, action_id: str) -> QAction:
        """Return the `QAction` of an id."""
        return self._made[action_id]

    def _make(self, action: Action, window: QWidget) -> QAction:
        made = QAction(action.text, window)
        made.setObjectName(action.id)
        if action.is_bound:
            made.setShortcuts([QKeySequence(key) for key in action.keys])
            made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        elif action.keys:
            # Behind a tab a menu shows the key without binding it.
            shown = QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            made.setText(f"{action.text}\t{shown}")
        made.triggered.connect(self._on_triggered)
        return made

    def _on_triggered(self) -> None:
        self.chosen.emit(self.sender().objectName())
