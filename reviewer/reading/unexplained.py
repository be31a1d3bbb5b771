"""What a document says in words that nobody expected: text and names that nothing explains.

A rule may say that something is not there only where the document was understood.  What is left
over is told as `nearly_told`, on every kind of page; that proves nothing, and only keeps a rule
from saying that it is missing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from reviewer.model import Document, Fact, Officer
from reviewer.reading.certs import find_certs
from reviewer.reading.names import may_be_person, words
from reviewer.reading.nearly import KEY, OFFICER
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip, place_of

_DOUBTED = 0.5
_BODIES: dict[str, tuple[str, ...]] = {
    "DT26": ("违法事实",),
    "DT34": ("违法事实",),
    "DT35": ("违法事实", "证据"),
    "DT36": ("违法事实",),
}
"""What any sentence of these documents may state."""
_EXPLAINED = re.compile(
    r"违反|依据|根据|依照|按照|参照|裁量|告知|陈述|申辩|听证|送达|责令|改正|复议|诉讼|起诉|法院|缴|罚款|加处|处罚|账[户号]|银行|"
    r"当事人:|住[址所]|电话|签[名字收章]|盖章|执法人员|本(?:决定|通知)书?|一式|存档|附[:件]|联系|地址|邮编|印章|"
    r"第[^条。;]{1,9}条|决定|强制执行|期限|有效证明|公示|公开"
)
"""Sentences that a decision is made of beside the fact and the evidence."""
_HAN = re.compile("[\u4e00-\u9fa5]")
_SENTENCE = re.compile("[^。;]+")
_LONG = 15
"""A sentence with fewer characters states no fact."""
_NAME = re.compile("[\u4e00-\u9fa5·]{2,15}")
_NO_NAME = re.compile(
    r"执法|证件|证号|编号|记录|检查|询问|勘验|签[名字]|人员|时间|地点|日期|当事|单位|职务|关系|工作|[局队所厅站处科室组]$|"
    r"身份|电话|[男女]$|[上下]午|以上|情况|内容|主办|协办|承办|见证|现场|出示|表明|阅|核对|属实|无$|年|月|[的于是你我]|可以|应|如实|回答|申请|回避"
)


def unexplained(
    documents: Sequence[Document], sheets: Sequence[Sheet], facts: Sequence[Fact]
) -> Iterator[Fact]:
    """Find what may state an element, or name an officer, that none of `facts` tells."""
    own: dict[int, list[Fact]] = {}
    for fact in facts:
        own.setdefault(fact.document, []).append(fact)
    for document, sheet in zip(documents, sheets, strict=True):
        told = own.get(document.id, [])
        found = [*_elements(document.type, sheet, told), *_officers(sheet, told)]
        for name, strip in found:
            yield Fact(KEY, name, document.id, place_of(strip, sheet.pages), _DOUBTED)


def _elements(code: str, sheet: Sheet, told: Sequence[Fact]) -> Iterator[tuple[str, Strip]]:
    stated = {str(fact.value) for fact in told if fact.key == "stated"}
    for name in _BODIES.get(code, ()):
        if name not in stated:
            yield from ((name, strip) for strip in islice(_sentences(sheet), 1))


def _sentences(sheet: Sheet) -> Iterator[Strip]:
    """Find sentences of the body that no known part of such a document explains."""
    for match in _SENTENCE.finditer(sheet.text):
        strip = _without_head(sheet, sheet.flat.cut(*match.span()))
        if len(_HAN.findall(strip.text)) >= _LONG and not _EXPLAINED.search(strip.text):
            yield strip


def _without_head(sheet: Sheet, strip: Strip) -> Strip:
    """Return the sentence without the lines of labels, such as those of the party, before it."""
    labelled = {hit.at for hit in sheet.hits if hit.sure}
    at = len(strip)
    while at and sheet.fragment_of[strip.spots[at - 1]] not in labelled:
        at -= 1
    return strip.cut(at)


def _officers(sheet: Sheet, told: Sequence[Fact]) -> Iterator[tuple[str, Strip]]:
    """Find what may be a second officer where one was read: a name, or another number."""
    known = [fact.value for fact in told if isinstance(fact.value, Officer)]
    names = {one.name for one in known}
    if len(names) != 1:
        return
    strips = [
        *_names_left(sheet, next(iter(names))),
        *_numbers_left(sheet, {one.cert for one in known}),
    ]
    yield from ((OFFICER, strip) for strip in strips[:1])


def _names_left(sheet: Sheet, name: str) -> Iterator[Strip]:
    """Find what stands behind a label of officers and may be a name nobody knows to be one."""
    for hit in sheet.labels("officers"):
        if not hit.sure:
            continue
        for word in words(sheet.value(hit, wrapped=True)):
            text = word.text
            unlike = name in text or text in name or _NO_NAME.search(text)
            if _NAME.fullmatch(text) and not unlike and not may_be_person(text):
                yield word


def _numbers_left(sheet: Sheet, used: set[str]) -> Iterator[Strip]:
    if not any(used):
        return
    for hit in sheet.labels("cert"):
        for cert in find_certs(sheet.value(hit, wrapped=True)) if hit.sure else []:
            if not any(cert.text in one or one in cert.text for one in used if one):
                yield cert
