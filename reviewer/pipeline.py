"""Files → pages → documents and facts → findings, without a database.

`reviewer check` and the workspace both call these three functions, so the window and the command
line show the same result.  A correction starts again at `understand`: nothing is read twice.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from reviewer.checking import load_calendar, load_laws, load_rules, run_rules
from reviewer.errors import UnreadableFile
from reviewer.intake import OcrEngine, read_text
from reviewer.model import (
    Calendar,
    CheckRun,
    Correction,
    LawBook,
    Library,
    Page,
    PageRef,
    Reading,
    ReadingCache,
    RuleInfo,
    SourceFile,
    TextSource,
    Unreadable,
)
from reviewer.progress import Progress, Silent
from reviewer.reading import understand as understand_pages

First = Callable[[], PageRef | None]


@dataclass(frozen=True, slots=True)
class ReadPages:
    """What was read of the files of one case."""

    pages: tuple[Page, ...]
    """Every page in order of files; a page that could not be read has no lines."""
    unreadable: tuple[Unreadable, ...]


def read(
    files: Sequence[SourceFile],
    cache: ReadingCache | None = None,
    first: First | None = None,
    progress: Progress | None = None,
    engine: OcrEngine | None = None,
) -> ReadPages:
    """Return the pages of `files`, recognising the text of those that have none.

    `first` names the page that the reviewer looks at, which is read before the others.  An
    `engine` that is already running serves many cases; without it one runs for this call only.

    Raises:
        Cancelled: the user stopped it; what `cache` got until then stays.
    """
    pages: dict[PageRef, Page] = {}
    wanted: list[tuple[SourceFile, int]] = []
    unreadable: list[Unreadable] = []
    for file in files:
        try:
            for page in read_text(file):
                pages[page.ref] = page
                if page.source is TextSource.NONE:
                    wanted.append((file, page.ref.page))
        except UnreadableFile as error:
            unreadable.append(Unreadable(file.path, f"{error}{error.remedy}", file.sha256))
    if wanted:
        with ExitStack() as stack:
            engine = engine or stack.enter_context(OcrEngine(cache))
            before = len(engine.failures)
            for page in engine.read(wanted, progress or Silent(), first):
                pages[page.ref] = page
            unreadable += engine.failures[before:]
    return ReadPages(tuple(pages.values()), tuple(unreadable))


def understand(
    pages: Sequence[Page],
    paths: Mapping[str, str],
    corrections: Sequence[Correction] = (),
    unreadable: Sequence[Unreadable] = (),
    folios: Mapping[PageRef, str] | None = None,
) -> Reading:
    """Return the documents and facts of `pages`, with `corrections` on top.

    With `folios` the sentences of the rules call pages by their 卷内页号, without by file and page.
    """
    reading = understand_pages(
        pages, paths, corrections=tuple(corrections), unreadable=tuple(unreadable)
    )
    return replace(reading, folios=tuple((folios or {}).items()))


def check(
    reading: Reading,
    library: Library | None = None,
    law: LawBook | None = None,
    calendar: Calendar | None = None,
    rules: Sequence[RuleInfo] | None = None,
) -> CheckRun:
    """Return what the rules find in `reading`; what is not given is what ships.

    Raises:
        BadData: shipped or given data is wrong.
    """
    return run_rules(
        reading,
        load_rules() if rules is None else rules,
        calendar or load_calendar(),
        law or load_laws(),
        library or Library(),
    )
