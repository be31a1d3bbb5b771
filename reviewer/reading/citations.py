"""Articles of law that a document cites: 《…》第…条第…款第（…）项, as bureaus write it.

A law may stand without 《》, under a short name, with its year of revision in brackets, or be taken
up again as 该条例; several articles may follow one law.  What is quoted from a statute cites
nothing: 本法第五十条 inside quotation marks belongs to the statute, not to the document.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reviewer.model import CitedArticle
from reviewer.reading.finders import TOLD, Finder, Found
from reviewer.reading.sheet import Sheet
from reviewer.reckoning.numerals import parse_numeral
from reviewer.resources import load_yaml, resource

_NUMERAL = r"[0-9零〇一二三四五六七八九十百千两]{1,8}"
_ONE = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|-(?![0-9]))"
"""A paragraph or item; a scan makes 一 a dash."""
_ITEM = rf"(?:第?[(\[〔【]?(?P<item>{_ONE})[)\]〕】]?项|第?[(](?P<bare>{_ONE})[)](?!款|条))"
_BRACKET = r"[(\[〔][^()\[\]〔〕]{1,40}[)\]〕]"
_OPEN, _SHUT = r"(?:《|<<|≪|「|『)", r"(?:》|>>|≫|」|』)"
_LAW = re.compile(
    rf"{_OPEN}(?P<law>[^《》<>≪≫「」『』。;]{{2,60}}){_SHUT}(?P<version>{_BRACKET})?(?:的|之|中|中的)?"
)
_ARTICLE = re.compile(
    rf"[第笫弟](?P<article>{_NUMERAL})条(?:之[一二三四五六](?![款项]))?"
    rf"(?:[,、]?[第笫弟](?P<paragraph>{_ONE})款)?{_ITEM}?"
)
_ITEM_ALONE = _ITEM.replace("<item>", "<item2>").replace("<bare>", "<bare2>")
_MORE = re.compile(
    rf"(?:[、,和及与或]|以及)?(?:的规定[、,和及]?)?(?:(?=[第笫弟]{_NUMERAL}条)|"
    rf"[第笫弟](?P<paragraph>{_ONE})款{_ITEM}?|{_ITEM_ALONE})"
)
_NOT_LAW = re.compile(
    r"(?:通知书|决定书|笔录|回证|告知书|凭证|清单|报告|登记表|证书|许可证|运输证|意见书|审批表|记录|照片|凭据|单|函)$"
)
_KIND = r"(?:法|条例|规定|办法|规则|细则|规章|标准|决定)"
_BARE_LAW = re.compile(
    rf"(?P<law>[\u4e00-\u9fa5]{{1,28}}?{_KIND})(?P<version>{_BRACKET})?(?:的|之|中|中的)?(?=[第笫弟]{_NUMERAL}条)"
)
_BARE_START = re.compile(
    r".*(?:违反了?|触犯了?|依据|根据|依照|按照|参照|适用|不符合了?|符合|属于|以及|[及与]|和(?!国))"
)
_TAKEN_UP = re.compile(
    rf"(?:该|本|同|此|上述|前述|前款)(?:部)?(?P<kind>{_KIND})(?:的|之|中|中的)?(?=[第笫弟]{_NUMERAL}条)"
)
_QUOTED = re.compile(r"[“\"][^“”\"]*$")
_PREFIX = re.compile(r"^中华人民共和国")
_IN_NAME = re.compile(rf"(?P<name>.*?)(?P<version>{_BRACKET})$")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

_OBLIGES = (
    r"违反|触犯|违法条款|违反条款|违反的?(?:法律|法规|条文|规定)|违背|不符合|涉嫌|违法依据|定性依据"
)
_PUNISHES = r"依据|根据|依照|按照|参照|适用|处罚条款|罚则|处罚依据"
_VERB = re.compile(rf"(?P<duty>{_OBLIGES})|(?P<penalty>{_PUNISHES})")
_STATEMENT = 120
"""Characters before a citation in which its verb stands."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A law named on the sheet: from `start`, its articles beginning at `end`."""

    name: str
    version: str
    start: int
    end: int


def cited_articles(sheet: Sheet) -> Iterator[Found]:
    """Find every article cited by law, article, paragraph and item, once each."""
    seen: set[CitedArticle] = set()
    for cited, start, end, _ in citations(sheet.text):
        if cited not in seen:
            seen.add(cited)
            yield Found(cited, sheet.flat.cut(start, end), TOLD)


def cited_as(role: str) -> Finder:
    """Find the articles cited as `duty` (违反…) or as `penalty` (依据…), once each."""

    def find(sheet: Sheet) -> Iterator[Found]:
        text, seen = sheet.text, set()
        for cited, start, end, law_at in citations(text):
            if _role(text, law_at) == role and cited not in seen:
                seen.add(cited)
                yield Found(cited, sheet.flat.cut(start, end), TOLD)

    return find


def cited_editions(sheet: Sheet) -> Iterator[Found]:
    """Find the year of the edition that is named beside a law: 道路运输条例 2022."""
    for law in _laws(sheet.text):
        if year := _YEAR.search(law.version):
            yield Found(f"{law.name} {year[0]}", sheet.flat.cut(law.start, law.end), TOLD)


def citations(text: str) -> Iterator[tuple[CitedArticle, int, int, int]]:
    """Return article, start and end of its text, and where its law is named.

    The first article of a law starts with the law's name.
    """
    for law in _laws(text):
        for numbers, start, end in _articles_after(text, law.end):
            first = law.start if start == law.end else start
            yield CitedArticle(law.name, *numbers), first, end, law.start


def _role(text: str, at: int) -> str:
    """Return whether what is cited at `at` was violated (duty) or is applied (penalty)."""
    before = re.split("[。;]", text[max(0, at - _STATEMENT) : at])[-1]
    verbs = list(_VERB.finditer(before))
    return (verbs[-1].lastgroup or "") if verbs else ""


def _laws(text: str) -> Iterator[_Named]:
    """Return the laws in order; one taken up again goes by the name it had."""
    marked = [*_marked(text)]
    taken = [(law.start, law.end) for law in marked]
    for match in _TAKEN_UP.finditer(text):
        if not _inside(match.start(), taken) and not _is_quoted(text, match.start()):
            marked.append(_Named("", match["kind"], match.start(), match.end()))
    taken = [(law.start, law.end) for law in marked]
    marked += [law for law in _unmarked(text) if not _inside(law.end - 1, taken)]
    known: list[_Named] = []
    for law in sorted(marked, key=lambda one: one.start):
        if law.name:
            known.append(law)
            yield law
        elif same := next((one for one in reversed(known) if _is_kind(one, law.version)), None):
            yield _Named(same.name, same.version, law.start, law.end)


def _marked(text: str) -> Iterator[_Named]:
    for match in _LAW.finditer(text):
        inner = _IN_NAME.fullmatch(match["law"])
        name, version = (inner["name"], inner["version"]) if inner else (match["law"], "")
        if not _NOT_LAW.search(name):
            yield _Named(_known(name), version + (match["version"] or ""), *match.span())


def _unmarked(text: str) -> Iterator[_Named]:
    """Return laws written without 《》: what follows the verb, or the longest known name."""
    for match in _BARE_LAW.finditer(text):
        name = match["law"]
        verb = _BARE_START.match(name)
        name = name[verb.end() :] if verb else name
        known = next((one for one in _by_length() if match["law"].endswith(one)), "")
        if known and (len(known) > len(name) or not verb):
            name = known
        if (known or verb) and len(name) > 1 and not _is_quoted(text, match.start()):
            start = match.end("law") - len(name)
            yield _Named(_known(name), match["version"] or "", start, match.end())


def _is_kind(law: _Named, kind: str) -> bool:
    return law.name.endswith(kind)


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _is_quoted(text: str, at: int) -> bool:
    return _QUOTED.search(text[max(0, at - 400) : at]) is not None


@cache
def _names() -> dict[str, str]:
    """Return the laws by every name that the index of the statute texts knows."""
    index = load_yaml(resource("laws", "index.yaml"))
    names: dict[str, str] = {}
    for entry in index["laws"]:
        names.update(dict.fromkeys([entry["law"], *entry["same_as"]], entry["law"]))
    return names


@cache
def _by_length() -> tuple[str, ...]:
    return tuple(sorted((*_names(), *_OTHER_LAWS), key=len, reverse=True))


_OTHER_LAWS = (
    "超限运输车辆行驶公路管理规定",
    "交通运输行政执法程序规定",
    "道路货物运输及站场管理规定",
    "道路旅客运输及客运站管理规定",
    "道路危险货物运输管理规定",
    "道路运输从业人员管理规定",
    "道路运输车辆技术管理规定",
    "机动车维修管理规定",
    "机动车驾驶员培训管理规定",
    "网络预约出租汽车经营服务管理暂行办法",
    "巡游出租汽车经营服务管理规定",
    "路政管理规定",
    "国际道路运输管理规定",
)
"""Rules of the ministry (部门规章) that case files cite; their texts are not included."""


def _known(name: str) -> str:
    bare = _PREFIX.sub("", name)
    return _names().get(bare, bare)


Numbers = tuple[int, int | None, int | None]


def _articles_after(text: str, at: int) -> Iterator[tuple[Numbers, int, int]]:
    """Return the articles that follow a law; 第一款、第三款 carries the article over."""
    match = _ARTICLE.match(text, at)
    while match:
        number = parse_numeral(match["article"])
        if number is None:
            return
        paragraph = _small(match["paragraph"])
        item = _small(match["item"] or match["bare"])
        yield (number, paragraph, item), match.start(), match.end()
        at = match.end()
        more = _MORE.match(text, at)
        while more and more.end() > at and not _next_article(more):
            paragraph = _small(more["paragraph"]) or paragraph
            item = _small(more["item"] or more["bare"] or more["item2"] or more["bare2"])
            yield (number, paragraph, item), at + _joint(text[at:]), more.end()
            at = more.end()
            more = _MORE.match(text, at)
        match = _ARTICLE.match(text, more.end()) if more else None


def _joint(text: str) -> int:
    """Return how many characters join an article to the one before it."""
    return len(text) - len(text.lstrip("、,和及与或以的规定"))


def _next_article(more: re.Match[str]) -> bool:
    return not any(more[name] for name in ("paragraph", "item", "bare", "item2", "bare2"))


def _small(text: str | None) -> int | None:
    return parse_numeral(text.replace("-", "一")) if text else None
