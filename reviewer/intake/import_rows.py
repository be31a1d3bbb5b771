"""The rows of an import report as they come up, with the files and failures behind them.

Every delivered file gets exactly one row.
"""

from dataclasses import replace
from pathlib import Path

from reviewer.errors import LockedFile, UnreadableFile
from reviewer.intake.hashing import Digest
from reviewer.intake.kinds import Format, Sniffed, described
from reviewer.intake.names import natural_key
from reviewer.model import FileKind, ImportResult, ImportRow, SourceFile, Unreadable


class ImportRows:
    """Files, rows and failures of one gathering."""

    def __init__(self) -> None:
        self.files: list[SourceFile] = []
        self.rows: list[ImportRow] = []
        self.unreadable: list[Unreadable] = []
        self._first: dict[str, str] = {}

    def sort(self) -> None:
        """Put everything into natural order of the paths."""
        self.files.sort(key=lambda one: natural_key(one.path))
        self.rows.sort(key=lambda one: natural_key(one.path))
        self.unreadable.sort(key=lambda one: natural_key(one.path))

    def store(
        self, file: SourceFile, name: str, remark: str, trouble: UnreadableFile | None
    ) -> None:
        """List a readable file, once for each content."""
        row = ImportRow(
            file.path,
            file.kind,
            name,
            ImportResult.STORED,
            file.pages,
            file.size,
            f"共 {file.pages} 页。{remark}",
            sha256=file.sha256,
        )
        earlier = self._first.setdefault(file.sha256, file.path)
        if earlier != file.path:
            same = f"与“{earlier}”内容相同，只保存一份。"
            self.rows.append(replace(row, result=ImportResult.DUPLICATE, message=same))
            return
        self.files.append(file)
        if trouble is not None:
            row = replace(row, message=f"{row.message}{trouble}", remedy=trouble.remedy)
            self._note(file.path, trouble, file.sha256)
        self.rows.append(row)

    def media(self, path: str, digest: Digest, location: Path | None) -> None:
        """List audio or video; `location` is None when it lies inside an archive."""
        where = str(location.absolute()) if location else ""
        self.files.append(SourceFile(digest.sha256, path, FileKind.MEDIA, digest.size, 0, where))
        self.rows.append(
            ImportRow(
                path,
                FileKind.MEDIA,
                Format.MEDIA.value,
                ImportResult.LISTED,
                0,
                digest.size,
                "已登记路径、大小和校验值，文件不复制。",
                sha256=digest.sha256,
            )
        )

    def skip(self, path: str, what: str, size: int) -> None:
        """List what a program left behind; it is no failure."""
        message = f"{what}，不属于案卷，已略过。"
        self.rows.append(
            ImportRow(path, FileKind.OTHER, what, ImportResult.LISTED, 0, size, message)
        )

    def fail(
        self,
        path: str,
        error: UnreadableFile,
        sniffed: Sniffed | None = None,
        digest: Digest | None = None,
    ) -> None:
        """List a file that cannot be read, with the reason and the remedy."""
        shown = sniffed or described(Format.UNKNOWN)
        sha256, size = (digest.sha256, digest.size) if digest else ("", 0)
        self.rows.append(
            ImportRow(
                path,
                shown.kind,
                shown.name,
                ImportResult.FAILED,
                0,
                size,
                str(error),
                error.remedy,
                sha256,
                isinstance(error, LockedFile),
            )
        )
        self._note(path, error, sha256)

    def _note(self, path: str, error: UnreadableFile, sha256: str) -> None:
        self.unreadable.append(Unreadable(path, f"{error}{error.remedy}", sha256))
