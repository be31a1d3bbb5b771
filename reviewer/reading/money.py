"""Fines and other money that documents name.

A fine is an amount beside 罚款; amounts of a statute (以上、以下), of additional fines (加处) and
of proceeds (违法所得) are not.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from reviewer.reading.finders import GUESSED, LABELLED, TOLD, Finder, Found
from reviewer.reading.sheet import Sheet
from reviewer.reckoning.amounts import FoundAmount, find_amounts
from reviewer.reckoning.numerals import parse_numeral

_BEFORE = re.compile(
    r"(?:罚款|罚没款)(?:金额|数额)?(?:共计|合计|计|为|的)?(?:\(?大写\)?|\(?小写\)?)?[:(]*(?:人民币)?[:(]*"
    r"(?:\(?大写\)?|\(?小写\)?)?[:]?$"
)
_AFTER = re.compile(r"[^。;,]{0,3}(?:\([^()]{1,24}\))?(?:整|正)?(?:的|之)?(?:行政)?罚款")
_PAIR = re.compile(r"[()\[\]:,即计人民币大小写整正¥]{0,10}")
_STATUTE = re.compile(r"^(?:整|正)?(?:以上|以下|至|到|-|~|以内|的?以上)")
_STATUTE_BEFORE = re.compile(r"(?:以上|至|到|-|~|每日|不超过|不足|没有违法所得或者)$")
_OTHER = re.compile(
    r"(?:加处|违法所得|运费|货值|价值|价款|滞纳金|每次|每吨|检测费|保证金)[^。;,]{0,10}$"
)
_DECIDES = re.compile(r"决定|建议|拟|给予|处以|作出|处罚种类|处罚内容")


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
            sentence = re.split("[。;]", text[max(0, amount.start - 160) : amount.start])[-1]
            decides = TOLD + 0.1 if _DECIDES.search(sentence) else TOLD
            found.append((amount, decides))
    return found


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


def any_sum(sheet: Sheet) -> Iterator[Found]:
    """Find the largest amount of a receipt that labels none."""
    amounts = find_amounts(sheet.text)
    if amounts:
        one = max(amounts, key=lambda amount: amount.value)
        yield Found(one.value, sheet.flat.cut(one.start, one.end), GUESSED)


def counted(pattern: str, valid: Callable[[int], bool] = lambda n: 0 < n < 1000) -> Finder:
    """Find a number of days: the named group `n` of `pattern` in running text."""
    compiled = re.compile(pattern)

    def find(sheet: Sheet) -> Iterator[Found]:
        for match in compiled.finditer(sheet.text):
            number = parse_numeral(match["n"])
            if number is not None and valid(number):
                yield Found(number, sheet.flat.cut(match.start(), match.end()), TOLD)

    return find
