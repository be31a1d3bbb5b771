"""Telling the type of a document from the words of a title that no list holds.

A title is a form noun (书, 表, 笔录) behind the words for the step of the procedure.  Each type
says which words its title holds and which never (resources/document-types/titles/grammar.yaml);
what is left over must be little, or the line is a sentence and no title.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reviewer.errors import BadData
from reviewer.resources import load_yaml, resource

_CODE = re.compile(r"DT\d\d")
_KEYS = {"code", "nouns", "all", "none", "may"}
_SHORTEST, _LONGEST = 3, 36
_COVERED = 0.6
"""Share of the title that known words make up."""
_LEFT = 8
"""Most characters that no word explains: the name of a place or of a trade."""
_MARGIN = 1
"""Characters by which the words of the best type exceed those of the next."""
_JOINTS = re.compile(r"[()、,/·\-—_\[\]〔〕]")
_BODY = re.compile(
    r"^[\u4e00-\u9fa5]{2,24}?(?:交通运输局|运输局|交通局|公路局|港航局|海事局|管理局|监督局|执法局|分局|厅|"
    r"总队|支队|大队|中队|执法队|委员会|管委会|管理处|管理所|执法所|中心|质量安全站|监督站|执法站|管理站|人民政府)"
)
_CASE = re.compile(
    r"^(?:关于)?.{2,40}?(?:一案|案件?)的?(?=.{4})|^关于(?:对|给予)?.{2,30}?的(?=.{4})"
)
_GENERAL = re.compile(
    "中华人民共和国|交通运输|交通|道路|公路|水路|水运|航道|港航|港口|海事|路政|运政|运管|出租汽车|出租车|巡游|网约车|"
    "客运|货运|危险货物|危货|车辆|船舶|驾驶员|工程|建设|质量|安全|生产|监督|管理|综合|行政|执法|处罚|检查|案件|案|违法|违规|行为|"
    "涉嫌|超限|超载|运输|许可|重大|重要|较大|一般|普通|简易|程序|文书|关于|当事人|单位|个人|情况|事项|有关|相关|内部|"
    "的|及|和|与|或|第|次|表|书|单"
)
_SENTENCE = re.compile(
    r"[了已你我您他须将应]|(?<![申提聘])请|可以|根据|依据|按照|下列|如下|上述|本机关|不得|以及其|^附|^见|^以上|^对|^经|^由|^因|^并|^在|^文书(?!送达|签收|审批|呈批|目录)|^题名|^名称|^材料名|"
    r"制作的|作出的|出具的|提供的|[0-9一二三四五六七八九十]+[份张页组]"
)
_BESIDE = re.compile(
    r"\([^()]{0,12}(?:补办|补报|补批|后补|事后|紧急)[^()]{0,12}\)|"
    r"\((?![^)]*(?:解除|延长|延期|不予|当场|简易|听证|中止|终结|撤销|放弃|复查|申请|审批|通知|凭证|先行|笔录|回执|移送))"
    r"[^()]{1,12}\)"
)
_NOUN = "书|表|单|函|证|证明|记录|笔录|报告|清单|凭证|回证|回执|目录|票据|收据|纪要|照片|截图|公告"
_AND = re.compile("[、,及和与]")
_LIST = re.compile(rf"(?:{_NOUN})(?:[、,]|和|及|与).+(?:{_NOUN})")


@dataclass(frozen=True, slots=True)
class Told:
    """What the words of a title tell."""

    codes: tuple[str, ...]
    """The type; several when the words tell no better."""
    left: int
    """Characters that no word explains."""


NOTHING = Told((), 0)


@dataclass(frozen=True, slots=True)
class _Rule:
    code: str
    nouns: re.Pattern[str]
    all: tuple[re.Pattern[str], ...]
    none: re.Pattern[str] | None
    may: re.Pattern[str] | None


def told_by_words(core: str) -> Told:
    """Return the type that the words of the squeezed title `core` tell, if it is a title."""
    if not _SHORTEST < len(core) <= _LONGEST or _SENTENCE.search(core):
        return NOTHING
    if _LIST.search(core):
        return _told_alike(core)
    # What stands in brackets is said beside: 现场（勘验）检查笔录 is a 现场检查笔录.
    for text in dict.fromkeys((_BESIDE.sub("", core), core)):
        if (told := _told(_JOINTS.sub("", text))).codes:
            return told
    return NOTHING


def _told_alike(core: str) -> Told:
    """Return the type of a title that names several papers, if each of them is of that type."""
    told = [_told(_JOINTS.sub("", part)) for part in _AND.split(core)]
    codes = {one.codes for one in told}
    if len(codes) != 1 or len(told[0].codes) != 1:
        return NOTHING
    return Told(told[0].codes, sum(one.left for one in told))


def perhaps_told(core: str) -> tuple[str, ...]:
    """Return the types of whose titles `core` has the end and every word, whatever is left over."""
    text = _JOINTS.sub("", core)
    if not _SHORTEST < len(text) <= _LONGEST or _SENTENCE.search(core):
        return ()
    fitting = (rule.code for rule in load_grammar() if _words_of(text, rule))
    return tuple(dict.fromkeys(fitting))


def _told(text: str) -> Told:
    """Return the best of the title whole and without an agency or a case before it."""
    if len(text) <= _SHORTEST:
        return NOTHING
    readings = [text]
    for head in (_BODY, _CASE):
        shorter = head.sub("", readings[-1], count=1)
        if shorter != readings[-1] and len(shorter) > _SHORTEST:
            readings.append(shorter)
    told = [one for reading in readings if (one := _best(reading))]
    return max(told, key=lambda one: one[0])[1] if told else NOTHING


def _best(text: str) -> tuple[int, Told] | None:
    found = [(rule.code, *fit) for rule in load_grammar() if (fit := _fit(text, rule))]
    most = max((told for _, told, _ in found), default=0)
    best = {code: left for code, told, left in found if told > most - _MARGIN}
    return (most, Told(tuple(sorted(best)), min(best.values()))) if best else None


def _words_of(text: str, rule: _Rule) -> set[int]:
    """Return the characters of the words that the type must have; none when one is missing."""
    noun = rule.nouns.search(text)
    if not noun or (rule.none and rule.none.search(text)):
        return set()
    told = set(range(noun.start(), len(text)))
    for one in rule.all:
        spans = [match.span() for match in one.finditer(text)]
        if not spans:
            return set()
        told |= {at for start, end in spans for at in range(start, end)}
    return told


def _fit(text: str, rule: _Rule) -> tuple[int, int] | None:
    """Return how many characters the words of the type make up, and how many none does."""
    told = _words_of(text, rule)
    if not told:
        return None
    known = set(told)
    for words in (rule.may, _GENERAL):
        if words:
            known |= {at for match in words.finditer(text) for at in range(*match.span())}
    left = len(text) - len(known)
    if left > _LEFT or len(known) < _COVERED * len(text):
        return None
    return len(told), left


@cache
def load_grammar(path: Path | None = None) -> tuple[_Rule, ...]:
    """Return the table.

    Raises:
        BadData: the file is missing or wrong; the message names the entry.
    """
    raw = load_yaml(path or resource("document-types", "titles", "grammar.yaml"))
    return tuple(_rule(one) for one in raw)


def _rule(raw: Any) -> _Rule:
    code = str(raw.get("code", "")) if isinstance(raw, dict) else ""
    if not _CODE.fullmatch(code) or set(raw) - _KEYS or not raw.get("nouns") or not raw.get("all"):
        raise _bad(code or "一条", "没有文书代码、结尾词或者必有词")
    try:
        return _Rule(
            code,
            re.compile(f"(?:{raw['nouns']})$"),
            tuple(re.compile(str(one)) for one in raw["all"]),
            re.compile(str(raw["none"])) if raw.get("none") else None,
            re.compile(str(raw["may"])) if raw.get("may") else None,
        )
    except re.error as error:
        raise _bad(code, f"识别式写错（{error}）") from error


def _bad(code: str, what: str) -> BadData:
    return BadData(f"题名语法表中{code}{what}。", "请改正题名语法表，或重新安装程序。")
