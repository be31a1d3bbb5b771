"""Reading text layers: our intake beside bare pypdfium2, pdftotext and pdfminer.six.

Ours also finds the lines, their boxes and whether the layer can be trusted; hashing and copying
are not counted.  The pages are those of a long decision and of made-up case files (forms, tables,
receipts).  Runs are taken in turn; prints medians, and ratios to bare pypdfium2.
"""

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
from pdfminer.high_level import extract_text
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from reviewer.fonts import FontRole, find_font
from reviewer.intake import gather, read_text
from reviewer.model import SourceFile
from reviewer.progress import Silent
from reviewer.proof import Form, draw_plan, make_case

PAGES, LINES, CASES, RUNS = 100, 30, 4, 7
SENTENCE = "经查，当事人于2024年3月6日10时20分在G109线K1186处擅自改装已取得道路运输证的车辆，"


def make_prose(path: Path) -> None:
    """Write a text PDF of `PAGES` pages of 30 full lines, as a long decision would be."""
    font = find_font(FontRole.SONG)
    pdfmetrics.registerFont(TTFont("song", font.path, subfontIndex=font.index))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(PAGES):
        canvas.setFont("song", 11)
        for line in range(LINES):
            canvas.drawString(60, 790 - line * 24, f"{page + 1}.{line + 1} {SENTENCE}")
        canvas.showPage()
    canvas.save()


def make_cases(folder: Path) -> list[Path]:
    """Write made-up case files as text PDF."""
    plans = [draw_plan(8000 + number, "none") for number in range(CASES)]
    return [
        make_case(folder, f"案卷{number}", plan, Form.TEXT_PDF).path
        for number, plan in enumerate(plans)
    ]


def bare(path: Path) -> int:
    """Return the number of characters that pypdfium2 alone reads."""
    total = 0
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            total += len(text.get_text_range())
            text.close()
            page.close()
    return total


def ours(file: SourceFile) -> int:
    """Return the number of characters that intake reads."""
    return sum(len(line.text) for page in read_text(file) for line in page.lines)


def pdftotext(path: Path) -> int:
    """Return the number of characters that poppler's pdftotext reads."""
    found = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return len(found.stdout.decode())


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(name: str, files: Sequence[SourceFile]) -> None:
    """Print what every reader takes for `files`, and its ratio to bare pypdfium2."""
    paths = [Path(file.location) for file in files]
    readers: dict[str, Callable[[], object]] = {
        "bare pypdfium2": lambda: [bare(path) for path in paths],
        "ours": lambda: [ours(file) for file in files],
    }
    if shutil.which("pdftotext"):
        readers["pdftotext"] = lambda: [pdftotext(path) for path in paths]
    for read in readers.values():
        read()
    taken: dict[str, list[float]] = {reader: [] for reader in readers}
    for _ in range(RUNS):
        for reader, read in readers.items():
            taken[reader].append(seconds(read))
    # Once: it takes some hundred times as long.
    taken["pdfminer.six"] = [seconds(lambda: [extract_text(path) for path in paths])]
    peers = taken["bare pypdfium2"]
    pages = sum(file.pages for file in files)
    for reader, times in taken.items():
        ratio = statistics.median(a / b for a, b in zip(times, peers, strict=False))
        median = statistics.median(times)
        print(f"text: {name}, {pages} pages, {reader} {median:.3f} s, ratio {ratio:.2f}")


def main() -> None:
    """Compare on long prose and on case files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prose = folder / "决定书.pdf"
        make_prose(prose)
        cases = make_cases(folder / "cases")
        files = gather([prose, *cases], folder / "work", Silent()).files
        compare("prose", files[:1])
        compare("case files", files[1:])


if __name__ == "__main__":
    main()
