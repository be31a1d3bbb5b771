"""Titles that name no document by themselves: 声明书, 承诺书, 申请书, 情况说明.

What stands below says which it is: a party that gives up its rights writes a 声明书, and so does
one that speaks of something else.  Where nothing below tells, the line is no title.
"""

import re
from collections.abc import Sequence

from reviewer.reading.titles import BY_WORDS, TitleMatch, Titles

_VAGUE = re.compile(
    r"(?:关于)?(?:本人|个人|当事人|被处罚人|自愿|自行|公司|企业|单位|书面|有关|情况|权利|的|[和与及、/])*"
    r"(?:声明|承诺|保证|申请|确认|情况说明|说明|自述|申明)(?:书|函|材料)?"
)
_SHORTEST = 3
"""声明, 申请, 说明 alone stand in forms as the names of their parts."""
_OPENING = 320
"""Characters below a title in which such a paper says what it wants."""
_GIVES_UP = (
    r"(?<!视为)(?<!视作)(?<!不)(?:放弃|不(?:再)?(?:行使|要求|提出|申请|进行|作|需要)|无需)"
    r"(?:(?!视为|视作)[^。;]){0,30}?(?:陈述|申辩|听证)"
)
_WANTS_HEARING = (
    r"(?:申请|要求|请求)(?:举行|组织|召开|进行|公开|就|对|本案|此案|[^。;放不]{0,12})听证"
)
_LATER = r"(?:分[期次两二三四]|延[期缓迟]|暂缓|缓[期交缴])"
_WANTS_TIME = (
    rf"(?:申请|请求|恳请|希望|请|望)[^。;]{{0,40}}?{_LATER}[^。;]{{0,20}}?(?:缴|交|付|履行)|"
    rf"{_LATER}[^。;]{{0,12}}?(?:缴|交|付)[^。;]{{0,30}}?(?:申请|请求|恳请|批准|准许)"
)
_TOLD = tuple(
    (code, re.compile(pattern))
    for code, pattern in (("DT27", _GIVES_UP), ("DT29", _WANTS_HEARING), ("DT40", _WANTS_TIME))
)


def match_above(titles: Titles, text: str, below: Sequence[str]) -> TitleMatch | None:
    """Return the title that the squeezed `text` is, if need be by the lines `below` it."""
    if match := titles.match(text):
        return match
    if len(text) < _SHORTEST or not _VAGUE.fullmatch(text):
        return None
    said = "".join(below)[:_OPENING]
    held = {kind.code for kind in titles.kinds}
    code = next((code for code, one in _TOLD if code in held and one.search(said)), None)
    return TitleMatch(code, text, BY_WORDS) if code else None
