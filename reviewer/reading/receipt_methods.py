"""How a receipt says that a document was served (送达方式): in words, or by a ticked box."""

import re
from collections.abc import Iterable

from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import EMPTY, Strip
from reviewer.reading.ticks import EMPTY as EMPTY_BOX
from reviewer.reading.ticks import TICKED

_METHODS = {
    "直接": "直接送达",
    "当场": "直接送达",
    "留置": "留置送达",
    "邮寄": "邮寄送达",
    "电子": "电子送达",
    "公告": "公告送达",
    "委托": "委托送达",
    "转交": "转交送达",
}
_METHOD = re.compile(rf"(?P<how>{'|'.join(_METHODS)})(?!代理|人|书)(?:送达|交付)?")
_METHOD_NAMED = re.compile(
    rf"方[式法][:为]?(?P<how>{'|'.join(_METHODS)})送达(?![□☐☑√■口、/]|(?:{'|'.join(_METHODS)})送达)"
)
BOXES = EMPTY_BOX + TICKED


def told_method(sheet: Sheet, hits: Iterable[Hit]) -> str:
    """Return the method behind the first of `hits` that tells one; empty when none does."""
    for hit in hits:
        value = sheet.value(hit, wrapped=True) if hit.field == "served_how" else EMPTY
        if how := method_in(value.text, leads=_boxes_lead(value)):
            return how
    return ""


def method_of(sheet: Sheet) -> str:
    """Return how the receipt serves; empty when it tells no method, or more than one."""
    if how := told_method(sheet, sheet.hits):
        return how
    ways = {_METHODS[match["how"]] for match in _METHOD_NAMED.finditer(sheet.text)}
    # 方式：公告送达 … 备注：直接送达、邮寄被退回.
    return ways.pop() if len(ways) == 1 else method_in(sheet.text)


def _boxes_lead(strip: Strip) -> bool:
    """Return whether blanks tell that boxes lead: 直接 □留置 □邮寄, the first one lost."""
    return any(
        char in EMPTY_BOX and _is_apart(strip, at) and not _is_apart(strip, at + 1)
        for at, char in enumerate(strip.text[:-1])
        if at
    )


def _is_apart(strip: Strip, at: int) -> bool:
    before, here = strip.spots[at - 1], strip.spots[at]
    return (before.line, before.offset + 1) != (here.line, here.offset)


def method_in(text: str, *, leads: bool = False) -> str:
    """Return the method that is named, the checked one where boxes are printed for all.

    The box stands before its word or after it: that of the first word tells for all.
    """
    found = list(_METHOD.finditer(text))
    if not found:
        return ""
    first = text[: found[0].start()][-1:] or " "
    leads = leads or first in BOXES
    signs = [
        text[match.start() - 1 : match.start()] if leads else text[match.end() : match.end() + 1]
        for match in found
    ]
    checked = {
        match["how"] for match, sign in zip(found, signs, strict=True) if sign and sign in TICKED
    }
    empty = any(sign and sign in BOXES for sign in signs)
    named = checked or {
        match["how"]
        for match, sign in zip(found, signs, strict=True)
        if not (empty and sign and sign in BOXES)
    }
    methods = {_METHODS[how] for how in named}
    return methods.pop() if len(methods) == 1 else ""


def method_in_cells(cells: Iterable[str]) -> str:
    """Return the method that is the whole of a cell; whatever heads its column."""
    return next((method_in(text) for text in cells if _METHOD.fullmatch(text)), "")
