"""Dates and numbers as a person types them into the pages of a campaign.  Pure."""

from datetime import date
from decimal import Decimal, InvalidOperation

from reviewer.errors import UserError
from reviewer.reckoning.dates import parse_date


def needed_day(text: str, what: str) -> date:
    """Return the day; raises UserError when there is none or it cannot be read."""
    day = day_of(text, what)
    if day is None:
        raise UserError(f"没有填写{what}。", "日期写成 2025-01-01 的样子。")
    return day


def day_of(text: str, what: str) -> date | None:
    """Return the day, None for an empty text; raises UserError when it cannot be read."""
    if not text.strip():
        return None
    day = parse_date(text.strip())
    if day is None:
        raise UserError(f"{what}“{text.strip()}”不是日期。", "日期写成 2025-01-01 的样子。")
    return day


def whole_of(text: str, what: str) -> int:
    """Return the whole number; raises UserError when it is none."""
    number = number_of(text, what)
    if number != int(number):
        raise UserError(f"{what}“{text.strip()}”不是整数。", "请填写整数。")
    return int(number)


def number_of(text: str, what: str) -> Decimal:
    """Return the number, with or without % and thousands; raises UserError when it is none."""
    plain = text.strip().rstrip("%％").replace(",", "").replace("，", "")
    try:
        number = Decimal(plain)
    except InvalidOperation as error:
        raise UserError(f"{what}“{text.strip()}”不是数字。", "请填写数字。") from error
    if not number.is_finite():
        raise UserError(f"{what}“{text.strip()}”不是数字。", "请填写数字。")
    return number
