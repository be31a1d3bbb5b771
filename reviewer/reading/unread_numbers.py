"""What may be an officer's certificate number in a shape that nobody knows: a number at the name.

It proves no number; it only keeps a rule from saying that none was recorded.
"""

import re
from collections.abc import Iterator, Sequence

from reviewer.model import Fact, Officer
from reviewer.reading.listed_numbers import listed_numbers
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip
from reviewer.reckoning.checkdigits import valid_id_card
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.plates import find_plates
from reviewer.reckoning.times import find_times

_WITHIN = 44
_NUMBER = r"(?P<no>[\u4e00-\u9fa5A-Z()〔〕\[\]]{0,8}[A-Z0-9][0-9A-Z.\-/·_#]{2,})"
_BEHIND = re.compile(
    r"(?:[、,;和及/][\u4e00-\u9fa5·]{2,8}){0,3}[(,:、;]{0,2}"
    rf"(?:[\u4e00-\u9fa5]{{0,8}}(?:证|号|编码)[\u4e00-\u9fa5]{{0,4}}[:为是]{{0,2}})?{_NUMBER}"
)
"""Nothing but other names and a label of a number stands between the name and the number."""
_OTHER = re.compile(
    r"电话|手机|身份|公民|号牌|车牌|案号|文号|账号|邮编|[GSXK][0-9]+(?:国道|省道|[+])|年|月|罚|案"
)
_PHONE = re.compile(r"1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}")


def unread_numbers(sheet: Sheet, told: Sequence[Fact]) -> Iterator[Strip]:
    """Find what may be the number of an officer whom `told` names without one."""
    officers = [fact.value for fact in told if isinstance(fact.value, Officer)]
    certified = {one.name for one in officers if one.cert}
    known = {one.cert for one in officers if one.cert}
    for name in sorted({one.name for one in officers} - certified):
        for match in re.finditer(re.escape(name), sheet.text):
            number = _behind(sheet.flat.cut(match.end(), match.end() + _WITHIN))
            if number and not any(number.text in one or one in number.text for one in known):
                yield number
    if {one.name for one in officers} - certified:
        for numbers in listed_numbers(sheet.flat):
            yield from (one for one in numbers if one.text not in known)


def _behind(strip: Strip) -> Strip | None:
    dates = [one.start for one in find_dates(strip.text)]
    times = [one.start for one in find_times(strip.text)]
    strip = strip.cut(0, min([*dates, *times], default=None))
    match = _BEHIND.match(strip.text)
    if not match or _OTHER.search(match[0]) or not re.search("[0-9]{2}", match["no"]):
        return None
    number = match["no"]
    if _PHONE.search(number) or valid_id_card(number) or find_plates(number):
        return None
    return strip.cut(*match.span("no"))
