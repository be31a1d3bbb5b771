"""From a standard and marks to the score.

Everything here is a pure function of its arguments; the order in which marks and occurrences
were made never matters.  Totals are rounded once, half up, to one decimal, and the grade comes
from the rounded total.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from reviewer.model import (
    Choice,
    ItemScore,
    Marks,
    Score,
    Standard,
    Veto,
    VetoChoice,
    VetoType,
)
from reviewer.scoring.exclusion import choice_of, weigh_all
from reviewer.scoring.numbers import ZERO, percent, to_tenths

NO_GRADE = "不评定"
"""The grade when every item is 不涉及, so that nothing is left to be scored."""

FULL = Decimal("100.0")
_NOTHING = Decimal("0.0")


def score(standard: Standard, marks: Marks) -> Score:
    """Return what `marks` come to under `standard`.

    待定 counts in full in `total`; `low` counts it as 0 and `high` in full, which spans every
    way of deciding it, 不涉及 included.  An open veto is taken as not hit.
    """
    vetoes = tuple(v for v in standard.vetoes if _choice(marks, v) is VetoChoice.HIT)
    items = _item_scores(standard, marks, vetoes)
    applicable = sum((item.full for item in items if item.choice is not Choice.ABSENT), ZERO)
    awarded = sum((item.awarded for item in items), ZERO)
    undecided = sum((item.full for item in items if item.choice is Choice.PENDING), ZERO)
    before = sum((item.before_veto for item in items), ZERO)
    bonus = bonus_of(standard, marks)
    spoilt = any(veto.type is VetoType.A for veto in vetoes)
    total = _NOTHING if spoilt else _total(awarded, applicable, bonus)
    grade, note = _grade(standard, total, vetoes) if applicable else (NO_GRADE, _NOTHING_LEFT)
    return Score(
        standard=standard.id,
        version=standard.version,
        items=items,
        applicable=applicable,
        awarded=awarded,
        bonus=bonus,
        before_veto=_total(before, applicable, bonus),
        total=total,
        low=_NOTHING if spoilt else _total(awarded - undecided, applicable, bonus),
        high=total,
        grade=grade,
        grade_note=note,
        vetoes=tuple(veto.id for veto in vetoes),
        pending=tuple(item.item for item in items if item.choice is Choice.PENDING),
        open_vetoes=tuple(
            veto.id for veto in standard.vetoes if _choice(marks, veto) is VetoChoice.OPEN
        ),
    )


_NOTHING_LEFT = "全部评查项均不涉及，没有可以计分的项目，不评定等次"


def bonus_of(standard: Standard, marks: Marks) -> Decimal:
    """Return the bonus points that count: each at most its own, together at most the limit."""
    given = (
        min(max(marks.bonuses.get(bonus.id, ZERO), ZERO), bonus.points)
        for bonus in standard.bonuses
    )
    return min(sum(given, ZERO), standard.bonus_limit)


def _choice(marks: Marks, veto: Veto) -> VetoChoice:
    return marks.of_veto(veto.id).choice


def _item_scores(standard: Standard, marks: Marks, vetoes: Sequence[Veto]) -> tuple[ItemScore, ...]:
    weighed = weigh_all(standard, marks, [veto.id for veto in vetoes])
    before = weigh_all(standard, marks, ()) if vetoes else weighed
    items = []
    for item in standard.items:
        choice = choice_of(item, marks)
        kept = ZERO if choice is Choice.ABSENT else item.points
        found = weighed.get(item.id)
        awarded = found.awarded if found else kept
        items.append(
            ItemScore(
                item=item.id,
                choice=choice,
                full=item.points,
                awarded=awarded,
                deducted=ZERO if choice is Choice.ABSENT else item.points - awarded,
                before_veto=before[item.id].awarded if item.id in before else kept,
                deductions=found.deductions if found else (),
            )
        )
    return tuple(items)


def _total(awarded: Decimal, applicable: Decimal, bonus: Decimal) -> Decimal:
    if not applicable:
        return _NOTHING
    return min(FULL, to_tenths(percent(awarded, applicable) + bonus))


def _grade(standard: Standard, total: Decimal, vetoes: Iterable[Veto]) -> tuple[str, str]:
    """Return the grade of the rounded total, and why it differs from that when it does."""
    fatal = [veto.id for veto in vetoes if veto.type is VetoType.A]
    if fatal:
        failing = next(band for band in standard.bands if band.failing)
        return failing.name, f"命中一票否决 {'、'.join(fatal)}，等次为{failing.name}，总分按 0 计"
    band = next(band for band in standard.bands if total >= band.from_total)
    limiting = [veto.id for veto in vetoes if veto.type is VetoType.B]
    if limiting and band.excellent:
        best = next(band for band in standard.bands if not band.excellent)
        return best.name, f"命中 {'、'.join(limiting)}，不得评{band.name}，最高{best.name}"
    return band.name, ""
