"""Checking: one read case of about 60 pages, and signals over 100, 1,000 and 10,000 cases.

No peer does this; what is shown is growth: the time for each case should stay the same.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from reviewer import pipeline
from reviewer.checking import load_calendar, load_laws, load_rules
from reviewer.checking.across import RULES_ACROSS, Named, look_across, make_digest
from reviewer.intake import gather
from reviewer.model import CaseDigest, Document, Page, PageRef
from reviewer.progress import Silent
from reviewer.proof import Form, draw_plan, make_case

RUNS, MADE, MOST = 5, 12, 10_000


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def read_case(folder: Path, seed: int) -> tuple[tuple[Page, ...], dict[str, str]]:
    """Return pages and paths of a made-up case file."""
    made = make_case(folder / str(seed), "案卷", draw_plan(seed, "none"), Form.TEXT_PDF)
    files = gather([made.path], folder / "work", Silent()).files
    return pipeline.read(files).pages, {file.sha256: file.path for file in files}


def measure_case(pages: tuple[Page, ...], paths: dict[str, str]) -> None:
    """Print what understanding and checking one case takes."""
    rules, law, calendar = load_rules(), load_laws(), load_calendar()
    reading = pipeline.understand(pages, paths)
    understood = [seconds(lambda: pipeline.understand(pages, paths)) for _ in range(RUNS)]
    checked = [
        seconds(lambda: pipeline.check(reading, None, law, calendar, rules)) for _ in range(RUNS)
    ]
    middle = statistics.median
    print(
        f"check: {len(pages)} pages, {len(rules)} rules: understanding {middle(understood):.3f} s,"
        f" checking {middle(checked):.3f} s"
    )


def digests(folder: Path) -> list[CaseDigest]:
    """Return the digests of a few made-up cases, repeated with other parties and days."""
    made = []
    for seed in range(8200, 8200 + MADE):
        pages, paths = read_case(folder, seed)
        reading = pipeline.understand(pages, paths)
        texts = {page.ref: page.text for page in pages}

        def text_of(document: Document, texts: dict[PageRef, str] = texts) -> str:
            return "\n".join(texts[ref] for ref in document.pages)

        made.append(make_digest(Named(UUID(int=seed), str(seed), "支队"), reading, text_of))
    return [
        replace(
            one,
            case=UUID(int=number * MADE + at),
            parties=tuple(f"{party}{number}" for party in one.parties),
            plates=tuple(f"{plate}{number}" for plate in one.plates),
            presences=tuple(
                replace(
                    stay,
                    officer=f"{stay.officer}{number % 40}",
                    start=stay.start + timedelta(days=number),
                    end=stay.end + timedelta(days=number),
                )
                for stay in one.presences
            ),
        )
        for number in range(MOST // MADE + 1)
        for at, one in enumerate(made)
    ]


def main() -> None:
    """Print one line for a case and one for each number of cases."""
    with tempfile.TemporaryDirectory() as name:
        pages, paths = read_case(Path(name), 8300)
        more, other = read_case(Path(name), 8301)
        measure_case((*pages, *more), paths | other)
        cases = digests(Path(name))
    for count in (100, 1_000, MOST):
        some = cases[:count]
        taken = statistics.median(
            seconds(lambda some=some: look_across(some, RULES_ACROSS))  # type: ignore[misc]
            for _ in range(3)
        )
        print(f"check: {count} cases, signals {taken:.3f} s, {1e6 * taken / count:.0f} µs a case")


if __name__ == "__main__":
    main()
