"""Receipts that list instalments, a row for each payment: number, day, payer, sum.

Every row bears its own day: rows of sums without days are the items of one payment.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reviewer.reading.finders import LABELLED, Found
from reviewer.reading.fragment import Fragment, rows_of
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip
from reviewer.reckoning.dates import FoundDate, find_dates

_HEAD = re.compile(
    r"(?:本期|本次|实[缴交]|[缴交]款|[缴交]纳|已缴|罚款|票据)?(?:金额|数额|款额)(?:\(元\))?"
)
_BARE = re.compile(r"[¥￥]?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{1,2})?元?整?")
_SEVERAL = 2

_Row = tuple[Decimal, Strip, FoundDate, Strip]
"""Sum and day of a payment, each with its place."""


def sums_of_instalments(sheet: Sheet) -> Iterator[Found]:
    """Find the sum of each payment of a list."""
    for value, strip, _, _ in _payments(sheet):
        yield Found(value, strip, LABELLED)


def days_of_instalments(sheet: Sheet) -> Iterator[Found]:
    """Find the day of each payment of a list."""
    for _, _, one, strip in _payments(sheet):
        yield Found(one.value, strip, LABELLED)


def _payments(sheet: Sheet) -> list[_Row]:
    """Return the payments of the list on the sheet; none where a list shows fewer than two."""
    rows = rows_of(sheet.fragments)
    for at, row in enumerate(rows):
        for head in row:
            if len(row) >= _SEVERAL and _HEAD.fullmatch(head.text):
                found = _below(rows[at + 1 :], head)
                if len(found) >= _SEVERAL:
                    return found
    return []


def _below(rows: list[list[Fragment]], head: Fragment) -> list[_Row]:
    found: list[_Row] = []
    for row in rows:
        sums = [one for one in row if _beneath(one, head) and _BARE.fullmatch(one.text)]
        days = [(day, one) for one in row for day in find_dates(one.text) if one not in sums]
        if len(sums) != 1 or len(days) != 1:
            break
        day, place = days[0]
        value = Decimal(re.sub("[^0-9.]", "", sums[0].text))
        found.append((value, sums[0].strip, day, place.strip.cut(day.start, day.end)))
    return found


def _beneath(one: Fragment, head: Fragment) -> bool:
    return one.page == head.page and one.box.x0 < head.box.x1 and head.box.x0 < one.box.x1
