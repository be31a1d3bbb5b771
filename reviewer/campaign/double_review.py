"""Agreement over all cases that were reviewed twice: per item and veto, and of the totals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.campaign.agreement import (
    Figure,
    cohen_kappa,
    gwet_ac1,
    icc_agreement,
    icc_consistency,
    percent_agreement,
)
from reviewer.campaign.disagreement import Reviewed
from reviewer.model.standards import Standard

Pair = tuple[Reviewed, Reviewed]


@dataclass(frozen=True, slots=True)
class ItemAgreement:
    """How far first and second reviewers agree on one item or veto."""

    id: str
    percent: Figure
    kappa: Figure
    """Of first against second review; the people differ from case to case."""
    ac1: Figure


@dataclass(frozen=True, slots=True)
class DoubleReview:
    """Agreement under one standard."""

    standard: str
    items: tuple[ItemAgreement, ...]
    """In the standard's order, vetoes first; verdicts as decided: 符合, 不符合, 不涉及."""
    grades: Figure
    """Percent agreement of the grades (等次)."""
    agreement: Figure
    """ICC of the totals, absolute agreement."""
    consistency: Figure
    """ICC of the totals, severity left aside."""


def double_review(standard: Standard, pairs: Sequence[Pair]) -> DoubleReview:
    """Return the agreement of the pairs that were reviewed under this standard."""
    own = [pair for pair in pairs if pair[0].review.standard == standard.id]
    vetoes = (
        _agreement(one.id, own, 2, lambda side, id_: side.marks.of_veto(id_).choice.value)
        for one in standard.vetoes
    )
    items = (
        _agreement(
            one.id,
            own,
            3 if one.may_be_absent else 2,
            lambda side, id_: side.marks.of(id_).choice.value,
        )
        for one in standard.items
    )
    totals = [(float(first.score.total), float(second.score.total)) for first, second in own]
    return DoubleReview(
        standard=standard.id,
        items=(*vetoes, *items),
        grades=percent_agreement(
            [(first.score.grade, second.score.grade) for first, second in own]
        ),
        agreement=icc_agreement(totals),
        consistency=icc_consistency(totals),
    )


def _agreement(
    id_: str, pairs: Sequence[Pair], categories: int, verdict: Callable[[Reviewed, str], str]
) -> ItemAgreement:
    ratings = [(verdict(first, id_), verdict(second, id_)) for first, second in pairs]
    return ItemAgreement(
        id_, percent_agreement(ratings), cohen_kappa(ratings), gwet_ac1(ratings, categories)
    )
