"""Finders of moments: a date with the time of day that stands with it.

A date without a time is kept as its midnight: no form writes that something was done at 0:00.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, time

from reviewer.reading.finders import LABELLED, TOLD, Finder, Found
from reviewer.reading.sections import section_date, sections
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip, parted
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.times import find_intervals, find_times

_BARE_TIME = re.compile(r"[\s,:(]*(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][0-9])(?![0-9])")
"""15:20 without its colon: 1520, where the form prints 时 分 in a head."""
_UNTIL = re.compile(r"[^至到\-~]{0,14}")
_STARTS_BY = 14


def moments_in(strip: Strip) -> Iterator[tuple[datetime, Strip]]:
    """Return every date of `strip` with its time, in order."""
    spaced = parted(strip)
    text = spaced.text
    timed = {one.start: one for one in find_intervals(text)}
    for one in find_dates(text):
        interval = timed.get(one.start)
        bare = None if interval else _BARE_TIME.match(text, one.end)
        if interval:
            end = interval.end if interval.finish is None else _time_end(text, one.end)
            moment = interval.begin
        else:
            end = bare.end() if bare else one.end
            at = time(int(bare["h"]), int(bare["m"])) if bare else time()
            moment = datetime.combine(one.value, at)
        yield moment, spaced.cut(one.start, end)


def _time_end(text: str, start: int) -> int:
    """Return where the first time after a date ends, in front of 至."""
    match = _UNTIL.match(text, start)
    return match.end() if match else start


def moment_behind(*fields: str, weight: float = LABELLED) -> Finder:
    """Find the moment behind a label of any of `fields`."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for hit in sheet.labels(*fields):
            value = sheet.value(hit, wrapped=True)
            dates = find_dates(value.text)
            if dates and dates[0].start <= _STARTS_BY:
                moment, strip = next(moments_in(value))
                yield Found(moment, strip, weight)

    return find


def moment_signed_in(*opinions: str, weight: float = LABELLED) -> Finder:
    """Find when the last section of `opinions` was signed."""

    def find(sheet: Sheet) -> Iterator[Found]:
        contents = [content for opinion in opinions for content in sections(sheet, opinion)]
        for content in contents[-1:]:
            found = section_date(content)
            if not found:
                continue
            bare = content.cut(found[0].start).bare()
            for moment, strip in moments_in(bare):
                yield Found(moment, strip, weight)
                break

    return find


_APPROVED_AT = re.compile(r"(?:批准|审批|签批|审定|同意)(?:的)?(?:具体)?(?:时间|时刻)[:为]*")
_SIGNED_IN_LEADER = moment_signed_in("leader")


def approved_at(sheet: Sheet) -> Iterator[Found]:
    """Find the time of day that an approval gives apart from its signature: 批准时间：……12时55分.

    Where it gives the hour alone, the day is that of the signature.
    """
    text = sheet.apart
    for match in _APPROVED_AT.finditer(text.text):
        rest = text.cut(match.end(), match.end() + 40)
        moments = [pair for pair in moments_in(rest) if pair[1].spots[:1] == rest.spots[:1]]
        for moment, strip in moments[:1]:
            if moment.time() != time():
                yield Found(moment, strip, LABELLED)
                return
        hours = [one for one in find_times(rest.text) if one.start <= 1]
        signed = next(iter(_SIGNED_IN_LEADER(sheet)), None)
        if hours and signed and isinstance(signed.value, datetime):
            moment = datetime.combine(signed.value.date(), hours[0].value)
            yield Found(moment, rest.cut(hours[0].start, hours[0].end), LABELLED)
            return


def moment_told(*patterns: str, weight: float = TOLD) -> Finder:
    """Find a moment in running text: each pattern ends, or has `end`, where the date begins."""
    compiled = [re.compile(pattern) for pattern in patterns]

    def find(sheet: Sheet) -> Iterator[Found]:
        for pattern in compiled:
            for match in pattern.finditer(sheet.text):
                rest = sheet.flat.cut(match.start("at"), match.start("at") + 40)
                for moment, strip in moments_in(rest):
                    if rest.spots[:1] == strip.spots[:1]:
                        yield Found(moment, strip, weight)
                    break

    return find


def at_midnight(finder: Finder) -> Finder:
    """Take the dates that `finder` finds as moments, with the time that follows them."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for found in finder(sheet):
            start = sheet.flat.spots.index(found.strip.spots[0])
            rest = sheet.flat.cut(start, start + 40)
            for moment, strip in moments_in(rest):
                if moment.date() == found.value:
                    yield Found(moment, strip, found.weight, found.check)
                break

    return find


def as_dates(finder: Finder) -> Finder:
    """Take the moments that `finder` finds as dates."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for found in finder(sheet):
            if isinstance(found.value, datetime):
                yield Found(found.value.date(), found.strip, found.weight, found.check)

    return find


def only_if(holds: Callable[[Sheet], bool], finder: Finder) -> Finder:
    """Take what `finder` finds on sheets of which `holds` is true."""

    def find(sheet: Sheet) -> Iterator[Found]:
        if holds(sheet):
            yield from finder(sheet)

    return find
