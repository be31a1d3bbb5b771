"""How a campaign reviews, on the set-up page: shares, terms, and what goes to adjudication."""

from PySide6.QtWidgets import QCheckBox, QWidget

from reviewer.ui.campaign.sections import Fields
from reviewer.ui.parts import column, label
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.setup_form import MethodTexts

_NUMBERS = (
    ("double_share", "双评比例（%）", ""),
    ("large_amount", "大额起点（元）", "不按金额必抽"),
    ("objection_days", "申辩期限（工作日）", ""),
    ("objection_review_days", "申辩复核期限（工作日）", ""),
    ("rectification_days", "整改期限（日）", ""),
)
_GAPS = (
    ("score_gap", "总分相差超过（分）", 1),
    ("item_share", "单项扣分相差达到该项分值的（%）", 2),
)


class MethodForm(QWidget):
    """Numbers and choices of 评查办法."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.numbers = Fields(tokens, 5)
        for name, word, hint in _NUMBERS:
            self.numbers.add(name, word, hint)
        self.veto = QCheckBox("一票否决认定不一致")
        self.grade = QCheckBox("评定等次不一致")
        self.blind = QCheckBox("盲评：合议前隐去单位、执法人员和当事人的名称")
        said = label("双评案卷有下列情形之一的，提交合议", "second")
        # One grid for both rows: their edges stand under each other.
        self.numbers.put(column(said), 5)
        for name, word, span in _GAPS:
            self.numbers.add(name, word, span=span)
        for box in (self.veto, self.grade):
            self.numbers.put(column(1, box))
        self.setLayout(column(self.numbers, self.blind, gap=tokens.gap))

    def show_texts(self, texts: MethodTexts) -> None:
        """Show what is set."""
        for name, *_ in (*_NUMBERS, *_GAPS):
            self.numbers.set_text(name, getattr(texts, name))
        self.veto.setChecked(texts.on_veto)
        self.grade.setChecked(texts.on_grade)
        self.blind.setChecked(texts.blind)

    def texts(self) -> MethodTexts:
        """Return what stands in the form."""
        numbers = {name: self.numbers.text(name) for name, *_ in (*_NUMBERS, *_GAPS)}
        return MethodTexts(
            **numbers,
            on_veto=self.veto.isChecked(),
            on_grade=self.grade.isChecked(),
            blind=self.blind.isChecked(),
        )
