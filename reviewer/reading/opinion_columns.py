"""Opinions whose labels stand side by side: 承办人意见 | 机构意见 | 局负责人意见.

Below each label stand its opinion, its signature and its date.  Read line by line, the first date
below would be that of the first column.
"""

from collections.abc import Sequence

from reviewer.reading.fragment import Fragment
from reviewer.reading.labels import is_opinion
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import Strip, joined

_GAP = 4.0
"""The next form begins below a gap of so many line heights."""
_EDGE = 0.004
"""Columns may touch by this part of the page's width."""


def own_column(sheet: Sheet, hit: Hit) -> Strip | None:
    """Return what stands below the label in its column; None where labels stand otherwise."""
    heads = _heads(sheet, hit)
    if len(heads) < 2:
        return None
    below = _below(sheet, heads)
    one = sheet.fragments[hit.at]
    if one.cell:
        inside = [other for other in below if other.cell and other.cell[1] == one.cell[1]]
    else:
        columns = _columns([sheet.fragments[at] for at in heads], below)
        inside = columns.get(heads.index(hit.at), [])
    inside.sort(key=lambda other: (other.page, other.row, other.box.x0))
    return joined((other.strip for other in inside), "\n") if inside else None


def _heads(sheet: Sheet, hit: Hit) -> list[int]:
    """Return the labels in the row of `hit`, from the left, if nothing else stands there."""
    one = sheet.fragments[hit.at]
    if not hit.whole or (not one.cell and not one.drawn):
        return []
    row = [at for at in sheet.on_page(one.page) if _shares_row(sheet.fragments[at], one)]
    heads = [at for at in row if any(h.whole and is_opinion(h.field) for h in sheet.hits_in(at))]
    return sorted(heads, key=lambda at: sheet.fragments[at].box.x0) if heads == row else []


def _shares_row(other: Fragment, one: Fragment) -> bool:
    if one.cell:
        return other.block == one.block and other.cell is not None and other.cell[0] == one.cell[0]
    return other.row == one.row


def _below(sheet: Sheet, heads: Sequence[int]) -> list[Fragment]:
    """Return what stands below the labels, up to what is no column of theirs."""
    first = sheet.fragments[heads[0]]
    found: list[Fragment] = []
    bottom = max(sheet.fragments[at].box.y1 for at in heads)
    for at in sorted(sheet.on_page(first.page), key=lambda n: sheet.fragments[n].box.y0):
        one = sheet.fragments[at]
        if at in heads or (one.cell is not None) != (first.cell is not None):
            continue
        if first.cell and (one.block != first.block or (one.cell or (0, 0))[0] <= first.cell[0]):
            continue
        if not first.cell and one.box.y0 < first.middle:
            continue
        if any(h.first and h.sure and is_opinion(h.field) for h in sheet.hits_in(at)):
            break
        if not first.cell and (
            one.box.y0 - bottom > _GAP * first.height or _spans(one, sheet, heads)
        ):
            break
        bottom = max(bottom, one.box.y1)
        found.append(one)
    return found


def _spans(one: Fragment, sheet: Sheet, heads: Sequence[int]) -> bool:
    boxes = [sheet.fragments[at].box for at in heads]
    return sum(one.box.x0 < box.x1 and one.box.x1 > box.x0 for box in boxes) > 1


def _columns(heads: Sequence[Fragment], below: Sequence[Fragment]) -> dict[int, list[Fragment]]:
    """Return the pieces by the label above; none where they form other columns than the labels."""
    groups: list[list[Fragment]] = []
    right = -1.0
    for one in sorted([*heads, *below], key=lambda other: other.box.x0):
        if groups and one.box.x0 < right - _EDGE:
            groups[-1].append(one)
        else:
            groups.append([one])
        right = max(right, one.box.x1)
    labelled = [[at for at, head in enumerate(heads) if head in group] for group in groups]
    if any(len(found) != 1 for found in labelled):
        return {}
    return {
        found[0]: [one for one in group if one is not heads[found[0]]]
        for found, group in zip(labelled, groups, strict=True)
    }
