"""The names that the blind mode (盲评) hides: which they are, and where a text has them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from reviewer.model.campaigns import CampaignUnit, LedgerRow
from reviewer.model.fact_values import Officer, Session
from reviewer.model.facts import Fact
from reviewer.model.readings import Reading
from reviewer.reckoning.textnorm import squeeze, squeezed

MASK = "（盲评隐藏）"

_LEAST = 2
"""Characters: a single one would hide half the text."""


class Hidden(StrEnum):
    """What is hidden."""

    UNIT = "单位"
    OFFICER = "执法人员"
    PARTY = "当事人"
    NUMBER = "案号、文号"
    HEAD = "抬头"
    SEAL = "落款、印章"
    SIGNATURE = "签名"


HIDDEN_FACTS = {
    "issuing_body": Hidden.UNIT,
    "case_no": Hidden.NUMBER,
    "decision_no": Hidden.NUMBER,
    "notice_no": Hidden.NUMBER,
    "officer": Hidden.OFFICER,
    "session": Hidden.OFFICER,
    "hearing_chair": Hidden.OFFICER,
    "legal_reviewer": Hidden.OFFICER,
    "recorder": Hidden.OFFICER,
    "discussion_member": Hidden.OFFICER,
    "discussion_speaker": Hidden.OFFICER,
    "party": Hidden.PARTY,
    "party_id": Hidden.PARTY,
    "party_address": Hidden.PARTY,
    "representative": Hidden.PARTY,
    "owner": Hidden.PARTY,
    "plate": Hidden.PARTY,
    "permit_no": Hidden.PARTY,
    "witness": Hidden.PARTY,
}
"""Facts whose places are covered; a number tells the unit by its first characters."""


@dataclass(frozen=True, slots=True)
class Name:
    """One text that is hidden wherever it stands."""

    text: str
    hidden: Hidden


class Span(NamedTuple):
    """Where a text has a hidden name: characters [start, end)."""

    start: int
    end: int
    hidden: Hidden


def names_of(
    reading: Reading | None, row: LedgerRow | None, units: Iterable[CampaignUnit] = ()
) -> tuple[Name, ...]:
    """Return what is hidden of one case, longest first: of its facts, its ledger row, the units."""
    found = [Name(unit.name, Hidden.UNIT) for unit in units]
    if row is not None:
        found += _of_row(row)
    for fact in reading.facts if reading is not None else ():
        if fact.key in HIDDEN_FACTS:
            found += [Name(text, HIDDEN_FACTS[fact.key]) for text in texts_of(fact)]
    kept = {squeezed(one.text): one for one in found if len(squeezed(one.text)) >= _LEAST}
    return tuple(sorted(kept.values(), key=lambda one: (-len(one.text), one.text)))


def texts_of(fact: Fact) -> tuple[str, ...]:
    """Return the names that a hidden fact tells."""
    value = fact.value
    if isinstance(value, Officer):
        return tuple(one for one in (value.name, value.cert) if one)
    if isinstance(value, Session):
        return value.officers
    return (value,) if isinstance(value, str) else ()


def spans(text: str, names: Sequence[Name]) -> tuple[Span, ...]:
    """Return where `text` has any of the names, in order, apart; blanks inside do not matter."""
    plain = squeeze(text)
    found = []
    for name in names:
        wanted = squeezed(name.text)
        at = plain.text.find(wanted)
        while at >= 0:
            found.append(Span(*plain.span(at, at + len(wanted)), name.hidden))
            at = plain.text.find(wanted, at + 1)
    return tuple(_apart(sorted(found)))


def masked(text: str, names: Sequence[Name]) -> str:
    """Return the text with every name replaced, for lists and exports."""
    parts, done = [], 0
    for span in spans(text, names):
        parts += [text[done : span.start], MASK]
        done = span.end
    return "".join([*parts, text[done:]])


def masked_row(row: LedgerRow) -> LedgerRow:
    """Return the ledger row as a blind reviewer's lists and exports show it."""
    names = names_of(None, row)
    return replace(
        row,
        unit_name=MASK,
        case_no=MASK,
        party=MASK if row.party else "",
        plate=MASK if row.plate else "",
        officers=tuple((MASK, MASK if cert else "") for _, cert in row.officers),
        cause=masked(row.cause, names),
        note=masked(row.note, names),
        remedy=masked(row.remedy, names),
        performance=masked(row.performance, names),
        coercion=masked(row.coercion, names),
    )


def _of_row(row: LedgerRow) -> Iterator[Name]:
    yield Name(row.unit_name, Hidden.UNIT)
    yield Name(row.case_no, Hidden.NUMBER)
    yield Name(row.party, Hidden.PARTY)
    yield Name(row.plate, Hidden.PARTY)
    for name, cert in row.officers:
        yield Name(name, Hidden.OFFICER)
        yield Name(cert, Hidden.OFFICER)


def _apart(found: Iterable[Span]) -> Iterator[Span]:
    """Join spans that overlap."""
    last: Span | None = None
    for span in found:
        if last is not None and span.start < last.end:
            last = last._replace(end=max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
