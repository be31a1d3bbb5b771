"""Reading PDF files in processes of their own, so that no file can stop or end the program.

pdfium is safe against most damage, not against all: a file of 2 kB with forms nested ten deep
keeps it busy for ever, one of 900 kB makes it take 900 MB (both measured).  A page that takes too
long, or ends its process, comes without lines; the others are read by the next process.
"""

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from threading import Event

from reviewer.errors import UnreadableFile
from reviewer.intake.pdf import DAMAGED
from reviewer.intake.pdf_text import look_into, pdf_pages, save_unlocked
from reviewer.intake.reader import READERS, Lost, Order
from reviewer.model import Box, Line, Page, PageRef, SourceFile, TextSource

log = logging.getLogger(__name__)

_LOST = 3
"""Pages of one file that may be lost before the rest of it is left to text recognition."""
_PARTED = 12
"""Pages from which a file is read by two processes, half by each."""
_BUNDLE = 8
"""Pages in one answer: waking the program for every page costs a third of reading it."""


_Packed = tuple[int, float, float, str, int, str, list[tuple[str, tuple[float, ...]]]]


def probe_pdf(path: Path) -> tuple[int, bool]:
    """Return what `look_into` returns.

    Raises:
        UnreadableFile: it is encrypted or damaged, or reading it does not come to an end.
    """
    try:
        [found] = READERS.answers(Order(_look, (str(path),)))
    except Lost as error:
        raise UnreadableFile("读取这个 PDF 时中断或用时过长，未读取。", DAMAGED) from error
    return found  # type: ignore[return-value]  # pipes say object


def unlock_pdf(path: Path, password: str, target: Path) -> None:
    """Write a copy of an encrypted PDF to `target` that opens without the password.

    Raises:
        LockedFile: it is not the password.
        UnreadableFile: it is damaged, or opening it does not come to an end.
    """
    try:
        list(READERS.answers(Order(_unlock, (str(path), password, str(target)))))
    except Lost as error:
        raise UnreadableFile("打开这个 PDF 时中断或用时过长，未读取。", DAMAGED) from error


def read_pdf(file: SourceFile) -> Iterator[Page]:
    """Give every page with its text layer; one that cannot be read comes without lines.

    Raises:
        UnreadableFile: the file is gone or damaged since it was gathered.
    """
    left = Event()
    if file.pages < _PARTED:
        yield from _stretch(file, range(1, file.pages + 1), left)
        return
    middle = file.pages // 2
    with ThreadPoolExecutor(1, "pdf second half") as helper:
        rest = range(middle + 1, file.pages + 1)
        second = helper.submit(lambda: list(_stretch(file, rest, left)))
        try:
            yield from _stretch(file, range(1, middle + 1), left)
            yield from second.result()
        finally:
            left.set()


def _stretch(file: SourceFile, numbers: range, left: Event) -> Iterator[Page]:
    number, lost, bundle = numbers.start, 0, _BUNDLE
    while number < numbers.stop and not left.is_set():
        rest = range(number, numbers.stop)
        order = Order(_read, (file.location, file.sha256, rest, bundle))
        if lost == _LOST:
            yield from (_without_lines(file, one) for one in rest)
            return
        try:
            for pages in READERS.answers(order, left):
                for packed in pages:  # type: ignore[attr-defined]  # pipes say object
                    yield _unpacked(file.sha256, packed)
                    number += 1
        except Lost:
            if left.is_set():
                return
            if bundle > 1:
                # Which page of the bundle it was, they tell one by one.
                bundle = 1
                continue
            log.warning("page %d of %s ends or stops its reader", number, file.sha256[:12])
            yield _without_lines(file, number)
            number, lost = number + 1, lost + 1


def _look(path: str) -> Iterator[tuple[int, bool]]:
    yield look_into(Path(path))


def _unlock(path: str, password: str, target: str) -> Iterator[object]:
    save_unlocked(Path(path), password, Path(target))
    yield from ()


def _read(path: str, sha256: str, numbers: range, bundle: int) -> Iterator[list[_Packed]]:
    pages = pdf_pages(Path(path), sha256, numbers)
    while some := [_packed(page) for page in islice(pages, bundle)]:
        yield some


def _packed(page: Page) -> _Packed:
    # Plain tuples: pickling the dataclasses takes longer than reading the page.
    source = page.source.value
    lines = [(line.text, _corners(line.box)) for line in page.lines]
    return page.ref.page, page.width, page.height, source, page.turned, page.folio, lines


def _corners(box: Box | None) -> tuple[float, ...]:
    return (box.x0, box.y0, box.x1, box.y1) if box else ()


def _unpacked(sha256: str, packed: _Packed) -> Page:
    number, width, height, source, turned, folio, lines = packed
    return Page(
        PageRef(sha256, number),
        width,
        height,
        tuple([Line(text, Box(*box) if box else None) for text, box in lines]),
        TextSource(source),
        turned=turned,
        folio=folio,
    )


def _without_lines(file: SourceFile, number: int) -> Page:
    return Page(PageRef(file.sha256, number), 0.0, 0.0, (), TextSource.NONE)
