"""What a weighing slip, a certificate of verification and the papers that quote them say.

Weights are kept in kilograms, sizes in millimetres.  A value under its own label outweighs one in
running text; a number without unit is told by its size: no lorry weighs a thousand tonnes.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reviewer.reading.extract.take import Take
from reviewer.reading.finders import (
    GUESSED,
    LABELLED,
    TOLD,
    Finder,
    Found,
    either,
    first_of,
    told_flag,
)
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.signing import last_date
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.numerals import parse_numeral

_NUMBER = r"(?P<n>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,6}(?:\.[0-9]{1,3})?)(?!\.?[0-9]|年)"
"""The 5.202 of the fifth item 5．2023年 is none."""
_UNIT = r"(?P<unit>千克|公斤|kg|Kg|KG|kG|吨|[tT](?![a-zA-Z]))"
_WEIGHT = re.compile(rf"{_NUMBER}(?![0-9.年月日])\(?{_UNIT}?")
"""What stands below a label at the end of a list is the next of its points: 5.2023年11月16日."""
_KG_FROM = 1000
_HEAVIEST = 400_000
_IS = r"(?:均|应)?(?:为|是|达到?|约|即|有|计|:|,|\()*"
_NOTE = r"(?:\([^()0-9]{1,12}\))?"
_GROSS = re.compile(
    r"(?:车货总(?:重量?|质量)|车货合计(?:重量|总重)?|(?<!允许)(?<!许可)(?<!核定)(?<!最大)(?<!限定)"
    r"总(?:质量|重量?)|毛重|过磅重量?|称重(?:结果|重量|数据)?|实测(?:总?(?:质量|重量?|值))?|实载(?:质量|重量)?|"
    rf"检测(?:结果|数据|重量|总重))(?:合计|共计|实际|实测|检测|结果|数据|数值)*{_NOTE}{_IS}"
    rf"{_NUMBER}\(?{_UNIT}"
)
_LIMIT = re.compile(
    r"(?:限(?:定)?(?:载|重)?(?:标准|值|重|量|质量)|限重|限载|最大(?:允许|许可)?(?:总(?:质量|重量?)|限值)|"
    r"允许(?:最大)?总(?:质量|重量?)|法定(?:限值|标准)|认定标准|规定(?:的)?(?:限值|限重|标准)|标准限值|"
    r"限定(?:的)?(?:总质量|总重)|最高不(?:得)?超过|不得超过)(?:总质量|总重|标准|限值|数值)*"
    rf"{_NOTE}(?:应)?(?:不得)?(?:超过)?{_IS}{_NUMBER}\(?{_UNIT}"
)
_LIMIT_FIRST = re.compile(
    rf"超[过出](?:了)?{_NUMBER}\(?{_UNIT}的?(?:限(?:定|重|载)?(?:总质量)?(?:标准|值|重)|认定标准|规定标准)"
)
_EXCEEDED = re.compile(r"超[过出](?:了)?[0-9][0-9.,]*(?:千克|公斤|kg|KG|Kg|吨|t|T)?的?$")
"""超过31000千克的限定标准13000千克: what stands behind is by how much."""
_LEAST = 10_000
"""Kilograms; the lowest limit is 18,000 (超限规定 3), and less is the 1,000 of the rule itself."""
_OVER = re.compile(
    r"(?:超(?:限|重|载)(?:\(?(?:重量|质量|部分|量|数|吨位|吨数|值)\)?)?|超出(?:限值|标准|限重|限定标准|部分)?)"
    rf"{_NOTE}(?:了|共|计|合计|共计|为|达到?|约|:|,)*{_NUMBER}\(?{_UNIT}(?!的?(?:限|认定标准|规定标准))"
)
_OVER_BEHIND = re.compile(
    r"超[过出](?:了)?[0-9][0-9.,]*(?:千克|公斤|kg|KG|Kg|吨|t|T)的?(?:限(?:定|重|载)?(?:总质量)?(?:标准|值|重)|认定标准|规定标准)"
    rf"(?:的)?(?:达|计|共计|为|超)*{_NUMBER}\(?{_UNIT}"
)
_AXLES = re.compile(
    r"(?P<n>[2-9]|1[0-2]|二|两|三|四|五|六|七|八|九|十)(?:根)?轴(?!重|荷|载|距|及以上|以上|组|型)"
)
_AXLE_COUNT = re.compile(
    r"(?:车?轴数|轴数量|轴型)(?:\([^()]{1,6}\))?[:为是]*(?P<n>[2-9]|1[0-2]|[二三四五六七八九])"
)
_NO_AXLE = re.compile(r"(?:(?<![测重据账])单|双|联|并装|驱动)$")
_TRAIN = re.compile(r"汽车列车|半挂|牵引车|挂车|铰接列车|全挂")
_LORRY = re.compile(
    r"[二两三四2-4]轴[^。;,]{0,8}?(?:货车|载货汽车|载货车|自卸车)|(?:重型|中型|普通)?载货汽车"
    r"|(?:自卸|仓栅式?|厢式|平板)(?:货)?车"
)
_SINGLE = re.compile(r"驱动轴(?:为)?单轴|单驱动轴|单驱(?:动)?")
_METRES = r"[^。;,0-9]{0,8}?(?P<n>[0-9]{1,2}(?:\.[0-9]{1,3})?|[0-9]{4,5})(?P<unit>米|m|mm|毫米|M)"
_SIZES = {
    "height_mm": re.compile(rf"(?:总|车货|外廓)?高度?(?:\([^()]{{1,6}}\))?{_METRES}"),
    "width_mm": re.compile(rf"(?:总|车货|外廓)?宽度?(?:\([^()]{{1,6}}\))?{_METRES}"),
    "length_mm": re.compile(rf"(?:总|车货|外廓)?长度?(?:\([^()]{{1,6}}\))?{_METRES}"),
}
_TRIPLE = re.compile(
    r"(?:长[^0-9。;]{0,4}宽[^0-9。;]{0,4}高|外廓尺寸)[^0-9。;]{0,8}(?P<length_mm>[0-9.]+)(?:m|米|mm|毫米)?[×xX*]"
    r"(?P<width_mm>[0-9.]+)(?:m|米|mm|毫米)?[×xX*](?P<height_mm>[0-9.]+)"
)
_METRES_BELOW = 100
_SIZE_RULE = re.compile(r"(?:超过|不得|未超过|限(?:值|定)|标准)[^。;,]{0,10}$")
_RULE = re.compile(
    r"(?:规定|标准|根据|依据|依照|按照)[^。;]{0,40}[二两三四五六]轴(?:及以上)?[^。;]{0,30}$"
)
_MEASURED = re.compile(
    r"(?:检测|称重|过磅|过车|检斤|复磅|初检|通过|称量|测量|抓拍|采集)(?:的)?(?:时间|日期)[:为]*"
)
_MEASURED_TOLD = re.compile(r"(?:经|进行|实施|通过)[^。;]{0,30}(?:称重|检测|过磅|测量)")
_UNTIL = re.compile(
    r"(?:检定|校准|计量|衡器|证书|设备|合格证)?[^。;]{0,16}?(?:有效期?限?|有效日期)(?:至|到|截止|截至|止)?[:为]*(?:至|到)?"
    r"|下次(?:检定|校准)(?:日期|时间)[:为]*|有效(?:至|到)[:为]*"
)
_ABOUT_SCALE = re.compile(r"检定|校准|计量|衡|称重|检测(?:设备|仪器|系统)")
_FROM = re.compile(r"(?<!下次)(?:检定|校准)(?:日期|时间)[:为]*(?:自)?|有效期(?:限)?[:为]*自")
_ELECTRONIC = re.compile(
    r"非现场(?!勘)|电子技术监控|技术监控(?:设备|记录|系统)|电子监控|不停车(?:称重|超限|治超)?检测|自动(?:检测|抓拍)(?:设备|系统)|"
    r"卡口|抓拍|监控设备[^。;,]{0,8}自动|动态称重[^。;,]{0,12}自动(?:记录|检测|抓拍|采集)|自动(?:记录|采集)(?:形成|生成|的|,|。)"
)
_NOT_ELECTRONIC = re.compile(
    r"(?:未|没有|不(?:是|属于)|无|非)[^。;,]{0,6}$|□[^□☑√■。;]{0,10}$|《[^》]{0,30}$"
)
_FAILED = (
    r"(?:审核)?(?:结论|意见|结果)?[为:]?"
    r"(?:不合格|不符合(?:要求|规定|标准)|不予(?:采用|采信|通过)|审核(?:不|未)通过)"
)
_ANNOUNCED = re.compile(
    r"(?:设置|监控|检测)?(?:地点|点位|位置|站点)[^。;]{0,30}(?:公告|公布|公示)|(?:公告|公布|公示)[^。;]{0,30}(?:设置)?(?:地点|点位|位置)"
)


def _kilograms(number: str, unit: str | None) -> int | None:
    value = Decimal(number.replace(",", ""))
    tonnes = unit in {"吨", "t", "T"} if unit else value < _KG_FROM
    kilograms = int(value * 1000 if tonnes else value)
    return kilograms if 0 < kilograms <= _HEAVIEST else None


def _told_weight(pattern: re.Pattern[str], least: int = 1) -> Finder:
    """Find a weight of `least` kilograms in running text, where no rule of law is quoted."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for match in pattern.finditer(sheet.text):
            before = sheet.text[max(0, match.start() - 80) : match.start()]
            if _RULE.search(before) or _EXCEEDED.search(before):
                continue
            kilograms = _kilograms(match["n"], match["unit"])
            if least > 1 and kilograms and is_excess(sheet.text, before, kilograms):
                continue
            if kilograms and kilograms >= least:
                yield Found(kilograms, sheet.flat.cut(match.start("n"), match.end()), TOLD)

    return find


def _labelled_weight(field: str, least: int = 1) -> Finder:
    """Find a weight of `least` kilograms behind or below a label, which may carry the unit."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for hit in sheet.labels(field):
            value = sheet.value(hit)
            match = _WEIGHT.match(value.text)
            before = sheet.fragments[hit.at].text[: hit.start]
            if not match or not hit.sure or _EXCEEDED.search(before):
                continue
            kilograms = _kilograms(match["n"], match["unit"] or _unit_of(sheet, hit))
            if least > 1 and kilograms and is_excess(sheet.text, before, kilograms):
                continue
            if kilograms and kilograms >= least:
                yield Found(kilograms, value.cut(0, match.end()), LABELLED)

    return find


def _unit_of(sheet: Sheet, hit: Hit) -> str | None:
    label = sheet.fragments[hit.at].text[hit.start : hit.end]
    unit = re.search(_UNIT, label)
    return unit["unit"] if unit else None


def _axles(sheet: Sheet) -> Iterator[Found]:
    """Find how many axles the vehicle has: 六轴, 轴数：6."""
    for match in _AXLE_COUNT.finditer(sheet.text):
        yield Found(parse_numeral(match["n"]) or 0, sheet.flat.cut(*match.span()), LABELLED)
    for hit in sheet.labels("axle_count"):
        value = sheet.value(hit)
        if count := re.match(
            r"(?P<n>[2-9]|[二三四五六七八九])(?=轴|$|20[0-9]{2}|[^0-9])", value.text
        ):
            yield Found(parse_numeral(count["n"]) or 0, value.cut(0, count.end()), LABELLED)
    for match in _AXLES.finditer(sheet.text):
        before = sheet.text[max(0, match.start() - 80) : match.start()]
        number = parse_numeral(match["n"].replace("两", "二"))
        if number and not _NO_AXLE.search(before) and not _RULE.search(before):
            yield Found(number, sheet.flat.cut(*match.span()), TOLD)


def _train(sheet: Sheet) -> Iterator[Found]:
    """Find whether the vehicle is a lorry (货车) or a train (汽车列车), single drive axle told."""
    text = sheet.text
    if match := _TRAIN.search(text):
        single = "单轴驱动" if _SINGLE.search(text) else ""
        yield Found(f"汽车列车{single}", sheet.flat.cut(*match.span()), TOLD)
    elif match := _LORRY.search(text):
        yield Found("货车", sheet.flat.cut(*match.span()), TOLD)


def _size(key: str) -> Finder:
    """Find a size of vehicle and load in millimetres."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for match in _TRIPLE.finditer(sheet.text):
            if size := _millimetres(match[key].strip(".")):
                yield Found(size, sheet.flat.cut(*match.span(key)), LABELLED)
        for match in _SIZES[key].finditer(sheet.text):
            if "车" not in sheet.text[max(0, match.start() - 30) : match.end()]:
                continue
            if _SIZE_RULE.search(match[0]) or _SIZE_RULE.search(sheet.text[: match.start()][-12:]):
                continue
            if size := _millimetres(match["n"]):
                yield Found(size, sheet.flat.cut(match.start("n"), match.end()), TOLD)

    return find


def _millimetres(number: str) -> int | None:
    """Return a size in millimetres: below 100 it was given in metres."""
    if not re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", number):
        return None
    value = Decimal(number)
    size = int(value * 1000 if value < _METRES_BELOW else value)
    return size if 1000 < size < 60_000 else None


def _date_after(pattern: re.Pattern[str], about: re.Pattern[str] | None = None) -> Finder:
    """Find the date right behind `pattern`; with `about`, only where that is spoken of."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for match in pattern.finditer(sheet.text):
            if about and not about.search(sheet.text[max(0, match.start() - 60) : match.end()]):
                continue
            for one in find_dates(sheet.text[match.end() : match.end() + 34])[:1]:
                if one.start <= 3:
                    start, end = match.end() + one.start, match.end() + one.end
                    yield Found(one.value, sheet.flat.cut(start, end), LABELLED)

    return find


def _until(sheet: Sheet) -> Iterator[Found]:
    """Find until when the verification of the scale is valid: the last date of a span."""
    certificate = bool(re.search("检定证书|校准证书", sheet.text[:80]))
    for match in _UNTIL.finditer(sheet.text):
        near = sheet.text[max(0, match.start() - 60) : match.end() + 30]
        if not certificate and not _ABOUT_SCALE.search(near):
            continue
        after = sheet.text[match.end() : match.end() + 34]
        dates = find_dates(after)
        if not dates or dates[0].start > 3:
            continue
        one = dates[0]
        if len(dates) > 1 and re.fullmatch(r"(?:起)?[至到\-~]", after[one.end : dates[1].start]):
            one = dates[1]
        start, end = match.end() + one.start, match.end() + one.end
        yield Found(one.value, sheet.flat.cut(start, end), LABELLED)


def _measured_told(sheet: Sheet) -> Iterator[Found]:
    """Find the date of the sentence that tells of the weighing."""
    for match in _MEASURED_TOLD.finditer(sheet.text):
        before = sheet.text[max(0, match.start() - 90) : match.start()]
        before = re.split("[。;]", before)[-1]
        if dates := find_dates(before):
            start = match.start() - len(before) + dates[-1].start
            end = match.start() - len(before) + dates[-1].end
            yield Found(dates[-1].value, sheet.flat.cut(start, end), TOLD)


def _electronic(sheet: Sheet) -> Iterator[Found]:
    """Find that technical monitoring found the act; a box left empty does not say so."""
    for match in _ELECTRONIC.finditer(sheet.text):
        before = sheet.text[max(0, match.start() - 30) : match.start()]
        if not _NOT_ELECTRONIC.search(before):
            yield Found(True, sheet.flat.cut(*match.span()), TOLD)
            return


def _announced(sheet: Sheet) -> Iterator[Found]:
    if match := _ANNOUNCED.search(sheet.text):
        yield Found(True, sheet.flat.cut(*match.span()), TOLD)


_EXCEEDING = re.compile(r"超[过出]?(?:了)?(?:规定|法定|允许|认定|国家|公路|标准|该|其|的)*$")
_LIMITS = frozenset({18_000, 25_000, 27_000, 31_000, 36_000, 43_000, 46_000, 49_000})
"""Kilograms (超限运输车辆行驶公路管理规定第三条)."""


def is_excess(text: str, before: str, kilograms: int) -> bool:
    """Return whether 超过限值12200kg tells by how much: the words `before` name the limit only.

    The gross weight in `text` tells where the number could be a limit itself.
    """
    if not _EXCEEDING.search(before):
        return False
    weights = [_kilograms(one["n"], one["unit"]) or 0 for one in _GROSS.finditer(text)]
    return kilograms < min(_LIMITS) or (
        kilograms not in _LIMITS and any(one - kilograms in _LIMITS for one in weights)
    )


WEIGHTS = (
    Take("gross_weight_kg", either(_labelled_weight("gross_weight"), _told_weight(_GROSS))),
    Take(
        "weight_limit_kg",
        either(
            _labelled_weight("weight_limit", _LEAST),
            first_of(_told_weight(_LIMIT, _LEAST), _told_weight(_LIMIT_FIRST, _LEAST)),
        ),
    ),
    Take(
        "overweight_kg",
        either(
            _labelled_weight("overweight"),
            first_of(_told_weight(_OVER_BEHIND), _told_weight(_OVER)),
        ),
    ),
    Take("axles", _axles),
    Take("train_type", _train),
    *(Take(key, _size(key)) for key in _SIZES),
)
ELECTRONIC = (
    Take("electronic_evidence", _electronic),
    Take("place_announced", _announced),
)
REVIEWED = (Take("monitoring_failed", told_flag(_FAILED, unless=r"(?:如|若|未发现|没有)$")),)
CALIBRATION = (
    Take("calibration_valid_until", _until, many=True),
    Take("calibration_from", _date_after(_FROM)),
)


def _slip_date(sheet: Sheet) -> Iterator[Found]:
    """Find the date of a slip that labels none; a certificate of verification is no slip."""
    if not re.search("检定|校准", sheet.text[:60]):
        yield from last_date(GUESSED)(sheet)


MEASURED = (
    Take("measured_on", first_of(_date_after(_MEASURED), _measured_told)),
    Take("measured_on", _slip_date),
)
TOLD_MEASURED = (Take("measured_on", first_of(_date_after(_MEASURED), _measured_told)),)
