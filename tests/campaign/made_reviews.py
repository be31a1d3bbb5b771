"""Signed reviews of one small standard, made up for tests of double review."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from uuid import UUID, uuid4

from reviewer.campaign.disagreement import Reviewed
from reviewer.model import Choice, Mark, Marks, Occurrence, Place, VetoChoice, VetoMark
from reviewer.model.reviews import Review, Round
from reviewer.model.standards import Standard
from reviewer.scoring import load_standards, score

MORNING = datetime(2026, 11, 9, 8, 30, tzinfo=UTC)
CASE = UUID(int=1001)


@cache
def general() -> Standard:
    """Return the shipped standard of 普通程序."""
    return next(one for one in load_standards() if "general" in one.procedures)


def fails(item: str, clause: str, count: int = 1, page: int = 0, points: str = "0.5") -> Mark:
    places = (Place("f" * 64, page, "原文"),) if page else ()
    occurrence = Occurrence(uuid4(), clause, count, Decimal(points), f"{clause}不规范", places)
    return Mark(item, Choice.FAILS, occurrences=(occurrence,))


def make_reviewed(
    person: int,
    marks: Mapping[str, Mark] | None = None,
    hits: tuple[str, ...] = (),
    case: UUID = CASE,
    round_: Round = Round.FIRST,
    signed: bool = True,
) -> Reviewed:
    """Return a review that decided everything: 符合 where `marks` say nothing."""
    standard = general()
    items = {item.id: Mark(item.id, Choice.CONFORMS) for item in standard.items}
    vetoes = {
        veto.id: VetoMark(veto.id, VetoChoice.HIT if veto.id in hits else VetoChoice.EXCLUDED)
        for veto in standard.vetoes
    }
    made = Marks({**items, **(marks or {})}, vetoes)
    review = Review(
        id=uuid4(),
        case=case,
        standard=standard.id,
        version=standard.version,
        content_hash="0" * 64,
        person=UUID(int=person),
        round=round_,
        opened_at=MORNING,
        signed_at=MORNING.replace(hour=17) if signed else None,
    )
    return Reviewed(review, made, score(standard, made))
