"""When and where an act was, as each document tells it: the time of day, and the road and post.

A document may tell several moments and places (on the way, when found); all are taken, and only
documents of which no two agree contradict each other.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from reviewer.reading.extract.penalty import OFFENCE
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import TOLD, Found
from reviewer.reading.sheet import Sheet
from reviewer.reckoning.roads import find_roads
from reviewer.reckoning.times import find_intervals


def moments(sheet: Sheet) -> Iterator[Found]:
    """Find each time of day that the document tells of the day of the act."""
    days = {one.value for one in OFFENCE(sheet) if isinstance(one.value, date)}
    strip = sheet.apart
    for one in find_intervals(strip.text) if len(days) == 1 else ():
        if one.begin.date() in days:
            yield Found(one.begin, strip.cut(one.start, one.end), TOLD)


def places(sheet: Sheet) -> Iterator[Found]:
    """Find each place on a road that the document tells."""
    for one in find_roads(sheet.text):
        yield Found(one.value, sheet.flat.cut(one.start, one.end), TOLD)


HAPPENING = (
    Take("offence_at", moments, many=True),
    Take("offence_place", places, many=True),
)
ALSO: Mapping[str, tuple[Take, ...]] = dict.fromkeys(
    ("DT05", "DT23", "DT26", "DT34", "DT35", "DT36"), HAPPENING
)
"""By document type: those that tell the act itself; a record tells where it was written."""
