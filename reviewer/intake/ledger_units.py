"""Tying the unit names of a ledger to the units of the campaign.

Equal names, and names equal but for blanks, brackets and the code, are tied; anything else is
only suggested, because 一大队 and 二大队 differ by a stroke.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from rapidfuzz import fuzz, process

from reviewer.model.campaigns import CampaignUnit
from reviewer.model.ledger_sheets import UnitMatch, UnitMatching
from reviewer.reckoning.textnorm import squeezed

_ALIKE = 55
_SUGGESTED = 3
_SIGNS = re.compile(r"[()〔〕\[\]【】“”\"'、,.。·\-_]")


def match_units(
    names: Mapping[str, int], units: Sequence[CampaignUnit], chosen: Mapping[str, UUID]
) -> tuple[UnitMatch, ...]:
    """Return a match for each name; `names` counts its rows, `chosen` is what a person settled."""
    exact = {squeezed(unit.name): unit.id for unit in units}
    loose = _unambiguous(
        (_plain(text), unit.id) for unit in units for text in (unit.name, unit.code)
    )
    known = {unit.id for unit in units}
    found = []
    for name, rows in names.items():
        if (picked := chosen.get(name)) in known and picked is not None:
            found.append(UnitMatch(name, rows, UnitMatching.CHOSEN, picked))
        elif same := exact.get(squeezed(name)):
            found.append(UnitMatch(name, rows, UnitMatching.EXACT, same))
        elif same := loose.get(_plain(name)):
            found.append(UnitMatch(name, rows, UnitMatching.NORMALISED, same))
        else:
            alike = _alike(name, units)
            found.append(UnitMatch(name, rows, UnitMatching.UNKNOWN, None, alike))
    return tuple(found)


def _alike(name: str, units: Sequence[CampaignUnit]) -> tuple[UUID, ...]:
    names = {unit.id: _plain(unit.name) for unit in units}
    found = process.extract(
        _plain(name), names, scorer=fuzz.WRatio, limit=_SUGGESTED, score_cutoff=_ALIKE
    )
    return tuple(unit for _, _, unit in found)


def _unambiguous(pairs: Iterable[tuple[str, UUID]]) -> dict[str, UUID]:
    found: dict[str, set[UUID]] = {}
    for text, unit in pairs:
        if text:
            found.setdefault(text, set()).add(unit)
    return {text: next(iter(ids)) for text, ids in found.items() if len(ids) == 1}


def _plain(text: str) -> str:
    return _SIGNS.sub("", squeezed(text)).upper()
