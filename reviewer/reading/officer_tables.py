"""Officers in a table whose head names the columns: 姓名 | 执法证号 | 部门 | 主办或协办."""

from collections.abc import Iterator

from reviewer.reading.certs import find_certs
from reviewer.reading.columns import columns_below
from reviewer.reading.fragment import Fragment
from reviewer.reading.names import is_person
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import Strip

_NAMES = {"姓名", "执法人员姓名", "执法人员", "人员姓名", "检查人员", "办案人员", "调查人员"}
_ROLES = {"主办", "协办", "主办人", "协办人", "主办人员", "协办人员"}
_MOST = 4
_ROW = 0.01
"""A number stands at most this far above or below its name."""


def officer_rows(sheet: Sheet) -> Iterator[tuple[Strip, str]]:
    """Find each name in such a table with its number, the first where two columns have one."""
    seen: set[str] = set()
    yield from _by_role(sheet)
    for hit in sheet.labels("cert"):
        rows = list(_rows(sheet, hit)) if hit.whole else []
        if 2 <= len(rows) <= _MOST:
            for name, cert in rows:
                if name.text not in seen:
                    seen.add(name.text)
                    yield name, cert


def _rows(sheet: Sheet, hit: Hit) -> Iterator[tuple[Strip, str]]:
    one = sheet.fragments[hit.at]
    row = [sheet.fragments[at] for at in sheet.on_page(one.page)]
    row = [other for other in row if abs(other.middle - one.middle) < 0.6 * one.height]
    if not any(other.text in _NAMES for other in row) or any(find_certs(o.strip) for o in row):
        return
    words = [word for column in columns_below(sheet, hit.at, 1.0) for word in column.words]
    certs = [(cert, box) for word, box in words for cert in find_certs(word)]
    for word, box in words:
        middle = (box.y0 + box.y1) / 2
        own = [
            cert.text
            for cert, at in certs
            if at.x0 >= box.x1 - _ROW and abs((at.y0 + at.y1) / 2 - middle) <= _ROW
        ]
        if own and is_person(word.text):
            yield word, own[0]


def _by_role(sheet: Sheet) -> Iterator[tuple[Strip, str]]:
    """Find who stands in the cell right of 主办 or 协办, with the first number of the row."""
    for at, one in enumerate(sheet.fragments):
        right = _right_of(sheet, at) if one.text.rstrip(":") in _ROLES else []
        if right and is_person(right[0].text):
            certs = [cert.text for other in right[1:] for cert in find_certs(other.strip)]
            yield right[0].strip, next(iter(certs), "")


def _right_of(sheet: Sheet, at: int) -> list[Fragment]:
    one = sheet.fragments[at]
    row = [sheet.fragments[other] for other in sheet.on_page(one.page) if other != at]
    right = [other for other in row if other.row == one.row and other.box.x0 >= one.box.x1 - 0.01]
    return sorted(right, key=lambda other: other.box.x0)


def number_below(sheet: Sheet, name: Strip) -> str:
    """Return the number in the cell right below a name's, in a row of numbers; else empty."""
    at = sheet.fragment_of[name.spots[0]]
    one = sheet.fragments[at]
    if one.text != name.text or any(find_certs(o.strip) for o in _right_of(sheet, at)):
        return ""
    below = [
        other
        for other in sheet.on_page(one.page)
        if 0 < sheet.fragments[other].box.y0 - one.box.y0 < 3 * one.height
        and sheet.fragments[other].box.x0 < one.box.x1 - 0.005
        and sheet.fragments[other].box.x1 > one.box.x0 + 0.005
    ]
    first = min(below, key=lambda other: sheet.fragments[other].box.y0, default=None)
    if first is None or not any(
        hit.whole
        and sheet.fragments[hit.at].row == sheet.fragments[first].row
        and sheet.fragments[hit.at].page == one.page
        for hit in sheet.labels("cert")
    ):
        return ""
    certs = find_certs(sheet.fragments[first].strip)
    whole = len(certs) == 1 and certs[0].text == sheet.fragments[first].text
    return certs[0].text if whole else ""


def names_beside(sheet: Sheet, hit: Hit, first: Strip) -> list[Strip]:
    """Return the names in the cells right of `first`, the name behind the label: 周超 | 丁一."""
    at = sheet.fragment_of[first.spots[0]]
    one = sheet.fragments[at]
    if hit.field != "officers" or one.text != first.text or at == hit.at:
        return []
    found: list[Strip] = []
    for other in _right_of(sheet, at):
        if not is_person(other.text) or len(found) >= _MOST:
            break
        found.append(other.strip)
    return found
