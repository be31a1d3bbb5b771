"""Values of facts as the panel shows them and as a reviewer types them.

Dates are shown and best typed as 2024-04-10; 2024年4月10日, 二〇二四年四月十日 and 2024.4.10 are
understood too, and amounts in digits, with 万, or in Chinese words.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from reviewer.errors import UserError
from reviewer.model import (
    FACT_KEYS,
    CitedArticle,
    FactValue,
    Listed,
    Officer,
    Redress,
    Served,
    Session,
    UnitStandard,
    Waiver,
)
from reviewer.reckoning.amounts import parse_amount
from reviewer.reckoning.dates import find_dates, parse_date
from reviewer.reckoning.docnumbers import normal_number
from reviewer.reckoning.numerals import parse_numeral
from reviewer.reckoning.plates import find_plates

_NUMBERED = frozenset({"case_no", "decision_no", "notice_no"})
_YES = frozenset({"是", "有", "已", "1", "对"})
_NO = frozenset({"否", "无", "未", "没有", "0", "不是"})
_OFFICER = re.compile(r"^(?P<name>[^\s\d（(,，、]+)[\s（(,，、]*(?P<cert>[A-Za-z0-9-]*)[）)]?$")
_KINDS = {"自然人": "person", "个人": "person", "单位": "organisation", "法人": "organisation",
          "个体工商户": "individual_business"}  # fmt: skip
_KIND_NAMES = {
    "person": "自然人",
    "organisation": "单位",
    "individual_business": "个体工商户",
}
_WORDS = {"hard": "事后难以执行", "remote": "边远、水上、交通不便", "small": "一百元以下"}

DATE_HINT = "2024-04-10"


def show(value: FactValue) -> str:
    """Return `value` as the panel shows it."""
    for kind, written in _SHOWN:
        if isinstance(value, kind):
            return written(value)
    text = str(value)
    return _KIND_NAMES.get(text) or _WORDS.get(text, text)


def hint_of(key: str) -> str:
    """Return how a value of `key` is typed."""
    kind = FACT_KEYS[key]
    hints: dict[type, str] = {
        date: DATE_HINT,
        datetime: f"{DATE_HINT} 15:20",
        Decimal: "30000 或 叁万元整",
        bool: "是 或 否",
        Officer: "姓名 执法证号",
        Waiver: f"{DATE_HINT} 放弃听证",
    }
    return hints.get(kind, "宁A12345" if key == "plate" else "")


def may_type(key: str) -> bool:
    """Return whether a person can type a value of `key`."""
    kind = FACT_KEYS[key]
    return kind is str or kind in _PARSERS


def parse(key: str, text: str) -> FactValue:
    """Return the value of `key` that a reviewer typed.

    Raises:
        UserError: `text` is not a value of this kind; the remedy shows how to type it.
    """
    value = _parsed(key, text.strip())
    if value is None or value == "":
        hint = hint_of(key)
        remedy = f"请按“{hint}”的样子填写。" if hint else "请填写内容。"
        raise UserError(f"“{text}”读不成这一项的值。", remedy)
    return value


def normal(key: str, text: str) -> str:
    """Return a text value in the form in which the machine reads it, so that the two compare."""
    if key in _NUMBERED:
        return normal_number(text)
    if key == "plate" and (plates := find_plates(text)):
        return plates[0].value
    return text.strip()


def _parsed(key: str, text: str) -> FactValue | None:
    kind = FACT_KEYS[key]
    if kind is str:
        return _text(key, text)
    parser = _PARSERS.get(kind)
    return None if parser is None else parser(text)


def _text(key: str, text: str) -> str:
    if key == "plate" and not find_plates(text):
        return ""
    if key == "party_kind":
        return _KINDS.get(text, text if text in _KIND_NAMES else "")
    return normal(key, text)


def _time(text: str) -> datetime | None:
    day = _day_in(text)
    clock = re.search(r"(\d{1,2})[:：时](\d{1,2})?\s*分?\s*$", text)
    if day is None:
        return None
    hour, minute = (int(clock[1]), int(clock[2] or 0)) if clock else (0, 0)
    if hour > 23 or minute > 59:
        return None
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001  times of law have no zone


def _day_in(text: str) -> date | None:
    found = find_dates(text)
    return found[0].value if len(found) == 1 else None


def _amount(text: str) -> Decimal | None:
    plain = text.replace(",", "").replace("，", "").removesuffix("元").strip()
    if re.fullmatch(r"\d+(\.\d{1,2})?", plain):
        return Decimal(plain)
    return parse_amount(text)


def _officer(text: str) -> Officer | None:
    match = _OFFICER.match(text)
    return None if match is None else Officer(match["name"], match["cert"])


def _waiver(text: str) -> Waiver | None:
    day = _day_in(text)
    # The panel asks for the waiver of the hearing, so a date alone means it.
    return None if day is None else Waiver(day, hearing="听证" in text or "陈述" not in text)


def _flag(text: str) -> bool | None:
    if text in _YES:
        return True
    return False if text in _NO else None


def _show_waiver(value: Waiver) -> str:
    what = "放弃陈述申辩和听证" if value.hearing else "放弃陈述申辩"
    return f"{value.date.isoformat()} {what}"


def _show_served(value: Served) -> str:
    day = value.date.isoformat() if value.date else ""
    return " ".join(part for part in (value.number, day, value.method) if part)


def _show_article(value: CitedArticle) -> str:
    parts = [f"《{value.law}》第{value.article}条" if value.law else f"第{value.article}条"]
    parts += [f"第{value.paragraph}款"] if value.paragraph else []
    parts += [f"第{value.item}项"] if value.item else []
    return "".join(parts)


def _show_redress(value: Redress) -> str:
    parts = []
    if value.reconsideration_days:
        body = f"向{value.reconsideration_body}" if value.reconsideration_body else ""
        parts.append(f"{value.reconsideration_days} 日内{body}申请复议")
    if value.suit_months:
        parts.append(f"{value.suit_months} 个月内起诉")
    return "，".join(parts) or "未载明期限"


def _show_session(value: Session) -> str:
    start = f"{value.start:%Y-%m-%d %H:%M}" if value.start else ""
    end = f"至 {value.end:%H:%M}" if value.end else ""
    return " ".join(part for part in (start, end, "、".join(value.officers), value.place) if part)


def _show_listed(value: Listed) -> str:
    return value.title


def _show_standard(value: UnitStandard) -> str:
    if value.amount is None:
        return value.words
    return f"{value.amount:,.2f} 元{'以上' if value.inclusive else '以上（不含）'}"


# A datetime is a date and a bool an int, so the narrower kind stands first.
_SHOWN: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (datetime, lambda value: value.strftime("%Y-%m-%d %H:%M")),
    (date, lambda value: value.isoformat()),
    (Decimal, lambda value: f"{value:,.2f} 元"),
    (bool, lambda value: "是" if value else "否"),
    (Officer, lambda value: f"{value.name} {value.cert}".strip()),
    (Waiver, _show_waiver),
    (Served, _show_served),
    (CitedArticle, _show_article),
    (Redress, _show_redress),
    (Session, _show_session),
    (Listed, _show_listed),
    (UnitStandard, _show_standard),
)
_PARSERS: Mapping[type, Callable[[str], FactValue | None]] = {
    date: parse_date,
    datetime: _time,
    Decimal: _amount,
    int: parse_numeral,
    bool: _flag,
    Officer: _officer,
    Waiver: _waiver,
}
