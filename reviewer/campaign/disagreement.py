"""Where two independent reviews of one case differ, and which cases go to adjudication (合议).

The two reviews are read and never changed.  A case is adjudicated when the totals differ by more
than the gap, a veto or the grade differs, or on one item the deductions differ by half its points
or more (standards.md 1.4; all settable).  Equal deductions for different reasons are listed only.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from uuid import UUID

from reviewer.errors import Refused
from reviewer.model.adjudications import Adjudication, Difference, Dispute, DisputedItem
from reviewer.model.campaigns import Disagreement
from reviewer.model.marks import Choice, Mark, Marks, VetoChoice
from reviewer.model.reviews import Review, Round
from reviewer.model.scores import ItemScore, Score
from reviewer.model.standards import Item, Standard

_SAME_EDITION = "请按同一版本的评查标准重新评查其中一份。"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review with what it came to."""

    review: Review
    marks: Marks
    score: Score


def dispute(standard: Standard, first: Reviewed, second: Reviewed, terms: Disagreement) -> Dispute:
    """Return how two signed independent reviews of one case differ.

    Raises:
        Refused: they cannot be compared; the message says why.
    """
    _require_comparable(first.review, second.review)
    items = (
        *_items(standard, first, second, terms),
        *_vetoes(standard, first, second, terms),
    )
    gap = abs(first.score.total - second.score.total)
    found = {one.difference for one in items if one.queued}
    if gap > terms.score_gap:
        found.add(Difference.SCORE)
    if terms.on_grade and first.score.grade != second.score.grade:
        found.add(Difference.GRADE)
    return Dispute(
        case=first.review.case,
        first=first.review.id,
        second=second.review.id,
        gap=gap,
        grounds=tuple(one for one in Difference if one in found),
        items=items,
    )


def queue(
    disputes: Iterable[Dispute], adjudications: Iterable[Adjudication]
) -> tuple[Dispute, ...]:
    """Return what is still to be adjudicated: vetoes first, then grades, then by the gap."""
    closed = {(one.first, one.second) for one in adjudications if one.closed_at is not None}
    waiting = [one for one in disputes if one.queued and (one.first, one.second) not in closed]
    return tuple(
        sorted(
            waiting,
            key=lambda one: (
                Difference.VETO not in one.grounds,
                Difference.GRADE not in one.grounds,
                -one.gap,
                str(one.case),
            ),
        )
    )


def grounds_line(found: Dispute, terms: Disagreement) -> str:
    """Return why the case is adjudicated, in Chinese; empty when it is not."""
    parts = []
    if Difference.SCORE in found.grounds:
        parts.append(f"两份评查相差 {found.gap} 分，超过 {terms.score_gap} 分")
    if Difference.GRADE in found.grounds:
        parts.append("等次不同")
    for difference, words in ((Difference.VETO, "一票否决判断不同"), (Difference.ITEM, "扣分悬殊")):
        ids = [one.id for one in found.items if one.queued and one.difference is difference]
        if ids:
            parts.append(f"{'、'.join(ids)} {words}")
    return "；".join(parts) + "。" if parts else ""


def independent_pair(reviews: Iterable[Reviewed], case: UUID) -> tuple[Reviewed, Reviewed] | None:
    """Return the signed 初评 and 复评 of the case by two people; None: not both are there.

    `reviews` hold no calibration files: everybody scored those and then talked about them.
    """
    signed = sorted(
        (
            one
            for one in reviews
            if one.review.case == case
            and one.review.is_signed
            and one.review.round in (Round.FIRST, Round.SECOND)
        ),
        key=lambda one: (
            one.review.round is Round.SECOND,
            one.review.opened_at,
            str(one.review.id),
        ),
    )
    pairs = ((one, other) for one, other in combinations(signed, 2))
    return next((pair for pair in pairs if pair[0].review.person != pair[1].review.person), None)


def _require_comparable(first: Review, second: Review) -> None:
    if first.case != second.case:
        raise Refused("两份评查不是同一案卷的，不能比较。", "请选同一案卷的初评和复评。")
    if first.person == second.person:
        raise Refused("两份评查由同一人作出，不是独立的双评。", "请由另一名评查人复评。")
    if not (first.is_signed and second.is_signed):
        raise Refused("两份评查尚未全部签定，不能比较。", "请等双方签定以后再比较。")
    if (first.standard, first.content_hash) != (second.standard, second.content_hash):
        raise Refused("两份评查所用的评查标准或者版本不同，不能比较。", _SAME_EDITION)


def _items(
    standard: Standard, first: Reviewed, second: Reviewed, terms: Disagreement
) -> tuple[DisputedItem, ...]:
    ours = {one.item: one for one in first.score.items}
    theirs = {one.item: one for one in second.score.items}
    found = []
    for item in standard.items:
        mine, other = ours[item.id], theirs[item.id]
        marks = first.marks.of(item.id), second.marks.of(item.id)
        lost = abs(mine.deducted - other.deducted)
        if lost:
            queued = lost >= terms.item_share * item.points
            found.append(_disputed(item, Difference.ITEM, mine, other, queued=queued))
        elif mine.choice is not other.choice or _reasons_differ(*marks):
            found.append(_disputed(item, Difference.REASON, mine, other, queued=False))
    return tuple(found)


def _disputed(
    item: Item, difference: Difference, mine: ItemScore, other: ItemScore, *, queued: bool
) -> DisputedItem:
    return DisputedItem(item.id, difference, mine.awarded, other.awarded, queued)


def _reasons_differ(first: Mark, second: Mark) -> bool:
    """Return whether equal deductions rest on other clauses, or on wholly different pages."""
    if first.choice is not Choice.FAILS:
        return first.choice is Choice.ABSENT and first.absence != second.absence
    if _clauses(first) != _clauses(second):
        return True
    mine, other = _pages(first), _pages(second)
    return bool(mine) and bool(other) and not mine & other


def _clauses(mark: Mark) -> Counter[str]:
    found: Counter[str] = Counter()
    for occurrence in mark.occurrences:
        found[occurrence.clause] += occurrence.count
    return found


def _pages(mark: Mark) -> set[object]:
    """Return where the deductions point: pages, and 卷内页号 in a review without files."""
    return {
        place.ref if place.file else place.folio
        for occurrence in mark.occurrences
        for place in occurrence.places
    }


def _vetoes(
    standard: Standard, first: Reviewed, second: Reviewed, terms: Disagreement
) -> tuple[DisputedItem, ...]:
    found = []
    for veto in standard.vetoes:
        hits = [
            Decimal(side.marks.of_veto(veto.id).choice is VetoChoice.HIT)
            for side in (first, second)
        ]
        if hits[0] != hits[1]:
            found.append(DisputedItem(veto.id, Difference.VETO, hits[0], hits[1], terms.on_veto))
    return tuple(found)
