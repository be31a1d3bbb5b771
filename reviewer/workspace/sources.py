"""Finding the originals of a case in the vault, as intake wants them."""

from uuid import UUID

from reviewer.errors import Refused, UnreadableFile
from reviewer.model import Case, CaseFile, Page, PageRef, SourceFile, TextSource
from reviewer.store import Session, Store, case_files, cases, texts


def source_of(store: Store, session: Session, file: CaseFile) -> SourceFile:
    """Return a file of a case with the place of its original.

    Raises:
        UnreadableFile: the original is no longer in the vault.
    """
    kept = case_files.stored_file(session, file.sha256)
    location = store.vault.readable(file.sha256, kept.suffix if kept else "")
    if not location.exists():
        raise UnreadableFile(
            f"“{file.path}”的原件已不在资料库。", "请从备份恢复资料文件夹，或重新导入该文件。"
        )
    return SourceFile(file.sha256, file.path, file.kind, file.size, file.pages, str(location))


def file_of(case: Case, sha256: str) -> CaseFile:
    """Return the file of this hash in the case.

    Raises:
        Refused: it was moved to another case.
    """
    found = next((file for file in case.files if file.sha256 == sha256), None)
    if found is None:
        raise Refused("该页所在的文件已不在本卷。", "文件可能已移到其他案卷，请到那里查看。")
    return found


def source_in_case(store: Store, case_id: UUID, ref: PageRef) -> tuple[SourceFile, Page]:
    """Return the original that holds a page of a case, and the page as it was read."""
    with store.snapshot() as session:
        file = file_of(cases.case(session, case_id), ref.file)
        page = texts.page(session, ref) or Page(ref, 595.0, 842.0, (), TextSource.NONE)
        return source_of(store, session, file), page
