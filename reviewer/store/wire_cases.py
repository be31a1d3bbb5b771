"""Cases and their files in packages.

Functions take a session and flush, never commit.  What a package changes in a case that is
known here goes through the journal of the case, so that it can be seen and taken back.
"""

import base64
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from reviewer.model.campaigns import CampaignUnit
from reviewer.store import case_files, case_journal, case_records, drawn_cases, reviews, wire
from reviewer.store.case_records import FILE, FOLIOS, NAME
from reviewer.store.records import Author, CaseValues
from reviewer.store.tables import (
    CaseChangeRow,
    CaseFileRow,
    CaseRow,
    FileRow,
    FolioRow,
    PageTextRow,
    ReadingCopyRow,
    UnitRow,
    UnreadableFileRow,
)

_STRANGE = re.compile(r'[\x00-\x1f\\:*?"<>|]')
_SUFFIX = re.compile(r"\.[a-z0-9_~+-]{1,7}")
_TYPED = ("case_no", "party", "cause", "unit")


def exported(session: Session, case_id: UUID) -> dict[str, Any]:
    """Return a case with its files, 卷内页号 and unread files as JSON data."""
    row = session.get_one(CaseRow, case_id)
    unit = None if row.unit_id is None else session.get_one(UnitRow, row.unit_id)
    parts: Mapping[str, type[Any]] = {
        "files": CaseFileRow,
        "folios": FolioRow,
        "unreadable": UnreadableFileRow,
    }
    return {
        "case": wire.to_json(row, "unit_id"),
        "title": case_records.title_of(row),
        "past": _past(session, case_id),
        "unit": None
        if unit is None
        else {"id": str(unit.id), "name": unit.name, "code": unit.code},
        **{
            name: [
                wire.to_json(one, "case_id")
                for one in session.scalars(select(kind).where(kind.case_id == case_id))
            ]
            for name, kind in parts.items()
        },
    }


def title_here(session: Session, case_id: UUID) -> str:
    """Return what a case is called here; empty when it is not known."""
    row = session.get(CaseRow, case_id)
    return "" if row is None else case_records.title_of(row)


@dataclass(frozen=True, slots=True)
class CaseChanges:
    """What a package would change in a case that is known here."""

    values: CaseValues
    """New value of each name, file or 卷内页号 that only they changed, or that is missing here."""
    theirs: CaseValues
    """Their value where both sides changed it."""
    mine: CaseValues


def changes_of(
    session: Session, raw: Mapping[str, Any], coming: Container[str]
) -> CaseChanges | None:
    """Return what a package would change in a case here; None when the case is new.

    A value is later when its side has had the other one before.  A file that somebody here moved
    to another case stays there, and one that is neither here nor `coming` with the package is
    left out; under a signed review files and 卷内页号 stay.
    """
    case_id = UUID(raw["case"]["id"])
    if session.get(CaseRow, case_id) is None:
        return None
    known = _Known(session, coming)
    signed = any(state.review.is_signed for state in reviews.states_of_case(session, case_id))
    wanted = _names(raw) | ({} if signed else _folios(known, raw))
    had = _past(session, case_id)
    values = {} if signed else _file_values(known, case_id, raw)
    theirs: dict[Any, Any] = {}
    mine: dict[Any, Any] = {}
    for what, value in wanted.items():
        here = case_records.read(session, case_id, what)
        if here == value or value in had.get(what, ()):
            continue
        if here is None or here in raw["past"].get(what, ()):
            values[case_id, what] = value
        else:
            theirs[case_id, what], mine[case_id, what] = value, here
    return CaseChanges(values, theirs, mine)


def add(session: Session, raw: Mapping[str, Any], by: Author) -> None:
    """Add a case that is not known here."""
    _add(session, raw, by)
    session.expire_all()


def change(session: Session, changes: CaseChanges, by: Author, label: str) -> None:
    """Take over what only the package changed."""
    if changes.values:
        case_journal.apply(session, changes.values, label, by)


def decide(session: Session, changes: CaseChanges, by: Author, *, theirs: bool, label: str) -> None:
    """Keep what a person decided where both sides changed a value.

    Keeping mine is two steps, so that the journal shows, here and elsewhere, that theirs was seen.
    """
    case_journal.apply(session, changes.theirs, label, by)
    if not theirs:
        case_journal.apply(session, changes.mine, label, by)


def exported_files(session: Session, hashes: Iterable[str]) -> list[dict[str, Any]]:
    """Return the records of these files as JSON data."""
    rows = session.scalars(select(FileRow).where(FileRow.sha256.in_(set(hashes))))
    return [wire.to_json(row) for row in rows]


def made_on(session: Session, hashes: Iterable[str], desktop: UUID) -> tuple[str, ...]:
    """Return those of the files that first came to a desktop."""
    rows = session.scalars(
        select(FileRow.sha256).where(FileRow.sha256.in_(set(hashes)), FileRow.made_on == desktop)
    )
    return tuple(rows)


def label_of(path: str) -> str:
    """Return a delivered path that is nothing but a label: it leads out of no folder."""
    parts = (_STRANGE.sub("_", part) for part in path.split("/"))
    return "/".join(part for part in parts if part.strip(". ")) or "_"


def suffix_of(raw: Mapping[str, Any]) -> str:
    """Return the suffix that a file of a package has in the vault; raises ValueError for none."""
    suffix = str(raw["suffix"])
    if suffix and not _SUFFIX.fullmatch(suffix):
        raise ValueError(suffix)
    return suffix


def merge_file(session: Session, raw: Mapping[str, Any]) -> None:
    """Record a file of a package; a second time is harmless."""
    suffix_of(raw)
    if session.get(FileRow, raw["sha256"]) is None:
        wire.add_all(session, FileRow, [raw])


def exported_text(session: Session, sha256: str) -> dict[str, Any] | None:
    """Return the text of a file's pages and its reading copy; None when there is neither."""
    rows = session.scalars(
        select(PageTextRow).where(PageTextRow.sha256 == sha256, PageTextRow.done.is_(True))
    )
    pages = [wire.to_json(row) for row in rows]
    copy = session.get(ReadingCopyRow, sha256)
    if not pages and copy is None:
        return None
    body = None if copy is None else base64.b64encode(copy.body).decode("ascii")
    return {"pages": pages, "copy": None if copy is None else [copy.sheets, body]}


def merge_text(session: Session, sha256: str, raw: Mapping[str, Any]) -> None:
    """Keep the text of pages that were not read here."""
    for page in raw["pages"]:
        known = session.get(PageTextRow, (sha256, page["page"]))
        if known is not None and known.done:
            continue
        if known is not None:
            session.delete(known)
            session.flush()
        wire.add_all(session, PageTextRow, [page], sha256=sha256)
    if raw["copy"] is not None and session.get(ReadingCopyRow, sha256) is None:
        sheets, body = raw["copy"]
        given = {"sha256": sha256, "sheets": sheets}
        wire.add_all(session, ReadingCopyRow, [given], body=base64.b64decode(body))


def _add(session: Session, raw: Mapping[str, Any], by: Author) -> None:
    unit = raw["unit"]
    unit_id = None
    if unit is not None:
        given = CampaignUnit(UUID(unit["id"]), unit["name"], unit["code"])
        unit_id = drawn_cases.know_units(session, [given], by)[given.id]
    case_id = UUID(raw["case"]["id"])
    wire.add_all(session, CaseRow, [raw["case"]], unit_id=unit_id)
    known = _Known(session)
    for one in known.of(raw["files"]):
        path = label_of(one["path"])
        wire.add_all(session, CaseFileRow, [one], case_id=case_id, path=path)
    wire.add_all(session, FolioRow, known.of(raw["folios"]), case_id=case_id)
    wire.add_all(session, UnreadableFileRow, raw["unreadable"], case_id=case_id)


def _names(raw: Mapping[str, Any]) -> dict[str, Any]:
    unit = "" if raw["unit"] is None else raw["unit"]["name"]
    texts = {**raw["case"], "unit": unit}
    return {f"{NAME}:{name}": texts[name] for name in _TYPED if texts[name]}


def _past(session: Session, case_id: UUID) -> dict[str, list[Any]]:
    """Return all values that typed names and 卷内页号 of a case have had."""
    row = CaseChangeRow
    found: dict[str, list[Any]] = {}
    for what, old, new in session.execute(
        select(row.what, row.old, row.new).where(row.case_id == case_id).order_by(row.step)
    ):
        if what.startswith((f"{NAME}:", f"{FOLIOS}:")):
            found.setdefault(what, []).extend((old, new))
    return found


def _file_values(known: "_Known", case_id: UUID, raw: Mapping[str, Any]) -> dict[Any, Any]:
    names = ("sha256", "position", "volume", "first_page", "last_page")
    return {
        (case_id, f"{FILE}:{one['id']}"): {name: one[name] for name in names}
        | {"path": label_of(one["path"])}
        for one in known.of(raw["files"])
        if known.session.get(CaseFileRow, UUID(one["id"])) is None
        and not case_files.holds(known.session, case_id, one["sha256"])
    }


def _folios(known: "_Known", raw: Mapping[str, Any]) -> dict[str, Any]:
    typed: dict[str, dict[str, str]] = {}
    for one in known.of(raw["folios"]):
        typed.setdefault(one["sha256"], {})[str(one["page"])] = one["folio"]
    return {f"{FOLIOS}:{sha256}": folios for sha256, folios in typed.items()}


@dataclass(frozen=True, slots=True)
class _Known:
    """Which files are recorded here, or will be when the package is read in."""

    session: Session
    coming: Container[str] = ()

    def of(self, raws: Iterable[Any]) -> list[Any]:
        """Return what belongs to known files: a result brings only those made where it was."""
        return [one for one in raws if self._has(one["sha256"])]

    def _has(self, sha256: str) -> bool:
        return sha256 in self.coming or self.session.get(FileRow, sha256) is not None
