"""The day that ends a paper: behind who signed it, in the line of its last words.

某公司 张三 2024年3月1日, 特此抄告。2024年3月1日, 审核人：李四（资格证号A2012…）2024年3月2日: the
line holds too much for a date that stands alone, yet nothing follows but the foot of the page.
"""

import re
from collections.abc import Iterator

from reviewer.reading.finders import SIGNED, Finder, Found
from reviewer.reading.sheet import Sheet
from reviewer.reckoning.dates import find_dates

_FOOT = 0.86
"""A line below this height of the page, behind the last date, is the foot of the page."""
_STAMP = r"\(?(?:印章?|公章|盖章|签[章名字]|章)\)?"
_REST = re.compile(rf"(?:{_STAMP}|[0-9]{{1,2}}[时:点][0-9]{{0,2}}分?|[。.,;:\s()\-—_/|共第页0-9])*")
_SENTENCE = re.compile(r"[。;:?!】\]|]")
_TELLS = re.compile(
    r"[于在的将]|期限|检测|检查|发现|有效|以前|届满|截止|决定|(?:自|至|到|从|前|为|是|定|过|了)$"
)
_LONGEST = 60
"""The name of a firm, that of a person and a number in brackets are no longer."""


def end_date(weight: float = SIGNED) -> Finder:
    """Find the last date where it ends the paper and only a signature stands before it."""

    def find(sheet: Sheet) -> Iterator[Found]:
        text = sheet.spaced
        for one in find_dates(text.text)[-1:]:
            if not _ends(sheet, one.end):
                return
            begin = max((m.end() for m in _SENTENCE.finditer(text.text, 0, one.start)), default=0)
            before = re.sub(r"\([^()]*\)", "", text.text[begin : one.start])
            if len(before) <= _LONGEST and not _TELLS.search(before):
                yield Found(one.value, text.cut(one.start, one.end), weight)

    return find


def _ends(sheet: Sheet, end: int) -> bool:
    """Return whether nothing but the foot of the page follows the offset `end`."""
    text = sheet.spaced
    line = text.spots[end - 1][:2]
    rest = []
    for char, spot in zip(text.text[end:], text.spots[end:], strict=True):
        one = sheet.fragments[sheet.fragment_of[spot]] if spot in sheet.fragment_of else None
        if spot[:2] != line and one and one.drawn and one.box.y0 > _FOOT:
            continue
        rest.append(char)
    return _REST.fullmatch("".join(rest)) is not None
