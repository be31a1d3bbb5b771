"""Importing a large scan: memory of our intake beside bare pypdfium2 drawing the same pages.

Makes a scan of 500 pages and 300 MB, imports it through the workspace, recognises its first 12
pages, and prints the peak of each process.  The promise is under 600 MB beyond recognition.
"""

import io
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

import numpy as np
import psutil
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from reviewer.errors import Cancelled
from reviewer.fonts import FontRole, find_font
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.workspace import Workspace

PAGES, PICTURES, READ, DPI = 500, 25, 12, 200
NOISE = 10
"""Strength of the grain, which sets the size: about 600 kB a page at 200 dpi."""
MEGABYTE = 1_000_000
LINE = "经查，当事人于2024年3月6日10时20分在G109线擅自改装车辆"


@dataclass
class Peaks:
    """The most memory that processes of each name took, in bytes."""

    found: dict[str, int] = field(default_factory=dict)
    together: int = 0
    _stop: Event = field(default_factory=Event)

    def watch(self) -> None:
        """Look at this process and its children every 50 ms until stopped."""
        while not self._stop.wait(0.05):
            sizes = {}
            for process in [psutil.Process(), *psutil.Process().children(recursive=True)]:
                try:
                    sizes[process.pid] = process.memory_info().rss
                    name = "main" if process.pid == os.getpid() else f"worker {process.pid}"
                    self.found[name] = max(self.found.get(name, 0), sizes[process.pid])
                except psutil.Error:
                    continue
            self.together = max(self.together, sum(sizes.values()))

    def of(self, work: Callable[[], object]) -> float:
        """Run `work` and return how many seconds it took."""
        watcher = Thread(target=self.watch)
        watcher.start()
        start = time.perf_counter()
        try:
            work()
        finally:
            self._stop.set()
            watcher.join()
        return time.perf_counter() - start


def make_scan(path: Path) -> None:
    """Write a PDF of `PAGES` pictures of pages of text."""
    found = find_font(FontRole.SONG)
    font = ImageFont.truetype(str(found.path), 36, index=found.index)
    size = round(8.27 * DPI), round(11.69 * DPI)
    grain = np.random.default_rng(1).normal(0, NOISE, (size[1], size[0]))
    pictures = []
    for number in range(PICTURES):
        image = Image.new("L", size, 235)
        draw = ImageDraw.Draw(image)
        for row in range(20):
            draw.text((150, 200 + row * 90), f"{number + 1}.{row} {LINE}", 30, font)
        shifted = np.roll(grain, number * 7, axis=1)
        noisy = Image.fromarray(np.clip(np.asarray(image) + shifted, 0, 255).astype(np.uint8))
        stream = io.BytesIO()
        noisy.save(stream, "JPEG", quality=62)
        pictures.append(stream.getvalue())
    # A few bytes behind the end make every page a picture of its own.
    write_pdf(path, (pictures[n % PICTURES] + b"%d" % n for n in range(PAGES)), size)


def write_pdf(path: Path, pictures: Iterable[bytes], size: tuple[int, int]) -> None:
    """Write a PDF of JPEG pictures, each on an A4 page, one at a time."""
    kids = b" ".join(b"%d 0 R" % (3 + 3 * number) for number in range(PAGES))
    place = b"595 0 0 842 0 0 cm /I Do"
    look = b"/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode"
    offsets = []
    with path.open("wb") as out:

        def add(content: bytes) -> None:
            offsets.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (len(offsets), content))

        out.write(b"%PDF-1.7\n")
        add(b"<</Type/Catalog/Pages 2 0 R>>")
        add(b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, PAGES))
        for picture in pictures:
            number = len(offsets) + 1
            parts = b"/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>" % (
                number + 1,
                number + 2,
            )
            add(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s>>" % parts)
            add(b"<</Length %d>>stream\n%s\nendstream" % (len(place), place))
            shape = b"/Width %d/Height %d/Length %d" % (*size, len(picture))
            add(b"<<%s%s>>stream\n%s\nendstream" % (look, shape, picture))
        table = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1))
        out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
        out.write(b"trailer<</Size %d/Root 1 0 R>>\n" % (len(offsets) + 1))
        out.write(b"startxref\n%d\n%%%%EOF\n" % table)


def peer(path: Path) -> None:
    """Draw every page with bare pypdfium2, as a program without workers would."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            page.render(scale=DPI / 72).close()
            page.close()


class StopAt:
    """Progress that stops after `READ` recognised pages."""

    def __init__(self) -> None:
        self.read = 0

    def report(self, _done: int, _total: int, _label: str) -> None:
        """Stop when enough was read."""
        if self.read >= READ:
            raise Cancelled

    def count(self, _page: object) -> None:
        """Take note of a page that was read."""
        self.read += 1


def import_it(workspace: Workspace, path: Path) -> None:
    """Import the scan as one case."""
    workspace.imports.run(workspace.imports.plan([path], Silent()), Silent())


def read_some(workspace: Workspace) -> None:
    """Recognise the first pages."""
    stop = StopAt()
    try:
        workspace.texts.read_case(workspace.texts.pending()[0], lambda: None, stop, stop.count)
    except Cancelled:
        return


def run_peer(path: Path) -> tuple[float, int]:
    """Return seconds and growth in bytes of the peer; runs in a process of its own."""
    before = psutil.Process().memory_info().rss
    peaks = Peaks()
    seconds = peaks.of(lambda: peer(path))
    return seconds, peaks.found["main"] - before


def main() -> None:
    """Print size, times and peaks."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "扫描.pdf"
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            pool.apply(make_scan, (path,))
        print(f"import_scan: {PAGES} pages, {path.stat().st_size / MEGABYTE:.0f} MB", flush=True)
        workspace = Workspace.open(Path(folder) / "data", Settings())
        workspace.people.register("测试", "测试")
        for name, work in (
            ("import", lambda: import_it(workspace, path)),
            (f"recognise {READ} pages", lambda: read_some(workspace)),
        ):
            before, peaks = psutil.Process().memory_info().rss, Peaks()
            seconds = peaks.of(work)
            workers = [size for one, size in peaks.found.items() if one != "main"]
            shown = ", ".join(f"{size / MEGABYTE:.0f}" for size in sorted(workers, reverse=True))
            print(
                f"  {name}: {seconds:.1f} s; main +{(peaks.found['main'] - before) / MEGABYTE:.0f}"
                f" to {peaks.found['main'] / MEGABYTE:.0f} MB; workers {shown} MB"
            )
        workspace.close()
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            seconds, grown = pool.apply(run_peer, (path,))
        print(f"  bare pypdfium2, drawing all pages: {seconds:.1f} s, +{grown / MEGABYTE:.0f} MB")


if __name__ == "__main__":
    main()
