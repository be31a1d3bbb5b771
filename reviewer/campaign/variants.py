"""A standard as it would be with other points or other lines between the grades.  Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from reviewer.errors import UserError
from reviewer.model.standards import Clause, GradeBand, Group, Item, Method, Standard
from reviewer.scoring.numbers import ZERO, plain

_MOST = Decimal(100)
_FULL = frozenset({Method.WHOLE_ITEM, Method.RATIO})
SUPPOSED = "（假如）"


def variant(
    standard: Standard, points: Mapping[str, Decimal], lines: Mapping[str, Decimal]
) -> Standard:
    """Return the standard with other points of items, and other totals from which grades begin.

    A clause that takes the whole item follows its item; the points of groups follow their items.
    The total need not be 100: a score is the share of what applies.

    Raises:
        UserError: a number does not fit; the sentence names item or grade.
    """
    items = tuple(_item(item, points.get(item.id, item.points)) for item in standard.items)
    return replace(
        standard,
        version=f"{standard.version}{SUPPOSED}",
        items=items,
        groups=tuple(_group(group, items) for group in standard.groups),
        bands=_bands(standard.bands, lines),
        content_hash="",
    )


def _item(item: Item, points: Decimal) -> Item:
    if points == item.points:
        return item
    if not 0 < points <= _MOST:
        raise UserError(
            f"{item.id} {item.short}的分值“{plain(points)}”不合适。",
            "请填写大于 0、不超过 100 的数。",
        )
    clauses = tuple(_clause(one, points) for one in item.clauses)
    over = next((one for one in clauses if one.points > points), None)
    if over is not None:
        raise UserError(
            f"{item.id} {item.short}只有 {plain(points)} 分，扣分情形 {over.id} "
            f"一次就扣 {plain(over.points)} 分。",
            "请填写不少于一次扣分的分值。",
        )
    return replace(item, points=points, clauses=clauses)


def _clause(clause: Clause, points: Decimal) -> Clause:
    return replace(clause, points=points) if clause.method in _FULL else clause


def _group(group: Group, items: Iterable[Item]) -> Group:
    total = sum((item.points for item in items if item.group == group.id), ZERO)
    return replace(group, points=total)


def _bands(bands: tuple[GradeBand, ...], lines: Mapping[str, Decimal]) -> tuple[GradeBand, ...]:
    changed = tuple(
        replace(band, from_total=lines.get(band.name, band.from_total)) for band in bands
    )
    for upper, lower in pairwise(changed):
        if not lower.from_total < upper.from_total <= _MOST:
            raise UserError(
                f"等次“{upper.name}”的起分 {plain(upper.from_total)} 应高于“{lower.name}”的 "
                f"{plain(lower.from_total)}，且不超过 100。",
                "请改等次的起分。",
            )
    if changed and changed[-1].from_total != bands[-1].from_total:
        raise UserError(f"最低等次“{changed[-1].name}”从 0 分起，不能改。", "请改其他等次的起分。")
    return changed
