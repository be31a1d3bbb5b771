"""Is the ledger complete? Gaps in the running numbers, cases outside the campaign.

Hints only: a gap may be a number that was withdrawn or belongs to another period.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.model.campaigns import Campaign, LedgerRow

_NUMBER = re.compile(
    r"(?P<prefix>.*?)[〔\[(](?P<year>(?:19|20)[0-9]{2})年?[〕\])](?P<word>\D*)(?P<serial>[0-9]+)"
    r"(?:-[0-9A-Za-z]+)?号?"
)
_RUNNING = 100_000
"""Serials from here on are dates or codes, not running numbers."""
_WITH_YEAR = 7
_RANGES = 12


@dataclass(frozen=True, slots=True)
class NumberGap:
    """Numbers that are missing in one series (a prefix in one year)."""

    units: tuple[str, ...]
    """Several when units share one series of numbers."""
    series: str
    """Such as 沙交执罚〔2025〕."""
    year: int
    present: int
    first: int
    last: int
    missing: tuple[tuple[int, int], ...]
    """Ranges between first and last, both ends included."""

    @property
    def count(self) -> int:
        """Return how many numbers are missing."""
        return sum(end - start + 1 for start, end in self.missing)

    def __str__(self) -> str:
        """Return the sentence."""
        opening = f"{'、'.join(self.units)}“{self.series}”列有 {self.present} 件"
        if not self.missing:
            return f"{opening}，编号从 {self.first} 开始，请核对此前的编号。"
        return f"{opening}，缺 {self.count} 个编号：{shortened(self.missing)}，请核对是否漏报。"


@dataclass(frozen=True, slots=True)
class OutsideCampaign:
    """A row that does not belong to the campaign as it was set up."""

    row: LedgerRow
    why: str

    def __str__(self) -> str:
        """Return the sentence."""
        return f"{self.row.unit_name} {self.row.case_no}：{self.why}。"


def shortened(ranges: Sequence[tuple[int, int]]) -> str:
    """Return ranges as 3、5—9 号, the rest counted."""
    shown = [str(a) if a == b else f"{a}—{b}" for a, b in ranges[:_RANGES]]
    rest = sum(b - a + 1 for a, b in ranges[_RANGES:])
    return "、".join(shown) + " 号" + (f"等，其余 {rest} 个略" if rest else "")


def number_gaps(rows: Iterable[LedgerRow]) -> tuple[NumberGap, ...]:
    """Return the series with missing numbers, and those that do not begin at 1.

    A series is a prefix and a year in one unit.  Units that use one prefix without ever using one
    number twice share the series, so that the numbers of the others are not missing.
    """
    found: dict[tuple[str, int], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        if (one := _parsed(row.case_no)) is not None:
            series, year, serial = one
            found[series, year][row.unit_name].add(serial)
    gaps = [
        _gap(units, series, year, numbers)
        for (series, year), by_unit in sorted(found.items())
        for units, numbers in _series(by_unit)
    ]
    return tuple(gap for gap in gaps if gap.missing or gap.first > 1)


def outside(rows: Iterable[LedgerRow], campaign: Campaign) -> tuple[OutsideCampaign, ...]:
    """Return the rows of kinds that are not reviewed or decided outside the period.

    A case without day of decision counts by the day it was closed; without both it is not named.
    """
    found = []
    for row in rows:
        day = row.decided_on or row.closed_on
        days = [one for one in (row.decided_on, row.closed_on) if one]
        if row.kind not in campaign.kinds:
            found.append(OutsideCampaign(row, f"案件类型“{row.kind}”不在本次评查范围内"))
        elif day and not any(campaign.cases_from <= one <= campaign.cases_to for one in days):
            found.append(OutsideCampaign(row, f"{day.isoformat()} 不在本次评查的案件时间范围内"))
    return tuple(found)


def without_rows(units: Iterable[str], rows: Iterable[LedgerRow]) -> tuple[str, ...]:
    """Return the names of the campaign's units that have no row: not delivered yet."""
    delivered = {row.unit_name for row in rows}
    return tuple(unit for unit in units if unit not in delivered)


def _parsed(case_no: str) -> tuple[str, int, int] | None:
    match = _NUMBER.fullmatch(case_no)
    if match is None:
        return None
    year, serial = int(match["year"]), match["serial"]
    # 〔2025〕2025012号: the year stands in front of the running number once more.
    if len(serial) >= _WITH_YEAR and serial.startswith(match["year"]):
        serial = serial[len(match["year"]) :]
    if int(serial) >= _RUNNING:
        return None
    return f"{match['prefix']}〔{year}〕{match['word']}", year, int(serial)


def _series(by_unit: dict[str, set[int]]) -> list[tuple[tuple[str, ...], set[int]]]:
    together = set().union(*by_unit.values())
    if len(together) == sum(map(len, by_unit.values())):
        return [(tuple(sorted(by_unit)), together)]
    return [((unit,), numbers) for unit, numbers in sorted(by_unit.items())]


def _gap(units: tuple[str, ...], series: str, year: int, numbers: set[int]) -> NumberGap:
    order = sorted(numbers)
    missing = tuple((one + 1, after - 1) for one, after in pairwise(order) if after > one + 1)
    return NumberGap(units, series, year, len(order), order[0], order[-1], missing)
