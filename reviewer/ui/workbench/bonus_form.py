"""The bonuses of a standard (加分项), each with the points that are given."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QGridLayout, QLabel

from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.controls import label
from reviewer.ui.workbench.words import full_text
from reviewer.workspace.views import ReviewView

_STEP = 0.5


class BonusForm(QFrame):
    """One row for each bonus."""

    bonus_changed = Signal(str, object)  # id, Decimal or None

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        look(self, "card")
        self._tokens = tokens
        self._shown: tuple[str, ...] = ()
        self._fields: dict[str, QDoubleSpinBox] = {}
        self._head = label("", "strong")
        self._grid = QGridLayout(self)
        inset = tokens.inset
        self._grid.setContentsMargins(inset, inset, inset, inset)
        self._grid.setVerticalSpacing(tokens.gap)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._head, 0, 0, 1, 2)

    def show_review(self, view: ReviewView) -> None:
        """Show the bonuses of a review."""
        standard = view.standard
        self.setVisible(bool(standard.bonuses))
        self._head.setText(f"加分项　合计最多加 {full_text(standard.bonus_limit)} 分")
        ids = tuple(bonus.id for bonus in standard.bonuses)
        if ids != self._shown:
            self._shown = ids
            self._build(view)
        for name, field in self._fields.items():
            field.blockSignals(True)
            field.setValue(float(view.marks.bonuses.get(name, 0)))
            field.blockSignals(False)
            field.setEnabled(not view.review.is_signed)

    def _build(self, view: ReviewView) -> None:
        for row, bonus in enumerate(view.standard.bonuses, 1):
            words = QLabel(bonus.text)
            words.setWordWrap(True)
            field = QDoubleSpinBox()
            field.setDecimals(1)
            field.setSingleStep(_STEP)
            field.setRange(0, float(bonus.points))
            field.setSuffix(" 分")
            field.setKeyboardTracking(False)
            field.setFixedWidth(self._tokens.control * 3)
            field.setAccessibleName(bonus.text)
            field.setProperty("bonus", bonus.id)
            field.valueChanged.connect(self._on_changed)
            self._fields[bonus.id] = field
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(field, row, 1)

    def _on_changed(self, value: float) -> None:
        field = self.sender()
        if isinstance(field, QDoubleSpinBox):
            points = Decimal(str(round(value, 1)))
            self.bonus_changed.emit(field.property("bonus"), points or None)
