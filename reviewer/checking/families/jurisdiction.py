"""Field and region of a lawful subject (执法门类、辖区) beside what the case is about (V01).

The laws that the decision punishes under tell the field.  Of the region only names of one level
are compared: whether a county lies in a city stands in no file.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry
from reviewer.model import (
    CitedArticle,
    Document,
    Fact,
    LawfulSubject,
    Place,
    RuleInfo,
    Session,
    Verdict,
)
from reviewer.reckoning.textnorm import squeezed

_RECORDS = ("DT06", "DT08")
_UNIT = re.compile(r"[\u4e00-\u9fa5]{1,8}?(?:自治区|自治州|自治县|地区|省|市|州|盟|县|区|旗)")
_LEVELS = ("自治区", "自治州", "自治县", "地区", "省", "市", "州", "盟", "县", "区", "旗")
_NOT_A_UNIT = re.compile(
    r"服务区|停车区|检查区|管理区|开发区|园区|小区|社区|城区|山区|库区|景区|超市"
)


@dataclass(frozen=True, slots=True)
class Beyond:
    """What the list of lawful subjects says of field or region."""

    verdict: Verdict
    said: str
    places: tuple[Place, ...]


def fields_of_case(
    inquiry: Inquiry, rule: RuleInfo, document: Document
) -> tuple[dict[str, Fact], bool]:
    """Return the fields of the laws that a decision punishes under, and whether any was read.

    Parameter `fields` of the rule gives, by field, the expression that names its laws.
    """
    table = {
        str(field): re.compile(str(pattern))
        for field, pattern in parameters.table(rule, "fields").items()
    }
    found: dict[str, Fact] = {}
    facts = inquiry.reading.of_key("penalty_article", document.id)
    for fact in facts or inquiry.reading.of_key("cited_article", document.id):
        law = fact.value.law if isinstance(fact.value, CitedArticle) and fact.is_read else ""
        field = next((name for name, one in table.items() if law and one.search(law)), "")
        if field:
            found.setdefault(field, fact)
    return found, bool(facts)


def beyond_field(
    inquiry: Inquiry, rule: RuleInfo, document: Document, subjects: Sequence[LawfulSubject]
) -> Beyond | None:
    """Return that no entry covers the field of the case, or that nobody can tell; None if one does.

    An entry without fields covers every field.
    """
    listed = tuple(field for one in subjects for field in one.fields)
    if not listed or any(not one.fields for one in subjects):
        return None
    known = parameters.table(rule, "field_names")
    covered = {
        str(name)
        for name, pattern in known.items()
        for field in listed
        if re.search(str(pattern), field)
    }
    named = "、".join(dict.fromkeys(listed))
    cases, _ = fields_of_case(inquiry, rule, document)
    if not cases or not covered:
        why = f"名单登记的执法门类为{named}，所依据的法律未能对应执法门类，是否在其内无法判断"
        return Beyond(Verdict.CANNOT_TELL, why, ())
    if covered & set(cases):
        return None
    laws = "、".join(
        f"《{fact.value.law}》" for fact in cases.values() if isinstance(fact.value, CitedArticle)
    )
    fields = "、".join(cases)
    said = f"依据{laws}处罚，属于{fields}，名单登记的执法门类为{named}（处罚法第十七条）"
    return Beyond(Verdict.PROBLEM, said, tuple(fact.place for fact in cases.values()))


def beyond_region(inquiry: Inquiry, subjects: Sequence[LawfulSubject]) -> Beyond | None:
    """Return that the records name another region of the same level; None when none does."""
    if not subjects or any(not one.region for one in subjects):
        return None
    regions = [
        squeezed(region) for one in subjects for region in re.split(r"[、,，;；\s]+", one.region)
    ]
    regions = [one for one in regions if one]
    for place, fact in _places(inquiry):
        if any(_stem(region) in place for region in regions):
            return None
        units = [one for one in _UNIT.findall(_NOT_A_UNIT.sub("/", place)) if one]
        others = [one for one in units if any(_level(one) == _level(own) for own in regions)]
        if others:
            said = (
                f"笔录所载地点为{place}，名单登记的辖区为{'、'.join(regions)}，"
                "请核对管辖（处罚法第二十二条）"
            )
            return Beyond(Verdict.HINT, said, (fact.place,))
    return None


def _places(inquiry: Inquiry) -> list[tuple[str, Fact]]:
    return [
        (squeezed(fact.value.place), fact)
        for fact in inquiry.facts("session", *_RECORDS)
        if isinstance(fact.value, Session) and fact.value.place and fact.is_read
    ]


def _level(unit: str) -> str:
    return next((level for level in _LEVELS if unit.endswith(level)), "")


def _stem(region: str) -> str:
    level = _level(region)
    stem = region.removesuffix(level)
    return stem if len(stem) > 1 else region
