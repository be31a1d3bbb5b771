"""Receipts of service (送达回证): what was served, by which number, when and how.

A receipt is a form for one document, a table with a row per document, or a sentence.  The day of
service is that of the receiver's signature.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reviewer.model import Served
from reviewer.reading.finders import LABELLED, Found
from reviewer.reading.layout import Fragment
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.signing import date_lines
from reviewer.reading.strips import Strip, joined
from reviewer.reading.titles import Titles
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.docnumbers import find_numbers

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
_METHOD = re.compile(rf"(?P<box>[☑√■✓☒]?)(?P<how>{'|'.join(_METHODS)})(?:送达|交付)?")
_CHECKED = "☑√■✓☒"
_COLUMNS = ("served_what", "receiver", "served_where", "served_on", "served_how")
_NOT_SERVED = {"DT37", "DT38", "DT01", "DT02", "DT55"}
_DATE_FIELDS = ("served_on", "receiver")
_LAST_FIELDS = ("signed_on", "time")
_NUMBER_WITHIN = 60
"""A number that stands later after a title belongs to something else."""
# The receipt's own title may name what it serves: 行政处罚决定书送达回证.
_TITLE = re.compile(r"送达(?:回证|回执|登记表|证明|证)")
_NOTED = re.compile(r"(?:根据|依据|逾期不履行|不服|如对|注:)[^。]{0,24}$")


@dataclass(frozen=True, slots=True)
class _Item:
    """One served document as the receipt names it."""

    code: str
    number: str
    strip: Strip
    top: float
    bottom: float
    page: int


def served_rows(titles: Titles) -> "_Receipts":
    """Return the finder of the rows of a receipt."""
    return _Receipts(titles)


class _Receipts:
    """Finds `served` facts; needs the titles to know documents by name."""

    def __init__(self, titles: Titles) -> None:
        self._titles = titles

    def __call__(self, sheet: Sheet) -> Iterator[Found]:
        items = self._items(sheet)
        method = _method(sheet)
        whole = _receipt_day(sheet)
        for at, item in enumerate(items):
            band = _band(sheet, items, at) if len(items) > 1 else []
            day = _first_date(band) or whole
            how = _method_in("".join(one.text for one in band)) or method
            value = Served(item.code, item.number, day[0] if day else None, how)
            yield Found(value, day[1] if day else item.strip, LABELLED)
        if not items and whole:
            number = _number_in(sheet.flat)
            yield Found(Served("", number, whole[0], method), whole[1], LABELLED)

    def _items(self, sheet: Sheet) -> list[_Item]:
        flat = sheet.flat
        named = [
            (at, match)
            for at, match in self._titles.mentioned(flat.text)
            if match.code not in _NOT_SERVED
            and len(match.title) > 2
            and not _TITLE.match(flat.text, at + len(match.title))
        ]
        named = [pair for pair in named if not _NOTED.search(flat.text[: pair[0]][-30:])]
        items: list[_Item] = []
        for order, (at, match) in enumerate(named):
            end = at + len(match.title)
            after = named[order + 1][0] if order + 1 < len(named) else len(flat)
            items.append(_item(sheet, match.code, at, end, min(after, end + _NUMBER_WITHIN)))
        return _without_doubles(items)


def _item(sheet: Sheet, code: str, start: int, end: int, until: int) -> _Item:
    flat = sheet.flat
    name = flat.cut(start, end)
    numbers = find_numbers(flat.text[end:until])
    whole = flat.cut(start, end + numbers[0].end) if numbers else name
    spots = {spot[:2] for spot in whole.spots if spot.page == name.spots[0].page}
    boxes = [
        one.box
        for one in (sheet.fragments[at] for at in sheet.on_page(name.spots[0].page))
        if any(spot[:2] in spots for spot in one.strip.spots[:1])
    ]
    number = numbers[0].value if numbers else ""
    top, bottom = min(box.y0 for box in boxes), max(box.y1 for box in boxes)
    return _Item(code, number, name, top, bottom, name.spots[0].page)


def _without_doubles(items: list[_Item]) -> list[_Item]:
    """Return the items once each: a receipt names what it serves in its head and in its table."""
    kept: list[_Item] = []
    for item in items:
        same = [other for other in kept if other.code == item.code]
        if any(other.number == item.number or not item.number for other in same):
            continue
        blank = next((other for other in same if not other.number), None)
        if blank:
            kept[kept.index(blank)] = item
        else:
            kept.append(item)
    return kept


def _band(sheet: Sheet, items: Sequence[_Item], at: int) -> list[Fragment]:
    """Return what stands in the row of an item; rows part in the middle between items."""
    item = items[at]
    before = [other for other in items[:at] if other.page == item.page]
    after = [other for other in items[at + 1 :] if other.page == item.page]
    low = (before[-1].bottom + item.top) / 2 if before else item.top - 0.02
    high = (item.bottom + after[0].top) / 2 if after else item.bottom + 0.04
    return [one for one in sheet.fragments if one.page == item.page and low <= one.middle <= high]


def _first_date(band: Sequence[Fragment]) -> tuple[date, Strip] | None:
    strip = joined(one.strip for one in band)
    found = find_dates(strip.text)
    return (found[0].value, strip.cut(found[0].start, found[0].end)) if found else None


def _receipt_day(sheet: Sheet) -> tuple[date, Strip] | None:
    """Return the day the receiver signed, else the day of service, else the only date."""
    for fields in (_DATE_FIELDS, _LAST_FIELDS):
        for field in fields:
            for hit in sheet.labels(field):
                if found := _date_behind(sheet, hit):
                    return found
    lines = [line for line in date_lines(sheet) if line.short] or date_lines(sheet)
    receipts = [line for line in lines if line.receipt] or lines
    if receipts:
        strip = receipts[0].strip
        return find_dates(strip.text)[0].value, strip
    return _first_date(sheet.fragments)


def _date_behind(sheet: Sheet, hit: Hit) -> tuple[date, Strip] | None:
    value = sheet.value(hit, wrapped=True)
    found = find_dates(value.text)
    if not found and not value.text:
        return None
    if found:
        return found[0].value, value.cut(found[0].start, found[0].end)
    return None


def _method(sheet: Sheet) -> str:
    for hit in sheet.labels("served_how"):
        if how := _method_in(sheet.value(hit, wrapped=True).text):
            return how
    return _method_in(sheet.text[-400:]) if "送达方式" not in sheet.text else ""


def _method_in(text: str) -> str:
    """Return the method that is named, the checked one where boxes are printed for all."""
    found = list(_METHOD.finditer(text))
    checked = [
        match
        for match in found
        if match["box"] or (text[match.end() :][:1] in _CHECKED and text[match.end() :])
    ]
    if checked:
        return _METHODS[checked[0]["how"]]
    named = {match["how"] for match in found}
    if "□" in text:
        named = {m["how"] for m in found if text[max(0, m.start() - 1) : m.start()] != "□"}
    return _METHODS[named.pop()] if len(named) == 1 else ""


def _number_in(strip: Strip) -> str:
    numbers = find_numbers(strip.text)
    return numbers[0].value if numbers else ""
