"""Signals of a unit's habits (standards.md X4 to X6): what is odd only when many cases share it.

X4 shows every case; X5 and X6 need several cases of one unit, and a share that the other units do
not have.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reviewer.model import CaseDigest, PartyKind, Procedure, SignalSide

_HELD, _LONGER = 30, 60
"""Days of a seizure, and with its prolongation (强制法 25)."""
_SEVERAL = 3
"""Overdue seizures of one unit from which they are shown."""
_FIVE = 5
"""Fines on the spot of one unit from which their share is looked at."""
_HALF = 0.5
_TWICE = 2.0
_MOST = {PartyKind.PERSON: Decimal(200), PartyKind.ORGANISATION: Decimal(3000)}
"""Highest fine of the summary procedure (处罚法 51)."""


def below_the_least(cases: Sequence[CaseDigest]) -> Iterator[tuple[str, list[SignalSide]]]:
    """X4: a fine below the least of the law in a case that was discussed jointly."""
    for one in cases:
        if one.discussed and one.fine is not None and one.least and one.fine < one.least:
            yield (
                f"{one.label}经集体讨论，罚款 {one.fine:,.0f} 元，低于所引条款的下限 "
                f"{one.least:,.0f} 元，请核对是否有法定减轻情节（处罚法第三十二条）",
                [SignalSide(one.case, f"{one.label}，罚款 {one.fine:,.0f} 元", one.fine_place)],
            )


def overdue_seizures(cases: Sequence[CaseDigest]) -> Iterator[tuple[str, list[SignalSide]]]:
    """X5: seizures beyond their term that gather in one unit."""
    by_unit = _by_unit(cases)
    late = {unit: [one for one in some if _is_overdue(one)] for unit, some in by_unit.items()}
    for unit, some in by_unit.items():
        others = len(cases) - len(some)
        rest = sum(map(len, late.values())) - len(late[unit])
        share = len(late[unit]) / len(some)
        if len(late[unit]) < _SEVERAL or (others and share < _TWICE * rest / others):
            continue
        sides = [
            SignalSide(one.case, f"{one.label}，扣押 {one.held_days} 日") for one in late[unit]
        ]
        yield (
            f"{unit or '未填写单位的案卷'}扣押的 {len(some)} 卷中有 {len(sides)} 卷超期，请核对",
            sides,
        )


def fines_at_the_limit(cases: Sequence[CaseDigest]) -> Iterator[tuple[str, list[SignalSide]]]:
    """X6: more than half of a unit's fines on the spot are the highest that may be."""
    for unit, some in _by_unit(cases).items():
        full = [one for one in some if _is_full(one)]
        if len(some) >= _FIVE and len(full) > _HALF * len(some):
            sides = [
                SignalSide(one.case, f"罚款 {one.fine:,.0f} 元", one.fine_place) for one in full
            ]
            yield (
                f"{unit or '未填写单位的案卷'}当场处罚 {len(some)} 卷中有 {len(full)} 卷的罚款恰为"
                "简易程序的上限（200 元或者 3000 元），请核对",
                sides,
            )


def _is_overdue(one: CaseDigest) -> bool:
    return (one.held_days or 0) > (_LONGER if one.held_longer else _HELD)


def _is_full(one: CaseDigest) -> bool:
    if one.party_kind in _MOST:
        return one.fine == _MOST[one.party_kind]
    return one.fine in _MOST.values()


def is_on_the_spot(one: CaseDigest) -> bool:
    """Return whether a case was fined in the summary procedure."""
    return one.procedure is Procedure.SUMMARY and one.fine is not None


def _by_unit(cases: Sequence[CaseDigest]) -> dict[str, list[CaseDigest]]:
    found: dict[str, list[CaseDigest]] = defaultdict(list)
    for one in cases:
        found[one.unit].append(one)
    return found
