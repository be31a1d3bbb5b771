r"""The ledger (台账): its canonical text and hash, freezing, duplicates, differences.

Canonical text, byte for byte: UTF-8 without mark; first line `reviewer-ledger 1`; then one line
for each row in ascending order of `unit|number` by code point; every line ends with one LF.  A
row is the fields of `FIELDS` in that order with one TAB between.  Text is NFC, U+200B, U+FEFF and
U+00AD dropped, blanks of every kind trimmed and each inner run of them one space.  Dates are
`2025-03-01`, amounts plain decimals without trailing zeros (`2000`, `0.5`), yes `1`, no `0`, what
is not known empty, as are a year and counts of 0.  Officers are `name,certificate` joined by `;`,
with `\`, `,` and `;` inside a part preceded by `\`.

UUIDs are no part of it: a workbook imported twice has one hash (docs/decisions/draw-by-hash.md).
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from reviewer.errors import Refused, UserError
from reviewer.model.campaigns import Ledger, LedgerRow
from reviewer.model.ledger_sheets import LEDGER_TITLES

CANONICAL = "reviewer-ledger 1"
"""First line of the canonical text: its name and version."""
FIELDS = (
    "unit_name",
    "case_no",
    "kind",
    "field",
    "year",
    "cause",
    "party",
    "party_kind",
    "plate",
    "offence_on",
    "filed_on",
    "decided_on",
    "penalty_kinds",
    "fine",
    "confiscated",
    "hearing",
    "legal_review",
    "discussion",
    "coercion",
    "ordered_correction",
    "rechecked",
    "transferred",
    "remedy",
    "paid_on",
    "performance",
    "closed_on",
    "officers",
    "pages",
    "volumes",
    "electronic",
    "note",
)
_TITLES = {**LEDGER_TITLES, "unit_name": "单位", "officers": "承办人"}
_UNSEEN = str.maketrans("", "", "\u200b\ufeff\u00ad")
_LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Doubles:
    """Rows that name the same case, or may."""

    rows: tuple[LedgerRow, ...]
    why: str

    def __str__(self) -> str:
        """Return the sentence."""
        return f"{self.why}：{'、'.join(f'{row.unit_name} {row.case_no}' for row in self.rows)}。"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a row that differs, as the canonical text writes it."""

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LedgerDifferences:
    """What a later ledger adds, drops and changes."""

    added: tuple[LedgerRow, ...]
    dropped: tuple[LedgerRow, ...]
    changed: tuple[tuple[str, tuple[FieldChange, ...]], ...]
    """Key of a row and its changed fields."""


def canonical_text(rows: Iterable[LedgerRow]) -> str:
    """Return the text that the hash of a ledger is taken of."""
    lines = sorted((_plain_key(row), _line(row)) for row in rows)
    return "".join(f"{line}\n" for line in (CANONICAL, *(line for _, line in lines)))


def ledger_hash(rows: Iterable[LedgerRow]) -> str:
    """Return the SHA-256 of the canonical text, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(canonical_text(rows).encode("utf-8")).hexdigest()


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Return a text as the canonical form writes it."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_UNSEEN).split())


def freeze(ledger: Ledger, at: datetime) -> Ledger:
    """Return the ledger frozen: rows in canonical form and order, with their hash.

    Raises:
        UserError: it is frozen already, has no rows, or a number stands twice in a unit.
    """
    if ledger.frozen_at is not None:
        raise Refused("台账已经冻结，不能再次冻结。", "如需改动台账，请导入新的台账并重新抽取。")
    if not ledger.rows:
        raise UserError("台账没有案件，不能冻结。", "请先导入各单位报送的台账。")
    if doubled := same_numbers(ledger.rows):
        shown = "".join(str(one) for one in doubled[:_SHOWN])
        more = f"另有 {len(doubled) - _SHOWN} 处。" if len(doubled) > _SHOWN else ""
        raise UserError(
            f"台账中有 {len(doubled)} 个文号重复，不能冻结。{shown}{more}",
            "请删去重复的行，或者改正文号后重新导入。"
            "一个文号确有数案的，请在文号后加 -1、-2 区分。",
        )
    rows = canonical_rows(ledger.rows)
    return replace(ledger, rows=rows, frozen_at=at, sha256=ledger_hash(rows))


def is_intact(ledger: Ledger) -> bool:
    """Return whether a frozen ledger still has the hash that it was frozen with."""
    return bool(ledger.sha256) and ledger_hash(ledger.rows) == ledger.sha256


def canonical_rows(rows: Iterable[LedgerRow]) -> tuple[LedgerRow, ...]:
    """Return the rows as a frozen ledger keeps them: texts in canonical form, in order."""
    return tuple(sorted((normalised(row) for row in rows), key=lambda row: row.key))


def normalised(row: LedgerRow) -> LedgerRow:
    """Return the row with every text in canonical form."""
    texts = {
        name: plain(value)
        for name in FIELDS
        if name != "kind" and isinstance(value := getattr(row, name), str)
    }
    officers = tuple((plain(name), plain(cert)) for name, cert in row.officers)
    changed: dict[str, Any] = {
        name: value for name, value in texts.items() if value != getattr(row, name)
    }
    return replace(row, officers=officers, **changed)


def merged(ledger: Ledger, rows: Sequence[LedgerRow], source: str) -> Ledger:
    """Return the ledger with the rows of one more workbook.

    A row of the same unit and number takes the place of the earlier one and keeps its case id.

    Raises:
        Refused: the ledger is frozen.
    """
    if ledger.frozen_at is not None:
        raise Refused("台账已经冻结，不能再导入。", "请另建台账，重新冻结后再抽取。")
    known = {_same_number(row): row.case for row in ledger.rows}
    taken = tuple(replace(row, case=known.get(_same_number(row), row.case)) for row in rows)
    new = {_same_number(row) for row in taken}
    kept = tuple(row for row in ledger.rows if _same_number(row) not in new)
    sources = tuple(dict.fromkeys((*ledger.sources, source)))
    return replace(ledger, rows=kept + taken, sources=sources)


def same_numbers(rows: Iterable[LedgerRow]) -> tuple[Doubles, ...]:
    """Return rows of one unit with the same number; 012号 and 12号 are the same."""
    groups: dict[tuple[str, str], list[LedgerRow]] = defaultdict(list)
    for row in rows:
        groups[_same_number(row)].append(row)
    return tuple(Doubles(tuple(some), "文号重复") for some in groups.values() if len(some) > 1)


def possible_doubles(rows: Iterable[LedgerRow]) -> tuple[Doubles, ...]:
    """Return rows with the same party, day of the offence and plate: a hint, never refused.

    Without a plate the cause has to be the same too, since parties are often masked (张某).
    """
    groups: dict[tuple[str, date, str], list[LedgerRow]] = defaultdict(list)
    for row in rows:
        if row.party and row.offence_on:
            groups[plain(row.party), row.offence_on, row.plate or row.cause].append(row)
    return tuple(
        Doubles(tuple(some), "当事人、违法时间、车牌或者案由相同，请核对是否同一案件")
        for some in groups.values()
        if len({_same_number(row) for row in some}) > 1
    )


def differences(before: Iterable[LedgerRow], after: Iterable[LedgerRow]) -> LedgerDifferences:
    """Return what `after` changed, rows tied by unit and number."""
    old = {_plain_key(row): row for row in before}
    new = {_plain_key(row): row for row in after}
    both = sorted(old.keys() & new.keys())
    changed = ((key, _changes(old[key], new[key])) for key in both)
    return LedgerDifferences(
        tuple(new[key] for key in sorted(new.keys() - old.keys())),
        tuple(old[key] for key in sorted(old.keys() - new.keys())),
        tuple((key, fields) for key, fields in changed if fields),
    )


def _changes(before: LedgerRow, after: LedgerRow) -> tuple[FieldChange, ...]:
    texts = ((name, _field(before, name), _field(after, name)) for name in FIELDS)
    return tuple(FieldChange(_TITLES[name], old, new) for name, old, new in texts if old != new)


def _plain_key(row: LedgerRow) -> str:
    return f"{plain(row.unit_name)}|{plain(row.case_no)}"


def _same_number(row: LedgerRow) -> tuple[str, str]:
    return plain(row.unit_name), _LEADING_ZEROS.sub("", plain(row.case_no).upper())


def _line(row: LedgerRow) -> str:
    return "\t".join(_field(row, name) for name in FIELDS)


def _field(row: LedgerRow, name: str) -> str:
    if name == "officers":
        return ";".join(f"{_escaped(who)},{_escaped(cert)}" for who, cert in row.officers)
    return _written(getattr(row, name))


def _written(value: Any) -> str:
    if isinstance(value, str):
        return plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if value else ""


def _escaped(text: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", plain(text))
