"""Reading what a person typed for a fact: dates, times, amounts, numbers, people, words.

Forgiving about the form, strict about the value: an impossible date is refused with a sentence.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from reviewer.errors import UserError
from reviewer.model import FACT_KEYS, FactValue, Officer

_YES = {"是", "有", "对", "√", "1"}
_NO = {"否", "无", "没有", "×", "0"}
_NUMBERS = re.compile(r"\d+")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，：－", "0123456789.,:-")


def may_type(key: str) -> bool:
    """Return whether the value of `key` can be typed as one line."""
    return FACT_KEYS.get(key) in (date, datetime, Decimal, int, bool, str, Officer)


def parse_fact(key: str, text: str) -> FactValue:
    """Return the value that `text` states for the fact `key`.

    Raises:
        UserError: the text is no such value; the remedy shows how to write it.
    """
    text = text.strip().translate(_FULL_WIDTH)
    if not may_type(key):
        raise UserError("这一项不能用一行文字填写。", "请在评查项的理由中写明，并附所在页。")
    read = _READERS.get(FACT_KEYS[key])
    return read(text) if read else text


def _date(text: str) -> date:
    parts = _NUMBERS.findall(text)
    if len(parts) == 1 and len(parts[0]) == 8:
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except ValueError as error:
        raise UserError(f"“{text}”不是日期。", "写作 2024-04-10 或 2024年4月10日。") from error


def _time(text: str) -> datetime:
    parts = [int(part) for part in _NUMBERS.findall(text)]
    try:
        year, month, day, hour, minute = (*parts, 0, 0)[:5]
        return datetime.combine(date(year, month, day), time(hour, minute))
    except ValueError as error:
        raise UserError(f"“{text}”不是时间。", "写作 2024-04-10 14:30。") from error


def _amount(text: str) -> Decimal:
    plain = re.sub(r"[,，\s元¥￥]", "", text)
    times = 10000 if plain.endswith("万") else 1
    try:
        return Decimal(plain.removesuffix("万")) * times
    except InvalidOperation as error:
        raise UserError(f"“{text}”不是金额。", "写作 8000 或 8,000.00 元。") from error


def _number(text: str) -> int:
    found = _NUMBERS.findall(text)
    if len(found) != 1:
        raise UserError(f"“{text}”不是数字。", "只写数字，如 15。")
    return int(found[0])


def _flag(text: str) -> bool:
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise UserError(f"“{text}”看不出是或否。", "写“是”或“否”。")


def _officer(text: str) -> Officer:
    name, _, cert = text.partition(" ")
    return Officer(name, cert.strip())


_READERS: dict[type, Callable[[str], FactValue]] = {
    date: _date,
    datetime: _time,
    Decimal: _amount,
    int: _number,
    bool: _flag,
    Officer: _officer,
}
