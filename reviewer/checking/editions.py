"""Which edition of a law a decision applies, and which one it should (处罚法 37，从旧兼从轻).

The day of the act decides; an act done before the change and decided after it falls under the new
law only where that is lighter or punishes no more (README of the domain, 0.2 no. 12).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from reviewer.checking.applied import (
    TELLING,
    Applied,
    acts_of,
    applied,
    decided_on,
    offence_days,
    told,
)
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.penalties import Change, Penalty, article_name, load_penalties
from reviewer.model import Fact, Place, Verdict

_CASE_FINES = ("decision_fine", "decision_fine_words", "notice_fine")


class Edition(StrEnum):
    """Which edition a citation is of."""

    OLD = "old"
    NEW = "new"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class JudgedEdition:
    """One citation, held against the edition that applies."""

    applied: Applied
    edition: Edition
    verdict: Verdict
    message: str
    places: tuple[Place, ...]


def judged_editions(inquiry: Inquiry) -> Iterator[JudgedEdition]:
    """Return each citation of a law that was changed, with what the change makes of it."""
    for one in applied(inquiry):
        change = _change(inquiry, one)
        if change:
            edition = _edition(inquiry, one, change)
            verdict, message, places = _judge(inquiry, one, change, edition)
            yield JudgedEdition(one, edition, verdict, message, places)


def is_wrong_edition(inquiry: Inquiry) -> bool:
    """Return whether a citation is of an edition that does not, or may not, apply."""
    doubtful = (Verdict.PROBLEM, Verdict.CANNOT_TELL)
    return any(judged.verdict in doubtful for judged in judged_editions(inquiry))


def _change(inquiry: Inquiry, one: Applied) -> Change | None:
    """Return the change that concerns a citation: of its act, and of its article in an edition."""
    book, acts = load_penalties(), acts_of(inquiry)
    changes = [
        change
        for change in book.changes
        if change.act in acts and any(row.is_meant_by(one.cited) for row in _rows(change))
    ]
    return changes[0] if changes else None


def _rows(change: Change) -> tuple[Penalty, ...]:
    """Return the provisions of both editions; an act may stand in several items of one article."""
    book = load_penalties()
    articles = {
        (row.law, row.article, row.valid_from)
        for name in (change.old, change.new)
        if name and (row := book.penalties[name])
    }
    return tuple(
        row
        for row in book.penalties.values()
        if change.act in row.acts and (row.law, row.article, row.valid_from) in articles
    )


def _edition(inquiry: Inquiry, one: Applied, change: Change) -> Edition:
    old, new = _split(change)
    is_old = any(row.is_meant_by(one.cited) for row in old)
    is_new = any(row.is_meant_by(one.cited) for row in new)
    if is_old is not is_new:
        return Edition.OLD if is_old else Edition.NEW
    return _named(inquiry, one, old, new) or _by_range(inquiry, one, old, new) or Edition.EITHER


def _split(change: Change) -> tuple[list[Penalty], list[Penalty]]:
    since = load_penalties().penalties[change.old].valid_from
    rows = _rows(change)
    return (
        [row for row in rows if row.valid_from == since],
        [row for row in rows if row.valid_from != since],
    )


def _named(
    inquiry: Inquiry, one: Applied, old: list[Penalty], new: list[Penalty]
) -> Edition | None:
    """Return the edition whose year stands beside the law in the same document."""
    years = {
        str(fact.value).rpartition(" ")[2]
        for fact in inquiry.reading.of_key("cited_edition", one.fact.document)
        if str(fact.value).startswith(f"{one.cited.law} ")
    }
    of_old = str(old[0].valid_from.year) in years if old else False
    of_new = str(new[0].valid_from.year) in years if new else False
    if of_old is of_new:
        return None
    return Edition.OLD if of_old else Edition.NEW


def _by_range(
    inquiry: Inquiry, one: Applied, old: list[Penalty], new: list[Penalty]
) -> Edition | None:
    """Return the edition whose range the same document quotes, and the other has not."""
    quoted = {str(fact.value) for fact in inquiry.reading.of_key("quoted_range", one.fact.document)}
    only_old, only_new = _ranges(old) - _ranges(new), _ranges(new) - _ranges(old)
    if quoted & only_old and not quoted & only_new:
        return Edition.OLD
    return Edition.NEW if quoted & only_new and not quoted & only_old else None


def _ranges(rows: list[Penalty]) -> set[str]:
    return {
        f"{'' if one.low is None else one.low}-{one.high}"
        for row in rows
        for one in row.fines
        if one.high is not None
    }


def _judge(
    inquiry: Inquiry, one: Applied, change: Change, edition: Edition
) -> tuple[Verdict, str, tuple[Place, ...]]:
    since = _new_since(change)
    days, decided = offence_days(inquiry), decided_on(inquiry)
    done = sorted({fact.value for fact in days if isinstance(fact.value, date)})
    places = (one.fact.place, *(fact.place for fact in days))
    says = f"决定书适用{article_name(one.cited)}"
    if not done:
        return _undated(says, edition, decided, since, places)
    when = f"违法行为发生于 {done[0]}，{since} 起施行新的规定"
    if done[0] >= since:
        return _after(says, when, change, edition, places)
    if decided is not None and decided < since:
        return _before(says, done[0], change, edition, places)
    spans = _spanning(inquiry, done, since)
    if spans:
        message = f"{says}；违法行为从 {done[0]} 延续，可能跨过 {since}，适用新旧规定无法判断"
        return Verdict.CANNOT_TELL, message, (*places, *spans)
    if decided is None:
        return Verdict.CANNOT_TELL, f"{says}；{when}，决定日期不明，无法判断", places
    return _between(inquiry, f"{says}；{when}，{decided} 作出决定", change, edition, places)


def _new_since(change: Change) -> date:
    book = load_penalties()
    until = book.penalties[change.old].valid_to
    assert until is not None
    return date.fromordinal(until.toordinal() + 1)


def _undated(
    says: str, edition: Edition, decided: date | None, since: date, places: tuple[Place, ...]
) -> tuple[Verdict, str, tuple[Place, ...]]:
    if edition is Edition.NEW and (decided is None or decided >= since):
        return Verdict.OK, f"{says}，为现行规定", places
    return Verdict.CANNOT_TELL, f"{says}；违法行为日期不明，适用版本无法判断", places


def _after(
    says: str, when: str, change: Change, edition: Edition, places: tuple[Place, ...]
) -> tuple[Verdict, str, tuple[Place, ...]]:
    if edition is Edition.OLD:
        return Verdict.PROBLEM, f"{says}，为修改前的条文；{when}，{_should(change)}", places
    return Verdict.OK, f"{says}；{when}，适用版本相符", places


def _before(
    says: str, done: date, change: Change, edition: Edition, places: tuple[Place, ...]
) -> tuple[Verdict, str, tuple[Place, ...]]:
    first = load_penalties().penalties[change.old].valid_from
    if edition is not Edition.NEW:
        return Verdict.OK, f"{says}，与作出决定时施行的规定相符", places
    if done < first:
        message = f"{says}；违法行为发生于 {done}，当时的版本未收录，无法判断"
        return Verdict.CANNOT_TELL, message, places
    # Nobody cites what is not there yet: a misread date is likelier than a wrong law.
    return Verdict.HINT, f"{says}，作出决定时该规定尚未施行，请核对日期和条文", places


def _between(
    inquiry: Inquiry, says: str, change: Change, edition: Edition, places: tuple[Place, ...]
) -> tuple[Verdict, str, tuple[Place, ...]]:
    if not change.lighter:
        if edition is Edition.NEW:
            message = f"{says}，新旧规定幅度相同，应引行为时的条文，请核对"
            return Verdict.HINT, message, places
        return Verdict.OK, f"{says}，新旧规定幅度相同，适用行为时的规定", places
    if edition is Edition.EITHER:
        edition = _by_fine(inquiry, change)
    if edition is Edition.NEW:
        return Verdict.OK, f"{says}，新规定较轻，适用版本相符", places
    lighter = "新规定处罚较轻" if change.new else "新规定不再处罚该行为"
    if edition is Edition.OLD:
        message = f"{says}，{lighter}，应适用新规定（处罚法第三十七条），{_should(change)}"
        return Verdict.PROBLEM, message, (*places, *_fine_places(inquiry))
    return Verdict.CANNOT_TELL, f"{says}，{lighter}，所引为新旧哪一规定无法判断", places


def _should(change: Change) -> str:
    book = load_penalties()
    if not change.new:
        return f"“{book.acts[change.act].name}”已不再处罚"
    return f"现为{book.penalties[change.new].name}"


def _by_fine(inquiry: Inquiry, change: Change) -> Edition:
    """Return the only edition in which the fine is possible; EITHER when both or none."""
    fines = {
        fact.value
        for key in _CASE_FINES[:2]
        for fact in inquiry.facts(key, *inquiry.decision_codes)
        if isinstance(fact.value, Decimal) and fact.is_read
    }
    old, new = _split(change)
    in_old = bool(fines) and all(_possible(old, fine) for fine in fines)
    in_new = bool(fines) and all(_possible(new, fine) for fine in fines)
    if in_old is in_new:
        return Edition.EITHER
    return Edition.OLD if in_old else Edition.NEW


def _possible(rows: list[Penalty], fine: Decimal) -> bool:
    ranges = [one for row in rows for one in row.fines if one.high is not None and not one.serious]
    return any((one.low or 0) <= fine <= (one.high or 0) for one in ranges)


def _fine_places(inquiry: Inquiry) -> tuple[Place, ...]:
    return tuple(fact.place for fact in inquiry.facts("decision_fine", *inquiry.decision_codes))


def _spanning(inquiry: Inquiry, done: list[date], since: date) -> tuple[Place, ...]:
    """Return what shows that the act went on over the day of the change."""
    ends: list[Fact] = [
        fact
        for fact in inquiry.facts("offence_end_date")
        if isinstance(fact.value, date) and fact.value >= since
    ]
    if done[-1] >= since:
        ends += [fact for fact in offence_days(inquiry) if fact.value == done[-1]]
    found = [
        fact
        for fact in inquiry.facts("found_date")
        if isinstance(fact.value, date) and fact.value >= since
    ]
    goes_on = told(inquiry, "continuing_told", *TELLING)
    if goes_on and found:
        return (*goes_on, *(fact.place for fact in found))
    return tuple(fact.place for fact in ends)
