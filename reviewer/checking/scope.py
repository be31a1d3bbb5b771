"""What the unit's own standards single out: for a hearing, a discussion, a legal review.

An excerpt of the unit's directory that lies in the file (DT61) counts before the library
(deadlines-and-rules.md 2.3).  What kind of party it is may be unknown: then every kind is tried.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reviewer.checking.inquiry import Inquiry
from reviewer.checking.words import yuan
from reviewer.model import Fact, PartyKind, Place, Threshold, ThresholdKind, UnitStandard
from reviewer.reckoning.penalties import penalty_kinds

_NAMES = {
    ThresholdKind.HEARING: "听证标准",
    ThresholdKind.DISCUSSION: "重大案件集体讨论标准",
    ThresholdKind.REVIEW: "法制审核目录",
}
_PARTIES = {
    PartyKind.PERSON: "公民",
    PartyKind.ORGANISATION: "法人或者其他组织",
    PartyKind.INDIVIDUAL_BUSINESS: "个体工商户",
}


@dataclass(frozen=True, slots=True)
class Penalty:
    """What is imposed, or proposed."""

    fines: tuple[Decimal, ...]
    """Every distinct fine that counts as read."""
    kinds: frozenset[str]
    """Penalties beside the fine by the names of `reckoning.penalties`."""
    places: tuple[Place, ...]
    unread: bool
    """Whether a fine stands there that was read too weakly."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whether a penalty falls under the unit's standard."""

    known: bool
    """Whether a standard is entered or lies in the file."""
    reached: bool | None
    """None when the penalty was not read or the kinds of party disagree."""
    why: str
    """Chinese: the line of the standard that decides, and where it is from."""
    places: tuple[Place, ...]


def penalty_of(inquiry: Inquiry, key: str, *codes: str) -> Penalty:
    """Return what the documents of `codes` impose; `key` is that of their fine."""
    facts = inquiry.facts(key, *codes)
    read = {fact.value: fact for fact in facts if fact.is_read and isinstance(fact.value, Decimal)}
    kinds = [fact for fact in inquiry.facts("penalty_kind", *codes) if fact.is_read]
    places = (*(fact.place for fact in read.values()), *(fact.place for fact in kinds))
    names = frozenset(str(fact.value) for fact in kinds)
    return Penalty(tuple(read), names, places, bool(facts) and not read)


def scope_of(inquiry: Inquiry, kind: ThresholdKind, penalty: Penalty) -> Scope:
    """Return whether `penalty` falls under the unit's standard of `kind`."""
    lines, places = _lines(inquiry, kind)
    source = "卷内本单位制度摘录" if places else "本单位库"
    name = f"{source}的{_NAMES[kind]}"
    if not lines:
        weak = [fact.place for fact in _excerpts(inquiry, kind)]
        why = f"卷内{_NAMES[kind]}摘录识别不清" if weak else f"本单位{_NAMES[kind]}未录入"
        return Scope(bool(weak), None, why, tuple(weak))
    answers = {
        _reached(party_lines, fine, penalty.kinds)
        for party_lines in _by_party(lines, _parties(inquiry))
        for fine in penalty.fines or (None,)
    }
    reached = next(iter(answers)) if len(answers) == 1 else None
    if penalty.unread and not reached:
        reached = None
    return Scope(True, reached, f"{name}（{_told(lines)}）", (*penalty.places, *places))


def _excerpts(inquiry: Inquiry, kind: ThresholdKind) -> list[Fact]:
    return [
        fact
        for fact in inquiry.facts("unit_standard")
        if isinstance(fact.value, UnitStandard) and fact.value.kind == kind.value
    ]


def _lines(
    inquiry: Inquiry, kind: ThresholdKind
) -> tuple[tuple[Threshold, ...], tuple[Place, ...]]:
    """Return the lines of the standard, and their places when they lie in the file."""
    excerpts = _excerpts(inquiry, kind)
    if excerpts:
        read = [fact for fact in excerpts if fact.is_read]
        lines = tuple(
            _threshold(kind, fact.value) for fact in read if isinstance(fact.value, UnitStandard)
        )
        return lines, tuple(fact.place for fact in read)
    days = inquiry.moment("decision").days or inquiry.moment("notice").days
    day = days[-1].day if days else None
    return tuple(
        line
        for line in inquiry.library.thresholds
        if line.kind is kind
        and (
            day is None
            or (
                (line.valid_from is None or line.valid_from <= day)
                and (line.valid_to is None or day <= line.valid_to)
            )
        )
    ), ()


def _threshold(kind: ThresholdKind, line: UnitStandard) -> Threshold:
    party = PartyKind(line.party) if line.party in set(PartyKind) else None
    return Threshold(kind, party, line.amount, line.words, line.inclusive)


def _parties(inquiry: Inquiry) -> tuple[PartyKind, ...]:
    """Return the kinds that the party may be: one when the file tells it."""
    for codes in (("DT34", "DT35", "DT36"), ("DT26",), ()):
        told = {
            PartyKind(fact.value)
            for fact in inquiry.facts("party_kind", *codes)
            if fact.is_read and isinstance(fact.value, str) and fact.value in set(PartyKind)
        }
        if len(told) == 1:
            return tuple(told)
    return tuple(PartyKind)


def _by_party(
    lines: Sequence[Threshold], parties: Sequence[PartyKind]
) -> list[tuple[Threshold, ...]]:
    """Return, for every admissible reading, the lines that hold for the party."""
    readings: list[PartyKind] = []
    named = {line.party for line in lines}
    for party in parties:
        if party is PartyKind.INDIVIDUAL_BUSINESS and party not in named:
            readings += [PartyKind.PERSON, PartyKind.ORGANISATION]
        else:
            readings.append(party)
    return [
        tuple(line for line in lines if line.party in (None, party))
        for party in dict.fromkeys(readings)
    ]


def _reached(lines: Sequence[Threshold], fine: Decimal | None, kinds: frozenset[str]) -> bool:
    for line in lines:
        if line.amount is not None and fine is not None:
            if fine > line.amount or (line.inclusive and fine == line.amount):
                return True
        elif line.amount is None and kinds & set(penalty_kinds(line.words)):
            return True
    return False


def _told(lines: Sequence[Threshold]) -> str:
    parts = []
    for line in lines:
        party = _PARTIES[line.party] if line.party else ""
        if line.amount is None:
            parts.append(line.words)
        else:
            amount = yuan(line.amount)
            parts.append(f"{party}{amount}以上" if line.inclusive else f"{party}超过 {amount}")
    return "；".join(dict.fromkeys(part for part in parts if part))
