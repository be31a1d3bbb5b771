"""Several receipts pasted on one paper: what each shows, by the label of who pays.

A fine paid by instalments leaves two slips; bureaus paste them on one page.
"""

from collections.abc import Callable, Iterator

from reviewer.reading.finders import LABELLED, Found
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reckoning.amounts import find_amounts
from reviewer.reckoning.dates import find_dates

_SEVERAL = 2


def sums_of_slips(sheet: Sheet) -> Iterator[Found]:
    """Find the sum of each of several slips; none where a slip shows no sum of its own."""
    yield from _of_slips(sheet, ("amount",), _sum_at)


def days_of_slips(sheet: Sheet) -> Iterator[Found]:
    """Find the day of each of several slips; none where a slip shows no day of its own."""
    yield from _of_slips(sheet, ("paid_on", "signed_on"), _day_at)


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
