"""Writing what a package holds: records first, then texts, then originals."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from reviewer.errors import StoreError
from reviewer.exchange import PackageWriter
from reviewer.model import FileKind
from reviewer.progress import Progress
from reviewer.store import (
    Session,
    Store,
    case_files,
    wire_campaigns,
    wire_cases,
    wire_people,
    wire_reviews,
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a package, by id."""

    records: tuple[UUID, ...]
    cases: tuple[UUID, ...]
    reviews: tuple[UUID, ...]
    standards: tuple[str, ...]
    """Content hashes."""
    desktop: UUID
    """Where it is made."""
    all_files: bool
    """Whether all originals of the cases go along, or only those that came to this desktop."""


@dataclass(slots=True)
class Writing:
    """A package that is being filled."""

    store: Store
    session: Session
    writer: PackageWriter
    progress: Progress
    _ids: set[UUID] = field(default_factory=set)
    _hashes: set[str] = field(default_factory=set)
    _evidence: set[str] = field(default_factory=set)

    def fill(self, contents: Contents) -> int:
        """Write everything; return the number of originals."""
        self._ids.add(contents.desktop)
        standards = set(contents.standards)
        for record_id in contents.records:
            raw = wire_campaigns.exported(self.session, record_id)
            self._evidence |= wire_people.hashes_in(raw["record"]["body"])
            self._add(f"records/{record_id}.json", raw)
        for case_id in contents.cases:
            raw = wire_cases.exported(self.session, case_id)
            self._hashes |= {one["sha256"] for one in raw["files"]}
            self._add(f"cases/{case_id}.json", raw)
        for number, review_id in enumerate(contents.reviews):
            self.progress.report(number, len(contents.reviews), "正在写入评查")
            raw = wire_reviews.exported(self.session, review_id)
            standards.add(raw["review"]["content_hash"])
            self._add(f"reviews/{review_id}.json", raw)
        raws = wire_people.exported_standards(self.session, standards)
        self.writer.add_json("standards.json", raws)
        self.writer.add_json("people.json", wire_people.exported(self.session, self._ids))
        return self._add_files(contents)

    def _add(self, name: str, raw: dict[str, Any]) -> None:
        self._ids |= wire_people.ids_in(raw)
        self.writer.add_json(name, raw)

    def _add_files(self, contents: Contents) -> int:
        wanted = self._hashes | self._evidence
        if not contents.all_files:
            wanted = set(wire_cases.made_on(self.session, wanted, contents.desktop))
        raws = wire_cases.exported_files(self.session, wanted)
        self.writer.add_json("files.json", raws)
        hashes = sorted(one["sha256"] for one in raws)
        for number, sha256 in enumerate(hashes):
            self.progress.report(number, len(hashes), "正在写入页面文字")
            self._add_text(sha256)
        return self._add_originals(hashes)

    def _add_text(self, sha256: str) -> None:
        raw = wire_cases.exported_text(self.session, sha256)
        if raw is not None:
            self.writer.add_json(f"texts/{sha256}.json", raw)

    def _add_originals(self, hashes: Sequence[str]) -> int:
        count = 0
        for number, sha256 in enumerate(hashes):

            def tell(_bytes: int, number: int = number) -> None:
                self.progress.report(number, len(hashes), "正在写入原件")

            file = case_files.stored_file(self.session, sha256)
            assert file is not None
            if file.kind == FileKind.MEDIA.value:
                continue
            path = self.store.vault.path(sha256, file.suffix)
            if not path.exists():
                raise StoreError(
                    f"原件 {sha256[:12]} 不在资料库中，评查包没有写成。",
                    "请从备份恢复该原件，或重新导入有关案卷后再导出。",
                )
            self.writer.add_file(f"originals/{sha256}", path, tell)
            opened = self.store.vault.opened(sha256, file.suffix)
            if opened is not None:
                self.writer.add_file(f"opened/{sha256}", opened, tell)
            count += 1
        return count
