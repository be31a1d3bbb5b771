"""Kinds of cases and the standard of each, on the set-up page."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from reviewer.model.campaigns import CaseKind, StandardPin
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.views import StandardChoice

_NONE = "没有这类案件专用的评查标准，纳入时请选定一份"
Choices = Mapping[CaseKind, Sequence[StandardChoice]]


class KindsForm(QWidget):
    """A box for each kind, and beside it the standards it may be reviewed under."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.kinds: dict[CaseKind, tuple[QCheckBox, QComboBox]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.inset)
        grid.setVerticalSpacing(tokens.unit)
        grid.setColumnStretch(1, 1)
        for at, kind in enumerate(CaseKind):
            box, standards = QCheckBox(kind.value), QComboBox()
            standards.setAccessibleName(f"{kind.value}的评查标准")
            standards.setEnabled(False)
            standards.setPlaceholderText(_NONE)
            box.toggled.connect(standards.setEnabled)
            grid.addWidget(box, at, 0)
            grid.addWidget(standards, at, 1)
            self.kinds[kind] = (box, standards)

    def show_pins(
        self, kinds: Sequence[CaseKind], pins: Sequence[StandardPin], choices: Choices
    ) -> None:
        """Show which kinds take part, and what is pinned for each among what may be chosen."""
        pinned = {pin.kind: pin for pin in pins}
        for kind, (box, standards) in self.kinds.items():
            known = list(choices.get(kind, ()))
            standards.clear()
            for one in known:
                standards.addItem(one.text, one.pin(kind))
            pin = pinned.get(kind)
            if pin is not None and all(one.pin(kind) != pin for one in known):
                # A version that this program no longer ships stays what the campaign goes by.
                standards.addItem(f"{pin.standard}（{pin.version}）", pin)
            usual = 0 if known and known[0].is_own else -1
            at = next((i for i in range(standards.count()) if standards.itemData(i) == pin), usual)
            standards.setCurrentIndex(at)
            box.setChecked(kind in kinds)

    def chosen(self) -> tuple[CaseKind, ...]:
        """Return the kinds that are ticked."""
        return tuple(kind for kind, (box, _) in self.kinds.items() if box.isChecked())

    def pins(self) -> tuple[StandardPin, ...]:
        """Return the standard of each chosen kind for which one was chosen."""
        chosen = (standards for box, standards in self.kinds.values() if box.isChecked())
        return tuple(pin for one in chosen if isinstance(pin := one.currentData(), StandardPin))
