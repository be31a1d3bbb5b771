"""What a cell of a ledger says: days, amounts, counts, yes and no, kinds, officers.

Each function takes the value of a cell that is not blank and raises ValueError with the reason in
Chinese, to stand behind “第 12 行 F 列（决定日期）：”.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from reviewer.intake.ledger_heads import synonyms
from reviewer.intake.library_cells import read_date
from reviewer.model.campaigns import CaseKind
from reviewer.model.ledger_sheets import FIELDS_OF_ENFORCEMENT
from reviewer.reckoning.amounts import find_amounts
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.docnumbers import listed_number
from reviewer.reckoning.numerals import parse_numeral
from reviewer.reckoning.plates import find_plates
from reviewer.reckoning.textnorm import squeezed

ERRORS = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)
BLANKS = frozenset({"/", "\\", "-", "--", "—", "——", "无", "暂无", "未", "空", "∕", "／", "*"})
"""What is written into cells that are meant to be empty."""
_NO = re.compile(r"[否无未不没×✗✕xXNn0]|false", re.IGNORECASE)
_YES = re.compile(r"[是有已经√✓✔☑YyTt1]")
_TIME = re.compile(
    r"(?:(?:上午|下午|凌晨|晚|夜间)?[0-9]{1,2}(?:[:时点](?:[0-9]{1,2}(?:分|:[0-9]{1,2})?)?)?(?:分)?)?"
    r"(?:左右|许|前后)?"
)
_OFFICER = re.compile(r"(?P<name>.+?)\s*[(（](?P<cert>[^()（）]*)[)）]")
_OFFICER_BARE = re.compile(
    r"(?P<name>[^\d\s/:：]+)[\s/:：]+(?P<cert>[^\s/]*\d[^\s/]*)|"
    r"(?P<name2>[\u4e00-\u9fa5·]+)(?P<cert2>[A-Za-z]*\d[\dA-Za-z-]{3,})"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1b\x7f]")
_PRECISE = 10**15
_CENT = Decimal("0.01")
_MOST_PAGES = 100_000


def is_blank(value: object) -> bool:
    """Return whether nothing stands in a cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def text(value: Any) -> str:
    """Return the text of a cell; a number that Excel made of it comes back as typed."""
    if isinstance(value, float) and value.is_integer():
        if abs(value) >= _PRECISE:
            raise ValueError("被表格当作数字，末几位已丢失，请把单元格设为文本后重新填写")
        value = int(value)
    if isinstance(value, datetime):
        value = value.date()
    return " ".join(_CONTROL.sub("", str(value)).split())


def day(value: Any) -> date | None:
    """Return the day, also with a time behind it."""
    if isinstance(value, str):
        return _day(value)
    if not isinstance(value, (time, timedelta)):
        return _in_range(read_date(value))
    raise ValueError("只有时刻，没有日期，请写成 2024-03-01 的样子")


@lru_cache(maxsize=4096)
def _day(written: str) -> date | None:
    if squeezed(written) in BLANKS:
        return None
    try:
        return _in_range(read_date(written))
    except ValueError:
        found = find_dates(written)
        rest = squeezed(written[: found[0].start] + written[found[0].end :]) if found else ""
        if len(found) == 1 and _TIME.fullmatch(rest):
            return _in_range(found[0].value)
        if len(found) > 1:
            raise ValueError("有几个日期，请只写一个") from None
        raise


def _in_range(found: date) -> date:
    if not 1980 <= found.year <= 2100:
        raise ValueError(f"读作 {found.isoformat()}，请核对年份")
    return found


def amount(value: Any, scale: int = 1) -> Decimal | None:
    """Return yuan to the cent; `scale` is 10,000 under a head that says 万元."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _checked(Decimal(str(value)) * scale)
    return _amount(str(value), scale)


@lru_cache(maxsize=4096)
def _amount(written: str, scale: int) -> Decimal | None:
    compact = squeezed(written)
    if compact in BLANKS:
        return None
    try:
        return _checked(Decimal(compact.replace(",", "").lstrip("¥")) * scale)
    except InvalidOperation:
        pass
    found = find_amounts(compact if compact.endswith(("元", "整", "圆")) else f"{compact}元")
    if len(found) != 1:
        raise ValueError("不是数额，请写成 30000 的样子")
    return _checked(found[0].value)


def _checked(found: Decimal) -> Decimal:
    if not found.is_finite() or found < 0:
        raise ValueError("不是数额，请写成 30000 的样子")
    rounded = found.quantize(_CENT)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded


def count(value: Any) -> int:
    """Return a number of pages or volumes, or a year; 0 when the cell is meant to be empty."""
    if isinstance(value, datetime):
        return value.year
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str):
        compact = squeezed(value)
        if compact in BLANKS:
            return 0
        value = parse_numeral(re.sub(r"^[共第]|[年页册卷本张度]+$", "", compact))
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < _MOST_PAGES:
        raise ValueError("不是整数")
    return value


def yes_no(value: Any) -> bool | None:
    """Return yes or no; None where a bar says that it does not apply."""
    if isinstance(value, (bool, int, float)):
        if value in (0, 1):
            return bool(value)
        raise ValueError("请填“是”或“否”")
    compact = squeezed(str(value))
    if _NO.match(compact):
        return False
    if compact in BLANKS:
        return None
    if _YES.match(compact):
        return True
    raise ValueError("请填“是”或“否”")


def kind(value: Any) -> CaseKind:
    """Return the kind of the case from the words that units use."""
    return _kind(squeezed(text(value)))


@lru_cache(maxsize=512)
def _kind(written: str) -> CaseKind:
    for name, words in synonyms()["kinds"].items():
        if written in words:
            return CaseKind(name)
    hits = [
        CaseKind(name)
        for name, words in synonyms()["words"].items()
        if any(word in written for word in words)
    ]
    if CaseKind.NO_PENALTY in hits:  # 普通程序（不予处罚）
        return CaseKind.NO_PENALTY
    if len(hits) != 1:
        raise ValueError(f"请填{'、'.join(CaseKind)}之一")
    return hits[0]


def enforcement_field(value: Any) -> str:
    """Return the 执法门类 under its usual name; another one stays as written."""
    return _enforcement_field(text(value))


@lru_cache(maxsize=512)
def _enforcement_field(written: str) -> str:
    compact = squeezed(written)
    if compact in BLANKS:
        return ""
    if compact in FIELDS_OF_ENFORCEMENT:
        return compact
    for name, words in synonyms()["fields"].items():
        if compact in words or compact.removesuffix("执法") in words:
            return str(name)
    return written


def number(value: Any) -> str:
    """Return 案号 or 文号 in normal form."""
    found = listed_number(text(value))
    return "" if found in BLANKS else found


def plate(value: Any) -> str:
    """Return the plate in normal form; several, or what is none, stay as written."""
    written = text(value)
    if squeezed(written) in BLANKS:
        return ""
    found = find_plates(written)
    return (
        found[0].value if len(found) == 1 and len(written) <= len(found[0].value) + 3 else written
    )


def officers(value: Any) -> tuple[tuple[str, str], ...]:
    """Return the names of a cell with their certificate numbers, empty where none stands."""
    parts = (part.strip() for part in re.split(r"[、，,;；\n]", str(text_lines(value))))
    return tuple(_officer(part) for part in parts if part and part not in BLANKS)


def text_lines(value: Any) -> str:
    """Return the text of a cell, its line breaks kept."""
    return value if isinstance(value, str) else text(value)


def _officer(part: str) -> tuple[str, str]:
    if match := _OFFICER.fullmatch(part):
        cert = re.sub(r"^(?:执法)?证(?:件)?号[:：]?", "", match["cert"].strip())
        return match["name"].strip(), cert
    if match := _OFFICER_BARE.fullmatch(part):
        return (match["name"] or match["name2"]).strip(), match["cert"] or match["cert2"]
    return part, ""


READERS: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {
        "case_no": number,
        "decision_no": number,
        "kind": kind,
        "field": enforcement_field,
        "year": count,
        "plate": plate,
        "pages": count,
        "volumes": count,
        **dict.fromkeys(("offence_on", "filed_on", "decided_on", "paid_on", "closed_on"), day),
        **dict.fromkeys(
            (
                "hearing",
                "legal_review",
                "discussion",
                "ordered_correction",
                "rechecked",
                "transferred",
            ),
            yes_no,
        ),
    }
)
"""How a field is read; one that is not listed is text.  Amounts and officers are apart."""
