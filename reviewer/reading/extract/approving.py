"""Approvals and signatures as running text gives them: 同意立案 李四 2024年3月1日.

Forms of many bureaus print no section 负责人审批意见; the words of approval, the name behind them
and the date say it as well.
"""

import re
from collections.abc import Iterator

from reviewer.reading.finders import SIGNED, TOLD, Finder, Found
from reviewer.reading.names import is_person, is_sounded, may_be_person
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip
from reviewer.reckoning.dates import FoundDate, find_dates

FILED = r"立案(?:调查|查处|办理|处理)?|受理|立为"
CLOSED = r"结案|终结|办结|归档"
PROLONGED = r"延长|延期|顺延"
_AGREED = r"(?:同意|批准|准予|准许|核准|准)(?:予以|给予|依法|对?本案|该案|进行|按程序)*"
_NOT_APPROVED = re.compile(r"(?:拟|建议|提请|请示|申请|请|报请|呈请|不|未予?|是否|经|待|应当)$")
"""What makes of 同意 a proposal or a tale: 拟同意, 建议批准, 不予批准, 经批准."""
_SIGNS = r"(?:\(?(?:签名|签字|签章|盖章|署名)\)?[:]?)?"
_BETWEEN = 44
"""Between the words of approval and the date stand a name, and who is to handle the case."""
_OTHERS = re.compile(r"建议|拟|意见|申请人|承办人|记录人|审核人|当事人|编号|〔")
_SIGNER = re.compile(
    rf"(?:^|[。;,、:)\]」|\n])(?P<role>[\u4e00-\u9fa5]{{0,10}}?(?:人员?|员|科|处|股|室|长|机构|签名|签字)[:]?)??"
    rf"{_SIGNS}(?P<name>[\u4e00-\u9fa5·]{{2,8}})(?:\([^()]{{4,40}}\))?{_SIGNS}\n?(?:日期|时间)?[:]?$"
)
_OF_OFFICE = re.compile(
    r"(?:^|[。;,、:)\]」|\n])(?P<role>[\u4e00-\u9fa5]{1,8}?[科处股室])(?P<name>[\u4e00-\u9fa5·]{2,4})$"
)
"""法规科补丽华2024年5月29日: a scan lost the blank between office and name."""
_BROKEN = re.compile(r"[。;](?P<role>)(?P<name>[\u4e00-\u9fa5]{1,2}\n[\u4e00-\u9fa5]{1,2})$")
"""不需移送。汪小 | 兰2023年9月27日: the line ended within the name."""
_NO_SIGNER = re.compile(r"当事人|受送达|被.{1,4}人|签收|收件|见证|申请人|截图|打印|缴款|公示|送达")
_SAID = re.compile(
    r"(?:[。;]|同意|合法|通过|无异议|可行|属实|无误|[正准]确|适当|得当|齐全|完备|规范|意见)[,、]?$"
)
"""How an opinion ends; the date behind it is that of who gave it."""
_TERM_BEFORE = re.compile(r"(?:[至到自从]|截止|期限[为是:]?|为期)$")
_TERM_BEHIND = re.compile(r"[止至到起前]|届满|期满|-(?=[0-9]{4})")
_RIGHT = re.compile(r"[。.]?(?:\n|$|[。;,])")


def approved(acts: str, weight: float = SIGNED) -> Finder:
    """Find the date behind the last words that approve one of `acts`; 同意 alone approves too.

    Where the last such words bear no date, none of an office before them is taken for it.
    """
    pattern = re.compile(rf"{_AGREED}(?P<act>{acts})?")

    def find(sheet: Sheet) -> Iterator[Found]:
        text = sheet.flat.text
        said = [
            one for one in pattern.finditer(text) if not _NOT_APPROVED.search(text[: one.start()])
        ]
        chosen = [one for one in said if one["act"]] or said
        for one in chosen[-1:]:
            found = _date_behind(sheet.flat, one.end())
            if found:
                yield Found(found[0].value, found[1], weight)

    return find


def is_term(text: str, one: FoundDate) -> bool:
    """Return whether a date of `text` is an end of a period: 同意延长三十日，至2024年10月5日."""
    before = _TERM_BEFORE.search(text, max(0, one.start - 4), one.start)
    return before is not None or _TERM_BEHIND.match(text, one.end) is not None


def _date_behind(flat: Strip, start: int) -> tuple[FoundDate, Strip] | None:
    rest = flat.cut(start, start + _BETWEEN + 14)
    dates = [one for one in find_dates(rest.text) if not is_term(rest.text, one)]
    if not dates or dates[0].start > _BETWEEN:
        return None
    if _OTHERS.search(rest.text[: dates[0].start]):
        return None
    return dates[0], rest.cut(dates[0].start, dates[0].end)


def signatures(sheet: Sheet) -> Iterator[tuple[str, Strip, FoundDate, Strip]]:
    """Return who signed where a name and a date end a paragraph, with the date."""
    text = sheet.flow.text
    for one in find_dates(text):
        start = max(0, one.start - 70)
        signer = _signer(text[start : one.start])
        if signer is None or not _RIGHT.match(text, one.end):
            continue
        at, end = signer.span("name")
        strip = sheet.flow.cut(start + at, start + end).bare()
        yield strip.text, strip, one, sheet.flow.cut(one.start, one.end).bare()


def _signer(front: str) -> re.Match[str] | None:
    """Return who signs at the end of `front`; None where no name stands there."""
    for pattern in (_SIGNER, _OF_OFFICE, _BROKEN):
        signer = pattern.search(front)
        name, role = (
            (signer["name"].replace("\n", ""), signer["role"] or "") if signer else ("", "")
        )
        if not name or _NO_SIGNER.search(role):
            continue
        if may_be_person(name) if role else is_person(name) or is_sounded(name):
            return signer
    return None


def signed_at_end(weight: float = TOLD) -> Finder:
    """Find the date of the last signature that ends a paragraph."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for _, _, one, strip in list(signatures(sheet))[-1:]:
            yield Found(one.value, strip, weight)

    return find


def date_after_opinion(weight: float = TOLD) -> Finder:
    """Find the last date, if it stands behind the end of an opinion: 同意。2024-09-12."""

    def find(sheet: Sheet) -> Iterator[Found]:
        flow = sheet.flow
        for one in find_dates(flow.text)[-1:]:
            front = flow.text[: one.start].rstrip("\n ")
            if _SAID.search(front) and _RIGHT.match(flow.text, one.end):
                yield Found(one.value, flow.cut(one.start, one.end).bare(), weight)

    return find


def signer_at_end(weight: float = TOLD) -> Finder:
    """Find the name of the last signature that ends a paragraph."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for name, strip, _, _ in list(signatures(sheet))[-1:]:
            yield Found(name, strip, weight)

    return find
