"""Articles of law as a sentence cites them."""

import re
from collections.abc import Iterable

from reviewer.reckoning.numerals import parse_numeral

_ARTICLE = re.compile(r"(?P<law>.+?)第(?P<number>[〇零一二三四五六七八九十百]+)条(?P<part>.*)")


def articles(basis: Iterable[str]) -> str:
    """Return articles as a sentence cites them: each law once, consecutive articles as a span.

    `行政处罚法第四十二条、行政处罚法第四十三条` becomes `行政处罚法第四十二条至第四十三条`.
    """
    by_law: dict[str, list[tuple[str, str, int]]] = {}
    for text in dict.fromkeys(basis):
        match = _ARTICLE.fullmatch(text)
        law = match["law"] if match else text
        cited = by_law.setdefault(law, [])
        if match:
            number = parse_numeral(match["number"]) or 0
            cited.append((match["number"], match["part"], number))
    return "；".join(law + "、".join(_spans(cited)) for law, cited in by_law.items())


def _spans(cited: list[tuple[str, str, int]]) -> list[str]:
    spans: list[list[tuple[str, str, int]]] = []
    for article in cited:
        last = spans[-1][-1] if spans else None
        if last and not last[1] and not article[1] and article[2] == last[2] + 1:
            spans[-1].append(article)
        else:
            spans.append([article])
    return [
        f"第{span[0][0]}条{span[0][1]}"
        if len(span) == 1
        else f"第{span[0][0]}条至第{span[-1][0]}条"
        for span in spans
    ]
