"""Small pieces of wording that all reports share."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from reviewer.model import Choice, Mark, Place, Question, Standard, VetoChoice
from reviewer.reckoning.numerals import parse_numeral
from reviewer.reports.inputs import ReviewInput

CHOICES = {
    Choice.CONFORMS: "符合",
    Choice.FAILS: "不符合",
    Choice.ABSENT: "不涉及",
    Choice.PENDING: "待定",
}
VETO_CHOICES = {
    VetoChoice.OPEN: "待定",
    VetoChoice.EXCLUDED: "排除",
    VetoChoice.HIT: "命中",
}
QUESTIONS = {
    Question.BASIS: "执法依据合法",
    Question.DISCRETION: "裁量基准适用",
    Question.DOCUMENTS: "文书材料齐全",
    Question.LEGAL_REVIEW: "法制审核",
    Question.NO_FINE_FOR_MANAGEMENT: "防止以罚代管",
    Question.PROCEDURE: "程序时限",
    Question.SERVICE: "送达执行",
    Question.ARCHIVE: "归档",
}
LAW_NOTE = "法规库截至 2025-04，此后作出的决定涉及实体罚则的，请核对现行有效条文。"
MACHINE_NOTE = "机器提示仅供参考，本表扣分均由评查人认定。"


def points(value: Decimal) -> str:
    """Return points with one decimal, or two when they need it; minus is U+2212."""
    places = 1 if value == value.quantize(Decimal("0.1")) else 2
    return f"{value:.{places}f}".replace("-", "−")


def lost(value: Decimal) -> str:
    """Return lost points with a minus, or an empty cell when nothing was lost."""
    return f"−{points(value)}" if value else ""


def day(value: date) -> str:
    """Return a date as it stands in running text."""
    return f"{value.year} 年 {value.month} 月 {value.day} 日"


_DIGITS = "〇一二三四五六七八九"


def numeral(number: int) -> str:
    """Return 1–99 as headings number it: 一, 十, 十一, 二十."""
    tens, ones = divmod(number, 10)
    front = f"{_DIGITS[tens] if tens > 1 else ''}十" if tens else ""
    return front + (_DIGITS[ones] if ones else "")


def pages(source: ReviewInput, places: Iterable[Place]) -> str:
    """Return the page labels of `places`, each once, in the order given."""
    return "、".join(dict.fromkeys(filter(None, map(source.page_label, places))))


def absence(standard: Standard, mark: Mark) -> str:
    """Return why an item is 不涉及: the text of its reason code and the note."""
    texts = {reason.code: reason.text for reason in standard.absence_reasons}
    parts = (texts.get(mark.absence, mark.absence), mark.note)
    return "，".join(part for part in parts if part)


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
