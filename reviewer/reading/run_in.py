"""Signatures that a short paper runs into its only sentence: 同意结案。张三 2024年3月1日.

Many bureaus print notices and approvals as one paragraph that ends with the body and the day, or
with the opinion, the name and the day.  No such date stands alone in its line, and none is looked
for before those that do.
"""

import re
from collections.abc import Iterator

from reviewer.reading.extract.approving import is_term
from reviewer.reading.extract.moments import moments_in
from reviewer.reading.finders import SIGNED, TOLD, Finder, Found
from reviewer.reading.names import PERSON
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip
from reviewer.reckoning.dates import FoundDate, find_dates

_BODY = re.compile(
    r"(?P<name>(?:(?![由经向在到至为的和与])[\u4e00-\u9fa5]){0,16}"
    r"(?:交通|运输|公路|海事|港航|港口|航道|路政|运政|运管|执法|管理|监督)[\u4e00-\u9fa5]{0,14}?"
    r"(?:局|厅|委员会|委|[总支大中]队|中心|所|站|处))"
    r"(?:\((?:[^()]{0,20}印章?|公章|盖章|章)\)|印章?|公章|盖章)?[,.:;。]?"
    r"(?:(?:负责人|法定代表人|代表人|经办人):?[\u4e00-\u9fa5]{2,4}(?:\(签[名字章]\))?[,:]?)?$"
)
_REACH = 48
_OPENING = 16
"""The name of a paper, and perhaps one label, stand before its first day."""
_ENDS = re.compile(
    r"(?:[0-9]{1,2}[时:点][0-9]{0,2}分?)?(?:[。;,.)(]|签收|收件|收到|收执|当事人|被.{1,6}人|受送达|送达|附|领[车取物回]|经办|"
    r"执法人员|承办|第?[0-9]{1,3}$|$)"
)
"""What may follow the day of a signature; a sentence that goes on tells of something else."""
_NAME = r"[\u4e00-\u9fa5·、及和()]{0,24}"
_SIGNED = rf"[,。:;]{{0,2}}{_NAME}[,。:;]{{0,2}}{_NAME}$"
_HANDLER = re.compile(
    rf"(?:[。;,:)元]|承办人?|调查人?|建议|送审)(?:承办人?|调查人?|经办人?|执法人员)?:?{PERSON}(?:[、,及和]?{PERSON})?$"
)
_GOES_ON = re.compile(
    r"(?!审|批|领导|负责|意见|同意|机构|科|部门|经办|承办|[大中支]队|局|附|备注|年|印|盖|签|拟|请|建议|"
    r"[\u4e00-\u9fa5]{0,8}[:：]?(?:同意|批准|审))"
    r"[\u4e00-\u9fa5]{4}"
)
"""某某2024年3月19日使用车辆从事…: the day of the act, not of a signature."""
_AGREED = (
    r"(?<![不议拟请])(?:同意|批准|准予|准许|照准)(?!.{{0,4}}(?:呈报|上报|报批|报局|呈批|转))"
    r"(?:予以|给予|执法机构|承办人?|意见|上述|本案|该案|其)*(?:{what})?(?:处理|办理|归档|意见|的?请示)*"
)


def body_date(weight: float = SIGNED) -> Finder:
    """Find the last day right behind the name of the issuing body that ends a sentence."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for one, strip, _ in body_signatures(sheet)[-1:]:
            yield Found(one.value, strip, weight)

    return find


def body_signatures(sheet: Sheet) -> list[tuple[FoundDate, Strip, Strip]]:
    """Return each day that stands so, with its strip and that of the body before it."""
    text = sheet.spaced
    found: list[tuple[FoundDate, Strip, Strip]] = []
    for one in find_dates(text.text):
        begin = max(0, one.start - _REACH)
        body = _BODY.search(text.text[begin : one.start])
        if body and (_ends_line(text, one.end) or _ENDS.match(text.text, one.end)):
            start, end = begin + body.start("name"), begin + body.end("name")
            found.append((one, text.cut(one.start, one.end), text.cut(start, end)))
    return found


def _ends_line(text: Strip, end: int) -> bool:
    return end >= len(text) or text.spots[end][:2] != text.spots[end - 1][:2]


def agreed_date(what: str, weight: float = TOLD) -> Finder:
    """Find the last day behind an approval and a name: 同意立案 张三 2024年3月1日.

    `what` is an expression of what is approved, which the words may leave out.
    """
    agreed = re.compile(_AGREED.format(what=what) + _SIGNED)
    words = re.compile(rf"(?<![不议拟请])(?:同意|批准|准予|准许)(?:{what})")

    def find(sheet: Sheet) -> Iterator[Found]:
        for found in _last_behind(agreed, weight)(sheet):
            at = sheet.spaced.spots.index(found.strip.spots[0])
            # An approval without a day is not dated by the one of an office before it.
            if not words.search(sheet.spaced.text, at):
                yield found

    return find


def said_date(what: str, weight: float = TOLD) -> Finder:
    """Find the last day behind an approval that says what is approved: 准予立案 张三 DATE."""
    said = rf"(?<![不议拟请])(?:同意|批准|准予|准许)(?:予以|给予|其|本案|该案)*(?:{what})"
    return _last_behind(re.compile(said + _SIGNED), weight)


def later_of(first: Finder, other: Finder) -> Finder:
    """Take what `first` finds, or the date of `other` where it is later.

    A form whose borders are not seen may give the leader the row of the office above; the words
    tell which row it is.
    """

    def find(sheet: Sheet) -> Iterator[Found]:
        found = list(first(sheet))
        said = [
            one for one in other(sheet) if all(str(one.value) > str(own.value) for own in found)
        ]
        yield from (said if found and said else found)

    return find


def handler_date(weight: float = TOLD) -> Finder:
    """Find the first day behind nothing but one or two names: 。张三 李四 2024年3月1日."""
    return _last_behind(_HANDLER, weight, first=True)


def _last_behind(before: re.Pattern[str], weight: float, *, first: bool = False) -> Finder:
    def find(sheet: Sheet) -> Iterator[Found]:
        text, begin = sheet.spaced, 0
        found: list[Found] = []
        for one in find_dates(text.text):
            if is_term(text.text, one):
                continue
            told = first and _GOES_ON.match(text.text, one.end)
            if not told and before.search(text.text[max(begin, one.start - _REACH) : one.start]):
                found.append(Found(one.value, text.cut(one.start, one.end), weight))
            begin = one.end
        yield from found[:1] if first else found[-1:]

    return find


def only_date(weight: float = TOLD) -> Finder:
    """Find the day of a slip that holds no other: a receipt of one line."""

    def find(sheet: Sheet) -> Iterator[Found]:
        text = sheet.spaced
        found = find_dates(text.text)
        if found and len({one.value for one in found}) == 1:
            yield Found(found[0].value, text.cut(found[0].start, found[0].end), weight)

    return find


def opening_date(weight: float = TOLD) -> Finder:
    """Find the day with which a paper of one sentence begins: 复查：2024年5月13日… ."""

    def find(sheet: Sheet) -> Iterator[Found]:
        text = sheet.spaced
        for one in find_dates(text.text)[:1]:
            if one.start <= _OPENING:
                yield Found(one.value, text.cut(one.start, one.end), weight)

    return find


def agreed_moment(what: str, weight: float = TOLD) -> Finder:
    """Find when the last approval was signed, with the time of day behind its date."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for found in agreed_date(what)(sheet):
            yield from _with_time(sheet, found, weight)

    return find


def body_moment(weight: float = SIGNED) -> Finder:
    """Find when a paper was signed by its body, with the time of day behind the date."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for found in body_date()(sheet):
            yield from _with_time(sheet, found, weight)

    return find


def _with_time(sheet: Sheet, found: Found, weight: float) -> Iterator[Found]:
    text = sheet.flat
    start = text.spots.index(found.strip.spots[0])
    for moment, strip in moments_in(text.cut(start, start + 40)):
        yield Found(moment, strip, weight)
        return
