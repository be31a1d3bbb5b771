"""`reviewer prove`: made-up cases through the same engine, and what it found in them.

A case is drawn, written into a temporary folder, read, checked, compared and removed again.  One
case in three is lawful and holds a trap; the others hold up to three faults, the first of which
goes round the table of faults, so that every fault comes up.
"""

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer import pipeline
from reviewer.checking import load_calendar, load_laws, load_rules
from reviewer.intake import OcrEngine, gather
from reviewer.model import Finding, Page, TextSource, Unreadable
from reviewer.progress import Progress, Silent
from reviewer.proof.drawing import draw_faults, draw_plan
from reviewer.proof.faults import FAULTS, HINTED, Fault
from reviewer.proof.made import Form, MadeCase, make_case
from reviewer.proof.measure import Comparison, compare
from reviewer.proof.plan import Plan
from reviewer.proof.seeds import DEFAULT_SEED, usable

_CLEAN_EVERY = 3
_MOST_FAULTS = 3


@dataclass(frozen=True, slots=True)
class Request:
    """Which cases shall be made."""

    cases: int = 30
    seed: int = DEFAULT_SEED
    forms: tuple[Form, ...] = (Form.WORD, Form.TEXT_PDF, Form.ARCHIVE)
    rules: frozenset[str] = frozenset()
    """Plant only faults of these; empty is all."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One case before it is made."""

    order: int
    seed: int
    form: Form
    plan: Plan
    faults: tuple[Fault, ...]
    """Empty for a lawful case."""


@dataclass(frozen=True, slots=True)
class Proven:
    """What became of one case."""

    drawn: Drawn
    made: MadeCase
    comparison: Comparison
    findings: tuple[Finding, ...]
    unreadable: tuple[Unreadable, ...]
    pages: int
    recognised: int
    """Pages whose text had to be recognised."""
    seconds: float
    """Spent on reading; recognition takes nearly all of it where pages had to be recognised."""
    versions: Mapping[str, str]
    """Those that the check run pins."""

    @property
    def clean(self) -> bool:
        """Return whether nothing was planted."""
        return not self.drawn.faults


def draw(request: Request) -> Iterator[Drawn]:
    """Return the cases of `request`, the same ones for the same request.

    Raises:
        UserError: a seed that may not be used.
    """
    # What may only be hinted at is planted when asked for: the figures are of what is reported.
    pool = tuple(one for one in FAULTS if not request.rules)
    pool = pool or tuple(one for one in (*FAULTS, *HINTED) if one.rule in request.rules)
    planted = 0
    for order in range(request.cases):
        seed = usable(request.seed + order)
        # The order of forms shifts by one a round, so that lawful files come in every form.
        form = request.forms[(order + order // len(request.forms)) % len(request.forms)]
        if order % _CLEAN_EVERY == 0 or not pool:
            yield Drawn(order, seed, form, draw_plan(seed), ())
            continue
        first = pool[planted % len(pool)]
        planted += 1
        plan = draw_plan(seed, "none", first.procedures)
        count = 1 + seed % _MOST_FAULTS
        yield Drawn(order, seed, form, plan, draw_faults(plan, count, first, pool))


def prove(request: Request, progress: Progress | None = None) -> Iterator[Proven]:
    """Make, read and check the cases of `request` one after the other.

    Raises:
        UserError: a seed that may not be used.
        Cancelled: the user stopped it.
    """
    progress = progress or Silent()
    rules, calendar, law = load_rules(), load_calendar(), load_laws()
    drawn = tuple(draw(request))
    with OcrEngine() as engine:
        for one in drawn:
            progress.report(one.order, len(drawn), "测量案卷")
            with tempfile.TemporaryDirectory(
                prefix="reviewer-", ignore_cleanup_errors=True
            ) as work:
                made = make_case(
                    Path(work) / "案卷", f"案卷{one.order + 1}", one.plan, one.form, one.faults
                )
                delivery = gather([made.path], Path(work) / "读取", progress)
                start = time.perf_counter()
                read = pipeline.read(delivery.files, progress=progress, engine=engine)
                seconds = time.perf_counter() - start
            paths = {file.sha256: file.path for file in delivery.files}
            unreadable = (*delivery.unreadable, *read.unreadable)
            reading = pipeline.understand(read.pages, paths, unreadable=unreadable)
            run = pipeline.check(reading, None, law, calendar, rules)
            yield Proven(
                drawn=one,
                made=made,
                comparison=compare(run.findings, made.planted, paths, _texts(read.pages, paths)),
                findings=run.findings,
                unreadable=unreadable,
                pages=len(read.pages),
                recognised=sum(page.source is TextSource.OCR for page in read.pages),
                seconds=seconds,
                versions=run.versions,
            )
    progress.report(len(drawn), len(drawn), "测量案卷")


def _texts(pages: Sequence[Page], paths: dict[str, str]) -> dict[tuple[str, int], str]:
    """Return what was read of each page, without blanks."""
    return {
        (paths[page.ref.file], page.ref.page): "".join(
            "".join(line.text.split()) for line in page.lines
        )
        for page in pages
    }
