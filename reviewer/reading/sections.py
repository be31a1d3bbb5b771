"""The sections of a form in which somebody writes an opinion, signs and dates it.

Their labels stand at the left of a tall cell, or at its top, or open a paragraph.  What a section
says ends where the next section begins.
"""

import re
from collections.abc import Sequence

from reviewer.reading.fragment import Fragment, rows_of
from reviewer.reading.labels import is_opinion
from reviewer.reading.opinion_columns import own_column
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import EMPTY, Strip, joined
from reviewer.reckoning.dates import FoundDate, find_dates

_ENDING_LABELS = {"备注", "附件", "附卷材料"}


def sections(sheet: Sheet, field: str) -> list[Strip]:
    """Return what stands in each section of `field`, line by line."""
    return [
        content for hit in sheet.labels(field) if (content := content_of(sheet, hit)) is not EMPTY
    ]


def section_date(content: Strip) -> tuple[FoundDate, Strip] | None:
    """Return the date a section was signed: the first that ends its line, else the last."""
    found = find_dates(content.text)
    if not found:
        return None
    closing = [one for one in found if _ends_line(content.text, one.end)]
    one = (closing or found[-1:])[0]
    return one, content.cut(one.start, one.end)


def _ends_line(text: str, at: int) -> bool:
    rest = text[at:].split("\n", 1)[0]
    return len(rest.strip("。.,;()")) <= 1 or "章" in rest[:6]


def content_of(sheet: Sheet, hit: Hit) -> Strip:
    """Return what stands in the section that the label `hit` opens."""
    one = sheet.fragments[hit.at]
    if (column := own_column(sheet, hit)) is not None:
        return column
    if one.cell:
        return _cell_content(sheet, hit)
    if one.drawn and hit.whole and _has_right_side(sheet, hit):
        return _beside(sheet, hit)
    return _following(sheet, hit)


def _following(sheet: Sheet, hit: Hit) -> Strip:
    """Return what follows the label, by rows in a letter, up to the next section or the end."""
    parts = [sheet.fragments[hit.at].strip.cut(hit.end)]
    order = list(range(len(sheet.fragments)))
    if sheet.fragments[hit.at].drawn and (
        not hit.whole or _goes_on_below(sheet, hit, _column(sheet, hit))
    ):
        order.sort(key=lambda at: _by_rows(sheet.fragments[at]))
    for at in order[order.index(hit.at) :]:
        strip = sheet.fragments[at].strip
        hits = [h for h in sheet.hits_in(at) if at != hit.at or h.start > hit.start]
        stop = next((h for h in hits if _ends_section(h)), None)
        if at == hit.at:
            parts = [strip.cut(hit.end, stop.start if stop else None)]
        else:
            parts.append(strip.cut(0, stop.start if stop else None))
        if stop:
            break
    return joined(parts, "\n")


def _by_rows(one: Fragment) -> tuple[int, int, float]:
    return (one.page, one.row, one.box.x0)


def _ends_section(other: Hit) -> bool:
    return (is_opinion(other.field) and other.first) or (
        other.sure and other.label in _ENDING_LABELS
    )


def _cell_content(sheet: Sheet, hit: Hit) -> Strip:
    one = sheet.fragments[hit.at]
    row = [
        at
        for at in sheet.on_page(one.page)
        if sheet.fragments[at].block == one.block and sheet.fragments[at].cell
    ]
    own = [at for at in row if sheet.fragments[at].cell == one.cell and at >= hit.at]
    inside = joined(
        [one.strip.cut(hit.end), *(sheet.fragments[at].strip for at in own if at != hit.at)], "\n"
    )
    if inside.text.strip("\n:"):
        return inside
    assert one.cell is not None
    last = _last_row(sheet, row, one.cell)
    right = [at for at in row if one.cell[0] <= _cell(sheet, at)[0] <= last and at not in own]
    right = [at for at in right if _cell(sheet, at)[1] > one.cell[1]]
    if right:
        return joined(_until_opinion(sheet, right), "\n")
    below = [at for at in row if _cell(sheet, at)[0] > one.cell[0]]
    return joined(_until_opinion(sheet, below), "\n")


def _last_row(sheet: Sheet, table: Sequence[int], label: tuple[int, int]) -> int:
    """Return the last row of a label's cell: a merged cell stands in the first of its rows."""
    below = [_cell(sheet, at) for at in table if _cell(sheet, at)[0] > label[0]]
    after = [row for row, column in below if column <= label[1]]
    return min(after) - 1 if after else max((row for row, _ in below), default=label[0])


def _until_opinion(sheet: Sheet, chosen: Sequence[int]) -> list[Strip]:
    parts: list[Strip] = []
    for at in chosen:
        if any(is_opinion(hit.field) and hit.first for hit in sheet.hits_in(at)):
            break
        parts.append(sheet.fragments[at].strip)
    return parts


def _cell(sheet: Sheet, at: int) -> tuple[int, int]:
    return sheet.fragments[at].cell or (-1, -1)


def _has_right_side(sheet: Sheet, hit: Hit) -> bool:
    one = sheet.fragments[hit.at]
    labels = _column(sheet, hit)
    at = labels.index(hit.at)
    if _goes_on_below(sheet, hit, labels):
        return False
    low = sheet.fragments[labels[at - 1]].box.y1 if at else one.box.y0 - 0.1
    high = sheet.fragments[labels[at + 1]].box.y0 if at + 1 < len(labels) else one.box.y1 + 0.2
    return any(low < sheet.fragments[f].middle < high for f in _right_of_column(sheet, labels))


def _goes_on_below(sheet: Sheet, hit: Hit, labels: list[int]) -> bool:
    """Return whether what the label opens stands below it, as in a letter, not in a cell beside."""
    one = sheet.fragments[hit.at]
    below = [
        at
        for at in sheet.on_page(one.page)
        if sheet.fragments[at].box.y0 >= one.box.y1 - 0.3 * one.height
        and sheet.fragments[at].box.x0 < one.box.x1 - one.height
        and sheet.fragments[at].box.x1 > one.box.x0
    ]
    first = min(below, key=lambda at: sheet.fragments[at].box.y0, default=None)
    return (
        first is not None
        and first not in labels
        and sheet.fragments[first].box.y0 - one.box.y1 < 1.5 * one.height
    )


def _column(sheet: Sheet, hit: Hit) -> list[int]:
    """Return the labels that stand in one column with `hit`, from the top."""
    one = sheet.fragments[hit.at]
    middle = (one.box.x0 + one.box.x1) / 2
    same = [
        at
        for at in sheet.on_page(one.page)
        if _is_head(sheet, at)
        and sheet.fragments[at].box.x0 - 0.02 <= middle <= sheet.fragments[at].box.x1 + 0.02
        and sheet.fragments[at].drawn
    ]
    return sorted(same, key=lambda at: sheet.fragments[at].middle)


_HEADING = re.compile(r"[\u4e00-\u9fa5]{2,6}(?:日期|时间|意见|情况|结果|内容|依据|理由|金额)")


def _is_head(sheet: Sheet, at: int) -> bool:
    """Return whether a fragment is a label, or looks like one that no list names."""
    labelled = any(hit.whole or (hit.first and hit.sure) for hit in sheet.hits_in(at))
    return labelled or _HEADING.fullmatch(sheet.fragments[at].text) is not None


def _right_of_column(sheet: Sheet, labels: list[int]) -> list[int]:
    page = sheet.fragments[labels[0]].page
    left = min(sheet.fragments[at].box.x1 for at in labels)
    return [
        at
        for at in sheet.on_page(page)
        if at not in labels and sheet.fragments[at].box.x0 >= left - 0.015
    ]


def _beside(sheet: Sheet, hit: Hit) -> Strip:
    """Return what stands right of the label: borders are not seen, so they are inferred.

    A section ends with its date; what follows belongs to the next label.  Without a date the
    middle between two labels parts them.
    """
    labels = _column(sheet, hit)
    groups: dict[int, list[list[Fragment]]] = {at: [] for at in labels}
    current = 0
    for row in rows_of(sheet.fragments[at] for at in _right_of_column(sheet, labels)):
        while current + 1 < len(labels) and _is_past(
            row,
            groups[labels[current]],
            sheet.fragments[labels[current]],
            sheet.fragments[labels[current + 1]],
        ):
            current += 1
        groups[labels[current]].append(row)
    return joined((joined(one.strip for one in row) for row in groups[hit.at]), "\n")


def _is_past(
    row: list[Fragment], group: list[list[Fragment]], label: Fragment, after: Fragment
) -> bool:
    """Return whether a row, whose date may be split over fragments, belongs to a later label."""
    middle = row[0].middle
    if middle >= after.box.y0:
        return True
    if middle <= label.box.y1:
        return False
    dated = any(find_dates(_text_of(other)) for other in group[-2:])
    closes = _is_closing(_text_of(row))
    if dated and not closes:
        return True
    if group and not dated and closes:
        return False
    return middle > (label.middle + after.middle) / 2


def _text_of(row: list[Fragment]) -> str:
    return "".join(one.text for one in row)


def _is_closing(text: str) -> bool:
    return bool(find_dates(text)) or any(
        word in text for word in ("签名", "签字", "年月日", "盖章")
    )
