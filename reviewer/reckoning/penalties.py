"""The kinds of penalty other than a fine (处罚种类, 行政处罚法第九条), by one name each.

A unit's standards, a notice and a decision word the same penalty differently; they are compared
by these names.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_CLAUSE = r"[^。;,、]"
PENALTY_PATTERNS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        name: re.compile(pattern)
        for name, pattern in {
            "吊销许可证件": rf"吊销{_CLAUSE}{{0,14}}(?:证|照|许可|资格)|吊销",
            "责令停产停业": r"停产停业|停业整顿|停产整顿|责令停业|责令停产",
            "降低资质等级": r"降低(?:其)?资质|资质(?:等级)?降低",
            "责令关闭": r"责令关闭|予以关闭",
            "限制从业": r"(?:限制|禁止)(?:其)?从业|限制开展生产经营|(?:年|月|终身)内?不得从事",
            "暂扣许可证件": rf"暂扣{_CLAUSE}{{0,14}}(?:证|照)(?!.{{0,4}}凭证)",
            "没收违法所得": r"没收(?:其)?(?:全部)?违法所得",
            "没收非法财物": r"没收(?:其)?(?:非法财物|违法物品|非法.{0,6}(?:车辆|船舶|物品))",
        }.items()
    }
)
"""Expressions on squeezed half-width text."""

SEVERE = ("吊销许可证件", "责令停产停业", "降低资质等级", "责令关闭", "限制从业")
"""Kinds that always give the right to a hearing, whatever the unit's amounts (处罚法 63)."""


def penalty_kinds(text: str) -> tuple[str, ...]:
    """Return the kinds of penalty that `text` names, in the order of the table."""
    return tuple(name for name, pattern in PENALTY_PATTERNS.items() if pattern.search(text))
