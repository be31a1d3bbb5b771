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


def changes_of(
    session: Session, raw: Mapping[str, Any], coming: Container[str], *, leading: bool
) -> CaseValues | None:
    """Return what a package would change in a case here; None when the case is new.

    A `leading` package replaces names and 卷内页号 that differ; any other only fills gaps.  A
    file that somebody here moved to another case stays there, and one that is neither here nor
    `coming` with the package is left out.
    """
    case_id = UUID(raw["case"]["id"])
    if session.get(CaseRow, case_id) is None:
        return None
    wanted: dict[tuple[UUID, str], Any] = {(case_id, f"{NAME}:{n}"): t for n, t in _names(raw)}
    values = {key: text for key, text in wanted.items() if _counts(session, key, text, leading)}
    if not any(state.review.is_signed for state in reviews.states_of_case(session, case_id)):
        known = _Known(session, coming)
        values |= _file_values(known, case_id, raw)
        values |= _folio_values(known, case_id, raw, leading=leading)
    return values


def merge(
    session: Session, raw: Mapping[str, Any], by: Author, *, leading: bool, label: str
) -> None:
    """Add a case that is not known here, or change the one that is."""
    changes = changes_of(session, raw, (), leading=leading)
    if changes is None:
        _add(session, raw, by)
    elif changes:
        case_journal.apply(session, changes, label, by)
    session.expire_all()


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


def _names(raw: Mapping[str, Any]) -> list[tuple[str, str]]:
    unit = "" if raw["unit"] is None else raw["unit"]["name"]
    texts = {**raw["case"], "unit": unit}
    return [(name, texts[name]) for name in _TYPED if texts[name]]


def _counts(session: Session, key: tuple[UUID, str], text: str, leading: bool) -> bool:
    here = case_records.read(session, *key)
    return here is None or (leading and here != text)


def _file_values(known: "_Known", case_id: UUID, raw: Mapping[str, Any]) -> dict[Any, Any]:
    names = ("sha256", "position", "volume", "first_page", "last_page")
    return {
        (case_id, f"{FILE}:{one['id']}"): {name: one[name] for name in names}
        | {"path": label_of(one["path"])}
        for one in known.of(raw["files"])
        if known.session.get(CaseFileRow, UUID(one["id"])) is None
        and not case_files.holds(known.session, case_id, one["sha256"])
    }


def _folio_values(
    known: "_Known", case_id: UUID, raw: Mapping[str, Any], *, leading: bool
) -> dict[Any, Any]:
    typed: dict[str, dict[str, str]] = {}
    for one in known.of(raw["folios"]):
        typed.setdefault(one["sha256"], {})[str(one["page"])] = one["folio"]
    values = {}
    for sha256, folios in typed.items():
        key = (case_id, f"{FOLIOS}:{sha256}")
        here = case_records.read(known.session, *key) or {}
        new = {**here, **folios} if leading else {**folios, **here}
        if new != here:
            values[key] = new
    return values


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
