"""The demonstration: six made-up case files, from delivery to printed review.

It goes the way a reviewer goes, through the same services; nothing is prepared beforehand.  The
reviewer that it plays accepts every problem that the machine proposes, rejects its other hints,
and finds everything else in order.
"""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from reviewer.errors import Refused
from reviewer.model import (
    Answer,
    Choice,
    Finding,
    Item,
    ProposalState,
    Reading,
    Score,
    Verdict,
    VetoChoice,
)
from reviewer.progress import Progress, Silent
from reviewer.proof import Comparison, MadeCase, compare, make_demo_cases
from reviewer.settings import Settings
from reviewer.workspace.views import Grouping, Proposal, ReviewView
from reviewer.workspace.workspace import Workspace

CASES, DATA, DOCUMENTS = "案卷", "资料库", "文书"
_MARK = ".demo"
"""Names a folder as one of ours, so that making it anew may empty it."""

_ABSENT_WITHOUT = {
    "C4": ("DT10", "DT11"),
    "C5": ("DT14", "DT15", "DT16"),
    "C8": ("DT28", "DT29", "DT30", "DT32"),
    "D5": ("DT28", "DT32"),
    "G4": ("DT40", "DT43", "DT44"),
}
"""Items that do not apply when none of these documents is in the file."""


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What became of one made-up case file."""

    made: MadeCase
    pages: int
    findings: tuple[Finding, ...]
    comparison: Comparison
    score: Score


@dataclass(frozen=True, slots=True)
class Demo:
    """The whole demonstration."""

    results: tuple[DemoResult, ...]
    documents: tuple[Path, ...]
    data_folder: Path


def play(folder: Path, progress: Progress | None = None) -> Demo:
    """Make, import, check, review and print six case files below `folder`.

    Raises:
        UserError: `folder` holds something that is not a demonstration, or cannot be written to.
    """
    progress = progress or Silent()
    clear(folder, (CASES, DATA, DOCUMENTS))
    (folder / CASES).mkdir()
    progress.report(0, 0, "正在制作六个虚构案卷")
    made = make_demo_cases(folder / CASES)
    workspace = Workspace.open(folder / DATA, Settings(data_folder=str(folder / DATA)))
    try:
        workspace.people.register("周敏", "宁州交通运输厅执法监督局（虚构）")
        played = [_play_one(workspace, one, n, progress) for n, one in enumerate(made, 1)]
        reviews = [review for review, _ in played]
        documents = workspace.reports.write(
            reviews, {"sheet_docx", "sheet_pdf"}, folder / DOCUMENTS, progress
        )
        documents += workspace.reports.write(
            reviews,
            {"opinion_docx", "opinion_pdf", "summary_xlsx", "problems_xlsx"},
            folder / DOCUMENTS,
            progress,
        )
    finally:
        workspace.close()
    return Demo(tuple(result for _, result in played), documents, folder / DATA)


def clear(folder: Path, names: Iterable[str]) -> None:
    """Take what a demonstration wrote before out of `folder`, and mark it as one of ours.

    Raises:
        Refused: it holds something that is not a demonstration.
    """
    mark = folder / _MARK
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise Refused(f"文件夹“{folder}”里已有其他文件，演示不会覆盖它们。", "请换一个空文件夹。")
    for name in names:
        if (folder / name).is_file():
            (folder / name).unlink()
        # Originals are read-only; on Windows they must be made writable before they can go.
        shutil.rmtree(folder / name, onerror=_make_writable)
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch()


def _make_writable(remove: Callable[[str], object], path: str, _error: object) -> None:
    if Path(path).exists():
        Path(path).chmod(0o700)
        remove(path)


def _play_one(
    workspace: Workspace, made: MadeCase, number: int, progress: Progress
) -> tuple[UUID, DemoResult]:
    progress.report(number - 1, 6, f"正在导入{made.name}")
    plan = workspace.imports.plan([made.path], progress)
    plan = workspace.imports.regroup(plan, Grouping.ONE_CASE)
    case_id = workspace.imports.run(plan, progress).cases[0]
    workspace.texts.read_case(case_id, lambda: None, progress, lambda _page: None)
    view = workspace.cases.view(case_id)
    names = dict(view.reading.paths)
    review = workspace.reviews.open(case_id, workspace.reviews.suggested_standard(case_id))
    decided = _decide(workspace, review.id, view.reading)
    comparison = compare(view.findings, made.planted, names)
    result = DemoResult(made, view.case.page_count, view.findings, comparison, decided.score)
    return review.id, result


def _decide(workspace: Workspace, review_id: UUID, reading: Reading) -> ReviewView:
    """Answer every proposal, decide every item and veto, and sign."""
    reviews = workspace.reviews
    view = reviews.view(review_id)
    for proposal in view.proposals:
        if proposal.state is ProposalState.OPEN:
            view = reviews.answer(review_id, proposal.key, proposal.item, _answer(proposal))
    for item in view.standard.items:
        if view.marks.of(item.id).choice is Choice.PENDING:
            view = reviews.choose(review_id, item.id, *absence_of(item, view, reading))
    for veto in view.standard.vetoes:
        if view.marks.of_veto(veto.id).choice is VetoChoice.OPEN:
            view = reviews.set_veto(review_id, veto.id, VetoChoice.EXCLUDED)
    return reviews.sign(review_id)


def _answer(proposal: Proposal) -> Answer:
    deducts = proposal.verdict is Verdict.PROBLEM
    return Answer.ACCEPTED if deducts else Answer.REJECTED


def absence_of(item: Item, view: ReviewView, reading: Reading) -> tuple[Choice, str]:
    """Return 不涉及 with its reason for an item whose documents the file has none of, else 符合."""
    wanted = _ABSENT_WITHOUT.get(item.id)
    if wanted and item.may_be_absent and not reading.of_type(*wanted):
        return Choice.ABSENT, view.standard.absence_reasons[0].code
    return Choice.CONFORMS, ""
