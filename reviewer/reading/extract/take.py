"""One line of an extraction table."""

from dataclasses import dataclass

from reviewer.reading.finders import Finder, Found, best
from reviewer.reading.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Take:
    """A fact key and the finder that finds it."""

    key: str
    finder: Finder
    many: bool = False
    """Whether a document can give several values; else the heaviest one counts."""
    each: bool = False
    """Whether a value counts as often as it stands: two slips of one sum."""

    def take(self, sheet: Sheet) -> list[Found]:
        """Return what the document gives for the key, each value once unless `each` counts."""
        found = list(self.finder(sheet))
        if self.each:
            return found
        if not self.many:
            return best(found)
        kept: dict[object, Found] = {}
        for one in found:
            if one.value not in kept or one.weight > kept[one.value].weight:
                kept[one.value] = one
        return list(kept.values())
