"""Narrow labels that a form breaks over lines: 负责人 / 审批意见."""

import re
from collections.abc import Sequence

from reviewer.reading.fragment import Fragment, merged
from reviewer.reading.labels import is_label, is_listed

_CERT = re.compile("证号|证件|编号")
_RIGHTMOST = 0.72
"""The third label of a row of a form begins no farther right, as a share of the page's width."""
_ROW_GAP = 0.8
"""Line heights between two rows of a form; the lines of one cell stand closer."""


def with_stacked_labels(found: list[Fragment]) -> list[Fragment]:
    """Join the pieces of a narrow label that was broken over lines: 负责人 / 审批意见."""
    narrow = [one for one in found if one.drawn and _is_narrow(one)]
    used: set[int] = set()
    result: list[Fragment] = []
    for one in narrow:
        if id(one) in used:
            continue
        stack = [one]
        for other in narrow:
            if id(other) not in used and other is not one and _continues(stack[-1], other):
                stack.append(other)
        best = next(
            (
                stack[:n]
                for n in range(len(stack), 1, -1)
                if _is_stacked_label(stack[:n]) and not _are_two_rows(stack[:n], found)
            ),
            None,
        )
        if best:
            used.update(map(id, best))
            result.append(merged(best))
    return [one for one in found if id(one) not in used] + result


def _is_narrow(one: Fragment) -> bool:
    return one.box.x1 - one.box.x0 < 0.22 and one.box.x0 < _RIGHTMOST and len(one.text) <= 10


def _continues(above: Fragment, below: Fragment) -> bool:
    height = min(above.box.y1 - above.box.y0, below.box.y1 - below.box.y0)
    gap = below.box.y0 - above.box.y1
    centred = abs((above.box.x0 + above.box.x1) - (below.box.x0 + below.box.x1)) < 0.06
    aligned = centred or abs(above.box.x0 - below.box.x0) < 0.012
    return aligned and -0.5 * height < gap < 1.3 * height


def _is_stacked_label(stack: Sequence[Fragment]) -> bool:
    text = "".join(one.text for one in stack)
    if any(":" in one.text for one in stack[:-1]) or not is_label(text):
        return False
    # Labels below each other are not one label because the last of them would end any.
    return is_listed(text) or not any(is_label(one.text) for one in stack)


def _are_two_rows(stack: Sequence[Fragment], found: Sequence[Fragment]) -> bool:
    """Return whether values of their own stand beside two labels that stand below each other."""
    first, rest = stack[0], "".join(one.text for one in stack[1:])
    if not (is_listed(first.text) and is_listed(rest)):
        return False
    beside = [one for one in found if one.box.x0 >= first.box.x1]
    if _CERT.search(rest):
        return any(first.box.y0 <= one.middle < stack[1].box.y0 for one in beside)
    # Lines of one label stand closer than rows: 车货总质量 57000 | 限值 49000.
    apart = stack[1].box.y0 - first.box.y1 > _ROW_GAP * first.height
    return apart and all(
        any(piece.box.y0 <= one.middle <= piece.box.y1 for one in beside) for piece in stack
    )
