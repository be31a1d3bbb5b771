"""The body in whose name a paper is made (落款机关): above, beside or below its signing date.

A name stands by itself there, with its stamp or a label at most; a body named in a sentence is
another one.
"""

import re
from collections.abc import Iterator

from reviewer.reading.finders import GUESSED, LABELLED, SIGNED, Found
from reviewer.reading.names import until_gap
from reviewer.reading.run_in import body_signatures
from reviewer.reading.sheet import Sheet
from reviewer.reading.signing import DateLine, date_lines, signing_date
from reviewer.reading.strips import Strip, joined
from reviewer.reckoning.dates import find_dates

_END = r"(?:局|厅|[大支总中]?队|委员会|委|政府|中心|所|站|处|分局|科|股|办公室|管理段|公路段)"
_WORD = r"(?:(?![你您请将应可于向收如若的])[\u4e00-\u9fa5])"
_NAME = rf"(?!本|我|该|不服|依|根据|印章){_WORD}{{2,32}}{_END}"
_LEAD = (
    r"(?:(?:行政)?(?:处罚|执法|告知|决定|发文|制作)?(?:机关|部门|单位|主体)(?:名称)?|"
    r"执法部门|落款|印章|公章|盖章|签章)"
)
_STAMP = (
    r"(?:\(?(?:加?盖?(?:单位|机关)?(?:电子)?(?:行政)?(?:执法)?"
    r"(?:印章|公章|盖章|专用章|签章|章|印))\)?|L\.?S\.?)"
)
_LINE = re.compile(
    rf"(?:{_LEAD}(?:{_STAMP})?:?)?\(?{_STAMP}?:?(?P<name>{_NAME})\(?{_STAMP}?\)?[,。:;.]*"
)
_LETTERHEAD = re.compile(
    rf"(?P<name>{_NAME})(?:(?:行政|当场|交通|交通运输|不予|违法行为|处罚|查封|扣押|现场|责令).{{0,20}}[书表证])?"
)
_ABOVE, _BELOW = 4, 3
"""Rows around the signing date in which the body may stand."""


def issuing_body(sheet: Sheet) -> Iterator[Found]:
    """Find the body around the signing date, else behind its label, else in the letterhead."""
    rows = _rows(sheet)
    anchors = [_row_of(rows, sheet, found.strip) for found in signing_date()(sheet)]
    anchors += [_row_of(rows, sheet, line.strip) for line in _closing_dates(sheet)]
    for anchor in anchors[:2]:
        for number in _around(anchor, len(rows)):
            name = _name_in(joined(sheet.fragments[at].strip for at in rows[number]))
            name = name or _named_alone(sheet, rows[number])
            if name:
                yield Found(name.text, name, SIGNED)
                return
    for _, _, body in body_signatures(sheet)[-1:]:
        yield Found(body.text, body, SIGNED)
        return
    yield from _labelled(sheet)
    yield from _letterhead(sheet, rows)


def _closing_dates(sheet: Sheet) -> list[DateLine]:
    """Return the last date that stands alone, for papers that are signed in an odd way."""
    return [line for line in date_lines(sheet) if line.alone and not line.receipt][-1:]


def _around(anchor: int, rows: int) -> Iterator[int]:
    yield anchor
    for far in range(1, _ABOVE + 1):
        if anchor - far >= 0:
            yield anchor - far
        if far <= _BELOW and anchor + far < rows:
            yield anchor + far


def _name_in(strip: Strip) -> Strip | None:
    """Return the name in a row that holds nothing but a name, a stamp, a label and the date."""
    text = strip.text
    for one in reversed(find_dates(text)):
        text = text[: one.start] + text[one.end :]
        strip = joined([strip.cut(0, one.start), strip.cut(one.end)])
    match = _LINE.fullmatch(text)
    return strip.cut(*match.span("name")) if match else None


def _named_alone(sheet: Sheet, row: list[int]) -> Strip | None:
    """Return the name that stands by itself in a row with something else beside it."""
    for at in reversed(row):
        match = _LINE.fullmatch(sheet.fragments[at].text) if len(row) > 1 else None
        if match:
            return sheet.fragments[at].strip.cut(*match.span("name"))
    return None


def _labelled(sheet: Sheet) -> Iterator[Found]:
    for hit in sheet.labels("body"):
        value = until_gap(sheet.value(hit))
        match = _LINE.match(value.text)
        if hit.sure and match and "送达" not in hit.label:
            yield Found(match["name"], value.cut(*match.span("name")), LABELLED - 0.3)
            return


def _letterhead(sheet: Sheet, rows: list[list[int]]) -> Iterator[Found]:
    for row in rows[:4]:
        strip = joined(sheet.fragments[at].strip for at in row)
        match = _LETTERHEAD.fullmatch(strip.text)
        if match and not re.search("书$|表$", match["name"]):
            yield Found(match["name"], strip.cut(*match.span("name")), GUESSED)
            return


def _row_of(rows: list[list[int]], sheet: Sheet, strip: Strip) -> int:
    spots = set(strip.spots)
    for number, row in enumerate(rows):
        if any(spots & set(sheet.fragments[at].strip.spots) for at in row):
            return number
    return 0


def _rows(sheet: Sheet) -> list[list[int]]:
    rows: list[list[int]] = []
    for at, one in enumerate(sheet.fragments):
        last = sheet.fragments[rows[-1][0]] if rows else None
        if last and (last.page, last.row) == (one.page, one.row):
            rows[-1].append(at)
        else:
            rows.append([at])
    return rows
