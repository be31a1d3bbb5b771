"""Doing things with a workspace in one line, and engines that stand in for recognition."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from uuid import UUID

from reviewer.errors import Cancelled
from reviewer.model import (
    Box,
    Line,
    Page,
    PageRef,
    ReadingCache,
    SourceFile,
    TextSource,
    Unreadable,
)
from reviewer.progress import Progress, Silent
from reviewer.workspace import Workspace
from reviewer.workspace.views import Grouping, ImportReport


class StopAfter:
    """Progress that is cancelled at the n-th report."""

    def __init__(self, reports: int) -> None:
        self.left = reports

    def report(self, done: int, total: int, label: str) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


class Killed(BaseException):
    """Stands for the end of the process."""


def import_all(
    workspace: Workspace, *paths: Path, grouping: Grouping | None = None
) -> ImportReport:
    """Import as planned, or grouped otherwise."""
    plan = workspace.imports.plan(paths, Silent())
    if grouping is not None:
        plan = workspace.imports.regroup(plan, grouping)
    return workspace.imports.run(plan, Silent())


def import_case(workspace: Workspace, *paths: Path) -> UUID:
    """Import everything as one case."""
    return import_all(workspace, *paths, grouping=Grouping.ONE_CASE).cases[0]


class PretendEngine:
    """Recognises at once: every page says its number.  Some pages fail; it may be killed."""

    ENGINE = "pretend"
    failing: frozenset[int] = frozenset()
    killed_after = 1000
    read_pages: list[PageRef] = []

    def __init__(self, cache: ReadingCache, processes: int) -> None:
        self.failures: list[Unreadable] = []

    def read(
        self,
        requests: Iterable[tuple[SourceFile, int]],
        progress: Progress,
        first: Callable[[], PageRef | None],
        heads: frozenset[PageRef] = frozenset(),
    ) -> Iterator[Page]:
        waiting = {PageRef(file.sha256, page): file for file, page in requests}
        for ref in heads:
            line = Line("行政处罚决定书", Box(0.3, 0.1, 0.7, 0.12), 0.9)
            yield Page(ref, 300.0, 400.0, (line,), TextSource.HEAD)
        while waiting:
            progress.report(0, len(waiting), "正在识别文字")
            wanted = first()
            ref = wanted if wanted in waiting else next(iter(waiting))
            file = waiting.pop(ref)
            if len(self.read_pages) >= self.killed_after:
                raise Killed
            self.read_pages.append(ref)
            yield self._page(file, ref)

    def close(self) -> None:
        pass

    def _page(self, file: SourceFile, ref: PageRef) -> Page:
        if ref.page in self.failing:
            self.failures.append(Unreadable(file.path, "图像损坏。", ref.file, ref.page))
            return Page(ref, 0.0, 0.0, (), TextSource.NONE)
        text = f"第{ref.page}页"
        line = Line(text, Box(0.1, 0.1, 0.5, 0.12), 0.9, bytes([90] * len(text)))
        return Page(ref, 300.0, 400.0, (line,), TextSource.OCR, folio=str(ref.page))
