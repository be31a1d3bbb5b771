"""The order of labels and the text of their cells on scans, where forms stand close and askew.

Forms set the label of a cell at half its height.  By rows it would then come between two lines
of running text and tear a sentence: 可以自收到本决定之日起六 | 权利告知 | 十日内申请行政复议.
Borders are not seen: the lines above the label are its cell's when they run on into the line
beside it, nothing stands left of them, and with them the cell is centred on the label.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewer.reading.fragment import Fragment

_LONGEST_LABEL = 12
_LABEL_WIDTH, _LABEL_LEFT = 0.25, 0.35
"""A label is no wider and begins no farther right, as shares of the page."""
_LINES = 12
"""Most lines of a cell above its label, and below it."""
_NEAR = 0.012
_INDENTED = 0.07
_CLOSE = 0.85
"""Lines of one cell stand closer than this many line heights."""
_SHORT_OF = 2.5
"""A line goes on in the next when it ends within so many line heights of the widest."""
_FARTHER = 1.2
"""The next row of a form begins farther below a line than this many steps of its cell's lines."""
_ENDS = "。;；"
_LABEL = re.compile(r"[\u4e00-\u9fa5()、/]{2,12}")
_LEAST_LABELS = 2
_TAIL, _FULL = 3, 0.6
"""Characters of the last line of a paragraph that its indent may hide; width of its lines."""


def rows_by_labels(columns: Sequence[Sequence[Fragment]], height: float) -> list[list[Fragment]]:
    """Return the rows of a form whose first column holds labels; nothing when it holds others.

    `height` is the usual height of a line.  Between two labels the widest gap parts the rows.
    """
    labels = list(_stacks(columns[0], _CLOSE * height))
    named = all(_LABEL.fullmatch("".join(one.text for one in stack)) for stack in labels)
    if len(labels) < _LEAST_LABELS or not named:
        return []
    rows: list[list[Fragment]] = [list(stack) for stack in labels]
    for column in columns[1:]:
        # Cells of one row hold different numbers of lines, so each column has cuts of its own.
        cuts = [
            _widest(column, _middle(above), _middle(below)) for above, below in pairwise(labels)
        ]
        for one in column:
            rows[sum(one.middle > cut for cut in cuts)].append(one)
    return [sorted(row, key=lambda one: (one.row, one.box.x0)) for row in rows]


def _stacks(column: Sequence[Fragment], gap: float) -> Iterator[list[Fragment]]:
    stack: list[Fragment] = []
    for one in sorted(column, key=lambda one: one.box.y0):
        if stack and one.box.y0 - stack[-1].box.y1 >= gap:
            yield stack
            stack = []
        stack.append(one)
    yield stack


def _widest(rest: Sequence[Fragment], high: float, low: float) -> float:
    """Return the middle of the widest gap between the heights of two labels."""
    bottom = max([high, *(one.box.y1 for one in rest if one.middle <= high)])
    end = min([low, *(one.box.y0 for one in rest if one.middle > low)])
    gaps: list[tuple[float, float]] = []
    for one in sorted(rest, key=lambda one: one.middle):
        if not high < one.middle <= low:
            continue
        gaps.append((one.box.y0 - bottom, (one.box.y0 + bottom) / 2))
        bottom = max(bottom, one.box.y1)
    return max([*gaps, (end - bottom, (end + bottom) / 2)])[1]


def ends_paragraph(columns: Sequence[Sequence[Fragment]]) -> bool:
    """Return whether the left column is but the end of a paragraph, below its indent.

    祝建平 2025年5月8 | 日: where the last line is shorter than the indent nothing stands above it.
    """
    if len(columns) != _LEAST_LABELS or len(columns[0]) > 1:
        return False
    tail, lines = columns[0][0], columns[1]
    last = max(lines, key=lambda one: one.row)
    step = (last.box.x1 - last.box.x0) / max(len(last.text), 1)
    indent = min(one.box.x0 for one in lines) - tail.box.x0
    full = last.box.x1 - tail.box.x0 > _FULL and indent < (_TAIL + 0.5) * step
    return last.row < tail.row and len(tail.text) <= _TAIL and full


def labels_first(found: Sequence[Fragment]) -> list[Fragment]:
    """Return the fragments of one page with each label before all lines of its cell."""
    ordered = list(found)
    for label in found:
        if _may_be_label(label):
            at = next(i for i, one in enumerate(ordered) if one is label)
            first = _first_line(ordered, at)
            if first < at:
                ordered.insert(first, ordered.pop(at))
    return ordered


def _may_be_label(one: Fragment) -> bool:
    narrow = one.box.x1 - one.box.x0 < _LABEL_WIDTH and one.box.x0 < _LABEL_LEFT
    return one.drawn and narrow and len(one.text) <= _LONGEST_LABEL


def _first_line(ordered: Sequence[Fragment], at: int) -> int:
    """Return where the cell of the label begins in the order; `at` when it is before it already."""
    label = ordered[at]
    beside = ordered[at + 1] if at + 1 < len(ordered) else None
    if beside is None or not _is_right_of(label, beside):
        return at
    below = _below(ordered, at)
    above = _above(ordered, at, below)
    # The lines above belong to the label before where they do not centre the cell on this one.
    best, off = at, abs(_middle(below) - label.middle)
    for count in range(1, len(above) + 1):
        with_above = abs(_middle([*above[:count], *below]) - label.middle)
        if with_above < off:
            best, off = at - count, with_above
    return best


def _below(ordered: Sequence[Fragment], at: int) -> list[Fragment]:
    label, lines = ordered[at], [ordered[at + 1]]
    for one in ordered[at + 2 : at + 2 + _LINES]:
        if not _is_right_of(label, one) or not _is_next(lines[-1], one) or _is_beside(ordered, one):
            break
        lines.append(one)
    return lines


def _above(ordered: Sequence[Fragment], at: int, below: Sequence[Fragment]) -> list[Fragment]:
    """Return the lines right above the label that run on into its cell, the lowest first."""
    label, edge = ordered[at], below[0]
    right = max(one.box.x1 for one in below)
    steps = [one.middle - other.middle for other, one in pairwise(below)]
    lines: list[Fragment] = []
    for one in reversed(ordered[max(0, at - _LINES) : at]):
        right = max(right, one.box.x1)
        full = right - one.box.x1 < _SHORT_OF * one.height and one.text[-1:] not in _ENDS
        if not (full and _is_right_of(label, one) and _is_next(one, edge)):
            break
        if steps and edge.middle - one.middle > _FARTHER * min(steps):
            break
        if _is_beside(ordered, one):
            break
        lines.append(one)
        edge = one
    return lines


def _is_right_of(label: Fragment, one: Fragment) -> bool:
    return one.drawn and one.page == label.page and one.box.x0 >= label.box.x1 - _NEAR


def _is_next(above: Fragment, below: Fragment) -> bool:
    """Return whether two lines follow each other in one cell; the first may be indented."""
    gap = below.box.y0 - above.box.y1
    height = min(above.height, below.height)
    aligned = -_NEAR < above.box.x0 - below.box.x0 < _INDENTED
    return aligned and -0.5 * height < gap < _CLOSE * height and above.middle < below.middle


def _is_beside(ordered: Sequence[Fragment], one: Fragment) -> bool:
    """Return whether something stands left of a line in its row."""
    return any(
        other is not one
        and other.page == one.page
        and other.row == one.row
        and other.box.x1 <= one.box.x0 + _NEAR
        for other in ordered
    )


def _middle(lines: Sequence[Fragment]) -> float:
    return (min(one.box.y0 for one in lines) + max(one.box.y1 for one in lines)) / 2
