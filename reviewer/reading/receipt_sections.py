"""The sections of a register of service (送达登记表): a heading or a repeated label begins each.

Every section is a receipt of its own, with a name, a number, a day and a method.  Names above one
signature are one section: what bears no day and no place for one belongs to the next.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from reviewer.reading.receipt_days import Day, day_between
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import Strip, joined

_SERIAL = re.compile(
    r"^(?:第?[一二三四五六七八九十]{1,3}|[0-9]{1,2}|\([一二三四五六七八九十0-9]{1,3}\)|[①-⑩])[、.:)项份]?"
)
_NUMBERS = ("served_no", "number")
_DATED = "served_on"
_NAME = "served_what"

_PLACES = re.compile(
    r"(?:被|受)送达人|送达(?:方[式法]|地[点址]|时间|日期|人员?)|签收(?:人|时间|日期)|收[件到](?:人|时间|日期)|收件"
)
"""What a section of a register has places for."""
_DECIDES = re.compile(r"复议|诉讼|陈述|申辩|现查明|经查|本机关(?:认为|决定|依法|拟|于)")
_LEAST_PLACES, _LONGEST = 3, 400

NamesDocument = Callable[[str], bool]
"""Tells whether a squeezed text is nothing but the title of a document that can be served."""


@dataclass(frozen=True, slots=True)
class Section:
    """What one section of a register tells; the caller knows documents by their names."""

    naming: Strip
    """Its heading, and what stands behind the labels of the name and the number."""
    hits: tuple[Hit, ...]
    day: Day | None
    dated: bool
    """Whether it bears a day, or has a place for one."""


def is_section(text: str) -> bool:
    """Return whether the squeezed `text` below a name tells of its service and of nothing else."""
    places = {match[0] for match in _PLACES.finditer(text)}
    return len(places) >= _LEAST_PLACES and len(text) <= _LONGEST and not _DECIDES.search(text)


def sections_of(sheet: Sheet, names: NamesDocument, fields: tuple[str, ...]) -> list[Section]:
    """Return the sections of a register; none where the sheet is not parted into sections.

    `fields` are the labels whose date counts first.
    """
    starts = _starts(sheet, names)
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(sheet.fragments)]
    found = [
        _section(sheet, start, end, names, fields) for start, end in zip(starts, ends, strict=True)
    ]
    for at in range(len(found) - 2, -1, -1):
        if not found[at].dated:
            one, after = found[at], found[at + 1]
            found[at] = Section(one.naming, (*one.hits, *after.hits), after.day, after.dated)
    return found if any(one.dated for one in found) else []


def _starts(sheet: Sheet, names: NamesDocument) -> list[int]:
    """Return the fragments with which sections begin."""
    starts: list[int] = []
    labelled = True
    """Whether the section that is open has its label of the name, or none is open."""
    waits = False
    """Whether a label of the name stands above, its value to come."""
    for at, one in enumerate(sheet.fragments):
        label = next((hit for hit in sheet.hits_in(at) if _is_naming(hit)), None)
        if label:
            if labelled:
                starts.append(at)
            labelled, waits = True, label.whole and _alone(sheet, at)
        elif _alone(sheet, at) and not sheet.hits_in(at) and names(_SERIAL.sub("", one.text)):
            if not waits:
                starts.append(at)
                labelled = False
            waits = False
    return starts


def _is_naming(hit: Hit) -> bool:
    return hit.field == _NAME and hit.first and hit.sure


def _alone(sheet: Sheet, at: int) -> bool:
    one = sheet.fragments[at]
    near = (at - 1, at + 1)
    rows = [sheet.fragments[n] for n in near if 0 <= n < len(sheet.fragments)]
    return all((other.page, other.row) != (one.page, one.row) for other in rows)


def _section(
    sheet: Sheet, start: int, end: int, names: NamesDocument, fields: tuple[str, ...]
) -> Section:
    hits = tuple(hit for hit in sheet.hits if start <= hit.at < end)
    head = sheet.fragments[start]
    heading = names(_SERIAL.sub("", head.text))
    parts = [head.strip] if heading else []
    for wanted in ((_NAME,), _NUMBERS):
        parts += [sheet.value(hit, wrapped=True) for hit in hits if hit.field in wanted]
    day = day_between(sheet, start, end, fields)
    dated = day is not None or any(hit.field == _DATED for hit in hits)
    return Section(joined(part for part in parts if part.text), hits, day, dated)
