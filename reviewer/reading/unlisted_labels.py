"""Labels that no form listed: what stands behind 签发：, 项目部： or 结论： is another value.

The value before such a word ends where the word begins.  Words for officers and their numbers
end nothing: 主办：张三 协办：李四（证号：640001）.
"""

import re

from reviewer.reading.names import is_person
from reviewer.reading.strips import Strip

_WORD = re.compile(r"(?P<word>[\u4e00-\u9fa5]{2,9}):")
_OF_OFFICERS = re.compile(
    r"[证号码编]|办|执法|检查|询问|勘|记录|送达|复查|调查|人员|姓名|分别|签名|签字|成员"
)


def until_other_label(value: Strip) -> Strip:
    """Return what stands before the first label in `value` that is none of officers."""
    for match in _WORD.finditer(value.text):
        start, end = match.span("word")
        broken = [at for at in range(start + 1, end) if not _adjacent(value, at)]
        start = broken[-1] if broken else start + _name_before(match["word"])
        word = value.text[start:end]
        if start and len(word) > 1 and not _OF_OFFICERS.search(word) and not is_person(word):
            return value.cut(0, start)
    return value


def _name_before(word: str) -> int:
    """Return the length of a name that a word is run into: 党文静结论:."""
    lengths = (length for length in (3, 2) if is_person(word[:length]))
    return 0 if is_person(word) else next(lengths, 0)


def _adjacent(strip: Strip, at: int) -> bool:
    before, here = strip.spots[at - 1], strip.spots[at]
    return before[:2] == here[:2] and here.offset == before.offset + 1
