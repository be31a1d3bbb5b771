"""Certificate numbers of officers (执法证号), one by one.

Two numbers that stand beside or below each other are two; one that a cell broke over two lines is
one.  A piece that is no number by itself belongs to its neighbour.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reviewer.reading.labels import field_of
from reviewer.reading.names import PERSON, SURNAMES, is_person
from reviewer.reading.strips import Strip
from reviewer.reckoning.checkdigits import valid_id_card
from reviewer.reckoning.dates import find_dates

_PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
_PLACED = (
    rf"(?<![^(:为是、,;和及号证码])(?:(?![{SURNAMES}])|(?=[\u4e00-\u9fa5]{{1,3}}[交执运政路法海]))"
    r"(?:(?![证号执件编码为是的员人和及工第])[\u4e00-\u9fa5]){1,4}(?:执)?"
)
"""The agency's short name in front of a number: 宁交05-05334; a person's name is none."""
_SIGNED_BY = rf"(?:\({_PROVINCE}\)|{_PROVINCE})"
_HYPHENED = rf"{_SIGNED_BY}?(?:[A-Z]{{1,4}}[\-.·_]{{1,2}}){{1,3}}[0-9][0-9A-Z\-]{{2,44}}"
"""苏J-21049, 粤C-5160, ZF-0123, QZ-JT-0152: behind letters three digits are a number."""
_PLACE_AND_TRADE = (
    rf"{_PROVINCE}(?:[交执运政路法海港航水质安]{{1,3}}|[A-Z]|(?<![{SURNAMES}])[\u4e00-\u9fa5])"
    r"[0-9]{4}(?![0-9A-Z\-挂学警年])"
)
"""皖水0615, 甘J0736, 渝涪5529: behind province and trade, letter or place four are enough."""
_TRADE = "[交执运政路法海港航水质安综公道监通]{1,4}"
_TOWN = "(?:(?![证号为是的员人和及])[\u4e00-\u9fa5]){1,2}?"
_OPENED = r"(?<![^(\[:为是、,;和及号证码/|0-9])"
_COMPOSED = (
    rf"(?:{_PROVINCE}[A-Z]?[\-.·]?(?:{_TRADE}|\({_TRADE}\)){{1,2}}|"
    rf"{_OPENED}{_PROVINCE}{_TOWN}{_TRADE}|{_PROVINCE}(?:JT|ZF|JTZF)|"
    rf"(?<![A-Z])[A-Z]{{1,4}}{_PROVINCE}(?:{_TRADE})?|"
    rf"[交执](?:{_TRADE}){_PROVINCE}|{_OPENED}(?:{_TRADE}))"
    r"(?:N[Oo]\.?)?[\-.·]?(?:[A-Z]{1,4}[\-.·]?)?[0-9]{3}[0-9A-Z\-]{0,40}"
)
"""豫交M00887, 皖J交0243, 鲁交(执)0123, 冀A-交-0012, 京朝交执0123, JT豫00123, 沪JT0123."""
_DIGITS = (
    rf"(?:{_COMPOSED}|{_HYPHENED}|{_PLACE_AND_TRADE}|"
    rf"(?:{_PLACED}|{_SIGNED_BY}?[A-Z]{{0,4}})[0-9][0-9A-Z\-]{{4,44}})"
)
_LETTERED = (
    r"(?:(?![证号为是的员人和及])[\u4e00-\u9fa5]){1,8}"
    r"(?:字第?(?:[0-9]{3,9}号|[A-Z]{1,3}-?[0-9]{3,9}号?)|(?<=[交执运政路法海航港])第[A-Z]{0,3}[0-9][0-9\-]{3,14}号)"
)
"""粤交执字第0118号, 粤交执字A0118, 新交执第65-00218号."""
_NAME_LED = re.compile(r"(?:(?![交执运政路法海航港字])[\u4e00-\u9fa5]){2,4}(?=[A-Z]{0,4}[0-9])")
_OF_AGENCY = re.compile("[交执政港事运法]")
_AGENCY_ENDS = re.compile(r"字|第")
_NAME_AND_AGENCY = re.compile(rf"(?P<name>{PERSON}){_PROVINCE}[交执运政路法海航港]{{1,3}}[字第]")
"""杨柳新交执第65-00333号: a scan lost the blank between name and number."""
CERT = rf"(?:{_LETTERED}|{_DIGITS})"
"""A run of one or more numbers in squeezed text; `find_certs` parts it."""
_RUN = re.compile(CERT)
_ONE = re.compile(
    rf"{_LETTERED}|{_COMPOSED}|{_HYPHENED}|{_PLACE_AND_TRADE}|(?:{_PLACED}|{_SIGNED_BY}?[A-Z]{{0,4}})[0-9][0-9A-Z\-]{{4,20}}"
)
_WORD_BEFORE = re.compile(r"(?P<word>[\u4e00-\u9fa5]{2,})(?=[0-9])")
_NO_CERT = re.compile(
    r"电话|手机|联系|身份|公民|居民|邮编|邮政|账号|账户|帐号|号牌|车牌|质量|重量|限重|金额|罚款|票据|代码|传真|微信"
)
"""Words in front of a number that is something else: 电话13800000000."""
_STREET = re.compile(r"[\u4e00-\u9fa5]{1,5}[路道][0-9]+\Z")
_HOUSE = frozenset("号弄巷室楼栋")
"""青海路123号 is an address."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_AFTER_ORDINAL = frozenset(".、)")
_LONGEST = 16
"""A longer number is that of an ID card or an account."""


def find_certs(strip: Strip) -> list[Strip]:
    """Return the certificate numbers of `strip` in order."""
    text = strip.text
    for one in find_dates(text):
        text = text[: one.start] + "~" * (one.end - one.start) + text[one.end :]
    found: list[Strip] = []
    for match in _RUN.finditer(text):
        run = _on_first_page(strip.cut(*match.span()))
        if text[match.end() : match.end() + 1] == "年":
            run = run.cut(0, len(_YEAR.sub("", run.text)))
        opened = text[match.start() - 1 : match.start()] in {"(", ":", "号", "证"}
        after = strip.text[match.end() : match.end() + 1]
        bracketed = after == ")" and text[match.start() - 1 : match.start()] == "("
        if after in _AFTER_ORDINAL and not bracketed:
            run = _without_ordinal(run)
        run = _after_name(strip, run)
        found += [_lettered(run, opened)] if _AGENCY_ENDS.search(run.text) else _parted(run)
    found = [_without_namesake(strip, one, found) for one in found]
    return [one for one in found if len(one) <= _LONGEST and _may_be_cert(strip, one)]


def _may_be_cert(strip: Strip, one: Strip) -> bool:
    """Return whether a number is no ID card's, telephone's or measure's by its word before it."""
    word = _WORD_BEFORE.match(one.text)
    at = strip.spots.index(one.spots[0]) if one.spots else 0
    before = strip.text[max(0, at - 6) : at].rstrip(":为是")
    other = (word and (_NO_CERT.search(word["word"]) or word["word"] in field_of())) or (
        _NO_CERT.search(before[-4:])
    )
    house = strip.text[at + len(one) : at + len(one) + 1] in _HOUSE
    street = house and _STREET.fullmatch(one.text)
    return not other and not street and not valid_id_card(one.text)


def _on_first_page(run: Strip) -> Strip:
    """Return what stands on the page where the run begins: the next page opens with its 页号."""
    page = run.spots[0].page
    kept = next((at for at, spot in enumerate(run.spots) if spot.page != page), len(run))
    return run.cut(0, kept)


def _without_ordinal(run: Strip) -> Strip:
    """Return the run without the number that the next line begins with: 5．谈话对象."""
    for length in (1, 2):
        at = len(run) - length
        if at > 0 and run.text[at:].isdigit() and run.spots[at][:2] != run.spots[at - 1][:2]:
            return run.cut(0, at)
    return run


def is_cut(name: str, cert: str, known: Iterable[tuple[str, str]]) -> bool:
    """Return whether a cell cut the number of `name`, which `known` also holds whole."""
    return bool(cert) and any(
        name == other and len(cert) < len(whole) and cert in whole for other, whole in known
    )


def name_before(cert: Strip) -> int:
    """Return how many characters of 那顺 08-1150 may be a name, if one is missing there."""
    led = _NAME_LED.match(cert.text)
    return led.end() if led and led.end() in _breaks(cert) else 0


def _after_name(strip: Strip, run: Strip) -> Strip:
    """Return the run without the 吉 of 泽仁多吉 CM5114, or 操龙海 1208, which a blank follows."""
    if led := _whole_name(run):
        return run.cut(led)
    if len(run) < 2 or not re.match(_PROVINCE, run.text) or 1 not in _breaks(run):
        return run
    at = strip.spots.index(run.spots[0])
    before = strip.cut(at - 1, at + 1) if at else strip.cut(0, 0)
    named = re.match("[\u4e00-\u9fa5]", before.text) and not _breaks(before)
    named = named and before.text[0] not in "号证为是码别"
    return run.cut(1) if named else run


def _whole_name(run: Strip) -> int:
    """Return the length of a name of three characters that a blank parts from its number."""
    name = run.text[:3]
    parted = _breaks(run)[:1] == [len(name)]
    return len(name) if parted and is_person(name) and not _OF_AGENCY.search(name) else 0


def _without_namesake(strip: Strip, one: Strip, others: Sequence[Strip]) -> Strip:
    """Return 吉CM5114-0112 behind 泽仁多 without 吉 where the other numbers begin with CM5114."""
    at = strip.spots.index(one.spots[0]) if one.spots else 0
    if not at or not re.match(rf"{_PROVINCE}[A-Z]", one.text):
        return one
    behind_name = re.match("[\u4e00-\u9fa5]", strip.text[at - 1])
    alike = any(other.text[:3] == one.text[1:4] for other in others)
    return one.cut(1) if behind_name and alike else one


def _lettered(run: Strip, opened: bool) -> Strip:
    """Return the number from the agency's short name on, which follows the last blank.

    A number `opened` by a bracket or colon may break over lines; else a name stands before it.
    """
    ends = _AGENCY_ENDS.search(run.text)
    agency = ends.start() if ends else 0
    breaks = [
        at
        for at in _breaks(run)
        if at < agency and not (opened and run.spots[at].line != run.spots[at - 1].line)
    ]
    run = run.cut(breaks[-1]) if breaks else run
    named = _NAME_AND_AGENCY.match(run.text)
    return run.cut(named.end("name")) if named and is_person(named["name"]) else run


def _parted(run: Strip) -> list[Strip]:
    """Return the numbers of a run; pieces between blanks are put together to whole ones."""
    cuts = [0, *_breaks(run), len(run)]
    pieces = list(pairwise(cuts))
    if (
        len(pieces) > 1
        and _YEAR.fullmatch(run.text[cuts[-2] :])
        and _ONE.fullmatch(run.text[cuts[-3] : cuts[-2]])
    ):
        pieces.pop()  # the year of the next line's date
    found: list[Strip] = []
    start = 0
    for number, (_, end) in enumerate(pieces):
        after = run.cut(*pieces[number + 1]) if number + 1 < len(pieces) else None
        if _ONE.fullmatch(run.text[start:end]) and (not after or _ONE.fullmatch(after.text)):
            found.append(run.cut(start, end))
            start = end
    return found


def _breaks(run: Strip) -> list[int]:
    """Return where a blank or a line break stands in front of a character."""
    return [
        at
        for at in range(1, len(run))
        if run.spots[at][:2] != run.spots[at - 1][:2]
        or run.spots[at].offset != run.spots[at - 1].offset + 1
    ]
