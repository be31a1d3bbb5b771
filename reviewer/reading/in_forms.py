"""Reviews and discussions that an approval form holds as a section (呈批表、审批表).

Some units write the legal review (法制审核) or the discussion (集体讨论) into the form on which the
leader approves the penalty.  Such a section proves no paper of its own: it is told beside the
documents, and only keeps a rule from saying that nobody reviewed or discussed.
"""

import re
from collections.abc import Iterator, Sequence

from reviewer.model import Document, Fact
from reviewer.reading.certainty import DOUBTED
from reviewer.reading.finders import LABELLED
from reviewer.reading.names import PERSON, is_person
from reviewer.reading.sections import content_of
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import Strip, place_of, weakest
from reviewer.reckoning.dates import find_dates

REVIEW, DISCUSSION = "review_in_form", "discussion_in_form"
_LEGAL = "legal"
_FIELDS = {_LEGAL: REVIEW, "discussed": DISCUSSION}
OPINION, SIGNATURE, DATE = "意见", "签名", "日期"
BRIEF, REFUSED = "简略意见", "未通过的意见"
_OTHER_APPROVALS = frozenset(
    {"DT01", "DT02", "DT03", "DT05", "DT10", "DT11", "DT12", "DT14", "DT15", "DT16", "DT17", "DT18"}
) | frozenset({"DT24", "DT40", "DT44", "DT45", "DT50", "DT52", "DT57", "DT58", "DT61", "DT62"})
"""Papers whose own approval the section is, not that of the penalty."""
_MINUTES = "DT25"
"""Who speaks of the review there reports it; a discussion there is the record itself."""
_OF_LAW = re.compile("法制|法规|法务|核审|合法性")
"""审核意见 alone may be that of the department's head."""
_HANDED_ON = re.compile(
    r"(?:提交|提请|报请|报送|送交|移送|移交|转|报|送|请|交)[^。,;]{0,6}(?:法制|法规|法务|核审|合法性)[^。;]*"
)
"""建议提交法制审核: the head of the department asks for the review, he does not make it."""
_NOT_NEEDED = re.compile(
    r"(?:无需|不需|无须|不必|不用|不属于?|非重大|未达到|不在)[^。;]{0,20}(?:审核|重大|目录|范围|决定)"
)
_REVIEWED = re.compile(r"(?:已|经)[^。;,]{0,12}(?:审核|核审|审查|核)")
_NOT_PASSED = re.compile(r"不同意|不予同意|不予?通过|未通过|退回|补充调查|补正后|重新调查|撤销案件")
_MATTERS = (
    "主体|资格|管辖|权限|职权",
    "事实|定性",
    "证据",
    "适用|依据|法律法规|条款",
    "程序",
    "裁量|幅度|处罚适当|量罚|罚当",
    "文书",
    "移送|犯罪",
)
"""What a review has to look at (国办发〔2018〕118号)."""
_LEAST_MATTERS = 2
_HAN = re.compile("[\u4e00-\u9fa5]")
_SIGNED = re.compile(
    rf"(?:签[名字章]|盖章|人员?|员|科长|主任|局长|队长)\)?[:;]?(?P<name>{PERSON})(?![\u4e00-\u9fa5])"
)
_BEFORE_DATE = re.compile(rf"(?:^|[。.;,:\n)])(?P<name>{PERSON})\n?$")
_BLANK = re.compile(r"(?:签[名字章]|盖章|审核人员?|负责人|参加人员?|[年月日:;,.。()\s_])+")
_LEAST_OPINION = 2
_NO_HOME = -1
"""Document of a fact that stands on a page that belongs to none."""
_QUOTED = 60


def in_forms(
    documents: Sequence[Document], sheets: Sequence[Sheet], loose: Sequence[Sheet]
) -> Iterator[Fact]:
    """Find the sections of reviews and discussions; the value lists what the section holds."""
    homes = [
        (document.id, document.type, sheet)
        for document, sheet in zip(documents, sheets, strict=True)
        if document.type not in _OTHER_APPROVALS
    ]
    for home, code, sheet in [*homes, *((_NO_HOME, "", sheet) for sheet in loose)]:
        for hit in sheet.labels(*_FIELDS):
            if code == _MINUTES:
                continue
            content = content_of(sheet, hit)
            held = _held(content)
            if OPINION in held and len(held) > 1 and _is_of_case(sheet, hit, content):
                held = (_kind_of(hit, content.text), *held[1:])
                strip = content.cut(0, _QUOTED)
                place, certainty = place_of(strip, sheet.pages), weakest(content, sheet.pages)
                confidence = round(max(DOUBTED, LABELLED * certainty), 4)
                yield Fact(_FIELDS[hit.field], "、".join(held), home, place, confidence)


def _is_of_case(sheet: Sheet, hit: Hit, content: Strip) -> bool:
    """Return whether a section is that of the discussion, or one in which a legal unit reviews."""
    if hit.field != _LEGAL:
        return True
    text = content.text
    if _NOT_NEEDED.search(text) and not _REVIEWED.search(text):
        return False
    label = sheet.fragments[hit.at].text[hit.start : hit.end]
    return bool(_OF_LAW.search(label) or _OF_LAW.search(_HANDED_ON.sub("", text)))


def _kind_of(hit: Hit, text: str) -> str:
    """Return what kind of opinion it is: that of a review has to name the matters reviewed."""
    if hit.field != _LEGAL:
        return OPINION
    if _NOT_PASSED.search(text):
        return REFUSED
    named = sum(bool(re.search(one, text)) for one in _MATTERS)
    return BRIEF if named < _LEAST_MATTERS else OPINION


def _held(content: Strip) -> tuple[str, ...]:
    """Return what of opinion, signature and date a section holds."""
    text = content.text
    dates = find_dates(text)
    opinion = text[: dates[-1].start] if dates else text
    told = len(_HAN.findall(_BLANK.sub("", opinion))) >= _LEAST_OPINION
    parts = ((OPINION, told), (SIGNATURE, _is_signed(text)), (DATE, bool(dates)))
    return tuple(name for name, there in parts if there)


def _is_signed(text: str) -> bool:
    """Return whether a name stands behind a word of signing, or alone before a date."""
    names = [match["name"] for match in _SIGNED.finditer(text)]
    for one in find_dates(text):
        if match := _BEFORE_DATE.search(text[: one.start]):
            names.append(match["name"])
    return any(is_person(name) for name in names)
