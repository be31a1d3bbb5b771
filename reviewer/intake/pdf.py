"""Opening PDF files and drawing their pages with pdfium.

pdfium is not thread-safe, and a hostile file can stop or end it: it runs in worker processes only
(reading, drawing, recognition), and whoever calls it holds `PDFIUM`.  Files are opened by path,
never read whole.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from reviewer.errors import LockedFile, UnreadableFile
from reviewer.intake.geometry import turn_size
from reviewer.intake.images import Pixels

PDFIUM = RLock()
"""Held by one thread at a time for every call into pdfium."""

logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)

DAMAGED = "请向提供单位重新索取该文件，或用能打开它的软件另存为 PDF 后重新导入。"
_ENCRYPTED = "请用打开密码在 PDF 软件中打开，取消密码后另存，再重新导入。"
_LOCKED = "知道密码的，可在导入时输入；否则请索取不加密的文件。"


def open_pdf(path: Path, drawing: bool = False, password: str = "") -> pypdfium2.PdfDocument:
    """Open a PDF; the caller holds `PDFIUM` and closes it.

    With `drawing`, what was filled into form fields will be drawn with the pages.

    Raises:
        LockedFile: it is encrypted and `password` is not the one.
        UnreadableFile: it is damaged, or cannot be opened.
    """
    try:
        document = pypdfium2.PdfDocument(path, password or None)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            what = "密码不对，PDF 没有打开。" if password else "PDF 设有打开密码。"
            raise LockedFile(what, _LOCKED) from error
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise UnreadableFile("PDF 的加密方式不受支持。", _ENCRYPTED) from error
        raise UnreadableFile("PDF 已损坏或不完整，无法打开。", DAMAGED) from error
    except OSError as error:
        raise UnreadableFile("文件无法打开。", "请确认文件还在原处且有读取权限。") from error
    if len(document) == 0:
        document.close()
        raise UnreadableFile("PDF 中没有页面。", DAMAGED)
    if drawing and document.get_formtype() != pdfium.FORMTYPE_NONE:
        document.init_forms()
    return document


@contextmanager
def pdf_page(document: pypdfium2.PdfDocument, number: int) -> Iterator[pypdfium2.PdfPage]:
    """Give page `number`, counted from 1, and close it afterwards.

    Raises:
        UnreadableFile: this page is damaged or has no area.
    """
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"第 {number} 页已损坏，无法读取。", DAMAGED) from error
    try:
        # A page cut to a place outside of its paper.
        if min(page.get_size()) <= 0:
            raise UnreadableFile(f"第 {number} 页的页面范围有误，无法读取。", DAMAGED)
        yield page
    finally:
        page.close()


def draw_page(page: pypdfium2.PdfPage, scale: float) -> Pixels:
    """Return the upright page as height × width × 3 bytes in the order blue, green, red.

    `scale` is pixels per point.
    """
    bitmap = page.render(scale=scale)
    try:
        array = bitmap.to_numpy()
        # Grey pages come with one channel; a copy, because the bitmap owns the memory.
        if array.ndim == 2 or array.shape[2] == 1:
            return np.repeat(array.reshape(*array.shape[:2], 1), 3, axis=2)
        return np.ascontiguousarray(array[:, :, :3])
    finally:
        bitmap.close()


def scale_for(page: pypdfium2.PdfPage, width: int, turned: int) -> float:
    """Return the scale at which the page, turned, is `width` pixels wide."""
    width_of_page, height = page.get_size()
    across, _ = turn_size(width_of_page, height, turned)
    return width / across if across else 1.0
