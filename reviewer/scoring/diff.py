"""What two versions of a standard differ in, part by part.

Ids keep their meaning across versions, so parts are matched by id.  What only helps a reader
(short title, materials, dimension, rules) is told and reopens nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol, TypeVar

from reviewer.model.standards import (
    QUESTION_NAMES,
    Bonus,
    Clause,
    ExclusiveGroup,
    GradeBand,
    Item,
    Method,
    Standard,
    Veto,
)
from reviewer.scoring.numbers import plain


class Part(StrEnum):
    """What part of a standard differs."""

    ITEM = "评查项"
    CLAUSE = "扣分情形"
    VETO = "一票否决"
    BAND = "等次"
    BONUS = "加分项"
    EXCLUSIVE = "互斥"


class Kind(StrEnum):
    """How it differs."""

    ADDED = "新增"
    REMOVED = "删去"
    TEXT = "文字"
    BASIS = "依据"
    POINTS = "分值"
    METHOD = "扣分方法"
    ABSENCE = "不涉及"
    LINK = "否决、互斥关系"
    TYPE = "否决类型"
    GUIDE = "提示内容"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two versions."""

    part: Part
    kind: Kind
    id: str
    """Of the item, clause, veto, bonus, band or exclusive group."""
    item: str
    """The item that it belongs to; empty outside items."""
    before: str
    after: str

    @property
    def line(self) -> str:
        """Return the difference as one line in Chinese."""
        head = f"{self.part.value} {self.id} {self.kind.value}"
        if self.kind in (Kind.ADDED, Kind.REMOVED):
            return f"{head}：{self.after or self.before}"
        return f"{head}：由“{self.before}”改为“{self.after}”"


@dataclass(frozen=True, slots=True)
class StandardDiff:
    """All differences between two versions, in the order of the standards."""

    differences: tuple[Difference, ...]

    def of_item(self, item: str) -> tuple[Difference, ...]:
        """Return those of the item and its clauses."""
        return tuple(one for one in self.differences if one.item == item)

    def of_veto(self, veto: str) -> tuple[Difference, ...]:
        """Return those of the veto."""
        return tuple(one for one in self.differences if one.part is Part.VETO and one.id == veto)


_T = TypeVar("_T")


def diff(old: Standard, new: Standard) -> StandardDiff:
    """Return what changed from `old` to `new`."""
    found = [*_items(old, new)]
    found += _compare(
        Part.VETO, _by_id(old.vetoes), _by_id(new.vetoes), _VETO, lambda one: one.short
    )
    found += _compare(
        Part.BAND,
        {band.name: band for band in old.bands},
        {band.name: band for band in new.bands},
        _BAND,
        _band,
    )
    found += _compare(
        Part.BONUS, _by_id(old.bonuses), _by_id(new.bonuses), _BONUS, lambda one: one.text
    )
    found += _compare(
        Part.EXCLUSIVE,
        {group.fault: group for group in old.exclusive},
        {group.fault: group for group in new.exclusive},
        _EXCLUSIVE,
        lambda one: one.name,
    )
    return StandardDiff(tuple(found))


def _items(old: Standard, new: Standard) -> list[Difference]:
    before, after = _by_id(old.items), _by_id(new.items)
    found = []
    for item in _keys(before, after):
        own = _compare(Part.ITEM, _only(before, item), _only(after, item), _ITEM, _item_title)
        clauses: list[Difference] = []
        if item in before and item in after:
            clauses = _compare(
                Part.CLAUSE,
                {clause.id: clause for clause in before[item].clauses},
                {clause.id: clause for clause in after[item].clauses},
                _CLAUSE,
                lambda clause: clause.text,
            )
        found += [replace(one, item=item) for one in (*own, *clauses)]
    return found


def _compare(
    part: Part,
    before: Mapping[str, _T],
    after: Mapping[str, _T],
    aspects: Iterable[tuple[Kind, Callable[[_T], str]]],
    title: Callable[[_T], str],
) -> list[Difference]:
    found = []
    for key in _keys(before, after):
        if key not in before:
            found.append(Difference(part, Kind.ADDED, key, "", "", title(after[key])))
        elif key not in after:
            found.append(Difference(part, Kind.REMOVED, key, "", title(before[key]), ""))
        else:
            found += [
                Difference(part, kind, key, "", told(before[key]), told(after[key]))
                for kind, told in aspects
                if told(before[key]) != told(after[key])
            ]
    return found


def _keys(before: Mapping[str, _T], after: Mapping[str, _T]) -> Iterable[str]:
    """Return the keys of the old version in their order, then the new ones."""
    return dict.fromkeys((*before, *after))


def _only(parts: Mapping[str, _T], key: str) -> dict[str, _T]:
    return {key: parts[key]} if key in parts else {}


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def _by_id(parts: Iterable[_N]) -> dict[str, _N]:
    return {one.id: one for one in parts}


def _item_title(item: Item) -> str:
    return f"{item.short}，{plain(item.points)} 分"


def _absence(item: Item) -> str:
    return "可以不涉及" if item.may_be_absent else "必评"


def _item_guide(item: Item) -> str:
    questions = "、".join(QUESTION_NAMES[one] for one in item.questions)
    materials = "、".join(item.materials)
    return f"{item.short}；{questions}；{materials}"


def _method(clause: Clause) -> str:
    name = METHOD_NAMES[clause.method]
    return f"{name}（{clause.threshold} 处起）" if clause.method is Method.THRESHOLD else name


def _veto_guide(veto: Veto) -> str:
    return f"{veto.short}；{'、'.join(veto.materials)}"


def _band(band: GradeBand) -> str:
    told = "，受否决限制" if band.excellent else "，否决后评此等次" if band.failing else ""
    return f"{plain(band.from_total)} 分起{told}"


METHOD_NAMES: Mapping[Method, str] = MappingProxyType(
    {
        Method.PER_OCCURRENCE: "每处",
        Method.PER_DOCUMENT: "每份",
        Method.PER_PERSON: "每人",
        Method.WHOLE_ITEM: "整项",
        Method.ONCE: "只扣一次",
        Method.THRESHOLD: "达到处数起扣一次",
        Method.RATIO: "按比率给分",
        Method.AWARD: "每例给分",
    }
)
_ITEM: tuple[tuple[Kind, Callable[[Item], str]], ...] = (
    (Kind.TEXT, lambda one: one.text),
    (Kind.BASIS, lambda one: "、".join(one.basis)),
    (Kind.POINTS, lambda one: plain(one.points)),
    (Kind.ABSENCE, _absence),
    (Kind.GUIDE, _item_guide),
)
_CLAUSE: tuple[tuple[Kind, Callable[[Clause], str]], ...] = (
    (Kind.TEXT, lambda one: one.text),
    (Kind.METHOD, _method),
    (Kind.POINTS, lambda one: plain(one.points)),
    (Kind.LINK, lambda one: "、".join(filter(None, (one.veto, one.fault)))),
)
_VETO: tuple[tuple[Kind, Callable[[Veto], str]], ...] = (
    (Kind.TEXT, lambda one: one.text),
    (Kind.BASIS, lambda one: "、".join(one.basis)),
    (Kind.TYPE, lambda one: one.type.value),
    (Kind.GUIDE, _veto_guide),
)
_BAND: tuple[tuple[Kind, Callable[[GradeBand], str]], ...] = ((Kind.POINTS, _band),)
_BONUS: tuple[tuple[Kind, Callable[[Bonus], str]], ...] = (
    (Kind.TEXT, lambda one: one.text),
    (Kind.POINTS, lambda one: plain(one.points)),
)
_EXCLUSIVE: tuple[tuple[Kind, Callable[[ExclusiveGroup], str]], ...] = (
    (Kind.LINK, lambda one: "、".join(one.items)),
)
