"""Small pieces of wording that all reports share."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from reviewer.model import Choice, Mark, Place, Standard, VetoChoice
from reviewer.model.standards import QUESTION_NAMES
from reviewer.reckoning.citations import articles as articles
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
QUESTIONS = QUESTION_NAMES
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
