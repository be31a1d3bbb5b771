"""What a decision asks and tells: time and way to pay, remedies, and which elements it states."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewer.model import Redress
from reviewer.model.facts import READ_FROM
from reviewer.reading import law
from reviewer.reading.extract.near import is_ticked, near, ticked
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import TOLD, Finder, Found, first_of
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import weakest
from reviewer.reckoning.numerals import parse_numeral

_NUMBER = r"(?:[0-9]{1,3}|[零〇一二三四五六七八九十百两]{1,5})"
_DAYS = rf"(?P<n>{_NUMBER})个?(?:工作|自然)?[日天]"
_NOT_PAYING = r"(?:复议|诉讼|起诉|申请|陈述|申辩|听证|改正|整改|拆除|停止|补办|上缴|报)"
_PAYING = (
    r"(?:缴|交(?:纳|至|到|付|清|款|入|由)|履行|支付|付(?:清|讫|至|到)|送交|"
    r"(?:汇|存|转|打|划|拨|解)(?:入|至|到|往|付|款|账|交|进))"
)
_WHOLE = r"(?<![0-9零〇一二三四五六七八九十百两月./\-])"
"""The 30 of 4月30日前 is no number of days."""
_PAY_DAYS = re.compile(
    rf"(?:{_WHOLE}{_DAYS}(?:之?内|以内)?(?:(?!{_NOT_PAYING})[^。;]){{0,60}}?{_PAYING}"
    rf"|(?:缴款|缴纳|缴费|履行|缴罚)(?:罚款)?(?:的)?(?:期限|时限)(?:为|是|:|在|于)*"
    rf"(?:(?!{_NOT_PAYING})[^。;]){{0,24}}?{_WHOLE}(?P<m>{_NUMBER})个?(?:工作|自然)?[日天]"
    rf"|缴(?:(?!{_NOT_PAYING})[^。;]){{0,40}}?[期时]限[:为是]+"
    rf"(?:(?!{_NOT_PAYING})[^。;]){{0,24}}?{_WHOLE}(?P<o>{_NUMBER})个?(?:工作|自然)?[日天](?!前))"
)
_UNIT = re.compile("个?(?:工作|自然)?[日天]")
_PAY_MONTHS = re.compile(
    rf"(?P<n>半|{_NUMBER})个月(?:之?内|以内)(?:(?!{_NOT_PAYING})[^。;]){{0,60}}?{_PAYING}"
)
_HALF_MONTH, _MONTH = 15, 30
"""Days; a term told in months is none of fifteen days but for half a month."""
_TERM_BEFORE = re.compile(
    r"(?:之日起|之后起?|收到|接到|送达|签收|限|应当?|请|须|于|在|后|起)[^。;]{0,16}$"
)
_TERM_WITHIN = re.compile(r"日内?\((?:自|从|于)?(?:收到|接到|送达)")
"""15日内（自收到本决定书之日起）到…缴款: from when the days count stands behind them."""
_REPEALED = re.compile(r"(?:每|逾期|超过|加处|复议|诉讼|不少于|至少)[^。;]{0,6}$")


def pay_days(sheet: Sheet) -> Iterator[Found]:
    """Find the days in which the fine is to be paid."""
    yield from list(_pay_days(sheet)) or _pay_months(sheet)


def _pay_days(sheet: Sheet) -> Iterator[Found]:
    text = sheet.text
    for match in _PAY_DAYS.finditer(text):
        number = parse_numeral(match["n"] or match["m"] or match["o"])
        front = text[max(0, match.start() - 40) : match.start()]
        if not number or _REPEALED.search(front):
            continue
        led = _TERM_BEFORE.search(re.split("[。;]", front)[-1]) or _TERM_WITHIN.search(match[0])
        if match["n"] and not led:
            continue
        if is_ticked(text, match.start()):
            start, end = next(match.span(name) for name in "nmo" if match[name])
            unit = _UNIT.match(text, end)
            end = unit.end() if unit else min(len(text), end + 1)
            yield Found(number, sheet.flat.cut(start, end), TOLD)


def _pay_months(sheet: Sheet) -> Iterator[Found]:
    """Find a time to pay that is told in months, as its days."""
    for match in _PAY_MONTHS.finditer(sheet.text):
        front = re.split("[。;]", sheet.text[max(0, match.start() - 40) : match.start()])[-1]
        if _REPEALED.search(front) or not _TERM_BEFORE.search(front):
            continue
        months = 0 if match["n"] == "半" else parse_numeral(match["n"]) or 0
        days = _MONTH * months or _HALF_MONTH
        yield Found(days, sheet.flat.cut(*match.span()), TOLD)


_PERIOD = rf"(?P<n>{_NUMBER})个?(?:工作)?[日天](?:之?内|以内)?"
_MONTHS = rf"(?P<n>{_NUMBER})个月(?:之?内|以内)?"
_DAYS_AGAIN = rf"缴[^。;]{{0,16}}?{_NUMBER}个?(?:工作)?[日天]"
"""15日内缴纳 | 60日内向…复议: the nearer days are those of the remedy."""
_HALF_YEAR = 6
_RECONSIDER_DAYS = (
    re.compile(rf"{_PERIOD}(?:(?!诉讼|起诉|法院|{_DAYS_AGAIN})[^。;]){{0,60}}?复议"),
    re.compile(rf"复议[^。;]{{0,14}}?(?:期限|时限)[^。;]{{0,16}}?{_PERIOD}"),
    re.compile(rf"复议\([^()。;]{{0,40}}?{_PERIOD}"),
)
_SUIT_MONTHS = (
    re.compile(rf"{_MONTHS}(?:(?!复议)[^。;]){{0,60}}?(?:起诉|诉讼)"),
    re.compile(rf"(?:起诉|诉讼)[^。;]{{0,14}}?(?:期限|时限)[^。;]{{0,16}}?{_MONTHS}"),
    re.compile(rf"(?:起诉|诉讼)\([^()。;]{{0,40}}?{_MONTHS}"),
    re.compile(r"(?P<n>半)年(?:之?内|以内)?(?:(?!复议)[^。;]){0,60}?(?:起诉|诉讼)"),
)
_SUIT_DAYS = re.compile(rf"{_PERIOD}(?:(?!复议)[^。;]){{0,60}}?(?:起诉|诉讼)")
_RECONSIDER_MONTHS = re.compile(rf"{_MONTHS}(?:(?!诉讼|起诉|法院)[^。;]){{0,60}}?复议")
_FIGURE = re.compile(rf"半|{_NUMBER}")
_AFTER_REVIEW = re.compile(r"复议决定|复议机关逾期|复议期满|经复议|复议后")


def redress(sheet: Sheet) -> Iterator[Found]:
    """Find the remedies; what the plain wording does not give is looked for in others."""
    found = list(law.redress(sheet))
    days, months = _number(sheet, *_RECONSIDER_DAYS), _number(sheet, *_SUIT_MONTHS)
    for one in found:
        value = one.value
        if isinstance(value, Redress):
            if value.reconsideration_days is None and days:
                value = replace(value, reconsideration_days=days[0])
            if value.suit_months is None and months:
                value = replace(value, suit_months=months[0])
            yield replace(one, value=value, check=_is_clear(sheet, value, days, months))
    if not found and (days or months):
        spans = [span[1:] for span in (days, months) if span]
        strip = sheet.flat.cut(min(span[0] for span in spans), max(span[1] for span in spans))
        yield Found(Redress(days and days[0], "", months and months[0]), strip, TOLD)


def _is_clear(
    sheet: Sheet,
    value: Redress,
    days: tuple[int, int, int] | None,
    months: tuple[int, int, int] | None,
) -> bool:
    """Return whether periods and body were read well; the sentence around them need not be."""
    if not days or not months or days[0] != value.reconsideration_days:
        return False
    body = value.reconsideration_body
    at = sheet.text.find(body) if body else -1
    if months[0] != value.suit_months or at < 0:
        return False
    spans = [(at, at + len(body)), *(_figure(sheet, one[1]) for one in (days, months))]
    return all(weakest(sheet.flat.cut(*span), sheet.pages) >= READ_FROM for span in spans)


def _figure(sheet: Sheet, start: int) -> tuple[int, int]:
    """Return the range of the figure of 六十日, 60日 or 六个月; what follows is fixed."""
    match = _FIGURE.match(sheet.text, start)
    return match.span() if match else (start, start + 1)


def _number(sheet: Sheet, *patterns: re.Pattern[str]) -> tuple[int, int, int] | None:
    for pattern in patterns:
        for match in pattern.finditer(sheet.text):
            number = _HALF_YEAR if match["n"] == "半" else parse_numeral(match["n"])
            if number and not _after_review(sheet.text, match.start()):
                return number, match.start(), match.end()
    return None


def _after_review(text: str, at: int) -> bool:
    """Return whether the sentence up to `at` speaks of what follows a reconsideration."""
    return bool(_AFTER_REVIEW.search(re.split("[。;]", text[max(0, at - 60) : at])[-1]))


def _periods(pattern: re.Pattern[str]) -> Finder:
    def find(sheet: Sheet) -> Iterator[Found]:
        for match in pattern.finditer(sheet.text):
            number = parse_numeral(match["n"])
            if number and not _after_review(sheet.text, match.start()):
                yield Found(number, sheet.flat.cut(match.start(), match.end()), TOLD)

    return find


_SUING = re.compile(r"起诉|提起(?:行政)?诉讼|行政诉讼")


def direct_suit(sheet: Sheet) -> Iterator[Found]:
    """Find that one may sue without asking for reconsideration first."""
    text = sheet.text
    for match in _SUING.finditer(text):
        front = re.split("[。;]", text[max(0, match.start() - 120) : match.start()])[-1]
        back = text[max(0, match.start() - 12) : match.start()]
        if _AFTER_REVIEW.search(front) or re.search(r"(?:不|未|又不|逾期)[^,。;]{0,8}$", back):
            continue
        if re.search(r"复议[^。;]{0,40}(?:不服|仍)", front):
            continue
        if re.search(r"(?:法院|可以?|有权|或者?|直接|个月)", front):
            yield Found(True, sheet.flat.cut(match.start(), match.end()), TOLD)
            return


_FIRST = (
    r"(?:应当?|须|必须|可以?|需|请)?(?:依法)?先(?:行|依法)?(?:(?!诉讼|起诉)[^。;]){0,60}?复议",
    r"复议前置",
)
TERMS = (
    Take("pay_days", pay_days),
    Take("pay_by", near(after=r"(?:之?前|以前|日前)[^。;]{0,24}?(?:缴|交纳|履行)")),
    Take("redress", redress),
    Take("suit_days", _periods(_SUIT_DAYS)),
    Take("reconsideration_months", _periods(_RECONSIDER_MONTHS)),
    Take("reconsider_first", ticked(*_FIRST, unless=r"(?:逾期|不(?!服))[^。;]{0,4}$")),
    Take("direct_suit", direct_suit),
)
REMEDIES = tuple(one for one in TERMS if one.key not in ("pay_days", "pay_by"))
_SPOT = r"当场(?:收缴|缴纳|交纳|缴清|收取|缴款)"
ON_THE_SPOT = (
    Take(
        "collected_on_spot",
        first_of(
            ticked(
                rf"{_SPOT}",
                unless=r"(?:可以?|不|未|拒绝|无法|经当事人提出.{0,12}可|规定)[^。;,]{0,12}$|[“《][^”》]*$",
            )
        ),
    ),
    Take("spot_reason", ticked(r"(?:事后|当场收缴)[^。;]{0,12}?难以执行", value="hard"), many=True),
    Take("spot_reason", ticked(r"边远|水上|交通不便", value="remote"), many=True),
    Take(
        "spot_collection_asked",
        ticked(
            r"经?当事人(?:主动)?(?:提出|申请|要求|请求)",
            r"当事人[^。;]{0,30}?(?:提出|申请|要求|请求)[^。;]{0,12}?(?:当场|现场)(?:收缴|缴纳)",
        ),
    ),
)
