"""Document and case numbers (文号、案号), normalised so that two prints of one number are equal.

Normal form: blanks and 第 dropped, brackets 〔〕, half-width digits: `宁交执罚〔2024〕12号`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from reviewer.reckoning.numerals import parse_digits
from reviewer.reckoning.textnorm import halfwidth, squeeze


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in normal form and where it stands."""

    value: str
    start: int
    end: int


_OPEN, _SHUT = r"[〔\[(【{<「『〖]", r"[〕\])】}>」』〗]"
_AGENCY = r"(?P<agency>[\u4e00-\u9fa5A-Z]{0,14}(?:\([\u4e00-\u9fa5]{1,4}\)[\u4e00-\u9fa5]{0,6})?)"
_SERIAL = (
    r"(?:第)?(?P<serial>[A-Z]{0,3}[0-9OoIl]{1,9}(?:-[0-9A-Z]{1,3})?)(?P<mark>号(?:-[0-9]{1,2})?)"
)
"""〔2024〕TX0015号: the letters tell the trade."""
_WORD = (
    r"(?:(?![年的在了号第为])[\u4e00-\u9fa5]){0,8}"
    r"[字案罚处告通立责改强扣解延登听催分送结移执决停令审复法水路港航运质海政超非危客货租驾]"
)
"""What some bureaus print behind the year: 川郫交运（2024）罚字第74号, （2024）荆交罚第329号."""
_AGENCY_BEHIND = re.compile(r".*[交运路航海港政].+")
_BRACKETED = re.compile(
    rf"{_AGENCY}(?:{_OPEN}(?P<y1>2[0OoQ][0-9OoIl]{{2}}){_SHUT}?|(?P<y2>2[0OoQ][0-9OoIl]{{2}}){_SHUT})"
    rf"(?:年)?(?P<word>{_WORD})?{_SERIAL}"
)
_UNBRACKETED = re.compile(rf"(?P<agency>[\u4e00-\u9fa5A-Z]{{1,14}}字){_SERIAL}")
_YEARLY = re.compile(
    r"(?P<agency>[\u4e00-\u9fa5]{1,12}(?:案|罚|告|处|强|责|改|听|立)字?)(?P<y2>20[0-9]{2})年?"
    r"第(?P<serial>[0-9]{1,9})(?P<mark>号)"
)
_LATIN_DIGITS = str.maketrans("OoIl", "0011")
# Running text in front of the agency's short name ends at the last of these.
_LEAD = re.compile(
    r".*(?:决定书|通知书|告知书|凭证|回证|文书|笔录|[登审呈备确考批记核]表|[认请见托告证权影令定知改查核准移复]书|清单|目录|封面|报告|公告|记录|"
    r"材料|票据|[告测]单|照片|截图|回执|证明|证件|复印件|意见|摘录|文号|案号|编号|字号|号为|作出|送达|发出|本机关|"
    r"根据|依据|收到|按照|机关|[贵我你该][局厅委队所]|单位|[我你贵]公司|[我该]司|不服|强制执行|缴纳|号(?=[\u4e00-\u9fa5])|"
    r"卷号|结果|涉及|关于|为|的|以|即|了|在|见|与|和|及|由|将|该|本|对|就|你|案由|是)(?=.)"
)


def find_numbers(text: str) -> list[FoundNumber]:
    """Return every document number of `text` in order."""
    source = squeeze(text)
    found: list[FoundNumber] = []
    if "号" not in source.text:
        return found
    for form in (_BRACKETED, _UNBRACKETED, _YEARLY):
        for match in form.finditer(source.text):
            one = _number(match, source.span)
            if not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def normal_number(text: str) -> str:
    """Return a number as printed under its own label in normal form, whatever its shape."""
    if found := find_numbers(text):
        return found[0].value
    compact = "".join(halfwidth(text).split())
    compact = re.sub(_OPEN, "〔", compact)
    return re.sub(_SHUT, "〕", compact).replace("第", "")


def _number(match: re.Match[str], span: Callable[[int, int], tuple[int, int]]) -> FoundNumber:
    groups = match.groupdict()
    behind = _AGENCY_BEHIND.fullmatch(groups.get("word") or "")
    agency = "" if behind else _LEAD.sub("", match["agency"])
    first = match.start("agency") + len(match["agency"]) - len(agency)
    year = groups.get("y1") or groups.get("y2")
    middle = f"〔{parse_digits(year)}〕{groups.get('word') or ''}" if year else ""
    serial = match["serial"].translate(_LATIN_DIGITS)
    start, end = span(first, match.end())
    return FoundNumber(f"{agency}{middle}{serial}{match['mark']}", start, end)


_LABEL = re.compile(r"^(?:[\u4e00-\u9fa5]{0,6}(?:案号|文号|编号|书号)):")
_YEAR_IN = re.compile(rf"{_OPEN}(2[0-9]{{3}})年?{_SHUT}")


def listed_number(text: str) -> str:
    """Return a number that is the whole of a cell of a list in normal form.

    Unlike `normal_number` nothing in front is taken for running text, so that two numbers of
    different documents (处罚决定〔2025〕1号、强制决定〔2025〕1号) never become one.
    """
    compact = _LABEL.sub("", "".join(halfwidth(text).split()).strip(",;。"))
    found = _YEAR_IN.sub(r"〔\1〕", compact)
    found = re.sub(r"第(?=[0-9])", "", found)
    return f"{found}号" if re.search(r"〕\D*[0-9]+$", found) else found
