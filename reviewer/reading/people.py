"""Who is acted upon: the party (当事人), by its labels, as addressee, and by its numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewer.model.facts import READ_FROM
from reviewer.reading.finders import LABELLED, TOLD, Finder, Found
from reviewer.reading.names import kind_of, may_be_person, until_gap, words
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import Strip, weakest
from reviewer.reckoning.checkdigits import repair, valid_credit_code, valid_id_card

_HEAD_LINES = 12
_TALL = 0.1
"""A label stands at most this far from the first and the last row of its cell."""
_PARTY = re.compile(r"[\u4e00-\u9fa5A-Za-z0-9·()]{2,50}")
_PARTY_END = re.compile(
    r"\(?经营者.*|\((?:身份证|公民身份|统一社会|男|女|以下|下称|个体|个人独资|法定|法院|驾驶|车牌|地址|住址|联系|签|盖|证件|公?章|原名|现场|代码|"
    r"[0-9A-Z]{15}|[\u4e00-\u9fa5·]{2,4}在场).*|(?<=公司)[(]?(?:[0-9A-Z]{15}|法定代表|驾驶[员人](?!培训)|负责人|地址|住所?址?|方式).*|"
    r"雇请.*|"
    r"(?<=[\u4e00-\u9fa5)])20[0-9]{2}[年.\-/][0-9]{1,2}.*|"
    r"(?:,|;|男,|女,|性别|身份证|统一社会|于20|未取得|涉嫌|驾驶(?!员|人|培训|技[能术]|学|服务)).*|"
    r"(?<=..)(?:\(?(?:签名|签字|签章|盖章|签收)\)?)+(?:[:_].*)?$|"
    r"(?<=..)(?:信用代码|法定代表人|住所地?|住址|地址|联系电话)[:(].*|(?<=公司)(?:信用代码|注册号).*"
)
_LED = re.compile(
    r"(?:当事人|(?:被处罚|被检查|被询问|被调查|被告知|被申请|违法行为|行政相对|相对|违法嫌疑)人)"
    r"(?:的?(?:姓名|名称|单位))?(?:\((?:个人|单位|姓名|名称)\))?[:为是系]?(?=[\u4e00-\u9fa5]{2})"
)
"""The word for the party in front of its name: 当事人情况：当事人某某公司."""
_PRESENTED = re.compile(
    r"(?:当事人|被处罚人|相对人)[:为是系]?(?P<name>[\u4e00-\u9fa5A-Za-z0-9·()]{2,40}?)[,(](?:男|女|性别|系|统一社会|社会信用|"
    r"营业执照|法定代表|负责人|经营者|公民身份|居民身份|身份证|证件号|住所?|住址|地址|[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日(?:出?生))"
)
"""How a decision written as a letter presents the party: 当事人某某，男，公民身份号码…"""
_NO_PARTY = re.compile(
    r"某|[罚执案告通]字$|违法|事实|证据|案件|案情|决定|情况|处罚|依据|姓名|名称|如下|人民法院|人民政府|没有|不申请|确实|^代表(?!处)"
)
"""某 is a name made unreadable for publication."""
_NOT_CALLED = re.compile(
    r".*(?:(?:[0-9]{1,5}|(?<=[路街道巷])[一二三四五六七八九十百]{1,5})号(?:.{0,10}[室户楼栋层])?|[0-9]{2,5}[室户])|"
    r".{2,}(?:省|市|县|区|旗).{1,14}[路街巷镇乡].{0,16}(?:[号组村]|社区|小区)|[0-9A-Z()\-]+|"
    r".{0,4}?[代证]?[码号]?[0-9A-Z]{15,18}.*|[12][0-9]{3}年.*|(?:住[址所]|地址|电话|日期|时间|联系)(?:.*)"
)
"""An address, a date, a number or another label stands where the name of the party is missing."""
_SALUTATION = re.compile(r"(?P<name>[\u4e00-\u9fa5A-Za-z0-9·()]{2,40}?)(?:先生|女士|同志)?:")
_RUN_IN = re.compile(
    r"(?P<name>[\u4e00-\u9fa5A-Za-z0-9·()]{2,40}?)(?:先生|女士|同志)?:(?=[^:]{0,80}?(?:你|您|贵(?:公司|单位)))"
)
"""A letter of one paragraph: 某某：因你驾驶……."""
_AUTHORITY = re.compile(
    r"(?:交通|运输|公路|执法|海事|航道|路政|运管|监督).{0,14}(?:局|队|所|站|委员会|厅|中心|处)$|人民(?:政府|法院)$"
)
_BUREAU = re.compile(
    r".{0,20}(?:交通|运输|公路|海事|航道|港航|路政|运政|执法).{0,14}(?:局|委员会|厅|[总支大中]队)"
)
"""The authority itself, where the party's name was expected."""
_NO_ADDRESSEE = re.compile(
    r"内容|告知|事项|如下|说明|理由|根据|依照|特此|权利|义务|注意|备注|附件|以下|现将|主文|正文|抄送|附录|声明|标题"
)
_LENGTHS = (15, 18)
_REST = re.compile(r"[0-9A-Z]{1,6}(?![0-9A-Z年])")
"""What a narrow cell leaves of a number for its next line."""
_LABELLED_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{15,18}(?![0-9A-Z])")
_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{15,18}(?![0-9A-Z])")


def party(*fields: str, addressed: bool = False) -> Finder:
    """Find the party behind its labels, behind 姓名 or 名称 below them, or as addressee."""
    wanted = fields or ("party",)

    def find(sheet: Sheet) -> Iterator[Found]:
        labelled = False
        for hit in sheet.labels(*wanted):
            if not hit.sure:
                continue
            name = (
                _name_in(sheet.value(hit, wrapped=True))
                or _named_below(sheet, hit)
                or _named_beside(sheet, hit)
            )
            if name:
                labelled = True
                yield Found(name.text, name, LABELLED)
        if not labelled:
            yield from _presented(sheet)
        if addressed:
            yield from _addressee(sheet)

    return find


def _presented(sheet: Sheet) -> Iterator[Found]:
    match = _PRESENTED.search(sheet.text)
    name = _name_in(sheet.flat.cut(*match.span("name"))) if match else None
    if match and name and name.text == match["name"]:
        yield Found(name.text, name, TOLD)


def _name_in(value: Strip) -> Strip | None:
    shift = len(value.text) - len(value.text.lstrip(":"))
    if led := _LED.match(value.text, shift):
        shift = led.end()
    text = _PARTY_END.sub("", value.text[shift:])
    if text.endswith(")") and "(" not in text:
        text = text[:-1]  # (当事人:某某公司)
    match = _PARTY.match(text)
    if not match:
        return None
    name = value.cut(shift, shift + len(_balanced(match[0])))
    first = until_gap(name)
    if len(first) < len(name) and kind_of(first.text, ""):
        name = first
    first = next(words(name), name)
    if may_be_person(first.text) and len(first) < len(name):
        name = first
    spaced = [word for word in words(name) if len(word) == 1]
    if len(spaced) == len(name) and len(name) > 4:
        return None
    text = name.text.strip("()")
    known = kind_of(name.text, "") is not None or len(text) >= 5
    label = re.fullmatch(
        r"(?:个人|单位|姓名|名称|公民|法人|签名|或者?|盖章|及其他组织|[()])+.*", text
    )
    other = (
        label or _BUREAU.fullmatch(text) or _NO_PARTY.search(text) or _NOT_CALLED.fullmatch(text)
    )
    return name if known and not other else None


def _balanced(name: str) -> str:
    """Return the name without a bracket that the words around it opened."""
    return name[:-1] if name.endswith(")") and name.count(")") > name.count("(") else name


def _named_below(sheet: Sheet, hit: Hit) -> Strip | None:
    """Return the first 姓名 or 名称 that is filled in among the labels after `hit`."""
    following = [h for h in sheet.hits if (h.at, h.start) > (hit.at, hit.start)][:14]
    for other in following:
        if other.field in {"person_name", "unit_name"} and other.sure:
            name = _name_in(sheet.value(other, wrapped=True))
            if name:
                return name
        if other.field in {"officers", "asked", "witness"}:
            return None
    return None


def _named_beside(sheet: Sheet, hit: Hit) -> Strip | None:
    """Return the first 姓名 or 名称 right of a label that stands at a tall cell of several rows."""
    own = sheet.fragments[hit.at]
    if not (hit.whole and own.drawn):
        return None
    beside = [
        other
        for other in sheet.labels("person_name", "unit_name")
        if other.sure
        and sheet.fragments[other.at].page == own.page
        and sheet.fragments[other.at].box.x0 >= own.box.x1
        and abs(sheet.fragments[other.at].middle - own.middle) < _TALL
    ]
    beside.sort(key=lambda other: sheet.fragments[other.at].middle)
    names = (_name_in(sheet.value(other, wrapped=True)) for other in beside)
    return next((name for name in names if name), None)


def _addressee(sheet: Sheet) -> Iterator[Found]:
    for at, one in enumerate(sheet.fragments[:_HEAD_LINES]):
        match = _SALUTATION.fullmatch(one.text)
        if match and _AUTHORITY.search(match["name"]):
            return  # an application is addressed to the authority
        run_in = None if match else _RUN_IN.match(one.text)
        match = match or run_in
        named = match and kind_of(match["name"], "") and not _NO_ADDRESSEE.search(match["name"])
        labelled = match and any(hit.start < match.end("name") for hit in sheet.hits_in(at))
        if match and named and not (labelled if run_in else sheet.hits_in(at)):
            strip = one.strip.cut(0, match.end("name"))
            yield Found(match["name"], strip, TOLD)
            return


def party_kind(parties: Finder) -> Finder:
    """Find what the party is, on the place where its name stands."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for one in parties(sheet):
            kind = kind_of(str(one.value), sheet.text)
            if kind:
                yield Found(kind, one.strip, one.weight)

    return find


def party_id(sheet: Sheet) -> Iterator[Found]:
    """Find ID card numbers and credit codes behind their labels, or standing anywhere if valid."""
    seen: set[str] = set()
    for hit in sheet.labels("credit_code", "id_no"):
        value = sheet.value(hit)
        match = _LABELLED_CODE.search(value.text.upper())
        if match and len(match[0]) not in _LENGTHS:
            longer = sheet.value(hit, wrapped=True)
            rest = _LABELLED_CODE.search(longer.text.upper())
            value, match = (longer, rest) if rest and len(rest[0]) in _LENGTHS else (value, match)
        if match:
            seen.add(match[0])
            strip = value.cut(match.start(), match.end())
            cut = len(strip) not in _LENGTHS and _may_go_on(sheet, strip)
            yield replace(_code_found(sheet, strip, LABELLED), doubt=cut)
    for match in _CODE.finditer(sheet.text.upper()):
        if match[0] not in seen and (valid_id_card(match[0]) or valid_credit_code(match[0])):
            yield _code_found(sheet, sheet.flat.cut(match.start(), match.end()), TOLD)


def _may_go_on(sheet: Sheet, strip: Strip) -> bool:
    """Return whether a number ends with its line and the next lines begin as it would go on."""
    at = sheet.fragment_of[strip.spots[-1]]
    one = sheet.fragments[at]
    if one.strip.spots[-1] != strip.spots[-1]:
        return False
    below = [
        sheet.fragments[other]
        for other in sheet.on_page(one.page)
        if sheet.fragments[other].row in (one.row + 1, one.row + 2)
    ]
    return any(_REST.match(other.text.upper()) for other in below)


def _code_found(sheet: Sheet, strip: Strip, weight: float) -> Found:
    """Return the code, mended where a character was read weakly; else it stays as printed."""
    code = strip.text.upper()
    weak = [
        at for at in range(len(strip)) if weakest(strip.cut(at, at + 1), sheet.pages) < READ_FROM
    ]
    mended = repair(code, weak)
    return Found(mended or code, strip, weight, check=mended is not None)
