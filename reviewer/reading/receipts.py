"""Receipts of service (送达回证): what was served, by which number, when and how.

A receipt is a form for one document, a table with a row per document, or a sentence.  The day of
service is that of the receiver's signature.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reviewer.model import Served
from reviewer.reading.columns import Column, columns_below
from reviewer.reading.finders import LABELLED, Found
from reviewer.reading.fragment import Fragment
from reviewer.reading.receipt_days import day_in_columns, days_by_item
from reviewer.reading.receipt_methods import (
    BOXES,
    method_in,
    method_in_cells,
    method_of,
    told_method,
)
from reviewer.reading.receipt_sections import sections_of
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.signing import date_lines
from reviewer.reading.strips import EMPTY, Strip, joined
from reviewer.reading.titles import NEARLY, Titles
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.docnumbers import find_numbers

_COLUMNS = {
    "receiver",
    "served_where",
    "served_on",
    "served_how",
    "number",
    "served_no",
    "officers",
}
_NUMBER_COLUMNS = {"number", "served_no", "served_what"}
_NOT_SERVED = {"DT37", "DT38", "DT39", "DT01", "DT02", "DT55"}
"""公告 is how a document is served, not what."""
_DATE_FIELDS = ("served_on", "receiver")
_LAST_FIELDS = ("signed_on", "time")
_CLOSE_BEHIND = 3
"""《行政处罚决定书》(宁交执罚〔2024〕12号: a number that close is the document's own."""
_NUMBER_WITHIN = 60
"""A number that stands later after a title belongs to something else."""
_CASE_LABEL = re.compile(r"(?:案号|卷号|案件编号):?$")
_CASE_NUMBER = re.compile(r"[案立]字?[〔\[(]")
"""What stands in the head of the form is the case's number, not that of what it serves."""
# The receipt's own title may name what it serves: 行政处罚决定书送达回证.
_TITLE = re.compile(r"送达(?:回证|回执|登记[表簿册]|证明|证)")
_NOTED = re.compile(
    r"(?:根据|依据|逾期不履行|不服|如对|注:)"
    r"(?:(?![一二三四五六七八九十]{1,3}、|[0-9]{1,2}[、.]|文书(?:名称)?(?:及[文编]号)?:)[^。]){0,24}$"
)
"""Up to the next section: a note that was left blank speaks of nothing below it."""


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
        method = method_of(sheet)
        rows = list(self._rows(sheet))
        if rows:
            yield from _given(rows, method, _receipt_day(sheet) if len(rows) == 1 else None)
            return
        if parted := list(self._parted(sheet, method)):
            yield from parted
            return
        items = self._items(sheet, sheet.flat) or self._items(sheet, _labelled(sheet))
        whole = _receipt_day(sheet)
        apart = days_by_item(sheet, [one.strip for one in items], _DATE_FIELDS) or [None] * len(
            items
        )
        for at, item in enumerate(items):
            band = _band(sheet, items, at) if len(items) > 1 else []
            beside = [one for one in band if item.top <= one.middle <= item.bottom]
            day = _day_in(beside) or apart[at] or _day_in(band) or whole
            how = method_in("".join(one.text for one in band)) or method
            value = Served(item.code, item.number, day[0] if day else None, how)
            yield Found(value, day[1] if day else item.strip, LABELLED)
        if not items and whole:
            number = _number_in(sheet.flat)
            yield Found(Served("", number, whole[0], method), whole[1], LABELLED)

    def _parted(self, sheet: Sheet, method: str) -> Iterator[Found]:
        """Return what the sections of a register serve, each with its own day and method."""
        for one in sections_of(sheet, self._is_served, _DATE_FIELDS):
            how = told_method(sheet, one.hits) or method
            for item in self._items(sheet, one.naming):
                served = Served(item.code, item.number, one.day[0] if one.day else None, how)
                yield Found(served, one.day[1] if one.day else item.strip, LABELLED)

    def _is_served(self, text: str) -> bool:
        match = self._titles.match(text)
        return bool(match and match.quality > NEARLY and match.code not in _NOT_SERVED)

    def _rows(self, sheet: Sheet) -> Iterator[tuple[_Item, tuple[date, Strip] | None, str]]:
        """Return the rows of a table that names in its head what the columns hold."""
        for hit in sheet.labels("served_what"):
            columns = _table(sheet, hit)
            names = next((one for one in columns if one.field == "served_what"), None)
            items = self._items(sheet, names.between(0, 1)) if names else []
            for at, item in enumerate(items):
                low, high = _height(items, at)
                cells = {one.field: one.between(low, high) for one in columns if one.field}
                numbers = [_number_in(cells[field]) for field in _NUMBER_COLUMNS if field in cells]
                item = replace(item, number=item.number or next(filter(None, numbers), ""))
                days = (_first_date(cells[field]) for field in _DATE_FIELDS if field in cells)
                how = (
                    method_in(cells["served_how"].text)
                    if "served_how" in cells
                    else method_in_cells(one.between(low, high).text for one in columns)
                )
                own = next(filter(None, days), None)
                yield item, own or day_in_columns(_band(sheet, items, at)), how

    def _items(self, sheet: Sheet, strip: Strip) -> list[_Item]:
        named = [
            (at, match)
            for at, match in self._titles.mentioned(strip.text, served=True)
            if match.code not in _NOT_SERVED
            and len(match.title) > 2
            and not _TITLE.match(strip.text, at + len(match.title))
            and strip.text[at - 1 : at] not in set(BOXES)
        ]
        named = [pair for pair in named if not _NOTED.search(strip.text[: pair[0]][-30:])]
        leading = bool(named) and _leading_number(strip, named[0][0]) is not None
        items: list[_Item] = []
        for order, (at, match) in enumerate(named):
            end = at + len(match.title)
            after = named[order + 1][0] if order + 1 < len(named) else len(strip)
            reach = strip.cut(end, min(after, end + _NUMBER_WITHIN))
            behind = [one for one in _numbers(reach) if not _of_case(reach, one)]
            number = next(iter(behind), EMPTY)
            follows = bool(behind) and _offset(strip, number) - end <= _CLOSE_BEHIND
            if leading and not follows:
                number = _leading_number(strip, at) or number
            items.append(_item(sheet, match.code, strip.cut(at, end), number))
        return _without_doubles(items)


def _labelled(sheet: Sheet) -> Strip:
    """Return what stands behind the labels of the name and the number, cell by cell.

    A name that its cell broke over two lines is torn apart by what stands beside it.
    """
    names = [sheet.value(hit, wrapped=True) for hit in sheet.labels("served_what")]
    numbers = [sheet.value(hit, wrapped=True) for hit in sheet.labels("served_no", "number")]
    return joined(one for one in (*names, *numbers) if one.text)


def _given(
    rows: Sequence[tuple[_Item, tuple[date, Strip] | None, str]],
    method: str,
    whole: tuple[date, Strip] | None,
) -> Iterator[Found]:
    for item, own, how in rows:
        day = own or whole
        value = Served(item.code, item.number, day[0] if day else None, how or method)
        yield Found(value, day[1] if day else item.strip, LABELLED)


def _table(sheet: Sheet, hit: Hit) -> list[Column]:
    """Return the columns of a table that has `hit` in its head, with what stands below them."""
    one = sheet.fragments[hit.at]
    if not hit.whole:
        return []
    beside = [
        other for other in sheet.hits if other.at != hit.at and _is_beside(sheet, one, other.at)
    ]
    row = "".join(
        sheet.fragments[at].text for at in sheet.on_page(one.page) if _is_beside(sheet, one, at)
    )
    if not any(other.field in _COLUMNS for other in beside) or find_numbers(row):
        return []
    if any(other.at == hit.at for other in beside) or find_dates(row):
        return []
    below = [
        sheet.fragments[other.at]
        for other in sheet.hits
        if other.first and other.sure and sheet.fragments[other.at].page == one.page
    ]
    ends = [other.box.y0 for other in below if other.box.y0 > one.box.y1 + one.height]
    return columns_below(sheet, hit.at, min(ends, default=1.0))


def _is_beside(sheet: Sheet, one: Fragment, at: int) -> bool:
    other = sheet.fragments[at]
    return other.page == one.page and abs(other.middle - one.middle) < 0.6 * one.height


def _leading_number(strip: Strip, at: int) -> Strip | None:
    """Return the number right in front of a title: 宁交执罚〔2024〕12号《行政处罚决定书》."""
    before = strip.cut(max(0, at - _NUMBER_WITHIN), at)
    numbers = _numbers(before)
    if numbers and _of_case(before, numbers[-1]):
        return None
    rest = before.text[before.text.rindex("号") + 1 :] if numbers and "号" in before.text else "x"
    return numbers[-1] if numbers and rest in {"", "《", "(", "-"} else None


def _of_case(before: Strip, number: Strip) -> bool:
    lead = before.text[: _offset(before, number)]
    return bool(_CASE_LABEL.search(lead) or _CASE_NUMBER.search(number.text))


def _offset(strip: Strip, part: Strip) -> int:
    return strip.spots.index(part.spots[0])


def _numbers(strip: Strip) -> list[Strip]:
    return [strip.cut(one.start, one.end) for one in find_numbers(strip.text)]


def _item(sheet: Sheet, code: str, name: Strip, number: Strip) -> _Item:
    page = name.spots[0].page
    boxes = [
        sheet.fragments[sheet.fragment_of[spot]].box
        for spot in (*name.spots, *number.spots)
        if spot.page == page
    ]
    top, bottom = min(box.y0 for box in boxes), max(box.y1 for box in boxes)
    return _Item(code, _number_in(number), name, top, bottom, page)


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


def _height(items: Sequence[_Item], at: int) -> tuple[float, float]:
    """Return between which heights an item's row lies; rows part in the middle between items."""
    item = items[at]
    before = [other for other in items[:at] if other.page == item.page]
    after = [other for other in items[at + 1 :] if other.page == item.page]
    low = (before[-1].bottom + item.top) / 2 if before else item.top - 0.02
    high = (item.bottom + after[0].top) / 2 if after else item.bottom + 0.04
    return low, high


def _band(sheet: Sheet, items: Sequence[_Item], at: int) -> list[Fragment]:
    """Return what stands in the row of an item."""
    low, high = _height(items, at)
    page = items[at].page
    return [one for one in sheet.fragments if one.page == page and low <= one.middle <= high]


def _first_date(strip: Strip) -> tuple[date, Strip] | None:
    found = find_dates(strip.text)
    return (found[0].value, strip.cut(found[0].start, found[0].end)) if found else None


def _day_in(row: Sequence[Fragment]) -> tuple[date, Strip] | None:
    return _first_date(joined(one.strip for one in row)) or day_in_columns(row)


def _receipt_day(sheet: Sheet) -> tuple[date, Strip] | None:
    """Return the day the receiver signed, else the day of service, else the only date."""
    if deemed := _deemed_day(sheet):
        return deemed
    for fields in (_DATE_FIELDS, _LAST_FIELDS):
        for field in fields:
            for hit in sheet.labels(field):
                if found := _date_behind(sheet, hit):
                    return found
    if told := _told_day(sheet):
        return told
    lines = [line for line in date_lines(sheet) if line.short] or date_lines(sheet)
    receipts = [line for line in lines if line.receipt] or lines
    if receipts:
        strip = receipts[0].strip
        return find_dates(strip.text)[0].value, strip
    return _first_date(sheet.flat)


_RECEIVED_ON = re.compile(
    r"(?:签收|收件|收到|妥投|收讫|到达(?:对方|特定)?[\u4e00-\u9fa5]{0,4})(?:日期|时间|日)?[:为]?"
    r"(?:[\u4e00-\u9fa5·]{2,4}(?:\([^()]{1,12}\))?)?[,:]?$"
)
_RECEIVED_BEHIND = re.compile(
    r"[0-9:时分]{0,8}[,]?(?:[由经]?[\u4e00-\u9fa5·]{0,4})?(?:签收|妥投|收讫|收件|收到)"
)
_SENT = re.compile(r"(?:交寄|寄出|邮寄|投寄|发送|交邮)[^。;]{0,12}$")


def _told_day(sheet: Sheet) -> tuple[date, Strip] | None:
    """Return the day that a sentence tells the receiver took it: …签收 2024年6月21日."""
    for one in find_dates(sheet.text):
        before = sheet.text[max(0, one.start - 24) : one.start]
        behind = _RECEIVED_BEHIND.match(sheet.text, one.end)
        if _RECEIVED_ON.search(before) or (behind and not _SENT.search(before)):
            return one.value, sheet.flat.cut(one.start, one.end)
    return None


_DEEMED = re.compile(
    r"[,(即]?(?:(?:公告)?期满[,之]?日?)?(?:之日)?[,]?(?:即|依法)?(?:视为|视同|即为)(?:已经?|完成)?送达"
    r"(?!日期|时间|之日)"
)


def _deemed_day(sheet: Sheet) -> tuple[date, Strip] | None:
    """Return the day on which an announcement counts as served: 2024年6月11日视为送达."""
    for one in find_dates(sheet.text):
        if _DEEMED.match(sheet.text, one.end):
            return one.value, sheet.flat.cut(one.start, one.end)
    return None


def _date_behind(sheet: Sheet, hit: Hit) -> tuple[date, Strip] | None:
    value = sheet.value(hit, wrapped=True)
    found = find_dates(value.text)
    if not found and not value.text:
        return None
    if found:
        return found[0].value, value.cut(found[0].start, found[0].end)
    return None


def _number_in(strip: Strip) -> str:
    numbers = find_numbers(strip.text)
    return numbers[0].value if numbers else ""
