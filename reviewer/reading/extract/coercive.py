"""What the papers of coercive measures and of evidence holds say (DT10–DT18, DT49).

The day of a measure is that of its term or its carrying out, not one of the narrative: that the
offence was found at 10:20 says nothing of when the vehicle was detained.
"""

import re
from collections.abc import Iterator
from datetime import datetime, time

from reviewer.reading.bodies import issuing_body
from reviewer.reading.citations import cited_articles
from reviewer.reading.extract.approving import signed_at_end
from reviewer.reading.extract.measure_moments import AT, MEASURE, urgent, with_time
from reviewer.reading.extract.moments import (
    approved_at,
    as_dates,
    at_midnight,
    moment_behind,
    moment_signed_in,
    moment_told,
    only_if,
)
from reviewer.reading.extract.shared import DAY, YEAR, cause, numbered, plates
from reviewer.reading.extract.take import Take
from reviewer.reading.extract.witnesses import ABSENT, WITNESS
from reviewer.reading.finders import TOLD, Finder, Found, dated, first_of, told_date
from reviewer.reading.law import redress
from reviewer.reading.officers import officers
from reviewer.reading.people import party, party_id, party_kind
from reviewer.reading.run_in import agreed_date, agreed_moment, body_date
from reviewer.reading.sheet import Sheet
from reviewer.reading.signing import BODY, date_lines, last_date, signing_date
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.plates import find_plates

_HEAD = 60
_MEASURE = MEASURE
_NO_OFFENCE = r"(?:(?!违法|涉嫌|发现|检查|驾驶|从事|经营|运输|违反|查获)[^。;])"
_AT = AT
_CARRIED_OUT = (
    rf"于{_AT}{_NO_OFFENCE}{{4,60}}?(?:实施|采取|予以|进行|作出|执行|将|对){_NO_OFFENCE}{{0,40}}?{_MEASURE}",
    rf"{_MEASURE}{_NO_OFFENCE}{{0,8}}?(?:实施)?(?:的?时间|日期)[:为是]{_AT}",
)
_TERM_BEGINS = (
    rf"期限[^。;]{{0,16}}?自{_AT}",
    rf"期限[:为是]?{_AT}[^。;]{{1,16}}?(?:至|到|-)",
    rf"(?:自|从){_AT}[^。;]{{1,16}}?(?:起|开始|至|到|止)",
    rf"{_AT}[^。;,]{{2,16}}?(?:起|开始){_NO_OFFENCE}{{0,10}}?{_MEASURE}",
)
_TERM_ENDS = (
    rf"(?:(?:自|从|期限[:为是]?){YEAR}[^。;]{{1,60}}?(?:至|到|-)|"
    rf"(?:截止|截至|期满|届满)日?[为是:]?){DAY}"
)
_SIGNED = first_of(signing_date(), dated("signed_on"), body_date(), last_date())
_PROLONGS = re.compile(
    r"(?:申请|拟|同意|决定|建议|批准|予以|需要?|现)[^。;,]{0,20}?(?:延长|延期)[^。;]{0,24}?"
    r"(?:期限|[0-9一二三四五六七八九十]{1,3}[日天])"
)
_LONGER = r"(?:延长|延期)[^。;0-9]{0,12}"
_PROLONGED_HEAD = re.compile("延长|延期")

_CASE = (
    Take("case_no", numbered("case_no")),
    Take("cause", cause),
    Take("party", party(addressed=True)),
    Take("party_kind", party_kind(party(addressed=True))),
    Take("party_id", party_id),
    Take("plate", plates, many=True),
    Take("cited_article", cited_articles, many=True),
)
_OFFICERS = Take("officer", officers, many=True)
_DOCUMENT_DATE = Take("document_date", _SIGNED)


def _is_prolonging(sheet: Sheet) -> bool:
    """Return whether the form is about prolonging a measure."""
    return bool(_PROLONGED_HEAD.search(sheet.text[:_HEAD]) or _PROLONGS.search(sheet.text))


def _is_taking(sheet: Sheet) -> bool:
    return not _is_prolonging(sheet) and "解除" not in sheet.text[:_HEAD]


def _prolonging(sheet: Sheet) -> Iterator[Found]:
    match = _PROLONGED_HEAD.search(sheet.text[:_HEAD]) or _PROLONGS.search(sheet.text)
    if match:
        yield Found(True, sheet.flat.cut(*match.span()), TOLD)


def _element(name: str, *patterns: str) -> Finder:
    compiled = [re.compile(pattern) for pattern in patterns]

    def find(sheet: Sheet) -> Iterator[Found]:
        for pattern in compiled:
            if match := pattern.search(sheet.text):
                yield Found(name, sheet.flat.cut(*match.span()), TOLD)
                return

    return find


def _from(name: str, finder: Finder) -> Finder:
    """Take that `finder` finds anything as the element `name`."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for found in finder(sheet):
            yield Found(name, found.strip, TOLD)
            return

    return find


def _plate_element(sheet: Sheet) -> Iterator[Found]:
    for one in find_plates(sheet.text):
        yield Found("items", sheet.flat.cut(one.start, one.end), TOLD)
        return


_NUMERAL = r"[0-9〇零一二三四五六七八九十百]{1,5}"
_ELEMENTS: tuple[Finder, ...] = (
    _from("party", party(addressed=True)),
    _from("party", party_id),
    _element("party", r"身份证|信用代码|法定代表人|(?:当事人|姓名|名称|车主)[:为]"),
    _element(
        "reason",
        r"(?:因|由于|鉴于|涉嫌|经查|事由|理由|违法行为|违法事实|案由|未取得|无法(?:出示|提供)|擅自|不能(?:出示|提供)|拒不)"
        r"[^。;]{2,30}",
        r"(?:你单位|你公司|你|当事人|该车|该单位)(?!单位|公司|有权|可|如|享有|应)[^。;]{6,40}",
    ),
    _element(
        "basis",
        r"(?:根据|依据|依照|按照)[^。;]{0,60}?(?:法|条例|规定|办法)》?[^。;]{0,4}第[^。;]{1,8}条",
        r"《[^》]{2,40}(?:强制法|条例|公路法|规定|办法)》[^。;]{0,6}第[^。;]{1,8}条",
    ),
    _element(
        "term",
        rf"(?<!复议)(?<!诉讼)(?:期限|期间|时限|时间)[^。;]{{0,24}}?(?:{_NUMERAL}个?(?:工作|自然)?[日天]|{YEAR})",
        rf"{_MEASURE}[^。;]{{0,16}}?{_NUMERAL}个?(?:工作|自然)?[日天]",
        rf"(?:自|从){YEAR}[^。;]{{1,60}}?(?:至|到|-){YEAR}",
    ),
    _element(
        "items",
        r"(?:名称|品名)[^。;]{0,24}数量",
        r"清单",
        rf"{_NUMERAL}(?:辆|台|件|本|张|吨|箱|套)",
    ),
    _plate_element,
    _element(
        "redress",
        r"复议[^。;]{0,120}(?:诉讼|起诉|人民法院)",
        r"(?:诉讼|起诉|人民法院)[^。;]{0,120}复议",
        r"复议[^。]{0,100}。[^。]{0,60}(?:诉讼|起诉|人民法院)",
    ),
    _from("body", issuing_body),
    _element("body", rf"(?<!向){BODY.pattern}"),
    _from("date", _SIGNED),
    _element("date", rf"(?:印章?|盖章|签收|签[名字])[^。;]{{0,14}}?{YEAR}"),
)


def _elements(sheet: Sheet) -> Iterator[Found]:
    for finder in _ELEMENTS:
        yield from finder(sheet)


def _term_end(sheet: Sheet) -> Iterator[Found]:
    """Find the last day of a term: 至DATE, of the last term that the text gives."""
    found = list(told_date(_TERM_ENDS)(sheet))
    yield from found[-1:]


def _latest(finder: Finder) -> Finder:
    """Take the latest date: the form also says when the term would have ended."""

    def find(sheet: Sheet) -> Iterator[Found]:
        yield from sorted(finder(sheet), key=lambda found: str(found.value))[-1:]

    return find


_EXTENDED = first_of(
    dated("prolonged_until"),
    _latest(
        told_date(
            rf"(?:延长|延期|顺延)[^。;]{{0,40}}?(?:至|到){DAY}",
            rf"(?:至|到){DAY}(?:止|届满|期满|为止)",
        )
    ),
    _term_end,
)
_RETURNING = re.compile(r"(?:领取|领回|取回|接收|接受|交接|退还|返还|归还|提取|收到|签收|领走)")


def _returned(sheet: Sheet) -> Iterator[Found]:
    """Find the date beside the signature of who took the things back."""
    for line in date_lines(sheet):
        row = sheet.fragments[line.at]
        here = "".join(
            one.text for one in sheet.fragments if (one.page, one.row) == (row.page, row.row)
        )
        above = sheet.fragments[line.at - 1].text if line.at else ""
        head = here.split(line.strip.text[:5])[0]
        beside = _RETURNING.search(head[-30:]) or (
            not head and len(above) < 30 and _RETURNING.search(above)
        )
        if beside and line.short:
            value = find_dates(line.strip.text)[0].value
            yield Found(value, line.strip, TOLD)
            return


_TAKEN = first_of(moment_behind("measure_on", "performed_on"), moment_told(*_CARRIED_OUT))
_BECAUSE = moment_told(
    rf"{_AT}[^。;,]{{2,16}},?因(?!此|而)[^。;]{{2,200}}?(?:决定|予以|采取|实施)[^。;]{{0,40}}?{_MEASURE}"
)


def _taken_because(sheet: Sheet) -> Iterator[Found]:
    """Find when the measure was taken in DATE,因……决定……予以扣押.

    The time of the offence may stand there too: it counts only if the term begins, or the decision
    is dated, on that day.
    """
    days = {one.value for one in as_dates(moment_told(*_TERM_BEGINS))(sheet)}
    days |= {one.value for one in _SIGNED(sheet)}
    for found in _BECAUSE(sheet):
        moment = found.value
        if isinstance(moment, datetime) and moment.time() != time() and moment.date() in days:
            yield found
            return


_URGENT_FLAG = Take("seizure_urgent", urgent)

COERCIVE: dict[str, tuple[Take, ...]] = {
    "DT10": (
        *_CASE,
        _OFFICERS,
        Take(
            "evidence_hold_date",
            first_of(
                dated("hold_on", "hold_term"),
                as_dates(moment_told(*_TERM_BEGINS)),
                _SIGNED,
            ),
        ),
        _DOCUMENT_DATE,
    ),
    "DT11": (
        *_CASE,
        _OFFICERS,
        Take("evidence_hold_end_date", first_of(dated("handled_on"), _SIGNED)),
        _DOCUMENT_DATE,
    ),
    "DT12": (*_CASE, _OFFICERS, _DOCUMENT_DATE),
    "DT14": (
        *_CASE,
        Take(
            "seizure_approved_at",
            only_if(
                _is_taking,
                first_of(
                    approved_at,
                    moment_signed_in("leader"),
                    moment_behind("approved_on"),
                    agreed_moment(_MEASURE),
                    at_midnight(_SIGNED),
                ),
            ),
        ),
        Take(
            "seizure_prolonged_on",
            only_if(
                _is_prolonging,
                first_of(
                    as_dates(moment_signed_in("leader")),
                    dated("approved_on"),
                    agreed_date(_LONGER),
                    signed_at_end(),
                    _SIGNED,
                ),
            ),
        ),
        Take("seizure_extended_to", only_if(_is_prolonging, _EXTENDED)),
        Take("seizure_at", only_if(_is_taking, _TAKEN)),
        Take("prolonging_measure", _prolonging),
        _URGENT_FLAG,
        _DOCUMENT_DATE,
    ),
    "DT15": (
        *_CASE,
        _OFFICERS,
        Take("issuing_body", issuing_body),
        Take("redress", redress),
        Take(
            "seizure_at",
            with_time(
                first_of(_TAKEN, _taken_because, moment_told(*_TERM_BEGINS), at_midnight(_SIGNED))
            ),
        ),
        Take("seizure_until", _term_end),
        Take("measure_element", _elements, many=True),
        ABSENT,
        WITNESS,
        _URGENT_FLAG,
        _DOCUMENT_DATE,
    ),
    "DT16": (*_CASE, _OFFICERS, ABSENT, WITNESS, _DOCUMENT_DATE),
    "DT17": (
        *_CASE,
        _OFFICERS,
        Take("seizure_extended_to", _EXTENDED),
        Take(
            "seizure_prolonged_on",
            first_of(
                as_dates(moment_signed_in("leader")),
                dated("approved_on"),
                signed_at_end(),
                _SIGNED,
            ),
        ),
        Take("prolonging_measure", _prolonging),
        _DOCUMENT_DATE,
    ),
    "DT18": (
        *_CASE,
        _OFFICERS,
        Take(
            "seizure_end_date",
            first_of(
                dated("lifted_on"),
                told_date(
                    rf"(?:自|从|于){DAY}(?:起|时)?(?:[^。;,对]{{0,12}}?)(?:解除|予以解除|放行)",
                ),
                _SIGNED,
            ),
        ),
        Take("seizure_returned_date", first_of(dated("returned_on", "surrendered_on"), _returned)),
        _DOCUMENT_DATE,
    ),
    "DT49": (
        *_CASE,
        _OFFICERS,
        Take("seizure_disposed_date", first_of(dated("handled_on"), _SIGNED)),
        _DOCUMENT_DATE,
    ),
}
"""Tables of their own, by document type."""

_DETAINED = re.compile(r"(?:扣留|扣押|暂扣|滞留)[^。]{0,60}(?:车辆|工具|车|船)")
_CALLED = re.compile(r"(?:接受|前来|前往|到)[^。]{0,40}处理|逾期(?:不|未)")


def _calls_owner(sheet: Sheet) -> bool:
    return bool(_DETAINED.search(sheet.text) and _CALLED.search(sheet.text))


ALSO: dict[str, tuple[Take, ...]] = {
    "DT06": (Take("seizure_at", moment_told(*_CARRIED_OUT)), _URGENT_FLAG, ABSENT, WITNESS),
    "DT39": (Take("seizure_announced_date", only_if(_calls_owner, _SIGNED)),),
    "DT47": (Take("seizure_announced_date", only_if(_calls_owner, _SIGNED)),),
}
"""What other types of documents give besides what their own tables say."""
