"""An excerpt of the unit's own directory or standard (DT61): which penalties it singles out.

A directory is a heading that says what for, and lines that name amounts for kinds of party or
penalties: 对公民处三千元以上罚款、对法人或者其他组织处二万元以上罚款.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewer.model import UnitStandard
from reviewer.reading.finders import TOLD, Found
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip
from reviewer.reckoning.amounts import FoundAmount, find_amounts
from reviewer.reckoning.penalties import PENALTY_PATTERNS

_KINDS = {
    "review": re.compile(r"法制审核|合法性审[核查]|法制机构审核"),
    "discussion": re.compile(r"集体讨论|重大(?:行政)?(?:处罚)?案件|案件审理委员会|集体研究"),
    "hearing": re.compile(r"听证"),
}
_HEADING = re.compile(
    r"标准|目录|范围|制度|规定|办法|情形|应当|清单|下列|须|必须|告知|适用|属于|是指"
)
_AFTER = re.compile(r"经(?:过)?(?:了)?听证|听证程序的|举行(?:过|了)?听证|听证的(?:案件|行政处罚)")
_PERSON = re.compile(r"公民|自然人|个人(?!经营|独资)|从业人员|驾驶员")
_ORGANISATION = re.compile(r"法人|组织|单位|企业|公司|经营者")
_BUSINESS = re.compile(r"个体工商户|个体经营|个体户")
_REACHED = re.compile(
    r"^(?:人民币)?(?:\([^()]{0,8}\))?(?:及|或者?|\()?(?:以上|及其?以上|起|的?罚款及以上|\(含)"
)
_NOT_INCLUDED = re.compile(r"^.{0,8}\(不(?:含|包括)(?:本数)?")
_ABOVE = re.compile(r"(?:超过|高于|大于|多于|[>＞])(?:人民币)?$")
_FROM = re.compile(r"(?:达到|达|不少于|不低于|满|[≥])(?:人民币)?$")
_BELOW = re.compile(r"^(?:人民币)?(?:以下|以内)|^.{0,2}\)?(?:以下)")
_CONFISCATED = re.compile(r"没收[^罚]*$")


_SAME = re.compile(
    r"(?:符合|达到|属于|具有|有|对|凡)?(?:上述|前述|前款|前项|以上)(?:所列|规定|的|之一)*"
    r"(?:罚款)?(?:数额|情形|标准|条件|范围|案件|处罚|规定|决定)"
)
"""How a sentence takes over the amounts of those before it."""


@dataclass(slots=True)
class _Party:
    """Whom a stretch of text is about."""

    person: bool = False
    organisation: bool = False
    business: bool = False

    @property
    def name(self) -> str:
        """Return the one kind of party, empty for none or several."""
        named = [self.person, self.organisation, self.business]
        if sum(named) != 1:
            return ""
        return ("person", "organisation", "individual_business")[named.index(True)]


def unit_standards(sheet: Sheet) -> Iterator[Found]:
    """Find the lines of the unit's standards, each with the purpose that its heading tells."""
    kinds: tuple[str, ...] = ()
    before: list[tuple[UnitStandard, Found]] = []
    for sentence in _sentences(sheet.flow):
        told = _told_kinds(sentence.text)
        if told and (not kinds or _HEADING.search(sentence.text)):
            kinds = told
        if told and _SAME.search(sentence.text) and not find_amounts(sentence.text):
            yield from _also(before, told)
        for kind in kinds:
            for one in (*_amount_lines(sentence, kind), *_penalty_lines(sentence, kind)):
                if isinstance(one.value, UnitStandard):
                    before.append((one.value, one))
                yield one


def _also(before: list[tuple[UnitStandard, Found]], kinds: tuple[str, ...]) -> Iterator[Found]:
    """Return the lines before for another purpose: 符合上述数额的，同时提交集体讨论."""
    known = {value for value, _ in before}
    for value, found in before:
        for kind in kinds:
            other = replace(value, kind=kind)
            if other not in known:
                known.add(other)
                yield replace(found, value=other)


def _sentences(flow: Strip) -> Iterator[Strip]:
    """Return the sentences; a line break in the middle of one is none."""
    bare = flow.bare()
    start = 0
    for match in re.finditer(
        r"[。;]|(?<=[)标准目录制度规定办法清单摘录])(?=[一二三四五六七八九十]、|\()", bare.text
    ):
        if match.end() > start:
            yield bare.cut(start, match.end())
        start = match.end()
    if start < len(bare):
        yield bare.cut(start)


def _told_kinds(text: str) -> tuple[str, ...]:
    plain = _AFTER.sub("", text)
    return tuple(kind for kind, pattern in _KINDS.items() if pattern.search(plain))


def _amount_lines(sentence: Strip, kind: str) -> Iterator[Found]:
    text = sentence.text
    party = _Party()
    end = 0
    for one in find_amounts(text):
        lead = text[end : one.start]
        named = _party(lead)
        party = named if named.person or named.organisation or named.business else party
        end = one.end
        inclusive = _inclusive(text, one)
        if inclusive is None or _CONFISCATED.search(lead):
            continue
        value = UnitStandard(kind, party.name, one.value, inclusive)
        start = max(0, one.start - len(lead)) if len(lead) <= 24 else one.start
        yield Found(value, sentence.cut(start, min(len(text), one.end + 2)), TOLD)


def _inclusive(text: str, one: FoundAmount) -> bool | None:
    """Return whether the amount itself is reached; None when it is no lower limit."""
    before, after = text[max(0, one.start - 8) : one.start], text[one.end : one.end + 14]
    if _ABOVE.search(before):
        return False
    if _BELOW.match(after):
        return None
    if _FROM.search(before):
        return True
    if _REACHED.match(after):
        return _NOT_INCLUDED.match(after) is None
    return None


def _party(text: str) -> _Party:
    return _Party(
        bool(_PERSON.search(text)), bool(_ORGANISATION.search(text)), bool(_BUSINESS.search(text))
    )


def _penalty_lines(sentence: Strip, kind: str) -> Iterator[Found]:
    for name, pattern in PENALTY_PATTERNS.items():
        match = pattern.search(sentence.text)
        if match and "没收" not in name:
            yield Found(
                UnitStandard(kind, "", None, inclusive=True, words=name),
                sentence.cut(*match.span()),
                TOLD,
            )
