"""Fines and other money that documents name.

A fine is an amount beside 罚款; amounts of a statute (以上、以下), of additional fines (加处) and
of proceeds (违法所得) are not.  What is decided outweighs what is told of earlier penalties or of
the bands of discretion (裁量基准); figures and words that agree outweigh a figure alone.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from reviewer.reading.finders import GUESSED, LABELLED, TOLD, Finder, Found
from reviewer.reading.sheet import Sheet
from reviewer.reckoning.amounts import FoundAmount, find_amounts
from reviewer.reckoning.numerals import parse_numeral

_BEFORE = re.compile(
    r"(?:罚款|罚没款)(?:金额|数额|款额)?(?:共计|合计|计|为|的)?(?:\(?大写\)?|\(?小写\)?)?[:()]*(?:人民币)?"
    r"[:()]*(?:\(?大写\)?|\(?小写\)?)?[:)]*$"
)
_AFTER = re.compile(r"[^。;,]{0,3}(?:\([^()]{1,24}\))?(?:整|正)?(?:的|之)?(?:行政)?罚款")
_PAIR = re.compile(r"[()\[\]:,即计人民币大小写整正¥]{0,10}")
_STATUTE = re.compile(r"^(?:整|正)?(?:以上|以下|至|到|-|~|以内|的?以上)")
_STATUTE_BEFORE = re.compile(r"(?:以上|至|到|-|~|每日|不超过|不足|没有违法所得或者)$")
_OTHER = re.compile(
    r"(?:加处|每次|每吨|每超过?)[^。;,]{0,14}$|"
    r"(?:违法所得|运费|货值|价值|价款|滞纳金|检测费|保证金)(?:(?!罚款)[^。;,]){0,10}$"
)
_DECIDES = re.compile(r"决定|建议|拟|给予|处以|作出|处罚种类|处罚内容")
_OPERATIVE = re.compile(
    r"(?:(?:决定|建议|拟|处罚意见)[^。:]{0,30}|作出(?:如下|以下)[^。:]{0,16}|(?:处罚|处理)(?:决定|意见)?如下):"
)
_OPERATIVE_WITHIN = 240
_EARLIER = re.compile(r"曾|前次|上次|此前|以往|历史|前科|(?:因|以)[^。;,]{2,20}?被[^。;,]{0,16}$")
_BAND = re.compile(r"(?:裁量|基准|档次|阶次|标准|幅度)[^)”]*[(“][^)”]*$")


def fines(words: bool | None = None) -> Finder:
    """Find the fine: in digits, in words (大写), or, with None, in either way."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for amount, weight in _fine_amounts(sheet):
            if words is None or amount.words is words:
                yield Found(amount.value, sheet.flat.cut(amount.start, amount.end), weight)

    return find


def _fine_amounts(sheet: Sheet) -> list[tuple[FoundAmount, float]]:
    text = sheet.text
    found: list[tuple[FoundAmount, float]] = []
    amounts = find_amounts(text)
    for number, amount in enumerate(amounts):
        before, after = text[max(0, amount.start - 24) : amount.start], text[amount.end :][:40]
        if _STATUTE.match(after) or _STATUTE_BEFORE.search(before) or _OTHER.search(before):
            continue
        paired = (
            number > 0
            and found
            and found[-1][0] is amounts[number - 1]
            and amount.words is not amounts[number - 1].words
            and _PAIR.fullmatch(text[amounts[number - 1].end : amount.start])
        )
        if paired:
            found.append((amount, found[-1][1]))
        elif _BEFORE.search(before) or _AFTER.match(after):
            found.append((amount, _weight(text, amount.start)))
    by_form = {(amount.value, amount.words) for amount, _ in found}
    return [(one, weight + 0.05 * ((one.value, not one.words) in by_form)) for one, weight in found]


def _weight(text: str, at: int) -> float:
    """Return how surely an amount beside 罚款 at `at` is what the document itself decides."""
    sentence = re.split("[。;]", text[max(0, at - 160) : at])[-1]
    if _EARLIER.search(sentence) or _BAND.search(sentence):
        return GUESSED
    if _OPERATIVE.search(text[max(0, at - _OPERATIVE_WITHIN) : at]):
        return TOLD + 0.2
    return TOLD + 0.1 if _DECIDES.search(sentence) else TOLD


def sums(*fields: str, weight: float = LABELLED) -> Finder:
    """Find the amount behind a label of any of `fields`; 元 may be missing."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for hit in sheet.labels(*fields):
            value = sheet.value(hit)
            amounts = find_amounts(value.text)
            if amounts:
                one = amounts[0]
                yield Found(one.value, value.cut(one.start, one.end), weight)
            elif bare := re.match(
                r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{2})?|[0-9]+\.[0-9]{2}", value.text
            ):
                amount = Decimal(bare[0].replace(",", ""))
                yield Found(amount, value.cut(0, bare.end()), weight)

    return find


_SURCHARGE = re.compile(r"(?:加处|滞纳)[^。;]{0,12}$|备注[^。;]{0,24}$")
_FINE_PAID = re.compile(r"(?:罚款|罚没款|罚没收入)(?:金额|数额|本金)?[:为]?(?:人民币)?[¥￥]?$")


def sum_of_fine(sheet: Sheet) -> Iterator[Found]:
    """Find the fine on a receipt that names it: 罚款3000元…备注：加处罚款4500元另开票."""
    for one in find_amounts(sheet.text):
        before = sheet.text[max(0, one.start - 24) : one.start]
        if _FINE_PAID.search(before) and not _SURCHARGE.search(before):
            yield Found(one.value, sheet.flat.cut(one.start, one.end), TOLD)
            return


def any_sum(sheet: Sheet) -> Iterator[Found]:
    """Find the largest amount of a receipt that labels none."""
    amounts = find_amounts(sheet.text)
    if amounts:
        one = max(amounts, key=lambda amount: amount.value)
        yield Found(one.value, sheet.flat.cut(one.start, one.end), GUESSED)
    else:
        yield from _bare_sum(sheet)


_BARE = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:,?[0-9]{3}){0,3}\.[0-9]{2}(?![0-9.])")


def _bare_sum(sheet: Sheet) -> Iterator[Found]:
    """Find the largest sum that a slip prints with its cents and without 元: 30000.00."""
    text = sheet.spaced
    sums = [(Decimal(one[0].replace(",", "")), one) for one in _BARE.finditer(text.text)]
    if sums:
        value, match = max(sums, key=lambda pair: pair[0])
        yield Found(value, text.cut(*match.span()), GUESSED)


def counted(pattern: str, valid: Callable[[int], bool] = lambda n: 0 < n < 1000) -> Finder:
    """Find a number of days: the named group `n` of `pattern` in running text."""
    compiled = re.compile(pattern)

    def find(sheet: Sheet) -> Iterator[Found]:
        for match in compiled.finditer(sheet.text):
            number = parse_numeral(match["n"])
            if number is not None and valid(number):
                yield Found(number, sheet.flat.cut(match.start(), match.end()), TOLD)

    return find
