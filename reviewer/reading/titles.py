"""Recognising the title of a document in a line of text.

A title is the whole of its line, after the agency's name and before a number or a note in
brackets.  A title inside a sentence, a list or a table of contents is not a title.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from reviewer.reading.grammar import told_by_words
from reviewer.reading.kinds import Kind
from reviewer.reading.title_names import names_of
from reviewer.reckoning.docnumbers import find_numbers

LONGEST = 60
"""A line with more characters is no title."""
EXACT, BY_RULE, BY_WORDS, NEARLY = 1.0, 0.97, 0.92, 0.86
_SHORTEST, _SHORTEST_FUZZY = 2, 4
_LONG_TITLE = 8
_MISREAD = 2
"""Characters that may be misread in a long title; in a short one only one."""

_AGENCY = (
    r"[\u4e00-\u9fa5()A-Z×*某]{2,30}?"
    r"(?:局|厅|队|委员会|政府|中心|所|站|处|部门|机关|省|市|县|区|自治区)"
)
_WORDS = (
    r"(?:中华人民共和国|交通运输|交通|道路运输|公路|水路|水运|航道|港航|海事|路政|运政|运管|综合|行政|"
    r"执法|监督|处罚|检查|案件|重大|一般|普通|简易|程序|违法|超限|超载|运输|许可|(?<=[\u4e00-\u9fa5])文书|"
    r"工程|质量|的|之|"
    r"[0-9]{1,2}[.、_]|附件?[0-9一二三四五六七八九十]*:?|\([0-9一二三四五六七八九十]+\))*"
)
_CASE = r"(?:关于)?.{2,50}?(?:一案|案件?)(?:件)?的?"
_HEAD = re.compile(rf"(?:{_AGENCY})?{_WORDS}")
_CASE_HEAD = re.compile(rf"(?:{_AGENCY})?{_CASE}{_WORDS}")
_CASE_CODES = {"DT23", "DT24", "DT25", "DT28", "DT33", "DT52"}
_TAIL = re.compile(
    r"(?:\((?:副本|存根|样本|正本|摘录|摘要|节选|试行|第.{1,4}[次联页]|续|续页|复印件|单位|个人|公民|法人.{0,8}|"
    r"适用.{2,10}|[一二三四五六七八九十0-9]{1,3}|.{0,4}程序)\)|副本|存根|第[一二三四五六七八九十0-9]+次|"
    r"续页?|第[0-9一二三四五六七八九十]+页.{0,8}|[0-9一二三四五六七八九]{1,2})*"
)
_HANDLING = re.compile(r"案件处理(?:意见)?(?:呈批|审批|报批)表")
_INQUIRED = re.compile(r"调查(?:经过|情况|结果|结论|终结|过程|人员|处理意见)|案件来源|证据")
_DECISION_SIGNS = re.compile(r"如(?:对|不服).{0,10}决定|六十日内.{0,40}复议.{0,60}诉讼")
_TOLD_BEFORE = re.compile("告知书$|通知书$")
_INTENDED = re.compile(r"拟(?!稿|定|制)[^。;,]{0,16}(?:不予|免予|免除|免于|不)[^。;,]{0,6}处罚")
"""不予行政处罚告知书 may be the notice of what is intended."""
_SERVED = re.compile(r"\([\u4e00-\u9fa5、]{2,16}\)")
"""送达回证(通知书): a receipt may name in brackets what was served."""
_QUOTED_WORD = re.compile(
    r"([\u4e00-\u9fa5]{0,12})[“\"]([\u4e00-\u9fa5]{2,6})[”\"]([\u4e00-\u9fa5]{2,8})"
)
"""“双公示”截图: a word of a title may stand in quotes, a whole title of a sentence too."""
_NOT_IN_TITLE = re.compile(r"[。;,?!“”\"]|.+:.+|送达了|收到|作出的|以下|如下")
_UNKNOWN = re.compile(
    r"[\u4e00-\u9fa5()]{2,24}(?:书|表|单|函|证|证明|记录|笔录|报告|说明|清单|通知|公告|合同|协议|凭证|"
    r"回执|须知|照片|截图|名单|发票|收条|收据|简历|目录|票据|保单|承诺|申请|基准|标准|办法|规定|细则|制度)"
    r"(?:\((?:摘录|节选|摘要|部分|试行)\))*"
)


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """A recognised title."""

    code: str
    title: str
    """The title without agency, number and note."""
    quality: float
    """0–1: exact, by an expression, by its words, or with a misread character."""
    rivals: tuple[str, ...] = ()
    """Other types that the words tell as well; what the document says decides."""


class Titles:
    """The titles of a set of types; remembers what it was asked, for titles recur."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.kinds = tuple(kinds)
        self._names = names_of(self.kinds)
        self._cores: dict[str, str | None] = {}
        self._known: dict[str, TitleMatch | None] = {}

    def match(self, text: str) -> TitleMatch | None:
        """Return the title that the squeezed `text` is; None when it is none that we know."""
        if text not in self._cores:
            self._cores[text] = title_core(text)
        core = self._cores[text]
        if core is None:
            return None
        if core not in self._known:
            self._known[core] = _on_the_spot(core, self._told(core))
        return self._known[core]

    def _told(self, core: str) -> TitleMatch | None:
        near = self._names.nearly_in(core, _MISREAD)
        # 记录 and 记录表 are one document.
        for text in (core, core[:-1]) if core.endswith("录表") else (core,):
            if match := _exact(text, near) or _by_rule(text, self.kinds):
                return match
        return self._by_words(core, near)

    def settled(self, match: TitleMatch, text: str) -> str:
        """Return which of the types that a title may tell the squeezed `text` below it speaks for.

        Without a word for one of them it is the first.
        """
        if match.rivals:
            codes = (match.code, *match.rivals)
            kinds = {kind.code: kind for kind in self.kinds if kind.code in codes}
            code = max(codes, key=lambda code: _confirming(kinds[code], text))
            if code != match.code:
                return code
        return by_text(match, text)

    def mentioned(self, text: str, served: bool = False) -> list[tuple[int, TitleMatch]]:
        """Return the titles that stand in the squeezed `text`, each with its offset, in order.

        Of titles that overlap the longest counts.  Where `text` says what was `served`, what
        stands where a title must stand is one even when only its words tell it.
        """
        found = [
            (at, TitleMatch(kind.code, name, EXACT))
            for kind in self.kinds
            for name in kind.names
            for at in _every(text, name)
        ]
        if served:
            found += self._quoted(text)
        kept: list[tuple[int, TitleMatch]] = []
        for at, one in sorted(found, key=lambda pair: -len(pair[1].title)):
            end = at + len(one.title)
            if all(end <= other or at >= other + len(m.title) for other, m in kept):
                kept.append((at, one))
        return sorted(kept, key=lambda pair: pair[0])

    def _by_words(self, core: str, near: list[tuple[str, str]]) -> TitleMatch | None:
        """Return what the words of an unknown title tell, or which title was misread.

        Words that leave nothing over were not misread.
        """
        told = told_by_words(core)
        held = {kind.code for kind in self.kinds}
        codes = [code for code in told.codes if code in held]
        words = TitleMatch(codes[0], core, BY_WORDS, tuple(codes[1:])) if codes else None
        if words and told.left == 0:
            return words
        return _nearly(core, near, 1) or words or _nearly(core, near, _MISREAD)

    def _quoted(self, text: str) -> Iterator[tuple[int, TitleMatch]]:
        """Return the unknown titles that stand in 《》 or alone and that their words tell."""
        for one in _QUOTED.finditer(text):
            group = 1 if one[1] else 2
            match = self.match(one[group])
            if match and match.quality > NEARLY:
                at = text.find(match.title, one.start(group))
                if at >= 0:
                    yield at, match


_QUOTED = re.compile(r"《([^《》:;,]{4,30})》|^([\u4e00-\u9fa5()、]{3,23}?[书单函证])")
"""What stands in 《》, or first in the cell of a receipt that names what was served."""


def by_text(match: TitleMatch, text: str) -> str:
    """Return the type; a 处罚通知书 that decides already is a decision.

    案件处理呈批表 is the report of the inquiry in some units; where it tells of no inquiry, it is
    the form in which the decision is approved.
    """
    if _HANDLING.search(match.title) and not _INQUIRED.search(text):
        return "DT59"
    if match.code == "DT26" and match.quality <= BY_RULE and "拟" not in text:
        return "DT35" if _DECISION_SIGNS.search(text) else "DT26"
    if match.code == "DT36" and _TOLD_BEFORE.search(match.title) and _INTENDED.search(text):
        return "DT36" if _DECISION_SIGNS.search(text) else "DT26"
    return match.code


def _on_the_spot(core: str, match: TitleMatch | None) -> TitleMatch | None:
    """Return a decision of the simple procedure as what it is: 简易程序处罚决定书."""
    if match and match.code == "DT35" and ("简易" in core or "当场" in core):
        return replace(match, code="DT34")
    return match


def _confirming(kind: Kind, text: str) -> float:
    return sum(phrase.search(text) is not None for phrase in kind.phrases) / len(
        kind.phrases or "1"
    )


def _every(text: str, name: str) -> list[int]:
    found, at = [], text.find(name)
    while at >= 0:
        found.append(at)
        at = text.find(name, at + 1)
    return found


def title_core(text: str) -> str | None:
    """Return the squeezed `text` without number, quotes and notes; None when it is no title."""
    if not _SHORTEST <= len(text) <= LONGEST:
        return None
    for number in reversed(find_numbers(text)):
        text = text[: number.start] + text[number.end :]
    text = text.strip("《》-_·.:*#|~ ")
    text = re.sub(r"案号:?$", "", text)
    if quoted := _QUOTED_WORD.fullmatch(text):
        text = "".join(quoted.groups())
    return None if len(text) < _SHORTEST or _NOT_IN_TITLE.search(text) else text


def is_unknown_title(text: str) -> bool:
    """Return whether the squeezed `text` looks like the title of a document we do not know."""
    core = title_core(text)
    return core is not None and _UNKNOWN.fullmatch(core) is not None


def _exact(core: str, near: list[tuple[str, str]]) -> TitleMatch | None:
    best: TitleMatch | None = None
    for name, code in near:
        at = core.find(name)
        if at < 0 or (best and len(name) <= len(best.title)):
            continue
        if _frames(core[:at], core[at + len(name) :], code):
            best = TitleMatch(code, name, EXACT)
    return best


def _by_rule(core: str, kinds: tuple[Kind, ...]) -> TitleMatch | None:
    best: TitleMatch | None = None
    for kind in kinds:
        for expression in kind.titles:
            # Nearly none is there: to search costs half of what a walk over no matches costs.
            if not expression.search(core):
                continue
            for match in expression.finditer(core):
                if not match[0] or (best and len(match[0]) <= len(best.title)):
                    continue
                if _frames(core[: match.start()], core[match.end() :], kind.code):
                    best = TitleMatch(kind.code, match[0], BY_RULE)
    return best


def _nearly(core: str, near: list[tuple[str, str]], most: int) -> TitleMatch | None:
    """Return the one title that at most `most` misread characters keep from being exact."""
    best: tuple[int, int, TitleMatch] | None = None
    near = [(name, code) for name, code in near if len(name) >= _SHORTEST_FUZZY]
    longest = max((name for name, _ in near if name in core), key=len, default="")
    for name, code in near:
        # A title that is there counts with what stands beside it: only one that holds it,
        # such as 不予行政处罚决定书, may be what was misread.
        if longest and (longest == name or longest not in name):
            continue
        if len(core) < len(name) - 1:
            continue
        allowed = min(most, _MISREAD if len(name) >= _LONG_TITLE and not longest else 1)
        start = max(0, len(core) - len(name))
        distance = Levenshtein.distance(core[start:], name, score_cutoff=allowed)
        if distance > allowed or not _frames(core[:start], "", code):
            continue
        key = (distance, -len(name))
        if best is None or key < best[:2]:
            best = (*key, TitleMatch(code, name, NEARLY))
    return best[2] if best else None


def _frames(before: str, after: str, code: str) -> bool:
    """Return whether what stands around a title may stand there."""
    if not (_TAIL.fullmatch(after) or (code == "DT37" and _SERVED.fullmatch(after))):
        return False
    if _HEAD.fullmatch(before):
        return True
    return code in _CASE_CODES and _CASE_HEAD.fullmatch(before) is not None
