"""Looking into one delivered file: how many pages it has and whether it is whole.

Nothing is decoded that need not be: pages are counted from the file's own tables, and a picture
is decoded only when its end looks cut off.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewer.errors import UnreadableFile
from reviewer.intake.docx_body import read_package
from reviewer.intake.docx_package import DocxPackage
from reviewer.intake.hashing import Digest
from reviewer.intake.images import check_size, check_whole, frame_count, open_image
from reviewer.intake.kinds import Format, described
from reviewer.intake.pdf import DAMAGED
from reviewer.intake.pdf_reader import probe_pdf
from reviewer.intake.reader import READERS, Lost, Order

DAMAGED_OTHER = "请用能打开它的软件另存一份后重新导入，或向提供单位重新索取。"
SCANNED = "扫描 PDF"
TEXTUAL = "文字版 PDF"


@dataclass(frozen=True, slots=True)
class Probe:
    """What a look into a file found."""

    pages: int
    name: str
    """Chinese name of the kind."""
    remark: str = ""
    """Chinese sentences for the import report."""
    trouble: UnreadableFile | None = None
    """The file is readable, but a part of it is missing."""


def probe(path: Path, form: Format, digest: Digest) -> Probe:
    """Return what a file of a readable format holds.

    Raises:
        UnreadableFile: it is encrypted, damaged, half written or too large.
    """
    match form:
        case Format.PDF:
            return _probe_pdf(path, digest)
        case _:
            return _probe_apart(path, form, digest)


def _probe_pdf(path: Path, digest: Digest) -> Probe:
    pages, has_text = probe_pdf(path)
    name = TEXTUAL if has_text else SCANNED
    # pdfium repairs what it can and opens a half-written file with the pages that are there.
    if b"%%EOF" not in digest.tail:
        trouble = UnreadableFile(f"文件末尾缺失，只读出 {pages} 页，可能缺页。", DAMAGED)
        return Probe(pages, name, trouble=trouble)
    return Probe(pages, name)


def _probe_apart(path: Path, form: Format, digest: Digest) -> Probe:
    try:
        [found] = READERS.answers(Order(look, (path, form, digest)))
    except Lost as error:
        raise UnreadableFile("读取这个文件时中断或用时过长，未读取。", DAMAGED_OTHER) from error
    assert isinstance(found, Probe)
    return found


def look(path: Path, form: Format, digest: Digest) -> Iterator[Probe]:
    """Give what `probe` returns; runs in a reader process."""
    match form:
        case Format.DOCX:
            yield _probe_docx(path)
        case Format.TIFF:
            yield _probe_tiff(path)
        case _:
            yield _probe_image(path, form, digest)


def _probe_docx(path: Path) -> Probe:
    with DocxPackage(path) as package:
        read_package(package)
        outside = package.external()
    remark = ""
    if outside:
        remark = f"文档引用了 {len(outside)} 处外部内容，未访问；缺少的内容请另行提供。"
    return Probe(1, Format.DOCX.value, remark)


def _probe_tiff(path: Path) -> Probe:
    with open_image(path) as image:
        pages = frame_count(image)
        remark = check_size(image)
        length = path.stat().st_size
        for frame in range(pages):
            image.seek(frame)
            check_size(image)
            _check_strips(image.tag_v2, length)  # type: ignore[attr-defined]  # TIFF only
    return Probe(pages, Format.TIFF.value, remark)


def _check_strips(tags: dict[int, tuple[int, ...]], length: int) -> None:
    """Refuse a frame whose strips or tiles lie beyond the end of the file."""
    for offsets, counts in ((273, 279), (324, 325)):
        for offset, count in zip(tags.get(offsets, ()), tags.get(counts, ()), strict=False):
            if offset + count > length:
                raise UnreadableFile(
                    "TIFF 不完整，部分页面缺失。", "请重新扫描或重新复制该文件后再导入。"
                )


def _probe_image(path: Path, form: Format, digest: Digest) -> Probe:
    with open_image(path) as image:
        remark = check_size(image)
    if not _ends_well(form, digest):
        check_whole(path)
    return Probe(1, described(form).name, remark)


def _ends_well(form: Format, digest: Digest) -> bool:
    """Return whether the end of the file shows that nothing was cut off."""
    match form:
        case Format.JPEG:
            # Phones append their own notes after the end marker.
            return b"\xff\xd9" in digest.tail[-4096:]
        case Format.PNG:
            return b"IEND\xaeB`\x82" in digest.tail
        case Format.WEBP:
            return int(struct.unpack_from("<I", digest.head, 4)[0]) + 8 <= digest.size
        case _:
            return False
