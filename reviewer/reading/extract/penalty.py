"""What a notice (违法行为通知书) and a decision (行政处罚决定书) say."""

import re
from collections.abc import Iterator

from reviewer.reading.bodies import issuing_body
from reviewer.reading.citations import cited_articles
from reviewer.reading.extract.elements import IN_DECISION, IN_NO_PENALTY, IN_NOTICE
from reviewer.reading.extract.shared import (
    DAY,
    DEADLINES,
    ORDERED,
    OWN_NUMBER,
    SAME_SENTENCE,
    STATUTE,
    YEAR,
    cause,
    numbered,
    plates,
)
from reviewer.reading.extract.statements import waiver_below
from reviewer.reading.extract.take import Take
from reviewer.reading.extract.terms import ON_THE_SPOT, REMEDIES, TERMS
from reviewer.reading.extract.unit import HELD, PARTY, PENALTY
from reviewer.reading.finders import TOLD, Finder, Found, dated, first_of, told_date, told_flag
from reviewer.reading.money import counted, fines
from reviewer.reading.officers import officers
from reviewer.reading.people import party, party_id, party_kind
from reviewer.reading.run_in import body_date
from reviewer.reading.sheet import Sheet
from reviewer.reading.signing import receipt_date, signing_date
from reviewer.reading.ticks import has_lost_all, is_unticked
from reviewer.reckoning.dates import find_dates

_DAYS = r"(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,4})个?(?:工作|自然)?[日天]"
_STEP = r"(?:立案|受理|送达|作出|询问|调查终结|告知|审核|讨论|制作|举行|听证|缴纳|申请|提出|收到)"
_NOT_DONE = (
    r"(?:(?!检查|发现|巡查|查获|接到|举报|立案|决定|送达|作出|告知|申请|领取|(?<!未)取得|登记|检测|"
    rf"调查|询问|成立|注册|购买|购置|投入|收到|受理|移送|{YEAR})[^。;])"
)
_FILED = r"(?![^。;,]{0,60}立案)"
"""本机关于2024年8月15日对当事人涉嫌……立案调查: the day of filing, not of the offence."""
_NO_LIMIT = r"(?!之?前|以前|日前)"
"""责令其于2024年5月17日前办理备案 tells a limit."""
OFFENCE = first_of(
    dated("offence_on"),
    # Told of the party itself; what officers did on a day says less of the offence.
    told_date(
        rf"(?<!人员)(?<!我局)(?<!本局)(?<!机关)(?<!队)于{DAY}{_NO_LIMIT}{_FILED}{_NOT_DONE}{{0,30}}?"
        r"(?:驾驶|从事|擅自|未取得|未经|实施|倾倒|堆放|占用|损坏|经营|超限|超载|装载|雇用|聘用|使用|(?<!交通)运输(?!局|委员会|管理|综合))"
    ),
    told_date(
        rf"(?:经查|经调查|查明|违法事实|违法行为|现查明){SAME_SENTENCE}{{0,24}}?{DAY}"
        rf"{_NO_LIMIT}{_FILED}(?!{SAME_SENTENCE}{{0,6}}{_STEP})",
        rf"(?:你(?:\(?单位\)?|公司)?|当事人|公司)[^。]{{0,6}}?于{DAY}{_NO_LIMIT}{_FILED}(?!{SAME_SENTENCE}{{0,6}}{_STEP})",
        rf"(?<!受案)(?<!受案:){DAY}{_NO_LIMIT}{_FILED}(?!{SAME_SENTENCE}{{0,6}}{_STEP}){SAME_SENTENCE}{{0,80}}?"
        r"(?:驾驶|未取得|擅自|超限|超载|从事|实施|装载|行驶|(?<!交通)运输(?!局|委员会|管理|综合)|检查(?!点|站))",
    ),
    told_date(
        rf"{DAY},?(?:你|当事人|该)(?:单位|公司|船|车)?{_NOT_DONE}{{0,60}}?"
        r"(?:倾倒|堆放|占用|损坏|挖掘|停靠|停放|上客|揽客|聘用|雇用|使用|允许|施工|作业|未|不)"
    ),
)
_BOX_WITHIN = 120


def _is_unchecked(text: str, at: int) -> bool:
    """Return whether an empty box stands in front of what begins at `at`, others being checked."""
    return is_unticked(text, at, _BOX_WITHIN, others_ticked=True)


def _days(pattern: str) -> Finder:
    """Find the days of a right, unless its box was left empty."""
    counting = counted(pattern)

    def find(sheet: Sheet) -> Iterator[Found]:
        for found in counting(sheet):
            if not _is_unchecked(sheet.text, sheet.flat.spots.index(found.strip.spots[0])):
                yield found

    return find


def _own_case_no(sheet: Sheet) -> Iterator[Found]:
    """Find the case number; a form may print the document's own number as 案号."""
    for found in numbered("case_no")(sheet):
        if not OWN_NUMBER.search(str(found.value)):
            yield found


def _right(pattern: str) -> Finder:
    """Find that a right is told; a box left empty beside checked ones does not tell it."""
    compiled = re.compile(pattern)

    def find(sheet: Sheet) -> Iterator[Found]:
        text = sheet.text
        for match in compiled.finditer(text):
            if _is_unchecked(text, match.start()):
                continue
            if re.search(r"(?:不|未|没|没有)$", text[max(0, match.start() - 3) : match.start()]):
                continue
            strip = sheet.flat.cut(match.start(), match.end())
            yield Found(True, strip, TOLD, doubt=has_lost_all(text))
            return

    return find


def _warning_only(sheet: Sheet) -> Iterator[Found]:
    match = re.search(r"(?:给予|处以?|予以|作出)[^。;,]{0,12}警告", sheet.text)
    # 罚款0元 is how a table of fines comes to a warning.
    if match and not any(found.value and found.weight >= TOLD for found in fines()(sheet)):
        yield Found(True, sheet.flat.cut(match.start(), match.end()), TOLD)


def _fine(sheet: Sheet) -> Iterator[Found]:
    """Find the fine in digits; the words stand in when nothing else is printed."""
    digits = list(fines(words=False)(sheet))
    yield from digits or fines(words=True)(sheet)


def _beside_the_place(sheet: Sheet) -> Iterator[Found]:
    """Find the day behind 时间 alone, as a form of a decision prints it beside 地点."""
    for hit in sheet.labels("time"):
        value = sheet.value(hit)
        dates = find_dates(value.text) if hit.sure and hit.label == "时间" else []
        if dates and dates[0].start == 0:
            yield Found(dates[0].value, value.cut(0, dates[0].end), TOLD)


_COMMON = (
    Take("case_no", _own_case_no),
    Take("cause", cause),
    Take("party", party(addressed=True)),
    Take("party_kind", party_kind(party(addressed=True))),
    Take("party_id", party_id),
    Take("plate", plates, many=True),
    Take("officer", officers, many=True),
    Take("offence_date", first_of(OFFENCE, _beside_the_place)),
    Take("cited_article", cited_articles, many=True),
    Take("issuing_body", issuing_body),
    PENALTY,
    HELD,
    *PARTY,
    Take("correction_ordered", told_flag(*ORDERED, unless=STATUTE)),
    Take("correction_deadline", first_of(dated("correction_by"), told_date(*DEADLINES))),
)
_SIGNED = first_of(signing_date(), dated("decided_on", "signed_on"), body_date())
NOTICE = (
    *_COMMON,
    Take("notice_no", numbered("number", head=True)),
    Take("notice_date", _SIGNED),
    Take("notice_fine", _fine),
    Take("notice_served_date", receipt_date()),
    Take("waiver_date", waiver_below),
    Take(
        "hearing_right_told",
        _right(
            r"(?:(?:要求|申请|有权|可以|享有|提出)[^。;□☑√■]{0,24}?听证|"
            r"有(?:要求|申请|提出)?(?:举行)?听证的?权|要(?:求)?(?:举行)?听证的|"
            r"听证[^。;□☑√■]{0,16}?(?:提出申请|提出要求|书面提出))"
        ),
    ),
    Take(
        "pleading_right_told",
        _right(
            r"(?:(?:有权|可以|可|享有|提出|进行)[^。;□☑√■]{0,30}?(?:陈述|申辩)|"
            r"有(?:进行|提出)?(?:陈述|申辩)[^。;□☑√■]{0,6}?权|"
            r"(?:陈述|申辩)[^。;□☑√■]{0,30}?(?:提出|行使|进行))"
        ),
    ),
    Take(
        "plead_days",
        first_of(
            _days(rf"{_DAYS}(?:之?内|前)?(?:(?!听证)[^。;□☑√■]){{0,40}}?(?:陈述|申辩)"),
            _days(rf"(?:陈述|申辩)(?:(?!听证)[^。□☑√■]){{0,50}}?{_DAYS}(?:之?内|前)"),
            _days(
                rf"(?:陈述|申辩)[^。□☑√■]{{0,12}}。(?:(?!听证)[^。□☑√■]){{0,30}}?{_DAYS}(?:之?内|前)"
                r"(?:(?!听证|复议|诉讼|缴)[^。□☑√■]){0,12}提出"
            ),
        ),
    ),
    Take(
        "hearing_days",
        first_of(
            _days(rf"{_DAYS}(?:之?内|前)?[^。;□☑√■]{{0,60}}?听证"),
            _days(rf"听证[^。□☑√■]{{0,50}}?{_DAYS}(?:之?内|前)"),
        ),
    ),
    IN_NOTICE,
)
DECISION = (
    *_COMMON,
    Take("decision_no", numbered("decision_no", "number", head=True)),
    Take("decision_date", _SIGNED),
    Take("decision_fine", _fine),
    Take("decision_fine_words", fines(words=True)),
    Take("decision_served_date", receipt_date()),
    *TERMS,
    *ON_THE_SPOT,
    IN_DECISION,
    Take("warning_only", _warning_only),
)
NO_PENALTY = (
    *_COMMON,
    Take("decision_no", numbered("decision_no", "number", head=True)),
    Take("decision_date", _SIGNED),
    *REMEDIES,
    IN_NO_PENALTY,
    Take("decision_served_date", receipt_date()),
)
