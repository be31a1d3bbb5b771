"""Final results of small standards, made up for the statistics."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

from reviewer.campaign.results import Result
from reviewer.model.campaigns import CaseKind
from reviewer.model.marks import Mark, VetoChoice, VetoMark
from reviewer.model.standards import Item, Question, Standard, VetoType
from reviewer.scoring import score
from tests.scoring.builders import clause, conforms, fails, item, marks, occurrence, standard, veto

PROCEDURE = Question.PROCEDURE


def asking(one: Item, *questions: Question) -> Item:
    return replace(one, questions=questions)


SMALL = standard(
    item("A1", "60", [clause("A1.1", points="1"), clause("A1.2", points="5")]),
    asking(item("C1", "40", [clause("C1.1", points="1")]), PROCEDURE),
    vetoes=[veto("V01"), veto("V05", VetoType.B)],
)
"""Two items of 60 and 40 points, so that points lost are points of the total."""


def unit_id(name: str) -> UUID:
    return UUID(int=sum(ord(sign) << (8 * at) for at, sign in enumerate(name)))


def make_result(
    *given: Mark | VetoMark,
    unit: str = "甲队",
    field: str = "公路",
    kind: CaseKind = CaseKind.GENERAL,
    under: Standard = SMALL,
    case: UUID | None = None,
) -> Result:
    """Return a result that decided everything: 符合 where `given` says nothing."""
    named = {one.item for one in given if isinstance(one, Mark)}
    rest = (conforms(one.id) for one in under.items if one.id not in named)
    answered = {one.veto for one in given if isinstance(one, VetoMark)}
    excluded = (
        VetoMark(one.id, VetoChoice.EXCLUDED) for one in under.vetoes if one.id not in answered
    )
    made = marks(*given, *rest, *excluded)
    return Result(
        case=case or uuid4(),
        review=uuid4(),
        unit=unit_id(unit),
        unit_name=unit,
        field=field,
        kind=kind,
        standard=under,
        marks=made,
        score=score(under, made),
    )


def with_total(total: int | str, unit: str = "甲队", field: str = "公路") -> Result:
    """Return a result with this total, the points lost by clause A1.1 and then C1.1."""
    lost = 100 - Decimal(total)
    given = [
        fails(one, occurrence(f"{one}.1", points=str(points)))
        for one, points in (("A1", min(lost, Decimal(60))), ("C1", lost - min(lost, Decimal(60))))
        if points
    ]
    return make_result(*given, unit=unit, field=field)


def with_totals(totals: Iterable[int | str], unit: str = "甲队") -> list[Result]:
    return [with_total(total, unit) for total in totals]
