"""Numbers that a record lists without names: 已出示执法证（21-0007-218、21-0007-254）.

The names stand elsewhere in the record.  Where they are as many as the numbers, these are theirs
in order; otherwise whose the numbers are cannot be told.
"""

import re
from collections.abc import Iterator, Sequence

from reviewer.reading.certs import CERT, find_certs
from reviewer.reading.finders import TOLD
from reviewer.reading.officer_sentences import Entry
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip
from reviewer.reckoning.checkdigits import valid_id_card

_SHOWN = (
    r"(?:执法证件?|执法资格证|证件|(?<![份])证号|工号|执法编号|执法号)(?:编?号码?)?"
    r"(?:分别)?(?:已出示|如下)?[:(为是,]{0,2}(?:(?:编号|证号|号码|号)[:为是]?)?"
)
_LISTED = re.compile(rf"{_SHOWN}(?P<numbers>{CERT}(?:号?[、,，和及;/]{CERT})+)")
_FEWEST, _LEAST_DIGITS = 2, 3
_BEFORE = 40
"""Names stand at most so many characters before the first of their numbers."""


def listed_numbers(flat: Strip) -> Iterator[list[Strip]]:
    """Find each list of two or more numbers behind a word for officers' certificates."""
    for match in _LISTED.finditer(flat.text):
        found = [one for one in find_certs(flat.cut(*match.span("numbers"))) if _is_number(one)]
        if len(found) >= _FEWEST:
            yield found


def deal_out_listed(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Give the numbers of a list without names to the names that have none, if as many."""
    for numbers in listed_numbers(sheet.flat):
        listed = [one.text for one in numbers]
        used = {one.cert for one in entries} & set(listed)
        # The first number of a list may have gone to the last name before it.
        if len(used) == len(listed) or any(sheet.text.count(one) > 1 for one in used):
            continue
        certified = {one.name.text for one in entries if one.cert and one.cert not in used}
        bare = [one for one in entries if one.name.text not in certified]
        own = _in_order(listed, _as_they_stand(sheet, numbers[0], bare))
        for one in bare if own else []:
            one.cert, one.weight = own.pop(one.name.text, ""), TOLD


def _as_they_stand(sheet: Sheet, number: Strip, bare: Sequence[Entry]) -> list[Entry]:
    """Return the names in the order in which they stand right before the numbers, if they do.

    The label of who wrote the record may stand above that of the officers.
    """
    end = sheet.flat.spots.index(number.spots[0])
    before = sheet.text[max(0, end - _BEFORE) : end]
    places = {one.name.text: before.rfind(one.name.text) for one in bare}
    if min(places.values(), default=-1) < 0:
        return list(bare)
    return sorted(bare, key=lambda one: places[one.name.text])


def _in_order(numbers: Sequence[str], bare: Sequence[Entry]) -> dict[str, str]:
    """Return the numbers, each with its name in order; empty when they are not as many.

    Who wrote the record may be left out.
    """
    names = list(dict.fromkeys(one.name.text for one in bare))
    recorders = {one.name.text for one in bare if one.hit and one.hit.field == "recorder"}
    for some in (names, [name for name in names if name not in recorders]):
        if len(some) == len(numbers):
            return dict(zip(some, numbers, strict=True))
    return {}


def _is_number(one: Strip) -> bool:
    digits = sum(char.isdigit() for char in one.text)
    return digits >= _LEAST_DIGITS and not valid_id_card(one.text)
