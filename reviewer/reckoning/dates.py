"""Dates in every form that case files use, in digits and in Chinese numerals.

A date that does not exist (2024年2月30日) is not a date.  Letters and rings that scans put for
zero (`2O24年`, `二○二四年`) are read as zero; years lie between 1900 and 2099.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.reckoning.numerals import parse_digits, parse_numeral, parse_positional
from reviewer.reckoning.textnorm import halfwidth


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands: `text[start:end]`."""

    value: date
    start: int
    end: int


_DIGIT = "[0-9OoQlI|〇零]"
_HAN = "[零〇OoQ0一二三四五六七八九ニ壹贰叁肆伍陆柒捌玖-]"
_HAN_SMALL = r"[零〇一二三四五六七八九十廿卅拾壹贰叁肆伍陆柒捌玖ニ]"
_YEAR_MARK = "[年牛]"
_DAY_MARK = "[日曰号月]"
"""A scan takes 日 for 月: 2024年7月24月."""
_WITH_MONTH = (
    # 2024年3月12日, also with blanks between the digits of split cells.
    re.compile(
        rf"(?<![0-9])(?P<y>[12]\s?{_DIGIT}\s?{_DIGIT}\s?{_DIGIT})\s*{_YEAR_MARK}\s*"
        rf"(?P<m>{_DIGIT}\s?{_DIGIT}?)\s*月\s*(?P<d>{_DIGIT}\s?{_DIGIT}?)\s*{_DAY_MARK}"
    ),
    # 024年3月12日, 224年3月12日, 12024年3月12日: a scan lost a digit, or took the edge of a seal
    # for one.  Only one year can be meant.
    re.compile(
        r"(?:(?<![0-9第])(?P<y>[02OoQ〇][12][0-9])|(?<![0-9])[0-9](?P<z>20[0-9]{2}))\s*年\s*"
        rf"(?P<m>{_DIGIT}\s?{_DIGIT}?)\s*月\s*(?P<d>{_DIGIT}\s?{_DIGIT}?)\s*{_DAY_MARK}"
    ),
    # 二〇二四年三月十二日, also 二〇二四年3月12日.
    re.compile(
        rf"(?P<y>[一二ニ壹贰](?:\s*{_HAN}){{3}})\s*{_YEAR_MARK}\s*"
        rf"(?P<m>(?:{_HAN_SMALL}\s*){{1,3}}|[元正]|[0-9]{{1,2}})\s*月\s*"
        rf"(?P<d>(?:{_HAN_SMALL}\s*){{1,3}}|[0-9]{{1,2}})\s*{_DAY_MARK}"
    ),
    # 二四年三月十二日, 二二四年, 二〇O二四年: what a seal or a scan leaves or makes of 二〇二四.
    re.compile(
        rf"(?<![零〇O0一二三四五六七八九十百第])(?P<y>二?[〇零Oo0。]{{0,3}}[一二三][〇零一二三四五六七八九])\s*年\s*"
        rf"(?P<m>(?:{_HAN_SMALL}\s*){{1,3}})\s*月\s*(?P<d>(?:{_HAN_SMALL}\s*){{1,3}})\s*{_DAY_MARK}"
    ),
)
_STROKED = (
    # 2024-03-12, 2024.3.12, 2024/3/12, 2024、3、12; one separator throughout.
    re.compile(
        rf"(?<![0-9.\-/])(?P<y>[12]{_DIGIT}{{3}})\s?(?P<s>[-./、·])\s?(?P<m>{_DIGIT}{{1,2}})"
        rf"\s?(?P=s)\s?(?P<d>{_DIGIT}{{1,2}})(?![0-9]|[-./][0-9]{{1,4}}[^0-9:时点])"
    ),
)
_STROKE = re.compile(r"[-./、·]")
"""Most texts with digits hold no date: without 月 or one of these there is none to look for."""
_WITH_TIME = re.compile(
    rf"(?<![0-9.\-/])(?P<y>[12]{_DIGIT}{{3}})(?P<s>[-./、])(?P<m>{_DIGIT}{{1,2}})(?P=s)"
    r"(?P<run>[0-9]{2,4})(?=[:时時点])"
)
"""2024-05-1416:05: the blank between day and hour was dropped."""
_RUN_TOGETHER = re.compile(
    r"(?:(?<![\s\S])|(?<=\n)|(?<=日期)|(?<=日期:))(?P<y>20[0-9]{2})(?:[-./](?P<m>[01][0-9])|(?P<n>[01][0-9])[-./])(?P<d>[0-3][0-9])"
    r"(?![0-9]|[-./][0-9]|[:时時点])"
)
"""2024-0731 and 202407-31: a scan lost one of the strokes.  Elsewhere it is a number."""
_LAST_HOUR = 23
_DAY_AND_HOUR = 3
_COMPACT = re.compile(r"\s*([12]\d{3})(\d{2})(\d{2})\s*")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_CENTURY, _CENTURY_YEARS, _SHORTENED = 2000, 100, 300
_YEAR_DIGITS = 4


def find_dates(text: str) -> list[FoundDate]:
    """Return every date of `text` in order, none inside another."""
    found = sorted(_candidates(halfwidth(text)), key=lambda one: (one.start, -one.end))
    kept: list[FoundDate] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def parse_date(text: str) -> date | None:
    """Return the date that `text` wholly is, blanks and 8 bare digits (20240312) allowed."""
    folded = halfwidth(text)
    if compact := _COMPACT.fullmatch(folded):
        return _date(*(int(part) for part in compact.groups()))
    found = find_dates(folded)
    if len(found) != 1:
        return None
    rest = folded[: found[0].start] + folded[found[0].end :]
    return None if rest.strip(" \t\n.。,;:()") else found[0].value


def _candidates(folded: str) -> Iterator[FoundDate]:
    if "月" in folded:
        yield from _matching(_WITH_MONTH, folded)
    if _STROKE.search(folded):
        yield from _matching(_STROKED, folded)
        yield from _run_together(folded)
        yield from _before_times(folded)


def _matching(forms: Iterable[re.Pattern[str]], folded: str) -> Iterator[FoundDate]:
    for form in forms:
        for match in form.finditer(folded):
            after = match.groupdict().get("z")
            value = _date(_year(after or match["y"]), _small(match["m"]), _small(match["d"]))
            if value:
                start = match.start("z") if after else match.start()
                yield FoundDate(value, start, match.end())


def _run_together(folded: str) -> Iterator[FoundDate]:
    for match in _RUN_TOGETHER.finditer(folded):
        value = _date(int(match["y"]), int(match["m"] or match["n"]), int(match["d"]))
        if value:
            yield FoundDate(value, match.start(), match.end())


def _before_times(folded: str) -> Iterator[FoundDate]:
    """Return the dates to which a time was joined."""
    for match in _WITH_TIME.finditer(folded):
        run = match["run"]
        for digits in _hour_digits(run):
            day, hour = run[:-digits], run[-digits:]
            value = _date(_year(match["y"]), _small(match["m"]), _small(day)) if day else None
            if value and int(hour) <= _LAST_HOUR and len(day) <= 2:
                yield FoundDate(value, match.start(), match.start("run") + len(day))
                break


def _hour_digits(run: str) -> tuple[int, int]:
    """Return how many digits the hour has, likelier first: 309时 is nine on the 30th."""
    morning = len(run) == _DAY_AND_HOUR and run[-1] in "6789" and "10" <= run[:2] <= "31"
    return (1, 2) if morning else (2, 1)


def _year(text: str) -> int | None:
    compact = "".join(text.split()).replace("。", "〇")
    if len(compact) > _YEAR_DIGITS:
        compact = compact[-2:]  # 二〇O二四: a ring read twice
    digits = parse_digits(compact)
    year = digits if digits is not None else parse_positional(compact)
    # 二四 and 二二四 have lost digits of 2024 that a century settles.
    return _CENTURY + year % _CENTURY_YEARS if year is not None and year < _SHORTENED else year


def _small(text: str) -> int | None:
    """Return the value of a month or day; 元 and 正 are the first month."""
    compact = "".join(text.split())
    return 1 if compact in {"元", "正"} else parse_numeral(compact)


def _date(year: int | None, month: int | None, day: int | None) -> date | None:
    if year is None or month is None or day is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
