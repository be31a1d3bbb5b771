"""That a case ended otherwise, told by a page of no type: 撤销案件告知书, 终止调查通知书."""

from collections.abc import Iterator, Sequence

from reviewer.model import Fact
from reviewer.reading.certainty import certainty_of
from reviewer.reading.extract.withdrawing import WITHDRAWN_CASE, withdrawn
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import place_of

_NO_HOME = -1


def ended_otherwise(loose: Sequence[Sheet]) -> Iterator[Fact]:
    """Find the withdrawal of the case on pages that belong to no document."""
    for sheet in loose:
        for found in withdrawn(sheet):
            place = place_of(found.strip, sheet.pages)
            certainty = certainty_of(WITHDRAWN_CASE.key, found.value, found.strip, sheet)
            yield Fact(WITHDRAWN_CASE.key, found.value, _NO_HOME, place, round(certainty, 4))
