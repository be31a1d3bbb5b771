"""What documents of nearly every type may say beside their own table: orders, numbers, plates.

Rules that ask the whole file (is a correction ordered anywhere, does the plate agree everywhere)
need these from each document; what a type's own table gives already is not taken again.
"""

import re
from collections.abc import Iterator

from reviewer.reading.extract.handing_over import HANDED_OVER
from reviewer.reading.extract.handing_over import TELLS as HANDING
from reviewer.reading.extract.seals import OUTWARD, SEAL
from reviewer.reading.extract.shared import ORDERED, STATUTE, numbered, plates
from reviewer.reading.extract.statements import gives_up
from reviewer.reading.extract.take import Take
from reviewer.reading.extract.withdrawing import TELLS, WITHDRAWN_CASE
from reviewer.reading.finders import TOLD, Finder, Found, dated, first_of, told_flag
from reviewer.reading.money import counted
from reviewer.reading.people import party_id
from reviewer.reading.records import session_date, untimed
from reviewer.reading.sheet import Sheet
from reviewer.reading.signing import last_date, signing_date
from reviewer.reckoning.docnumbers import find_numbers

_DAYS = r"(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,4})个?(?:工作|自然)?[日天]"
_DONE = r"(?:改正|整改|停止|拆除|卸载|恢复|补办|消除|清除|纠正)"
_OTHER_TERM = r"(?:(?!陈述|申辩|听证|缴纳|缴款|复议|诉讼|[。;]).)"
_CORRECTION_DAYS = (
    rf"(?:责令|限期|限你|限于|限|应当?|请|须)(?:(?!处以|罚款){_OTHER_TERM}){{0,50}}?"
    rf"{_DAYS}(?:之?内|以内){_OTHER_TERM}{{0,30}}?{_DONE}",
    rf"{_DONE}{_OTHER_TERM}{{0,12}}?(?:期限|时限){_OTHER_TERM}{{0,14}}?{_DAYS}",
    rf"(?:责令|限期){_OTHER_TERM}{{0,20}}?{_DONE}{_OTHER_TERM}{{0,16}}?(?:期限|限){_OTHER_TERM}{{0,4}}?{_DAYS}",
)
_MONITORED = (
    r"(?<![□☐])(?:电子(?:技术)?监控|技术监控|电子抓拍|非现场(?:执法|处罚|检测|查处|治超))",
    r"(?:不停车|动态)(?:称重|超限)?(?:检测|监测)?(?:系统|设备|点)[^。;]{0,12}(?:记录|采集|抓拍|检测到|监测到)",
)
_NO_OBJECTION = re.compile(
    r"(?:无|没有|不持|未提出)(?:任何)?(?:其他)?(?:异议|意见|陈述|申辩)|不(?:作|做|提出|进行|要求)?(?:任何)?"
    r"(?:陈述|申辩)|放弃[^。;]{0,12}(?:陈述|申辩|上述|以上|全部|权利)|不需要[^。;]{0,6}(?:陈述|申辩)"
)
_ARGUES = re.compile(
    r"(?:陈述|申辩)(?:意见|内容|理由)?(?:如下|:)|认为|请求|恳请|希望|不服|从轻|减轻|免予|困难|异议|理由|特此申辩"
)
_WEIGHED_AGAIN = re.compile(r"复检|复磅|复称|卸载后|卸货后|再次称重")
_GOODS = re.compile(
    r"(?:序号|编号)?.{0,6}(?:物品|财物|车辆)?名称.{0,16}?(?:规格|型号|数量|特征|单位).{0,16}?"
    r"(?:数量|特征|单位|备注|状况)(?![^。;]{0,16}(?:[详另]见|见附|附后|所附))|"
    r"(?:财物|物品|车辆|扣押|查封|暂扣|扣留|涉案)(?:清单|明细)(?:如下|:(?![^。]{0,6}附|[^。]{0,4}见))|"
    r"(?:扣押|查封|暂扣|扣留|下列|以下|涉案)(?:的)?(?:物品|财物|车辆|证件)(?:名称|[及和、与]|数量)*(?:如下)?:"
    r"(?!附|[^。]{0,4}见)[^。;]{0,40}?[0-9一二两三](?:辆|台|艘|把|[本张件套份个])"
)
_ORIGINAL = re.compile(
    r"(?:与|同)原[件本](?:核对)?(?:一致|无异|相符|相同|无误)|原件(?:已)?核对|核对无[误异]"
)
_OWNER = re.compile(
    r"(?:所有人|业户名称|车主|车辆所有人)[:：]?\n?(?P<name>[\u4e00-\u9fa5A-Za-z0-9·()]{2,40})"
)
_OWNER_ENDS = re.compile(
    r"(?:住址|地址|使用性质|品牌|车辆|号牌|经营|业户|发证|道路|注册|Add|Own).*"
)
_PERMIT = re.compile(
    r"(?:道路)?运输证(?:件)?(?:字)?号码?[:：]?\n?(?P<no>[\u4e00-\u9fa5]{0,8}(?:字)?(?:第)?[0-9A-Z]{6,20}号?)"
)
_NAMED = {
    "decision_no": re.compile(
        r"(?<!不予)(?:行政)?处罚决定书?[》”\"]?[(,]?(?:文号|编号|字号|号)?[:为]?"
    ),
    "notice_no": re.compile(r"(?:违法行为通知书|告知书)[》”\"]?[(,]?(?:文号|编号|字号|号)?[:为]?"),
}
_KINDS_OF_NUMBER = {
    "case_no": re.compile(r"[案立]字?〔"),
    "decision_no": re.compile(r"罚(?:决)?字?〔"),
    "notice_no": re.compile(r"(?:告|罚先|罚听|(?<![听责催改])通)字?〔"),
}


def mentioned(key: str) -> Finder:
    """Find the number of a decision or notice that stands right behind its name."""
    name = _NAMED[key]

    def find(sheet: Sheet) -> Iterator[Found]:
        text = sheet.text
        numbers = {one.start: one for one in find_numbers(text)}
        for match in name.finditer(text):
            one = numbers.get(match.end())
            if one and "〔" in one.value:
                yield Found(one.value, sheet.flat.cut(one.start, one.end), TOLD)

    return find


def numbered_by(key: str) -> Finder:
    """Find the one number whose 字 tells what bears it: 案 a case, 罚 a decision, 告 a notice."""
    kind = _KINDS_OF_NUMBER[key]

    def find(sheet: Sheet) -> Iterator[Found]:
        found = [one for one in find_numbers(sheet.text) if kind.search(one.value)]
        if len({one.value for one in found}) == 1:
            yield Found(found[0].value, sheet.flat.cut(found[0].start, found[0].end), TOLD)

    return find


def _said(pattern: re.Pattern[str]) -> Finder:
    def find(sheet: Sheet) -> Iterator[Found]:
        if match := pattern.search(sheet.text):
            yield Found(True, sheet.flat.cut(match.start(), match.end()), TOLD)

    return find


def _pleaded(sheet: Sheet) -> Iterator[Found]:
    """Find that the party argues something; giving up the hearing beside it does not matter."""
    text = sheet.text
    match = _ARGUES.search(text)
    objects_nothing = _NO_OBJECTION.search(text)
    given_up, _ = gives_up(text)
    if match and not objects_nothing and not (given_up and "放弃" in text[:40]):
        yield Found(True, sheet.flat.cut(match.start(), match.end()), TOLD)


def _when(pattern: re.Pattern[str], finder: Finder) -> Finder:
    """Take what `finder` finds on sheets that say `pattern`."""

    def find(sheet: Sheet) -> Iterator[Found]:
        if pattern.search(sheet.text):
            yield from finder(sheet)

    return find


def _owner(sheet: Sheet) -> Iterator[Found]:
    for match in _OWNER.finditer(sheet.flow.text):
        name = _OWNER_ENDS.sub("", match["name"])
        if len(name) > 1:
            start = match.start("name")
            yield Found(name, sheet.flow.cut(start, start + len(name)), TOLD)
            return


def _permit_no(sheet: Sheet) -> Iterator[Found]:
    for match in _PERMIT.finditer(sheet.flow.text):
        number = match["no"].removesuffix("号")
        yield Found(number, sheet.flow.cut(match.start("no"), match.end("no")), TOLD)


_ORDERED = Take("correction_ordered", told_flag(*ORDERED, unless=STATUTE))
_DAYS_TAKE = Take("correction_days", first_of(*map(counted, _CORRECTION_DAYS)))
_DECISION_NO = Take(
    "decision_no",
    first_of(numbered("decision_no"), mentioned("decision_no"), numbered_by("decision_no")),
)
_NOTICE_NO = Take("notice_no", first_of(mentioned("notice_no"), numbered_by("notice_no")))
_CASE_NO = Take("case_no", numbered_by("case_no"))
_PLATES = Take("plate", plates, many=True)
_PARTY_ID = Take("party_id", party_id)
_PERMIT_NO = Take("permit_no", _permit_no)
_LAST = first_of(signing_date(), dated("signed_on"), last_date())

_NO_ORDER = {"DT01", "DT02", "DT03", "DT27", "DT29", "DT37", "DT38", "DT39", "DT41", "DT53"}
_NO_ORDER |= {"DT55", "DT56", "DT61", "DT63"}
_NO_PLATE = {"DT01", "DT02", "DT03", "DT61", "DT63"}
_DECISION_NAMED = {"DT20", "DT39", "DT40", "DT41", "DT43", "DT44", "DT45", "DT46", "DT51", "DT52"}
_DECISION_NAMED |= {"DT53", "DT59", "DT62"}
_NOTICE_NAMED = {"DT27", "DT28", "DT29", "DT30", "DT35"}
_IDENTIFIED = {"DT15", "DT16", "DT17", "DT18", "DT20", "DT24", "DT25", "DT28", "DT30", "DT32"}
_IDENTIFIED |= {"DT33", "DT40", "DT43", "DT44", "DT45", "DT51", "DT57", "DT59"}
_NO_CASE_NUMBER = {"DT02", "DT26", "DT34", "DT35", "DT36", "DT55", "DT61", "DT63"}
_DAYS_TOLD = {"DT06", "DT19", "DT20", "DT26", "DT34", "DT35", "DT36"}
_MONITORING = {"DT05", "DT13", "DT23", "DT26", "DT35", "DT36"}
_RECORDS = {"DT06", "DT07", "DT08"}
_OWN: dict[str, tuple[Take, ...]] = {
    "DT06": (Take("recheck_date", _when(re.compile("复查"), session_date)),),
    "DT13": (Take("recheck_date", _when(_WEIGHED_AGAIN, _LAST)),),
    "DT15": (Take("goods_listed", _said(_GOODS)),),
    "DT27": (Take("pleaded", _pleaded),),
    "DT55": (
        Take("checked_with_original", _said(_ORIGINAL)),
        Take("owner", _owner),
    ),
}


def takes_beside(code: str) -> tuple[Take, ...]:
    """Return what is taken of a document of type `code` beside its own table."""
    shared = (
        (_ORDERED, code not in _NO_ORDER),
        (_PLATES, code not in _NO_PLATE),
        (_DAYS_TAKE, code in _DAYS_TOLD),
        (_DECISION_NO, code in _DECISION_NAMED),
        (_NOTICE_NO, code in _NOTICE_NAMED),
        (_CASE_NO, code not in _NO_CASE_NUMBER),
        (_PARTY_ID, code in _IDENTIFIED),
        (_PERMIT_NO, code not in _NO_PLATE),
        (WITHDRAWN_CASE, code in TELLS),
        (HANDED_OVER, code in HANDING),
        (SEAL, code in OUTWARD),
        (Take("untimed", untimed), code in _RECORDS),
        (Take("monitored", told_flag(*_MONITORED)), code in _MONITORING),
    )
    return (*_OWN.get(code, ()), *(take for take, wanted in shared if wanted))
