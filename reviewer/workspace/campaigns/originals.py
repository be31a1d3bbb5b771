"""The originals that a package brings: which are not here yet, copied in before its records."""

from collections.abc import Iterator
from contextlib import contextmanager

from reviewer.errors import StoreError
from reviewer.exchange import Package
from reviewer.model import FileKind
from reviewer.progress import Progress
from reviewer.store import Draft, Session, Store, case_files, wire, wire_cases
from reviewer.store.folders import free_space

_SPARE = 50_000_000
"""Bytes that must stay free beside the originals of a package."""


class Originals:
    """Brings the originals of packages beside their places in the vault."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def brought(self, package: Package, progress: Progress) -> Iterator[list[Draft]]:
        """Copy the originals that are not here beside their places; drop them after an error."""
        with self._store.snapshot() as session, wire.refusing_nonsense():
            wanted = self.wanted(session, package)
        self._refuse_small(sum(size for _, _, size in wanted))
        drafts: list[Draft] = []
        try:
            for number, (name, suffix, _) in enumerate(wanted):

                def tell(_bytes: int, number: int = number) -> None:
                    progress.report(number, len(wanted), "正在读入原件")

                folder, _, sha256 = name.partition("/")
                with package.open(name) as stream:
                    opened = folder == "opened"
                    vault = self._store.vault
                    drafts.append(vault.take(stream, sha256, suffix, tell, opened=opened))
            yield drafts
        except BaseException:
            self._store.vault.drop(drafts)
            raise

    def wanted(self, session: Session, package: Package) -> list[tuple[str, str, int]]:
        """Return name, suffix and size of each original that is not in the vault here."""
        raws = {raw["sha256"]: raw for raw in package.json("files.json")}
        found = []
        for entry in (*package.entries("originals"), *package.entries("opened")):
            sha256 = entry.name.partition("/")[2]
            known = case_files.stored_file(session, sha256)
            suffix = known.suffix if known else wire_cases.suffix_of(raws[sha256])
            opened = entry.name.startswith("opened/")
            vault = self._store.vault
            there = vault.opened(sha256, suffix) if opened else vault.path(sha256, suffix)
            if there is None or not there.exists():
                found.append((entry.name, suffix, entry.size))
        coming = {name for name, _, _ in found}
        for sha256, raw in raws.items():
            if raw["kind"] != FileKind.MEDIA.value and f"originals/{sha256}" not in coming:
                self._refuse_missing(session, sha256)
        return found

    def _refuse_missing(self, session: Session, sha256: str) -> None:
        known = case_files.stored_file(session, sha256)
        if known is None or not self._store.vault.path(sha256, known.suffix).exists():
            raise LookupError(sha256)

    def _refuse_small(self, needed: int) -> None:
        if needed and free_space(self._store.folder) < needed + _SPARE:
            raise StoreError(
                f"磁盘空间不足：评查包中的原件需要 {needed / 1_000_000:,.0f} MB。",
                "请清理磁盘，或在设置中把资料文件夹移到其他磁盘，然后重新读入。",
            )
