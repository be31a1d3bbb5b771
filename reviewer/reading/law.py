"""The remedies (救济) that a decision names."""

import re
from collections.abc import Iterator

from reviewer.model import Redress
from reviewer.reading.finders import TOLD, Found
from reviewer.reading.sheet import Sheet
from reviewer.reckoning.numerals import parse_numeral

_NUMERAL = r"[0-9零〇一二三四五六七八九十百千两]{1,8}"
_DAYS = rf"(?P<days>{_NUMERAL})个?(?:工作)?日(?:之?内)?"
_RECONSIDER = re.compile(
    rf"{_DAYS}(?:(?!缴|{_NUMERAL}个?(?:工作)?日)[^。;]){{0,20}}?向(?P<body>[^。;]{{2,60}}?)(?:申请|提出|提起)?(?:行政)?复议"
)
_RECONSIDER_LATE = re.compile(r"向(?P<body>[^。;,]{2,60}?)(?:申请|提出)(?:行政)?复议")
_SUIT = re.compile(
    rf"(?P<months>{_NUMERAL})个?月(?:之?内)?(?:(?!(?:申请|提出|提起)[^,。;]{{0,4}}复议)[^。;]){{0,50}}?(?:起诉|行政诉讼|提起诉讼)"
)


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
