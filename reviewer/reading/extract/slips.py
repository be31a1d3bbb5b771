"""Several receipts pasted on one paper: what each shows, by the label of who pays.

A fine paid by instalments leaves two slips; bureaus paste them on one page.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from reviewer.reading.finders import LABELLED, TOLD, Found
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reckoning.amounts import find_amounts
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.numerals import parse_numeral

_SEVERAL = 2
_COUNT = re.compile(r"第(?P<n>[1-9]|[一二三四五六七八九])(?:张|期|次|笔|份)(?!缴|交|分)")


def sums_of_slips(sheet: Sheet) -> Iterator[Found]:
    """Find the sum of each of several slips; none where a slip shows no sum of its own."""
    labelled = list(_of_slips(sheet, ("amount",), _sum_at))
    yield from labelled or (money for money, _ in _counted(sheet))


def days_of_slips(sheet: Sheet) -> Iterator[Found]:
    """Find the day of each of several slips; none where a slip shows no day of its own."""
    labelled = list(_of_slips(sheet, ("paid_on", "signed_on"), _day_at))
    yield from labelled or (day for _, day in _counted(sheet))


def _counted(sheet: Sheet) -> list[tuple[Found, Found]]:
    """Return sum and day of slips that are counted up: 第一张：…… 第二张：……; all or none."""
    text = sheet.spaced
    starts = [match.start() for match in _COUNT.finditer(text.text)]
    numbers = [parse_numeral(match["n"]) for match in _COUNT.finditer(text.text)]
    if numbers != list(range(1, len(numbers) + 1)) or len(numbers) < _SEVERAL:
        return []
    found: list[tuple[Found, Found]] = []
    for start, end in pairwise([*starts, len(text)]):
        piece = text.cut(start, end)
        amounts, dates = find_amounts(piece.text), find_dates(piece.text)
        if not amounts or len(dates) != 1:
            return []
        money, day = amounts[0], dates[0]
        found.append(
            (
                Found(money.value, piece.cut(money.start, money.end), TOLD),
                Found(day.value, piece.cut(day.start, day.end), TOLD),
            )
        )
    return found


def _of_slips(
    sheet: Sheet, fields: tuple[str, ...], value_at: Callable[[Sheet, Hit], Found | None]
) -> Iterator[Found]:
    payers = sheet.labels("payer")
    names = {sheet.value(hit).text for hit in payers}
    if len(payers) < _SEVERAL or len(names) != 1:
        return  # 付款人 and 缴款人 of one slip, or what several parties paid
    found: dict[int, Found] = {}
    for hit in sheet.labels(*fields):
        slip = sum((one.at, one.start) < (hit.at, hit.start) for one in payers)
        one = value_at(sheet, hit) if slip and slip not in found else None
        if one:
            found[slip] = one
    if len(found) == len(payers):
        yield from found.values()


def _sum_at(sheet: Sheet, hit: Hit) -> Found | None:
    value = sheet.value(hit)
    amounts = find_amounts(value.text)
    if not amounts:
        return None
    one = amounts[0]
    return Found(one.value, value.cut(one.start, one.end), LABELLED)


def _day_at(sheet: Sheet, hit: Hit) -> Found | None:
    value = sheet.value(hit)
    dates = find_dates(value.text)
    if not dates:
        return None
    return Found(dates[0].value, value.cut(dates[0].start, dates[0].end), LABELLED)
