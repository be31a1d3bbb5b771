"""How one review judged one item, veto or bonus, in the words of a document."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from reviewer.model import Choice, Marks, Place, Score, Standard, VetoChoice
from reviewer.reports.wording import absence


class Judged(Protocol):
    """Marks and what they come to."""

    @property
    def marks(self) -> Marks:
        """Return the marks."""
        ...

    @property
    def score(self) -> Score:
        """Return the score."""
        ...


@dataclass(frozen=True, slots=True)
class ItemWords:
    """Names and judgements of the items of one standard."""

    standard: Standard
    label: Callable[[Place], str]

    def text(self, name: str) -> str:
        """Return the text of an item, veto or bonus."""
        texts = {one.id: one.text for one in self.standard.items}
        texts |= {one.id: one.text for one in self.standard.vetoes}
        texts |= {one.id: one.text for one in self.standard.bonuses}
        return texts.get(name, "")

    def called(self, name: str) -> str:
        """Return an item with its short name, a veto by its text."""
        short = next((one.short for one in self.standard.items if one.id == name), "")
        return f"{name} {short or self.text(name)}"

    def full(self, name: str) -> Decimal | None:
        """Return the points of an item or bonus; None for a veto."""
        for one in self.standard.items:
            if one.id == name:
                return one.points
        if self.is_veto(name):
            return None
        return next((one.points for one in self.standard.bonuses if one.id == name), Decimal(0))

    def is_veto(self, name: str) -> bool:
        """Return whether it is a veto."""
        return any(one.id == name for one in self.standard.vetoes)

    def given(self, name: str, one: Judged) -> Decimal:
        """Return the points that it was given; for a veto 1 when it was hit, else 0."""
        if self.is_veto(name):
            return Decimal(one.marks.of_veto(name).choice is VetoChoice.HIT)
        scores = {each.item: each.awarded for each in one.score.items}
        return scores[name] if name in scores else one.marks.bonuses.get(name, Decimal(0))

    def reason(self, name: str, marks: Marks) -> str:
        """Return why it was judged so."""
        if self.is_veto(name):
            veto = marks.of_veto(name)
            return veto.reason or ("" if veto.choice is VetoChoice.HIT else "核对后排除")
        mark = marks.of(name)
        if mark.choice is Choice.ABSENT:
            return f"不涉及：{absence(self.standard, mark)}"
        if mark.choice is Choice.CONFORMS:
            return mark.note or "符合"
        texts = {clause.id: clause.text for each in self.standard.items for clause in each.clauses}
        found = (one.reason or texts.get(one.clause, "") for one in mark.occurrences)
        return "；".join(dict.fromkeys(text.rstrip("。；") for text in found if text))

    def pages(self, name: str, marks: Marks) -> str:
        """Return the pages that it rests on."""
        if self.is_veto(name):
            places = list(marks.of_veto(name).places)
        else:
            mark = marks.of(name)
            cited = mark.occurrences if mark.choice is Choice.FAILS else ()
            places = [place for one in cited for place in one.places] or list(mark.evidence)
        return "、".join(dict.fromkeys(filter(None, map(self.label, places))))
