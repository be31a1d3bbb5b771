"""Finders that several types of documents share."""

import re
from collections.abc import Iterator

from reviewer.reading.finders import GUESSED, LABELLED, SIGNED, TOLD, Finder, Found
from reviewer.reading.names import PERSON, is_person
from reviewer.reading.sections import sections
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Spot, Strip
from reviewer.reckoning.docnumbers import find_numbers, normal_number
from reviewer.reckoning.plates import FoundPlate, find_plates

_HEAD_ROWS = 8
_OTHER_NUMBER = re.compile("案号|卷号|证号")
OWN_NUMBER = re.compile(r"[罚处告通]字?〔")
"""What forms print as 案号 is the document's own number if it says so."""
_YEARLY = re.compile(r"[\u4e00-\u9fa5]{2,14}20[0-9]{2}-[0-9]{1,6}号?")
"""宁交罚2024-12, a number that needs no brackets where it stands alone."""
_BARE = re.compile(r"第[0-9]{8,14}号")
"""第22202400187号, where the unit counts all its documents in one row."""
_ODD_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.\-]?[A-Z0-9]{3,8}挂?"
    r"(?![A-Z0-9*])"
)
_CERT_BEFORE = re.compile(
    r"(?:(?:执法|检查|工作|督察|资格)证(?:件)?|(?<![驶运输可业格船])证件?)(?:编?号码?)?(?:分别)?[:为是(]{0,2}$"
)
"""执法证号吉J121848 is an officer's certificate, 行驶证号 and 许可证件 are a vehicle's."""
_NEXT_CERT = re.compile(rf"[)]?[、,;和及](?:{PERSON}[(:]?)?")
_CERT_WORDS = 20
_LONG_TAIL = 6
_NEW_ENERGY = re.compile(r"[A-HJK][A-Z0-9][0-9]{4}|[0-9]{5}[A-HJK]")
_CAUSE_END = re.compile(
    r"[。;‖|]|案件来源|当事人|受案|案号|来源:|发现(?:时间|日期)|保管期限|[立结]案(?:时间|日期)?:?(?=(?:19|20)[0-9]{2})"
)
_MARKED = r"[12][0-9OoIl〇]{3}年.{1,8}?[日号]"
_IN_HAN = r"[二一][〇零OoQ0○][〇零OoQ0○一二三四五六七八九]{2}年.{2,8}?日"
_POINTED = r"20[0-9]{2}(?P<by>[-./])[0-9]{1,2}(?P=by)[0-9]{1,4}(?::[0-9]{2})?"
DAY = rf"(?P<date>{_MARKED}|{_IN_HAN}|{_POINTED})"
"""A date in running text; what it holds is parsed by `find_dates`."""
YEAR = (
    r"(?:[12][0-9OoIl〇]{3}年|[二一][〇零OoQ0○][〇零OoQ0○一二三四五六七八九]{2}年|"
    r"20[0-9]{2}[-./][0-9]{1,2}[-./])"
)
"""How a date begins, in digits, in Chinese numerals, or up to the day of 2024.3.12."""
SAME_SENTENCE = r"(?:(?![12][0-9OoIl〇]{3}年|20[0-9]{2}[-./][0-9]|二[〇零])[^。;])"
"""A character of the same sentence before any further date."""
_DONE = "(?:改正|整改|停止|拆除|卸载|恢复|补办|完成|消除|办理)"
_HOUR = r"(?:[上下中]午|晚上?)?(?:[0-9]{1,2}[时点](?:[0-9]{1,2}分|[整半])?|[0-9]{1,2}:[0-9]{2})?"
DEADLINES = (
    rf"(?:责令|限|应当?|请|须)[^。]{{0,60}}?(?:于|在|至)?{DAY}{_HOUR}(?:之?前|以前|日前|内)[^。]{{0,30}}?{_DONE}",
    rf"(?:责令|限)(?:[你您贵该]|当事人|单位|公司|立即){{0,3}}(?:于|在|至){{0,2}}{DAY}{_HOUR}(?:之?前|以前|日前)"
    r"(?![^。;,]{0,20}(?:接受|到案|缴|陈述|申辩|听证|到我|到本))",
    rf"{_DONE}[^。]{{0,24}}?(?:期限|时限)[^。]{{0,10}}?(?:至|到|为|:){DAY}",
    rf"(?:于|在|至){DAY}{_HOUR}(?:之?前|以前|止)[^。]{{0,20}}?{_DONE}",
)
ORDERED = (
    r"(?:责令|限期|要求)[^。,;]{0,30}?(?:改正|停止|拆除|卸载|停驶|恢复原状|补办|消除|整改|纠正|清除)"
    r"(?!(?:违法行为|车辆)?(?:通知|决定|指令|审批)[书表])",
)
STATUTE = r"由[^。;]{2,40}$|规定[:“\"][^。]*$|第[^。]{1,12}(?:条|款|项)[^。]{0,6}[:“][^。]*$"


def numbered(*fields: str, head: bool = False) -> Finder:
    """Find a document number behind a label, or, with `head`, standing near the title."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for hit in sheet.labels(*fields):
            value = sheet.value(hit, wrapped=True)
            numbers = find_numbers(value.text)
            if numbers and hit.sure:
                one = numbers[0]
                yield Found(one.value, value.cut(one.start, one.end), LABELLED)
            elif hit.sure and _is_plain_number(value.text):
                yield Found(normal_number(value.text), value, LABELLED - 0.2)
        if head:
            yield from _number_in_head(sheet)

    return find


def _is_plain_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\u4e00-\u9fa5A-Z0-9()\[\]〔〕\-_.第号/]{4,30}", text)) and bool(
        re.search("[0-9]{2}", text)
    )


def _number_in_head(sheet: Sheet) -> Iterator[Found]:
    for one in sheet.fragments:
        if one.row > _HEAD_ROWS or one.page != sheet.fragments[0].page:
            return
        numbers = find_numbers(one.text)
        if _YEARLY.fullmatch(one.text) or _BARE.fullmatch(one.text):
            yield Found(normal_number(one.text), one.strip, SIGNED)
        lead = one.text[: numbers[0].start] if numbers else ""
        if numbers and (not _OTHER_NUMBER.search(lead) or OWN_NUMBER.search(numbers[0].value)):
            found = numbers[0]
            alone = len(one.text) - (found.end - found.start) <= 6
            weight = SIGNED if alone else TOLD
            yield Found(found.value, one.strip.cut(found.start, found.end), weight)


def cause(sheet: Sheet) -> Iterator[Found]:
    """Find the cause (案由) behind its label."""
    for hit in sheet.labels("cause"):
        value = sheet.value(hit, wrapped=True).trimmed(":,_。 ")
        end = _CAUSE_END.search(value.text)
        value = value.cut(0, end.start() if end else None)
        if hit.sure and 3 <= len(value) <= 80 and re.search("[\u4e00-\u9fa5]{3}", value.text):
            yield Found(value.text, value, LABELLED)


def _without_certs(text: str, found: list[FoundPlate]) -> Iterator[FoundPlate]:
    """Return the plates of `found` that are no certificates: 执法证号分别为吉J121848、吉J743957."""
    cert_end = -1
    for one in found:
        before = text[: one.start]
        goes_on = 0 <= cert_end <= one.start and _NEXT_CERT.fullmatch(text, cert_end, one.start)
        stands_behind = _CERT_BEFORE.search(before[-_CERT_WORDS:])
        if stands_behind or goes_on or _is_cert_of(before, one):
            cert_end = one.end
        else:
            yield one


def _is_cert_of(before: str, one: FoundPlate) -> bool:
    """Return whether right behind a name stands what is too long for a plate: 邵光耀粤R005176."""
    tail, word = one.value[2:], before.rstrip(" (")
    long = len(tail) == _LONG_TAIL and not _NEW_ENERGY.fullmatch(tail)
    return long and any(is_person(word[-length:]) for length in (2, 3, 4))


def plates(sheet: Sheet) -> Iterator[Found]:
    """Find every plate once, where it stands behind its label if anywhere."""
    seen: set[str] = set()
    labelled = [sheet.value(hit) for hit in sheet.labels("plate")]
    lines = [one.strip for one in sheet.fragments]
    taken: set[Spot] = set()
    for strip, weight in [
        *((value, LABELLED) for value in labelled),
        *((value, TOLD) for value in (sheet.flat, *lines)),
    ]:
        for one in _plates_of(strip, taken):
            if strip in lines and taken.intersection(strip.spots[one.start : one.end]):
                continue  # the beginning of a plate that a cell broke
            taken.update(strip.spots[one.start : one.end])
            value, end = _own_cell(strip, one)
            if value not in seen:
                seen.add(value)
                yield Found(value, strip.cut(one.start, end), weight)
    for strip in labelled:
        # What stands behind the label is a plate, also one that cannot be.
        odd = None if find_plates(strip.text) else _ODD_PLATE.match(strip.text)
        if odd and (value := odd[0].replace("·", "").replace("-", "").upper()) not in seen:
            seen.add(value)
            yield Found(value, strip.cut(0, odd.end()), LABELLED)


def _plates_of(strip: Strip, taken: set[Spot]) -> list[FoundPlate]:
    """Return the plates of `strip`; where certificates stand is added to `taken`."""
    found = find_plates(strip.text)
    kept = list(_without_certs(strip.text, found))
    for one in found:
        if one not in kept:
            taken.update(strip.spots[one.start : one.end])
    return kept


def _own_cell(strip: Strip, one: FoundPlate) -> tuple[str, int]:
    """Return a plate and its end without the digit that a list has in the cell beside it.

    Six characters after the letter are those of a new-energy vehicle only in its form (GA 36).
    """
    tail = one.value[2:]
    spots = strip.spots[one.end - 2 : one.end]
    if len(tail) != _LONG_TAIL or _NEW_ENERGY.fullmatch(tail) or len(spots) < 2:
        return one.value, one.end
    before, last = spots
    beside = before[:2] == last[:2] and last.offset == before.offset + 1
    return (one.value, one.end) if beside else (one.value[:-1], one.end - 1)


def opinion_text(field: str) -> Finder:
    """Find what an opinion says, without signature and date."""
    from_section = re.compile(
        r"(?:签名|签字|审核人|负责人|法制员|[12][0-9]{3}年|年月日|\(印章\)).*", re.S
    )

    def find(sheet: Sheet) -> Iterator[Found]:
        for content in sections(sheet, field):
            text = from_section.sub("", content.text).strip("\n:。 ")
            start = content.text.find(text) if text else -1
            strip = content.cut(start, start + len(text)).bare() if text else content
            if 2 <= len(strip.text) <= 600:
                yield Found(strip.text, strip, LABELLED)

    return find


def behind(field: str, shape: str, weight: float = LABELLED) -> Finder:
    """Find the text behind a label that has the `shape`."""
    compiled = re.compile(shape)

    def find(sheet: Sheet) -> Iterator[Found]:
        for hit in sheet.labels(field):
            value = sheet.value(hit)
            match = compiled.match(value.text)
            if hit.sure and match:
                yield Found(match[0], value.cut(0, match.end()), weight)

    return find


def guessed(finder: Finder) -> Finder:
    """Take what `finder` finds with the least weight."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for one in finder(sheet):
            yield Found(one.value, one.strip, GUESSED, one.check)

    return find
