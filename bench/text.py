"""Reading text layers: our intake beside bare pypdfium2 on the same pages.

Ours also finds the lines, their boxes and whether the layer can be trusted; hashing and copying
are not counted.  Prints the ratio of the medians of runs taken in turn.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from reviewer.fonts import FontRole, find_font
from reviewer.intake import gather, read_text
from reviewer.model import SourceFile
from reviewer.progress import Silent

PAGES, LINES, RUNS = 100, 30, 5
SENTENCE = "经查，当事人于2024年3月6日10时20分在G109线K1186处擅自改装已取得道路运输证的车辆，"


def make_pdf(path: Path) -> None:
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


def seconds(work: Callable[[], int]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print both medians, their ratio and the pages per second."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "案卷.pdf"
        make_pdf(path)
        file = gather([path], Path(folder) / "work", Silent()).files[0]
        bare(path)
        ours(file)
        pairs = [(seconds(lambda: ours(file)), seconds(lambda: bare(path))) for _ in range(RUNS)]
    mine, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"text: {PAGES} pages, ours {mine:.3f} s, bare pypdfium2 {peer:.3f} s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
