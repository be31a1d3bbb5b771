"""Articles of law as a sentence cites them."""

import re
from collections.abc import Iterable

from reviewer.reckoning.numerals import parse_numeral

_ARTICLE = re.compile(
    r"(?P<law>.+?)第(?P<number>[〇零一二三四五六七八九十百]+)(?:(?P<kind>条)(?P<part>.*)|章)"
)

_Cited = tuple[str, str, int, str]
"""Numeral, what follows 条, number, 条 or 章."""


def articles(basis: Iterable[str]) -> str:
    """Return articles as a sentence cites them: each law once, consecutive articles as a span.

    `行政处罚法第四十二条、行政处罚法第四十三条` becomes `行政处罚法第四十二条至第四十三条`;
    chapters likewise.
    """
    by_law: dict[str, list[_Cited]] = {}
    for text in dict.fromkeys(basis):
        match = _ARTICLE.fullmatch(text)
        law = match["law"] if match else text
        cited = by_law.setdefault(law, [])
        if match:
            number = parse_numeral(match["number"]) or 0
            part, kind = match["part"] or "", match["kind"] or "章"
            cited.append((match["number"], part, number, kind))
    return "；".join(law + "、".join(_spans(cited)) for law, cited in by_law.items())


def _spans(cited: list[_Cited]) -> list[str]:
    spans: list[list[_Cited]] = []
    for article in cited:
        last = spans[-1][-1] if spans else None
        follows = last is not None and (article[2], article[3]) == (last[2] + 1, last[3])
        if last and not last[1] and not article[1] and follows:
            spans[-1].append(article)
        else:
            spans.append([article])
    return [
        f"第{span[0][0]}{span[0][3]}{span[0][1]}"
        if len(span) == 1
        else f"第{span[0][0]}{span[0][3]}至第{span[-1][0]}{span[-1][3]}"
        for span in spans
    ]
