"""The left side of the page of the draw: the plan, and the meeting in which it is drawn."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from reviewer.model.draws import MustDraw
from reviewer.ui.campaign.sections import Fields, Refusal
from reviewer.ui.parts import button, column, label, row
from reviewer.ui.theme import Tokens, look
from reviewer.workspace.campaigns.draw_form import PlanTexts

_PLAN = (
    ("ratio", "抽取比例（%）", "10"),
    ("quota", "或抽取总数", ""),
    ("minimum", "各单位最少卷数", "2"),
    ("amount", "大额起点（元）", ""),
)
_PEOPLE = (("host", "主持人"), ("witness", "见证人"), ("supervisor", "监督人"))


class PlanForm(QWidget):
    """How many of each stratum, and what must be drawn."""

    changed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.fields = Fields(tokens, 2)
        for name, word, text in _PLAN:
            self.fields.add(name, word).setText(text)
        self.musts = {must: QCheckBox(must.value) for must in MustDraw}
        boxes = list(self.musts.values())
        self.setLayout(
            column(
                self.fields,
                column(label("必抽", "second"), row(*boxes[:3], 1), row(*boxes[3:], 1)),
                gap=tokens.gap,
            )
        )
        for field in self.fields.fields.values():
            field.editingFinished.connect(self.changed)
        for box in self.musts.values():
            box.toggled.connect(self.changed)

    def texts(self) -> PlanTexts:
        """Return the plan as it is filled in."""
        musts = tuple(must for must, box in self.musts.items() if box.isChecked())
        ratio, quota, minimum, amount = (self.fields.text(name) for name, *_ in _PLAN)
        return PlanTexts(ratio, quota, minimum, amount, musts)

    def begin_with(self, amount: str) -> None:
        """Begin with the amount that the set-up names; from there on a case must be drawn."""
        musts = (MustDraw.LARGE_AMOUNT,) if amount else ()
        self.show_texts(PlanTexts(amount=amount, musts=musts))

    def show_texts(self, texts: PlanTexts) -> None:
        """Fill in a plan, without telling that it changed."""
        for name, *_ in _PLAN:
            self.fields.set_text(name, getattr(texts, name))
        for must, box in self.musts.items():
            box.blockSignals(True)
            box.setChecked(must in texts.musts)
            box.blockSignals(False)


class MeetingForm(QWidget):
    """Who is present, the seed, and the draw."""

    asked = Signal(str, tuple)  # seed; host, witness, supervisor

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.people = Fields(tokens, 3)
        for name, word in _PEOPLE:
            self.people.add(name, word)
        self.seed = QLineEdit()
        self.seed.setAccessibleName("种子")
        self._again = label("", "body", wraps=True)
        look(self._again, "body", tone="amber")
        self.refusal = Refusal()
        self.draw = button("抽取", "primary", self._on_draw, "shuffle")
        seed = column(label("种子，由见证人当场报出", "second"), self.seed)
        self.setLayout(
            column(self.people, seed, self._again, self.refusal, row(1, self.draw), gap=tokens.gap)
        )

    def show_ready(self, *, frozen: bool) -> None:
        """Let the seed be typed once the ledger is frozen."""
        self.seed.setEnabled(frozen)
        self.seed.setPlaceholderText("" if frozen else "台账冻结后才能填写")
        self.draw.setEnabled(frozen)

    def show_earlier(self, sentence: str) -> None:
        """Say that this ledger was drawn from before; nothing when it was not."""
        self._again.setText(sentence)
        self._again.setVisible(bool(sentence))
        self.draw.setText("\u2009再次抽取" if sentence else "\u2009抽取")
        self.draw.setAccessibleName(self.draw.text().strip())
        # What leads on from a draw is the next step, not another draw.
        self.draw.setProperty("icon_tone", "ink" if sentence else "on_fill")
        look(self.draw, "normal" if sentence else "primary")

    @property
    def warning(self) -> str:
        """Return what is said of earlier draws."""
        return self._again.text()

    def _on_draw(self) -> None:
        people = tuple(self.people.text(name) for name, _ in _PEOPLE)
        self.asked.emit(self.seed.text(), people)
