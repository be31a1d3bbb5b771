"""Combinators from which the tables of `extract` are built.

A finder looks at one document and yields what it found, each with the strip it stands on and a
weight: a value under its own label outweighs one in running text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reviewer.model import FactValue
from reviewer.reading.sections import section_date, sections
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip, parted
from reviewer.reckoning.dates import find_dates

LABELLED, SIGNED, TOLD, GUESSED = 1.0, 0.9, 0.7, 0.5
"""Weights: under its own label, beside a signature, in running text, by position only."""
_BROKEN_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:年[0-9]{0,2}(?:月[0-9]{0,2})?)?$")
"""What the end of a line leaves of a date for the next."""
_DATE_STARTS_BY = 14
"""A date that begins later in a value belongs to something else."""
_BEHIND_LABEL = re.compile(r"(?:时间|日期)[:(]?$")
"""A date right behind a label is not told in a sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stands."""

    value: FactValue
    strip: Strip
    weight: float
    check: bool = False
    """Whether a check digit confirms the value."""
    doubt: bool = False
    """Whether the value was put together from parts, so that it needs a second place."""


Finder = Callable[[Sheet], Iterable[Found]]


def dated(*fields: str, weight: float = LABELLED) -> Finder:
    """Find the date behind a label of any of `fields`."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for hit in sheet.labels(*fields):
            value = parted(sheet.value(hit))
            if _BROKEN_DATE.search(value.text):
                value = parted(sheet.value(hit, wrapped=True))
            dates = find_dates(value.text)
            if dates and dates[0].start <= _DATE_STARTS_BY:
                one = dates[0]
                yield Found(one.value, value.cut(one.start, one.end), weight)

    return find


def signed_in(*opinions: str, weight: float = LABELLED, last: bool = False) -> Finder:
    """Find the date of the section in which somebody gave one of the opinions."""

    def find(sheet: Sheet) -> Iterator[Found]:
        contents = [content for opinion in opinions for content in sections(sheet, opinion)]
        for content in contents[-1:] if last else contents:
            if found := section_date(content):
                yield Found(found[0].value, found[1], weight)

    return find


def outside_of(other: str, *opinions: str, finder: Finder) -> Finder:
    """Take what `finder` finds outside the sections of `opinions`, if the form has one of `other`.

    The date of the office's opinion is not the leader's where the leader's section stays empty.
    """

    def find(sheet: Sheet) -> Iterator[Found]:
        if not any(hit.sure for hit in sheet.labels(other)):
            yield from finder(sheet)
            return
        own = {spot for content in sections(sheet, other) for spot in content.spots}
        taken = {
            spot
            for opinion in opinions
            for content in sections(sheet, opinion)
            for spot in content.spots
        }
        for found in finder(sheet):
            if not (taken - own).intersection(found.strip.spots):
                yield found

    return find


def told_date(*patterns: str, weight: float = TOLD) -> Finder:
    """Find a date in running text: the named group `date` of each pattern is parsed."""
    compiled = [re.compile(pattern) for pattern in patterns]

    def find(sheet: Sheet) -> Iterator[Found]:
        for pattern in compiled:
            for match in pattern.finditer(sheet.text):
                # 2024/7/3 09:07 without its blank could as well be the thirtieth.
                told = parted(sheet.flat.cut(*match.span("date")))
                dates = find_dates(told.text)
                before = sheet.text[max(0, match.start("date") - 6) : match.start("date")]
                if dates and not _BEHIND_LABEL.search(before):
                    strip = told.cut(dates[0].start, dates[0].end)
                    yield Found(dates[0].value, strip, weight)

    return find


def told_flag(*patterns: str, unless: str = "(?!)") -> Finder:
    """Find that the text says something; `unless` is matched on the 40 characters before it."""
    compiled = [re.compile(pattern) for pattern in patterns]
    excluded = re.compile(unless)

    def find(sheet: Sheet) -> Iterator[Found]:
        for pattern in compiled:
            for match in pattern.finditer(sheet.text):
                before = sheet.text[max(0, match.start() - 40) : match.start()]
                before = re.split("[。;]", before)[-1]
                if not excluded.search(before):
                    yield Found(True, sheet.flat.cut(match.start(), match.end()), TOLD)
                    return

    return find


def first_of(*finders: Finder) -> Finder:
    """Take what the first finder that finds anything finds."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for finder in finders:
            found = list(finder(sheet))
            if found:
                yield from found
                return

    return find


def either(*finders: Finder) -> Finder:
    """Take what all finders find."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for finder in finders:
            yield from finder(sheet)

    return find


def best(found: Iterable[Found]) -> list[Found]:
    """Return the first of the heaviest, as a list of one or none."""
    chosen: Found | None = None
    for one in found:
        if chosen is None or one.weight > chosen.weight:
            chosen = one
    return [chosen] if chosen else []
