"""The lines that a program prints at the head or foot of its pages: 打印时间：2025-04-17 第 9 页.

Their date is that of the printing, on a page whose own date may stand in a signature above.
"""

import re
from collections.abc import Sequence

from reviewer.reading.fragment import Fragment
from reviewer.reckoning.dates import find_dates

_WORD = (
    r"(?:[\u4e00-\u9fa5()A-Za-z0-9.]{0,24}?[:,;|]?)?"
    r"(?:打印|导出|下载|输出|生成|制表|出表)(?:本?页|文书|文档|文件|系统)?(?:的)?(?:时间|日期|时刻|于)[:;]?"
)
_PRINTED = re.compile(rf"{_WORD}~")
_ANNOUNCED = re.compile(_WORD)
_MOMENT = re.compile(r"~(?:[上下]午)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[^0-9]{0,40}")
"""What a browser prints above a page: 2025/4/17 09:33 and the page's title."""
_HEAD, _FOOT = 0.09, 0.88
"""Heights between which the text of a page stands."""
_BROWSER_HEAD, _BROWSER_FOOT = 0.05, 0.94


def without_print_lines(found: Sequence[Fragment]) -> list[Fragment]:
    """Return the fragments without such lines, unless no other date stands among them."""
    lines = {id(one) for one in _print_lines(found)}
    if not lines:
        return list(found)
    kept = [one for one in found if id(one) not in lines]
    return kept if any(find_dates(one.text) for one in kept) else list(found)


def _print_lines(found: Sequence[Fragment]) -> list[Fragment]:
    lines: list[Fragment] = []
    announced: Fragment | None = None
    for at, one in enumerate(found):
        if one.cell is None and _is_at_edge(found, at):
            follows = announced is not None and _is_beside(announced, one)
            if _is_print_line(one) or (follows and find_dates(one.text)):
                lines.append(one)
            elif _ANNOUNCED.fullmatch(one.text):
                announced = one
    return lines


def _is_beside(one: Fragment, other: Fragment) -> bool:
    return (one.page, one.row) == (other.page, other.row)


def _is_print_line(one: Fragment) -> bool:
    dates = find_dates(one.text)
    if len(dates) != 1:
        return False
    marked = f"{one.text[: dates[0].start]}~{one.text[dates[0].end :]}"
    if _PRINTED.match(marked):
        return True
    at_border = one.box.y1 < _BROWSER_HEAD or one.box.y0 > _BROWSER_FOOT
    return one.drawn and at_border and _MOMENT.fullmatch(marked) is not None


def _is_at_edge(found: Sequence[Fragment], at: int) -> bool:
    one = found[at]
    if one.drawn:
        return one.box.y1 < _HEAD or one.box.y0 > _FOOT
    near = {other.page for other in (*found[max(0, at - 2) : at], *found[at + 1 : at + 3])}
    return len(near | {one.page}) > 1 or at < 2 or at >= len(found) - 2
