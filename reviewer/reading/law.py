"""Articles of law that a document cites, and the remedies (救济) it names."""

import re
from collections.abc import Iterator

from reviewer.model import CitedArticle, Redress
from reviewer.reading.finders import TOLD, Found
from reviewer.reading.sheet import Sheet
from reviewer.reckoning.numerals import parse_numeral

_NUMERAL = r"[0-9零〇一二三四五六七八九十百千两]{1,8}"
_LAW = re.compile(r"《(?P<law>[^《》]{2,60})》(?:\([^()]{1,30}\))?")
_ARTICLE = re.compile(
    rf"第(?P<article>{_NUMERAL})条(?:之[一二三四五六])?(?:第(?P<paragraph>{_NUMERAL})款)?"
    rf"(?:第?\(?(?P<item>{_NUMERAL})\)?项)?"
)
_MORE = re.compile(
    rf"(?:[、,和及与]|以及)?(?:(?=第{_NUMERAL}条)|第(?P<paragraph>{_NUMERAL})款"
    rf"(?:第?\(?(?P<item>{_NUMERAL})\)?项)?)"
)
_NOT_LAW = re.compile(
    r"(?:通知书|决定书|笔录|回证|告知书|凭证|清单|报告|登记表|证书|许可证|运输证)$"
)
_PREFIX = re.compile(r"^中华人民共和国")

_DAYS = rf"(?P<days>{_NUMERAL})个?(?:工作)?日(?:之?内)?"
_RECONSIDER = re.compile(
    rf"{_DAYS}[^。;]{{0,20}}?向(?P<body>[^。;]{{2,60}}?)(?:申请|提出|提起)?(?:行政)?复议"
)
_RECONSIDER_LATE = re.compile(r"向(?P<body>[^。;,]{2,60}?)(?:申请|提出)(?:行政)?复议")
_SUIT = re.compile(
    rf"(?P<months>{_NUMERAL})个?月(?:之?内)?[^。;]{{0,50}}?(?:起诉|行政诉讼|提起诉讼)"
)


def cited_articles(sheet: Sheet) -> Iterator[Found]:
    """Find every article cited by law, article, paragraph and item, once each."""
    text = sheet.text
    seen: set[CitedArticle] = set()
    for law in _LAW.finditer(text):
        if _NOT_LAW.search(law["law"]):
            continue
        name = _PREFIX.sub("", law["law"])
        for article, start, end in _articles_after(text, law.end()):
            cited = CitedArticle(name, *article)
            if cited not in seen:
                seen.add(cited)
                first = law.start() if start == law.end() else start
                yield Found(cited, sheet.flat.cut(first, end), TOLD)


def _articles_after(
    text: str, at: int
) -> Iterator[tuple[tuple[int, int | None, int | None], int, int]]:
    match = _ARTICLE.match(text, at)
    while match:
        number = parse_numeral(match["article"])
        if number is None:
            return
        paragraph, item = _number(match["paragraph"]), _number(match["item"])
        yield (number, paragraph, item), match.start(), match.end()
        at = match.end()
        # 第四十一条第一款、第三款: the article is carried over.
        more = _MORE.match(text, at)
        while more and more["paragraph"]:
            yield (number, _number(more["paragraph"]), _number(more["item"])), at, more.end()
            at = more.end()
            more = _MORE.match(text, at)
        match = _ARTICLE.match(text, more.end()) if more else None


def _number(text: str | None) -> int | None:
    return parse_numeral(text) if text else None


def redress(sheet: Sheet) -> Iterator[Found]:
    """Find what the decision says about reconsideration (复议) and suit (诉讼)."""
    text = sheet.text
    reconsider = _RECONSIDER.search(text)
    late = reconsider or _RECONSIDER_LATE.search(text)
    suit = _SUIT.search(text)
    if not late and not suit:
        return
    days = parse_numeral(reconsider["days"]) if reconsider else None
    body = _body(late["body"]) if late else ""
    months = parse_numeral(suit["months"]) if suit else None
    matches = [match for match in (late, suit) if match]
    start, end = min(m.start() for m in matches), max(m.end() for m in matches)
    yield Found(Redress(days, body, months), sheet.flat.cut(start, end), TOLD)


def _body(text: str) -> str:
    """Return the body without what a form leaves around it."""
    return re.split(r"依法|或者?(?=向)|\(", text.strip("_ "))[0]
