"""Evidence of a rectification (佐证材料): files put into the vault, named on the record."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from reviewer import intake
from reviewer.errors import UserError
from reviewer.model import FileKind, SourceFile
from reviewer.model.feedback import Evidence
from reviewer.progress import Progress
from reviewer.store import Store, case_files, desktops, texts
from reviewer.workspace import planning
from reviewer.workspace.originals import opened_copy
from reviewer.workspace.storing import read_pages

_READABLE = frozenset({".pdf", ".docx", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"})


class CampaignFiles:
    """Files that units send with objections and reports: into the vault, and copies to look at."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, paths: Sequence[Path], progress: Progress) -> tuple[Evidence, ...]:
        """Put files into the vault.

        Raises:
            UserError: one cannot be opened, or the disk is full.
        """
        kept = []
        for at, path in enumerate(paths):
            progress.report(at, len(paths), f"正在存入《{path.name}》")
            kept.append(keep_evidence(self._store, path, progress))
        return tuple(kept)

    def copy_of(self, evidence: Evidence) -> Path:
        """Return a read-only copy under the name that the unit gave it.

        Raises:
            UserError: the file is no longer in the vault.
        """
        with self._store.snapshot() as session:
            known = case_files.stored_file(session, evidence.sha256)
        location = self._store.vault.path(evidence.sha256, known.suffix) if known else None
        if location is None or not location.exists():
            raise UserError(
                f"《{evidence.name}》不在本机资料库中。",
                "请导入带有这份材料的结果包，或者重新添加。",
            )
        return opened_copy(self._store, evidence.sha256, location, evidence.name)


def keep_evidence(store: Store, path: Path, progress: Progress) -> Evidence:
    """Put a file into the vault; one that is there already is only named.

    It is recorded with its pages: an import that meets it later takes them from here.

    Raises:
        UserError: it cannot be opened, or the disk is full.
    """
    sha256 = intake.hash_file(path)
    with store.snapshot() as session:
        known = case_files.stored_file(session, sha256)
    if known is not None and store.vault.path(sha256, known.suffix).exists():
        return Evidence(sha256, path.name)
    folder = store.folder / planning.UNPACKED / str(uuid4())
    try:
        _keep(store, _source(path, sha256, folder, progress), path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Evidence(sha256, path.name)


def _source(path: Path, sha256: str, folder: Path, progress: Progress) -> SourceFile:
    delivery = intake.gather([path], folder, progress)
    for one in delivery.files:
        if one.sha256 == sha256:
            return one
    if path.suffix.lower() in _READABLE:
        raise UserError(
            f"佐证材料《{path.name}》打不开。", "请核对文件是否损坏或者设有密码，重新报送后再导入。"
        )
    return SourceFile(sha256, path.name, FileKind.OTHER, path.stat().st_size, 0, str(path))


def _keep(store: Store, source: SourceFile, path: Path) -> None:
    suffix = path.suffix.lower() if path.suffix[1:].isascii() else ""
    draft = store.vault.bring(path, source.sha256, suffix)
    try:
        read = source.kind not in (FileKind.OTHER, FileKind.MEDIA)
        pages, copy = read_pages(source, lambda: None) if read else ((), None)
    except BaseException:
        store.vault.drop([draft])
        raise
    with store.vault.arriving([draft]), store.session() as session:
        case_files.add_file(session, source, suffix, desktops.author(session))
        for page in pages:
            texts.put_page(session, page, "")
        if copy is not None:
            texts.put_reading_copy(session, source.sha256, *copy)
