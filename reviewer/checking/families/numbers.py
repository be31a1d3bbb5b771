"""Numbers that cannot be (K16): check digits of ID cards and credit codes, the shape of plates.

A number that differs from the one most documents give is left to the comparison of documents.
"""

import re
from collections.abc import Iterator

from reviewer.checking import parameters
from reviewer.checking.families.likeness import is_near_code, plain
from reviewer.checking.families.stated import NAMES
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Fact, Finding, RuleInfo, Verdict
from reviewer.reckoning.checkdigits import is_valid_code, valid_id_card
from reviewer.reckoning.dates import parse_date
from reviewer.reckoning.plates import find_plates

_LENGTH, _OLD_LENGTH = 18, 15
_PERMIT_DIGITS = re.compile(r"\d+")
_PERMIT_LENGTHS = (12,)
_NEW_ENERGY = re.compile(r".[A-Z](?:[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])")
_SEVEN = 8
_BORN = re.compile(
    r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\d{4}((?:19|20)\d\d)(\d\d)(\d\d)\d{3}[0-9X]"
)
"""Region, day of birth and order of an ID card."""
_LETTERS = str.maketrans("OI", "01")


@FAMILIES.add("numbers.check_digits")
def check_digits(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report each ID number, credit code and plate that is no valid one."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "未能判定程序的案卷不核对")
    keys = ("party_id", "plate", "permit_no")
    values = {key: _by_value(inquiry, key) for key in keys}
    judged = [
        breach
        for key in keys
        for value, facts in values[key].items()
        if not _is_odd_print(value, values[key]) and (breach := _breach(inquiry, key, value, facts))
    ]
    if judged:
        return conclude_each(rule, judged)
    told = [facts[0] for key in keys for facts in values[key].values()]
    if not told:
        return not_applicable(rule, "卷内未识别到证件号码和车牌号")
    names = "、".join(dict.fromkeys(_name(fact.key) for fact in told))
    return conclude(rule, Verdict.OK, f"{names}符合格式和校验规则", [one.place for one in told])


def _by_value(inquiry: Inquiry, key: str) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in inquiry.facts(key):
        value = plain(str(fact.value))
        # A credit code holds no O and no I; a scan reads them for 0 and 1.
        digits = value.translate(_LETTERS)
        value = digits if is_valid_code(digits) else value
        found.setdefault(value, []).append(fact)
    return found


def _is_odd_print(value: str, values: dict[str, list[Fact]]) -> bool:
    """Return whether more documents give a value that is nearly this one."""
    return any(
        other != value
        and len(facts) >= len(values[value])
        and is_near_code(value, other)
        and (len(facts) > len(values[value]) or is_valid_code(other))
        for other, facts in values.items()
    )


def _breach(inquiry: Inquiry, key: str, value: str, facts: list[Fact]) -> Breach | None:
    why = next(_wrong(key, value), "")
    if not why:
        return None
    places = tuple(dict.fromkeys(fact.place for fact in facts))
    pages = in_brackets(inquiry.places_of(places))
    document = inquiry.document_of(facts[0])
    subject = f"{key}-{inquiry.subject(document)}" if document else key
    message = f"{_name(key)}“{facts[0].value}”{pages}{why}"
    # A form that breaks a number does so in every document of its kind.
    alone = len(facts) == 1 or (key == "party_id" and len(value) < _LENGTH)
    if not any(_is_certain(fact) for fact in facts) and alone:
        return Breach(subject, Verdict.CANNOT_TELL, f"{message}，识别可能有误，无法判断", places)
    hint = key == "permit_no"
    return Breach(subject, Verdict.HINT if hint else Verdict.PROBLEM, message, places)


def _is_certain(fact: Fact) -> bool:
    return fact.corrected or fact.confidence >= 0.9


def _wrong(key: str, value: str) -> Iterator[str]:
    """Return what is wrong with a value of `key`."""
    if key == "party_id" and len(value) != _OLD_LENGTH:
        if len(value) != _LENGTH:
            yield f"为 {len(value)} 位，应为 18 位"
        elif not (valid_id_card(value) if _is_id_card(value) else is_valid_code(value)):
            yield "校验码不符"
    if key == "plate":
        exact = [one for one in find_plates(value) if len(one.value) == len(value)]
        long = len(value) == _SEVEN and not value.endswith(("挂", "学", "警"))
        if not exact or (long and not _NEW_ENERGY.fullmatch(value)):
            yield "不符合车牌号格式"
    if key == "permit_no":
        digits = "".join(_PERMIT_DIGITS.findall(value))
        if digits == value and len(digits) not in _PERMIT_LENGTHS:
            yield f"为 {len(digits)} 位，请核对"


def _is_id_card(value: str) -> bool:
    """Return whether a number is an ID card's: of 31 wrong ones one adds up as a credit code."""
    day = _BORN.fullmatch(value)
    return day is not None and parse_date(f"{day[1]}年{day[2]}月{day[3]}日") is not None


def _name(key: str) -> str:
    return {**NAMES, "permit_no": "道路运输证号"}[key]
