"""Who may review which case, and why not (回避).

“Own unit” (本单位) is the reviewer's unit, its descendants and its ancestors below the bureau, and
the units that the reviewer left within two years.  Declared conflicts (unit, case, party) and
having handled the case come on top.  All of these are hard: no assignment breaks them.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from reviewer.model.campaigns import Campaign, CampaignUnit, Conflict, LedgerRow, Member

YEARS_OWN = 2
"""A unit counts as own until this many years after it was left, that day included."""


class Ground(StrEnum):
    """Why a reviewer does not review a case."""

    OWN = "本单位"
    ABOVE = "上级单位"
    BELOW = "下属单位"
    LEFT = "曾任职单位"
    HANDLED = "承办人"
    DECLARED = "申报回避"


@dataclass(frozen=True, slots=True)
class Barrier:
    """One reason why this reviewer does not review this case."""

    ground: Ground
    reason: str
    """A Chinese sentence."""


def lineage(units: Sequence[CampaignUnit], unit: UUID) -> tuple[UUID, ...]:
    """Return the ancestors of `unit` among `units`, nearest first; a cycle ends where it closes."""
    parents = {one.id: one.parent for one in units}
    found: list[UUID] = []
    above = parents.get(unit)
    while above is not None and above in parents and above != unit and above not in found:
        found.append(above)
        above = parents[above]
    return tuple(found)


def own_until(left_on: date) -> date:
    """Return the last day on which a unit left on `left_on` counts as own.

    Where the month has no such day it is the month's last one (民法典 202).
    """
    try:
        return left_on.replace(year=left_on.year + YEARS_OWN)
    except ValueError:
        return left_on.replace(year=left_on.year + YEARS_OWN, day=28)


def own_units(campaign: Campaign, member: Member, on: date) -> frozenset[UUID]:
    """Return the units that count as the reviewer's own on the day `on`."""
    left = {one.unit for one in member.left if on <= own_until(one.left_on)}
    if member.unit is None:
        return frozenset(left)
    below = {one.id for one in campaign.units if member.unit in lineage(campaign.units, one.id)}
    return frozenset({member.unit, *lineage(campaign.units, member.unit), *below, *left})


def barriers(campaign: Campaign, member: Member, row: LedgerRow, on: date) -> tuple[Barrier, ...]:
    """Return everything that keeps the reviewer from this case on the day `on`; empty: nothing."""
    found = [*_unit_barriers(campaign, member, row, on)]
    if any(_plain(name) == _plain(member.name) for name, _ in row.officers):
        found.append(
            Barrier(Ground.HANDLED, f"{member.name}与本案承办人同名，按承办人回避，请核对。")
        )
    for conflict in campaign.conflicts:
        if conflict.person == member.person and (about := _about(campaign, conflict, row)):
            reason = f"：{conflict.reason.rstrip('。')}" if conflict.reason else ""
            found.append(
                Barrier(
                    Ground.DECLARED,
                    f"{member.name}已于{_day(conflict.declared_on)}就{about}申报回避{reason}。",
                )
            )
    return tuple(found)


def may_review(campaign: Campaign, member: Member, row: LedgerRow, on: date) -> bool:
    """Return whether nothing keeps the reviewer from this case."""
    return not barriers(campaign, member, row, on)


def _unit_barriers(
    campaign: Campaign, member: Member, row: LedgerRow, on: date
) -> tuple[Barrier, ...]:
    found = []
    reviewed = f"被评查单位“{row.unit_name}”"
    if member.unit is not None:
        own = f"{member.name}所在单位"
        if row.unit == member.unit:
            found.append(Barrier(Ground.OWN, f"{reviewed}是{own}。"))
        elif row.unit in lineage(campaign.units, member.unit):
            found.append(Barrier(Ground.ABOVE, f"{reviewed}是{own}的上级单位。"))
        elif member.unit in lineage(campaign.units, row.unit):
            found.append(Barrier(Ground.BELOW, f"{reviewed}是{own}的下属单位。"))
    for left in member.left:
        until = own_until(left.left_on)
        if left.unit == row.unit and on <= until:
            found.append(
                Barrier(
                    Ground.LEFT,
                    f"{member.name}于{_day(left.left_on)}离开{reviewed}，"
                    f"未满两年，{_day(until)}以前按本单位回避。",
                )
            )
    return tuple(found)


def _about(campaign: Campaign, conflict: Conflict, row: LedgerRow) -> str:
    """Return what of the case the declared conflict is about; empty when it is not about it."""
    if conflict.row is not None:
        return "本案" if conflict.row == row.case else ""
    if conflict.unit is not None:
        if conflict.unit == row.unit:
            return f"“{row.unit_name}”"
        if conflict.unit in lineage(campaign.units, row.unit):
            return f"“{row.unit_name}”的上级单位"
        return ""
    return _party_meant(conflict.party, row.party)


def _party_meant(declared: str, party: str) -> str:
    """Compare a declared party with the ledger's, whose names may be masked (张某, 张*)."""
    wanted, found = _plain(declared), _plain(party)
    if not wanted or not found:
        return ""
    if wanted == found:
        return f"当事人“{party}”"
    masked = re.sub(r"某+", ".+", re.sub(r"[*×Xx?]+", ".+", re.escape(found).replace("\\*", "*")))
    if masked != re.escape(found) and re.fullmatch(masked, wanted):
        return f"当事人“{declared}”（台账所列“{party}”可能是其本人）"
    return ""


def _plain(name: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name))


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
