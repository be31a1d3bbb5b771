"""Making the digest of one case from its reading.

Only what counts as read goes in: a weak name or date would make a signal against somebody.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from reviewer.checking.across.minhash import sketch
from reviewer.checking.penalties import load_penalties
from reviewer.model import (
    CaseDigest,
    CitedArticle,
    Document,
    Fact,
    InterviewSketch,
    Officer,
    PartyKind,
    PictureSketch,
    Place,
    Presence,
    Procedure,
    Reading,
    Session,
)
from reviewer.reckoning.textnorm import squeezed

_DECISIONS = ("DT35", "DT34", "DT36")
_RECORDS = ("DT06", "DT07", "DT08", "DT20")
_ANSWER = re.compile(r"答[:：](.*?)(?=问[:：]|答[:：]|$)", re.DOTALL)
_BAND = re.compile(
    r"(?:违法程度|裁量(?:档次|等级|阶次|幅度|基准)|情节|档次)[^。;；]{0,16}?"
    r"(特别严重|轻微|较轻|一般|较重|严重)"
)
_LEAST_ANSWERS = 60
"""Characters; a shorter record says too little to be alike to another."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a case is called."""

    case: UUID
    label: str
    unit: str


def make_digest(
    named: Named,
    reading: Reading,
    text_of: Callable[[Document], str],
    pictures: Sequence[PictureSketch] = (),
) -> CaseDigest:
    """Return the digest of a case; `text_of` gives the text of one of its documents."""
    fine = _fine(reading)
    deciding = reading.of_type(*_DECISIONS)
    return CaseDigest(
        case=named.case,
        label=named.label,
        unit=named.unit,
        procedure=reading.procedure,
        parties=tuple(dict.fromkeys([*_texts(reading, "party_id"), *_texts(reading, "party")[:1]])),
        plates=tuple(_texts(reading, "plate")[:1]),
        cause=next(iter(_texts(reading, "cause")), ""),
        offence_dates=_dates(reading, "offence_date"),
        articles=_articles(reading, deciding),
        band=_band([*deciding, *reading.of_type("DT23")], text_of),
        fine=fine.value if fine and isinstance(fine.value, Decimal) else None,
        fine_place=fine.place if fine else None,
        decided_on=next(iter(_dates(reading, "decision_date")), None),
        decided=bool(deciding),
        ordered=bool(reading.of_type("DT19")) or any(_flags(reading, "correction_ordered")),
        rechecked=bool(reading.of_type("DT20")) or bool(_dates(reading, "recheck_date")),
        presences=tuple(_presences(reading)),
        interviews=tuple(
            found
            for document in reading.of_type("DT07")
            if (found := _interview(document, text_of(document))) is not None
        ),
        pictures=tuple(pictures),
        party_kind=_party_kind(reading),
        discussed=bool(reading.of_type("DT25")),
        least=_least(reading, deciding),
        held_days=_held_days(reading),
        held_longer=bool(_dates(reading, "seizure_prolonged_on")),
    )


def _party_kind(reading: Reading) -> PartyKind | None:
    kinds = {value for value in _texts(reading, "party_kind") if value in set(PartyKind)}
    return PartyKind(kinds.pop()) if len(kinds) == 1 else None


def _least(reading: Reading, deciding: Sequence[Document]) -> Decimal | None:
    """Return the least fine of the provision applied, where every range of it has a least."""
    ids = {document.id for document in deciding}
    cited = {
        fact.value
        for fact in reading.of_key("penalty_article")
        if fact.document in ids and fact.is_read and isinstance(fact.value, CitedArticle)
    }
    if len(cited) != 1:
        return None
    days = _dates(reading, "offence_date") or _dates(reading, "decision_date")
    rows = [
        row
        for row in load_penalties().meant_by(next(iter(cited)))
        if row.fines and all(row.in_force(day) for day in days)
    ]
    lows = [one.low for row in rows for one in row.fines]
    return None if not lows or None in lows else min(low for low in lows if low is not None)


def _held_days(reading: Reading) -> int | None:
    begun = [
        fact.value.date()
        for fact in reading.of_key("seizure_at")
        if fact.is_read and isinstance(fact.value, datetime)
    ]
    ended = _dates(reading, "seizure_end_date")
    return (max(ended) - min(begun)).days if begun and ended else None


def _texts(reading: Reading, key: str) -> list[str]:
    counted = Counter(str(fact.value) for fact in reading.of_key(key) if fact.is_read)
    return [value for value, _ in counted.most_common()]


def _dates(reading: Reading, key: str) -> tuple[date, ...]:
    days = {
        fact.value for fact in reading.of_key(key) if fact.is_read and isinstance(fact.value, date)
    }
    return tuple(sorted(days))


def _flags(reading: Reading, key: str) -> list[bool]:
    return [fact.value is True for fact in reading.of_key(key) if fact.is_read]


def _fine(reading: Reading) -> Fact | None:
    if reading.procedure is Procedure.NO_PENALTY:
        return None
    return next((fact for fact in reading.of_key("decision_fine") if fact.is_read), None)


def _articles(reading: Reading, deciding: Sequence[Document]) -> tuple[str, ...]:
    ids = {document.id for document in deciding}
    cited = (
        f"{fact.value.law}{fact.value.article}"
        for fact in reading.of_key("cited_article")
        if fact.document in ids and isinstance(fact.value, CitedArticle)
    )
    return tuple(sorted(set(cited)))


def _band(documents: Sequence[Document], text_of: Callable[[Document], str]) -> str:
    for document in documents:
        if match := _BAND.search(squeezed(text_of(document))):
            return match[1]
    return ""


def _presences(reading: Reading) -> list[Presence]:
    found = []
    for document in reading.of_type(*_RECORDS):
        officers = [
            fact
            for fact in reading.of_key("officer", document.id)
            if fact.is_read and isinstance(fact.value, Officer)
        ]
        for fact in reading.of_key("session", document.id):
            if isinstance(fact.value, Session) and fact.is_read:
                found += _present(fact.value, fact.place, [one.value for one in officers])
    return found


def _present(session: Session, place: Place, officers: Sequence[object]) -> list[Presence]:
    if session.start is None or session.end is None or session.start >= session.end:
        return []
    known = {squeezed(one.name): one.cert for one in officers if isinstance(one, Officer)}
    names = [squeezed(name) for name in session.officers] or list(known)
    return [
        Presence(known.get(name) or name, name, session.place, session.start, session.end, place)
        for name in dict.fromkeys(names)
    ]


def _interview(document: Document, text: str) -> InterviewSketch | None:
    answers = "".join(_ANSWER.findall(text))
    if len(answers) < _LEAST_ANSWERS or not document.pages:
        return None
    ref = document.pages[0]
    quote = next((line.strip() for line in text.splitlines() if line.strip()), "")
    block = document.blocks[0] if document.blocks else None
    return InterviewSketch(
        sketch(answers), len(answers), Place(ref.file, ref.page, quote, block=block)
    )
