"""How soon the list of documents of a scan stands: titles first, beside reading it whole.

A scan of about 100 pages is made up, its titles are read before all pages are read whole; prints
both times, their ratio, and how many documents of the list are those of the whole reading.
"""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from reviewer import pipeline
from reviewer.intake import OcrEngine, gather
from reviewer.model import Page, PageRef, SourceFile, TextSource
from reviewer.progress import Silent
from reviewer.proof import Form, draw_plan, make_case

CASES = 4

Listed = set[tuple[str, PageRef]]


def documents(files: Sequence[SourceFile], pages: dict[PageRef, Page]) -> Listed:
    """Return type and first page of every document that the pages show."""
    paths = {file.sha256: file.path for file in files}
    order = [PageRef(file.sha256, n) for file in files for n in range(1, file.pages + 1)]
    found = pipeline.understand([pages[ref] for ref in order], paths).documents
    return {(one.type, one.pages[0]) for one in found}


def main() -> None:
    """Make the scan, read it, and print what was measured."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(CASES):
            make_case(folder / "案卷", f"{number}", draw_plan(8100 + number, "none"), Form.SCAN)
        files = gather([folder / "案卷"], folder / "work", Silent()).files
        wanted = [(file, number) for file in files for number in range(1, file.pages + 1)]
        refs = {PageRef(file.sha256, number) for file, number in wanted}
        pages: dict[PageRef, Page] = {}
        listed: Listed = set()
        listed_after = 0.0
        with OcrEngine() as engine:
            # The processes load their models before the clock starts.
            list(engine.read(wanted[:2], Silent()))
            start = time.perf_counter()
            for page in engine.read(wanted, Silent(), heads=refs):
                if page.source is not TextSource.HEAD and not listed_after:
                    listed_after = time.perf_counter() - start
                    listed = documents(files, pages)
                pages[page.ref] = page
            whole_after = time.perf_counter() - start
        whole = documents(files, pages)
    reading = whole_after - listed_after
    print(
        f"first-look: {len(refs)} pages, list after {listed_after:.1f} s, whole after"
        f" {whole_after:.1f} s, ratio to reading it whole {listed_after / reading:.2f};"
        f" {len(listed & whole)} of {len(whole)} documents listed, {len(listed - whole)} wrong"
    )


if __name__ == "__main__":
    main()
