"""Finders by what stands around a value in its sentence, for dates in every form.

`told_date` knows a date by one expression; here the date is found first, so 2024-04-10 and
二〇二四年四月十日 are told of in the same ways as 2024年4月10日.
"""

import re
from collections.abc import Iterator

from reviewer.reading.finders import TOLD, Finder, Found
from reviewer.reading.sheet import Sheet
from reviewer.reading.ticks import is_unticked
from reviewer.reckoning.amounts import find_amounts
from reviewer.reckoning.dates import FoundDate, find_dates
from reviewer.reckoning.times import find_intervals

REACH = 60
_ENDS = re.compile("[。;]")
_BOX_WITHIN = 90


def near(before: str = "", after: str = "", weight: float = TOLD, last: bool = False) -> Finder:
    """Find dates whose sentence reads so: `before` is searched in front, `after` matched behind.

    What stands before ends with the date, so `before` should end with `$`.  With `last` only the
    latest date is taken.
    """
    head, tail = re.compile(before), re.compile(after)

    def find(sheet: Sheet) -> Iterator[Found]:
        strip = sheet.apart
        found = [
            Found(one.value, strip.cut(one.start, one.end), weight)
            for one, front, behind in dates_with_sentence(strip.text)
            if head.search(front) and tail.match(behind)
        ]
        if last and found:
            yield max(found, key=lambda one: str(one.value))
        else:
            yield from found

    return find


def near_time(before: str = "", after: str = "", weight: float = TOLD) -> Finder:
    """Find moments, a date with its time, as `near` finds dates."""
    head, tail = re.compile(before), re.compile(after)

    def find(sheet: Sheet) -> Iterator[Found]:
        strip = sheet.apart
        for one in find_intervals(strip.text):
            front, behind = _sentence(strip.text, one.start, one.end)
            if head.search(front) and tail.match(behind):
                yield Found(one.begin, strip.cut(one.start, one.end), weight)

    return find


def dates_with_sentence(text: str) -> Iterator[tuple[FoundDate, str, str]]:
    """Return every date with what its sentence holds in front of it and behind it.

    Behind it only up to the next date: what is told there is of that one.
    """
    dates = find_dates(text)
    for number, one in enumerate(dates):
        front, behind = _sentence(text, one.start, one.end)
        if number + 1 < len(dates):
            behind = behind[: max(0, dates[number + 1].start - one.end)]
        yield one, front, behind


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    front = _ENDS.split(text[max(0, start - REACH) : start])[-1]
    return front, _ENDS.split(text[end : end + REACH])[0]


def is_ticked(text: str, at: int) -> bool:
    """Return whether no empty box stands in front of `at` in its sentence."""
    return not is_unticked(text, at, _BOX_WITHIN)


def ticked(*patterns: str, value: str | bool = True, unless: str = "(?!)") -> Finder:
    """Find that the text says something whose box, if there is one, was ticked.

    `unless` is matched on the sentence in front of it.
    """
    compiled, excluded = [re.compile(one) for one in patterns], re.compile(unless)

    def find(sheet: Sheet) -> Iterator[Found]:
        text = sheet.text
        for pattern in compiled:
            for match in pattern.finditer(text):
                front, _ = _sentence(text, match.start(), match.end())
                if is_ticked(text, match.start()) and not excluded.search(front):
                    yield Found(value, sheet.flat.cut(match.start(), match.end()), TOLD)
                    return

    return find


def sums_after(before: str, weight: float = TOLD) -> Finder:
    """Find amounts of money in front of which the sentence ends with `before`."""
    head = re.compile(before)

    def find(sheet: Sheet) -> Iterator[Found]:
        for one in find_amounts(sheet.text):
            front, _ = _sentence(sheet.text, one.start, one.end)
            if head.search(front):
                yield Found(one.value, sheet.flat.cut(one.start, one.end), weight)

    return find


def in_head(words: str, finder: Finder) -> Finder:
    """Take what `finder` finds in documents whose first lines match `words`."""
    return _if_head(re.compile(words), finder, wanted=True)


def not_in_head(words: str, finder: Finder) -> Finder:
    """Take what `finder` finds in documents whose first lines do not match `words`."""
    return _if_head(re.compile(words), finder, wanted=False)


def _if_head(compiled: re.Pattern[str], finder: Finder, *, wanted: bool) -> Finder:
    def find(sheet: Sheet) -> Iterator[Found]:
        head = "".join(one.text for one in sheet.fragments[:4])
        if bool(compiled.search(head)) is wanted:
            yield from finder(sheet)

    return find
