"""Signals across cases (跨卷线索): what no single case file shows.  Hints only, never deductions.

Every rule takes digests, finds its candidates through an index, and says which cases it could
compare and which it could not.  All are linear in the number of cases, but for groups that are
alike, whose size they print.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from reviewer.checking.across.minhash import bands, groups, likeness
from reviewer.model import (
    CaseDigest,
    InterviewSketch,
    PictureSketch,
    Presence,
    Signal,
    SignalGroup,
    SignalSide,
)
from reviewer.reckoning.textnorm import squeezed

_SAME_SPOT = 80
"""Likeness 0–100 from which two names of places are one place."""
_SAME_CAUSE = 80
_ALIKE = 0.9
"""Share of shingles from which two interviews are the same text."""
_NEAR = 3
"""Bits of 64 in which two hashes of one photo differ at most: found by quarters of the hash."""
_YEAR = timedelta(days=366)
_OFTEN = 3
_FIFTH = 5
_MOST = 400
"""Members of one bucket that are compared with each other."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across cases."""

    code: str
    title: str
    method: str
    can: Callable[[CaseDigest], bool]
    """Whether a case tells enough to be compared."""
    find: Callable[[Sequence[CaseDigest]], Iterator[tuple[str, list[SignalSide]]]]


def look_across(digests: Sequence[CaseDigest], rules: Sequence[Rule]) -> tuple[SignalGroup, ...]:
    """Return what each of `rules` finds in `digests`."""
    found = []
    for rule in rules:
        able = [one for one in digests if rule.can(one)]
        signals = tuple(
            Signal(rule.code, rule.title, message, tuple(sides))
            for message, sides in rule.find(able)
        )
        told = {one.case for one in able}
        rest = tuple(one.case for one in digests if one.case not in told)
        compared = tuple(one.case for one in able)
        found.append(SignalGroup(rule.code, rule.title, rule.method, signals, compared, rest))
    return tuple(found)


def two_places_at_once(cases: Sequence[CaseDigest]) -> Iterator[tuple[str, list[SignalSide]]]:
    """T43: one officer in two records whose times overlap and whose places differ."""
    by_officer: dict[str, list[tuple[Presence, CaseDigest]]] = defaultdict(list)
    for case in cases:
        for presence in case.presences:
            by_officer[presence.officer].append((presence, case))
    for stays in by_officer.values():
        stays.sort(key=lambda stay: (stay[0].start, stay[0].end))
        open_: list[tuple[Presence, CaseDigest]] = []
        for stay in stays:
            open_ = [one for one in open_ if one[0].end > stay[0].start]
            for other in open_:
                if _apart(other[0].spot, stay[0].spot):
                    yield _meeting(other, stay)
            open_.append(stay)


def _meeting(
    one: tuple[Presence, CaseDigest], other: tuple[Presence, CaseDigest]
) -> tuple[str, list[SignalSide]]:
    first, second = one[0], other[0]
    start, end = max(first.start, second.start), min(first.end, second.end)
    message = (
        f"{first.name}在{start:%Y-%m-%d %H:%M}至{end:%H:%M}同时出现在“{first.spot}”和"
        f"“{second.spot}”两处的笔录中，请核对"
    )
    sides = [
        SignalSide(case.case, f"{p.start:%Y-%m-%d %H:%M}至{p.end:%H:%M}，{p.spot}", p.place)
        for p, case in (one, other)
    ]
    return message, sides


def _apart(one: str, other: str) -> bool:
    one, other = squeezed(one), squeezed(other)
    if not one or not other or one in other or other in one:
        return False
    return fuzz.ratio(one, other) < _SAME_SPOT


def fined_twice(cases: Sequence[CaseDigest]) -> Iterator[tuple[str, list[SignalSide]]]:
    """K17: two fines for the same party or vehicle, the same day and the same act."""
    told: set[frozenset[str]] = set()
    for together in _buckets(cases, _who_and_when):
        for one, other in combinations(together, 2):
            pair = frozenset((str(one.case), str(other.case)))
            if pair in told or not _same_cause(one, other):
                continue
            told.add(pair)
            day = min(set(one.offence_dates) & set(other.offence_dates))
            who = next(key for key in _who(one) if key in _who(other))
            yield (
                f"{who}{day}的同类违法行为在两卷中均有罚款，请核对是否为同一违法行为",
                [_fined(one), _fined(other)],
            )


def fined_again(cases: Sequence[CaseDigest]) -> Iterator[tuple[str, list[SignalSide]]]:
    """X1: three or more fines of a kind within twelve months, none with a recheck."""
    told: set[frozenset[str]] = set()
    for together in _buckets(cases, _who):
        together.sort(key=lambda one: str(one.decided_on))
        for kind in _by_cause(together):
            for at in range(len(kind) - _OFTEN + 1):
                run = [one for one in kind[at:] if _within_year(kind[at], one)]
                key = frozenset(str(one.case) for one in run)
                if len(run) >= _OFTEN and not any(one.rechecked for one in run):
                    if not any(key <= known for known in told):
                        told.add(key)
                        who = next(key for key in _who(run[0]) if key in _who(run[1]))
                        message = f"{who}十二个月内因同类行为被罚款 {len(run)} 次"
                        yield f"{message}，各卷均未见整改复查记录", [_fined(one) for one in run]
                    break


def _within_year(first: CaseDigest, other: CaseDigest) -> bool:
    if first.decided_on is None or other.decided_on is None:
        return False
    return other.decided_on - first.decided_on < _YEAR


def corrected_only(cases: Sequence[CaseDigest]) -> Iterator[tuple[str, list[SignalSide]]]:
    """X2: ordered to correct, and neither a penalty nor a decision not to punish."""
    for one in cases:
        if one.ordered and not one.decided:
            yield (
                f"{one.label}有责令改正，未见处罚决定书或者不予处罚决定书，请核对是否以责令整改代替处罚",
                [SignalSide(one.case, "有责令改正，未见决定")],
            )


def uneven_fines(cases: Sequence[CaseDigest]) -> Iterator[tuple[str, list[SignalSide]]]:
    """X3: a fine far from the others for the same act, article, band and year (penalties.md 6.5).

    Five fines or more; far is more than 1.5 interquartile ranges from the median, or more than
    twice it.
    """
    kinds: dict[tuple[str, ...], list[CaseDigest]] = defaultdict(list)
    for one in cases:
        year = str(one.decided_on.year) if one.decided_on else ""
        kinds[(squeezed(one.cause), *one.articles, one.band, year)].append(one)
    for kind in kinds.values():
        if len(kind) < _FIFTH:
            continue
        fines = sorted(float(one.fine or 0) for one in kind)
        middle = _quantile(fines, 0.5)
        spread = _quantile(fines, 0.75) - _quantile(fines, 0.25)
        far = [one for one in kind if _is_far(float(one.fine or 0), middle, spread)]
        if far and fines[0] != fines[-1]:
            band = f"、“{kind[0].band}”档" if kind[0].band else ""
            yield (
                f"“{kind[0].cause}”{band}共 {len(kind)} 卷，罚款中位数 {middle:,.0f} 元，"
                f"{len(far)} 卷偏离较大，请核对裁量理由",
                [_fined(one) for one in far],
            )


def _is_far(fine: float, middle: float, spread: float) -> bool:
    return abs(fine - middle) > 1.5 * spread or fine > 2 * middle


def _quantile(values: Sequence[float], share: float) -> float:
    """Return the quantile by linear interpolation (Hyndman and Fan 1996, type 7)."""
    at = (len(values) - 1) * share
    low = int(at)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (at - low)


def copied_interviews(cases: Sequence[CaseDigest]) -> Iterator[tuple[str, list[SignalSide]]]:
    """Interview records whose answers are nearly the same text."""
    sketches: list[tuple[InterviewSketch, CaseDigest]] = [
        (one, case) for case in cases for one in case.interviews
    ]
    found: dict[object, list[int]] = defaultdict(list)
    for number, (one, _) in enumerate(sketches):
        for band in bands(one.sketch):
            found[band].append(number)
    pairs = {
        pair
        for members in found.values()
        for pair in _neighbours(sorted(members, key=lambda n: sketches[n][0].sketch))
        if likeness(sketches[pair[0]][0].sketch, sketches[pair[1]][0].sketch) >= _ALIKE
    }
    for group in groups(pairs):
        sides = [
            SignalSide(case.case, f"{case.label}的询问笔录", one.place)
            for one, case in (sketches[n] for n in group)
        ]
        yield f"{len(group)} 份询问笔录的回答几乎相同，请核对是否照抄", sides


def reused_photos(cases: Sequence[CaseDigest]) -> Iterator[tuple[str, list[SignalSide]]]:
    """Photos that stand in more than one case."""
    photos: list[tuple[PictureSketch, CaseDigest]] = [
        (one, case) for case in cases for one in case.pictures
    ]
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (one, _) in enumerate(photos):
        for quarter in range(4):
            found[quarter, one.bits >> (16 * quarter) & 0xFFFF].append(number)
    pairs = {
        pair
        for members in found.values()
        for pair in _neighbours(sorted(members, key=lambda n: photos[n][0].bits))
        if (photos[pair[0]][0].bits ^ photos[pair[1]][0].bits).bit_count() <= _NEAR
    }
    for group in groups(pairs):
        sides = [
            SignalSide(case.case, f"{case.label}的照片", one.place)
            for one, case in (photos[n] for n in group)
        ]
        if len({side.case for side in sides}) > 1:
            yield f"{len(sides)} 处照片相同或者几乎相同，请核对是否为同一张", sides


def _neighbours(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return pairs of a bucket: all of a small one; of a large one each with the next.

    What is alike hangs together through its neighbours, so that a template that thousands of
    cases share costs one comparison a case.
    """
    return combinations(members, 2) if len(members) <= 8 else pairwise(members)


def _who_and_when(one: CaseDigest) -> list[object]:
    return [(who, day) for who in _who(one) for day in one.offence_dates]


def _who(one: CaseDigest) -> list[str]:
    return [*one.parties, *one.plates]


def _buckets(
    cases: Sequence[CaseDigest], keys: Callable[[CaseDigest], Sequence[object]]
) -> Iterator[list[CaseDigest]]:
    found: dict[object, list[CaseDigest]] = defaultdict(list)
    for one in cases:
        for key in keys(one):
            found[key].append(one)
    return (members[:_MOST] for members in found.values() if len(members) > 1)


def _by_cause(cases: Sequence[CaseDigest]) -> Iterator[list[CaseDigest]]:
    left = list(cases)
    while left:
        first, *others = left
        alike = [_same_cause(first, one) for one in others]
        yield [first, *(one for one, same in zip(others, alike, strict=True) if same)]
        left = [one for one, same in zip(others, alike, strict=True) if not same]


def _same_cause(one: CaseDigest, other: CaseDigest) -> bool:
    first, second = squeezed(one.cause), squeezed(other.cause)
    if not first or not second:
        return False
    return first in second or second in first or fuzz.ratio(first, second) >= _SAME_CAUSE


def _fined(one: CaseDigest) -> SignalSide:
    day = f"{one.decided_on} " if one.decided_on else ""
    fine = f"罚款 {one.fine:,.0f} 元" if one.fine is not None else "未识别到罚款"
    return SignalSide(one.case, f"{one.label}，{day}{fine}", one.fine_place)
